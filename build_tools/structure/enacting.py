"""What the sentence by which an act is issued says of its issuer ("Bộ trưởng Bộ Bến bãi ban hành Thông tư …")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.lexicon.letterhead import BASIS, BODY_LINE
from build_tools.lexicon.words import any_word
from build_tools.model.header import Header, HeaderField, Stated
from build_tools.model.span import Excerpt, Span
from build_tools.normalise.furniture import is_rule
from build_tools.structure.paragraphs import Para, next_loud
from build_tools.structure.recase import Recaser
from build_tools.structure.stretch import cut
from build_tools.structure.titles import Types

_VERB = " ban hành "
_WHO = re.compile(
    rf"(?:^|, )(?P<who>(?P<office>{any_word('office', 'office-word', case='any')} )?"
    rf"(?P<body>{any_word('body', 'office-in-signature')}\b.*))$"
)
"""Who issues: at the beginning of its sentence, or after the last recital where the lines run together."""


@dataclass(frozen=True, slots=True)
class Enacted:
    """An enacting sentence: the body, the office that acts for it (with the body's name), the type of the act, and where it stands."""

    body: str
    office: str | None
    type: str
    span: Span
    """Who issues, as written."""
    body_span: Span


def enacted(paras: Sequence[Para], start: int, types: Types) -> Enacted | None:
    """The enacting sentence before the first provision; None when there is none."""
    for para in paras[start:]:
        if para.label and para.label.rank <= 5:
            return None
        end = -1 if para.silent or para.table else para.text.find(_VERB)
        begun = types.begins(para.text[end + len(_VERB) :]) if end > 0 else None
        if begun is None:
            continue
        low = 1 + max(para.text.rfind(mark, 0, end) for mark in ".;:")
        low += len(para.text[low:end]) - len(para.text[low:end].lstrip())
        who = _WHO.search(para.text[low:end])
        if who is None or not who["who"][:1].isupper() or " đã " in who["who"]:
            continue  # "… đã ký ban hành …" is told of it
        at = para.span.start + low
        body = who["body"][:1].upper() + who["body"][1:]
        place = Span(at + who.start("who"), at + who.end("who"))
        return Enacted(body, who["who"] if who["office"] else None, begun[0], place, Span(at + who.start("body"), at + who.end("body")))
    return None


def recited(paras: Sequence[Para], start: int, recaser: Recaser) -> Header:
    """The issuer by the line in capitals that names it alone between the title and the recitals, for which they are told ("CHỦ TỊCH ỦY BAN
    NHÂN DÂN TỈNH …" ⏎ "Căn cứ …")."""
    at = next((para.index for para in paras[start:] if not (para.silent or is_rule(para.text))), None)
    if at is None or not paras[at].capitals or not paras[at].short or paras[at].label or paras[at].table:
        return Header()
    line, below = cut(paras[at], strip=" .,:"), next_loud(paras, at + 1, len(paras))
    who = _WHO.match(recaser.name(line.value))
    if who is None or below is None or BASIS.match(below.text) is None or BODY_LINE.match(line.value) is None:
        return Header()
    body = who["body"][:1].upper() + who["body"][1:]
    return _said(body, line, f"{who['office']}{body}" if who["office"] else None, line)


def from_enacting(paras: Sequence[Para], start: int, kind: str, types: Types) -> Header:
    """The issuer, and the office that issues in its name, as the enacting sentence of a document of type ``kind`` names them."""
    found = enacted(paras, start, types)
    if found is None or found.type != kind:
        return Header()
    return _said(found.body, Excerpt(found.body, (found.body_span,)), found.office, Excerpt("", (found.span,)))


def _said(body: str, at: Excerpt, office: str | None, office_at: Excerpt) -> Header:
    """A header of the body, and of the office that acts in its name, each with where it stands."""
    said: list[tuple[HeaderField, Excerpt]] = [("issuer", at.said(body))]
    if office:
        said.append(("issuing_body", office_at.said(office)))
    return Header(tuple(Stated(field, words, "sentence") for field, words in said))
