"""Names of laws, codes, ordinances and of the Constitution: where the name of a cited law ends."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources

import yaml

from build_tools.citations.around import patterns
from build_tools.citations.scan import BACK, Scan
from build_tools.citations.told_laws import LAWS, after_law, told_end
from build_tools.lexicon.keys import phrase_key
from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.pieces import alternatives, pattern
from build_tools.lexicon.words import any_word, words

_AMENDING = pattern(
    rf"sửa đổi(?:,? bổ sung)?,?(?: (?:một số |các )?(?:{any_word('provision')}|nội dung)(?: [\w.,]+){{0,12}}?)?"
    rf"(?: của)? (?:các )?(?=(?:{LAWS}|hiến pháp|nghị quyết)(?!\w))"
)
"""The words of an amending law up to the law it amends."""
_LAW_WORD = pattern(rf"(?:{LAWS}|hiến pháp)(?!\w) ?")
_ANOTHER = pattern(rf"(?:,| và|, và) (?=(?:{LAWS}) )")
_WORD = pattern(r" ?([^\W\d_][\w-]*)")
_YEAR = pattern(r" (?:năm )?(?P<year>(?:19|20)\d\d)(?=\d{0,2}(?!\d))(?![/.-]\d)")
_CONSTITUTION = pattern(rf" {any_word('state-name')}")
_CONSTITUTION_NOT = pattern(r"(?: và|,) (?:các )?(?P<law>pháp luật|luật)(?! tố)")
_NAMED_LAW = re.compile(rf"[{CAPITALS}]\w+[ \n][{CAPITALS}]")


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    text = resources.files(__package__).joinpath("law_names.yaml").read_text(encoding="utf-8")
    names = [phrase_key(name) for name in yaml.safe_load(text)["names"].split(";")]
    return pattern(rf"(?:{alternatives([name for name in names if name])})(?!\w)")


@lru_cache(maxsize=1)
def _generic() -> re.Pattern[str]:
    return pattern(rf"(?:{alternatives(words('not-a-law'))})(?!\w)")


_MOST_LAWS = 30
"""More laws than this are not amended by one."""
_NESTING = 2
"""A law that amends a law that amends a law is as deep as names go."""


def law_name_end(scan: Scan, start: int, after: int, depth: int = 0) -> int | None:
    """Where the law's name ends whose type word stands at ``start:after``; None when no name follows (a generic use)."""
    low, key = scan.low, scan.key
    if not _NAMED.match(low, after):
        return None
    begin = after + 1
    many = _AMENDING_MANY.match(low, begin)
    if many:
        return _many_end(scan, many)
    amending = _AMENDING.match(low, begin)
    if amending:
        return _amended_end(scan, amending.end(), depth + 1) if depth <= _NESTING else None
    known = _names().match(low, begin)
    if known:
        return known.end()
    told = told_end(scan, begin)
    if told is not None:
        return told
    if _in_a_body(scan, start, begin):
        return None
    if key[start].islower() or _generic().match(low, begin) or after_law().match(low, begin) or low[begin].isdigit():
        return None
    return _whole_end(scan, start, begin) if key[begin].isupper() else _plain_end(scan, start, begin)


_PROPER = re.compile(rf"[{CAPITALS}](?=\w*[^\W\d{CAPITALS}])\w+ [{CAPITALS}]")
"""Two words each with a capital: a place's name; that of a law begins with one."""


def _in_a_body(scan: Scan, start: int, begin: int) -> bool:
    """Whether the word is what a body is for, behind its kind and before its place ("Đại học Luật Khê Lâm"), and names no law."""
    heads = patterns().heads.finditer(scan.low, max(0, start - BACK), start) if _PROPER.match(scan.key, begin) else ()
    return any(head.end() == start - 1 and scan.key[head.start()].isupper() for head in heads)


_NAMED = re.compile(r" \w")
_ABOUT = re.compile(r" về (?=[^\W\d_])")
_MOST_ABOUT = 8
"""Words after "về" that may belong to a name."""


def _whole_end(scan: Scan, start: int, begin: int) -> int | None:
    """The end of an unlisted name with capitals, with "về …" where nothing before it can be what is meant by that.

    "theo Luật Bến bãi về đường biển" names another law than "Luật Bến bãi"; "quy định của Luật Bến bãi về phí" and "Điều 5 Luật Bến bãi
    về phí" speak of that one.
    """
    end = _shaped_end(scan, begin)
    if end is None:
        return None
    about = _ABOUT.match(scan.low, end)
    if about is None or scan.led(_governed(), start):
        return end
    further = _shaped_end(scan, about.end())
    return further if further and len(scan.low[about.end() : further].split()) <= _MOST_ABOUT else end


@lru_cache(maxsize=1)
def _governed() -> re.Pattern[str]:
    """What a "về …" behind a law's name may belong to: a rule in it, a provision of it, or what is done to it."""
    return pattern(
        rf"(?:(?<!\w){any_word('about-law')}(?: [^\W\d_]+){{0,2}}(?: (?:của|tại|trong))?|(?:điều|khoản|điểm)(?:,? \w{{1,4}}){{1,6}}) $"
    )


def _plain_end(scan: Scan, start: int, begin: int) -> int | None:
    """The end of an unlisted name in small letters: two to six words after words that cite, closed by a sign ("theo Luật bầu cử;"); or
    such that open an item or a paragraph, closed by what tells which law it is ("a) Luật bầu cử năm 2031;")."""
    end = _shaped_end(scan, begin)
    if not scan.led(used(), start):
        told = end is not None and _ITEM.search(scan.low, max(0, start - _LABEL), start) and _is_told(scan, end)
        return end if told and 2 <= len(scan.low[begin:end].split()) <= _MOST_ABOUT else None
    closed = end is not None and (scan.low[end : end + 1] in (".", ";", ",", ")", "") or _TOLD.match(scan.low, end) is not None)
    return end if end is not None and closed and 2 <= len(scan.low[begin:end].split()) <= 6 else None


@lru_cache(maxsize=1)
def used() -> re.Pattern[str]:
    """Words right before a document that is there."""
    return pattern(rf"(?<!\w)(?:{any_word('plan-used', 'plan-changed')}|của) $")


def _is_told(scan: Scan, end: int) -> bool:
    """Whether the year, number or day of a law follows: "Luật bầu cử năm 2031", "Luật bầu cử ban hành ngày 05/5/2031"."""
    return _TOLD.match(scan.low, end + len(_MADE) if scan.low.startswith(_MADE, end) else end) is not None


def _shaped_end(scan: Scan, begin: int) -> int | None:
    """The end of an unlisted name: words up to punctuation or a stop word, at most twelve; a capital may follow "và" or a comma."""
    stop = after_law()
    low, key = scan.low, scan.key
    upper = key[begin : begin + 8].isupper()
    subject = scan.document.header.line("subject")
    limit = subject.end if subject and subject.start <= begin < subject.end else len(low)
    end, count = begin, 0
    while count < 12:
        word = _WORD.match(low, end)
        if not word or word.end() > limit:
            break  # a name in the document's own subject ends with that, whatever the next line says
        at = word.start(1)
        further = not upper and low.startswith("và ", at) and key[at + 3 : at + 4].isupper() and not _another(scan, at + 3)
        if count and stop.match(low, at) and not further:
            break
        if _LAW_WORD.match(low, at):
            break
        end, count = word.end(), count + 1
    listed = _LISTED.match(low, end) if 0 < count < 12 else None
    if listed and key[listed.start(1) : listed.end(1)].islower() and not scan.words.anywhere.search(low, listed.start(1), listed.end(1)):
        words = low[listed.start(1) : listed.end(1)].split()
        if not any(stop.match(" ".join(words[at:])) for at in range(len(words))):
            end = listed.end(1)
    return end if end > begin else None


def _another(scan: Scan, at: int) -> bool:
    """Whether a document or a provision stands behind "và", and not more of a name: "Luật Bến bãi và Điều 9 của Nghị định này"."""
    return scan.words.at.match(scan.low, at) is not None or _PROVISION.match(scan.low, at) is not None


_PROVISION = pattern(rf"{any_word('provision')} (?:\d|[ivx]{{1,5}}(?!\w)|[a-zđ](?!\w))")
_WHICH = r" (?:năm|số|ngày) \d"
"""What tells which law of a name it is."""
_TOLD = pattern(_WHICH)
_MADE = " ban hành"
_ITEM = re.compile(r"(?:^|\n)\W*(?:\w{1,4}[.)])?\W*$")
_LABEL = 12
"""Characters of an item's label with the line end before it."""
_LISTED = pattern(rf", ([^\W\d_]+(?: [^\W\d_]+){{0,2}})(?={_WHICH})")
"""What an unlisted name goes on with after a comma, up to what tells which law of that name it is ("thuế nhà, đất năm 2031")."""


def _amended_end(scan: Scan, begin: int, depth: int) -> int | None:
    """The end of "sửa đổi, bổ sung … của Luật A và Luật B": after the last law amended."""
    low = scan.low
    end: int | None = None
    cursor = begin
    for _ in range(_MOST_LAWS):
        word = _LAW_WORD.match(low, cursor)
        if not word:
            return end
        after = word.end() - (1 if low[word.end() - 1] in " \n" else 0)
        inner = constitution_end(scan, after) if low.startswith("hiến", cursor) else law_name_end(scan, cursor, after, depth)
        if inner is None:
            return end
        end = inner
        more = _ANOTHER.match(low, inner)
        if not more:
            return end
        cursor = more.end()
    return end


_AMENDING_MANY = pattern(
    r"sửa đổi,? bổ sung một số điều của (?:các luật|\d{1,2} luật)(?P<field> (?:(?! (?:năm|số|ngày) \d)[^.;:()\"\n]){3,120})?"
)
"""A law that amends many, with the field in which they are, up to its own year, number or day."""
_NEXT = pattern(rf"(?:,| ?,? {any_word('list-join')}) (?=(?P<again>{any_word('amending')}(?!\w))|\w)")


def _many_end(scan: Scan, many: re.Match[str]) -> int:
    """Where the name of such a law ends: before the next document of a row, or what another document says of itself in the same words."""
    if many["field"] is None:
        return many.end()
    joins = _NEXT.finditer(scan.low, many.start("field"), many.end())
    return next((join.start() for join in joins if join["again"] or scan.words.at.match(scan.low, join.end())), many.end())


def amending_end(scan: Scan, after: int) -> int | None:
    """The end of a draft named by what it amends ("Nghị quyết sửa đổi, bổ sung một số điều của Hiến pháp"), after its type word."""
    amending = _AMENDING.match(scan.low, after + 1)
    return _amended_end(scan, amending.end(), 1) if amending else None


def constitution_end(scan: Scan, after: int) -> int | None:
    """The end of the Constitution's name, None for the formula "Hiến pháp và pháp luật"; a law by its name makes a row of it."""
    full = _CONSTITUTION.match(scan.low, after)
    if full:
        return full.end()
    formula = _CONSTITUTION_NOT.match(scan.low, after)
    return None if formula and not _NAMED_LAW.match(scan.key, formula.start("law")) else after


def with_date(scan: Scan, end: int) -> tuple[int, str | None]:
    """The end of a name with the year or date that follows it ("năm 2013", "2024", "ngày 16 tháng 6 năm 2025"), and the ISO date.

    Bare figures without a comma ("Luật Bến bãi 01/7/2031") are the next column of a list, where the law begins to hold.
    """
    day = scan.day_after(end)
    if day and ("," in scan.low[end : day.span.start] or not scan.low[day.span.start].isdigit()):
        return day.span.end, day.iso
    year = _YEAR.match(scan.low, end)
    return (year.end(), year.group("year")) if year else (end, None)
