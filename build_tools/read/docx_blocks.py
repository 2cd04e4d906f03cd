"""What was gathered from a .docx, and how it becomes the declared source text and the blocks that index it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from build_tools.model.reading import PLAIN, Piece, RawBlock, RawCell, RawParagraph, RawTable, Style
from build_tools.read.docx_runs import Fragment
from build_tools.read.docx_tables import GridCell
from build_tools.read.encodings import convert, mend
from build_tools.vietnamese.syllables import valid_share


@dataclass(slots=True)
class Gathered:
    """A paragraph: its characters by look."""

    fragments: list[Fragment]
    style: Style
    note: bool = False


@dataclass(slots=True)
class GatheredCell:
    """A table cell."""

    paragraphs: list[Gathered]
    grid: GridCell


@dataclass(slots=True)
class GatheredTable:
    """A table of data."""

    rows: list[list[GatheredCell]]
    style: Style


GatheredBlock = Gathered | GatheredTable


def paragraphs_of(block: GatheredBlock) -> list[Gathered]:
    """A block inside a table cell as paragraphs (a table inside: its cells in order)."""
    if isinstance(block, Gathered):
        return [block]
    return [paragraph for row in block.rows for cell in row for paragraph in cell.paragraphs]


class Writer:
    """Turns gathered paragraphs into the declared source text and the blocks that index it."""

    def __init__(self, blocks: list[GatheredBlock]) -> None:
        self.gathered = blocks
        self.parts: list[str] = []
        self.length = 0
        texts: dict[str, list[str]] = {}
        for block in blocks:
            for paragraph in paragraphs_of(block):
                for fragment in paragraph.fragments:
                    if fragment.encoding:
                        texts.setdefault(fragment.encoding, []).append(fragment.text)
        self.old = {encoding for encoding, found in texts.items() if _is_old("".join(found), encoding)}
        self.mended = False

    def write(self) -> tuple[str, tuple[RawBlock, ...], list[str]]:
        """Source text, blocks, names of the encodings that were converted."""
        raw: list[RawBlock] = []
        for block in self.gathered:
            if self.length:
                self._put("\n")
            if isinstance(block, Gathered):
                raw.append(self._paragraph(block))
            else:
                raw.append(self._table(block))
        names = sorted({"tcvn3": "TCVN3", "vni": "VNI", "vps": "VPS", "viscii": "VISCII"}[name] for name in self.old)
        return "".join(self.parts), tuple(raw), names or (["bảng mã cũ"] if self.mended else [])

    def _put(self, text: str) -> int:
        self.parts.append(text)
        self.length += len(text)
        return self.length - len(text)

    def _paragraph(self, paragraph: Gathered) -> RawParagraph:
        text = self._text(paragraph.fragments)
        start = self._put(text)
        return RawParagraph((Piece(text, start, self.length),), paragraph.style, note=paragraph.note)

    def _table(self, table: GatheredTable) -> RawTable:
        rows: list[tuple[RawCell, ...]] = []
        for index, row in enumerate(table.rows):
            if index:
                self._put("\n")
            cells: list[RawCell] = []
            for place, cell in enumerate(row):
                if place:
                    self._put("\t")
                inside: list[RawParagraph] = []
                for paragraph in cell.paragraphs:
                    if inside:
                        self._put(" ")
                    inside.append(self._paragraph(paragraph))
                cells.append(RawCell(tuple(inside), cell.grid.colspan, cell.grid.rowspan, cell.grid.header))
            rows.append(tuple(cells))
        return RawTable(tuple(rows), replace(table.style) if table.style != Style() else PLAIN)

    def _text(self, fragments: list[Fragment]) -> str:
        """One paragraph's characters, converted by the font of each stretch, capitals as shown."""
        joined: list[Fragment] = []
        for fragment in fragments:
            same = joined and (joined[-1].encoding, joined[-1].capitals) == (fragment.encoding, fragment.capitals)
            if same:
                joined[-1] = replace(fragment, text=joined[-1].text + fragment.text)
            else:
                joined.append(fragment)
        texts: list[str] = []
        for fragment in joined:
            text = fragment.text
            if fragment.encoding in self.old and not _unicode(text):
                text = convert(_SOFT.sub(_without_hyphens, text) if fragment.encoding == "tcvn3" else text, fragment.encoding)
            texts.append(text.upper() if fragment.capitals else text)
        text, lines = mend("".join(texts))
        self.mended = self.mended or bool(lines)
        return text.strip("\r\n\t ").replace("\u00ad", "")


_SOFT = re.compile("[^\\s]*\u00ad[^\\s]*")


def _without_hyphens(found: re.Match[str]) -> str:
    """TCVN3 writes ư as U+00AD, and Word's optional hyphen becomes the same: drop those that leave no syllable."""
    word = found[0]
    places = [place for place, char in enumerate(word) if char == "\u00ad"][:4]
    if valid_share(convert(word, "tcvn3")) == 1.0:
        return word
    for place in places:
        other = word[:place] + word[place + 1 :]
        if valid_share(convert(other, "tcvn3")) == 1.0:
            return other
    return word


def _unicode(text: str) -> bool:
    """Letters that only Unicode text has: typed later, in a font that does not fit."""
    return any(
        ("\u0100" <= char <= "\u01b0" and char not in "\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192") or "\u1ea0" <= char <= "\u1ef9"
        for char in text
    )


def _is_old(text: str, encoding: str) -> bool:
    """Converting makes it more Vietnamese, or at least no less (short stretches, capitals)."""
    return not text.isascii() and valid_share(convert(text, encoding)) >= valid_share(text)
