"""One number of two years, two terms, two bodies: what a citation may mean. Everything is invented."""

from __future__ import annotations

import pytest

from build_tools.citations import find_citations
from build_tools.model.header import Header
from build_tools.model.register import Work
from build_tools.passages import Passages
from build_tools.resolve import resolve
from tests.citations.citation_helpers import document
from tests.resolve.registers import REGISTER, outcome, references, work

HERE, THERE = "tinh-uy-song-mo", "tinh-uy-ben-xua"
FIRST = work("45-KH/TU", "ke-hoach", HERE, "2021-02-10")
LATER = work("45-KH/TU", "ke-hoach", HERE, "2022-02-20")
OURS = work("15-QĐ/TU", "quyet-dinh", HERE, "2021-03-10")
THEIRS = work("15-QĐ/TU", "quyet-dinh", THERE, "2021-04-22", subject="giá cây")
WORKS = (FIRST, LATER, OURS, THEIRS)
EARLY, LATE = FIRST.id, LATER.id
QUOTE = "Kế hoạch số 45-KH/TU"


def meant(text: str, own: Work | None = None, works: tuple[Work, ...] = WORKS) -> list[object]:
    """What the citations of a text of Tỉnh ủy Sông Mơ of December 2022 (or of ``own``) mean."""
    own = own or work("310-BC/TU", "bao-cao", HERE, "2022-12-15")
    made = document(text, Header.of(type="Báo cáo", number=own.number, date=own.date))
    passages = Passages.of(made)
    found = resolve(passages, find_citations(passages, REGISTER), own, (*works, own), REGISTER)
    return [outcome(reference.resolution) for reference in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{QUOTE} tháng 02/2021 và {QUOTE} tháng 2 năm 2022.", [EARLY, LATE]),
        (f"{QUOTE} của Tỉnh ủy tháng 02/2021.", [EARLY]),
        (f"{QUOTE} tháng 5/2022.", ["? Kế hoạch số 45-KH/TU tháng 05/2022 của Tỉnh ủy Sông Mơ"]),
        # a bare number is the one of which the text speaks in full; it stays open where it speaks of both, or of none
        (f"{QUOTE} tháng 02/2021. Thực hiện {QUOTE}.", [EARLY, EARLY]),
        (f"{QUOTE} tháng 02/2021, {QUOTE} ngày 20/02/2022. Thực hiện {QUOTE}.", [EARLY, LATE, (EARLY, LATE)]),
        # what says less than the full citation, and is explained by it, leaves the next one as sure
        (f"{QUOTE} tháng 02/2021. Theo {QUOTE} của Tỉnh ủy. Thực hiện {QUOTE}.", [EARLY, EARLY, EARLY]),
        (
            f"{QUOTE} tháng 02/2021, {QUOTE} ngày 20/02/2022. Theo {QUOTE} của Tỉnh ủy. Thực hiện {QUOTE}.",
            [EARLY, LATE, (EARLY, LATE), (EARLY, LATE)],
        ),
        (f"Thực hiện {QUOTE}.", [(EARLY, LATE)]),
        # a year speaks against the works of others; a plan may be for the year after it
        (f"{QUOTE} năm 2021.", [EARLY]),
        (f"{QUOTE} năm 2024.", ["? Kế hoạch số 45-KH/TU của Tỉnh ủy Sông Mơ"]),
        (f"Thực hiện {QUOTE} năm 2023.", [LATE]),
    ],
)
def test_a_number_of_two_years(text: str, expected: list[object]) -> None:
    found = meant(text)
    issued = [item.replace(" của Tỉnh ủy Sông Mơ", "") if isinstance(item, str) else item for item in found]
    assert issued == [item.replace(" của Tỉnh ủy Sông Mơ", "") if isinstance(item, str) else item for item in expected]


def test_a_document_is_not_the_one_of_its_number_of_another_year() -> None:
    assert meant(f"Thực hiện {QUOTE} năm 2021.", LATER, (FIRST, OURS, THEIRS)) == [EARLY]
    ours = (FIRST, OURS, THEIRS)
    assert meant(f"Kèm theo {QUOTE} ngày 20/02/2022.", LATER, ours) == [LATE]
    assert meant(f"Thực hiện {QUOTE} ngày 10/02/2021.", LATER, ours) == [EARLY]


def test_a_number_of_a_year_before_stays_open_beside_one_of_this_year() -> None:
    state = [work("45/KH-UBND", "ke-hoach", HERE, day) for day in ("2021-02-10", "2022-02-20")]
    own = work("310/BC-UBND", "bao-cao", HERE, "2022-12-15")
    bare = "Kế hoạch số 45/KH-UBND"
    assert meant(f"Thực hiện {bare}.", own, tuple(state)) == [state[1].id]
    both = (state[0].id, state[1].id)
    assert meant(f"{bare} tháng 02/2021. Thực hiện {bare}.", own, tuple(state)) == [state[0].id, both]
    assert meant(f"{bare} ngày 10/02/2021. Thực hiện {bare} năm 2022.", own, tuple(state)) == [state[0].id, both]


def test_what_is_said_of_another_body_later_does_not_lead_a_number_there() -> None:
    both = "Quyết định số 15-QĐ/TU. Theo Quyết định số 15-QĐ/TU của Tỉnh ủy Bến Xưa."
    assert meant(both, works=(OURS, THEIRS)) == [OURS.id, THEIRS.id]
    assert meant(both, works=(THEIRS,))[1] == THEIRS.id
    assert str(meant(both, works=(THEIRS,))[0]).startswith("? ")
    behind = "Theo Quyết định số 15-QĐ/TU của Tỉnh ủy Bến Xưa. Quyết định số 15-QĐ/TU nêu rõ."
    assert meant(behind, works=(THEIRS,)) == [THEIRS.id, THEIRS.id]


@pytest.mark.parametrize(
    ("number", "stated", "expected"),
    [
        ("12-QĐ/TU", "Quy định số 12-QĐ/TU ngày 02/02/2028", "replaces whole"),
        ("12-QĐ/TU", "Quy định số 12-QĐ/TU ngày 04/10/2033", "cites"),  # itself
        ("12-QĐ/TU", "Quy định số 12-QĐ/TU", "cites"),
        ("12/2033/QĐ-UBND", "Quyết định số 12/2033/QĐ-UBND ngày 02/02/2028", "cites"),  # no other bears this number
    ],
)
def test_a_document_ends_the_one_of_its_number_of_another_date(number: str, stated: str, expected: str) -> None:
    own = work(number, "quy-dinh", HERE, "2033-10-04")
    *_, last = references(f"Quy định này thay thế {stated} của Tỉnh ủy.", own, "2033-10-04", "Quy định")
    assert " ".join([last.predicate, *([last.scope.kind] if last.scope else [])]) == expected
