"""Every row of the files of words holds in what is read from a document: its examples, and not what must not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from build_tools.citations import find_citations
from build_tools.lexicon.keys import phrase_key
from build_tools.lexicon.word_lists import FILES, WordList, load_lists, wholes_and_parts, word_lists, written
from build_tools.model.diagnostic import InputError
from build_tools.model.register import Register
from build_tools.model.statement import Statements, Task
from build_tools.passages import Passages, sentence_spans
from build_tools.statements import read_statements
from build_tools.statements.task_forms import kind_of
from tests.reading.reading_helpers import read as read_document
from tests.statements.statement_helpers import HEADER, read

Holds = Callable[[WordList, str], bool]


OPENING = "Ủy ban nhân dân tỉnh Sông Mơ nêu những điều dưới đây.\n\n"
"""The first sentence of the body, so that an example is not taken for more of the subject."""


def told(body: str, kind: str = "KẾ HOẠCH") -> Statements:
    return read(f"{OPENING}{body}", kind)[1]


def task(body: str, kind: str = "KẾ HOẠCH") -> Task:
    """The last task that the text gives; one without anything when it gives none."""
    return (*told(body, kind).tasks[-1:], Task("", read("Không.")[0].root.span, "", ""))[0]


def under_heading(text: str) -> Task:
    return task(f"I. TỔ CHỨC THỰC HIỆN\n\n1. {text}")


def headed(heading: str, kind: str = "KẾ HOẠCH") -> bool:
    return bool(told(f"I. {heading.upper()}\n\n1. Rà soát bến đò.\n\n2. Nạo vét luồng.", kind).tasks)


def counted(text: str) -> tuple[str, ...]:
    return tuple(phrase_key(figure.unit or "") for figure in told(text, "BÁO CÁO").figures)


def events(text: str, kind: str = "KẾ HOẠCH") -> list[str]:
    own = "ban hành"
    return [event.kind for event in told(text, kind).events if own not in event.label]


def summed(name: str) -> bool:
    """Whether a row with this name is checked as the sum of those above it."""
    table = f"| Đơn vị | Số hộ |\n|---|---|\n| Xã An | 3 |\n| Xã Bình | 4 |\n| {name} | 7 |\n"
    document = read_document(HEADER.format(kind="BÁO CÁO", code="BC") + OPENING + table, "md")
    passages = Passages.of(document)
    statements = read_statements(passages, find_citations(passages, Register()), Register())
    return any(check.kind == "sum" for check in statements.checks)


HOLDS: dict[tuple[str, str], Holds] = {
    ("units", "unit"): lambda row, text: any(phrase_key(word) in counted(text) for word in row.words),
    ("units", "never"): lambda row, text: not counted(text),
    ("units", "ordinal"): lambda row, text: not counted(text),
    ("units", "weak_ordinal"): lambda row, text: not counted(text),
    ("units", "counting"): lambda row, text: bool(counted(text)),
    ("units", "total"): lambda row, text: summed(text),
    ("duties", "verb"): lambda row, text: under_heading(text).lead == ("Sở Bến bãi",),
    ("duties", "compound"): lambda row, text: any(word in name for name in under_heading(text).lead for word in row.words),
    ("duties", "bearer"): lambda row, text: bool(under_heading(text).lead),
    ("duties", "not_bearer"): lambda row, text: not under_heading(text).lead,
    ("duties", "person"): lambda row, text: bool(under_heading(text).lead),
    ("duties", "plural"): lambda row, text: bool(under_heading(text).lead),
    ("duties", "after_name"): lambda row, text: under_heading(text).cooperating == ("Hội Đò",),
    ("duties", "listed_alone"): lambda row, text: len(under_heading(text).lead) == 2,
    ("duties", "asks"): lambda row, text: task(text).lead == ("Sở Bến bãi",),
    ("duties", "directs"): lambda row, text: bool(told(f"{text}\n\n1. Rà soát bến đò.").tasks),
    ("duties", "adverb"): lambda row, text: task(f"Ủy ban giao Sở Bến bãi như sau:\n\n1. {text}").lead_source == "chapeau",
    ("duties", "heading"): lambda row, text: headed(text),
    ("duties", "rule_heading"): lambda row, text: headed(text, "HƯỚNG DẪN"),
    ("duties", "no_heading"): lambda row, text: not headed(text),
    ("duties", "field_cooperating"): lambda row, text: kind_of(text) == "cooperating",
    ("duties", "field_lead"): lambda row, text: kind_of(text) == "lead",
    ("duties", "field_time"): lambda row, text: kind_of(text) == "time",
    ("duties", "field_action"): lambda row, text: kind_of(text) == "action",
    ("sentences", "abbreviation"): lambda row, text: len(sentence_spans(text)) == 1,
    ("times", "limit"): lambda row, text: "deadline" in events(text),
    ("times", "within"): lambda row, text: "deadline" in events(text),
    ("times", "before_time"): lambda row, text: "deadline" in events(text),
    ("times", "finish"): lambda row, text: "deadline" in events(text),
    ("times", "past"): lambda row, text: "deadline" not in events(text),
    ("times", "duty"): lambda row, text: "deadline" in events(text, "QUYẾT ĐỊNH"),
    ("times", "case"): lambda row, text: "deadline" not in events(text),
    ("times", "meeting"): lambda row, text: "meeting" in events(text),
    ("times", "happened"): lambda row, text: "other" in events(text, "BÁO CÁO"),
    ("times", "own_period"): lambda row, text: events(text).count("period") == 2,
    ("times", "described"): lambda row, text: "recurring" not in events(text),
    ("times", "no_duty"): lambda row, text: "recurring" not in events(text),
}
ROWS = [(name, row) for name in FILES for row in word_lists(name)]
EXAMPLES = [pytest.param(name, row, text, id=f"{row.role}: {text}") for name, row in ROWS for text in row.examples]
NEVER = [pytest.param(name, row, text, id=f"{row.role} not: {text}") for name, row in ROWS for text in row.never]


@pytest.mark.parametrize(("name", "row", "text"), EXAMPLES)
def test_an_example_holds_in_what_is_read(name: str, row: WordList, text: str) -> None:
    assert any(word.split(" [")[0].split("(")[0].strip(": ") in phrase_key(text) for word in row.words), "không có từ nào của dòng"
    assert HOLDS[name, row.role](row, text)


@pytest.mark.parametrize(("name", "row", "text"), NEVER)
def test_a_negative_example_does_not(name: str, row: WordList, text: str) -> None:
    assert not HOLDS[name, row.role](row, text)


def test_every_role_is_used_and_every_use_has_its_role() -> None:
    assert {(name, row.role) for name, row in ROWS} == set(HOLDS)
    with pytest.raises(KeyError):
        written("units", "khong-co")


def test_columns_that_make_a_whole_have_parts() -> None:
    assert all(whole and len(parts) > 1 for whole, parts in wholes_and_parts())


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("- {role: verb, words: [rà soát, rà soát], examples: [a]}", "", 0),  # said twice in one row: harmless
        ("- {role: verb, words: [rà soát], examples: [a]}\n- {role: verb, words: [nạo vét, Rà soát], examples: [a]}", "row-twice", 2),
        ("- {role: verb, words: [rà soát], examples: [a]}\n- {role: asks, words: [rà soát], examples: [a]}", "", 0),
        ("- {role: verb, words: [rà soát]}", "words-examples", 1),
        ("- {role: verb, words: []}", "schema-value", 1),
        ("- {role: verb, words: [a], exmaples: [a]}", "schema-key", 1),
    ],
)
def test_faults_are_told_with_their_line(text: str, code: str, line: int) -> None:
    if not code:
        assert load_lists(text, "duties.yaml")
        return
    with pytest.raises(InputError) as error:
        load_lists(text, "duties.yaml")
    assert [(item.code, item.line) for item in error.value.diagnostics] == [(code, line)]
