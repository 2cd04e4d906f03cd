"""Is what was read Vietnamese? A text that is none is refused, a doubtful one carries a warning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from build_tools.messages import finding, refusal
from build_tools.model.reading import RawBlock, RawTable, Reading
from build_tools.vietnamese.syllables import sample, share_of, words

DOUBTFUL, REFUSED = 0.85, 0.55
"""Share of valid syllables under which a reading carries a warning, and under which it is refused."""
SURE = 0.95
"""Share of valid syllables in a text file from which its blocks are not counted once more."""
FEW = 8
"""Fewer words than these tell nothing."""


def trusted(reading: Reading, shown: str, told: float) -> Reading:
    """The reading, with a warning where it is doubtful. Raises ``InputError`` where it is no Vietnamese or has no text.

    ``told``: the share of valid syllables in the file as decoded, 0 where nobody counted.
    """
    if told >= SURE and any(text.strip() for text in _texts(reading)):
        return reading
    text = sample("\n".join(_texts(reading)))
    counted = words(text)
    if not text.strip():
        raise refusal("read-no-text", shown)
    share = share_of(counted)
    if counted.total() < FEW or share >= DOUBTFUL:
        return reading
    percent = f"{share:.0%}"
    if share < REFUSED:
        raise refusal("read-not-vietnamese", shown, share=percent, words=counted.total())
    doubt = finding("read-doubtful", shown, share=percent, words=counted.total())
    return replace(reading, diagnostics=(*reading.diagnostics, doubt))


def _texts(reading: Reading) -> Iterator[str]:
    return (text for block in reading.blocks for text in _texts_of(block))


def _texts_of(block: RawBlock) -> list[str]:
    if isinstance(block, RawTable):
        return [text for row in block.rows for cell in row for paragraph in cell.paragraphs if (text := paragraph.text).strip()]
    return [block.text]
