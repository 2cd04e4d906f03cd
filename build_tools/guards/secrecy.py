"""Marks that forbid or restrict publication: the three degrees of secrecy, internal circulation, draft, not for dissemination.

Where they stand: Luật Bảo vệ bí mật nhà nước 29/2018/QH14, Điều 8 and 10 (degrees and their stamps); Nghị định 30/2020/NĐ-CP, Phụ lục I,
and Hướng dẫn 36-HD/VPTW (place of the stamps below the number, of "Dự thảo" beside the heading). A mark counts as a line or a
stamp of its own in the heading, in page headers and footers, or in capitals on a line elsewhere. The same word inside a sentence
does not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from build_tools.lexicon.keys import strip_marks
from build_tools.lexicon.letters import CAPITALS
from build_tools.messages import finding, say
from build_tools.model.diagnostic import Diagnostic
from build_tools.model.document import Clean, Paragraph, Table
from build_tools.model.metadata import Override
from build_tools.model.span import Span

MARKS = {
    "mat": "Mật", "toimat": "Tối mật", "tuyetmat": "Tuyệt mật", "luuhanhnoibo": "Lưu hành nội bộ", "duthao": "Dự thảo",
    "khongphobien": "Không phổ biến",
}  # fmt: skip
"""Letters of a mark without blanks and diacritics → the mark."""

HEADING = 24
"""Blocks at the beginning in which a header and its stamps stand."""

_BEFORE = ("tailieu", "vanban", "domat", "dongdau", "chi", "dau", "ban", "badomat")
_AFTER = re.compile(r"(?:lan)?(?:thu)?(?:[ivx]{1,4}|[a-c])?\Z|(?:de)?(?:lay|xin|gop)(?:gop)?ykien\Z|(?:trinh|ngay).{0,24}\Z")
_CONFUSED = str.maketrans("015", "ois")
"""Digits that optical recognition takes for letters."""
_DIGITS = re.compile(r"[0-9]{1,2}[./-][0-9]{1,2}(?:[./-][0-9]{2,4})?|\b[0-9]{1,2}\b")
_NO_LETTERS = re.compile(r"[^a-z]+")
_TITLE = re.compile(
    rf"\(?\s*D[ỰƯỤ]\s*TH[ẢÀÁ]O(?:\s+LẦN\s+\w+)?\s*\)?[\s:]+[{CAPITALS}\s]{{4,40}}\Z"
    rf"|[{CAPITALS}\s]{{4,40}}\s*\(\s*[Dd][ựỰ]\s*[tT][hH][ảẢ][oO]\b[^)]{{0,30}}\)\Z"
)
"""A type word with the mark: "DỰ THẢO NGHỊ QUYẾT", "BÁO CÁO (dự thảo lần 2)"."""
_NUMBERED = re.compile(r"\s*Số\b.{2,50}?\s(?P<mark>(?:T\w{1,4}\s+)?M\w{1,2})\Z")
"""The stamp stands below or beside the number: "Số 12-BC/TU  MẬT"."""
_PARTS = re.compile(r"\t+| {3,}")


def secrecy_marks(clean: Clean, override: Override | None = None) -> tuple[Diagnostic, ...]:
    """One error for each mark found, with its place; an override of the same mark turns its error into a note with the reason."""
    found: list[Diagnostic] = []
    seen: set[str] = set()
    for mark, span, where in _marks(clean):
        if mark in seen:
            continue
        seen.add(mark)
        start = clean.origin.to_source(span).start if span else None
        line = clean.source.count("\n", 0, start) + 1 if start is not None else 0
        shown = say(f"guards.{where}")
        if override is not None and mark_of(override.mark) == mark:
            why = override.reason
            found.append(finding("guard-override", clean.path, line, start=start, mark=mark, where=shown, reason=why))
        else:
            found.append(finding("guard-secrecy", clean.path, line, start=start, mark=mark, where=shown))
    return tuple(found)


def _marks(clean: Clean) -> Iterator[tuple[str, Span | None, str]]:
    for text in clean.margins:
        if mark := _mark_in(text, heading=True):
            yield mark, None, "margin"
    heading = True
    for index, block in enumerate(clean.blocks):
        heading = heading and index < HEADING
        if isinstance(block, Table):
            if heading and index < 6:
                for row in block.rows:
                    for cell in row:
                        if mark := _mark_in(cell.span.of(clean.text), heading):
                            yield mark, cell.span, "head"
        elif (
            isinstance(block, Paragraph)
            and not block.note
            and len(block.span) <= 120
            and (mark := _mark_in(block.span.of(clean.text), heading))
        ):
            yield mark, block.span, "head" if heading else "line"


def _mark_in(line: str, heading: bool) -> str | None:
    """The mark that a line is, or in the heading: that a part of it is, or that stands with the number or the type."""
    if (heading or line == line.upper() != line.lower()) and (mark := _alone(line)):
        return mark
    if not heading:
        return None
    parts = _PARTS.split(line)
    if numbered := _NUMBERED.match(line):
        parts.append(numbered["mark"])
    return next((mark for part in parts[: 8 if len(parts) > 1 else 0] if (mark := _alone(part))), None)


def _alone(line: str) -> str | None:
    """The mark that a whole line (or part of one) is; "mặt", "mát" in small letters are other words, "MẶT" may be a misread stamp."""
    mark = mark_of(line)
    if mark == "Mật" and line != line.upper() and "ật" not in line:
        mark = None
    return mark or ("Dự thảo" if _TITLE.match(line.strip()) else None)


@lru_cache(maxsize=4096)  # a line is asked about as a stamp, and as part of each letterhead it may belong to
def mark_of(line: str) -> str | None:
    """The mark that a whole line is, whatever frames it: "(DỰ THẢO 2)", "| M Ậ T |", "Độ mật: TỐI MẬT", "TUYÊT MÂT"."""
    if len(line) > 60:
        return None
    plain = strip_marks(_DIGITS.sub("", line)).lower().translate(_CONFUSED)
    letters = _NO_LETTERS.sub("", plain)
    for begin in ("", *_BEFORE):
        if not letters.startswith(begin):
            continue
        rest = letters[len(begin) :]
        for key, mark in MARKS.items():
            if rest == key or (rest.startswith(key) and key == "duthao" and _AFTER.match(rest[len(key) :])):
                return mark
            if len(key) >= 8 and abs(len(rest) - len(key)) <= 1 and _near(rest, key):
                return mark
    return None


def _near(one: str, other: str) -> bool:
    """True when one edit (a letter added, dropped or changed) turns one into the other, or none is needed."""
    place = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[place + 1 :] == other[place + 1 :] or one[place:] == other[place + 1 :] or one[place + 1 :] == other[place:]
