"""A look at a line's first or last letters that spares a pattern never says otherwise than the pattern does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools.lexicon.letterhead import URGENCY
from build_tools.lexicon.words import words
from build_tools.normalise import starts

SHAPES = Path(__file__).parents[1] / "shapes"
SAID = [word for name in ("urgency", "nation", "party", "motto", "recipients", "addressees", "office") for word in words(name)]
LINES = sorted(
    {line.strip() for path in SHAPES.glob("*.txt") for line in path.read_text(encoding="utf-8").split("\n") if line.strip()}
    | {form for word in SAID for form in (word, word.upper(), word.capitalize(), word.lower(), f"{word}:", f"{word} - bến")}
    | {f"{label} Bến" for label in ("I.", "II -", "1.", "1.2.", "1a.", "a)", "đ)", "b2)", "A.", "(1)", "(a)", "[3]", "⁽²⁾", "²", "-", "+")}
    | {f"Bến đò{end}" for end in (".", ";", ":", "!", "?", "…", "./.", ".”", "”", '"', ".)", ".¹", ".[2]", ".⁽³⁾", ":²", ",", "", ")")}
)
"""Each line of the shapes and each word of headings, written in all ways."""


def same(quick: Callable[[str], bool], whole: Callable[[str], object]) -> list[str]:
    return [line for line in LINES if quick(line) != bool(whole(line))]


@pytest.mark.parametrize(
    ("quick", "whole"),
    [
        (starts.is_strong, starts.STRONG.match), (starts.is_numbered, starts.NUMBERED.match), (starts.is_urgency, URGENCY.match),
        (starts.is_named, starts.NAMED.match), (starts.is_number_line, starts.NUMBER_LINE.match), (starts.is_type, starts.TYPES.match),
        (starts.is_marked, lambda line: starts.NOTE.match(line) or starts.PAREN.match(line)),
        (starts.ends, starts._END.search), (starts.ends_sentence, starts._SENTENCE_END.search),
    ],
    ids=["strong", "numbered", "urgency", "named", "number", "type", "marked", "ends", "sentence"],
)  # fmt: skip
def test_a_guard_says_what_its_pattern_says(quick: Callable[[str], bool], whole: Callable[[str], object]) -> None:
    found = [line for line in LINES if quick(line)]
    assert found
    assert len(found) < len(LINES)
    assert same(quick, whole) == []
