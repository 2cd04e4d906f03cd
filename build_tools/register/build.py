"""The rows of a register's files to its values: works, issuers, places and what else it holds, every fault gathered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from build_tools.identity import canonical_number
from build_tools.messages import nearest, say
from build_tools.model.citation import Scope
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.register import (
    BodyPattern,
    CommitteeTerm,
    DateClaim,
    DocumentType,
    GlossaryTerm,
    Issuer,
    Place,
    Register,
    RegisterRelation,
    Source,
    Theme,
    Work,
)
from build_tools.naming.names import slug
from build_tools.naming.works import identify, target_work
from build_tools.register.layers import Layered, layered_works
from build_tools.register.rows import Rows, plain_source
from build_tools.register.tables import (
    BodyRow,
    DistrictRow,
    GlossaryRow,
    IssuerRow,
    PlaceRow,
    SourceRow,
    TermRow,
    ThemeRow,
    WorkRow,
)
from build_tools.tables.yaml_text import YamlFile


class Builder(Rows):
    """Builds the values one kind after the other, gathering faults, so that an editor sees all of them at once."""

    def __init__(self, files: dict[str, Layered], types: tuple[DocumentType, ...]) -> None:
        super().__init__(files)
        self.types = types
        self.redirects = YamlFile(Path(), {}, {})
        self.told: tuple[Diagnostic, ...] = ()

    def layer_works(self, own: YamlFile | None, below: YamlFile | None, path: Path) -> None:
        """Put the unit's works above the national ones, which takes the terms of both."""
        rows = self.table("terms", TermRow)
        terms = tuple(CommitteeTerm(row.id, row.name, row.start or None, row.end or None) for row in rows)
        self.files["works"], told = layered_works(own, below, path, terms)
        self.told = tuple(item for item in told if item.severity != "error")
        self.faults += [item for item in told if item.severity == "error"]

    def build(self) -> Register:
        """The register. Raises ``InputError`` with every fault."""
        self.sources = self.values("sources", SourceRow, self._source)
        types = tuple(sorted(self.types, key=lambda kind: kind.id))
        terms = tuple(self.values("terms", TermRow, self._term).values())
        places = self._districts(self.values("places", PlaceRow, self._place))
        issuers = self.values("issuers", IssuerRow, self._issuer)
        bodies = self.values("bodies", BodyRow, self._body)
        themes = self.values("themes", ThemeRow, self._theme)
        glossary = tuple(self.values("glossary", GlossaryRow, self._glossary_term).values())
        self._check(types, places, set(issuers), set(bodies), set(themes))
        if self.faults:
            raise InputError(*self.faults)
        works = self._works(terms)
        gathered = tuple(self._with_works(theme, works) for theme in themes.values())
        redirects = tuple(sorted(self.redirects.value.items()))
        self.check_redirect_rings(self.redirects)
        if self.faults:
            raise InputError(*self.faults)
        return Register(
            works, tuple(issuers.values()), types=types, terms=terms, themes=gathered, glossary=glossary, places=places,
            bodies=tuple(bodies.values()), redirects=redirects, told=self.told
        )  # fmt: skip

    def _check(
        self, types: tuple[DocumentType, ...], places: tuple[Place, ...], issuers: set[str], bodies: set[str], themes: set[str]
    ) -> None:
        """Every id leads somewhere, nothing stands above itself or ends before it begins."""
        named = {row.id for row in self.table("places", PlaceRow)}
        known = {"issuers": issuers, "bodies": bodies, "themes": themes, "places": {place.id for place in places}}
        known["types"] = {kind.id for kind in types if kind.filed_as is None}
        self.check_references("districts", DistrictRow, {"places": named}, {"parent": "places"})
        self.check_references("places", PlaceRow, known, {"parent": "places", "successors": "places"})
        self.check_references("issuers", IssuerRow, known, {"parent": "issuers", "place": "places", "successors": "issuers"})
        self.check_references("bodies", BodyRow, known, {"under": "bodies"})
        self.check_references("works", WorkRow, known, {"type": "types", "issuer": "issuers", "themes": "themes"})
        self.check_rings("places", PlaceRow, "parent")
        self.check_rings("issuers", IssuerRow, "parent")
        self.check_span("places", PlaceRow, "since", "until")
        self.check_span("issuers", IssuerRow, "since", "until")
        self.check_span("terms", TermRow, "start", "end")

    # --- kinds ----------------------------------------------------------------------------------------------------------------------

    def _source(self, index: int, row: SourceRow) -> Source:
        self.date_of("sources", (index, "as_of"), row.as_of)
        return plain_source(row)

    def _term(self, index: int, row: TermRow) -> CommitteeTerm:
        start, end = self._dates("terms", index, start=row.start, end=row.end)
        return CommitteeTerm(row.id, row.name, start, end, self.sources_of("terms", (index,), row.sources))

    def _dates(self, name: str, index: int, **written: str) -> Iterator[str | None]:
        return (self.date_of(name, (index, field), value) for field, value in written.items())

    def _place(self, index: int, row: PlaceRow) -> Place:
        since, until = self._dates("places", index, since=row.since, until=row.until)
        sources = self.sources_of("places", (index,), row.sources)
        return Place(
            row.id, row.name, level=row.level, parent=row.parent or None, aliases=row.aliases,
            since=since, until=until, successors=row.successors, sources=sources,
        )  # fmt: skip

    def _districts(self, found: dict[str, Place]) -> tuple[Place, ...]:
        """The places with the districts that ``districts.yaml`` lists by province; one that ``places.yaml`` describes stays as it is."""
        described = {(place.parent, place.level, place.name) for place in found.values()}
        for index, row in enumerate(self.table("districts", DistrictRow)):
            since, until = self._dates("districts", index, since=row.since, until=row.until)
            sources = self.sources_of("districts", (index,), row.sources)
            for name in row.names:
                identifier = f"{slug(name)}-{row.parent}"
                if identifier in found:  # a district and a town of one name: the later one is told by its level
                    identifier = f"{row.level}-{identifier}"
                if (row.parent, row.level, name) not in described:
                    found[identifier] = Place(
                        identifier, name, level=row.level, parent=row.parent, since=since, until=until, sources=sources
                    )
        return tuple(found[key] for key in sorted(found))

    def _issuer(self, index: int, row: IssuerRow) -> Issuer:
        since, until = self._dates("issuers", index, since=row.since, until=row.until)
        return Issuer(
            row.id, row.name, system=row.system, aliases=row.aliases, relative=row.relative, codes=row.codes,
            parent=row.parent or None, place=row.place or None, since=since, until=until, successors=row.successors,
            sources=self.sources_of("issuers", (index,), row.sources),
        )  # fmt: skip

    def _body(self, index: int, row: BodyRow) -> BodyPattern:
        return BodyPattern(
            row.id, row.system, forms=row.forms, code=row.code, levels=row.levels, under=row.under, codes=row.codes, elected=row.elected,
            examples=row.examples,
        )  # fmt: skip

    def _theme(self, index: int, row: ThemeRow) -> Theme:
        return Theme(row.id, row.name, row.description, row.keywords, row.works)

    def _glossary_term(self, index: int, row: GlossaryRow) -> GlossaryTerm:
        sources = self.sources_of("glossary", (index,), row.sources)
        return GlossaryTerm(row.id, row.term, row.expansion or None, row.meaning or None, row.aliases, sources)

    def _works(self, terms: tuple[CommitteeTerm, ...]) -> tuple[Work, ...]:
        rows = self.table("works", WorkRow)
        plain: dict[str, tuple[int, Work]] = {}
        for index, row in enumerate(rows):
            work = self._work(index, row, terms)
            if work.id in plain:
                line = self.files["works"].line((plain[work.id][0],))
                self.add_fault("works", (index,), "register-twice.work", first=line, id=work.id)
                continue
            plain[work.id] = (index, work)
        bare = tuple(work for _, work in plain.values())
        found = tuple(self._with_relations(index, work, rows[index], bare) for index, work in plain.values())
        return tuple(sorted(found, key=lambda work: work.id))

    def _work(self, index: int, row: WorkRow, terms: tuple[CommitteeTerm, ...]) -> Work:
        number = canonical_number(row.number) if row.number else None
        claims = []
        for position, claim in enumerate(row.dates):
            place = (index, "dates", position)
            self.date_of("works", (*place, "date"), claim.date)
            claims.append(DateClaim(claim.date, self.sources_of("works", place, claim.sources)))
        only = claims[0].date if len(claims) == 1 else None
        issuer, term = row.issuer or None, row.term or None
        identity = identify(row.type, number, issuer, term, only, terms, (*row.names, row.subject)[0])
        return Work(
            identity.format(), row.type, number=number, issuer=issuer, term=term or identity.term,
            subject=row.subject, dates=tuple(claims), names=row.names, relations=(), themes=row.themes,
            sources=self.sources_of("works", (index,), row.sources), note=row.note or None,
        )  # fmt: skip

    def _target(self, name: str, place: tuple[str | int, ...], target: str, works: tuple[Work, ...]) -> str | None:
        fits = target_work(target, works)
        if len(fits) == 1:
            return fits[0].id
        if fits:
            addresses = say("data.or").join(work.id for work in fits)
            self.add_fault(name, place, "register-ambiguous", target=target, addresses=addresses)
            return None
        near = nearest(target, (work.number for work in works if work.number))
        self.add_fault(name, place, "register-unknown.work-near" if near else "register-unknown.work-add", target=target, near=near)
        return None

    def _with_relations(self, index: int, work: Work, row: WorkRow, works: tuple[Work, ...]) -> Work:
        relations = []
        for position, relation in enumerate(row.relations):
            place = (index, "relations", position)
            target = self._target("works", (*place, "target"), relation.target, works)
            when = self.date_of("works", (*place, "date"), relation.date)
            sources = self.sources_of("works", place, relation.sources)
            scope = Scope(relation.scope) if relation.scope else None
            if target == work.id:
                self.add_fault("works", (*place, "target"), "register-ring.relation")
            elif target is not None:
                relations.append(RegisterRelation(relation.predicate, target, when, sources, scope))
        return replace(work, relations=tuple(relations))

    def _with_works(self, theme: Theme, works: tuple[Work, ...]) -> Theme:
        index = next(at for at, row in enumerate(self.table("themes", ThemeRow)) if row.id == theme.id)
        targets = (self._target("themes", (index, "works", position), target, works) for position, target in enumerate(theme.works))
        return replace(theme, works=tuple(target for target in targets if target))
