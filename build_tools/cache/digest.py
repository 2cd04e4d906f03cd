"""Digests: of values, of files, of the program itself with everything beside it that has a say in what it makes."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
TOOLS = ("tesseract", "catdoc", "soffice", "libreoffice", "pdftotext")
"""Programs of other makers that readers call: another version may read otherwise."""
INSTALLED = (".dist-info", ".egg-info")
"""Endings of folders whose names tell a package and its version."""
SHOWN = frozenset({".j2", ".html", ".css", ".js", ".svg", ".xml", ".md", ".yml"})
VARIABLES = ("CHI_NAM_LANG", "TESSDATA_PREFIX")


def digest(*parts: bytes | str) -> str:
    """One digest of the parts in their order; where one ends and the next begins counts.

    >>> digest("ab", "c") == digest("a", "bc")
    False
    """
    found = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "big"))
        found.update(data)
    return found.hexdigest()


def digest_of_files(folder: Path, files: Iterable[Path] | None = None) -> str:
    """Names and bytes of all files below ``folder`` (or of those given). What Python compiles for itself is left out."""
    found = {path.relative_to(folder).as_posix(): path for path in (_below(folder) if files is None else files) if path.is_file()}
    return digest(*(part for name in sorted(found) for part in (name, found[name].read_bytes())))


def _below(folder: Path) -> Iterator[Path]:
    for above, folders, names in os.walk(folder, followlinks=True):
        folders[:] = [name for name in folders if name != "__pycache__"]
        yield from (Path(above, name) for name in names)


@cache
def program() -> str:
    """This program as it was when first asked: code, lexicon and catalogues, Python, installed packages, programs it calls, language."""
    packages = sorted(name for folder in sys.path if os.path.isdir(folder) for name in os.listdir(folder) if name.endswith(INSTALLED))
    return digest(
        digest_of_files(PACKAGE), sys.version, *packages, "", *map(_tool, TOOLS), *(os.environ.get(name, "") for name in VARIABLES)
    )


def shown() -> str:
    """Templates, styles and scripts as they are now: unlike code they may change while the program runs, and take effect."""
    return digest_of_files(PACKAGE, (path for path in _below(PACKAGE) if path.suffix in SHOWN))


def _tool(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        return ""
    found = Path(path).stat()
    return f"{path} {found.st_size} {found.st_mtime_ns}"
