"""Opening a file: once, for reading, only a regular file within the limit; and how its path may be shown."""

from __future__ import annotations

import os
import stat
import unicodedata
from pathlib import Path

from build_tools.messages import refusal
from build_tools.messages.system import reason
from build_tools.read.kinds import SIZE_LIMIT


def printable(path: Path) -> str:
    """The path as it may be shown: NFC, with control and bidirectional characters made visible as ``\\ufffd``."""
    text = unicodedata.normalize("NFC", str(path))
    return "".join("\ufffd" if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char for char in text)


def ending_of(path: Path) -> str:
    """The file ending in lower case, without its dot."""
    return path.suffix.lower().lstrip(".")


def load(path: Path, shown: str) -> bytes:
    """The bytes of a regular file, found under its NFC or NFD name too. Raises ``InputError`` with the reason."""
    try:
        place = next((other for other in (path, *_other_forms(path)) if other.exists()), path)
        status = os.stat(place)
        if stat.S_ISDIR(status.st_mode):
            raise refusal("read-folder", shown)
        if not stat.S_ISREG(status.st_mode):
            raise refusal("read-special", shown)
        if status.st_size > SIZE_LIMIT:
            raise refusal("read-too-big", shown, size=f"{status.st_size / 1e6:.0f}", limit=f"{SIZE_LIMIT / 1e6:.0f}")
        return place.read_bytes()
    except FileNotFoundError as error:
        raise refusal("read-open.absent", shown) from error
    except (OSError, ValueError) as error:
        told = reason(error) if isinstance(error, OSError) and error.errno else None
        raise refusal("read-open.refused" if told else "read-open.name", shown, reason=told) from error


def _other_forms(path: Path) -> tuple[Path, ...]:
    return tuple(Path(unicodedata.normalize(form, str(path))) for form in ("NFC", "NFD"))
