"""The figures of one paragraph: each number with what the ones before it leave to it, its label, its total."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from operator import attrgetter

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.words import any_word
from build_tools.messages.shorten import shorten
from build_tools.model.span import Span
from build_tools.model.statement import Figure
from build_tools.passages import Leaf
from build_tools.passages.moments import DIGITS
from build_tools.statements.bodies import begins_body
from build_tools.statements.count_words import BOUNDARY, Words, clean, is_measure, words_around
from build_tools.statements.frames import is_loose
from build_tools.statements.material import Material
from build_tools.statements.quantities import Quantity, is_unit, quantity_at
from build_tools.statements.totals import Told, other_time, part_at, parts, total_of
from build_tools.statements.verbs import is_duty
from build_tools.statements.when import period_at
from build_tools.statements.whose import place, subject_body

LABEL = re.compile(r"\s*(?:[-+*•]\s*)?(?:\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[a-zđ])\s?[.)/-]+)?\s*")
"""The number of a list item at the beginning of a paragraph."""
MEASURED = re.compile(
    r"\d[\d.,]{0,24}(?=\s?(?:[%‰]|đồng|nghìn|ngàn|triệu|tỷ|tỉ|USD|ha\b|km\b|tấn|mét|kg|MW|lần\b|điểm phần)|/\d[\d.]{0,12}\s[^\W\d_])"
)
"""A number with a unit of measure, or so many of so many, found fast."""
SHARE = re.compile(r"[^.;:()\n]{0,60}\((?:[^\W\d_]+\s){0,3}\d[\d,.]*\s?%")
"""Behind so many of so many that were reached: their share in brackets ("18/20 chi bộ (đạt 90%)")."""
OF = frozenset({"của", "tại", "ở", "bàn"})
"""Words before the place with which a heading ends that tell that it is of this place."""
LINK = re.compile(r"[^.;(\n]{0,60}?\s(?:đạt|chiếm|tỷ lệ|tỉ lệ|bằng)(?:\stỷ lệ|\stỉ lệ|\slà)?\s\(?", re.IGNORECASE)
TOPIC = re.compile(r"(?P<name>[^:;.\n]{2,100}?)\s?(?:\([^()\n]*\)\s?)?:\s")
"""A paragraph that first says what it is about: "- Cây giống: …"."""
AMOUNT_OF = re.compile(r"(?:\s[^\W\d_]+){0,3}\s?:\s")
"""Between a count and its amount: "59 điểm mỏ: 142 triệu đồng"."""
BRACKETS = 400
"""Brackets that say something of a number are no longer."""
LISTED = re.compile(r"[^;.:()\n]{0,120}(?:,|\s[^\W\d_]+|\s&)\s")
"""Between two numbers of one list: what is said of the first, and a comma or "và"."""
BEFORE_MARK = re.compile(r"\s+(?=[,;.](?:\s|$))")
"""The blank before a mark, where a number was taken out."""
FROM, TO = "từ", "đến"
"""Before the two ends of a range."""
TOTAL = "(tổng số)"
COMPARED = "(mức so sánh)"
"""What a number is that is less than the one before its stroke ("45.799/36.875 tỷ đồng"): no whole of which that is a part."""
"""Added to what the whole of a ratio counts."""
LIST_END = re.compile(r"^(?:/\d[\d.,]*\s)?[^.;:()\n]*\svà\s$")
APART = 90
"""Two things counted together stand no further apart, in characters."""
LONGEST = 140
"""Longest label, in characters."""
FEW = 4
"""A label of fewer words is told together with the topic of its paragraph."""


@lru_cache(maxsize=1)
def _time_only() -> re.Pattern[str]:
    return re.compile(rf"{any_word('time-word')}\s[\dIVX/.]{{1,10}}", re.IGNORECASE)


@lru_cache(maxsize=1)
def _of_place() -> re.Pattern[str]:
    return re.compile(rf"(?P<of>[^\W\d_]+) (?P<place>{place()})\W*$")


@lru_cache(maxsize=1)
def _subject() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>[^\W\d_]+(?:\s[^\W\d_]+){{1,7}}?)(?=,?\s{any_word('subject-end')}\s)")


@lru_cache(maxsize=1)
def _predicate() -> re.Pattern[str]:
    return re.compile(rf"{any_word('predicate')}\s.+")


@lru_cache(maxsize=1)
def _aimed() -> re.Pattern[str]:
    """Aims and limits, which are no results."""
    return re.compile(rf"\b{any_word('aimed')}\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _result() -> re.Pattern[str]:
    return re.compile(rf"\b{any_word('result')}\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _changed_since() -> re.Pattern[str]:
    """Behind an amount that is told as it is: how it changed since another time ("…, tăng 3,1 tỷ đồng so với cùng kỳ")."""
    return re.compile(rf",\s{any_word('changes')}\s\d[\d,.]*[^.;:()\n\d]{{1,30}}?\s{any_word('compared-time')}\s", re.IGNORECASE)


@lru_cache(maxsize=1)
def _planned() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_word('planned')}(?!\w)", re.IGNORECASE)


class Paragraph:
    """The figures of one paragraph, each with what the ones before it leave to it."""

    def __init__(self, material: Material, leaf: Leaf, place: str | None, whole: bool, before: Figure | None, above: str = "") -> None:
        self.material, self.leaf, self.whole, self.before = material, leaf, whole, before
        self.text = material.text
        label = LABEL.match(self.text, leaf.span.start, leaf.span.end)
        self.start = label.end() if label else leaf.span.start
        self.place = self._heading_body() or place
        self.topic = self._topic() or above
        self.told: list[Told] = []
        self.first: Told | None = None
        planned = _planned().finditer(self.text, self.start, leaf.span.end) if whole else ()
        # looked for once: a clause is asked again for each of its figures
        self.plans = [Span(*match.span()) for match in planned]

    def _heading_body(self) -> str | None:
        """The body that a heading above names and nothing else, or the place with which it ends ("Kết quả … của tỉnh Sông Mơ:")."""
        for title in self.material.headings(self.leaf):
            ends = _of_place().search(title)
            if ends and ends["of"] in OF:
                return ends["place"]
        for node in reversed(self.leaf.above):
            if node.title and begins_body(node.title, 0, len(node.title)) and node.title[0].isupper() and len(node.title.split()) < 9:
                named = node.title.strip(" .:")
                return named if len(named.split()) > 1 and not is_loose(named, 3) else None
        return None

    def _topic(self) -> str:
        """What the paragraph says first that it is about; nothing when that is a body or has a number."""
        found = TOPIC.match(self.text, self.start, self.leaf.span.end)
        if not found or any(char.isdigit() for char in found["name"]) or begins_body(self.text, self.start, found.end()):
            return ""
        return clean(self.text, *found.span("name"))

    def figures(self) -> Iterator[Figure]:
        """All figures of the paragraph, in reading order."""
        found = list(self._all())
        for index in range(len(found) - 2, -1, -1):
            following = index + (2 if found[index + 1].label.endswith((TOTAL, COMPARED)) else 1)
            if following < len(found):
                found[index] = self._with_predicate(found[index], found[following])
        yield from found

    def _with_predicate(self, figure: Figure, following: Figure) -> Figure:
        """What is said of the second of two things counted together is said of the first too: "6 xã và 3 phường đã có bến"."""
        if following.span.start - figure.span.end > APART or figure.label.endswith((TOTAL, COMPARED)):
            return figure
        if not LIST_END.search(self.text[figure.span.end : following.span.start]):
            return figure
        said = _predicate().search(following.label)
        if said is None or _predicate().search(figure.label):
            return figure
        return replace(figure, label=shorten(f"{figure.label} {said.group()}", LONGEST))

    def _all(self) -> Iterator[Figure]:
        after = self.start
        for digits in (DIGITS if self.whole else MEASURED).finditer(self.text, after, self.leaf.span.end):
            at = digits.start()
            material = self.material
            if at < after or material.citation_at(at) or material.quoted(at) or material.moments.at(at):
                continue
            quantity = quantity_at(self.text, at)
            if quantity is None or not (is_measure(quantity.unit) or is_unit(quantity.unit)):
                quantity = part_at(self.text, at, self.told) or quantity
            if quantity is None:
                continue
            after = quantity.after
            if not self._counts(quantity):
                continue
            yield from self._read(quantity)

    def _counts(self, quantity: Quantity) -> bool:
        """False for aims, and outside reports for what is no result."""
        at = quantity.span.start
        clause = self.material.clause(at)
        if self.whole:
            first = bisect_left(self.plans, max(clause.start, self.start), key=attrgetter("start"))
            return first == len(self.plans) or self.plans[first].end > at
        if _aimed().search(clause.of(self.text)):
            return False
        if not is_measure(quantity.unit):
            return quantity.of is not None and SHARE.match(self.text, quantity.after, self.leaf.span.end) is not None
        if _changed_since().match(self.text, quantity.after, self.leaf.span.end):
            return True
        return _result().search(self.text, max(clause.start, self.start, at - 120), at) is not None

    def _read(self, quantity: Quantity) -> Iterator[Figure]:
        at = quantity.span.start
        sentence = self.material.sentences.at(at).start
        last = self.told[-1] if self.told else None
        words = words_around(self.material, quantity, max(self.start, last.after if last else 0), last is not None)
        total = total_of(self.text, quantity, words, self.told, sentence, self._in_brackets(at))
        label, subject = self._label(quantity, words, sentence, total)
        if quantity.unit == "%" and last and last.figure.denominator and LINK.fullmatch(self.text, last.after, at):
            name = last.subject
            label = f"tỷ lệ {name[:1].lower()}{name[1:]}"
        who = subject_body(self.material, quantity, self.start)
        if who is None or (self.place and word_key(who) in word_key(self.place)):
            who = self.place  # "Đảng ủy" is the committee that reports
        figure = Figure(
            quantity.span,
            quantity.span.of(self.text),
            quantity.value,
            quantity.unit or None,
            shorten(BEFORE_MARK.sub("", label), LONGEST),
            self.leaf.node.id,
            who,
            period_at(self.material, self.leaf, at),
            quantity.of_value,
            FROM if quantity.upper else words.approximation,
            words.comparison,
            total.figure.span if total else self._total_before(at),
        )
        told = Told(figure, words, subject, quantity.after, sentence)
        if self.first is None or self.first.sentence != sentence:
            self.first = told
        self.told.append(told)
        yield figure
        if quantity.of and quantity.of_value:
            compared = quantity.exceeds or is_measure(quantity.unit)
            whole = f"{figure.label} {COMPARED}" if compared else f"{_counted(quantity.unit, words.tail)} {TOTAL}"
            quote = quantity.of.of(self.text)
            yield replace(figure, span=quantity.of, quote=quote, value=quantity.of_value, label=whole, denominator=None, part_of=None)
        if quantity.upper and quantity.upper_value:
            upper = quantity.upper
            yield replace(figure, span=upper, quote=upper.of(self.text), value=quantity.upper_value, approximation=TO)

    def _label(self, quantity: Quantity, words: Words, sentence: int, total: Told | None) -> tuple[str, str]:
        """(label, subject for a change that follows)."""
        last = self.told[-1] if self.told and self.told[-1].sentence == sentence else None
        head, unit = words.head, quantity.unit
        at = quantity.span.start
        if last and other_time().search(self.text, last.after, at):
            return last.subject, last.subject
        about = self._sentence_subject(at) if words.change and not self.told and not self.topic else ""
        if about and word_key(head) not in word_key(about):
            return f"{about}, {_lower(head)}{' … ' + words.tail if words.tail else ''}", about
        if words.change and (inside := self._said_inside(at)):
            return f"{inside}, {_lower(head)}", inside
        if words.change and (self.told or self.topic):
            subject = (self._changed(sentence, at) or self.told[-1]).subject if self.told else self.topic
            tail = f" … {words.tail}" if words.tail and is_measure(unit) else ""
            return f"{subject}, {_lower(head)}{tail}", subject
        bracketed = self._in_brackets(at)
        if last and named_amount(unit, last) and AMOUNT_OF.fullmatch(self.text, last.after, at):
            return last.figure.label, last.subject
        if bracketed and head and self.text[at - 1] == "(" and (not unit or is_measure(unit)):
            if last and not BOUNDARY.search(self.text, last.after, at - 1):
                return (f"{last.figure.label} … {words.tail}" if words.tail else last.figure.label), last.subject
            about = self._clause_name(at) if _time_only().fullmatch(head) else self.topic
            return (f"{about}, {head}", about) if about else (head, head)
        if bracketed and last and head and is_measure(unit) and not words.generic:
            subject = last.subject.rpartition(" (")[0] or last.subject  # "chưa đáp ứng (mức C: 62%, D: 24%)"
            return f"{subject}, {_lower(head)}", subject
        if not head and last and not bracketed and LISTED.fullmatch(self.text, last.after, quantity.span.start):
            if last.words.change:
                return f"{last.subject}, {_lower(last.words.head)}{' … ' + words.tail if words.tail else ''}", last.subject
            head = last.words.head if is_measure(unit) == is_measure(last.figure.unit or "%") else ""
        named = not unit or is_measure(unit)
        if named:
            label = self._of_measure(words, head, last, at)
            subject = words.bare if words.bare != words.head and not words.generic else label
        else:
            label = f"{head} … {unit}" if head else unit
            label = f"{label} {words.tail}" if words.tail else label
            subject = f"{head} … {unit}" if head else label
        if self.topic and not total and len(label.replace("…", "").split()) < FEW and word_key(self.topic) != word_key(head):
            joined = " … " if not head and not named else ", "
            label, subject = f"{self.topic}{joined}{_lower(label)}", f"{self.topic}{joined}{_lower(subject)}"
        if total:
            label = f"{shorten(total.figure.label, 80)}, trong đó {_lower(label)}"
        return label, subject

    def _said_inside(self, at: int) -> str:
        """What the words in brackets before a share say that it is of: "… gần 106 triệu (xã Đá Bạc đang hoàn tất, đạt 85%)"."""
        opened = self.text.rfind("(", max(self.start, at - BRACKETS), at)
        comma = self.text.rfind(", ", opened + 1, at) if opened >= 0 and self._in_brackets(at) else -1
        inside = self.text[opened + 1 : comma] if comma >= 0 else ""
        return clean(self.text, opened + 1, comma) if len(inside.split()) > 1 and not any(map(str.isdigit, inside)) else ""

    def _changed(self, sentence: int, at: int) -> Told | None:
        """The number whose change is told: the last one of the sentence that is neither a change nor a part of another.

        In brackets it is the last one in them.
        """
        mine = [told for told in self.told if told.sentence == sentence]
        opened = self.text.rfind("(", max(self.start, at - BRACKETS), at) if self._in_brackets(at) else -1
        if opened >= 0 and (inner := [told for told in mine if told.figure.span.start > opened and not told.words.change]):
            return inner[-1]
        return next((told for told in reversed(mine) if not told.words.change and not told.figure.part_of), mine[0] if mine else None)

    def _clause_name(self, at: int) -> str:
        """The words before a colon with which the clause begins: "Mốc triển khai: tháng 6 (10,5%), …"."""
        begin = max(self.text.rfind(mark, self.start, at) for mark in ".;")
        found = TOPIC.match(self.text, max(begin + 1, self.start), at)
        return clean(self.text, *found.span("name")) if found else self.topic

    def _sentence_subject(self, at: int) -> str:
        """What the sentence begins with, where the words before the number are only a time: "Hoạt động du lịch với …; 10 tháng đạt 86%"."""
        begin = max(self.material.sentences.at(at).start, self.start)
        found = _subject().match(self.text, begin, at)
        return "" if found is None or begins_body(self.text, begin, at) else clean(self.text, *found.span("name"))

    def _of_measure(self, words: Words, head: str, last: Told | None, at: int) -> str:
        """The label of a measured amount: its head, with what it is for where the head only says that it is an amount."""
        if words.generic and last:
            return f"{last.figure.label}, {_lower(head)}"
        if not head and last is None and (subject := self._sentence_subject(at)):
            return f"{subject} … {words.tail}" if words.tail else subject
        if not head:
            return words.tail or (last.subject if last else self.topic) or self._title()
        return f"{head} … {words.tail}" if words.tail else head

    def _title(self) -> str:
        return next((node.title for node in reversed(self.leaf.above) if node.title), "") or ""

    def _in_brackets(self, at: int) -> bool:
        opened = self.text.rfind("(", max(self.start, at - BRACKETS), at)
        return opened >= 0 and ")" not in self.text[opened:at]

    def _total_before(self, at: int) -> Span | None:
        """The last number of the paragraph above, where this one begins with "Trong đó"."""
        if self.told or self.before is None or not parts().match(self.text, self.start, at):
            return None
        return self.before.part_of or self.before.span


def _counted(unit: str, tail: str) -> str:
    """What is counted, by all its names, without what is said of it: "bộ, ngành", of "bộ, ngành đã ban hành kế hoạch"."""
    if not tail.startswith(","):
        return unit
    said = _predicate().search(tail)
    words = tail[: said.start() if said else len(tail)].split(" ")
    keys = [word_key(word.strip(",")) for word in words]
    end = next((index for index in range(len(words)) if words[index][:1].islower() and is_duty(keys[index : index + 3])), len(words))
    return unit + " ".join(words[:end]).rstrip(" ,")


def named_amount(unit: str, last: Told) -> bool:
    """True for a measure after a count of things: the amount of what was counted."""
    return is_measure(unit) and unit != "%" and not is_measure(last.figure.unit or "%")


def _lower(words: str) -> str:
    """With a small letter at the beginning, unless it is a name's or an abbreviation's."""
    return words if words[1:2].isupper() or len(words.partition(" ")[0]) == 1 else words[:1].lower() + words[1:]
