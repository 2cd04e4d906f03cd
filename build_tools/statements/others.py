"""Where a paragraph goes on to what another has to do: until when he has to do it is not said of the one before.

"Giao Sở A kiểm tra …; Kíp B sơ kết trước ngày 30/6": the day is B's, whether or not B's part can be read as a task of its own.
"""

from __future__ import annotations

import re

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.types import types_of
from build_tools.model.span import Span
from build_tools.statements.actors import Actors
from build_tools.statements.asking import given
from build_tools.statements.bodies import bodies_at
from build_tools.statements.body_beginnings import WORD, begins_body
from build_tools.statements.helpers import TOGETHER, helpers_of
from build_tools.statements.persons import before_person, person_at
from build_tools.statements.verbs import first_words, is_duty

CLAUSE = re.compile(r"[.;,]\s(?=[^\W\d_])")
REACH = 400
"""Characters in which the subject of a clause is named."""
PROPER = 2
"""Words in capitals with which a name of no listed kind begins."""


def names_others(actors: Actors, told: Span, lead: tuple[str, ...]) -> bool:
    """True where a clause of ``told``, which begins with what ``lead`` has to do, has a subject other than they."""
    text, start = actors.text, told.start
    own = {word_key(name) for name in lead}
    for clause in CLAUSE.finditer(text, told.start, told.end):
        before, at = Span(start, clause.start()), clause.end()
        start, end = at, min(told.end, at + REACH)
        name = _after_comma(actors, before, at, end) if clause.group()[0] == "," else _named(actors, at, end)
        if name and not _is_one_of(name, own) and not _with_whom(text, before, at, end):
            return True
    return False


def _is_one_of(name: str, own: set[str]) -> bool:
    """True for one of those who act already; a person's name may go on with words that are not his."""
    key = word_key(name)
    return key in own or (before_person().match(name) is not None and any(key.startswith(one) for one in own))


def _named(actors: Actors, at: int, end: int) -> str | None:
    """Who is named as the subject of the clause at ``at``."""
    text = actors.text
    asked = given().match(text, at, end)
    at = asked.end() if asked else at
    if before_person().match(text, at, end):
        return text[at:end]
    if begins_body(text, at, end, low=asked is not None):
        named = bodies_at(text, at, end, asked is not None)
        return named.names[0] if named and text[named.end + 1 : named.end + 2].islower() and named.end + 1 < end else None
    said = WORD.findall(text, at, min(end, at + NAME))[:PROPER]
    if is_duty(first_words(text, at, end)) or len(said) < PROPER:
        return None
    if types_of(()).named(said[0]) or types_of(()).named(" ".join(said)):
        return None
    proper = all(word[0].isupper() and word.isalpha() for word in said)
    return " ".join(said) if proper or actors.begins(at, end) else None


NAME = 40
"""Characters in which the first words of a name stand."""


def _after_comma(actors: Actors, before: Span, at: int, end: int) -> str | None:
    """The same behind a comma, where a known verb follows and no list of names can go on."""
    text = actors.text
    if not text[at].isupper() or any(_begins(actors, word.start(), before.end) for word in WORD.finditer(text, before.start, before.end)):
        return None
    if person := person_at(text, at, end):
        return person[0][0]
    named = bodies_at(text, at, end) if begins_body(text, at, end) else actors.name_at(at, end, asked=False)
    return named.names[0] if named and is_duty(first_words(text, named.end, end)) else None


def _begins(actors: Actors, at: int, end: int) -> bool:
    return begins_body(actors.text, at, end) or actors.begins(at, end)


def _with_whom(text: str, before: Span, at: int, end: int) -> bool:
    """True where those with whom others act are still being named behind ``at``."""
    together = TOGETHER.search(text, before.start, before.end)
    named = helpers_of(text, together, end) if together else None
    return named is not None and named.end > at
