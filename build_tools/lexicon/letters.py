"""Letters: which are capitals, which only look alike, which dashes, slashes, quotes and blanks there are, which cannot be seen.

The one definition of each. Classes (``CAPITALS`` …) are the inside of a character class: ``f"[{CAPITALS}]"``.
"""

from __future__ import annotations

import unicodedata

_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_VOWELS = "AĂÂEÊIOÔƠUƯY"
PLAIN_CAPITALS = "A-ZĂÂĐÊÔƠƯ"
"""Capitals without a tone mark, of which the symbols in numbers are made ("QĐ-BLĐTBXH")."""
CAPITALS = "A-ZĐ" + "".join(sorted({unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES} - {*"AEIOUY"}))
"""Every capital of Vietnamese, and no small letter: a range of code points (``Ạ-Ỹ``) takes in the small letters between."""
LETTER = r"[^\W\d_]"
"""A pattern of any one letter."""

_CYRILLIC = ("АВСЕНКМОРТХУІЈЅаеорсухіјѕ", "ABCEHKMOPTXYIJSaeopcyxijs")
_GREEK = ("ΑΒΕΗΙΚΜΝΟΡΤΥΧο", "ABEHIKMNOPTYXo")
_ETH = ("ÐƉðɖ", "ĐĐđđ")
LOOK_ALIKES = dict(zip(*("".join(parts) for parts in zip(_ETH, _CYRILLIC, _GREEK, strict=True)), strict=True))
"""Letters of other scripts to the Latin ones that were meant ("TT-BTС" with a Cyrillic С); Eth and African D to Đ."""

DASHES = "‐‑‒–—―−﹣－"
"""Hyphens, dashes and minus signs other than "-"."""
SLASHES = "⁄∕／"
QUOTES = "“”„«»"
"""Quotation marks other than the straight one."""
BLANKS = "\u00a0\u2007\u202f\u2002\u2003\u2009"
"""Blanks of one letter's length other than the plain one."""
INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff"
"""Soft hyphen, zero-width blanks and joiners, marks of direction and of variants, byte order mark."""
BULLETS = "•●▪"
