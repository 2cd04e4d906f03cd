"""Lists of words that stages look for, kept in YAML with their examples, and patterns made of them.

All stages share them: the lines of letterheads and the bodies' names tell a reader where on a page it stands and tell the structure what
they mean; the words around citations, duties, counts and times are for single stages. A list is known by its id; the files are read when a
list that they may have is first asked for, those that readers need first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from build_tools.lexicon.files import lexicon_rows
from build_tools.lexicon.keys import phrase_key, strip_marks
from build_tools.lexicon.wording import words_pattern
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.row import Row
from build_tools.tables import Rows, load_rows
from build_tools.vietnamese.tones import TONES

FILES = ("letterhead", "bodies", "landmarks", "citing", "sentences", "defining", "duties", "units", "times", "reported", "personal")

Phrase = Annotated[str, Meta(min_length=1)]
Case = Literal["any", "begin", "exact"]
"""Written in any case; as they stand or all in capitals; exactly as they stand."""
Form = Literal["any", "begin", "exact", "capitals", "folded"]
"""A list's case, or all in capitals, or lower case without diacritics."""


class WordList(Row, frozen=True):
    """Words of one use; a long list has several rows, each of a ``group``.

    ``examples`` are texts in which such a word is seen, ``not_`` texts in which none may be seen.
    """

    id: Annotated[str, Meta(pattern="^[a-z]+(-[a-z]+)*$", description="tên của danh sách, chữ thường không dấu")]
    words: Annotated[tuple[Phrase, ...], Meta(min_length=1)]
    what: Annotated[str, Meta(description="các chữ này là gì, dùng ở đâu")] = ""
    group: Annotated[str, Meta(description="các chữ của dòng này cùng nói về gì")] = ""
    case: Case = "any"
    examples: tuple[Phrase, ...] = ()
    not_: tuple[Phrase, ...] = msgspec.field(default=(), name="not")


@lru_cache(maxsize=len(FILES))
def word_lists(name: str) -> tuple[WordList, ...]:
    """The rows of one file of this package."""
    return _whole(lexicon_rows(name, WordList))


def load_lists(text: str, name: str) -> tuple[WordList, ...]:
    """The rows of a text. Raises ``InputError`` with every fault: a list or a word that is there twice, a row without an example."""
    return _whole(load_rows(text, WordList, name))


def _whole(table: Rows[WordList]) -> tuple[WordList, ...]:
    faults = [
        *table.claimed_twice(lambda row: (f"{row.id}: {row.group}" if row.group else row.id,), "danh sách"),
        *table.claimed_twice(lambda row: (f"{row.id}: {phrase_key(word)}" for word in row.words), "từ ngữ"),
    ]
    for index, row in enumerate(table.rows):
        twice = sorted({word for word in row.words if row.words.count(word) > 1})
        if twice:
            faults.append(table.file.finding("row-twice.words", (index, "words"), words=", ".join(twice)))
        if not row.examples:
            faults.append(table.file.finding("words-examples", (index,), id=row.id))
    if faults:
        raise InputError(*faults)
    return table.rows


def two_homes(tables: Iterable[Rows[WordList]]) -> tuple[Diagnostic, ...]:
    """A fault for each list that a file has although an earlier one has it."""
    first: dict[str, Rows[WordList]] = {}
    return tuple(
        table.file.finding("row-twice.list", (index, "id"), id=row.id)
        for table in tables
        for index, row in enumerate(table.rows)
        if first.setdefault(row.id, table) is not table
    )


@lru_cache(maxsize=256)
def _rows(identifier: str) -> tuple[WordList, ...]:
    for name in FILES:
        found = tuple(row for row in word_lists(name) if row.id == identifier)
        if found:
            return found
    raise KeyError(identifier)


@lru_cache(maxsize=256)
def words(identifier: str, group: str = "") -> tuple[str, ...]:
    """The words of a list, or of one ``group`` of it, in the order of its file. Raises ``KeyError`` for a list that is not there."""
    return tuple(word for row in _rows(identifier) if group in ("", row.group) for word in row.words)


@lru_cache(maxsize=256)
def word_set(identifier: str) -> frozenset[str]:
    """The keys of a list's words, for look-up."""
    return frozenset(map(phrase_key, words(identifier)))


@lru_cache(maxsize=256)
def any_word(*identifiers: str, blank: str = " ", case: Form | None = None, first: int | None = None) -> str:
    """A pattern of any word of these lists, the longest that fits first, with the tone mark at either place ("hòa", "hoà").

    ``blank`` is the pattern of a blank between two words of a phrase; ``case`` instead of that of the list; ``first``: of each phrase
    only so many words, where a line may break inside it. Where the words begin and end is the caller's business.

    >>> bool(re.match(any_word("recipients"), "NƠI NHẬN:"))
    True
    """
    made: dict[tuple[str, bool], tuple[int, str]] = {}
    for row in (row for identifier in identifiers for row in _rows(identifier)):
        how = case or row.case
        for word in row.words:
            phrase = " ".join(word.split(" ")[:first])
            for form in _forms(phrase, how):
                text = either_tone(words_pattern(form)).replace(" ", blank)
                made[text, how == "any"] = (-len(form), text)
    return f"(?:{_one_of(sorted(made, key=made.__getitem__))})"


def _one_of(forms: Sequence[tuple[str, bool]]) -> str:
    """The alternation of patterns, each with whether its case is any, in their order.

    Where the case of all is any, those with the same first letter stand together behind it: no two others can begin at one place, and most
    places are passed over at their first letter.
    """
    if not all(any_case and text[0].isalpha() for text, any_case in forms):
        return "|".join(f"(?i:{text})" if any_case else text for text, any_case in forms)
    begun: dict[str, list[str]] = {}
    for text, _ in forms:
        begun.setdefault(text[0].lower(), []).append(text[1:])
    return "|".join(f"[{first}{first.upper()}](?i:{'|'.join(rest)})" for first, rest in begun.items())


@lru_cache(maxsize=256)
def whole_word(identifier: str) -> re.Pattern[str]:
    """Finds any word of a list, nowhere inside a longer one; for texts whose case is that of the list."""
    return re.compile(rf"(?<!\w){any_word(identifier)}(?!\w)")


@lru_cache(maxsize=16)
def openings(identifier: str) -> tuple[str, ...]:
    """What each word of a list begins with, in small letters; none begins with another. To look for before the pattern is tried.

    An opening ends before a syllable whose tone mark may stand at either place.

    >>> openings("account")
    ('số tài khoản', 'stk', 'tài khoản', 'tk số', 'số tk')
    """
    begun = [_OPEN.split(word.lower(), maxsplit=1)[0] for word in words(identifier)]
    return tuple(dict.fromkeys(one for one in begun if not any(one != other and one.startswith(other) for other in begun)))


def _forms(word: str, how: Form) -> tuple[str, ...]:
    match how:
        case "begin":
            return (word, word.upper())
        case "capitals":
            return (word.upper(),)
        case "folded":
            return (strip_marks(word).lower(),)
        case _:
            return (word,)


def _pairs() -> dict[str, tuple[str, str]]:
    """Both ways of writing the toned rime of an open syllable, by each of them."""
    found = {}
    for first, second in (("o", "a"), ("o", "e"), ("u", "y")):
        for tone in TONES:
            older = unicodedata.normalize("NFC", first + tone) + second
            newer = first + unicodedata.normalize("NFC", second + tone)
            for one, other in ((older, newer), (older.upper(), newer.upper()), (older.capitalize(), newer.capitalize())):
                found[one] = found[other] = (one, other)
    return found


_PAIRS = _pairs()
_OPEN = re.compile(rf"(?<![qQ])(?:{'|'.join(_PAIRS)})(?![^\W\d_])")


def either_tone(text: str) -> str:
    """``text``, a pattern of plain words, with the tone mark of open syllables at either place.

    >>> either_tone("tòa án")
    't(?:òa|oà) án'
    """
    return _OPEN.sub(lambda match: f"(?:{'|'.join(_PAIRS[match.group()])})", text)


@lru_cache(maxsize=256)
def spellings(identifier: str, group: str = "") -> frozenset[str]:
    """The words of a list, or of one ``group`` of it, with the tone mark of open syllables at either place; for look-up.

    >>> sorted(spellings("place-committee"))
    ['uỷ', 'đoàn', 'ủy']
    """
    return frozenset(_toned(word, place) for word in words(identifier, group) for place in (0, 1))


def _toned(word: str, place: int) -> str:
    """``word`` with the tone mark of open syllables at the older place (0) or the newer one (1)."""
    return _OPEN.sub(lambda match: _PAIRS[match.group()][place], word)
