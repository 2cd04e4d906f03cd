"""The reading of citations for browsers: one script, made from the Python that reads documents, with what the register knows of bodies."""

from __future__ import annotations

from dataclasses import replace

from build_tools.browser import reading
from build_tools.browser.program import Known
from build_tools.browser.script import compiled
from build_tools.browser.tight import asset
from build_tools.citations.words import words_for
from build_tools.identity import number_key
from build_tools.lexicon.types import types_of
from build_tools.messages import under
from build_tools.model.citation import Ambiguous, Citation, Pinpoint, Resolved, Unknown
from build_tools.model.register import DateClaim, Register, Work
from build_tools.model.span import Span

RULES = ("against", "full", "name", "not-known", "number", "number-alone", "several-fit", "wanted")
"""The rules of the catalogue by which citations by number and by name are resolved."""
OPEN = frozenset(
    name for kind in (Citation, Pinpoint, Span, Resolved, Ambiguous, Unknown, Work, DateClaim) for name in kind.__dataclass_fields__
)
"""Attributes that the page's own script names."""
NATIVES = frozenset(("build_tools.vietnamese.dates:iso_date", "build_tools.naming.names:made_id"))
WITHOUT = frozenset(("sources", "since", "until", "DocumentType.roles", "DocumentType.aliases", "DocumentType.wider"))


def reader_script(register: Register) -> str:
    """``chiNam.reader``: ``read_text(text, register)`` and ``look_up(text, citations, works, register)`` as in ``reading``, the classes of
    works, and the register as far as reading asks for it (no works: those come with the pages' own files)."""
    bodies = for_reading(register)
    exported = {
        "read_text": reading.read_text,
        "look_up": reading.look_up,
        "number_key": number_key,
        "name_key": reading.name_key,
        "Work": Work,
        "DateClaim": DateClaim,
        "register": bodies,
    }
    known = Known({words_for: words_for(bodies), types_of: types_of(bodies.types)}, NATIVES, WITHOUT, OPEN)
    return f"{asset('runtime.js')};\n{compiled(exported, known)}\n"


def rule_words() -> dict[str, str]:
    """What the rules by which citations are resolved are called, by their keys; whoever loads the script gives it as ``chiNam.words``."""
    return {f"rules.{name}": text for name, text in under("rules.").items() if name.split(".")[0] in RULES}


def for_reading(register: Register) -> Register:
    """The register without what reading numbers asks nothing of: works, terms, and places in which no known body stands."""
    by_id = {place.id: place for place in register.places}
    kept: set[str] = set()
    for start in (*(issuer.place for issuer in register.issuers), *(place.id for place in register.places if place.parent is None)):
        at = by_id.get(start or "")
        while at is not None and at.id not in kept:
            kept.add(at.id)
            at = by_id.get(at.parent or "")
    places = tuple(place for place in register.places if place.id in kept)
    return replace(register, works=(), glossary=(), terms=(), themes=(), redirects=(), told=(), places=places)


__all__ = ["asset", "for_reading", "reader_script", "rule_words"]
