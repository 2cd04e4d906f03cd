"""Where a paragraph goes on to more work of the same bodies that has a time of its own: "… trước ngày 30/9; lắp trạm đo trong năm 2032".

A task has one time. A clause that says a second one, and what is to be done until then, is a task of its own; so is one that says how
often it is done, lest that be told of what stands before, unless it begins with that, as its words tell then what they are of.
"""

from __future__ import annotations

from build_tools.model.span import Span
from build_tools.statements.asking import link_words
from build_tools.statements.duties import PART, outside_marks
from build_tools.statements.how_often import first_round, often_in, round_end
from build_tools.statements.limits import Limits
from build_tools.statements.verbs import first_words, is_duty


def timed_parts(text: str, words: Span, limits: Limits) -> tuple[Span, ...]:
    """The parts of a paragraph whose work is that of the same bodies, each with at most one time."""
    clauses = [at for at in outside_marks(text, words, PART) if _acts(text, at, words.end)]
    if not clauses:
        return (words,)
    starts, timed = [words.start], False
    for at, before, stop in zip(clauses, (words.start, *clauses), (*clauses[1:], words.end), strict=False):
        timed = timed or _has_time(text, Span(before, at), limits)
        clause = Span(at, stop)
        often = first_round(text, at, stop)
        opens = often is not None and text[at - 2] != "." and often <= _behind_link(text, at, stop) and round_end(text, at, stop) is None
        alone = often is not None and not opens and often_in(text, clause) is not None
        if alone or (timed and _has_time(text, clause, limits)):
            starts.append(at)
            timed = False
    return tuple(Span(start, end) for start, end in zip(starts, (*starts[1:], words.end), strict=True))


def _acts(text: str, at: int, end: int) -> bool:
    """True where a clause begins with what is to be done."""
    begin = _behind_link(text, at, end)
    return is_duty(first_words(text, begin, end)) or is_duty(first_words(text, (round_end(text, begin, end) or end) + 1, end))


def _behind_link(text: str, at: int, end: int) -> int:
    link = link_words().match(text, at, end)
    return link.end() if link else at


def _has_time(text: str, clause: Span, limits: Limits) -> bool:
    inside = Span(clause.start, clause.start + len(clause.of(text).rstrip(" .;,")))
    if limits.inside(inside) or limits.closing(inside):
        return True
    return first_round(text, clause.start, clause.end) is not None and often_in(text, clause) is not None
