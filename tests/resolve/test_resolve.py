"""Which work a citation means, and by which rule; what stays open stays visibly open."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from build_tools.citations import find_citations
from build_tools.model.citation import Resolved, Unknown
from build_tools.model.header import Header
from build_tools.passages import Passages
from build_tools.resolve import resolve
from tests.citations.citation_helpers import document
from tests.resolve.registers import REGISTER, REPORT, WORKS, outcome, references, work
from tests.timing import assert_linear

BOTH_124 = ("124-QĐ/TW@2018-02-02", "124-QĐ/TW@2023-10-04")
CASES = [
    # a number that two documents share
    ("Quy định số 124-QĐ/TW ngày 02/02/2018", ["124-QĐ/TW@2018-02-02"]),
    ("Quy định số 124-QĐ/TW của Ban Bí thư khóa XII", ["124-QĐ/TW@2018-02-02"]),
    # bare, of a document of 2022: the one of 2023 cannot be meant, but another term may have that number too
    ("Quy định số 124-QĐ/TW", [("124-QĐ/TW@2018-02-02",)]),
    ("Quy định số 124-QĐ/TW ngày 03/03/2019", ["? Quy định số 124-QĐ/TW ngày 03/03/2019"]),
    # a bare mention goes with the full one of the same text
    ("Quy định số 124-QĐ/TW ngày 02/02/2018; thực hiện Quy định số 124-QĐ/TW", ["124-QĐ/TW@2018-02-02", "124-QĐ/TW@2018-02-02"]),
    (
        "Kết luận số 77-KL/TW ngày 1/2/2022. Kết luận 77-KL/TW",
        ["? Kết luận số 77-KL/TW ngày 01/02/2022", "? Kết luận số 77-KL/TW ngày 01/02/2022"],
    ),
    # term, date, subject
    ("Kết luận số 01-KL/TW của Bộ Chính trị khóa XIII", ["01-KL/TW@2021-05-18"]),
    ("Kết luận số 01-KL/TW của Bộ Chính trị khóa XII", ["? Kết luận số 01-KL/TW khóa XII"]),
    ("Kết luận số 01-KL/TW của Bộ Chính trị về tiếp tục thực hiện chỉ thị về học tập và làm theo Bác", ["01-KL/TW@2021-05-18"]),
    ("Kết luận số 01-KL/TW ngày 18/5/2021 của Ban Bí thư", ["01-KL/TW@2021-05-18"]),
    # the year in the number; a word that cannot be
    ("Nghị định số 7/2030/NĐ-CP", ["? Nghị định số 7/2030/NĐ-CP"]),
    ("Quy định số 01-KL/TW ngày 18/5/2021", ["? Quy định số 01-KL/TW ngày 18/05/2021"]),
    ("Quyết định số 124-QĐ/TW ngày 02/02/2018", ["124-QĐ/TW@2018-02-02"]),
    # "/TU": the issuer stated, relative to the citing body, or its own
    ("Nghị quyết số 6-NQ/TU của Ban Chấp hành Đảng bộ Tỉnh", ["6-NQ/TU@2021-12-31"]),
    ("Nghị quyết số 6-NQ/TU ngày 31/12/2021 của Tỉnh ủy", ["6-NQ/TU@2021-12-31"]),
    ("Nghị quyết số 6-NQ/TU ngày 31/12/2021", ["6-NQ/TU@2021-12-31"]),
    ("Nghị quyết số 6-NQ/TU", [("6-NQ/TU@2021-12-31", "6-NQ/TU@2022-03-01")]),
    ("Kế hoạch số 12-KH/TU", ["? Kế hoạch số 12-KH/TU"]),  # issued later
    ("Kế hoạch số 9-KH/TU ngày 5/5/2022", ["? Kế hoạch số 9-KH/TU ngày 05/05/2022"]),
    ("Kế hoạch số 9-KH/TU của Tỉnh ủy Bến Xưa", ["? Kế hoạch số 9-KH/TU của Tỉnh ủy Bến Xưa"]),
    # names
    ("Căn cứ Điều lệ Đảng", ["dieu-le"]),
    ("Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII", ["4-NQ/TW@2016-10-30"]),
    ("Nghị quyết Trung ương 5 khóa XII", ["? Nghị quyết Trung ương 5 khóa XII"]),
    ("Luật Bến bãi", ["? Luật Bến bãi"]),
    ("Luật Đò ngang số 3/2020/QH14; theo Luật Đò ngang", ["? Luật số 3/2020/QH14", "? Luật số 3/2020/QH14"]),
    # the document itself
    ("Báo cáo này; Báo cáo số 9-BC/TU ngày 15/4/2022", [REPORT.id, REPORT.id]),
    # short and anaphoric
    ("Kết luận số 01-KL/TW ngày 18/5/2021 (sau đây gọi là Kết luận 01). Kết luận 01 nêu; Kết luận đó", ["01-KL/TW@2021-05-18"] * 4),
    ("theo Đề án 99", ["? Đề án 99"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_resolve(text: str, expected: list[object]) -> None:
    found = [outcome(reference.resolution) for reference in references(text)]
    known = {work.id: work for work in WORKS}
    assert [("dieu-le" if item in known and known[item].type == "dieu-le" else item) for item in found] == expected


def test_after_their_date_works_can_be_meant() -> None:
    late = work("3-BC/TU", "bao-cao", "tinh-uy-ben-xua", "2033-01-01")
    texts = {
        "Nghị định số 7/2030/NĐ-CP": "7/2030/NĐ-CP@2030-03-01",
        "Luật Bến bãi": "8/2032/QH15@2032-06-01",
        "Quy định số 124-QĐ/TW": BOTH_124,
        "Kế hoạch số 9-KH/TU": ("9-KH/TU@2022-05-05",),
        "Kế hoạch số 9-KH/TU ngày 5/5/2022 của Tỉnh ủy": "9-KH/TU@2022-05-05",
        "Nghị quyết số 6-NQ/TU ngày 31/12/2021": "? Nghị quyết số 6-NQ/TU ngày 31/12/2021",
    }
    for text, expected in texts.items():
        assert outcome(references(text, late, "2033-01-01")[0].resolution) == expected, text


RULES = [
    ("Kết luận số 01-KL/TW ngày 18/5/2021", "số và ngày"),
    ("Kết luận số 01-KL/TW của Bộ Chính trị khóa XIII", "số và khóa"),
    ("Nghị quyết số 6-NQ/TU của Thành ủy", "số và cơ quan"),
    ("Như đã nêu tại Báo cáo số 9-BC/TU", "chính văn bản này"),
    ("Quy định số 124-QĐ/TW ngày 03/03/2019",
     "ngày nêu trong trích dẫn (03/03/2019) khác ngày đã biết (02/02/2018); "
     "ngày nêu trong trích dẫn (03/03/2019) khác ngày đã biết (04/10/2023)"),
    ("Kết luận số 99-KL/TW ngày 1/1/2020", "chưa có trong danh bạ"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rule"), RULES)
def test_rules_are_shown(text: str, rule: str) -> None:
    assert references(text)[0].resolution.rule == rule


def test_a_defined_name_tells_where() -> None:
    *_, last = references("Kết luận số 01-KL/TW ngày 18/5/2021 (sau đây gọi là Kết luận về học tập). Theo Kết luận về học tập")
    assert isinstance(last.resolution, Resolved)
    assert last.resolution.rule == "được định nghĩa trong văn bản, tại “Kết luận số 01-KL/TW ngày 18/5/2021”"


def test_without_an_own_work_local_numbers_stay_open() -> None:
    (reference,) = references("Nghị quyết số 6-NQ/TU", None, None)
    assert isinstance(reference.resolution, Unknown)


def test_every_citation_keeps_its_place() -> None:
    found = references("Kết luận số 01-KL/TW\nQuy định số 124-QĐ/TW ngày 02/02/2018")
    assert [reference.node_id for reference in found] == ["p-1", "p-2"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "Kết luận số 01-KL/TW ", "Nghị định số 1/2020/NĐ-CP của Bộ; ", "Luật Bến bãi số 1/2020/QH14, ", "Nghị quyết 57 57-NQ/TW ",
        "Luật Luật Bến bãi ", "Bãi bỏ Thông tư số 1/2030/TT-BBB về bến, Nghị định số 2/2031/NĐ-CP về chợ ",
    ],
)  # fmt: skip
def test_hostile_text_takes_linear_time(piece: str) -> None:
    def work(size: int) -> Callable[[], object]:
        made = document((piece * size)[:size], Header.of(type="Báo cáo", number="9-BC/TU", date="2022-04-15"))
        citations = find_citations(Passages.of(made), REGISTER)
        return lambda: resolve(Passages.of(made), citations, REPORT, WORKS, REGISTER)

    assert_linear(work, 50_000, 200)


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        # a work of the very day may be meant, one of the next day cannot
        ("theo Quy định số 37-QĐ/TW", "2021-10-25", ("37-QĐ/TW@2021-10-25",)),
        ("theo Quy định số 37-QĐ/TW", "2021-10-24", "? Quy định số 37-QĐ/TW"),
        ("theo Luật Bến bãi", "2032-06-01", "8/2032/QH15@2032-06-01"),
        ("theo Luật Bến bãi", "2032-05-31", "? Luật Bến bãi"),
        # where only the month is known, nothing is told from it
        ("theo Quy định số 37-QĐ/TW", "2021-09", ("37-QĐ/TW@2021-10-25",)),
        # numbers of one term: five years back, not six
        ("theo Nghị quyết số 6-NQ/TU của Ban Chấp hành Đảng bộ Tỉnh", "2026-01-01", "6-NQ/TU@2021-12-31"),
        ("theo Nghị quyết số 6-NQ/TU của Ban Chấp hành Đảng bộ Tỉnh", "2027-01-01", ("6-NQ/TU@2021-12-31",)),
        # a subject that follows, in most of its words
        (
            "theo Quy định số 124-QĐ/TW của Ban Bí thư về giám sát việc rèn luyện đạo đức của người đứng",
            "2022-04-15",
            "124-QĐ/TW@2018-02-02",
        ),
        ("theo Quy định số 124-QĐ/TW của Ban Bí thư về giám sát", "2022-04-15", ("124-QĐ/TW@2018-02-02",)),
        # a body that the register does not know, beside a code of many bodies
        ("theo Kế hoạch số 12-KH/TU của Tỉnh ủy Khe Lim", "2033-01-01", "? Kế hoạch số 12-KH/TU của Tỉnh ủy Khe Lim"),
    ],
)
def test_where_rules_begin_and_end(text: str, day: str, expected: object) -> None:
    (reference,) = references(text, REPORT, day)
    assert outcome(reference.resolution) == expected


def test_what_stands_for_the_document_itself_without_a_known_work() -> None:
    (reference,) = references("Báo cáo này nêu rõ.", None, "2022-04-15")
    assert isinstance(reference.resolution, Unknown)
    assert reference.resolution.wanted
    assert reference.resolution.rule
