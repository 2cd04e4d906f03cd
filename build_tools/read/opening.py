"""Opening a file: once, for reading, only a regular file within the limit; and how its path may be shown."""

from __future__ import annotations

import os
import stat
import unicodedata
from pathlib import Path

from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.read.kinds import SIZE_LIMIT


def printable(path: Path) -> str:
    """The path as it may be shown: NFC, with control and bidirectional characters made visible as ``\\ufffd``."""
    text = unicodedata.normalize("NFC", str(path))
    return "".join("\ufffd" if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char for char in text)


def ending_of(path: Path) -> str:
    """The file ending in lower case, without its dot."""
    return path.suffix.lower().lstrip(".")


def refuse(code: str, message: str, hint: str, path: str, line: int = 0) -> InputError:
    """An ``InputError`` with one diagnostic, to raise."""
    return InputError(Diagnostic(code, "error", message, hint, path, line))


def load(path: Path, shown: str) -> bytes:
    """The bytes of a regular file, found under its NFC or NFD name too. Raises ``InputError`` with the reason."""
    try:
        place = next((other for other in (path, *_other_forms(path)) if other.exists()), path)
        status = os.stat(place)
        if stat.S_ISDIR(status.st_mode):
            raise refuse("read-folder", "đây là thư mục, không phải tệp", "chỉ ra từng tệp trong thư mục", shown)
        if not stat.S_ISREG(status.st_mode):
            raise refuse("read-special", "đây không phải tệp thường", "chép nội dung ra một tệp thường", shown)
        if status.st_size > SIZE_LIMIT:
            limit = f"quá giới hạn {SIZE_LIMIT / 1e6:.0f} MB"
            raise refuse("read-too-big", f"tệp nặng {status.st_size / 1e6:.0f} MB, {limit}", "tách tệp hoặc giảm độ phân giải ảnh", shown)
        return place.read_bytes()
    except FileNotFoundError as error:
        raise refuse("read-open", "không có tệp này", "kiểm tra đường dẫn", shown) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "đường dẫn không hợp lệ"
        raise refuse("read-open", f"không mở được tệp: {reason}", "kiểm tra đường dẫn và quyền đọc", shown) from error


def _other_forms(path: Path) -> tuple[Path, ...]:
    return tuple(Path(unicodedata.normalize(form, str(path))) for form in ("NFC", "NFD"))
