"""The pages of a document: its identity, its text if the site has it, what it states, what it rests on and what rests on it.

One page, as long as that is no heavier than a page may be. Else the text is read in parts, and each section that does not fit on the first
page has pages of its own. Each part can be printed; all of them at once are gathered by the page's script, where the site is served.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from build_tools.messages import say
from build_tools.model.register import Work
from build_tools.views import addresses, events, relations
from build_tools.views.attachments import AttachmentRow, attachment_rows
from build_tools.views.bar import Head, head
from build_tools.views.body import body
from build_tools.views.card import Card, card
from build_tools.views.chains import work_chain
from build_tools.views.kinds import Each, PageKind
from build_tools.views.lookup import Lookup
from build_tools.views.pieces import Flow, Link
from build_tools.views.reading import Reading, cited_by, cut_flow, fitting, reading, steps
from build_tools.views.sections import SECTIONS, Said, SectionPage, count, only, section_pages, without
from build_tools.views.standing import ReplacedCited, Standing, standing, warnings
from build_tools.views.statements import states
from build_tools.views.weight import weight
from build_tools.views.wording import part_title

PAGE = 165_000
"""Weight of what the page of a document may hold, its head left out."""

BESIDE = 6
"""So many directives that a report answers are linked."""


@dataclass(frozen=True, slots=True)
class WorkPage:
    """The first page of a document, or, where that is all there is, its only one.

    ``kind`` None: the text is not on the site. ``away``: sections that have pages of their own.
    """

    path: str
    title: str
    head: Head
    subject: str
    description: str
    kind: Literal["full", "digest"] | None
    card: Card
    standing: Standing
    warnings: tuple[ReplacedCited, ...]
    reading: Reading | None
    notes: tuple[str, ...]
    said: Said
    chain: Link | None = None
    attachments: tuple[AttachmentRow, ...] = ()
    beside: tuple[Link, ...] = ()
    """Where the reports that answer its tasks, or the directives that it answers, stand beside it."""
    away: tuple[tuple[str, Link], ...] = ()


@dataclass(frozen=True, slots=True)
class PartPage:
    """A further part of a long text."""

    path: str
    title: str
    head: Head
    subject: str
    kind: Literal["full", "digest"]
    reading: Reading


def work_page(work: Work, lookup: Lookup) -> WorkPage:
    """Everything about ``work`` on one page, however long."""
    document = lookup.documents.get(work.id)
    here = addresses.work(work.id)
    said = Said(
        states(document, lookup),
        events.ordered((*events.of_work(work, lookup), *events.of_end(work, lookup), *events.of_text(work.id, lookup))),
        relations.outgoing(work.id, lookup),
        relations.incoming(work.id, lookup),
    )
    text = reading(work, document, body(document, lookup), lookup) if document else None
    return WorkPage(
        path=here,
        title=lookup.name(work),
        head=_head(work, lookup, here, said, {}, text),
        subject=work.subject,
        description=lookup.summary(work),
        kind=document.kind if document else None,
        card=card(work, document, lookup),
        standing=standing(work, lookup),
        warnings=warnings(work.id, lookup),
        reading=text,
        notes=document.notes if document else (),
        said=said,
        chain=Link(say("pages.chain.entry"), addresses.work_chain(work.id)) if work_chain(work.id, lookup) else None,
        attachments=attachment_rows(document, lookup) if document else (),
        beside=beside(work.id, lookup),
    )


def beside(work: str, lookup: Lookup) -> tuple[Link, ...]:
    """The page of reports that answer a directive; the pages that hold a report against each of its directives, up to ``BESIDE``."""
    pairs = lookup.answered.get(work, ())
    answering = [pair for pair in pairs if pair.directive == work]
    links = [Link(say("reports.coverage.entry", count=len(answering)), addresses.coverage(work))] if answering else []
    links += [
        Link(
            say("reports.coverage.answers", directive=lookup.name(lookup.works[pair.directive])),
            addresses.coverage_of(pair.directive, work),
        )
        for pair in pairs[:BESIDE]
        if pair.report == work
    ]
    return tuple(links)


def work_pages(work: Work, lookup: Lookup) -> Iterator[WorkPage | PartPage | SectionPage]:
    """The one page of ``work``, or all of its pages."""
    all_ = work_page(work, lookup)
    if work.id not in lookup.divided and weight(all_) <= PAGE:
        yield all_
        return
    divided, text = lookup.divided.get(work.id), all_.reading
    flows = cut_flow(text.flow, divided) if text and divided else (text.flow,) if text else ()
    first = replace(all_, reading=replace(text, flow=flows[0]) if text else None)
    away = tuple(_away(first, weight(only(all_.said, ()))))
    pages = {name: addresses.section(work.id, name) for name in away}
    elsewhere = Link(say("pages.relations.all"), pages["quan-he"], "quan-he") if "quan-he" in pages else None

    def part(number: int, flow: tuple[Flow, ...]) -> Reading:
        shown = reading(work, lookup.documents[work.id], flow, lookup)
        found = cited_by(flow, (*all_.said.outgoing, *all_.said.incoming)) if number > 1 or elsewhere else ()
        cited, more = fitting(found, elsewhere or Link(say("pages.relations.all"), all_.path, "quan-he"))
        return replace(shown, cited=cited, more_cited=more, steps=steps(work.id, lookup, number))

    texts = [part(number, flow) for number, flow in enumerate(flows, 1)]
    yield replace(
        first,
        head=_head(work, lookup, all_.path, all_.said, pages, texts[0] if texts else None),
        reading=texts[0] if texts else None,
        said=without(all_.said, away),
        away=tuple((name, Link(say("pages.work.away", count=count(all_.said, name)), page)) for name, page in pages.items()),
    )
    for number, shown in enumerate(texts[1:], 2):
        page = lookup.divided[work.id].pages[number - 1]
        name = part_title(all_.title, number)
        yield PartPage(page, name, _head(work, lookup, page, all_.said, pages, shown), work.subject, shown.kind, shown)
    for name in away:
        top = partial(_head, work, lookup, said=all_.said, pages=pages, text=None)
        yield from section_pages(name, only(all_.said, (name,)), top, pages[name])


def _head(work: Work, lookup: Lookup, here: str, said: Said, pages: Mapping[str, str], text: Reading | None) -> Head:
    """The head of the page ``here``; ``pages``: id of a section → its own page."""
    document = lookup.documents.get(work.id)
    beside = len(document.attachments) if document else 0
    first = addresses.work(work.id)
    words = {
        "noi-dung": say("pages.bar.text") if work.id in lookup.documents else "",
        "tep-kem": say("pages.bar.attachments", count=beside) if beside else "",
        "viec-phai-lam": say("pages.bar.tasks") if said.states.tasks else "",
        "so-lieu": say("pages.bar.figures") if said.states.figures else "",
        "quan-he": say("pages.bar.relations", count=said.related),
        "moc-thoi-gian": say("pages.bar.timeline") if said.moments else "",
    }
    tabs = {name: (pages.get(name, first), shown) for name, shown in words.items() if shown}
    return head(work, lookup, here, tabs, len(text.footnotes) if text else 0)


def _away(page: WorkPage, base: int) -> Iterator[str]:
    """The sections that do not fit on the first page, in the order of ``SECTIONS``: the first of these stay as long as there is room."""
    room = PAGE - weight(replace(page, said=without(page.said, SECTIONS))) + base
    for name in SECTIONS:
        need = weight(only(page.said, (name,))) - base
        if need > max(room, 0):
            yield name
        else:
            room -= need


def _works(lookup: Lookup) -> Iterator[str]:
    return (work.id for work in lookup.site.works)


def _pages(key: str, lookup: Lookup) -> Iterator[WorkPage | PartPage | SectionPage]:
    return work_pages(lookup.works[key], lookup)


KIND = PageKind(Each(_works, _pages), {WorkPage: "work.md.j2", PartPage: "work_part.md.j2", SectionPage: "work_section.md.j2"})
