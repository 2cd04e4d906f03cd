"""The frame that the theme puts around a page, learnt once for all pages that have the same one.

The theme's template is rendered with signs in the place of a page's own words, and the words of each page are put there afterwards. What
else differs from page to page (how deep it lies, whether its navigation is hidden) tells one sort of pages from another. Each frame is
proved on a real page of its sort: where it does not give the very bytes of the template, the template is asked for each.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from markupsafe import Markup, escape

from build_tools.publish.dialect import Heading
from build_tools.publish.links import seen_in
from build_tools.publish.standing import Seen

_SIGN = re.compile("\ue000([^\ue001]*)\ue001")
_HTML = "<h1"
"""The sign of a page's own HTML says that it has a title, as the theme wants to know."""
ITEM = "partials/toc-item.html"
"""The theme's template of an entry of the contents."""


class _Sign(str):
    """Stands for a word of a page; where it is escaped it stands for the escaped word."""

    def __new__(cls, name: str) -> _Sign:
        return super().__new__(cls, f"\ue000{name}\ue001")

    def __html__(self) -> str:
        return f"\ue000{self[1:-1]} quoted\ue001"


class Inside(NamedTuple):
    """What a page brings: ``title`` and ``description`` of its head, its full address, its text as HTML, the headings of its contents."""

    title: str
    description: str
    address: str
    html: str
    headings: Sequence[Heading]


@dataclass(slots=True)
class Entry:
    """A heading with those below it, as the theme asks for it."""

    title: str
    id: str
    level: int
    children: list[Entry] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Its address on the page."""
        return f"#{self.id}"


def nested(headings: Iterable[Heading]) -> list[Entry]:
    """Headings as a tree: each below the nearest one before it of a higher rank."""
    top: list[Entry] = []
    above: list[Entry] = []
    for heading in headings:
        entry = Entry(heading.name, heading.id, heading.level)
        while above and above[-1].level >= heading.level:
            above.pop()
        (above[-1].children if above else top).append(entry)
        above.append(entry)
    return top


class Whole(NamedTuple):
    """A page as it stands in the site, with its ids and links."""

    text: str
    seen: Seen


class Frame:
    """Of one sort of pages. ``render`` gives the whole page for a head, an address, HTML and contents; ``item`` one entry of contents.

    Raises ``ValueError`` where the theme does with them what is not known here.
    """

    def __init__(self, render: Callable[[Inside, list[Entry]], str], item: Callable[[Entry], str], address: bool, contents: bool) -> None:
        self.item = _Item(item)
        inside = Inside(_Sign("title"), _Sign("description"), _Sign("address") if address else "", _Sign(_HTML), ())
        entries = [Entry(_Sign("one"), _Sign("first"), 2), Entry(_Sign("two"), "second", 2)] if contents else []
        whole = render(inside, entries)
        if contents:
            listed = [self.item(entry) for entry in entries]
            before, self.between, after = _around(whole, *listed)
            whole = f"{before}\ue000contents\ue001{after}"
        self.before, own, self.after = whole.partition(str(_Sign(_HTML)))
        if not own or _HTML in self.after:
            raise ValueError(_HTML)
        self.parts = tuple(_SIGN.split(part) for part in (self.before, self.after))
        self.seen = tuple(seen_in(part.encode()) for part in (self.before, self.after))

    def __call__(self, inside: Inside) -> Whole:
        """One page in this frame."""
        words = {"title": inside.title, "description": inside.description, "address": inside.address}
        words |= {f"{name} quoted": str(escape(word)) for name, word in words.items()}
        if inside.headings:
            words["first"] = inside.headings[0].id
            words["contents"] = self.between.join(map(self.item, nested(inside.headings)))
        before, after = ("".join(words[part] if at % 2 else part for at, part in enumerate(parts)) for parts in self.parts)
        own = seen_in(inside.html.encode())
        linked = [
            *(_SIGN.sub(lambda match: words[match[1]], link) for link in self.seen[0].linked if "address" not in link),
            *(f"#{heading.id}" for heading in inside.headings),
            *own.linked,
            *self.seen[1].linked,
        ]
        places = (*self.seen[0].places, *own.places, *self.seen[1].places)
        return Whole(f"{before}{inside.html}{after}", Seen.of(places, linked))


class _Item:
    """An entry of the contents, as the theme's template writes it."""

    def __init__(self, render: Callable[[Entry], str]) -> None:
        one, two = Entry(_Sign("title"), _Sign("id"), 3), Entry("two", "two", 3)
        self.lone = _SIGN.split(render(one))
        # an entry's first child is told from the entry itself by its plain words
        first = Entry("one", "one", 3)
        whole = render(Entry(_Sign("title"), _Sign("id"), 2, [first, two]))
        before, self.between, after = _around(whole, render(first), render(two))
        self.before, self.after = _SIGN.split(before), _SIGN.split(after)

    def __call__(self, entry: Entry) -> str:
        words = {"title": str(entry.title), "id": entry.id}
        if not entry.children:
            return _filled(self.lone, words)
        words["title quoted"] = str(escape(Markup(str(entry.title)).striptags()))
        return _filled(self.before, words) + self.between.join(map(self, entry.children)) + _filled(self.after, words)


def _filled(parts: Sequence[str], words: dict[str, str]) -> str:
    return "".join(words[part] if at % 2 else part for at, part in enumerate(parts))


def _around(whole: str, one: str, two: str) -> tuple[str, str, str]:
    """What stands before, between and after two texts."""
    before, first, rest = whole.partition(one)
    between, second, after = rest.partition(two)
    if not first or not second:
        raise ValueError(one)
    return before, between, after
