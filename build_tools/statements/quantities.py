"""Numbers that count or measure something: "5.208 lượt người", "98,05%", "47,5 nghìn tỷ đồng", "18/20 chi bộ".

What is no quantity: ordinals ("Tổ 5", "lần thứ 3"), lengths of time ("01 năm"), numbers inside names, list numbers, times of day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.types import types_of
from build_tools.lexicon.words import any_word, word_set, words
from build_tools.model.span import Span
from build_tools.statements.verbs import is_duty
from build_tools.vietnamese.numerals import parse_number

NUMBER = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
ONE = re.compile(rf"(?P<number>{NUMBER})(?![\w/°:]|[.,]\d|-\w|\s?/\s?\d)")
RATIO = re.compile(
    rf"(?P<number>{NUMBER})(?P<scale>\s?%|(?:\s[^\W\d_]{{2,6}}){{1,3}})?\s?/\s?(?P<of>{NUMBER})(?(scale)(?=(?P=scale)(?!\w))|(?![\w/:]|[.,]\d|-\w))"
)
"""Two numbers of one kind, the second one what there is in all, or what was to be reached: "18/20", "83,2%/50%", "6 triệu/8 triệu"."""
RANGE = re.compile(r"\s?[-–]\s?|\sđến\s")
"""Between the two ends of a range."""
UPPER = re.compile(rf"(?:{RANGE.pattern})(?P<number>{NUMBER})(?![\w/°:]|[.,]\d|-\w|\s?/\s?\d)")
SHARES = ("%", "‰")
PERCENT = re.compile(rf"\s?[{''.join(SHARES)}]")
_OF_PLAN = rf" (?!{any_word('linking')}(?!\w))[^\W\d_]+ \d+(?:\.\d{{3}})*(?:[,;)]|\.?$|\. )"
"""Behind a stroke, the rest of a word of two syllables and the figure that ends there: what was planned ("/chỉ tiêu 33"), no unit."""
FOLLOWING = re.compile(rf"(?: [^\W\d_]+[²³23]?(?:/[^\W\d_]+(?!\w|{_OF_PLAN})){{0,2}}){{1,4}}")
PRECEDING = re.compile(r"([^\W\d_]+)[\s><~≈]*$")
ITEM_END = re.compile(r"\s?(?:[;.,)]?\s*$|[;.,)](?!\d))", re.MULTILINE)
SHARE_BEHIND = re.compile(rf"\s\((?:[^\W\d_]+\s){{0,3}}(?P<share>{NUMBER})\s?%")
"""The share that two numbers are, behind them in brackets."""
MEASURES = ("đo lường", "tiền", "lần, phần trăm", "điện, mạng")
"""Groups of units that measure, as thousands and millions alone do; the others are things that are counted."""
REACHES = (" là", " đạt", " lên", " xuống")
"""Between that name and the number: what it is, or where a change brought it ("nâng tổng số hội viên lên 1.242")."""
NAMED_UNIT = re.compile(r" ([^\W\d_]{2,6})(?![^\W\d_])")
ABBREVIATED = re.compile(r" (?P<unit>[^\W\d_a-zà-ỹ]{2,6})(?![\w/-])")
"""What is counted, by its letters: "324 TTHC"."""
IN_LIST = re.compile(r"\d[^.;:()\d\n]{2,60}(?:[,;]|\s&)\s$")
"""Before one more number of a list of counts: "506 sản phẩm, | 16 ý tưởng"."""
OPENED_AFTER = re.compile(r"\d[\d.,]{0,20}\s?\([^()\n]{0,120}$")
"""Before a number in the brackets that open right after another, whose parts or earlier value they name."""
HUNG = re.compile(r"[\w.,/+–-]$|[(\[]$")
"""A character after which a number is part of something else, or may be a list number in parentheses."""


@lru_cache(maxsize=1)
def _count_name() -> re.Pattern[str]:
    """A name that says that what follows is a count."""
    opening = any_word("names-total", "names-count", "opens-named-count")
    return re.compile(rf"(?:^|[-+*•;.,(\n]\s?){opening}\s(?!{any_word('no-count-name')})[^:;\n]{{2,70}}:\s?$")


@lru_cache(maxsize=1)
def _total_name() -> re.Pattern[str]:
    """A name that says so, with a verb between it and the number: "Tổng số sổ bến đã cấp là 17.175"."""
    return re.compile(rf"{any_word('names-total')}\s[^:;\n.]{{2,80}}$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit. ``of`` is the second number of a ratio ("18/20"); ``after`` is where the unit ends."""

    span: Span
    value: str
    unit: str
    """Empty for a bare number after a name that says what is counted ("Tổng số đơn: 15.")."""
    after: int
    of: Span | None = None
    of_value: str | None = None
    upper: Span | None = None
    """The upper end of a range, of which ``span`` is the lower one ("2 - 5 tỷ đồng")."""
    upper_value: str | None = None

    @property
    def exceeds(self) -> bool:
        """True of a ratio whose first number is the greater: the second is no whole, but what was planned or what there was before."""
        return self.of_value is not None and float(self.value) > float(self.of_value)


def value_of(printed: str) -> str | None:
    """The decimal string of a printed number; zeros in front do not count ("06" → "6")."""
    value = parse_number(printed)
    if value is None:
        return None
    whole, dot, rest = value.partition(".")
    return (whole.lstrip("0") or "0") + dot + rest


def quantity_at(text: str, at: int) -> Quantity | None:
    """The quantity whose first digit stands at ``at``."""
    before = text[max(0, at - 24) : at].rpartition("\n")[2].rpartition("\t")[2]
    opened = before.endswith("(")
    if before and not opened and HUNG.search(before):
        return None
    found = RATIO.match(text, at) or ONE.match(text, at)
    if not found:
        return None
    named = ":" in before[-3:]
    unit, after = unit_at(text, found.end())
    upper = UPPER.match(text, found.end()) if unit is None else None
    if upper:
        unit, after = unit_at(text, upper.end())
    if unit is None:
        if _is_named_count(text, at, found, named):
            return _plain(found, "", found.end()) if found.re is ONE else None
        if found.re is RATIO and (shared := _with_share(text, at, found)):
            return shared
        unit, after = _unit_in_name(text, at, found.end()) if named else (None, after)
    if unit is None or (opened and unit != "%" and text[found.end() : found.end() + 1] == ")"):
        return None
    if upper:
        return _range(found, upper, unit, after)
    if not _counts_things(text, at, found["number"], unit, named):
        return None
    return _plain(found, unit, after) if found.re is ONE else _ratio(text, found, unit, after)


def _unit_in_name(text: str, at: int, end: int) -> tuple[str | None, int]:
    """A word behind the number, where the name before it has that word: "Tổng số DC trên toàn quốc: 41 DC"."""
    called = NAMED_UNIT.match(text, end)
    return (called[1], called.end()) if called and called[1] in text[max(0, at - 90) : at].split() else (None, end)


def _plain(found: re.Match[str], unit: str, after: int) -> Quantity | None:
    value = value_of(found["number"])
    return None if value is None else Quantity(Span(*found.span("number")), value, unit, after)


def _range(found: re.Match[str], upper: re.Match[str], unit: str, after: int) -> Quantity | None:
    """A number up to another, which must be the greater."""
    value, higher = value_of(found["number"]), value_of(upper["number"])
    if value is None or higher is None or float(value) >= float(higher):
        return None
    return Quantity(Span(*found.span("number")), value, unit, after, upper=Span(*upper.span("number")), upper_value=higher)


def _ratio(text: str, found: re.Match[str], unit: str, after: int) -> Quantity | None:
    """So many of so many; more than there are in all only where the second number can be what was planned."""
    value, of_value = value_of(found["number"]), value_of(found["of"])
    if value is None or of_value is None or float(of_value) == 0:
        return None
    ratio = Quantity(Span(*found.span("number")), value, unit, after, Span(*found.span("of")), of_value)
    planned = (unit == "%" or is_unit(unit)) and (float(of_value) > 12 or "%" in text[after : after + 60])
    return ratio if planned or not ratio.exceeds else None


def _with_share(text: str, at: int, found: re.Match[str]) -> Quantity | None:
    """So many of so many without a word for what they are, which the share behind them proves: "đạt chuẩn: 31/33 (93,9%)"."""
    behind = SHARE_BEHIND.match(text, found.end())
    value, of_value, share = value_of(found["number"]), value_of(found["of"]), value_of(behind["share"]) if behind else None
    if not (value and of_value and share) or float(of_value) == 0 or abs(float(value) / float(of_value) * 100 - float(share)) > 1:
        return None
    return Quantity(Span(at, found.end("number")), value, "", found.end(), Span(*found.span("of")), of_value)


def _counts_things(text: str, at: int, number: str, unit: str, named: bool) -> bool:
    """False where the word before the number makes it a name or an ordinal ("Tổ 5 gốc đa"), or an unlisted noun is not shown to be counted.

    ``named``: a colon stands before it.
    """
    before = text[max(0, at - 24) : at].rpartition("\n")[2].rpartition("\t")[2]
    preceding = PRECEDING.search(before)
    word = word_key(preceding[1]) if preceding else ""
    listed = unit == "%" or is_unit(unit)
    strict, weak = word in word_set("ordinal"), word in word_set("weak-ordinal") and "." not in number
    if strict or weak:
        two = word_key(" ".join(before.split()[-2:]).rstrip("(><~≈ "))
        if not _only_looks_ordinal(two, word, unit):
            return weak and not strict and listed and (_verb(before, word) or _ends_body(before) or two in word_set("verb"))
    counted = named or _counts(preceding[1] if preceding else "", number, unit)
    return listed or counted or IN_LIST.search(text[max(0, at - 64) : at]) is not None


def _only_looks_ordinal(two: str, word: str, unit: str) -> bool:
    """True for a last syllable of another word ("đầu tư 06 phòng"), and before money or a share, unless the two words are a document's."""
    if two in word_set("no-ordinal") or types_of(()).named(two):
        return two in word_set("no-ordinal")
    return _is_amount(unit) or (word == "số" and not word_set("scale").isdisjoint(word_key(unit).split()))


def _is_amount(unit: str) -> bool:
    """True for money and shares, which no ordinal counts."""
    return unit == "%" or word_key(unit.partition("/")[0]).endswith(("đồng", "usd"))


def _is_named_count(text: str, at: int, found: re.Match[str], named: bool) -> bool:
    """True for a bare number after a name that says that it is a count: "Tổng số đơn: 15.", "Tổng số sổ bến đã cấp là 17.175"."""
    before = text[max(0, at - 130) : at]
    if named:
        return ITEM_END.match(text, found.end()) is not None and (
            _count_name().search(before[-90:]) is not None or OPENED_AFTER.search(before) is not None
        )
    ends = "." in found["number"] or text[found.end() : found.end() + 2] == " ("
    return ends and before.rstrip().endswith(REACHES) and _total_name().search(before[-90:]) is not None


def without_scale(unit: str) -> str:
    """A unit without the word of number before it: "kWh" of "triệu kWh"."""
    first, _, rest = unit.partition(" ")
    return rest if rest and word_key(first) in word_set("scale") else unit


@lru_cache(maxsize=1024)
def is_measure(unit: str) -> bool:
    """True for a unit of measure, money or share; other units are what is counted."""
    counted = unit.partition("/")[0]
    return unit[:1] in SHARES or word_key(counted) in _measures() or word_key(without_scale(counted)) in _measures()


@lru_cache(maxsize=1)
def _measures() -> frozenset[str]:
    return frozenset(word_key(word) for group in MEASURES for word in words("unit", group)) | word_set("scale")


def is_unit(phrase: str) -> bool:
    """True for a unit of the lexicon, thousands of one ("triệu kWh"), and for so many of one in each of something: "tỷ đồng/xã"."""
    counted, each = phrase.partition("/")[0], phrase.rpartition("/")[2]
    if each != phrase and " " in each and not each[0].isupper():
        return False
    return word_key(counted) in word_set("unit") or word_key(without_scale(counted)) in word_set("unit")


def unit_at(text: str, at: int) -> tuple[str | None, int]:
    """The unit that begins at ``at`` and where it ends; an unlisted noun gives at most its first two words."""
    percent = PERCENT.match(text, at)
    if percent:
        return percent.group().strip(), percent.end()
    following = FOLLOWING.match(text, at)
    if not following:
        return None, at
    parts = following.group().split(" ")[1:]
    if not parts:
        return None, at
    for count in range(len(parts), 0, -1):
        phrase = " ".join(parts[:count])
        if count == 1 and phrase.istitle() and len(parts) > 1 and parts[1].istitle() and word_key(phrase) not in word_set("bearer"):
            break  # the name of a place: "khu vực 3 Bình An"
        if is_unit(phrase):
            symbol = any(map(str.isupper, phrase[1:])) or (phrase.isascii() and phrase.endswith("bps"))
            return (phrase if symbol else phrase.lower()), at + 1 + len(phrase)
    if abbreviated := ABBREVIATED.match(text, at):
        return abbreviated["unit"], abbreviated.end()
    if word_key(parts[0]) in word_set("not-counted") or not parts[0].islower():
        return None, at
    if len(parts) > 2 and parts[2] == "viên":
        return " ".join(parts[:3]), at + 1 + len(" ".join(parts[:3]))  # "hòa giải viên": who does it
    phrase = (
        " ".join(parts[:2])
        if len(parts) > 1 and parts[1].islower() and word_key(parts[1]) not in word_set("not-counted") | word_set("tells-kind")
        else parts[0]
    )
    return phrase, at + 1 + len(phrase)


def _counts(before: str, number: str, unit: str) -> bool:
    """True when an unlisted noun after the number is what it counts: "trồng 1.200 gốc chè", "lắp 25 mắt đèn"."""
    if "." in number or number[0] == "0" or word_key(before) in word_set("counting") | word_set("changes"):
        return True
    return len(number) > 1 and before.islower() and not is_duty(word_key(unit).split(" "))


def _ends_body(before: str) -> bool:
    """The second syllable of a body's name is no ordinal: "trình Quốc hội 13 dự án"."""
    name = before.split()[-2:]
    return len(name) == 2 and name[0][0].isupper() and word_key(" ".join(name)) in word_set("bearer")


def _verb(before: str, word: str) -> bool:
    """ "đã cấp 12 giấy phép": after a word of past or purpose, a noun-like word is a verb."""
    return bool(re.search(rf"(?:\b(?:đã|được|và|để)\s|[,:;]\s){re.escape(word)}\s$", word_key(before)))
