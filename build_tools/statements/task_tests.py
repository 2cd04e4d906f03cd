"""Whether an entry of a directive says what somebody has to do, told by its words and by what stands above and beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.types import types_of
from build_tools.lexicon.words import any_word, word_set
from build_tools.model.span import Span
from build_tools.statements.actors import Actors
from build_tools.statements.acts import agrees, tells
from build_tools.statements.asking import given, manner_ask
from build_tools.statements.body_beginnings import WORD, begins_body, begins_plural, plural_words
from build_tools.statements.duties import ITSELF, Duty
from build_tools.statements.frames import Frame
from build_tools.statements.headings import names_nothing
from build_tools.statements.limits import TIME_UNIT
from build_tools.statements.many_bodies import JOINT
from build_tools.statements.outline import BULLETS, Entry
from build_tools.statements.persons import before_person
from build_tools.statements.task_forms import inline_fields, is_row, tells_when
from build_tools.statements.verbs import first_words, is_duty

OPENING = 14
NUMBER_FIRST = re.compile(r"^\W*\d")
"""An entry that begins with a number counts something."""
INLINE_TITLE = re.compile(rf"(?P<title>[^\W\d_]+(?: [^\W\d_]+){{1,3}}): (?=[{CAPITALS}])")
"""A title of a few words in the same paragraph."""
OF_A_KIND = re.compile(rf"[^\W\d_]+(?P<second>\s[^\W\d_{CAPITALS}]+)?\s(?P<own>[{CAPITALS}][^\W\d_]*(?:\s[{CAPITALS}][^\W\d_]*)*)\s")
"""A word for a kind, of one or two syllables, and a name of its own."""
FIELD = re.compile(rf"[^\W\d_]+(?:\s[^\W\d_]+){{1,5}}:\s(?=[{CAPITALS}\d])")
"""The name of a field and a colon, with what fills it in."""
AIM = re.compile(r"\W*(?:[^\W\d_]+\s){0,4}\d[\d.,]*\s?%")
"""An entry that first says how large a share is to be reached."""
RULE_REACH = 60
"""Characters in which a sentence says that it tells how a thing must be."""
DONE = 5
"""Items that begin with what is to be done make a section one of work."""
TAIL = 160
SHORT = 120
"""A sentence that only asks to carry out the document is no longer."""


@lru_cache(maxsize=1)
def cases() -> re.Pattern[str]:
    """An entry that begins so tells what holds in a case, not what is to be done."""
    return re.compile(rf"{any_word('case-opening')}\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _empty() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_word('empty-word')}(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _empty_or_verb() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_word('empty-word', 'verb')}(?!\w)")


@lru_cache(maxsize=1)
def _only_informs() -> re.Pattern[str]:
    """That others are told of the document itself, and nothing more: "thông báo để các cơ quan, đơn vị biết, thực hiện"."""
    return re.compile(
        rf"{any_word('informs')}\s[^.;:]{{0,{SHORT}}}?\s?{any_word('be-informed')}(?:,|\s|$)(?:{any_word('empty-word')}|[\s,])*$"
    )


@lru_cache(maxsize=1)
def _if() -> re.Pattern[str]:
    """A condition before who acts: "Trong quá trình thực hiện, nếu có vướng mắc, các xã báo cáo …"."""
    return re.compile(rf"\s{any_word('condition')}\s", re.IGNORECASE)


@lru_cache(maxsize=1)
def _rules() -> re.Pattern[str]:
    """What says how a thing must be, and hands nobody work: "Văn bản phải ghi rõ …"."""
    return re.compile(rf"\s{any_word('rule-word')}\s")


@lru_cache(maxsize=1)
def _no_rule() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_word('no-rule')}(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _general() -> re.Pattern[str]:
    """Two general words for bodies side by side, of which the first may be a verb elsewhere: "Tổ chức, cá nhân có bến …"."""
    return re.compile(rf"{any_word('general')}(?:{JOINT.pattern}){any_word('general')}(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _measures() -> re.Pattern[str]:
    """What says at most or at least how many, and no time: "Mỗi xã | chọn tối đa 05 người"."""
    return re.compile(rf"(?:[^\W\d_]+\s){{1,4}}?{any_word('no-told')}\s\d+\s(?!{TIME_UNIT}(?!\w))", re.IGNORECASE)


def names_document(words: str) -> bool:
    """True for an item that begins with a document and its number: it is listed, not done."""
    said = words.split()[:5]
    return any(types_of(()).named(" ".join(said[:count])) and said[count : count + 1] == ["số"] for count in (1, 2, 3))


def has_title_of_findings(words: str) -> bool:
    """True for a paragraph whose first words are a title below which nothing is to be done, and no verb follows: "Đánh giá chung: Nước đã
    đủ"."""
    opening = INLINE_TITLE.match(words)
    return opening is not None and names_nothing(opening["title"]) and not is_duty(first_words(words, opening.end()))


def is_empty(action: str) -> bool:
    """True for a closing sentence that says no more than that the document has to be carried out."""
    said = word_key(action).strip(" ./\n")
    return _only_informs().match(said) is not None or _only(_empty(), said)


def acts_on_nothing(action: str) -> bool:
    """True for verbs alone up to "thực hiện": they ask that the document be carried out ("… quan tâm, phối hợp thực hiện")."""
    said = word_key(action).strip(" ./\n")
    return " ".join(said.split()[-2:]) in word_set("empty-word") and _only(_empty_or_verb(), said)


def _only(words: re.Pattern[str], said: str) -> bool:
    """True for a short sentence of nothing but such words."""
    return len(said) < SHORT and not words.sub("", said).strip(" ,./")


def _items(section: Entry) -> Iterator[Entry]:
    """The items with a label below which nothing stands."""
    for entry in section.below:
        if entry.below:
            yield from _items(entry)
        elif entry.label:
            yield entry


class Judge:
    """Judges the entries of one document. ``own``: the keys of the names of who issues it."""

    def __init__(self, actors: Actors, own: frozenset[str]) -> None:
        self.text, self.actors, self.own = actors.text, actors, own

    def is_task(self, entry: Entry, duty: Duty, frame: Frame) -> bool:
        """True when an entry says what somebody has to do."""
        words = entry.words.of(self.text)
        if any(order in word_key(words[-TAIL:]) for order in word_set("execution")) or cases().match(words) or ITSELF.match(words):
            return False
        if tells_when(self.text, entry):
            return False
        if duty.lead:
            if _if().search(self.text, entry.words.start, max(duty.action, entry.words.start)):
                return False
            if not entry.label and self.is_own(duty.lead[0]):
                return False
            if duty.asked and self.told_of_document(entry.words, duty):
                return False
            action = words[duty.action - entry.words.start :]
            if _measures().match(action):
                return False
            if is_empty(action) or (not entry.label and acts_on_nothing(action)):
                return False
            asked = duty.asked and (not entry.label or given().match(words) is not None or manner_ask(words, 0, len(words)) is not None)
            return frame.directs or frame.stated or asked
        if names_document(words):
            return False
        if frame.directs and inline_fields(self.text, entry.words):
            return True
        if not frame.directs or begins_body(self.text, entry.words.start, entry.words.end):
            return False
        if self.actors.begins(entry.words.start, entry.words.end) or _general().match(words):
            return False  # somebody is named, and what he has to do cannot be told from his name
        first = self.first_words(entry)
        if not first or NUMBER_FIRST.search(words[:OPENING]) or tells(first) or agrees(first) or has_title_of_findings(words):
            return False
        verb = is_duty(first)
        if not verb and (self.is_provided(words) or AIM.match(words) or self.fills_in(words) or first[0] in word_set("announces")):
            return False
        if not verb and _rules().search(_no_rule().sub("", words[:RULE_REACH])):
            return False
        if not entry.label:
            return (verb and (bool(frame.lead) or frame.strict)) or (bool(frame.lead) and frame.named)
        return (
            verb
            or (frame.even and self.may_act(entry))
            or (not frame.strict and (bool(frame.lead) or frame.lists) and not self.names_others(entry))
        )

    def told_of_document(self, words: Span, duty: Duty) -> bool:
        """True where the sentence that asks begins with a document, which asked before: "Quyết định có hiệu lực ngay và giao các xã …"."""
        at = max(self.text.rfind(mark, words.start, max(duty.action, words.start)) for mark in (". ", "; "))
        at = max(at + 2, words.start)
        said = WORD.findall(self.text, at, min(words.end, at + RULE_REACH))[:3]
        return bool(said) and said[0][0].isupper() and any(types_of(()).named(" ".join(said[:count])) for count in (1, 2, 3))

    def asks_another(self, words: Span) -> bool:
        """True where the text first asks a body whose name cannot be told from what it has to do: "Đề nghị các đơn vị phản hồi về Sở A"."""
        asked = given().match(self.text, words.start, words.end)
        at = asked.end() if asked else words.end
        named = at < words.end and (self.text[at].isupper() or begins_plural(self.text, at))
        return named and begins_body(self.text, at, words.end)

    def may_act(self, entry: Entry) -> bool:
        """False for an entry that begins as things do that are told of, not done: "Kinh phí …", "Về bến đò …", "Các bến …"."""
        first = self.first_words(entry)
        begins = {" ".join(first[:count]) for count in (1, 2)}
        known = word_set("plural") | word_set("after-bearer") | word_set("announces") | word_set("no-heading") | word_set("unit")
        return not begins & known and not is_row(self.text, entry)

    def names_others(self, entry: Entry) -> bool:
        """True for an entry that begins with those whom no list knows: others than those above act there.

        That they are told of is shown by a name of their own ("Các Cảng vụ …", "Khoa Dược …", "Cảng vụ Sông Mơ | rà soát …"), by a body
        behind them ("Hiệu trưởng các trường, Giám đốc Sở A …"), or by the same word again ("Chủ bến, chủ đò …").
        """
        words = entry.words.of(self.text)
        said = WORD.findall(words[:OPENING])
        many = plural_words([word_key(word) for word in said[:2]])
        if many or not said:
            return said[many : many + 1] != [] and said[many][0].isupper()
        named = OF_A_KIND.match(words)
        if named and not begins_body(words, named.start("own"), len(words)) and not types_of(()).named(named["own"].split()[0]):
            return not named["second"] or is_duty(first_words(words, named.end()))
        joint = JOINT.search(words[:RULE_REACH])
        if joint is None:
            return False
        again = WORD.match(words, joint.end())
        listed = again is not None and word_key(again.group()) == word_key(said[0])
        return listed or (words[joint.end()].isupper() and begins_body(words, joint.end(), len(words)))

    def first_words(self, entry: Entry) -> list[str]:
        """The keys of the first three words of an entry."""
        return first_words(self.text, entry.words.start, entry.words.end)

    def begins_with_verb(self, entry: Entry) -> bool:
        """True for an entry that begins with what is to be done."""
        return is_duty(self.first_words(entry))

    def is_own(self, name: str) -> bool:
        """True for the body that issues the document: what it says of itself at the end is no task."""
        return word_key(name).removesuffix(" kính") in self.own

    def announces_case(self, entry: Entry) -> bool:
        """True for a line that only opens a case told in the next paragraph: "Ví dụ 2:"."""
        words = entry.words.of(self.text).rstrip()
        return words.endswith(":") and not entry.label and not entry.below and cases().match(words) is not None

    def breaks_off(self, entry: Entry) -> bool:
        """True for a sentence without its end, which a line with a dash goes on: "… báo cáo Sở A⏎- Cơ quan thường trực Ban Chỉ đạo …"."""
        words = entry.words.of(self.text).rstrip()
        dashed = len(entry.below) == 1 and entry.below[0].label in BULLETS and not entry.title
        return dashed and words[-1:].isalpha() and begins_body(self.text, entry.below[0].words.start, entry.below[0].words.end)

    def mostly_acted(self, entries: tuple[Entry, ...]) -> bool:
        """True where three fifths of the entries with a label, and at least two, begin with who has to act."""
        labelled = [entry.words for entry in entries if entry.label]
        acted = sum(
            begins_body(self.text, words.start, words.end)
            or self.actors.begins(words.start, words.end)
            or before_person().match(self.text, words.start, words.end) is not None
            for words in labelled
        )
        return acted > 1 and acted * 5 >= len(labelled) * 3

    def is_provided(self, words: str) -> bool:
        """True for what says of money, time, form by what it goes, and no work: "Kinh phí dọn bến theo quy định"."""
        return names_nothing(words) and not word_set("after-bearer").isdisjoint(words.split())

    def fills_in(self, words: str) -> bool:
        """True for a line that says one thing of what is told above, and no work: "Tên doanh nghiệp: Công ty Phao Sông Mơ"."""
        field = FIELD.match(words)
        return field is not None and not is_duty(first_words(words, field.end())) and not begins_body(words, 0, len(words))

    def opens_with_case(self, entry: Entry) -> bool:
        """True for words of time or manner before who acts or is asked: "Khi nước rút giao Sở A …"."""
        first = self.first_words(entry)
        return bool(first) and first[0] in word_set("after-bearer") and not is_duty(first)

    def mostly_done(self, section: Entry) -> bool:
        """True for a section of a plan whose items, whatever stands over them, mostly begin with what is to be done: three fifths, and at
        least five."""
        items = list(_items(section))
        done = sum(map(self.begins_with_verb, items))
        return done >= DONE and done * 5 >= len(items) * 3

    def mostly_verbs(self, entries: tuple[Entry, ...]) -> bool:
        """True where three fifths of the entries with a label (or of all, where none has one), and at least two, begin with a verb."""
        labelled = [entry for entry in entries if entry.label] or entries
        verbs = sum(map(self.begins_with_verb, labelled))
        return verbs > 1 and verbs * 5 >= len(labelled) * 3
