"""Documents cited by name: laws, the Constitution, treaties, the Party's statutes, resolutions of congresses and plenums."""

from __future__ import annotations

import re
from dataclasses import replace

from build_tools.citations.antecedents import same_kind
from build_tools.citations.around import patterns
from build_tools.citations.issuers import issuer_after, issuer_at
from build_tools.citations.laws import amending_end, constitution_end, law_name_end, with_date
from build_tools.citations.meetings import meeting_at
from build_tools.citations.mentions import Mention
from build_tools.citations.plans import (
    enclosed_end,
    is_another,
    is_in_row,
    is_made,
    is_one_of_many,
    is_own_name,
    is_specific,
    is_used,
    plan_name,
    quoted_end,
)
from build_tools.citations.scan import Scan
from build_tools.citations.treaties import treaty_name_end
from build_tools.lexicon.pieces import alternatives, pattern
from build_tools.lexicon.types import Types, type_words
from build_tools.lexicon.words import any_word
from build_tools.model.citation import Citation
from build_tools.model.memo import by_identity
from build_tools.model.span import Span

_STATUTE = pattern(
    r" (?:đảng cộng sản việt nam|đảng(?! bộ| viên| ủy)(?!\w)"
    rf"|{any_word('own-meeting')}(?!\w)(?: [^\W\d_]+){{0,9}}? (?:việt nam|hồ chí minh))"
)
_BARE_STATUTE = pattern(rf"(?= (?:và|,) (?:các )?(?:{alternatives(type_words('cited'))})[^.;\n]{{0,40}} của đảng(?!\w))")
"""“Điều lệ và các quy định của Đảng”: the Party's, though it does not say so itself."""
_RULES = pattern(r" (?:về )?(?:thi hành|hướng dẫn thi hành) điều lệ đảng(?! bộ| viên| ủy)(?!\w)")
_PLATFORM = pattern(r" (?:chính trị|xây dựng đất nước trong thời kỳ quá độ lên chủ nghĩa xã hội)")
_SENTENCE_END = re.compile(r"[.;\n]")
_SUBJECT_FAR = 400
_ENACTED = ("ban hành ", "ban hành\n")
_DRAFT = ("dự thảo ", "dự thảo\n")


def find_named(scan: Scan, mentions: list[Mention], numbered: list[Citation], laws: dict[int, tuple[int, str]]) -> list[Citation]:
    """Every document cited by name, in reading order; a law inside an amending law's name is a citation of its own."""
    found: list[Citation] = []
    taken = [(citation.span.start, citation.span.end) for citation in numbered]
    position = 0
    title = scan.document.header.line("type")
    for mention in mentions:
        if title and title.start <= mention.start < title.end:
            continue  # the document's own name
        while position < len(taken) and taken[position][1] <= mention.start:
            position += 1
        inside = position < len(taken) and taken[position][0] <= mention.start
        if mention.kind in scan.words.laws and _enacted(scan, mention):
            continue  # the document itself
        if inside and (
            taken[position][0] == mention.start or scan.words.name(scan.low[mention.start : mention.end]) not in scan.words.laws
        ):
            continue
        if (
            found
            and mention.start < found[-1].span.end
            and mention.kind not in scan.words.laws
            and mention.kind in _plans(scan.words.types)
        ):
            continue  # "Luật Quy hoạch"
        previous = numbered[position - 1] if position else None
        row_from = max([cited.span.end for cited in (previous, found[-1] if found else None) if cited], default=None)
        behind = taken[position][0] if position < len(taken) and not inside else None
        citation = _enclosed(scan, mention, previous, behind) or _read(scan, mention, previous, laws, row_from)
        if citation and not (inside and citation.span.end > taken[position][1]):
            found.append(_before(scan, citation, taken[position][0]) if position < len(taken) else citation)
    return found


_ENACTS = "ban hành"


def _enacted(scan: Scan, mention: Mention) -> bool:
    """Whether a law is named in its own enacting sentence: "Quốc hội ban hành Luật …" at the head of a line in a law."""
    if not same_kind(mention.kind, scan.document.header.type) or not scan.low.endswith(f"{_ENACTS} ", 0, mention.start):
        return False
    line = scan.low.rfind("\n", 0, mention.start - 1) + 1
    body = issuer_at(scan.key, scan.low, line, mention.start)
    return body is not None and body.span is not None and scan.low[body.span.end : mention.start].strip() == _ENACTS


def _before(scan: Scan, citation: Citation, limit: int) -> Citation:
    """The citation without what runs into the numbered one that begins at ``limit``."""
    if not citation.span.start < limit < citation.span.end or citation.type not in scan.words.treaties:
        return citation
    end = limit - (len(scan.text[citation.span.start : limit]) - len(scan.text[citation.span.start : limit].rstrip()))
    return replace(citation, span=Span(citation.span.start, end), name=" ".join(scan.text[citation.span.start : end].split()))


def find_laws(scan: Scan, mentions: list[Mention]) -> dict[int, tuple[int, str]]:
    """Where the names of laws end → where the outermost law that ends there begins, and its type."""
    ends: dict[int, tuple[int, str]] = {}
    for mention in mentions:
        if mention.kind in scan.words.laws:
            end = law_name_end(scan, mention.start, mention.end)
            enacted = scan.low.endswith(_ENACTED, 0, mention.start)
            amending = scan.low.startswith("sửa", mention.end + 1)
            if end is not None and not (enacted and amending):  # "ban hành Luật sửa đổi … Luật A số 9": the number is that of Luật A
                ends.setdefault(end, (mention.start, mention.kind))
    return ends


def _read(
    scan: Scan, mention: Mention, previous: Citation | None, laws: dict[int, tuple[int, str]], row_from: int | None
) -> Citation | None:
    if mention.kind not in scan.words.laws and mention.capital and scan.low.endswith(_DRAFT, 0, mention.start):
        end = amending_end(scan, mention.end)
        if end is not None:
            full, date = with_date(scan, end)
            return _named(scan, mention, full, date)
    if mention.kind in scan.words.laws or mention.kind in ("Hiến pháp", "Điều lệ"):
        return by_own_name(scan, mention, laws)
    if mention.kind in scan.words.treaties:
        end = treaty_name_end(scan, mention.end) if mention.capital else None
        return _named(scan, mention, end)
    if mention.kind in ("Quy định", "Hướng dẫn") and mention.capital and (match := _RULES.match(scan.low, mention.end)):
        return _named(scan, mention, match.end())
    if mention.kind == "Cương lĩnh" and mention.capital:
        match = _PLATFORM.match(scan.low, mention.end)
        return _named(scan, mention, match.end()) if match else None
    if mention.kind in scan.words.types.with_role("of-meetings") and (
        mention.capital or scan.key[mention.end + 1 : mention.end + 2].isupper()
    ):
        own_title = scan.key[mention.start : mention.end].isupper() and scan.key[mention.start - 1] == "\n"
        return None if own_title else _of_meeting(scan, mention)
    if mention.kind in _plans(scan.words.types):
        return _plan(scan, mention, previous, row_from)
    return None


def by_own_name(scan: Scan, mention: Mention, laws: dict[int, tuple[int, str]]) -> Citation | None:
    """A law, the Constitution or the Party's statutes, which have names of their own; None for other kinds of documents."""
    if mention.kind in scan.words.laws:
        end = law_name_end(scan, mention.start, mention.end)
        outer = end is not None and laws.get(end, (mention.start, ""))[0] < mention.start
        return _named(scan, mention, end) if outer else _law(scan, mention, end)  # the year after belongs to the amending law
    if mention.kind == "Hiến pháp":
        return _law(scan, mention, constitution_end(scan, mention.end) if mention.capital else None)
    if mention.kind == "Điều lệ":
        match = _STATUTE.match(scan.low, mention.end) or (_BARE_STATUTE.match(scan.low, mention.end) if mention.capital else None)
        return _named(scan, mention, match.end()) if match else None
    return None


def _named(scan: Scan, mention: Mention, end: int | None, date: str | None = None, term: str | None = None) -> Citation | None:
    if end is None:
        return None
    name = " ".join(scan.text[mention.start : end].split())
    return Citation(Span(mention.start, end), "named", type=mention.kind, name=name, date=date, term=term)


def _law(scan: Scan, mention: Mention, end: int | None) -> Citation | None:
    if end is None:
        return None
    full, date = with_date(scan, end)
    if full == end and scan.low.startswith(_REWRITTEN, end):
        return _named(scan, mention, end + len(_REWRITTEN))
    return _named(scan, mention, full, date)


_REWRITTEN = " (sửa đổi)"
"""A bill that is to take the place of the law of that name: another document."""


def _of_meeting(scan: Scan, mention: Mention) -> Citation | None:
    meeting = meeting_at(scan.low, mention.end)
    if meeting is None:
        return None
    return _named(scan, mention, meeting.end, term=None if meeting.several else meeting.term)


@by_identity
def _plans(types: Types) -> frozenset[str]:
    """The types whose documents are known by what they plan or rule, with those that are kinds of them ("Chương trình hành động")."""
    wide = types.with_role("horizon")
    return wide | {kind.name for kind in types.rows if types.widest(kind.name) in wide} | {"Quy chế", "Quy định", "Hướng dẫn"}


def _enclosed(scan: Scan, mention: Mention, previous: Citation | None, number: int | None) -> Citation | None:
    """Rules known by the name under which a numbered document right behind encloses them; of two such names the one that is used."""
    rules = scan.words.types.with_role("enclosed")
    if number is None or mention.kind not in rules or not mention.capital or scan.key[mention.start : mention.end].isupper():
        return None
    end = enclosed_end(scan, mention.end, number)
    if end is None or end <= mention.end or is_made(scan, mention) or is_one_of_many(scan, mention):
        return None
    if previous is not None and not _SENTENCE_END.search(scan.low, previous.span.end, mention.start):
        issuer = issuer_after(scan.key, scan.low, previous.span.end)
        if not is_in_row(scan, issuer.span.end if issuer and issuer.span else previous.span.end, mention):
            return None  # what the document before is about
    within = scan.words.anywhere.finditer(scan.low, mention.end, end)
    inner = (Mention(*word.span(), scan.words.name(word.group()), scan.key[word.start()].isupper()) for word in within)
    return None if any(one.capital and one.kind in rules and is_used(scan, one, None) for one in inner) else _named(scan, mention, end)


def _plan(scan: Scan, mention: Mention, previous: Citation | None, row_from: int | None) -> Citation | None:
    """A strategy, programme, scheme or rule that is used by its name; not the subject of a numbered document just cited."""
    quoted = quoted_end(scan, mention)
    if quoted is not None:
        return None if _in_subject(scan, mention, previous) and not is_another(scan, mention) else _named(scan, mention, quoted)
    plan = plan_name(scan, mention)
    if plan is None:
        return None
    if not is_used(scan, mention, row_from):
        known = (
            (plan.years or is_own_name(scan, mention, plan)) and mention.capital and mention.kind in scan.words.types.with_role("horizon")
        )
        none = _in_subject(scan, mention, previous) or is_made(scan, mention)
        return _named(scan, mention, plan.end) if known and not none else None
    if not is_specific(scan, mention, plan):
        return None
    if _in_subject(scan, mention, previous) and not is_another(scan, mention):
        return None
    return _named(scan, mention, plan.end)


def _in_subject(scan: Scan, mention: Mention, previous: Citation | None) -> bool:
    """Whether the words are the subject of the numbered document just cited ("Quyết định số … phê duyệt Chiến lược …")."""
    if previous is None or mention.start - previous.span.end > _SUBJECT_FAR:
        return False
    issuer = issuer_after(scan.key, scan.low, previous.span.end)
    begin = issuer.span.end if issuer and issuer.span else previous.span.end
    subject = patterns().subject.match(scan.low, begin)
    return subject is not None and not _SENTENCE_END.search(scan.low, begin, mention.start)


def with_issuer(scan: Scan, citation: Citation) -> tuple[str | None, str | None]:
    """Issuer and term stated right after a citation by name or by a bare number, or in a name right behind its type word."""
    issuer = issuer_after(scan.key, scan.low, citation.span.end)
    word = scan.words.at.match(scan.low, citation.span.start, citation.span.end) if citation.kind == "named" else None
    if word and (issuer is None or issuer.name is None):
        whose = issuer_after(scan.key, scan.low, word.end())  # "Chương trình hành động của Chính phủ"
        if whose and whose.span and whose.span.end <= citation.span.end:
            return whose.name, whose.term
    return (issuer.name, issuer.term) if issuer else (None, None)
