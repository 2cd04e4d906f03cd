"""Whether words in running text can begin the name of a body that work is given to."""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.words import word_set

WORD = re.compile(r"[^\s,;.:()“”\"]+")
BREAK = re.compile(r"[.;:\n\t(“]")
"""No name of a body goes over it."""
LEVEL = "cấp"
"""Before a rank it is part of a name, and elsewhere a verb: "Công an | cấp tỉnh", "Công an xã | cấp tài khoản"."""
VERBS = frozenset({"thanh", "kiểm", "lãnh", "báo", "nhóm"})
"""First syllables of heads that are verbs too ("Thanh tra", "Kiểm toán", "Lãnh đạo", "Báo")."""


def begins_body(text: str, start: int, end: int, low: bool = False) -> bool:
    """True when the words at ``start`` can begin the name of a body; ``low``: also in lower case."""
    first = WORD.match(text, start, min(end, start + 48))
    if first is None or word_key(first.group()) not in _may_begin():
        return False
    head = WORD.findall(text, start, min(end, start + 48))[:5]
    keys = [word_key(word) for word in head]
    plural = plural_words(keys)
    head, keys = head[plural:], keys[plural:]
    if not keys or not (plural or head[0][0].isupper() or low):
        return False
    known = _known()
    if not plural and keys[0] == LEVEL and len(keys) > 1 and not _is_level(head[1], keys):
        return False  # "Cấp Giấy chứng nhận …"
    if not plural and not _is_noun(text, start, head, keys):
        return False
    if " ".join(keys[:3]) in word_set("not-bearer"):
        return False
    return (
        keys[0] in known
        or (len(keys) > 1 and f"{keys[0]} {keys[1]}" in known)
        or (len(keys) > 2 and f"{keys[0]} {keys[1]} {keys[2]}" in known)
        or (len(keys) > 3 and " ".join(keys[:4]) in known)
    )


def _is_level(second: str, keys: list[str]) -> bool:
    """True for a level ("cấp tỉnh", "cấp ủy", "cấp trên", "cấp có thẩm quyền"), where the same word is no verb or title."""
    levels = {word.partition(" ")[0] for word in word_set("level")}
    known = f"{keys[0]} {keys[1]}" in word_set("bearer") | word_set("compound")
    return second[0].islower() and (known or keys[1] in levels | word_set("no-act"))


@lru_cache(maxsize=1)
def _may_begin() -> frozenset[str]:
    """The first words of all that can begin the name of a body: most words are none of them."""
    return frozenset(word.partition(" ")[0] for word in _known() | word_set("plural"))


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    """What can begin the name of a body that work is given to; a committee that is known in running text is known here as well."""
    return word_set("bearer") | {word for word in word_set("body-in-text") if word.endswith(" ủy")}


def _is_noun(text: str, start: int, head: list[str], keys: list[str]) -> bool:
    """False for beginnings that are verbs or other nouns: "Tổ chức …", "Thanh tra, kiểm tra …", "Trường hợp …"."""
    if keys[0] not in VERBS:
        return len(keys) < 2 or f"{keys[0]} {keys[1]}" not in word_set("not-bearer")
    two = f"{keys[0]} {keys[1]}" in word_set("bearer") if len(keys) > 1 else False
    if two and len(keys) > 2 and text[start : start + len(head[0]) + len(head[1]) + 2].count(",") == 0:
        return head[2][0].isupper() or keys[2] in word_set("plural") or keys[2] in word_set("bearer")
    if len(head) > 2 and keys[1] == "và" and head[2][0].isupper():  # "Báo và Đài Truyền hình …"
        return True
    if (
        len(keys) < 2
        or f"{keys[0]} {keys[1]}" in word_set("not-bearer")
        or keys[1] in word_set("verb")
        or text[start + len(head[0])] == ","
    ):
        return False
    return head[1][0].isupper() or keys[1] in word_set("plural") or keys[1] in word_set("bearer")


def begins_general(text: str, start: int, end: int) -> bool:
    """True for a general word for a body, which what it does may name ("Cơ sở khám bệnh")."""
    head = WORD.findall(text, start, min(end, start + 24))[:2]
    return bool(head) and head[0][0].isupper() and bool({word_key(" ".join(head[:count])) for count in (1, 2)} & word_set("general"))


def plural_words(keys: list[str]) -> int:
    """How many of the words (as keys) with which a name begins say that it is one of many: "các" one, "tất cả" two, else none."""
    return next((count for count in (1, 2) if " ".join(keys[:count]) in word_set("plural")), 0)


def begins_plural(text: str, at: int) -> bool:
    """True where the word at ``at`` says that many are named: "các", "mọi"."""
    first = WORD.match(text, at)
    return first is not None and word_key(first.group()) in word_set("plural")
