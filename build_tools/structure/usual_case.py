"""The usual case of a name that neither the register nor the text knows, by the rules of Nghị định 30/2020/NĐ-CP, Phụ lục II."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from build_tools.lexicon.words import spellings, word_set
from build_tools.lexicon.words import words as listed
from build_tools.structure.known_names import capital
from build_tools.vietnamese.syllables import is_initials

PLACES = frozenset(listed("place-word"))
_HAMLETS = frozenset(listed("hamlet-word"))
_FIELD_BODIES = frozenset(listed("field-body"))
_NO_BODIES = frozenset(listed("no-field-body"))
_COMPOUNDS = frozenset(listed("compound-body"))
_IN_HAMLETS = frozenset(listed("hamlet-body"))
_NO_COMMUNE = frozenset(listed("no-commune"))
_LEVELS = frozenset(listed("committee-level"))
_COMMITTEES = spellings("place-committee")
_LEADING = frozenset(listed("organ"))
_ORGANS = _LEADING | spellings("party-organ")
"""Organs that are named with the body whose they are: "Ban Chấp hành Đoàn xã", "Chi bộ Công an xã"."""
_SEVERAL_FIELDS = frozenset(listed("field-body", "nhiều lĩnh vực"))
"""Bodies that are named for fields, each with a capital ("Sở Văn hóa, Thể thao và Du lịch")."""
_TASKS = spellings("task-body")
_FORMS = spellings("legal-form")
_FORM_SIZES = sorted({1, *{form.count(" ") + 1 for form in _FORMS}})
_SHORT_FIELD = 2
"""So many words has a field that a dash joins to the next ("Kinh tế - Xã hội"); in longer names the dash stands inside one."""
_AFTER_A_DASH = spellings("body-after-dash")
_SCHOOL = "trường"
_OFFICES = frozenset(listed("office-end"))
NO_PARTY = spellings("not-the-party")
BEFORE_PARTY = frozenset(listed("before-the-party"))
_JOINING = {"và", "-", "–"}


def by_rule(words: Sequence[str]) -> list[str]:
    """Sentence case with capitals where a kind of body, its field or a further field begins, and in the names of places."""
    low = [word.lower() for word in words]
    made: list[str] = []
    place = False
    field = _NO_FIELD
    own = _own_name(words, low)
    for at, word in enumerate(low):
        before = low[at - 1] if at else ""
        again = before in {"-", "–"} and (word in _FIELD_BODIES or word in _AFTER_A_DASH or _begins_body(low, at))
        if again:
            place, field = False, _NO_FIELD
        level = _is_level(low, at)
        named = _is_field(low, at, made, level)
        joined = field.goes_on(low, at)
        proper = at >= own and word not in PLACES
        high = at == 0 or again or place or named or joined or proper or _is_capital(words, low, at)
        made.append(capital(word) if high and word not in _JOINING else word)
        if named or joined:
            field = _Field(at, before in _SEVERAL_FIELDS or (joined and field.free), " ".join(low[max(0, at - 1) : at + 2]) in _TASKS)
        if level or (word in _COMMITTEES and before in _LEVELS):
            place, field = True, _NO_FIELD
        elif place and (word == "và" or word.endswith(",")):
            place = False
    return made


class _Field(NamedTuple):
    """The field that a body's name names last."""

    start: int
    """Its first word; -1: none is named."""
    free: bool = False
    """The body is of a kind that is named for any number of fields."""
    task: bool = False
    """The body is made for one task, whose words are no fields ("Ban Chỉ đạo phòng, chống …")."""

    def goes_on(self, low: Sequence[str], at: int) -> bool:
        """True where another field begins at ``at``: behind "và", behind a comma in a list that ends with "và", behind the dash of two
        short fields or of two alike ("Giáo dục nghề nghiệp - Giáo dục thường xuyên")."""
        before = low[at - 1]
        if self.start < 0 or self.task or not (before in _JOINING or before.endswith(",")) or low[at] == "các":
            return False
        if self.free or before == "và":
            return True
        if before.endswith(","):
            return "và" in low[at:]
        return at - self.start <= _SHORT_FIELD + 1 or low[at] == low[self.start]


_NO_FIELD = _Field(-1)


def _is_level(low: Sequence[str], at: int) -> bool:
    """True for the word before a place's name."""
    word, before = low[at], low[at - 1] if at else ""
    after = low[at + 1] if at + 1 < len(low) else ""
    level = word in PLACES and at > 0 and not ((word == "xã" and after in _NO_COMMUNE) or before == "nông" or _is_committee(low, at))
    return level or (word in _HAMLETS and before in _IN_HAMLETS)


def _is_committee(low: Sequence[str], at: int) -> bool:
    """True for the level with which a committee of it is named ("Tỉnh ủy", "Huyện đoàn")."""
    return low[at] in _LEVELS and at + 1 < len(low) and low[at + 1] in _COMMITTEES


def _is_capital(words: Sequence[str], low: Sequence[str], at: int) -> bool:
    """True where a name begins inside the name, whatever stands before it."""
    return _is_body(words, low, at) or _is_party(low, at) or _is_committee(low, at) or _is_standing(low, at)


def _is_standing(low: Sequence[str], at: int) -> bool:
    """True for the rank of a deputy who stands in for the first ("Phó Bí thư Thường trực")."""
    return at > 1 and low[0] == "phó" and list(low[at : at + 2]) == ["thường", "trực"]


def _is_field(low: Sequence[str], at: int, made: Sequence[str], level: bool) -> bool:
    """True for the word with which the field of a body begins ("Sở Nội vụ", "Chi cục Kiểm lâm"). ``made``: the words before it."""
    word, before = low[at], low[at - 1] if at else ""
    if word in {"trưởng", "các"} or level or f"{before} {word}" in _NO_BODIES:
        return False
    if before in _FIELD_BODIES and made[at - 1][:1].isupper():
        return True
    start = at - 1 if before == "các" else at
    start = _before_form(low, start)
    return start > 1 and f"{low[start - 2]} {low[start - 1]}" in _COMPOUNDS and (start == 2 or made[start - 2][:1].isupper())


def _before_form(low: Sequence[str], at: int) -> int:
    """``at``, or where the words for a company's legal form begin that end there ("CÔNG TY CỔ PHẦN | CẤP NƯỚC")."""
    for size in _FORM_SIZES:
        if size <= at and (" ".join(low[at - size : at]) in _FORMS or (size == 1 and is_initials(low[at - 1].upper()))):
            return _before_form(low, at - size)
    return at


def _is_body(words: Sequence[str], low: Sequence[str], at: int) -> bool:
    """True where a body begins behind an office or an organ of it ("Bộ trưởng Bộ …", "Ban Chấp hành Đoàn xã", "Chi bộ Công an xã")."""
    word, before = low[at], low[at - 1] if at else ""
    behind = " ".join(low[max(0, at - 2) : at])
    organ = behind in _ORGANS or (at == 1 and is_initials(words[0]))
    if organ and (word in _FIELD_BODIES or _begins_body(low, at)):
        return True
    return (word in _FIELD_BODIES and before in _OFFICES) or (behind in _LEADING and _is_kind(low[at : at + 3]))


def _is_kind(low: Sequence[str]) -> bool:
    """True for a kind of body, of two words, right before its level ("công đoàn xã")."""
    return len(low) == 3 and low[2] in PLACES and not any(word in PLACES or not word.isalpha() for word in low[:2])


def _is_party(low: Sequence[str], at: int) -> bool:
    """True for the Party in "các cơ quan Đảng tỉnh" and "Ban Xây dựng Đảng"."""
    before, after = low[at - 1] if at else "", low[at + 1] if at + 1 < len(low) else ""
    named = before in BEFORE_PARTY or (before == "quan" and after != "")
    return low[at] == "đảng" and named and after not in NO_PARTY


def _begins_body(low: Sequence[str], at: int) -> bool:
    """True where two words or three begin a name, by the words with which names of bodies do in running text."""
    return any(" ".join(low[at : at + count]) in word_set("body-in-text") for count in (2, 3))


def _own_name(words: Sequence[str], low: Sequence[str]) -> int:
    """Where a school's own name begins, behind the words for its kind ("TRƯỜNG TH VÀ THCS | LÊ BÃI"); past the end where there is none."""
    none = len(words)
    begun = low.index(_SCHOOL) if _SCHOOL in low else none
    if begun == none or (begun and " ".join(low[max(0, begun - 2) : begun]) not in _ORGANS):
        return none
    at = begun + 1
    while at < none:
        if " ".join(low[at : at + 2]) in word_set("school-kind"):
            at += 2
        elif all(map(is_initials, words[at].split("&"))) or (at > begun + 1 and low[at] in _JOINING):
            at += 1
        else:
            break
    return at if at > begun + 1 else none
