"""The word lists of ``words.yaml``, loaded once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import yaml

from build_tools.lexicon.keys import lower_key, matching_key

UPPER = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
"""Capital letters, for use inside a character class."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words by which reports count and directives assign; each in lower case with the new place of tones."""

    units: frozenset[str]
    never: frozenset[str]
    ordinals: frozenset[str]
    weak_ordinals: frozenset[str]
    counting: frozenset[str]
    complements: tuple[tuple[frozenset[str], tuple[frozenset[str], ...]], ...]
    totals: frozenset[str]
    bodies: frozenset[str]
    not_bodies: frozenset[str]
    compounds: frozenset[str]
    duties: frozenset[str]


@lru_cache(maxsize=1 << 16)
def key(phrase: str) -> str:
    """How words are compared here: lower case, look-alikes and places of tones made one, the length kept."""
    return lower_key(matching_key(phrase))


def _split(lines: list[str] | str) -> frozenset[str]:
    joined = lines if isinstance(lines, str) else ", ".join(lines)
    return frozenset(key(word.strip()) for word in joined.split(",") if word.strip())


@cache
def words() -> Words:
    """The lists, ready for look-up."""
    data = yaml.safe_load(Path(__file__).with_name("words.yaml").read_text(encoding="utf-8"))
    complements = tuple(
        (frozenset(map(key, entry["whole"])), tuple(frozenset(map(key, part)) for part in entry["parts"])) for entry in data["complements"]
    )
    return Words(
        _split(data["units"]),
        _split(data["never"]),
        _split(data["ordinals"]),
        _split(data["weak_ordinals"]),
        _split(data["counting"]),
        complements,
        frozenset(map(key, data["totals"])),
        _split(data["bodies"]),
        _split(data["not_bodies"]),
        _split(data["compounds"]),
        _split(data["duties"]),
    )
