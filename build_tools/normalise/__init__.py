"""Readings to clean text: NFC, single blanks, one paragraph a line, with the way back to the source."""

from __future__ import annotations

import unicodedata

from build_tools.model.document import Clean, Paragraph
from build_tools.model.reading import RawParagraph, Reading
from build_tools.model.span import OffsetMap, Run, Span


def normalise(reading: Reading) -> Clean:
    """First thin version: blank lines part paragraphs; other line ends become a blank."""
    runs: list[Run] = []
    text: list[str] = []
    blocks: list[Paragraph] = []
    length = 0
    begin: int | None = None
    for block in reading.blocks:
        if not isinstance(block, RawParagraph):
            continue
        blank = not block.text.strip()
        if blank:
            if begin is not None:
                blocks.append(Paragraph(Span(begin, length)))
                begin = None
            continue
        if begin is None:
            if blocks:
                text.append("\n")
                length += 1
            begin = length
        else:
            text.append(" ")
            length += 1
        for piece in block.pieces:
            offset = piece.start
            words = piece.text.split()
            cursor = 0
            for number, word in enumerate(words):
                at = piece.text.index(word, cursor)
                cursor = at + len(word)
                if number:
                    text.append(" ")
                    length += 1
                clean = unicodedata.normalize("NFC", word)
                runs.append(Run(length, len(clean), offset + at, len(word)))
                text.append(clean)
                length += len(clean)
    if begin is not None:
        blocks.append(Paragraph(Span(begin, length)))
    return Clean(reading.path, reading.format, reading.source, "".join(text), OffsetMap.from_runs(tuple(runs)), tuple(blocks))
