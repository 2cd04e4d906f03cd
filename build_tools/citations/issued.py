"""Who issued what is cited by number, and when, as the words around the number state it.

Reads numbered citations in reading order, each with the issuer stated right after it; gives them back with what else the text says: in
brackets, before the verb ("Chính phủ đã ban hành …"), before the document ("đề nghị của Sở … tại Tờ trình …"), at the head or the end of
a list, at the end of the document's subject, in the cells of its row; at last by a code that is one body's alone. What none of them
states stays None, and a body that cannot bear the number's code is never given.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from build_tools.citations.antecedents import only
from build_tools.citations.around import patterns
from build_tools.citations.cells import body_in_row, date_in_row
from build_tools.citations.issuers import TERM, IssuerPhrase, issuer_after, issuer_at, phrase_of
from build_tools.citations.scan import Scan
from build_tools.lexicon.words import words
from build_tools.model.citation import Citation
from build_tools.model.register import Register
from build_tools.model.span import Span
from build_tools.naming.bodies import is_bare_office
from build_tools.naming.codes import fits, issuing_codes, named_by_code, settled
from build_tools.vietnamese.dates import date_at, find_dates

_BEFORE = 320
"""Characters before a citation in which its issuer may be named."""
_SUBJECT = 320
"""Characters after it in which its subject may end with the issuer."""
_CLAUSE = re.compile(r"[.;:]\s|[\n\t|]|\((?!khóa )")
_BRACKET = re.compile(r"[ \n]?\((?P<inside>[^()\n]{1,160})\)")
_LIST_LEAD = 8
"""Characters in which the colon of a list stands before its first number: ": số "."""
_DAY_FAR = 34
"""Characters before the subject in which a sentence may begin with its day."""


@dataclass(frozen=True, slots=True)
class _Said:
    """An issuer and how far it reaches: on to the documents that follow in a list, or back to those before."""

    name: str | None
    onward: bool = False
    back: bool = False


def with_issuers(scan: Scan, found: list[Citation]) -> list[Citation]:
    """The citations with what the text states of their issuers and dates; see the module."""
    made: list[Citation] = []
    said: list[_Said] = []
    head: tuple[str, int] | None = None
    for index, citation in enumerate(found):
        citation, one = _alone(scan, citation, found[index - 1].span.end if index else 0)
        head = head if head and citation.span.start < head[1] else _list_head(scan, citation)
        if one.name is None and head and fits(head[0], citation.number or "", scan.register) is not False:
            one = _Said(head[0])
        joined = bool(made) and _joins(scan, made[-1], citation)
        if one.name is None and joined and said[-1].onward and _bears(scan, said[-1].name, citation):
            one = said[-1]
        made.append(citation)
        said.append(one)
    _share_back(scan, made, said)
    return [
        _last(scan, citation, one, made[index + 1] if index + 1 < len(made) else None)
        for index, (citation, one) in enumerate(zip(made, said, strict=True))
    ]


def _alone(scan: Scan, citation: Citation, floor: int) -> tuple[Citation, _Said]:
    """What the words right before and after one citation say of it."""
    number = citation.number or ""
    if citation.issuer:
        return citation, _Said(narrowed(scan.register, citation.issuer, number), back=True)
    citation, name = _in_brackets(scan, citation)
    if name:
        return citation, _Said(narrowed(scan.register, name, number), back=True)
    begin = max(floor, citation.span.start - _BEFORE)
    begin = max((found.end() for found in _CLAUSE.finditer(scan.low, begin, citation.span.start - 1)), default=begin)
    subject = _subject(scan, begin, citation)
    if subject:
        return replace(citation, date=citation.date or _day_before(scan, begin, subject)), _Said(subject.name, onward=True)
    named = _speaker(scan, floor, citation)
    return citation, _Said(named)


def issued_by(scan: Scan, citation: Citation) -> str | None:
    """The body that is said right before a short reference to have issued it: "Ban Bí thư đã ban hành Quy định 37"."""
    said = _alone(scan, replace(citation, number=citation.target), 0)[1]
    return said.name if said.onward else None


def _day_before(scan: Scan, begin: int, subject: IssuerPhrase) -> str | None:
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


def _bears(scan: Scan, name: str | None, citation: Citation) -> bool:
    return name is not None and fits(name, citation.number or "", scan.register) is not False


def _in_brackets(scan: Scan, citation: Citation) -> tuple[Citation, str | None]:
    """What brackets after a citation say, and what follows them: "(13/4/2030)", "(Bộ Chính trị)", "(sửa đổi) của Bộ Chính trị"."""
    key, low, end = scan.key, scan.low, citation.span.end
    bracket = _BRACKET.match(low, end)
    if not bracket:
        return citation, None
    into = patterns().into_bracket.match(low, end)
    inside = issuer_at(key, low, into.end(), bracket.end() - 1) if into else None
    name = inside.name if inside and inside.span and inside.span.end == bracket.end() - 1 else None
    date = citation.date
    if date is None:
        stated = date_at(low, bracket.start("inside"), bracket.end("inside"), day_only=True)
        date = stated.iso if stated and stated.span.end == bracket.end("inside") else None
    behind = issuer_after(key, low, bracket.end())
    stop = behind.span.end if behind and behind.span else bracket.end()
    later = date_at(low, stop + 1, day_only=True) if date is None and low[stop : stop + 1] == " " else None
    return replace(citation, date=later.iso if later else date), name or (behind.name if behind else None)


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


def _subject(scan: Scan, begin: int, citation: Citation) -> IssuerPhrase | None:
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


def _speaker(scan: Scan, floor: int, citation: Citation) -> str | None:
    """The body whose request or order a document is: "đề nghị của Sở Bến bãi tại Tờ trình …", "… của Sở … (Báo cáo số …)"."""
    number, start = citation.number or "", citation.span.start
    begin = max(0, start - _BEFORE)
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


def _list_head(scan: Scan, citation: Citation) -> tuple[str, int] | None:
    """The issuer at the head of a list ("các Luật của Quốc hội: …", "đề nghị của Sở … tại các văn bản: …") and where the list ends."""
    start = citation.span.start
    if scan.low.find(":", max(0, start - _LIST_LEAD), start) < 0:
        return None
    lead = patterns().list_lead.search(scan.low, max(0, start - _BEFORE), start)
    while lead:  # "theo các Thông tư của Bộ Bến bãi: ": the list begins behind "theo"
        phrase = issuer_at(scan.key, scan.low, lead.start("body"), lead.end("body"))
        if (lead["many"] or lead["at"]) and phrase and phrase.name and phrase.span and phrase.span.end == lead.end("body"):
            stop = re.compile(r"\n|\.(?=\s|$)").search(scan.low, start)
            return phrase.name, stop.start() if stop else len(scan.low)
        lead = patterns().list_lead.search(scan.low, lead.start() + 1, start)
    return None


def _joins(scan: Scan, first: Citation, second: Citation) -> bool:
    """Whether two citations are neighbours in one list; after a semicolon only one without a type word of its own."""
    gap = scan.low[first.span.end : second.span.start]
    if not patterns().join.fullmatch(gap) or not gap.strip():
        return False
    return ";" not in gap or _elliptic(scan, second)


def _elliptic(scan: Scan, citation: Citation) -> bool:
    return scan.low[citation.span.start].isdigit()


def _share_back(scan: Scan, made: list[Citation], said: list[_Said]) -> None:
    """Issuer and date at the end of a list go back to the documents before: the issuer where the code is
    the same, the date to bare numbers."""
    for index in range(len(made) - 2, -1, -1):
        one, other = made[index], made[index + 1]
        if not _joins(scan, one, other):
            continue
        alike = issuing_codes(one.number or "", scan.register) == issuing_codes(other.number or "", scan.register)
        if said[index].name is None and said[index + 1].back and alike and (one.term is None or one.term == other.term):
            said[index] = said[index + 1]
        if one.date is None and other.date and _shares_date(scan, made, index):
            made[index] = replace(one, date=other.date)


def _shares_date(scan: Scan, made: list[Citation], index: int) -> bool:
    """Whether the day of the next document is this one's too: of bare numbers under one word where another document before has its own
    day, of numbers under one symbol, and where the text says "cùng ngày"."""
    one, other = made[index], made[index + 1]
    year = re.search(r"/((?:19|20)\d\d)/", one.number or "")
    if not other.date or (year and year.group(1) != other.date[:4]):
        return False
    if patterns().same_day.match(scan.low, _number_end(scan, other)):
        return True
    if not _elliptic(scan, other) or ";" in scan.low[one.span.end : other.span.start]:
        return False
    symbol_shared = scan.low[one.span.start : one.span.end].rstrip()[-1:].isdigit()
    return symbol_shared or (index > 0 and made[index - 1].date is not None and _joins(scan, made[index - 1], one))


def _number_end(scan: Scan, citation: Citation) -> int:
    """Where the number of a citation ends: before its date, when it has one in its span."""
    text = scan.low[citation.span.start : citation.span.end]
    at = text.find(" ngày ")
    return citation.span.start + at if at >= 0 else citation.span.end


def _last(scan: Scan, citation: Citation, said: _Said, following: Citation | None) -> Citation:
    """A citation with its issuer: said, or at the end of its subject, in its row, by its code."""
    limit = following.span.start if following else len(scan.low)
    number = citation.number or ""
    looks: tuple[Callable[[], str | None], ...] = (
        lambda: said.name,
        lambda: body_in_row(scan, citation, limit),
        lambda: _after_subject(scan, citation, limit),
        lambda: named_by_code(number, scan.register),
    )
    name = next((settled(name, number, scan.register) for look in looks if (name := look())), None)
    date = citation.date or date_in_row(scan, citation, limit)
    return replace(citation, issuer=name, date=date) if (name, date) != (citation.issuer, citation.date) else citation


_CLOSES = re.compile(r"[;\n\t|]|[.)](?=\s|$)")
"""What a subject ends before."""


def _after_subject(scan: Scan, citation: Citation, limit: int) -> str | None:
    """The issuer at the end of the subject: "Quyết định số … về việc phê duyệt … của UBND tỉnh;", "… do Bộ Chính trị ban hành."."""
    end = citation.span.end
    if not patterns().subject.match(scan.low, end):
        return None
    far = min(limit, end + _SUBJECT)
    closing = _CLOSES.search(scan.low, end, far)
    stop = closing.start() if closing else far
    of = max(scan.low.rfind(" của ", end, stop), scan.low.rfind(" do ", end, stop))
    if of < 0 or scan.led(patterns().possessed, of + 1, end):
        return None
    phrase = issuer_at(scan.key, scan.low, scan.low.find(" ", of + 1) + 1, stop)
    after = phrase.span.end if phrase and phrase.span else end
    closed = after == stop or patterns().issuing.match(scan.low, after + 1, stop)
    return phrase.name if closed and phrase and fits(phrase.name or "", citation.number or "", scan.register) else None
