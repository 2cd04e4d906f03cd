"""Words that a line is drawn through do not stand: they are named, and their line is never certain. Texts, places, numbers are invented."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest
import yaml

from build_tools.commands.main import main
from build_tools.graph.reading import read_clean
from build_tools.model.metadata import Metadata
from build_tools.model.reading import Doubt
from build_tools.normalise.confirmed import correct
from build_tools.read import read_file
from build_tools.read.page.layout import Box
from build_tools.read.pdf.struck import Place, struck_by
from tests.desk.opened import content
from tests.formats.docx_maker import docx, p, r, save
from tests.pdf.pdf_writer import LEFT, RIGHT, Sheet, pdf, width
from tests.pdf.test_every_character import accounted, drawn
from tests.pdf.test_pdf_text import LONG, OTHER, texts

NUMBER_AT = 110.0


def letter(number: str, day: str) -> Sheet:
    sheet = Sheet().centred(160, 60, "UBND HUYỆN ĐÁ BẠC", 12, "B").text(NUMBER_AT, 90, f"Số: {number}", 12)
    sheet.centred(410, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, "B").centred(410, 76, "Độc lập - Tự do - Hạnh phúc", 12, "B")
    sheet.text(320, 93, f"Đá Bạc, ngày {day} tháng 3 năm 2031", 12).centred(313, 140, "KẾ HOẠCH", 14, "B")
    sheet.centred(313, 158, "Trồng rừng ven suối", 14, "B")
    y = sheet.paragraph(200, LONG)
    sheet.paragraph(y, OTHER)
    return sheet


def through(sheet: Sheet, x: float, base: float, before: str, words: str, size: float = 12.0, lift: float = 0.3) -> Sheet:
    """A line over ``words`` which stand behind ``before``."""
    left = x + width(before, size)
    return sheet.line(left, base - lift * size, left + width(words, size), base - lift * size)


def kept(tmp_path: Path, *sheets: Sheet) -> tuple[Path, dict[str, object], str]:
    path = tmp_path / "van-ban.pdf"
    path.write_bytes(pdf(*sheets))
    folder = content(tmp_path / "trang")
    assert main(["add", str(path), "--content", str(folder), "--yes", "--quiet"]) == 0
    (written,) = folder.glob("data/documents/*/metadata.yaml")
    return path, yaml.safe_load(written.read_text(encoding="utf-8")), written.read_text(encoding="utf-8")


def test_a_number_that_was_changed_visibly_is_the_new_one_and_never_certain(tmp_path: Path) -> None:
    sheet = through(letter("4445/KH-UBND", "1221"), NUMBER_AT, 90, "Số: ", "44")
    through(sheet, 320, 93, "Đá Bạc, ngày ", "12")
    path, written, remarks = kept(tmp_path, sheet)
    reading = read_file(path)
    assert {"Số: 45/KH-UBND", "Đá Bạc, ngày 21 tháng 3 năm 2031"} <= set(texts(reading))
    assert reading.confirm == (Doubt(1, "Số: 45/KH-UBND"), Doubt(1, "Đá Bạc, ngày 21 tháng 3 năm 2031"))
    assert [(item.code, item.severity) for item in reading.diagnostics] == [("read-struck", "warning")]
    assert {"44", "12"} <= set(reading.margins)
    assert not drawn(path) - accounted(reading)
    assert written["unsure"] == ["number", "issued_on", "place"]
    assert "number" not in written
    assert "45/KH-UBND" in next(line for line in remarks.splitlines() if line.startswith("# number"))


def test_a_number_that_is_struck_whole_is_not_one_that_was_left_blank(tmp_path: Path) -> None:
    _, written, remarks = kept(tmp_path, through(letter("45/KH-UBND", "21"), NUMBER_AT, 90, "Số: ", "45"))
    assert "number" not in written
    assert written["issued_on"] == "2031-03-21"
    assert "gạch ngang" in next(line for line in remarks.splitlines() if line.startswith("# number"))


def test_what_stands_on_both_sides_of_a_struck_letter_is_one_word(tmp_path: Path) -> None:
    path = tmp_path / "van-ban.pdf"
    path.write_bytes(pdf(through(letter("4157/KH-UBND", "21"), NUMBER_AT, 90, "Số: 4", "15")))
    assert "Số: 47/KH-UBND" in texts(read_file(path))


@pytest.mark.parametrize("lift", [-0.12, -0.05, 0.75, 1.0], ids=["underlined", "close under", "over", "in the gap"])
def test_lines_below_and_above_strike_nothing(tmp_path: Path, lift: float) -> None:
    path = tmp_path / "van-ban.pdf"
    path.write_bytes(pdf(through(letter("45/KH-UBND", "21"), NUMBER_AT, 90, "Số: ", "45/KH-UBND", lift=lift)))
    reading = read_file(path)
    assert "Số: 45/KH-UBND" in texts(reading)
    assert reading.confirm == ()


def test_a_ruling_line_that_goes_on_strikes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "van-ban.pdf"
    path.write_bytes(pdf(letter("45/KH-UBND", "21").line(LEFT, 86.4, RIGHT, 86.4)))
    assert "Số: 45/KH-UBND" in texts(read_file(path))


def test_a_bar_over_words_is_no_line_through_them() -> None:
    word: list[Place] = [(10.0 + 6 * at, 16.0 + 6 * at, 100.0, 12.0) for at in range(4)]
    assert struck_by([(10.0, 96.0, 34.0, 96.8)], word, lambda at: at) == {0, 1, 2, 3}
    assert struck_by([(10.0, 94.5, 34.0, 97.5)], word, lambda at: at) == frozenset()


def test_many_lines_over_many_letters_cost_no_more_than_a_look_at_them() -> None:
    def seconds(count: int) -> float:
        letters: list[Place] = [(float(at), at + 1.0, 100.0, 12.0) for at in range(count)]
        rules: list[Box] = [(float(at), 96.0, at + 1.0, 96.2) for at in range(count)]
        start = process_time()
        struck_by(rules, letters, lambda at: at)
        return process_time() - start

    assert seconds(20_000) < 60 * max(seconds(400), 0.01)


def test_a_line_is_left_to_be_confirmed_until_its_value_is_stated(tmp_path: Path) -> None:
    path = tmp_path / "van-ban.pdf"
    path.write_bytes(pdf(through(letter("4445/KH-UBND", "21"), NUMBER_AT, 90, "Số: ", "44")))
    clean = read_clean(path)
    assert [doubt.text for doubt in correct(clean, Metadata(issued_on="2031-03-21")).confirm] == ["Số: 45/KH-UBND"]
    assert correct(clean, Metadata(number="45/KH-UBND")).confirm == ()


def test_no_value_of_a_line_of_word_from_which_words_are_struck_is_certain(tmp_path: Path) -> None:
    struck = "<w:strike/>"
    head = p("UBND HUYỆN ĐÁ BẠC") + p("Số: ", r("45", struck), "/KH-UBND") + p("Đá Bạc, ngày ", r("12", struck), "21 tháng 3 năm 2031")
    path = save(tmp_path, docx(head + p("KẾ HOẠCH") + p("Trồng rừng ven suối") + p(LONG) + p(OTHER)))
    assert read_file(path).confirm == (Doubt(0, "Số: /KH-UBND"), Doubt(0, "Đá Bạc, ngày 21 tháng 3 năm 2031"))
    folder = content(tmp_path / "trang")
    assert main(["add", str(path), "--content", str(folder), "--yes", "--quiet"]) == 0
    (written,) = folder.glob("data/documents/*/metadata.yaml")
    remarks = written.read_text(encoding="utf-8").splitlines()
    assert "gạch ngang" in next(line for line in remarks if line.startswith("# number"))
    assert "issued_on" in yaml.safe_load("\n".join(remarks))["unsure"]


def test_what_is_told_of_a_struck_number_says_that_it_was_struck(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = save(tmp_path, docx(p("UBND HUYỆN ĐÁ BẠC") + p("Số: ", r("45", "<w:strike/>"), "/KH-UBND") + p("KẾ HOẠCH") + p(LONG)))
    assert main(["add", str(path), "--content", str(content(tmp_path / "trang")), "--yes"]) == 0
    told = capsys.readouterr()
    assert "số trong tệp đã bị gạch ngang" in told.out + told.err
    assert "chờ cấp số" not in told.out + told.err


@pytest.mark.parametrize("mark", ["<w:strike/>", "<w:dstrike/>"])
def test_struck_words_of_a_word_file_are_named_and_left_out(tmp_path: Path, mark: str) -> None:
    body = p("Số ", r("44", mark), "45-BC/TU") + p(LONG, r(" nửa đầu năm", mark)) + p(r("vẫn còn", '<w:strike w:val="0"/>'))
    reading = read_file(save(tmp_path, docx(body)))
    assert texts(reading) == ["Số 45-BC/TU", LONG, "vẫn còn"]
    assert [item.code for item in reading.diagnostics] == ["read-struck"]
    assert {"44", "nửa đầu năm"} <= set(reading.margins)
