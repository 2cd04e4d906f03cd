"""How tests compare names: without case, blanks, punctuation and the place of the tone mark."""

from __future__ import annotations

import re

from build_tools.lexicon.keys import exact_key


def same_words(one: str | None, other: str | None) -> bool:
    """True for two names that people read as the same; None equals only None and the empty text."""
    return re.findall(r"\w+", exact_key(one or "")) == re.findall(r"\w+", exact_key(other or ""))
