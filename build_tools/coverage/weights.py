"""What a text is about, as weighted words and phrases: the rarer in the collection, the heavier.

Vietnamese writes most words with two syllables, so two neighbours ("giám sát") say what neither does alone; single syllables count less.
What cites a document is one word, however long its name.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from build_tools.lexicon.words import words
from build_tools.model.citation import Resolved
from build_tools.model.site import SiteDocument
from build_tools.model.span import Span
from build_tools.search.keys import terms

CLAUSE = re.compile(r"[,;:.!?()“”\"\[\]…]\s|[,;:.!?()“”\"\[\]…]$|[()“”\"\[\]]")
SINGLE = 0.3
"""The weight of one syllable, to that of two."""
NAMED = "№"
"""Before the one word that stands for a citation."""


def words_of(text: str) -> frozenset[str]:
    """Words and phrases of a text: syllables, pairs of neighbours inside a clause, numbers, as search terms are made.

    Function words are none, and end a phrase: "việc của chi bộ" has the phrase "chi bộ" alone.
    """
    found: set[str] = set()
    idle = _idle()
    for clause in CLAUSE.split(text):
        pieces = [piece if piece not in idle and not piece.isdigit() else "" for piece in terms(clause)]
        found.update(filter(None, pieces))
        found.update(f"{one} {other}" for one, other in pairwise(pieces) if one and other)
    return frozenset(found)


def words_in(text: str, span: Span, named: tuple[tuple[Span, str], ...] = ()) -> frozenset[str]:
    """The words of a stretch of ``text``; each citation in it (``named``, in reading order) is one word, whatever its name says."""
    found: set[str] = set()
    at = span.start
    pieces = []
    for cited, name in named:
        if span.start <= cited.start and cited.end <= span.end and cited.start >= at:
            pieces.append(text[at : cited.start])
            found.add(name)
            at = cited.end
    pieces.append(text[at : span.end])
    return words_of(". ".join(" ".join(piece.split()) for piece in pieces)) | found


def named_in(document: SiteDocument) -> tuple[tuple[Span, str], ...]:
    """The citations of a document, each with one word for what it names: "№" and the id of the work, or its own number."""
    named = (
        (item.citation.span, item.resolution.work if isinstance(item.resolution, Resolved) else item.citation.number)
        for item in document.references
    )
    return tuple((span, NAMED + name) for span, name in named if name)


@cache
def _idle() -> frozenset[str]:
    return frozenset(piece for word in words("function-word") for piece in terms(word))


@dataclass(frozen=True, slots=True)
class Weights:
    """How many of ``count`` texts hold each word."""

    holding: dict[str, int]
    count: int

    @classmethod
    def of(cls, texts: Iterable[frozenset[str]]) -> Weights:
        """Count the words of all texts of a collection."""
        holding: Counter[str] = Counter()
        count = 0
        for text in texts:
            holding.update(text)
            count += 1
        return cls(dict(holding), count)

    def weight(self, word: str) -> float:
        """From 0 for a word that every text has to about 1 for one that a single text has, whatever the size of the collection.

        A word of one syllable weighs less than two together.
        """
        rarity = math.log((self.count + 1) / (self.holding.get(word, 0) + 0.5)) / math.log(self.count + 2)
        return max(0.0, rarity) * (1.0 if " " in word or "|" in word or word.startswith(NAMED) else SINGLE)
