"""Quoted amendments: paragraphs between quotation marks are another document's text, not this one's structure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.lexicon.types import type_words
from build_tools.passages import Quotations
from build_tools.structure.paragraphs import Para, last_loud

_CLOSES = re.compile(r"[”\"]\s?(?:[.;,]|\./\.)?(?:\s?(?:và|hoặc)\s.{0,80})?$")
_FOREIGN = re.compile(
    r"(?:(?:Điểm|Khoản|khoản) [\wđ, ]{1,40})?Điều \d+[a-zđ]?,? (?:của )?"
    rf"(?:{'|'.join(word.capitalize() for word in type_words('promulgates'))}|Điều lệ)\b"
)


def quotation_end(paras: Sequence[Para], start: int, stop: int, quotations: Quotations) -> int:
    """Where the quoted paragraphs end (exclusive) of which ``start`` is the first; ``start`` when it is not quoted.

    A paragraph is quoted that opens with a quotation of several paragraphs, or of just this one where a colon announces it, and one that
    begins inside a quotation (which opened in the paragraph above: "… như sau: “Điều 5. …"). A heading that names another document's
    article ("Điều 2 Nghị định số … gồm:") also opens a quotation, up to the next heading.
    """
    para = paras[start]
    if para.silent or para.table:
        return start
    if para.style.heading and _FOREIGN.match(para.text) and para.text.endswith(":"):
        end = start + 1
        while end < stop and not paras[end].style.heading:
            end += 1
        return end
    quotation = quotations.beginning(para.span.start) or quotations.around(para.span.start)
    if quotation is None:
        return start
    end = start + 1
    while end < stop and paras[end].span.start < quotation.end:
        end += 1
    if end > start + 1 or quotation.start < para.span.start:
        return end
    loud = last_loud(paras, start)
    announced = loud is not None and loud.text.endswith(":")
    return end if announced and _CLOSES.search(para.text) else start
