"""Who issued what is cited by number, and when, as the words around the number state it.

Reads numbered citations in reading order, each with the issuer stated right after it; gives them back with what else the text says: in
brackets, before the verb ("Chính phủ đã ban hành …"), before the document ("đề nghị của Sở … tại Tờ trình …"), at the head or the end of
a list, at the end of the document's subject, in the cells of its row; at last by a code that is one body's alone. What none of them
states stays None, and a body that cannot bear the number's code is never given.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from build_tools.citations.around import patterns
from build_tools.citations.cells import body_in_row, date_in_row
from build_tools.citations.issuers import TERM, issuer_after, issuer_at
from build_tools.citations.said_before import BEFORE, day_before, narrowed, speaker, subject_of
from build_tools.citations.scan import Scan
from build_tools.citations.shared_in_lists import Said, joins, list_head, share_back
from build_tools.model.citation import Citation
from build_tools.naming.codes import fits, named_by_code, settled
from build_tools.vietnamese.dates import date_at

_SUBJECT = 320
"""Characters after it in which its subject may end with the issuer."""
_CLAUSE = re.compile(r"[.;:]\s|[\n\t|]|\((?!khóa )")
_BRACKET = re.compile(r"[ \n]?\((?P<inside>[^()\n]{1,160})\)")


def with_issuers(scan: Scan, found: list[Citation]) -> list[Citation]:
    """The citations with what the text states of their issuers and dates; see the module."""
    made: list[Citation] = []
    said: list[Said] = []
    head: tuple[str, int] | None = None
    for index, citation in enumerate(found):
        citation, one = _alone(scan, citation, found[index - 1].span.end if index else 0)
        head = head if head and citation.span.start < head[1] else list_head(scan, citation)
        if one.name is None and head and fits(head[0], citation.number or "", scan.register) is not False:
            one = Said(head[0])
        joined = bool(made) and joins(scan, made[-1], citation)
        if one.name is None and joined and said[-1].onward and _bears(scan, said[-1].name, citation):
            one = said[-1]
        made.append(citation)
        said.append(one)
    share_back(scan, made, said)
    return [
        _last(scan, citation, one, made[index + 1] if index + 1 < len(made) else None)
        for index, (citation, one) in enumerate(zip(made, said, strict=True))
    ]


def _alone(scan: Scan, citation: Citation, floor: int) -> tuple[Citation, Said]:
    """What the words right before and after one citation say of it."""
    number = citation.number or ""
    if citation.issuer:
        return citation, Said(narrowed(scan.register, citation.issuer, number), back=True)
    citation, name = _in_brackets(scan, citation)
    if name:
        return citation, Said(narrowed(scan.register, name, number), back=True)
    begin = max(floor, citation.span.start - BEFORE)
    begin = max((found.end() for found in _CLAUSE.finditer(scan.low, begin, citation.span.start - 1)), default=begin)
    subject = subject_of(scan, begin, citation)
    if subject:
        day = None if citation.date else day_before(scan, begin, subject)
        return replace(citation, date=day) if day else citation, Said(subject.name, onward=True)
    named = speaker(scan, floor, citation)
    return citation, Said(named)


def issued_by(scan: Scan, citation: Citation) -> str | None:
    """The body that is said right before a short reference to have issued it: "Ban Bí thư đã ban hành Quy định 37"."""
    said = _alone(scan, replace(citation, number=citation.target), 0)[1]
    return said.name if said.onward else None


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
    date = later.iso if later else date
    citation = citation if date == citation.date else replace(citation, date=date)
    return citation, name or (behind.name if behind else None)


def _last(scan: Scan, citation: Citation, said: Said, following: Citation | None) -> Citation:
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
    term = TERM.match(scan.key, after, stop)
    after = term.end() if term else after
    closed = after == stop or patterns().issuing.match(scan.low, after + 1, stop)
    return phrase.name if closed and phrase and fits(phrase.name or "", citation.number or "", scan.register) else None
