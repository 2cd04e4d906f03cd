"""Every row of relations.yaml holds at every stage that uses it, and every relation is on a page."""

from __future__ import annotations

import json

import pytest

from build_tools.graph.edges import both_ways, register_edges
from build_tools.lexicon.enums import SCHEMAS, with_relations
from build_tools.lexicon.relations import Relation, load, relation, relations
from build_tools.messages import say
from build_tools.model.citation import Resolved
from build_tools.model.diagnostic import InputError
from build_tools.model.register import DateClaim, Register, RegisterRelation, Source, Work
from build_tools.model.site import Site
from build_tools.render import render
from build_tools.views import events, search_records
from build_tools.views.lookup import Lookup
from build_tools.views.work import work_page
from tests.lexicon.related import OWN, told

EXAMPLES = [pytest.param(row, item, id=f"{row.id}: {item.text[:60]}") for row in relations() for item in row.examples]
NEVER = [pytest.param(row, item, id=f"{row.id} not: {item.text[:60]}") for row in relations() for item in row.never]


def status(site: Site, work: str) -> str:
    record = next(record for record in search_records(Lookup(site)) if record.id == work)
    return dict(record.facets)["status"]


@pytest.mark.parametrize(("row", "example"), EXAMPLES)
def test_an_example_states_the_relation_at_every_stage(row: Relation, example, shipped: Register) -> None:  # type: ignore[no-untyped-def]
    found = told(example.text, example.target, shipped)
    lookup = Lookup(found.site)
    assert (found.reference.predicate, type(found.reference.resolution)) == (row.id, Resolved)
    assert [edge.predicate for _, group in found.site.incoming for edge in group if edge.target == found.target] == [row.id]
    own, other = (work_page(lookup.works[work], lookup) for work in (OWN.id, found.target))
    assert [(group.relation, group.title) for group in own.said.outgoing] == [(row, row.title)]
    assert [(group.relation, group.title) for group in other.said.incoming] == [(row, row.passive)]
    assert [fact.relation for _, fact in other.standing.ended_by] == ([row] if row.ends else [])
    assert [fact.relation for _, fact in other.standing.changed_by] == ([row] if row.changes and not row.ends else [])
    assert status(found.site, found.target) == (row.status if row.ends else say("pages.records.not-replaced"))


@pytest.mark.parametrize(("row", "example"), NEVER)
def test_a_negative_example_does_not(row: Relation, example, shipped: Register) -> None:  # type: ignore[no-untyped-def]
    found = told(example.text, example.target, shipped)
    lookup = Lookup(found.site)
    assert found.reference.predicate != row.id
    assert row not in [group.relation for group in work_page(lookup.works[found.target], lookup).said.incoming]
    if row.ends:
        assert status(found.site, found.target) == say("pages.records.not-replaced")


@pytest.mark.parametrize("row", relations(), ids=lambda row: row.id)
def test_a_relation_of_the_register_is_on_both_pages(row: Relation, shipped: Register) -> None:
    stated = RegisterRelation(row.id, "b", "2030-05-01", (Source("Báo Sông Mơ"),))
    works = (
        Work("a", "nghi-dinh", "8/2030/NĐ-CP", None, None, "Một", (DateClaim("2030-01-01"),), relations=(stated,)),
        Work("b", "nghi-dinh", "9/2030/NĐ-CP", None, None, "Hai", (DateClaim("2029-01-01"),)),
    )
    outgoing, incoming = both_ways(register_edges(works))
    site = Site(Register(works=works, types=shipped.types), works, (), outgoing, incoming)
    lookup = Lookup(site)
    pages = {page.path: page.text for page in (render(work_page(work, lookup)) for work in works)}
    assert f"### {row.title} " in pages["van-ban/a/index.md"]
    assert f"### {row.passive} " in pages["van-ban/b/index.md"]
    assert (row.status in pages["van-ban/b/index.md"]) is row.ends or not row.status
    assert (row.title in [moment.kind for moment in events.of_work(works[0], lookup) if moment.label]) is row.timeline


def test_what_no_page_would_show_is_refused() -> None:
    assert {row.id for row in relations() if not (row.title and row.passive and row.chip)} == set()


def test_the_schemas_list_every_relation() -> None:
    for path in SCHEMAS:
        schema = json.loads(path.read_text(encoding="utf-8"))
        assert schema == with_relations(schema), "run: python -m build_tools.lexicon.enums"


GOOD = """
- id: blesses
  title: Khen
  passive: Được khen bởi
  chip: khen
  cues: [{words: khen}]
  examples: [{text: "Khen Nghị định số 2/2030/NĐ-CP", target: 2/2030/NĐ-CP}]
  not: [{text: "Theo Nghị định số 2/2030/NĐ-CP", target: 2/2030/NĐ-CP}]
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "code", "said", "hint"),
    [
        ("chip: khen", "chp: khen", 5, "schema-key", "chp", "chip"),
        ("  chip: khen\n", "", 2, "schema-missing", "chip", "chip"),
        ("id: blesses", "id: Khen", 2, "schema-value", "Khen", "gạch dưới"),
        ("  not: [{", "  within: [praises]\n  not: [{", 8, "row-unknown", "praises", "relations.yaml"),
        ("  not: ", "  x: ", 8, "schema-key", "x", "not"),
        ("  chip: khen\n", "  chip: khen\n  ends: true\n", 2, "relation-status", "blesses", "status"),
        ("  examples: [{text: \"Khen Nghị định số 2/2030/NĐ-CP\", target: 2/2030/NĐ-CP}]\n", "", 2, "relation-examples", "blesses", "not"),
        (GOOD, GOOD + GOOD.replace("blesses", "praises"), 10, "row-twice", "khen", "dòng"),
        (GOOD, GOOD + GOOD.replace("khen}", "tặng}"), 10, "row-twice", "blesses", "dòng"),
    ],
)  # fmt: skip
def test_a_wrong_row_says_where_what_and_what_to_try(old: str, new: str, line: int, code: str, said: str, hint: str) -> None:
    with pytest.raises(InputError) as caught:
        load(GOOD.replace(old, new), "quan-he.yaml")
    found = {item.code: item for item in caught.value.diagnostics}
    assert code in found, found
    assert (found[code].path, found[code].line) == ("quan-he.yaml", line)
    assert said in found[code].message
    assert hint in found[code].message + found[code].hint


def test_a_good_row_is_taken() -> None:
    assert [row.id for row in load(GOOD)] == ["blesses"]


def test_an_unknown_relation_is_no_row() -> None:
    with pytest.raises(KeyError):
        relation("praises")
