"""What was known to stand at a given date: replacements that the register (or a document of the site) states, with dates and sources."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.lexicon.relations import relation
from build_tools.lexicon.scopes import ends
from build_tools.model.citation import Predicate, Reference, Resolved
from build_tools.model.register import Source, Work
from build_tools.naming import target_work


@dataclass(frozen=True, slots=True)
class Replacement:
    """``old`` was replaced (or repealed) by ``new`` on ``date`` (ISO), as ``sources`` state."""

    old: str
    new: str
    date: str
    predicate: Predicate
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Outdated:
    """A reference to an instrument that had been replaced before the citing document was issued."""

    reference: Reference
    replacement: Replacement
    cited_on: str


def replacements(works: tuple[Work, ...]) -> dict[str, tuple[Replacement, ...]]:
    """Replacements by the id of the old work, earliest first. One without any date is left out: nothing can be told from it."""
    found: dict[str, list[Replacement]] = {}
    for work in works:
        for stated in work.relations:
            date = stated.date or work.date
            targets = target_work(stated.target, works) if ends(stated.predicate, stated.scope) and date else ()
            if len(targets) == 1 and targets[0].id != work.id and date:
                old = targets[0].id
                found.setdefault(old, []).append(Replacement(old, work.id, date, stated.predicate, stated.sources or work.sources))
    return {old: tuple(sorted(items, key=lambda item: (item.date, item.new))) for old, items in sorted(found.items())}


def replaced_before(work: str, date: str, known: dict[str, tuple[Replacement, ...]]) -> Replacement | None:
    """The first replacement of ``work`` that had taken effect before ``date`` (ISO day), if one is known."""
    for item in known.get(work, ()):
        if len(item.date) == 10 and item.date < date:
            return item
    return None


def outdated(
    references: tuple[Reference, ...], cited_on: str | None, known: dict[str, tuple[Replacement, ...]], own: str | None = None
) -> tuple[Outdated, ...]:
    """References of a document issued on ``cited_on`` to instruments replaced before; its own acts of replacing and amending are none."""
    if not cited_on or len(cited_on) != 10:
        return ()
    found = []
    for reference in references:
        if reference.citation.kind == "self" or not relation(reference.predicate).warns or not isinstance(reference.resolution, Resolved):
            continue
        replacement = replaced_before(reference.resolution.work, cited_on, known)
        if replacement and replacement.new != own:
            found.append(Outdated(reference, replacement, cited_on))
    return tuple(found)


def chain(work: str, known: dict[str, tuple[Replacement, ...]], on: str | None = None) -> tuple[Replacement, ...]:
    """The replacements that lead on from ``work``, in order, up to the day ``on``; empty means that none is known, not that it stands."""
    found: list[Replacement] = []
    seen = {work}
    at = work
    while True:
        following = [item for item in known.get(at, ()) if on is None or item.date <= on]
        if not following or following[0].new in seen:
            return tuple(found)
        found.append(following[0])
        at = following[0].new
        seen.add(at)
