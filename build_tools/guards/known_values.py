"""Values that are nobody else's, found wherever they stand in a text, in one pass however many they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice, pairwise

from build_tools.model.span import Span

_OWN = 9
"""A number of so many digits, or a text of so many letters, is nobody else's: the shortest are old identity numbers."""
_RUN = re.compile(r"[0-9](?:[ .\-]?[0-9])*")
_GROUP = re.compile(r"[0-9]+")
_WORD = re.compile(r"\w+")


class KnownValues:
    """Numbers of many digits however they are grouped, other values in the same words. A value that may mean something else elsewhere
    ("1980", "05/6/1972") is not looked for."""

    def __init__(self, values: tuple[str, ...]) -> None:
        self._numbers: dict[str, str] = {}
        self._words: defaultdict[tuple[str, ...], list[tuple[int, re.Pattern[str], str]]] = defaultdict(list)
        for value in values:
            digits = "".join(filter(str.isdigit, value))
            if not any(map(str.isalpha, value)):
                if len(digits) >= _OWN:
                    self._numbers.setdefault(digits, value)
            elif len(value) >= _OWN and (begins := list(islice(_WORD.finditer(value), 2))):
                words = r"\s+".join(map(re.escape, value.split()))
                pattern = re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
                key = tuple(word[0].lower() for word in begins)
                self._words[key].append((begins[0].start(), pattern, value))
        self._longest = max(map(len, self._numbers), default=0)

    def occurrences(self, text: str) -> Iterator[tuple[Span, str]]:
        """Where they stand, each with the value."""
        if self._numbers:
            for run in _RUN.finditer(text):
                yield from self._in_run(text, run)
        if self._words:
            for word, behind in pairwise(chain(_WORD.finditer(text), (None,))):
                if word:
                    yield from self._at(text, word, behind)

    def _at(self, text: str, word: re.Match[str], behind: re.Match[str] | None) -> Iterator[tuple[Span, str]]:
        """Values that begin with a word of the text and the one behind it."""
        one = word[0].lower()
        for key in ((one,), (one, behind[0].lower() if behind else "")):
            for before, pattern, value in self._words.get(key, ()):
                if word.start() >= before and (match := pattern.match(text, word.start() - before)):
                    yield Span(*match.span()), value

    def _in_run(self, text: str, run: re.Match[str]) -> Iterator[tuple[Span, str]]:
        """Numbers that begin and end with groups of a run of digits, beside which no letter stands."""
        groups = list(_GROUP.finditer(text, *run.span()))
        for number, first in enumerate(groups):
            if _is_letter(text, first.start() - 1):
                continue
            digits = ""
            for last in groups[number:]:
                digits += last[0]
                if len(digits) > self._longest:
                    break
                if digits in self._numbers and not _is_letter(text, last.end()):
                    yield Span(first.start(), last.end()), self._numbers[digits]


def _is_letter(text: str, place: int) -> bool:
    return 0 <= place < len(text) and _WORD.match(text, place) is not None


@lru_cache(maxsize=8)
def known(values: tuple[str, ...]) -> KnownValues:
    """Those values; the patterns of the last few sets of them are kept, as many short texts are looked through for the same."""
    return KnownValues(values)
