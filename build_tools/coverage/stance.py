"""How a passage speaks of the work: planned, with limits, done, done and counted. Told by its section first, then by its sentences."""

from __future__ import annotations

from build_tools.coverage.answers import Passage
from build_tools.lexicon.keys import phrase_key
from build_tools.lexicon.words import whole_word
from build_tools.model.coverage import Stance
from build_tools.passages import sentence_spans
from build_tools.reports.sections import kind_of

ORDER: tuple[Stance, ...] = ("figures", "done", "limits", "plan", "none")
"""What counts for a task that several passages answer: the first of these that one of them has."""


def says_limits(sentence: str) -> bool:
    """Whether a sentence says that the work has limits."""
    return bool(whole_word("said-limits").search(whole_word("no-limit").sub(" ", phrase_key(sentence))))


def says_plans(sentence: str) -> bool:
    """Whether a sentence speaks of work to come, and of none that is done."""
    key = phrase_key(sentence)
    return bool(whole_word("said-plans").search(key)) and not whole_word("said-done").search(key)


def stance_of(passage: Passage) -> Stance:
    """The stance of a passage; its section decides where its titles tell, else the greater part of its sentences."""
    kind = kind_of(passage.titles)
    if kind in ("limits", "causes"):
        return "limits"
    if kind in ("plans", "asks"):
        return "plan"
    sentences = [span.of(passage.text) for span in sentence_spans(passage.text)]
    if 2 * sum(map(says_limits, sentences)) > len(sentences):
        return "limits"
    if 2 * sum(map(says_plans, sentences)) > len(sentences):
        return "plan"
    return "figures" if passage.figures else "done"
