"""Words by which documents assign, count and tell times: rows of ``duties.yaml``, ``units.yaml``, ``times.yaml``, ``sentences.yaml``.

A row holds the words of one role, with sentences in which they must be seen at work and sentences in which they must not. A role may have
several rows (units by what they count); a word stands once in a role.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated

from msgspec import Meta, field

from build_tools.lexicon.files import lexicon_rows
from build_tools.lexicon.keys import phrase_key
from build_tools.lexicon.wording import any_word
from build_tools.model.diagnostic import InputError
from build_tools.model.row import Row
from build_tools.tables import Rows, load_rows

Text = Annotated[str, Meta(min_length=1)]
FILES = ("duties", "units", "times", "sentences")


class WordList(Row, frozen=True):
    """Words of one ``role``; ``group`` says what they have in common where a role has several rows."""

    role: Annotated[str, Meta(pattern="^[a-z]+(_[a-z]+)*$", description="chữ thường không dấu, nối bằng gạch dưới")]
    words: Annotated[tuple[Text, ...], Meta(min_length=1)]
    group: str = ""
    examples: tuple[Text, ...] = ()
    never: tuple[Text, ...] = field(name="not", default=())


class WholeAndParts(Row, frozen=True):
    """Heads of columns that make a whole by their meaning: each part may be named in several ways."""

    whole: tuple[Text, ...]
    parts: tuple[tuple[Text, ...], ...]


@lru_cache(maxsize=len(FILES))
def word_lists(name: str) -> tuple[WordList, ...]:
    """The rows of one file of this package."""
    return _whole(lexicon_rows(name, WordList))


def load_lists(text: str, name: str) -> tuple[WordList, ...]:
    """The rows of a text. Raises ``InputError`` with every fault: a word in two rows of a role, a row without an example."""
    return _whole(load_rows(text, WordList, name))


def _whole(table: Rows[WordList]) -> tuple[WordList, ...]:
    faults = [*table.claimed_twice(lambda row: (f"{row.role}: {phrase_key(word)}" for word in row.words), "từ ngữ")]
    faults += [table.file.finding("words-examples", (index,), role=row.role) for index, row in enumerate(table.rows) if not row.examples]
    if faults:
        raise InputError(*faults)
    return table.rows


@lru_cache(maxsize=64)
def written(name: str, role: str) -> tuple[str, ...]:
    """The words of a role as the file writes them. Raises ``KeyError`` for a role that the file does not have."""
    found = tuple(word for row in word_lists(name) if row.role == role for word in row.words)
    if not found:
        raise KeyError(f"{name}.yaml: {role}")
    return found


@lru_cache(maxsize=64)
def word_set(name: str, role: str) -> frozenset[str]:
    """The keys of a role's words, for look-up."""
    return frozenset(map(phrase_key, written(name, role)))


def any_of(name: str, role: str) -> str:
    """The pattern of any one word of a role; where it begins and ends is the caller's business."""
    return f"(?:{any_word(written(name, role))})"


@lru_cache(maxsize=1)
def wholes_and_parts() -> tuple[tuple[frozenset[str], tuple[frozenset[str], ...]], ...]:
    """The keys of heads that name a whole, with those of its parts."""
    rows = lexicon_rows("sums", WholeAndParts).rows
    return tuple((frozenset(map(phrase_key, row.whole)), tuple(frozenset(map(phrase_key, part)) for part in row.parts)) for row in rows)
