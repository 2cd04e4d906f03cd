"""How much of another document a relation is about: the words that say so and what follows. The rows stand in ``scopes.yaml``."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Annotated, Final

import msgspec

from build_tools.lexicon.relations import Cue, Example, relation, relations
from build_tools.model.citation import Predicate, Scope
from build_tools.model.diagnostic import InputError
from build_tools.tables import Row, load_rows

FILE = Path(__file__).with_name("scopes.yaml")
WHOLE: Final = "whole"
PART: Final = "part"
ANNEX: Final = "annex"
EXCEPT: Final = "except"
SUSPENDED: Final = "suspended"
NEGATED: Final = "negated"
PLANNED: Final = "planned"
TOLD: Final = "told"
EXPIRED: Final = "expired"
PARTLY: Final = "partly"
"""Listed by another document among those that have expired, whole or in part."""
Text = Annotated[str, msgspec.Meta(min_length=1)]


class ScopeExample(Example, frozen=True):
    """A text, the number of the document, the relation, and the words that the scope keeps."""

    relation: Predicate
    words: str = ""


class ScopeRow(Row, frozen=True):
    """One kind of scope. ``scopes.yaml`` says at its head what each key means."""

    id: Annotated[str, msgspec.Meta(pattern="^[a-z]+$")]
    label: str
    told: Text
    examples: Annotated[tuple[ScopeExample, ...], msgspec.Meta(min_length=1)]
    never: Annotated[tuple[Example, ...], msgspec.Meta(min_length=1)] = msgspec.field(name="not")
    ends: bool = False
    states: bool = True
    heads: tuple[Text, ...] = ()
    links: tuple[Text, ...] = ()
    breaks: tuple[Cue, ...] = ()
    against: tuple[Text, ...] = ()
    before: tuple[Cue, ...] = ()
    after: tuple[Text, ...] = ()


def load(source: Path | str = FILE, name: str = "") -> tuple[ScopeRow, ...]:
    """The rows of a file. Raises ``InputError`` with every fault."""
    table = load_rows(source, ScopeRow, name)
    faults = list(table.claimed_twice(lambda row: (row.id,), "mã"))
    known = [row.id for row in relations()]
    for index, row in enumerate(table.rows):
        told = [item.relation for item in row.examples if item.relation not in known]
        faults += [table.unknown(index, "examples", name, known, "relations.yaml") for name in told]
    if faults:
        raise InputError(*faults)
    return table.rows


@lru_cache(maxsize=1)
def scopes() -> tuple[ScopeRow, ...]:
    """All kinds of scope, in the order in which an object is held against them."""
    return load()


@lru_cache(maxsize=1)
def _by_id() -> dict[str, ScopeRow]:
    return {row.id: row for row in scopes()}


def scope_row(kind: str) -> ScopeRow:
    """The row of a kind of scope. Raises ``KeyError`` for one that the lexicon does not have."""
    return _by_id()[kind]


def ends(predicate: str, scope: Scope | None) -> bool:
    """Whether a relation of this scope ends the whole of the other document; without a scope it is about the whole."""
    return relation(predicate).ends and (scope is None or scope_row(scope.kind).ends)
