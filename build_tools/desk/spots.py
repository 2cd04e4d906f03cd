"""Where a value was read: the text cut at the edges of the values' places, and boxes on the pictures of its pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_tools.lexicon.keys import exact_key
from build_tools.model.document import Clean, Table
from build_tools.model.span import Span
from build_tools.read.page.layout import Page, Word, rows_of

Places = Mapping[str, Sequence[Span]]
"""By what is shown (a key of ``metadata.yaml``, "personal", "secrecy"), its places in the clean text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text and what is shown at it."""

    text: str
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph (one row of one cell), or the rows of a table, as pieces; ``look`` are classes of its look; ``index`` its block."""

    index: int
    rows: tuple[tuple[tuple[Piece, ...], ...], ...]
    table: bool = False
    look: str = ""

    @property
    def text(self) -> str:
        """The characters of a paragraph."""
        return "".join(piece.text for piece in self.rows[0][0])


def shown_text(clean: Clean, places: Places) -> tuple[Shown, ...]:
    """The text of a document as it is shown: what belongs to the page and not to the document is left out."""
    marked = sorted((span.start, span.end, key) for key, spans in places.items() for span in spans)
    made = []
    for index, block in enumerate(clean.blocks):
        if isinstance(block, Table):
            rows = tuple(tuple(_pieces(clean.text, cell.span, marked) for cell in row) for row in block.rows)
            made.append(Shown(index, rows, table=True))
        elif not block.furniture:
            style = block.style
            looks = [look for look, has in (("bold", style.bold), ("italic", style.italic), ("centre", style.align == "center")) if has]
            made.append(Shown(index, ((_pieces(clean.text, block.span, marked),),), look=" ".join(looks)))
    return tuple(made)


def _pieces(text: str, whole: Span, marked: Sequence[tuple[int, int, str]]) -> tuple[Piece, ...]:
    here = [(max(start, whole.start), min(end, whole.end), key) for start, end, key in marked if start < whole.end and whole.start < end]
    if not here:
        return (Piece(whole.of(text)),)
    edges = sorted({whole.start, whole.end, *(edge for start, end, _ in here for edge in (start, end))})
    return tuple(
        Piece(text[left:right], tuple(dict.fromkeys(key for start, end, key in here if start <= left and right <= end)))
        for left, right in pairwise(edges)
    )


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a page (from 1): left upper corner and size, in points."""

    page: int
    x: float
    y: float
    width: float
    height: float


def boxes(pages: Sequence[Page], clean: Clean, places: Places) -> dict[str, tuple[Box, ...]]:
    """By what is shown, where it stands on the pages. What is not found there again is left out."""
    rows = {page.number: rows_of(page.words) for page in pages}
    by_number = {page.number: page for page in pages}
    found: dict[str, tuple[Box, ...]] = {}
    for key, spans in places.items():
        made: list[Box] = []
        for span in spans:
            number = page_of(clean, span)
            page = by_number.get(number) if number else None
            if page is not None:
                place = clean.origin.to_source(span)
                made += (_box(page, run) for run in _lines(rows[page.number], clean.source[place.start : place.end].split()))
        if made:
            found[key] = tuple(made)
    return found


def page_of(clean: Clean, span: Span) -> int | None:
    """The page on which the block begins that holds this place; None where the format has no pages."""
    return next((block.style.page for block in clean.blocks if block.span.start <= span.start <= block.span.end), None)


def _lines(rows: Sequence[Sequence[Word]], words: Sequence[str]) -> Iterable[Sequence[Word]]:
    """The longest run of a page's words that says ``words``, cut by rows. A run goes on to the right, or in a row below."""
    wanted = [key for word in words if (key := _key(word))]
    best: list[tuple[int, Word]] = []
    if not wanted:
        return
    every = [(at, word, _key(word.text)) for at, row in enumerate(rows) for word in row]
    for start, (at, word, key) in enumerate(every):
        if key not in wanted[:2]:
            continue
        run, next_wanted, row = [(at, word)], wanted.index(key) + 1, at
        for other_at, other, other_key in every[start + 1 :]:
            if next_wanted >= len(wanted) or other_at > row + 2:
                break
            if other_key == wanted[next_wanted]:
                run.append((other_at, other))
                next_wanted, row = next_wanted + 1, other_at
        if len(run) > len(best):
            best = run
    if len(best) * 2 < len(wanted):
        return
    for at in dict.fromkeys(at for at, _ in best):
        yield [word for row, word in best if row == at]


def _key(word: str) -> str:
    """A word without the marks around and within it: page and text may part them otherwise."""
    return "".join(_LETTERS.findall(exact_key(word)))


_LETTERS = re.compile(r"\w+")


def _box(page: Page, words: Sequence[Word]) -> Box:
    left, right = min(word.x0 for word in words), max(word.x1 for word in words)
    top, bottom = min(word.base - 0.95 * word.size for word in words), max(word.base + 0.3 * word.size for word in words)
    return Box(page.number, round(left, 1), round(top, 1), round(right - left, 1), round(bottom - top, 1))
