"""What the sentence by which an act is issued says of its issuer ("Bộ trưởng Bộ Bến bãi ban hành Thông tư …")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.lexicon.words import any_word
from build_tools.model.header import Header, HeaderField, Stated
from build_tools.model.span import Excerpt, Span
from build_tools.structure.paragraphs import Para
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


def from_enacting(paras: Sequence[Para], start: int, kind: str, types: Types) -> Header:
    """The issuer, and the office that issues in its name, as the enacting sentence of a document of type ``kind`` names them."""
    found = enacted(paras, start, types)
    if found is None or found.type != kind:
        return Header()
    said: list[tuple[HeaderField, Excerpt]] = [("issuer", Excerpt(found.body, (found.body_span,)))]
    if found.office:
        said.append(("issuing_body", Excerpt(found.office, (found.span,))))
    return Header(tuple(Stated(field, words, "sentence") for field, words in said))
