"""Names of bodies against the codes in numbers: whether a body can have issued a document of a number, and whom a code names alone."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from build_tools.identity import parse_number
from build_tools.lexicon.keys import exact_key, strip_marks
from build_tools.lexicon.types import types_of
from build_tools.lexicon.words import any_word, words
from build_tools.model.memo import by_identity
from build_tools.model.register import Register
from build_tools.naming.issuers import find_issuer
from build_tools.naming.names import tidy_name

_WORD = re.compile(r"[^\W\d_]+")
_ENDS = re.compile(r"\d+\Z")
_CENTRE = "trung ương"
_PLACELESS = re.compile(rf"(?<!\w){any_word('level')}$")
_SOMEWHERE = words("some-place")[0]
"""A place's name for a body of which only the level is told ("Ban Chấp hành Đảng bộ tỉnh"): it has the codes of its kind anywhere."""


@lru_cache(maxsize=4096)
def initials(name: str) -> str:
    """The capital letters under which symbols know a body: "Ban Tổ chức Trung ương" → "BTCTW", "Sở Y tế" → "SYT", "Bộ KH&CN" → "BKHCN".

    "Đ" stays, other diacritics go; a word that is written in capitals gives all its letters.
    """
    letters: list[str] = []
    words = _WORD.findall(name)
    for number, word in enumerate(words):
        if exact_key(word) == "và":
            continue
        if exact_key(" ".join(words[number - 1 : number + 1])) == _CENTRE:
            letters[-1:] = ["TW"]
            continue
        letters.append(word if word.isupper() and len(word) > 1 and not name.isupper() else word[0].upper())
    return "".join(_plain(letter) for letter in "".join(letters))


def _plain(letter: str) -> str:
    return letter if letter == "Đ" else strip_marks(letter)


def issuing_codes(number: str, register: Register) -> tuple[str, ...]:
    """The codes of bodies in a number, without the ordinal of a legislature."""
    parts = parse_number(number, types_of(register.types).own_codes)
    return tuple(_ENDS.sub("", code) for code in (*parts.issuer_codes, *filter(None, [parts.unit]))) if parts else ()


def fits(name: str, number: str, register: Register) -> bool | None:
    """Whether the body ``name`` bears a code of ``number``: True; False: it bears others, or the code is one that other bodies are known
    by; None: the code may be anybody's."""
    codes = set(issuing_codes(number, register))
    if not codes:
        return None
    known = _codes_of_names(register)
    own = known.of(name)
    if own & codes:
        return True
    if not own - known.made:  # the name is none that the register knows: its letters tell
        letters = initials(tidy_name(name)) + "|" + initials(name)
        if any(_capitals(code) in letters for code in codes if len(_capitals(code)) > 1):
            return True
        return False if codes & known.all else None
    return False


def _capitals(code: str) -> str:
    return "".join(letter for letter in code if letter.isupper())


def settled(name: str, number: str, register: Register) -> str:
    """``name`` without words that ran on behind it, or in full where it breaks off: a body that the register knows is told by the
    beginning of the name and by the code of ``number``, each alone says too little ("Chính phủ Ứng dụng" of 64/2007/NĐ-CP)."""
    known = _codes_of_names(register)
    codes = set(issuing_codes(number, register))
    if len(codes) != 1 or known.holds(name):
        return name
    words = name.split()
    for stop in range(len(words) - 1, 0, -1):
        begun = " ".join(words[:stop])
        if exact_key(" ".join(words[stop : stop + 2])) == _CENTRE:
            continue  # "Ban Bí thư Trung ương Đảng"
        if words[stop][:1].isalnum() and begun[-1:].isalpha() and known.holds(begun) and known.of(begun) & codes:
            return begun
    alone = known.alone.get(*codes) or ""
    own, whole = (tuple(_WORD.findall(exact_key(one))) for one in (name, alone))
    return alone if 1 < len(own) < len(whole) and whole[: len(own)] == own else name


def named_by_code(number: str, register: Register) -> str | None:
    """The body that the code of a number names, where the register knows one body of the whole country by it and no other."""
    parts = parse_number(number, types_of(register.types).own_codes)
    if parts is None or len(parts.issuer_codes) != 1:
        return None
    return _codes_of_names(register).alone.get(_ENDS.sub("", parts.issuer_codes[0]))


class _Codes:
    """The codes of a register, and of the names that texts use, as far as looked up."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.made: set[str] = set()
        """Codes that were only made of a name's initials."""
        central = [(code, issuer) for issuer in register.issuers if issuer.place is None for code in issuer.codes]
        uses = Counter(code for code, _ in central)
        local = {code for body in register.bodies for code in (body.code, *body.codes) if len(code) > 1}
        self.all = set(uses) | local
        ends = tuple(local)  # "VPĐU" is the code of such an office of any "ĐU"
        self.alone = {code: issuer.name for code, issuer in central if uses[code] == 1 and not code.endswith(ends) and code.isalpha()}
        self.ids = {issuer.id for issuer in register.issuers}
        self.places = {place.id for place in register.places}
        self.names: dict[str, set[str]] = {}
        self.held: dict[str, bool] = {}

    def holds(self, name: str) -> bool:
        """Whether ``name`` is that of a body of the register, or of one at a place of the register."""
        if name not in self.held:
            found = find_issuer(name, self.register)
            self.held[name] = found is not None and (found.issuer.id in self.ids or found.issuer.place in self.places)
        return self.held[name]

    def of(self, name: str) -> set[str]:
        """The codes of the body that a name means beyond doubt; empty when that cannot be told."""
        if name not in self.names:
            found = find_issuer(name, self.register) or (
                find_issuer(f"{name} {_SOMEWHERE}", self.register) if _PLACELESS.search(name) else None
            )
            codes = set(found.issuer.codes) if found else set()
            if found and found.issuer.id not in self.ids:
                self.made |= codes - self.all
            self.names[name] = codes
        return self.names[name]


@by_identity
def _codes_of_names(register: Register) -> _Codes:
    return _Codes(register)
