"""Titles that name type, issuer, number and date in one sentence, as collections and older files print them.

"Nghị định của Chính phủ số 5/2003/NĐ-CP ngày 10/10/2003 về …", or the type alone and below it "SỐ 5-L/CTN NGÀY … CỦA QUỐC HỘI VỀ …".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.identity.number import canonical_number
from build_tools.lexicon.letterhead import ABOUT, DATE, NUMBER, iso
from build_tools.lexicon.words import any_word
from build_tools.model.span import Excerpt
from build_tools.structure.paragraphs import Para
from build_tools.structure.stretch import Stretch
from build_tools.structure.titles import Types

_LONGEST = 500
_NATION = 60
"""The nation's name is shorter than this."""
_ACTS = re.compile(rf"{any_word('about-law')}(?!\w)", re.IGNORECASE)
"""Where the issuer stands before the number, what the act does may follow without "về"."""


_OF_NATION = re.compile(rf" (?i:{any_word('state-name')})")
"""The nation's name behind a body of it."""


@dataclass(frozen=True, slots=True)
class TitleLine:
    """What a title says of its document."""

    type: Excerpt | None
    number: Excerpt
    date: Excerpt | None
    issuer: Excerpt | None
    subject: Excerpt | None


def read_title(paras: Sequence[Para], at: int, stop: int, types: Types) -> tuple[TitleLine, int] | None:
    """The title that begins at paragraph ``at``, and where it ends; None where no recital follows it."""
    text = paras[at].text
    if not text[:1].isupper() or (begun := types.begins(text)) is None:
        return None
    end = at + 1
    while end < stop and not paras[end].label and paras[end].text[:1].islower():
        end += 1
    words = Stretch.whole(paras[at:end])
    rest = len(words.text) - len(words.text[begun[1] :].lstrip(" :"))
    stated = read_rest(words, rest, words.excerpt(0, begun[1], value=begun[0]))
    if stated is None or not any(para.text.startswith("Căn cứ ") for para in paras[end:stop]):
        return None  # a press text that speaks of a document
    return stated, end


def read_rest(words: Stretch, start: int = 0, kind: Excerpt | None = None) -> TitleLine | None:
    """What stands after the type, from ``start`` on: "[của …] số … [ngày …] [của …] [về …]"; None when it is anything else."""
    text, lower = words.text, words.text.lower()
    if lower.startswith("nước ", start) and (said := lower.find(" số ", start, start + _NATION)) >= 0:
        start = said + 1  # "LUẬT CỦA QUỐC HỘI ⏎ NƯỚC CỘNG HÒA … SỐ …": the nation after its body
    if len(text) - start > _LONGEST or len(lower) != len(text) or not lower.startswith(("của ", "số ", "số:"), start):
        return None
    at = lower.find("số ", start) if lower.startswith("của ", start) else start
    match = NUMBER.match(text, at) if at >= 0 else None
    if match is None or not match["serial"] or " về " in lower[start:at]:
        return None  # "của … về thực hiện Nghị quyết số …": the number is another document's
    issuer = _body(words, start + 4, at) if at > start else None
    end = match.end()
    end += len(lower) - end - len(lower[end:].lstrip(" ,"))
    date = DATE.match(lower, end)
    low = date.end() if date else end
    low += len(text) - low - len(text[low:].lstrip(" ,"))
    if lower.startswith("của ", low):
        about = lower.find(" về ", low)
        issuer = issuer or _body(words, low + 4, about if about >= 0 else len(text))
        low = about + 1 if about >= 0 else len(text)
    subject = words.excerpt(low, strip=" .,;")
    if subject.value and not ABOUT.match(subject.value) and not (at > start and _ACTS.match(subject.value)):
        return None
    number = words.excerpt(*match.span("number"), value=canonical_number(match["number"]))
    day = iso(date) if date else None
    return TitleLine(kind, number, words.excerpt(*date.span(), value=day) if date and day else None, issuer, _or_none(subject))


def _body(words: Stretch, start: int, end: int) -> Excerpt | None:
    """The body named in these characters, without the nation's name behind it ("QUỐC HỘI NƯỚC CỘNG HÒA …")."""
    nation = _OF_NATION.search(words.text, start, end)
    return _or_none(words.excerpt(start, nation.start() if nation else end, strip=" ,."))


def _or_none(words: Excerpt) -> Excerpt | None:
    return words if words.value else None
