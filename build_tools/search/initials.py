"""Abbreviations that a collection teaches: those that its texts explain ("trạm y tế (TYT)"), and the initials of names that recur.

A name is a few words side by side, each of one or two syllables, none of them a function word, that stand so often enough: of all that
have the same initials, what stands most often is mostly meant. Whoever types initials is told what they were taken for; initials of several
names stand for each of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from build_tools.lexicon.keys import strip_marks
from build_tools.lexicon.letters import CAPITALS
from build_tools.search.files import Folder
from build_tools.search.keys import fingerprint, is_code, is_syllable, terms
from build_tools.search.lists import pack_numbers

MEANINGS = 2
"""Names that initials may stand for."""
LEARNT = 10
"""From this rank on, words are told by the collection alone."""
MOST = 2
"""Names that a site learns, for each of its units."""
ROOM = 8
"""More than a name has words to tell: the letters, and a "và"."""
SHARD, BYTES = 3_000, 5
"""Bytes of a file of names, and of a name."""
AND = "và"
_BRACKETS = re.compile(rf"\((?:[^()\n]{{0,40}}?[\s“\"])?(?P<short>[{CAPITALS}]{{2,8}})[”\"]?\s?\)")
"""What follows the words that it shortens: "(TYT)", "(sau đây gọi tắt là TYT)"."""
_ROW = re.compile(rf"^[-+•\s]{{0,4}}(?P<short>[{CAPITALS}]{{2,8}})\s?[:=–-]\s?(?P<words>[^\n:;.,()]{{5,60}})[;.,]?$", re.MULTILINE)
"""A row of a list of abbreviations: "TYT: Trạm y tế"."""
BEFORE = 100
"""Characters before an abbreviation in which its words stand."""


class Name(NamedTuple):
    """The folded initials of a name, the numbers of its words, and whether ``later`` than another name of these initials."""

    short: str
    words: tuple[int, ...]
    later: bool


def said_keys(
    spoken: Iterable[tuple[str, Sequence[str]]], explained: Iterable[tuple[str, str]], written: Mapping[str, str]
) -> dict[str, int]:
    """Keys of the dictionary of heads: ``*``, ``^`` for a code that is also a syllable, what is typed, `` = ``, the words that it stands
    for; each with its rank among these, from ``LEARNT`` on where only texts explain it (see ``explained_in``). ``written``: how words are
    written."""
    keys: dict[str, int] = {}
    known: set[str] = set()
    for typed, meant in spoken:
        name = ("^" if is_code(typed) else "") + " ".join(terms(typed))
        known.add(strip_marks(name).lstrip("^"))
        keys.update({f"*{name} = {words}": rank for rank, words in enumerate(meant)})
    found: defaultdict[str, list[str]] = defaultdict(list)
    for short, name in explained:
        if short not in known and name not in found[short]:
            found[short].append(name)
    for short, names in found.items():
        sign = "^" if is_syllable(short) else ""
        for rank, name in enumerate(names[:MEANINGS], LEARNT):
            keys[f"*{sign}{short} = {' '.join(written.get(word, word) for word in name.split(' '))}"] = rank
    return keys


def write_names(folder: Folder, names: Sequence[Name]) -> int:
    """Write ``names`` as ``i/N``, by their first two initials; the number of files."""
    parts: defaultdict[int, list[Name]] = defaultdict(list)
    files = max(1, len(names) * BYTES // SHARD)
    for name in names:
        parts[fingerprint(name.short[:2]) % files].append(name)
    for number in range(files):
        folder.write(f"i/{number}", pack_names(parts[number]))
    return files


def pack_names(names: Iterable[Name]) -> bytes:
    """Names in order, each told by the one before it: how many words they share and how many follow, in one number with whether another
    name of the same initials is likelier; then the numbers of those that follow."""
    numbers: list[int] = []
    before: tuple[int, ...] = ()
    for name in sorted(names, key=lambda one: one.words):
        shared = next((at for at, (one, two) in enumerate(zip(before, name.words, strict=False)) if one != two), len(before))
        rest = name.words[shared:]
        numbers += [(shared * ROOM + len(rest)) * 2 + name.later, *rest]
        before = name.words
    return pack_numbers(numbers)


def explained_in(text: str) -> Iterator[tuple[str, str]]:
    """Abbreviations that a text explains, folded, with their words: the last ones before it that begin with its letters."""
    for match in _BRACKETS.finditer(text):
        yield from _begun(match["short"], text[max(0, match.start() - BEFORE) : match.start()])
    for match in _ROW.finditer(text):
        yield from _begun(match["short"], match["words"])


def _begun(short: str, words: str) -> Iterator[tuple[str, str]]:
    letters = strip_marks(short).lower()
    name = _spelt(letters, terms(words))
    if name:
        yield letters, name


def _spelt(short: str, before: Sequence[str]) -> str:
    """The last of some words, if they begin with the letters of ``short``, a letter each; "và" may stand between them without one."""
    at, words = len(before), list[str]()
    for letter in reversed(short):
        at -= 1
        if at > 0 and before[at] == AND and letter != "v":
            words.append(AND)
            at -= 1
        if at < 0 or not before[at].isalpha() or strip_marks(before[at])[0] != letter:
            return ""
        words.append(before[at])
    return " ".join(reversed(words))
