"""Two readers of one picture: what both read alike is accepted, all else is asked; either may be absent."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from build_tools.graph.reading import read_clean
from build_tools.intake.proposal import Proposal, office_of, propose
from build_tools.model.diagnostic import InputError
from build_tools.model.metadata import Metadata
from build_tools.model.reading import Doubt, Second
from build_tools.read import read_file
from build_tools.read.page.layout import Word
from build_tools.read.scan import ocr, witness
from build_tools.read.scan.confirm import to_confirm
from build_tools.read.scan.ocr import recognise
from build_tools.read.scan.picture import Picture
from build_tools.register.content import find_content
from tests.desk.opened import content
from tests.formats.docx_maker import docx, p
from tests.formats.test_add import letter
from tests.pdf.distorted import LETTERS, page

BLANK = Picture(30, 20, b"\xff" * 600, 200)


@pytest.mark.parametrize(
    ("text", "value", "before", "after", "stands"),
    [
        ("Số: 02/ĐL-BTC", "02/ÐL-BTC", "", "", True),
        ("Số: 02 / ĐL – BTC", "02/ĐL-BTC", "", "", True),
        ("Kiên.Giang,ngày 01 tháng 02 năm 2018", "ngày 01 tháng 02 năm 2018", "", "", True),
        ("tổng 1.250 ha", "1.250", "", "", True),
        ("như sau: 1.Xã Đống", "Xã", "1.", "Đồng", True),
        ("như sau: 1.Xã Đống", "1.", "", "Xã", True),
        ("thửa số 21.Xã Đống", "1.", "", "Xã", False),
        ("điểm 1.2.Xã Đống", "2.", "", "Xã", False),
        ("mục 4 của Kế hoạch", "4", "mục", "", True),
        ("câp 4 của Kế hoạch", "4", "cấp", "", True),
        ("Khóa 2016 - 2018, lớp B2", "2018", "", "", True),
        ("trong trị 28/08/2017-04/11/2017 2.", "28/08/2017", "", "", True),
        ("trong trị 28/08/2017-04/11/2017 2.", "04/11/2017", "", "", True),
        ("Quyết định 2016-QĐ/TU", "2016", "", "", False),
        ("Quyết định 12-2016/QĐ", "2016", "", "", False),
        ("rừng Mơ của xã", "Mợ", "rừng", "", False),
        ("Số: 775/UBND-K'T", "775/UBND-K", "", "", False),
        ("mục 4 của Kế hoạch", "4", "", "của", True),
        ("Số: 102/ĐL-BTC", "02/ĐL-BTC", "", "", False),
        ("Số: 02/ĐL-BTC-X", "02/ĐL-BTC", "", "", False),
        ("ngày 11 tháng 02 năm 2018", "ngày 01 tháng 02 năm 2018", "", "", False),
        ("tổng 1.250,5 ha", "1.250", "", "", False),
        ("4 xã, mục 7 của Kế hoạch", "4", "mục", "của", False),
        ("mục 4 của", "4", "", "", False),
    ],
)
def test_a_value_stands_in_what_the_other_read(text: str, value: str, before: str, after: str, stands: bool) -> None:
    assert witness.said(text, value, before, after) is stands


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("số 79-NQ/HU ngày 18 tháng 10 nẵm 2028 của Huyện ủy", True),
        ("số 79-NQ/HU ngay 18 thàng 10 năm 2028 của Huyện ủy", True),
        ("số 79-NQ/HU ngày 13 tháng 10 nẵm 2028 của Huyện ủy", False),
        ("số 79-NQ/HU ngày 18 tháng 10 nẵm 2023 của Huyện ủy", False),
        ("số 79-NQ/HU ngày 118 tháng 10 năm 2028 của Huyện ủy", False),
        ("18 10 2028", False),
    ],
)
def test_of_a_day_the_figures_tell_and_not_the_marks_of_its_words(text: str, stands: bool) -> None:
    rows = [row(*((word, 95) for word in ["số", "79-NQ/HU", "ngày", "18", "tháng", "10", "năm", "2028", "của"]))]
    asked = [doubt.text for doubt in to_confirm(1, rows, Second(text))]
    assert ("ngày 18 tháng 10 năm 2028" not in asked) is stands


def row(*words: tuple[str, float]) -> list[Word]:
    return [Word(text, 40.0 * at, 40.0 * at + 30, 100, 12, confidence=sure) for at, (text, sure) in enumerate(words)]


def test_only_what_the_two_read_otherwise_is_asked() -> None:
    rows = [row(("Số:", 95), ("47-BC/TU", 95)), row(("trồng", 95), ("20", 95), ("ha", 95), ("rừng", 40), ("suôi", 30))]
    every = [Doubt(1, "47-BC/TU"), Doubt(1, "20"), Doubt(1, "rừng", 40), Doubt(1, "suôi", 30)]
    assert to_confirm(1, rows) == every
    assert to_confirm(1, rows, Second("Số: 47-BC/TU trồng 20 ha rừng suối")) == [Doubt(1, "suôi", 30)]
    assert to_confirm(1, rows, Second("Số: 41-BC/TU trồng 2O ha rừng suôi")) == [Doubt(1, "47-BC/TU"), Doubt(1, "20")]
    same = Second("Số: 47-BC/TU trồng 20 ha rừng suôi", marks=False)
    assert to_confirm(1, rows, same) == [Doubt(1, "rừng", 40), Doubt(1, "suôi", 30)], "figures have no tone marks"


@pytest.mark.parametrize(
    ("words", "second", "asked"),
    [
        ((("theo", 95), ("mục", 95), ("II.2", 95), ("ở", 95)), "theo mục II.2 ở trên", []),
        ((("theo", 95), ("mục", 95), ("II.2", 95), ("ở", 95)), "theo mục I.2 ở trên", ["II", "2"]),
        ((("Lúc", 95), ("13h", 95), ("30", 95)), "Lúc 13h 30 ngày", []),
        ((("lớp", 95), ("B2", 95), ("năm", 95)), "lớp B3 năm thứ", ["2"]),
        ((("Khóa", 95), ("(2016", 95), ("–", 95), ("2018),", 95)), "Khóa 2016 - 2018, lớp", []),
        ((("trước", 95), ("20/06/2018.", 95)), "trước 20/06/2018 - Thi tốt nghiệp", []),
        ((("trước", 95), ("20/06/2018.", 95)), "trước 20/06/2018 - 9 Thi tốt nghiệp", []),
        ((("công", 95), ("chứng.", 40)), "photo công chứng, VI", []),
        ((("công", 95), ("“chứng”:", 40)), "photo công chúng, VI", ["“chứng”:"]),
        ((("Sở", 95), ("tế.", 40)), "Sở Y tế.", ["tế."]),
        ((("Lưu:", 95), ("VT,", 40), ("hcsb", 95)), "- Lưu:VT, hcsb", []),
        ((("Số:J4⁄42", 20), ("/SYT-NVY", 90)), "Số:/45 /SYT-NVY", ["Số:J4⁄42 /SYT-NVY"]),
        (
            (("ngày", 90), ("AE", 20), ("tháng", 90), ("10", 90), ("năm", 90), ("2031", 90)),
            "ngày 16 tháng 10 năm 2031",
            ["ngày AE tháng 10 năm 2031"],
        ),
        ((("số", 90), ("531", 90), ("1/BYT-BM", 90)), "số 5311/BYT-BM", ["531 1/BYT-BM"]),
        ((("từ", 90), ("04/1", 90), ("1/2031", 90)), "từ 04/11/2031", ["04/1 1/2031"]),
        ((("5", 90), ("4", 90), ("1", 90)), "", ["5", "4", "1"]),
        (
            (("79-NQ/HU", 90), ("ngày", 90), ("3", 90), ("tháng", 90), ("4", 90), ("năm", 90), ("2031", 90)),
            "x",
            ["79-NQ/HU", "ngày 3 tháng 4 năm 2031"],
        ),
    ],
)
def test_one_place_is_asked_once_and_punctuation_is_no_doubt(words: tuple[tuple[str, float], ...], second: str, asked: list[str]) -> None:
    assert [doubt.text for doubt in to_confirm(1, [row(*words)], Second(second))] == asked


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return content(tmp_path / "trang")


def proposed(folder: Path, tmp_path: Path, second: tuple[str, ...], *, marks: bool = True) -> Proposal:
    path = tmp_path / "a.docx"
    path.write_bytes(letter())
    clean = replace(read_clean(path), method="ocr", second=tuple(Second(text, marks) for text in second))
    return propose(path, "a.docx", clean, Metadata(), office_of(find_content(folder, None)))


ASKED = {"number", "issued_on", "place", "issuer", "subject", "signer", "signer_title"}
HEAD = "TỈNH ỦY SÔNG MƠ Số 12-BC/TU Sông Mơ, ngày 05 tháng 3 năm 2024 BÁO CÁO kết quả sáu tháng đầu năm"


@pytest.mark.parametrize(
    ("second", "asked"),
    [
        ((), ASKED),
        ((HEAD, "PHÓ BÍ THƯ Trần Văn Thử"), set()),
        ((HEAD, "PHÔ BÍ THU Trần Văn Thứ"), {"signer"}),
        ((HEAD.replace("TỈNH", "TÍNH"), "PHÓ BÉ THƯ Trần Văn Thử"), {"issuer", "signer_title"}),
        ((HEAD.replace("Sông Mơ,", "Sông Mợ,").replace("SÔNG MƠ", "SÓNG"), "PHÓ BÍ THƯ Trần Văn Thử"), {"issuer"}),
        (("Số 72-BC/TU Sông Mo, ngày 05 tháng 8 năm 2024 BÁO CÁO kết quả sáu tháng cuối năm Trần Văn Thu",), ASKED - {"place"}),
        (("Số 12-BC/TU",), ASKED - {"number"}),
    ],
)  # fmt: skip
def test_a_header_is_accepted_as_far_as_both_read_it(folder: Path, tmp_path: Path, second: tuple[str, ...], asked: set[str]) -> None:
    proposal = proposed(folder, tmp_path, second)
    assert {key for key, value in proposal.values if proposal.asks(key, value)} == asked


def test_of_a_page_whose_marks_cannot_be_told_only_number_and_day_are_proved(folder: Path, tmp_path: Path) -> None:
    proposal = proposed(folder, tmp_path, (HEAD, "PHÓ BÍ THƯ Trần Văn Thử"), marks=False)
    assert {key for key, value in proposal.values if proposal.asks(key, value)} == ASKED - {"number", "issued_on"}


def test_a_body_whose_name_does_not_bear_the_code_of_the_number_is_asked(folder: Path, tmp_path: Path) -> None:
    """Both may have passed over the last line of the heading."""
    path = tmp_path / "a.docx"
    path.write_bytes(letter(number="Số 12-BC/BTGTU"))
    clean = replace(read_clean(path), method="ocr", second=(Second(f"{HEAD} Số 12-BC/BTGTU"),))
    proposal = propose(path, "a.docx", clean, Metadata(), office_of(find_content(folder, None)))
    assert proposal.asks("issuer", dict(proposal.values)["issuer"])


def test_what_is_read_of_a_page_that_cannot_be_kept_is_doubted_too(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx(p("TỈNH ỦY SÔNG MƠ") + p("Sáu tháng qua các xã ven sông đã trồng mới bốn mươi héc-ta rừng.")))
    clean = replace(read_clean(path), method="ocr", second=())
    proposal = propose(path, "a.docx", clean, Metadata(), office_of(find_content(folder, None)))
    assert proposal.candidate is None
    assert all(value.doubt for _, value in proposal.values)


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "missing", lambda: "program")


def test_without_tesseract_the_second_reads_alone_and_nothing_is_agreed(alone: None, monkeypatch: pytest.MonkeyPatch) -> None:
    words = (Word("Số", 1, 5, 10, 8, confidence=90),)
    monkeypatch.setattr(witness, "available", lambda: True)
    monkeypatch.setattr(witness, "look", lambda picture: witness.Sight(Second("Số 12-BC/TU"), words, picture, False))
    ocr.require("a.png", "picture")
    found = recognise(BLANK)
    assert found is not None
    assert (tuple(found.words), found.second) == (words, ocr.NOTHING)


def test_a_page_that_tesseract_gives_up_is_read_by_the_second_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    words = (Word("Số", 1, 5, 10, 8, confidence=90),)
    monkeypatch.setattr(ocr, "missing", lambda: None)
    monkeypatch.setattr(ocr, "run", lambda *_, **__: None)
    monkeypatch.setattr(witness, "look", lambda picture: witness.Sight(Second("Số 12-BC/TU"), words, picture, False))
    found = recognise(BLANK)
    assert found is not None
    assert (tuple(found.words), found.second) == (words, ocr.NOTHING), "nothing is taken as agreed"
    monkeypatch.setattr(witness, "look", lambda picture: None)
    assert recognise(BLANK) is None


def test_without_either_it_is_said_what_is_missing(alone: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(witness, "available", lambda: False)
    with pytest.raises(Exception, match="read-ocr-missing"):
        ocr.require("a.png", "picture")
    assert recognise(BLANK) is None


def test_a_page_that_lies_sideways_is_read_upright(monkeypatch: pytest.MonkeyPatch) -> None:
    upright = Picture(20, 30, b"\xff" * 600, 200)
    seen: list[bytes] = []
    monkeypatch.setattr(ocr, "missing", lambda: None)
    monkeypatch.setattr(witness, "look", lambda picture: witness.Sight(Second("Số 12-BC/TU"), (), upright, True))
    monkeypatch.setattr(ocr, "run", lambda image, dpi, *more, **others: seen.append(image) or "head")
    found = recognise(BLANK)
    assert found is not None
    assert (found.turned, found.picture, seen) == (True, upright, [upright.file()])


def test_a_reader_that_fails_leaves_everything_to_be_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> object:
        raise RuntimeError("no model")

    monkeypatch.setattr(witness, "available", lambda: True)
    monkeypatch.setattr(witness, "_model", broken)
    assert witness.look(BLANK) is None


def fax(kind: str) -> bytes:
    """A page of a fax as such machines save it: 204 dots an inch across, 98 down."""
    out = BytesIO()
    page(LETTERS[0]).resize((1728, 1145)).point(lambda value: 255 * (value > 150)).convert("1").save(out, kind, dpi=(204, 98))
    return out.getvalue()


def test_a_picture_whose_dots_are_higher_than_wide_is_set_right_and_is_known_for_coarse() -> None:
    (found,) = witness.pictures(fax("TIFF"), 841.9)
    assert found.width == 1728
    assert found.height == pytest.approx(2383, abs=3)
    assert (found.dpi, found.own) == (pytest.approx(204, abs=2), pytest.approx(98, abs=2))
    out = BytesIO()
    page(LETTERS[0]).save(out, "PNG", dpi=(200, 200))
    (square,) = witness.pictures(out.getvalue(), 841.9)
    assert (square.dpi, square.own) == (200, 0)


@pytest.mark.parametrize(("own", "marks"), [(0, True), (200, True), (98, False)])
def test_of_a_coarse_scan_the_marks_prove_nothing(monkeypatch: pytest.MonkeyPatch, own: int, marks: bool) -> None:
    seen = witness.look(replace(BLANK, own=own))
    assert seen is None or seen.text.marks is marks


def test_a_scan_within_a_pdf_says_how_fine_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pictures: list[Picture] = []
    monkeypatch.setattr(ocr, "require", lambda *_: None)
    monkeypatch.setattr(ocr, "recognise", lambda picture: pictures.append(picture))
    (tmp_path / "fax.pdf").write_bytes(fax("PDF"))
    with pytest.raises(InputError):
        read_file(tmp_path / "fax.pdf")
    (found,) = pictures
    assert (found.dpi, found.own) == (204, 98)
