"""What runs in a reader's browser, and here in tests: the citations of a bare text by number and by own name, and what works they mean.

The functions below are compiled with all that they call (see ``program``); they are ordinary Python, used as such by the tests that hold
both readings equal.
"""

from __future__ import annotations

from dataclasses import replace

from build_tools.citations import pinpoint_of
from build_tools.citations.mentions import Mention, find_mentions
from build_tools.citations.named import by_own_name, find_laws
from build_tools.citations.numbered import find_numbered
from build_tools.citations.scan import Scan, prepare
from build_tools.lexicon.keys import phrase_key, undated
from build_tools.messages import say
from build_tools.model.citation import Ambiguous, Citation, Resolution, Resolved, Unknown
from build_tools.model.document import Clean, Document, Node
from build_tools.model.header import Header
from build_tools.model.register import Register, Work
from build_tools.model.span import OffsetMap, Span
from build_tools.passages import Passages
from build_tools.resolve.context import Context
from build_tools.resolve.numbers import Numbers


def bare(text: str) -> Document:
    """A text as a document of which nothing else is known: no letterhead, no structure."""
    clean = Clean("", "txt", "", text, OffsetMap((), ()), ())
    return Document(clean, Header(), Node("document", Span(0, len(text)), ""), (), ())


def read_text(text: str, register: Register) -> tuple[Citation, ...]:
    """Every citation of a text by number, and of laws, the Constitution and the Party's statutes by name, in reading order; ``text`` is
    NFC, one paragraph a line. Quotations are not told apart."""
    scan = prepare(Passages.of(bare(text)), register)
    mentions = find_mentions(scan)
    laws = find_laws(scan, mentions)
    numbered = find_numbered(scan, laws)
    found = sorted([*numbered, *_names(scan, mentions, laws, numbered)], key=lambda citation: citation.span)
    return tuple(replace(citation, pinpoint=pinpoint_of(scan, citation)) for citation in found)


def _names(scan: Scan, mentions: list[Mention], laws: dict[int, tuple[int, str]], numbered: list[Citation]) -> list[Citation]:
    """What is cited by its own name, outside what is cited by number."""
    found = []
    at = 0
    for mention in mentions:
        while at < len(numbered) and numbered[at].span.end <= mention.start:
            at += 1
        citation = by_own_name(scan, mention, laws)
        if citation is not None and not (at < len(numbered) and numbered[at].span.start < citation.span.end):
            found.append(citation)
    return found


def name_key(name: str) -> str:
    """A name for comparing, without the year or date that follows it."""
    return undated(phrase_key(name))


def look_up(text: str, citations: tuple[Citation, ...], works: tuple[Work, ...], register: Register) -> tuple[Resolution, ...]:
    """What each citation means among ``works``, which must hold every one that bears a number cited here.

    Nobody is known to speak in the text, so that what is left to be understood from who does ("15-QĐ/TU") stays ambiguous.
    """
    numbers = Numbers(citations, works, Context(bare(text), None, register, (), None))
    return tuple(numbers.resolve(citation) if citation.number else _by_name(citation, works) for citation in citations)


def _by_name(citation: Citation, works: tuple[Work, ...]) -> Resolution:
    """A name means the one work that has it; of several, those that the year told may mean."""
    name = citation.name or ""
    fits = [work for work in works if name_key(name) in map(name_key, work.names)]
    if citation.date:
        fits = [work for work in fits if not work.dates or any(claim.date[:4] == citation.date[:4] for claim in work.dates)]
    if len(fits) == 1:
        return Resolved(fits[0].id, say("rules.name.known"))
    if fits:
        return Ambiguous(tuple(sorted(work.id for work in fits)), say("rules.name.several"))
    return Unknown(name[:1].upper() + name[1:], say("rules.not-known"))
