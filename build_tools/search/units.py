"""Groups cut into units: the stretches of text that the body index points to, and that are packed into text files."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from build_tools.lexicon.keys import strip_marks, tidy
from build_tools.search.groups import Group
from build_tools.search.keys import terms
from build_tools.search.records import Options, Record
from build_tools.search.words import Words

UNIT, PART, FIELD = "\x1d", "\x1e", "\x1f"
"""What opens a unit, opens a part in it, and parts the fields: kind number, address, headings above, title, body."""
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
    """Terms in order ("" where a part ends), folded terms of its headings, and the text as numbered pieces."""

    terms: Sequence[str]
    headings: frozenset[str]
    packed: array[int]


def clean(text: str) -> str:
    """What is kept of a text: tidied, no control characters, single blanks."""
    return _BLANKS.sub(" ", _CONTROL.sub("", tidy(text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))).strip()


def cut_units(groups: Sequence[Group], words: Words, options: Options, step: Callable[[str, int, int], None]) -> tuple[list[Unit], int]:
    """Cut every group into units, set ``group.units``; the units, and the terms that a unit aims at."""
    kinds = {key: number for number, (key, _) in enumerate(options.kinds)}
    size = sum(len(record.body) + len(record.title) for group in groups for record in (group.record, *group.parts))
    aim = max(SMALLEST, size // LETTERS // MOST_UNITS)
    units: list[Unit] = []
    seen: dict[str, str] = {}  # a term is held once, however often it stands
    for number, group in enumerate(groups):
        step("văn bản", number, len(groups))
        before = len(units)
        cutter = _Cutter(units, words, aim, seen)
        for record in (group.record, *group.parts):
            cutter.add(record, group.record, kinds[record.kind])
        cutter.close()
        group.units = len(units) - before
    return units, aim


class _Cutter:
    """Fills units with parts of one group."""

    def __init__(self, units: list[Unit], words: Words, aim: int, seen: dict[str, str]) -> None:
        self.units, self.words, self.aim = units, words, aim
        self.seen = seen
        self.terms: list[str] = []
        self.headings: set[str] = set()
        self.text: list[str] = []

    def add(self, record: Record, top: Record, kind: int) -> None:
        own = record is not top
        title = clean(record.title) if own else ""
        body = clean(record.body)
        if not title and not body:
            return
        above = " › ".join(clean(name) for name in record.heading)
        url = record.url[len(top.url) :] if record.url.startswith(top.url) else "/" + record.url
        head = f"{PART}{kind}{FIELD}{url}{FIELD}{above}{FIELD}{title}{FIELD}"
        found = terms(title)
        self.headings.update(strip_marks(term) for term in found)
        self.terms += found
        self.text.append(head)
        for paragraph in body.split("\n"):
            if len(self.terms) >= self.aim:
                self.close()
                self.text.append(head)
            self.terms += [self.seen.setdefault(term, term) for term in terms(paragraph)]
            self.text.append(paragraph + "\n")
        self.terms.append("")
        if len(self.terms) >= self.aim:
            self.close()

    def close(self) -> None:
        if self.text:
            packed = self.words.add(UNIT + "".join(self.text))
            self.units.append(Unit(tuple(self.terms), frozenset(self.headings), packed))
            self.terms, self.headings, self.text = [], set(), []
