"""Names of issuing bodies to issuers: those of the register, and those that a pattern makes for any place.

"Tỉnh ủy Sông Mơ", "UBND huyện Đá Bạc", "Sở Y tế tỉnh Sông Mơ" are known without being listed; relative names ("Tỉnh ủy", "UBND tỉnh",
"Ban Tuyên giáo Thành ủy", "Sở Y tế") mean a body only beside the citing document's own issuer.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import Literal

from build_tools.lexicon.keys import exact_key
from build_tools.lexicon.words import words as words_of
from build_tools.model.memo import by_identity
from build_tools.model.register import BodyPattern, Issuer, Place, Register
from build_tools.naming.bodies import OFFICES, Found, Maker
from build_tools.naming.gazetteer import LEVEL_WORDS, LEVELS
from build_tools.naming.names import acronym, made_id, name_key, slug, tidy_name

_LOCAL_HEADS = tuple(exact_key(word) + " " for word in words_of("local-head"))
_NATIONAL_HEADS = tuple(exact_key(word) + " " for word in words_of("national-head"))
_PARTY_GROUPS = tuple(exact_key(word) + " " for word in words_of("party-group"))
"""Party groups inside a body of the State or the Front, named after it."""
_STANDING = "thường trực "
"""The standing members of a body that is not a committee at some place (those are kinds of body of their own)."""

_LEVEL_STARTS = tuple(exact_key(word) + " " for word in LEVEL_WORDS.values())
_PARTS = re.compile(r",| - ")
_JOINT_STARTS = tuple(exact_key(word) + " " for word in words_of("joint-head"))
"""What follows the comma between joint issuers ("Bộ Y tế, Bộ Tài chính"); a comma elsewhere is part of a name."""


def extend(register: Register, found: tuple[Found, ...]) -> Register:
    """The register with the issuers and places of ``found`` that it does not hold; sorted by id as before."""
    issuers = {issuer.id: issuer for item in found for issuer in (*item.above, *item.heirs, item.issuer)}
    places = {place.id: place for item in found for place in item.places}
    issuers.update((issuer.id, issuer) for issuer in register.issuers)
    places.update((place.id, place) for place in register.places)
    if len(issuers) == len(register.issuers) and len(places) == len(register.places):
        return register
    return replace(
        register,
        issuers=tuple(issuers[key] for key in sorted(issuers)),
        places=tuple(places[key] for key in sorted(places)),
    )


def find_issuer(name: str, register: Register, own: Issuer | None = None, within: Place | None = None) -> Found | None:
    """The issuer that ``name`` means in a document of ``own``; None when that cannot be told.

    ``own`` is the citing document's issuer; relative names are looked for at its place and at the places above. ``within`` is a place
    in which the named one is known to lie.
    Of joint issuers ("Bộ Y tế, Bộ Tài chính") the first is given.
    """
    if not name or len(name) > 300:
        return None
    grammar = _grammar(register)
    whole = tidy_name(name)
    first, kind, rest = _parted(whole, grammar)
    if kind == "place":
        within = grammar.places.read(rest, own)
    return grammar.find(first, own, within)


def is_joint(name: str, register: Register) -> bool:
    """True when a name is of several bodies that issued a document together: "Bộ Y tế, Bộ Tài chính"."""
    return _parted(tidy_name(name), _grammar(register))[1] == "joint"


def _parted(whole: str, grammar: _Grammar) -> tuple[str, Literal["", "place", "joint"], str]:
    """The first body of a name, what follows it (its place, a further body), and that."""
    if name_key(whole) not in grammar.maker.by_name:
        for part in _PARTS.finditer(whole):
            first, rest = whole[: part.start()].strip(), whole[part.end() :].strip()
            after = exact_key(rest)
            if part[0] == "," and after.startswith(_LEVEL_STARTS):
                return first, "place", rest
            if after.startswith(_JOINT_STARTS):
                return first, "joint", rest
    return whole, "", ""


def resolve_issuer(name: str, register: Register, own: Issuer | None = None) -> Issuer | None:
    """Like ``find_issuer``, giving the issuer alone."""
    found = find_issuer(name, register, own)
    return found.issuer if found else None


def same_body(one: Issuer, other: Issuer) -> bool:
    """True when the two are one body: the same id, or the same name where for one of them the place above is not known."""
    return one.id == other.id or (name_key(one.name) == name_key(other.name) and (one.parent is None or other.parent is None))


def _body_of(words: list[str]) -> str:
    """What follows an office; of "Trưởng | ban Ban Bến bãi" the body is said once."""
    return " ".join(words[1:] if len(words) > 2 and exact_key(words[0]) == exact_key(words[1]) else words)


class _Grammar:
    """Reads a name: known, relative, [head] + committee + place, [head] + place, or a body of the whole country."""

    def __init__(self, register: Register) -> None:
        self.maker = Maker(register)
        self.places = self.maker.gazetteer
        coded = [(code, issuer) for issuer in register.issuers if issuer.place is None for code in issuer.codes]
        uses = Counter(code for code, _ in coded)
        self.national_codes = {code: issuer for code, issuer in coded if uses[code] == 1 and code.isupper()}
        """Bodies of the whole country under a code that is one body's alone ("CP", "QH"): texts use it as a name."""

    def find(self, name: str, own: Issuer | None, above: Place | None = None) -> Found | None:
        key = name_key(name)
        if not key:
            return None
        if issuer := self.maker.by_name.get(key) or self.national_codes.get(name):
            return Found(issuer)
        for office in OFFICES:
            if key.startswith(office + " ") and (found := self.find(_body_of(name.split()[len(office.split()) :]), own, above)):
                return found
        if relative := self._relative(key, own):
            return Found(relative)
        padded = f" {' '.join(exact_key(word) for word in name.split())} "
        if any(f" {form} " in padded for form, _ in self.maker.anchors):
            return self._anchored(name, own, above)  # a committee or people's body whose place is not known is not guessed
        return self._at_place(name, own, above) or self._bare(name, key, own)

    def _relative(self, key: str, own: Issuer | None) -> Issuer | None:
        at, seen = own, set[str]()
        while at is not None and at.id not in seen:
            if any(name_key(name) == key for name in at.relative):
                return at
            seen.add(at.id)
            at = self.maker.by_id.get(at.parent or "")
        return None

    def _anchored(self, name: str, own: Issuer | None, above: Place | None) -> Found | None:
        """[head] + committee or people's body + place: "Ban Tuyên giáo Tỉnh ủy Sông Mơ"."""
        words = name.split()
        keys = [exact_key(word) for word in words]
        for form, body in self.maker.anchors:
            parts = form.split()
            for start in range(len(words) - len(parts), -1, -1):
                if keys[start : start + len(parts)] != parts:
                    continue
                rest = words[start + len(parts) :]
                if (found := self._anchor(body, rest, own, above)) is None:
                    continue
                return self.maker.under(" ".join(words[:start]), found, body) if start else found
        return None

    def _anchor(self, body: BodyPattern, rest: list[str], own: Issuer | None, above: Place | None) -> Found | None:
        if len(body.levels) == 1:
            word = exact_key(LEVEL_WORDS[body.levels[0]]).split()
            if [exact_key(item) for item in rest[: len(word)]] == word:
                rest = rest[len(word) :]
            place = self.places.place(body.levels[0], rest, own, above)
            return self.maker.body(body, place) if place else None
        for level_key, level in LEVELS:
            size = len(level_key.split())
            if level in body.levels and exact_key(" ".join(rest[:size])) == level_key:
                place = self.places.place(level, rest[size:], own, above)
                return self.maker.body(body, place) if place else None
        if not rest and (chain := self.places.of(own)):
            return self.maker.body(body, chain[0])
        return None

    def _at_place(self, name: str, own: Issuer | None, above: Place | None) -> Found | None:
        """[head] + level + place, with no people's body named: "Sở Y tế tỉnh Sông Mơ", "Công an huyện Đá Bạc"."""
        words = name.split()
        keys = [exact_key(word) for word in words]
        for start in range(len(words) - 1, 0, -1):
            for level_key, level in LEVELS:
                size = len(level_key.split())
                if " ".join(keys[start : start + size]) != level_key:
                    continue
                place = self.places.place(level, words[start + size :], own, above)
                return self.maker.local(self.maker.proper(" ".join(words[:start])), place) if place else None
        return None

    def _bare(self, name: str, key: str, own: Issuer | None) -> Found | None:
        """A name without a place: at the centre of the Party, a national body, or a local one beside ``own``."""
        words = name.split()
        if key.endswith(" trung ương") and key.startswith(("ban ", "ủy ban ", "văn phòng ", "hội đồng ", "đảng ủy ")):
            head = self.maker.proper(" ".join(words[:-2]))
            center = self.maker.by_id.get("ban-chap-hanh-trung-uong")
            issuer = Issuer(slug(f"{head} Trung ương"), f"{head} Trung ương", "party", codes=(acronym(head) + "TW",))
            return Found(replace(issuer, parent=center.id if center else None))
        if key.startswith("đảng ủy ") or " đảng ủy " in key:
            shown = self.maker.proper(name)
            code = "ĐU" if key.startswith("đảng ủy ") else acronym(shown[: len(shown) - len(name[key.index("đảng ủy") :])]) + "ĐU"
            return Found(Issuer(made_id(shown), shown, "party", codes=(code,)))
        if key.startswith(_PARTY_GROUPS):
            shown = self.maker.proper(name)
            return Found(Issuer(made_id(shown), shown, "party", codes=(acronym(shown),)))
        if key.startswith(_STANDING) and (whole := self.find(" ".join(words[2:]), own)):
            shown = self.maker.proper(name)
            parent = whole.issuer
            made = Issuer(made_id(shown), shown, parent.system, codes=parent.codes, parent=parent.id, place=parent.place)
            return whole.over(made)
        chain = self.places.of(own)
        if own is not None and chain and len(words) > 1 and key.startswith(_LOCAL_HEADS):
            if own.system == "party" and key.startswith(("ban ", "văn phòng ", "phòng ")):
                shown = self.maker.proper(name)
                committee = self.maker.by_id.get(own.parent or "", own) if own.codes and own.id.startswith("ban-thuong-vu") else own
                identifier = f"{slug(shown)}-{committee.id}"
                issuer = Issuer(
                    id=identifier,
                    name=f"{shown} {committee.name}",
                    system="party",
                    aliases=(),
                    relative=(shown,),
                    codes=(acronym(shown),),
                    parent=committee.id,
                    place=own.place,
                )
                return Found(issuer)
            return self.maker.local(self.maker.proper(name), chain[-1] if key.startswith("sở ") else chain[0])
        if len(words) > 1 and key.startswith(_NATIONAL_HEADS):
            shown = self.maker.proper(name)
            return Found(Issuer(made_id(shown), shown, "state", codes=(acronym(shown),)))
        return None


@by_identity
def _grammar(register: Register) -> _Grammar:
    return _Grammar(register)
