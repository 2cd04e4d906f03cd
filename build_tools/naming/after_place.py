"""Where a body's name ends that ends with its place: every word of such a name has a capital, and what follows it without one is no name.

A verb right behind a place may begin with a capital too, as subjects of documents do ("UBND xã Đá Bạc Triển khai …"): of its two syllables
only the first has one. It is told by being a word at which names end, or by a text that names the same place without it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.pieces import alternatives, pattern
from build_tools.lexicon.words import any_word, words


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    level = alternatives(word.lower() for word in words("level"))
    run = rf"(?<!\w)(?:{level})(?P<place>(?: [{CAPITALS}][^\W\d_]*)+)"
    more = rf"(?! (?:{level}|{any_word('list-join')})(?!\w))"
    return pattern(rf"{run}(?![\w’'])"), pattern(rf"{more} [^\W\d_{CAPITALS}]")


def place_end(key: str, low: str, start: int, end: int, stop: re.Pattern[str]) -> int:
    """The end of the name ``start:end`` without the words behind its place that cannot belong to it; ``end`` where nothing tells.

    ``key`` keeps capitals, ``low`` has none; ``stop``: the words at which names end.
    """
    run, following = _patterns()
    for place in run.finditer(key, start, end):
        if not following.match(key, place.end(), end):
            continue
        last = key.rfind(" ", start, place.end())
        if last <= place.start("place"):
            return place.end()
        alone = key[place.start("place") : last]
        verb = stop.match(low, last + 1) or (key.count(place["place"]) == 1 and key.count(alone) > 1)
        return last if verb else place.end()
    return end
