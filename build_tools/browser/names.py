"""The names of a script: short ones, given in the order in which they are asked for."""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Iterable
from typing import Any

from build_tools.browser.calls import BUILT_IN

_RUNTIME = frozenset(
    (
        *("start", "end", "span", "group", "groups", "groupdict", "match", "search", "fullmatch", "finditer", "findall", "split", "sub"),
        *("get", "set", "has", "setdefault", "pop", "update", "keys", "values", "items", "add", "discard", "isdisjoint", "size"),
        *BUILT_IN,
    )
)
"""Methods of what the runtime makes."""


class Names:
    """Names of what the script makes and of the attributes of its objects. ``open``: attributes that are known by their own name."""

    def __init__(self, open: Iterable[str]) -> None:
        self.open = _RUNTIME | frozenset(open)
        self.short: dict[str, str] = {}
        self.count = 0

    def fresh(self) -> str:
        """A further name of the script: none of a variable, which have no "$"."""
        self.count += 1
        return f"${_letters(self.count)}"

    def field(self, name: str) -> str:
        """The name in the script of an attribute: its own where somebody else calls it by that, else a short one."""
        if name in self.open or name.startswith("__"):
            return name
        if name not in self.short:
            self.short[name] = f"_{_letters(len(self.short))}"
        return self.short[name]


class Pieces:
    """Long pieces of patterns that stand in several, each told once. ``often``: those that do (None: any may)."""

    def __init__(self, often: frozenset[str] | None) -> None:
        self.often = often
        self.shared: dict[str, str] = {}
        self.uses: Counter[str] = Counter()
        self.located: set[Any] = set()

    def share(self, text: str) -> str:
        """The name, inside a template, of a long piece of patterns; itself, where it is known to stand but once."""
        self.uses[text] += 1
        if self.often is not None and text not in self.often:
            return text
        name = self.shared.setdefault(text, f"S{_letters(len(self.shared))}")
        return f"${{{name}}}"

    def locate(self, group: Any) -> None:
        """The place of a group is asked for, by its number or name (None: of any)."""
        self.located.add(group)

    def is_located(self, number: int, name: str) -> bool:
        """Whether the place of a group is asked for."""
        return bool(self.located & {number, name, None})


def _letters(number: int) -> str:
    """The ``number``-th of the short names."""
    signs = string.ascii_letters
    many, rest = divmod(number, len(signs))
    return (_letters(many - 1) if many else "") + signs[rest]


__all__ = ["Names", "Pieces"]
