"""Where the name of a body ends before a word that no list knows: "Phòng Điều dưỡng | dựng phương án", "Ban Tài chính | rót kinh phí".

A name goes on over capitals, over syllables that belong together ("Kế hoạch", "Công nghệ thông tin") and over words of rank ("các xã,
phường"). The first word that does none of these ends it where what stands before is whole and what follows cannot be one more noun of
the name. Where that cannot be told ("Phòng Kinh tế | ? nạo vét | ? kênh") nothing is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.words import word_set
from build_tools.statements.body_beginnings import LEVEL, begins_body, plural_words
from build_tools.statements.verbs import is_duty
from build_tools.vietnamese.word_pairs import belong_together, often_together

TOKEN = re.compile(r"\w+")
REACH = 300
"""Characters of a list of names with the first words of what they have to do."""
HEAD = 4
"""Most words of a general word for a body ("Ủy ban nhân dân")."""
LISTED = 3
"""Words that may stand between the end of a name and a joint with one more name behind it: they belong to the name."""
JOINTS = (", ", " - ", " – ")
QUOTED = (" “", ' "')


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the text: where it stands, what stands before it, as written and as a key."""

    start: int
    end: int
    before: str
    said: str
    key: str

    @property
    def capital(self) -> bool:
        return self.said[:1].isupper()


def name_end(text: str, start: int, end: int, kind: int = 0) -> int | None:
    """Where the name, or the list of names, that begins at ``start`` ends by its shape, before ``end``; None where that cannot be told.

    ``kind``: how many words the word for its kind has, with the word for many before it, where no list knows it.
    """
    words = _Words(text, start, min(end, start + REACH), kind)
    first = words.at(0)
    if first is None or not (first.capital or plural_words([first.key])):
        return None  # "đề nghị chi bộ xét": a general word names nobody
    own = at = kind or words.behind_head(0)
    while at > 0 and (word := words.at(at)):
        if word.before != " " or word.key == "và":
            own, at = words.behind_joint(at, own)
        elif word.capital or words.goes_on(at):
            at += 1
        elif words.is_noun(at) or words.is_of_work(at, own):
            at += 2
        else:
            ends = words.is_whole(at, own) and words.begins_act(at, own) and not words.is_listed(at)
            return words.known[at - 1].end if ends else None
    return None


class _Words:
    """The words of a stretch of text that begins with a name, and what they may be there; each is taken from the text when first asked
    for, as a name mostly ends long before the stretch does."""

    def __init__(self, text: str, start: int, end: int, kind: int) -> None:
        self.text, self.end, self.kind = text, end, kind
        self.known: list[_Word] = []
        self.found = TOKEN.finditer(text, start, end)
        self.told = start

    def at(self, index: int) -> _Word | None:
        """The word at ``index``; None behind the last."""
        while len(self.known) <= index:
            found = next(self.found, None)
            if found is None:
                return None
            said = found.group()
            self.known.append(_Word(found.start(), found.end(), self.text[self.told : found.start()], said, word_key(said)))
            self.told = found.end()
        return self.known[index]

    def keys(self, start: int, end: int) -> list[str]:
        """The keys of the words from ``start`` to before ``end``, as many as there are."""
        self.at(end - 1)
        return [word.key for word in self.known[start:end]]

    def behind_head(self, at: int) -> int:
        """The word behind the general word for a body at ``at`` and the word for many before it; 0 without one."""
        if self.is_of_kind(at):
            return at + self.kind
        keys = self.keys(at, at + HEAD + 2)
        many = plural_words(keys)
        known = word_set("bearer")
        return next((at + many + count for count in range(HEAD, 0, -1) if " ".join(keys[many : many + count]) in known), 0)

    def is_of_kind(self, at: int) -> bool:
        """True where the word for the kind stands with which the names begin, and a name of its own behind it."""
        own = self.at(at + self.kind) if self.kind else None
        return own is not None and own.capital and self.keys(at, at + self.kind) == self.keys(0, self.kind)

    def behind_joint(self, at: int, own: int) -> tuple[int, int]:
        """Where the own words of the name begin, and the word at which it goes on, behind a comma, a dash or "và"; 0 where it does not."""
        word = self.known[at]
        behind = at + (word.key == "và")
        following = self.at(behind)
        if following is None or word.before not in (" ", *JOINTS) or (behind > at and following.before != " "):
            return own, 0
        if self.is_of_kind(behind) or begins_body(self.text, following.start, self.end, low=True):
            head = self.behind_head(behind)
            return head, head
        ranks = following.key in _ranks() and self.known[at - 1].key in _ranks()  # "các xã, phường"
        return own, behind + 1 if following.capital or ranks else 0

    def goes_on(self, at: int) -> bool:
        """True for a word in lower case with which a name goes on: the next syllable of its word, a rank, the number of a body ("số 4")."""
        word, before = self.known[at], self.known[at - 1]
        if word.said.isdigit():
            return before.key == "số"
        if word.key == "số":
            following = self.at(at + 1)
            return following is not None and following.said.isdigit()
        following = self.at(at + 1)
        if following and following.key == "số" and (number := self.at(at + 2)) and number.said.isdigit():
            return not self.is_duty(at)  # "Nhà máy | nước số 1"
        if word.key == LEVEL:
            return following is not None and (following.key in _ranks() or often_together(LEVEL, following.key))
        if word.key in _ranks() or word.key in word_set("plural"):
            return True
        if word.key in word_set("no-act"):
            return False
        return often_together(before.key, word.key) or (belong_together(before.key, word.key) and not self.is_duty(at))

    def is_duty(self, at: int) -> bool:
        """True where the words begin with a known verb of duty."""
        return is_duty(self.keys(at, at + 3))

    def is_noun(self, at: int) -> bool:
        """True for a word of two syllables with the rank of the body's place behind it: "Kiểm soát | bệnh tật | tỉnh"."""
        rank = self.at(at + 2)
        if rank is None or not self.is_pair(at) or (self.is_duty(at) and self.is_duty(at + 3)):
            return False  # "Sở Y tế | hướng dẫn xã lập hồ sơ"
        place = self.at(at + 3)
        return rank.before == " " and rank.key in word_set("level") and not (place and place.capital)

    def is_of_work(self, at: int, own: int) -> bool:
        """True for a word of two syllables that says what a body named by its work works on: "Ban Quản lý | dự án | đầu tư …"."""
        return own < at and " ".join(self.keys(own, at)) in word_set("verb") and self.is_pair(at)

    def is_pair(self, at: int) -> bool:
        """True where a word of two syllables in lower case stands."""
        second = self.at(at + 1)
        return second is not None and second.before == " " and second.said.islower() and belong_together(self.known[at].key, second.key)

    def is_whole(self, at: int, own: int) -> bool:
        """True where the last word before ``at`` is whole: two syllables, a rank, a name of its own; not "Ngữ |" of "Ngữ văn" or "các
        trường |" of "các trường học", and not "Ban Chỉ đạo |" or "Ban Quản lý |", which are named by what they do ("phòng, chống lũ")."""
        last = self.known[at - 1]
        if any(" ".join(self.keys(max(at - count, 0), at)) in word_set("task-body") for count in (2, 3)):
            return False
        if " ".join(self.keys(own, at)) in word_set("verb"):
            return False
        if last.said.isdigit() or last.key in word_set("level") | word_set("place-word") | word_set("hamlet-word"):
            return True
        if last.key in word_set("plural") or at < 2 or last.before != " ":
            return False
        if last.capital:
            return (len(last.said) > 1 and last.said.isupper()) or (self.known[at - 2].capital and at - 2 >= own)
        return self.known[at - 2].key not in word_set("plural") and belong_together(self.known[at - 2].key, last.key)

    def begins_act(self, at: int, own: int) -> bool:
        """True where what stands at ``at`` cannot be one more noun of the name: a single syllable that begins no name, or behind a name of
        its own a word of two with what only verbs have behind them ("Sở Y tế | nạo vét các kênh")."""
        word, following = self.known[at], self.at(at + 1)
        if following is None or following.before not in (" ", ", ") or (following.capital and following.before == " "):
            return False
        if word.said.isdigit() or _is_function(word) or self.is_one_of_two(at):
            return False
        gives = word.key == LEVEL and self.known[at - 1].key in word_set("level")
        if not gives and (word.key in _describing() or begins_body(self.text, word.start, self.end, low=True)):
            return False
        if not self.is_pair(at) or (self.is_duty(at) and self.known[at - 1].key in word_set("level")):
            return True
        behind = self.at(at + 2)
        if behind is None or at == own:
            return False
        before_noun = behind.said.isdigit() or behind.key in word_set("plural") | word_set("announces")
        return behind.before in QUOTED or (behind.before == " " and before_noun)

    def is_one_of_two(self, at: int) -> bool:
        """True for a word with nothing that it acts on, joined to more words of the name and to one of its own: "Ban Quản lý các khu chế |
        xuất và công nghiệp Sông Mơ"."""
        joint = self.at(at + 1)
        if joint is None or joint.key != "và" or joint.before != " " or self.is_duty(at + 2):
            return False
        behind = [self.at(index) for index in range(at + 2, at + 2 + LISTED + 1)]
        named = next((index for index, word in enumerate(behind) if word and word.capital), None)
        return named is not None and named > 0 and all(word and word.before == " " for word in behind[: named + 1])

    def is_listed(self, at: int) -> bool:
        """True where one more body is named right behind: what stands before it is the end of a name ("các cấp ủy | đảng, chính quyền")."""
        for index in range(at + 1, at + LISTED + 1):
            word = self.at(index)
            joint = self.at(index + 1) if word and word.key == "và" else word
            if word and joint and (word.before in JOINTS or joint is not word) and begins_body(self.text, joint.start, self.end, low=True):
                return True
        return False


@lru_cache(maxsize=1)
def _ranks() -> frozenset[str]:
    """Words for a place, with or without whose it is: "tỉnh", "các xã", "thành | phố"."""
    levels = {word.partition(" ")[0] for word in word_set("level")}
    return frozenset(levels) | word_set("level") | word_set("place-word") | word_set("hamlet-word") | {"trung", "cấp"}


@lru_cache(maxsize=1)
def _describing() -> frozenset[str]:
    """First words of what describes bodies: "có | liên quan", "nơi | có"."""
    return frozenset(word.partition(" ")[0] for word in word_set("describes"))


def _is_function(word: _Word) -> bool:
    """True for a word that stands before nouns and verbs and never inside a name."""
    return word.key in word_set("plural") | word_set("after-bearer") | word_set("joins-body") | word_set("announces") | word_set("adverb")
