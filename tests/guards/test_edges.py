"""Where the rules of the guards begin and end: the last place that counts beside the first that does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from build_tools.guards import secrecy_marks
from build_tools.guards.known_values import KnownValues, known
from build_tools.guards.personal import as_diagnostics, personal_data, personal_in
from build_tools.guards.publication import guard, guard_unread
from build_tools.guards.redaction import Veil, mask, mask_all, veil
from build_tools.model.diagnostic import Diagnostic
from build_tools.model.document import Cell, Clean, Paragraph, Table
from build_tools.model.metadata import Confirmed, Metadata, Override, SourceFile
from build_tools.model.register import Source
from build_tools.model.span import OffsetMap, Run, Span
from tests.citations.citation_helpers import document
from tests.timing import assert_linear


def clean(*lines: str) -> Clean:
    return document("\n".join(lines)).clean


def filled(count: int) -> list[str]:
    return [f"Bến thứ {number} có đò." for number in range(count)]


def marks(read: Clean, override: Override | None = None) -> list[tuple[str, int, str]]:
    found = secrecy_marks(read, override)
    return [(item.code, item.line, item.message.split("“")[1].split("”")[0]) for item in found]


def with_table(before: int, word: str) -> Clean:
    text = "\n".join([*filled(before), word])
    blocks = [*clean(*filled(before)).blocks] if before else []
    span = Span(len(text) - len(word), len(text))
    table = Table(span, ((Cell(span),),))
    return Clean("a", "txt", text, text, OffsetMap.from_runs((Run(0, len(text), 0, len(text)),)), (*blocks, table))


def test_small_letters_count_in_the_heading_only() -> None:
    assert marks(clean(*filled(23), "Dự thảo")) == [("guard-secrecy", 24, "Dự thảo")]
    assert marks(clean(*filled(24), "Dự thảo")) == []
    assert marks(clean(*filled(24), "DỰ THẢO")) == [("guard-secrecy", 25, "Dự thảo")]


def test_cells_count_at_the_very_beginning() -> None:
    assert marks(with_table(5, "Mật")) == [("guard-secrecy", 6, "Mật")]
    assert marks(with_table(6, "Mật")) == []


def test_notes_and_long_paragraphs_do_not_count() -> None:
    text = "MẬT"
    origin = OffsetMap.from_runs((Run(0, 3, 0, 3),))
    assert marks(Clean("a", "txt", text, text, origin, (Paragraph(Span(0, 3)),))) == [("guard-secrecy", 1, "Mật")]
    assert marks(Clean("a", "txt", text, text, origin, (Paragraph(Span(0, 3), note=True),))) == []
    assert marks(clean("Số 1-BC/TU " + "của ban " * 20 + "   MẬT")) == []


def test_each_mark_is_told_once_with_its_first_place() -> None:
    assert marks(clean("TỐI MẬT", "Bến Lim", "TỐI MẬT", "DỰ THẢO")) == [("guard-secrecy", 1, "Tối mật"), ("guard-secrecy", 4, "Dự thảo")]
    mixed = marks(clean("TỐI MẬT", "DỰ THẢO"), Override("Dự thảo", "lấy ý kiến"))
    assert mixed == [("guard-secrecy", 1, "Tối mật"), ("guard-override", 2, "Dự thảo")]


def test_where_a_mark_stands_is_told() -> None:
    told = [secrecy_marks(read)[0].message for read in (clean("MẬT"), clean(*filled(30), "MẬT"))]
    assert told[0] != told[1].replace("31", "1")
    text = "Bến Lim"
    margin = Clean("a", "txt", text, text, OffsetMap.from_runs((Run(0, 7, 0, 7),)), (Paragraph(Span(0, 7)),), margins=("Lưu hành nội bộ",))
    (found,) = secrecy_marks(margin)
    assert found.line == 0
    assert found.message not in told


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("LƯU HÀNH NỘI B", True), ("LƯU HÀNHH NỘI BỘ", True), ("LƯU HANG NỘI BỘ", True), ("LƯU HÀ NỘI BỘ", False),
        ("LƯU HANG NỘI BA", False),
        ("KHÔNG PHỔ BIÊ", True), ("KHÔNG PHỔ", False), ("TỐI MẬ", False), ("Dấu MẬT", False), ("DẤU MẬT", True), ("BẢN MẬT", True),
        ("ĐÓNG DẤU TỐI MẬT", True), ("BÁ ĐỘ MẬT MẬT", True), ("CHỈ LƯU HÀNH NỘI BỘ", True), ("VĂN BẢN MẬT", True), ("SỔ MẬT", False),
        ("DỰ THẢO LẦN THỨ III", True), ("DỰ THẢO A", True), ("DỰ THẢO D", False), ("DỰ THẢO LẤY Ý KIẾN", True),
        ("DỰ THẢO GÓP Ý KIẾN", True),
        ("Dự thảo trình Ban Thường vụ", True), ("Dự thảo ngày 5 tháng 6", True), ("Dự thảo để lấy ý kiến", True),
        ("DỰ THẢO BẾN ĐÒ SẠCH", True),
        ("MẬT" + 57 * ".", True), ("MẬT" + 58 * ".", False),
        ("Dự thảo về bến đò", False), ("Mât", False), ("mật", True), ("Mạt", False), ("TỐI MẠT", True),
    ],
)  # fmt: skip
def test_marks_however_written(line: str, found: bool) -> None:
    assert bool(marks(clean("TỈNH ỦY SÔNG MƠ", line))) == found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("CMND số 123456789 cấp. Nhắc lại 123 456 789 và 123456789.", 3),
        ("CMND số 1234 5678 cấp. Nhắc lại 1234 5678 và 12345678.", 1),
        ("thư a@vidu.vn; gửi A@VIDU.VN", 2),
        ("mã 001080000123 và 096080000123; mã 097080000123, 000080000123", 2),
        ("CMND số 1234567", 0), ("CMND số 1234567890", 0), ("CCCD 123456789012", 1),
        ("ĐT: 12345678", 0), ("ĐT: 123456789", 1), ("ĐT: 123456789012", 1), ("ĐT: 1234567890123", 0),
        ("số tài khoản 12345", 0), ("số tài khoản 1234567", 1), ("số tài khoản 1234567 tại KBNN huyện", 0),
        ("trú tại số 7, ngõ 9, phố Bến", 0), ("trú tại nhà ông Lim, xã Lim", 0), ("trú tại thôn Lim, xã Lim", 1),
        ("sinh năm 1980", 1), ("Sinh năm 1980", 1), ("vệ sinh năm 2021", 0), ("Bà Lim sinh năm 1980", 1), ("bà lim sinh năm 1980", 0),
        ("Tuyển sinh năm 2021", 0), ("Xong. Tuyển sinh năm 2021", 0), ("Xong.\nKhai sinh năm 2021", 0), ("và bà: Lim sinh 1980", 0),
        ("Lim, sinh năm 1980", 1), ("(sinh năm 1980)", 1), ("do Trần Lim sinh năm 1980", 1), ("- ông Lim sinh 1980", 1),
        ("BÀ LIM SINH NĂM 1980", 0), ("BÀ LIM, SINH NĂM 1980", 1),
        ("0912345678", 1), ("091234567", 0), ("09123456789", 0), ("0212345678", 0), ("+84 912345678", 1), ("84912345678", 1),
    ],
)  # fmt: skip
def test_values_at_the_edge_of_a_rule(text: str, count: int) -> None:
    assert len(personal_in(text)) == count


def test_places_of_findings_are_those_of_the_source() -> None:
    read = clean("Liên hệ", "ĐT: 0271.3812345 hay 0912 345 678")
    found = as_diagnostics(read, personal_data(read))
    assert [(item.line, item.column, read.source[item.start or 0 : item.end or 0]) for item in found] == [
        (2, 5, "0271.3812345"),
        (2, 22, "0912 345 678"),
    ]
    assert all("“0" in item.message for item in found)


def test_masking_covers_letters_and_digits_of_its_spans_only() -> None:
    assert mask("ab cd-ef", [Span(1, 5)]) == "a█ ██-ef"
    assert mask("ab cd-ef", [Span(3, 99), Span(0, 1)]) == "█b ██-██"
    assert mask("ab", []) == "ab"
    assert mask_all("Bến 12, x") == "███ ██, █"


def test_names_of_files_hide_what_is_long_or_known() -> None:
    over = Veil(("ngõ 19", "Lim 5", "05/6/1972"))
    assert over.name("don-123456789.txt") == "don-█████████.txt"
    assert over.name("don-12345678.txt") == "don-12345678.txt"
    assert over.name("sinh_05-6-1972.txt") == "sinh_██-█-████.txt"
    assert over.name("ngo-ngõ-19.txt") == "ngo-ngõ-19.txt"  # five letters and digits: too few to be telling
    assert Veil(("ngách 19",)).name("nha-NGÁCH_19.txt") == "nha-█████_██.txt"
    assert over.name("lim-5.txt") == "lim-5.txt"
    assert over.name("don_0912_345_678.txt") == "don_████_███_███.txt"


def test_everything_stated_is_looked_through_and_masked_however_deep() -> None:
    metadata = Metadata(
        subject="Tiếp dân, ĐT 0912345678", notes=("Hỏi 0987654321",), sources=(Source("Báo", note="số 0356789012"),),
        confirmed=(Confirmed("O912345678", "0912345678"), Confirmed("Lim", "Lịm")), original="0912345678.docx",
    )  # fmt: skip
    source = SourceFile("don-0912345678", "kho/0987654321/a.txt", metadata)
    over = veil(None, (), source)
    hidden = over.over(source)
    assert "0912345678" in over.values
    assert {"0987654321", "0356789012"} <= set(over.values)
    assert hidden.metadata.subject == "Tiếp dân, ĐT ██████████"
    assert hidden.metadata.notes == ("Hỏi ██████████",)
    assert hidden.metadata.sources[0].note == "số ██████████"
    assert hidden.metadata.confirmed == (Confirmed("██████████", "██████████"), Confirmed("Lim", "Lịm"))
    assert hidden.metadata.original == "██████████.docx"
    assert (hidden.id, hidden.path) == ("don-██████████", "kho/██████████/a.txt")
    assert veil(clean("ĐT 0912345678"), personal_data(clean("ĐT 0912345678")), SourceFile("a", "a")).values == ("0912345678",)


TOLD = (
    "sinh ngày 05/6/1972", "Số CMND: 123456789.", "Điện thoại: 0243.8251.234", "Số tài khoản: 0123 4567 890 tại ngân hàng Lim",
    "Nơi ở hiện nay: số nhà 19, ngõ 5, phường Bến, thành phố Lim.", "Hỏi 0912 345 678 hay lim.ben@thu.vn; CCCD 001 072 005 678.",
)  # fmt: skip
PECULIAR = "İ"
"""A letter that is two when small: words are no longer found at the places of their small letters."""


@pytest.mark.parametrize("text", TOLD)
@pytest.mark.parametrize("before", ["", "Ông Lim, ", "xã Bến\n", f"{PECULIAR}, "])
def test_what_stands_before_moves_what_is_found_and_masking_hides_it_all(text: str, before: str) -> None:
    alone, found = personal_in(text), personal_in(before + text)
    assert alone
    assert [(item.code, item.span.of(before + text)) for item in found] == [(item.code, item.span.of(text)) for item in alone]
    assert [item.span.start - len(before) for item in found] == [item.span.start for item in alone]
    hidden = Veil(()).text(before + text)
    assert len(hidden) == len(before + text)
    assert not any(letter.isalnum() for item in found for letter in item.span.of(hidden))
    assert personal_in(hidden) == ()


def test_names_of_files_are_masked_as_names_wherever_they_are_stated() -> None:
    source = SourceFile("don_0912_345_678", "kho/0987_654_321/a.txt", Metadata(original="0356_789_012.docx", subject="Bến 0912_345_678"))
    hidden = Veil(()).over(source)
    assert (hidden.id, hidden.path, hidden.metadata.original) == ("don_████_███_███", "kho/████_███_███/a.txt", "████_███_███.docx")
    assert hidden.metadata.subject == "Bến 0912_345_678"  # no name: there an underscore stands for no blank


@pytest.mark.parametrize(("length", "found"), [(120, True), (121, False)])
def test_a_heading_line_with_a_stamp_has_a_length(length: int, found: bool) -> None:
    line = "MẬT   " + "x" * (length - 6)
    assert bool(marks(clean(line))) is found


def test_what_stands_in_a_margin_is_hidden_wherever_it_stands_again() -> None:
    text = "Bến Lim"
    read = Clean("a", "txt", text, text, OffsetMap.from_runs((Run(0, 7, 0, 7),)), (Paragraph(Span(0, 7)),), margins=("ĐT 0912345678",))
    over = veil(read, personal_data(read), SourceFile("a", "a"))
    assert over.values == ("0912345678",)
    assert over.over("Gọi 0912.345.678") == "Gọi ████.███.███"


@pytest.mark.parametrize(("column", "text"), [(4, "ĐT 0912345678"), (4, "Bến Lim\nĐT 0912345678"), (13, "Bến Lim ĐT: 0912345678")])
def test_a_finding_tells_its_own_line_and_column(column: int, text: str) -> None:
    read = clean(*text.split("\n"))
    (told,) = as_diagnostics(read, personal_data(read))
    assert (told.line, told.column) == (text.count("\n") + 1, column)


@pytest.mark.parametrize(
    ("value", "text", "again"),
    [
        ("046031000127", "Số 046031000127, 046 031 000 127, 046.031-000127.", ["046031000127", "046 031 000 127", "046.031-000127"]),
        ("046031000127", "Số x046031000127, 0460310001271, 046031000128.", []),
        ("số 7, tổ 3, thôn Lim", "Gửi SỐ 7, tổ 3,\n thôn Lim; số 7, tổ 3, thôn Limm.", ["SỐ 7, tổ 3,\n thôn Lim"]),
        ("C.12345678", "Hộ chiếu c.12345678, Cx12345678.", ["c.12345678"]),
        (".ben.lim@thu.vn", "Thư: .BEN.LIM@thu.vn, ben.lim@thu.vn, x.ben.lim@thu.vn.", [".BEN.LIM@thu.vn"]),
        # too short to be nobody else's
        ("C1234567", "Hộ chiếu C1234567.", []), ("05/6/1972", "Ngày 05/6/1972.", []), ("12345678", "Số 12345678.", []),
    ],
)  # fmt: skip
def test_a_value_that_is_nobody_elses_is_found_wherever_it_stands_again(value: str, text: str, again: list[str]) -> None:
    assert [span.of(text) for span, _ in known((value,)).occurrences(text)] == again


def test_many_values_are_looked_for_in_one_pass() -> None:
    """A list of 15,000 codes that looked like telephone numbers took hours."""

    def work(size: int) -> Callable[[], object]:
        numbers = [f"0912{number:06}" for number in range(size // 40)]
        homes = [f"số {number}, ngõ 5, phường Bến, thành phố Lim" for number in range(size // 40)]
        text = "\n".join(f"Gọi {number}, ở {home}." for number, home in zip(numbers, homes, strict=True))
        return lambda: len(list(KnownValues((*numbers, *homes)).occurrences(text)))

    assert work(400)() == 20
    assert_linear(work, 40_000)


@pytest.mark.parametrize(
    ("text", "telephones"),
    [
        # a price list: the first two digits tell the kind, and most kinds are no telephone numbers
        ("03.0069.0001 xem bến\n02.0373.0001 lặn\n18.0013.0001 vớt\n03.0070.0001 buộc", []),
        ("ĐT 03.0069.0001\n02.0373.0001 lặn\n18.0013.0001 vớt", ["03.0069.0001"]),  # what a word calls a telephone number is one
        ("09.1234.5678 ông Lim\n03.4253.0003 bà Bến\n18.0013.0001", ["09.1234.5678", "03.4253.0003"]),  # most are telephone numbers
        ("0912.345.678\n02.0373.0001\n18.0013.0001", ["0912.345.678"]),  # in other groups
        ("0912345678\n1234567890\n2234567890", ["0912345678"]),  # in no groups
        ("0912 345 678\n1234 567 890\n2234 567 890", ["0912 345 678"]),  # blanks stand between any two numbers
    ],
)
def test_codes_of_a_list_are_no_telephone_numbers(text: str, telephones: list[str]) -> None:
    assert [found.span.of(text) for found in personal_in(text)] == telephones


def test_a_finding_says_no_more_than_how_it_begins() -> None:
    read = clean("CCCD: 046031000127.")
    (found,) = as_diagnostics(read, personal_in(read.text))
    assert "“046…” (12 ký tự)" in found.message


@pytest.mark.parametrize("redact", [False, True])
def test_personal_data_is_told_or_masked_before_anything_is_derived(redact: bool) -> None:
    source = SourceFile("a", "ĐT 0912345678.txt", Metadata(redact=redact, subject="Gọi 0912345678"))
    found = guard(source, clean("Bến Lim", "ĐT 0912345678"))
    assert [item.code for item in found.diagnostics] == ([] if redact else ["personal-phone"])
    for said in (found.clean.text, found.clean.source, found.source.path, found.source.metadata.subject or ""):
        assert ("0912345678" in said) is not redact
    unread, faults = guard_unread(source, (Diagnostic("file-broken", "error", "hỏng", path=source.path),))
    assert [("0912345678" in item) is not redact for item in (unread.path, faults[0].path)] == [True, True]


@pytest.mark.parametrize(("head", "counts"), [("Ngày sinh", True), ("Ngày sinh " + "a" * 49, True), ("Ngày sinh " + "a" * 50, False)])
def test_a_sentence_is_no_head_of_a_column(head: str, counts: bool) -> None:
    text = f"{head}\n1971"
    rows = tuple((Cell(Span(start, end)),) for start, end in ((0, len(head)), (len(head) + 1, len(text))))
    read = Clean("a", "txt", text, text, OffsetMap.from_runs((Run(0, len(text), 0, len(text)),)), (Table(Span(0, len(text)), rows),))
    assert [item.code for item in personal_data(read)] == (["personal-birth"] if counts else [])
