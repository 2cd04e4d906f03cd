"""What parts of a document say against one another: two numbers, a code of another type, an enacting sentence with another issuer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.identity.number import canonical_number, parse_number
from build_tools.lexicon.keys import exact_key
from build_tools.lexicon.letterhead import iso
from build_tools.lexicon.types import type_words
from build_tools.messages import finding
from build_tools.model.diagnostic import Diagnostic
from build_tools.model.document import Clean
from build_tools.model.header import Header
from build_tools.passages import Quotations
from build_tools.structure.enacting import enacted
from build_tools.structure.finish import CONSOLIDATED
from build_tools.structure.found import Found
from build_tools.structure.letterhead.header_lines import HeaderLines
from build_tools.structure.paragraphs import Para
from build_tools.structure.titles import Types

_LONGEST = 60
"""A letterhead in capitals has fewer lines than this."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was read of one document: its clean text and paragraphs, the header at its top, one found elsewhere, and the header of all."""

    clean: Clean
    paras: Sequence[Para]
    found: Found
    elsewhere: Found | None
    header: Header
    quotations: Quotations


def contradictions(seen: Evidence, lines: HeaderLines, types: Types) -> Iterator[Diagnostic]:
    """One finding for each kind of doubt, at the line that raises it."""
    yield from _stated_twice(seen, lines)
    yield from _year(seen)
    yield from _code(seen, types)
    yield from _enacted(seen, types)
    yield from _place(seen)
    yield from _open_quotations(seen)


def _stated_twice(seen: Evidence, lines: HeaderLines) -> Iterator[Diagnostic]:
    """A second number or date in the heading that is not the one read."""
    header, path = seen.header, seen.clean.path
    joint = seen.found.joint
    told = set()
    for para in lines.paras[seen.found.start : seen.found.stop]:
        if para.furniture or para.note:
            continue
        number = lines.number(para)
        if number and number["serial"] and not number["type"] and not joint and header.number:
            other = canonical_number(number["number"])
            if other != header.number and "number" not in told and header.line("number"):
                told.add("number")
                yield finding("header-two.number", path, seen.clean.line_of(para.span), read=header.number, other=other)
        dated = lines.dated(para)
        day = iso(dated) if dated else None
        alike = not day or not header.date or day.startswith(header.date) or header.date.startswith(day)
        if not alike and "date" not in told and header.line("date"):
            told.add("date")
            yield finding("header-two.date", path, seen.clean.line_of(para.span), read=header.date or "", other=day or "")


def _year(seen: Evidence) -> Iterator[Diagnostic]:
    """The year in the number against that of the date: a document is numbered in the year in which it is issued."""
    number, date, line = seen.header.number, seen.header.date, seen.header.line("number")
    parts = parse_number(number) if number else None
    if parts and parts.year and date and line and date[:4] != str(parts.year):
        yield finding("header-two.year", seen.clean.path, seen.clean.line_of(line), read=number or "", other=date)


def _code(seen: Evidence, types: Types) -> Iterator[Diagnostic]:
    """The type named against the code in the number."""
    kind, number = seen.header.stated("type"), seen.header.number
    if kind is None or number is None or kind.origin == "inferred":
        return
    parts = parse_number(number)
    if parts and parts.type_code and types.of_number(number) and not types.may_bear(kind.words.value, number):
        yield finding(
            "header-code",
            seen.clean.path,
            seen.clean.line_of(kind.words.spans[0]),
            type=kind.words.value,
            number=number,
            other=types.of_number(number),
        )


def _enacted(seen: Evidence, types: Types) -> Iterator[Diagnostic]:
    """The enacting sentence against the heading."""
    header = seen.header
    if header.type is None or header.type == CONSOLIDATED or header.type.lower() not in type_words("promulgates"):
        return
    sentence = enacted(seen.paras, seen.found.stop, types)
    if sentence is None or sentence.type.lower() not in type_words("promulgates"):
        return
    line = seen.clean.line_of(sentence.span)
    if sentence.type != header.type:
        yield finding("header-enacted.type", seen.clean.path, line, read=header.type, other=sentence.type)
    own = [exact_key(name) for name in (header.issuer, header.issuing_body, header.parent) if name]
    said = exact_key(sentence.body)
    if own and not any(said in name or name in said for name in own):
        yield finding("header-enacted.issuer", seen.clean.path, line, read=header.issuer or "", other=sentence.body)


def _place(seen: Evidence) -> Iterator[Diagnostic]:
    """A heading below the text, or without an end."""
    loud = [para for para in seen.paras[: 2 * _LONGEST] if not para.silent]
    if len(loud) > _LONGEST and all(para.capitals and not para.label for para in loud[:_LONGEST]):
        yield finding("header-long", seen.clean.path, seen.clean.line_of(loud[_LONGEST].span), lines=_LONGEST)
    elif seen.elsewhere is not None and (number := seen.header.line("number")):
        start = seen.paras[seen.elsewhere.first].span.start
        if start > seen.paras[-1].span.end // 2 and number.start >= start:
            yield finding("header-at-end", seen.clean.path, seen.clean.line_of(number))


def _open_quotations(seen: Evidence) -> Iterator[Diagnostic]:
    left = seen.quotations.unclosed
    if left:
        yield finding("quote-open", seen.clean.path, seen.clean.line_at(left[0]), count=len(left))
