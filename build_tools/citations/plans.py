"""Strategies, programmes, schemes, plans and rules cited by name: what tells a document that is there from one that is to be made.

A name counts where it is used ("thực hiện Đề án …", "sửa đổi, bổ sung Quy hoạch …") or stands in a row with a document, and says which one
it is: by its years, by the body whose it is, or by words enough of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from build_tools.citations.issuers import TERM, issuer_at
from build_tools.citations.mentions import Mention
from build_tools.citations.scan import Scan
from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.pieces import pattern
from build_tools.lexicon.words import any_word

_LONGEST = 240
_YEARS = r"\d{4}(?: ?- ?\d{4})?(?: và \d{4})?(?=\d?(?![\w/]))"
_ENDS = re.compile(r"[.;:()\"\n\t|*]")
_NAMED = re.compile(r" [^\W\d_]")
_ENOUGH = 4
"""Words of a name that has neither years nor a body."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    used: re.Pattern[str]
    changed: re.Pattern[str]
    made: re.Pattern[str]
    many: re.Pattern[str]
    row: re.Pattern[str]
    stop: re.Pattern[str]
    unnamed: re.Pattern[str]
    where: re.Pattern[str]
    national: re.Pattern[str]
    comma: re.Pattern[str]
    horizon: re.Pattern[str]
    of: re.Pattern[str]
    between: re.Pattern[str]


@lru_cache(maxsize=1)
def patterns() -> _Patterns:
    """The patterns, made of the lexicon's lists once."""
    used, manner = any_word("plan-used", "plan-changed"), any_word("plan-manner")
    return _Patterns(
        used=pattern(rf"(?<!\w){used}(?:,? (?:{used}|{manner})){{0,5}} $"),
        changed=pattern(rf"(?<!\w){any_word('plan-changed')} $"),
        made=pattern(rf"(?<!\w){any_word('plan-made')} $"),
        many=pattern(rf"(?<!\w){any_word('of-many')} $"),
        row=pattern(rf" ?(?:,|;|{any_word('list-join')}|gắn với) ?"),
        stop=pattern(rf" (?:{any_word('after-plan')}(?!\w)|số \d)"),
        unnamed=pattern(rf" {any_word('not-plan-name', 'list-join', 'of-many')}(?!\w)"),
        where=pattern(rf" {any_word('not-plan-name')}(?!\w)"),
        national=pattern(rf" {any_word('of-the-country')}(?!\w)"),
        comma=pattern(rf", (?:{any_word('plan-break')})(?!\w)"),
        horizon=pattern(rf"(?<!\w){any_word('horizon')} {_YEARS}(?:,? (?:và )?{any_word('horizon-next')} {_YEARS}){{0,2}}"),
        of=pattern(r" của "),
        between=pattern(r" giữa (?P<first>[^.;:,()\n]{3,90}?) (?:và|với) "),
    )


@dataclass(frozen=True, slots=True)
class Plan:
    """Where a name ends, and how it says which document it is."""

    end: int
    years: bool
    long: bool
    """Years of more than one ("giai đoạn …", "đến năm …")."""
    body: bool
    words: int
    own_words: bool
    """Words of its own stand before the body."""


def plan_name(scan: Scan, mention: Mention) -> Plan | None:
    """The name behind a type word of plans and rules, as far as it goes; None when no name follows."""
    low, after = scan.low, mention.end
    made = patterns()
    if not _NAMED.match(low, after) or made.unnamed.match(low, after) or scan.key[mention.start : after + 6].isupper():
        return None  # nothing names it; a heading in capitals only speaks of its subject
    close = _ENDS.search(low, after, min(len(low), after + _LONGEST))
    limit = close.start() if close else min(len(low), after + _LONGEST)
    for found in scan.words.anywhere.finditer(low, after + 1, limit):  # another document begins
        if low[found.start() - 1] in " ," and scan.key[found.start()].isupper():
            limit = found.start()
            break
    stop = made.stop.search(low, after, limit)
    comma = made.comma.search(low, after, limit)
    limit = min([limit, *(match.start() for match in (stop, comma) if match)])
    first = made.of.search(low, after, limit) or made.between.search(low, after, limit)
    end, body = _with_body(scan, first, limit)
    years = made.horizon.search(low, after, end or limit) or (made.horizon.search(low, after, limit) if end is None else None)
    if years:
        end = years.end()
    elif end is None:
        comma_at = low.find(",", after, limit)
        end = comma_at if comma_at >= 0 else limit
        end = after + len(low[after:end].rstrip())
        end = _before_and(low, after, end)
    own_words = first is None or bool(low[after : first.start()].strip())
    long = years is not None and not years.group().startswith("năm")
    told = made.where.search(low, after, end)
    end = told.start() if told and told.end() == end else end
    count = len(low[after : told.start() if told else end].split())
    return Plan(end, years is not None, long, body, count, own_words) if end > after else None


def quoted_end(scan: Scan, mention: Mention) -> int | None:
    """The end of a title between quotation marks behind a type word, which is all of the name: "Đề án “Giữ bến giai đoạn 2031 - 2035”".

    A programme may as well be an evening on a stage, and of rules and plans there are many: such a title tells a document by its years, or
    by the one with which it was issued.
    """
    title = _QUOTED.match(scan.key, mention.end) if mention.capital else None
    if title is None or title.group().isupper() or is_one_of_many(scan, mention) or is_made(scan, mention):
        return None
    told = patterns().horizon.search(scan.low, mention.end, title.end()) is not None or is_enclosed(scan.low, title.end())
    many = _is_of_many(scan, mention) or mention.kind in scan.words.types.with_role("performed")
    return title.end() if told or (not many and is_used(scan, mention, None)) else None


_QUOTED = pattern(rf" \"[{CAPITALS}][^\"\n]{{10,300}}\"")


def _with_body(scan: Scan, first: re.Match[str] | None, limit: int) -> tuple[int | None, bool]:
    """Where the body ends that a name names ("… của Chính phủ", "giữa … và …")."""
    of = first
    while of is not None:
        body = issuer_at(scan.key, scan.low, of.end(), limit)
        if body and body.span:
            term = TERM.match(scan.key, body.span.end)
            return (term.end() if term and "(" not in term.group() else body.span.end), True
        if scan.key.startswith(_THE_PARTY, of.end()) and not scan.key[of.end() + len(_THE_PARTY) :][:1].isalnum():
            return of.end() + len(_THE_PARTY), True
        of = patterns().of.search(scan.low, of.end() - 1, limit)
    return None, False


_THE_PARTY = "Đảng"


def _before_and(low: str, start: int, end: int) -> int:
    """Without "và …" at the end, which may begin something else, and does where many follow ("Quy hoạch tỉnh | và các quy hoạch")."""
    at = low.rfind(" và", start, end)
    tail = low[at + 3 : end]
    return at if at > start and (not tail or tail[0] == " ") and (len(tail.split()) < 2 or patterns().unnamed.match(tail)) else end


_ISSUED_WITH = r" \(?(?:được )?ban hành kèm theo "
_ENCLOSED = pattern(rf"{_ISSUED_WITH}$| \((?:số )?$")
"""What stands between rules and the number of their issue: "Quy chế … ban hành kèm theo Quyết định số …", "Quy chế … (số …"."""
_ANNEX = pattern(rf"(?<!\w){any_word('appendix', 'form', case='any')}(?: [^\s,]+){{0,2}}$")
"""What was issued with the document is an annex, for which the rules only ask."""
_GAP = 32
"""Characters of it."""
_WITH = pattern(_ISSUED_WITH)


def enclosed_end(scan: Scan, start: int, number: int) -> int | None:
    """Where the name ends of rules that begin at ``start`` and were issued with the document whose citation begins at ``number``."""
    gap = _ENCLOSED.search(scan.low, max(start, number - _GAP), number)
    if gap is None or number - start > _LONGEST or not (gap.group().endswith("theo ") or scan.low[number].isdigit()):
        return None
    close = _ENDS.search(scan.low, start, number)
    if close and close.start() < gap.start():
        return None
    return None if _ANNEX.search(scan.low, start, gap.start()) else gap.start()


def is_enclosed(low: str, end: int) -> bool:
    """Whether rules whose name ends at ``end`` are said to be issued with another document."""
    return _WITH.match(low, end) is not None


def is_used(scan: Scan, mention: Mention, row_from: int | None) -> bool:
    """Whether a name is spoken of as a document that is there: used, changed, or in a row with a citation that ends at ``row_from``."""
    if is_one_of_many(scan, mention):
        return False
    return (row_from is not None and is_in_row(scan, row_from, mention)) or scan.led(patterns().used, mention.start) is not None


def is_in_row(scan: Scan, row_from: int, mention: Mention) -> bool:
    """Whether a name stands in one row with what ends at ``row_from``."""
    return patterns().row.fullmatch(scan.low, row_from, mention.start) is not None


def is_one_of_many(scan: Scan, mention: Mention) -> bool:
    """Whether many are spoken of: "trong các Chương trình …"."""
    return scan.led(patterns().many, mention.start) is not None


def is_another(scan: Scan, mention: Mention) -> bool:
    """Whether a name in the subject of a document is that of another, which is changed or used there: "Kế hoạch số … thực hiện Đề án …"."""
    return scan.led(patterns().changed, mention.start) is not None or scan.led(patterns().used, mention.start) is not None


def is_made(scan: Scan, mention: Mention) -> bool:
    """Whether a name is that of a document which is only being made: "xây dựng Đề án …"."""
    return scan.led(patterns().made, mention.start) is not None


def is_own_name(scan: Scan, mention: Mention, plan: Plan) -> bool:
    """Whether a name inside a sentence is written as one: the type with a capital, its own first word too or a word for one of the whole
    country ("Chương trình mục tiêu quốc gia …", "Chương trình Chuyển đổi số …"), and no body's name before ("Học viện Chiến lược …")."""
    inside = _INSIDE.search(scan.key, max(0, mention.start - _TWO_WORDS), mention.start)
    if inside is None or plan.words < _ENOUGH or _is_of_many(scan, mention) or is_one_of_many(scan, mention):
        return False
    national = patterns().national.match(scan.low, mention.end)
    return national.end() < plan.end if national else scan.key[mention.end + 1].isupper()


_INSIDE = re.compile(rf"(?<![^\W\d_])(?![{CAPITALS}])[^\W\d_]+,? (?![{CAPITALS}])[^\W\d_]+ $")
"""Two words without capitals, or what is left of them."""
_TWO_WORDS = 16


def is_specific(scan: Scan, mention: Mention, plan: Plan) -> bool:
    """Whether a name that is used tells one document from others of its kind."""
    if plan.years:
        return mention.capital or (plan.words >= _ENOUGH and plan.long)
    if not mention.capital:
        return False
    return plan.body and plan.own_words if _is_of_many(scan, mention) else plan.body or plan.words >= _ENOUGH


def _is_of_many(scan: Scan, mention: Mention) -> bool:
    """Whether there are many of its kind everywhere, so that words of its own do not tell which one is meant."""
    return mention.kind in scan.words.types.with_role("of-many")
