"""One page a document: its identity, its text if the site has it, what it states, what it rests on and what rests on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from build_tools.messages import say
from build_tools.messages.doubts import doubt_words
from build_tools.model.document import Clean
from build_tools.model.register import Work
from build_tools.model.site import SiteDocument
from build_tools.views import addresses, events, relations
from build_tools.views.body import body
from build_tools.views.card import Card, card
from build_tools.views.chains import work_chain
from build_tools.views.kinds import PageKind
from build_tools.views.lookup import Lookup
from build_tools.views.outline import ContentsEntry
from build_tools.views.pieces import Flow, Link
from build_tools.views.standing import ReplacedCited, Standing, standing, warnings
from build_tools.views.statements import States, states
from build_tools.views.wording import shorten

NOTE = 120
"""Characters of a footnote that the list of all shows."""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A footnote in the list of all: its mark, its first words, where it stands."""

    label: str
    words: str
    anchor: str


@dataclass(frozen=True, slots=True)
class WorkPage:
    """Everything that the page of one work shows. ``kind`` None: the text is not on the site."""

    path: str
    title: str
    type_name: str
    number: str
    title_rest: str
    subject: str
    description: str
    kind: Literal["full", "digest"] | None
    card: Card
    standing: Standing
    warnings: tuple[ReplacedCited, ...]
    contents: tuple[ContentsEntry, ...]
    flow: tuple[Flow, ...]
    ocr: bool
    confirm: tuple[str, ...]
    notes: tuple[str, ...]
    states: States
    moments: tuple[events.Moment, ...]
    outgoing: tuple[relations.RelationGroup, ...]
    incoming: tuple[relations.RelationGroup, ...]
    ambiguous: int
    unknown: int
    citation: str = ""
    site_name: str = ""
    code: str = ""
    short_url: str = ""
    way: tuple[Link, ...] = ()
    footnotes: tuple[NoteRow, ...] = ()
    chain: Link | None = None

    @property
    def related(self) -> int:
        """Documents that it cites or that cite it."""
        return sum(len(group.works) for group in (*self.outgoing, *self.incoming))


def work_page(work: Work, lookup: Lookup) -> WorkPage:
    """The page of ``work``."""
    document = lookup.documents.get(work.id)
    clean = document.document.clean if document else None
    states_ = [reference.resolution.__class__.__name__ for reference in document.references] if document else []
    name = lookup.name(work)
    head, _, rest = name.partition(work.number) if work.number else (name, "", "")
    return WorkPage(
        addresses.work(work.id),
        name,
        head,
        work.number or "",
        rest,
        work.subject,
        shorten(lookup.preview(work), 300),
        document.kind if document else None,
        card(work, document, lookup),
        standing(work, lookup),
        warnings(work.id, lookup),
        lookup.outlines[work.id].contents if document else (),
        body(document, lookup) if document else (),
        clean is not None and clean.method == "ocr",
        to_confirm(clean) if clean else (),
        document.notes if document else (),
        states(document, lookup),
        events.ordered((*events.of_work(work, lookup), *events.of_end(work, lookup), *events.of_text(work.id, lookup))),
        relations.outgoing(work.id, lookup),
        relations.incoming(work.id, lookup),
        states_.count("Ambiguous"),
        states_.count("Unknown"),
        lookup.citation(work),
        lookup.site.settings.name,
        lookup.codes.get(work.id, ""),
        lookup.short_url(work.id),
        _way(work, lookup),
        _notes(document, lookup) if document else (),
        Link(say("pages.chain.entry"), addresses.work_chain(work.id)) if work_chain(work.id, lookup) else None,
    )


def _way(work: Work, lookup: Lookup) -> tuple[Link, ...]:
    """The way from the home page down to the document."""
    issuer = lookup.issuer(work)
    home, kind = Link(say("pages.home.title"), addresses.HOME), Link(lookup.type_name(work), addresses.document_type(work.type))
    return (home, kind, *((Link(issuer.name, addresses.issuer(issuer.id)),) if issuer else ()))


def _notes(document: SiteDocument, lookup: Lookup) -> tuple[NoteRow, ...]:
    text = document.document.clean.text
    return tuple(
        NoteRow(note.label, shorten(" ".join(note.body.of(text).split()), NOTE), lookup.anchor(document.work, note.node_id))
        for note in document.document.footnotes
        if lookup.anchor(document.work, note.node_id)
    )


def to_confirm(clean: Clean) -> tuple[str, ...]:
    """What recognition was unsure of, as far as the published text still has it (what was masked there is not told here)."""
    return tuple(doubt_words(doubt) for doubt in clean.confirm if doubt.text in clean.text)


def _pages(lookup: Lookup) -> Iterator[WorkPage]:
    return (work_page(work, lookup) for work in lookup.site.works)


KIND = PageKind(_pages, {WorkPage: "work.md.j2"})
