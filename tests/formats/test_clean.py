"""Original files as they may be published: without their authors."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from build_tools.model.diagnostic import InputError
from build_tools.read import clean_file, read_file
from tests.formats.docx_maker import docx, p, r, save


def original() -> bytes:
    body = p(
        "giữ ", f'<w:ins w:id="1" w:author="Trần Thử">{r("thêm")}</w:ins>',
        '<w:del w:id="2" w:author="Trần Thử"><w:r><w:delText>bí mật cũ</w:delText></w:r></w:del>',
        '<w:commentRangeStart w:id="3"/>', r(" ẩn", "<w:vanish/>"), '<w:r><w:commentReference w:id="3"/></w:r>',
    )  # fmt: skip
    namespace = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    core = f'<c:coreProperties xmlns:c="{namespace}"><x>Trần Thử</x></c:coreProperties>'
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    comments = f'<w:comments xmlns:w="{w}"><w:comment w:id="3" w:author="Trần Thử"><w:p/></w:comment></w:comments>'
    extra = {"docProps/core.xml": core.encode(), "word/comments.xml": comments.encode(), "word/vbaProject.bin": b"macro"}
    return docx(body, extra=extra)


def test_a_published_word_file_tells_nothing_of_its_authors(tmp_path: Path) -> None:
    cleaned = clean_file(Path("a.docx"), original()).data
    assert cleaned == clean_file(Path("a.docx"), original()).data
    with zipfile.ZipFile(io.BytesIO(cleaned)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist()).decode()
        assert not any("vba" in name for name in archive.namelist())
    for gone in ("Trần Thử", "bí mật cũ", "ẩn", "commentReference", "w:ins"):
        assert gone not in everything
    assert read_file(save(tmp_path, cleaned)).source == "giữ thêm"


def test_a_published_pdf_has_no_properties() -> None:
    new = pypdfium2.PdfDocument.new()
    new.new_page(200, 200).close()
    out = io.BytesIO()
    new.save(out)
    titled = out.getvalue().replace(b"/Creator(PDFium)", b"/Author(TranThu)")
    cleaned = clean_file(Path("a.pdf"), titled).data
    assert b"TranThu" not in cleaned
    assert cleaned == clean_file(Path("a.pdf"), titled).data
    assert len(pypdfium2.PdfDocument(cleaned)) == 1


def test_a_kind_that_cannot_be_cleaned_is_refused() -> None:
    with pytest.raises(InputError) as raised:
        clean_file(Path("a.doc"), b"\xd0\xcf\x11\xe0")
    assert raised.value.diagnostics[0].code == "original-kind"
