"""Names as keys: an order in which numbers count as numbers, and ids that no two names share."""

from __future__ import annotations

import re
from collections.abc import Iterable

from build_tools.lexicon.keys import fold


def natural(text: str) -> tuple[tuple[int, str], ...]:
    """A key by which numbers in a text are ordered as numbers.

    >>> sorted(["số 12", "số 9"], key=natural)
    ['số 9', 'số 12']
    """
    return tuple((int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", text))


def unique_ids(prefix: str, names: Iterable[str]) -> dict[str, str]:
    """Name → an ASCII id made of its letters; names that would share one get a number behind.

    >>> unique_ids("tn", ["DU", "ĐU"])
    {'DU': 'tn-du', 'ĐU': 'tn-du-2'}
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        plain = "".join(char if char.isascii() and char.isalnum() else " " for char in fold(name))
        base = "-".join([prefix, *plain.split()])[:80]
        identifier, number = base, 1
        while identifier in taken:
            number += 1
            identifier = f"{base}-{number}"
        taken.add(identifier)
        found[name] = identifier
    return found
