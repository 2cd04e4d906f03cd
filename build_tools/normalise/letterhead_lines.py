"""The lines of a letterhead that say whose paper it is: each may name a body of its own, so none is joined to the one above it here.

Which lines are one name and which are two is told by what else the heading says (``structure.letterhead``), which is not read yet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.lexicon.letterhead import BLANK_NUMBER, NAME_GOES_ON, NUMBER
from build_tools.lexicon.words import any_word
from build_tools.normalise.furniture import is_rule
from build_tools.normalise.lines import Line
from build_tools.normalise.starts import is_capitals, is_type

_MOST = 8
"""A letterhead names fewer bodies, each over a few lines."""
_NATION = re.compile(any_word("nation", "party", first=2))
"""How the name above the date begins: in a narrow column it goes on in the next line."""


def letterhead_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Which of ``lines`` may begin a body's name: those above the number's line or the nation's name, all in capitals, but for a line that
    goes on with the name above it. None where other lines stand among them."""
    found: set[int] = set()
    for at, line in enumerate(lines[:_MOST]):
        if NUMBER.match(line.text) or BLANK_NUMBER.match(line.text) or _NATION.match(line.text):
            return frozenset(found)
        if is_rule(line.text):
            continue
        if not is_capitals(line.text) or is_type(line.text):
            break
        if not NAME_GOES_ON.match(line.text):
            found.add(at)
    return frozenset()
