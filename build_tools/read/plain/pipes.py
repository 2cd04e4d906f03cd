"""Tables of Markdown files: ``| a | b |`` rows, and the form of portal copies whose cells stand between lines with a lone ``|``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from build_tools.model.reading import RawBlock, RawCell, RawParagraph, RawTable, Style
from build_tools.read.layout import LAYOUT, MOST_FILLED, reading_order
from build_tools.read.plain.emphasis import strip_emphasis
from build_tools.read.plain.lines import parted, split_at
from build_tools.read.printed import printed

Span = tuple[int, int]
_PARTED = re.compile(
    rf"(?<=\S) +(?=\*\*[^\s*]|\*[^\s*][^*]*\*$|\* |{printed('number', case='begin')}\b ?:? ?\d)|(?<=[^\s*]\*\*) +(?=\S)|(?<= \*) +(?=\S)"
)
"""Where a line of a header's cell ended before a converter made one of all: where emphasis begins or ends, at a star, before the number."""
_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")


def lone_pipes(source: str, lines: Sequence[Span], at: int) -> int:
    """How many lines from ``at`` on belong to a table whose cells stand between lone ``|`` lines; 0 when none begins there.

    A cell begins on the line after its bar: text that follows a bar after a blank line is no part of the table.
    """
    last = 0
    after_bar = False
    for count in range(len(lines) - at):
        text = source[slice(*lines[at + count])].strip()
        if text == "|":
            last, after_bar = count + 1, True
        elif text and after_bar and count > last:
            break
        elif text:
            after_bar = False
        if not last or count - last > 60:
            break
    return last if last > 1 else 0


def read_lone_pipes(source: str, lines: Sequence[Span]) -> Iterator[RawBlock]:
    """The blocks of such a table: a ``RawTable``, or paragraphs by column where the table only lays out a header or signature."""
    cells: list[list[Span]] = []
    for start, end in lines:
        if source[start:end].strip() == "|":
            cells.append([])
        elif cells:
            cells[-1].append((start, end))
    cells = cells[:-1]  # behind the last bar nothing stands
    width = _fixed_width(source, lines)
    rows: list[list[list[Span]]] = [[]]
    for at, cell in enumerate(cells):
        if cell or (width and len(rows[-1]) < width and _filled(cells, at + 1) != width):
            rows[-1].append(cell)
        else:
            rows.append([])
    yield from _table(source, [row for row in rows if row], spans=not width)


def _filled(cells: Sequence[list[Span]], at: int) -> int:
    """How many cells from ``at`` on are filled, up to two bars one after the other: as many as a row has, and a row begins there."""
    return next((index - at for index in range(at, len(cells)) if not cells[index]), len(cells) - at)


def _fixed_width(source: str, lines: Sequence[Span]) -> int:
    """Cells of the first row where the table has empty cells (three bars one after the other); 0 where it has none.

    Two bars one after the other close a row and open the next one; with empty cells only the number of cells can tell: of the row they
    may close, and of the one that may begin behind them (a row that only names a group has one cell).
    """
    bars = [source[start:end].strip() == "|" for start, end in lines]
    if not any(bars[at] and bars[at + 1] and bars[at + 2] for at in range(len(bars) - 2)):
        return 0
    return next((sum(bars[1 : at + 1]) for at in range(1, len(bars) - 1) if bars[at] and bars[at + 1]), 0)


def piped_runs(source: str, lines: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Where rows of ``| a | b |`` stand in a text that is no Markdown, as indexes of its lines: two or more one below the other, with one
    number of bars, each with a bar at both ends."""
    rows = [source[start:end].strip() for start, end in lines] if "|" in source else []
    at = 0
    for count, found in groupby(rows, _bars):
        run = tuple(found)
        if count and sum(_RULE.match(row) is None for row in run) > 1:
            yield at, at + len(run)
        at += len(run)


def _bars(text: str) -> int:
    """How many bars a row has; 0 where a line is none."""
    return text.count("|") if text.startswith("|") and text.endswith("|") and text.strip("| ") and text.count("|") > 2 else 0


def read_piped_rows(source: str, lines: Sequence[Span]) -> Iterator[RawBlock]:
    """The blocks of a ``| a | b |`` table; a row may run over several lines."""
    rows: list[list[list[Span]]] = []
    ruled = False
    width = 0
    for start, end in lines:
        text = source[start:end]
        if "|" in text and _RULE.match(text.strip()):
            ruled = True
            continue
        opens = text.lstrip().startswith("|")
        cells = _cells(source, start, end)
        if opens and not (rows and len(rows[-1]) < width):
            rows.append(cells)
        elif rows:
            rows[-1][-1] += cells[0]
            rows[-1] += cells[1:]
        else:
            rows.append(cells)
        width = max(width, len(rows[0]) if ruled else 0)
    yield from _table(source, rows, spans=False)


def _cells(source: str, start: int, end: int) -> list[list[Span]]:
    """The cells of one line, each as its lines; outer bars are left out, ``\\|`` is text."""
    text = source[start:end]
    low = start + len(text) - len(text.lstrip())
    high = start + len(text.rstrip())
    if source[low : low + 1] == "|":
        low += 1
    if high > low and source[high - 1] == "|" and source[high - 2 : high - 1] != "\\":
        high -= 1
    spans = []
    at = low
    for match in re.finditer(r"(?<!\\)\|", source[low:high]):
        spans.append((at, low + match.start()))
        at = low + match.end()
    spans.append((at, high))
    return [parted(source, *span) for span in spans]


def _table(source: str, rows: list[list[list[Span]]], *, spans: bool) -> Iterator[RawBlock]:
    if not rows:
        return
    width = max(len(row) for row in rows)
    spans_of_cells = [line for row in rows for cell in row for line in cell]
    whole = source[spans_of_cells[0][0] : spans_of_cells[-1][1]] if spans_of_cells else ""
    filled = sum(1 for row in rows for cell in row if any(source[slice(*line)].strip(" *") for line in cell))
    if width == 1 or len(rows) == 1 or (filled <= MOST_FILLED and LAYOUT.search(whole)):
        for read in reading_order(rows, whole):
            for column, cell in read:
                if not any(source[slice(*line)].strip() for line in cell):
                    continue
                yield RawParagraph((), Style(column=column), wrapped=True)
                lines = cell if column is None else [part for line in cell for part in split_at(_PARTED, source, *line)]
                yield from strip_emphasis(source, lines, Style(column=column))
            yield RawParagraph((), wrapped=True)
        return
    heads = 1
    made: list[tuple[RawCell, ...]] = []
    two_level = spans and len(rows) > 2 and _heads(rows[0], rows[1], width)
    if two_level:
        groups = two_level
        wide = len(rows[1]) // groups
        first = len(rows[0]) - groups
        made.append(
            tuple(
                _cell(source, cell, header=True, colspan=wide if at >= first else 1, rowspan=1 if at >= first else 2)
                for at, cell in enumerate(rows[0])
            )
        )
        heads = 2
    for y, row in enumerate(rows):
        if y == 0 and two_level:
            continue
        extra = width - len(row) if y >= heads or not two_level else 0
        made.append(
            tuple(_cell(source, cell, header=y < heads, colspan=1 + (extra if at == len(row) - 1 else 0)) for at, cell in enumerate(row))
        )
    yield RawTable(tuple(made))


def _heads(first: list[list[Span]], second: list[list[Span]], width: int) -> int:
    """How many cells of the first heading row stand over the second one's; 0 when there is one heading row only.

    A table of ``width`` columns whose first two rows are both short has a heading of two levels: its last ``groups`` cells are wide.
    """
    if not (len(first) < width and len(second) < width):
        return 0
    groups = len(first) + len(second) - width
    return groups if 0 < groups <= len(first) and len(second) % groups == 0 else 0


def _cell(source: str, lines: list[Span], *, header: bool, colspan: int = 1, rowspan: int = 1) -> RawCell:
    kept = [line for line in lines if source[slice(*line)].strip()]
    return RawCell(tuple(strip_emphasis(source, kept)), colspan, rowspan, header)
