"""The ways in which texts cite, in the order in which they are looked for: full citations first, then what looks back to them.

A further way is a module with a function of one ``Seen`` and a line in ``FULL`` or ``LOOKING_BACK``.
"""

from __future__ import annotations

from collections.abc import Callable

from build_tools.citations.aliases import find_aliases
from build_tools.citations.context import find_self_and_anaphora
from build_tools.citations.named import find_named
from build_tools.citations.numbered import find_numbered
from build_tools.citations.placed import find_placed
from build_tools.citations.seen import Seen
from build_tools.citations.short import find_short, find_topics
from build_tools.model.citation import Citation

Finder = Callable[[Seen], list[Citation]]


def numbered(seen: Seen) -> list[Citation]:
    """By number and symbol: "Nghị định số 5/2031/NĐ-CP"."""
    return find_numbered(seen.scan, seen.laws)


def named(seen: Seen) -> list[Citation]:
    """By name: "Luật Bến bãi", "Nghị quyết Trung ương 4 khóa XII"."""
    return find_named(seen.scan, seen.mentions, seen.found, seen.laws)


def topics(seen: Seen) -> list[Citation]:
    """“Chuyên đề toàn khóa” and its quoted title."""
    return find_topics(seen.scan, seen.mentions)


def placed(seen: Seen) -> list[Citation]:
    """By the place that cites them: "Các Thông tư được viện dẫn tại khoản này"."""
    return find_placed(seen.scan, seen.mentions, seen.antecedents)


def short(seen: Seen) -> list[Citation]:
    """By a name that the text defines, or a bare number: "Nghị quyết 57"."""
    antecedents = seen.antecedents
    by_place = [citation for citation in seen.found if citation.kind == "anaphora"]
    return find_short(seen.scan, seen.mentions, antecedents, find_aliases(seen.scan, antecedents, by_place))


def itself_and_above(seen: Seen) -> list[Citation]:
    """The document itself ("Quyết định này") and one cited above ("Quy định nêu trên")."""
    return find_self_and_anaphora(seen.scan, seen.mentions, seen.antecedents)


FULL: tuple[Finder, ...] = (numbered, named, topics)
LOOKING_BACK: tuple[Finder, ...] = (placed, short, itself_and_above)
