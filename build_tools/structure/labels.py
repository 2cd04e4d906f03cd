"""What a paragraph's first characters number it as: phần, chương, mục, điều, khoản, điểm, A, I, 1, a, (1), - and +.

Sources of the shapes: Nghị định 30/2020/NĐ-CP (Phụ lục I), Luật Ban hành văn bản quy phạm pháp luật, Hướng dẫn 36-HD/VPTW.
"""

from __future__ import annotations

import re
from dataclasses import replace

from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.pieces import FOOTNOTE_MARK, RAISED
from build_tools.lexicon.words import any_word
from build_tools.model.document import NodeKind
from build_tools.model.values import Value
from build_tools.vietnamese.numerals import WORDS, parse_ordinal, parse_roman

_MARK = f"{FOOTNOTE_MARK}?"
"""A footnote's mark glued to the label: "1.[3] …", "Điều 5.² …"."""

_ORDINALS = "|".join(sorted(WORDS, key=len, reverse=True))
_WORD = re.compile(
    rf"(?P<name>{any_word('division', 'article')}) "
    rf"(?:(?:thứ|THỨ) (?P<ordinal>(?i:{_ORDINALS})(?!\w))|"
    r"(?P<value>\d{1,4}(?:\.[\dA-ZĐ]{1,4}){0,4}[a-zđ]?|[IVXLC]{1,7}|[A-HĐ](?![\w])))"
    rf"(?P<close> ?[.:)\-–] ?{_MARK}(?:(?<=[.:)])\d{{1,2}}(?=\s))?|(?={_MARK}$)|(?=\[|⁽)|(?= [{CAPITALS}]{{2}})"
    r"|(?<!\.\d)(?<!\.\d\d)(?= \(được\s)|(?<=[IVXLC])\d{1,2}(?=\s\(được\s))"
)
_CODE = re.compile(rf"[IVXLC]{{1,7}}\.\d{{2}}\.\d{{2}}|\d{{1,3}}-[{CAPITALS}]{{2,}}[{CAPITALS}-]*/")
"""A code that only begins like a number: of a rank ("V.09.02.04"), of a form ("03-TĐV/BBB")."""
_ROMAN = re.compile(rf"(?P<value>[IVXLC]{{1,7}})(?P<close> ?[-–.)] ?{_MARK}|/ )\s*(?=\S)")
_LETTER = re.compile(rf"(?P<value>[A-HĐ])(?P<close> ?[-–.)] ?|/ )(?=[{CAPITALS}“\"(\d])")
_DECIMAL = re.compile(rf"(?P<value>\d{{1,3}}(?:\.\d{{1,2}}){{1,4}})(?P<close>\. ?[-–]? ?|[)] ?| ?[-–] | (?=[{CAPITALS}“\"(]))(?=\S)(?!\d)")
_DIGIT = re.compile(
    rf"(?P<value>\d{{1,3}})(?P<extra>[a-zđ](?=\. ))?(?P<close> ?[.)]{_MARK} ?|/ |\s?[-–] ?(?={_MARK} ?[{CAPITALS}“\"(]){_MARK} ?)(?=\S)"
)
_POINT = re.compile(r"(?P<value>[a-zđ])(?P<extra>\d{0,2})(?P<close> ?\) ?|/ | ?[.-] (?=[" + CAPITALS + '“"(]))(?=\\S)')
_PAREN = re.compile(r"\((?P<value>\d{1,2}|[ivx]{1,5}|[a-zđ])\) ?(?=\S)")
_BULLET = re.compile(r"(?P<value>[-–—+*•●▪])\s*(?=\S)")

_KINDS: dict[str, tuple[NodeKind, float]] = {
    "phần": ("part", 0),
    "chương": ("chapter", 1),
    "mục": ("section", 2),
    "tiểu mục": ("section", 3),
    "điều": ("article", 5),
}
LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The order of points in a clause (Vietnamese alphabet; ``f``, ``j``, ``w``, ``z`` do not occur there)."""
_LATIN = "abcdefghijklmnopqrstuvwxyz"


class Label(Value, frozen=True, gc=False):
    """A paragraph's own number.

    ``text`` is as written without closing punctuation; ``style`` tells one row of numbers from another ("1." from "1)"); ``rank``
    orders kinds from the outside in; ``value`` is the place in its row, ``path`` all numbers of "2.1.3"; ``rest`` is where the
    text after the label begins; ``mark`` a footnote's mark glued to it, as (start, end).
    """

    kind: NodeKind
    text: str
    style: str
    rank: float
    value: int
    rest: int
    path: tuple[int, ...] = ()
    mark: tuple[int, int] | None = None
    decimal_open: bool = False
    """A decimal label without closing punctuation ("1.3 Việc"): its last number may be a footnote's mark."""


def read_label(text: str) -> Label | None:
    """The label at the start of a paragraph; None when it has none."""
    first = text[:1]
    if not first or _CODE.match(text):
        return None
    if first in "PCTMĐ" and text[1:2].isalpha():
        return _word(text)
    if first.isdigit():
        return _number(text)
    if first in "IVXLC" and (match := _ROMAN.match(text)):
        value = parse_roman(match["value"])
        if value is not None:
            return _made("item", match, f"I{match['close'].strip()[:1]}", 4, value)
    if first == "(":
        return _paren(text)
    if first in "-–—+*•●▪":
        return _bullet(text)
    if first in "ABCDEFGHĐ" and (match := _LETTER.match(text)):
        return _made("item", match, f"A{match['close'].strip()[:1]}", 3.5, "ABCDĐEGH".find(first) + 1 if first != "F" else 6)
    if first in _LATIN or first == "đ":
        return _point(text)
    return None


def as_letter(label: Label) -> Label | None:
    """ "I." read as the capital letter after "H." and not as a Roman number; None when it cannot be one."""
    if label.style[0] != "I" or label.text != "I":
        return None
    return Label("item", label.text, "A" + label.style[1:], 3.5, "ABCDĐEGHI".find(label.text) + 1, label.rest)


def split_mark(label: Label) -> Label:
    """ "1.3 Việc …" read as clause 1 with the mark of footnote 3 glued to it."""
    number, mark = label.text.split(".")
    place = (len(number) + 1, len(label.text))
    return Label("clause", number, "1.", 6, int(number), label.rest, (int(number),), place if mark else None)


def _made(kind: NodeKind, match: re.Match[str], style: str, rank: float, value: int, path: tuple[int, ...] = ()) -> Label:
    close = match["close"]
    low = match.start("close") + len(close) - len(close.lstrip(" .)-–/:"))
    digits = text_mark(close)
    mark = (low, low + len(digits)) if digits else None
    return Label(kind, match["value"], style, rank, value, match.end(), path, mark)


def text_mark(close: str) -> str:
    """The footnote mark inside a label's closing characters, "" when there is none."""
    return close.strip(" .)-–/:") if any(letter.isdigit() or letter in RAISED for letter in close) else ""


def _word(text: str) -> Label | None:
    match = _WORD.match(text)
    if match is None:
        return None
    kind, rank = _KINDS[match["name"].lower()]
    if match["ordinal"]:
        value = parse_ordinal(match["ordinal"]) or 1
    elif match["value"][0].isdigit():
        value = int(re.match(r"\d+", match["value"]).group())  # type: ignore[union-attr]  # it begins with a digit
    else:
        value = parse_roman(match["value"]) or "ABCDĐEGH".find(match["value"]) + 1
    if kind == "article" and not match["close"].strip(" -–") and text[match.end() :].strip():
        return None
    close = match["close"]
    digits = text_mark(close)
    low = match.start("close") + len(close) - len(close.lstrip(" .)-–:"))
    mark = (low, low + len(digits)) if digits else None
    return Label(kind, text[: match.start("close")], kind + str(rank), rank, value, match.end(), (), mark)


def _number(text: str) -> Label | None:
    if match := _DECIMAL.match(text):
        path = tuple(int(part) for part in match["value"].split("."))
        return Label(
            "clause", match["value"], f"1.1{len(path)}", 6 + len(path) / 10, path[-1], match.end(), path, None, not match["close"].strip()
        )
    if (match := _DIGIT.match(text)) and int(match["value"]) > 0:
        close = match["close"].strip()[:1]
        value = int(match["value"])
        if close in ".)" and not match["close"].endswith(" ") and text[match.end() : match.end() + 1].isdigit():
            return None
        made = _made("clause", match, "1" + close, 6, value, (value,))
        return replace(made, text=made.text + match["extra"], path=()) if match["extra"] else made  # "1a.", put in after "1."
    return None


def _paren(text: str) -> Label | None:
    match = _PAREN.match(text)
    if match is None:
        return None
    value = match["value"]
    if value.isdigit():
        return Label("item", f"({value})", "(1)", 8, int(value), match.end())
    if value in {"i", "v", "x"} or len(value) > 1:
        return Label("item", f"({value})", "(i)", 8.5, parse_roman(value.upper()) or 1, match.end())
    return Label("item", f"({value})", "(a)", 8.2, LETTERS.find(value) + 1, match.end())


def _bullet(text: str) -> Label | None:
    match = _BULLET.match(text)
    if match is None or text[1:2] in "-–—*+" or (text[0] in "-+" and text[1:2].isdigit()):
        return None
    sign = text[0]
    return Label("item", sign, "-" if sign in "-–—•●▪*" else "+", 9 if sign != "+" else 10, 0, match.end())


def _point(text: str) -> Label | None:
    match = _POINT.match(text)
    if match is None:
        return None
    letter = match["value"]
    order = LETTERS.find(letter) if letter in LETTERS else _LATIN.find(letter)
    return Label("point", letter + match["extra"], "a" + match["close"].strip()[:1], 7, order + 1, match.end())
