"""A file without its number beside the signed copy of the same document, which has it."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.desk.lying import Lying
from build_tools.intake.proposal import Proposal
from build_tools.lexicon.keys import exact_key, same_words

SHINGLE = 4
"""Words that stand one after another."""
MOST_WORDS = 4000
"""Of the beginning of a text."""
LEAST = 24
"""Shingles of a text that tell it from others; a shorter one is compared by its subject only."""
NEAR = 0.75
"""Share of a text's shingles that the other has too: recognition spoils some."""
TAKEN = ("number", "issued_on", "signer", "signer_title")
"""What the signed copy may tell of the other."""


def signed_copy(item: Lying, others: Iterable[Lying]) -> Lying | None:
    """The one file on the desk that is the numbered copy of this one, which has no number; None where there is none, or several."""
    own = item.base
    if own is None or "number" not in own.lacking:
        return None
    found = [other for other in others if other is not item and other.base is not None and _same(own, other.base)]
    return found[0] if len(found) == 1 else None


def _same(own: Proposal, other: Proposal) -> bool:
    if "number" in other.lacking:
        return False
    one, two = dict(own.values), dict(other.values)
    if not same_words(one["type"].text, two["type"].text):
        return False
    mine, theirs = shingles(own), shingles(other)
    if len(mine) >= LEAST:
        return len(mine & theirs) >= NEAR * len(mine)
    return bool(one["subject"].text) and same_words(one["subject"].text, two["subject"].text)


def shingles(proposal: Proposal) -> frozenset[tuple[str, ...]]:
    """Every few words of a text that stand together, as keys."""
    words = exact_key(" ".join(proposal.clean.text.split()[:MOST_WORDS])).split()
    return frozenset(tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))
