"""The issuer stated right after a citation ("của Bộ Chính trị khóa XIII") and the committee term with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from build_tools.citations.patterns import alternatives, pattern
from build_tools.citations.words import vocabulary
from build_tools.model.span import Span

TERM = pattern(r" ?,? ?\(?(?:khóa|Khóa|KHÓA) (?P<term>[IVX]{1,6}|\d{1,2})(?!\w)\)?")


@dataclass(frozen=True, slots=True)
class IssuerPhrase:
    """An issuer as written, with the term that follows it (Roman digits) if one does."""

    span: Span | None
    name: str | None
    term: str | None


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = vocabulary()["issuers"]
    head = pattern(rf"(?:{alternatives(words['heads'])})(?!\w)")
    stop = pattern(rf"[;.:()\[\]\"\n\t*]|,|(?<!\w)thành(?! (?:phố|ủy|viên))(?!\w)|(?<!\w)(?:{alternatives(words['stops'])})(?!\w)|$")
    return head, stop


@lru_cache(maxsize=1)
def _lists() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = vocabulary()["issuers"]
    more = pattern(rf"(?:,| và| -) (?=(?:{alternatives(words['officers'])})(?!\w))")
    comma = pattern(rf"(?:{alternatives(words['comma_names'])})(?!\w)")
    return more, comma


@lru_cache(maxsize=1)
def _another() -> re.Pattern[str]:
    types = alternatives([entry["name"].lower() for entry in vocabulary()["types"]])
    return pattern(rf"(?:,| (?:và|hoặc|cùng)) (?:các )?(?:{types})(?!\w)")


_TRAILING = pattern(r"(?: |[\n,-]| và)+$")
_PLACE = pattern(r"(?<!\w)(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường) ")


def _end(key: str, low: str, start: int, limit: int) -> int:
    """Where the body name that begins at ``start`` ends."""
    _, stop = _patterns()
    more, comma = _lists()
    shown = low if key[start : start + 12].isupper() else key  # a name's own words are capitals: "Bộ Xây dựng" does not stop at "xây dựng"
    cursor = end = start
    for _ in range(12):
        found = stop.search(shown, cursor, limit)
        end = found.start() if found else limit
        known = comma.search(low, start, limit)
        if known and known.start() < end < known.end():
            cursor = known.end()
            continue
        if found:
            again = more.match(low, end)
            if again:
                cursor = again.end()
                continue
        break
    another = _another().search(low, start, end)
    if another:
        end = another.start()
    return start + len(_TRAILING.sub("", key[start:end]))


def _cut_title(key: str, start: int, end: int) -> int:
    """Leave out a subject that begins with a capital right after a place name ("… tỉnh Sông Mơ Thành lập trạm")."""
    words = vocabulary()["issuers"]["capital_stops"]
    if not _PLACE.search(key, start, end):
        return end
    for found in re.finditer(rf" (?:{'|'.join(re.escape(word) for word in words)})(?!\w)", key[start:end]):
        return start + found.start()
    return end


def issuer_at(key: str, low: str, start: int) -> IssuerPhrase | None:
    """The issuer named at ``start`` of the matching key, if a body's name begins there."""
    head, _ = _patterns()
    if not head.match(low, start):
        return None
    limit = min(len(key), start + 260)
    term = TERM.search(key, start, limit)
    end = _end(key, low, start, min(limit, term.start()) if term else limit)
    end = _cut_title(key, start, end)
    if end <= start:
        return None
    follows = TERM.match(key, end)
    return IssuerPhrase(Span(start, end), " ".join(key[start:end].split()), follows.group("term") if follows else None)


_OF = pattern(r" ?,? ?(?:của|do) ")


def issuer_after(key: str, low: str, end: int) -> IssuerPhrase | None:
    """What follows a citation that ends at ``end``: "(khóa XII)", "của Bộ Chính trị", "của Bộ Chính trị (khóa XII)"."""
    term = TERM.match(key, end)
    cursor = term.end() if term else end
    of = _OF.match(low, cursor)
    issuer = issuer_at(key, low, of.end()) if of else None
    if issuer is None:
        return IssuerPhrase(None, None, term.group("term")) if term else None
    if term and issuer.term is None:
        return IssuerPhrase(issuer.span, issuer.name, term.group("term"))
    return issuer


_INITIAL = pattern(r"[^\W\d_]+")
_BARE = str.maketrans(
    "ÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬÉÈẺẼẸÊẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÚÙỦŨỤƯỨỪỬỮỰÝỲỶỸỴ", "A" * 17 + "E" * 11 + "I" * 5 + "O" * 17 + "U" * 11 + "Y" * 5
)


def initials(name: str) -> str:
    """Capital initials of a body's name as symbols form them: "Ban Tổ chức Trung ương" → "BTCTW", "Sở Y tế" → "SYT"."""
    words = [word for word in _INITIAL.findall(name) if word.casefold() != "và"]
    letters = "".join(word[0].upper() for word in words).translate(_BARE)
    return letters[:-2] + "TW" if " ".join(words[-2:]).casefold() == "trung ương" else letters


_BEFORE = pattern(r"(?<!\w)(?:của|do|nghe) ")


def issuer_before(key: str, low: str, start: int, number: str) -> str | None:
    """The body named earlier in the sentence whose initials the number carries: "của Ban Tổ chức Trung ương … (Báo cáo số 9-BC/BTCTW"."""
    symbols = [part.translate(_BARE) for part in re.split(r"[-/]", number)[1:] if len(part) >= 2]
    if not symbols or not re.search(r"(?:\(|tại )$", low[max(0, start - 4) : start]):
        return None
    begin = max(0, start - 320, low.rfind("\n", 0, start), low.rfind(";", 0, start))
    for of in reversed(list(_BEFORE.finditer(low, begin, start))):
        issuer = issuer_at(key[:start], low[:start], of.end()) if of.end() < start else None
        if issuer and issuer.name and any(symbol in initials(issuer.name) for symbol in symbols):
            return issuer.name
    return None
