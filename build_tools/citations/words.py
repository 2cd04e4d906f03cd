"""The type words by which texts speak of documents, from ``vocabulary.yaml`` and the register, as compiled patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from build_tools.citations.key import lower_key, matching_key
from build_tools.citations.patterns import alternatives, pattern
from build_tools.model.register import Register
from build_tools.naming import by_identity


@dataclass(frozen=True, slots=True)
class Words:
    """``names`` maps a type word in lower case to its display form; ``codes`` a code in numbers to the types that use it."""

    names: dict[str, str]
    codes: dict[str, tuple[str, ...]]
    at: re.Pattern[str]
    """One type word at a position of the lower key (longest first)."""
    anywhere: re.Pattern[str]
    """The same, to be searched; the letter before must be looked at by the caller (a look-behind would cost a third of the time)."""
    before: re.Pattern[str]
    """A type word that ends where the searched slice ends."""

    def name(self, word: str) -> str:
        """Display form of a type word found in a text."""
        return self.names[" ".join(word.split())]

    def of_number(self, number: str) -> tuple[str, ...]:
        """The types for which the code inside a canonical number stands; empty when it carries none (công văn)."""
        for part in re.split(r"[-/]", number)[1:]:
            code = part.rstrip("0123456789")
            if code in self.codes:
                return self.codes[code]
            if part.startswith("QH") and part[2:].isdecimal():
                return ("Luật", "Bộ luật", "Nghị quyết")
            if part.startswith("UBTVQH"):
                return ("Pháp lệnh", "Nghị quyết")
        return ()


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, Any]:
    """The package's ``vocabulary.yaml``."""
    text = resources.files(__package__).joinpath("vocabulary.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return data


@by_identity
def words_for(register: Register) -> Words:
    """The words known to the package and those of the register's types."""
    names: dict[str, str] = {}
    codes: dict[str, list[str]] = {}
    for entry in vocabulary()["types"]:
        names[lower_key(matching_key(entry["name"]))] = entry["name"]
        for code in entry.get("codes", ()):
            codes.setdefault(code, []).append(entry["name"])
    for kind in register.types:
        for name in (kind.name, *kind.aliases):
            names.setdefault(lower_key(matching_key(name)), kind.name)
        for code in kind.codes:
            if kind.name not in codes.setdefault(code, []):
                codes[code].append(kind.name)
    choice = alternatives(list(names))
    return Words(
        names,
        {code: tuple(found) for code, found in sorted(codes.items())},
        pattern(rf"(?:{choice})(?!\w)"),
        pattern(rf"(?:{choice})(?!\w)"),
        pattern(rf"(?<!\w)(?:{choice})$"),
    )
