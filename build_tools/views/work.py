"""One page a document: its identity, its text if the site has it, what it states, what it rests on and what rests on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from build_tools.lexicon.relations import relation
from build_tools.lexicon.scopes import EXPIRED, PARTLY, ends
from build_tools.messages import say
from build_tools.messages.doubts import doubt_words
from build_tools.model.document import Clean
from build_tools.model.register import Work
from build_tools.model.site import Edge, SiteDocument
from build_tools.views import addresses, events, listing, relations
from build_tools.views.body import body
from build_tools.views.chains import work_chain
from build_tools.views.kinds import PageKind
from build_tools.views.listing import year_of
from build_tools.views.lookup import Lookup
from build_tools.views.outline import ContentsEntry
from build_tools.views.pieces import Flow, Link, SourceLine, When
from build_tools.views.statements import States, states
from build_tools.views.wording import dated, file_size, shorten, source_line, when

NOTE = 120
"""Characters of a footnote that the list of all shows."""


@dataclass(frozen=True, slots=True)
class DateFact:
    """A date of issue with those who give it; several are a conflict."""

    when: When
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """The identity card. Empty values are left out of the page."""

    type: Link
    number: str
    names: tuple[str, ...]
    dates: tuple[DateFact, ...]
    date_sources: tuple[SourceLine, ...]
    place: str
    issuer: Link | None
    issuer_text: str
    parent: str
    term: str
    signer: str
    signer_title: str
    authority: str
    addressees: tuple[str, ...]
    recipients: tuple[str, ...]
    themes: tuple[Link, ...]
    year: Link
    effective: When | None
    expires: When | None
    sources: tuple[SourceLine, ...]
    note: str
    shared_number: Link | None
    original: Link | None = None


@dataclass(frozen=True, slots=True)
class ChainStep:
    """One document of a chain: from its date until what came after it, with who says so. ``here``: it is the page's own."""

    link: Link
    since: When | None
    until: When | None
    here: bool
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class Announced:
    """A document lists this one among those that have expired: whole or in part, since when, for which reason, and where it says so."""

    partly: bool
    by: Link
    issuer: str
    issued: When | None
    since: When | None
    reason: str
    place: Link


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of later documents: successors with sources, as of a day. Never "in force".

    ``now``: what stands at the end of the known chain, where that is not what ended the work itself.
    """

    ended_by: tuple[tuple[relations.Related, relations.Fact], ...]
    changed_by: tuple[tuple[relations.Related, relations.Fact], ...]
    chain: tuple[ChainStep, ...]
    as_of: str
    now: tuple[Link, ...] = ()
    announced: tuple[Announced, ...] = ()


@dataclass(frozen=True, slots=True)
class ReplacedCited:
    """A citation of an instrument that had been replaced before; ``ended`` says how ("được thay thế", "bị bãi bỏ")."""

    ended: str
    document: Link
    cited: Link
    replaced_by: Link
    replaced_on: When
    cited_on: When
    place: Link
    sentence: str
    sources: tuple[SourceLine, ...]


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
        _card(work, document, lookup),
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


def _card(work: Work, document: SiteDocument | None, lookup: Lookup) -> Card:
    header = document.document.header if document else None
    signature = header.signature if header else None
    issuer = lookup.issuer(work)
    name = lookup.issuer_name(work)
    year = year_of(work)
    number = lookup.shared_number_of.get(work.id)
    themes = [theme for theme in dict.fromkeys((*work.themes, *(document.themes if document else ()))) if theme in lookup.themes]
    sources = (*work.sources, *(document.sources if document else ()))
    listed = set(map(source_line, sources))
    effective, expires = (document.statements.effective_on, document.statements.expires_on) if document else (None, None)
    return Card(
        type=Link(lookup.type_name(work), addresses.document_type(work.type)),
        number=work.number or "",
        names=tuple(name for name in work.names if name != lookup.name(work)),
        dates=date_facts(work),
        date_sources=tuple(item for claim in work.dates for item in map(source_line, claim.sources) if item not in listed),
        place=(header.place if header else None) or "",
        issuer=Link(name, addresses.issuer(issuer.id)) if issuer else None,
        issuer_text=name or (header.issuing_body or header.issuer or "" if header else ""),
        parent=(header.parent if header else None) or "",
        term=work.term or "",
        signer=(signature.signer if signature else None) or "",
        signer_title=(signature.title if signature else None) or "",
        authority=(signature.authority if signature else None) or "",
        addressees=header.addressees if header else (),
        recipients=header.recipients if header else (),
        themes=tuple(Link(lookup.themes[theme].name, addresses.theme(theme)) for theme in themes),
        year=Link(say("pages.years.one", year=year) if year.isdigit() else say("pages.years.unknown"), addresses.year(year)),
        effective=when(effective) if effective else None,
        expires=when(expires) if expires else None,
        sources=tuple(dict.fromkeys(map(source_line, sources))),
        note=work.note or "",
        shared_number=Link(number, addresses.shared_number(number)) if number else None,
        original=_download(document) if document else None,
    )


def _download(document: SiteDocument) -> Link | None:
    """The link to the original file, with its kind and size; plain text has no properties that could have been taken out."""
    original = document.original
    if original is None:
        return None
    key = "pages.original.plain" if original.ending == "txt" else "pages.original.cleaned"
    text = say(key, ending=original.ending, size=file_size(original.size))
    return Link(text, addresses.original(document.work, original.ending))


def standing(work: Work, lookup: Lookup) -> Standing:
    """Successors and the whole chain of replacement, oldest first, as far as it is not split."""
    found = tuple(relations.facts(relations.incoming(work.id, lookup)))
    chain = replacement_chain(work.id, lookup)
    return Standing(
        tuple((item, fact) for item, fact in found if fact.whole),
        tuple((item, fact) for item, fact in found if fact.relation.changes and not fact.whole),
        tuple(_step(item, work.id, lookup) for item in chain) if len(chain) > 1 else (),
        dated(lookup.site.as_of) if lookup.site.as_of else "",
        ended.now if (ended := listing.ended(work.id, lookup)) else (),
        tuple(_announced(work.id, lookup)),
    )


def _step(item: str, here: str, lookup: Lookup) -> ChainStep:
    """A document of a chain with its period; the end is the earliest day on which it is said to have been ended."""
    ending = [edge for edge in lookup.incoming.get(item, ()) if ends(edge.predicate, edge.scope) and edge.source in lookup.works]
    days = [day for edge in ending if (day := edge.date or lookup.date(lookup.works[edge.source]))]
    sources = dict.fromkeys(source_line(source) for edge in ending for source in edge.sources)
    return ChainStep(lookup.link(item), _date(item, lookup), when(min(days)) if days else None, item == here, tuple(sources))


def _announced(work: str, lookup: Lookup) -> Iterator[Announced]:
    """What other documents tell of its end, each document once."""
    told: set[tuple[str, str]] = set()
    for edge in lookup.incoming.get(work, ()):
        scope = edge.scope
        if scope is None or scope.kind not in (EXPIRED, PARTLY) or edge.source not in lookup.works or (edge.source, scope.kind) in told:
            continue
        told.add((edge.source, scope.kind))
        yield Announced(
            scope.kind == PARTLY,
            lookup.link(edge.source),
            lookup.issuer_name(lookup.works[edge.source]),
            _date(edge.source, lookup),
            when(scope.start) if scope.start else None,
            scope.words,
            lookup.link(edge.source, edge.node_id or "", lookup.place(edge.source, edge.node_id)),
        )


def replacement_chain(work: str, lookup: Lookup) -> tuple[str, ...]:
    """Every work joined to this one by replacement or continuation, oldest first; safe against circles."""
    seen, front = {work}, [work]
    while front:
        here = front.pop()
        near = [edge.target for edge in lookup.outgoing.get(here, ()) if _chains(edge)]
        near += [edge.source for edge in lookup.incoming.get(here, ()) if _chains(edge)]
        for other in near:
            if other in lookup.works and other not in seen:
                seen.add(other)
                front.append(other)
    return tuple(sorted(seen, key=lambda item: (_order(item, lookup), item)))


def _chains(edge: Edge) -> bool:
    """Whether an edge joins two works of a chain: a part that was replaced does not."""
    row = relation(edge.predicate)
    return row.chains(bool(edge.sources)) and (not row.ends or ends(edge.predicate, edge.scope))


def _order(identifier: str, lookup: Lookup) -> str:
    work = lookup.works[identifier]
    return min((claim.date for claim in work.dates), default="9999")


def _date(identifier: str, lookup: Lookup) -> When | None:
    date = lookup.date(lookup.works[identifier])
    return when(date) if date else None


def warnings(work: str, lookup: Lookup) -> tuple[ReplacedCited, ...]:
    """Citations in ``work`` of instruments that had been replaced before."""
    return tuple(
        ReplacedCited(
            relation(item.predicate).ended,
            lookup.link(work),
            lookup.link(item.cited),
            lookup.link(item.replaced_by),
            when(item.replaced_on),
            when(item.cited_on),
            lookup.link(work, item.node_id, lookup.place(work, item.node_id)),
            "".join(relations.around(item.sentence, lookup.works[item.cited].number or "")),
            tuple(map(source_line, item.sources)),
        )
        for item in lookup.site.warned
        if item.document == work and item.cited in lookup.works and item.replaced_by in lookup.works
    )


def to_confirm(clean: Clean) -> tuple[str, ...]:
    """What recognition was unsure of, as far as the published text still has it (what was masked there is not told here)."""
    return tuple(doubt_words(doubt) for doubt in clean.confirm if doubt.text in clean.text)


def date_facts(work: Work) -> tuple[DateFact, ...]:
    """Each date of issue that sources give."""
    return tuple(DateFact(when(claim.date), tuple(map(source_line, claim.sources))) for claim in work.dates)


def _pages(lookup: Lookup) -> Iterator[WorkPage]:
    return (work_page(work, lookup) for work in lookup.site.works)


KIND = PageKind(_pages, {WorkPage: "work.md.j2"})
