"""Units: the stretches of a group's text that the body index points to, and that are packed into text files."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.lexicon.keys import tidy
from build_tools.search.keys import terms
from build_tools.search.records import Record
from build_tools.search.words import Words

UNIT, PART, FIELD = "\x1d", "\x1e", "\x1f"
"""What opens a unit, opens a part in it, and parts the fields: kind number, address, headings above, title, body."""
LESS, NEXT, MORE = "\x05", "\x04", "\x06"
"""An address told by the one before it in the unit: a piece less (each time it stands), then the number at its end one higher, or what is
added."""
SMALLEST = 320
"""Terms of a unit."""
LETTERS = 4
"""Characters of text for a term, blanks and signs counted; a little less than there are."""
MOST_UNITS = 22_000
"""Of a large site; its units hold more. Lists stay short enough to fetch, and tell enough together with the bits of neighbours."""
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_BLANKS = re.compile(r"[^\S\n]+")


@dataclass(frozen=True, slots=True)
class Unit:
    """Terms in order ("" where a part ends), terms of its headings, and the text as numbered pieces."""

    terms: Sequence[str]
    headings: frozenset[str]
    packed: array[int]


def clean(text: str) -> str:
    """What is kept of a text: tidied, no control characters, single blanks."""
    return _BLANKS.sub(" ", _CONTROL.sub("", tidy(text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))).strip()


def told_by(before: str, url: str) -> str:
    """``url`` in the fewest signs, given the address before it ("" for none): pieces are what hyphens part."""
    old, new = before.split("-"), url.split("-")
    shared = next((at for at, (one, two) in enumerate(zip(old, new, strict=False)) if one != two), min(len(old), len(new)))
    if not before or not shared:
        return url
    if len(new) == shared + 1 and len(old) > shared and old[shared].isdecimal() and new[shared] == str(int(old[shared]) + 1):
        return LESS * (len(old) - len(new)) + NEXT
    return LESS * (len(old) - shared) + MORE + "-".join(["", *new[shared:]])


class Cutter:
    """Fills ``units`` of ``aim`` terms with parts of one group."""

    def __init__(self, units: list[Unit], words: Words, aim: int) -> None:
        self.units, self.words, self.aim = units, words, aim
        self.terms: list[str] = []
        self.headings: set[str] = set()
        self.text: list[str] = []
        self.url = ""

    def add(self, record: Record, top: Record, kind: int) -> None:
        """Add ``record``, which is ``top`` itself or a part of it; ``kind`` is the number of its kind."""
        own = record is not top
        title = clean(record.title) if own else ""
        body = clean(record.body)
        if not title and not body:
            return
        above = " › ".join(clean(name) for name in record.heading)
        url = record.url[len(top.url) :] if record.url.startswith(top.url) else "/" + record.url
        head = f"{FIELD}{above}{FIELD}{title}{FIELD}"
        found = terms(title)
        self.headings.update(found)
        self.terms += found
        self._open(kind, url, head)
        for paragraph in body.split("\n"):
            if len(self.terms) >= self.aim:
                self.close()
                self._open(kind, url, head)
            self.terms += terms(paragraph)
            self.text.append(paragraph + "\n")
        self.terms.append("")
        if len(self.terms) >= self.aim:
            self.close()

    def _open(self, kind: int, url: str, head: str) -> None:
        self.text.append(f"{PART}{kind}{FIELD}{told_by(self.url, url)}{head}")
        self.url = url

    def close(self) -> None:
        """End a unit, where one is begun."""
        if self.text:
            packed = self.words.add(UNIT + "".join(self.text))
            self.units.append(Unit(tuple(self.terms), frozenset(self.headings), packed))
            self.terms, self.headings, self.text, self.url = [], set(), [], ""
