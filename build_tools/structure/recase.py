"""Words in capitals back to their usual case: by the register, by running text, by the rules of Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.lexicon.words import word_set
from build_tools.structure.known_names import KnownNames, capital, word_key
from build_tools.vietnamese.syllables import is_initials

_KEEP = re.compile(r"[\W_]*(?:[IVXLC]{2,}|[\w.]*\d[\w./-]*|[\wÐ]+[-/][\w/-]+|COVID|ASEAN)[\W_]*$")
_MARKS = "“”\"'()[],.;:"
_SYLLABLES = {"vi", "xi", "li", "ci"}
"""Roman numbers that are Vietnamese syllables too ("vi phạm"): numbers only after one of ``_COUNTED``."""
_COUNTED = {
    "khóa",
    "khoá",
    "kỳ",
    "lần",
    "thứ",
    "chương",
    "phần",
    "lục",
    "mục",
    "hội",
    "hạng",
    "nhóm",
    "loại",
    "bậc",
    "quý",
    "đoạn",
    "số",
    "vực",
    "điều",
    "bảng",
    "biểu",
}
_PLACE = {"tỉnh", "huyện", "quận", "xã", "phường", "phố", "trấn", "đảo", "thôn", "ấp", "khóm"}
_HAMLET = {"bản", "buôn", "làng", "sóc"}
"""Words for places of hamlets that are everyday words too: a place's only behind a body that hamlets have."""
_IN_HAMLETS = {"bộ", "đoàn", "hội"}
_NO_COMMUNE = {"hội", "viên"}
"""Words before which "xã" is no level ("bảo hiểm xã hội")."""
_COMMITTEE = {"tỉnh", "thành", "huyện", "quận", "thị"}
_LED = {"ủy", "uỷ", "đoàn"}
"""What with one of ``_COMMITTEE`` before it is named for its place: "Tỉnh ủy", "Tỉnh đoàn"."""
_ORGANS = {"chấp hành", "thường vụ", "thường trực", "chi bộ", "đảng bộ", "đảng ủy", "đảng uỷ"}
"""Organs that are named with the body whose they are: "Ban Chấp hành Đoàn xã", "Chi bộ Công an xã"."""
_NAMED = {
    "bộ": {"trưởng", "luật", "máy", "phận"},
    "sở": {"hữu", "tại"},
    "ban": {"nhân", "hành", "trưởng", "đầu"},
    "cục": {"trưởng"},
    "vụ": {"trưởng"},
    "viện": {"trưởng", "kiểm"},
    "phòng": {"chống", "cháy", "ngừa", "khám"},
    "hội": {"nghị", "đồng"},
    "đoàn": {"kết"},
    "trường": {"học", "hợp"},
}
"""Kinds of bodies, whose field begins with a capital, and the words after which they are no such kind."""
_COMPOUND = {"chi cục", "tổng cục", "trung tâm", "liên đoàn", "liên hiệp"}
_FIELDS = {"bộ", "sở", "phòng", "trường"}
"""Bodies that are named for fields, each with a capital ("Sở Văn hóa, Thể thao và Du lịch")."""
_BODIES = {"tòa", "toà", "ủy", "uỷ", "văn", "ngân", "thanh", "tỉnh", "thành"}
"""Other words with which a body's name begins after a dash."""
_SCHOOL = "trường"
_OFFICE = {"trưởng", "tịch", "đốc", "nhiệm", "phòng"}
_NO_PARTY = {"viên", "bộ", "ủy", "uỷ", "phái", "đoàn", "phí", "vụ", "tịch"}
_JOINING = {"và", "-", "–"}
_NOT_LAW = {"pháp", "kỷ", "kỉ", "quy", "trái", "luật", "án"}
_NOT_TITLE = {"này", "và", "số", "của", "sửa", "năm", "về", "định", "sư", "lệ", "là", "do", "được", "có", "hiện", "khác"}
_REACH = 30_000
"""So much of the text is searched for a name in running text."""
_TRIES = 40
"""So many places where a name stands in capitals are passed over before it is given up."""
_AHEAD = 12
"""So many words after a piece of a subject are looked for together with it."""
_NAME_SIZES = (2, 3, 4)
"""So many words a proper name has."""
_VOTES = 9
"""So many places of a name in running text decide how it is written."""


class Recaser:
    """Gives words in capitals their usual case. ``text`` is the document's own clean text."""

    def __init__(self, text: str, names: KnownNames) -> None:
        self._text = text[:_REACH]
        lower = self._text.lower()
        self._lower = lower if len(lower) == len(self._text) else ""
        self._names = names

    def name(self, text: str) -> str:
        """A name of a body or an office; text that is not in capitals comes back as it is, with single blanks."""
        text = " ".join(text.split())
        if not text.isupper():
            return text
        words = text.split(" ")
        found = self._in_text(text)
        usual = found.split(" ") if found and not found.islower() else self._with_names(words, _by_rule(words))
        return _joined(words, self._names.find(words), usual)

    def _with_names(self, words: Sequence[str], usual: list[str]) -> list[str]:
        """``usual`` with the words that the text writes as a proper name, each with a capital ("CẤP NƯỚC SÔNG MƠ", "Sông Mơ, ngày …")."""
        made = list(usual)
        for size in _NAME_SIZES:
            for at in range(len(words) - size + 1):
                found = (self._in_text(" ".join(words[at : at + size])) or "").split(" ")
                if found[0].lower() not in _PLACE and all(word[:1].isupper() for word in found):
                    made[at : at + size] = found
        return made

    def title(self, text: str, issuer: str | None = None) -> str:
        """A subject: like ``name``, but piece by piece, so that names inside a long title get their capitals.

        ``issuer``: the body that issues the document, in its usual case; its place is written alike in the subject.
        """
        text = " ".join(text.split())
        if not text.isupper():
            head, bracket, rest = text.partition("(")
            return f"{self.title(head, issuer)} {bracket}{rest}" if bracket and head.isupper() else text
        words = text.split(" ")
        usual: list[str] = []
        said: set[int] = set()
        while len(usual) < len(words):
            at = len(usual)
            for size in (6, 4, 3, 2):
                if at + size <= len(words) and (
                    found := self._in_text(" ".join(words[at : at + size]), " ".join(words[at + size : at + size + _AHEAD]))
                ):
                    usual += found.split(" ")
                    said.update(range(at, len(usual)))
                    break
            else:
                usual.append(_one(words, at))
        known = [
            (at, form)
            for at, form in self._names.find(words, _place(issuer or ""))
            if not (said.issuperset(range(at, at + len(form))) and " ".join(usual[at : at + len(form)]).islower())
        ]
        return _joined(words, known, usual)

    def _in_text(self, text: str, more: str = "") -> str | None:
        """How running text writes these words most often, with those of ``more`` that follow there too; None when it does not."""
        wanted = text.lower()
        if not self._lower or len(wanted) != len(text):
            return None
        votes: dict[str, int] = {}
        follows = f" {more.lower()} " if more else ""
        at = self._lower.find(wanted)
        for _ in range(_TRIES):
            if at < 0 or sum(votes.values()) >= _VOTES:
                break
            end = at + len(wanted)
            found = self._text[at:end]
            if not (self._text[end : end + 1].isalpha() or self._text[at - 1 : at].isalpha() or found.isupper()):
                found += self._further(end, follows)
                if found[1:] != found[1:].lower() or not self._begins(at):
                    votes[found] = votes.get(found, 0) + 1
            at = self._lower.find(wanted, at + 1)
        return max(votes, key=lambda form: votes[form]) if votes else None

    def _begins(self, at: int) -> bool:
        """True at the beginning of a line or sentence, where a capital says nothing."""
        return self._text[max(0, at - 3) : at].rstrip(' “"-')[-1:] in {"", "\n", "."}

    def _further(self, end: int, follows: str) -> str:
        """The words of ``follows`` that the text has at ``end`` too, as the text writes them."""
        reach = 0
        for at, letter in enumerate(follows):
            if letter == " " and at and not self._text[end + at : end + at + 1].isalpha():
                reach = at
            if self._lower[end + at : end + at + 1] != letter:
                break
        further = self._text[end : end + reach]
        return "" if any(word.isupper() and len(word) > 1 for word in further.split(" ")) else further


def _joined(words: Sequence[str], known: Sequence[tuple[int, list[str]]], usual: Sequence[str]) -> str:
    """Numbers and abbreviations stay, known names come next, then the usual form; the name of a law begins with a capital."""
    made = [word if _kept(words, at) else usual[at] for at, word in enumerate(words)]
    for at, form in known:
        made[at : at + len(form)] = form
    for at in range(1, len(made)):
        if made[at - 1] == "Luật" and word_key(made[at]) not in _NOT_TITLE and not _kept(words, at):
            made[at] = made[at][:1].upper() + made[at][1:]
    name = " ".join(made)
    return name[:1].upper() + name[1:]


def _kept(words: Sequence[str], at: int) -> bool:
    if not _KEEP.match(words[at]):
        return is_initials(words[at].strip(_MARKS))
    return word_key(words[at]) not in _SYLLABLES or (at > 0 and words[at - 1].lower() in _COUNTED)


def _one(words: Sequence[str], at: int) -> str:
    """One word of a title that neither the register nor the text knows."""
    word, before = words[at].lower(), words[at - 1].lower() if at else ""
    after = words[at + 1].lower() if at + 1 < len(words) else ""
    if word == "luật" and after and before not in _NOT_LAW and after.strip(",;.") not in _NOT_TITLE - {"sửa", "số"}:
        return "Luật"
    if word.strip(",;.") == "đảng" and before in {"của", "lệ", "dựng", "theo"} and after.strip(",;.") not in _NO_PARTY:
        return capital(word)
    return word


def _place(issuer: str) -> str:
    """The place at the end of a body's name: "Ủy ban nhân dân tỉnh Sông Mơ" → "Sông Mơ"."""
    words = issuer.split()
    start = next((at for at in range(len(words) - 2, 0, -1) if words[at] in _PLACE), len(words))
    named = words[start + 1 :]
    return " ".join(named) if 1 < len(named) < 5 and all(word[0].isupper() for word in named) else ""


def _by_rule(words: Sequence[str]) -> list[str]:
    """Sentence case with capitals after "Bộ", "Sở", "Ban" … and in the names of places."""
    low = [word.lower() for word in words]
    made: list[str] = []
    place = field = False
    own = _own_name(words, low)
    for at, word in enumerate(low):
        before = low[at - 1] if at else ""
        again = before in {"-", "–"} and (word in _NAMED or word in _BODIES or _begins_body(low, at))
        organ = " ".join(low[max(0, at - 2) : at]) in _ORGANS or (at == 1 and is_initials(words[0]))
        body = again or (word in _NAMED and (before in _OFFICE or organ)) or (organ and _begins_body(low, at))
        if again:
            place = field = False
        compound = at > 1 and f"{low[at - 2]} {before}" in _COMPOUND and (at == 2 or made[at - 2][:1].isupper()) and word != "trưởng"
        after = low[at + 1] if at + 1 < len(low) else ""
        level = word in _PLACE and at > 0 and not ((word == "xã" and after in _NO_COMMUNE) or before == "nông")
        level = level or (word in _HAMLET and before in _IN_HAMLETS)
        named = compound or (before in _NAMED and made[at - 1][:1].isupper() and word not in _NAMED[before] and not level)
        joined = field and (before in _JOINING or before.endswith(","))
        party = word == "đảng" and before == "quan" and after and after not in _NO_PARTY
        proper = at >= own and word not in _PLACE
        high = (at == 0 or body or place or named or joined or party or proper) and word not in _JOINING
        made.append(capital(word) if high else word)
        field = field or (named and before in _FIELDS)
        if level or (word in _LED and before in _COMMITTEE):
            place, field = True, False
        elif place and (word == "và" or word.endswith(",")):
            place = False
    return made


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
        elif is_initials(words[at]) or (at > begun + 1 and low[at] in _JOINING):
            at += 1
        else:
            break
    return at if at > begun + 1 else none
