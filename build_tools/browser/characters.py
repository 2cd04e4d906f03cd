"""The characters of patterns: one letter as JavaScript writes it, and the ranges of what Python calls letters, digits and blanks."""

from __future__ import annotations

import re
from functools import lru_cache

_SYNTAX = frozenset("^$\\.*+?()[]{}|/")
_IN_CLASS = frozenset("\\]^-[")


def letter(code: int) -> str:
    """A letter outside a class."""
    return f"\\{chr(code)}" if chr(code) in _SYNTAX else _plain(chr(code))


def class_letter(code: int) -> str:
    """A letter in a class."""
    return f"\\{chr(code)}" if chr(code) in _IN_CLASS else _plain(chr(code))


def _plain(letter: str) -> str:
    if letter in " ~@":
        return f"\\x{ord(letter):x}"
    if letter == "\n":
        return r"\n"
    if letter == "\t":
        return r"\t"
    code = ord(letter)
    unseen = not letter.isprintable() and letter != " "
    return f"\\u{code:04x}" if unseen or _joins(letter) else letter


def _joins(letter: str) -> bool:
    """Whether a letter is a mark that would join the one before it in the file."""
    return "\u0300" <= letter <= "\u036f"


_FAR = (range(0x590, 0x1D00), range(0x1F00, 0x2000), range(0x2C00, 0xD800), range(0xF900, 0xFF00))
"""Scripts far from ours: gaps between their letters (marks, what is not assigned) are passed over and their digits are letters, for the
sake of short ranges."""
_GAP = 500


@lru_cache(maxsize=1)
def classes() -> dict[str, str]:
    """Name → the ranges, up to U+FFFF, of Python's word characters ("w"), decimal digits ("d"), blanks ("s"), and letters ("l": what of
    "w" is neither a digit nor the underscore). Exact for all scripts but those far from ours."""
    tests = {"w": r"\w", "d": r"\d", "s": r"\s", "l": r"[^\W\d_]"}
    return {name: _ranges(re.compile(text), far=name in ("w", "l")) for name, text in tests.items()}


def _ranges(test: re.Pattern[str], far: bool) -> str:
    found: list[list[int]] = []
    for letter in test.findall(_EVERY):
        code = ord(letter)
        foreign = any(code in part for part in _FAR)
        if foreign and not far:
            continue
        if found and code - found[-1][1] <= (_GAP if foreign else 1):
            found[-1][1] = code
        else:
            found.append([code, code])
    return "".join(_code(first) + (f"-{_code(last)}" if last > first else "") for first, last in found)


_EVERY = "".join(chr(code) for code in range(0x10000) if not 0xD800 <= code < 0xE000)


def _code(code: int) -> str:
    return chr(code) if chr(code).isascii() and chr(code).isalnum() else f"\\u{code:04x}"
