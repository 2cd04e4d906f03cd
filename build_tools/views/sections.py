"""What a document states and is related to, in sections: on its page, or, where that would be too long, on pages of their own."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from build_tools.messages import say
from build_tools.views.bar import Head
from build_tools.views.events import Milestone
from build_tools.views.evidence import Related
from build_tools.views.paging import Part, parts
from build_tools.views.relations import RelationGroup
from build_tools.views.statements import CheckRow, States
from build_tools.views.weight import weight
from build_tools.views.wording import part_title

SECTIONS = ("quan-he", "viec-phai-lam", "moc-thoi-gian", "thuat-ngu", "mo-hinh-hay", "so-lieu")
"""By their ids on the page, those that stay on the first page longest first."""
TITLES = {
    "quan-he": "pages.relations.title", "viec-phai-lam": "pages.states.tasks", "moc-thoi-gian": "pages.states.moments",
    "thuat-ngu": "pages.states.terms", "mo-hinh-hay": "pages.states.practices", "so-lieu": "pages.states.figures",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """All sections of one document, or some of them: the others are empty."""

    states: States = field(default_factory=States)
    moments: tuple[Milestone, ...] = ()
    outgoing: tuple[RelationGroup, ...] = ()
    incoming: tuple[RelationGroup, ...] = ()

    @property
    def related(self) -> int:
        """Documents that it cites or that cite it."""
        return sum(len(group.works) for group in (*self.outgoing, *self.incoming))


@dataclass(frozen=True, slots=True)
class SectionPage:
    """One section, or a part of it."""

    path: str
    title: str
    head: Head
    name: str
    said: Said
    part: Part


def only(said: Said, names: Collection[str]) -> Said:
    """The sections ``names``."""
    return without(said, [name for name in SECTIONS if name not in names])


def without(said: Said, names: Collection[str]) -> Said:
    """All but the sections ``names``."""
    states = replace(
        said.states,
        tasks=() if "viec-phai-lam" in names else said.states.tasks,
        figures=() if "so-lieu" in names else said.states.figures,
        checks=() if "so-lieu" in names else said.states.checks,
        practices=() if "mo-hinh-hay" in names else said.states.practices,
        terms=() if "thuat-ngu" in names else said.states.terms,
    )
    outgoing, incoming = ((), ()) if "quan-he" in names else (said.outgoing, said.incoming)
    return Said(states, () if "moc-thoi-gian" in names else said.moments, outgoing, incoming)


def count(said: Said, name: str) -> int:
    """The entries of a section."""
    return said.related if name == "quan-he" else len(_items(said, name))


def section_pages(name: str, said: Said, head: Callable[[str], Head], path: str) -> Iterator[SectionPage]:
    """The pages of the section ``name``, the only one of ``said``; arithmetic that was checked goes with the first of its figures."""
    for part, items in parts(path, _items(said, name), weigh=_weight):
        here = part.page(path)
        top = head(here)
        title = part_title(f"{top.name} – {say(TITLES[name]).lower()}", part.number)
        chosen = _of(name, items, said.states.checks if part.number == 1 else ())
        yield SectionPage(here, title, top, name, chosen, part)


def _items(said: Said, name: str) -> tuple[object, ...]:
    if name == "quan-he":
        pairs = [(True, group) for group in said.outgoing] + [(False, group) for group in said.incoming]
        return tuple((active, group, item) for active, group in pairs for item in group.works)
    states = said.states
    return {
        "viec-phai-lam": states.tasks, "so-lieu": states.figures, "mo-hinh-hay": states.practices,
        "thuat-ngu": states.terms, "moc-thoi-gian": said.moments,
    }[name]  # fmt: skip


def _weight(item: Any) -> int:
    """Of a related document without its group, which all of the group share."""
    return weight(item[-1] if isinstance(item, tuple) else item)


def _of(name: str, items: tuple[Any, ...], checks: tuple[CheckRow, ...]) -> Said:
    if name == "moc-thoi-gian":
        return Said(moments=items)
    if name == "quan-he":
        return Said(outgoing=_groups(items, True), incoming=_groups(items, False))
    kept = {"viec-phai-lam": "tasks", "so-lieu": "figures", "mo-hinh-hay": "practices", "thuat-ngu": "terms"}[name]
    chosen: dict[str, Any] = {kept: items, "checks": checks}
    return Said(States(**chosen))


def _groups(items: tuple[tuple[bool, RelationGroup, Related], ...], active: bool) -> tuple[RelationGroup, ...]:
    named: dict[str, tuple[RelationGroup, list[Related]]] = {}
    for side, group, item in items:
        if side is active:
            named.setdefault(group.id, (group, []))[1].append(item)
    return tuple(replace(group, works=tuple(works)) for group, works in named.values())
