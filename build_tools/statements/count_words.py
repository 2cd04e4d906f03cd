"""The words around a number in running text: what is done or counted before it, what is said of it after it, about how much, compared
with what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.words import any_word, word_set
from build_tools.messages.shorten import shorten
from build_tools.statements.bodies import bodies_at
from build_tools.statements.body_beginnings import begins_body
from build_tools.statements.count_beginnings import BOUNDARY, MARKS, SHORT, head_span
from build_tools.statements.count_tail import TAIL, change_end, change_start, tail_of, trailing
from build_tools.statements.count_times import is_time
from build_tools.statements.material import Material
from build_tools.statements.quantities import Quantity, is_measure

HEAD = 100
FROM = "từ"
"""Before the first of two numbers: of a range, or of a thing that changed."""
MOVED = f" {FROM}"
EQUAL = "bằng"
"""The sign "=" between an amount and the share that it is, as a word."""


@lru_cache(maxsize=1)
def _leading() -> re.Pattern[str]:
    return re.compile(rf"^(?:{any_word('part-of', 'opens-count')}[:,]?\s)+", re.IGNORECASE)


@lru_cache(maxsize=1)
def _joins() -> re.Pattern[str]:
    """Where the words of a second number in a clause begin: "12 hộ … và đã giúp 30 hộ"; not inside "đối với"."""
    return re.compile(rf"(?:^|\s)(?<!đối )(?<!so )(?<!ối\s){any_word('joins-count')}\s", re.IGNORECASE)


@lru_cache(maxsize=1)
def _where() -> re.Pattern[str]:
    """A place before what is counted: "trên địa bàn huyện Đá Bạc", "toàn tỉnh"."""
    name = rf"(?:[{CAPITALS}][^\W\d_]*(?:\s|$)){{1,5}}"
    aside = r"(?:\([^()]*\)\s?)?"
    return re.compile(rf"^(?i:{any_word('counted-where')})\s(?:(?:[^\W\d_A-Z]+\s){{0,3}}?{name}|(?i:{any_word('level')})(?:\s|$)){aside}")


@lru_cache(maxsize=1)
def _joins_end() -> re.Pattern[str]:
    """Nothing but "và" between the last words of one number and the next: "63 tỉnh, thành phố và 22 bộ"."""
    return re.compile(rf"\s(?:&|{any_word('counted-beside')})\s$")


@lru_cache(maxsize=1)
def _about() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_word('approximate')}\s\(?$", re.IGNORECASE)


def of_other_area(words: str) -> bool:
    """True for words that set the number of another area beside one: "bình quân cả nước", "cao hơn mức chung của tỉnh"."""
    return _elsewhere().search(words) is not None


@lru_cache(maxsize=1)
def _elsewhere() -> re.Pattern[str]:
    areas = any_word("counted-where", "level")
    return re.compile(rf"(?:^|\s){any_word('average', 'compared-time')}\s(?:[^\W\d_]+\s){{0,4}}?{areas}(?=\s|$)", re.IGNORECASE)


NAME_ON = re.compile(rf"\s[{CAPITALS}][^\W\d_]*(?:\s[{CAPITALS}]?[^\W\d_]+)?(?=\s)")
COMPARED = re.compile(r"\bso(?: với)?\s[^.;:()\n,]{2,70}", re.IGNORECASE)
"""With what a change is compared: "so với cùng kỳ năm 2029", "so cùng kỳ"."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words around one number. ``head``: before it, cleaned; ``change``: it says how another number changed ("tăng"); ``tail``: after
    it; ``bare``: the head without a change at its end."""

    head: str
    tail: str
    change: bool
    bare: str
    approximation: str | None
    comparison: str | None

    @property
    def elsewhere(self) -> bool:
        """True for a number told only to compare with: the average of an area ("bình quân cả nước"), "cao hơn so với mức chung là"."""
        return of_other_area(self.head)

    @property
    def generic(self) -> bool:
        """True for a head that names only an amount ("số tiền"): what it is for stands before."""
        return word_key(self.head) in word_set("amount")


def words_around(material: Material, quantity: Quantity, start: int, joined: bool = False) -> Words:
    """The words around a number; nothing before ``start`` (its paragraph's beginning, the end of the number before) belongs to it.

    ``joined``: another number stands before ``start``.
    """
    text, at = material.text, quantity.span.start
    begin, end = head_span(material, quantity, start, joined)
    if quantity.upper and (lower := _FROM.search(text, begin, end)):
        end = lower.start()
    for moment in material.moments.between(begin, end):
        if not text[begin : moment.head].strip(MARKS + ",") or text[begin : moment.head].strip(MARKS).lower() in word_set("before-moment"):
            begin = moment.span.end
    if begin == start and joined:
        link = _joins().search(text, begin, end)
        begin = link.end() if link and len(text[link.end() : end].split()) > 1 else begin
    if joined and _joins_end().search(text, begin, end):
        begin = end
    if begin == start and joined and (name := NAME_ON.match(text, begin, end)):
        begin = name.end()  # "03 Tổ Công tác để …": the name of what was counted before
    head = clean(text, begin, end)
    if word_key(head) in word_set("average"):
        head = _before_bracket(text, start, at) or head
    head = head or ("" if joined and begin == start else _named(text, start, at, bool(quantity.unit))) or _before_bracket(text, start, at)
    if not head and (begin > start or not joined) and is_measure(quantity.unit):
        head = _whose_name(text, begin, end)  # "Quỹ phao được 12 triệu đồng": what has it is all that it is called by
    about = _about().search(text, max(start, at - 24), at)
    tail = tail_of(text, quantity)
    compared = COMPARED.match(text, quantity.after + 1) or _later_comparison(text, quantity) or _earlier_comparison(text, start, at)
    head = EQUAL if head == "=" else head
    moved = word_key(tail) in word_set("moves") and head.lower().endswith(MOVED)
    head, tail = (head[: -len(MOVED)], "") if moved else (head, tail)
    change = change_start().match(head)
    if change and word_key(change.group()) in word_set("share") and change.end() < len(head):
        change = None  # "Tỷ lệ bến đạt chuẩn" is what is counted
    return Words(
        head,
        tail,
        bool(change),
        change_end().sub("", head),
        FROM if moved else word_key(about.group().strip(" (")) if about else SIGNS.get(text[at - 1 : at]),
        " ".join(compared.group().split()).rstrip(" /-") if compared else None,
    )


SIGNS = {"~": "khoảng", "≈": "khoảng", ">": "trên", "<": "dưới"}
"""Signs before a number, and the words that they stand for."""


_FROM = re.compile(r"(?:^|\s)từ\s$", re.IGNORECASE)


def _before_bracket(text: str, start: int, at: int) -> str:
    """What a number in brackets is told of: "Bến Lim (66,7%), bến Thác (26,9%)", "Cán bộ được bố trí hợp lý (trung bình 6 người/xã)"."""
    opened = text.rfind("(", start, at)
    said = text[opened + 1 : at].strip()
    if opened < 0 or (said and word_key(said) not in word_set("average")):
        return ""
    places = [start, *(found.end() for found in BOUNDARY.finditer(text, start, opened))]
    while len(places) > 1 and text[places[-1] - 2 : places[-1]].startswith(",") and len(text[places[-1] : opened].split()) < SHORT:
        places.pop()  # "được đầu tư, nâng cấp (…)": of the same thing
    told = clean(text, places[-1], opened)
    return f"{told}, {said}" if told and said else told


def _named(text: str, start: int, at: int, counted: bool) -> str:
    """The name before a colon that is all that stands before a number: "…; Thăm dò: 01 giấy phép".

    Where nothing that is ``counted`` follows, all of it: "đã dựng: 161; đang dựng: 52".
    """
    stop = len(text[start:at].rstrip(" (")) + start
    if text[stop - 1 : stop] != ":":
        return ""
    ends = [found.end() for found in BOUNDARY.finditer(text, start, stop - 1) if found.group()[0] != ","]
    begin = ends[-1] if ends else start
    parts = max((found.end() for found in _parts().finditer(text, begin, stop - 1)), default=begin)
    name = clean(text, parts, stop - 1) if counted else text[parts : stop - 1].strip(MARKS)
    return "" if is_time(name) else name


@lru_cache(maxsize=1)
def _parts() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_word('part-of')}[:,]?\s", re.IGNORECASE)


def _later_comparison(text: str, quantity: Quantity) -> re.Match[str] | None:
    """A comparison after a few words of the same clause ("tăng 3 nhà mới so với năm 2029")."""
    found = COMPARED.search(text, quantity.after, quantity.after + TAIL)
    between = text[quantity.after : found.start()] if found else ","
    return None if set(between) & set(",.;:()\n0123456789") else found


def _earlier_comparison(text: str, start: int, at: int) -> re.Match[str] | None:
    """A comparison before a change: "So với năm 2029, tăng 3 nhà"."""
    found = COMPARED.search(text, max(start, at - TAIL), at)
    opens = found is not None and text[found.start()].isupper()
    return found if found and opens and change_start().fullmatch(text[found.end() : at].strip(MARKS)) else None


def _whose_name(text: str, start: int, end: int) -> str:
    """The body's name that is all the words before a number."""
    words = _leading().sub("", trailing().sub("", text[start:end].strip(MARKS)) + " ").strip(MARKS)
    return shorten(words, HEAD) if words and begins_body(words, 0, len(words)) else ""


def _behind_bracket(words: str) -> str:
    """The words behind a bracket that is closed in them and was opened before: what stands inside is told of another number."""
    open_now = 0
    for at, sign in enumerate(words):
        open_now += (sign == "(") - (sign == ")")
        if open_now < 0:
            return _behind_bracket(words[at + 1 :])
    return words


def clean(text: str, start: int, end: int) -> str:
    """The words of a head without list marks, links, who acts, and the verb that only leads to the number."""
    raw = _behind_bracket(text[start:end]).lstrip(MARKS)
    at = end - len(raw)
    if raw and begins_body(text, at, end) and (named := bodies_at(text, at, end)):
        at = at if text.startswith(" “", named.end) else min(named.end, end)
    head = text[at:end].strip(MARKS)
    while (shorter := _where().sub("", _leading().sub("", head + " ")).strip(MARKS)) != head:
        head = shorter
    while not change_start().fullmatch(head) and (shorter := trailing().sub("", head).strip(MARKS)) != head:
        if shorter.endswith("đối"):
            break  # "đối với 08 đơn vị" is one word
        head = shorter
    open_now = head.count("(") - head.count(")")
    return shorten(f"{head})" if open_now == 1 and raw.count("(") == raw.count(")") else head, HEAD)
