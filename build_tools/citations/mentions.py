"""Every type word of a text, once: what the finders of named, short, self and anaphoric references start from."""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.citations.scan import Scan
from build_tools.lexicon.pieces import pattern
from build_tools.lexicon.words import any_word
from build_tools.model.values import Value


class Mention(Value, frozen=True, gc=False):
    """A type word at ``start:end``; ``kind`` its display form; ``capital``: written with a capital, as documents are named."""

    start: int
    end: int
    kind: str
    capital: bool


_COMPOUNDS = ("pháp ", "kỷ ", "quy ", "định ", "âm ")
"""Words before "luật" that make another word of it."""
_COMPOUNDS_IN_CAPITALS = ("Pháp ", "PHÁP ", "Kỷ ", "KỶ ")
"""Those of them that do so in a line of capitals too: "KỶ LUẬT LAO ĐỘNG"; "THEO QUY ĐỊNH LUẬT BẾN BÃI" names a law."""


@lru_cache(maxsize=1)
def _together() -> re.Pattern[str]:
    """What a type word is followed by where several bodies issue the document, before what tells which one: "Hướng dẫn liên tịch này"."""
    return pattern(rf" {any_word('made-together')}(?= {any_word('tells-which')}(?!\w))")


def find_mentions(scan: Scan) -> list[Mention]:
    """All type words in order."""
    found: list[Mention] = []
    made_together = _together()
    low, key, name = scan.low, scan.key, scan.words.name
    for match in scan.words.anywhere.finditer(low):
        start = match.start()
        if start and (low[start - 1].isalnum() or low[start - 1] == "_"):
            continue
        kind = name(match.group())
        if kind == "Luật" and _is_inside_word(low, key, start):
            continue
        joint = made_together.match(low, match.end())
        found.append(Mention(start, joint.end() if joint else match.end(), kind, key[start].isupper()))
    return found


def _is_inside_word(low: str, key: str, start: int) -> bool:
    """Whether "luật" at ``start`` is half of another word: "kỷ luật", "PHÁP LUẬT"."""
    return key.endswith(_COMPOUNDS_IN_CAPITALS, 0, start) if key[start].isupper() else low.endswith(_COMPOUNDS, 0, start)
