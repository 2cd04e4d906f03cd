"""The figures of one paragraph: which numbers count, each with its label, its total and of whom it tells."""

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
from build_tools.statements.bodies import bodies_at
from build_tools.statements.body_beginnings import begins_body
from build_tools.statements.count_words import FROM, clean, of_other_area, words_around
from build_tools.statements.figure_labels import LONGEST, TOPIC, Labels, same_things
from build_tools.statements.material import Material
from build_tools.statements.quantities import Quantity, is_measure, is_unit, quantity_at, without_scale
from build_tools.statements.shared_predicates import APART, COMPARED, TOTAL, predicate, with_shared_predicates
from build_tools.statements.totals import Told, compared_value, other_time, part_at, parts, summed_at, total_of
from build_tools.statements.verbs import is_duty
from build_tools.statements.when import iso_period, period_at
from build_tools.statements.whose import place, subject_body

LABEL = re.compile(r"\s*(?:[-+*•]\s*)?(?:\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[a-zđ])\s?[.)/-]+)?\s*")
"""The number of a list item at the beginning of a paragraph."""
MEASURED = re.compile(rf"\d[\d.,]{{0,24}}(?=\s?(?:[%‰]|{any_word('measure')}(?![^\W\d_]))|/\d[\d.]{{0,12}}\s[^\W\d_])")
"""A number with a unit of measure, or so many of so many, found fast."""
SHARE = re.compile(r"[^.;:()\n]{0,60}\((?:[^\W\d_]+\s){0,3}\d[\d,.]*\s?%")
"""Behind so many of so many that were reached: their share in brackets ("18/20 chi bộ (đạt 90%)")."""
OF = frozenset({"của", "tại", "ở", "bàn"})
"""Words before the place with which a heading ends that tell that it is of this place."""
BEFORE_MARK = re.compile(r"\s+(?=[,;.](?:\s|$))")
"""The blank before a mark, where a number was taken out."""
SHARE_OF = "tỷ lệ"
TO = "đến"
"""Before the second end of a range."""


@lru_cache(maxsize=1)
def _of_place() -> re.Pattern[str]:
    return re.compile(rf"(?P<of>[^\W\d_]+) (?P<place>{place()})\W*$")


@lru_cache(maxsize=1)
def _to_share() -> re.Pattern[str]:
    """From so many of so many to the share that they are."""
    return re.compile(rf"[^.;(\n]{{0,60}}?\s{any_word('tells-share')}(?:\s{any_word('share')}|\s(?i:là))?\s\(?|[^.;(\d\n]{{0,60}}?\s\(")


@lru_cache(maxsize=1)
def _aimed() -> re.Pattern[str]:
    """Aims and limits, which are no results."""
    return re.compile(rf"\b{any_word('aimed')}\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _aim() -> re.Pattern[str]:
    """An aim with a number behind it, up to a mark: "thực hiện mục tiêu tăng trưởng đạt trên 8%"."""
    return re.compile(rf"(?<!\w){any_word('aim')}\s[^,;:()]*$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _result() -> re.Pattern[str]:
    return re.compile(rf"\b{any_word('result')}\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _changed_since() -> re.Pattern[str]:
    """Behind an amount that is told as it is: how it changed since another time ("…, tăng 3,1 tỷ đồng so với cùng kỳ")."""
    return re.compile(rf",\s{any_word('changes')}\s\d[\d,.]*[^.;:()\n\d]{{1,30}}?\s{any_word('compared-time')}\s", re.IGNORECASE)


@lru_cache(maxsize=1)
def _for_each() -> re.Pattern[str]:
    """Before a "1" that says for how much another number is: "giá trị trên 1 ha"."""
    return re.compile(rf"[^\W\d_]\s{any_word('for-each')}\s$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _lays_down() -> re.Pattern[str]:
    return re.compile(rf"\s{any_word('lays-down')}(?=[:,\s])")


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
        self.labels = Labels(material, leaf, self.start, self._topic() or above)
        self.told = self.labels.told
        planned = _planned().finditer(self.text, self.start, leaf.span.end) if whole else ()
        # looked for once: a clause is asked again for each of its figures
        self.plans = [Span(*match.span()) for match in planned]
        self.laid_down = [match.span() for match in _lays_down().finditer(self.text, self.start, leaf.span.end)]

    def _heading_body(self) -> str | None:
        """The body that a heading above names and nothing else, or the place with which it ends ("Kết quả … của tỉnh Sông Mơ:")."""
        for title in self.material.headings(self.leaf):
            ends = _of_place().search(title)
            if ends and ends["of"] in OF:
                return ends["place"]
        for node in reversed(self.leaf.above):
            if node.title and begins_body(node.title, 0, len(node.title)) and node.title[0].isupper() and len(node.title.split()) < 9:
                named = node.title.strip(" .:")
                return named if len(named.split()) > 1 and bodies_at(named, 0, len(named)) else None
        return None

    def _topic(self) -> str:
        """What the paragraph says first that it is about; nothing when that is a body or has a number."""
        found = TOPIC.match(self.text, self.start, self.leaf.span.end)
        if not found or any(char.isdigit() for char in found["name"]) or begins_body(self.text, self.start, found.end()):
            return ""
        return clean(self.text, *found.span("name"))

    def figures(self) -> Iterator[Figure]:
        """All figures of the paragraph, in reading order."""
        yield from with_shared_predicates(self.material, list(self._all()), self.told, self.start)

    def _all(self) -> Iterator[Figure]:
        after = self.start
        for digits in (DIGITS if self.whole else MEASURED).finditer(self.text, after, self.leaf.span.end):
            at = digits.start()
            material = self.material
            if at < after or material.citation_at(at) or material.quoted(at) or material.moments.at(at):
                continue
            quantity = quantity_at(self.text, at)
            if quantity is None or not (
                is_measure(quantity.unit) or is_unit(quantity.unit) or (self.told and same_things(quantity.unit, self.told[-1]))
            ):
                quantity = part_at(self.text, at, self.told) or quantity
            elif is_measure(quantity.unit):
                quantity = summed_at(self.text, at, self.told) or quantity
            if quantity is None:
                continue
            after = quantity.after
            if not self._counts(quantity):
                continue
            yield from self._read(quantity)

    def _laid_down(self, at: int) -> bool:
        """True for what a document lays down that the sentence names before: "Điều 8 Nghị định số … quy định: … trên 50%"."""
        start = max(self.material.sentences.at(at).start, self.start)
        first = bisect_left(self.laid_down, (start, start))
        lays, ends = self.laid_down[first] if first < len(self.laid_down) else (at, at)
        cited = self.material.citations_between(start, lays) if ends < at else ()
        return bool(cited) and lays - cited[-1].span.end < APART

    def _counts(self, quantity: Quantity) -> bool:
        """False for aims, and outside reports for what is no result."""
        at = quantity.span.start
        if self._laid_down(at):
            return False
        if quantity.value == "1" and _for_each().search(self.text, max(self.start, at - 8), at):
            return False
        clause = self.material.clause(at)
        if self.whole:
            first = bisect_left(self.plans, max(clause.start, self.start), key=attrgetter("start"))
            return first == len(self.plans) or self.plans[first].end > at
        if _aimed().search(clause.of(self.text)) or _aim().search(self.text, max(clause.start, self.start), at):
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
        compared = compared_value(self.text, last, at) if last else None
        total = None
        if last and compared:
            label, subject = f"{last.subject}, {compared['with']}", last.subject
        else:
            total = total_of(self.text, quantity, words, self.told, sentence, self.labels.in_brackets(at))
            label, subject = self.labels.label(quantity, words, sentence, total)
        if quantity.unit == "%" and last and last.figure.denominator and _to_share().fullmatch(self.text, last.after, at):
            name = last.subject
            label = name if word_key(name).startswith(SHARE_OF) else f"{SHARE_OF} {name[:1].lower()}{name[1:]}"
        who = subject_body(self.material, quantity, self.start)
        if who == "" or (of_other_area(compared["with"]) if compared else words.elsewhere):
            who = None
        elif who is None or (self.place and word_key(who) in word_key(self.place)):
            who = self.place  # "Đảng ủy" is the committee that reports
        figure = Figure(
            span=quantity.span,
            quote=quantity.span.of(self.text),
            value=quantity.value,
            unit=quantity.unit or None,
            label=shorten(BEFORE_MARK.sub("", label), LONGEST),
            node_id=self.leaf.node.id,
            organisation=who,
            period=self._period(compared, at),
            denominator=quantity.of_value,
            approximation=FROM if quantity.upper else words.approximation,
            comparison=words.comparison,
            part_of=total.figure.span if total else self._total_before(at),
        )
        aside = bool(compared or (last and other_time().search(self.text, last.after, at)))
        told = Told(figure, words, subject, quantity.after, sentence, aside)
        self.told.append(told)
        yield figure
        if quantity.of and quantity.of_value:
            planned = quantity.exceeds or is_measure(quantity.unit) or without_scale(quantity.unit) != quantity.unit
            counted = _counted(quantity.unit, words.tail) if quantity.unit else figure.label
            whole = f"{figure.label} {COMPARED}" if planned else f"{counted} {TOTAL}"
            quote = quantity.of.of(self.text)
            yield replace(figure, span=quantity.of, quote=quote, value=quantity.of_value, label=whole, denominator=None, part_of=None)
        if quantity.upper and quantity.upper_value:
            upper = quantity.upper
            yield replace(figure, span=upper, quote=upper.of(self.text), value=quantity.upper_value, approximation=TO)

    def _period(self, compared: re.Match[str] | None, at: int) -> str | None:
        """When a number holds; of one told behind a comparison, the time compared with, where that is named."""
        if compared is None:
            return period_at(self.material, self.leaf, at)
        named = [moment for moment in self.material.moments.between(*compared.span()) if moment.start]
        return iso_period(named[-1]) if named else None

    def _total_before(self, at: int) -> Span | None:
        """The last number of the paragraph above, where this one begins with "Trong đó"."""
        if self.told or self.before is None or not parts().match(self.text, self.start, at):
            return None
        return self.before.part_of or self.before.span


def _counted(unit: str, tail: str) -> str:
    """What is counted, by all its names, without what is said of it: "bộ, ngành", of "bộ, ngành đã ban hành kế hoạch"."""
    if not tail.startswith(","):
        return unit
    said = predicate().search(tail)
    words = tail[: said.start() if said else len(tail)].split(" ")
    keys = [word_key(word.strip(",")) for word in words]
    end = next((index for index in range(len(words)) if words[index][:1].islower() and is_duty(keys[index : index + 3])), len(words))
    return unit + " ".join(words[:end]).rstrip(" ,")
