"""What the printers of functions know of the world around one, and the short names that its variables get."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Sequence
from types import ModuleType
from typing import Any, Protocol


class NotTranslatedError(ValueError):
    """A construct that has no counterpart here: where it stands, and what it is."""


class World(Protocol):
    """What a function may name beside its own variables."""

    def named(self, module: ModuleType, name: str) -> Any:
        """The value of a global name."""
        ...

    def value(self, value: Any) -> str:
        """A Python value as JavaScript."""
        ...

    def attribute(self, name: str) -> str:
        """The name in the script of something's attribute, which is asked for from now on."""
        ...

    def locate(self, group: Any) -> None:
        """Take note that the place of a pattern's group is asked for (None: of some group)."""
        ...

    def is_method(self, name: str) -> bool:
        """Whether some class has a method of that name."""
        ...

    def signature(self, method: str) -> inspect.Signature | None:
        """The parameters of the one method of that name; None where there is none, or several differ."""
        ...


Scope = dict[str, str]
"""The variables of a function, or of a part of one: Python's name → the short one in the script."""
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQSTUVWXYZ"
"""What short names are made of; "R" is the runtime, and names that the printer makes itself begin with an underscore."""


def scope_of(names: Iterable[str], around: Sequence[Scope] = ()) -> Scope:
    """Short names for variables, none of which is taken by those ``around``."""
    start = sum(map(len, around))
    return {name: _short(start + index) for index, name in enumerate(dict.fromkeys(names))}


def _short(number: int) -> str:
    many, rest = divmod(number, len(_LETTERS))
    return (_short(many - 1) if many else "") + _LETTERS[rest] + ("_" if many else "")
