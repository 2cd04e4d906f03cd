"""Original files on the site: only those that the metadata releases, cleaned, linked with kind and size."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from build_tools.graph.attached import attachments_of
from build_tools.graph.originals import original_of
from build_tools.model.metadata import Attachment, Metadata, SourceFile
from build_tools.model.site import Site
from build_tools.read import clean_file
from build_tools.views.wording import file_size
from tests.citations.citation_helpers import document
from tests.formats.docx_maker import docx, p
from tests.site import sample
from tests.site.built import build, snapshot

CORE = b'<c:coreProperties xmlns:c="urn:x"><creator>Tr\xe1\xba\xa7n Th\xe1\xbb\xad</creator></c:coreProperties>'
WORD = docx(p("Báo cáo của huyện Đá Bạc"), extra={"docProps/core.xml": CORE})
FREE = Metadata(publish_original=True)


def source(folder: Path, name: str, data: bytes, metadata: Metadata = FREE) -> SourceFile:
    (folder / name).write_bytes(data)
    return SourceFile("a", str(folder / name), metadata)


def with_original(file: SourceFile) -> Site:
    original, refused = original_of(file)
    assert refused == ()
    site = sample.site()
    first, *others = site.documents
    return replace(site, documents=(replace(first, original=original, source_path=file.path), *others))


@pytest.mark.slow
@pytest.mark.parametrize(("name", "data"), [("a.docx", WORD), ("a.md", "# Văn bản *của* Đá Bạc\n".encode())])
def test_a_released_original_lies_beside_its_page_without_its_author(tmp_path: Path, name: str, data: bytes) -> None:
    site = with_original(source(tmp_path, name, data))
    out, warnings = build(site, tmp_path)
    assert warnings == ()
    page = out / "van-ban" / sample.LETTER / "index.html"
    (link,) = html.fromstring(page.read_bytes().decode()).xpath("//a[starts-with(., 'Tải bản gốc')]")
    file = page.parent / link.get("href")
    assert file.read_bytes() == clean_file(Path(name), data).data
    assert "Trần Thử".encode() not in b"".join(unpacked(file))
    assert (file.suffix, link.text_content()) in (
        (".docx", "Tải bản gốc (.docx, 1 KB; đã gỡ thông tin tác giả)"), (".txt", "Tải bản gốc (.txt, 1 KB)"),
    )  # fmt: skip
    assert [path for path in snapshot(out) if "ban-goc" in path] == [str(file.relative_to(out))]


def unpacked(file: Path) -> list[bytes]:
    if file.suffix != ".docx":
        return [file.read_bytes()]
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
        return [archive.read(name) for name in archive.namelist()]


@pytest.mark.slow
def test_an_original_that_is_no_longer_released_is_gone(tmp_path: Path) -> None:
    out, _ = build(with_original(source(tmp_path, "a.docx", WORD)), tmp_path)
    assert list(out.rglob("ban-goc.*"))
    out, _ = build(sample.site(), tmp_path)
    assert not list(tmp_path.rglob("ban-goc.*"))


@pytest.mark.parametrize(
    ("name", "data", "metadata", "says"),
    [
        ("a.docx", WORD, replace(FREE, redact=True), "che thông tin cá nhân"),
        ("a.md", b"ban tom luoc", replace(FREE, kind="digest"), "bản tóm lược"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"WordDocument".decode().encode("utf-16-le"), FREE, "chưa gỡ được"),
        ("a.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"WordDocument".decode().encode("utf-16-le"), FREE, "chưa gỡ được"),
        ("a.html", b"<html><meta name=author content=x><p>a</p></html>", FREE, "chưa gỡ được"),
        ("a.docx", WORD[:200], FREE, "không công bố bản gốc"),
    ],
)
def test_what_may_not_be_published_stays_away_with_a_reason(tmp_path: Path, name: str, data: bytes, metadata: Metadata, says: str) -> None:
    original, (refused,) = original_of(source(tmp_path, name, data, metadata))
    assert original is None
    assert (refused.code, refused.severity) == ("original-refused", "warning")
    assert says in refused.message
    assert refused.hint
    beside = (Attachment(str(tmp_path / name)), Attachment(str(tmp_path / name), signed=True))
    listed, told = attachments_of(SourceFile("b", "b.txt", metadata, attached=beside), document("Bến Lim"))
    assert [item.original for item in listed] == [None, None]
    assert told == (refused, refused)  # what goes with a document stays away for the same reason, and that is told too


@pytest.mark.parametrize(
    ("name", "data", "ending"),
    [
        ("a.docm", WORD, "docx"),
        ("a.doc", WORD, "docx"),
        ("a.markdown", "Văn bản của Đá Bạc".encode(), "txt"),
        ("a.jpeg", b"\xff\xd8\xff\xd9", "jpg"),
    ],
)
def test_the_ending_is_that_of_what_the_file_is(tmp_path: Path, name: str, data: bytes, ending: str) -> None:
    original, refused = original_of(source(tmp_path, name, data))
    assert refused == ()
    assert original is not None
    assert original.ending == ending


def test_an_original_that_nobody_released_is_not_even_looked_at() -> None:
    assert original_of(SourceFile("a", "/không/có")) == (None, ())


@pytest.mark.parametrize(("size", "text"), [(0, "1 KB"), (24_500, "24 KB"), (1_024_000, "1 MB"), (1_600_000, "1,5 MB")])
def test_sizes_are_as_people_read_them(size: int, text: str) -> None:
    assert file_size(size) == text
