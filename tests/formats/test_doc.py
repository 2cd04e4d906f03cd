"""Files that go through LibreOffice: the same document in every format, real files in old encodings, programs that are missing."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from build_tools.commands.pipeline import read_alone
from build_tools.model.diagnostic import InputError
from build_tools.read import read_file
from build_tools.read.word import doc
from build_tools.vietnamese.syllables import is_syllable, words
from tests.conftest import need
from tests.content import shipped
from tests.corpus import Readings
from tests.formats.docx_maker import docx, p, r, save, tbl, tc
from tests.formats.report import text_of
from tests.formats.test_bad_files import ole

CENTER = '<w:jc w:val="center"/>'
BOLD = "<w:b/>"


@pytest.fixture
def office() -> str:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    need("LibreOffice", bool(found))
    return str(found)


def letter() -> bytes:
    """A directive of an invented committee with automatic numbering, a footnote and a table."""
    head = tbl(
        (
            tc(p("TỈNH ỦY SÔNG MƠ", props=CENTER), p("*", props=CENTER), p("Số 12-CT/TU", props=CENTER)),
            tc(p(r("ĐẢNG CỘNG SẢN VIỆT NAM", BOLD), props=CENTER), p(r("Sông Mơ, ngày 05 tháng 3 năm 2024", "<w:i/>"), props=CENTER)),
        ),
        lined=False,
    )
    level = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="3"/></w:numPr>'
    one, two = level.format(0), level.format(1)
    long = "Các cấp ủy, tổ chức đảng trong toàn tỉnh tiếp tục quán triệt, triển khai thực hiện nghiêm túc "
    body = (
        p(r("CHỈ THỊ", BOLD), props=CENTER)
        + p(r("về tăng cường công tác bảo vệ rừng đầu nguồn", BOLD), props=CENTER)
        + p(long + "Kết luận số 01-KL/TW ngày 18 tháng 5 năm 2021 của Bộ Chính trị và Chỉ thị số 05-CT/TW ngày 15/5/2016.")
        + p(r("Mục đích, yêu cầu", BOLD), props=one)
        + p(long + "Quy định số 37-QĐ/TW ngày 25/10/2021 của Ban Chấp hành Trung ương.", props=two)
        + p(long + "các văn bản nêu trên trong cán bộ, đảng viên và nhân dân.", props=two)
        + p(r("Tổ chức thực hiện", BOLD), props=one)
        + p(long + "Chỉ thị này; định kỳ sáu tháng báo cáo Ban Thường vụ Tỉnh ủy.", props=two)
    )
    signed = [p(text, props=CENTER) for text in ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Trần Văn Thử")]
    sign = tbl((tc("Nơi nhận:", "- Các huyện ủy,", "- Lưu Văn phòng Tỉnh ủy."), tc(*signed)), lined=False)
    shapes = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{f}"/><w:lvlText w:val="{t}"/></w:lvl>'
        for n, (f, t) in enumerate((("upperRoman", "%1-"), ("decimal", "%2.")))
    )
    numbering = f'<w:abstractNum w:abstractNumId="7">{shapes}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
    return docx(head + body + sign, numbering=numbering)


@pytest.mark.slow
def test_one_document_reads_alike_in_every_format(office: str, tmp_path: Path, root: Path) -> None:
    source = save(tmp_path, letter(), "chi-thi.docx")
    register = shipped()
    for ending in ("pdf", "txt:Text (encoded):UTF8", "doc", "rtf", "odt"):
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", ending, "--outdir", str(tmp_path), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=600)
    seen = {}
    for ending in ("docx", "pdf", "txt", "doc", "rtf", "odt"):
        read = read_alone(tmp_path / f"chi-thi.{ending}", register)
        header = read.document.header
        seen[ending] = (
            [(c.kind, c.number, c.date) for c in read.citations],
            [section.label for section in read.document.sections],
            (header.type, header.number, header.date, header.place, header.issuer, header.subject, header.signature.signer),
        )
    expected = seen.pop("docx")
    assert expected[1] == ["I", "1", "2", "II", "1"]
    assert expected[2][1] == "12-CT/TU"
    assert {ending: found == expected for ending, found in seen.items()} == dict.fromkeys(seen, True)


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["tcvn3/2003-A16.rtf", "tcvn3/2004-NghiDinh115_2003.doc", "vni/2006-quydinhkiemtra02.doc", "vni/2008-23.QD-991-UBND.doc"]
)
def test_real_files_in_old_fonts_become_vietnamese(office: str, shared: Path, readings: Readings, name: str) -> None:
    file = shared / "corpus" / "legacy" / name
    text = text_of(readings.read(file))
    counted = words(text)
    wrong = sum(count for word, count in counted.items() if not is_syllable(word) and not word.isascii())
    assert wrong <= 0.002 * counted.total()
    other = (file.parent / f"{file.name}.transcript.txt").read_text(encoding="utf-8")
    ours, theirs = (Counter(re.findall(r"\w+", unicodedata.normalize("NFC", item).lower())) for item in (text, other))
    assert (ours & theirs).total() >= 0.99 * theirs.total()


def test_without_any_program_one_line_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = save(tmp_path, ole("WordDocument"), "cũ.doc")
    monkeypatch.setattr(doc, "program", lambda *names: None)
    with pytest.raises(InputError) as raised:
        read_file(file)
    (found,) = raised.value.diagnostics
    assert found.code == "read-program"
    assert "libreoffice" in found.hint


@pytest.mark.slow
def test_a_damaged_old_file_is_refused_and_leaves_nothing_behind(office: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = save(tmp_path, ole("WordDocument"), "hỏng.doc")
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    with pytest.raises(InputError) as raised:
        read_file(file)
    assert raised.value.diagnostics[0].code in ("doc-damaged", "read-no-text", "read-not-vietnamese")
    assert list(scratch.iterdir()) == []


def test_a_program_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = tmp_path / "soffice"
    slow.write_text("#!/bin/sh\nsleep 60\n", encoding="utf-8")
    slow.chmod(0o755)
    monkeypatch.setattr(doc, "TIMEOUT", 0.5)
    assert doc.to_docx(str(slow), Path("a.doc"), b"x") is None
