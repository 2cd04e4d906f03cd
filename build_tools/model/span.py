"""Spans and the map from clean text back to the source.

Two texts exist for each document. The *source* text is what ``open(path, encoding="utf-8", newline="")`` gives
(for binary formats: the text the reader declares). The *clean* text is NFC, one paragraph a line. All spans inside
the pipeline index the clean text; ``OffsetMap`` carries them back to the source, where users see them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.model.values import Value


class Span(Value, frozen=True, order=True, gc=False):
    """Half-open range of code points, ``0 <= start <= end``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of ``text`` inside this span."""
        return text[self.start : self.end]

    def around(self, text: str, reach: int) -> tuple[str, str, str]:
        """The characters before this span, in it and after it, in the lines of its ends and ``reach`` characters far at most."""
        start, end = max(text.rfind("\n", 0, self.start) + 1, self.start - reach), text.find("\n", self.end)
        return text[start : self.start], self.of(text), text[self.end : min(end if end >= 0 else len(text), self.end + reach)]

    def contains(self, other: Span) -> bool:
        """True when ``other`` lies inside this span (its ends may coincide)."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """True when the two share at least one character."""
        return self.start < other.end and other.start < self.end


class Excerpt(Value, frozen=True, gc=False):
    """Words of a document in their usual form, and where the clean text has them (several places where a blank joins lines).

    ``value`` is a form of what stands at ``spans``: the same words, possibly in their usual case or as ISO and canonical forms write them.
    No spans: the words stand nowhere in the text.
    """

    value: str
    spans: tuple[Span, ...] = ()

    def said(self, value: str) -> Excerpt:
        """The same place in another form."""
        return Excerpt(value, self.spans)


def joined(excerpts: Iterable[Excerpt], by: str = " ") -> Excerpt:
    """Words one after another."""
    every = tuple(excerpts)
    return Excerpt(by.join(one.value for one in every), tuple(span for one in every for span in one.spans))


class Run(Value, frozen=True, order=True, gc=False):
    """A stretch of clean text that was copied from the source.

    ``clean`` and ``source`` are start offsets. When ``length == source_length`` the characters correspond one by one;
    otherwise the whole stretch answers to the whole source stretch (an entity, a decomposed letter, a folded blank).
    """

    clean: int
    length: int
    source: int
    source_length: int


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Carries clean offsets back to source offsets; ``runs`` are sorted by ``clean`` and do not overlap."""

    runs: tuple[Run, ...]
    starts: tuple[int, ...]

    @classmethod
    def from_runs(cls, runs: tuple[Run, ...]) -> OffsetMap:
        """Build the map; ``runs`` must be sorted by their clean start."""
        return cls(runs, tuple(run.clean for run in runs))

    def source_start(self, offset: int) -> int:
        """Source offset of the clean character at ``offset`` (of what follows it where it was inserted by us)."""
        if not self.runs:
            return 0
        index = bisect_right(self.starts, offset) - 1
        if index < 0:
            return self.runs[0].source
        run = self.runs[index]
        inside = offset - run.clean
        if inside < run.length:
            return run.source + (inside if run.length == run.source_length else 0)
        if index + 1 < len(self.runs):
            return self.runs[index + 1].source
        return run.source + run.source_length

    def source_end(self, offset: int) -> int:
        """Source offset just after the clean character before ``offset``."""
        if offset <= 0 or not self.runs:
            return self.source_start(0)
        index = bisect_right(self.starts, offset - 1) - 1
        if index < 0:
            return self.runs[0].source
        run = self.runs[index]
        inside = offset - run.clean
        if inside < run.length and run.length == run.source_length:
            return run.source + inside
        return run.source + run.source_length

    def to_source(self, span: Span) -> Span:
        """The source range that holds every character of ``span``."""
        start = self.source_start(span.start)
        return Span(start, max(start, self.source_end(span.end)))
