"""What a text is about: its words and phrases in order, and how much each tells.

Vietnamese writes most words with two syllables, so two neighbours ("giám sát") say what neither does alone; single syllables count beside
them. What cites a document is one word, however long its name. Names of bodies are none: who is asked, or who reports, is not what is done.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from build_tools.coverage.work_kinds import LIST as WORK_KINDS
from build_tools.lexicon.keys import phrase_key
from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.words import words
from build_tools.model.citation import Resolved
from build_tools.model.site import SiteDocument
from build_tools.model.span import Span
from build_tools.search.keys import terms

CLAUSE = re.compile(r"[,;:.!?()“”\"\[\]…]\s|[,;:.!?()“”\"\[\]…]$|[()“”\"\[\]]")
FIGURE = re.compile(r"\w*\d\w*")
SYLLABLE = re.compile(r"\w+")
RUN = 5
"""So many syllables in a row are no chance: who writes them as the task does repeats the task."""
NAMED = "№"
"""Before the one word that stands for a citation."""
LITTLE = 0.1
"""What a word tells that every task and every report has, or that the subject of the directive has, to one that does not."""
LATER, FADES = 0.35, 30.0
"""What comes late in a task counts for this share of what it begins with; after so many syllables the rest has gone down to a third."""


def words_of(text: str) -> frozenset[str]:
    """Words and phrases of a text: syllables, pairs of neighbours inside a clause, as search terms are made.

    Function words are none, and end a phrase: "việc của chi bộ" has the phrase "chi bộ" alone.
    """
    return frozenset(places_of(text))


def places_of(text: str) -> dict[str, int]:
    """The same words, each with the number of syllables that stand before it."""
    found: dict[str, int] = {}
    idle, plain = _idle(), _plain_syllables()
    at = 0
    for clause in CLAUSE.split(_body().sub(" . ", text)):
        pieces = [piece if piece not in idle and not piece.isdigit() else "" for piece in terms(clause)]
        for offset, (one, other) in enumerate(pairwise([*pieces, ""])):
            if one and other and "|" not in one + other:
                found.setdefault(f"{one} {other}", at + offset)
            if one and one not in plain:
                found.setdefault(one, at + offset)
        at += len(pieces)
    return found


def words_in(text: str, span: Span, named: tuple[tuple[Span, str], ...] = ()) -> dict[str, int]:
    """The words of a stretch of ``text`` with their places; each citation in it (``named``, in reading order) is one word."""
    pieces, cited_as = _between(text, span, named)
    return places_of(". ".join(pieces)) | dict.fromkeys(cited_as, 0)


def runs_in(text: str, span: Span, named: tuple[tuple[Span, str], ...] = ()) -> frozenset[str]:
    """All that stands in a stretch of ``text`` as ``RUN`` syllables in a row, function words and all; none goes across a citation."""
    return frozenset(run for piece in _between(text, span, named)[0] for run in runs_of(piece))


def runs_of(text: str) -> frozenset[str]:
    """All that stands in a text as ``RUN`` syllables in a row, whatever marks stand between them; none goes across a figure or a name of a
    body, which many texts write alike."""
    found: set[str] = set()
    for stretch in FIGURE.split(phrase_key(_body().sub(" 0 ", text))):
        syllables = SYLLABLE.findall(stretch)
        found.update(" ".join(syllables[at : at + RUN]) for at in range(len(syllables) - RUN + 1))
    return frozenset(found)


def _between(text: str, span: Span, named: tuple[tuple[Span, str], ...]) -> tuple[list[str], list[str]]:
    """What stands between the citations of a stretch, and the words that stand for them."""
    at = span.start
    pieces: list[str] = []
    cited_as: list[str] = []
    for cited, name in named:
        if span.start <= cited.start and cited.end <= span.end and cited.start >= at:
            pieces.append(text[at : cited.start])
            cited_as.append(name)
            at = cited.end
    pieces.append(text[at : span.end])
    return [" ".join(piece.split()) for piece in pieces], cited_as


def named_in(document: SiteDocument) -> tuple[tuple[Span, str], ...]:
    """The citations of a document, each with one word for what it names: "№" and the id of the work, or its own number."""
    named = (
        (item.citation.span, item.resolution.work if isinstance(item.resolution, Resolved) else item.citation.number)
        for item in document.references
    )
    return tuple((span, NAMED + name) for span, name in named if name)


def works_in(span: Span, named: tuple[tuple[Span, str], ...]) -> frozenset[str]:
    """The documents cited in a stretch, each as the word that ``named_in`` gives it."""
    return frozenset(name for cited, name in named if span.start <= cited.start and cited.end <= span.end)


def fading(place: int, fades: float = FADES) -> float:
    """What a word at this place of a task counts: a task says first what is to be done, and then how, with whom and why."""
    return LATER + (1 - LATER) * math.exp(-place / fades)


@cache
def _idle() -> frozenset[str]:
    return frozenset(piece for word in words("function-word") for piece in terms(word))


@cache
def general() -> frozenset[str]:
    """Phrases of two syllables that any task or report may have: those that charge with work, and those of ``general-word``."""
    kinds = {tuple(terms(word)) for word in words(WORK_KINDS)}
    found = {tuple(terms(word)) for name in ("verb", "general-word") for word in words(name)} - kinds
    return frozenset(" ".join(phrase) for phrase in found if len(phrase) == 2)


@cache
def _plain_syllables() -> frozenset[str]:
    return frozenset(piece for phrase in general() for piece in phrase.split())


@cache
def _body() -> re.Pattern[str]:
    """A name of a body: its head with a capital, then words with capitals, two ("Công Thương") or one with a second syllable ("Bến bãi"),
    and the small words inside such names. What begins a duty is no second syllable."""
    heads = {word[:1].upper() + word[1:] for name in ("body", "body-in-text") for word in words(name)} | {"UBND", "HĐND"}
    verbs = {*words("verb"), *words(WORK_KINDS), *words("function-word")}
    capital, small = rf"[{CAPITALS}][\w-]*", rf"(?!(?:{_any(verbs)})(?!\w))[^\W\d_{CAPITALS}]+(?!\w)"
    inner = rf"(?:{_any(words('inner-word'))})(?!\w)"
    # nothing has to follow a name, so that no way of parting it is tried twice
    return re.compile(rf"(?<!\w)(?:{_any(heads)})(?: (?:{capital}(?: (?:{capital}|{small}))?|{inner}|và(?= [{CAPITALS}])))+")


def _any(found: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(found, key=lambda word: (-len(word), word))))


@dataclass(frozen=True, slots=True)
class Weights:
    """How many of ``count`` texts hold each word."""

    holding: dict[str, int]
    count: int

    @classmethod
    def of(cls, texts: Iterable[Iterable[str]]) -> Weights:
        """Count the words of texts, each word once a text."""
        holding: Counter[str] = Counter()
        count = 0
        for text in texts:
            holding.update(set(text))
            count += 1
        return cls(dict(holding), count)

    def apart(self, word: str) -> float:
        """How well a word of the texts tells one of them from the others: 1 if a single one has it, about 0 if all have."""
        return math.log((self.count + 1) / self.holding[word]) / math.log(self.count + 1)

    def rarity(self, word: str) -> float:
        """From 0 for a word that every text has to about 1 for one that a single text or none has."""
        return max(0.0, math.log((self.count + 1) / (self.holding.get(word, 0) + 0.5)) / math.log(self.count + 2))
