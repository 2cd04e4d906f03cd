"""What is looked up of each citation: the works that it may mean, what ended them, whether that need be told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.graph.cited import look_up, name_of
from build_tools.model.citation import Ambiguous, Citation, Predicate, Reference, Resolution, Resolved, Unknown
from build_tools.model.register import DateClaim, Register, RegisterRelation, Work
from build_tools.model.span import Span
from tests.content import shipped

PLACE = Span(0, 5)


def work(key: str, number: str | None = None, names: tuple[str, ...] = (), subject: str = "", date: str | None = None, *ends: str) -> Work:
    relations = tuple(RegisterRelation(Predicate("replaces"), target) for target in ends)
    return Work(key, "thong-tu", number, None, None, subject, (DateClaim(date),) if date else (), relations=relations, names=names)


def reference(resolution: Resolution, predicate: str = "cites", kind: str = "numbered") -> Reference:
    return Reference(Citation(PLACE, kind), resolution, Predicate(predicate), PLACE, "p-1")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "name"),
    [
        (work("a", "5/2031/TT-BBB", ("Thông tư bến",), "Giữ bến"), "Thông tư 5/2031/TT-BBB"),
        (work("a", None, ("Thông tư bến", "Thông tư đò"), "Giữ bến"), "Thông tư bến"),
        (work("a", None, (), "Giữ bến"), "Thông tư Giữ bến"),
        (work("a"), "Thông tư"),
        (Work("a", "khoan-uoc", "5/KU", None, None, ""), "khoan-uoc 5/KU"),
    ],
)
def test_names(one: Work, name: str) -> None:
    assert name_of(one, shipped()) == name


WORKS = (
    work("a", "1/2030/TT-BBB", date="2030-01-01"),
    work("b", "2/2031/TT-BBB", (), "", "2031-01-01", "a"),
    work("c", "3/2029/TT-BBB", (), "", "2029-01-01", "a", "d"),
    work("d", "4/2028/TT-BBB"),
    work("e", "5/2031/TT-BBB", (), "", None, "d"),  # without a day of its own nothing is known to have ended
)
LOOKED = [
    (Resolved("a", ""), "cites", "numbered", "resolved", ["a"], [["c", "b"]], True),
    (Resolved("a", ""), "based_on", "numbered", "resolved", ["a"], [["c", "b"]], True),
    (Resolved("a", ""), "replaces", "numbered", "resolved", ["a"], [["c", "b"]], False),
    (Resolved("a", ""), "cites", "self", "resolved", ["a"], [["c", "b"]], False),
    (Resolved("b", ""), "cites", "numbered", "resolved", ["b"], [[]], False),
    (Resolved("d", ""), "cites", "numbered", "resolved", ["d"], [["c"]], True),
    (Ambiguous(("a", "b"), ""), "cites", "numbered", "ambiguous", ["a", "b"], [["c", "b"], []], False),
    (Ambiguous(("a", "x"), ""), "cites", "numbered", "ambiguous", ["a"], [["c", "b"]], False),
    (Unknown("Thông tư", ""), "cites", "numbered", "unknown", [], [], False),
]


@pytest.mark.parametrize(("found", "predicate", "kind", "state", "works", "ended", "outdated"), LOOKED)
def test_looked_up(
    found: Resolution, predicate: str, kind: str, state: str, works: list[str], ended: list[list[str]], outdated: bool
) -> None:
    (looked,) = look_up([reference(found, predicate, kind)], Register(works=WORKS[:-1]), WORKS[-1:])
    assert looked.state == state
    assert [one.work.id for one in looked.works] == works
    assert [[step.item.new for step in one.ended] for one in looked.works] == ended
    names = {known.id: name_of(known, Register()) for known in WORKS}
    assert [[(step.by, step.old) for step in one.ended] for one in looked.works] == [
        [(names[step.item.new], names[step.item.old]) for step in one.ended] for one in looked.works
    ]
    assert looked.outdated is outdated


def test_what_stands_at_the_end_of_the_chain_is_told_step_by_step_even_in_a_ring() -> None:
    chain = (
        work("a", "1/2030/TT-BBB", (), "", "2030-01-01", "c"),  # a ring, as a faulty register may have it
        work("b", "2/2031/TT-BBB", (), "", "2031-01-01", "a"),
        work("c", "3/2032/TT-BBB", (), "", "2032-01-01", "b"),
    )
    (looked,) = look_up([reference(Resolved("a", ""))], Register(works=chain))
    assert [(step.item.old, step.item.new) for step in looked.works[0].ended] == [("a", "b"), ("b", "c"), ("c", "a")]


def test_what_only_repeals_takes_no_place() -> None:
    repealing = replace(work("b", "2/2031/TT-BBB", (), "", "2031-01-01"), relations=(RegisterRelation(Predicate("repeals"), "a"),))
    chain = (work("a", "1/2030/TT-BBB"), repealing, work("c", "3/2032/TT-BBB", (), "", "2032-01-01", "b"))
    (looked,) = look_up([reference(Resolved("a", ""))], Register(works=chain))
    assert [step.item.new for step in looked.works[0].ended] == ["b"]


def test_references_keep_their_order() -> None:
    given = [reference(Resolved(key, "")) for key in ("d", "a", "b", "a")]
    assert [looked.reference for looked in look_up(given, Register(works=WORKS))] == given
