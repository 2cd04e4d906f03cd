"""Words as the lexicon's files write them, to patterns: choices in brackets instead of regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable

_CHOICE = re.compile(r"\[([^\[\]()]+)\]|\(([^\[\]()]+)\)")

_AFTER_FIRST = re.compile(r"[ \[\]()|#]")
"""What ends the letters with which words begin."""


def words_pattern(words: str) -> str:
    """The pattern of ``words`` for ``pieces.pattern``: "[a|b]" may stand there, of "(a|b)" one must; "#" is a number below 100.

    >>> words_pattern("tiếp tục [tổ chức|đẩy mạnh] (thực hiện|áp dụng)")
    'tiếp tục (?:(?:tổ chức|đẩy mạnh) )?(?:thực hiện|áp dụng)'
    """
    made, end = "", 0
    for choice in _CHOICE.finditer(words):
        may, must = choice.groups()
        before = words[end : choice.start()]
        made += _plain(before)
        end = choice.end()
        inner = "|".join(_plain(word) for word in (may or must).split("|"))
        if may is None:
            made += f"(?:{inner})"
        elif words[end : end + 1] == " ":
            made += f"(?:(?:{inner}) )?"
            end += 1
        else:  # at the end: the blank before it goes with it
            made = f"{made.removesuffix(' ')}(?: (?:{inner}))?"
    return made + _plain(words[end:])


def first_words(words: str) -> frozenset[str]:
    """What a text begins with that ``words`` fits: the first word, of a choice that of each alternative.

    >>> sorted(first_words("[tạm] (ngưng|ngừng cả) hiệu lực"))
    ['ngưng', 'ngừng', 'tạm']
    """
    found: set[str] = set()
    while choice := _CHOICE.match(words):
        may, must = choice.groups()
        found.update(_AFTER_FIRST.split(word, maxsplit=1)[0] for word in (may or must).split("|"))
        if must is not None:
            return frozenset(found)
        words = words[choice.end() :].lstrip(" ")
    return frozenset((*found, _AFTER_FIRST.split(words, maxsplit=1)[0]))


def any_word(words: Iterable[str]) -> str:
    """The pattern of any one of ``words``, the longest that fits first."""
    return "|".join(words_pattern(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _plain(text: str) -> str:
    return re.escape(text).replace("\\ ", " ").replace(r"\#", r"\d{1,2}")
