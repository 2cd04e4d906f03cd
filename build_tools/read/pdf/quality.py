"""Is a page's text layer what the page shows? Told by its words, before anything is built on them."""

from __future__ import annotations

import re

from build_tools.vietnamese.syllables import is_syllable, words

MIN_WORDS = 12
"""Fewer words than these tell nothing."""
ODD_SHARE = 0.2
"""Share of words with letters no Vietnamese or English word has, from which a text layer counts as broken. Right pages stay under 0.08."""
LOST_SHARE = 0.12
"""Share of words with a question mark inside, from which the letters are lost in the file itself."""
_LOST = re.compile(r"[^\W\d]\?|\?[^\W\d]|\?\?")


def is_broken(text: str) -> bool:
    """Many words that are neither syllables nor plain Latin words."""
    counted = words(text)
    total = counted.total()
    if total < MIN_WORDS:
        return False
    odd = sum(count for word, count in counted.items() if not is_syllable(word) and not _plain(word))
    return odd / total > ODD_SHARE or unprintable(text) > 0.05


def _plain(word: str) -> bool:
    """A foreign word or a name: Latin letters, capitals only at the beginning (or throughout)."""
    return word.isascii() and word.isalpha() and (word[1:].islower() or word.isupper())


def unprintable(text: str) -> float:
    """Share of characters that are control characters, private use, or the replacement character."""
    if not text:
        return 0.0
    return sum(not c.isprintable() or "\ue000" <= c <= "\uf8ff" or c == "\ufffd" for c in text) / len(text)


def letters_lost(text: str) -> bool:
    """Question marks stand where letters with diacritics were (a page printed in a character set without them)."""
    parts = text.split()
    if len(parts) < MIN_WORDS:
        return False
    return sum(bool(_LOST.search(part[:-1] if part.endswith("?") else part)) for part in parts) / len(parts) > LOST_SHARE
