"""What a heading or the first line of a list lays on the entries below it: that they are to be done, by whom, with whom, until when."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.words import any_word, word_set
from build_tools.model.span import Span
from build_tools.statements.actors import Actors
from build_tools.statements.acts import goes_on
from build_tools.statements.asking import given
from build_tools.statements.bodies import Bodies, bodies_at
from build_tools.statements.headings import names_nothing, names_part_of_year, names_tasks
from build_tools.statements.helpers import TOGETHER, helpers_of
from build_tools.statements.limits import Limit, Limits, from_now
from build_tools.statements.many_bodies import JOINT
from build_tools.statements.outline import Entry
from build_tools.statements.persons import before_person
from build_tools.statements.verbs import first_words, is_duty

BARE = re.compile(r"(?:[^\W\d_]+\s)?\d")
"""A time without a word that makes it a limit: an aim ("đến năm 2030") holds for nothing below."""
AS_FOLLOWS = ("sau:", "sau đây:")
LONG = 240
"""A heading is no longer."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What holds for an entry by what stands above it.

    ``directs``: things to do are told here. ``stated``: only where an entry names who has to act. ``lists``: one by one, whatever word
    they begin with. ``named``: a heading names who acts, and all below it is his work, numbered or not. ``strict``: the entry above is
    a task itself, and only what begins with a verb below it is another. ``even``: the entries side by side mostly begin with verbs, so that
    one which begins with another word is a thing to do as well. ``peers``: the headings side by side are names of bodies.
    ``acted``: the entries side by side mostly begin with who has to act. ``opening``: the words above that its items complete ("Trình Hội
    đồng:").
    """

    directs: bool = False
    stated: bool = False
    lists: bool = False
    named: bool = False
    strict: bool = False
    even: bool = False
    peers: bool = False
    acted: bool = False
    opening: str = ""
    lead: tuple[str, ...] = ()
    cooperating: tuple[str, ...] = ()
    limit: Limit | None = None
    number: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def _lists() -> re.Pattern[str]:
    """The end of a paragraph that announces a list of things to do: "… một số nhiệm vụ trọng tâm sau:"."""
    return re.compile(rf"{any_word('announces')}\b[^.;:]{{0,60}}:$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _directs() -> re.Pattern[str]:
    return re.compile(rf"\b{any_word('directs')}\s", re.IGNORECASE)


@lru_cache(maxsize=1)
def _directs_at() -> re.Pattern[str]:
    return re.compile(rf"{any_word('directs')}\s", re.IGNORECASE)


@lru_cache(maxsize=1)
def _asks_last() -> re.Pattern[str]:
    """A first line that ends with the asking itself: "Ủy ban nhân dân tỉnh yêu cầu:", "… kết luận, chỉ đạo:"."""
    return re.compile(rf"\s(?:{any_word('directs')}(?:{JOINT.pattern}))?(?P<asks>{any_word('directs')})\s?:$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _meeting() -> re.Pattern[str]:
    """A meeting that asks, perhaps with whose it is: "Hội nghị Ban Chấp hành"."""
    return re.compile(rf"(?=[{CAPITALS}])(?i:{any_word('meeting')})(?:\s[^\W\d_]+){{0,6}}$")


COMMA = re.compile(r",\s")


class Frames:
    """Reads the headings and first lines of one document."""

    def __init__(self, actors: Actors, limits: Limits, rules: bool, own: frozenset[str]) -> None:
        self.text, self.actors, self.limits, self.rules, self.own = actors.text, actors, limits, rules, own

    def of_title(self, title: str, frame: Frame) -> Frame | None:
        """The frame below a heading that says what kind of thing stands there; None where no tasks do ("Mục đích, yêu cầu")."""
        low = word_key(title)
        if frame.opening:
            frame = replace(frame, opening="")
        if names_tasks(title, self.rules):
            return replace(frame, directs=True)
        if self.rules and names_tasks(title):
            return replace(frame, directs=frame.directs or names_part_of_year(title), stated=True)
        if low.strip(" .:") in word_set("asks") & word_set("no-heading"):
            # "IV. YÊU CẦU": what a plan has to be like, or what bodies are asked to do
            return replace(frame, directs=False, stated=False)
        if names_nothing(title) and not (frame.stated and not any(word in low for word in word_set("power-heading"))):
            spoken = any(word in low for word in word_set("duty-heading"))
            return replace(frame, directs=False, stated=True) if spoken else None
        return frame

    def puts_into_effect(self, entry: Entry) -> bool:
        """True for an article whose heading says that it hands out the work of putting the document into effect."""
        return names_tasks(entry.title or "", self.rules)

    def of_bodies(self, found: Bodies, words: Span, frame: Frame) -> Frame:
        """The frame below a heading that names who acts; those with whom they act hold too."""
        helpers = self.helpers(words)
        return replace(frame, lead=found.names, cooperating=helpers, directs=True, lists=True, named=True, strict=False, opening="")

    def helpers(self, words: Span) -> tuple[str, ...]:
        """With whom: "… chủ trì, phối hợp với Công an tỉnh:"."""
        found: list[str] = []
        for together in TOGETHER.finditer(self.text, words.start, words.end):
            named = helpers_of(self.text, together, words.end)
            found.extend(name for name in named.names if name not in found) if named else None
        return tuple(found)

    def of_chapeau(self, words: Span, frame: Frame) -> Frame:
        """The frame below a paragraph that ends in a colon: it may direct, announce a list of things to do, name who acts, say when."""
        text = words.of(self.text).rstrip()
        limit = self.limits.inside(words)
        if limit and not BARE.match(limit.words) and not from_now().match(limit.words):  # that may tell how little time there is
            frame = replace(frame, limit=limit)
        last = words.start + max(text.rfind(". ") + 2, 0) if text.rfind(". ") >= 0 else words.start
        duty = self.actors.read(words)
        if not duty.lead and last > words.start:
            duty = self.actors.read(Span(last, words.end))
        told = bool(_lists().search(text))
        frame = replace(frame, opening="" if text.endswith(AS_FOLLOWS) else self.opening(duty.action, words))
        if self.speaks(Span(last, words.start + len(text)), frame):
            return replace(frame, directs=True, strict=False, opening="")
        if told and (who := self.actors.asked(Span(last, words.end))):
            return replace(frame, directs=True, lists=True, named=True, strict=False, lead=who.names, cooperating=())
        if duty.lead and (frame.directs or duty.asked) and not all(word_key(name) in self.own for name in duty.lead):
            if given().match(self.text, duty.action, words.end):  # who asks, and asks nobody by name, does not act himself
                return replace(frame, directs=True, lists=told, named=False, strict=False, lead=(), cooperating=(), opening="")
            lists = told or frame.lists or duty.asked
            if told and (led := self.led(duty.action, words)):
                return replace(frame, directs=True, lists=lists, named=True, strict=False, lead=led, cooperating=(), opening="")
            return replace(frame, directs=True, lists=lists, named=told, strict=False, lead=duty.lead, cooperating=duty.cooperating)
        if frame.lead and not duty.lead and duty.cooperating and self.opening(words.start, words):
            # "Chủ trì, phối hợp với các xã, cụ thể:" below the name of who leads
            return replace(frame, cooperating=duty.cooperating, lists=told or frame.lists, opening="")
        lead: tuple[str, ...] = ()
        directs = False
        for match in _directs().finditer(text, max(text.rfind(". ") + 2, 0)):
            directs = True
            named = bodies_at(self.text, words.start + match.end(), words.end)
            if named and word_key(named.names[0]) not in self.own:
                lead = named.names
                break
        if not directs or (self.rules and not lead):
            return frame
        return replace(frame, directs=True, lists=told, strict=False, lead=lead or frame.lead)

    def led(self, action: int, words: Span) -> tuple[str, ...]:
        """Whom those that act only direct to do what is listed: "Sở A chỉ đạo Chi cục B thực hiện các nội dung sau:"."""
        directs = _directs_at().match(self.text, action, words.end)
        named = bodies_at(self.text, directs.end(), words.end) if directs else None
        return named.names if named and goes_on(self.text, named, words.end) else ()

    def speaks(self, sentence: Span, frame: Frame) -> bool:
        """True where somebody asks right before the colon ("Bộ trưởng Bộ A chỉ thị:"); not after a noun ("Mục đích, yêu cầu:").

        Where things to do are told, a verb that is work as well ("Sở A chỉ đạo:") is that of who has to act.
        """
        asks = _asks_last().search(self.text, sentence.start, sentence.end)
        if asks is None:
            return False
        said = word_key(asks["asks"])
        if frame.directs and said in word_set("verb") and said not in word_set("asks"):
            return False
        begins = (sentence.start, *(found.end() for found in COMMA.finditer(self.text, sentence.start, asks.start())))
        return any(self.names_only(start, asks.start()) for start in begins)

    def names_only(self, start: int, end: int) -> bool:
        """True for nothing but the names of bodies, or a person."""
        if before_person().match(self.text, start, end) or _meeting().match(self.text, start, end):
            return True
        named = bodies_at(self.text, start, end)
        return named is not None and named.end == end

    def opening(self, action: int, words: Span) -> str:
        """The words of a first line that say what is to be done with its items; "" when they do not begin with a verb."""
        verb = is_duty(first_words(self.text, action, words.end))
        return " ".join(self.text[action : words.end].split()).rstrip(" :") if verb else ""
