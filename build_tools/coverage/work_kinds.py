"""Which kinds of work a text speaks of ("kiểm tra, giám sát"): directives and reports name one thing in many words.

The kinds and their words are the rows ``work-kind`` of ``lexicon/reported.yaml``.
"""

from __future__ import annotations

import re
from functools import cache

from build_tools.lexicon.keys import phrase_key
from build_tools.lexicon.words import word_lists

LIST = "work-kind"


@cache
def _kinds() -> tuple[re.Pattern[str], dict[str, str]]:
    named = {phrase_key(word): row.group for row in word_lists("reported") if row.id == LIST for word in row.words}
    longest = sorted(named, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)"), named


def kinds_in(text: str) -> dict[str, int]:
    """The kinds of work that a text names, each with the character at which it is first named, counted in the key of the text."""
    pattern, named = _kinds()
    found: dict[str, int] = {}
    for match in pattern.finditer(phrase_key(text)):
        found.setdefault(named[match.group()], match.start())
    return found
