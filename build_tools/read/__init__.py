"""Files to readings: one door for all formats. A reader gives blocks; what they mean is for later stages.

What a file is, its bytes tell (``kinds``); its ending only decides between kinds of text. Nothing in a file is executed or
fetched, and the file itself is opened once, for reading.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.reading import RawBlock, RawTable, Reading
from build_tools.read.kinds import ENDINGS, KINDS, SIZE_LIMIT, TEXT_LIMIT, Found, detect, right_ending
from build_tools.read.letters.encodings import NAMES, Decoded, decode, describe
from build_tools.read.web.portal import narrow
from build_tools.vietnamese.syllables import sample, share_of, words

READABLE = frozenset(f".{ending}" for endings in ENDINGS.values() for ending in endings.split())
"""File endings that are read."""

PLAIN_KINDS = ("txt", "md", "html")
"""Kinds whose bytes are characters: decoded here, so that their readers always get UTF-8."""

DOUBTFUL, REFUSED = 0.85, 0.55
"""Share of valid syllables under which a reading carries a warning, and under which it is refused."""

SURE = 0.95
"""Share of valid syllables in a text file from which its blocks are not counted once more."""

EXTRAS = {
    "pypdfium2": "pypdfium2", "trafilatura": "trafilatura", "lxml": "lxml", "PIL": "pillow",
}  # fmt: skip


def read_file(path: Path) -> Reading:
    """Read one file of any known format. Raises ``InputError`` with one diagnostic that gives the true reason when it cannot be read."""
    shown = printable(path)
    data = _load(path, shown)
    ending = path.suffix.lower().lstrip(".")
    found = detect(data, ending)
    if found.kind is None:
        raise _refusal(found, ending, shown)
    if found.kind in (*PLAIN_KINDS, "rtf", "mht", "wordml") and len(data) > TEXT_LIMIT:
        raise refuse(
            "read-too-long",
            f"tệp chữ dài {len(data) / 1e6:.0f} MB, quá giới hạn {TEXT_LIMIT / 1e6:.0f} MB",
            "tách tệp thành nhiều văn bản",
            shown,
        )
    notes: list[Diagnostic] = []
    if not right_ending(found.kind, ending):
        message = f"đuôi tệp là “.{ending}” nhưng nội dung là {KINDS[found.kind][1]}; đã đọc theo nội dung"
        notes.append(Diagnostic("read-ending", "warning", message, "đổi lại đuôi tệp cho đúng", shown))
    told = 0.0
    if found.kind in PLAIN_KINDS:
        decoded = _decode(data, found.kind, shown)
        if decoded.converted:
            data = decoded.text.encode("utf-8")
            notes.append(_converted(decoded, shown))
        told = decoded.share if found.kind != "html" else 0.0
    whole = None
    if found.kind == "html":
        whole = data.decode("utf-8")
        data = narrow(whole).encode("utf-8")
    reading = _reader_of(found.kind, shown, path, data)
    if whole is not None:  # what was blanked around the document still stands in the declared text
        reading = replace(reading, source=whole, blocks=tuple(block for block in reading.blocks if any(_texts_of(block))))
    reading = replace(reading, path=str(path), format=found.kind, diagnostics=(*notes, *reading.diagnostics))
    return _trusted(reading, shown, told)


def printable(path: Path) -> str:
    """The path as it may be shown: NFC, with control and bidirectional characters made visible as ``\\ufffd``."""
    text = unicodedata.normalize("NFC", str(path))
    return "".join("\ufffd" if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char for char in text)


def refuse(code: str, message: str, hint: str, path: str, line: int = 0) -> InputError:
    """An ``InputError`` with one diagnostic, to raise."""
    return InputError(Diagnostic(code, "error", message, hint, path, line))


def _load(path: Path, shown: str) -> bytes:
    """The bytes of a regular file, found under its NFC or NFD name too."""
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


def _refusal(found: Found, ending: str, shown: str) -> InputError:
    if found.reason == "empty":
        return refuse("read-empty", "tệp trống, không có chữ nào", "chọn lại tệp; có thể tệp chưa tải xong", shown)
    if found.reason == "password":
        return refuse("read-password", "tệp được đặt mật khẩu hoặc mã hoá", "mở bằng mật khẩu rồi lưu bản không đặt mật khẩu", shown)
    if found.reason == "damaged":
        return refuse("read-damaged", "tệp hỏng hoặc bị cắt cụt", "tải lại hoặc xuất lại tệp từ văn bản gốc", shown)
    known = "docx, doc, rtf, odt, pdf, html, txt, md, ảnh PNG/JPEG/TIFF"
    return refuse("read-format", f"chưa đọc được loại tệp này: {found.reason}", f"xuất văn bản ra một trong các dạng: {known}", shown)


def _decode(data: bytes, kind: str, shown: str) -> Decoded:
    decoded = decode(data, markup=kind == "html")
    if decoded is None:
        try:
            data.decode("utf-8")
            line = 0
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
        message = "tệp không phải UTF-8 và không nhận ra bảng mã nào cho tiếng Việt (đã thử TCVN3, VNI, VISCII, VPS, Windows-1258)"
        raise refuse("read-encoding", message, "lưu lại tệp bằng bảng mã UTF-8", shown, line)
    return decoded


def _converted(decoded: Decoded, shown: str) -> Diagnostic:
    if decoded.cut and not decoded.mended:
        return Diagnostic("read-cut", "warning", "tệp bị cắt cụt giữa một chữ ở cuối", "tải lại hoặc chép lại tệp", shown)
    if decoded.mended:
        message = f"{decoded.mended} đoạn viết bằng bảng mã cũ trong tệp UTF-8 đã được chuyển sang Unicode"
    else:
        message = f"tệp dùng bảng mã {NAMES[decoded.encoding]}, đã chuyển sang Unicode ({decoded.share:.0%} âm tiết hợp lệ)"
    return Diagnostic("read-converted", "info", message, "đối chiếu lại với bản gốc", shown)


def _reader_of(kind: str, shown: str, path: Path, data: bytes) -> Reading:
    """Run the reader of ``kind``; what a damaged file makes it raise becomes one diagnostic."""
    module = f"build_tools.read.{KINDS[kind][0]}"
    try:
        reading: Reading = import_module(module).read(path, data)
    except ModuleNotFoundError as error:
        if error.name == module:
            raise refuse("read-format", f"chưa đọc được {KINDS[kind][1]}", "xuất văn bản ra .docx hoặc .txt", shown) from error
        package = EXTRAS.get((error.name or "").split(".")[0], error.name or "?")
        raise refuse("read-extra", f"thiếu gói {package} để đọc {KINDS[kind][1]}", f"chạy: pip install {package}", shown) from error
    except (MemoryError, RecursionError) as error:
        raise refuse("read-too-complex", "tệp quá lớn hoặc lồng nhau quá sâu", "tách tệp thành nhiều phần", shown) from error
    except InputError:
        raise
    except Exception as error:  # a file is foreign matter: whatever it does to a reader is said of the file, and the rest goes on
        message = f"tệp làm bộ đọc {KINDS[kind][1]} gặp lỗi chưa lường trước ({type(error).__name__})"
        raise refuse("read-unforeseen", message, "mở và lưu lại tệp bằng chương trình gốc; báo lỗi kèm tệp này", shown) from error
    return reading


def _trusted(reading: Reading, shown: str, told: float) -> Reading:
    """Refuse a text that is no Vietnamese; warn where it is doubtful. ``told``: the share of valid syllables in the file as decoded."""
    if told >= SURE and any(text.strip() for text in _texts(reading)):
        return reading
    text = sample("\n".join(_texts(reading)))
    counted = words(text)
    if not text.strip():
        raise refuse("read-no-text", "tệp không có chữ nào (có thể chỉ chứa ảnh)", "xuất ra PDF hoặc ảnh để nhận dạng chữ", shown)
    share = share_of(counted)
    if counted.total() < 8 or share >= DOUBTFUL:
        return reading
    why = describe(share, text)
    if share < REFUSED:
        raise refuse(
            "read-not-vietnamese", f"không tin được phần chữ: {why}", "tệp dùng bảng mã lạ, hỏng lớp chữ, hoặc không phải tiếng Việt", shown
        )
    doubt = Diagnostic("read-doubtful", "warning", f"phần chữ có thể đọc sai: {why}", "đối chiếu với bản gốc trước khi dùng", shown)
    return replace(reading, diagnostics=(*reading.diagnostics, doubt))


def _texts(reading: Reading) -> Iterator[str]:
    return (text for block in reading.blocks for text in _texts_of(block))


def _texts_of(block: RawBlock) -> list[str]:
    if isinstance(block, RawTable):
        return [text for row in block.rows for cell in row for paragraph in cell.paragraphs if (text := paragraph.text).strip()]
    return [block.text]
