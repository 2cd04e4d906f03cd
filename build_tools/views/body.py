"""The text of a document as lines, tables and notes, with every citation and footnote mark in its place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from build_tools.model.citation import Ambiguous, Reference, Resolved
from build_tools.model.document import Footnote, Node, Paragraph, Table, walk
from build_tools.model.reading import PLAIN
from build_tools.model.site import SiteDocument
from build_tools.model.span import Span
from build_tools.views.letterhead import columns
from build_tools.views.lookup import Lookup
from build_tools.views.order import Heading, Shown, head_rows
from build_tools.views.outline import first_leaf
from build_tools.views.pieces import Break, Change, Cited, Flow, Inline, Line, Link, NoteMark, Role, TableCell, TableLine, Text
from build_tools.views.places import told_by
from build_tools.views.wording import when

PIECE = re.compile(r"[^\n\t]+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text that is more than text."""

    span: Span
    inline: Inline


def body(document: SiteDocument, lookup: Lookup) -> tuple[Flow, ...]:
    """Every line of the document, as its outline has them in order.

    Joining the characters of all lines gives the clean text again, but for what belongs to the paper (``order.of_paper``) and the order
    of notes.
    """
    return _Body(document, lookup).flow()


class _Body:
    def __init__(self, document: SiteDocument, lookup: Lookup) -> None:
        self.document = document.document
        self.lookup = lookup
        self.work = document.work
        self.text = document.document.clean.text
        self.outline = lookup.outlines[document.work]
        self.anchors = self.outline.anchors
        self.columns = columns(document.document)
        self.name = lookup.name(lookup.works[document.work])
        self.marks = self._marks(document)
        self.starts = [mark.span.start for mark in self.marks]
        self.changes = self._changes()

    def flow(self) -> tuple[Flow, ...]:
        return tuple(map(self._line, self.outline.lines))

    def _line(self, shown: Shown) -> Flow:
        line = self._heading(shown.heading) if shown.heading else self._leaf(shown.leaf)
        changes = self.changes.get(shown.leaf.id)
        return replace(line, changes=changes) if changes and isinstance(line, Line) else line

    def _changes(self) -> dict[str, tuple[Change, ...]]:
        """The first leaf of each article → what later documents say of it."""
        known = self.lookup.changes.get(self.work, ())
        if not known:
            return {}
        leaf = {below.id: first_leaf(node).id for node in walk(self.document.root) if node.kind == "article" for below in walk(node)}
        found: defaultdict[str, list[Change]] = defaultdict(list)
        for item in known:
            node = self.lookup.pinpoint(self.work, item.pinpoint)
            if node in leaf and item.by in self.lookup.works:
                place, date = self.lookup.place(self.work, node), self.lookup.date(self.lookup.works[item.by])
                how = item.relation.heading(active=False, part=False)
                at = self.lookup.link(item.by, item.node, self.lookup.place(item.by, item.node))
                issued = when(date) if date else None
                found[leaf[node]].append(Change(place, how[:1].lower() + how[1:], self.lookup.link(item.by), at, item.words, issued))
        return {start: tuple(dict.fromkeys(items)) for start, items in found.items()}

    def _heading(self, heading: Heading) -> Line:
        inlines: list[Inline] = []
        for leaf in heading.leaves:
            inlines += [Break()] if inlines else []
            inlines += self._inlines(leaf.span)
        return Line(
            self.anchors[heading.leaves[0].id], "heading", tuple(inlines), depth=heading.depth, place=self._place(heading.leaves[0])
        )  # fmt: skip

    def _leaf(self, node: Node) -> Flow:
        place = self.outline.places[node.id]
        identifier = self.anchors[node.id]
        block = self.document.clean.blocks[node.block] if node.block is not None else None
        if isinstance(block, Table):
            rows = tuple(
                tuple(TableCell(self._inlines(cell.span), cell.colspan, cell.rowspan, cell.header) for cell in row) for row in block.rows
            )
            return TableLine(identifier, rows, head_rows(block))
        inlines = self._inlines(node.span)
        if node.kind == "footnote":
            return Line(identifier, "note", inlines, place.region, back=self.backs.get(node.id, ""))
        style = block.style if isinstance(block, Paragraph) else PLAIN
        role: Role = "provision" if place.provision else "paragraph"
        depth = max(place.depth, 0)
        said = self._place(node) if place.region == "body" else ""
        return Line(
            id=identifier,
            role=role,
            inlines=inlines,
            region=place.region,
            depth=depth,
            quoted=place.quoted,
            align=style.align,
            bold=style.bold,
            italic=style.italic,
            place=said,
            column=self.columns.get(node.id, ""),
        )

    def _place(self, node: Node) -> str:
        """Where a line stands, in words; nothing for what no numbered place holds, or what its address tells."""
        said = self.lookup.place(self.work, node.id)
        return "" if said in (self.name, told_by(self.anchors.get(node.id, ""))) else said

    def _inlines(self, span: Span) -> tuple[Inline, ...]:
        """The characters of ``span``, cut at marks. A mark that begins inside another one is left out."""
        found: list[Inline] = []
        at = span.start
        for mark in self.marks[bisect_left(self.starts, span.start) :]:
            if mark.span.start >= span.end:
                break
            if mark.span.start < at or mark.span.end > span.end:
                continue
            if mark.span.start > at:
                found.append(Text(self.text[at : mark.span.start]))
            found.append(mark.inline)
            at = mark.span.end
        if at < span.end:
            found.append(Text(self.text[at : span.end]))
        return tuple(found)

    def _marks(self, document: SiteDocument) -> list[Mark]:
        self.backs: dict[str, str] = {}
        notes = [mark for note in self.document.footnotes for mark in self._note_marks(note)]
        taken = sorted(mark.span for mark in notes)
        marks = list(notes)
        whole = {item.span.end: item for item in document.own_places}
        for item in whole.values():
            if item.node in self.anchors and not any(other.overlaps(item.span) for other in taken):
                link = Link("", self.lookup.page(self.work, self.anchors[item.node]), self.anchors[item.node])
                marks += self._pieces(item.span, Cited("resolved", link))
        for reference in document.references:
            inline = None if reference.citation.span.end in whole else self._cited(reference)
            if inline is None:
                continue
            span = reference.citation.span
            inside = next((other for other in taken if other.overlaps(span)), None)
            if inside is not None:  # a footnote mark inside a citation: the link ends before it
                span = Span(span.start, max(span.start, inside.start))
            marks += self._pieces(span, inline)
        return sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end))

    def _pieces(self, span: Span, inline: Cited) -> Iterator[Mark]:
        """The mark of a citation; one that goes on in the next line or cell is marked in each."""
        for match in PIECE.finditer(self.text, span.start, span.end):
            yield Mark(Span(*match.span()), replace(inline, link=replace(inline.link, text=match.group())))

    def _note_marks(self, note: Footnote) -> list[Mark]:
        target, marks = self.anchors.get(note.node_id), list[Mark]()
        if target is None:
            return marks
        for number, span in enumerate(note.marks, 1):
            identifier = f"dau-{target}" if number == 1 else f"dau-{target}-{number}"
            self.backs.setdefault(note.node_id, identifier)
            marks.append(Mark(span, NoteMark(span.of(self.text), identifier, target)))
        return marks

    def _cited(self, reference: Reference) -> Cited | None:
        """What a citation shows. A document's mention of itself is a link only when it names a place in it."""
        citation, resolution = reference.citation, reference.resolution
        text = citation.span.of(self.text)
        if isinstance(resolution, Resolved):
            if resolution.work not in self.lookup.works:
                return None
            anchor = self.lookup.pinpoint(resolution.work, citation.pinpoint)
            if resolution.work == self.work and not anchor:
                return None
            return Cited("resolved", self.lookup.link(resolution.work, anchor, text))
        if isinstance(resolution, Ambiguous):
            return Cited("ambiguous", Link(text, *self.lookup.ambiguous_link(resolution.works)))
        return Cited("unknown", Link(text, *self.lookup.wanted.link(resolution.wanted)))
