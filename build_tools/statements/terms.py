"""Terms: what the text defines, the letters of document numbers, and abbreviations that nothing explains."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.model.memo import by_identity
from build_tools.model.register import Register
from build_tools.model.span import Span
from build_tools.model.statement import Term
from build_tools.statements.definitions import read_definitions
from build_tools.statements.material import Material
from build_tools.statements.symbols import read_symbols
from build_tools.vietnamese.numerals import parse_roman
from build_tools.vietnamese.syllables import is_syllable

CAPITALS = re.compile(r"[A-ZĐƯƠĂÂÊÔ][A-ZĐƯƠĂÂÊÔ]+[A-Za-zĐđ]{0,9}(?:-[A-ZĐ]{2,6})?(?![\w/@]|-\d|-\w)")
"""Two capitals or more in a row, perhaps with lower-case letters after ("TTg", "PTTgCP", "KT-XH")."""
STROKE = re.compile(r"/(?P<last>[^\W\d_]{1,2})(?![\w/])")
"""A letter, a stroke and one or two letters: "T/M", "đ/c"."""
HANGS = re.compile(r"[\w/@-]")
FOREIGN = re.compile(r"(?<![\w/-])[A-Z]{2,}(?:[ \n][A-Z]{2,})+(?![\w/-])")
SPOKEN = re.compile(r"[^AEIOUY]{0,2}[AEIOUY]{1,3}(?:[^AEIOUY]{1,3}[AEIOUY]{1,3})*[^AEIOUY]{0,2}")
"""What can be said as a word: no more than three consonants in a row, and two at either end ("VPUBND" cannot)."""
PARTICLE, LONG_WORD = 3, 6
"""Letters of "OF", "THE"; of a word that is surely one."""
PLAIN_TAIL = re.compile(r"[A-ZĐ]{2,}[a-zđ]{3,}")


def read_terms(material: Material) -> tuple[Term, ...]:
    """All terms, each once for each meaning, in reading order."""
    defined = read_definitions(material)
    symbols = read_symbols(material)
    known = {term.term for term in (*defined, *symbols)}
    terms = [*defined, *symbols]
    explained = _glossary(material.register)
    own = material.document.header.line("number")
    for span in _unexplained(material.text, known):
        name = span.of(material.text)
        if name in known or material.citation_at(span.start) or (own and own.overlaps(span)):
            continue
        known.add(name)
        terms.append(Term(name, explained.get(name), "abbreviation", False, span, material.leaves.address(span.start)))
    return tuple(sorted(terms, key=lambda term: term.span))


def _unexplained(text: str, known: set[str]) -> Iterator[Span]:
    """Everything that looks like an abbreviation, and stands alone as a word."""
    for found in CAPITALS.finditer(FOREIGN.sub(_without_foreign, text)):
        start = found.start()
        if found.group() not in known and not (start and HANGS.match(text[start - 1])) and not _is_word(found.group()):
            yield Span(start, found.end())
    for found in STROKE.finditer(text):
        start = found.start() - 1
        if start >= 0 and text[start].isalpha() and not (start and HANGS.match(text[start - 1])):
            yield Span(start, found.end())


def _without_foreign(found: re.Match[str]) -> str:
    """Blanks for words of another language that are set in capitals one behind the other: "BRIDGE PERMIT", "PORT OF CALLING"."""
    words = [word for word in found.group().split() if len(word) > PARTICLE]
    foreign = all(SPOKEN.fullmatch(word) and not is_syllable(word) for word in words) and max(map(len, words), default=0) >= LONG_WORD
    return " " * len(found.group()) if foreign else found.group()


def _is_word(name: str) -> bool:
    """True for a Roman number, a word set in capitals, or a foreign name."""
    return parse_roman(name) is not None or is_syllable(name) or bool(PLAIN_TAIL.fullmatch(name))


@by_identity
def _glossary(register: Register) -> dict[str, str]:
    return {name: entry.expansion for entry in register.glossary if entry.expansion for name in (entry.term, *entry.aliases)}
