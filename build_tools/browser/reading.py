"""What runs in a reader's browser, and here in tests: the citations by number of a bare text, and what works they mean.

The functions below are compiled with all that they call (see ``program``); they are ordinary Python, used as such by the tests that hold
both readings equal.
"""

from __future__ import annotations

from dataclasses import replace

from build_tools.citations import pinpoint_of
from build_tools.citations.mentions import find_mentions
from build_tools.citations.named import find_laws
from build_tools.citations.numbered import find_numbered
from build_tools.citations.scan import prepare
from build_tools.model.citation import Citation, Resolution
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
    """Every citation by number of a text, in reading order; ``text`` is NFC, one paragraph a line. Quotations are not told apart."""
    scan = prepare(Passages.of(bare(text)), register)
    found = find_numbered(scan, find_laws(scan, find_mentions(scan)))
    return tuple(replace(citation, pinpoint=pinpoint_of(scan, citation)) for citation in found)


def look_up(text: str, citations: tuple[Citation, ...], works: tuple[Work, ...], register: Register) -> tuple[Resolution, ...]:
    """What each citation means among ``works``, which must hold every one that bears a number cited here.

    Nobody is known to speak in the text, so that what is left to be understood from who does ("15-QĐ/TU") stays ambiguous.
    """
    numbers = Numbers(citations, works, Context(bare(text), None, register, (), None))
    return tuple(numbers.resolve(citation) for citation in citations)
