"""Quoted amendments: paragraphs between quotation marks are another document's text, not this one's structure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.structure.paragraphs import Para

_CLOSES = re.compile(r"[”\"]\s?(?:[.;,]|\./\.)?(?:\s?(?:và|hoặc)\s.{0,80})?$")
_FOREIGN = re.compile(
    r"(?:(?:Điểm|Khoản|khoản) [\wđ, ]{1,40})?Điều \d+[a-zđ]?,? (?:của )?"
    r"(?:Bộ luật|Luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Quy định|Pháp lệnh|Điều lệ)\b"
)
_MOST = 300
"""A quotation has fewer paragraphs than this."""


def last_close(paras: Sequence[Para]) -> int:
    """Index of the last paragraph that closes a quotation, -1 when none does: beyond it nobody looks for an end."""
    return max((at for at, para in enumerate(paras) if "”" in para.text or '"' in para.text), default=-1)


def quotation_end(paras: Sequence[Para], start: int, stop: int, last: int) -> int:
    """Where the quotation that begins with paragraph ``start`` ends (exclusive); ``start`` when none begins there.

    A quotation begins with a quotation mark after a paragraph that ends with a colon, or holds a numbered provision; it ends with
    the paragraph that closes the last open mark. A heading that names another document's article ("Điều 2 Nghị định số … gồm:") also
    opens one, up to the next heading. ``last`` is ``last_close(paras)``.
    """
    para = paras[start]
    if para.silent or para.table or not para.text:
        return start
    if para.style.heading and _FOREIGN.match(para.text) and para.text.endswith(":"):
        end = start + 1
        while end < stop and not paras[end].style.heading:
            end += 1
        return end
    first = para.text[0]
    if first not in '“"':
        return start
    depth = 0
    loud = [paras[at] for at in range(max(0, start - 3), start) if not paras[at].silent]
    announced = bool(loud) and loud[-1].text.endswith(":")
    for at in range(start, min(stop, start + _MOST, last + 1)):
        text = paras[at].text
        if paras[at].furniture:
            continue
        depth += text.count("“") - text.count("”") if first == "“" else text.count('"') % 2
        closed = depth <= 0 if first == "“" else depth % 2 == 0
        if closed and (_CLOSES.search(text) or at > start):
            return at + 1 if announced or at > start else start
        if closed:
            return start
    return start
