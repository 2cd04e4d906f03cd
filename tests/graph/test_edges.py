"""Edges, wanted, ambiguous and out-of-date citations on a hand-made document: the stages before are not needed."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import compress, pairwise, product

import pytest

from build_tools.graph import edges
from build_tools.graph.wanted import under_one_name
from build_tools.model.citation import Ambiguous, Citation, CitationKind, Predicate, Reference, Resolution, Resolved, Scope, Unknown
from build_tools.model.document import Clean, Document, Node, Paragraph
from build_tools.model.header import Header, Stated
from build_tools.model.register import DateClaim, RegisterRelation, Source, Work
from build_tools.model.site import SiteDocument
from build_tools.model.span import Excerpt, OffsetMap, Run, Span
from build_tools.model.statement import Statements

TEXT = "Thực hiện Quy định số 40-QĐ/TU của Tỉnh ủy Sông Mơ."
QUOTE = "Quy định số 40-QĐ/TU"
PAPER = Source("Báo Sông Mơ", None, "B", "2024-05")


def work(identifier: str, date: str | None = None, *relations: RegisterRelation) -> Work:
    return Work(identifier, "quy-dinh", None, None, None, "Thử", (DateClaim(date),) if date else (), relations=relations)


def document(resolution: Resolution, predicate: Predicate = "cites", quoted: bool = False, own: str = "bao-cao") -> SiteDocument:
    span = Span(TEXT.index(QUOTE), TEXT.index(QUOTE) + len(QUOTE))
    whole = Span(0, len(TEXT))
    clean = Clean("x.txt", "txt", TEXT, TEXT, OffsetMap.from_runs((Run(0, len(TEXT), 0, len(TEXT)),)), (Paragraph(whole),))
    reference = Reference(Citation(span, "numbered", quoted=quoted), resolution, predicate, whole, "p-1")
    read = Document(clean, Header(), Node("document", whole, "top"), (), ())
    return SiteDocument(own, own, "full", read, (reference,), Statements())


def test_an_edge_carries_its_sentence() -> None:
    (edge,) = edges.text_edges([document(Resolved("cu", "số"), "implements")], {"bao-cao": "2022-04-15"})
    assert (edge.source, edge.predicate, edge.target, edge.quote, edge.sentence) == ("bao-cao", "implements", "cu", QUOTE, TEXT)
    assert (edge.document, edge.node_id, edge.rule, edge.date) == ("bao-cao", "p-1", "số", "2022-04-15")


def test_a_document_that_cites_itself_makes_no_edge() -> None:
    assert edges.text_edges([document(Resolved("bao-cao", "số"))], {}) == []


def test_edges_go_both_ways() -> None:
    relation = RegisterRelation("replaces", "cu", "2021-10-25", (PAPER,))
    found = edges.register_edges([work("moi", "2021-10-25", relation), work("cu")])
    outgoing, incoming = edges.both_ways(found)
    assert [(key, [edge.target for edge in group]) for key, group in outgoing] == [("moi", ["cu"])]
    assert [(key, [edge.source for edge in group]) for key, group in incoming] == [("cu", ["moi"])]


def test_unknown_and_ambiguous_are_kept() -> None:
    (want,) = edges.wanted([document(Unknown("Quy định 40-QĐ/TU", "số"))])
    assert (want.key, want.places) == ("Quy định 40-QĐ/TU", (("bao-cao", "p-1", TEXT),))
    (mention,) = edges.ambiguous([document(Ambiguous(("a", "b"), "trùng số"))])
    assert (mention.quote, mention.works, mention.rule) == (QUOTE, ("a", "b"), "trùng số")


@pytest.mark.parametrize(
    ("kind", "target", "targets", "wanted"),
    [
        ("numbered", None, (), True), ("anaphora", "40-QĐ/TU", (), True), ("anaphora", None, (), False),
        ("numbered", None, ("a", "b"), False), ("anaphora", "a", ("a", "b"), False),
    ],
)  # fmt: skip
def test_of_several_each_is_wanted_where_it_is_cited(
    kind: CitationKind, target: str | None, targets: tuple[str, ...], wanted: bool
) -> None:
    made = document(Unknown("Quy định 40-QĐ/TU", "số"))
    (reference,) = made.references
    citation = replace(reference.citation, kind=kind, target=target, targets=targets)
    assert bool(edges.wanted([replace(made, references=(replace(reference, citation=citation),))])) is wanted


@pytest.mark.parametrize(
    ("issued", "replaced", "predicate", "quoted", "warns"),
    [
        ("2022-04-15", "2021-10-25", "cites", False, True),
        ("2022-04-15", "2021-10-25", "implements", False, True),
        ("2021-10-25", "2021-10-25", "cites", False, False),  # the same day
        ("2021-10-01", "2021-10-25", "cites", False, False),
        ("2022", "2021-10-25", "cites", False, False),  # a day is needed on both sides
        (None, "2021-10-25", "cites", False, False),
        ("2022-04-15", "2021-10-25", "repeals", False, False),
        ("2022-04-15", "2021-10-25", "cites", True, False),
    ],
)
def test_citing_what_had_been_replaced(issued: str | None, replaced: str, predicate: Predicate, quoted: bool, warns: bool) -> None:
    found = edges.register_edges([work("moi", replaced, RegisterRelation("replaces", "cu", None, (PAPER,)))])
    result = edges.warned([document(Resolved("cu", "số"), predicate, quoted)], found, {"bao-cao": issued, "moi": replaced})
    assert bool(result) is warns
    if warns:
        assert (result[0].cited, result[0].replaced_by, result[0].replaced_on, result[0].cited_on) == ("cu", "moi", replaced, issued)
        assert result[0].sources == (PAPER,)


def test_the_replacing_document_itself_is_not_warned_of() -> None:
    found = edges.register_edges([work("moi", "2021-10-25", RegisterRelation("replaces", "cu", "2021-01-01"))])
    assert edges.warned([document(Resolved("cu", "số"), own="moi")], found, {"moi": "2021-10-25"}) == ()


def test_a_place_that_cites_it_twice_is_told_once() -> None:
    twice = document(Resolved("cu", "số"))
    twice = replace(twice, references=twice.references * 2)
    found = edges.register_edges([work("moi", "2021-10-25", RegisterRelation("replaces", "cu"))])
    assert len(edges.warned([twice], found, {"bao-cao": "2022-04-15", "moi": "2021-10-25"})) == 1


def test_rings_of_replacement_are_told() -> None:
    chain = [work("a", None, RegisterRelation("replaces", "b")), work("b", None, RegisterRelation("replaces", "c"))]
    assert edges.rings([*chain, work("c")]) == ()
    (ring,) = edges.rings([*chain, work("c", None, RegisterRelation("repeals", "a"))])
    assert "a → b → c → a" in ring.message


def ring_of(message: str) -> str:
    """The works of the ring that a finding tells."""
    (found,) = re.findall(r"\b\w+(?: → \w+)+", message)
    return str(found)


def test_a_ring_is_told_without_what_only_leads_off_it() -> None:
    off = work("a", None, RegisterRelation("replaces", "b"), RegisterRelation("replaces", "c"))
    found = edges.rings(
        [off, work("b"), work("c", None, RegisterRelation("repeals", "d")), work("d", None, RegisterRelation("replaces", "a"))]
    )
    assert len(found) == 1
    assert "“a → c → d → a”" in found[0].message or "a → c → d → a" in found[0].message
    lead = [work("x", None, RegisterRelation("replaces", "a")), work("a", None, RegisterRelation("replaces", "b"))]
    (ring,) = edges.rings([*lead, work("b", None, RegisterRelation("replaces", "a"))])
    assert ring_of(ring.message) == "a → b → a"
    twice = [work("a", None, RegisterRelation("replaces", "b")), work("b", None, RegisterRelation("replaces", "a"))]
    other = [work("m", None, RegisterRelation("repeals", "n")), work("n", None, RegisterRelation("repeals", "m"))]
    assert [("a → b → a" in item.message, "m → n → m" in item.message) for item in edges.rings([*twice, *other])] == [
        (True, False),
        (False, True),
    ]
    itself = edges.rings([work("a", None, RegisterRelation("replaces", "a"))])
    assert ring_of(itself[0].message) == "a → a"
    assert edges.rings([work("a", None, RegisterRelation("amends", "b")), work("b", None, RegisterRelation("amends", "a"))]) == ()


def test_of_works_that_replace_one_another_in_any_way_each_knot_is_told_by_a_ring_of_its_own() -> None:
    pairs = list(product("abc", repeat=2))
    for chosen in product((False, True), repeat=len(pairs)):
        after = set(compress(pairs, chosen))
        works = [work(old, None, *(RegisterRelation("replaces", new) for one, new in sorted(after) if one == old)) for old in "abc"]
        told = [ring_of(item.message).split(" → ") for item in edges.rings(works)]
        assert all(pair in after for ring in told for pair in pairwise(ring)), "a ring has only what replaces one another"
        assert all(ring[0] == ring[-1] for ring in told)
        leads = set(after)
        for middle, old, new in product("abc", repeat=3):
            leads |= {(old, new)} if {(old, middle), (middle, new)} <= leads else set()
        for one in "abc":
            knot = {other for other in "abc" if {(one, other), (other, one)} <= leads}
            assert not knot or any(set(ring) <= knot for ring in told), after


def test_what_is_wanted_most_comes_first() -> None:
    def cites(key: str, own: str) -> SiteDocument:
        return document(Unknown(key, "số"), own=own)

    found = edges.wanted([cites("B", "x"), cites("A", "x"), cites("C", "x"), cites("C", "y")])
    assert [(want.key, [place[0] for place in want.places]) for want in found] == [("C", ["x", "y"]), ("A", ["x"]), ("B", ["x"])]


@pytest.mark.parametrize(
    ("names", "one"),
    [
        (("Luật bến bãi", "Luật Bến bãi", "Luật Bến bãi"), "Luật Bến bãi"),
        (("LUẬT BẾN BÃI", "LUẬT BẾN BÃI", "Luật bến bãi"), "Luật bến bãi"),
        (("Luật Bến, bãi", "Luật Bến bãi"), "Luật Bến bãi"),
        (("Luật Thuỷ bến ngày 02 tháng 3 năm2031", "Luật Thủy bến ngày 02 tháng 3 năm 2031"), "Luật Thuỷ bến ngày 02 tháng 3 năm2031"),
        (
            ("Thông tư số 05/2031/TTLT/BXM-BSM", "Thông tư số 5/2031/TTLT-BXM-BSM", "Thông tư số 5/2031/TTLT-BXM-BSM"),
            "Thông tư số 5/2031/TTLT-BXM-BSM",
        ),
        (
            ("Luật Bến bãi ngày 5 tháng 2 năm 2031", "Luật bến bãi ngày 05/02/2031", "Luật Bến bãi ngày 5-2-2031"),
            "Luật Bến bãi ngày 5 tháng 2 năm 2031",
        ),
    ],
)
def test_what_is_typed_in_several_ways_is_wanted_under_one_name(names: tuple[str, ...], one: str) -> None:
    """The name that most documents use, in capitals only where there is no other; of equals the first."""
    found = under_one_name([document(Unknown(name, "số"), own=str(at)) for at, name in enumerate(names)])
    assert [want.key for want in edges.wanted(found)] == [one]
    assert len(edges.wanted(found)[0].places) == len(names)


@pytest.mark.parametrize("other", ["Luật Bến bại", "Luật Bến bãi 2", "Luật Bến bãi ngày 01/02/2031", "Luật sửa đổi Luật Bến bãi"])
def test_names_of_other_letters_or_figures_are_not_one(other: str) -> None:
    made = [document(Unknown(name, "số"), own=name) for name in ("Luật Bến bãi", "Quy định số 1/12-QĐ", "Quy định số 11/2-QĐ", other)]
    assert len(edges.wanted(under_one_name(made))) == 4
    assert under_one_name([*made, document(Resolved("cu", "số"))])[:4] == tuple(made)


def test_endings_come_in_the_order_of_their_days() -> None:
    later = work("moi", "2031-01-01", RegisterRelation("replaces", "cu", "2031-01-01", (PAPER,)))
    earlier = work("nua", "2030-01-01", RegisterRelation("repeals", "cu"))
    undated = work("khong", None, RegisterRelation("replaces", "cu"))
    told = replace(edges.register_edges([later])[0], source="xa", document="xa", date=None)
    found = edges.endings(
        [*edges.register_edges([later, earlier, undated]), told], {"nua": "2030-01-01", "moi": "2031-01-01", "xa": "2020-01-01"}
    )
    assert [(item.old, item.new, item.date, item.predicate, item.sources) for item in found["cu"]] == [
        ("cu", "nua", "2030-01-01", "repeals", ()),
        ("cu", "moi", "2031-01-01", "replaces", (PAPER,)),
    ]
    assert list(found) == ["cu"]


def test_a_long_chain_is_no_trouble() -> None:
    works = [work(f"{index:05}", None, RegisterRelation("replaces", f"{index + 1:05}")) for index in range(20_000)]
    assert edges.rings(works) == ()


@pytest.mark.parametrize(("kind", "ended"), [("whole", True), ("part", False), ("except", False), ("annex", False)])
def test_only_what_is_about_the_whole_ends_a_document(kind: str, ended: bool) -> None:
    whole = document(Resolved("cu", "số"), "repeals")
    (reference,) = whole.references
    one = replace(whole, references=(replace(reference, scope=Scope(kind)),))
    found = edges.text_edges([one], {"bao-cao": "2022-01-01"})
    assert [(edge.predicate, edge.scope and edge.scope.kind) for edge in found] == [("repeals", kind)]
    assert bool(edges.endings([replace(found[0], date="2022-01-01")], {})) is ended


@pytest.mark.parametrize(
    ("number", "effective", "when"),
    [
        ("9-QĐ/TU", None, "2022-01-02"),
        ("9-QĐ/TU", "2022-03-01", "2022-03-01"),
        ("9/2022/NĐ-CP", "2022-03-01", "2022-03-01"),
        ("9/2022/NĐ-CP", None, None),  # a normative instrument seldom takes effect on the day it is issued
    ],
)
def test_an_instrument_ends_when_the_new_one_takes_effect(number: str, effective: str | None, when: str | None) -> None:
    new = document(Resolved("cu", "số"), "replaces", own="moi")
    header = new.document.header.put(Stated("number", Excerpt(number)))
    new = replace(new, document=replace(new.document, header=header), statements=Statements(effective_on=effective))
    found = edges.text_edges([new], {"moi": "2022-01-02"})
    assert [edge.date for edge in found] == [when]
    later = edges.warned([document(Resolved("cu", "số"))], found, {"moi": "2022-01-02", "bao-cao": "2022-02-01"})
    assert bool(later) is (when == "2022-01-02")
