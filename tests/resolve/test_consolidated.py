"""A consolidated text is a form of the base work that its opening sentence names: what it says of others its base has said."""

from __future__ import annotations

import pytest

from build_tools.citations import find_citations
from build_tools.graph.edges import text_edges
from build_tools.model.header import Header
from build_tools.model.register import Work
from build_tools.model.site import SiteDocument
from build_tools.model.statement import Statements
from build_tools.passages import Passages
from build_tools.resolve import resolve
from tests.citations.citation_helpers import document
from tests.reading.reading_helpers import read
from tests.resolve.registers import REGISTER, work

KIND = "Văn bản hợp nhất"
BASE, LATER, OLD = "Thông tư số 5/2030/TT-BBB", "Thông tư số 7/2031/TT-BBB", "Thông tư số 9/2020/TT-BBB"
OPENING = (
    f"{BASE} ngày 03 tháng 4 năm 2030 của Bộ trưởng Bộ Bến bãi quy định về phao, có hiệu lực kể từ ngày 01 tháng 6 năm 2030, "
    f"được sửa đổi, bổ sung bởi:\n{LATER} ngày 05 tháng 6 năm 2031 của Bộ trưởng Bộ Bến bãi, có hiệu lực kể từ ngày 01 tháng 8 năm 2031.\n"
)
BODY = f"Căn cứ Nghị định số 7/2030/NĐ-CP;\nĐiều 1. Thông tư này quy định về phao.\nĐiều 2. Thông tư này thay thế {OLD}."
OWN = work("3/VBHN-BBB", "van-ban-hop-nhat", None, "2032-01-01")
OLDER = work("9/2020/TT-BBB", "thong-tu", None, "2020-01-01")
FIRST = work("5/2030/TT-BBB", "thong-tu", None, "2030-04-03")


def edges(kind: str, *known: Work) -> list[tuple[str, str, str, str | None]]:
    """Source, relation, target and scope of what a text states of the works that are known."""
    made = document(OPENING + BODY, Header.of(type=kind, number=OWN.number, date=OWN.date))
    passages = Passages.of(made)
    works = (OWN, *known)
    references = resolve(passages, find_citations(passages, REGISTER), OWN, works, REGISTER)
    site = SiteDocument(OWN.id, OWN.id, "full", made, references, Statements(effective_on="2030-06-01"))
    found = text_edges((site,), {one.id: one.date for one in works})
    return [
        (edge.source, edge.predicate, edge.target, edge.scope.kind if edge.scope else None)
        for edge in found
        if edge.predicate != "cites" or edge.scope
    ]


def test_what_it_ends_its_base_has_ended() -> None:
    assert edges(KIND, FIRST, OLDER) == [(OWN.id, "consolidates", FIRST.id, None), (FIRST.id, "replaces", OLDER.id, "whole")]


def test_nothing_is_ended_where_the_base_is_not_known() -> None:
    assert edges(KIND, OLDER) == [(OWN.id, "cites", OLDER.id, "told")]


def test_a_document_of_its_own_ends_what_it_says() -> None:
    assert (OWN.id, "replaces", OLDER.id, "whole") in edges("Thông tư", FIRST, OLDER)


STATED = [
    (KIND, OPENING, ["consolidates", "cites told amends"]),
    (KIND, OPENING.replace("có hiệu lực", "ký"), ["consolidates", "cites"]),
    (KIND, f"Theo {OPENING}", ["cites", "consolidates"]),
    ("Thông tư", OPENING, ["cites", "cites"]),
    (KIND, OPENING.replace(", có hiệu lực kể từ ngày 01 tháng 6 năm 2030,", ""), ["consolidates", "cites told amends"]),
    (KIND, OPENING.replace(", có hiệu lực kể từ ngày 01 tháng 6 năm 2030, được sửa đổi, bổ sung bởi:", "."), ["cites", "consolidates"]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "expected"), STATED)
def test_what_the_opening_sentence_states(kind: str, text: str, expected: list[str]) -> None:
    made = document(text, Header.of(type=kind, number=OWN.number))
    passages = Passages.of(made)
    references = resolve(passages, find_citations(passages, REGISTER), None, (), REGISTER)
    told = [" ".join(filter(None, (one.predicate, *((one.scope.kind, one.scope.of) if one.scope else ())))) for one in references]
    assert told == expected


QUOTED = [
    (f"Điều 3 {LATER} sửa đổi một số điều của {BASE} đã được sửa đổi theo {OLD} quy định như sau: “Thông tư này", "7/2031/TT-BBB"),
    (f"Sửa đổi Điều 3 {BASE} như sau: “Thông tư này", "5/2030/TT-BBB"),
    (f"Sửa đổi Điều 3 {BASE} đã được sửa đổi theo Điều 2 {LATER} như sau: “Thông tư này", "5/2030/TT-BBB"),
]


@pytest.mark.parametrize(("text", "target"), QUOTED)
def test_whose_words_are_quoted(text: str, target: str) -> None:
    made = read(f"Số: 3/2032/TT-BBB\n\nTHÔNG TƯ\nVề phao\n\nĐiều 1. Phao\n{text} có hiệu lực từ ngày 01 tháng 8 năm 2031.”")
    found = [one.target for one in find_citations(Passages.of(made), REGISTER) if one.kind == "self"]
    assert found == [target]
