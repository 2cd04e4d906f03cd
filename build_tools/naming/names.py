"""Names of bodies and places: keys for comparing them, their written-out form, and ids."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

from build_tools.lexicon.keys import exact_key, strip_marks, tidy
from build_tools.vietnamese.tones import canonical_tones

_SHORT = {
    "ubnd": "Ủy ban nhân dân",
    "hđnd": "Hội đồng nhân dân",
    "bch": "Ban Chấp hành",
    "btv": "Ban Thường vụ",
    "ubkt": "Ủy ban Kiểm tra",
    "ubtvqh": "Ủy ban Thường vụ Quốc hội",
    "mttq": "Mặt trận Tổ quốc",
    "mttqvn": "Mặt trận Tổ quốc Việt Nam",
    "ttcp": "Thủ tướng Chính phủ",
    "tp": "thành phố",
    "tx": "thị xã",
    "tt": "thị trấn",
    "tw": "Trung ương",
}
"""Common abbreviations inside names of bodies (not in numbers)."""

_DOTTED = re.compile(r"(?<!\w)(tp|tx|tt)\s*\.\s*(?=\w)", re.IGNORECASE)
_TAIL = re.compile(r"[\s,]*\(?\s*(?:khóa|khoá|nhiệm\s+kỳ|nhiệm\s+kì)\s+(?:thứ\s+)?[0-9IVXLCivxlc–-]+\)?.*\Z", re.IGNORECASE | re.DOTALL)
_SESSION = re.compile(r"\A(?:Hội\s+nghị|Kỳ\s+họp|Phiên\s+họp)\s+(?:lần\s+)?thứ\s+\S+\s+(?:của\s+)?", re.IGNORECASE)
_PLENUM = re.compile(r"\A(?:Hội\s+nghị\s+)?Trung\s+ương\s+(?:lần\s+thứ\s+\S+|\d{1,2})\Z", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")


@lru_cache(maxsize=16384)
def tidy_name(name: str) -> str:
    """A name without its term and session, abbreviations written out, blanks single.

    >>> tidy_name("UBND Tp. Mường La")
    'Ủy ban nhân dân thành phố Mường La'
    """
    text = _BLANKS.sub(" ", _DOTTED.sub(lambda match: match[1] + " ", tidy(name).replace("–", "-"))).strip(" .,;:*-")
    text = _SESSION.sub("", _TAIL.sub("", text)).strip(" .,;:*-")
    if _PLENUM.match(text):
        return "Ban Chấp hành Trung ương"
    return " ".join(_SHORT.get(word.lower(), word) for word in text.split(" "))


@lru_cache(maxsize=16384)
def name_key(name: str) -> str:
    """Equal for two ways of writing one name (capitals, tone place, abbreviations, term after it)."""
    return exact_key(tidy_name(name)).replace(",", "")


def slug(text: str) -> str:
    """Lower case ASCII words joined by hyphens. Not injective: see ``made_id``."""
    return re.sub(r"[^a-z0-9]+", "-", strip_marks(tidy(text)).lower()).strip("-")


def made_id(name: str, above: str = "") -> str:
    """An id for a name that the register does not know: readable, and told apart from names that differ in diacritics only."""
    mark = hashlib.sha256(f"{exact_key(tidy(name))}|{exact_key(tidy(above))}".encode()).hexdigest()[:4]
    return f"{slug(name)[:60].strip('-')}-{mark}"


def acronym(name: str) -> str:
    """The code that a body's name makes: "Sở Nông nghiệp và Môi trường" → "SNNMT"."""
    words = (word for word in re.split(r"[\s,/-]+", tidy(name)) if word and word.lower() != "và")
    return "".join(word[0].upper() for word in words if word[0].isalpha())


def shown_place(words: list[str]) -> str:
    """A place's name as people write it: words in capitals are set in title case, others stay."""
    return canonical_tones(" ".join(word[:1] + word[1:].lower() if word.isupper() and len(word) > 1 else word for word in words))


def shown_head(text: str) -> str:
    """A body's own words as people write them: text in capitals is set in lower case after its first letter."""
    text = canonical_tones(text)
    return text[:1].upper() + text[1:].lower() if text.isupper() else text[:1].upper() + text[1:]
