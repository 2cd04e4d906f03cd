"""How the patterns of this package are written: a plain blank stands for one blank or one left-over line break."""

from __future__ import annotations

import re

BLANK = r"[ \n]"


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Compile ``text``, in which every blank means ``BLANK``. A blank inside a character class is not allowed.

    >>> bool(pattern("quyết định").fullmatch("quyết\\nđịnh"))
    True
    """
    return re.compile(text.replace(" ", BLANK), flags)


def alternatives(words: list[str]) -> str:
    """Alternation for ``pattern`` that prefers the longer of two words when one begins the other."""
    return "|".join(re.escape(word).replace("\\ ", " ") for word in sorted(set(words), key=lambda word: (-len(word), word)))
