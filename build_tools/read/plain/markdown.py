"""Markdown: emphasis taken off, headings and tables told apart; lines stay wrapped lines (normalise joins them)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from build_tools.model.reading import PLAIN, RawBlock, RawParagraph, Reading, Style
from build_tools.read.plain.emphasis import strip_emphasis
from build_tools.read.plain.lines import decode, parted, split_lines
from build_tools.read.plain.pipes import lone_pipes, read_lone_pipes, read_piped_rows

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+")
_FRONT = re.compile(r"---\s*$")
_BREAK = RawParagraph((), wrapped=True)


def read(path: Path, data: bytes) -> Reading:
    """Read a Markdown file. Raises ``InputError`` when it is not UTF-8 or empty. HTML in it stays text."""
    source = decode(path, data)
    return Reading(str(path), path.suffix.lstrip("."), source, tuple(_blocks(source)))


def _blocks(source: str) -> Iterator[RawBlock]:
    lines = split_lines(source)
    at = _front_matter(source, lines)
    while at < len(lines):
        start, end = lines[at]
        text = source[start:end]
        bare = text.strip()
        if not bare:
            yield _BREAK
            at += 1
        elif bare == "|" and (count := lone_pipes(source, lines, at)):
            yield from read_lone_pipes(source, lines[at : at + count])
            at += count
        elif bare.startswith("|") and len(bare) > 1:
            count = _piped(source, lines, at)
            yield _BREAK
            yield from read_piped_rows(source, lines[at : at + count])
            yield _BREAK
            at += count
        elif heading := _HEADING.match(text):
            yield _BREAK
            yield from strip_emphasis(source, [(start + heading.end(), end)], Style(heading=len(heading.group(1))))
            yield _BREAK
            at += 1
        else:
            count = 1
            while at + count < len(lines) and _goes_on(source, lines[at + count]):
                count += 1
            yield from _paragraph(source, lines[at : at + count])
            at += count


def _paragraph(source: str, lines: list[tuple[int, int]]) -> Iterator[RawBlock]:
    """The lines of one paragraph; a backslash at a line's end or a written line end means a new one."""
    lines = [part for line in lines for part in parted(source, *line)]
    made = list(strip_emphasis(source, lines, PLAIN))
    if len(made) != len(lines):
        yield from made
        return
    for line, (start, end) in zip(made, lines, strict=True):
        yield line
        if source[end : end + 1] == "<" or (source[start:end].endswith("\\") and source[start:end] != "\\"):
            yield _BREAK


def _goes_on(source: str, line: tuple[int, int]) -> bool:
    text = source[slice(*line)]
    bare = text.strip()
    return bool(bare) and not bare.startswith("|") and not _HEADING.match(text)


def _piped(source: str, lines: list[tuple[int, int]], at: int) -> int:
    """How many lines a ``| a | b |`` table has: up to a blank line or the first line after a closed row that has no bar."""
    count = 0
    while at + count < len(lines):
        bare = source[slice(*lines[at + count])].strip()
        if not bare:
            break
        if not bare.startswith("|") and "|" not in bare and count and source[slice(*lines[at + count - 1])].strip().endswith("|"):
            break
        count += 1
    return count


def _front_matter(source: str, lines: list[tuple[int, int]]) -> int:
    """The first line after a YAML head between two ``---`` lines; its ``key: value`` lines are not part of the document."""
    if not lines or not _FRONT.match(source[slice(*lines[0])]):
        return 0
    for number, line in enumerate(lines[1:40], 1):
        text = source[slice(*line)]
        if _FRONT.match(text):
            return number + 1 if number > 1 else 0
        if text.strip() and not re.match(r"[\w-]+\s*:|\s+\S|-\s", text):
            return 0
    return 0
