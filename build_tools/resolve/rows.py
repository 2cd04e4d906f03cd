"""Citations in a row under one verb, and what each of them is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from build_tools.model.citation import Predicate, Scope
from build_tools.model.span import Span
from build_tools.resolve.cues import After
from build_tools.resolve.objects import Limit


@dataclass(frozen=True, slots=True)
class Stated:
    """The relation of one citation, the sentence that states it, and how much of the other document it is about."""

    predicate: Predicate
    evidence: Span
    scope: Scope | None = None


class Row(NamedTuple):
    """A verb and the citations in a row that it is about, as far as read: what the next one takes over."""

    stated: Stated
    kind: str | None
    """The type of the first document."""
    end: int
    """After the last citation and its issuer."""
    after: After | None = None
    spread: bool = False
    """The words of the scope go on for the whole row ("một số điều của … và …")."""
    listed: bool = False
    described: bool = False
    heads: frozenset[str] = frozenset()
    """By what the documents in the row are known: their numbers or names."""
    doubt: bool = False
    """A document of the row is said to change one that is not in it: after a semicolon it may be saying so of others still."""
    told: Scope | None = None
    """What a described document is said to end."""
    since: int = 0
    """After the last document that the verb is about, whatever describes it behind."""
    taken: Limit | None = None
    """What the clause takes out before its subject: "Trừ Điều 5, …"."""
