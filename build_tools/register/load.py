"""``data/register/*.yaml`` to a ``Register``, with every fault named by file and line."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Generic, TypeVar

from build_tools.identity import canonical_number
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
from build_tools.register.schema import check
from build_tools.register.works import identify, target_work
from build_tools.register.yaml_text import YamlFile, read_yaml

FILES = ("sources", "types", "terms", "places", "issuers", "bodies", "themes", "works", "glossary", "redirects")

Row = dict[str, Any]
Item = TypeVar("Item")


def load_register(folder: Path) -> Register:
    """Load ``data/register``. Raises ``InputError`` with all faults found: file, line, what is wrong, what to try.

    Then holds: ids are unique, every reference leads somewhere, every date exists, every fact has a source.
    """
    if not folder.is_dir():
        raise InputError(Diagnostic("register-folder", "error", "không có thư mục sổ đăng ký", "kiểm tra đường dẫn --data", str(folder)))
    files: dict[str, YamlFile] = {}
    faults: list[Diagnostic] = []
    for name in FILES:
        path = folder / f"{name}.yaml"
        if not path.exists():
            faults.append(Diagnostic("register-file", "error", "thiếu tệp", f"tạo tệp {name}.yaml (xem tệp mẫu trong kho)", str(path)))
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
    for path in sorted(folder.glob("*.yml")) + sorted(item for item in folder.glob("*.yaml") if item.stem not in FILES):
        near = difflib.get_close_matches(path.stem, FILES, 1)
        hint = f"đổi tên thành {near[0]}.yaml?" if near else f"dùng một trong: {', '.join(FILES)}"
        faults.append(Diagnostic("register-file", "error", "tệp không được dùng", hint, str(path)))
    if faults:
        raise InputError(*faults)
    return _Builder(files).build()


def load_sources(path: Path) -> dict[str, Source]:
    """``sources.yaml`` alone: sources under their ids. Raises ``InputError``."""
    file = read_yaml(path)
    if faults := check(file, "sources"):
        raise InputError(*faults)
    return {row["id"]: _plain_source(row, row.get("as_of")) for row in file.value or []}


def _plain_source(row: Row, as_of: str | None) -> Source:
    return Source(row["name"], row.get("url"), row.get("confidence", "A"), as_of, row.get("note"))


@dataclass(frozen=True, slots=True)
class _Row(Generic[Item]):
    id: str
    value: Item


class _Builder:
    """Builds the values one kind after the other, gathering faults, so that an editor sees all of them at once."""

    def __init__(self, files: dict[str, YamlFile]) -> None:
        self.files = files
        self.faults: list[Diagnostic] = []
        self.sources: dict[str, Source] = {}

    def build(self) -> Register:
        """The register. Raises ``InputError`` with every fault."""
        self.sources = {row.id: row.value for row in self._rows("sources", self._source)}
        types = self._all("types", self._type)
        terms = self._all("terms", self._term)
        places = self._all("places", self._place)
        issuers = self._all("issuers", self._issuer)
        bodies = self._all("bodies", self._body)
        themes = self._all("themes", self._theme)
        glossary = self._all("glossary", self._glossary_term)
        known = {name: {row["id"] for row in self.files[name].value} for name in ("types", "places", "issuers", "bodies", "themes")}
        self._references("places", known, {"parent": "places", "successors": "places"})
        self._references("issuers", known, {"parent": "issuers", "place": "places", "successors": "issuers"})
        self._references("bodies", known, {"under": "bodies"})
        self._references("works", known, {"type": "types", "issuer": "issuers", "themes": "themes"})
        self._rings("places", "parent")
        self._rings("issuers", "parent")
        self._spans()
        if self.faults:
            raise InputError(*self.faults)
        works = self._works(terms)
        themes = tuple(self._with_works(theme, works) for theme in themes)
        redirects = tuple(sorted(self.files["redirects"].value.items()))
        self._redirect_rings(dict(redirects))
        if self.faults:
            raise InputError(*self.faults)
        return Register(
            *(works, issuers, types, terms, themes, glossary, places, bodies, redirects)  # in the order of the model
        )

    # --- rows -----------------------------------------------------------------------------------------------------------------------

    def _fault(self, name: str, place: tuple[str | int, ...], code: str, message: str, hint: str = "") -> None:
        self.faults.append(self.files[name].fault(code, place, message, hint))

    def _rows(self, name: str, make: Callable[[str, int, Row], Item]) -> Iterable[_Row[Item]]:
        seen: dict[str, int] = {}
        for index, row in enumerate(self.files[name].value):
            identifier = row["id"]
            if identifier in seen:
                line = self.files[name].line((seen[identifier], "id"))
                self._fault(name, (index, "id"), "register-twice", f"mã “{identifier}” đã có ở dòng {line}", "đổi một trong hai mã")
                continue
            seen[identifier] = index
            yield _Row(identifier, make(name, index, row))

    def _all(self, name: str, make: Callable[[str, int, Row], Item]) -> tuple[Item, ...]:
        rows = {row.id: row.value for row in self._rows(name, make)}
        return tuple(rows[key] for key in sorted(rows))

    def _sources(self, name: str, place: tuple[str | int, ...], row: Row) -> tuple[Source, ...]:
        found = []
        for index, ref in enumerate(row.get("sources", ())):
            if isinstance(ref, dict) and "name" in ref:
                found.append(Source(ref["name"], ref.get("url"), ref.get("confidence", "C"), ref.get("as_of"), ref.get("note")))
                continue
            key = ref["ref"] if isinstance(ref, dict) else ref
            source = self.sources.get(key)
            if source is None:
                self._unknown(name, (*place, "sources", index), "sources", key, self.sources)
                continue
            if isinstance(ref, dict):
                note = ref.get("note", source.note)
                source = Source(source.name, source.url, ref.get("confidence", source.confidence), source.as_of, note)
            found.append(source)
        return tuple(found)

    def _date(self, name: str, place: tuple[str | int, ...], value: str | None) -> str | None:
        if value is not None and not real_date(value):
            self._fault(name, place, "register-date", f"ngày không có thật: {value}", "viết năm-tháng-ngày, ví dụ 2021-05-18")
        return value

    def _unknown(self, name: str, place: tuple[str | int, ...], where: str, key: str, known: Iterable[str]) -> None:
        near = difflib.get_close_matches(key, list(known), 1)
        hint = f"có phải “{near[0]}”?" if near else f"thêm “{key}” vào {where}.yaml, hoặc sửa mã"
        self._fault(name, place, "register-unknown", f"không có mã “{key}” trong {where}.yaml", hint)

    def _references(self, name: str, known: dict[str, set[str]], fields: dict[str, str]) -> None:
        for index, row in enumerate(self.files[name].value):
            for field, where in fields.items():
                values = row.get(field) or []
                for position, key in enumerate([values] if isinstance(values, str) else values):
                    if key not in known[where]:
                        place = (index, field) if isinstance(values, str) else (index, field, position)
                        self._unknown(name, place, where, key, sorted(known[where]))

    def _rings(self, name: str, field: str) -> None:
        above = {row["id"]: row.get(field) for row in self.files[name].value}
        for index, row in enumerate(self.files[name].value):
            seen, at = {row["id"]}, above.get(row["id"])
            while at and at not in seen:
                seen.add(at)
                at = above.get(at)
            if at == row["id"]:
                self._fault(name, (index, field), "register-ring", f"“{at}” là cấp trên của chính nó", "sửa một trong các mã cấp trên")

    def _redirect_rings(self, renamed: dict[str, str]) -> None:
        for old in sorted(renamed):
            seen, new = {old}, renamed[old]
            while new in renamed and new not in seen:
                seen.add(new)
                new = renamed[new]
            if new == old:
                self._fault("redirects", (old,), "register-ring", f"địa chỉ “{old}” dẫn về chính nó", "sửa địa chỉ mới")

    def _spans(self) -> None:
        for name, (start, end) in {"places": ("since", "until"), "issuers": ("since", "until"), "terms": ("start", "end")}.items():
            for index, row in enumerate(self.files[name].value):
                if row.get(start) and row.get(end) and row[end] < row[start]:
                    self._fault(
                        name, (index, end), "register-date", f"ngày cuối {row[end]} trước ngày đầu {row[start]}", "đổi lại hai ngày"
                    )

    # --- kinds ----------------------------------------------------------------------------------------------------------------------

    def _source(self, name: str, index: int, row: Row) -> Source:
        as_of = self._date(name, (index, "as_of"), row.get("as_of"))
        return _plain_source(row, as_of)

    def _type(self, name: str, index: int, row: Row) -> DocumentType:
        systems, codes, aliases, examples = _tuples(row, "systems", "codes", "aliases", "examples")
        return DocumentType(row["id"], row["name"], systems, codes, aliases, examples, self._sources(name, (index,), row))

    def _term(self, name: str, index: int, row: Row) -> CommitteeTerm:
        start, end = (self._date(name, (index, field), row.get(field)) for field in ("start", "end"))
        return CommitteeTerm(row["id"], row["name"], start, end, self._sources(name, (index,), row))

    def _place(self, name: str, index: int, row: Row) -> Place:
        since, until = (self._date(name, (index, field), row.get(field)) for field in ("since", "until"))
        return Place(
            row["id"], row["name"], row["level"], row.get("parent"), tuple(row.get("aliases", ())), since, until,
            tuple(row.get("successors", ())), self._sources(name, (index,), row),
        )  # fmt: skip

    def _issuer(self, name: str, index: int, row: Row) -> Issuer:
        since, until = (self._date(name, (index, field), row.get(field)) for field in ("since", "until"))
        aliases, relative, codes, successors = _tuples(row, "aliases", "relative", "codes", "successors")
        return Issuer(
            row["id"], row["name"], row["system"], aliases, relative, codes, row.get("parent"), row.get("place"), since, until, successors,
            self._sources(name, (index,), row),
        )  # fmt: skip

    def _body(self, name: str, index: int, row: Row) -> BodyPattern:
        examples = tuple((written, meant) for written, meant in row.get("examples", ()))
        forms, levels, under, codes = _tuples(row, "forms", "levels", "under", "codes")
        return BodyPattern(row["id"], row["system"], forms, row["code"], levels, under, codes, examples)

    def _theme(self, name: str, index: int, row: Row) -> Theme:
        return Theme(row["id"], row["name"], row.get("description", ""), tuple(row.get("keywords", ())), tuple(row.get("works", ())))

    def _glossary_term(self, name: str, index: int, row: Row) -> GlossaryTerm:
        aliases = tuple(row.get("aliases", ()))
        return GlossaryTerm(row["id"], row["term"], row.get("expansion"), row.get("meaning"), aliases, self._sources(name, (index,), row))

    def _works(self, terms: tuple[CommitteeTerm, ...]) -> tuple[Work, ...]:
        rows = self.files["works"].value
        plain: dict[str, tuple[int, Work]] = {}
        for index, row in enumerate(rows):
            work = self._work(index, row, terms)
            if work.id in plain:
                line = self.files["works"].line((plain[work.id][0],))
                hint = "thêm khóa hoặc ngày để phân biệt, hoặc gộp hai mục"
                self._fault("works", (index,), "register-twice", f"văn bản này đã có ở dòng {line} ({work.id})", hint)
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
            self._date("works", (*place, "date"), claim["date"])
            claims.append(DateClaim(claim["date"], self._sources("works", place, claim)))
        only = claims[0].date if len(claims) == 1 else None
        name = (row.get("names") or [row["subject"]])[0]
        identity = identify(row["type"], number, row.get("issuer"), row.get("term"), only, terms, name)
        return Work(
            identity.format(), row["type"], number, row.get("issuer"), row.get("term") or identity.term, row["subject"], tuple(claims),
            tuple(row.get("names", ())), (), tuple(row.get("themes", ())), self._sources("works", (index,), row), row.get("note"),
        )  # fmt: skip

    def _target(self, name: str, place: tuple[str | int, ...], target: str, works: tuple[Work, ...]) -> str | None:
        fits = target_work(target, works)
        if len(fits) == 1:
            return fits[0].id
        if fits:
            hint = "viết địa chỉ đầy đủ: " + " hoặc ".join(work.id for work in fits)
            self._fault(name, place, "register-ambiguous", f"nhiều văn bản mang số {target}", hint)
            return None
        known = [work.number for work in works if work.number]
        near = difflib.get_close_matches(target, known, 1)
        hint = f"có phải “{near[0]}”?" if near else "thêm văn bản đó vào works.yaml"
        self._fault(name, place, "register-unknown", f"không có văn bản “{target}” trong works.yaml", hint)
        return None

    def _with_relations(self, index: int, work: Work, row: Row, works: tuple[Work, ...]) -> Work:
        relations = []
        for position, relation in enumerate(row.get("relations", ())):
            place = (index, "relations", position)
            target = self._target("works", (*place, "target"), relation["target"], works)
            when = self._date("works", (*place, "date"), relation.get("date"))
            sources = self._sources("works", place, relation)
            if target == work.id:
                self._fault("works", (*place, "target"), "register-ring", "văn bản có quan hệ với chính nó", "sửa văn bản kia")
            elif target is not None:
                relations.append(RegisterRelation(relation["predicate"], target, when, sources))
        return replace(work, relations=tuple(relations))

    def _with_works(self, theme: Theme, works: tuple[Work, ...]) -> Theme:
        index = next(at for at, row in enumerate(self.files["themes"].value) if row["id"] == theme.id)
        targets = (self._target("themes", (index, "works", position), target, works) for position, target in enumerate(theme.works))
        return replace(theme, works=tuple(target for target in targets if target))


def _tuples(row: Row, *fields: str) -> Iterable[tuple[Any, ...]]:
    return [tuple(row.get(field, ())) for field in fields]


def real_date(value: str) -> bool:
    """True for an ISO day, month or year that the calendar has ("2021-02-30" is none)."""
    parts = value.split("-")
    try:
        date(int(parts[0]), int(parts[1]) if len(parts) > 1 else 1, int(parts[2]) if len(parts) > 2 else 1)
    except (ValueError, IndexError):
        return False
    return len(parts) <= 3
