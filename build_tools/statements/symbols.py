"""The letter parts of document numbers ("01-KL/TW": KL, TW) and what they stand for, where the text or the register tells."""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.lexicon.keys import strip_marks
from build_tools.lexicon.types import types_of
from build_tools.lexicon.words import any_word
from build_tools.model.citation import Citation
from build_tools.model.memo import by_identity
from build_tools.model.register import Register
from build_tools.model.span import Span
from build_tools.model.statement import Term
from build_tools.model.values import Value
from build_tools.statements.initials import words_inside, words_taken
from build_tools.statements.material import Material

PART = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,}")
PLACE = re.compile(rf"\s(?:{any_word('level')}|TP\.?)\s.*$|\s{any_word('level')}$", re.IGNORECASE)


class _Symbol(Value, frozen=True, gc=False):
    """One letter part where it stands, with the type and the issuer stated beside it."""

    code: str
    span: Span
    type: str | None
    issuers: tuple[str, ...]
    leads: bool
    """The first letters of the number: where a type's code stands ("41/TANDTC-PC" is no "Phiếu chuyển")."""

    @property
    def stated(self) -> tuple[str, str | None, tuple[str, ...]]:
        """All that its meaning is read from."""
        return self.code, self.type, self.issuers


def read_symbols(material: Material) -> list[Term]:
    """Each letter part once for each thing it stands for, at its first place; what nothing tells has no expansion."""
    symbols = _symbols(material)
    seen: dict[tuple[str, str | None, tuple[str, ...]], str | None] = {}
    for symbol in symbols:
        if symbol.stated not in seen:
            seen[symbol.stated] = _told(symbol, material)
    told = [seen[symbol.stated] for symbol in symbols]
    known: dict[str, list[str]] = {}
    for symbol, expansion in zip(symbols, told, strict=True):
        if expansion and expansion.casefold() not in {other.casefold() for other in known.setdefault(symbol.code, [])}:
            known[symbol.code].append(expansion)
    found: dict[tuple[str, str | None], Term] = {}
    for symbol, expansion in zip(symbols, told, strict=True):
        others = known.get(symbol.code, [])
        if expansion is None and len(others) == 1:
            expansion = others[0]
        elif expansion is None and others:
            continue
        if expansion is None:
            expansion = _registered(material.register, symbol.leads).get(symbol.code)
        key = (symbol.code, expansion.casefold() if expansion else None)
        if key not in found:
            found[key] = Term(symbol.code, expansion, "number_symbol", False, symbol.span, material.leaves.address(symbol.span.start))
    return list(found.values())


def _symbols(material: Material) -> list[_Symbol]:
    header = material.document.header
    symbols: list[_Symbol] = []
    own = header.line("number")
    if own and header.number:
        issuers = tuple(name for name in (header.issuer, header.issuing_body, header.parent) if name)
        symbols.extend(_parts(material, own, header.number, header.type, issuers))
    for citation in material.citations:
        if citation.number and citation.kind == "numbered":
            symbols.extend(_parts(material, citation.span, citation.number, citation.type, _issuers(citation, material)))
    return sorted(symbols, key=lambda symbol: symbol.span)


def _issuers(citation: Citation, material: Material) -> tuple[str, ...]:
    header = material.document.header
    if citation.number == header.number and citation.date == header.date and not citation.issuer:
        return tuple(name for name in (header.issuer, header.issuing_body) if name)
    return (citation.issuer,) if citation.issuer else ()


def _parts(material: Material, span: Span, number: str, type_name: str | None, issuers: tuple[str, ...]) -> list[_Symbol]:
    text = span.of(material.text)
    found, at = [], 0
    for order, part in enumerate(PART.finditer(number)):
        code = part.group()
        place = _spaced(code).search(text, at)
        if place:
            at = place.end()
            found.append(_Symbol(code, Span(span.start + place.start(), span.start + place.end()), type_name, issuers, order == 0))
    return found


@lru_cache(maxsize=1024)
def _spaced(code: str) -> re.Pattern[str]:
    """A part of a number as texts write it, with a blank between any two letters."""
    return re.compile(r"\s?".join(map(re.escape, code)))


def _told(symbol: _Symbol, material: Material) -> str | None:
    """What the words beside the number say that the part stands for."""
    if symbol.type and _covers(symbol.code, symbol.type):
        return symbol.type
    for issuer in symbol.issuers:
        issuer = issuer.capitalize() if issuer.isupper() else issuer
        name = PLACE.sub("", issuer)
        if _covers(symbol.code, name):
            return name
        inside = words_inside(symbol.code, issuer)
        if inside:
            return inside
        for word in re.findall(r"[^\W\d_]+", issuer):
            if len(symbol.code) == 2 and word[0] == symbol.code[0]:
                used = _phrase(word, symbol.code[1], material)
                if used:
                    return used
    return None


def _covers(code: str, phrase: str) -> bool:
    """True when the code takes all words of the phrase, or at least the first two of a title ("TTg": Thủ tướng Chính phủ)."""
    words = re.findall(r"[^\W\d_]+", phrase)
    taken = words_taken(code, words)
    return (taken == len(words) and len(words) > 1) or bool(taken and taken > 1 and not code.isupper())


def _phrase(word: str, letter: str, material: Material) -> str | None:
    """ "<word> ủy" as the text uses it elsewhere: an issuer "Ban Chấp hành Đảng bộ Tỉnh" has its TU from "Tỉnh ủy"."""
    for found in re.finditer(rf"\b{re.escape(word)}\s([^\W\d_]+)", material.text):
        if strip_marks(found[1])[0].lower() == letter.lower() and found[1][0].islower():
            return found.group()
    return None


def _registered(register: Register, leads: bool) -> dict[str, str]:
    """What the register's glossary says of a code, else the one issuer that bears it, or type where types' codes stand."""
    return _codes(register)[leads]


@by_identity
def _codes(register: Register) -> tuple[dict[str, str], dict[str, str]]:
    """The meanings of letters behind the first ones of a number, and of the first ones."""
    types = types_of(register.types)
    of_types: dict[str, set[str]] = {}
    for type_ in types.rows:
        for code in type_.every_code:
            of_types.setdefault(code, set()).add(type_.name)
    of_types = {code: found if len(found) == 1 else {types.widest(name) for name in found} for code, found in of_types.items()}
    of_issuers: dict[str, set[str]] = {}
    for issuer in register.issuers:
        for code in issuer.codes:
            of_issuers.setdefault(code, set()).add(issuer.name)
    either = {code: of_types.get(code, set()) | of_issuers.get(code, set()) for code in of_types.keys() | of_issuers.keys()}
    told = {name: entry.expansion for entry in register.glossary if entry.expansion for name in (entry.term, *entry.aliases)}
    later, first = ({code: next(iter(found)) for code, found in names.items() if len(found) == 1} | told for names in (of_issuers, either))
    return later, first
