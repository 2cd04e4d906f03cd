"""Every example of ``landmarks.yaml`` holds, with its diacritics and without them."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from build_tools.lexicon.keys import strip_marks
from build_tools.lexicon.landmarks import Landmark, landmarks, line_with, piece

ROWS = landmarks()


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_examples_hold(row: Landmark) -> None:
    assert row.examples
    assert row.never
    for form in ("written", "folded"):
        found = line_with(row.id, form)
        assert [line for line in row.examples if not found.search(line if form == "written" else strip_marks(line).lower())] == []
        assert [line for line in row.never if found.search(line if form == "written" else strip_marks(line).lower())] == []


@pytest.mark.parametrize(
    ("name", "form", "text", "matches"),
    [
        ("nation", "capitals", "CỘNG HOÀ  XÃ", True),
        ("nation", "capitals", "Cộng hòa xã", False),
        ("nation", "either", "Cộng hòa xã", True),
        ("nation", "folded", "cong hoa xa", True),
        ("number", "written", "Số :", True),
        ("motto-first", "written", "Độc lập-", True),
        ("authority", "written", "T/M", True),
    ],
)
def test_pieces_match_the_words_as_they_may_stand(name: str, form: str, text: str, matches: bool) -> None:
    assert bool(re.fullmatch(piece(name, form), text)) is matches


_CLASS = re.compile(r"\[(?:\\.|[^\]\\])*\]")
_WORD = re.compile(r"[^\W\d_]{2,}")


def patterns(tree: ast.AST) -> list[str]:
    """The constant parts of what a module gives to ``re``."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re."))
    return [
        part.value for call in calls for argument in call.args for part in ast.walk(argument)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    ]  # fmt: skip


def test_readers_have_no_words_of_their_own(root: Path) -> None:
    """A word with a Vietnamese letter, outside a class of characters, belongs into ``landmarks.yaml``."""
    found = {
        f"{path.name}: {word}"
        for path in (root / "build_tools" / "read").rglob("*.py")
        for pattern in patterns(ast.parse(path.read_text(encoding="utf-8")))
        for word in _WORD.findall(_CLASS.sub(" ", pattern))
        if strip_marks(word) != word
    }
    assert found == set()
