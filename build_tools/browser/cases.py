"""Where the case of letters counts in a pattern: written out letter by letter, or told once by a flag where it never does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from re import _constants as sre  # type: ignore[attr-defined]  # the parser of ``re`` has no public name
from typing import Any

Item = tuple[Any, Any]
"""One operation of a parsed pattern, with its argument."""
Tree = Any
"""A parsed pattern: its items, one after another."""


def within(item: Item) -> Iterable[Item]:
    """The items right inside an item."""
    operation, argument = item
    match operation:
        case sre.IN:
            return tuple(argument)
        case sre.BRANCH:
            return (one for branch in argument[1] for one in branch)
        case sre.SUBPATTERN:
            return tuple(argument[3])
        case sre.MAX_REPEAT | sre.MIN_REPEAT:
            return tuple(argument[2])
        case sre.ASSERT | sre.ASSERT_NOT:
            return tuple(argument[1])
    return ()


def folded(fold: bool, group: tuple[Any, ...]) -> bool:
    """Whether both cases will do inside a group, which may say so itself ("(?i:…)", "(?-i:…)")."""
    _, added, removed, _ = group
    return (fold or bool(added & re.IGNORECASE)) and not removed & re.IGNORECASE


def both_cases(codes: Sequence[int]) -> bool:
    """Whether two letters are the small and the large form of one."""
    one, other = map(chr, codes)
    return one != other and one.lower() == other.lower() and {one, other} == {one.lower(), one.upper()}


def is_either_case(items: list[Item]) -> bool:
    """Whether a class is one letter, small or large."""
    return len(items) == 2 and all(operation is sre.LITERAL for operation, _ in items) and both_cases([code for _, code in items])


def any_case(tree: Tree, fold: bool) -> bool:
    """Whether case counts nowhere in a pattern, so that the flag can say so once; False where no letter is."""
    return {told for item in tree for told in _cased(item, fold)} == {True}


def _cased(item: Item, fold: bool) -> set[bool]:
    """Of the letters of an item, whether they stand for both cases."""
    operation, argument = item
    if operation in (sre.LITERAL, sre.NOT_LITERAL, sre.RANGE):
        first, last = argument if operation is sre.RANGE else (argument, argument)
        return {fold} if any(chr(code).lower() != chr(code).upper() for code in range(first, last + 1)) else set()
    if operation is sre.IN and is_either_case(argument):
        return {True}
    if operation is sre.SUBPATTERN:
        fold = folded(fold, argument)
    return {told for one in within(item) for told in _cased(one, fold)}
