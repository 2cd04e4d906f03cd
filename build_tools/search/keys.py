"""Text to search terms. ``assets/normaliser.js`` does the same to a query: what changes here changes there; a shared table proves it.

A term is a string of one of four kinds:

* a word: its exact key ("đảng", "khóa"); a Roman number where one is meant is its value ("khóa XIII" → "khóa", "13");
* a plain number: "5.208" → "5208", "01" → "1", "98,05" → "98,05";
* a date: ``@20210518`` or ``@202105`` for a month, however written;
* a number and symbol of a document: digits ``|`` letters, "01-KL/TW" → "1|kltw", "123/2026/NĐ-CP" → "123.2026|ndcp".
"""

from __future__ import annotations

import re

from build_tools.lexicon.keys import exact_word, strip_marks, tidy
from build_tools.lexicon.letters import CAPITALS

LETTER = "A-Za-zÀ-ÖØ-öø-ʯḀ-ỿ"
WORD = re.compile(f"[{LETTER}]+")
_SYMBOL = f"[{CAPITALS}][{LETTER}0-9]*"
_FIGURES = re.compile("[0-9]")
_SPECIAL = re.compile(
    # a document number: digits, perhaps a year, then capitals joined by - or / (blanks beside them do occur)
    rf"(?P<digits>[0-9]+(?:\.[0-9]+)*)(?:\s?/\s?(?P<year>[0-9]{{4}}))?(?P<symbol>(?:\s?[-/]{{1,2}}\s?{_SYMBOL})+)"
    # a date in figures
    r"|(?P<day>[0-9]{1,2})(?P<sep>[./-])(?P<month>[0-9]{1,2})(?P=sep)(?P<of>[0-9]{4})(?![0-9])"
    r"|(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])"
    r"|(?P<month2>[0-9]{1,2})[./-](?P<of2>(?:19|20)[0-9]{2})(?![0-9/.-]?[0-9])(?![/-]?[A-Za-zĐđ])"
    r"|(?P<plain>[0-9]+(?:[.,][0-9]+)*)"
)
_PIECE = re.compile(f"[{LETTER}]+|[0-9]+(?:[.,][0-9]+)*")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")

_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10}
_ROMAN = re.compile(r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})")
AMBIGUOUS_ROMAN = frozenset({"i", "v", "x", "vi", "xi", "xv", "xx"})
"""Roman numbers that are also syllables or letters: read as numbers only after one of ``ROMAN_AFTER``."""
ROMAN_AFTER = frozenset(["khoa", "hoi", "thu", "chuong", "phan", "muc", "qui", "ki", "luc", "nhom", "loai", "hang"])
"""Folded words after which a Roman number is meant: khóa, đại hội, lần thứ, chương, phần, mục, quý, kỳ, phụ lục, nhóm, loại, hạng."""


def roman(word: str) -> int | None:
    """Value of a Roman number from 1 to 39 in lower case, None for anything else."""
    if not _ROMAN.fullmatch(word):
        return None
    values = [_ROMAN_DIGITS[letter] for letter in word]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))


class _WordKeys(dict[str, str]):
    """Exact key of each word met, computed once."""

    def __missing__(self, word: str) -> str:
        key = self[word] = exact_word(word)
        return key


_KEYS = _WordKeys()
_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_ROMANS = {word: str(roman(word)) for word in (tens + ones for tens in ("", "x", "xx", "xxx") for ones in _ONES) if word}


def _words(text: str, out: list[str]) -> None:
    """Append the terms of a stretch without figures."""
    start = len(out)
    out.extend(map(_KEYS.__getitem__, WORD.findall(text)))
    if not _ROMANS.keys().isdisjoint(out[start:]):
        for index in range(start, len(out)):
            word = out[index]
            if word in _ROMANS and (word not in AMBIGUOUS_ROMAN or (index and strip_marks(out[index - 1]) in ROMAN_AFTER)):
                out[index] = _ROMANS[word]


def number_term(number: str) -> str | None:
    """The term of a document's number and symbol, however it is punctuated: "Số: 01 -KL/TW" → "1|kltw". None without a figure."""
    match = re.search("[0-9]", number)
    if not match:
        return None
    digits = re.match(r"[0-9]+(?:\.[0-9]+)*", number[match.start() :])
    assert digits is not None
    rest = number[match.start() + digits.end() :]
    year = re.match(r"\s*/\s*([0-9]{4})(?![0-9])", rest)
    if year:
        rest = rest[year.end() :]
    return _number(digits.group(), year.group(1) if year else None, rest)


def _number(digits: str, year: str | None, symbol: str) -> str:
    groups = [group.lstrip("0") or "0" for group in digits.split(".")]
    if year:
        groups.append(year)
    letters = "".join(re.findall("[a-z0-9]+", strip_marks(tidy(symbol)).lower()))
    return ".".join(groups) + "|" + letters


def date_term(year: str, month: str, day: str | None) -> str | None:
    """``@YYYYMMDD`` or ``@YYYYMM``; None when it can be no date."""
    if not 1 <= int(month) <= 12 or (day is not None and not 1 <= int(day) <= 31):
        return None
    return f"@{year}{int(month):02}" + ("" if day is None else f"{int(day):02}")


def plain_number(figures: str) -> str:
    """One form of a plain number: no grouping, comma before decimals, no leading zeros."""
    if _THOUSANDS.fullmatch(figures):
        figures = figures.replace(".", "")
    return figures.replace(".", ",").lstrip("0") or "0"


def _special(match: re.Match[str], out: list[str]) -> None:
    """Append the terms of a stretch that begins with a figure."""
    digits, year, symbol, day, _, month, of, iso, month2, of2, _ = match.groups()
    if digits:
        # "năm 2021 - UBND" is a year and a word
        if not (re.fullmatch("(?:19|20)[0-9]{2}", digits) and not year and "/" not in symbol and re.match(r"\s", symbol)):
            out.append(_number(digits, year, symbol))
            return
    else:
        term = None
        if of:
            term = date_term(of, month, day)
        elif iso:
            term = date_term(iso[:4], iso[5:7], iso[8:])
        elif of2:
            term = date_term(of2, month2, None)
        if term:
            if out and strip_marks(out[-1]) == ("ngay" if len(term) == 9 else "thang"):
                out.pop()  # "ngày 18/5/2021" is the day, as "18/5/2021" is
            out.append(term)
            return
    for piece in _PIECE.findall(match.group()):
        if piece[0].isdigit():
            out.append(plain_number(piece))
            _date_in_words(out)
        else:
            _words(piece, out)


def _date_in_words(out: list[str]) -> None:
    """Turn "(ngày) 18 tháng 5 năm 2021" at the end of ``out`` into one date."""
    if len(out) < 4 or len(out[-1]) != 4 or strip_marks(out[-2]) != "nam" or strip_marks(out[-4]) != "thang" or not out[-3].isdecimal():
        return
    day = out[-5] if len(out) > 4 and out[-5].isdecimal() else None
    term = (day and date_term(out[-1], out[-3], day)) or date_term(out[-1], out[-3], None)
    if term:
        del out[-5 if len(term) == 9 else -4 :]
        if len(term) == 9 and out and strip_marks(out[-1]) == "ngay":
            out.pop()
        out.append(term)


def terms(text: str) -> list[str]:
    """The terms of ``text`` in order. ``text`` is tidied first (see ``lexicon.keys.tidy``)."""
    text = tidy(text)
    out: list[str] = []
    at = 0
    while figure := _FIGURES.search(text, at):
        _words(text[at : figure.start()], out)
        match = _SPECIAL.match(text, figure.start())
        assert match is not None
        _special(match, out)
        at = match.end()
    _words(text[at:], out)
    return out


_BASIS, _PRIME = 0x811C9DC5, 0x01000193
_SYLLABLE = re.compile(r"(ngh|ng|nh|th|tr|ch|kh|ph|gh|gi|qu|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(ng|nh|ch|[cmnpt])?")


def is_syllable(folded: str) -> bool:
    """Can a folded word be a syllable, not initials?"""
    return bool(_SYLLABLE.fullmatch(folded))


def is_code(name: str) -> bool:
    """Is a name a code in capitals that could be read as a syllable ("TU")? Such a name is found only by who types it in capitals."""
    return name.isupper() and bool(WORD.fullmatch(name)) and is_syllable(strip_marks(name).lower())


def fingerprint(text: str) -> int:
    """FNV-1a of the code points, 32 bits, its upper half mixed into the lower."""
    return ended(_BASIS, text)


def begun(text: str) -> int:
    """What ``ended`` needs of the beginning of many texts, to take the ``fingerprint`` of each."""
    value = _BASIS
    for letter in text:
        value = ((value ^ ord(letter)) * _PRIME) & 0xFFFFFFFF
    return value


def ended(start: int, rest: str) -> int:
    """The ``fingerprint`` of a text that has ``begun`` so, and goes on with ``rest``."""
    value = start
    for letter in map(ord, rest):
        value = ((value ^ letter) * _PRIME) & 0xFFFFFFFF
    return value ^ (value >> 15)


def first_word(term: str) -> str:
    """What a folded term is filed under: its first word; the first figures of a document number."""
    return term.partition(" ")[0].lstrip("#+~^*").split("|", 1)[0].split(".", 1)[0]


def filed_under(term: str, letters: int) -> str:
    """What tells the file of a folded term: its first word and the first ``letters`` letters of its second."""
    first, second = first_word(term), term.partition(" ")[2].split(" ", 1)[0][:letters].strip("=")
    return f"{first} {second}" if second else first
