"""How a reading is compared with an annotation: what counts as the same name, the same number, the same place.

On purpose none of the project's own keys is used: a key that lost letters would forgive itself.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_ALIKE = str.maketrans("ÐСТ\u2011–", "ĐCT--")
"""Letters and dashes that look like the official ones and are not."""


def fold(text: str | None) -> str:
    """A name without case, punctuation, spacing and the place of its tones (hoà, hòa); every other mark stays."""
    found = unicodedata.normalize("NFD", (text or "").replace("Ð", "Đ")).casefold()
    words = re.findall(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*[\u0300-\u036f]*", found)
    moved = ("".join(sorted(word, key=TONES.__contains__)) for word in words)
    return unicodedata.normalize("NFC", " ".join(moved))


def number_key(number: str | None) -> str:
    """A number without blanks, case and look-alike letters."""
    text = unicodedata.normalize("NFC", number or "").translate(_ALIKE)
    return re.sub(r"[\s\u00ad\u200b]", "", text).casefold()


def overlap(one: dict[str, Any], other: dict[str, Any]) -> int:
    """Characters that two citations share; 0 where one of them has no place."""
    if one.get("start") is None or other.get("start") is None:
        return 0
    return max(0, min(one["end"], other["end"]) - max(one["start"], other["start"]))


def label_key(label: object) -> str:
    """The label of a provision without what stands around it."""
    return str(label).strip(" .)-").casefold()
