"""Words of one or more paragraphs as one text that knows where each of its characters stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from build_tools.model.span import Excerpt, Span
from build_tools.structure.paragraphs import Para


@dataclass(frozen=True, slots=True)
class Stretch:
    """``text`` is made of ``pieces`` parted by single blanks; each is (where it begins in ``text``, where in the clean text, length)."""

    text: str
    pieces: tuple[tuple[int, int, int], ...]

    @classmethod
    def of(cls, parts: Iterable[tuple[Para, int, int]]) -> Stretch:
        """The characters ``start``..``end`` of each paragraph."""
        texts: list[str] = []
        pieces: list[tuple[int, int, int]] = []
        length = 0
        for para, start, end in parts:
            length += bool(texts)
            texts.append(para.text[start:end])
            pieces.append((length, para.span.start + start, len(texts[-1])))
            length += len(texts[-1])
        return cls(" ".join(texts), tuple(pieces))

    @classmethod
    def whole(cls, paras: Sequence[Para]) -> Stretch:
        """All of some paragraphs."""
        return cls.of((para, 0, len(para.text)) for para in paras)

    def excerpt(self, start: int = 0, end: int | None = None, *, strip: str = " ", value: str | None = None) -> Excerpt:
        """The characters ``start``..``end`` without those of ``strip`` around them, in the form ``value`` where that differs."""
        end = len(self.text) if end is None else end
        while start < end and self.text[start] in strip:
            start += 1
        while end > start and self.text[end - 1] in strip:
            end -= 1
        spans = (
            Span(place + max(0, start - at), place + min(length, end - at))
            for at, place, length in self.pieces
            if max(at, start) < min(at + length, end)
        )
        return Excerpt(self.text[start:end] if value is None else value, tuple(spans))


def cut(para: Para, start: int = 0, end: int | None = None, *, strip: str = " ", value: str | None = None) -> Excerpt:
    """The same of one paragraph."""
    return Stretch.whole((para,)).excerpt(start, end, strip=strip, value=value)
