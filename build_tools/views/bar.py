"""What stands at the top of every page of one document: the way to it, its name, and the bar with its contents and its other pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from build_tools.messages import say
from build_tools.model.register import Work
from build_tools.views import addresses
from build_tools.views.lookup import Lookup
from build_tools.views.pieces import Link
from build_tools.views.weight import weight

FULL = 40_000
"""Weight of a contents that every page of a long text shows whole."""
OTHERS = 20_000
"""Where it is more: weight of what is shown of the other parts, the outermost headings first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents; ``level`` counts from 0."""

    level: int
    link: Link


@dataclass(frozen=True, slots=True)
class Head:
    """``cut``: the contents of other parts are on their own pages; ``many``: too many lines to stand at the side as well."""

    name: str
    type_name: str
    number: str
    rest: str
    way: tuple[Link, ...]
    contents: tuple[Entry, ...] = ()
    tabs: tuple[Link, ...] = ()
    notes: Link | None = None
    cut: bool = False
    many: bool = False


def head(work: Work, lookup: Lookup, here: str, tabs: Mapping[str, tuple[str, str]], notes: int = 0) -> Head:
    """The head of the page ``here``. ``tabs``: id of a section → the page it is on, and its words; ``notes``: footnotes on this page."""
    name = lookup.name(work)
    before, _, rest = name.partition(work.number) if work.number else (name, "", "")
    contents, cut = _contents(work.id, lookup, here)
    return Head(
        name=name, type_name=before, number=work.number or "", rest=rest, way=_way(work, lookup), contents=contents,
        tabs=tuple(Link(words, page, anchor) for anchor, (page, words) in tabs.items()),
        notes=Link(say("pages.work.footnotes", count=notes), here, "chu-thich") if notes else None,
        cut=cut, many=len(contents) > 100,
    )  # fmt: skip


def _contents(work: str, lookup: Lookup, here: str) -> tuple[tuple[Entry, ...], bool]:
    """All lines, or those of this page and the outermost of the others."""
    if work not in lookup.documents:
        return (), False
    entries = tuple(
        Entry(entry.level, Link(entry.text, lookup.page(work, entry.anchor), entry.anchor)) for entry in lookup.outlines[work].contents
    )
    if len(entries) < 2:
        entries = ()
    if weight(entries) <= FULL:
        return entries, False
    firsts = set({entry.link.page: at for at, entry in reversed(list(enumerate(entries)))}.values())
    for level in range(max(entry.level for entry in entries), -1, -1):
        shown = tuple(entry for at, entry in enumerate(entries) if entry.link.page == here or entry.level <= level or at in firsts)
        if sum(weight(entry) for entry in shown if entry.link.page != here) <= OTHERS:
            return shown, True
    return tuple(entry for at, entry in enumerate(entries) if entry.link.page == here or at in firsts), True


def _way(work: Work, lookup: Lookup) -> tuple[Link, ...]:
    """The way from the home page down to the document."""
    issuer = lookup.issuer(work)
    home, kind = Link(say("pages.home.title"), addresses.HOME), Link(lookup.type_name(work), addresses.document_type(work.type))
    return (home, kind, *((Link(issuer.name, addresses.issuer(issuer.id)),) if issuer else ()))
