"""The body tier: in which units words stand, which of them are neighbours, and the numbers of documents that are cited.

Lists of units for words, figures and dates, for words of headings (``+``), and for pairs of words that are words of two syllables or
common; about the other pairs a table of bits tells (see ``neighbours``). On a large site the lists of the most frequent words are too long
to fetch: there, all pairs of them have lists.
Numbers of documents lie in files of their own, since a query asks for all that begin alike.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_tools.lexicon.keys import strip_marks
from build_tools.search.files import Folder, pack_list
from build_tools.search.neighbours import Table, listed_pairs, neighbours
from build_tools.search.units import Unit

SHARD, NUMBER_SHARD = 2_400, 3_000
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


def write_body(folder: Folder, units: Sequence[Unit], step: Callable[[str, int, int], None]) -> Body:
    """Write the lists of all ``units`` into ``folder``."""
    total = len(units)
    lists: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    count: Counter[str] = Counter()
    fold = _Folded()
    rows = [[fold[term] for term in unit.terms] for unit in units]
    for number, (unit, row) in enumerate(zip(units, rows, strict=True)):
        step("từ", number, total)
        for term in set(unit.terms):
            lists[term].append(number)
        count.update(set(row))
        for term in unit.headings:
            lists["+" + term].append(number)
    lists.pop("", None)
    rare = int(total * RARE_SHARE)
    frequent = frozenset(term for term, times in count.items() if times > total * FREQUENT_SHARE and term.isalnum())
    paired = total > LARGE
    seldom = frozenset(term for term, times in count.items() if times <= rare or not term.isalnum())
    listed = listed_pairs([unit.terms for unit in units], rows, total, frequent, paired)
    columns = Table()
    for number, (unit, row) in enumerate(zip(units, rows, strict=True)):
        step("từ kề nhau", number, total)
        columns.add(neighbours(row, listed, seldom))
        for key in {
            " ".join(toned) for toned, plain in zip(pairwise(unit.terms), pairwise(row), strict=True) if " ".join(plain) in listed.pairs
        }:
            lists[key].append(number)
    numbers = {key: pack_list(lists.pop(key)) for key in [key for key in lists if "|" in key]}
    words = {key: pack_list(units_) for key, units_ in lists.items()}
    files, wide = folder.write_lists("b", words, SHARD, letters=99)
    number_files, _ = folder.write_lists("n", numbers, NUMBER_SHARD)
    return Body(files, tuple(wide), number_files, *columns.write(folder), rare, listed.most, paired, tuple(sorted(frequent)), listed.words)


class _Folded(dict[str, str]):
    """Folded form of each term met, computed once."""

    def __missing__(self, term: str) -> str:
        folded = self[term] = strip_marks(term)
        return folded
