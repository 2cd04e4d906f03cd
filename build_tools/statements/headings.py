"""What a heading says of the entries below it by its words alone: who has to act there, that tasks stand there, or that none do."""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.words import any_word, word_set
from build_tools.model.span import Span
from build_tools.passages import find_moments
from build_tools.passages.moments import FIRST_MONTHS
from build_tools.statements.acts import no_act
from build_tools.statements.asking import given
from build_tools.statements.bodies import Bodies, bodies_at
from build_tools.statements.body_beginnings import begins_body
from build_tools.statements.duties import BRACKETS
from build_tools.statements.many_bodies import JOINT, split_bodies
from build_tools.statements.verbs import first_words, is_duty

LISTED = re.compile(r"(?P<name>[^.,;:()]{4,100}?)\s?\((?P<bodies>[^()]{4,400})\)\s?:")
AMONG = 12
"""Words of a heading among names of bodies that is a name itself."""
LOOSE_NAME = 90
"""Characters of a heading that can be a name."""
NOUN = 2
"""Syllables of a noun without anything that it acts on."""


@lru_cache(maxsize=1)
def _no_heading() -> re.Pattern[str]:
    """What stands below a heading is told by the word with which it begins ("Một số kết quả …"), not by one inside."""
    return re.compile(rf"\W*(?:{any_word('before-heading')}\s)*{any_word('no-heading')}\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _asked() -> re.Pattern[str]:
    return re.compile(rf"(?:về\s)?{any_word('names-heading')}(?:\s?:)?\s(?:cho\s|của\s|đối với\s)?", re.IGNORECASE)


@lru_cache(maxsize=1)
def _concerned() -> re.Pattern[str]:
    return re.compile(rf"{any_word('concerns-heading')}\s", re.IGNORECASE)


@lru_cache(maxsize=1)
def _places() -> re.Pattern[str]:
    """Names after a colon, nothing else: "Ủy ban nhân dân các xã: Gia Nam, Tân Đò"."""
    name = rf"[{CAPITALS}][^\W\d_]*(?:\s[{CAPITALS}][^\W\d_]*)*"
    return re.compile(rf"\s?:\s{name}(?:(?:,|\s[^\W\d_]+)\s{name})*[. ]*")


@lru_cache(maxsize=1)
def _charged() -> re.Pattern[str]:
    """After a heading's bodies: nothing, or words that say no more than that they act."""
    return re.compile(rf"\s?(?:\([^()]*\)\s?)?,?\s?(?:{any_word('charges', 'leads')}[^.;:\n]{{0,60}})?[.:]?\s*$")


@lru_cache(maxsize=1)
def _charged_only() -> re.Pattern[str]:
    """A heading that ends with a charge says of nobody else who bears it, whatever his name: "4. Các hộ dân khai thác nước có trách
    nhiệm"."""
    return re.compile(rf"(?P<who>[^.;:\n]{{4,{LOOSE_NAME * 2}}}?)\s{any_word('charges')}\s*")


def names_tasks(title: str, rules: bool = False) -> bool:
    """True for a heading with a word for tasks below which they are told: "Nhiệm vụ, giải pháp"; where ``rules`` are laid down as well,
    fewer words hand out work: "Tổ chức thực hiện". Not where a part begins with what is told of them: "Kết quả thực hiện nhiệm vụ"."""
    known = word_set("rule-heading" if rules else "heading")
    if not any(word in word_key(title) for word in known):
        return False
    parts = (word_key(part) for part in JOINT.split(title))
    return any(any(word in part for word in known) and not _tells(part) for part in parts)


def _tells(part: str) -> bool:
    """True for a part of a heading that begins with a word for what is told, not asked."""
    opening = _no_heading().match(part)
    return opening is not None and not any(opening.group().endswith(word) for word in word_set("asks"))


@lru_cache(maxsize=1)
def _part_of_year() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_word('part-of-year')}\s(?:[IVX]{{1,4}}|\d{{1,2}})(?![\w/-])", re.IGNORECASE)


def names_part_of_year(title: str) -> bool:
    """True for a heading of a month, a quarter, a half year: what stands below is work of that time, not an aim for years."""
    return _part_of_year().search(title) is not None or any(FIRST_MONTHS.match(found.span.of(title)) for found in find_moments(title))


def names_findings(title: str) -> bool:
    """True for a heading of nouns that verbs look like, told by this that nothing they act on follows: "Hạn chế, khuyết điểm"."""
    items = word_key(title).strip(" .:").replace(" và ", ", ").split(", ")
    return _no_heading().match(items[0]) is not None and all(len(item.split()) <= NOUN for item in items)


def names_nothing(title: str) -> bool:
    """True for a heading that says by its first word that no tasks stand below it: "Đánh giá chung"."""
    return _no_heading().match(word_key(title)) is not None


def named_bodies(text: str, words: Span, own: frozenset[str], told: bool) -> Bodies | None:
    """The bodies of a heading that is nothing but their name: "1. Sở Y tế:", "2. Trách nhiệm của các sở, ban, ngành".

    "Đối với các sở" names who has to act only where things to do are ``told``; elsewhere it says of whom what follows holds. ``own``: the
    keys of the names of who issues the document, which asks others.
    """
    if given().match(text, words.start, words.end) and words.of(text).rstrip().endswith("."):
        return None  # "Giao chi bộ quét bến mỗi chủ nhật." is a sentence
    asked = _asked().match(text, words.start, words.end)
    concerned = None if asked else _concerned().match(text, words.start, words.end)
    if concerned and not told:
        return None
    asked = asked or concerned
    if asked is None and (charged := _charged_only().fullmatch(text, words.start, words.end)) and begins_body(text, *charged.span("who")):
        return None if word_key(charged["who"]) in own else Bodies(split_bodies(charged["who"]), words.end)
    found = bodies_at(text, asked.end() if asked else words.start, words.end, asked is not None)
    if not found or any(map(names_tasks, found.names)):
        return None
    if word_key(found.names[0]) in own:
        return None
    rest = text[found.end : words.end]
    if _places().fullmatch(rest):
        return Bodies((*found.names[:-1], f"{found.names[-1]}{rest.rstrip(' .')}"), words.end)
    if rest.strip(" ") in word_set("verb") and not _charged().match(rest):  # a verb with nothing to act on: "Phòng Công nghệ thông tin"
        return Bodies((*found.names[:-1], f"{found.names[-1]} {rest.strip()}"), words.end)
    bare = not rest.strip(" .:")
    opens = rest.lstrip(" ,")[:1] in (":", "(") or rest.rstrip().endswith(":")
    return found if bare or (opens and _charged().match(rest)) else None


def names_whose(text: str, words: Span) -> bool:
    """True for a heading that says whose work stands below it: "Trách nhiệm của đối tượng kiểm kê"."""
    asked = _asked().match(text, words.start, words.end)
    return asked is not None and OF in asked.group()


OF = " của "


def named_over_lines(text: str, first: Span, rest: Span, own: frozenset[str], told: bool) -> Bodies | None:
    """The body of a heading that the end of a line cuts behind the word for its kind: "2. Sở⏎Nông nghiệp và Môi trường"."""
    if len(first.of(text).split()) != 1 or text[first.end : rest.start].strip() or not text[rest.start].isupper():
        return None
    said = " ".join(text[first.start : rest.end].split())
    return named_bodies(said, Span(0, len(said)), own, told)


def named_by_work(text: str, title: str, words: Span) -> Bodies | None:
    """A heading that is a general word with what such a body does ("Cơ quan chủ trì giải quyết thủ tục"): all of it is the name.

    So is what stands before bodies in brackets: "Các cơ quan giữ bến (Sở A, Sở B):".
    """
    listed = LISTED.fullmatch(words.of(text).rstrip())
    if listed and begins_body(text, words.start, words.end) and begins_body(listed["bodies"], 0, len(listed["bodies"])):
        return Bodies((listed["name"],), words.end)
    if not title:
        return None
    first = word_key(" ".join(title.split()[:2]))
    if first not in word_set("general") or not set(title).isdisjoint(".;:") or not begins_body(text, words.start, words.end):
        return None
    return Bodies((title,), words.end)


def named_among(text: str, words: Span) -> Bodies | None:
    """A heading that stands among names of bodies and begins with a body: all of it is the name, where what follows the first words is no
    verb ("3. Ngân hàng Bến Sông chi nhánh khu vực 14"), or one that says which of many are meant ("6. Đề nghị các tổ chức cung cấp phao").
    """
    asked = _asked().match(text, words.start, words.end)
    begin = asked.end() if asked else words.start
    name = " ".join(text[begin : words.end].split()).strip(" .:")
    if not set(name).isdisjoint(".;:,") or len(name.split()) > AMONG or not begins_body(text, begin, words.end, low=asked is not None):
        return None
    found = bodies_at(text, begin, words.end, asked is not None)
    if found is None:
        return None
    behind = first_words(text, found.end, words.end)
    acts = is_duty(behind) or no_act(behind)
    general = word_key(found.names[-1].split(" ", 1)[-1]) in word_set("general")
    return Bodies((name,), words.end) if (general and not no_act(behind)) or not acts else None


def named_by_place(text: str, words: Span, most: int = LOOSE_NAME) -> Bodies | None:
    """A heading that names many ("Các chủ bến là hợp tác xã") where its neighbours name bodies: all of it but for brackets. ``most``:
    it has no more words."""
    name = " ".join(BRACKETS.sub("", words.of(text)).split()).strip(" .:")
    if (
        word_key(name).partition(" ")[0] not in word_set("plural")
        or not set(name).isdisjoint(".;:,")
        or len(name) > LOOSE_NAME
        or len(name.split()) > most
    ):
        return None
    return None if names_nothing(name) or names_tasks(name) else Bodies((name,), words.end)
