"""Lists of words that stages look for (lines of letterheads, bodies' names, words around citations) and patterns made of them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from build_tools.lexicon.files import lexicon_rows
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.row import Row
from build_tools.vietnamese.tones import TONES

FILES = ("letterhead", "bodies", "citing")

Phrase = Annotated[str, Meta(min_length=1)]


class WordList(Row, frozen=True):
    """Words of one use. ``case``: written in any case; as they stand or all in capitals; exactly as they stand.

    ``examples`` are texts that begin with such a word, ``not_`` texts that must not be taken for one.
    """

    id: Annotated[str, Meta(pattern="^[a-z]+(-[a-z]+)*$", description="tên của danh sách, chữ thường không dấu")]
    what: Annotated[Phrase, Meta(description="các chữ này là gì, dùng ở đâu")]
    words: Annotated[tuple[Phrase, ...], Meta(min_length=1)]
    case: Literal["any", "begin", "exact"] = "any"
    examples: tuple[Phrase, ...] = ()
    not_: tuple[Phrase, ...] = msgspec.field(default=(), name="not")


@lru_cache(maxsize=1)
def word_lists() -> dict[str, WordList]:
    """Every list under its id. Raises ``InputError`` for a list that is there twice, or a word twice in one list."""
    found: dict[str, WordList] = {}
    faults: list[Diagnostic] = []
    for name in FILES:
        rows = lexicon_rows(name, WordList)
        faults += rows.claimed_twice(lambda row: (row.id,), "danh sách")
        for index, row in enumerate(rows.rows):
            if row.id in found:
                faults.append(rows.file.finding("row-twice.list", (index, "id"), id=row.id))
            twice = sorted({word for word in row.words if row.words.count(word) > 1})
            if twice:
                faults.append(rows.file.finding("row-twice.words", (index, "words"), words=", ".join(twice)))
            found[row.id] = row
    if faults:
        raise InputError(*faults)
    return found


def words(identifier: str) -> tuple[str, ...]:
    """The words of a list, in the order of its file."""
    return word_lists()[identifier].words


def any_word(*identifiers: str, blank: str = " ", case: Literal["any", "begin", "exact", "capitals"] | None = None) -> str:
    """A pattern of any word of these lists, the longest that fits first, with the tone mark at either place ("hòa", "hoà").

    ``blank`` is the pattern of a blank between two words of a phrase; ``case`` instead of that of the list.

    >>> bool(re.match(any_word("recipients"), "NƠI NHẬN:"))
    True
    """
    made: dict[str, str] = {}
    for identifier in identifiers:
        row = word_lists()[identifier]
        how = case or row.case
        for word in row.words:
            for form in {"begin": (word, word.upper()), "capitals": (word.upper(),)}.get(how, (word,)):
                text = either_tone(re.escape(form)).replace(r"\ ", blank)
                made[text] = f"(?i:{text})" if how == "any" else text
    return "(?:" + "|".join(made[text] for text in sorted(made, key=lambda text: (-len(text), text))) + ")"


def _pairs() -> dict[str, str]:
    """Both ways of writing the toned rime of an open syllable, each to a pattern of either."""
    found = {}
    for first, second in (("o", "a"), ("o", "e"), ("u", "y")):
        for tone in TONES:
            older = unicodedata.normalize("NFC", first + tone) + second
            newer = first + unicodedata.normalize("NFC", second + tone)
            for one, other in ((older, newer), (older.upper(), newer.upper()), (older.capitalize(), newer.capitalize())):
                found[one] = found[other] = f"(?:{one}|{other})"
    return found


_PAIRS = _pairs()
_OPEN = re.compile(rf"(?<![qQ])(?:{'|'.join(_PAIRS)})(?![^\W\d_])")


def either_tone(text: str) -> str:
    """``text``, a pattern of plain words, with the tone mark of open syllables at either place.

    >>> either_tone("tòa án")
    't(?:òa|oà) án'
    """
    return _OPEN.sub(lambda match: _PAIRS[match.group()], text)
