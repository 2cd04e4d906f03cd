"""What stages of several files share: a line as it may be written, and a document in which a passage stands."""

from __future__ import annotations

from collections.abc import Callable

from build_tools.lexicon.words import WordList
from build_tools.model.statement import Statements, Task
from build_tools.read.page import columns
from tests.statements.statement_helpers import read

Stage = Callable[[str], object]
Holds = Callable[[WordList, str], bool]


def folded(stage: Stage) -> Stage:
    return lambda text: stage(columns.fold(text))


def capitals(stage: Stage) -> Stage:
    return lambda text: stage(text.upper())


SIGNING = folded(columns.SIGNING.match)

OPENING = "Ủy ban nhân dân tỉnh Sông Mơ nêu những điều dưới đây.\n\n"
"""The first sentence of the body, so that an example is not taken for more of the subject."""


def told(passage: str, kind: str = "KẾ HOẠCH") -> Statements:
    return read(f"{OPENING}{passage}", kind)[1]


def task(passage: str, kind: str = "KẾ HOẠCH") -> Task:
    """The last task that the text gives; one without anything when it gives none."""
    return (*told(passage, kind).tasks[-1:], Task("", read("Không.")[0].root.span, "", ""))[0]


def under_heading(text: str) -> Task:
    return task(f"I. TỔ CHỨC THỰC HIỆN\n\n1. {text}")
