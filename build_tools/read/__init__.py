"""Files to readings: one door for all formats. A reader gives blocks; what they mean is for later stages."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.reading import Reading

READERS = {
    ".txt": "text",
    ".md": "markdown",
    ".pdf": "pdf",
    ".html": "html",
    ".htm": "html",
}
"""File ending → module of this package. Each module has ``read(path, data) -> Reading`` and raises ``InputError``."""


def read_file(path: Path) -> Reading:
    """Read one file. Raises ``InputError`` with one diagnostic when it cannot be read."""
    name = READERS.get(path.suffix.lower())
    if name is None:
        known = " ".join(sorted(READERS))
        raise InputError(
            Diagnostic("read-format", "error", f"chưa đọc được loại tệp “{path.suffix}”", f"dùng một trong: {known}", str(path))
        )
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            Diagnostic("read-open", "error", f"không mở được tệp: {error.strerror}", "kiểm tra đường dẫn", str(path))
        ) from error
    reading: Reading = import_module(f"build_tools.read.{name}").read(path, data)
    return reading
