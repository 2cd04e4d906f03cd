"""Readings to clean text: NFC, single blanks, one paragraph a line, with the way back to the source."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.messages import refusal
from build_tools.model.document import Clean
from build_tools.model.reading import RawTable, Reading
from build_tools.normalise.build import Builder
from build_tools.normalise.furniture import is_rule, mark_furniture
from build_tools.normalise.letterhead_lines import letterhead_lines
from build_tools.normalise.lines import Line, read_lines
from build_tools.normalise.notes import mark_notes
from build_tools.normalise.reflow import Joint, Profile, joint, profile
from build_tools.normalise.run_in import parted

_HEAP = re.compile("[\u0300-\u036f][\u0300-\u036f]{30}")
"""The first letter stands alone, since a search for one class of letters is the fastest."""


def normalise(reading: Reading) -> Clean:
    """Clean text and blocks of a reading.

    What then holds: the text is NFC, without invisible characters, with single blanks, one paragraph or table row a line; every
    character of it that was not put there as a blank answers to a stretch of the source. Lines of a wrapped source are joined;
    running heads, page numbers, stamps and ruled lines stand after the paragraph they cut, flagged as furniture; footnotes of a
    page's foot stand there too, flagged as notes. Raises ``InputError`` for text that no reader can mean (heaps of accents).
    """
    if heap := _HEAP.search(reading.source):
        line = reading.source.count("\n", 0, heap.start()) + 1
        raise refusal("text-marks", reading.path, line)
    items = list(read_lines(reading))
    lines = [item for item in items if isinstance(item, Line)]
    mark_furniture(lines)
    layout = profile(lines, soft=reading.format == "md")
    mark_notes(lines)
    builder = Builder()
    group: list[Line] = []
    for item in items:
        if isinstance(item, RawTable):
            _paragraphs(builder, group, layout)
            group = []
            builder.table(item)
        else:
            group.append(item)
    _paragraphs(builder, group, layout)
    text, blocks = parted(builder.text, builder.blocks)
    return Clean(
        reading.path,
        reading.format,
        source=reading.source,
        text=text,
        origin=builder.origin,
        blocks=blocks,
        method=reading.method,
        confirm=reading.confirm,
        diagnostics=reading.diagnostics,
        margins=reading.margins,
        second=reading.second,
    )


class _Open:
    """A paragraph under way: its lines, its text so far (as far as the rules look at it), and the text of the one above it."""

    def __init__(self) -> None:
        self.lines: list[tuple[Line, Joint]] = []
        self.text = ""
        self.above = ""

    def joint(self, line: Line, gap: int, layout: Profile) -> Joint:
        return joint(self.text, self.lines[-1][0], line, gap, layout, self.above) if self.lines else "break"

    def add(self, line: Line, how: Joint) -> None:
        if how == "break":
            self.above = self.text
            self.text = line.text
        elif len(self.text) < 2000:
            self.text += (" " if how == "blank" else "") + line.text
        self.lines.append((line, how))


def _paragraphs(builder: Builder, lines: Sequence[Line], layout: Profile) -> None:
    """Write the paragraphs of ``lines``; what the page put in the middle of one follows it."""
    body, note = _Open(), _Open()
    aside: list[list[tuple[Line, Joint]]] = []
    skipped = False

    def flush() -> None:
        for lines in (body.lines, *aside):
            if lines:
                builder.paragraph(lines)
        body.lines = []
        aside.clear()

    bodies = letterhead_lines(lines)
    for at, line in enumerate(lines):
        if line.furniture:
            aside.append([(line, "break")])
            if not is_rule(line.text):
                skipped = True
            else:
                flush()
                skipped = False
            continue
        if line.note and line.wrapped:
            how = note.joint(line, 0, layout) if note.lines and not line.opens else "break"
            if how == "break":
                note.lines = []
                note.add(line, how)
                aside.append(note.lines)
            else:
                note.add(line, how)
            skipped = True
            continue
        how = "break" if at in bodies else body.joint(line, 0 if skipped else line.gap, layout)
        if how == "break":
            flush()
            note.lines = []
        body.add(line, how)
        skipped = False
    flush()
