"""Everything read, identified, resolved and linked before a page is rendered."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final, Literal

from build_tools.cache import NOTHING_KEPT, Store
from build_tools.graph import edges as between
from build_tools.graph.agreement import copies
from build_tools.graph.attached import attachments_of
from build_tools.graph.checked import corrections
from build_tools.graph.endings import doubtful, without_lower_ranks
from build_tools.graph.identify import Identified, identify_all
from build_tools.graph.originals import original_of
from build_tools.graph.readings import read_all
from build_tools.graph.wanted import under_one_name
from build_tools.identity import redirects
from build_tools.lexicon.keys import exact_key
from build_tools.messages import finding
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.metadata import SourceFile
from build_tools.model.register import Register, Source, Work
from build_tools.model.site import Original, Site, SiteDocument
from build_tools.resolve import link

FULL: Final = "full"


def build_site(
    register: Register,
    sources: Sequence[SourceFile],
    *,
    jobs: int | None = None,
    strict: bool = True,
    redact: bool = False,
    progress: Callable[[str], None] | None = None,
    store: Store = NOTHING_KEPT,
    engine: str = "",
) -> Site:
    """Read ``sources`` and link them with the register.

    ``jobs`` processes read the documents (None: one for each core, when there are enough documents to be worth it), or the executor that
    ``engine`` names; ``progress`` is called
    with each path that has been read; readings are taken from ``store`` and kept there. With ``strict`` any fault raises ``InputError``
    with all of them; without, faulty documents are left out and their faults stand in ``Site.diagnostics``. ``redact`` masks personal data
    in every document. The same sources always give the same site.
    """
    every = tuple(replace(source, metadata=replace(source.metadata, redact=True)) if redact else source for source in sources)
    reads = read_all(every, register, jobs or os.cpu_count() or 1, progress, store, engine)
    found, wider, faults = identify_all(reads, register)
    kept, more = _one_each(found)
    faults += more
    if strict and any(fault.severity == "error" for fault in faults):
        raise InputError(*faults)
    works = _works(wider, kept)
    moved, broken = _redirects(register, frozenset(work.id for work in works))
    wider = replace(wider, works=works, redirects=moved)
    by_id = {work.id: work for work in works}
    originals = [original_of(item.read.source) for item in kept]
    attached = [attachments_of(item.read.source, item.document) for item in kept]
    documents = under_one_name(
        replace(_document(item, by_id[item.work.id], works, wider, original), attachments=beside)
        for item, (original, _), (beside, _) in zip(kept, originals, attached, strict=True)
    )
    dates = {work.id: work.date for work in works}
    # a document speaks on its own date, whatever others say of it
    dates |= {item.work.id: item.document.header.date or dates[item.work.id] for item in kept}
    told, refused_endings = without_lower_ranks(between.text_edges(documents, dates), by_id, wider)
    edges = [*between.register_edges(works), *told]
    outgoing, incoming = between.both_ways(edges)
    notes = tuple(
        note
        for item, (_, refused), (_, more) in zip(kept, originals, attached, strict=True)
        for note in (*item.read.diagnostics, *item.diagnostics, *refused, *more)
    )
    warned = between.warned(documents, edges, dates)
    checked = (*between.rings(works), *refused_endings, *doubtful(edges, documents, warned))
    return Site(
        register=wider,
        works=works,
        documents=documents,
        outgoing=outgoing,
        incoming=incoming,
        wanted=between.wanted(documents),
        ambiguous=between.ambiguous(documents),
        warned=warned,
        diagnostics=(*register.told, *faults, *broken, *checked, *notes),
        as_of=newest(register),
    )


def _kind(item: Identified) -> Literal["full", "digest"]:
    return item.read.source.metadata.kind or FULL


def _one_each(found: Iterable[Identified]) -> tuple[tuple[Identified, ...], tuple[Diagnostic, ...]]:
    """One document for each work, sorted by its id: a full text takes the place of a digest; two full texts are a fault."""
    chosen: dict[str, Identified] = {}
    faults = []
    for item in found:
        other = chosen.get(item.work.id)
        if other is None or (_kind(other) != FULL and _kind(item) == FULL):
            chosen[item.work.id] = item
        elif _kind(item) == _kind(other):
            same = item.document.clean.text == other.document.clean.text
            case = "document-twice.same" if same else "document-twice.identity"
            faults.append(finding(case, item.read.source.path, other=other.read.source.path))
            faults += copies(item.document, other.document, item.read.source.path, other.read.source.path)
    return tuple(chosen[key] for key in sorted(chosen)), tuple(faults)


def _works(register: Register, kept: tuple[Identified, ...]) -> tuple[Work, ...]:
    works = {work.id: work for work in register.works} | {item.work.id: item.work for item in kept}
    keywords = [(theme.id, tuple(_theme_key(keyword) for keyword in theme.keywords), theme.works) for theme in register.themes]
    return tuple(_themed(works[key], keywords) for key in sorted(works))


def _themed(work: Work, keywords: list[tuple[str, tuple[str, ...], tuple[str, ...]]]) -> Work:
    """The work with the themes whose keywords its subject or number holds, and that name it."""
    text = _theme_key(f"{work.subject} {work.number or ''}")
    named = {theme for theme, keys, works in keywords if work.id in works or any(key in text for key in keys)}
    return replace(work, themes=tuple(sorted(named | set(work.themes))))


@lru_cache(maxsize=8192)
def _theme_key(text: str) -> str:
    return exact_key(text).replace(",", "")


def _document(item: Identified, work: Work, works: tuple[Work, ...], register: Register, original: Original | None) -> SiteDocument:
    metadata = item.read.source.metadata
    references = link(item.document, item.read.cited, work, works, register)
    notes = (
        *metadata.notes,
        *item.notes,
        *corrections(item.document, metadata),
        *(item.read.layout if _kind(item) == FULL else ()),
    )
    return SiteDocument(
        work=work.id,
        slug=work.id,
        kind=_kind(item),
        document=item.document,
        references=references,
        statements=item.read.statements,
        themes=work.themes,
        sources=metadata.sources,
        notes=notes,
        publish_original=metadata.publish_original,
        source_path=item.read.source.path,
        original=original,
        unsure=metadata.unsure,
        added_on=metadata.added_on,
        unknown=metadata.unknown,
        own_places=item.read.own_places,
        reading=item.read.key,
    )


def _redirects(register: Register, present: frozenset[str]) -> tuple[tuple[tuple[str, str], ...], tuple[Diagnostic, ...]]:
    """The redirects that lead somewhere, chains followed to their end; a warning for each that does not."""
    renamed = dict(register.redirects)
    moved = redirects(renamed, present)
    lost = sorted(set(renamed) - {old for old, _ in moved} - present)
    return moved, tuple(finding("redirect-lost", address=old) for old in lost)


def newest(register: Register) -> str | None:
    """The newest day on which a fact of the register was looked up; never the clock."""
    days = {source.as_of for source in _sources(register) if source.as_of}
    return max(days) if days else None


def _sources(register: Register) -> Iterable[Source]:
    for work in register.works:
        yield from work.sources
        for claim in work.dates:
            yield from claim.sources
        for relation in work.relations:
            yield from relation.sources
