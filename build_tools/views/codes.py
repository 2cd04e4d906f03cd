"""The page of document types: the words of each, the codes by which numbers name it, and where its documents are listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.lexicon.types import Types, types_of
from build_tools.messages import say
from build_tools.model.register import DocumentType
from build_tools.views import addresses, listing
from build_tools.views.glossary import letter
from build_tools.views.kinds import Entry, PageKind
from build_tools.views.lookup import Lookup
from build_tools.views.pieces import Link


@dataclass(frozen=True, slots=True)
class CodeRow:
    """One type. ``codes`` with the systems that use each, where that is not every system; ``sources`` of both."""

    id: str
    name: str
    also: tuple[str, ...]
    codes: tuple[str, ...]
    systems: tuple[str, ...]
    sources: tuple[str, ...]
    filed: str
    documents: Link | None


@dataclass(frozen=True, slots=True)
class CodesPage:
    """Types in the order of the alphabet. ``common``: the sources of most of them, said once."""

    path: str
    common: tuple[str, ...]
    rows: tuple[CodeRow, ...]


def codes_pages(lookup: Lookup) -> Iterator[CodesPage]:
    """The one page."""
    types = types_of(lookup.site.register.types)
    counted = {key: len(works) for key, works in listing.by_type(lookup).items()}
    kinds = sorted(types.rows, key=lambda kind: (letter(kind.name), kind.name))
    sources = Counter(kind.sources for kind in kinds)
    common = max(sources, key=lambda found: sources[found], default=())
    yield CodesPage(addresses.CODES, common, tuple(_row(kind, types, counted.get(kind.id, 0)) for kind in kinds))


def _row(kind: DocumentType, types: Types, count: int) -> CodeRow:
    codes = (*kind.codes, *(say("pages.codes.party-only", code=code) for code in kind.party_codes))
    systems = tuple(say(f"pages.codes.{system}") for system in kind.systems)
    filed = types.filed(kind)
    link = Link(say("pages.codes.documents", count=count), addresses.document_type(kind.id)) if count else None
    return CodeRow(
        id=kind.id,
        name=kind.name,
        also=kind.aliases,
        codes=codes,
        systems=systems,
        sources=kind.sources,
        filed=filed.name if filed is not kind else "",
        documents=link,
    )


KIND = PageKind(codes_pages, {CodesPage: "codes.md.j2"}, lambda _: [Entry(21, Link(say("pages.codes.entry"), addresses.CODES))])
