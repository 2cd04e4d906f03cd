"""Places: those of the register, those that a name makes, and those that a text speaks of."""

from __future__ import annotations

import re
from itertools import takewhile

from build_tools.lexicon.keys import exact_key
from build_tools.lexicon.words import any_word
from build_tools.model.register import Issuer, Place, PlaceLevel, Register
from build_tools.naming.names import made_id, name_key, shown_place

LEVEL_WORDS: dict[PlaceLevel, str] = {
    "tinh": "tỉnh",
    "thanh-pho": "thành phố",
    "huyen": "huyện",
    "quan": "quận",
    "thi-xa": "thị xã",
    "xa": "xã",
    "phuong": "phường",
    "thi-tran": "thị trấn",
    "dac-khu": "đặc khu",
}
LEVELS = tuple(sorted(((exact_key(word), level) for level, word in LEVEL_WORDS.items()), key=lambda pair: -len(pair[0])))
"""(key of the word, level), longest word first."""


class Gazetteer:
    """The places of a register, found by level and name."""

    def __init__(self, register: Register) -> None:
        self.by_id = {place.id: place for place in register.places}
        self.by_name: dict[tuple[PlaceLevel, str], list[Place]] = {}
        for place in register.places:
            for name in (place.name, *place.aliases):
                self.by_name.setdefault((place.level, exact_key(name)), []).append(place)

    def chain(self, place: Place | None) -> tuple[Place, ...]:
        """The place and those above it, upwards."""
        found: list[Place] = []
        while place is not None and place not in found:
            found.append(place)
            place = self.by_id.get(place.parent or "")
        return tuple(found)

    def of(self, own: Issuer | None) -> tuple[Place, ...]:
        """The places of an issuer, from its own upwards."""
        return self.chain(self.by_id.get(own.place or "")) if own else ()

    def central(self, place: Place) -> bool:
        """True for provinces and for cities directly under the centre."""
        return place.level == "tinh" or (place.id in self.by_id and place.parent is None and place.level == "thanh-pho")

    def place(self, level: PlaceLevel, words: list[str], own: Issuer | None, above: Place | None = None) -> Place | None:
        """The place of this level and name; without a name the one of ``own``. A name that the register does not know makes a place."""
        chain = self.of(own)
        if not words:
            return next((place for place in chain if place.level == level), None)
        if len(words) > 5:
            return None
        name = shown_place(words)
        known = [place for place in self.by_name.get((level, exact_key(name)), ()) if above is None or place.parent in (None, above.id)]
        nearer = [place for place in known if place in chain or place.parent in {item.id for item in chain}]
        if len(nearer or known) == 1:
            return (nearer or known)[0]
        return Place(made_id(name, f"{level} {above.name if above else ''}"), name, level, above.id if above else None)

    def read(self, text: str, own: Issuer | None) -> Place | None:
        """The place that "huyện Đá Bạc, tỉnh Sông Mơ" names."""
        first, _, rest = text.strip().partition(",")
        above = self.read(rest, own) if rest.strip() else None
        words = first.split()
        for level_key, level in LEVELS:
            size = len(level_key.split())
            if exact_key(" ".join(words[:size])) == level_key and words[size:]:
                return self.place(level, words[size:], own, above)
        return None


_MENTION = re.compile(rf"\b(?P<level>{any_word('level', case='any')})\s(?P<name>[^\W\d_]+(?:\s[^\W\d_]+){{0,3}})")


def place_from_text(level: PlaceLevel, text: str) -> str | None:
    """The one place of this level that a text speaks of ("thành phố Sa Đéc"): its name, when it is named and no other nearly as often."""
    counts: dict[str, int] = {}
    for match in _MENTION.finditer(text):
        if exact_key(match["level"]) == exact_key(LEVEL_WORDS[level]):
            name = " ".join(takewhile(lambda word: word[0].isupper() and not word.isupper(), match["name"].split()))
            counts[name] = counts.get(name, 0) + (1 if name else 0)
    counts.pop("", None)
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    if not ranked or (len(ranked) > 1 and counts[ranked[1]] * 3 > counts[ranked[0]]):
        return None
    return ranked[0]


def level_of(name: str) -> PlaceLevel | None:
    """The level of place that a relative name speaks of: "Ban Thường vụ Thành ủy" → a city."""
    key = name_key(name)
    for level, word in LEVEL_WORDS.items():
        committee = f"{exact_key(word).split()[0]} ủy" if level in ("tinh", "thanh-pho", "huyen", "quan", "thi-xa") else ""
        if (committee and f" {committee} " in f" {key} ") or f" {key} ".endswith(f" {exact_key(word)} "):
            return level
    return None
