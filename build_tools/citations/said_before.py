"""Who is named before a citation as its issuer: the subject of a verb of issuing, and whose request or order the document is."""

from __future__ import annotations

import re
from dataclasses import replace

from build_tools.citations.antecedents import only
from build_tools.citations.around import patterns
from build_tools.citations.issuers import TERM, IssuerPhrase, issuer_at, phrase_of
from build_tools.citations.scan import Scan
from build_tools.lexicon.words import words
from build_tools.model.citation import Citation
from build_tools.model.register import Register
from build_tools.model.span import Span
from build_tools.naming.bodies import is_bare_office
from build_tools.naming.codes import fits, issuing_codes
from build_tools.vietnamese.dates import find_dates

BEFORE = 320
"""Characters before a citation in which its issuer may be named."""
_DAY_FAR = 34
"""Characters before the subject in which a sentence may begin with its day."""


def day_before(scan: Scan, begin: int, subject: IssuerPhrase) -> str | None:
    """The day with which the clause of an issuing body begins: "Ngày 22/12/2030, Bộ Chính trị đã ban hành …"."""
    at = subject.span.start if subject.span else begin
    first = max(begin, at - _DAY_FAR)
    for date in find_dates(scan.low[first:at]):
        opens = not scan.low[begin : first + date.span.start].strip(" *-+|")
        if opens and scan.low[first + date.span.end : at].strip() == "," and len(date.iso) == 10:
            return date.iso
    return None


def narrowed(register: Register, name: str, number: str) -> str:
    """Of several bodies in a row the one that bears the number's code, when only one does ("Quốc hội, Chính phủ" → "Quốc hội")."""
    if len(issuing_codes(number, register)) > 1:
        return name
    parts: list[str] = []
    start = 0
    for cut in patterns().next_body.finditer(name):
        if not is_bare_office(name[start : cut.start()]):  # of two offices before one body the holder is one
            parts.append(name[start : cut.start()])
            start = cut.end()
    parts.append(name[start:])
    return (_one_of(register, parts, number) if len(parts) > 1 else None) or name


def _one_of(register: Register, parts: list[str], number: str) -> str | None:
    bearing = [part for part in parts if fits(part, number, register)]
    barred = [part for part in parts if fits(part, number, register) is False]
    return only(tuple(bearing)) if len(barred) == len(parts) - 1 else None


def _phrases(scan: Scan, begin: int, end: int) -> list[IssuerPhrase]:
    """The bodies named between two places, each as long as it goes; none that begins inside another."""
    found: list[IssuerPhrase] = []
    cursor = begin
    for head in patterns().heads.finditer(scan.low, begin, end):
        if head.start() < cursor:
            continue
        phrase = issuer_at(scan.key, scan.low, head.start(), end) or _by_code(scan, head)
        if phrase and phrase.name and phrase.span and (" " in phrase.name or phrase.name[0].isupper()):  # not of "tổ trưởng"
            found.append(phrase)
            cursor = phrase.span.end
    return found


def _by_code(scan: Scan, head: re.Match[str]) -> IssuerPhrase | None:
    """A body called by its code ("CP", "QH"), in capitals."""
    shown = scan.key[head.start() : head.end()]
    return IssuerPhrase(Span(*head.span()), shown, None) if shown in words("body-code") else None


def subject_of(scan: Scan, begin: int, citation: Citation) -> IssuerPhrase | None:
    """The body that is the subject of the verb of issuing right before a citation, or the one that such a body acts for."""
    number, start = citation.number or "", citation.span.start
    verb = patterns().issuing.search(scan.low, begin, start)
    phrases = _phrases(scan, begin, verb.start() if verb else start)
    if not phrases:
        return None
    last = phrases[-1]
    if verb is None:  # "trình Quốc hội Nghị quyết số …": the document stands right behind
        near = last.span is not None and scan.low[last.span.end : start] == " "
        return last if near and _issues(scan, last.name or "", number) else None
    last = (_own_part(last, scan) or IssuerPhrase(None, None, None)) if _is_led(scan, begin, last) else last
    if last.span and not scan.low[_after_term(scan, last.span.end) : verb.start()].strip(" ,"):
        name = narrowed(scan.register, last.name or "", number)
        if _issues(scan, name, number) is not False:
            return replace(last, name=name)
    bearing = [phrase for phrase in phrases if _issues(scan, phrase.name or "", number)]
    return bearing[0] if len(bearing) == 1 and bearing[0] is phrases[0] and not _is_led(scan, begin, bearing[0]) else None


def _after_term(scan: Scan, end: int) -> int:
    """Where the term of the body that ends at ``end`` ends, if one follows: "Ban Bí thư (khóa XII) đã …"."""
    term = TERM.match(scan.key, end)
    return term.end() if term else end


def _issues(scan: Scan, name: str, number: str) -> bool | None:
    """As :func:`fits`, for the subject of a verb of issuing: a secretary of the Party signs what a committee issues."""
    return False if patterns().holder.match(name.lower()) else fits(name, number, scan.register)


def _is_led(scan: Scan, begin: int, phrase: IssuerPhrase) -> bool:
    """Whether a body is no subject: "của Sở …", "theo …"."""
    return phrase.span is not None and scan.led(patterns().led, phrase.span.start, begin) is not None


def _own_part(phrase: IssuerPhrase, scan: Scan) -> IssuerPhrase | None:
    """What follows the comma in "của Tỉnh ủy, Chủ tịch UBND tỉnh đã ban hành": the subject of its own verb."""
    comma = scan.key.rfind(", ", phrase.span.start, phrase.span.end) if phrase.span else -1
    if comma < 0 or not phrase.span:
        return None
    return phrase_of(scan.key, comma + 2, phrase.span.end, phrase.term)


def speaker(scan: Scan, floor: int, citation: Citation) -> str | None:
    """The body whose request or order a document is: "đề nghị của Sở Bến bãi tại Tờ trình …", "… của Sở … (Báo cáo số …)"."""
    number, start = citation.number or "", citation.span.start
    begin = max(0, start - BEFORE)
    begin = max(begin, scan.low.rfind("\n", begin, start) + 1, scan.low.rfind(";", begin, start) + 1)
    lead = patterns().speech.search(scan.low, max(begin, floor), start)
    if not lead:
        return None
    begin = begin if lead.group().endswith("(") else max(begin, floor)  # a bracket belongs to all that was said before it
    for phrase in reversed(_phrases(scan, begin, lead.start())):
        if phrase.span is None or not fits(phrase.name or "", number, scan.register):
            continue
        adjacent = phrase.span.end == lead.start()
        if (
            adjacent
            or (lead.group().endswith("(") and _is_led(scan, begin, phrase))
            or (lead.group().strip() == "tại" and _is_led(scan, begin, phrase))
        ):
            return phrase.name
    return None
