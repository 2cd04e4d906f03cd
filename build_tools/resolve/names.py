"""Documents cited by name: names of the register, laws whose number the same text gives, congresses and plenums by their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from build_tools.citations.issuers import TERM
from build_tools.citations.meetings import congress_or_plenum
from build_tools.identity import number_key
from build_tools.lexicon.keys import matching_key, phrase_key, undated
from build_tools.lexicon.relations import relation
from build_tools.lexicon.types import document_types, type_words
from build_tools.lexicon.words import any_word
from build_tools.messages import say
from build_tools.model.citation import Ambiguous, Citation, Resolution, Resolved, Unknown
from build_tools.model.memo import by_identity
from build_tools.model.register import Work
from build_tools.model.span import Span
from build_tools.resolve.context import Context
from build_tools.resolve.cues import words_of

_LAW_YEAR = re.compile(r"/((?:19|20)\d\d)/")
DRAFT = re.compile(rf"(?<!\w){any_word('draft')}\s$")
_NEAR = 14
"""So near before a name stands the word that makes it a draft's; behind it the committee's term."""
_SAID = 40_000
"""In so many first letters a name in capitals is looked for in its usual case: long texts may have many such names."""
_NUMBER_TAIL = re.compile(r"\s+số\s+\d.*$", re.IGNORECASE | re.DOTALL)


def title_key(name: str) -> str:
    """A name for comparing: without its year or date; congresses and plenums by type, number and term."""
    key = phrase_key(name)
    meeting = congress_or_plenum(key)
    return meeting or undated(key)


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


@by_identity
def _laws_by_title(works: tuple[Work, ...]) -> dict[str, tuple[Work, ...]]:
    """Laws under the names that their titles give them ("Luật Bến bãi")."""
    kinds = {kind.id: kind.name for kind in document_types() if "law-name" in kind.roles}
    found: dict[str, list[Work]] = {}
    for work in works:
        if work.type in kinds and work.subject:
            found.setdefault(title_key(f"{kinds[work.type]} {work.subject}"), []).append(work)
    return {key: tuple(items) for key, items in found.items()}


def younger(numbered: Numbered, works: tuple[Work, ...], context: Context) -> tuple[Work, ...]:
    """The laws under the name of one that the text numbers only in passing, outside its legal bases, which were issued after that one and
    before the text: it may speak of these ("chứng chỉ cấp theo Luật Bến bãi số 9/2011/QH13 … theo Điều 5 Luật Bến bãi")."""
    name = title_key(_NUMBER_TAIL.sub("", numbered.citation.span.of(context.document.clean.text)))
    issued = _issued(numbered.citation)
    if numbered.start == 0:
        return ()
    known = (work for work in _laws_by_title(works).get(name, ()) if work.dates)
    return tuple(work for work in known if not _too_late(work, context) and all(is_younger(claim.date, issued) for claim in work.dates))


def own_title(context: Context) -> str | None:
    """The key of the name by which others know the document: its type and subject ("Luật Bến bãi")."""
    header = context.document.header
    if not header.type or not header.subject or header.type.lower() not in type_words("law-name"):
        return None
    return title_key(f"{header.type} {header.subject}")


class Numbered(NamedTuple):
    """A name that the text gives together with a number, and where: it means that document from there on."""

    citation: Citation
    start: int


def numbers_of_names(citations: Iterable[tuple[Citation, bool]], context: Context) -> dict[str, Numbered]:
    """Names of laws whose number the text gives ("Luật Bến bãi số 9/2031/QH16"); none that comes with several numbers.

    ``citations`` come each with whether the document ends what is cited: the law that another replaces under the same name gives no
    meaning to that name. The document's own name is its own.
    """
    found: dict[str, list[Citation]] = {}
    for citation, ended in citations:
        if citation.kind == "numbered" and citation.type and citation.type.lower() in type_words("law-name") and not ended:
            words = citation.span.of(context.document.clean.text)
            name = _NUMBER_TAIL.sub("", words)
            if name != words and len(name.split()) > 1:
                found.setdefault(title_key(name), []).append(citation)
    own = own_title(context)
    heading = context.document.header.line("subject")
    return {
        name: Numbered(items[0], 0 if heading and items[0].span.start < heading.end + _BASIS else items[0].span.start)
        for name, items in found.items()
        if name != own and len({number_key(item.number or "") for item in items}) == 1
    }


_BASIS = 4000
"""Characters after the title in which the legal bases stand: what they define holds for the title too."""


def known_before(citations: Iterable[Citation], text: str) -> dict[Span, str]:
    """The names of what is older than the document in whose own name they stand → when that one was issued, as far as it is told.

    A law is older than one that amends it ("Luật sửa đổi … của Luật Bến bãi số 9/2031/QH16", "… ngày 12/5/2031"), and no younger than what
    guides it ("Nghị định số 5/2030/NĐ-CP quy định chi tiết Luật Bến bãi"). ``citations`` are in the order of their start, the longer first.
    """
    found: dict[Span, str] = {}
    end, told = 0, None
    made: Citation | None = None
    for citation in citations:
        if citation.kind == "numbered":
            made = citation
        if citation.kind == "named" and citation.span.end <= end:
            if told:
                found[citation.span] = told
        elif citation.kind in ("numbered", "named") and citation.span.end > end:
            end, told = citation.span.end, _issued(citation)
        if citation.kind == "named" and citation.span not in found and made and _is_told_of(made, citation, text):
            found[citation.span] = _issued(made) or ""
    return found


def _is_told_of(made: Citation, name: Citation, text: str) -> bool:
    """Whether a name stands in the words that say what a document cited before it is about."""
    gap = text[made.span.end : name.span.start]
    return len(gap) <= _SUBJECT and not _APART.search(gap) and _about().search(gap.lower()) is not None


_SUBJECT = 400
"""Characters between a document and a name in the words that say what it is about."""
_APART = re.compile(r"[.;:()\n]")


@lru_cache(maxsize=1)
def _about() -> re.Pattern[str]:
    """Words by which a document says to what other it belongs."""
    return words_of(relation("guides"), relation("implements"), relation("amends"))


def _issued(citation: Citation) -> str | None:
    """The day, or the year, on which a cited law was issued, as the citation tells it."""
    year = _LAW_YEAR.search(citation.number or "")
    return citation.date or (year.group(1) if year else None)


def is_younger(date: str | None, than: str | None) -> bool:
    """Whether a day or year is after another, as far as both tell it."""
    return bool(date and than and date[: len(than)] > than[: len(date)])


def means(citation: Citation, numbered: Numbered, older: str | None) -> bool:
    """Whether a name may mean the law that the text numbers: not before the place that says so, in another year, or after ``older``."""
    if citation.span.start < numbered.start or is_younger(_issued(numbered.citation), older):
        return False
    year = citation.date[:4] if citation.date else None
    told = _LAW_YEAR.search(numbered.citation.number or "")
    years = {numbered.citation.date[:4] if numbered.citation.date else None, told.group(1) if told else None} - {None}
    return year is None or not years or year in years


def named(citation: Citation, works: tuple[Work, ...], context: Context) -> Resolution:
    """Resolve a name through the register; a year stated must agree, and a work issued later cannot be meant."""
    name = citation.name or ""
    fits = works_by_name(works).get(title_key(name), ())
    fits = tuple(work for work in fits if not _too_late(work, context))
    end = citation.span.end
    stated = TERM.match(matching_key(context.document.clean.text[end : end + _NEAR]))
    if stated:  # "Điều lệ Đảng khóa II" is none of a later term
        fits = tuple(work for work in fits if work.term == stated["term"])
    if citation.date:
        fits = tuple(work for work in fits if not work.dates or any(claim.date[:4] == citation.date[:4] for claim in work.dates))
    if len(fits) == 1:
        return Resolved(fits[0].id, say("rules.name.known"))
    if fits:
        return Ambiguous(tuple(sorted(work.id for work in fits)), say("rules.name.several"))
    told = _usual(" ".join((name + (stated.group() if stated else "")).split()), context.document.clean.text)
    # "chuyên đề toàn khóa" in a sentence and "Chuyên đề toàn khóa" at its beginning are one that is wanted
    return Unknown(told[:1].upper() + told[1:], say("rules.not-known"))


def _usual(name: str, text: str) -> str:
    """A name in capitals (of a title, a heading) as the text itself first writes it in small letters; as it is where it does not."""
    if not name.isupper():
        return name
    words = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, name.split(" "))) + r"(?!\w)", re.IGNORECASE)
    forms = (" ".join(found.group().split()) for found in words.finditer(text, 0, _SAID))
    return next((form for form in forms if not form.isupper()), name)


def is_draft(citation: Citation, context: Context) -> bool:
    """Whether the text speaks of a draft ("góp ý vào dự thảo Luật Bến bãi"): it is none of the documents that bear the name."""
    text, start = context.document.clean.text, citation.span.start
    return DRAFT.search(text[max(0, start - _NEAR) : start].lower()) is not None


def _too_late(work: Work, context: Context) -> bool:
    return bool(work.dates and context.date and len(context.date) == 10 and all(claim.date > context.date for claim in work.dates))
