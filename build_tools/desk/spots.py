"""Where a value was read: the text cut at the edges of the values' places, and boxes on the pictures of its pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_tools.lexicon.keys import exact_key, strip_marks
from build_tools.model.document import Clean, Table
from build_tools.model.span import Span
from build_tools.read.page.layout import Page, Word, rows_of, segments_of, text_of
from build_tools.read.printed import RECIPIENTS, printed

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
    rows = {page.number: [part for row in rows_of(page.words) for part in segments_of(row)] for page in pages}
    by_number = {page.number: page for page in pages}
    found: dict[str, tuple[Box, ...]] = {}
    for key, spans in places.items():
        made: list[Box] = []
        for span in spans:
            number = page_of(clean, span)
            page = by_number.get(number) if number else None
            if page is not None and not page.turned:
                around = _words(clean, next(block.span for block in clean.blocks if block.span.start <= span.start <= block.span.end))
                made += (_box(page, run) for run in _lines(rows[page.number], _words(clean, span), frozenset(around)))
        if made:
            found[key] = tuple(made)
    return found


def page_of(clean: Clean, span: Span) -> int | None:
    """The page on which the block begins that holds this place; None where the format has no pages."""
    return next((block.style.page for block in clean.blocks if block.span.start <= span.start <= block.span.end), None)


def _words(clean: Clean, span: Span) -> list[str]:
    """The keys of the words as they were read at a place."""
    place = clean.origin.to_source(span)
    return [key for word in clean.source[place.start : place.end].split() if (key := _key(word))]


def _lines(parts: Sequence[Sequence[Word]], wanted: Sequence[str], around: frozenset[str]) -> Iterable[Sequence[Word]]:
    """The longest run of a page's words that says ``wanted``, cut by lines; ``parts`` are the lines of its columns.

    A run goes on to the right, or in one of the next lines. Of runs as long the one counts whose lines hold the fewest words that do not
    stand ``around`` the place in the text.
    """
    every = [(at, word, _key(word.text)) for at, part in enumerate(parts) for word in part]
    strange = [sum(_key(word.text) not in around for word in part) for part in parts]
    best: list[tuple[int, Word]] = []
    for start, (at, word, key) in enumerate(every):
        if key not in wanted[:2]:
            continue
        run, after, last = [(at, word)], wanted.index(key) + 1, at
        for other_at, other, other_key in every[start + 1 :]:
            if after >= len(wanted) or other_at > last + 3:
                break
            if other_key == wanted[after]:
                run.append((other_at, other))
                after, last = after + 1, other_at
        if (len(run), -strange[at]) > (len(best), -strange[best[0][0]] if best else 0):
            best = run
    if not best or len(best) * 2 < len(wanted):
        return
    for at in dict.fromkeys(at for at, _ in best):
        yield [word for line, word in best if line == at]


@dataclass(frozen=True, slots=True)
class NumberLine:
    """Where a heading prints its number, though the number itself may not be read: its place, and the printed end ("/KH-UBND")."""

    box: Box
    symbol: str


def number_line(pages: Sequence[Page]) -> NumberLine | None:
    """The line of the number in the heading of the first page; None where there is none, or several."""
    if not pages or pages[0].turned:
        return None
    page = pages[0]
    parts = [part for row in rows_of(page.words) for part in segments_of(row) if part[0].base < HEADING * page.height]
    found = [part for part in parts if _LABEL.match(strip_marks(text_of(part)).lower())]
    if len(found) != 1:
        return None
    end = _SYMBOL.search(text_of(found[0]))
    return NumberLine(_box(page, found[0]), "".join(end.group().split()) if end else "")


def number_place(pages: Sequence[Page], issuer: Sequence[Box]) -> tuple[Box, ...]:
    """Where the number of a recognised page is to be looked for when not even its line was read: under the name of the body that issues."""
    page, last = pages[0], issuer[-1]
    if not page.ocr or last.page != page.number or last.y > HEADING * page.height:
        return ()
    return (Box(page.number, CROPPED, round(last.y + last.height, 1), round(page.width / 2 - CROPPED, 1), UNDER),)


def usual_places(pages: Sequence[Page], found: Mapping[str, Sequence[Box]]) -> dict[str, tuple[Box, ...]]:
    """By key, where a recognised document has what was not read of it, as lines that were found tell: the day beside the number, the
    subject under the type or the number, the signature beside the recipients."""
    if not pages or not pages[0].ocr or pages[0].turned:
        return {}
    page, made = pages[0], dict[str, Box]()
    half, wide = page.width / 2 - CROPPED, page.width - 2 * CROPPED
    number, kind = (next((box for box in found.get(key, ()) if box.page == page.number), None) for key in ("number", "type"))
    if number is not None:
        made["issued_on"] = made["place"] = Box(page.number, page.width / 2, number.y - UNDER / 2, half, UNDER)
    if (above := kind or number) is not None:
        made["subject"] = Box(page.number, CROPPED, above.y + above.height, wide if kind else half, UNDER)
    if (signed := _signature(pages)) is not None:
        made["signer"] = made["signer_title"] = signed
    return {key: (box,) for key, box in made.items()}


def _signature(pages: Sequence[Page]) -> Box | None:
    """The right half of the page on which the recipients are listed, from their line down."""
    for page in reversed(pages):
        for row in rows_of(page.words):
            for part in segments_of(row):
                if not page.turned and part[0].x0 < page.width / 2 and _RECIPIENTS.match(text_of(part)):
                    top = part[0].base - UNDER
                    return Box(page.number, page.width / 2, top, page.width / 2 - CROPPED, min(SIGNATURE, page.height - top))
    return None


CROPPED, UNDER = 30.0, 48.0
"""Points: the margin that is left out, and the height of three lines."""
SIGNATURE = 190.0
"""Points from the line above an office down to the name below the seal."""
_RECIPIENTS = re.compile(printed(*RECIPIENTS))
HEADING = 0.4
"""Share of a page's height in which a heading stands."""
_LABEL = re.compile(rf"\W*{printed('number', case='folded')}\s*(?:[:.;/-]|\S{{0,4}}\d)")
"""A department's heading begins with the same letters: "SỞ Y TẾ"."""
_SYMBOL = re.compile(r"[/-]\s*[A-ZĐ][A-ZĐ&]*(?:\s*[-/]\s*[A-ZĐ][A-ZĐ&]*)*\s*$")


def _key(word: str) -> str:
    """A word without the marks around and within it: page and text may part them otherwise."""
    return "".join(_LETTERS.findall(exact_key(word)))


_LETTERS = re.compile(r"\w+")


def _box(page: Page, words: Sequence[Word]) -> Box:
    left, right = min(word.x0 for word in words), max(word.x1 for word in words)
    top, bottom = min(word.base - 0.95 * word.size for word in words), max(word.base + 0.3 * word.size for word in words)
    return Box(page.number, round(left, 1), round(top, 1), round(right - left, 1), round(bottom - top, 1))
