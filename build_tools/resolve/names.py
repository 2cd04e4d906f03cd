"""Documents cited by name: names of the register, laws whose number the same text gives, congresses and plenums by their numbers."""

from __future__ import annotations

import re

from build_tools.citations.meetings import congress_or_plenum
from build_tools.lexicon.keys import phrase_key
from build_tools.lexicon.types import type_words
from build_tools.messages import say
from build_tools.model.citation import Ambiguous, Citation, Resolution, Resolved, Unknown
from build_tools.model.register import Work
from build_tools.naming import by_identity
from build_tools.resolve.context import Context

_YEAR = re.compile(r",? (?:năm )?(?:19|20)\d\d$|,? ngày .*$")
_NUMBER_TAIL = re.compile(r"\s+số\s+\d.*$", re.IGNORECASE | re.DOTALL)


def title_key(name: str) -> str:
    """A name for comparing: without its year or date; congresses and plenums by type, number and term."""
    key = phrase_key(name)
    meeting = congress_or_plenum(key)
    return meeting or _YEAR.sub("", key)


@by_identity
def works_by_name(works: tuple[Work, ...]) -> dict[str, tuple[Work, ...]]:
    """Works under every name that the register gives them."""
    found: dict[str, list[Work]] = {}
    for work in works:
        for name in work.names:
            items = found.setdefault(title_key(name), [])
            if work not in items:
                items.append(work)
    return {key: tuple(items) for key, items in found.items()}


def numbers_of_names(citations: tuple[Citation, ...], context: Context) -> dict[str, list[Citation]]:
    """Names of laws whose number the text gives ("Luật Bến bãi số 9/2031/QH16"), with those citations."""
    found: dict[str, list[Citation]] = {}
    for citation in citations:
        if citation.kind == "numbered" and citation.type and citation.type.lower() in type_words("law-name"):
            words = citation.span.of(context.document.clean.text)
            name = _NUMBER_TAIL.sub("", words)
            if name != words and len(name.split()) > 1:
                found.setdefault(title_key(name), []).append(citation)
    return found


def named(citation: Citation, works: tuple[Work, ...], context: Context) -> Resolution:
    """Resolve a name through the register; a year stated must agree, and a work issued later cannot be meant."""
    name = citation.name or ""
    fits = works_by_name(works).get(title_key(name), ())
    fits = tuple(work for work in fits if not _too_late(work, context))
    if citation.date:
        fits = tuple(work for work in fits if not work.dates or any(claim.date[:4] == citation.date[:4] for claim in work.dates))
    if len(fits) == 1:
        return Resolved(fits[0].id, say("rules.name.known"))
    if fits:
        return Ambiguous(tuple(sorted(work.id for work in fits)), say("rules.name.several"))
    return Unknown(" ".join(name.split()) or say("rules.wanted.unclear"), say("rules.not-known"))


def _too_late(work: Work, context: Context) -> bool:
    return bool(work.dates and context.date and len(context.date) == 10 and all(claim.date > context.date for claim in work.dates))
