"""Words of documents stand in the lexicon: patterns elsewhere that hold Vietnamese words are counted by room, and only get fewer."""

from __future__ import annotations

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

COMPILES = {"compile", "pattern", "match", "fullmatch", "search", "finditer", "findall", "sub", "split"}
"""Functions of ``re`` and of ``lexicon.pieces`` whose first argument is a pattern."""
WORD = re.compile(r"[^\W\d_]*[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ][^\W\d_]*", re.IGNORECASE)
ESCAPED = re.compile(r"\\[xuN]")
"""A letter may be written by its number or its name."""
LEAST = 2
"""A single letter is no word ("[a-zđ]")."""

CLASS = re.compile(r"\[(?:\\.|[^\]\\])*\]")
"""A class of letters holds no words."""

PIECE = re.compile(r"\((?:\?(?:P<\w+>|[a-zA-Z-]*:|<?[=!]))?|\\.|\[(?:\\.|[^\]\\])*\]|.", re.DOTALL)
"""What a pattern is made of: an opened group, an escaped letter, a class, any other letter."""
INNER = "\0"
"""Where a group stood."""
NO_LETTER = re.compile(r"[\0?]|\\b")
"""What may stand in a choice beside its words: an inner group, "may be there", the end of a word."""
MOST = 173
"""How many such patterns there are. Lower the number when words move; what is left has its reason:

- ``citations``, ``resolve``, ``statements``, ``passages``, ``structure``: grammar of one place, used by one function and by no other;
- ``guards``, ``naming``: marks of secrecy as recognition misreads them; terms and sessions cut from names.
"""
LIST = 5
"""A choice of so many words is a list, which has a row of the lexicon with its examples; fewer may be the grammar of one place."""


@cache
def patterns(path: Path) -> list[str]:
    """The texts of the patterns of a module; none where it has no Vietnamese letter, which need not be parsed."""
    found: list[str] = []
    source = path.read_text(encoding="utf-8")
    if not WORD.search(source) and not ESCAPED.search(source):
        return found
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and node.args:
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            of_re = not isinstance(node.func, ast.Attribute) or getattr(node.func.value, "id", "") == "re"
            if name in COMPILES and of_re:
                texts = [part.value for part in ast.walk(node.args[0]) if isinstance(part, ast.Constant) and isinstance(part.value, str)]
                found.append(" ".join(texts))
    return found


def has_word(text: str) -> bool:
    return any(len(word) >= LEAST for word in WORD.findall(CLASS.sub(" ", text)))


def choices(text: str) -> list[list[str]]:
    """The choices between plain words that a pattern has, each with its words; a choice inside one of them is one of its own."""
    found: list[list[str]] = []
    opened: list[list[str]] = [[""]]
    for piece in PIECE.findall(text):
        if piece.startswith("("):
            opened.append([""])
        elif piece == ")" and len(opened) > 1:
            found.append(opened.pop())
            opened[-1][-1] += INNER
        elif piece == "|":
            opened[-1].append("")
        else:
            opened[-1][-1] += " " if piece == r"\s" else piece
    cleaned = [[NO_LETTER.sub("", one).strip() for one in some] for some in (*found, *opened)]
    plain = [[one for one in some if one and all(map(str.isalpha, one.split()))] for some in cleaned]
    return [words for words in plain if any(map(has_word, words))]


@pytest.mark.parametrize(("text", "found"), [(r"(?:của|tại) \d", True), (r"[a-zđ]\)", False), (r"[A-ZĐÂÊ]{2}", False), ("and", False)])
def test_what_counts_as_a_word(text: str, found: bool) -> None:
    assert has_word(text) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (r"(?:của|tại|(?:kể )?từ) (?P<day>ngày|mồng) \d", [["của", "tại", "từ"], ["ngày", "mồng"]]),
        (r"\sđược\b|theo\squy định|[^;.]{0,9}|\d", [["được", "theo quy định"]]),
        (r"[a|đ]\)|b", []),
    ],
)
def test_what_a_choice_of_words_is(text: str, found: list[list[str]]) -> None:
    assert sorted(some for some in choices(text) if len(some) > 1) == sorted(found)


def test_words_in_patterns_outside_the_lexicon_only_get_fewer(root: Path) -> None:
    counted: Counter[str] = Counter()
    for path in sorted((root / "build_tools").rglob("*.py")):
        room = path.relative_to(root / "build_tools").parts[0]
        counted[room] += sum(map(has_word, patterns(path)))
    del counted["lexicon"]
    assert counted.total() <= MOST, counted


def test_a_choice_of_many_words_is_a_list_of_the_lexicon(root: Path) -> None:
    """Whatever is written between the words of a choice, a pattern outside the lexicon names few of them."""
    rooms = (path for path in sorted((root / "build_tools").rglob("*.py")) if "lexicon" not in path.relative_to(root).parts)
    assert [(path.name, some) for path in rooms for text in patterns(path) for some in choices(text) if len(some) >= LIST] == []
