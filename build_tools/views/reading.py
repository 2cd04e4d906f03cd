"""The text of a document on one page, whole or a part, with all that its reader and the page's script need beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from build_tools.messages import say
from build_tools.messages.doubts import doubt_words
from build_tools.model.document import Clean
from build_tools.model.register import Work
from build_tools.model.site import SiteDocument
from build_tools.views import addresses
from build_tools.views.divided import Cut, Divided
from build_tools.views.evidence import Related
from build_tools.views.lookup import Lookup
from build_tools.views.pieces import Cited, Flow, Inline, Line, Link, NoteMark, TableLine
from build_tools.views.questions import question
from build_tools.views.relations import RelationGroup
from build_tools.views.weight import weight
from build_tools.views.wording import dated, shorten

NOTE = 120
"""Characters of a footnote that the list of all shows."""
NAME = 70
"""Characters of a heading by which a part is called."""
CITED = 30_000
"""Weight of the list of what a part cites; what is above it is on the page of relations."""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A footnote in the list of all: its mark, its first words, where it stands."""

    label: str
    words: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Steps:
    """This part among the parts of a long text, counted from 1: links to all, and the file by which old addresses lead on."""

    number: int
    links: tuple[Link, ...]
    map: str

    @property
    def before(self) -> Link | None:
        """The part before it."""
        return self.links[self.number - 2] if self.number > 1 else None

    @property
    def after(self) -> Link | None:
        """The part after it."""
        return self.links[self.number] if self.number < len(self.links) else None


@dataclass(frozen=True, slots=True)
class Reading:
    """``cited``: documents that this page's text cites, where their list is on another page."""

    kind: Literal["full", "digest"]
    flow: tuple[Flow, ...]
    footnotes: tuple[NoteRow, ...]
    ambiguous: bool
    unknown: bool
    citation: str
    site_name: str
    code: str
    short_url: str
    as_of: str
    ocr: bool = False
    confirm: tuple[str, ...] = ()
    cited: tuple[Related, ...] = ()
    more_cited: Link | None = None
    steps: Steps | None = None


def reading(work: Work, document: SiteDocument, flow: tuple[Flow, ...], lookup: Lookup) -> Reading:
    """``flow`` as it stands on one page."""
    clean = document.document.clean
    states = {item.state for item in _citations(flow)}
    return Reading(
        kind=document.kind,
        flow=flow,
        footnotes=_notes(document, flow, lookup),
        ambiguous="ambiguous" in states,
        unknown="unknown" in states,
        citation=lookup.citation(work),
        site_name=lookup.site.settings.name,
        code=lookup.codes.get(work.id, ""),
        short_url=lookup.short_url(work.id),
        as_of=dated(lookup.site.as_of) if lookup.site.as_of else "",
        ocr=clean.method == "ocr",
        confirm=to_confirm(clean),
    )


def cut_flow(flow: Sequence[Flow], divided: Divided) -> tuple[tuple[Flow, ...], ...]:
    """The lines of each part. A table that goes on bears its head again; a note's mark leads to the part that has the note."""
    ends = (*divided.cuts[1:], Cut(len(flow)))
    return tuple(
        _settled(_between(flow, start, end), page, divided) for page, start, end in zip(divided.pages, divided.cuts, ends, strict=True)
    )


def _between(flow: Sequence[Flow], start: Cut, end: Cut) -> tuple[Flow, ...]:
    found: list[Flow] = []
    for at in range(start.line, min(end.line + 1, len(flow))):
        first, last = start.row if at == start.line else 0, end.row if at == end.line else None
        item = flow[at]
        if at == end.line and not end.row:
            break
        found.append(_rows(item, first, last) if isinstance(item, TableLine) and (first or last) else item)
    return tuple(found)


def _rows(table: TableLine, first: int, last: int | None) -> TableLine:
    """Some rows of a table, below its head."""
    if not first:
        return replace(table, rows=table.rows[:last])
    return replace(table, id=f"{table.id}-tu-{first + 1}", rows=(*table.rows[: table.head], *table.rows[first:last]))


def _settled(flow: tuple[Flow, ...], page: str, divided: Divided) -> tuple[Flow, ...]:
    marks = {item.id for line in flow for item in _inlines(line) if isinstance(item, NoteMark)}

    def settle(items: tuple[Inline, ...]) -> tuple[Inline, ...]:
        away = (isinstance(item, NoteMark) and divided.of.get(item.target, page) != page for item in items)
        return tuple(
            replace(item, page=divided.of[item.target]) if far and isinstance(item, NoteMark) else item
            for item, far in zip(items, away, strict=True)
        )

    found: list[Flow] = []
    for line in flow:
        if isinstance(line, Line):
            found.append(replace(line, inlines=settle(line.inlines), back=line.back if line.back in marks else ""))
        else:
            found.append(replace(line, rows=tuple(tuple(replace(cell, inlines=settle(cell.inlines)) for cell in row) for row in line.rows)))
    return tuple(found)


def steps(work: str, lookup: Lookup, number: int) -> Steps | None:
    """Where a part stands among the others; None for a text in one piece. A part is called by the first heading that stands in it."""
    divided = lookup.divided.get(work)
    if divided is None:
        return None
    names = {lookup.page(work, entry.anchor): entry.text for entry in reversed(lookup.outlines[work].contents)}
    links = (Link(_part_name(at, names.get(page, "")), page) for at, page in enumerate(divided.pages, 1))
    return Steps(number, tuple(links), addresses.places(work))


def _part_name(number: int, name: str) -> str:
    return say("pages.work.part", number=number, name=shorten(name, NAME)) if name else say("pages.work.part-bare", number=number)


def cited_by(flow: Sequence[Flow], groups: Iterable[RelationGroup]) -> tuple[Related, ...]:
    """The documents that some lines cite and those said to change them, each once, without sentences: the reader has the text at hand."""
    pages = {page for item in _citations(flow) for page in (addresses.whole(item.link.page), f"{item.link.page}#{item.link.anchor}")}
    pages |= {addresses.whole(change.by.page) for line in flow if isinstance(line, Line) for change in line.changes}
    found = dict[str, Related]()
    for item in (item for group in groups for item in group.works):
        page = item.link.page if item.state == "known" else f"{item.link.page}#{item.link.anchor}"
        if page in pages:
            found.setdefault(page, replace(item, facts=tuple(replace(fact, evidence=()) for fact in item.facts)))
    return tuple(found.values())


def fitting(cited: tuple[Related, ...], more: Link) -> tuple[tuple[Related, ...], Link | None]:
    """As many as a page bears, without their passages if need be; ``more`` leads to the rest."""
    if weight(cited) <= CITED:
        return cited, None
    bare, shown, held = tuple(replace(item, passages=()) for item in cited), list[Related](), 0
    for item in bare:
        held += weight(item)
        if held > CITED:
            return tuple(shown), more
        shown.append(item)
    return bare, None


def _inlines(line: Flow) -> Iterable[Inline]:
    return line.inlines if isinstance(line, Line) else (item for row in line.rows for cell in row for item in cell.inlines)


def _citations(flow: Iterable[Flow]) -> Iterable[Cited]:
    return (item for line in flow for item in _inlines(line) if isinstance(item, Cited))


def _notes(document: SiteDocument, flow: Iterable[Flow], lookup: Lookup) -> tuple[NoteRow, ...]:
    text, here = document.document.clean.text, {line.id for line in flow}
    return tuple(
        NoteRow(note.label, shorten(" ".join(note.body.of(text).split()), NOTE), anchor)
        for note in document.document.footnotes
        if (anchor := lookup.anchor(document.work, note.node_id)) in here and anchor
    )


def to_confirm(clean: Clean) -> tuple[str, ...]:
    """What recognition was unsure of, as far as the published text still has it (what was masked there is not told here)."""
    return tuple(doubt_words(doubt) for doubt in clean.confirm if doubt.text in clean.text)


@question
def unsure_of(work: str, lookup: Lookup) -> tuple[str, ...]:
    """The same of a text of the site."""
    return to_confirm(lookup.documents[work].document.clean)
