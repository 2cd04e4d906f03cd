"""A second document behind words that describe a first one: "thay thế Thông tư số … về bến đò và Thông tư số …"."""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.identity import number_key
from build_tools.lexicon.pieces import pattern
from build_tools.lexicon.relations import relation, relations
from build_tools.lexicon.scopes import PART, WHOLE
from build_tools.lexicon.types import types_of
from build_tools.lexicon.words import any_word
from build_tools.model.citation import Citation
from build_tools.resolve.cues import words_of
from build_tools.resolve.ground import Ground
from build_tools.resolve.heads import NUMBERED
from build_tools.resolve.objects import limit
from build_tools.resolve.rows import Row

_LAST = pattern(rf"(?:,|,? và|,? cùng với) (?:các )?(?P<place>(?:{NUMBERED} )?)$")
"""What joins it to the first, with the provision of it that is meant."""
_REACH = 200
"""Letters that all this takes at most."""
_UNDER = pattern(rf"(?<!\w){any_word('under-document')}(?!\w)")
"""Words whose object a document behind "và" may be: "về phí thu theo Luật Bến bãi và Thông tư số …"."""
_OF_THE_STATE = ("state",)


def goes_on(ground: Ground, row: Row, citation: Citation) -> str | None:
    """How much of a document, behind the description of a row's last one, the verb of the row is about; None when it may belong to that
    description.

    A document of the same type with its day goes on with the row; so does any other with its day or from the same body, or a provision of
    it, where nothing in the description could have it as object. Where the description names documents, it must be one that cannot stand
    beside these.
    """
    start = citation.span.start
    if row.kind is None or not citation.number:
        return None
    last = _LAST.search(ground.view, max(row.since, start - _REACH), start)
    if last is None:
        return None
    between = ground.between(row.since, start)
    alike = citation.type == row.kind and citation.date is not None and not last["place"]
    if between and not alike:  # asked before all that looks over the description, which may be as long as the sentence
        return None
    if ground.view.find(";", row.since, start) >= 0 or limit(ground.view, row.since, start) is not None:
        return None
    told = ground.view[row.since : last.start()]
    level = _maker(number_key(citation.number)) in {_maker(head) for head in row.heads}
    if between:
        apart = re.search(r"\w", ground.view[ground.stated_end(between[-1]) : last.start()]) is not None
        fits = apart and _is_beside(told, row.kind, between, level)
    else:
        fits = alike or ((level or citation.date is not None) and not any(words.search(told) for words in _governing()))
    return (PART if last["place"] else WHOLE) if fits else None


def _is_beside(told: str, kind: str, between: list[Citation], level: bool) -> bool:
    """Whether a document of type ``kind`` stands beside the one whose description ``told`` is, and not beside what that one guides.

    A document guides what is above it, so none of its own type and level: "Thông tư số … hướng dẫn Luật Bến bãi về bến đò và Thông tư
    số …". Types that Party and State share, decisions above all, are issued on every level: there it must be the same body's.
    """
    under, changes, guides, _ = _governing()
    if not guides.search(told) or under.search(told) or changes.search(told) or any(one.type == kind for one in between):
        return False
    row = types_of(()).named(kind)
    return level or (row is not None and row.systems == _OF_THE_STATE)


@lru_cache(maxsize=1)
def _governing() -> tuple[re.Pattern[str], ...]:
    """Words that may have a document as object: of place, of change in any voice, of guidance, of carrying out."""
    changes = [row for row in relations() if row.changes]
    return _UNDER, words_of(*changes), words_of(relation("guides")), words_of(relation("implements"))


def _maker(number: str) -> str:
    """The end of a number (as ``number_key`` writes it), that tells the body."""
    return number.rpartition("/")[2]
