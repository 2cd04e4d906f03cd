"""Where a body's name ends that ends with its place: every word of such a name has a capital, and what follows it without one is no name.

A verb right behind a place may begin with a capital too, as subjects of documents do ("UBND xã Đá Bạc Phát động phong trào …"): of its two
syllables only the first has one, which would else pass for the end of the place's name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.pieces import alternatives, pattern
from build_tools.lexicon.words import any_word, words


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    level = alternatives(word.lower() for word in words("level"))
    run = rf"(?<!\w)(?:{level})(?P<place>(?: [{CAPITALS}][^\W\d_]*)+)"
    more = rf"(?! (?:{level}|{any_word('list-join')})(?!\w))"
    verbs = frozenset(word for word in (*words("verb"), *words("after-name")) if word.count(" ") == 1)
    return pattern(rf"{run}(?![\w’'])"), pattern(rf"{more} (?P<next>[^\W\d_{CAPITALS}][^\W\d_]*)"), verbs


def place_end(key: str, start: int, end: int) -> int:
    """The end of the name ``start:end`` without the words behind its place that cannot belong to it; ``end`` where nothing tells.

    ``key`` keeps capitals.
    """
    run, following, verbs = _patterns()
    for place in run.finditer(key, start, end):
        after = following.match(key, place.end(), end)
        if after is None:
            continue
        *before, last = place["place"].split()
        if before and f"{last} {after['next']}".lower() in verbs:
            return place.end() - len(last) - 1
        return place.end()
    return end
