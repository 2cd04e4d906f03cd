"""Of whom a number in running text tells: the body that its sentence names, or the place."""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.words import any_word, word_set
from build_tools.passages.moments import DIGITS
from build_tools.statements.asking import given
from build_tools.statements.bodies import bodies_at
from build_tools.statements.body_beginnings import begins_body
from build_tools.statements.count_beginnings import BOUNDARY, MARKS
from build_tools.statements.duties import BRACKETS
from build_tools.statements.material import Material
from build_tools.statements.quantities import Quantity
from build_tools.statements.verbs import LOW_WORD

GAVE = 10
"""Characters after a body in which it gives the work to another: "Ủy ban đã giao Sở Bến bãi …"."""
BEFORE_NUMBER = " -+*•–),(~><≈"
"""Marks between a name and the number right behind it."""
AT_PLACE = re.compile(rf"(?:[Tt]ại|[Ởở])\s(?P<place>[^\W\d_]+(?:\s[^\W\d_]+)?(?:\s[{CAPITALS}][^\W\d_]*){{1,5}})")


@lru_cache(maxsize=1)
def place() -> str:
    """A place by its rank and its name, as a pattern; a part of the year is no name ("trên địa bàn tỉnh Quý III")."""
    return rf"{any_word('level')}(?: (?!{any_word('part-of-year')}\s[IVX\d])[{CAPITALS}][^\W\d_]*){{1,5}}"


def subject_body(material: Material, quantity: Quantity, start: int) -> str | None:
    """The body that the sentence names as the one that did or has it: at the beginning of a clause before the number, or "tại xã …".

    Empty where one is named whose name cannot be told from what it did.
    """
    text, at = material.text, quantity.span.start
    begin = max(start, material.sentences.at(at).start, at - 400)
    places = [begin, *(found.end() for found in BOUNDARY.finditer(text, begin, at))]
    for spot in reversed(places):
        while spot < at and text[spot] in MARKS:
            spot += 1
        if not (text[spot : spot + 1].isupper() and begins_body(text, spot, at)):
            continue
        number = DIGITS.search(text, spot, at)
        named = bodies_at(text, spot, number.start() if number else at)
        asked = given().search(text, named.end, min(at, named.end + GAVE)) if named else None
        named = (bodies_at(text, asked.end(), at) if asked else None) or named  # who was given the work, not who gave it
        if named is None:
            return ""
        if _closed(named.names[0]) and not text[named.end : at].strip(BEFORE_NUMBER):
            return named.names[0]
        if not any(map(str.isdigit, named.names[0])) and len(named.names) == 1 and len(named.names[0].split()) > 1:
            follows = LOW_WORD.match(text, named.end + 1) if text[named.end : named.end + 1] == " " else None
            if (follows and follows.group()[0].islower() and follows.group() not in word_set("joins-body")) or _labelled(
                text, named.end, at
            ):
                return BRACKETS.sub("", named.names[0])
    found = max(AT_PLACE.finditer(text, begin, at), key=re.Match.start, default=None)
    if found and word_key(found["place"].split(" ")[0]) in {word.split()[0] for word in word_set("level")}:
        return found["place"]
    return None


def _closed(name: str) -> bool:
    """True for a name of several words that ends where it must: with a name or a level ("Hội Phụ nữ tỉnh"), not with what may be done
    ("Hội Chợ ủng hộ")."""
    before, _, last = name.rpartition(" ")
    return bool(before) and not any(map(str.isdigit, name)) and (last[0].isupper() or word_key(last) in word_set("level"))


def _labelled(text: str, at: int, end: int) -> bool:
    """True when a colon follows the name, perhaps after brackets: "Thanh tra tỉnh (sau hợp nhất): 01 cuộc"."""
    return re.compile(r"\s?(?:\([^()]*\)\s?)?:").match(text, at, end) is not None
