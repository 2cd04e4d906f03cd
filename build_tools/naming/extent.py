"""Where the name of a body ends in running text, told by its shape: one rule for issuers after "của …" and for those who are given work.

Names are written with capitals, and only few words in lower case stand inside them: the second syllable of a word ("Khoa học"), words of
rank and place ("Ủy ban nhân dân các xã"), "và" before a capital. The first word that can be neither ends the name, whatever it means.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from build_tools.lexicon.keys import lower_key
from build_tools.lexicon.pieces import alternatives, pattern
from build_tools.lexicon.words import words

_COMMA = re.compile(r"[,;]\s?")
_AND = re.compile(r"\s(?:và|cùng)\s")
_LAST = re.compile(r"\s([^\W\d_]+)$")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 400
"""Letters that no name of a body goes beyond; where none of its words was foreign so far, the shape does not tell where it ends."""


@lru_cache(maxsize=1)
def _closed() -> tuple[re.Pattern[str], frozenset[str]]:
    return pattern(rf"(?:{alternatives(words('closed-name'))})(?!\w)"), frozenset(words("inner-word"))


@lru_cache(maxsize=1)
def _inner_heads() -> re.Pattern[str]:
    return pattern(rf"(?<!\w)(?:{alternatives([*words('closed-name'), *map(lower_key, words('committee'))])})(?!\w)")


@lru_cache(maxsize=1)
def _places() -> tuple[frozenset[str], frozenset[str]]:
    """Words of rank after which a name goes on only with a capital, and the first words of what may describe such bodies."""
    ranks = {lower_key(word) for name in ("level", "committee") for word in words(name)}
    ranks |= {word for word in words("bearer") if word.endswith(" ủy")}
    return frozenset(ranks), frozenset(word.partition(" ")[0] for word in words("describes"))


def shape_end(key: str, low: str, start: int, end: int) -> int:
    """The end before the first word that cannot belong to a name that is capitalised throughout, else ``end``.

    Where the name itself may have lower case in it ("Văn phòng", "Ban Chỉ đạo"), this holds from the first such name inside it
    ("Văn phòng Tỉnh ủy | thông báo"). ``key`` keeps capitals, ``low`` has none; both index the same text.
    """
    head, inner = _closed()
    if key[start : start + 12].isupper():
        return end
    if head.match(low, start):
        return _first_foreign(key, low, start, end, inner)
    inside = next((found.start() for found in _inner_heads().finditer(low, start, end) if key[found.start()].isupper()), None)
    return end if inside is None else _first_foreign(key, low, inside, end, inner | frozenset(words("inner-word-of-work")))


def _first_foreign(key: str, low: str, start: int, end: int, inner: frozenset[str], named: frozenset[str] = frozenset()) -> int:
    found = list(_WORD.finditer(key, start, end))
    capital = True
    typed_low = low.startswith("bộ ", start) and key[start + 3 : start + 4].islower()  # "Bộ chính trị"
    spared = 0
    for number, word in enumerate(found[1:], 1):
        text = word.group()
        if low[word.start() : word.end()] in named and text[0].isupper():
            spared = number + 2
        elif number <= spared:
            continue
        following = found[number + 1].group() if number + 1 < len(found) else ""
        if text[0].isupper():
            capital = True
        elif (text == "và" and following[:1].isupper()) or text in inner or (capital and text != "và"):
            capital = False
        elif number > 2 or not typed_low:
            return found[number - 1].end()
    return end


def bearer_end(key: str, low: str, start: int, end: int) -> int:
    """Where the name of who is given work ends by its shape; ``end`` where the shape does not tell.

    Looked at are the name itself, each capitalised name inside it ("Đảng đoàn | Quốc hội"), and words of rank ("UBND các xã, phường"),
    which only a place, a further body or a word that describes ("có liên quan") may follow.
    """
    inner = _closed()[1] | frozenset(words("inner-word-of-work"))
    stop = min(end, *_inside_ends(key, low, start, end, inner), _rank_end(key, low, start, end, inner))
    while (last := _LAST.search(low, start, stop)) and stop < end and last.group(1) in words("half-word"):
        if _is_proper(key, low, start, last.start(1)):
            break
        stop = last.start()
    if _organ().search(low, start, stop) and _with_organs().match(low, stop + 1, end):  # "Ban Chấp hành | công đoàn cơ sở"
        return bearer_end(key, low, stop + 1, end)
    above = _of_whom().match(low, stop + 1, end)
    if above and (below := _below().match(low, above.end(), end)):
        return below.end()
    if above:  # "Đảng ủy cấp trên trực tiếp của chi bộ"
        return bearer_end(key, low, above.end() + 1, end) if above.end() + 1 < end else end
    return stop


def _inside_ends(key: str, low: str, start: int, end: int, inner: frozenset[str]) -> list[int]:
    """Where capitalised names inside the name of a bearer end before it does, unless a list of bodies goes on there."""
    ends = []
    for head in _inner_heads().finditer(low, start, end):
        if key[head.start()].isupper() and not key[head.start() : head.start() + 12].isupper():
            piece = _piece_end(key, head.end(), min(end, head.start() + _LONGEST))
            stop = _first_foreign(key, low, head.start(), piece, inner, frozenset(words("named-by-work")) | {"ban"})
            if stop < piece and not _goes_on_listing(key, low, stop):
                ends.append(stop)
    return ends


def _rank_end(key: str, low: str, start: int, end: int, inner: frozenset[str]) -> int:
    """The end behind the first word of rank, or of a name that ends there, that a foreign word in lower case follows; else ``end``."""
    ranks, describing = _places()
    inner |= describing
    found = list(_WORD.finditer(key, start, end))
    for number, word in enumerate(found[:-1]):
        after = found[number + 1]
        following = low[after.start() : after.end()]
        if not key[after.start()].islower() or key[word.end() : after.start()].strip() or following in inner:
            continue
        if following in ("và", "cùng", "hoặc") or following in words("joins-body"):
            continue
        said = low[word.start() : word.end()]
        if said in ranks and following in _of_level():
            continue
        two = low[found[number - 1].start() : word.end()] if number else said
        if number > 1 and low[found[number - 2].start() : word.end()] in _heads_on_rank() and _capital_later(found, number):
            continue
        if (
            number and (said in ranks or two in ranks or (two in words("ends-name") and key[found[number - 1].start()].isupper()))
        ) or _twice_capital(key, low, found, number):
            return word.end()
    return end


def _is_proper(key: str, low: str, start: int, at: int) -> bool:
    """True where the word at ``at`` ends a place's name of two words, each with a capital ("Tỉnh ủy Khê Lâm")."""
    before = _LAST.search(low, start, at - 1)
    first = key[before.start(1)] if before else ""
    return key[at].isupper() and first.isupper() and before is not None and before.group(1) not in _single_heads()


@lru_cache(maxsize=1)
def _of_level() -> frozenset[str]:
    """The second words of bodies that are named for their level, of two levels at least: "tỉnh | đoàn", and so "phường | đoàn"."""
    levels = {word for level in words("level") for word in level.split()}
    pairs = (word.split() for word in words("bearer") if word.count(" ") == 1)
    named = Counter(second for first, second in pairs if first in levels)
    return frozenset(second for second, times in named.items() if times > 1)


@lru_cache(maxsize=1)
def _heads_on_rank() -> frozenset[str]:
    """Heads of names whose last word is a rank elsewhere, while those before it name no body: "hợp tác | xã"."""
    heads, ranks = frozenset(words("bearer")), _places()[0]
    parted = ((head, *head.rpartition(" ")[::2]) for head in heads if head.count(" ") == 2)
    return frozenset(head for head, before, last in parted if last in ranks and before not in heads and before.split()[0] not in heads)


def _capital_later(found: list[re.Match[str]], number: int) -> bool:
    """True where a word with a capital follows behind words without."""
    return any(word.group()[0].isupper() for word in found[number + 2 : number + 2 + _OWN_NAME])


_OWN_NAME = 6
"""Words after a head in which its own name begins: "Hợp tác xã | dịch vụ Đò Ngang"."""


@lru_cache(maxsize=1)
def _of_whom() -> re.Pattern[str]:
    return pattern(rf"(?:{alternatives(words('rank-of'))})(?!\w)")


@lru_cache(maxsize=1)
def _organ() -> re.Pattern[str]:
    """A name that ends with the word for what leads an organisation: "Ban Chấp hành"."""
    return pattern(rf"(?<!\w)(?:{alternatives(words('organ'))})$")


@lru_cache(maxsize=1)
def _with_organs() -> re.Pattern[str]:
    """Organisations that choose their organs at a congress of their own."""
    return pattern(rf"(?:{alternatives(words('own-meeting'))})(?!\w)")


@lru_cache(maxsize=1)
def _below() -> re.Pattern[str]:
    return pattern(rf" (?:{alternatives(words('lowest-body'))})(?!\w)")


def _piece_end(key: str, start: int, end: int) -> int:
    """Where the part of a list that is at ``start`` ends: at a comma, but for one inside a name ("Sở Văn hóa, Thể thao và Du lịch")."""
    at = start
    while (comma := _COMMA.search(key, at, end)) is not None:
        if not key[comma.end() : comma.end() + 1].isupper() or _bodies().match(lower_key(key[comma.end() : comma.end() + 40])):
            return comma.start()
        at = comma.end()
    return end


def _goes_on_listing(key: str, low: str, stop: int) -> bool:
    """True where "và" or "cùng" follows with one more body after it."""
    found = _AND.match(low, stop)
    return found is not None and (key[found.end() : found.end() + 1].isupper() or _more().match(low, found.end()) is not None)


@lru_cache(maxsize=1)
def _bodies() -> re.Pattern[str]:
    return pattern(rf"(?:{alternatives([*words('body'), *words('body-in-text'), *words('bearer')])})(?!\w)")


@lru_cache(maxsize=1)
def _more() -> re.Pattern[str]:
    return pattern(rf"(?:{alternatives([*words('plural'), *words('listed-alone')])})(?!\w)")


def _twice_capital(key: str, low: str, found: list[re.Match[str]], number: int) -> bool:
    """True where two words with capitals end a name that is no head ("Công Thương", "Sông Mơ", "UBND"): no second syllable can follow."""
    word = found[number].group()
    if len(word) > 1 and word.isupper():
        return True
    if number < 2 or not word[0].isupper() or not found[number - 1].group()[0].isupper():
        return False
    before = low[found[number - 1].start() : found[number - 1].end()]
    return key[found[number - 1].end() : found[number].start()] == " " and before not in _single_heads()


@lru_cache(maxsize=1)
def _single_heads() -> frozenset[str]:
    return frozenset(word.rpartition(" ")[2] for name in ("body", "body-in-text", "bearer") for word in words(name))
