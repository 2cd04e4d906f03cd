"""How a text gives a name, or says how words are to be understood."""

from __future__ import annotations

from build_tools.statements import definitions
from tests.lexicon.word_stages.common import Stage

STAGES: dict[str, tuple[Stage, ...]] = {
    "from-here-on": (definitions.ANNOUNCED.search,),
    "not-first": (definitions.JOINED.search,),
    "level-name": (definitions.LEVEL.match,),
    "glossary-head": (definitions.GLOSSARY.search,),
    "calls-how": (definitions.CALLED.search,),
    "opens-named": (lambda text: (found := definitions.SOFT_BREAK.search(text)) and not found["inside"],),
    "tells-how": (lambda text: (found := definitions.SOFT_BREAK.search(text)) and found["inside"],),
    "is-defined": (definitions.ENTRY_NAME.match,),
}
