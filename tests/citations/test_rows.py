"""Rows of provisions: which places they name, and which words are each one's own."""

from __future__ import annotations

import pytest

from build_tools.citations.own import _is_doubtful
from build_tools.citations.pinpoints import places_at
from build_tools.citations.rows import places, rows

ROWS = [
    # what is named behind is told of all that stand before it, up to the next of its level
    ("khoản 1 và khoản 2 điều 4", [("khoản 1", "clause 1 article 4"), ("khoản 2 điều 4", "clause 2 article 4")]),
    ("khoản 1, 2 và 3 điều 4", [("khoản 1", "clause 1 article 4"), ("2", "clause 2 article 4"), ("3 điều 4", "clause 3 article 4")]),
    ("khoản 1 hoặc 2 điều này", [("khoản 1", "clause 1 article ."), ("2 điều này", "clause 2 article .")]),
    ("khoản 1 điều 4; khoản 2 của điều 5", [("khoản 1 điều 4", "clause 1 article 4"), ("khoản 2 của điều 5", "clause 2 article 5")]),
    ("khoản 1, khoản 2 điều 4 và điều 6",
     [("khoản 1", "clause 1 article 4"), ("khoản 2 điều 4", "clause 2 article 4"), ("điều 6", "article 6")]),
    ("các khoản 1 đến khoản 3 điều 4", [("khoản 1", "clause 1 article 4"), ("khoản 3 điều 4", "clause 3 article 4")]),
    ("điểm a, b khoản 1 và khoản 2 điều này",
     [("điểm a", "point a clause 1 article ."), ("b khoản 1", "point b clause 1 article ."), ("khoản 2 điều này", "clause 2 article .")]),
    ("điểm a) và b) khoản 1", [("điểm a)", "point a clause 1"), ("b) khoản 1", "point b clause 1")]),
    ("điểm a khoản này và khoản 2 điều này", [("điểm a khoản này", "point a clause ."), ("khoản 2 điều này", "clause 2 article .")]),
    ("điểm a và điểm b khoản 1 điều 2, khoản 3 điều 4",
     [("điểm a", "point a clause 1 article 2"), ("điểm b khoản 1 điều 2", "point b clause 1 article 2"),
      ("khoản 3 điều 4", "clause 3 article 4")]),
    ("khoản 1 và điểm b khoản 2 điều 7",
     [("khoản 1", "clause 1 article 7"), ("điểm b khoản 2 điều 7", "point b clause 2 article 7")]),
    ("mục 1 chương ii", [("mục 1 chương ii", "section 1 chapter ii")]),
    ("phụ lục i, ii", [("phụ lục i", "appendix i"), ("ii", "appendix ii")]),
    ("điều 5, 6 và khoản 1 điều 7", [("điều 5", "article 5"), ("6", "article 6"), ("khoản 1 điều 7", "clause 1 article 7")]),
    # of which of two clauses a point is, nobody says; nor of which article a clause named after it is
    ("điểm a khoản 1, 2 điều 5", [("điểm a", "point a"), ("khoản 1", "clause 1 article 5"), ("2 điều 5", "clause 2 article 5")]),
    ("điều 3 và khoản 2", [("điều 3", "article 3"), ("khoản 2", "clause 2")]),
    # two rows: words between them, another line; none: another word, no number
    ("khoản 1 theo điều 4", [("khoản 1", "clause 1"), ("điều 4", "article 4")]),
    ("khoản 1 \nđiều 4", [("khoản 1", "clause 1"), ("điều 4", "article 4")]),
    ("điểm a khoản này. điều này", [("điểm a khoản này", "point a clause ."), ("điều này", "article .")]),
    ("xkhoản 1", []), ("khoản nàyx", []), ("khoản", []), ("các khoản tiền", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), ROWS)
def test_the_places_of_a_row(text: str, found: list[tuple[str, str]]) -> None:
    said = [place for row in rows(text) for place in places(row)]
    shown = [(place.span.of(text), " ".join(f"{level} {label or '.'}" for level, label in place.levels)) for place in said]
    assert shown == found


def test_only_rows_between_two_offsets_are_found() -> None:
    text = "khoản 1 điều 2, khoản 3 điều 4"
    assert [place.span.of(text) for row in rows(text, 1, len(text) - 2) for place in places(row)] == ["điều 2", "khoản 3"]


PLACES_AT = [
    # each place is told by its levels; what is named behind is told of those before it that lack it, not of another kind
    ("khoản 1 và khoản 2 điều 5 và khoản 3 điều 6", ["clause 1 article 5", "clause 2 article 5", "clause 3 article 6"], ""),
    ("khoản này và các khoản 1, 2 điều 5", ["clause .", "clause 1 article 5", "clause 2 article 5"], ""),
    ("khoản này, khoản 2 điều 5", ["clause .", "clause 2 article 5"], ""),
    ("điểm a khoản 1, điểm b khoản 2 điều 5", ["point a clause 1 article 5", "point b clause 2 article 5"], ""),
    ("điểm a khoản 1 và khoản 2 điều 5", ["point a clause 1 article 5", "clause 2 article 5"], ""),
    ("điểm a, điểm b khoản 2 điều 5 và điều 6", ["point a clause 2 article 5", "point b clause 2 article 5", "article 6"], ""),
    ("điều 5 và khoản 1 điều 6", ["article 5", "clause 1 article 6"], ""),
    ("khoản 1, khoản 2, khoản 3 điều 5", ["clause 1 article 5", "clause 2 article 5", "clause 3 article 5"], ""),
    ("khoản 2, khoản này điều 5, điều 6", ["clause 2 article 5", "clause .", "article 6"], ""),
    ("điều 5 của bến", ["article 5"], "bến"), ("bến", [], "bến"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found", "rest"), PLACES_AT)
def test_the_places_that_a_heading_names(text: str, found: list[str], rest: str) -> None:
    made, end = places_at(text, 0)
    assert [" ".join(f"{level} {label or '.'}" for level, label in place.items()) for place in made] == found
    assert text[end:] == rest


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        # "this matter", "these sums", the end of another word: no place, unless a capital or what stands before says so
        ("vì điều này", True), ("tại điều này", False), ("Điều này", False), ("điều này", False), ("các khoản này", True),
        ("vì khoản này", False), ("theo danh mục 2", True), ("trong mục 2", False), ("mục 2", False), ("xem: phần 3", False),
        ("và phần 3", True), ("và Phần 3", False),
        # what has a number is a place wherever it is no division
        ("xem điều 5", False), ("các điều 5", False), ("các khoản 2", False), ("vì điều 5 chương 2", False),
    ],
)  # fmt: skip
def test_what_may_be_no_place(text: str, doubtful: bool) -> None:
    low = text.lower()
    (place,) = (place for row in rows(low) for place in places(row))
    assert _is_doubtful(text, low, place) is doubtful


def test_a_level_ends_with_its_line() -> None:
    (row,) = rows("khoản 1,\n2")
    assert [label for label, _ in row[0].values] == ["1"]
