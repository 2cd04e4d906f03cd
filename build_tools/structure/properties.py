"""What a portal's table of properties says of the document whose text stands beside it: number, type, date, issuer, who signed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from build_tools.identity.number import canonical_number, parse_number
from build_tools.lexicon.letterhead import NAME, NUMBER
from build_tools.lexicon.pieces import DAY_IN_FIGURES
from build_tools.lexicon.words import any_word
from build_tools.model.header import Header, HeaderField, Stated
from build_tools.model.span import Excerpt
from build_tools.structure.paragraphs import Para
from build_tools.structure.recase import Recaser
from build_tools.structure.stretch import cut
from build_tools.structure.titles import Types
from build_tools.vietnamese.dates import written_date

_NAMES: dict[HeaderField, str] = {
    "number": "told-number",
    "type": "told-type",
    "date": "told-date",
    "issuer": "told-issuer",
    "signer_title": "told-office",
    "signer": "told-signer",
}
_PROPERTY = re.compile("|".join(rf"(?P<{field}>{any_word(words)})" for field, words in _NAMES.items()))
_VALUE = re.compile(r"[ :\t]*")
_DAY = re.compile(DAY_IN_FIGURES)


def from_properties(paras: Sequence[Para], types: Types, recaser: Recaser) -> Header:
    """What a table of properties states; nothing where no number and type stand together."""
    found: dict[HeaderField, Excerpt] = {}
    for at, para in enumerate(paras):
        if para.silent:
            continue
        for field, words in _pairs(paras, at):
            value = _read(field, words, types, recaser)
            if value is not None:
                found.setdefault(field, value)
    if not {"number", "type"} <= found.keys():
        return Header()
    told = Header(tuple(Stated(field, words, "sentence") for field, words in found.items()))
    subject = _subject(paras, told)
    return told.put(Stated("subject", subject, "sentence")) if subject else told


def _pairs(paras: Sequence[Para], at: int) -> Iterator[tuple[HeaderField, Excerpt]]:
    """The properties that a paragraph or the rows of a table state: the value after the name, in the next cell, or in the next line."""
    para = paras[at]
    if para.table:
        cells = [match.span() for match in re.finditer(r"[^\t\n]+", para.text)]
        following = [cut(para, *span) for span in cells[1:]]
    else:
        cells = [(0, len(para.text))]
        below = paras[at + 1] if at + 1 < len(paras) else None
        following = [cut(below)] if below and not below.silent and not below.table else []
    for place, (start, end) in enumerate(cells):
        match = _PROPERTY.match(para.text, start, end)
        if match is None:
            continue
        low = _VALUE.match(para.text, match.end(), end).end()  # type: ignore[union-attr]  # it matches the empty text
        if low < end:
            yield match.lastgroup, cut(para, low, end)  # type: ignore[misc]  # the groups are fields
        elif place < len(following):
            yield match.lastgroup, following[place]  # type: ignore[misc]


def _read(field: HeaderField, words: Excerpt, types: Types, recaser: Recaser) -> Excerpt | None:
    """The value of a property; None for what is none ("--") or another thing that begins alike."""
    text = words.value
    match field:
        case "number":
            number = canonical_number(text)
            return words.said(number) if parse_number(number) and NUMBER.match(f"số {number}") else None
        case "type":
            begun = types.begins(text)
            return words.said(begun[0]) if begun and begun[1] == len(text) else None
        case "date":
            day = _DAY.match(text)
            written = written_date(day["year"], day["month"], day["day"]) if day else None
            return words.said(written) if written else None
        case "signer":
            return words if NAME.match(text) else None
        case _:
            return words.said(recaser.name(text)) if text[:1].isupper() else None


def _subject(paras: Sequence[Para], told: Header) -> Excerpt | None:
    """The subject, from a title that names the type and number of the properties, after what a portal's menu says or not."""
    kind = told.type or ""
    for para in paras:
        at = -1 if para.table or para.silent else para.text.find(kind)
        while at >= 0:
            number = NUMBER.match(para.text, at + len(kind) + 1)
            if number and number["serial"] and canonical_number(number["number"]) == told.number:
                subject = cut(para, number.end(), strip=" .,;:-")
                if subject.value:
                    return subject
            at = para.text.find(kind, at + len(kind))
    return None
