"""What the page that reads letters looks up of a work: each step to what stands at the end of the chain, with its source."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from build_tools.model.site import Edge
from build_tools.views import Lookup
from build_tools.views.resolver import lookup_files
from tests.site import sample


def ended(*edges: Edge, **names: str) -> list[dict[str, object]]:
    """What is told of the older rule of the sample, once ``edges`` have been added; ``names``: works by their names, without number."""
    made = sample.site()
    incoming = {key: (*found, *(edge for edge in edges if edge.target == key)) for key, found in made.incoming}
    called = {sample.RULE_OLD: "", sample.RULE_NEW: names.get("new"), sample.LETTER: names.get("later")}
    works = tuple(replace(work, number=None, names=(name,)) if (name := called.get(work.id)) else work for work in made.works)
    lookup = Lookup(replace(made, works=works, incoming=tuple(incoming.items())))
    files = (data.decode().strip().split(",", 1)[1][:-1] for _, data in lookup_files(lookup))
    (row,) = (row for file in files for row in json.loads(file) if row["id"] == sample.RULE_OLD)
    steps: list[dict[str, object]] = row["ended"]
    return steps


SURE = replace(sample.OTHER, confidence="B")
LATER = Edge(sample.LETTER, "replaces", sample.RULE_NEW, date="2025-07-01", sources=(SURE,))


def test_what_took_its_place_was_replaced_in_its_turn() -> None:
    first, then = ended(LATER)
    assert (first["of"], first["by"], first["how"]) == (sample.RULE_OLD, sample.RULE_NEW, "được thay thế")
    assert (then["of"], then["by"], then["date"]) == (sample.RULE_NEW, sample.LETTER, "2025-07-01")
    assert then["how"] == f"{first['by_name']} được thay thế"
    assert [source["name"] for source in then["sources"]] == [sample.OTHER.name]  # type: ignore[attr-defined]


def test_what_one_weak_source_states_took_nothings_place() -> None:
    weak = replace(LATER, sources=(replace(SURE, confidence="C"),))
    assert [step["by"] for step in ended(weak)] == [sample.RULE_NEW]
    assert [step["by"] for step in ended(replace(weak, sources=(*weak.sources, SURE)))] == [sample.RULE_NEW, sample.LETTER]


def test_a_ring_ends() -> None:
    back = Edge(sample.RULE_OLD, "replaces", sample.LETTER, date="2026-01-01", sources=(SURE,))
    assert [step["by"] for step in ended(LATER, back)] == [sample.RULE_NEW, sample.LETTER, sample.RULE_OLD]


@pytest.mark.parametrize(
    ("new", "how"), [("Luật Bến bãi sửa đổi", "văn bản đã thay nó được thay thế"), ("Luật Đò", "Luật Đò được thay thế")]
)
def test_the_words_before_a_link_never_hold_its_name(new: str, how: str) -> None:
    """The page's script links the first place where the later name stands."""
    assert ended(LATER, new=new, later="Luật Bến bãi")[1]["how"] == how
