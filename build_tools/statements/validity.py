"""From when and until when the document itself says that it is in effect."""

from __future__ import annotations

import re
from collections.abc import Iterable

from build_tools.citations.antecedents import same_kind
from build_tools.lexicon.types import types_of
from build_tools.lexicon.words import any_word
from build_tools.model.span import Span
from build_tools.statements.material import Material
from build_tools.structure.finish import CONSOLIDATED

EFFECT = re.compile(r"ó hiệu lực")
"""Of "có hiệu lực"."""


def _any_type(names: Iterable[str]) -> str:
    return rf"(?P<type>{'|'.join(sorted(names, key=lambda name: (-len(name), name)))})"


THIS = rf"\b{_any_type(types_of(()).with_role('cited'))}\snày\b"
_PARTED = re.compile(rf"(?<!\w)(?:{any_word('led-by')}|{any_word('provision')} \w{{1,6}}(?:\.\w+)*) $", re.IGNORECASE)
"""What makes the document another thing's place: "khoản 3 Điều 2 Thông tư này hết hiệu lực", "quy định tại Thông tư này và có hiệu lực"."""
_PLACE = 24
"""Characters in which that stands."""
BESIDE = r"(?<!ngày )(?<!khi )(?<!điểm )(?<!gian )(?<!lúc )"
"""Not the time of another clause: "Từ ngày Thông tư này có hiệu lực đến hết ngày …, mức thu là …" says nothing of its own days."""
_ADOPTED = r"\s(?:đã\s)?được\s[^.;\n]{3,200}\svà"
"""What is told of the document before a second verb: "này được Hội đồng nhân dân … thông qua ngày … và có"."""
OWN = re.compile(rf"{BESIDE}{THIS}(?:{_ADOPTED}\s|[^.;\n]{{0,60}}?\b)có\s$", re.IGNORECASE)
"""The document speaking of itself, up to "có hiệu lực"; at most a few words between ("này gồm 3 điều, có")."""
_LEAD = 260
"""Characters before "có hiệu lực" in which its subject stands."""
OWN_START = re.compile(rf"{_any_type(types_of(()).with_role('cited') - types_of(()).with_role('only-own'))}\scó\s$")
"""A sentence that opens with the document's own type alone: "Nghị quyết có hiệu lực …"; in a law "Quyết định có hiệu lực …" is another."""
SIGNED = re.compile(
    r"^[^.;\n]{0,40}?\b(?:kể )?từ\s(?:ngày\s)?(?:(?:được )?ký|ban hành|(?:được (?:[^.;\n]{3,60}? )?)?thông qua)\b", re.IGNORECASE
)
FROM = re.compile(r"^[^.;\n]{0,40}?\b(?:từ|vào)\s(?:ngày\s?)?$", re.IGNORECASE)
ENDS = re.compile(rf"{BESIDE}{THIS}\s(?:sẽ\s)?hết\shiệu\slực(?:\sthi\shành)?\s(?:kể\s)?(?:từ|vào)\s", re.IGNORECASE)
"""The document speaking of its own end, up to the day: "Thông tư này hết hiệu lực kể từ ngày …"; not a part of it."""
EXPIRY = re.compile(r"ết\shiệu\slực", re.IGNORECASE)
"""Of "hết hiệu lực": only there is it worth asking who ends."""
_SEVERAL = "các "
_SUBJECT = 40
"""The subject and what links it to the day are shorter than this."""
UNTIL = re.compile(r"\b(?:đến|cho đến|tới)(?: hết)?(?: ngày)?\s?$", re.IGNORECASE)
DAYS_AFTER = re.compile(r"\bsau\s\d+\sngày\b", re.IGNORECASE)


def read_validity(material: Material) -> tuple[str | None, str | None]:
    """(effective_on, expires_on), ISO days as the text states them; "kể từ ngày ký" gives the document's own date."""
    start, end = _in_effect(material)
    return start, end or _ended(material)


def _spoken_by_another(material: Material, at: int) -> bool:
    leaf = material.leaves.at(at)
    return material.quoted(at) or (leaf is not None and leaf.inside("quotation", "footnote", "form"))


def _is_own(material: Material, kind: str) -> bool:
    """Whether the document is of a type; a consolidated text, and one of no stated type, may speak as any."""
    own = material.document.header.type
    return own in (None, CONSOLIDATED) or same_kind(own, kind)


def _speaks_of_itself(material: Material, found: re.Match[str]) -> bool:
    """Whether "Quyết định này" is the document: not in a law, nor "Các quyết định này", nor the provision that "quy định này" means, nor
    the place of something else.

    Rules that are issued with a document ("Quy chế này") may speak for it.
    """
    at = found.start("type")
    before = material.text[max(0, at - _PLACE) : at]
    if before[-len(_SEVERAL) :].lower() == _SEVERAL or _PARTED.search(before):
        return False
    kind = found["type"][:1].upper() + found["type"][1:].lower()
    if _is_own(material, kind):
        return True
    row = types_of(()).named(kind)
    return found["type"][:1].isupper() and (row is None or not {"promulgates", "law-name", "only-own"} & {*row.roles})


def _ended(material: Material) -> str | None:
    """The day from which the document says that it ends."""
    for mark in EXPIRY.finditer(material.text):
        found = ENDS.search(material.text, max(0, mark.start() - _SUBJECT), mark.end() + _SUBJECT)
        if found is None or not found.start() <= mark.start() < found.end():
            continue
        if not _spoken_by_another(material, found.start()) and _speaks_of_itself(material, found):
            day = next(iter(material.moments.between(found.end(), found.end() + 40)), None)
            if day is not None and day.precision == "day" and day.head == found.end():
                return day.start
    return None


def _in_effect(material: Material) -> tuple[str | None, str | None]:
    text = material.text
    for found in EFFECT.finditer(text):
        if _spoken_by_another(material, found.start()):
            continue
        leaf = material.leaves.at(found.start())
        sentence = material.sentences.at(found.start())
        lead = text[max(sentence.start, found.start() - _LEAD) : found.start() + 2]
        alone = OWN_START.search(lead)
        opens = alone and _is_own(material, alone["type"]) and leaf is not None and found.start() - leaf.span.start < 40
        itself = OWN.search(text, found.start() + 2 - len(lead), found.start() + 2)
        if not (itself and _speaks_of_itself(material, itself)) and not opens:
            continue
        rest = Span(found.end(), sentence.end)
        signed = SIGNED.match(rest.of(text))
        inside = [moment for moment in material.moments.between(rest.start, rest.end) if material.citation_at(moment.span.start) is None]
        start: str | None = None
        if signed and not DAYS_AFTER.search(signed.group()):
            date = material.document.header.date
            start = date if date and date.count("-") == 2 else None
        elif inside and inside[0].precision == "day" and FROM.match(text[rest.start : inside[0].head]):
            start = inside[0].start
        if start and inside and inside[0].start == start != inside[0].end:
            return start, inside[0].end
        end = next((m.end for m in inside if m.precision == "day" and UNTIL.search(text[rest.start : m.head])), None)
        if start or end:
            return start, end
    return None, None
