"""Whether two bodies of a letterhead issue a document together: its title says so, or its symbol has the letters of each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.structure.own_name import groups, letters_of

_WORD = re.compile(r"[^\W\d_]+")
_TELLING = 2
"""One letter tells no body."""


def each_in_symbol(number: str | None, bodies: Sequence[str]) -> bool:
    """True where the last groups of a number are the letters of one of ``bodies`` each, in either order, and of no other
    ("03/QCPH-UBND-MTTQ" of an Ủy ban nhân dân and the Mặt trận).

    Of one body the group may only begin as its name does, whose letters it need not follow to the end ("TĐTN" of "TỈNH ĐOÀN SÔNG MƠ").
    """
    told = groups(number)
    if len(bodies) != 2 or len(told) < 2:
        return False
    first, second = told[-2:]
    if first == second or min(len(first), len(second)) < _TELLING:
        return False
    one, other = map(_letters, bodies)
    return any(
        (a in one or b in other) and _bears(one, a) and _bears(other, b) and not _bears(other, a) and not _bears(one, b)
        for a, b in ((first, second), (second, first))
    )


def _bears(letters: str, group: str) -> bool:
    return group in letters or letters.startswith(group[:_TELLING])


def _letters(body: str) -> str:
    """The first letter of each word of a name, without marks; letters that stand for a name are whole."""
    return "".join(map(letters_of, _WORD.findall(body)))
