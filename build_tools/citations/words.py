"""The words of document types as patterns for texts, and what the codes in numbers say of the type."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_tools.lexicon.keys import exact_key, phrase_key
from build_tools.lexicon.pieces import alternatives, pattern
from build_tools.lexicon.types import Types, types_of
from build_tools.model.memo import by_identity
from build_tools.model.register import DocumentType, Register


@dataclass(frozen=True, slots=True)
class Words:
    """The words and codes by which texts cite documents; ``types`` says how each type is used."""

    types: Types
    codes: dict[str, tuple[str, ...]]
    """A code in numbers to the types that use it."""
    bodies: dict[str, tuple[str, ...]]
    """The code of a body to the types that it numbers without a code of their own."""
    laws: frozenset[str]
    """Types cited by their subject as a name ("Luật Đất đai")."""
    acts: frozenset[str]
    """Laws and what stands beside them: their names may be long."""
    treaties: frozenset[str]
    """Types of treaties that have a name of their own."""
    at: re.Pattern[str]
    """One type word at a position of the lower key (longest first)."""
    anywhere: re.Pattern[str]
    """The same, to be searched; the letter before must be looked at by the caller (a look-behind would cost a third of the time)."""
    before: re.Pattern[str]
    """A type word that ends where the searched slice ends."""
    abbreviated: re.Pattern[str]
    """A type's code, written for its name, that ends there: "NQ số 5-NQ/TU"."""

    def name(self, word: str) -> str:
        """The name of the type whose word was found in a text."""
        return self.types.by_word[exact_key(" ".join(word.split()))].name

    def of_number(self, number: str) -> tuple[str, ...]:
        """The types for which the code inside a canonical number stands; empty when it carries none (công văn)."""
        for part in re.split(r"[-/]", number)[1:]:
            code = part.rstrip("0123456789")
            if code != part and code in self.bodies:
                return self.bodies[code]
            if code in self.codes:
                return self.codes[code]
        return ()


def words_for(register: Register) -> Words:
    """The words of the lexicon's types and of the register's own."""
    return _words(register.types)


@by_identity
def _words(own: tuple[DocumentType, ...]) -> Words:
    types = types_of(own)
    cited = [kind for kind in types.rows if "cited" in kind.roles]
    codes: dict[str, list[str]] = {}
    bodies: dict[str, list[str]] = {}
    for kind in cited:
        for code in kind.every_code:
            codes.setdefault(code, []).append(kind.name)
        for code in kind.issued_as:
            bodies.setdefault(code, []).append(kind.name)
    choice = alternatives(phrase_key(word) for kind in cited for word in kind.words)
    return Words(
        types=types,
        codes={code: tuple(found) for code, found in codes.items()},
        bodies={code: tuple(found) for code, found in bodies.items()},
        laws=types.with_role("law-name"),
        acts=types.laws,
        treaties=types.with_role("treaty-name"),
        at=pattern(rf"(?:{choice})(?!\w)"),
        anywhere=pattern(rf"(?:{choice})(?!\w)"),
        before=pattern(rf"(?<!\w)(?:{choice})$"),
        abbreviated=pattern(rf"(?<![\w/-])(?:{alternatives([code for code in codes if len(code) > 1])})$"),
    )
