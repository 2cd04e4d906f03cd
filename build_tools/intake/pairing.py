"""Whether two files are the same document: the text as it was sent to be signed, without its number, and its signed copy."""

from __future__ import annotations

from build_tools.intake.proposal import Proposal
from build_tools.lexicon.keys import exact_key, fold, same_words

SHINGLE = 4
"""Words that stand one after another."""
MOST_WORDS = 4000
"""Of the beginning of a text."""
LEAST = 24
"""Shingles of a text that tell it from others; a shorter one is compared by its subject only."""
NEAR = 0.75
"""Share of a text's shingles that the other has too: recognition spoils some."""
Shingles = frozenset[tuple[str, ...]]
TAKEN = ("number", "issued_on", "signer", "signer_title")
"""What the signed copy may tell of the other."""


def same_document(own: Proposal, other: Proposal) -> bool:
    """True when ``other`` is of the same type and says what ``own`` says."""
    return alike(own, other, shingles(own), shingles(other))


def alike(own: Proposal, other: Proposal, mine: Shingles, theirs: Shingles) -> bool:
    """The same, for whoever has counted the shingles of both.

    Reports of two months, plans after one model share their text: what a document is about must be the same words too, and of a
    recognised page, where it is often the marks that are read wrong, the same letters.
    """
    one, two = dict(own.values), dict(other.values)
    if not same_words(one["type"].text, two["type"].text):
        return False
    about, theirs_about = one["subject"].text, two["subject"].text
    key = fold if own.recognised or other.recognised else str
    if about and theirs_about and not same_words(key(about), key(theirs_about)):
        return False
    if len(mine) >= LEAST:
        return len(mine & theirs) >= NEAR * len(mine)
    return bool(one["subject"].text) and same_words(one["subject"].text, two["subject"].text)


def shingles(proposal: Proposal) -> Shingles:
    """Every few words of a text that stand together, as keys."""
    words = exact_key(" ".join(proposal.clean.text.split()[:MOST_WORDS])).split()
    return frozenset(tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))
