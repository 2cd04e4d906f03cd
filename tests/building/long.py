"""Invented bodies as long as real ones: words of two syllables as seldom and as often as in a language, other documents of the same
collection cited, work given to units, in articles or in numbered sections.

What a collection costs depends on it: on short texts of a few sentences again and again an index is hardly anything, and nothing is linked.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, product

from tests.layouts.maker import Case, make
from tests.layouts.outline import PART, Outline

MEAN, SPREAD = 8_500, 0.6
"""Bytes of a body, the section that ends it left out: as uneven as sizes of documents are (the spread is of their logarithm)."""
WORDS = 12_000
CITED = 0.06
"""Share of sentences that cite another document: some five in 10 KB."""
NEAR = 400
"""A document cites others that stand at most so many seeds before it."""
_ONSETS = ("b", "c", "ch", "d", "đ", "g", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "s", "t", "th", "tr", "v", "x")
_RHYMES = (
    *("an", "án", "ạn", "ang", "áng", "anh", "ành", "ao", "áo", "âm", "ậm", "ân", "ấn", "ong", "óng", "ông", "ống", "ung", "ùng", "uân"),
    *("ay", "ây", "ấy", "ăn", "ắn", "ăng", "oan", "oán", "oa", "óa", "ôi", "ơi", "ời", "ưu", "ương", "ường", "uyên", "uyển", "ích", "ược"),
)
_SMALL = (
    *("và", "của", "các", "trong", "theo", "được", "cho", "với", "về", "tại", "có", "không", "là", "từ", "đến", "những", "một", "khi"),
    *("phải", "để", "do", "trên", "bảo đảm", "thực hiện", "quy định", "tổ chức", "báo cáo", "kết quả"),
)
_GIVEN = (
    "Giao phòng chuyên môn chủ trì, phối hợp với các đơn vị {words}, hoàn thành trước ngày {day}/{month}/2032.",
    "Các xã {words}; báo cáo kết quả trước ngày {day} tháng {month} năm 2032.",
)
_CITING = (
    "Thực hiện {other}, {words}.",
    "{words} theo quy định tại {other}.",
    "Tiếp tục thực hiện {other}; {words}.",
)  # fmt: skip


def long(seed: int, first: int) -> Case:
    """The case of a seed with a long body, which cites cases from the seed ``first`` on."""
    return make(seed, lambda draw, articles: _body(draw, seed, first, articles))


def _body(draw: random.Random, seed: int, first: int, articles: bool) -> Outline:
    size = MEAN * draw.lognormvariate(-SPREAD * SPREAD / 2, SPREAD)
    lines: list[str] = []
    sections: list[str] = []
    written = number = 0
    while written < size:
        number += 1
        title = _words(draw, 4, 8).capitalize()
        label = f"Điều {number}" if articles else _roman(number)
        new = [f"{PART}{label}. {title if articles else title.upper()}"]
        sections.append(f"1 {label}")
        for clause in range(1, draw.randint(3, 7)):
            new.append(f"{clause}. {_paragraph(draw, seed, first)}")
            sections.append(f"2 {clause}")
            new += [f"{letter}) {_paragraph(draw, seed, first)}" for letter in "abc" if draw.random() < 0.25]
        written += sum(len(line.encode()) for line in new)
        lines += new
    return Outline("long", tuple(lines), tuple(sections))


def sentence(draw: random.Random) -> str:
    """A sentence that cites nothing."""
    return _words(draw, 5, 15).capitalize() + "."


def _paragraph(draw: random.Random, seed: int, first: int) -> str:
    return " ".join(_sentence(draw, seed, first) for _ in range(draw.randint(1, 2)))


def _sentence(draw: random.Random, seed: int, first: int) -> str:
    words, kind = _words(draw, 5, 15), draw.random()
    if kind < CITED and seed > first:
        found = draw.choice(_CITING).format(words=words, other=_name(draw.randrange(max(first, seed - NEAR), seed)))
    elif kind < 2 * CITED:
        found = draw.choice(_GIVEN).format(words=words, day=draw.randint(1, 28), month=draw.randint(1, 12))
    else:
        found = words + "."
    return found[0].upper() + found[1:]


@cache
def _name(seed: int) -> str:
    """How others cite a case."""
    truth = make(seed).truth
    year, *rest = (truth["date"] or "").split("-")
    dated = f" ngày {int(rest[1]):02} tháng {int(rest[0])} năm {year}" if len(rest) == 2 else ""
    return f"{truth['type']} số {truth['number']}{dated} của {truth['issuer']}" if truth["number"] else f"{truth['type']}{dated} nói trên"


def _words(draw: random.Random, least: int, most: int) -> str:
    return " ".join(_drawn(draw, draw.randint(least, most)))


def _drawn(draw: random.Random, count: int) -> Iterator[str]:
    words, weights = _vocabulary()
    for word in draw.choices(words, cum_weights=weights, k=count):
        yield word
        if draw.random() < 0.35:
            yield draw.choice(_SMALL)


@cache
def _vocabulary() -> tuple[Sequence[str], Sequence[float]]:
    """Words of two syllables, and how often each is used: the n-th word as seldom as Zipf's law says."""
    draw = random.Random("từ")
    syllables = [onset + rhyme for onset, rhyme in product(_ONSETS, _RHYMES)]
    draw.shuffle(syllables)
    common = list(accumulate(1 / (rank + 10) for rank in range(len(syllables))))
    words = dict.fromkeys(" ".join(draw.choices(syllables, cum_weights=common, k=2)) for _ in range(2 * WORDS))
    found = list(words)[:WORDS]
    return found, list(accumulate(1 / (rank + 5) for rank in range(len(found))))


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]
