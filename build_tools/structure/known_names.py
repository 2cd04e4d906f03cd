"""Names that the register knows, marked in words whose case is lost: bodies, offices' bodies, places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from build_tools.lexicon.keys import exact_word
from build_tools.lexicon.types import types_of
from build_tools.lexicon.words import words
from build_tools.model.memo import by_identity
from build_tools.model.register import Register

_EDGE = "\"“”‘’'()[],;:.…"
_LEVEL_ENDS = {level.split()[-1]: level.split() for level in words("level")}
_COMMON = {"văn phòng", "thường trực", "hòa bình", "thái bình"}
"""Bodies and places whose names are everyday words too: they are names only with the words they belong to."""
_USUAL = ("Việt Nam", "Trung ương", "Tổ quốc", "Tổng Bí thư", "Bí thư", "Đảng Cộng sản Việt Nam", "Hồ Chí Minh", "Mặt trận Tổ quốc")
"""Names of the Constitution and of Nghị định 30/2020/NĐ-CP, Phụ lục II, that stand in longer names of every kind."""
_YEAR = 4
"""A year has so many figures."""
_OF_PARTY = {"chi", "đảng", "cán"}
"""Before "bộ" they make a word of their own: "CHI BỘ CÔNG AN XÃ" names no ministry."""
_HEADS = {"văn phòng", "chủ tịch", "bộ trưởng", "giám đốc", "bí thư", "thường trực", "thanh tra"}
"""Bodies and offices, of two words each, that are named with the body they belong to ("Văn phòng Ủy ban nhân dân")."""

Entry = tuple[tuple[str, ...], tuple[str, ...]]


def word_key(word: str) -> str:
    """What two ways of writing one word have in common; marks around it do not count."""
    bare = word.strip(_EDGE)
    return exact_word(bare.lower().replace("–", "-")) if bare else ""


class KnownNames:
    """The register's names by their first word, longest first."""

    def __init__(self, register: Register) -> None:
        issuers = [name for issuer in register.issuers for name in (issuer.name, *issuer.aliases)]
        bodies = [form for body in register.bodies for form in body.forms if form.lower() not in _COMMON]
        central = [place.name for place in register.places if place.parent is None and place.name.lower() not in _COMMON]
        self._names = _by_first((*issuers, *bodies, *_USUAL, *central), 2)
        self._places = _by_first((name for place in register.places for name in (place.name, *place.aliases)), 1)
        fields = [issuer.name.partition(" ")[2] for issuer in register.issuers if issuer.name.startswith("Bộ ")]
        self._fields = _by_first(fields, 1)
        self._types = _by_first((word for kind in types_of(register.types).rows for word in kind.words), 2)

    def find(self, words: Sequence[str], place: str = "") -> list[tuple[int, list[str]]]:
        """Where known names begin, with their words in the right case. The spelling stays the text's own.

        ``place``: a place's name in the right case that the register need not know.
        """
        keys = [word_key(word) for word in words]
        own = tuple(word_key(word) for word in place.split())
        found: list[tuple[int, list[str]]] = []
        at = 0
        while at < len(words):
            shown = tuple(place.split()) if own and tuple(keys[at : at + len(own)]) == own else self._at(keys, at)
            if shown:
                free = not found or found[-1][0] + len(found[-1][1]) <= at - 2
                if free and " ".join(keys[at - 2 : at]) in _HEADS and shown[0][:1].isupper():
                    found.append((at - 2, [capital(words[at - 2]), words[at - 1].lower()]))
                found.append((at, [_like(words[at + step], form) for step, form in enumerate(shown)]))
            at += len(shown) or 1
        return found

    def _at(self, keys: Sequence[str], at: int) -> tuple[str, ...]:
        before = keys[at - 1] if at else ""
        level = _LEVEL_ENDS.get(before)
        if level and list(keys[max(0, at - len(level)) : at]) == level and (shown := _longest(self._places, keys, at)):
            return shown
        if keys[at] in {"sở", "phòng"} and at + 1 < len(keys) and (shown := _longest(self._fields, keys, at + 1)):
            return (keys[at].capitalize(), *shown)
        if keys[at] == "bộ" and before in _OF_PARTY:
            return ()
        if (shown := _longest(self._types, keys, at)) and _is_numbered(keys, at + len(shown)):
            return shown
        return _longest(self._names, keys, at)


def _is_numbered(keys: Sequence[str], at: int) -> bool:
    """True where a document's number follows at ``at``: "số", a symbol ("18-NQ/TW"), a short number at the end ("NGHỊ QUYẾT 18")."""
    word = keys[at] if at < len(keys) else ""
    short = word.isdigit() and len(word) < _YEAR and at + 1 == len(keys)
    return word == "số" or short or (word[:1].isdigit() and "-" in word and not word[-1:].isdigit())


def _by_first(names: Iterable[str], least: int) -> dict[str, list[Entry]]:
    """Of two ways of writing one name the first counts."""
    known: dict[tuple[str, ...], tuple[str, ...]] = {}
    for name in names:
        shown = tuple(name.replace("–", "-").split())
        if len(shown) >= least and not name.isupper():
            known.setdefault(tuple(word_key(word) for word in shown), shown)
    found: dict[str, list[Entry]] = {}
    for keys, shown in known.items():
        found.setdefault(keys[0], []).append((keys, shown))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


def _longest(names: dict[str, list[Entry]], keys: Sequence[str], at: int) -> tuple[str, ...]:
    for wanted, shown in names.get(keys[at], ()):
        if tuple(keys[at : at + len(wanted)]) == wanted:
            return shown
    return ()


def _like(word: str, form: str) -> str:
    """``word`` in the case of ``form``; a mark before its first letter stays."""
    if form.isupper() and len(form) > 1:
        return word
    return capital(word) if form[:1].isupper() else word.lower()


def capital(word: str) -> str:
    """A word in lower case with its first letter a capital, whatever mark stands before it."""
    lead = len(word) - len(word.lstrip(_EDGE))
    return word[:lead] + word[lead : lead + 1].upper() + word[lead + 1 :].lower()


@by_identity
def known_names(register: Register) -> KnownNames:
    """The names of a register, prepared once."""
    return KnownNames(register)
