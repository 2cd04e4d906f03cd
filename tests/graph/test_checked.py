"""Values of a scan that a person has confirmed, and documents that only the editor could name. The texts are invented."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.graph import reading
from build_tools.graph.checked import checked, corrections
from build_tools.graph.reading import read_source, understand
from build_tools.messages.doubts import doubt_words
from build_tools.model.document import Clean, Document, Paragraph
from build_tools.model.metadata import Confirmed, Metadata, SourceFile
from build_tools.model.reading import Doubt
from build_tools.model.register import Register
from build_tools.model.span import OffsetMap, Run, Span
from build_tools.normalise import normalise
from build_tools.normalise.confirmed import correct, same_value, stands, words_read
from build_tools.read import read_file
from tests.content import shipped

SCAN = (
    "UBND HUYỆN ĐÁ BẠC\nSố: 36/KH-UBND\nĐá Bạc, ngày 20 tháng 3 năm 2031\n\nKẾ HOẠCH\nTrồng rừng ven suối\n\n"
    "Thực hiện Kế hoạch số 12/KH-UBND, Ủy ban nhân dân huyện giao các xã trồng 1.250 cây.\n"
)
LISTED = (Doubt(1, "36/KH-UBND"), Doubt(1, "ngày 20 tháng 3 năm 2031"), Doubt(1, "1.250"), Doubt(1, "suối", 41))


@pytest.mark.parametrize("doubt", LISTED)
def test_what_the_list_shows_may_be_copied_into_the_metadata(doubt: Doubt) -> None:
    assert words_read(doubt_words(doubt)) == doubt.text


@pytest.fixture(scope="module")
def register(root: Path) -> Register:
    return shipped()


@pytest.fixture
def scan(tmp_path: Path) -> Clean:
    (tmp_path / "a.txt").write_text(SCAN, encoding="utf-8")
    clean = normalise(read_file(tmp_path / "a.txt"))
    blocks = tuple(replace(block, style=replace(block.style, page=1 + (at > 4))) for at, block in enumerate(clean.blocks))
    return replace(clean, method="ocr", confirm=LISTED, blocks=blocks)


def read(scan: Clean, metadata: Metadata, register: Register) -> Document:
    document = understand(SourceFile("a", "a.txt", metadata), scan, register).document
    assert document is not None
    return document


@pytest.mark.parametrize(
    ("metadata", "number", "date", "left"),
    [
        (Metadata(), "36/KH-UBND", "2031-03-20", (0, 1, 2, 3)),
        (Metadata(confirmed=(Confirmed("36/KH-UBND", "36/KH-UBND"),)), "36/KH-UBND", "2031-03-20", (1, 2, 3)),
        (Metadata(confirmed=(Confirmed("36/KH-UBND", "38/KH-UBND"),)), "38/KH-UBND", "2031-03-20", (1, 2, 3)),
        (Metadata(confirmed=(Confirmed("ngày 20 tháng 3 năm 2031", "ngày 26 tháng 3 năm 2031"),)), "36/KH-UBND", "2031-03-26", (0, 2, 3)),
        (Metadata(confirmed=(Confirmed("2031-03-20", "2031-03-26"),)), "36/KH-UBND", "2031-03-26", (0, 2, 3)),
        (Metadata(confirmed=(Confirmed("2031-03-20", "không rõ"),)), "36/KH-UBND", "2031-03-20", (0, 2, 3)),
        (Metadata(confirmed=(Confirmed("1.250", "1.260"), Confirmed("suối", "suối"))), "36/KH-UBND", "2031-03-20", (0, 1)),
        (Metadata(confirmed=(Confirmed("trang 1: 1.250", "1.250"),)), "36/KH-UBND", "2031-03-20", (0, 1, 3)),
        (Metadata(number="36/KH-UBND", issued_on="2031-03-20"), "36/KH-UBND", "2031-03-20", (2, 3)),
        (Metadata(confirmed=(Confirmed("6", "8"), Confirmed("KH", "QĐ"))), "36/KH-UBND", "2031-03-20", (0, 1, 2, 3)),
    ],
)
def test_confirmed_values_take_effect(
    scan: Clean, register: Register, metadata: Metadata, number: str, date: str, left: tuple[int, ...]
) -> None:
    found = read(scan, metadata, register)
    assert (found.header.number, found.header.date) == (number, date)
    assert found.clean.confirm == tuple(LISTED[place] for place in left)


@pytest.mark.parametrize(
    ("entry", "line"),
    [
        (Confirmed("36/KH-UBND", "38/KH-UBND"), "Số: 38/KH-UBND"),
        (Confirmed("36 / KH–UBND", "38/KH-UBND"), "Số: 38/KH-UBND"),
        (Confirmed("2031-03-20", "2031-03-02"), "Đá Bạc, ngày 02 tháng 3 năm 2031"),
        (Confirmed("ngày 20 tháng 3 năm 2031", "26/3/2031"), "Đá Bạc, ngày 26 tháng 3 năm 2031"),
        (Confirmed("trang 2: 1.250", "12.500"), "giao các xã trồng 12.500 cây."),
        (Confirmed("trang 1: chữ “suối” (độ tin cậy 41 %)", "sông"), "Trồng rừng ven sông"),
        (Confirmed("UBND", "UBNĐ"), "UBNĐ HUYỆN ĐÁ BẠC"),
        (Confirmed("xã", "phường", everywhere=True), "giao các phường trồng"),
        (Confirmed("huyện", "thị xã", everywhere=True), "Ủy ban nhân dân thị xã giao"),
    ],
)
def test_what_was_misread_is_put_right_in_the_text(scan: Clean, register: Register, entry: Confirmed, line: str) -> None:
    document = read(scan, Metadata(confirmed=(entry,)), register)
    assert line in document.clean.text
    assert all(item.span.of(document.clean.text) == item.value for item in document.clean.corrections)
    (note,) = corrections(document, Metadata(confirmed=(entry,)))
    assert f"“{document.clean.corrections[0].read}”; đã sửa là “{document.clean.corrections[0].value}”" in note
    assert "trang" in note


@pytest.mark.parametrize(
    "entry",
    [
        Confirmed("6", "8"), Confirmed("KH", "QĐ"), Confirmed("250", "260"), Confirmed("12/KH", "13/KH"), Confirmed("1.250", "1.250"),
        Confirmed("trang 1: 1.250", "1.260"), Confirmed("999", "1"), Confirmed("2031-03-20", "không rõ"), Confirmed("2031-03", "2031-04"),
    ],
)  # fmt: skip
def test_what_is_not_that_value_stays(scan: Clean, register: Register, entry: Confirmed) -> None:
    document = read(scan, Metadata(confirmed=(entry,)), register)
    assert document.clean.text == scan.text
    assert document.clean.corrections == ()


def test_of_several_places_only_the_heading_is_put_right_and_the_rest_is_told(scan: Clean, register: Register) -> None:
    again = "\n".join([scan.text, *["Nội dung."] * 30, "Kế hoạch số 36/KH-UBND nêu rõ."])
    blocks = [Paragraph(Span(match.start(), match.end())) for match in re.finditer(".+", again)]
    clean = replace(scan, text=again, source=again, blocks=tuple(blocks), origin=OffsetMap.from_runs((Run(0, len(again), 0, len(again)),)))
    metadata = Metadata(confirmed=(Confirmed("36/KH-UBND", "38/KH-UBND"),))
    document = read(clean, metadata, register)
    assert (document.header.number, document.clean.text.count("36/KH-UBND")) == ("38/KH-UBND", 1)
    assert len(corrections(document, metadata)) == 2
    everywhere = Metadata(confirmed=(Confirmed("36/KH-UBND", "38/KH-UBND", True),))
    assert "36/KH-UBND" not in read(clean, everywhere, register).clean.text


def test_what_no_line_holds_as_it_is_stated_is_put_right_in_the_header(scan: Clean, register: Register) -> None:
    clean = replace(scan, text=scan.text.replace("Trồng rừng ven suối", "TRỒNG RỪNG VEN SUỐI"))
    assert read(clean, Metadata(), register).header.subject == "Trồng rừng ven suối"
    metadata = Metadata(confirmed=(Confirmed("trang 1: Trồng rừng ven suối", "Trồng rừng ven sông"),))
    assert "Trồng rừng ven sông" in str(read(clean, metadata, register).header.subject)


def test_a_text_that_was_not_recognised_is_left_alone(scan: Clean, register: Register) -> None:
    text = replace(scan, method="text")
    metadata = Metadata(confirmed=(Confirmed("36/KH-UBND", "38/KH-UBND"),))
    assert read(text, metadata, register).clean == text
    assert read(text, metadata, register).header.number == "36/KH-UBND"
    assert checked(read(text, Metadata(), register), metadata) == read(text, Metadata(), register)
    assert corrections(read(text, metadata, register), metadata) == ()


@pytest.mark.parametrize(("metadata", "is_document", "sections"), [(Metadata(), False, 0), (Metadata(type="Quy chế"), True, 2)])
def test_what_the_editor_names_is_a_document(
    tmp_path: Path, register: Register, metadata: Metadata, is_document: bool, sections: int
) -> None:
    (tmp_path / "a.txt").write_text("Những việc cần làm ở Đá Bạc\n\n1. Trồng cây.\n\n2. Quét đường.\n", encoding="utf-8")
    read = read_source(SourceFile("a", str(tmp_path / "a.txt"), metadata), register)
    assert read.document is not None
    assert (read.document.is_document, len(read.document.sections)) == (is_document, sections)
    assert ("not-a-document" in {item.code for item in read.diagnostics}) is not is_document
    assert reading.named(read.document, metadata) == read.document


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("36/KH-UBND", "36/kh-ubnd", True), ("36/KH-UBND", "36 / KH – UBND", True), ("36/KH-UBND", "38/KH-UBND", False),
        ("ngày 20 tháng 3 năm 2031", "2031-03-20", True), ("20/3/2031", "2031-03-20", True), ("20/3/2031", "21/3/2031", False),
        ("suối", "Suối", True), ("suối", "sông", False), ("suối", "2031-03-20", False), ("suối", "36/KH-UBND", False),
    ],
)  # fmt: skip
def test_two_ways_of_writing_one_value(one: str, other: str, same: bool) -> None:
    assert same_value(one, other) == same
    assert same_value(other, one) == same


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("suối", "suối"), ("trang 3: suối", "suối"), ("chữ “suối”", "suối"), ("trang 12: chữ “ven suối” (độ tin cậy 41 %)", "ven suối"),
        ("chữ “” (độ tin cậy 3 %)", ""), ("trang: suối", "trang: suối"), ("hai\ndòng", "hai\ndòng"), ("trang 1: hai\ndòng", "hai\ndòng"),
    ],
)  # fmt: skip
def test_what_was_read_without_what_stands_around_it(entry: str, words: str) -> None:
    assert words_read(entry) == words


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("ven suối.", "suối", True), ("ven suối", "su", False), ("số 36/KH-UBND", "36/KH-UBND", True), ("số 36/KH-UBND", "36", False),
        ("số 36/KH-UBND", "UBND", False), ("số 36 / KH – UBND", "36/KH-UBND", True), ("số 36/KH-UBND", "36 / KH – UBND", True),
        ("số 36-KH-UBND", "36/KH-UBND", False), ("từ 1.250 cây", "250", False), ("từ 1,5 ha", "5", False), ("bến 5.", "5", True),
        ("bến 5, đò 6", "5", True), ("(5)", "5", True), ("ven  suối", "ven suối", False), ("a.b", "a+b", False),
    ],
)  # fmt: skip
def test_a_value_stands_whole(text: str, words: str, found: bool) -> None:
    assert stands(text, words) == found


def test_a_date_is_put_right_as_it_is_written() -> None:
    def mended(text: str, read: str, value: str) -> str:
        blocks = (Paragraph(Span(0, len(text))),)
        scan = Clean("a.png", "image", text, text, OffsetMap.from_runs((Run(0, len(text), 0, len(text)),)), blocks, "ocr")
        return correct(scan, Metadata(confirmed=(Confirmed(read, value),))).text

    assert mended("họp ngày 20 tháng 3 năm 2031.", "20/3/2031", "05/12/2032") == "họp ngày 05 tháng 12 năm 2032."
    assert mended("họp ngày 20/3/2031.", "2031-03-20", "2031-03-02") == "họp ngày 02/3/2031."
    assert mended("họp ngày 20/03/2031.", "2031-03-20", "2031-11-02") == "họp ngày 02/11/2031."
    assert mended("họp ngày 20/3/2031.", "2031-03-21", "2031-03-02") == "họp ngày 20/3/2031."
    assert mended("họp tháng 3 năm 2031.", "2031-03", "2031-04") == "họp tháng 4 năm 2031."
    assert mended("họp ngày 20/3/2031.", "2031-03-20", "2031-03") == "họp ngày 20/3/2031."
    assert mended("số 36/KH-UBND.", "36/KH-UBND", " 38 /KH-UBND ") == "số 38/KH-UBND."
    assert mended("ven  suối Lim", "suối", "sông \n Mơ") == "ven  sông Mơ Lim"


def test_of_two_corrections_in_one_place_the_first_counts_and_pages_are_kept_apart(scan: Clean, register: Register) -> None:
    both = (Confirmed("ven suối", "ven sông"), Confirmed("suối", "hồ"))
    assert "Trồng rừng ven sông" in read(scan, Metadata(confirmed=both), register).clean.text
    assert "Trồng rừng ven hồ" in read(scan, Metadata(confirmed=both[::-1]), register).clean.text
    other_page = Metadata(confirmed=(Confirmed("trang 2: suối", "hồ"),))
    assert read(scan, other_page, register).clean.text == scan.text
    assert read(scan, Metadata(confirmed=(Confirmed(" ", "hồ"), Confirmed("suối", " "))), register).clean.text == scan.text


def test_of_several_places_only_those_of_the_heading_are_put_right(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("".join(f"Bến {number:02} ở đó.\n\n" for number in range(30)).replace("24 ở", "23 ở"), encoding="utf-8")
    clean = replace(normalise(read_file(tmp_path / "a.txt")), method="ocr")
    lines = correct(clean, Metadata(confirmed=(Confirmed("23", "53"),))).text.split("\n")
    assert lines[23:25] == ["Bến 53 ở đó.", "Bến 23 ở đó."]
    assert correct(clean, Metadata(confirmed=(Confirmed("29", "59"),))).text.endswith("Bến 59 ở đó.")
