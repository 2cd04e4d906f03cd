"""The single names in a list of bodies: "Sở A, Sở B và các xã"."""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.words import any_word, word_set
from build_tools.statements.body_beginnings import VERBS, WORD, begins_body, begins_plural

JOINT = re.compile(r"(?:,|;)\s(?:và\s)?|\svà\s|\scùng\s")
"""What stands between two names of a list."""


def split_bodies(listed: str) -> tuple[str, ...]:
    """The names in a list. A piece that begins no name of a body belongs to the one before ("các sở, ban, ngành")."""
    pieces: list[str] = []
    at = 0
    office = _office().match(listed)
    for found in JOINT.finditer(listed):
        if listed.count("(", at, found.start()) > listed.count(")", at, found.start()):
            continue
        if word_key(listed[at : found.start()]) in VERBS:  # "Báo và Đài Truyền hình …" is one body
            continue
        if office and listed[found.end() : found.end() + 1].islower() and not begins_plural(listed, found.end()):
            continue
        if found.group() == AND and _of_two(listed[at : found.start()]):
            continue
        low = found.group()[0] == ";" and begins_body(listed, found.end(), len(listed), low=True)
        if low or _separate(listed, found.end()):
            pieces.append(listed[at : found.start()])
            at = found.end()
    pieces.append(listed[at:])
    named = (_named().sub("", piece).strip(" ,;-–") for piece in pieces)
    return tuple(" ".join(piece.split()) for piece in named if piece)


@lru_cache(maxsize=1)
def _named() -> re.Pattern[str]:
    """Where a text gives a body the name by which it is called from there on: no part of its own."""
    return re.compile(rf"\s?\((?:{any_word('from-here-on')})\s[^()]*\)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _two() -> re.Pattern[str]:
    return re.compile(rf"(?:[^\W\d_]+\s){{0,2}}{any_word('shared-office')}\s{any_word('council')}$", re.IGNORECASE)


def _of_two(name: str) -> bool:
    """True for an office that is named for two bodies of one place, and for who holds it: "(Chánh) Văn phòng Hội đồng nhân dân | và Ủy
    ban nhân dân xã": the first has no place of its own."""
    return _two().match(name) is not None


AND = " và "


@lru_cache(maxsize=1)
def _office() -> re.Pattern[str]:
    return re.compile(rf"{any_word('holds-office')}\s", re.IGNORECASE)


def _separate(listed: str, at: int) -> bool:
    """True where the words at ``at`` name another body, not more of the one before."""
    if begins_plural(listed, at):
        return True
    first = WORD.match(listed, at)
    if first is None:
        return False
    if first.group()[0].isupper():
        return begins_body(listed, at, len(listed)) and not (COMMITTEE.match(listed, at) and COMMITTEE_END.search(listed, 0, at))
    two = word_key(" ".join(listed[at : at + 40].split()[:2]))
    return two.rstrip(",") in word_set("listed-alone")


COMMITTEE = re.compile(rf"{any_word('committee', case='exact')}(?=$|[,;]|\s(?:và|có|trực thuộc)\b)")
COMMITTEE_END = re.compile(rf"^[^,;]*\s{any_word('committee', case='exact')}(?:,\s[^,;]*)?(?:,|\svà)\s$")
""""Ban Thường vụ Tỉnh ủy, Thành ủy" is the standing committee of either."""
