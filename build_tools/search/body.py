"""The body tier: in which units words stand, which of them are neighbours, and the numbers of documents that are cited.

Lists of units for words, figures and dates, and for pairs of words that are words of two syllables or
common; about the other pairs a table of bits tells (see ``neighbours``). On a large site the lists of the most frequent words are too long
to fetch: there, all pairs of them have lists.
Numbers of documents lie in files of their own, since a query asks for all that begin alike.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from build_tools.cache import Store
from build_tools.search.files import Folder
from build_tools.search.lists import Row
from build_tools.search.neighbours import Listed, Table, listed_pairs, sorted_pairs
from build_tools.search.runs import Runs
from build_tools.search.spans import own_of, share_of, spans
from build_tools.search.tally import Tallies, numbers
from build_tools.search.totals import Totals, about

SHARD, NUMBER_SHARD = 1_750, 3_000
FREQUENT_SHARE = 0.15
"""Words in more than this share of units are frequent."""
LARGE = 10_000
"""On a site of more units pairs of frequent words have lists."""
RARE_SHARE = 0.02
"""Words in no more than this share of units are rare: so few texts have them that their neighbours need not be known."""


@dataclass(frozen=True, slots=True)
class Body:
    """What the manifest says of the body tier: numbers of files, words filed apart (see ``Folder.write_lists``), numbers of columns and of
    columns in a file, the most units of a rare word and of a pair that is not common, whether all pairs of frequent words have lists, and
    these words. ``words``: the pairs, with their tones, that are words of two syllables,
    and how surely."""

    files: int
    wide: tuple[str, ...]
    number_files: int
    columns: int
    columns_in_file: int
    rare: int
    common: int
    paired: bool
    frequent: tuple[str, ...]
    words: Mapping[str, float]


class Chosen(NamedTuple):
    """What the counts of a site choose: ``frequent`` words, ``seldom`` ones (in no more than ``rare`` units), the pairs that have lists;
    ``paired``: whether all those of frequent words do."""

    frequent: frozenset[str]
    seldom: frozenset[str]
    rare: int
    paired: bool
    listed: Listed


def chosen_of(totals: Totals, units: int) -> Chosen:
    """What the counts of so many units choose."""
    size = about(units)
    frequent = frozenset(term for term, times in totals.folded.items() if times > size * FREQUENT_SHARE)
    paired = size > LARGE
    rare = int(size * RARE_SHARE)
    seldom = frozenset(term for term, times in totals.folded.items() if times <= rare)
    return Chosen(frequent, seldom, rare, paired, listed_pairs(totals, size, frequent, paired))


def write_body(
    folder: Folder,
    tallies: Tallies,
    chosen: Chosen,
    units: int,
    step: Callable[[str, int, int], None],
    store: Store,
) -> Body:
    """Write the lists of so many ``units``, counted in ``tallies``, into ``folder``.
    ``store`` keeps what each batch and each span adds."""
    frequent, seldom, rare, paired, listed = chosen
    runs, columns, start = Runs(), Table(), 0
    for span in spans(tallies):
        step("từ", start, units)
        own = own_of(span, store)
        share = share_of(span, own.plain, partial(sorted_pairs, listed=listed, rare=seldom), store)
        runs.add(own.terms, own.held, start)
        runs.add(share.keys, share.held, start)
        columns.add(map(numbers, share.bits))
        start += len(share.bits)
    lists = runs.rows()
    lists.pop("", None)  # where a part ends
    for key, row in lists.items():
        if not _counts(key, len(row.often) > units * FREQUENT_SHARE):
            lists[key] = Row(row.steps)
    cited = {key: lists.pop(key) for key in [key for key in lists if "|" in key]}
    files, wide = folder.write_lists("b", lists, units, SHARD, letters=99)
    number_files, _ = folder.write_lists("n", cited, units, NUMBER_SHARD)
    return Body(files, tuple(wide), number_files, *columns.write(folder), rare, listed.most, paired, tuple(sorted(frequent)), listed.words)


def _counts(key: str, frequent: bool) -> bool:
    """Does it count how often this stands in a text? Not of a word that many texts have, which tells little and would take most bits,
    nor of figures, dates and numbers."""
    return " " in key or (key.isalpha() and not frequent)
