"""Titles that name type, issuer, number and date in one sentence, as collections and older files print them.

"Nghị định của Chính phủ số 5/2003/NĐ-CP ngày 10/10/2003 về …", or the type alone and below it "SỐ 5-L/CTN NGÀY … CỦA QUỐC HỘI VỀ …".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.identity.number import canonical_number
from build_tools.lexicon.letterhead import ABOUT, DATE, NUMBER, iso
from build_tools.structure.paragraphs import Para
from build_tools.structure.titles import Types

_LINES = 5
"""A title has fewer lines than this."""
_LONGEST = 500
_NATION = 60
"""The nation's name is shorter than this."""
_RECITALS = 5
"""So near below the title the recitals begin; a press text that speaks of a document has none."""


@dataclass(frozen=True, slots=True)
class TitleLine:
    """What a title says of its document."""

    type: str | None
    number: str
    date: str | None
    issuer: str | None
    subject: str | None


def read_title(paras: Sequence[Para], at: int, stop: int, types: Types) -> tuple[TitleLine, int] | None:
    """The title that begins at paragraph ``at``, and where it ends; None where no recital follows it."""
    text = paras[at].text
    if not text[:1].isupper() or len(text) > _LONGEST or (begun := types.begins(text)) is None:
        return None
    end = at + 1
    while end < min(stop, at + _LINES) and not paras[end].label and len(paras[end].text) < _LONGEST and paras[end].text[:1].islower():
        text += " " + paras[end].text
        end += 1
    stated = read_rest(text[begun[1] :].lstrip(" :"), begun[0])
    if stated is None or not any(para.text.startswith("Căn cứ ") for para in paras[end : min(stop, end + _RECITALS)]):
        return None
    return stated, end


def read_rest(text: str, kind: str | None = None) -> TitleLine | None:
    """What stands after the type: "[của …] số … [ngày …] [của …] [về …]"; None when it is anything else."""
    lower = text.lower()
    if lower.startswith("nước ") and " số " in lower[:_NATION]:  # "LUẬT CỦA QUỐC HỘI ⏎ NƯỚC CỘNG HÒA … SỐ …": the nation after its body
        at = lower.index(" số ") + 1
        text, lower = text[at:], lower[at:]
    if len(text) > _LONGEST or len(lower) != len(text) or not lower.startswith(("của ", "số ", "số:")):
        return None
    at = lower.find("số ") if lower.startswith("của ") else 0
    match = NUMBER.match(text, at) if at >= 0 else None
    if match is None or not match["serial"]:
        return None
    issuer = text[4:at].strip(" ,") if at else None
    end = match.end()
    end += len(lower) - end - len(lower[end:].lstrip(" ,"))
    date = DATE.match(lower, end)
    rest = text[date.end() if date else end :].lstrip(" ,")
    if rest.lower().startswith("của "):
        about = rest.lower().find(" về ")
        issuer = issuer or rest[4 : about if about >= 0 else len(rest)].strip(" ,.")
        rest = rest[about + 1 :] if about >= 0 else ""
    rest = rest.strip(" .,;")
    if rest and not ABOUT.match(rest):
        return None
    return TitleLine(kind, canonical_number(match["number"]), iso(date) if date else None, issuer or None, rest or None)
