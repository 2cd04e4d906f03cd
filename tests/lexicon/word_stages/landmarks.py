"""The edges of pages, and lines that go on."""

from __future__ import annotations

from build_tools.normalise import furniture as of_page
from build_tools.normalise import notes, starts
from build_tools.read import layout
from build_tools.read.page import body, columns, furniture, paragraphs
from build_tools.read.web import weights
from build_tools.structure.letterhead import goes_on
from tests.lexicon.word_stages.common import SIGNING, Holds, Stage, folded
from tests.reading import reading_helpers


def opens_note(text: str) -> bool:
    """Whether a numbered line at the foot of a page, no mark or blank line above it, opens a footnote."""
    page = [reading_helpers.line("1. Các bến giữ sổ."), reading_helpers.line(f"1 {text}")]
    notes.mark_notes(page)
    return page[1].opens


STAGES: dict[str, tuple[Stage, ...]] = {
    "motto-cut": (folded(columns.HEADING.search), folded(furniture.OWN.match)),
    "day": (layout.DATED.search, layout.LAYOUT.search, folded(columns.HEADING.search)),
    "month": (layout.DATED.search, layout.LAYOUT.search, folded(columns.HEADING.search)),
    "year": (layout.DATED.search, layout.LAYOUT.search),
    "decides": (weights._MARK.match,),
    "recipients-misread": (layout.RECIPIENTS.match, weights._ENDS.match, SIGNING),
    "signing": (SIGNING,),
    "ordinal-word": (weights._MARK.match,),
    "page": (folded(furniture.PAGE_NUMBER.match),),
    "of-pages": (folded(furniture.PAGE_NUMBER.match),),
    "gazette": (folded(furniture.GAZETTE.match),),
    "stamp-first": (folded(furniture.STAMP_FIRST.match), of_page._STAMP.match),
    "stamp-valid": (folded(furniture.STAMP_FIRST.match), of_page._STAMP.match, of_page._STAMP_LINE.match),
    "stamp": (folded(furniture.STAMP.match), of_page._STAMP_LINE.match),
    "linking": (paragraphs.LINKING.match,),
    "unfinished": (body.GOES_ON.search,),
    "asks-more": (starts.asks,),
    "finished": (starts.FINISHED.search,),
    "asks-number": (body.GOES_ON.search, goes_on._ASKS_NUMBER.search),
}

HOLDS: dict[str, Holds] = {
    "note-tells": lambda row, text: opens_note(text),
}
