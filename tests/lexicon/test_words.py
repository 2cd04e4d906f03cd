"""Lists of words: every example is seen by each stage that uses the list, and nothing else; a list that nobody uses is told."""

from __future__ import annotations

import ast
import re
from itertools import chain
from pathlib import Path

import pytest

from build_tools.lexicon.files import lexicon_rows
from build_tools.lexicon.keys import phrase_key, strip_marks
from build_tools.lexicon.sums import wholes_and_parts
from build_tools.lexicon.words import FILES, Form, WordList, any_word, either_tone, load_lists, two_homes, word_lists, words
from build_tools.model.diagnostic import InputError
from build_tools.tables import load_rows
from tests.lexicon.word_stages import HOLDS, LOOSER, OF_FILE, STAGES

ROWS = tuple(chain.from_iterable(map(word_lists, FILES)))
IDS = {row.id for row in ROWS}
EXAMPLES = [pytest.param(row, text, id=f"{row.id}: {text}") for row in ROWS for text in row.examples]
NEVER = [pytest.param(row, text, id=f"{row.id} not: {text}") for row in ROWS for text in row.not_]


@pytest.mark.parametrize(("row", "text"), EXAMPLES)
def test_an_example_is_seen_by_every_stage(row: WordList, text: str) -> None:
    if row.id in STAGES:
        assert [number for number, stage in enumerate((*STAGES[row.id], *LOOSER.get(row.id, ()))) if not stage(text)] == []
        return
    assert any(word.split(" [")[0].split("(")[0].strip(": ") in phrase_key(text) for word in row.words), "không có từ nào của dòng"
    assert HOLDS[row.id](row, text)


@pytest.mark.parametrize(("row", "text"), NEVER)
def test_a_negative_example_is_seen_by_none(row: WordList, text: str) -> None:
    if row.id in STAGES:
        assert [number for number, stage in enumerate(STAGES[row.id]) if stage(text)] == []
        return
    assert not HOLDS[row.id](row, text)


def test_every_list_is_used_and_proved(root: Path) -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted((root / "build_tools").rglob("*.py")))
    assert IDS - set(re.findall(r"[\"'](?=([\w-]+)[\"'])", code)) == set()
    assert {row.id for row in ROWS if row.what} == IDS
    assert {row.id for row in ROWS if row.not_} == IDS
    with pytest.raises(KeyError):
        words("khong-co")


@pytest.mark.parametrize("name", FILES)
def test_what_a_list_does_is_told_in_the_file_of_its_name(name: str) -> None:
    told = [row for table in ("STAGES", "HOLDS") for row in getattr(OF_FILE[name], table, {})]
    assert sorted(told) == sorted({row.id for row in word_lists(name)})


def test_a_list_in_two_files_is_told() -> None:
    assert two_homes(lexicon_rows(name, WordList) for name in FILES) == ()
    tables = [
        load_rows(f"- {{id: {other}, words: [a]}}\n- {{id: about, words: [Về]}}\n", WordList, f"{other}.yaml") for other in ("one", "two")
    ]
    assert [(fault.path, fault.line, fault.code) for fault in two_homes(tables)] == [("two.yaml", 2, "row-twice")]


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
    """A word with a Vietnamese letter, outside a class of characters, belongs into a list of the lexicon."""
    found = {
        f"{path.name}: {word}"
        for path in (root / "build_tools" / "read").rglob("*.py")
        for pattern in patterns(ast.parse(path.read_text(encoding="utf-8")))
        for word in _WORD.findall(_CLASS.sub(" ", pattern))
        if strip_marks(word) != word
    }
    assert found == set()


@pytest.mark.parametrize(
    ("name", "case", "first", "text", "matches"),
    [
        ("nation", "capitals", 3, "CỘNG HOÀ  XÃ", True),
        ("nation", "capitals", 3, "Cộng hòa xã", False),
        ("nation", "begin", 3, "Cộng hòa xã", True),
        ("nation", "folded", 3, "cong hoa xa", True),
        ("nation", "folded", None, "cong hoa xa", False),
        ("number", "exact", None, "SỐ", False),
        ("authority", "exact", None, "T/M", True),
        ("limit", None, None, "Chậm nhất  là đến", True),
    ],
)
def test_patterns_match_the_words_as_they_may_stand(name: str, case: Form | None, first: int | None, text: str, matches: bool) -> None:
    assert bool(re.fullmatch(any_word(name, case=case, first=first, blank=r"\s+"), text)) is matches


@pytest.mark.parametrize(
    ("plain", "matches", "other"),
    [
        ("Tòa án", ("Tòa án", "Toà án"), "Toá án"),
        ("ủy ban", ("ủy ban", "uỷ ban"), "úy ban"),
        ("quý", ("quý",), "qúy"),
        ("hoàn", ("hoàn",), "hòan"),
    ],
)
def test_the_tone_mark_may_stand_at_either_place(plain: str, matches: tuple[str, ...], other: str) -> None:
    assert all(re.fullmatch(either_tone(plain), text) for text in matches)
    assert not re.fullmatch(either_tone(plain), other)


def test_the_longest_word_is_preferred_and_blanks_may_be_any() -> None:
    found = re.match(any_word("basis-phrase", blank=r"\s+"), "Xét đề\n nghị của Sở")
    assert found is not None
    assert found.group() == "Xét đề\n nghị"
    assert re.match(any_word("body", case="capitals"), "ỦY BAN") is not None
    assert re.match(any_word("body", case="exact"), "Ủy ban") is None


def test_each_word_stands_in_one_list_of_heads() -> None:
    heads = [word for name in ("body", "body-in-text", "body-in-line") for word in words(name)]
    assert len(heads) == len(set(heads))


def test_columns_that_make_a_whole_have_parts() -> None:
    assert all(whole and len(parts) > 1 for whole, parts in wholes_and_parts())


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("- {id: verb, words: [rà soát, rà soát], examples: [a]}", "row-twice", 1),
        ("- {id: about, words: [Về], examples: [a]}\n- {id: about, words: [V/v], examples: [a]}", "row-twice", 2),
        (
            "- {id: verb, group: a, words: [rà soát], examples: [a]}\n- {id: verb, group: b, words: [nạo vét, Rà soát], examples: [a]}",
            "row-twice",
            2,
        ),
        ("- {id: verb, words: [rà soát], examples: [a]}\n- {id: asks, words: [rà soát], examples: [a]}", "", 0),
        ("- {id: verb, words: [rà soát]}", "words-examples", 1),
        ("- {id: verb, words: []}", "schema-value", 1),
        ("- {id: verb, words: [a], exmaples: [a]}", "schema-key", 1),
    ],
)
def test_faults_are_told_with_their_line(text: str, code: str, line: int) -> None:
    if not code:
        assert load_lists(text, "duties.yaml")
        return
    with pytest.raises(InputError) as error:
        load_lists(text, "duties.yaml")
    assert [(item.code, item.line) for item in error.value.diagnostics] == [(code, line)]
