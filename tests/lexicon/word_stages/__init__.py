"""What each list of words does, in one file for each file of lists: the stages that look for its words.

``STAGES``: from a text to whether the words are seen there, for lists of which nothing else may be seen by the same stage; ``LOOSER``:
stages more that also see other lines; ``HOLDS``: what the words of the other lists do in a whole document.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from build_tools.lexicon.words import FILES
from tests.lexicon.word_stages.common import Holds, Stage

OF_FILE = {name: import_module(f"{__name__}.{name}") for name in FILES}


def _told(table: str) -> dict[str, Any]:
    return {row: told for module in OF_FILE.values() for row, told in getattr(module, table, {}).items()}


STAGES: dict[str, tuple[Stage, ...]] = _told("STAGES")
LOOSER: dict[str, tuple[Stage, ...]] = _told("LOOSER")
HOLDS: dict[str, Holds] = _told("HOLDS")
