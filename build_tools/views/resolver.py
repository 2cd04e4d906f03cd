"""The page that reads a pasted letter in the browser, and the small files in which it looks up what is cited."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.browser import rule_words
from build_tools.browser.reading import name_key
from build_tools.identity import number_key
from build_tools.lexicon.relations import onward, relation
from build_tools.lexicon.scopes import ends
from build_tools.messages import say, under
from build_tools.model.register import Work
from build_tools.model.site import Edge
from build_tools.views import addresses
from build_tools.views.kinds import Entry, PageKind
from build_tools.views.lookup import Lookup
from build_tools.views.pieces import Link

FOLDER = "assets/dan-van-ban"
"""Where scripts and look-up files lie."""
SHARD = 24_000
"""Bytes of a look-up file, about: a letter asks for one of them for each number that it cites. An old machine needs longer for each file
than for what is in it."""


@dataclass(frozen=True, slots=True)
class ResolverPage:
    """The page; ``shards``: in how many files works are looked up; ``words``: what the script says, as JSON."""

    path: str
    title: str
    shards: int
    as_of: str
    words: str
    folder: str


def resolver_pages(lookup: Lookup) -> Iterator[ResolverPage]:
    """The one page."""
    words = json.dumps(under("pages.resolver.script.") | rule_words(), ensure_ascii=False, sort_keys=True)
    title = say("pages.resolver.title")
    yield ResolverPage(addresses.RESOLVER, title, _shards(_rows(lookup)), lookup.site.as_of or "", words, f"../{FOLDER}/")


def _shards(rows: list[tuple[str, str]]) -> int:
    """In how many files they are kept."""
    return max(1, -(-sum(len(row) for _, row in rows) // SHARD))


def lookup_files(lookup: Lookup) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of each look-up file: ``chiNam.put(number, rows)``, the one thing that a page opened from a folder may load."""
    rows = _rows(lookup)
    count = _shards(rows)
    parts: defaultdict[int, list[str]] = defaultdict(list)
    for key, row in rows:
        parts[shard(key, count)].append(row)
    for number in range(count):
        yield f"{FOLDER}/{number}.js", f"chiNam.put({number},[{','.join(parts[number])}])\n".encode()


def shard(key: str, count: int) -> int:
    """The file in which the works of a number stand; the page's script reckons the same."""
    total = 7
    for letter in key:
        total = (total * 31 + ord(letter)) % 65521
    return total % count


def _rows(lookup: Lookup) -> list[tuple[str, str]]:
    """(key, row as JSON) of every work for its number and for each of its names, in the order of the works."""
    return [(key, _json(_row(key, work, lookup))) for work in lookup.site.works for key in _keys(work)]


def _keys(work: Work) -> tuple[str, ...]:
    """Under what a letter may ask for a work; a number is told from a name."""
    numbers = (number_key(work.number),) if work.number else ()
    return tuple(dict.fromkeys((*numbers, *map(name_key, work.names))))


def _row(key: str, work: Work, lookup: Lookup) -> dict[str, object]:
    return {
        "key": key,
        "id": work.id,
        "type": work.type,
        "number": work.number,
        "issuer": work.issuer,
        "term": work.term,
        "subject": work.subject,
        "names": list(work.names),
        "dates": [claim.date for claim in work.dates],
        "shown": lookup.name(work),
        "page": addresses.html(addresses.work(work.id)),
        "ended": list(_ended(work, lookup)),
    }


def _ended(work: Work, lookup: Lookup) -> Iterator[dict[str, object]]:
    """What is known to have ended a work, and what took its place in its turn, in the shape of ``cites --format json``.

    The words and the page stand beside; those of a further step name what was ended.
    """
    for of, edge, date in onward(work.id, lambda key: _endings(key, lookup), lambda step: (step[1].predicate, step[1].source)):
        by, how = lookup.name(lookup.works[edge.source]), relation(edge.predicate).ended
        sources = [{"name": item.name, "url": item.url, "confidence": item.confidence, "as_of": item.as_of} for item in edge.sources]
        if not sources:  # a document of the site says so itself
            sources = [{"name": by, "url": None, "confidence": "A", "as_of": None}]
        old = lookup.name(lookup.works[of])
        if by in old:  # the page's script links the first place where the later name stands
            old = say("pages.resolver.what-took-its-place")
        yield {
            "of": of,
            "relation": edge.predicate,
            "by": edge.source,
            "by_name": by,
            "date": date,
            "sources": sources,
            "how": how if of == work.id else f"{old} {how}",
            "page": addresses.html(addresses.work(edge.source)),
        }


def _endings(work: str, lookup: Lookup) -> Iterator[tuple[str, Edge, str]]:
    """What ended one work, each document once, with the day; what has none is left out."""
    seen: set[str] = set()
    for edge in lookup.incoming.get(work, ()):
        other = lookup.works.get(edge.source)
        date = edge.date or (lookup.date(other) if other else None)
        if other and date and edge.source not in seen and ends(edge.predicate, edge.scope) and not edge.unsure:
            seen.add(edge.source)
            yield work, edge, date


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _entries(_: Lookup) -> tuple[Entry, ...]:
    return (Entry(75, Link(say("pages.resolver.title"), addresses.RESOLVER)),)


KIND = PageKind(resolver_pages, {ResolverPage: "resolver.md.j2"}, _entries)
