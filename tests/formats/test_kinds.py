"""What a file is: by its bytes, and between texts by its ending. One table of shapes; the row of a kind is all that tells it."""

from __future__ import annotations

import pytest

from build_tools.read import READABLE
from build_tools.read.kinds import KINDS, detect
from tests.formats.test_bad_files import GOOD, ole, zipped

TAGS = b"<p>Xa Da Bac</p>"
ODT = b"application/vnd.oasis.opendocument.text"
LOCKED = b"<manifest:encryption-data/>"

SHAPES: list[tuple[bytes, str, str]] = [
    # bytes, ending, kind or (after "!") what the refusal says
    (b"%PDF-1.7", "txt", "pdf"),
    (b"HTTP/1.1 200 OK\r\n\r\n%PDF-1.4", "pdf", "pdf"),
    (b" " * 1100 + b"%PDF-1.4", "txt", "txt"),
    (GOOD, "doc", "docx"),
    (zipped({"mimetype": ODT}), "odt", "odt"),
    (zipped({"mimetype": ODT, "META-INF/manifest.xml": LOCKED}), "odt", "!password"),
    (zipped({"mimetype": b"application/epub+zip"}), "odt", "!tệp nén ZIP"),
    (zipped({"[Content_Types].xml": b"<Types/>", "ppt/slide.xml": b"<x/>"}), "docx", "pptx"),
    (b"PK\x05\x06" + b"\x00" * 18, "docx", "!tệp nén ZIP"),
    (b"PK\x03\x04" + b"a" * 90, "docx", "!damaged"),
    (ole("WordDocument"), "rtf", "doc"),
    (ole("WordDocument", "Workbook"), "doc", "doc"),
    (ole("__substg1.0_"), "doc", "!thư Outlook (.msg)"),
    (ole("Lạ"), "doc", "!damaged"),
    (rb"  {\rtf1\ansi", "doc", "rtf"),
    (b"\xff\xd8\xff\xe0", "png", "image"),
    (b"BM\x46\x00\x00\x00\x00\x00\x00\x00\x36", "bmp", "image"),
    (b"BM Da Bac", "txt", "txt"),
    (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "webp", "image"),
    (b"GIF89a\x01\x00\x01\x00", "gif", "!ảnh GIF"),
    (b"ID3 la ten mot muc", "txt", "txt"),
    (b"MIME-Version: 1.0\r\n", "html", "mht"),
    (b"Subject: a\nContent-Type: multipart/related; b\n", "doc", "mht"),
    (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "xml", "wordml"),
    (b'<?xml version="1.0"?><rss/>', "xml", "!tệp XML"),
    (b'<?xml version="1.0"?><html><p>a</p>', "xhtml", "html"),
    (TAGS, "html", "html"),
    (b"Xa Da Bac", "html", "txt"),
    (("\ufeff" + TAGS.decode()).encode("utf-16-le"), "html", "html"),
    ("đường Đá Bạc đó đưa đi đâu đấy".encode("utf-16"), "txt", "txt"),
    (b"<!-- a --> <!-- b --><HTML>", "doc", "html"),
    (b"Xa Da Bac <html>", "txt", "txt"),
    (TAGS * 21, "doc", "html"),
    (TAGS * 20, "doc", "txt"),
    (TAGS * 21, "txt", "txt"),
    (TAGS * 21, "md", "md"),
    (b"# Xa Da Bac", "markdown", "md"),
    (b"Xa Da Bac", "py", "!tệp .py"),
    (b"Xa Da Bac", "", "txt"),
    (b"a\x00b" * 90, "txt", "txt"),
    (b"a\x00bcdefghijklmnop" * 90, "txt", "!tệp nhị phân không rõ loại"),
    (b"\xef\xbb\xbf \r\n", "txt", "!empty"),
]


@pytest.mark.parametrize(("data", "ending", "expected"), SHAPES)
def test_a_file_is_what_its_bytes_say(data: bytes, ending: str, expected: str) -> None:
    found = detect(data, ending)
    assert (found.kind.name if found.kind else f"!{found.fault or found.title}") == expected


def test_every_row_is_whole() -> None:
    read = [kind for kind in KINDS if kind.reader]
    assert len({kind.name for kind in read}) == len(read)
    endings = [ending for kind in read for ending in kind.endings]
    assert len(set(endings)) == len(endings)
    assert {f".{ending}" for ending in endings} == READABLE
    for kind in read:
        assert callable(kind.read())
        assert bool(kind.cleaner) == bool(kind.offered)
        assert not kind.cleaner or callable(kind.clean())
