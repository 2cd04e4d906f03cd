"""A directive that two hundred reports answer, and one of sixty tasks with thirty passages each, stay readable."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from build_tools.coverage import Answer, Coverage, coverage_of
from build_tools.coverage.pairs import pairs_of
from build_tools.model.coverage import Judged, JudgedPair
from build_tools.model.register import Register
from build_tools.render import render
from build_tools.views.coverage import all_task_pages, directive_pages
from build_tools.views.coverage_pair import QUOTES, pair_pages
from build_tools.views.lookup import Lookup
from tests.coverage.measure import measure
from tests.coverage.pair import DIRECTIVE, REPORT, site_of

MOST = 100_000
"""Bytes of Markdown: about half of what the page has."""


def test_two_hundred_reports_are_counted_by_task_and_listed(tmp_path: Path, register: Register) -> None:
    site = site_of(tmp_path, register, DIRECTIVE, REPORT)
    (coverage,) = coverage_of(site)
    pages = tuple(directive_pages(Coverage(coverage.directive, coverage.pairings * 200), Lookup(site)))
    texts = [render(page).text for page in pages]
    assert max(len(text.encode()) for text in texts) < MOST
    assert (pages[0].columns, pages[0].report_count, pages[0].unanswered) == ((), 200, 1)
    assert [row.counts for row in pages[0].rows] == [(200, 0, 0, 0, 0, 0), (0, 0, 0, 0, 0, 200), (0, 0, 0, 200, 0, 0), (0, 0, 200, 0, 0, 0)]
    assert sum(len(page.reports) for page in pages) == 200


def test_of_two_hundred_reports_it_is_told_which_do_not_speak_of_a_task(tmp_path: Path, register: Register) -> None:
    silent = (
        REPORT.replace("12-BC/HU", "13-BC/HU").replace("HUYỆN ỦY ĐÁ BẠC", "HUYỆN ỦY CÂY GẠO").replace("Huyện ủy Đá Bạc", "Huyện ủy Cây Gạo")
    )
    silent = silent.replace(
        "Huyện đã trang bị 1.204 áo phao và phao cứu sinh cho 28 bến đò ngang trên sông.", "Huyện đã mở hội đua thuyền đầu năm."
    )
    site = site_of(tmp_path, register, DIRECTIVE, REPORT, silent)
    lookup = Lookup(site)
    (coverage,) = coverage_of(site)
    many = Coverage(coverage.directive, (coverage.pairings[0],) * 199 + coverage.pairings[1:])
    tasks = all_task_pages(many, lookup)
    assert max(len(render(page).text.encode()) for pages in tasks for page in pages) < MOST
    first = tasks[0][0]
    assert [(group.title, group.count) for group in first.groups] == [("Chưa thấy nêu", 1), ("Đã làm, có số liệu", 199)]
    assert [row.issuer for row in first.groups[0].rows] == ["Huyện ủy Cây Gạo"]
    assert first.groups[0].rows[0].link.page.endswith("/index.md")
    assert sum(len(group.rows) for page in tasks[0] for group in page.groups) == 200
    pages = directive_pages(many, lookup, tasks)
    row = next(row for page in pages for row in page.rows if row.task.action.startswith("Trang bị"))
    assert [link and (link.text, link.anchor) for link in row.counted] == [
        ("1", "cach-none"),
        None,
        None,
        None,
        None,
        ("199", "cach-figures"),
    ]
    assert pages[0].reports[0].issuer == "Huyện ủy Cây Gạo"
    assert all_task_pages(coverage, lookup) == ()


def test_many_answers_are_quoted_in_parts_and_none_is_lost(tmp_path: Path, register: Register) -> None:
    site = site_of(tmp_path, register, DIRECTIVE, REPORT)
    (coverage,) = coverage_of(site)
    (pairing,) = coverage.pairings
    answers: tuple[Answer, ...] = tuple(answer for cell in pairing.cells for answer in cell.answers) * 10
    cells = tuple(replace(pairing.cells[at % 4], answers=answers) for at in range(60))
    pages = tuple(pair_pages(replace(pairing, cells=cells), Lookup(site)))
    assert len(pages) > 1
    assert max(len(render(page).text.encode()) for page in pages) < MOST
    rows = [row for page in pages for group in page.groups for row in group.rows]
    assert sorted(row.id for row in rows) == sorted(f"viec-{number}" for number in range(1, 61))
    assert {(len(row.quotes), len(row.further)) for row in rows} == {(QUOTES, len(answers) - QUOTES)}


def test_a_hundred_tasks_of_two_hundred_reports_fit_on_pages(tmp_path: Path, register: Register) -> None:
    site = site_of(tmp_path, register, DIRECTIVE, REPORT)
    (coverage,) = coverage_of(site)
    (pairing,) = coverage.pairings
    long = replace(pairing, cells=pairing.cells * 25)
    pages = tuple(directive_pages(Coverage(coverage.directive, (long,) * 200), Lookup(site)))
    assert max(len(render(page).text.encode()) for page in pages) < MOST
    assert (sum(len(page.rows) for page in pages), sum(len(page.reports) for page in pages)) == (100, 200)


def test_what_comes_near_is_named_and_not_called_unanswered(tmp_path: Path, register: Register) -> None:
    silent = REPORT.replace(
        "Huyện đã trang bị 1.204 áo phao và phao cứu sinh cho 28 bến đò ngang trên sông.",
        "Mọi bến đò có phao cũ xếp trong kho xã từ mùa nước năm ngoái.",
    )
    site = site_of(tmp_path, register, DIRECTIVE, silent)
    (coverage,) = coverage_of(site)
    (pairing,) = coverage.pairings
    assert [cell.stance for cell in pairing.cells] == ["unclear", "limits", "plan", "none"]
    assert [passage.text for passage in pairing.cells[0].nearest] == ["Mọi bến đò có phao cũ xếp trong kho xã từ mùa nước năm ngoái."]
    (page,) = pair_pages(pairing, Lookup(site))
    assert "Gần nhất: [Mọi bến đò" in render(page).text


def test_what_editors_confirmed_measures_what_is_proposed(tmp_path: Path, register: Register) -> None:
    (coverage,) = coverage_of(site_of(tmp_path, register, DIRECTIVE, REPORT))
    answers = {cell.key: [answer.passage.id for answer in cell.answers] for cell in coverage.pairings[0].cells}
    judged = tuple(Judged(key, "confirmed", passage) for key, passages in answers.items() for passage in passages[:1])
    site = site_of(tmp_path, register, DIRECTIVE, REPORT, coverage=(JudgedPair("07-CT/TU", "12-BC/HU", judged),))
    (pair,) = pairs_of(site)
    found = measure(pair, {document.work: document for document in site.documents})
    assert (found.right, found.wrong, found.missed) == (3, 0, 0)
    assert found.order == 1.0 >= found.baseline
