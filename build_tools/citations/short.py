"""Short references: names that the text has defined (see ``aliases``) and bare numbers ("Nghị quyết 57")."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from build_tools.citations.aliases import Alias, has_number
from build_tools.citations.antecedents import Antecedents, label, same_kind, serial_of
from build_tools.citations.laws import with_date
from build_tools.citations.mentions import Mention
from build_tools.citations.numbers import SYMBOL
from build_tools.citations.scan import Scan
from build_tools.lexicon.keys import phrase_key
from build_tools.lexicon.pieces import alternatives, pattern
from build_tools.lexicon.words import words
from build_tools.model.citation import Citation
from build_tools.model.memo import by_identity
from build_tools.model.register import Work
from build_tools.model.span import Span

_TOPIC = pattern(r" toàn khóa(?!\w)")
_QUOTED_TITLE = pattern(r" (?:về )?\"[^\"]{1,400}\"")


@lru_cache(maxsize=1)
def _bare_number() -> re.Pattern[str]:
    units = alternatives(words("counted"))
    dated = r"(?! \d{1,2}(?: ?[-/.] ?\d| tháng))"  # "Kế hoạch 5 ngày" counts days, "Kế hoạch 5 ngày 2/3/2030" has one
    return pattern(
        rf"\x20(?:số\x20)?(?P<serial>\d{{1,4}})(?![\dA-ZĐ/%]|[.,-]\d|[-–/][A-ZĐ]| ?[-/] ?{SYMBOL}| [A-ZĐ]+/)(?! (?:{units})(?!\w){dated})"
    )


def find_topics(scan: Scan, mentions: list[Mention]) -> list[Citation]:
    """“Chuyên đề toàn khóa”: named where its quoted title follows, else short for the first one named."""
    found: list[Citation] = []
    for mention in mentions:
        match = _TOPIC.match(scan.low, mention.end) if mention.kind == "Chuyên đề" else None
        if not match:
            continue
        span = Span(mention.start, match.end())
        title = _QUOTED_TITLE.match(scan.key, match.end())
        if title is None:
            found.append(Citation(span, "short", type="Chuyên đề"))
            continue
        name = " ".join(scan.text[mention.start : title.end()].split())
        found.append(Citation(span, "named", type="Chuyên đề", name=name))
    full = next((citation for citation in found if citation.kind == "named"), None)
    return [citation if citation.kind == "named" else _short_topic(scan, citation, full) for citation in found]


def _short_topic(scan: Scan, citation: Citation, full: Citation | None) -> Citation:
    words = " ".join(citation.span.of(scan.text).split())
    if full is None:
        return replace(citation, name=words, target=words)
    return replace(citation, name=words, target=full.name, defined_at=full.span)


@by_identity
def _works_of_names(works: tuple[Work, ...]) -> dict[str, Work]:
    """Names in the register that mean exactly one number → a work that bears it."""
    found: dict[str, dict[str, Work]] = {}
    for work in works:
        for name in work.names:
            if work.number:
                found.setdefault(phrase_key(name), {})[work.number] = work
    return {name: next(iter(named.values())) for name, named in found.items() if len(named) == 1}


def find_short(scan: Scan, mentions: list[Mention], antecedents: Antecedents, aliases: list[Alias]) -> list[Citation]:
    """Short references in order; none inside a full citation."""
    found: list[Citation] = []
    by_text: dict[str, list[Alias]] = {}
    for alias in aliases:
        by_text.setdefault(alias.text, []).append(alias)
    counted = any(map(has_number, by_text))
    for mention in mentions:
        if not (mention.capital or counted) or antecedents.covering(mention.start):
            continue
        citation = _aliased(scan, mention, by_text) or (_numbered(scan, mention, antecedents) if mention.capital else None)
        if citation:
            found.append(citation)
    return [*found, *_coded(scan, antecedents)]


_BARE_CODE = re.compile(r"(?P<code>[A-ZĐ](?<![\w/.-][A-ZĐ])[A-Za-zĐđ]{1,3}) (?P<serial>\d{1,4})(?![\w/%]|[.,-]\d| ?[-/–] ?[A-ZĐ])")


def _coded(scan: Scan, antecedents: Antecedents) -> list[Citation]:
    """A type's code with a bare number ("NQ 57"): only where the text cites one document of that type and number, and no other."""
    found: list[Citation] = []
    for match in _BARE_CODE.finditer(scan.key):
        kinds = scan.words.codes.get(match.group("code"))
        if not kinds or antecedents.covering(match.start()):
            continue
        meant = {
            citation.number: citation
            for citation in reversed(antecedents.citations)
            if citation.number and citation.type in kinds and serial_of(citation.number) == match.group("serial").lstrip("0")
        }
        if len(meant) == 1:
            (one,) = meant.values()
            name = " ".join(match.group().split())
            found.append(Citation(Span(*match.span()), "short", type=one.type, name=name, target=label(one), defined_at=one.span))
    return found


def _aliased(scan: Scan, mention: Mention, by_text: dict[str, list[Alias]]) -> Citation | None:
    for text in sorted(by_text, key=len, reverse=True):
        end = mention.start + len(text)
        same = scan.low.startswith(text.lower(), mention.start) if has_number(text) else scan.key.startswith(text, mention.start)
        if not same or scan.key[end : end + 1].isalnum():
            continue
        if re.match(r" (?:này|số \d|nêu|đó)", scan.low[end : end + 8]):
            return None
        known = [alias for alias in by_text[text] if alias.start <= mention.start]
        if known:
            alias = known[-1]
            span = Span(mention.start, end)
            if alias.several is not None:  # of several it is said that there are several
                return Citation(span, "short", type=mention.kind, name=text, targets=alias.several)
            return Citation(span, "short", type=mention.kind, target=alias.target, name=text, defined_at=alias.place)
    return None


def _numbered(scan: Scan, mention: Mention, antecedents: Antecedents) -> Citation | None:
    types = scan.words.types
    match = _bare_number().match(scan.key, mention.end) if types.widest(mention.kind) in types.with_role("bare-number") else None
    if not match:
        return None
    serial = match.group("serial")
    if len(serial) == 4 and serial[:2] in ("19", "20"):
        return None  # "Nghị quyết 2013" names a year
    serial = serial.lstrip("0")
    name = " ".join(scan.text[mention.start : match.end()].split())
    end, date = with_date(scan, match.end())
    if date is None or len(date) < len("2030-01-02"):
        end, date = match.end(), None
    made = Citation(Span(mention.start, end), "short", type=mention.kind, name=name, date=date)
    meant = None
    for citation in antecedents.citations:
        if citation.number and serial_of(citation.number) == serial and not _differ(date, citation.date):
            if same_kind(citation.type, mention.kind):
                meant = citation
                if citation.span.start < mention.start:
                    break
            elif mention.kind in ("Đề án", "Chương trình", "Dự án") and meant is None:
                meant = citation
    own = scan.document.header
    itself = own.number and serial_of(own.number) == serial and same_kind(own.type, mention.kind)
    if meant is None and itself and not _differ(date, own.date):
        return replace(made, target=own.number)
    if meant:
        return replace(made, target=label(meant), defined_at=meant.span)
    known = _works_of_names(scan.register.works).get(phrase_key(name))
    told = [claim.date for claim in known.dates] if known else []
    return replace(made, target=known.number) if known and not (date and told and date not in told) else made


def _differ(one: str | None, other: str | None) -> bool:
    return bool(one and other and one != other)
