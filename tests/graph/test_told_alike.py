"""What two documents say of one thing: when it is the same, and what is told where it is not."""

from __future__ import annotations

import pytest

from build_tools.graph.agreement import OF_READING, OPENING, Known, Share, _alike, _differences, _is_unique, _not_read, _one_body, share
from build_tools.messages import finding
from build_tools.model.citation import Ambiguous, Citation, Reference, Resolution, Resolved, Unknown
from build_tools.model.document import Document, Node, Section
from build_tools.model.header import Header
from build_tools.model.register import Register
from build_tools.model.site import Site, SiteDocument
from build_tools.model.span import Span
from build_tools.model.statement import Statements
from tests.citations.citation_helpers import document

PLACE = Span(0, 5)


def paper(number: str | None, key: str = "a", kind: str = "full", **fields: str) -> SiteDocument:
    made = document("Giữ bến.", Header.of(number=number, **fields))
    return SiteDocument(key, key, kind, made, (), Statements(), source_path=f"{key}.txt")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (None, None, True), (None, "a", False), ("a", None, False), ("Giữ bến", "GIỮ  BẾN", True), ("Giữ bến", "Giữ đò", False),
        ("2031", "2031-05-06", True), ("2031-05-06", "2031", True), ("2031-05-06", "2031-05-07", False), ("05-06", "2031-05-06", False),
    ],
)  # fmt: skip
def test_values(one: str | None, other: str | None, alike: bool) -> None:
    assert _alike(one, other) is alike


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("bộ bến bãi", "bộ bến bãi", True), ("bộ trưởng bộ bến bãi", "bộ bến bãi", True), ("bộ bến bãi", "bộ trưởng bộ bến bãi", True),
        ("chủ tịch tỉnh sông mơ", "ủy ban tỉnh sông mơ", True), ("ủy ban xã sông mơ", "ủy ban tỉnh sông mơ", False),
        ("bộ bến bãi", "bộ đò ngang", False),
    ],
)  # fmt: skip
def test_bodies(one: str, other: str, same: bool) -> None:
    assert _one_body(one, other) is same


@pytest.mark.parametrize(
    ("number", "unique"),
    [
        ("5/2031/TT-BBB", True), ("5/2031/NĐ-CP", True), ("5/2031/QH16", True), ("5/2031/QĐ-UBND", False), ("5/2031/NQ-HĐND", False),
        ("5/QĐ-BBB", False), ("5-QĐ/TU", False), ("5-KL/TW", False), ("số năm", False),
    ],
)  # fmt: skip
def test_numbers_that_one_document_bears(number: str, unique: bool) -> None:
    assert _is_unique(number) is unique


MEANT = [
    (Resolved("a", ""), None, "a"), (Resolved("x", ""), "5/2031/TT-BBB", None), (Unknown("", ""), "05/2031/TT-BBB", "a"),
    (Ambiguous(("a", "b"), ""), "5/2031/TT-BBB", "a"), (Unknown("", ""), "7/QĐ-BBB", None), (Unknown("", ""), None, None),
]  # fmt: skip


@pytest.mark.parametrize(("found", "number", "meant"), MEANT)
def test_whom_a_citation_means(found: Resolution, number: str | None, meant: str | None) -> None:
    known = Known.of([paper("5/2031/TT-BBB"), paper("7/QĐ-BBB", "b"), paper(None, "c")])
    assert set(known.works) == {"a", "b", "c"}
    assert len(known.numbers) == 1
    one = known.meant(Reference(Citation(PLACE, "numbered", number=number), found, "cites", PLACE, "p-1"))
    assert (one.work if one else None) == meant


DIFFER: list[tuple[dict[str, str], dict[str, str], list[tuple[str, str, str]]]] = [
    ({"date": "2031-05-06"}, {"date": "2031-05-06"}, []),
    ({"date": "2031"}, {"date": "2031-05-06"}, []),
    ({"date": "2031-05-06"}, {"date": "2031-05"}, []),
    ({"date": "2031-05-06"}, {}, []),
    ({}, {"date": "2031-05-06"}, []),
    ({"date": "2031-05-06"}, {"date": "2031-05-07"}, [("date", "2031-05-06", "2031-05-07")]),
    ({"type": "Thông tư"}, {"type": "Thông tư"}, []),
    ({"type": "Chương trình"}, {"type": "Chương trình hành động"}, []),
    ({"type": "Chương trình hành động"}, {"type": "Chương trình"}, []),
    ({"type": "Thông tư"}, {}, []),
    ({}, {"type": "Thông tư"}, []),
    ({"type": "Thông tư"}, {"type": "Nghị định"}, [("type", "Thông tư", "Nghị định")]),
    ({"issuer": "Bộ Bến bãi"}, {"issuer": "BỘ BẾN BÃI"}, []),
    ({"issuer": "Bộ Bến bãi"}, {"issuer": "Cục Đò", "parent": "Bộ Bến bãi"}, []),
    ({"issuer": "Bộ Bến bãi"}, {}, []),
    ({}, {"issuer": "Bộ Bến bãi"}, []),
    ({"issuer": "Bộ Bến bãi"}, {"issuer": "Cục Đò"}, [("issuer", "Bộ Bến bãi", "Cục Đò")]),
    (
        {"date": "2030", "type": "Thông tư", "issuer": "Bộ Bến bãi"},
        {"date": "2031", "type": "Nghị định", "issuer": "Cục Đò"},
        [("date", "2030", "2031"), ("type", "Thông tư", "Nghị định"), ("issuer", "Bộ Bến bãi", "Cục Đò")],
    ),
]


@pytest.mark.parametrize(("said", "stated", "told"), DIFFER)
def test_what_is_said_otherwise(said: dict[str, str], stated: dict[str, str], told: list[tuple[str, str, str]]) -> None:
    citation = Citation(PLACE, "numbered", **said)  # type: ignore[arg-type]
    other = document("Giữ bến.", Header.of(**stated))
    assert list(_differences(Reference(citation, Unknown("", ""), "cites", PLACE, "p-1"), other)) == told


def parted(text: str, *places: tuple[str, int]) -> Document:
    """A text with provisions that begin at places and go on to its end."""
    made = document(text)
    found = tuple(Section(key, None, 1, Span(start, len(text)), key) for key, start in places)
    return Document(made.clean, Header(), Node("document", PLACE, "top"), found, ())


LONG = "Điều 1. Giữ bến sạch, giữ đò bền, giữ sông trong cho bà conlm"
"""One letter more than tells a provision."""


@pytest.mark.parametrize(
    ("one", "other", "wanting"),
    [
        (parted(LONG, ("dieu-1", 0)), parted(LONG, ("dieu-1", 0)), False),
        (parted(LONG, ("dieu-1", 0)), parted("Xã  Lim\n" + LONG.replace("Giữ bến", "Giữ\nbến")), True),
        (parted(LONG, ("dieu-1", 0)), parted(LONG[:-1] + "y"), True),
        (parted(LONG, ("dieu-1", 0)), parted(LONG[:-2] + "y"), False),
        (parted(LONG, ("dieu-1", 0)), parted("Xã Lim"), False),
        (parted(LONG), parted(LONG, ("dieu-1", 0)), False),
        (parted("Xã Lim\n" + LONG, ("muc-1", 0), ("dieu-1", 7)), parted(LONG, ("muc-1", 0)), True),
    ],
)
def test_provisions_that_one_copy_has_and_the_other_prints(one: Document, other: Document, wanting: bool) -> None:
    assert len(LONG) == OPENING + 1
    assert _not_read(one, other) is wanting


def test_a_share_counts_documents_without_a_look() -> None:
    assert Share(0, 0).percent == 100
    assert Share(1, 4).percent == 25
    papers = (paper("1-QĐ/TU", "a"), paper("2-QĐ/TU", "b"), paper("3-QĐ/TU", "c", "digest"))
    site = Site(Register(), (), papers, (), (), (), (), (), (finding("document-number", "d.txt", 1, metadata="d"),))
    looked = finding("reading-header", "a.txt", 1, fields="số")
    other = finding("document-unstated", "b.txt", 1, fields="số")
    assert {looked.code} <= OF_READING
    assert other.code not in OF_READING
    assert share(site, [looked, looked, other]) == Share(2, 3)
    assert share(site, []) == Share(3, 3)
