"""Pieces of which patterns are built, and how patterns over whole texts are written: a plain blank is a blank or a left-over line break.

Each piece stands in a table of ``tests/lexicon/test_pieces.py`` with examples, and texts that it must not match.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from os.path import commonprefix

from build_tools.lexicon.letters import CAPITALS

BLANK = r"[ \n]"
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""Raised digits."""
FOOTNOTE_MARK = rf"(?:\[\d{{1,3}}\]|⁽[\d{RAISED}]{{1,3}}⁾|[{RAISED}]{{1,3}})"
"""The mark of a footnote in a text: "[3]", "⁽²⁾", "²"."""
CAPITALISED = rf"[{CAPITALS}][^\W\d_]*"
"""A word with a capital."""
PERSON = rf"{CAPITALISED}(?: {CAPITALISED}){{1,5}}"
"""A person's name: two to six words with capitals."""
PLACE = rf"[{CAPITALS}][\w.]*(?:\s[{CAPITALS}][\w.]*){{0,4}}"
"""A place's name, as it stands before a date: "Sông Mơ", "TP. Mường La"."""
CLOSING = "”\"')\\]»"
"""Marks that close a quotation or a bracket, as the inside of a class."""
DAY_IN_FIGURES = r"(?P<day>\d{1,2}) ?[-/.] ?(?P<month>\d{1,2}) ?[-/.] ?(?P<year>\d{4})"
SYMBOL_LETTERS = r"[^\W\d_a-z][^\W\d_]*"
"""One group of letters in a number's symbol: "QĐ", "TTg", "UBND"."""
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
