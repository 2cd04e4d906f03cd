"""What the numbers of a paragraph are called: by the words around each, by what stands before it, by the whole of which it is a part."""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.words import any_word, word_set
from build_tools.messages.shorten import shorten
from build_tools.passages import Leaf
from build_tools.statements.body_beginnings import begins_body
from build_tools.statements.count_beginnings import BOUNDARY
from build_tools.statements.count_times import is_time, without_time
from build_tools.statements.count_words import FROM, Words, clean
from build_tools.statements.material import Material
from build_tools.statements.quantities import Quantity, is_measure
from build_tools.statements.totals import Told, other_time
from build_tools.statements.when import only_time

TOPIC = re.compile(r"(?P<name>[^:;.\n]{2,100}?)\s?(?:\([^()\n]*\)\s?)?:\s")
"""A paragraph that first says what it is about: "- Cây giống: …"."""
AMOUNT_OF = re.compile(r"(?:\s[^\W\d_]+){0,3}\s?:\s")
"""Between a count and its amount: "59 điểm mỏ: 142 triệu đồng"."""
BRACKETS = 400
"""Brackets that say something of a number are no longer."""
LISTED = re.compile(r"[^;.:()\n]{0,120}(?:,|\s[^\W\d_]+|\s&)\s")
"""Between two numbers of one list: what is said of the first, and a comma or "và"."""
LONGEST = 140
"""Longest label, in characters."""
FEW = 4
"""A label of fewer words is told together with the topic of its paragraph."""


@lru_cache(maxsize=1)
def _time_only() -> re.Pattern[str]:
    return re.compile(rf"{any_word('time-word')}\s[\dIVX/.]{{1,10}}", re.IGNORECASE)


@lru_cache(maxsize=1)
def _left_over() -> re.Pattern[str]:
    """Right before a number, about how much it is aside: what is left of what was told before it."""
    return re.compile(
        rf"(?:,|;|\s{any_word('counted-beside')})\s(?P<words>{any_word('left-over')})\s(?:{any_word('approximate')}\s)?$", re.IGNORECASE
    )


@lru_cache(maxsize=1)
def _subject() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>[^\W\d_]+(?:\s[^\W\d_]+){{1,7}}?)(?=,?\s{any_word('subject-end')}\s)")


@lru_cache(maxsize=1)
def _comes_with() -> re.Pattern[str]:
    return re.compile(rf"[^.;:()\d\n]*?,?\s{any_word('comes-with')}\s")


class Labels:
    """What each number of one paragraph is called. ``told``: those read so far; ``topic``: what it or the line above it is about."""

    def __init__(self, material: Material, leaf: Leaf, start: int, topic: str) -> None:
        self.material, self.leaf, self.start, self.topic = material, leaf, start, topic
        self.text = material.text
        self.told: list[Told] = []

    def label(self, quantity: Quantity, words: Words, sentence: int, total: Told | None) -> tuple[str, str]:
        """(label, subject for a change that follows)."""
        last = self.told[-1] if self.told and self.told[-1].sentence == sentence else None
        head, unit, at = words.head, quantity.unit, quantity.span.start
        if word_key(head) in word_set("joins-count"):
            head = ""
        left = _left_over().search(self.text, last.after, at) if last and same_things(unit, last) else None
        if left:  # nothing that was said of the others is said of them: "hoàn thành 21 việc, còn 4 việc đang làm"
            label = f"{_lower(left['words'])} … {unit} {words.tail}".rstrip()
            return label, label
        if (
            last
            and is_time(head)
            and last.words.head
            and not self.in_brackets(at)
            and is_measure(unit) == is_measure(last.figure.unit or "")
        ):
            head = without_time(last.words.bare)  # "Thu phí tháng 6 đạt 12 triệu, lũy kế 6 tháng đạt 70 triệu"
        if last and last.words.approximation == FROM and word_key(head) in word_set("moves"):
            return f"{last.subject}, {head}", last.subject  # "vốn từ 9 tỷ đồng lên 20 tỷ đồng"
        if last and self._same_of_other_time(last, unit, at):
            about = without_time(last.subject)
            return about, about
        found = self._of_change(words, unit, sentence, at) if words.change else None
        found = found or (self._amount_of(last, head, at) if last and named_amount(unit, last) else None)
        found = found or (self._in_bracket(words, head, unit, last, at) if head and self.in_brackets(at) else None)
        return found or self._by_own_words(quantity, words, head, last, total)

    def _of_change(self, words: Words, unit: str, sentence: int, at: int) -> tuple[str, str] | None:
        """A change is told of what its sentence or its brackets begin with, else of the number before it."""
        about = "" if self.told or self.topic else self._sentence_subject(at)
        if about and word_key(words.head) not in word_key(about):
            return f"{about}, {_lower(words.head)}{' … ' + words.tail if words.tail else ''}", about
        if inside := self._said_inside(at):
            return f"{inside}, {_lower(words.head)}", inside
        if not (self.told or self.topic):
            return None
        before = (self._changed(sentence, at) or self._told_before()) if self.told else None
        subject = before.subject if before else self.topic
        if before and self.material.moments.between(before.after, at):
            subject = without_time(subject)  # another time has been named since
        tail = f" … {words.tail}" if words.tail and is_measure(unit) else ""
        return f"{subject}, {_lower(words.head)}{tail}", subject

    def _amount_of(self, last: Told, head: str, at: int) -> tuple[str, str] | None:
        """The amount with which what was counted comes ("7 bến, với tổng vốn 20 tỷ"), or which a colon gives it ("59 điểm mỏ: 142 …")."""
        comes = _comes_with().match(self.text, last.after, at) if head else None
        if comes and self.text.startswith(head, comes.end()):
            return f"{last.figure.label}, {_lower(head)}", last.subject
        return (last.figure.label, last.subject) if AMOUNT_OF.fullmatch(self.text, last.after, at) else None

    def _in_bracket(self, words: Words, head: str, unit: str, last: Told | None, at: int) -> tuple[str, str] | None:
        """A number in brackets is told of what stands before them."""
        if self.text[at - 1] == "(" and (not unit or is_measure(unit)):
            if last and not BOUNDARY.search(self.text, last.after, at - 1):
                return (f"{last.figure.label} … {words.tail}" if words.tail else last.figure.label), last.subject
            about = self._clause_name(at) if _time_only().fullmatch(head) else self.topic
            return (f"{about}, {head}", about) if about else (head, head)
        if last and is_measure(unit) and not words.generic:
            subject = last.subject.rpartition(" (")[0] or last.subject  # "chưa đáp ứng (mức C: 62%, D: 24%)"
            return f"{subject}, {_lower(head)}", subject
        return None

    def _by_own_words(self, quantity: Quantity, words: Words, head: str, last: Told | None, total: Told | None) -> tuple[str, str]:
        """What the words around a number call it; in a list what they call the one before it; below a topic with that."""
        unit, at = quantity.unit, quantity.span.start
        apart = last and words.tail and not last.words.tail and same_things(unit, last)  # "hoàn thành 21 việc, 4 việc quá hạn"
        if last and not head and not apart and self._is_listed(last, at):
            if last.words.change:
                return f"{last.subject}, {_lower(last.words.head)}{' … ' + words.tail if words.tail else ''}", last.subject
            head = last.words.head if is_measure(unit) == is_measure(last.figure.unit or "%") or named_amount(unit, last) else ""
        named = not unit or is_measure(unit)
        if named:
            label = self._of_measure(words, head, last, at)
            subject = words.bare if words.bare != words.head and not words.generic else label
        else:
            where = f"{last.figure.label} {head}" if last and word_key(head) in word_set("counted-where") else head
            label = f"{where} … {unit}" if head else unit
            label = f"{label} {words.tail}" if words.tail else label
            subject = f"{head} … {unit}" if head else label
        if self.topic and not total and len(label.replace("…", "").split()) < FEW and word_key(self.topic) != word_key(head):
            joined = " … " if not head and not named else ", "
            label, subject = f"{self.topic}{joined}{_lower(label)}", f"{self.topic}{joined}{_lower(subject)}"
        if total:
            label = f"{shorten(total.figure.label, 80)}, trong đó {_lower(label)}"
        return label, subject

    def _is_listed(self, last: Told, at: int) -> bool:
        """True for one more number of a list, which begins with no words of its own; what another comes with is none."""
        listed = not self.in_brackets(at) and LISTED.fullmatch(self.text, last.after, at)
        return bool(listed) and _comes_with().fullmatch(self.text, last.after, at) is None

    def _same_of_other_time(self, last: Told, unit: str, at: int) -> bool:
        """True for a number that says the same as the one before it for another time, in brackets or behind nothing but that time."""
        if other_time().search(self.text, last.after, at):
            return True
        return is_measure(unit) == is_measure(last.figure.unit or "") and only_time(self.material, last.after, at)

    def _told_before(self) -> Told:
        """What a sentence that only tells a change goes on from: the last number that is no change and no part of another."""
        return next((told for told in reversed(self.told) if not (told.words.change or told.aside or told.figure.part_of)), self.told[-1])

    def _said_inside(self, at: int) -> str:
        """What the words in brackets before a share say that it is of: "… gần 106 triệu (xã Đá Bạc đang hoàn tất, đạt 85%)"."""
        opened = self.text.rfind("(", max(self.start, at - BRACKETS), at)
        comma = self.text.rfind(", ", opened + 1, at) if opened >= 0 and self.in_brackets(at) else -1
        inside = self.text[opened + 1 : comma] if comma >= 0 else ""
        return clean(self.text, opened + 1, comma) if len(inside.split()) > 1 and not any(map(str.isdigit, inside)) else ""

    def _changed(self, sentence: int, at: int) -> Told | None:
        """The number whose change is told: the last one of the sentence that is no change; no part of another, once the brackets of the
        parts are closed.

        In brackets it is the last one in them.
        """
        mine = [told for told in self.told if told.sentence == sentence]
        opened = self.text.rfind("(", max(self.start, at - BRACKETS), at) if self.in_brackets(at) else -1
        if opened >= 0 and (inner := [told for told in mine if told.figure.span.start > opened and not told.words.change]):
            return inner[-1]
        open_parts = (told for told in reversed(mine) if not (told.words.change or told.aside))
        return next(
            (told for told in open_parts if not told.figure.part_of or ")" not in self.text[told.after : at]), mine[0] if mine else None
        )

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

    def in_brackets(self, at: int) -> bool:
        """True between an opening bracket and its end."""
        opened = self.text.rfind("(", max(self.start, at - BRACKETS), at)
        return opened >= 0 and ")" not in self.text[opened:at]


def same_things(unit: str, last: Told) -> bool:
    """True for a second count of the same things as the one before."""
    before = word_key(last.figure.unit or "").split(" ")[0]
    return bool(unit) and not is_measure(unit) and word_key(unit).split(" ")[0] == before


def named_amount(unit: str, last: Told) -> bool:
    """True for a measure after a count of things: the amount of what was counted."""
    return is_measure(unit) and unit != "%" and not is_measure(last.figure.unit or "%")


def _lower(words: str) -> str:
    """With a small letter at the beginning, unless it is a name's or an abbreviation's."""
    return words if words[1:2].isupper() or len(words.partition(" ")[0]) == 1 else words[:1].lower() + words[1:]
