"""The issuer of a document, from its header and, where the header is too short, from its text."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.identity import parse_number
from build_tools.lexicon.keys import exact_key, fold
from build_tools.lexicon.types import types_of
from build_tools.messages import say
from build_tools.model.header import Header
from build_tools.model.memo import by_identity
from build_tools.model.register import Issuer, Register
from build_tools.naming.bodies import Found
from build_tools.naming.gazetteer import LEVEL_WORDS, level_of, place_from_text
from build_tools.naming.issuers import extend, find_issuer, is_joint
from build_tools.naming.works import issuers_by_id


@dataclass(frozen=True, slots=True)
class OwnIssuer:
    """The issuer of a document. ``rule``: where its name or its place was found, in words for the page, if the header does not say all."""

    found: Found
    rule: str = ""


def document_issuer(header: Header, text: str, register: Register) -> OwnIssuer | None:
    """The body that issued a document, from its header; a name without a place is completed from the place of issue, then from the text.

    Returns None when the header names no body, or when the name could mean several.
    """
    coded = _from_number(header, register)
    name = header.issuer or header.issuing_body
    if name is None:
        return coded
    context = find_issuer(header.parent, register) if header.parent else None
    own = context.issuer if context else None
    # places that the register holds already need no wider register, whose names would have to be indexed anew
    known_places = _place_ids(register)
    wider = extend(register, (context,)) if context and {place.id for place in context.places} - known_places else register
    within = next((place for place in wider.places if own is not None and place.id == own.place), None)
    if found := find_issuer(name, wider, own, within):
        if coded and _misread(found.issuer, coded.found.issuer, header, register):
            return coded
        if context and found.issuer.id != context.issuer.id:
            found = found.below(context)
        return OwnIssuer(found, say("rules.own-issuer.joint") if is_joint(name, register) else "")
    level = level_of(name)
    if level is None:
        return coded if coded and _alike(name, coded.found.issuer) else None
    known = {exact_key(place.name) for place in register.places if place.level == level}
    if header.place and exact_key(header.place) in known and (found := find_issuer(f"{name} {header.place}", register)):
        return OwnIssuer(found, say("rules.own-issuer.place", place=header.place))
    place = place_from_text(level, text)
    if place and (found := find_issuer(f"{name} {place}", register)):
        return OwnIssuer(found, say("rules.own-issuer.text", place=f"{LEVEL_WORDS[level]} {place}"))
    return coded


def _alike(name: str, issuer: Issuer) -> bool:
    """True when a heading that nobody understands may be this body's, cut or misread: half of the body's words are in it.

    "BTC" of "BAN TỔ CHỨC LỄ KỶ NIỆM" is not the ministry of that code.
    """
    wanted, there = fold(issuer.name).split(), set(fold(name).split())
    return 2 * sum(word in there for word in wanted) >= len(wanted)


def _misread(issuer: Issuer, coded: Issuer, header: Header, register: Register) -> bool:
    """True when the heading was cut or misread: the number's symbol names another body, one under it or the only one that is known.

    A law's number may name the President who promulgated it (18-L/CTN); the heading stands then.
    """
    number = parse_number(header.number or "", types_of(register.types).own_codes)
    if number is None or number.issuer_code in issuer.codes or set(number.issuer_codes) & set(issuer.codes):
        return False
    return coded.parent == issuer.id or issuer.id not in issuers_by_id(register)


def _from_number(header: Header, register: Register) -> OwnIssuer | None:
    number = parse_number(header.number, types_of(register.types).own_codes) if header.number else None
    code = number.issuer_code if number else None
    fits = [issuer for issuer in register.issuers if code and code in issuer.codes and issuer.place is None]
    return OwnIssuer(Found(fits[0]), say("rules.own-issuer.number", code=code)) if len(fits) == 1 else None


@by_identity
def _place_ids(register: Register) -> frozenset[str]:
    return frozenset(place.id for place in register.places)
