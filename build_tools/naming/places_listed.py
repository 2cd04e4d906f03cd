"""Bodies of one kind at several places: "UBND các xã Đá Bạc, Khe Sú và phường Bến Mới" is one name up to its last place.

The word for many before a level ("các xã") promises more than one place; each further one has a capital in every word, with or without a
level of its own, and begins neither a body nor a document. Where no place is named, further levels go on with the name ("các xã, phường").
"""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.pieces import alternatives, pattern
from build_tools.lexicon.words import any_word, words
from build_tools.naming.fields import begins_another

_REACH = 200
"""Characters that such a list of places may have."""


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    level, join = alternatives(word.lower() for word in words("level")), any_word("list-join")
    place = rf"[{CAPITALS}][^\W\d_]+(?: [{CAPITALS}][^\W\d_]+){{0,3}}"
    begun = rf"(?<!\w){any_word('of-many')} (?:{level})(?!\w)"
    many = rf"{begun}(?:, (?:{level})){{0,2}} {place}"
    further = rf"(?:,? {join} |, )(?P<place>(?:(?:{level}) )?{place})(?!\w)"
    levels = rf"(?:(?:,? {join} |, )(?:{level})(?!\w)(?! [{CAPITALS}]))+"
    return pattern(begun), pattern(rf"{many}(?: {join} {place})?"), pattern(further), pattern(levels)


def listed_end(key: str, low: str, start: int, end: int, limit: int) -> int:
    """Where the places end with which the name ``start:end`` begins a list; ``end`` where it begins none.

    ``key`` keeps capitals, ``low`` has none; both index the same text.
    """
    begun, many, further, levels = _patterns()
    found = begun.search(key, start, end)
    if found is None:
        return end
    stop = min(limit, end + _REACH)
    if not many.fullmatch(key, found.start(), end):
        more = levels.match(key, end, stop) if found.end() == end else None
        return more.end() if more else end
    while (found := further.match(key, end, stop)) and not begins_another(low, found.start("place"), stop):
        end = found.end()
    return end
