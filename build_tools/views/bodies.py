"""Bodies that texts name as lead, cooperating or addressee: which body a name means in its document, and where its page is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.lexicon.keys import exact_key
from build_tools.messages import say
from build_tools.model.register import Issuer
from build_tools.model.site import Site, SiteDocument
from build_tools.naming import find_issuer, slug
from build_tools.naming.names import made_id
from build_tools.views import addresses
from build_tools.views.pieces import Link
from build_tools.views.wording import sentence_case


@dataclass(frozen=True, slots=True)
class Body:
    """A body. ``note`` says in whose documents it is so called, where the name alone does not tell which body is meant; ``called_by`` is
    their issuer's name."""

    id: str
    name: str
    note: str = ""
    called_by: str = ""

    @property
    def link(self) -> Link:
        """Its page."""
        return Link(self.name, addresses.issuer(self.id))


@dataclass(frozen=True, slots=True)
class Duty:
    """A task of a body: its document and its place among the tasks of that document. ``leads``: else it cooperates."""

    work: str
    index: int
    leads: bool


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies on a body's desk: its tasks in the order of documents, and the documents sent to it."""

    body: Body
    duties: tuple[Duty, ...] = ()
    addressed: tuple[str, ...] = ()


class Bodies:
    """All of them, by the names in all documents. Built once; read only."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.issuers = {issuer.id: issuer for issuer in site.register.issuers}
        self.own = {work.id: self.issuers.get(work.issuer or "") for work in site.works}
        self._named: dict[tuple[str, str], Body] = {}
        self._written: dict[tuple[str, str], Body] = {}
        self.desks = self._desks()

    def of(self, name: str, work: str) -> Body:
        """The body that ``name`` means in the document ``work``.

        A name that tells of no one body ("các sở, ngành") stands for what that document's own issuer calls so.
        """
        own = self.own.get(work)
        written = name, own.id if own else ""
        if written not in self._written:
            self._written[written] = self._of(name, own)
        return self._written[written]

    def _of(self, name: str, own: Issuer | None) -> Body:
        key = (exact_key(name), own.id if own else "")
        if key not in self._named:
            found = find_issuer(name, self.site.register, own)
            if found is not None:
                self._named[key] = Body(found.issuer.id, found.issuer.name)
            else:
                shown = sentence_case(" ".join(name.split()))
                note = say("pages.desk.called", issuer=own.name) if own else say("pages.desk.called-somewhere")
                made = made_id(shown, own.id if own else "") if slug(shown) else "co-quan-khac"
                self._named[key] = Body(made, shown, note, own.name if own else "")
        return self._named[key]

    def _desks(self) -> dict[str, Desk]:
        bodies: dict[str, Body] = {}
        duties: defaultdict[str, dict[tuple[str, int], Duty]] = defaultdict(dict)
        addressed: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for document in self.site.documents:
            work = document.work
            for index, task in enumerate(document.statements.tasks):
                for names, leads in ((task.lead, True), (task.cooperating, False)):
                    for body in (self.of(name, work) for name in names):
                        bodies.setdefault(body.id, body)
                        duties[body.id].setdefault((work, index), Duty(work, index, leads))
            for body in self._receivers(document):
                bodies.setdefault(body.id, body)
                addressed[body.id][work] = None
        return {key: Desk(bodies[key], tuple(duties[key].values()), tuple(addressed[key])) for key in sorted(bodies)}

    def _receivers(self, document: SiteDocument) -> Iterator[Body]:
        """Those to whom a document speaks, and those among its recipients whose names tell who they are."""
        work = document.work
        for name in document.document.header.addressees:
            yield self.of(name, work)
        for name in document.document.header.recipients:
            if (body := self.of(name, work)) and not body.note and body.id in self.issuers:
                yield body
