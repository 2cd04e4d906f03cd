"""Documents cited by name: laws, the Constitution, treaties, the Party's statutes, resolutions of congresses and plenums."""

from __future__ import annotations

import re
from dataclasses import replace

from build_tools.citations.issuers import issuer_after
from build_tools.citations.laws import amending_end, constitution_end, law_name_end, treaty_name_end, with_date
from build_tools.citations.mentions import Mention
from build_tools.citations.scan import Scan
from build_tools.lexicon.pieces import pattern
from build_tools.lexicon.types import type_words
from build_tools.model.citation import Citation
from build_tools.model.span import Span
from build_tools.vietnamese.numerals import format_roman, parse_ordinal

_ORDINAL = r"(?:[IVX]{1,6}|\d{1,2}|nhất|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười(?: (?:một|hai|ba|bốn|tư|lăm))?)(?!\w)"
_TERM = r",? \(?khóa (?P<term>[IVX]{1,6}|\d{1,2})(?!\w)(?P<more>(?:(?:,| và) ?[IVX]{1,6}(?!\w)){0,4})\)?"
_PLENUM = pattern(
    rf" (?:của )?(?:hội nghị )?(?:lần thứ (?P<first>{_ORDINAL}) ,? ?)?(?:của )?(?:ban chấp hành )?(?:trung ương|tw)"
    rf"(?: đảng)?(?: (?:lần thứ )?(?P<number>{_ORDINAL}))?(?:{_TERM})?",
    re.IGNORECASE,
)
"""“Nghị quyết Trung ương 4 (khóa XII)”, “Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII”."""
_CONGRESS = pattern(
    r" (?:của )?đại hội (?:đại biểu )?(?:đảng )?(?P<whose>toàn quốc |(?:đảng bộ|đảng)(?: [^\W\d_]\w*){1,9}? )?"
    r"(?:(?:của )?đảng )?(?:cộng sản việt nam )?(?:lần thứ )?(?P<number>[IVX]{1,6}|\d{1,2})(?!\w)"
    r"(?: của đảng(?! bộ)(?!\w)(?: cộng sản việt nam)?| (?:của )?đảng bộ(?: [A-ZĐ]\w*){1,6})?"
    r"(?:,? \(?nhiệm kỳ \d{4} ?- ?\d{4}\)?)?",
    re.IGNORECASE,
)
"""“Nghị quyết Đại hội XIII của Đảng”, “Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XI, nhiệm kỳ 2020 - 2025”."""
_STATUTE = pattern(
    r" (?:đảng cộng sản việt nam|đảng(?! bộ| viên| ủy)(?!\w)|mặt trận tổ quốc việt nam"
    r"|công đoàn việt nam|đoàn thanh niên cộng sản hồ chí minh|hội (?:nông dân|cựu chiến binh|liên hiệp phụ nữ) việt nam)"
)
_BARE_STATUTE = pattern(r"(?= (?:và|,) (?:các )?(?:quy định|nghị quyết|quy chế|chỉ thị)[^.;\n]{0,40} của đảng(?!\w))")
"""“Điều lệ và các quy định của Đảng”: the Party's, though it does not say so itself."""
_RULES = pattern(r" (?:về )?(?:thi hành|hướng dẫn thi hành) điều lệ đảng(?! bộ| viên| ủy)(?!\w)")
_WORKING = pattern(
    r" (?:làm việc|bầu cử)(?: trong đảng(?!\w)| của [^;.:\n()\"]{4,140}?(?: khóa [IVX]{1,5}(?!\w)|, nhiệm kỳ \d{4} ?- ?\d{4}))",
    re.IGNORECASE,
)
"""Rules named without a number: "Quy chế bầu cử trong Đảng", "Quy chế làm việc của … khóa XIII"."""
_PLATFORM = pattern(r" (?:chính trị|xây dựng đất nước trong thời kỳ quá độ lên chủ nghĩa xã hội)")
_PLAN_END = pattern(r"đến năm \d{4}(?:,? tầm nhìn(?: đến)?(?: năm)? \d{4})?|(?:giai đoạn|thời kỳ) \d{4} ?- ?\d{4}")
_PLAN_WORDS = pattern(
    r"(?! (?:đã|được|của|này|do|số))(?:(?! được | số | trước | cho | nhằm | để | trong | theo | tại )[^.:;\n()\"]){0,200}"
)
_SUBJECT = pattern(r"(?:phê duyệt|ban hành|về|thực hiện|công bố) (?:việc )?[^.;\n]*$")


def find_named(scan: Scan, mentions: list[Mention], numbered: list[Citation], laws: dict[int, tuple[int, str]]) -> list[Citation]:
    """Every document cited by name, in reading order; a law inside an amending law's name is a citation of its own."""
    found: list[Citation] = []
    taken = [(citation.span.start, citation.span.end) for citation in numbered]
    position = 0
    for mention in mentions:
        while position < len(taken) and taken[position][1] <= mention.start:
            position += 1
        inside = position < len(taken) and taken[position][0] <= mention.start
        if inside and (
            taken[position][0] == mention.start or scan.words.name(scan.low[mention.start : mention.end]) not in scan.words.laws
        ):
            continue
        citation = _read(scan, mention, numbered[position - 1] if position else None, laws)
        if citation and not (inside and citation.span.end > taken[position][1]):
            found.append(_before(scan, citation, taken[position][0]) if position < len(taken) else citation)
    return found


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
            enacted = scan.low[max(0, mention.start - 9) : mention.start].strip() == "ban hành"
            amending = scan.low.startswith("sửa", mention.end + 1)
            if end is not None and not (enacted and amending):  # "ban hành Luật sửa đổi … Luật A số 9": the number is that of Luật A
                ends.setdefault(end, (mention.start, mention.kind))
    return ends


def _read(scan: Scan, mention: Mention, previous: Citation | None, laws: dict[int, tuple[int, str]]) -> Citation | None:
    if mention.kind in scan.words.laws:
        end = law_name_end(scan, mention.start, mention.end)
        outer = end is not None and laws.get(end, (mention.start, ""))[0] < mention.start
        return _named(scan, mention, end) if outer else _law(scan, mention, end)  # the year after belongs to the amending law
    if mention.capital and scan.low[max(0, mention.start - 8) : mention.start].strip() == "dự thảo":
        end = amending_end(scan, mention.end)
        if end is not None:
            full, date = with_date(scan, end)
            return _named(scan, mention, full, date)
    if mention.kind == "Hiến pháp":
        end = constitution_end(scan, mention.end) if mention.capital else None
        return _law(scan, mention, end)
    if mention.kind in scan.words.treaties:
        end = treaty_name_end(scan, mention.end) if mention.capital else None
        return _named(scan, mention, end)
    if mention.kind == "Điều lệ":
        match = _STATUTE.match(scan.low, mention.end) or (_BARE_STATUTE.match(scan.low, mention.end) if mention.capital else None)
        return _named(scan, mention, match.end()) if match else None
    if mention.kind in ("Quy định", "Hướng dẫn") and mention.capital:
        match = _RULES.match(scan.low, mention.end)
        return _named(scan, mention, match.end()) if match else None
    if mention.kind == "Quy chế" and mention.capital:
        match = _WORKING.match(scan.key, mention.end)
        return _named(scan, mention, match.end()) if match and not _in_subject(scan, mention, previous) else None
    if mention.kind == "Cương lĩnh" and mention.capital:
        match = _PLATFORM.match(scan.low, mention.end)
        return _named(scan, mention, match.end()) if match else None
    if mention.kind in scan.words.types.with_role("of-meetings") and (
        mention.capital or scan.key[mention.end + 1 : mention.end + 2].isupper()
    ):
        own_title = scan.key[mention.start - 1 : mention.end].strip().isupper() and scan.key[max(0, mention.start - 1)] == "\n"
        return None if own_title else _party_resolution(scan, mention)
    if mention.kind in scan.words.types.with_role("horizon") and mention.capital:
        return _plan(scan, mention, previous)
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
    return _named(scan, mention, full, date)


def _roman(text: str | None) -> str | None:
    value = parse_ordinal(text) if text else None
    return format_roman(value) if value and value < 40 else None


def _party_resolution(scan: Scan, mention: Mention) -> Citation | None:
    plenum = _PLENUM.match(scan.low, mention.end)
    if plenum and (plenum.group("number") or plenum.group("term")) and "lần thứ" not in plenum.group()[-9:]:
        has_number = plenum.group("number") or "lần" in plenum.group()
        if has_number:
            several = bool(plenum.group("more"))  # "khóa XI, XII": two documents in one name
            return _named(scan, mention, _closed(scan, plenum), term=None if several else _roman(plenum.group("term")))
    congress = _CONGRESS.match(scan.low, mention.end)
    if congress:
        national = not re.search(r"đảng bộ", congress.group())
        return _named(scan, mention, _closed(scan, congress), term=_roman(congress.group("number")) if national else None)
    return None


def _closed(scan: Scan, match: re.Match[str]) -> int:
    """The end of a match, without a closing bracket that has no opening one."""
    text = match.group()
    return match.end() - (text.endswith(")") and "(" not in text)


def _plan(scan: Scan, mention: Mention, previous: Citation | None) -> Citation | None:
    """A strategy, programme or scheme named with its horizon; not when it is the subject of a numbered document just cited."""
    low = scan.low
    sentence = _PLAN_WORDS.match(low, mention.end)
    end = _PLAN_END.search(low, mention.end, sentence.end() if sentence else mention.end)
    if not end or re.match(r" (?:này|của|và)", low[mention.end : mention.end + 5]):
        return None
    return None if _in_subject(scan, mention, previous) else _named(scan, mention, end.end())


def _in_subject(scan: Scan, mention: Mention, previous: Citation | None) -> bool:
    """Whether the words are the subject of the numbered document just cited ("Quyết định số … phê duyệt Chiến lược …")."""
    return previous is not None and _SUBJECT.search(scan.low, previous.span.end, mention.start) is not None


def with_issuer(scan: Scan, citation: Citation) -> tuple[str | None, str | None]:
    """Issuer and term stated right after a named citation."""
    issuer = issuer_after(scan.key, scan.low, citation.span.end)
    return (issuer.name, issuer.term) if issuer else (None, None)


def congress_or_plenum(name: str) -> str | None:
    """A key for the name (in the lower matching key) of a congress's or plenum's document, equal for all its written forms; else None.

    >>> congress_or_plenum("nghị quyết trung ương 4 (khóa xii)") == congress_or_plenum("nghị quyết hội nghị trung ương 4 khóa xii")
    True
    """
    for kind in type_words("of-meetings"):
        if not name.startswith(kind + " "):
            continue
        plenum = _PLENUM.match(name, len(kind))
        if plenum and plenum.group("term") and not plenum.group("more"):
            ordinal = plenum.group("number") or plenum.group("first")
            return f"{kind}|hội nghị|{parse_ordinal(ordinal or '')}|{parse_ordinal(plenum.group('term'))}"
        congress = _CONGRESS.match(name, len(kind))
        if congress and "đảng bộ" not in congress.group():
            return f"{kind}|đại hội|{parse_ordinal(congress.group('number'))}"
    return None
