"""Plain text: each line is a wrapped line (normalise joins them); lines parted by tabs are tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from build_tools.model.reading import PLAIN, RawBlock, RawParagraph, Reading, Style
from build_tools.read.layout import LAYOUT, MOST_FILLED
from build_tools.read.plain.columns import part_columns
from build_tools.read.plain.emphasis import marked, strip_emphasis
from build_tools.read.plain.lines import decode, piece, split_lines, tab_table
from build_tools.read.plain.pipes import piped_runs, read_piped_rows


def read(path: Path, data: bytes) -> Reading:
    """Read UTF-8 text. Raises ``InputError`` when it is not UTF-8 or empty.

    A page laid out with blanks in two columns (header, signature) is read column by column; Markdown emphasis that a converter
    left in the text is taken off.
    """
    source = decode(path, data)
    return Reading(str(path), path.suffix.lstrip("."), source, tuple(_parts(source)))


def _parts(source: str) -> Iterator[RawBlock]:
    """The blocks of a text, its rows of cells between bars taken out as the tables that they are."""
    lines = split_lines(source)
    at = 0
    for start, stop in piped_runs(source, lines):
        yield from _blocks(source, lines[at:start])
        yield from read_piped_rows(source, lines[start:stop])
        at = stop
    yield from _blocks(source, lines[at:])


def _columns(source: str, group: list[tuple[int, int]]) -> list[RawParagraph]:
    """The cells of tab-parted lines that only lay out a header or signature block, column by column; empty for a table of data."""
    if not group or LAYOUT.search(source[group[0][0] : group[-1][1]]) is None:
        return []
    cells: list[tuple[int, int, int]] = []
    for start, end in group:
        at = start
        for column, part in enumerate(source[start:end].split("\t")):
            if part.strip():
                cells.append((column, at, at + len(part)))
            at += len(part) + 1
    if len(cells) > MOST_FILLED:
        return []
    return [RawParagraph((piece(source, low, high),), Style(column=column), wrapped=True) for column, low, high in sorted(cells)]


def _blocks(source: str, spans: list[tuple[int, int]]) -> Iterator[RawBlock]:
    emphasised = marked(source)
    lines = part_columns(source, spans)
    if not emphasised and "\t" not in source:
        yield from (RawParagraph((piece(source, line.start, line.end),), line.style, True) for line in lines)
        return
    group: list[tuple[int, int]] = []
    run: list[tuple[int, int]] = []
    style = PLAIN
    for line in [*lines, None]:
        words = source[line.start : line.end].strip("* \r\n\f") if line else ""
        if run and (line is None or line.style != style or not words or "\t" in words):
            yield from strip_emphasis(source, run, style)
            run = []
        if line is not None and line.column is None and "\t" in source[line.start : line.end].strip(" \r\n\f"):
            group.append((line.start, line.end))
            continue
        columns = _columns(source, group)
        table = tab_table(source, group) if group and not columns else None
        if table or columns:
            yield from [table] if table else columns
        else:
            for start, end in group:
                yield RawParagraph((piece(source, start, end),), wrapped=True)
        group = []
        if line is None:
            return
        if emphasised and words and (run or "*" in source[line.start : line.end]):
            style = line.style  # emphasis may go over the lines of a paragraph; a line of stars alone is a rule
            run.append((line.start, line.end))
        else:
            yield RawParagraph((piece(source, line.start, line.end),), line.style, wrapped=True)
