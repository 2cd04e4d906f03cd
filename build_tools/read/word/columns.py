"""Header and signature lines laid out with tabs or blanks: read one column after the other, as those laid out with a table."""

from __future__ import annotations

import re
from dataclasses import replace

from build_tools.lexicon.keys import strip_marks
from build_tools.read.layout import DATED, IN_RIGHT_COLUMN, MISWRITTEN, RECIPIENTS, SIGNERS, blank_holes
from build_tools.read.word.blocks import Gathered, GatheredBlock

_GAP = re.compile(r"(?<=\S)(?: *\t[\t ]*| {4,})(?=\S)")
_HEADER = re.compile(rf"(?:\t| {{3}}) *{IN_RIGHT_COLUMN.pattern}", re.IGNORECASE)
_MISWRITTEN = re.compile(rf"(?:\t| {{3}}) *{MISWRITTEN}")
_SIGNATURE = re.compile(rf"{RECIPIENTS.pattern}\s*(?:\t| {{4}})", re.IGNORECASE)
MOST = 10
"""Lines of a header or signature block."""


def part_columns(blocks: list[GatheredBlock]) -> list[GatheredBlock]:
    """The blocks with such lines parted, the left column first."""
    result: list[GatheredBlock] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        text = _text(block)
        signing = (_SIGNATURE.match(text) or SIGNERS.match(text)) is not None
        if text and (signing or _HEADER.search(text) or _is_miswritten(text)):
            taken = _band(blocks, at, header=not signing, result=result)
            at += taken
        else:
            result.append(block)
            at += 1
    return result


def _is_miswritten(text: str) -> bool:
    """True for a header's line with a wrong mark in the nation's name; few lines have a gap, and only their marks need be taken off."""
    return ("\t" in text or "   " in text) and _MISWRITTEN.search(strip_marks(text)) is not None


def _band(blocks: list[GatheredBlock], at: int, header: bool, result: list[GatheredBlock]) -> int:
    left: list[GatheredBlock] = []
    right: list[GatheredBlock] = []
    taken = 0
    for block in blocks[at : at + MOST]:
        text = _text(block)
        if not isinstance(block, Gathered) or block.note or block.style.column is not None:
            break
        holes = blank_holes(text)
        gaps = [gap for gap in _GAP.finditer(text) if gap.span() not in holes]
        if gaps:
            gap = max(gaps, key=lambda found: 8 * found[0].count("\t") + len(found[0]))
            for column, start, end in ((0, 0, gap.start()), (1, gap.end(), len(text))):
                part = replace(block, text=text[start:end].strip(), style=replace(block.style, column=column, align=None, indent=None))
                (right if column else left).append(part)
        elif header and (block.style.align == "center" or block.style.heading) and not DATED.search(text):
            break
        elif header and DATED.search(text):
            right.append(_placed(block, 1))
            taken += 1
            break
        elif (header and len(text) < 60) or (not header and re.match(r"\s*[-–+]", text)):
            left.append(_placed(block, 0))
        elif not header and len(text) < 60 and (block.style.align in ("center", "right") or (block.style.indent or 0) > 150):
            right.append(_placed(block, 1))
        else:
            break
        taken += 1
    result.extend(left + right)
    if not taken:
        result.append(blocks[at])
    return max(taken, 1)


def _placed(block: Gathered, column: int) -> Gathered:
    return replace(block, style=replace(block.style, column=column))


def _text(block: GatheredBlock) -> str:
    return block.text if isinstance(block, Gathered) else ""
