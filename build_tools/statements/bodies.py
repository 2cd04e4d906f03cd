"""Names of bodies in running text: where one begins, where its list ends, and its parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from build_tools.lexicon.keys import text_keys, word_key
from build_tools.lexicon.words import any_word, word_set, words
from build_tools.naming.extent import bearer_end
from build_tools.statements.body_beginnings import BREAK, WORD, begins_body, begins_general, plural_words
from build_tools.statements.listed_names import list_end, opens_list
from build_tools.statements.many_bodies import JOINT, split_bodies
from build_tools.statements.name_ends import name_end
from build_tools.statements.name_parts import counted_end, is_open, part_end
from build_tools.statements.no_names import MUST, tells_of, told_by_class, was_given
from build_tools.statements.stray_words import has_stray
from build_tools.statements.verbs import LOW_WORD, first_verb, first_words, is_duty
from build_tools.vietnamese.word_pairs import often_together

ASIDE = re.compile(r"\s\([^()\n]{1,160}\)(?=\s)")
"""Words in brackets between the names and what they have to do: "Sở A, Sở B (theo phạm vi, lĩnh vực) chủ trì …"."""


@dataclass(frozen=True, slots=True)
class Bodies:
    """Bodies named one after the other: their names, and where the text goes on (at the verb, or the punctuation).

    ``closed``: the names end there by their shape, so that whatever word follows is not theirs.
    """

    names: tuple[str, ...]
    end: int
    closed: bool = False


def bodies_at(text: str, start: int, end: int, asked: bool = False) -> Bodies | None:
    """The bodies whose list begins at ``start``; it ends before a verb of duty, a full stop, or ``end``. None where the words run on, so
    that nobody can tell where a name ends: that is decided here, for headings, tasks and figures alike.

    ``asked``: words that ask somebody to act stand before, so that the name may begin in lower case ("đề nghị thường trực các tỉnh ủy").
    """
    if not begins_body(text, start, end, asked) and not begins_general(text, start, end):
        return None
    broken, stop = _stretch(text, start, end)
    charged = _charge().search(text, start, min(stop, start + CHARGE_REACH))
    if broken and text[colon := broken.start()] == ":" and opens_list(text, start, colon, end):
        behind = list_end(text, start, colon, end)
        *others, many = split_bodies(text[start:colon])
        return None if behind is None else Bodies((*others, f"{many}: {text[colon + 2 : behind]}"), behind, closed=True)
    if charged and (first := _above_all().search(text, start, charged.end() + 1)):
        before = bodies_at(text, start, first.start(), asked)
        return before and Bodies(before.names, first.end(), before.closed)
    if charged and _describes_only(text, start, charged.start()):
        return Bodies(split_bodies(text[start : charged.start()]), charged.start())
    return _before_act(text, start, stop, charged) if begins_body(text, start, end, asked) else None


def _stretch(text: str, start: int, end: int) -> tuple[re.Match[str] | None, int]:
    """The first mark that parts, but for a semicolon between names, and where the stretch of words ends: behind brackets it goes on."""
    broken = BREAK.search(text, start, end)
    while broken and broken.group() == ";" and begins_body(text, broken.end() + 1, end, low=True):
        broken = BREAK.search(text, broken.end(), end)
    if broken is None:
        return None, end
    stop = broken.start()
    if text[stop] == "(" and (close := text.find(")", stop, end)) > 0 and close - stop < IN_BRACKETS:
        rest = BREAK.search(text, close + 1, end)
        stop = rest.start() if rest else end
    return broken, stop


IN_BRACKETS = 160
"""Characters between brackets inside a list of names."""


def _before_act(text: str, start: int, stop: int, charged: re.Match[str] | None) -> Bodies | None:
    """The bodies named before what they have to do, whose names may go on with words that only look like it."""
    verb, long = first_verb(text, start, stop)
    ends = _names_end(text, start, stop, verb, long)
    if ends is None:
        return None
    cut, closed = ends
    listed = text[start:cut].rstrip(" ,;-–")
    if tells_of(text, listed, verb):
        return None
    names = split_bodies(listed)
    after = start + len(listed)
    if closed and _inside_word(text, after, stop):
        return None
    if closed and (counted := counted_end(text, after, stop)):
        return Bodies((*names[:-1], f"{names[-1]}{text[after:counted]}"), counted, closed=True)
    if closed and verb is not None and (part := part_end(text, after, verb)):
        return Bodies((*names[:-1], " ".join(f"{names[-1]}{text[after:part]}".split())), part)
    if closed and (aside := ASIDE.match(text, after, stop)):
        after = aside.end()
    if not names:
        return None
    if described := _with_described(text, names, after, stop, charged):
        return described
    if not closed and told_by_class(text, names[-1], after, stop):
        return None
    return None if not closed and _runs_on(text, names, verb) else Bodies(names, after, closed)


def _names_end(text: str, start: int, stop: int, verb: int | None, long: bool) -> tuple[int, bool] | None:
    """Where the names end, and whether they do by their shape; else at the first ``verb``. None where nothing tells."""
    concerned = _concerned().search(text, start, stop if verb is None else verb)
    if concerned and word_key(concerned["next"]) not in word_set("joins-body") | word_set("after-bearer") | word_set("plural") | GOES_ON:
        return concerned.start("next") - 1, True
    cut = stop if verb is None else verb
    reach = min(cut, start + CHARGE_REACH)
    shaped = start + bearer_end(*text_keys(text[start:reach]), 0, reach - start)
    if shaped == reach and long:
        return None
    if shaped < reach and is_open(text, start, shaped, reach):
        shaped = reach  # the last of the list is of a kind whose names go on in small letters
    if shaped == reach:
        ended = _ends_by_syllables(text, start, stop, verb)
        if ended and text.count("(", start, ended) == text.count(")", start, ended):
            return ended, True
        return cut, False
    return (shaped, True) if text.count("(", start, shaped) == text.count(")", start, shaped) else (cut, False)


def _inside_word(text: str, at: int, end: int) -> bool:
    """True where the shape of a name would end it inside a word: "Các đồng chí Tỉnh ủy | viên được phân công …"."""
    before, behind = LOW_WORD.findall(text[max(0, at - WORD_REACH) : at])[-1:], LOW_WORD.match(text, at + 1, end)
    if not before or behind is None or text[at] != " " or not behind.group()[0].islower():
        return False
    key = word_key(behind.group())
    joins = word_set("joins-body") | word_set("after-bearer") | word_set("plural") | word_set("no-act") | word_set("inner-word")
    return key not in joins and not is_duty(first_words(text, at + 1, end)) and often_together(word_key(before[0]), key)


WORD_REACH = 12
"""Characters of a syllable with the blank before it."""


def _runs_on(text: str, names: tuple[str, ...], verb: int | None) -> bool:
    """True for words that may tell what a body did before the ``verb``, so that nobody can tell where its name ends; not where only who
    acts, or is told of, is named before: "… có trách nhiệm", "… chủ trì", "… phải", "… đã"."""
    return has_stray(names) and (verb is None or not (text.startswith(MUST, verb) or _behind_subject().match(text, verb)))


@lru_cache(maxsize=1)
def _behind_subject() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_word('charges')}|{any_word('leads')}|{any_word('no-act')})(?!\w)", re.IGNORECASE)


def _with_described(text: str, names: tuple[str, ...], at: int, stop: int, charged: re.Match[str] | None) -> Bodies | None:
    """The names with words behind them that look like what they have to do, but only describe the last, or belong to its name."""
    many = plural_words(word_key(names[-1]).split())
    charge = charged.start() if charged else text.find(" phải ", at, stop) if many else -1
    if charge >= 0 and (whole := _charged_later(text, at, charge)):
        return Bodies((*names[:-1], f"{names[-1]} {whole}"), charge)
    if charged and len(names) > 1 and _list_goes_on(text, at, charged.start()):
        return Bodies((*names[:-1], *split_bodies(f"{names[-1]}{text[at : charged.start()]}")), charged.start())
    led = _led_later(text, at, stop)
    return Bodies((*names[:-1], f"{names[-1]} {text[at:led].strip()}"), led) if led else None


GOES_ON = frozenset({"khác", "tới"})
"""Words with which a name goes on behind those concerned, besides those that go on any name."""


@lru_cache(maxsize=1)
def _concerned() -> re.Pattern[str]:
    """The last words of a name: those concerned, and what they do."""
    return re.compile(rf"\s{any_word('concerned')}\s(?P<next>[^\W\d_]+)")


def _list_goes_on(text: str, at: int, charge: int) -> bool:
    """True where a list of names goes on behind what looks like a verb, up to who is charged: "Sở A, Ban quản lý Khu Bến | ứng dụng Công
    nghệ cao, Ban B và các xã có trách nhiệm …"."""
    joints = list(JOINT.finditer(text, at, charge))
    if len(joints) < LIST or joints[-1].group() != " và ":
        return False
    first = text[at : joints[0].start()].split()
    own = len(first) <= DESCRIBED and any(word[0].isupper() for word in first)
    return own and all(begins_body(text, joint.end(), charge) for joint in (joints[0], joints[-1]))


LIST = 2
"""Joints that make a list."""


def _ends_by_syllables(text: str, start: int, stop: int, verb: int | None) -> int | None:
    """Where the names end by the syllables that belong together, before a verb that no list has or behind one that is in the name
    ("Phòng Công nghệ thông tin"); not where a known ``verb`` follows after a word or two, which may be the last of the name ("Các cấp ủy
    đảng | lãnh đạo")."""
    ended = name_end(text, start, stop)
    if ended is None or verb is None:
        return ended
    between = text[min(ended, verb) : max(ended, verb)]
    if ended > verb:
        own = any(word[0].isupper() for word in text[start:verb].split()[1:])  # "các đoàn | kiểm tra" have no name of their own
        inside = own and "," not in between and len(between.split()) <= VERB_IN_NAME
        return ended if inside else None
    few = SWALLOWED if is_duty(first_words(text, verb, stop)) else 1
    return ended if "," in between or len(between.split()) > few else None


SWALLOWED = 2
VERB_IN_NAME = 3
"""Words of a name from one that looks like a verb on: "Trung tâm Dịch vụ | tổng hợp xã"."""


def _led_later(text: str, at: int, end: int) -> int | None:
    """Where the word stands that says who leads, when a few words before it go on the name, verbs though they look like: "Phòng Kế hoạch |
    tổng hợp | chủ trì, …"; None where it says so of another body."""
    led = _leads().search(text, at, min(end, at + LED_REACH))
    between = text[at : led.start()].split() if led else []
    if led is None or not 0 < len(between) <= LED or BREAK.search(text, at, led.start()) or "," in text[at : led.start()]:
        return None
    said = [word_key(word) for word in between]
    if _manner_of_work().search(text, at, led.start()):
        return None
    if set(said) & (word_set("asks") | word_set("joins-body") | word_set("no-act") | word_set("after-bearer") | word_set("managed")):
        return None
    if said[-1] in LED_OTHERS or any(
        begins_body(text, found.start(), led.start(), low=True) for found in WORD.finditer(text, at, led.start())
    ):
        return None
    return led.start()


@lru_cache(maxsize=1)
def _manner_of_work() -> re.Pattern[str]:
    """Words that only say how or why somebody leads: "Sở A | tiếp tục chủ trì"."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(words('verb', 'cách làm'))})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _leads() -> re.Pattern[str]:
    """Who leads, and what follows: a comma, or a verb."""
    return re.compile(rf"\s{any_word('leads')}(?=,\s|\s{any_word('verb')}(?!\w))")


LED = 4
"""Words of a name that look like verbs before it is said that it leads."""
LED_REACH = 60
LED_OTHERS = frozenset({"quan", "vị", "người"})
"""Last syllables of a general word that leads itself: "báo cáo cơ quan | chủ trì"."""


@lru_cache(maxsize=1)
def _above_all() -> re.Pattern[str]:
    """Who is meant before others, between the names and their charge: "các xã, nhất là người đứng đầu chịu trách nhiệm …"."""
    return re.compile(rf",?\s{any_word('no-rule')}\s[^,.;:()\n]{{3,60}}?(?=,\s|\s{any_word('charges')}\s)")


def _charged_later(text: str, at: int, charge: int) -> str:
    """Words between the names and their charge that only describe them: "Các xã | trực tiếp giữ bến | có trách nhiệm …"; else nothing."""
    between = text[at:charge]
    words = between.split()
    if not 1 < len(words) <= DESCRIBED or BREAK.search(between) or "," in between or between.strip()[0].isupper():
        return ""
    said = {word_key(word) for word in words}
    if said & (word_set("asks") | word_set("joins-body") | word_set("no-act")) or not is_duty([word_key(word) for word in words[:3]]):
        return ""
    if any(begins_body(text, found.start(), charge) for found in WORD.finditer(text, at, charge)):
        return ""
    return " ".join(words)


CHARGE_REACH = 400
"""A list of bodies before its verb is no longer."""


@lru_cache(maxsize=1)
def _charge() -> re.Pattern[str]:
    return re.compile(rf"\s{any_word('charges')}\b", re.IGNORECASE)


def _describes_only(text: str, start: int, end: int) -> bool:
    """True when bodies named by what they do stand between, and nothing that parts.

    A general word with its work ("Cơ quan đăng ký bến bãi"), or bodies that work was given to ("các xã được giao chủ trì việc này").
    """
    head = text[start:end].split()
    if not 1 < len(head) <= 2 * DESCRIBED or BREAK.search(text, start, end):
        return False
    plural = word_key(head[0]) in word_set("plural")
    named = {word_key(" ".join(head[plural : plural + count])) for count in (1, 2)}
    given = was_given().search(text, start, end)
    if given and not _LIST_MARK.search(text, given.end(), end):
        return True
    return not plural and len(head) <= DESCRIBED and bool(named & word_set("general"))


_LIST_MARK = re.compile(r",\s")
DESCRIBED = 12
"""Words of a body that is named by what it does; several bodies that work was given to may have twice as many."""
