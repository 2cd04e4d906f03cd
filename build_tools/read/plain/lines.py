"""Text files to lines, and lines parted by tabs to tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from build_tools.lexicon.letters import CAPITALS
from build_tools.messages import refusal
from build_tools.model.reading import Piece, RawCell, RawParagraph, RawTable
from build_tools.read.printed import nation, printed

_LINE_END = re.compile(r"\r\n|\r|\n")
_WRITTEN_END = re.compile(r"<br\s{0,3}/?>", re.IGNORECASE)

_NATION = re.compile(nation("capitals", "nation"))
_LETTERHEAD = re.compile(rf"\s*\|\s*|[_-]{{3,}}\s*|(?={printed('motto', case='begin')}\s[-–])|\s+(?={printed('number', case='begin')}\s?:)")
"""Where a line of a letterhead ended whose two columns a converter wrote as one, with a bar between: at the bar, at a rule, before the
motto and the number ("CHÍNH PHỦ_____ Số: … | … VIỆT NAMĐộc lập – …")."""
_SIGNED_FOR = re.compile(rf"(?:^|\|)\s*{printed('authority-letters')}\. [^|]*[{CAPITALS}\)]\s*(?:[{CAPITALS}][^|]*)?\|?\s*$")
_OFFICE = rf"{printed('deputy', 'office', 'office-word', case='capitals')}(?![^\W\d_])"
_SIGNATURE = re.compile(
    rf"\s*\|\s*|(?<=[{CAPITALS}])(?={printed('authority-letters')}\. |{_OFFICE})|(?=\({printed('signed')}\))|(?<=\))(?=[{CAPITALS}])"
)
"""The same of a signature ("… | TM. BAN GIỮ BẾNCHỦ TỊCH(Đã ký)Lò Văn Mẫu")."""


def decode(path: Path, data: bytes) -> str:
    """The text of a UTF-8 file, exactly as ``open(path, encoding="utf-8", newline="")`` gives it.

    Raises ``InputError`` with the line of the first bad byte, or when nothing but blanks is there.
    """
    try:
        source = data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = data.count(b"\n", 0, error.start) + 1
        raise refusal("read-utf8", str(path), place) from error
    if not source.strip("\ufeff \t\r\n\f\0"):
        raise refusal("read-empty.letters", str(path), 1)
    return source


def split_lines(source: str) -> list[tuple[int, int]]:
    """Start and end offsets of the lines of ``source``, line ends left out (``\\r\\n``, ``\\r`` and ``\\n`` end a line)."""
    spans = []
    start = 0
    for match in _LINE_END.finditer(source):
        spans.append((start, match.start()))
        start = match.end()
    if start < len(source):
        spans.append((start, len(source)))
    return spans


def split_at(pattern: re.Pattern[str], source: str, start: int, end: int) -> list[tuple[int, int]]:
    """``source[start:end]`` cut where the pattern matches, what it matches left out."""
    spans = []
    for match in pattern.finditer(source, start, end):
        spans.append((start, match.start()))
        start = match.end()
    return [*spans, (start, end)]


def parted(source: str, start: int, end: int) -> list[tuple[int, int]]:
    """The lines of ``source[start:end]`` where a converter wrote line ends as ``<br>``, as it must inside a Markdown table, or lost those
    of a letterhead or of a signature."""
    text = source[start:end]
    if "<" in text:
        return split_at(_WRITTEN_END, source, start, end)
    lost = _LETTERHEAD if "|" in text.strip("| ") and _NATION.search(text) else _SIGNATURE if _SIGNED_FOR.search(text) else None
    return [span for span in split_at(lost, source, start, end) if source[slice(*span)].strip(" *")] if lost else [(start, end)]


def piece(source: str, start: int, end: int) -> Piece:
    """The characters of ``source[start:end]`` as they stand."""
    return Piece(source[start:end], start, end)


def tab_table(source: str, lines: Sequence[tuple[int, int]]) -> RawTable | None:
    """A table from consecutive lines whose cells are parted by tabs; None when it is none (fewer than two rows or columns).

    An empty cell to the right of a filled one in a heading row continues it (colspan) where the row below has text under it;
    an empty cell below a filled one in the second heading row belongs to the cell above (rowspan).
    """
    grid: list[list[tuple[int, int]]] = []
    for start, end in lines:
        row = []
        at = start
        for part in source[start:end].split("\t"):
            row.append((at, at + len(part)))
            at += len(part) + 1
        grid.append(row)
    width = max(len(row) for row in grid)
    if len(grid) < 2 or width < 2:
        return None
    for row, (_, end) in zip(grid, lines, strict=True):
        row.extend([(end, end)] * (width - len(row)))
    filled = [[bool(source[start:end].strip()) for start, end in row] for row in grid]
    two_level = filled[0][0] and not filled[1][0] and any(filled[1]) and not all(filled[0])
    heads = 2 if two_level else 1
    rows = []
    for y, row in enumerate(grid):
        cells = []
        x = 0
        while x < width:
            span, down = 1, 1
            if two_level and y == 0:
                if filled[1][x]:
                    while x + span < width and not filled[0][x + span] and filled[1][x + span]:
                        span += 1
                elif filled[0][x]:
                    down = 2
            if not (two_level and y == 1 and not filled[1][x] and filled[0][x]):
                start, end = row[x]
                text = (RawParagraph((piece(source, start, end),)),) if filled[y][x] else ()
                cells.append(RawCell(text, colspan=span, rowspan=down, header=y < heads))
            x += span
        rows.append(tuple(cells))
    return RawTable(tuple(rows))
