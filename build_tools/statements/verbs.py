"""Verbs of duty after the name of a body: whether a word there is one, or belongs to the name ("cơ quan chủ trì", "Đoàn kiểm tra")."""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from itertools import pairwise

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.words import any_word, word_set, words
from build_tools.statements.body_beginnings import LEVEL, begins_body

LOW_WORD = re.compile(r"[^\W\d_]+")
TOKEN = re.compile(r"\([^()\n]*\)?|[^\s,;.:()“”\"]+")
MAX_WORDS = 70
"""A list of bodies before its verb has no more words."""


def first_verb(text: str, start: int, end: int) -> tuple[int | None, bool]:
    """(where the first verb of duty after the first word stands, whether more words than can be names stand before any).

    What stands in brackets is left out.
    """
    tokens: list[tuple[int, int, str]] = []
    checked = 1
    for word in TOKEN.finditer(text, start, end):
        if text[word.start()] == "(":
            continue
        tokens.append((word.start(), word.end(), word.group()))
        if len(tokens) > checked + AHEAD:
            if _is_verb(text, tokens, checked):
                return tokens[checked][0], False
            checked += 1
            if checked > MAX_WORDS - 1:
                return None, True
    verb = next((tokens[index][0] for index in range(checked, min(len(tokens), MAX_WORDS)) if _is_verb(text, tokens, index)), None)
    return verb, verb is None and len(tokens) > MAX_WORDS


AHEAD = 2
"""Words after one that may tell whether it is a verb."""


def _is_verb(text: str, tokens: list[tuple[int, int, str]], index: int) -> bool:
    """True when a verb of duty (or a word that cannot belong to a name) stands at ``index``."""
    word = tokens[index][2]
    if not word[0].islower():
        return False
    if word in word_set("after-bearer"):
        return not (word == "đến" and word_key(tokens[index - 1][2]) == "quan")
    if index == 1 and word_key(tokens[0][2]) in word_set("named-by-work"):
        return False
    one = word_key(word)
    if len(tokens) > index + 1 and f"{one} {word_key(tokens[index + 1][2])}" in _names_of_fields():
        return False
    following = word_key(tokens[index + 1][2]) if index + 1 < len(tokens) else ""
    pair = f"{one} {following}"
    if pair in word_set("no-act") or (one in word_set("no-act") and one not in ("có", "được", "không", "mỗi", "đang")):
        return True
    if one in word_set("verb") and _names_its_work(text, tokens, index, pair):
        return False
    third = word_key(tokens[index + 2][2]) if index + 2 < len(tokens) else ""
    if not is_duty([one, following, third]) or "của" in (following, third):  # "các đoàn kiểm tra của Tỉnh ủy": whose it is
        return False
    if one == "được" and following in ("giao", "phân", "cử", "ủy"):
        return False
    if word_key(tokens[index - 1][2]) == "quan" and word_key(tokens[index - 2][2]) == "liên":
        return True  # "các cơ quan, đơn vị có liên quan, tham mưu …": no name goes on behind it
    if _acts_on_nothing(text, tokens, index):
        return False
    return not (_goes_on_name(text, tokens, index, pair) or _describes_office(text, tokens, index, pair))


def _acts_on_nothing(text: str, tokens: list[tuple[int, int, str]], index: int) -> bool:
    """True for what looks like a verb, but has nothing to act on, as one more body is named right behind: "các đội | khảo sát | và các xã",
    "Trung tâm công nghệ | thông tin | và Sở A", or a further verb behind what they belong to: "các đội thuộc địa bàn | quản lý | rà soát".
    Those who lead or help do so without an object: "Sở A | chủ trì, | Sở B phối hợp"."""
    said = [word_key(token[2]) for token in tokens[index : index + 3]]
    count = next((count for count in (3, 2, 1) if " ".join(said[:count]) in word_set("verb") and len(said) >= count), 0)
    if count == PAIR and index > 1 and _belongs(tokens, index) and _verb_behind(text, tokens[index + 1][1], pair=" ".join(said[:PAIR])):
        return True
    joint = JOINED.match(text, tokens[index + count - 1][1]) if count else None
    if joint is None or " ".join(said[:count]) in word_set("leads") | word_set("field-cooperating"):
        return False
    following = LOW_WORD.match(text, joint.end())
    gives = following is not None and following.group() == LEVEL
    return not gives and begins_body(text, joint.end(), len(text), low=True)


def _belongs(tokens: list[tuple[int, int, str]], index: int) -> bool:
    """True behind words for what belongs to somebody: "thuộc phạm vi |", but not "trực thuộc"."""
    keys = [word_key(token[2]) for token in tokens[:index]]
    return any(key == "thuộc" and keys[at - 1] != "trực" for at, key in enumerate(keys) if at and at < index - 1)


def _verb_behind(text: str, at: int, pair: str) -> bool:
    """True where a verb follows right behind ``pair``, which does not only say how that is done ("chủ động | rà soát")."""
    return pair not in words("verb", "cách làm") and text[at : at + 1] == " " and is_duty(first_words(text, at))


PAIR = 2
"""Syllables of most verbs."""
JOINED = re.compile(rf",\s|\s{any_word('list-join')}\s")
"""Between the names of a list."""


def _goes_on_name(text: str, tokens: list[tuple[int, int, str]], index: int, pair: str) -> bool:
    """True for what looks like a verb, but by the words before it goes on the name or tells what was given to the body."""
    before = word_key(tokens[index - 1][2])
    three = " ".join(word_key(token[2]) for token in tokens[index : index + 3])
    if f"{before} {pair.partition(' ')[0]}" in word_set("compound") or three in word_set("rank-of"):
        return True
    under = before == "thuộc" and (index < 2 or word_key(tokens[index - 2][2]) != "trực")  # "các chi bộ trực thuộc | xây dựng …"
    if (
        before in word_set("plural")
        or before in ("ban", "của")
        or under
        or _of_work(tokens, index)
        or (pair == "lãnh đạo" and before in ("chí", "thể"))
    ):
        return True
    of_office, listed = _of_office(tokens, index), _listed(text, tokens, index)
    if (of_office and pair == "thông tin") or (pair in ("giúp việc", "tham mưu") and (listed or of_office)):
        return True
    return (pair == "tổ chức" and listed) or any(word_key(token[2]) == "được" for token in tokens[max(0, index - 3) : index])


def _of_work(tokens: list[tuple[int, int, str]], index: int) -> bool:
    """True for what others are concerned with: "liên quan đến việc | thực hiện …"."""
    return word_key(tokens[index - 1][2]) == "việc" and index > 1 and word_key(tokens[index - 2][2]) in ("đến", "tới")


def _describes_office(text: str, tokens: list[tuple[int, int, str]], index: int, pair: str) -> bool:
    """True for a verb that only says which office is meant: "cơ quan | chủ trì | có trách nhiệm"."""
    if pair not in DESCRIBING or _listed(text, tokens, index):
        return False
    if not _of_office(tokens, index) and word_key(tokens[index - 1][2]) != "vị":
        return False
    return (word_key(tokens[index + 2][2]) if index + 2 < len(tokens) else "") in AFTER_NOUN


def _of_office(tokens: list[tuple[int, int, str]], index: int) -> bool:
    return index > 1 and word_key(tokens[index - 1][2]) == "quan" and word_key(tokens[index - 2][2]) == "cơ"


def _listed(text: str, tokens: list[tuple[int, int, str]], index: int) -> bool:
    """True behind a comma or "và"."""
    return text[tokens[index - 1][1] : tokens[index][0]].strip() == "," or word_key(tokens[index - 1][2]) == "và"


def _names_its_work(text: str, tokens: list[tuple[int, int, str]], index: int, pair: str) -> bool:
    """True for a syllable behind the bare head of a body that goes on to its own name, before what it has to do: "phòng | giao dịch Gia
    Nam | rà soát …"."""
    before = word_key(tokens[index - 1][2])
    if before not in word_set("bearer") or pair in word_set("verb") or (index > 1 and word_key(tokens[index - 2][2]) in word_set("plural")):
        return False
    own = OWN_NAME.match(text, tokens[index][1])
    if own is None or word_key(own["second"]) in word_set("bearer") | word_set("place-word") | word_set("person"):
        return False  # "Xã giao thôn Gia Nam | kiểm tra …"
    return is_duty(first_words(text, own.end()))


OWN_NAME = re.compile(rf"\s(?P<second>[^\W\d_{CAPITALS}]+)(?:\s[{CAPITALS}][^\W\d_]*){{1,5}}\s(?![{CAPITALS}])")
"""The second syllable of a word, then a name in capitals."""


@lru_cache(maxsize=1)
def _names_of_fields() -> frozenset[str]:
    """Pairs of words of a field of work that begin as a verb of one word does: "giao | thông", from the names of bodies that it is in."""
    single = {verb for verb in word_set("verb") if " " not in verb}
    named = (word_key(name).replace(",", "").split() for name in words("comma-name"))
    return frozenset(f"{first} {second}" for name in named for first, second in pairwise(name) if first in single)


DESCRIBING = frozenset({"chủ trì", "phối hợp", "thực hiện", "quản lý", "chủ quản"})
AFTER_NOUN = frozenset({"có", "chịu", "được", "và", "phải", "báo", "là", "tổng", "lập", "nhà", ""})
"""After "cơ quan chủ trì" these words show that it is a name, not "cơ quan" that "chủ trì"."""


REACH = 40
"""Characters in which the first words stand."""


def first_words(text: str, start: int = 0, end: int = sys.maxsize) -> list[str]:
    """The first three words from ``start`` on, as keys; fewer, or none, where the text ends before."""
    return [word_key(word) for word in LOW_WORD.findall(text, start, min(end, start + REACH))[:3]]


def is_duty(first: list[str]) -> bool:
    """True when the words (as keys) begin with a verb of duty, or with words that charge ("có nhiệm vụ"), of one to three words."""
    known = _acts()
    return bool(first) and (
        first[0] in known
        or (len(first) > 1 and f"{first[0]} {first[1]}" in known)
        or (len(first) > 2 and f"{first[0]} {first[1]} {first[2]}" in known)
    )


@lru_cache(maxsize=1)
def _acts() -> frozenset[str]:
    return word_set("verb") | word_set("charges")
