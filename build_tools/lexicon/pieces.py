"""How the patterns of this package are written: a plain blank stands for one blank or one left-over line break."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from os.path import commonprefix

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


def alternatives(words: Iterable[str]) -> str:
    """Alternation for ``pattern`` that prefers the longer of two words when one begins the other.

    Words that begin alike share their beginning, ``a(?:bc|de|)``: a search then looks at each letter of the text once, not once a word.
    """
    made: list[str] = []
    for _, group in groupby(sorted(set(words)), key=lambda word: word[:1]):
        alike = list(group)
        shared = commonprefix(alike)  # noqa: RUF071  # characters are meant
        rest = alternatives([word[len(shared) :] for word in alike if word != shared])
        whole = "|" if shared in alike else ""
        made.append(re.escape(shared).replace("\\ ", " ") + (f"(?:{rest}{whole})" if rest else ""))
    return "|".join(made)
