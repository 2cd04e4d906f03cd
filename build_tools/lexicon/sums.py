"""Heads of columns that make a whole by their meaning (``sums.yaml``)."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated

from msgspec import Meta

from build_tools.lexicon.files import lexicon_rows
from build_tools.lexicon.keys import phrase_key
from build_tools.model.row import Row

Text = Annotated[str, Meta(min_length=1)]


class WholeAndParts(Row, frozen=True):
    """A row: the names of the whole's column; each part may be named in several ways."""

    whole: tuple[Text, ...]
    parts: tuple[tuple[Text, ...], ...]


@lru_cache(maxsize=1)
def wholes_and_parts() -> tuple[tuple[frozenset[str], tuple[frozenset[str], ...]], ...]:
    """The keys of heads that name a whole, with those of its parts."""
    rows = lexicon_rows("sums", WholeAndParts).rows
    return tuple((frozenset(map(phrase_key, row.whole)), tuple(frozenset(map(phrase_key, part)) for part in row.parts)) for row in rows)
