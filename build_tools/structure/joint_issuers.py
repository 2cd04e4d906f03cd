"""Whether two bodies of a letterhead issue a document together: its title says so, or its symbol has the letters of each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.structure.own_name import groups, letters_of

_WORD = re.compile(r"[^\W\d_]+")


def each_in_symbol(number: str | None, bodies: Sequence[str]) -> bool:
    """True where the last groups of a number are the letters of one of ``bodies`` each, in either order, and of no other
    ("03/QCPH-UBND-MTTQ" of an Ủy ban nhân dân and the Mặt trận)."""
    told = groups(number)
    if len(bodies) != 2 or len(told) < 2:
        return False
    first, second = told[-2:]
    one, other = map(_letters, bodies)
    apart = first != second and min(len(first), len(second)) > 1
    return apart and any(a in one and b in other and a not in other and b not in one for a, b in ((first, second), (second, first)))


def _letters(body: str) -> str:
    """The first letter of each word of a name, without marks; letters that stand for a name are whole."""
    return "".join(map(letters_of, _WORD.findall(body)))
