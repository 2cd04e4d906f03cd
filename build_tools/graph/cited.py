"""What a document cites, each with what the register knows of it: linked, outdated with what took its place, ambiguous, or unknown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from build_tools.graph.edges import endings, register_edges
from build_tools.lexicon.relations import onward, relation
from build_tools.lexicon.types import types_of
from build_tools.model.citation import Ambiguous, Reference, Resolved
from build_tools.model.register import Register, Work
from build_tools.resolve.validity import Replacement


class Ended(NamedTuple):
    """One step: the replacement, with the names of what ended the other and of what was ended."""

    item: Replacement
    by: str
    old: str


@dataclass(frozen=True, slots=True)
class CitedWork:
    """A work that a citation means or may mean, and what is known to have ended it, the earliest first, then what ended that in its turn.

    ``name`` is its type and number as texts cite it, else its first name; ``ended`` is empty where nothing is known: that says nothing of
    its being in force.
    """

    work: Work
    name: str
    ended: tuple[Ended, ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """One citation, looked up: ``works`` holds exactly one where it is resolved, several where it is ambiguous, none where unknown.

    ``acts``: the document itself amends or ends what it cites, so that it need not be told what became of it.
    """

    reference: Reference
    works: tuple[CitedWork, ...]
    acts: bool

    @property
    def state(self) -> Literal["resolved", "ambiguous", "unknown"]:
        """What is known of what is meant."""
        found = self.reference.resolution
        return "resolved" if isinstance(found, Resolved) else "ambiguous" if isinstance(found, Ambiguous) else "unknown"

    @property
    def outdated(self) -> bool:
        """Whether the one work that is meant is known to have been replaced or repealed."""
        return self.state == "resolved" and not self.acts and bool(self.works[0].ended)


def name_of(work: Work, register: Register) -> str:
    """Type and number ("Kết luận 01-KL/TW"); the first name of a work without a number."""
    kind = types_of(register.types).by_id.get(work.type)
    name = kind.name if kind else work.type
    return f"{name} {work.number}" if work.number else (work.names[0] if work.names else f"{name} {work.subject}".strip())


def look_up(references: Iterable[Reference], register: Register, more: Iterable[Work] = ()) -> tuple[Looked, ...]:
    """Each reference, in the order given, with what the register's works (and ``more``: the document's own) say of what is cited."""
    works = {work.id: work for work in (*register.works, *more)}
    known = endings(register_edges(works.values()), {key: work.date for key, work in works.items()})
    return tuple(_looked(reference, works, known, register) for reference in references)


def _looked(reference: Reference, works: Mapping[str, Work], known: Mapping[str, tuple[Replacement, ...]], register: Register) -> Looked:
    found = reference.resolution
    meant = (found.work,) if isinstance(found, Resolved) else found.works if isinstance(found, Ambiguous) else ()
    cited = tuple(
        CitedWork(
            works[key],
            name_of(works[key], register),
            tuple(
                Ended(item, name_of(works[item.new], register), name_of(works[item.old], register))
                for item in onward(key, lambda of: _within(known.get(of, ()), works), lambda step: (step.predicate, step.new))
            ),
        )
        for key in meant
        if key in works
    )
    return Looked(reference, cited, not relation(reference.predicate).warns or reference.citation.kind == "self")


def _within(steps: Iterable[Replacement], works: Mapping[str, Work]) -> list[Replacement]:
    return [step for step in steps if step.new in works]
