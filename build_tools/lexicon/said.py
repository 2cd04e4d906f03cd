"""What people say for what documents write: abbreviations (``abbreviations.yaml``) and everyday words (``everyday.yaml``).

A search uses them both ways round only as far as it is safe: who types the short or everyday form also gets the documents' own words,
and is told so; never the other way. It also asks which of the words that people type tell nothing.
"""

from __future__ import annotations

from functools import cache
from typing import Annotated

import msgspec

from build_tools.lexicon.files import lexicon_rows
from build_tools.lexicon.words import words
from build_tools.model.row import Row

Text = Annotated[str, msgspec.Meta(min_length=1)]


class Abbreviation(Row, frozen=True):
    """A row: ``source`` is the number of a document that explains the abbreviation, or uses it beside the words."""

    short: Text
    words: Text
    source: Text


class Everyday(Row, frozen=True):
    """A row: ``source`` is the number of a document that uses the ``official`` words."""

    said: Text
    official: Text
    source: Text


@cache
def spoken() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(what is typed, the words that it may mean) pairs, abbreviations first."""
    found: dict[str, list[str]] = {}
    for short in lexicon_rows("abbreviations", Abbreviation).rows:
        found.setdefault(short.short, []).append(short.words)
    for word in lexicon_rows("everyday", Everyday).rows:
        found.setdefault(word.said, []).append(word.official)
    return tuple((typed, tuple(meant)) for typed, meant in found.items())


def hollow() -> tuple[str, ...]:
    """Words of grammar and of asking: in what people type they tell little of what is looked for."""
    return (*words("function-word", "ngữ pháp"), *words("asking-word"))
