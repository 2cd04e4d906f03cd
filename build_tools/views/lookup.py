"""The site's graph, indexed for the views: names, links and anchors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Literal

from build_tools.cache import NOTHING_KEPT, Store
from build_tools.coverage.pairs import Pair, pairs_of
from build_tools.graph.changes import Changed, changed
from build_tools.identity import number_key
from build_tools.messages import say
from build_tools.model.citation import Pinpoint
from build_tools.model.document import walk
from build_tools.model.register import Issuer, Work
from build_tools.model.site import Edge, Site
from build_tools.model.span import Span
from build_tools.passages import Sentences
from build_tools.views import addresses
from build_tools.views.beside import Why, beside
from build_tools.views.bodies import Bodies
from build_tools.views.divided import Divided
from build_tools.views.glossary import Glossary
from build_tools.views.laid import FEW, LaidOut, OnDemand
from build_tools.views.outline import Outline
from build_tools.views.pieces import Link
from build_tools.views.places import find_pinpoint
from build_tools.views.questions import QUESTIONS, question
from build_tools.views.shortcuts import address as shortcut
from build_tools.views.shortcuts import codes
from build_tools.views.wanting import Wanting
from build_tools.views.wording import date_text, dated, shorten

SUMMARY = 300
"""Letters of what is told of a document where its address is shown."""


class Lookup:
    """Everything that more than one view asks of the site. Built once; read only. ``store`` keeps how unchanged texts are laid out."""

    def __init__(self, site: Site, store: Store = NOTHING_KEPT) -> None:
        self.site = site
        self.works = {work.id: work for work in site.works}
        self.documents = {document.work: document for document in site.documents}
        self.issuers = {issuer.id: issuer for issuer in site.register.issuers}
        self.types = {kind.id: kind for kind in site.register.types}
        self.themes = {theme.id: theme for theme in site.register.themes}
        self._laid = LaidOut(self.documents, store)
        documents = self.documents
        self._sentences = OnDemand(documents, lambda work: Sentences(documents[work].document.clean.text), FEW)
        self._pinpoints: dict[tuple[str, Pinpoint], str] = {}
        self.remembered: dict[tuple[str, ...], Any] = {}
        self.outgoing: dict[str, tuple[Edge, ...]] = dict(site.outgoing)
        self.incoming: dict[str, tuple[Edge, ...]] = dict(site.incoming)

    @cached_property
    def shared_numbers(self) -> dict[str, tuple[str, ...]]:
        """Number → the works that bear it, for numbers that several works bear (spelled as the first of them spells it)."""
        bearers: defaultdict[str, list[Work]] = defaultdict(list)
        for work in self.site.works:
            if work.number:
                bearers[number_key(work.number)].append(work)
        groups = [works for works in bearers.values() if len(works) > 1]
        # works of one number by quite different issuers (15/QĐ-UBND of ten provinces) are told apart on one page just the same
        return {works[0].number or "": tuple(work.id for work in works) for works in groups}

    @cached_property
    def shared_number_of(self) -> dict[str, str]:
        """Work id → the shared number it bears."""
        return {identifier: number for number, works in self.shared_numbers.items() for identifier in works}

    @cached_property
    def newest_day(self) -> str:
        """The ISO day of the newest fact that was looked up, or of the newest text if that is later; empty where nothing is dated."""
        days = (self.works[key].date for key in self.documents)
        return max((self.site.as_of or "", *(day for day in days if day)))

    def type_name(self, work: Work) -> str:
        """The name of the kind of document; its id where the register lacks it."""
        kind = self.types.get(work.type)
        return kind.name if kind else work.type.replace("-", " ").capitalize()

    @cached_property
    def _parents(self) -> frozenset[str]:
        return frozenset(issuer.parent for issuer in self.site.register.issuers if issuer.parent)

    def lines(self, issuer: str) -> tuple[str, ...]:
        """Names of the bodies that an issuer belongs to, the lowest first: itself where others stand below it, then those above it.

        The head of a whole system is left out: everything that the system issued would be its own.
        """
        found, key = [], issuer
        while (body := self.issuers.get(key)) and body.parent:
            found += [body.name] if key in self._parents else []
            key = body.parent
        return tuple(found)

    def issuer(self, work: Work) -> Issuer | None:
        """The issuer, if known."""
        return self.issuers.get(work.issuer) if work.issuer else None

    def issuer_name(self, work: Work) -> str:
        """The issuer with its term ("Bộ Chính trị khóa XIII"); empty if not known."""
        issuer = self.issuer(work)
        name = issuer.name if issuer else (work.issuer or "")
        return say("pages.term-of", body=name, term=work.term) if name and work.term else name

    def name(self, work: Work) -> str:
        """Type and number, told apart by the year where the number is shared: "Quy định 124-QĐ/TW (2018)"."""
        kind = self.type_name(work)
        if work.number:
            name = f"{kind} {work.number}"
            date = self.date(work)
            if work.id in self.shared_number_of and date:
                name += f" ({date[:4]})"
            return name
        if work.names:
            return work.names[0]
        date = self.date(work)
        return f"{kind} {date_text(date)}" if date else kind

    def date(self, work: Work) -> str | None:
        """The date by which a work is ordered: the one that is certain, else None."""
        return work.date

    def preview(self, work: Work) -> str:
        """What a reader wants to know before following a link."""
        head = [self.name(work)]
        if date := self.date(work):
            head.append(dated(date))
        if issuer := self.issuer_name(work):
            head.append(issuer)
        text = " · ".join(head)
        if work.subject:
            text += f" — {work.subject}"
        return text if work.id in self.documents else say("pages.preview.no-text", preview=text)

    def summary(self, work: Work) -> str:
        """The same, short enough for the small windows of programs that show what an address leads to."""
        return shorten(self.preview(work), SUMMARY)

    @cached_property
    def codes(self) -> dict[str, str]:
        """Work id → the code of its short address, for works whose text is here."""
        return codes(self.documents)

    @cached_property
    def bodies(self) -> Bodies:
        """Bodies that texts name as lead, cooperating or addressee."""
        return Bodies(self.site)

    @cached_property
    def answered(self) -> dict[str, tuple[Pair, ...]]:
        """Work id → the pairs of a directive and a report of which it is one."""
        found: defaultdict[str, list[Pair]] = defaultdict(list)
        for pair in pairs_of(self.site):
            found[pair.directive].append(pair)
            found[pair.report].append(pair)
        return {work: tuple(pairs) for work, pairs in found.items()}

    @cached_property
    def beside(self) -> dict[str, Why]:
        """The pairs of documents that have a page of comparison, each with why."""
        return beside(self)

    def short_url(self, identifier: str) -> str:
        """The whole short address of a work; empty where it has none, or the site does not say where it is published."""
        base, code = self.site.settings.url, self.codes.get(identifier)
        return f"{base.rstrip('/')}/{shortcut(code)}" if base and code else ""

    def citation(self, work: Work) -> str:
        """How an official paper cites a work: "Nghị định số 30/2031/NĐ-CP ngày 05/03/2031 của Chính phủ"."""
        issuer = self.issuer(work)
        date = self.date(work)
        said = [self.type_name(work) if work.number else self.name(work)]
        said += [say("pages.cite.number", number=work.number)] if work.number else []
        said += [dated(date)] if date and work.number else []
        said += [say("pages.cite.of", issuer=issuer.name)] if issuer else []
        return " ".join(said)

    def link(self, identifier: str, anchor: str = "", text: str | None = None, *, preview: bool = False) -> Link:
        """A link to a work's page, to a place in it when its text is here. Lists say themselves what a ``preview`` would say."""
        if not (anchor or text or preview):
            return link_of(identifier, self)
        work = self.works[identifier]
        shown = self.preview(work) if preview else ""
        place = self.anchor(identifier, anchor) if anchor else ""
        return Link(text or self.name(work), self.page(identifier, place), place, shown)

    def answer(self, name: str, *words: str) -> Any:
        """What a ``question`` finds."""
        if (name, *words) not in self.remembered:
            self.remembered[name, *words] = QUESTIONS[name](*words, self)
        return self.remembered[name, *words]

    @cached_property
    def divided(self) -> Mapping[str, Divided]:
        """Work id → the parts of its text, for texts that are too long for one page."""
        return self._laid.divided

    def page(self, identifier: str, anchor: str = "") -> str:
        """The page of a work on which an id of its text stands; its first page for any other."""
        parts = self.divided.get(identifier)
        return parts.of.get(anchor, parts.pages[0]) if parts else addresses.work(identifier)

    @cached_property
    def outlines(self) -> Mapping[str, Outline]:
        """Work id → how its text is laid out on the page: for its own pages."""
        return self._laid.outlines

    @cached_property
    def anchors(self) -> Mapping[str, Mapping[str, str]]:
        """Work id → the ids that its pages carry for the nodes of its text."""
        return self._laid.anchors

    def anchor(self, identifier: str, node_id: str | None) -> str:
        """The id that the page of a work carries for a node; empty when its text is not here or has no such node."""
        return self.anchors[identifier].get(node_id or "", "") if identifier in self.documents else ""

    def pinpoint(self, identifier: str, pinpoint: Pinpoint | None) -> str:
        """The node id of a cited place in a work whose text is here; the innermost that exists; empty if none."""
        document = self.documents.get(identifier)
        if pinpoint is None or document is None:
            return ""
        key = (identifier, pinpoint)
        if key not in self._pinpoints:
            self._pinpoints[key] = find_pinpoint(document.document.root, pinpoint)
        return self._pinpoints[key]

    def words(self, identifier: str, node_id: str, limit: int) -> str:
        """How a place of a text begins, in about ``limit`` characters."""
        document = self.documents[identifier].document
        node = next(node for node in walk(document.root) if node.id == node_id)
        return shorten(
            " ".join(Span(node.span.start, min(node.span.end, node.span.start + 2 * limit)).of(document.clean.text).split()), limit
        )

    @cached_property
    def changes(self) -> dict[str, tuple[Changed, ...]]:
        """Work → what documents of the site say of single places of it, the latest document last."""
        found: defaultdict[str, list[Changed]] = defaultdict(list)
        for document in sorted(self.site.documents, key=lambda item: (self.date(self.works[item.work]) or "", item.work)):
            for item in changed(document):
                found[item.work].append(item)
        return {work: tuple(items) for work, items in found.items()}

    @cached_property
    def _places(self) -> Mapping[str, Mapping[str, str]]:
        return self._laid.names

    def place(self, work: str, node_id: str | None) -> str:
        """Where a node stands, in words: "khoản 2 Điều 5", "mục 1, mục II"; the document's name when it has no numbered place."""
        if node_id and work in self._places and (name := self._places[work].get(node_id)):
            return name
        return self.name(self.works[work])

    def sentence(self, work: str, span: Span) -> str:
        """The sentence of a text in which a stretch of it stands, on one line; empty where it stands in none."""
        found = self._sentences[work].at(span.start)
        return " ".join(found.of(self.documents[work].document.clean.text).split()) if found.end >= span.end else ""

    @cached_property
    def wanted(self) -> Wanting:
        """Documents that texts cite and nobody has, and the places that gather who cites them."""
        return Wanting(self.site)

    def ambiguous_link(self, works: tuple[str, ...]) -> tuple[str, str]:
        """Where documents that one citation may mean are told apart: the page of the number that they share, else the list of such."""
        numbers = {self.shared_number_of.get(work) for work in works}
        number = next(iter(numbers)) if len(numbers) == 1 else None
        return (addresses.shared_number(number), "") if number else (addresses.QUALITY, "chua-phan-biet")

    @cached_property
    def glossary(self) -> Glossary:
        """Terms with their uses, and where each stands."""
        return Glossary(self.site)

    def by_newest(self, works: Iterator[Work] | tuple[Work, ...]) -> tuple[Work, ...]:
        """Newest first, undated last, then by id."""
        return tuple(sorted(sorted(works, key=lambda work: work.id), key=lambda work: self.date(work) or "", reverse=True))

    def kind(self, identifier: str) -> Literal["full", "digest", "entry"]:
        """What the site has of a work: its text, a digest, or nothing but an entry of the register."""
        document = self.documents.get(identifier)
        return document.kind if document else "entry"


@question
def link_of(work: str, lookup: Lookup) -> Link:
    """A link to a work's page by its name."""
    return Link(lookup.name(lookup.works[work]), lookup.page(work))


@question
def place_link(work: str, node: str, lookup: Lookup) -> Link:
    """A link to a place of a work's text by what the place is called."""
    return lookup.link(work, node, lookup.place(work, node))
