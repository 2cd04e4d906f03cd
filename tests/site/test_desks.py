"""The desks of bodies: whose a task is, in which order it lies there, and what calendars and spreadsheets are given."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest

from build_tools.model.settings import Settings
from build_tools.model.site import Site
from build_tools.model.statement import Task
from build_tools.render import render
from build_tools.views import addresses, desk_files
from build_tools.views.calendars import _folded
from build_tools.views.desks import desk_view
from build_tools.views.issuers import issuer_pages
from build_tools.views.lookup import Lookup
from build_tools.views.tasks import TasksPage, body_groups, tasks_pages
from tests.site import sample


def site(*tasks: Task) -> Site:
    """The sample with the tasks of its letter (issued by Tỉnh ủy Sông Mơ) replaced."""
    found = sample.site()
    letter = next(document for document in found.documents if document.work == sample.LETTER)
    first = letter.statements.tasks[0]
    mine = tuple(replace(first, action=task.action, lead=task.lead, cooperating=task.cooperating, due=task.due, deadline=task.deadline)
                 for task in tasks)  # fmt: skip
    other = [document for document in found.documents if document.work != sample.LETTER]
    return replace(
        found,
        documents=(replace(letter, statements=replace(letter.statements, tasks=mine)), *other),
        settings=Settings(url="https://example.org/chi-nam/"),
    )


def task(action: str, lead: str = "", due: str | None = None, cooperating: tuple[str, ...] = ()) -> Task:
    given = sample.letter().statements.tasks[0]
    return replace(given, action=action, lead=(lead,) if lead else (), cooperating=cooperating, due=due, deadline=due and f"trước {due}")


@pytest.mark.parametrize(
    ("name", "body", "known"),
    [
        ("Huyện ủy Đá Bạc", "Huyện ủy Đá Bạc", True),
        ("HU Đá Bạc", "Huyện ủy Đá Bạc", True),  # an alias of the register
        ("các chi bộ ven suối", "Các chi bộ ven suối", False),  # many bodies: called so by this issuer
    ],
)
def test_a_name_stands_for_one_body_or_for_what_its_issuer_calls_so(name: str, body: str, known: bool) -> None:
    found = Lookup(sample.site()).bodies.of(name, sample.LETTER)
    assert found.name == body
    assert (found.note == "") is known
    assert known or "Tỉnh ủy Sông Mơ" in found.note


def test_one_name_in_papers_of_two_issuers_is_two_desks() -> None:
    bodies = Lookup(sample.site()).bodies
    assert bodies.of("các chi bộ", sample.LETTER).id != bodies.of("các chi bộ", sample.REPORT).id


def test_bodies_of_one_name_are_told_apart_where_they_are_listed() -> None:
    made = site(task("Trồng cây", "các chi bộ"), task("Đắp đê", "Huyện ủy Đá Bạc"))
    letter, report = (next(item for item in made.documents if item.work == work) for work in (sample.LETTER, sample.REPORT))
    other = replace(report, statements=replace(report.statements, tasks=(replace(letter.statements.tasks[0], lead=("Các Chi bộ",)),)))
    groups = body_groups(Lookup(replace(made, documents=(letter, other))))
    shown = {group.link.text for group in groups}
    assert shown >= {"Các chi bộ (văn bản của Tỉnh ủy Sông Mơ)", "Các Chi bộ (văn bản của Huyện ủy Đá Bạc)", "Huyện ủy Đá Bạc"}
    assert len(shown) == len(groups)


def test_tasks_lie_by_deadline_and_each_is_reached_from_its_lead() -> None:
    made = site(
        task("Trồng cây", "Huyện ủy Đá Bạc", "2031-03-05"),
        task("Đắp đê", "Huyện ủy Đá Bạc", "2031-12"),
        task("Họp", "Huyện ủy Đá Bạc"),
        task("Giúp", "Các chi bộ", None, ("Huyện ủy Đá Bạc",)),
    )
    lookup = Lookup(made)
    view = desk_view(lookup.bodies.desks["huyen-uy-da-bac"], lookup)
    assert [row.action for _, row in view.due] == ["Trồng cây", "Đắp đê"]
    assert [row.action for _, row in view.other] == ["Họp"]
    assert [row.action for _, row in view.helping] == ["Giúp"]
    overview = next(page for page in tasks_pages(lookup) if isinstance(page, TasksPage))
    leads = [link for section in overview.sections for _, row in section.pairs for link in row.lead]
    assert leads
    assert {link.page for link in leads} <= {page.path for page in issuer_pages(lookup)}


def test_what_is_due_next_comes_first_and_what_was_due_last() -> None:
    named = {
        "Đã lâu": "2019",
        "Vừa qua": "2021-05",
        "Xa": "2045",
        "Cuối năm": "2031",
        "Cuối tháng": "2031-12",
        "Gần": "2031-12-30",
        "Hôm ấy": "2031-03-05",
    }
    made = site(*(task(action, "Huyện ủy Đá Bạc", due) for action, due in named.items()))
    lookup = Lookup(replace(made, as_of="2031-03-05"))
    assert lookup.newest_day == "2031-03-05"
    overview = next(page for page in tasks_pages(lookup) if isinstance(page, TasksPage))
    right = ["Hôm ấy", "Gần", "Cuối tháng", "Cuối năm", "Xa", "Vừa qua", "Đã lâu"]
    assert [row.action for _, row in overview.sections[0].pairs] == right
    assert [row.action for _, row in desk_view(lookup.bodies.desks["huyen-uy-da-bac"], lookup).due] == right
    assert "Thời hạn từ ngày 05/03/2031 (" in overview.intro
    assert [group.link.text for group in overview.groups[0].groups] == ["Năm 2045", "Năm 2031", "Năm 2021", "Năm 2019"]


@pytest.mark.parametrize(
    ("action", "often", "said"),
    [
        ("Thường xuyên thăm đê", "thường xuyên thăm đê", ["Thường xuyên thăm đê"]),
        ("Hằng quý thăm đê và báo cáo", "Hằng quý thăm đê", ["Hằng quý thăm đê và báo cáo"]),
        ("Thăm đê", "Hằng quý", ["Hằng quý", "Thăm đê"]),
        ("Thăm đê", "", ["Thăm đê"]),
    ],
)
def test_how_often_is_not_said_twice_where_the_action_begins_with_it(action: str, often: str, said: list[str]) -> None:
    made = site(task(action, "Huyện ủy Đá Bạc"))
    letter = next(document for document in made.documents if document.work == sample.LETTER)
    often_asked = replace(letter, statements=replace(letter.statements, tasks=(replace(letter.statements.tasks[0], recurrence=often),)))
    made = replace(made, documents=(often_asked, *(other for other in made.documents if other is not letter)))
    page = next(page for page in issuer_pages(Lookup(made)) if page.title == "Huyện ủy Đá Bạc")
    words = re.sub(r"<[^>]*>", "", render(page).text)
    assert words.casefold().count("thăm đê") == 1
    assert [text for text in said if text in words] == said


def test_without_a_fact_looked_up_the_newest_text_tells_which_deadlines_are_past() -> None:
    lookup = Lookup(replace(site(task("Trồng cây", "Huyện ủy Đá Bạc", "2031")), as_of=None))
    assert lookup.newest_day == max(lookup.works[key].date or "" for key in lookup.documents) != ""


def test_tasks_of_a_year_have_a_page() -> None:
    made = site(task("Trồng cây", "Huyện ủy Đá Bạc", "2031-03-05"), task("Đắp đê", "Huyện ủy Đá Bạc", "2032"))
    pages = {page.path: page for page in tasks_pages(Lookup(made))}
    year = pages[addresses.tasks_year("2031")]
    assert [row.action for _, row in year.sections[0].pairs] == ["Trồng cây"]


def test_a_calendar_holds_the_days_that_texts_state() -> None:
    made = site(task("Trồng cây; ven suối, ven đồi", "Huyện ủy Đá Bạc", "2031-03-05"), task("Đắp đê", "Huyện ủy Đá Bạc", "2031-12"))
    data = dict(desk_files(Lookup(made)))[addresses.desk_file("huyen-uy-da-bac", "ics")].decode()
    lines = data.replace("\r\n ", "").split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert lines.count("BEGIN:VEVENT") == 1  # a month is no day
    assert "DTSTART;VALUE=DATE:20310305" in lines
    assert "DTEND;VALUE=DATE:20310306" in lines
    assert "SUMMARY:Trồng cây\\; ven suối\\, ven đồi" in lines
    assert any(line.startswith("URL:https://example.org/chi-nam/s/") for line in lines)
    assert all(len(line.encode()) <= 75 for line in data.split("\r\n"))
    assert dict(desk_files(Lookup(made))) == dict(desk_files(Lookup(made)))


def test_folding_cuts_no_letter() -> None:
    line = "SUMMARY:" + "đường ven suối " * 20
    assert _folded(line).replace("\r\n ", "") == line


def test_a_table_for_spreadsheets_has_every_task_and_no_formula() -> None:
    made = site(task("=1+1", "Huyện ủy Đá Bạc", "2031-03-05"), task("Giúp", "Các chi bộ", None, ("Huyện ủy Đá Bạc",)))
    data = dict(desk_files(Lookup(made)))[addresses.desk_file("huyen-uy-da-bac", "csv")].decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(data)))
    assert rows[0][:3] == ["Văn bản", "Ngày ban hành", "Việc"]
    assert [row[2] for row in rows[1:]] == ["'=1+1", "Giúp"]
    assert rows[1][5] == "2031-03-05"
