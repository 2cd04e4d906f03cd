"""Names of laws that the text tells whole, before a number or as its own title: elsewhere in it they end as they do there."""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.citations.scan import Scan
from build_tools.lexicon.pieces import alternatives, pattern
from build_tools.lexicon.types import type_words
from build_tools.lexicon.words import words
from build_tools.model.memo import by_identity

LAWS = alternatives(type_words("law-name"))


@lru_cache(maxsize=1)
def after_law() -> re.Pattern[str]:
    """Words before which a law's name ends that nobody tells whole."""
    return pattern(rf"(?:{alternatives(words('after-law'))})(?!\w)")


@lru_cache(maxsize=1)
def _numbered_name() -> re.Pattern[str]:
    """A law's name up to its number: "Luật Bến bãi đang khai thác số 9/2031/QH16"."""
    name = rf"(?:(?!(?:{LAWS}) )[^.;:()\"\n\d]){{1,{_LONGEST}}}?"
    return pattern(rf"(?<!\w)(?:{LAWS}) (?P<name>{name}) số ?:? ?\d{{1,3}}/\d{{4}}/(?:ubtv)?qh\d")


_LONGEST = 160
"""Characters of such a name."""
_MOST_TOLD = 60
"""More names than this are not kept of one text."""


@by_identity
def _told_names(scan: Scan) -> tuple[str, ...]:
    """The names of laws that the text tells whole, before a number or as its own title; the longest first."""
    numbered = (match for match in _numbered_name().finditer(scan.low) if not scan.words.anywhere.search(match["name"]))
    found = {match["name"] for match in numbered}
    header = scan.document.header
    if header.type and header.subject and header.type.lower() in type_words("law-name"):
        found.add(header.subject.lower())
    return tuple(sorted(filter(_needs_telling, sorted(found)), key=len, reverse=True)[:_MOST_TOLD])


def _needs_telling(name: str) -> bool:
    """Whether a name has a sign or word at which one that nobody tells would end: "chuyển bến đang khai thác"."""
    stop = after_law()
    if stop.match(name):
        return False  # "của 15 luật trong lĩnh vực bến bãi số …"
    return "," in name or any(stop.match(name, word.start()) for word in _NEXT_WORD.finditer(name))


_NEXT_WORD = re.compile(r"(?<= )(?=\w)")


def told_end(scan: Scan, begin: int) -> int | None:
    """Where a name ends that the text tells whole elsewhere."""
    for name in _told_names(scan):
        end = begin + len(name)
        if scan.low[begin:end].replace("\n", " ") == name and not scan.low[end : end + 1].isalnum():
            return end
    return None
