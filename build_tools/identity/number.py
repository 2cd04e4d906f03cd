"""Numbers of official documents ("số, ký hiệu"): one canonical spelling, their parts, and a key for comparing them.

Shapes (facts: Nghị định 30/2020/NĐ-CP for the State; Hướng dẫn 36-HD/VPTW for the Party):
``127-QĐ/TW`` · ``30/2020/NĐ-CP`` · ``15/QĐ-UBND`` · ``18/2012/QH13`` · ``76/2025/NQ-UBTVQH15`` ·
 ``29/2025/TTLT-BTP-BCA-BQP`` · ``7169/VPCP-NC``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from build_tools.lexicon.letters import DASHES, INVISIBLE, LOOK_ALIKES, SLASHES
from build_tools.lexicon.types import type_codes as lexicon_codes
from build_tools.model.values import Value

Shape = Literal["party", "normative", "administrative", "assembly", "letter", "other"]

_LETTERS = str.maketrans(LOOK_ALIKES | dict.fromkeys(DASHES, "-") | dict.fromkeys(SLASHES, "/"))
_INVISIBLE = re.compile(f"[{INVISIBLE}]")

_LOST_STROKES = {
    "QD": "QĐ",
    "QDi": "QĐi",
    "ND": "NĐ",
    "HDND": "HĐND",
    "BLDTBXH": "BLĐTBXH",
    "BGDDT": "BGDĐT",
    "BKHDT": "BKHĐT",
}
"""Tokens written with D that exist only with Đ. HD (hướng dẫn) and DA (dự án) exist both ways and stay."""

_OLD_COUNCIL = re.compile(r"(?<![A-Za-zĐđ])HDNN(?=\d*\Z)")
"""Hội đồng Nhà nước (until 1992) with the ordinal of its National Assembly: ``21-LCT/HĐNN8``."""
_TOKEN = re.compile(r"[^-/.]+")
_NOTED = re.compile("[⁽⁾⁰¹²³⁴-⁹]+")
"""The mark of a footnote, which is no part of the number that it stands at."""
_LABEL = re.compile(r"^số\s*:?", re.IGNORECASE)


@lru_cache(maxsize=8192)
def canonical_number(text: str) -> str:
    """One spelling: NFC, no blanks, Latin letters, Đ for Eth and for a D that can only be Đ, plain hyphens and slashes.

    A genuine mistake of the document (a missing year, a hyphen for a slash) stays as it is.

    >>> canonical_number("Số 01 – KL/TW")
    '01-KL/TW'
    """
    text = _NOTED.sub("", unicodedata.normalize("NFC", text))
    text = _LABEL.sub("", _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).strip())
    text = "".join(text.translate(_LETTERS).split()).strip(".,;:()[]“”\"'")
    return _TOKEN.sub(lambda match: _LOST_STROKES.get(match[0], match[0]), _OLD_COUNCIL.sub("HĐNN", text))


class Number(Value, frozen=True, gc=False):
    """A number in its parts; ``format()`` gives back exactly the canonical text it was parsed from.

    ``serial`` as written ("01", "66.13"); ``year`` only where the number carries it; ``type_code`` None for official letters of the
    State (``7169/VPCP-NC``) and acts of the National Assembly (``18/2012/QH13``, whose ``legislature`` is 13); ``issuer_codes`` as
    written but for TƯ, which is TW, several for joint documents; ``unit`` the drafting unit of an official letter ("NC").
    """

    text: str
    serial: str
    shape: Shape
    year: int | None = None
    type_code: str | None = None
    issuer_codes: tuple[str, ...] = ()
    unit: str | None = None
    legislature: int | None = None

    def format(self) -> str:
        """The canonical number."""
        return self.text

    @property
    def issuer_code(self) -> str | None:
        """The first issuer code, without the ordinal of a legislature ("QH13" → "QH")."""
        if not self.issuer_codes:
            return None
        code = self.issuer_codes[0]
        return code.rstrip("0123456789") or code if self.legislature is not None else code

    @property
    def system(self) -> Literal["party", "state"] | None:
        """Which side of the system writes numbers in this shape; None when it cannot be told."""
        if self.shape == "party":
            return "party"
        return None if self.shape == "other" else "state"


_HEAD = re.compile(r"(?P<serial>\d{1,6}(?:\.\d{1,4})?[A-Za-zĐđ]?)(?:/(?P<year>(?:1[89]|20)\d\d))?(?P<mark>[-/])(?P<rest>\S{1,80})\Z")
_YEAR_LAST = re.compile(r"/(?P<year>(?:19|20)\d\d)\Z")
"""The year behind the symbol, as some organisations write it: "07/TTr-CĐCS/2031"."""
_LEGISLATURE = re.compile(r"(?P<body>QH|UBTVQH|HĐNN)(?P<ordinal>\d{1,2})\Z")
_CODE = re.compile(r"[^\W\d_](?:[^\W_]|&(?=[^\W\d_])){0,24}\Z")
"""A code is letters, then letters and digits; of two units together with "&" between ("SNV-CCHC&VTLT")."""


@lru_cache(maxsize=1 << 12)
def parse_number(text: str, own_codes: frozenset[str] = frozenset()) -> Number | None:
    """The parts of a number, or None when the text has not the shape of one (also when its serial is blank).

    The codes of document types tell ``15/QĐ-UBND`` (a kind of document and a body) from ``7169/VPCP-NC`` (a body and its unit);
    ``own_codes`` are those that a register adds to the lexicon's.

    >>> parse_number("30/2020/NĐ-CP").issuer_codes
    ('CP',)
    """
    type_codes: Collection[str] = {*lexicon_codes(), *own_codes} if own_codes else lexicon_codes()
    text = canonical_number(text)
    if last := _YEAR_LAST.search(text):
        plain = parse_number(text[: last.start()], own_codes)
        return replace(plain, text=text, year=int(last["year"])) if plain and plain.year is None else None
    head = _HEAD.fullmatch(text)
    if head is None:
        return None
    serial, year, rest = head["serial"], int(head["year"]) if head["year"] else None, head["rest"]
    parts = [_central(part) for part in re.split(r"[-/.]", rest)]
    if not all(_CODE.match(part) for part in parts):
        return None
    if legislature := _LEGISLATURE.match(parts[-1]):
        type_code = parts[0] if len(parts) > 1 and parts[0] in type_codes else None
        return Number(text, serial, "assembly", year, type_code, (parts[-1],), legislature=int(legislature["ordinal"]))
    if head["mark"] == "-" and year is None:
        return _party(text, serial, parts, type_codes)
    if parts[0] in type_codes:
        shape: Shape = "normative" if year else "administrative"
        return Number(text, serial, shape, year, parts[0], tuple(parts[1:]))
    if len(parts) == 1 and year is not None:
        return Number(text, serial, "other", year, None, tuple(parts))
    return Number(text, serial, "letter", year, None, (parts[0],), "-".join(parts[1:]) or None)


def _party(text: str, serial: str, parts: list[str], type_codes: Collection[str]) -> Number:
    if parts[0] in type_codes:
        return Number(text, serial, "party" if len(parts) > 1 else "other", None, parts[0], tuple(parts[1:]))
    if len(parts) > 1 and parts[1] in type_codes:  # "01-TW/KL": turned about; the parts are still told apart
        return Number(text, serial, "other", None, parts[1], (parts[0], *parts[2:]))
    return Number(text, serial, "other", None, None, tuple(parts))


_SAME_CODE = {"QĐI": "QĐ", "QYĐ": "QĐ"}
"""QĐi and QyĐ are other codes in use for quy định (facts: register of regulations, "How numbers work")."""


def _central(code: str) -> str:
    """Older texts write Trung ương as TƯ where others write TW ("46-CT/TƯ"); TU without the horn is a committee of a province."""
    return code[:-2] + "TW" if code.endswith("TƯ") else code


@lru_cache(maxsize=8192)
def number_key(text: str) -> str:
    """Equal for two spellings of one number: case, leading zeros, ``-`` against ``/``, QĐi/QyĐ for QĐ and TƯ for TW do not count.

    >>> number_key("1-KL/TW") == number_key("01/KL-TW")
    True
    """
    tokens = re.split(r"[-/]", canonical_number(text).upper())
    tokens[0] = tokens[0].lstrip("0") or "0"
    return "/".join(_central(_SAME_CODE.get(token, token)) for token in tokens)
