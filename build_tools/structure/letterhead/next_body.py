"""What tells that a line in capitals names another body than the line above it: how the two names begin, end and repeat each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from build_tools.lexicon.letterhead import BODY, NAME_GOES_ON, PLACED, UNION, of_union, stands_below
from build_tools.lexicon.pieces import alternatives
from build_tools.lexicon.types import type_words
from build_tools.lexicon.words import any_word

_LEVEL = any_word("level", case="capitals")
_ASKS_MORE = re.compile(rf"(?<!\w){any_word('linking', case='capitals')}$|[,–-]$")
"""A name cannot end so."""
_ORGAN = re.compile(rf"(?<!\w){any_word('organ', case='capitals')}$")
_UNION = "ĐOÀN "
_KIND_OF_LEVEL = re.compile(rf"(?P<kind>[^\W\d_]+) {_LEVEL} ")
"""A kind of body that is one word, right before its level ("THUẾ TỈNH …")."""
_FIGURE = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)+ \d{1,3}$")
_OTHER_FIGURE = re.compile(rf"(?<!\w){any_word('asks-number', case='capitals')} \d+$")
"""The number of a paper, a day or a year."""
_SHORT_NUMBER = re.compile(rf"(?<!\w)(?:{alternatives([word.upper() for word in type_words('bare-number')])}) \d+$")
"""A document by its short number ("TỔNG KẾT NGHỊ QUYẾT 18")."""


def tells_paper(line: str) -> bool:
    """True for a line that ends with a document's short number: what a body of its own is made for, no body's name."""
    return _SHORT_NUMBER.search(line) is not None


def _counted(line: str) -> bool:
    """True for a name that ends with its figure ("QUÂN KHU 11", "TRUNG ĐOÀN 812")."""
    return _FIGURE.match(line) is not None and _OTHER_FIGURE.search(line) is None and not tells_paper(line)


def is_whole(line: str, place: str = "") -> bool:
    """True for a name that has come to its end, a kind of body at its beginning: with its level and place, with its figure, or with
    ``place``, where the document was issued, in capitals ("BỆNH VIỆN SÔNG MƠ")."""
    if NAME_GOES_ON.match(line):
        return False
    return PLACED.match(line) is not None or _counted(line) or _ends_at(line, place)


def _ends_at(line: str, place: str) -> bool:
    return bool(place) and line.endswith(f" {place}") and line.count(" ") > place.count(" ") + 2


def names_another(body: str, line: str, place: str = "") -> bool:
    """True where ``line`` names another body than ``body`` above it, which has come to its end, or of which it says words again.

    ``place``: where the document was issued, in capitals.
    """
    if " " not in line or line == place or f" {line} " in f" {body} ":
        return False
    if NAME_GOES_ON.match(line) or _ASKS_MORE.search(body):
        return False
    if line.count(" ") < 2:
        return _ends_at(body, place)
    if says_again(body, line) or (of_union(line) and (UNION.fullmatch(body) or _names_its_organ(body, line))):
        return True
    return _counted(body) or _ends_at(body, place) or stands_below(body, line)


def _names_its_organ(body: str, line: str) -> bool:
    """True for a branch of the union that begins with its organ ("BCH ĐOÀN PHƯỜNG …") below a body of another name."""
    return BODY.match(body) is not None and not line.startswith(_UNION) and not _ORGAN.search(body)


def says_again(body: str, line: str) -> bool:
    """True where two names share what no single name says twice: two words in a row ("CÔNG AN TỈNH …", "CÔNG AN XÃ …"; "HẠT KIỂM LÂM …",
    "TRẠM KIỂM LÂM …"), or the one word for their kind ("CỤC THUẾ", "THUẾ TỈNH …")."""
    if not set(_pairs(body)).isdisjoint(_pairs(line)):
        return True
    return _is_kind_of(body, line) or _is_kind_of(line, body)


def _pairs(name: str) -> Iterator[tuple[str, str]]:
    return pairwise(name.split(" "))


def _is_kind_of(name: str, other: str) -> bool:
    """True where the one word for what ``name`` is stands at an end of ``other`` too."""
    kind = _KIND_OF_LEVEL.match(name)
    words = other.split(" ")
    return kind is not None and kind["kind"] in (words[0], words[-1])
