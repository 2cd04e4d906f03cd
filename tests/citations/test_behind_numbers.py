"""What stands behind a number in brackets and after them, and which items of a list name a law. Everything is invented."""

from __future__ import annotations

import pytest

from build_tools.model.header import Header
from tests.citations.citation_helpers import found
from tests.resolve.registers import REGISTER

NUMBER = "Quyết định số 5-QĐ/TU"
BODY = "Tỉnh ủy Sông Mơ"
BEHIND = [
    # text behind the number, issuer, date
    (f" ({BODY})", BODY, None),
    (f" (của {BODY})", BODY, None),
    (f" ({BODY}) ngày 05/3/2031", BODY, "2031-03-05"),
    (f" (sửa đổi) của {BODY} ngày 05/3/2031", BODY, "2031-03-05"),
    (" (13/4/2030)", None, "2030-04-13"),
    (" (ngày 13/4/2030)", None, "2030-04-13"),
    (" (13/4/2030 sửa)", None, None),
    # its own day is not replaced; what is no part of the same words is no day of it
    (" ngày 01/2/2031 (sửa đổi) ngày 05/3/2031", None, "2031-02-01"),
    (" (sửa đổi), ngày 05/3/2031", None, None),
    (" (sửa đổi)\nngày 05/3/2031", None, None),
    (" (bến đò)", None, None),
]


@pytest.mark.parametrize(("behind", "issuer", "date"), BEHIND)
def test_what_brackets_say_and_what_follows_them(behind: str, issuer: str | None, date: str | None) -> None:
    (citation, *_), _ = found(NUMBER + behind, Header.of(type="Báo cáo", number="9-BC/TU"), REGISTER)
    assert (citation.number, citation.issuer, citation.date) == ("5-QĐ/TU", issuer, date)


@pytest.mark.parametrize(
    ("name", "targets"),
    [("nghị định 12", ["12/2030/NĐ-CP"] * 2), ("Nghị định bến", ["12/2030/NĐ-CP"] * 2), ("nghị định", []), ("nghị định bến", [])],
)
def test_a_name_in_small_letters_is_one_where_it_has_a_number(name: str, targets: list[str]) -> None:
    citations, _ = found(f"Nghị định số 12/2030/NĐ-CP (sau đây gọi là {name}); theo {name}", None, REGISTER)
    assert [one.target for one in citations if one.kind == "short"] == targets


@pytest.mark.parametrize(
    ("item", "name"),
    [
        ("a) Luật bầu bến năm 2031;", "Luật bầu bến năm 2031"),
        ("(xii)   Luật bầu bến năm 2031", "Luật bầu bến năm 2031"),
        ("a) Luật bến năm 2031;", None),
        ("a) Luật bầu bến;", None),
        ("các xã: Luật bầu bến năm 2031", None),
        ("(xii)           Luật bầu bến năm 2031", None),
    ],
)
def test_an_item_names_an_unlisted_law_by_two_words_and_its_year(item: str, name: str | None) -> None:
    citations, quotes = found(f"Gồm:\n{item}")
    assert [(one.kind, quote) for one, quote in zip(citations, quotes, strict=True)] == ([("named", name)] if name else [])
