"""What was known to stand at a given date: replacements that the register (or a document of the site) states, with dates and sources."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.lexicon.relations import relation
from build_tools.model.citation import Predicate, Reference, Resolved
from build_tools.model.register import Source


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
