"""How the patterns of this package are written: a plain blank stands for one blank or one left-over line break."""

from __future__ import annotations

import re

BLANK = r"[ \n]"
_CLASS_WITH_BLANK = re.compile(r"(?<!\\)\[(?:\\.|[^\]\\ ])* ")


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Compile ``text``, in which every blank means ``BLANK``. Raises ``ValueError`` for a blank inside a character class: write ``\\s``.

    >>> bool(pattern("quyết định").fullmatch("quyết\\nđịnh"))
    True
    """
    if _CLASS_WITH_BLANK.search(text):
        raise ValueError(f"a blank inside a character class: {text}")
    return re.compile(text.replace(" ", BLANK), flags)


def alternatives(words: list[str]) -> str:
    """Alternation for ``pattern`` that prefers the longer of two words when one begins the other."""
    return "|".join(re.escape(word).replace("\\ ", " ") for word in sorted(set(words), key=lambda word: (-len(word), word)))
