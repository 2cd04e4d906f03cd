"""The one table of kinds of file: what a kind is called, how its bytes tell it, who reads it and who cleans it for publishing.

To read a further format: write its reader, and give it a row here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Literal, Protocol

from build_tools.model.reading import Reading
from build_tools.read import signs
from build_tools.read.signs import Bytes, Sign, all_of, any_of, begins, binary, named, none_of, text_begins, text_holds

TEXT_LIMIT = 12_000_000
"""Bytes of a text, HTML or RTF file: fifteen times the longest law. Its blocks must fit in memory several times."""

SIZE_LIMIT = 200_000_000
"""Bytes of any file."""


class Reader(Protocol):
    """The function ``read`` of a reader's module. For bad input it raises ``InputError`` with one diagnostic."""

    def __call__(self, path: Path, data: bytes) -> Reading:
        """Read ``data``; ``path`` is for messages only, and never opened."""
        ...


class Cleaner(Protocol):
    """The function ``clean`` of a cleaner's module: the same document without what tells of its authors."""

    def __call__(self, path: Path, data: bytes) -> bytes:
        """Clean ``data``; the same bytes give the same bytes. Raises ``InputError`` for what cannot be cleaned."""
        ...


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file. Rows are asked in order; the first whose ``sign`` holds is the kind.

    ``title``: its name for people ("{ending}" stands for the file's own ending); ``endings``: the file endings that are right for it,
    the usual one first. ``reader`` and ``cleaner`` are modules of this package, imported when needed: a kind without reader is only
    recognised, one without cleaner is never published. ``characters``: its bytes are a text ("markup": with tags), which the
    door hands to the reader as UTF-8. ``limit``: bytes of a file. ``offered``: the ending under which a cleaned file is offered, whatever
    the file was called (for every text .txt, so that no generator takes it for a page).
    """

    name: str
    title: str
    endings: tuple[str, ...]
    sign: Sign
    reader: str = ""
    cleaner: str = ""
    offered: str = ""
    characters: Literal["", "text", "markup"] = ""
    limit: int = SIZE_LIMIT

    def read(self) -> Reader:
        """Its reader. Raises ``ModuleNotFoundError`` where a package that it needs is not installed."""
        found: Reader = import_module(f"{__package__}.{self.reader}").read
        return found

    def clean(self) -> Cleaner:
        """Its cleaner, likewise."""
        found: Cleaner = import_module(f"{__package__}.{self.cleaner}").clean
        return found


Fault = Literal["empty", "password", "damaged"]


@dataclass(frozen=True, slots=True)
class Detected:
    """The kind; or why there is none, a fault of the file, or the ``title`` of what it is instead."""

    kind: Kind | None
    fault: Fault | None = None
    title: str = ""


def detect(data: bytes, ending: str) -> Detected:
    """Tell what ``data`` is; ``ending`` is the lower-case file ending without its dot, and only decides between kinds of text."""
    file = Bytes(data, ending)
    if signs.empty(file):
        return Detected(None, fault="empty")
    try:
        kind = next(kind for kind in KINDS if kind.sign(file))
    except signs.LockedError:
        return Detected(None, fault="password")
    except signs.DamagedError:
        return Detected(None, fault="damaged")
    return Detected(kind) if kind.reader else Detected(None, title=kind.title.format(ending=ending))


def ending_known(file: Bytes) -> bool:
    """The file has no ending, or one that the table has."""
    return not file.ending or file.ending in ENDINGS


def _unread(title: str, sign: Sign) -> Kind:
    """What is only recognised, so that the refusal can name it."""
    return Kind("", title, (), sign)


_PDF = begins(b"%PDF-", within=1024)
_PICTURE = any_of(
    begins(b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*"),
    signs.matches(rb"BM.{4}\x00{4}|RIFF.{4}WEBP"),
)
_RTF = signs.matches(rb"\s*\{\\rtf")
_SAVED_PAGE = text_begins(rb"mime-version:|.*\ncontent-type: multipart/related")
_WORD_XML = text_begins(rb"<\?xml.*?(?:progid=\"Word\.Document\"|schemas\.microsoft\.com/office/2006/xmlPackage)")
_XML = all_of(text_begins(rb"<\?xml"), none_of(text_holds(rb"<(?:!doctype\s+)?html")))

_TEXTS, _MARKDOWN, _PAGES = ("txt", "text"), ("md", "markdown"), ("html", "htm", "xhtml", "shtml")
_TAG = rb"<(?:!doctype\s+html|html|head|body|meta|title|div|table|p|span|font)\b"
_PAGE = any_of(
    all_of(named(*_PAGES), text_holds(_TAG)),
    all_of(none_of(named(*_PAGES)), text_begins(rb"(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|meta\s|body)\b")),
    all_of(none_of(named(*_PAGES, *_TEXTS, *_MARKDOWN)), ending_known, text_holds(_TAG, least=21)),
)

KINDS = (
    Kind("pdf", "PDF", ("pdf",), _PDF, "pdf.pdf", "pdf.clean", "pdf"),
    Kind("odt", "OpenDocument (.odt)", ("odt",), signs.open_document(b"application/vnd.oasis.opendocument.text"), "word.doc"),
    Kind("xlsx", "bảng tính Excel (.xlsx)", ("xlsx", "xlsm"), signs.package("xl/"), "word.sheet"),
    Kind("pptx", "trình chiếu PowerPoint (.pptx)", ("pptx",), signs.package("ppt/"), "word.slides"),
    Kind("docx", "Word (.docx)", ("docx", "docm", "dotx", "dotm"), signs.package(), "word.docx", "word.clean", "docx"),
    _unread("tệp nén ZIP", signs.archive),
    Kind("doc", "Word 97-2003 (.doc)", ("doc", "dot", "wbk"), signs.word_stream, "word.doc"),
    _unread("bảng tính Excel (.xls)", signs.stream("Workbook")),
    _unread("trình chiếu PowerPoint (.ppt)", signs.stream("PowerPoint Document")),
    _unread("thư Outlook (.msg)", signs.stream("__substg1.0_")),
    _unread("tệp Office không rõ loại", signs.unknown_compound),
    Kind("rtf", "RTF", ("rtf",), _RTF, "word.doc", limit=TEXT_LIMIT),
    Kind("image", "ảnh", ("png", "jpg", "jpeg", "tif", "tiff", "bmp", "webp"), _PICTURE, "scan.image", "scan.clean", "jpg"),
    _unread("ảnh GIF", binary(b"GIF8")),
    _unread("tệp nén RAR", binary(b"Rar!")),
    _unread("tệp nén 7z", binary(b"7z\xbc\xaf")),
    _unread("tệp nén gzip", binary(b"\x1f\x8b")),
    _unread("chương trình Windows", binary(b"MZ")),
    _unread("chương trình Linux", binary(b"\x7fELF")),
    _unread("tệp âm thanh", binary(b"ID3", b"OggS")),
    _unread("cơ sở dữ liệu SQLite", binary(b"SQLite format 3")),
    _unread("tệp nhị phân không rõ loại", signs.no_text),
    Kind("mht", "trang lưu một tệp (.mht)", ("mht", "mhtml"), _SAVED_PAGE, "web.mht", limit=TEXT_LIMIT),
    Kind("wordml", "Word XML", ("xml",), _WORD_XML, "word.doc", limit=TEXT_LIMIT),
    _unread("tệp XML", _XML),
    Kind("html", "trang HTML", _PAGES, _PAGE, "web.html", characters="markup", limit=TEXT_LIMIT),
    Kind("md", "Markdown", _MARKDOWN, named(*_MARKDOWN), "plain.markdown", "plain.clean", "txt", "text", TEXT_LIMIT),
    _unread("tệp .{ending}", none_of(ending_known)),
    Kind("txt", "văn bản thuần", _TEXTS, signs.anything, "plain.text", "plain.clean", "txt", "text", TEXT_LIMIT),
)
"""All kinds, in the order in which they are asked. A text that only its ending tells stands before Markdown."""

READ = {kind.name: kind for kind in KINDS if kind.reader}
"""The kinds that are read, by name."""

UNREAD: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(("rar", "7z", "gz", "tgz", "tar"), "archive") | dict.fromkeys(("xls", "xlsb", "xlt", "ppt", "pps", "pot"), "old")
)
"""Endings (no dot) of what offices have and nobody reads here → what helps: to unpack it, to save it anew."""

ENDINGS = frozenset(ending for kind in READ.values() for ending in kind.endings)
"""All endings of files that are read, without the dot."""
