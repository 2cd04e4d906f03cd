"""Kinds of pages: what makes their models, which templates show them, where the home page leads to them.

Every module of this package that has a ``KIND`` adds one; nothing else lists them. A further kind of page is a module here with its
``KIND``, and its template in ``render/templates``.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import Generic, Protocol, TypeVar

from build_tools.views.lookup import Lookup
from build_tools.views.pieces import Link

Made = TypeVar("Made")


class View(Protocol):
    """The model of one page: a frozen value of plain texts, links and times, with no markup."""

    @property
    def path(self) -> str:
        """The page's path from the root of the pages ("van-ban/x/index.md"); no two pages share one."""
        ...


@dataclass(frozen=True, slots=True)
class Entry:
    """A link to pages of a kind among the "other ways in" of the home page; entries stand in the order of ``place``."""

    place: int
    link: Link


@dataclass(frozen=True, slots=True)
class Each(Generic[Made]):
    """What is made key by key (``of``), each from what it asks of the lookup for that key: that of a key is made anew only where some of
    what it asked is otherwise than in the build before (see ``recorded``)."""

    keys: Callable[[Lookup], Iterable[str]]
    of: Callable[[str, Lookup], Iterable[Made]]

    def __call__(self, lookup: Lookup) -> Iterable[Made]:
        """All of it."""
        return (made for key in self.keys(lookup) for made in self.of(key, lookup))


def each(make: Callable[[Lookup], Iterable[Made]]) -> Each[Made]:
    """What has no keys is made together."""
    return make if isinstance(make, Each) else Each(lambda _: ("",), lambda _, lookup: make(lookup))


@dataclass(frozen=True, slots=True)
class PageKind:
    """``pages`` (an ``Each`` where there are many) makes the models; ``templates`` names the template of each type of model; ``entries``
    are for the home page."""

    pages: Callable[[Lookup], Iterable[View]]
    templates: Mapping[type, str] = field(default_factory=dict)
    entries: Callable[[Lookup], Iterable[Entry]] = lambda _: ()


@cache
def page_kinds() -> tuple[PageKind, ...]:
    """All kinds, in the order of their modules' names."""
    package = import_module(__package__)
    modules = (import_module(f"{__package__}.{found.name}") for found in pkgutil.iter_modules(package.__path__))
    return tuple(kind for module in modules if isinstance(kind := getattr(module, "KIND", None), PageKind))


@cache
def templates() -> Mapping[type, str]:
    """Type of model → name of its template."""
    return {model: name for kind in page_kinds() for model, name in kind.templates.items()}


def entries(lookup: Lookup) -> tuple[Link, ...]:
    """The links of all kinds for the home page."""
    found = [entry for kind in page_kinds() for entry in kind.entries(lookup)]
    return tuple(entry.link for entry in sorted(found, key=lambda entry: (entry.place, entry.link.page)))
