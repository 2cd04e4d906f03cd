"""The Python and the JavaScript normaliser are one."""

import json
import random
import unicodedata
from pathlib import Path

import pytest

from build_tools.lexicon.keys import strip_marks
from build_tools.search.keys import filed_under, fingerprint, number_term, terms
from tests.search.node import run_node

TABLE = json.loads((Path(__file__).parent / "terms.json").read_text("utf-8"))


def both(texts: list[str]) -> None:
    """Assert that JavaScript finds the terms and folded terms that Python finds."""
    answers = run_node({"terms": texts})
    for text, answer in zip(texts, answers, strict=True):
        expected = terms(text)
        assert [term for term, _ in answer] == expected, text
        assert [folded for _, folded in answer] == [strip_marks(term) for term in expected], text


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_terms(text: str, expected: list[str]) -> None:
    assert terms(text) == expected
    assert terms(unicodedata.normalize("NFD", text)) == expected


def test_javascript_agrees_on_the_table() -> None:
    both([text for text, _ in TABLE] + [unicodedata.normalize("NFD", text) for text, _ in TABLE])


def test_javascript_agrees_on_random_text() -> None:
    chance = random.Random(5)
    letters = "aăâeêioôơuưyáàảãạắấếốớứýẩẫộợựíìỉĩịđðÐdhkltmngqcpbrsvxIVX0123456789 ./-,;:()“”\n\u0301\u0323\u00a0\u00adСТ"
    both(["".join(chance.choices(letters, k=chance.randrange(1, 60))) for _ in range(1500)])


@pytest.mark.shared
def test_javascript_agrees_on_the_corpus(shared: Path) -> None:
    texts = [
        path.read_text("utf-8", errors="replace")
        for path in sorted((shared / "corpus").rglob("*.*"))
        if path.suffix in {".txt", ".md", ".html"}
    ]
    lines = [line for text in texts for line in text.splitlines() if line.strip()]
    chance = random.Random(7)
    both(chance.sample(lines, min(len(lines), 6000)))


@pytest.mark.parametrize(
    ("number", "term"),
    [
        ("01-KL/TW", "1|kltw"),
        ("01/KL-TW", "1|kltw"),
        ("Số: 123/2026/NĐ-CP", "123.2026|ndcp"),
        ("66.13/2026/NQ-CP", "66.13.2026|nqcp"),
        ("Số      - HD/BTCTU", None),
        ("193/2025/QH15", "193.2025|qh15"),
    ],
)
def test_number_term(number: str, term: str | None) -> None:
    assert number_term(number) == term


def test_what_is_looked_up_together_lies_together() -> None:
    assert filed_under("khoa hoc", 1) == filed_under("khoa hoi nghi", 1) == filed_under("khoa h", 1) == "khoa h"
    assert filed_under("khoa", 0) == filed_under("khoa hoc", 0) == filed_under("khoa", 1) == "khoa"
    assert filed_under("#1|kltw", 0) == filed_under("1", 0) == filed_under("1.2021|ndcp", 0) == "1"
    assert filed_under("~ban", 0) == filed_under("+ban", 0) == filed_under("ban", 0) == "ban"
    assert filed_under("khoa =hoc", 99) == "khoa hoc"
    assert len({fingerprint(word) % 64 for word in terms("của và các cho được trong về theo với là tổ chức cán bộ đảng viên")}) > 8
