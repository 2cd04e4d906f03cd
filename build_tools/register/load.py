"""``data/register/*.yaml`` to a ``Register``, with every fault named by file and line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from build_tools.identity import canonical_number
from build_tools.lexicon.types import document_types, type_faults, types_of
from build_tools.messages import finding, nearest, refusal, say
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
from build_tools.register.rows import Row, Rows, plain_source
from build_tools.register.schema import check
from build_tools.tables import load_rows
from build_tools.tables.yaml_text import YamlFile, read_yaml

FILES = ("sources", "terms", "places", "districts", "issuers", "bodies", "themes", "works", "glossary", "redirects")
OWN_TYPES = "types.yaml"
"""May be there: types of document that only this register needs (see ``build_tools.lexicon.types``)."""


def load_register(folder: Path) -> Register:
    """Load ``data/register``. Raises ``InputError`` with all faults found: file, line, what is wrong, what to try.

    Then holds: ids are unique, every reference leads somewhere, every date exists, every fact has a source.
    """
    if not folder.is_dir():
        raise refusal("register-folder", str(folder))
    files: dict[str, YamlFile] = {}
    faults: list[Diagnostic] = []
    own_types: tuple[DocumentType, ...] = ()
    if (folder / OWN_TYPES).exists():
        try:
            own_types = _own_types(folder / OWN_TYPES)
        except InputError as error:
            faults.extend(error.diagnostics)
    for name in FILES:
        path = folder / f"{name}.yaml"
        if not path.exists():
            faults.append(finding("register-file.missing", str(path), name=name))
            continue
        try:
            file = read_yaml(path)
        except InputError as error:
            faults.extend(error.diagnostics)
            continue
        if file.value is None:
            file = YamlFile(path, {} if name == "redirects" else [], file.lines)
        faults.extend(check(file, name))
        files[name] = file
    for path in sorted(folder.glob("*.yml")) + sorted(
        item for item in folder.glob("*.yaml") if item.stem not in FILES and item.name != OWN_TYPES
    ):
        near = nearest(path.stem, FILES)
        case = "register-file.near" if near else "register-file.known"
        faults.append(finding(case, str(path), near=near, known=", ".join(FILES)))
    if faults:
        raise InputError(*faults)
    return _Builder(files, types_of(own_types).rows).build()


def _own_types(path: Path) -> tuple[DocumentType, ...]:
    """The types that this register adds to the lexicon's: a row under an id of the lexicon adds words, codes and systems to that type."""
    rows = load_rows(path, DocumentType)
    if faults := type_faults(rows, document_types()):
        raise InputError(*faults)
    return rows.rows


def load_sources(path: Path) -> dict[str, Source]:
    """``sources.yaml`` alone: sources under their ids. Raises ``InputError``."""
    file = read_yaml(path)
    if faults := check(file, "sources"):
        raise InputError(*faults)
    return {row["id"]: plain_source(row, row.get("as_of")) for row in file.value or []}


class _Builder(Rows):
    """Builds the values one kind after the other, gathering faults, so that an editor sees all of them at once."""

    def __init__(self, files: dict[str, YamlFile], types: tuple[DocumentType, ...]) -> None:
        super().__init__(files)
        self.types = types

    def build(self) -> Register:
        """The register. Raises ``InputError`` with every fault."""
        self.sources = {row.id: row.value for row in self.rows_of("sources", self._source)}
        types = tuple(sorted(self.types, key=lambda kind: kind.id))
        terms = self.all_of("terms", self._term)
        places = self.all_of("places", self._place)
        known_places = {row["id"] for row in self.files["places"].value}
        self.check_references("districts", {"places": known_places}, {"parent": "places"})
        places = self._districts(places)
        issuers = self.all_of("issuers", self._issuer)
        bodies = self.all_of("bodies", self._body)
        themes = self.all_of("themes", self._theme)
        glossary = self.all_of("glossary", self._glossary_term)
        known = {name: {row["id"] for row in self.files[name].value} for name in ("issuers", "bodies", "themes")}
        known["types"] = {kind.id for kind in types if kind.filed_as is None}
        known["places"] = {place.id for place in places}
        self.check_references("places", known, {"parent": "places", "successors": "places"})
        self.check_references("issuers", known, {"parent": "issuers", "place": "places", "successors": "issuers"})
        self.check_references("bodies", known, {"under": "bodies"})
        self.check_references("works", known, {"type": "types", "issuer": "issuers", "themes": "themes"})
        self.check_rings("places", "parent")
        self.check_rings("issuers", "parent")
        self.check_spans()
        if self.faults:
            raise InputError(*self.faults)
        works = self._works(terms)
        themes = tuple(self._with_works(theme, works) for theme in themes)
        redirects = tuple(sorted(self.files["redirects"].value.items()))
        self.check_redirect_rings(dict(redirects))
        if self.faults:
            raise InputError(*self.faults)
        return Register(
            *(works, issuers, types, terms, themes, glossary, places, bodies, redirects)  # in the order of the model
        )

    # --- kinds ----------------------------------------------------------------------------------------------------------------------

    def _source(self, name: str, index: int, row: Row) -> Source:
        as_of = self.date_of(name, (index, "as_of"), row.get("as_of"))
        return plain_source(row, as_of)

    def _term(self, name: str, index: int, row: Row) -> CommitteeTerm:
        start, end = (self.date_of(name, (index, field), row.get(field)) for field in ("start", "end"))
        return CommitteeTerm(row["id"], row["name"], start, end, self.sources_of(name, (index,), row))

    def _place(self, name: str, index: int, row: Row) -> Place:
        since, until = (self.date_of(name, (index, field), row.get(field)) for field in ("since", "until"))
        return Place(
            row["id"], row["name"], row["level"], row.get("parent"), tuple(row.get("aliases", ())), since, until,
            tuple(row.get("successors", ())), self.sources_of(name, (index,), row),
        )  # fmt: skip

    def _districts(self, places: tuple[Place, ...]) -> tuple[Place, ...]:
        """The places with the districts that ``districts.yaml`` lists by province; one that ``places.yaml`` describes stays as it is."""
        found = {place.id: place for place in places}
        described = {(place.parent, place.level, place.name) for place in places}
        for index, row in enumerate(self.files["districts"].value):
            since, until = (self.date_of("districts", (index, field), row.get(field)) for field in ("since", "until"))
            sources = self.sources_of("districts", (index,), row)
            for name in row["names"]:
                identifier = f"{slug(name)}-{row['parent']}"
                if identifier in found:  # a district and a town of one name: the later one is told by its level
                    identifier = f"{row['level']}-{identifier}"
                if (row["parent"], row["level"], name) not in described:
                    found[identifier] = Place(identifier, name, row["level"], row["parent"], (), since, until, (), sources)
        return tuple(found[key] for key in sorted(found))

    def _issuer(self, name: str, index: int, row: Row) -> Issuer:
        since, until = (self.date_of(name, (index, field), row.get(field)) for field in ("since", "until"))
        aliases, relative, codes, successors = _tuples(row, "aliases", "relative", "codes", "successors")
        return Issuer(
            row["id"], row["name"], row["system"], aliases, relative, codes, row.get("parent"), row.get("place"), since, until, successors,
            self.sources_of(name, (index,), row),
        )  # fmt: skip

    def _body(self, name: str, index: int, row: Row) -> BodyPattern:
        examples = tuple((written, meant) for written, meant in row.get("examples", ()))
        forms, levels, under, codes = _tuples(row, "forms", "levels", "under", "codes")
        return BodyPattern(row["id"], row["system"], forms, row["code"], levels, under, codes, examples)

    def _theme(self, name: str, index: int, row: Row) -> Theme:
        return Theme(row["id"], row["name"], row.get("description", ""), tuple(row.get("keywords", ())), tuple(row.get("works", ())))

    def _glossary_term(self, name: str, index: int, row: Row) -> GlossaryTerm:
        aliases = tuple(row.get("aliases", ()))
        return GlossaryTerm(row["id"], row["term"], row.get("expansion"), row.get("meaning"), aliases, self.sources_of(name, (index,), row))

    def _works(self, terms: tuple[CommitteeTerm, ...]) -> tuple[Work, ...]:
        rows = self.files["works"].value
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

    def _work(self, index: int, row: Row, terms: tuple[CommitteeTerm, ...]) -> Work:
        number = canonical_number(row["number"]) if row.get("number") else None
        claims = []
        for position, claim in enumerate(row.get("dates", ())):
            place = (index, "dates", position)
            self.date_of("works", (*place, "date"), claim["date"])
            claims.append(DateClaim(claim["date"], self.sources_of("works", place, claim)))
        only = claims[0].date if len(claims) == 1 else None
        name = (row.get("names") or [row["subject"]])[0]
        identity = identify(row["type"], number, row.get("issuer"), row.get("term"), only, terms, name)
        return Work(
            identity.format(), row["type"], number, row.get("issuer"), row.get("term") or identity.term, row["subject"], tuple(claims),
            tuple(row.get("names", ())), (), tuple(row.get("themes", ())), self.sources_of("works", (index,), row), row.get("note"),
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

    def _with_relations(self, index: int, work: Work, row: Row, works: tuple[Work, ...]) -> Work:
        relations = []
        for position, relation in enumerate(row.get("relations", ())):
            place = (index, "relations", position)
            target = self._target("works", (*place, "target"), relation["target"], works)
            when = self.date_of("works", (*place, "date"), relation.get("date"))
            sources = self.sources_of("works", place, relation)
            scope = Scope(relation["scope"]) if "scope" in relation else None
            if target == work.id:
                self.add_fault("works", (*place, "target"), "register-ring.relation")
            elif target is not None:
                relations.append(RegisterRelation(relation["predicate"], target, when, sources, scope))
        return replace(work, relations=tuple(relations))

    def _with_works(self, theme: Theme, works: tuple[Work, ...]) -> Theme:
        index = next(at for at, row in enumerate(self.files["themes"].value) if row["id"] == theme.id)
        targets = (self._target("themes", (index, "works", position), target, works) for position, target in enumerate(theme.works))
        return replace(theme, works=tuple(target for target in targets if target))


def _tuples(row: Row, *fields: str) -> Iterable[tuple[Any, ...]]:
    return [tuple(row.get(field, ())) for field in fields]
