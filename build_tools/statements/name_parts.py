"""A part of a body that is named behind the whole, in small letters: "Ngân hàng Bến Sông phòng giao dịch Gia Nam"."""

from __future__ import annotations

import re

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.words import word_set
from build_tools.statements.body_beginnings import begins_body
from build_tools.statements.verbs import first_words, is_duty


def part_end(text: str, at: int, cut: int) -> int | None:
    """Where the name ends of a part that follows its whole in small letters: "Ngân hàng Bến Sông | phòng giao dịch Gia Nam | rà soát"."""
    part = PART.fullmatch(text, at, at + len(text[at:cut].rstrip()))
    if part is None or is_duty(first_words(text, at + 1, cut)) or not begins_body(text, at + 1, cut, low=True):
        return None
    described = {word_key(word) for word in part["by"].split()}
    return None if described & (word_set("bearer") | word_set("plural") | word_set("joins-body")) else part.end()


PART = re.compile(rf"\s[^\W\d_{CAPITALS}]+(?P<by>(?:\s[^\W\d_{CAPITALS}]+){{0,2}})(?:\s[{CAPITALS}][^\W\d_]*){{1,5}}")
"""A head in small letters, at most two words by which it is called, its own name."""
