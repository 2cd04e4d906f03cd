"""What a person must compare with the picture of a recognised text, in words."""

from __future__ import annotations

from build_tools.messages.catalogue import say
from build_tools.model.reading import Doubt


def doubt_words(doubt: Doubt) -> str:
    """A line of the list that a page, or ``add``, shows.

    >>> doubt_words(Doubt(2, "36/KH-UBND")), doubt_words(Doubt(2, "suối", 41))
    ('trang 2: 36/KH-UBND', 'trang 2: chữ “suối” (độ tin cậy 41 %)')
    """
    if not doubt.page:
        return doubt.text
    if doubt.confidence is None:
        return say("reading.doubt.value", page=doubt.page, text=doubt.text)
    return say("reading.doubt.word", page=doubt.page, text=doubt.text, confidence=doubt.confidence)
