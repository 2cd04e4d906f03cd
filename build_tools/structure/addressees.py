"""Lists of bodies: whom a document is addressed to, who receives it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.lexicon.letterhead import ADDRESSEES
from build_tools.model.span import Excerpt
from build_tools.structure.paragraphs import Para
from build_tools.structure.stretch import cut

ITEM = re.compile(r"[-–—+•*]\s*")
"""The mark before an item of a list."""
_SPLIT = re.compile(r"[;,.]\s+[-–—]\s+")
TAIL = " ;,./"
"""What may stand behind an item of a list."""


def read_addressees(paras: Sequence[Para], at: int, stop: int) -> tuple[tuple[Excerpt, ...], int]:
    """The bodies after "Kính gửi:" in paragraph ``at``, and where their list ends."""
    first = paras[at].text
    match = ADDRESSEES.match(first)
    rest = first[match.end() :] if match else first
    found = items(paras[at], len(first) - len(rest))
    listed = not rest.strip() or ITEM.match(rest) is not None or rest.rstrip().endswith((":", ";"))
    at += 1
    while listed and at < stop:
        para = paras[at]
        if para.furniture:
            break
        if ITEM.match(para.text) or (not found and not para.silent and para.short and not para.table):
            found += items(para)
        else:
            break
        at += 1
    return tuple(found), at


def items(para: Para, start: int = 0, stop: int | None = None) -> list[Excerpt]:
    """The items of a list that a paragraph holds, from its character ``start`` on and before ``stop``."""
    text = para.text[:stop]
    at = len(text) - len(text[start:].lstrip())
    if match := ITEM.match(text, at):
        at = match.end()
    found = []
    for match in (*_SPLIT.finditer(text, at), None):
        item = cut(para, at, match.start() if match else stop, strip=TAIL)
        if item.value:
            found.append(item)
        at = match.end() if match else at
    return found
