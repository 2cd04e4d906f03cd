"""What confirms a work beyond its number, and what speaks against it: each row a work, what a text says of it, and whether it is meant."""

from __future__ import annotations

from typing import Any

import pytest

from build_tools.model.citation import Ambiguous, Citation, Resolved
from build_tools.model.header import Header
from build_tools.model.register import Work
from build_tools.model.span import Span
from build_tools.resolve.candidates import numbered
from build_tools.resolve.context import Context
from tests.citations.citation_helpers import document
from tests.resolve.registers import REGISTER, REPORT, work

QUOTE = "Kế hoạch số 12-KH/TU"
PLAN = ("12-KH/TU", "ke-hoach", "tinh-uy-song-mo")
STATE = ("7/KH-UBND", "ke-hoach", "tinh-uy-song-mo")


def meant(known: Work, behind: str = "", on: str | None = "2022-04-15", own: Work | None = REPORT, **said: Any) -> str:
    made = document(QUOTE + behind, Header.of(type="Báo cáo", number="9-BC/TU", date=on))
    citation = Citation(Span(0, len(QUOTE)), "numbered", **{"type": "Kế hoạch", "number": known.number, **said})
    found = numbered(citation, (known,), Context.of(made, own, REGISTER))
    return "meant" if isinstance(found, Resolved) else "may be" if isinstance(found, Ambiguous) else "not"


@pytest.mark.parametrize(
    ("day", "on", "expected"),
    [
        ("2022-01-01", "2022-04-15", "meant"), ("2018-01-01", "2022-04-15", "meant"), ("2017-12-31", "2022-04-15", "meant"),
        ("2016-12-31", "2022-04-15", "may be"),  # of a term before
        ("2022-04-15", "2022-04-15", "meant"), ("2022-04-16", "2022-04-15", "not"), ("2022-05", "2022-04-15", "not"),
        (None, "2022-04-15", "may be"), ("2021-01-01", None, "may be"), ("2022-05-01", "2022-04", "meant"),
    ],
)  # fmt: skip
def test_a_number_of_the_own_committee_is_of_its_term(day: str | None, on: str | None, expected: str) -> None:
    own = work("9-BC/TU", "bao-cao", "thanh-uy-da-bac")
    assert meant(work(*PLAN, day), on=on, own=own) == expected


@pytest.mark.parametrize(("day", "expected"), [("2022-01-01", "meant"), ("2021-12-31", "may be"), (None, "may be")])
def test_a_number_of_the_state_is_of_its_year(day: str | None, expected: str) -> None:
    assert meant(work(*STATE, day)) == expected


@pytest.mark.parametrize(
    ("known", "said", "expected"),
    [
        (work(*PLAN, "2022-01-02"), {"date": "2022-01-02"}, "meant"),
        (work(*PLAN, "2022-01-02"), {"date": "2022-01"}, "meant"),
        (work(*PLAN, "2022-01-02"), {"date": "2022-01-03"}, "not"),
        (work(*PLAN, "2011-01-02"), {"date": "2011"}, "may be"),  # a year is too little
        (work(*PLAN, "2011-01-02"), {"date": "2011-01"}, "meant"),
        (work(*PLAN, "2022-01-02"), {"issuer": "Tỉnh ủy Sông Mơ"}, "meant"),
        (work(*PLAN, "2022-01-02"), {"issuer": "Tỉnh ủy Bến Xưa"}, "not"),
        (work(*PLAN, "2022-01-02"), {"issuer": "Huyện ủy Khe Lim"}, "not"),
        (work(*PLAN, "2022-01-02"), {"type": "Báo cáo"}, "not"),
        (work(*PLAN, "2022-01-02"), {"type": None}, "meant"),
        (work("12-KH/TU", "ke-hoach", "tinh-uy-ben-xua", "2022-01-02"), {}, "not"),
        (work("12-KH/TU", "ke-hoach", None, "2022-01-02"), {}, "may be"),
        (work("9-QĐ/TW", "quy-dinh", "ban-bi-thu", "2018-02-02", "XII"), {"type": "Quyết định", "term": "XII"}, "meant"),
        (work("9-QĐ/TW", "quy-dinh", "ban-bi-thu", "2018-02-02", "XII"), {"type": "Quy định", "term": "XIII"}, "not"),
        (work("9-QĐ/TW", "quy-dinh", "ban-bi-thu", "2018-02-02", "XII"), {"type": "Quy định", "issuer": "Ban Bí thư"}, "may be"),
        (work("9-QĐ/TW", "quy-dinh", "ban-bi-thu", "2018-02-02", "XII"), {"type": "Quy định", "issuer": "Bộ Chính trị"}, "may be"),
        (work("9-QĐ/TW", "quy-dinh", "ban-bi-thu", "2018-02-02", "XII"), {"type": "Quy định", "issuer": "Chính phủ"}, "not"),
        (work("7/2020/NĐ-CP", "nghi-dinh", "chinh-phu", "2020-02-02"), {"type": "Nghị định"}, "meant"),
        (work("7/2020/QH14", "luat", "quoc-hoi", "2020-02-02"), {"type": "Luật"}, "meant"),
        (work("9-BC/TU", "bao-cao", "thanh-uy-da-bac", "2022-04-15"), {"type": "Báo cáo"}, "meant"),
        (work("9-BC/TU", "bao-cao", "thanh-uy-da-bac", "2022-04-15"), {"type": "Báo cáo", "date": "2022-04-14"}, "not"),
    ],
)
def test_what_is_said_of_a_work(known: Work, said: dict[str, Any], expected: str) -> None:
    assert meant(known, **said) == expected


@pytest.mark.parametrize(
    ("subject", "behind", "expected"),
    [
        ("giữ bến đò", " về giữ bến đò", "may be"),  # too few words to be its own
        ("giữ bến đò ngang", " về giữ bến đò ngang", "meant"), ("giữ bến đò ngang", " về giữ bến đò", "meant"),
        ("giữ bến đò ngang", " về giữ bến", "may be"),
    ],
)  # fmt: skip
def test_three_of_four_words_confirm_a_subject(subject: str, behind: str, expected: str) -> None:
    known = work("9-QĐ/TW", "quy-dinh", "ban-bi-thu", "2018-02-02", "XII", subject=subject)
    assert meant(known, behind, type="Quy định", issuer="Ban Bí thư") == expected


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (" về giữ bến đò ngang sạch", "meant"), (" về giữ bến đò sạch", "meant"), (" về giữ bến", "may be"),
        ("\nvề giữ bến đò ngang sạch", "may be"),
        (" " * 125 + "giữ bến đò ngang sạch", "may be"),
    ],
)  # fmt: skip
def test_most_words_of_a_subject_confirm_it(behind: str, expected: str) -> None:
    known = work("9-QĐ/TW", "quy-dinh", "ban-bi-thu", "2018-02-02", "XII", subject="giữ bến đò ngang sạch")
    assert meant(known, behind, type="Quy định", issuer="Ban Bí thư") == expected
