"""Words that state a relation, and whether they are the document's own act ("Quyết định này thay thế …") or a tale of another's."""

from __future__ import annotations

import re
from typing import get_args

from build_tools.citations.patterns import pattern
from build_tools.model.citation import Predicate

_CUES: tuple[tuple[Predicate, str], ...] = (
    ("repeals", r"bãi bỏ|hủy bỏ|hết hiệu lực|chấm dứt hiệu lực|ngưng hiệu lực|ngừng hiệu lực|không còn hiệu lực"),
    ("replaces", r"(?<!được )thay thế(?! cụm từ| bởi| bằng)"),
    ("amends", r"(?<!được )(?<!bị )(?:sửa đổi|bổ sung|điều chỉnh)(?! bởi| tại)"),
    ("continues", r"tiếp tục (?:đẩy mạnh |triển khai |tổ chức )?(?:thực hiện|áp dụng)|áp dụng (?:các|toàn bộ|những) văn bản"),
    ("guides", r"quy định chi tiết|hướng dẫn(?! của| tại| số)|biện pháp (?:để )?(?:tổ chức,? )?(?:hướng dẫn )?thi hành"),
    ("reviews", r"sơ kết|tổng kết"),
    ("implements", r"thực hiện|triển khai|quán triệt|cụ thể hóa|(?<!hiệu lực )thi hành"),
    ("based_on", r"(?<!\w)căn cứ"),
)
_CUE = pattern("|".join(f"(?P<{name}>{text})" for name, text in _CUES))
_BETWEEN = (
    "một cách|nghiêm túc|nghiêm|có hiệu quả|hiệu quả|tốt|đầy đủ|toàn diện|sâu sắc"
    "|đồng bộ|quyết liệt|kịp thời|việc"
    "|nội dung|các nội dung|tinh thần"
    "|theo tinh thần|thắng lợi|nhiệm vụ|và|các|những|tổ chức|học tập|tuyên truyền"
    "|triển khai|thực hiện|quán triệt|cụ thể hóa|thi hành|\\d{1,2} năm"
)
_NEAR = pattern(rf"[\s,“\"(]*(?:(?:{_BETWEEN})[\s,“\"(]+)*")
"""Words that may stand between "thực hiện" and the document carried out; "theo quy định tại" is not among them."""
_LABELS = pattern(
    r"(?:[-+*•\s“\"(]|điều \d{1,3}[a-zđ]?[.:]?|khoản \d{1,3}[.:]?|\d{1,3}(?:\.\d{1,3})*[.)/]|[a-zđ][.)/]|[ivx]{1,5}[.)/-]"
    r"|v/v|về việc|về|nay|báo cáo|kế hoạch|hướng dẫn)*"
)
_ACTS = {"repeals", "replaces", "amends", "guides", "reviews"}
"""Relations that only the document's own words make."""
PREDICATES: tuple[Predicate, ...] = get_args(Predicate)


def _name(match: re.Match[str]) -> Predicate:
    return next(name for name in PREDICATES if name == match.lastgroup)


def cue_before(low: str, start: int, end: int) -> Predicate | None:
    """The relation stated by the words ``low[start:end]`` that lead to a citation at ``end``; ``start`` begins a sentence or an item."""
    cues = list(_CUE.finditer(low, max(start, end - 260), end))
    if not cues:
        return None
    last = cues[-1]
    name = _name(last)
    if name == "based_on":
        return name if low[last.end() : end].strip() == "" and _is_lead(low, start, last.start()) else None
    if name == "implements":
        if not _NEAR.fullmatch(low, last.end(), end):
            return None
        wider = next((cue for cue in reversed(cues[:-1]) if _name(cue) in ("reviews", "continues", "guides")), None)
        if wider is None or last.start() - wider.end() > 40:
            return name
        last, name = wider, _name(wider)
    first = next((cue for cue in cues if _name(cue) == name), last)
    if name in _ACTS and not _is_own(low, start, first.start()):
        return None
    return name


def cue_of_chapeau(low: str, start: int, end: int) -> Predicate | None:
    """The relation that the words before a list state for its items: the weightiest one in them."""
    found = {_name(match) for match in _CUE.finditer(low, start, end)}
    for name, _ in _CUES:
        if name in found and name not in ("implements", "reviews", "guides"):
            return name
    return None


def _is_lead(low: str, start: int, end: int) -> bool:
    return _LABELS.fullmatch(low, start, end) is not None


def _is_own(low: str, start: int, end: int) -> bool:
    """Whether a verb at ``end`` opens its sentence, or has the document itself as subject."""
    if _is_lead(low, start, end):
        return True
    own = list(_OWN.finditer(low, start, end))
    return bool(own) and end - own[-1].end() <= 70 and not re.search(r"[;:]", low[own[-1].end() : end])


_OWN = pattern(r"(?<!\w)(?:này|ban hành (?:nghị định|thông tư|nghị quyết|quyết định|quy định|luật|pháp lệnh|kế hoạch|hướng dẫn))(?!\w)")
_AFTER = pattern(r"(?:đều )?(?:hết hiệu lực|chấm dứt hiệu lực|bị bãi bỏ|được bãi bỏ|không còn hiệu lực|ngưng hiệu lực)")


def ends_after(low: str, start: int, end: int) -> bool:
    """Whether words after a citation say that it ends ("… hết hiệu lực kể từ ngày …")."""
    return _AFTER.search(low, start, end) is not None
