"""Names of bodies that list their fields: "Sở Văn hóa, Thể thao và Du lịch" goes on after its comma, "Sở Văn hóa, Bộ Y tế" does not.

A field begins with a capital and goes on in lower case ("Thể thao"), which neither a place ("Đá Bạc") nor a person does. A name has a comma
inside it when the last body named before the comma has one field so far, what follows are fields that begin no body and no document, and
the list closes as names do: with "và" and a field, or with the rank of the body's place ("Phòng Văn hóa, Thông tin huyện Đá Bạc").
"""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.pieces import alternatives, pattern
from build_tools.lexicon.types import document_types
from build_tools.lexicon.words import any_word, words


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    ranks, joins = alternatives(word.lower() for word in words("level")), any_word("list-join")
    field = rf"[{CAPITALS}][^\W\d_]+(?: (?!{joins}(?!\w))(?![{CAPITALS}])[^\W\d_]+){{1,3}}"
    return (
        pattern(rf"(?:, {field}){{1,4}}? {joins} (?={field})|, {field}(?= (?:{ranks}) [{CAPITALS}])"),
        pattern(rf" {field}"),
        pattern(rf"(?:,| {joins}) "),
    )


@lru_cache(maxsize=1)
def _foreign() -> tuple[re.Pattern[str], re.Pattern[str]]:
    bodies = alternatives(word for name in ("body", "body-in-text", "committee") for word in map(str.lower, words(name)))
    types = alternatives(word.lower() for kind in document_types() if "cited" in kind.roles for word in kind.words)
    return pattern(rf"(?<!\w)(?:{bodies})(?!\w)"), pattern(rf"(?:{types})(?!\w)")


def begins_another(low: str, at: int, limit: int) -> bool:
    """Whether a body or a document begins at ``at``."""
    return any(one.match(low, at, limit) for one in _foreign())


def after_inner_comma(key: str, low: str, start: int, comma: int, limit: int) -> int | None:
    """Where a name that begins at ``start`` goes on behind its list of fields, when the comma at ``comma`` stands inside it; else None.

    ``key`` keeps capitals, ``low`` has none; both index the same text.
    """
    listed, field, join = _patterns()
    found = listed.match(key, comma, limit)
    if found is None:
        return None
    if any(begins_another(low, one.end(), limit) for one in join.finditer(key, comma, found.end())):
        return None
    heads = [head.end() for head in _foreign()[0].finditer(low, start, comma)]
    return found.end() if heads and field.fullmatch(key, heads[-1], comma) else None
