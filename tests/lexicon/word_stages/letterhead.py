"""The lines of letterheads and of signatures."""

from __future__ import annotations

from build_tools.lexicon import letterhead
from build_tools.normalise import starts
from build_tools.read import layout
from build_tools.read.page import columns, furniture, paragraphs
from build_tools.read.web import weights
from build_tools.structure import acting, closing_lines, properties
from build_tools.structure.labels import read_label
from tests.lexicon.word_stages.common import SIGNING, Holds, Stage, folded


def told_day(text: str) -> object:
    """Whether a line states a day and no place."""
    found = letterhead.DATED.match(text)
    return found is not None and not found["place"]


STAGES: dict[str, tuple[Stage, ...]] = {
    "nation": (
        letterhead.NATION.match,
        starts.STRONG.match,
        layout.IN_RIGHT_COLUMN.match,
        weights._ENDS.match,
        folded(columns.MOTTO.match),
    ),
    "party": (letterhead.NATION.match, starts.STRONG.match, layout.IN_RIGHT_COLUMN.match, weights._ENDS.match),
    "union": (letterhead.UNION.match,),
    "motto": (letterhead.NATION.match, starts.STRONG.match, weights._ENDS.match, folded(columns.MOTTO.match)),
    "number": (letterhead.NUMBER.match,),
    "addressees": (letterhead.ADDRESSEES.match, starts.STRONG.match, folded(columns.NEVER.match), folded(furniture.OWN.search)),
    "recipients": (letterhead.RECIPIENTS.match, starts.STRONG.match, layout.RECIPIENTS.match, weights._ENDS.match, SIGNING),
    "authority": (letterhead.AUTHORITY.match, starts.STRONG.match),
    "authority-letters": (letterhead.AUTHORITY.match, starts.STRONG.match),
    "authority-word": (letterhead.AUTHORITY.match,),
    "acting": (letterhead.AUTHORITY.match, starts.STRONG.match),
    "signed": (letterhead.SIGNED.match, layout.LAYOUT.match),
    "asks-name": (closing_lines.ASKS_NAME.match,),
    "attached": (letterhead.ATTACHED.match,),
    "attached-in-brackets": (letterhead.ATTACHED.match,),
    "urgency": (letterhead.URGENCY.match,),
    "collected": (letterhead.COLLECTED.match,),
    "copied": (letterhead.COPIED.match,),
    "certifying": (letterhead.CERTIFIED.match,),
    "session": (letterhead.SESSION.match,),
    **dict.fromkeys(("told-number", "told-type", "told-date", "told-issuer", "told-office", "told-signer"), (properties._PROPERTY.match,)),
    "told-other": (starts.STRONG.match,),
    "about": (letterhead.ABOUT.match, paragraphs.SUBJECT.match),
    "about-word": (letterhead.ABOUT.match,),
    "basis": (letterhead.BASIS.match, paragraphs.START.match, weights._MARK.match),
    "basis-phrase": (letterhead.BASIS.match,),
    "appendix": (letterhead.APPENDIX.match, folded(columns.NEVER.match)),
    "form": (letterhead.FORM.match,),
    "division": (read_label, paragraphs.START.match, weights._MARK.match),
    "article": (read_label, paragraphs.START.match, weights._MARK.match),
    "rank": (letterhead.NAME.match,),
    "operative": (letterhead.OPERATIVE.search,),
    "today": (told_day,),
    "country": (lambda text: letterhead.OF_COUNTRY.match(text.upper()),),
}

LOOSER: dict[str, tuple[Stage, ...]] = {
    "number": (folded(columns.NUMBER.match), paragraphs.NUMBER.match),
    "authority": (layout.BLOCK.match, weights._ENDS.match, SIGNING),
    "authority-letters": (layout.BLOCK.match, weights._ENDS.match, SIGNING),
    "acting": (layout.BLOCK.match,),
    "form": (folded(furniture.OWN.match),),
}
"""Stages that also see other lines: readers go by the place on the page as well."""

HOLDS: dict[str, Holds] = {"acts-by": lambda row, text: acting.acts_by(row.group).search(text) is not None}
