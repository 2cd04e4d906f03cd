"""All that the quality pages tell, as files: one row a thing to look at, nothing cut, for a spreadsheet (CSV) and for programs (JSON)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from build_tools.lexicon.relations import relation
from build_tools.messages import say
from build_tools.model.register import Source
from build_tools.views import addresses
from build_tools.views.calendars import spreadsheet
from build_tools.views.lookup import Lookup, place_link
from build_tools.views.reading import unsure_of
from build_tools.views.wanted import wanted_rows
from build_tools.views.wording import date_text


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to look at. ``kind``: wanted, ambiguous, replaced, conflict, sum, recognised or undated; ``document`` where it stands (an
    id, with its name and the address of the place); ``about`` what it is, ``detail`` what there is to know; ``day`` ISO; ``count`` how many
    documents a wanted one is cited by; ``sources`` with the day on which each was looked up."""

    kind: str
    document: str
    name: str
    address: str
    about: str
    detail: str = ""
    day: str = ""
    count: int = 0
    sources: str = ""


def quality_files(lookup: Lookup) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of both files, as far as the site publishes them."""
    exports = lookup.site.settings.exports
    rows = tuple(quality_rows(lookup)) if {"csv", "json"} & {*exports} else ()
    if "csv" in exports:
        yield addresses.QUALITY_FILE.format("csv"), _table(rows)
    if "json" not in exports:
        return
    counts = {kind: sum(row.kind == kind for row in rows) for kind in dict.fromkeys(row.kind for row in rows)}
    told = {"as_of": lookup.site.as_of, "counts": counts, "rows": [asdict(row) for row in rows]}
    yield addresses.QUALITY_FILE.format("json"), (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def quality_rows(lookup: Lookup) -> Iterator[Row]:
    """Every row, kind by kind, in the order of the pages."""
    for kind in (_wanted, _ambiguous, _replaced, _conflicts, _sums, _recognised, _undated):
        yield from kind(lookup)


def _wanted(lookup: Lookup) -> Iterator[Row]:
    for wanted in wanted_rows(lookup):
        yield Row("wanted", "", "", _address(wanted.link.page, wanted.link.anchor), wanted.link.text, count=wanted.documents)


def _ambiguous(lookup: Lookup) -> Iterator[Row]:
    for item in lookup.site.ambiguous:
        names = "; ".join(lookup.name(lookup.works[work]) for work in item.works if work in lookup.works)
        yield Row("ambiguous", *_place(item.document, item.node_id, lookup), item.quote, f"{names} ({item.rule})")


def _replaced(lookup: Lookup) -> Iterator[Row]:
    for replaced in lookup.site.warned:
        if replaced.cited in lookup.works and replaced.replaced_by in lookup.works:
            by = lookup.name(lookup.works[replaced.replaced_by])
            ended = say("pages.quality.ended", ended=relation(replaced.predicate).ended, by=by, date=date_text(replaced.replaced_on))
            about = lookup.name(lookup.works[replaced.cited])
            place = _place(replaced.document, replaced.node_id, lookup)
            yield Row("replaced", *place, about, ended, replaced.cited_on, sources=_sources(replaced.sources))


def _conflicts(lookup: Lookup) -> Iterator[Row]:
    for work in lookup.site.works:
        if len(work.dates) > 1:
            for claim in work.dates:
                yield Row("conflict", *_place(work.id, "", lookup), lookup.name(work), day=claim.date, sources=_sources(claim.sources))


def _sums(lookup: Lookup) -> Iterator[Row]:
    for document in lookup.site.documents:
        for check in document.statements.checks:
            if not check.holds:
                yield Row("sum", *_place(document.work, "", lookup), check.text, check.printed)


def _recognised(lookup: Lookup) -> Iterator[Row]:
    for document in lookup.site.documents:
        for words in unsure_of(document.work, lookup):
            yield Row("recognised", *_place(document.work, "", lookup), words)


def _undated(lookup: Lookup) -> Iterator[Row]:
    for document in lookup.site.documents:
        work = lookup.works[document.work]
        if lookup.date(work) is None:
            yield Row("undated", *_place(document.work, "", lookup), work.subject)


def _place(work: str, node: str, lookup: Lookup) -> tuple[str, str, str]:
    link = place_link(work, node, lookup) if node else lookup.link(work)
    return work, lookup.name(lookup.works[work]), _address(link.page, link.anchor)


def _address(page: str, anchor: str) -> str:
    return addresses.html(page) + (f"#{anchor}" if anchor else "")


def _sources(sources: tuple[Source, ...]) -> str:
    return "; ".join(f"{source.name} ({source.as_of})" if source.as_of else source.name for source in sources)


def _table(rows: tuple[Row, ...]) -> bytes:
    columns = tuple(Row.__dataclass_fields__)
    heads = (say(f"pages.quality.column.{name}") for name in columns)
    cells = ((say(f"pages.quality.kind.{row.kind}"), *(str(getattr(row, name) or "") for name in columns[1:])) for row in rows)
    return spreadsheet(heads, cells)
