"""Names that a text gives to what it cites: "(sau đây gọi là Thông tư số 5)", "gọi chung là Thông tư gốc", another name in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from build_tools.citations.antecedents import Antecedents, label, same_kind, serial_of
from build_tools.citations.scan import Scan
from build_tools.lexicon.pieces import pattern
from build_tools.lexicon.words import any_word
from build_tools.model.citation import Citation
from build_tools.model.span import Span

_DEFINES = pattern(rf"(?:gọi|viết) (?P<together>tắt |chung )*là ?:? ?[\"']?(?P<plural>{any_word('of-many')} )?")
_ALIAS_END = pattern(r"[).;,\n\"'\t]| và ")
_SENTENCE = pattern(r"\. ")
_CHANGED_BY = pattern(rf"(?<!\w){any_word('undergoes')} [^;.()]{{3,80}} {any_word('through-what')} (?:{any_word('of-many')} )?$")
_BARE = re.compile(r"(?<!\w)\d{1,4}(?!\w)")
_TOGETHER = "chung "
_ANY = "Văn bản"
_FAR = 600
"""Characters before a definition in which what it names is cited."""


@dataclass(frozen=True, slots=True)
class Alias:
    """A short name, valid from ``start`` on, of what is labelled ``target`` and stands at ``place``.

    ``several``: the labels of all that it stands for together; empty when the text does not tell which.
    """

    text: str
    start: int
    target: str | None = None
    place: Span | None = None
    several: tuple[str, ...] | None = None


def has_number(name: str) -> bool:
    """Whether a short name has a number, by which it is known even in small letters ("nghị định 12")."""
    return _BARE.search(name) is not None


def find_aliases(scan: Scan, antecedents: Antecedents, placed: Iterable[Citation] = ()) -> list[Alias]:
    """Short names that the text itself gives to documents, in order of definition; ``placed`` are references by the place of citing."""
    found: list[Alias] = []
    for match in _DEFINES.finditer(scan.low):
        cursor = match.end()
        word = scan.words.at.match(scan.low, cursor)
        if not word or antecedents.covering(cursor):
            continue
        end = _ALIAS_END.search(scan.key, word.end(), min(len(scan.key), cursor + 90))
        if not end:
            continue
        name = scan.key[cursor : end.start()].strip()
        if not (scan.key[cursor].isupper() or has_number(name)):
            continue  # "sau đây gọi là quy định": each later "quy định" would be it
        begin = max(scan.low.rfind("\n", 0, match.start()) + 1, match.start() - _FAR)
        kind = scan.words.name(word.group())
        if match["plural"] or _TOGETHER in match.group():
            begin = max((stop.end() for stop in _SENTENCE.finditer(scan.low, begin, match.start())), default=begin)
            alias = _together(antecedents, placed, Span(begin, match.start()), kind, Alias(name, cursor))
        else:
            one = _one(scan, antecedents, Span(begin, match.start()), kind, name)
            alias = Alias(name, cursor, label(one), one.span) if one else None
        if alias:
            found.append(alias)  # the definition is the first use
    return [*found, *_bracketed(scan, antecedents)]


def _in(antecedents: Antecedents, span: Span, kind: str) -> list[Citation]:
    """The citations of a kind in a stretch of text, the nearest to its end first."""
    near = (citation for citation in antecedents.before(span.end) if citation.span.start >= span.start)
    return [citation for citation in near if same_kind(citation.type, kind) or kind == _ANY]


def _together(antecedents: Antecedents, placed: Iterable[Citation], span: Span, kind: str, alias: Alias) -> Alias | None:
    """A name for several with what it stands for, as far as the text tells; None when the sentence names nothing of the kind."""
    by_place = next((one for one in placed if span.start <= one.span.start < span.end and same_kind(one.type, kind)), None)
    if by_place:
        several = by_place.targets or ((by_place.target,) if by_place.target else ())
        return replace(alias, several=several)
    known = {label(one): one for one in reversed(_in(antecedents, span, kind))}
    if len(known) == 1:
        ((name, one),) = known.items()
        return replace(alias, target=name, place=one.span)
    return replace(alias, several=tuple(name for name in known if name)) if known else None


def _one(scan: Scan, antecedents: Antecedents, span: Span, kind: str, name: str) -> Citation | None:
    """The citation that a name stands for: the one whose number it has, else the nearest that is not told as what changed another."""
    near = _in(antecedents, span, kind)
    bare = _BARE.search(name)
    numbered = [one for one in near if bare and one.number and serial_of(one.number) == bare.group().lstrip("0")]
    if numbered:
        return numbered[0]
    acting = [one for one in near if not _CHANGED_BY.search(scan.low, max(span.start, one.span.start - 120), one.span.start)]
    return next(iter(acting or near), None)


_BRACKETED = re.compile(r"[ \n]\((?P<name>[^()\n]{4,60})\)")


def _bracketed(scan: Scan, antecedents: Antecedents) -> list[Alias]:
    """Other names of the same kind in brackets right behind a named document: "Quy hoạch … đến năm 2040 (Quy hoạch bến VIII)"."""
    found: list[Alias] = []
    for citation in antecedents.citations:
        match = _BRACKETED.match(scan.key, citation.span.end) if citation.kind == "named" else None
        word = scan.words.at.match(scan.low, match.start("name")) if match else None
        if not match or not word or not scan.key[match.start("name")].isupper() or antecedents.covering(match.start("name")):
            continue
        if same_kind(citation.type, scan.words.name(word.group())) and word.end() < match.end("name"):
            found.append(Alias(match.group("name").strip(), match.start("name"), label(citation), citation.span))
    return found
