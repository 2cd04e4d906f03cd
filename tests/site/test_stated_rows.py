"""What a text states is shown field by field: each in its own column, none that the text lacks, none as another's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.messages import say
from build_tools.model.span import Span
from build_tools.model.statement import Check, Figure, Practice, Statements, Task, Term
from build_tools.views.lookup import Lookup
from build_tools.views.statements import TaskRow, check_row, figure_row, own_row, states, task_row
from tests.site import sample

LOOKUP = Lookup(sample.site())
WORK = sample.REPORT
PLACE = "p-3"
SPAN = Span(0, 3)
TASK = Task(
    number="5", span=SPAN, action="rà soát bến đò", node_id=PLACE, lead=("Sở Bến bãi", "Hội Đò"), lead_source="stated",
    cooperating=("Công an xã",), deadline="trước ngày 30/6/2031", recurrence="hằng quý", report_to="Tỉnh ủy",
    deadline_for="gửi sổ bến", due="2031-06-30",
)  # fmt: skip


def shown(row: TaskRow) -> dict[str, object]:
    """The row without its links' addresses, and without what is empty."""
    told = {
        "number": row.number, "action": row.action, "place": row.link.text, "lead": tuple(link.text for link in row.lead),
        "note": row.lead_note, "with": tuple(link.text for link in row.cooperating), "deadline": row.deadline, "day": row.deadline_machine,
        "often": row.recurrence, "to": row.report_to, "for": row.deadline_for,
    }  # fmt: skip
    return {name: value for name, value in told.items() if value}


WHOLE = {
    "number": "5", "action": "Rà soát bến đò", "place": LOOKUP.place(WORK, PLACE), "lead": ("Sở Bến bãi", "Hội Đò"),
    "with": ("Công an xã",),
    "deadline": "trước ngày 30/6/2031", "day": "2031-06-30", "often": "hằng quý", "to": "Tỉnh ủy", "for": "Gửi sổ bến",
}  # fmt: skip


def without(*names: str) -> dict[str, object]:
    return {name: value for name, value in WHOLE.items() if name not in names}


@pytest.mark.parametrize(
    ("task", "expected"),
    [
        (TASK, WHOLE),
        (replace(TASK, lead_source="chapeau"), {**WHOLE, "note": say("pages.task.from-chapeau")}),
        (replace(TASK, lead=(), lead_source=None), without("lead")),
        (replace(TASK, cooperating=()), without("with")),
        (replace(TASK, recurrence=None), without("often")),
        (replace(TASK, report_to=None), without("to")),
        (replace(TASK, deadline_for=None), without("for")),
        # the day is the stated one, else the last that the words give; no words, no day
        (replace(TASK, due=None), WHOLE),
        (replace(TASK, due="2031-06-29"), {**WHOLE, "day": "2031-06-29"}),
        (replace(TASK, deadline=None, due=None), without("deadline", "day")),
        (replace(TASK, deadline="sớm", due=None), {**without("day"), "deadline": "sớm"}),
        (replace(TASK, deadline="2031-06-30"), {**WHOLE, "deadline": "30/06/2031"}),
    ],
)
def test_a_task_shows_what_it_states(task: Task, expected: dict[str, object]) -> None:
    assert shown(task_row(WORK, task, LOOKUP)) == expected


def test_a_task_leads_to_its_own_words() -> None:
    link = task_row(WORK, TASK, LOOKUP).link
    assert (link.page, link.anchor) == (LOOKUP.page(WORK), LOOKUP.anchor(WORK, PLACE))
    assert link.anchor


def test_a_task_by_its_place_is_that_task() -> None:
    tasks = LOOKUP.documents[sample.LETTER].statements.tasks
    assert len(tasks) > 1
    assert [own_row(sample.LETTER, at, LOOKUP).action for at in range(len(tasks))] == [task.action for task in tasks]


@pytest.mark.parametrize(
    ("recurrence", "action", "begins"),
    [("hằng quý", "Hằng quý rà soát bến", True), ("hằng quý", "Rà soát bến hằng quý", False), ("", "Rà soát bến", False)],
)
def test_how_often_is_not_told_twice(recurrence: str, action: str, begins: bool) -> None:
    row = replace(task_row(WORK, TASK, LOOKUP), recurrence=recurrence, action=action)
    assert row.begins_with_recurrence is begins


FIGURE = Figure(
    span=SPAN, quote="18/20", value="18", unit="chi bộ", label="chi bộ đạt", node_id=PLACE, organisation="Đảng bộ Đá Bạc",
    period="năm 2031", denominator="20", approximation="khoảng", comparison="so với năm 2030",
)  # fmt: skip


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        (FIGURE, ("18/20", "chi bộ", "chi bộ đạt", "Đảng bộ Đá Bạc", "năm 2031", "20", "khoảng", "so với năm 2030")),
        (
            replace(FIGURE, unit=None, organisation=None, period=None, denominator=None, approximation=None, comparison=None),
            ("18/20", "", "chi bộ đạt", "", "", "", "", ""),
        ),
        # a number above what it is compared with is no part of that
        (replace(FIGURE, value="21"), ("18/20", "chi bộ", "chi bộ đạt", "Đảng bộ Đá Bạc", "năm 2031", "", "khoảng", "so với năm 2030")),
        (replace(FIGURE, value="20"), ("18/20", "chi bộ", "chi bộ đạt", "Đảng bộ Đá Bạc", "năm 2031", "20", "khoảng", "so với năm 2030")),
        (
            replace(FIGURE, value="5208.5", denominator="12000.25"),
            ("18/20", "chi bộ", "chi bộ đạt", "Đảng bộ Đá Bạc", "năm 2031", "12.000,25", "khoảng", "so với năm 2030"),
        ),
    ],
)
def test_a_figure_shows_what_it_states(figure: Figure, told: tuple[str, ...]) -> None:
    row = figure_row(WORK, figure, LOOKUP)
    assert (
        row.quote, row.unit, row.label, row.organisation, row.period, row.denominator, row.approximation, row.comparison
    ) == told  # fmt: skip
    assert (row.link.page, row.link.anchor) == (LOOKUP.page(WORK), LOOKUP.anchor(WORK, PLACE))


@pytest.mark.parametrize(("kind", "about"), [("sum", "tổng số hộ"), ("share", ""), ("body-appendix", "")])
@pytest.mark.parametrize("holds", [True, False])
def test_arithmetic_shows_both_numbers_and_whether_they_agree(kind: str, about: str, holds: bool) -> None:
    figures = (FIGURE, replace(FIGURE, label="xã An"), replace(FIGURE, label="tổng số hộ"))
    row = check_row(Check(kind, (1, 2), "1204.5", "1205", holds, "600 + 604,5 = 1.204,5"), figures)  # type: ignore[arg-type]
    assert (row.kind, row.about, row.text) == (say(f"pages.checks.{kind}"), about, "600 + 604,5 = 1.204,5")
    assert (row.expected, row.printed, row.holds) == ("1.204,5", "1.205", holds)


def test_practices_and_terms_are_shown_with_whose_they_are_and_what_they_mean() -> None:
    known = LOOKUP.documents[WORK]
    terms = (
        Term("BTG", "Ban Tuyên giáo", "abbreviation", True, SPAN, PLACE),
        Term("BTG", "Bến trung gian", "abbreviation", True, SPAN, "p-1"),
        Term("TTHC", None, "abbreviation", False, SPAN, PLACE),
        Term("QĐ", "Quyết định", "number_symbol", False, SPAN, PLACE),
    )
    practices = (Practice("Bến sạch", "Hội Đò", SPAN, PLACE), Practice("Đò xanh", None, SPAN, PLACE))
    told = states(replace(known, statements=Statements(practices=practices, terms=terms)), LOOKUP)
    assert [(row.name, row.organisation) for row in told.practices] == [("Bến sạch", "Hội Đò"), ("Đò xanh", "")]
    assert {row.link.anchor for row in told.practices} == {LOOKUP.anchor(WORK, PLACE)}
    # the first of two meanings is the one of the text; the letters of numbers are no terms of it
    assert sorted((row.link.text, row.expansion) for row in told.terms) == [("BTG", "Ban Tuyên giáo"), ("TTHC", "")]
    assert {row.place.anchor for row in told.terms} == {LOOKUP.anchor(WORK, PLACE)}
    assert (told.tasks, told.figures, told.checks) == ((), (), ())


def test_without_a_text_nothing_is_stated() -> None:
    assert states(None, LOOKUP) == states(replace(LOOKUP.documents[WORK], statements=Statements()), LOOKUP)
