"""Documents cited by name: laws, the Constitution, treaties, the Party's statutes, resolutions of congresses and plenums."""

from __future__ import annotations

import re

from build_tools.citations.issuers import issuer_after
from build_tools.citations.laws import constitution_end, law_name_end, treaty_name_end, with_date
from build_tools.citations.mentions import Mention
from build_tools.citations.scan import Scan
from build_tools.model.citation import Citation
from build_tools.model.span import Span
from build_tools.vietnamese.numerals import format_roman, parse_ordinal

_B = r"[ \n]"
_ORDINAL = r"(?:[IVX]{1,6}|\d{1,2}|nhất|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười(?:[ \n](?:một|hai|ba|bốn|tư|lăm))?)(?!\w)"
_TERM = rf",?{_B}\(?khóa{_B}(?P<term>[IVX]{{1,6}}|\d{{1,2}})(?!\w)\)?"
_PLENUM = re.compile(
    rf"{_B}(?:của{_B})?(?:hội{_B}nghị{_B})?(?:lần{_B}thứ{_B}{_ORDINAL}{_B},?{_B}?)?(?:của{_B})?(?:ban{_B}chấp{_B}hành{_B})?(?:trung{_B}ương|tw)"
    rf"(?:{_B}đảng)?(?:{_B}(?:lần{_B}thứ{_B})?(?P<number>{_ORDINAL}))?(?:{_TERM})?",
    re.IGNORECASE,
)
"""„Nghị quyết Trung ương 4 (khóa XII)", "Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII"."""
_CONGRESS = re.compile(
    rf"{_B}(?:của{_B})?đại{_B}hội{_B}(?:đại{_B}biểu{_B})?(?:đảng{_B})?(?P<whose>toàn{_B}quốc{_B}|(?:đảng{_B}bộ|đảng)(?:{_B}[^\W\d_]\w*){{1,9}}?{_B})?"
    rf"(?:(?:của{_B})?đảng{_B})?(?:cộng{_B}sản{_B}việt{_B}nam{_B})?(?:lần{_B}thứ{_B})?(?P<number>[IVX]{{1,6}}|\d{{1,2}})(?!\w)"
    rf"(?:{_B}của{_B}đảng(?!{_B}bộ)(?!\w)(?:{_B}cộng{_B}sản{_B}việt{_B}nam)?|{_B}(?:của{_B})?đảng{_B}bộ(?:{_B}[A-ZĐ]\w*){{1,6}})?"
    rf"(?:,?{_B}\(?nhiệm{_B}kỳ{_B}\d{{4}}{_B}?-{_B}?\d{{4}}\)?)?",
    re.IGNORECASE,
)
"""„Nghị quyết Đại hội XIII của Đảng", "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XI, nhiệm kỳ 2020 - 2025"."""
_STATUTE = re.compile(
    rf"{_B}(?:đảng{_B}cộng{_B}sản{_B}việt{_B}nam|đảng(?!{_B}bộ|{_B}viên|{_B}ủy)(?!\w)|mặt{_B}trận{_B}tổ{_B}quốc{_B}việt{_B}nam"
    rf"|công{_B}đoàn{_B}việt{_B}nam|đoàn{_B}thanh{_B}niên{_B}cộng{_B}sản{_B}hồ{_B}chí{_B}minh|hội{_B}(?:nông{_B}dân|cựu{_B}chiến{_B}binh|liên{_B}hiệp{_B}phụ{_B}nữ){_B}việt{_B}nam)"
)
_PLATFORM = re.compile(rf"{_B}(?:chính{_B}trị|xây{_B}dựng{_B}đất{_B}nước{_B}trong{_B}thời{_B}kỳ{_B}quá{_B}độ{_B}lên{_B}chủ{_B}nghĩa{_B}xã{_B}hội)")
_PLAN_END = re.compile(rf"đến{_B}năm{_B}\d{{4}}(?:,?{_B}tầm{_B}nhìn(?:{_B}đến)?(?:{_B}năm)?{_B}\d{{4}})?|(?:giai{_B}đoạn|thời{_B}kỳ){_B}\d{{4}}{_B}?-{_B}?\d{{4}}")
_PLANS = {"Chiến lược", "Quy hoạch", "Chương trình", "Đề án", "Kế hoạch"}
_PLENUM_KINDS = {"Nghị quyết", "Kết luận", "Văn kiện", "Chỉ thị", "Thông báo"}
_LAWS = {"Luật", "Bộ luật", "Pháp lệnh"}
_TREATIES = {"Hiệp định", "Công ước", "Nghị định thư", "Hiệp ước"}
_SUBJECT = re.compile(rf"(?:phê{_B}duyệt|ban{_B}hành|về|thực{_B}hiện|công{_B}bố){_B}(?:việc{_B})?[^.;\n]*$")


def find_named(scan: Scan, mentions: list[Mention], numbered: list[Citation], laws: dict[int, tuple[int, str]]) -> list[Citation]:
    """Every document cited by name, in reading order; a law inside an amending law's name is a citation of its own."""
    found: list[Citation] = []
    taken = [(citation.span.start, citation.span.end) for citation in numbered]
    position = 0
    for mention in mentions:
        while position < len(taken) and taken[position][1] <= mention.start:
            position += 1
        inside = position < len(taken) and taken[position][0] <= mention.start
        if inside and (taken[position][0] == mention.start or scan.words.name(scan.low[mention.start : mention.end]) not in _LAWS):
            continue
        citation = _read(scan, mention, numbered[position - 1] if position else None, laws)
        if citation and not (inside and citation.span.end > taken[position][1]):
            found.append(citation)
    return found


def find_laws(scan: Scan, mentions: list[Mention]) -> dict[int, tuple[int, str]]:
    """Where the names of laws end → where the outermost law that ends there begins, and its type."""
    ends: dict[int, tuple[int, str]] = {}
    for mention in mentions:
        if mention.kind in _LAWS:
            end = law_name_end(scan, mention.start, mention.end)
            if end is not None:
                ends.setdefault(end, (mention.start, mention.kind))
    return ends


def _read(scan: Scan, mention: Mention, previous: Citation | None, laws: dict[int, tuple[int, str]]) -> Citation | None:
    if mention.kind in _LAWS:
        end = law_name_end(scan, mention.start, mention.end)
        outer = end is not None and laws[end][0] < mention.start
        return _named(scan, mention, end) if outer else _law(scan, mention, end)  # the year after belongs to the amending law
    if mention.kind == "Hiến pháp":
        end = constitution_end(scan, mention.end) if mention.capital else None
        return _law(scan, mention, end)
    if mention.kind in _TREATIES:
        end = treaty_name_end(scan, mention.end) if mention.capital else None
        return _named(scan, mention, end)
    if mention.kind == "Điều lệ":
        match = _STATUTE.match(scan.low, mention.end)
        return _named(scan, mention, match.end()) if match else None
    if mention.kind == "Cương lĩnh" and mention.capital:
        match = _PLATFORM.match(scan.low, mention.end)
        return _named(scan, mention, match.end()) if match else None
    if mention.kind in _PLENUM_KINDS and (mention.capital or scan.key[mention.end + 1 : mention.end + 2].isupper()):
        return _party_resolution(scan, mention)
    if mention.kind in _PLANS and mention.capital:
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
            return _named(scan, mention, _closed(scan, plenum), term=_roman(plenum.group("term")))
    congress = _CONGRESS.match(scan.low, mention.end)
    if congress:
        national = not re.search(r"đảng[ \n]bộ", congress.group())
        return _named(scan, mention, _closed(scan, congress), term=_roman(congress.group("number")) if national else None)
    return None


def _closed(scan: Scan, match: re.Match[str]) -> int:
    """The end of a match, without a closing bracket that has no opening one."""
    text = match.group()
    return match.end() - (text.endswith(")") and "(" not in text)


def _plan(scan: Scan, mention: Mention, previous: Citation | None) -> Citation | None:
    """A strategy, programme or scheme named with its horizon; not when it is the subject of a numbered document just cited."""
    low = scan.low
    sentence = re.compile(r"[^.;\n()\"]{0,200}").match(low, mention.end)
    end = _PLAN_END.search(low, mention.end, sentence.end() if sentence else mention.end)
    if not end or re.match(r"[ \n](?:này|của|và)", low[mention.end : mention.end + 5]):
        return None
    if previous and _SUBJECT.search(low, previous.span.end, mention.start):
        return None
    return _named(scan, mention, end.end())


def with_issuer(scan: Scan, citation: Citation) -> tuple[str | None, str | None]:
    """Issuer and term stated right after a named citation."""
    issuer = issuer_after(scan.key, scan.low, citation.span.end)
    return (issuer.name, issuer.term) if issuer else (None, None)
