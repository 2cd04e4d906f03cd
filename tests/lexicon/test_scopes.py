"""Every row of scopes.yaml holds, from the sentence to the page; only a whole ends a document."""

from __future__ import annotations

import pytest

from build_tools.lexicon.relations import relation
from build_tools.lexicon.scopes import ScopeExample, ScopeRow, ends, scopes
from build_tools.messages import say
from build_tools.model.citation import CITES, Scope
from build_tools.model.register import Register
from build_tools.render import render
from build_tools.views.evidence import scope_text
from build_tools.views.listing import row as lookup_row
from build_tools.views.lookup import Lookup
from build_tools.views.work import work_page
from tests.lexicon.related import told
from tests.lexicon.test_relations import status as search_status

EXAMPLES = [pytest.param(row, item, id=f"{row.id}: {item.text[:60]}") for row in scopes() for item in row.examples]
NEVER = [pytest.param(row, item, id=f"{row.id} not: {item.text[:60]}") for row in scopes() for item in row.never]


@pytest.mark.parametrize(("row", "example"), EXAMPLES)
def test_an_example_has_the_scope(row: ScopeRow, example: ScopeExample, shipped: Register) -> None:
    found = told(example.text, example.target, shipped)
    reference = found.reference
    scope = reference.scope
    if not row.states:
        assert (reference.predicate, scope) == (CITES, Scope(row.id, example.words, of=example.relation))
    elif relation(example.relation).ends or relation(example.relation).scope:
        assert scope is not None
        assert (reference.predicate, scope.kind, scope.words) == (example.relation, row.id, example.words)
        assert ends(reference.predicate, scope) is (row.ends and relation(example.relation).ends)
    lookup = Lookup(found.site)
    page = work_page(lookup.works[found.target], lookup)
    ended = row.ends and relation(example.relation).ends
    assert bool(page.standing.ended_by) is ended
    assert (lookup_row(lookup.works[found.target], lookup).ended is not None) is ended
    (group,) = page.said.incoming
    assert (group.works[0].facts[0].scope != "") is (scope_text(scope) != "")
    shown = render(page)
    assert shown.path == f"van-ban/{found.target}/index.md"
    assert scope_text(scope) in shown.text


@pytest.mark.parametrize(
    ("scope", "shown"),
    [
        (None, ""),
        (Scope("whole"), ""),
        (Scope("whole", "trừ trường hợp quy định tại Điều 71"), "trừ trường hợp quy định tại Điều 71"),
        (Scope("part"), "một phần"),
        (Scope("except", "trừ Điều 5"), "trừ Điều 5"),
        (Scope("suspended", start="2032-08-01", end="2032-09-15"), "từ ngày 01/08/2032 đến hết ngày 15/09/2032"),
        (Scope("suspended", end="2032-12-31"), "đến hết ngày 31/12/2032"),
        (Scope("negated", of="replaces"), "không thay thế"),
        (Scope("planned", of="repeals"), "dự kiến bãi bỏ"),
    ],
)
def test_a_scope_in_words(scope: Scope | None, shown: str) -> None:
    assert scope_text(scope) == shown


def test_a_part_is_a_group_of_its_own(shipped: Register) -> None:
    found = told("Bãi bỏ khoản 2 Điều 5 Nghị định số 2/2030/NĐ-CP ngày 01/3/2030 của Chính phủ.", "2/2030/NĐ-CP", shipped)
    lookup = Lookup(found.site)
    (group,) = work_page(lookup.works[found.target], lookup).said.incoming
    assert (group.id, group.title) == ("duoc-dan-repeals-mot-phan", "Bị bãi bỏ một phần bởi")
    assert work_page(lookup.works[found.target], lookup).standing.changed_by == ((group.works[0], group.works[0].facts[0]),)
    assert search_status(found.site, found.target) == say("pages.records.not-replaced")


@pytest.mark.parametrize(("row", "example"), NEVER)
def test_a_negative_example_has_not(row: ScopeRow, example: ScopeExample, shipped: Register) -> None:
    scope = told(example.text, example.target, shipped).reference.scope
    assert scope is None or scope.kind != row.id
