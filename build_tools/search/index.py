"""Records to index files: what is written where, and why it stays small. The format is described in ``README.md`` beside this file.

Two tiers. The *head* finds groups (a document with its parts, a term, an issuer) by title, number, date and names. The *body* finds
units: runs of parts of one group, long enough that a list of unit numbers stays within a few kilobytes even on a site of 20,000
documents. Pairs and triples of words are listed only where the words alone are so frequent that a query would drown; exact phrases
are checked in the packed text.
"""

from __future__ import annotations

import itertools
import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path

import msgspec

from build_tools.cache import NOTHING_KEPT, Store, digest, program
from build_tools.lexicon.keys import strip_marks
from build_tools.search.body import chosen_of, write_body
from build_tools.search.cuts import cut_units, tally_kept
from build_tools.search.facets import facet_table
from build_tools.search.files import MANIFEST, PUT, SHORT, Folder, StandingIndex
from build_tools.search.groups import Group, group_records
from build_tools.search.initials import MOST, said_keys, write_names
from build_tools.search.keys import date_term, fingerprint, is_code, number_term, terms
from build_tools.search.lists import pack_numbers, row_of
from build_tools.search.names import recurring_names
from build_tools.search.records import IndexReport, Options, Record
from build_tools.search.tally import Tallies
from build_tools.search.totals import totals_of
from build_tools.search.words import Words

FORMAT = 9
HEAD_SHARD = 650
DISPLAY = 2
"""Groups whose titles stand in one display file."""
FILE_TERMS = 1_600
"""Terms of text in one text file, about 7 KB of text."""

Progress = Callable[[str, int, int], None]


def build_index(
    records: Iterable[Record | Group],
    out: Path,
    *,
    options: Options | None = None,
    progress: Progress | None = None,
    store: Store = NOTHING_KEPT,
    standing: StandingIndex | None = None,
) -> IndexReport:
    """Write the index of ``records`` into the folder ``out`` (made when missing; files of an older index there are removed).

    Files lie in a folder of ``out`` that is named for what they hold; ``index.js`` beside it tells the name.

    The same records and options give the same bytes. Raises ``ValueError`` for two records with one id, a part whose group is missing
    or itself a part, or a kind that ``options`` does not name. ``progress(step, done, total)`` is called now and then. ``store`` keeps
    what follows from a few of the records, for the next index of almost the same; files of the index that is ``standing`` elsewhere become
    part of this one where they are the same.
    """
    options = options or Options()
    return index_groups(group_records(records, options), out, options=options, progress=progress, store=store, standing=standing)


def index_groups(
    groups: Sequence[Group],
    out: Path,
    *,
    options: Options,
    progress: Progress | None = None,
    store: Store = NOTHING_KEPT,
    standing: StandingIndex | None = None,
) -> IndexReport:
    """``build_index`` of records that are in groups already (see ``group_records``)."""
    start = time.process_time()
    step = progress or (lambda *_: None)
    _clear(out)
    folder = Folder(out / "new", standing, store)
    words = Words()
    for group in groups:
        for text in (group.record.title, *group.record.aliases):
            words.add(text)
    with closing(Tallies()) as tallies:
        lots, units, unit_size, explained = cut_units(groups, words, options, step, store, tallies)
        totals = totals_of(tallies, store, partial(tally_kept, store=store))
        chosen, size = chosen_of(totals, units), sum(totals.terms.values())
        del totals  # what a step needs no more is let go before the next one: of a large site each holds much
        body = write_body(folder, tallies, chosen, units, step, store)
        per_file = max(1, FILE_TERMS // unit_size)
        coding = words.coding(lots, units // per_file, store)
        del lots
        for number in range(0, units, per_file):
            folder.write(f"t/{number // per_file}", coding.pack(number, number + per_file))
        coding = replace(coding, cut=())
        names = recurring_names(tallies, size, body.words, coding.ranks(), store)
    folder.write("words", "\0".join(coding.pieces).encode())
    folder.write("rest", "\0".join(coding.rest).encode())
    folder.write("phrases", pack_numbers([number for phrase in coding.phrases for number in (len(phrase), *phrase)]))
    name_files = write_names(folder, names[: int(units * MOST)])
    folder.write("layout", pack_numbers([group.units for group in groups]))
    said = said_keys(options.spoken, explained, words.written())
    key = digest(program(), *map(msgspec.msgpack.encode, (options, [(group.record, group.kinds) for group in groups], said)))
    head, head_size, wide, number_names = folder.stage(key, lambda: _shown(folder, groups, options, said))
    count = sum(1 + group.count for group in groups)
    manifest = {
        "format": FORMAT,
        "build": folder.settle(),
        "groups": len(groups),
        "records": count,
        "units": units,
        "perFile": per_file,
        "display": DISPLAY,
        "head": head,
        "headSize": head_size,
        "headWide": " ".join(wide),
        "body": body.files,
        "bodyWide": " ".join(body.wide),
        "numbers": body.number_files,
        "initials": name_files,
        "columns": body.columns,
        "columnsInFile": body.columns_in_file,
        "rare": body.rare,
        "common": body.common,
        "paired": body.paired,
        "short": coding.short,
        "frequent": " ".join(body.frequent),
        "numberNames": number_names,
        "kinds": options.kinds,
        "facets": options.facets,
        "synonyms": options.synonyms,
        "hollow": [" ".join(terms(word)) for word in options.hollow],
        "indexes": options.indexes,
    }
    top = Folder(out)
    top.write(MANIFEST, json.dumps(manifest, ensure_ascii=False, separators=(",", ":")).encode())
    return IndexReport(count, len(groups), folder.count + top.count, folder.size + top.size, time.process_time() - start)


def _clear(out: Path) -> None:
    for path in sorted(out.rglob("*.js")) if out.is_dir() else ():
        with path.open("rb") as file:
            ours = file.read(len(PUT)).startswith((PUT.encode(), SHORT.encode()))
        if ours:
            path.unlink()
            for above in path.parents:
                if above == out or any(above.iterdir()):
                    break
                above.rmdir()


def _shown(folder: Folder, groups: Sequence[Group], options: Options, said: Mapping[str, int]) -> tuple[int, int, list[str], list[str]]:
    """All that follows from what is shown of groups, whatever their texts say."""
    _display(folder, groups, options)
    folder.write("facets", json.dumps(facet_table(groups, options), ensure_ascii=False, separators=(",", ":")).encode())
    return _head(folder, groups, options, said)


def _head(folder: Folder, groups: Sequence[Group], options: Options, said: Mapping[str, int]) -> tuple[int, int, list[str], list[str]]:
    """Lists of groups, and what is ``said`` for other words. Shards, what all numbers are less than, words filed apart, and the folded
    names that stand before numbers."""
    lists: defaultdict[str, list[int]] = defaultdict(list)
    names: set[str] = set()
    for number, group in enumerate(groups):
        named = _named_numbers(group.record, options)
        names.update(key.split(" ", 1)[1] for key in named)
        for key in sorted(_head_keys(group.record, options) | named):
            lists[key].append(number)
    rows = {key: row_of(value) for key, value in lists.items()} | {key: row_of([rank]) for key, rank in said.items()}
    size = max([len(groups), *(rank + 1 for rank in said.values())])
    shards, wide = folder.write_lists("h", rows, size, HEAD_SHARD, letters=1)
    return shards, size, wide, sorted(names)


def _named_numbers(record: Record, options: Options) -> set[str]:
    """``#5 chi thi``, ``#30 nghi dinh`` and ``#30.2020 nghi dinh``: own numbers as people say them, without the symbol."""
    found = filter(None, (number_term(number) for number in (record.number, *record.other_numbers) if number))
    figures = {form for term in found for form in (term.split("|")[0], term.split("|")[0].split(".")[0])}
    names = {_plain(value) for key, value in record.facets if key in options.number_names}
    return {f"#{digits} {name}" for digits in figures for name in names if name}


def _head_keys(record: Record, options: Options) -> set[str]:
    """What a group is found under: words and pairs of its names, ``#`` own numbers, own dates,
    ``~`` words of what is shown beside, ``^`` codes that are also syllables."""
    keys: set[str] = set()
    for name in (record.title, *record.aliases):
        found = terms(name)
        if is_code(name.strip()):
            keys.add("^" + strip_marks(found[0]))
            continue
        folded = [strip_marks(term) for term in found]
        keys.update(found)
        keys.update(f"{one} {two}" for one, two in itertools.pairwise(found))
        if folded:
            keys.add(f"={fingerprint(' '.join(folded))}")
    for number in (record.number, *record.other_numbers):
        term = number_term(number) if number else None
        if term:
            keys.add("#" + term)
    for date in record.dates:
        year, *rest = date.split("-")
        keys.add("@" + year)
        if rest:
            keys.add(date_term(year, rest[0], None) or "@" + year)
        if len(rest) > 1:
            keys.add(date_term(year, rest[0], rest[1]) or "@" + year)
    told = (value for facet, value in record.facets if facet not in options.silent)
    for value in (*told, *(value for _, value in record.meta)):
        keys.update(_beside(value))
    return keys


@lru_cache(maxsize=1 << 12)
def _beside(value: str) -> frozenset[str]:
    """The keys of what is shown beside a result: the same few types, issuers and years again and again."""
    return frozenset("~" + strip_marks(term) for term in terms(value) if "|" not in term and term[0] != "@")


@lru_cache(maxsize=1 << 12)
def _plain(value: str) -> str:
    return " ".join(strip_marks(term) for term in terms(value))


def _display(folder: Folder, groups: Sequence[Group], options: Options) -> None:
    kinds = {key: number for number, (key, _) in enumerate(options.kinds)}
    for start in range(0, len(groups), DISPLAY):
        rows = [
            [
                group.record.url,
                group.record.title,
                group.record.number or "",
                kinds[group.record.kind],
                group.record.dates[0] if group.record.dates else "",
                int(group.record.superseded),
                group.record.meta,
                group.record.aliases,
            ]
            for group in groups[start : start + DISPLAY]
        ]
        folder.write(f"d/{start // DISPLAY}", json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode())
