"""Reporting back: which task asks for it, and which passage says that the report does it."""

from __future__ import annotations

from build_tools.lexicon.keys import phrase_key
from build_tools.lexicon.words import whole_word
from build_tools.model.statement import Task


def asks_report(task: Task, text: str) -> bool:
    """Whether a task of ``text`` asks to report what was done: in such words, or to somebody again and again."""
    return bool(task.report_to and task.recurrence) or says_asked(task.span.of(text))


def says_asked(asked: str) -> bool:
    """Whether words of a task ask for a report on results; to report that something may be decided is none."""
    return bool(whole_word("asks-report").search(phrase_key(asked)))


def says_report(passage: str) -> bool:
    """Whether a passage says that somebody reports."""
    return bool(whole_word("reports").search(phrase_key(passage)))
