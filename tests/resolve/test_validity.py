"""What was known to stand at a given date."""

from __future__ import annotations

from dataclasses import replace

from build_tools.graph.edges import endings, register_edges
from build_tools.model.register import RegisterRelation, Work
from build_tools.resolve.validity import Replacement, outdated, replaced_before
from tests.resolve.registers import SOURCE, WORKS, references, work

OLD, NEW = "47-QĐ/TW@2011-11-01", "37-QĐ/TW@2021-10-25"


def replacements(works: tuple[Work, ...]) -> dict[str, tuple[Replacement, ...]]:
    """What the register states, as the graph gathers it."""
    return endings(register_edges(works), {item.id: item.date for item in works})


def test_a_replaced_instrument_cited_later_is_reported() -> None:
    known = replacements(WORKS)
    found = outdated(references("Thực hiện Quy định số 47-QĐ/TW ngày 01/11/2011"), "2022-04-15", known)
    assert [(item.replacement.old, item.replacement.new, item.replacement.date) for item in found] == [(OLD, NEW, "2021-10-25")]
    assert found[0].replacement.sources == (SOURCE,)


def test_what_is_not_reported() -> None:
    known = replacements(WORKS)
    text = "Quy định số 47-QĐ/TW ngày 01/11/2011"
    assert outdated(references(f"Thực hiện {text}", date="2021-10-25"), "2021-10-25", known) == ()  # the very day
    assert outdated(references(f"Thực hiện {text}"), None, known) == ()
    assert outdated(references(f"Thực hiện {text}"), "2022", known) == ()
    assert outdated(references(f"Quy định này thay thế {text}"), "2022-04-15", known) == ()
    assert outdated(references(f"Thực hiện {text}"), "2022-04-15", known, own=NEW) == ()
    itself = tuple(replace(item, citation=replace(item.citation, kind="self")) for item in references(f"Thực hiện {text}"))
    assert outdated(itself, "2022-04-15", known) == ()


def test_replacements_without_a_date_tell_nothing() -> None:
    newer = work("50-QĐ/TW", "quy-dinh", "trung-uong", relations=(RegisterRelation("replaces", NEW),))
    assert NEW not in replacements((*WORKS, newer))


def test_the_first_of_several_replacements_counts_that_came_before_the_day() -> None:
    third = work("60-QĐ/TW", "quy-dinh", "trung-uong", "2026-07-26", relations=(RegisterRelation("replaces", OLD),))
    known = replacements((*WORKS, third))
    assert [item.new for item in known[OLD]] == [NEW, third.id]
    assert [found.new for day in ("2021-10-26", "2030-01-01") if (found := replaced_before(OLD, day, known))] == [NEW, NEW]
    assert replaced_before(OLD, "2021-10-25", known) is None
    assert replaced_before("không có", "2030-01-01", known) is None
