"""What is too long for one page: read and printed in parts, with every place where addresses say it is, and no page is heavy."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from build_tools.model.site import Site
from build_tools.views import Lookup, place_files, search_records, stream_views
from build_tools.views.bar import OTHERS
from build_tools.views.body import body
from build_tools.views.kinds import View
from build_tools.views.pieces import Change, Cited, Flow, Line, NoteMark, TableLine, Text
from build_tools.views.reading import cited_by
from build_tools.views.relations import incoming
from build_tools.views.sections import SectionPage
from build_tools.views.weight import weight
from build_tools.views.work import PartPage, WorkPage, work_page, work_pages
from tests.site import huge, sample
from tests.site.built import build

pytestmark = pytest.mark.slow

LARGEST = 200_000


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return huge.site(tmp_path_factory.mktemp("huge") / "texts", chapters=14, rows=1200, tasks=1000, citing=40)


@pytest.fixture(scope="module")
def lookup(site: Site) -> Lookup:
    return Lookup(site)


@pytest.fixture(scope="module")
def views(lookup: Lookup) -> tuple[View, ...]:
    return tuple(stream_views(lookup))


def decree(lookup: Lookup) -> str:
    return next(work for work in lookup.documents if work.startswith("30_2031"))


def flows(lookup: Lookup, work: str) -> dict[str, tuple[Flow, ...]]:
    """Page → the lines of the text on it."""
    pages = [page for page in work_pages(lookup.works[work], lookup) if not isinstance(page, SectionPage)]
    return {page.path: page.reading.flow for page in pages if page.reading}


def words(flow: tuple[Flow, ...], head: bool) -> str:
    """The text of lines; of tables that go on, without the head that they repeat."""

    def of(line: Flow) -> Iterator[str]:
        if isinstance(line, Line):
            yield from (inline.link.text if isinstance(inline, Cited) else getattr(inline, "text", "") for inline in line.inlines)
        else:
            for row in line.rows[line.head if "-tu-" in line.id and not head else 0 :]:
                for cell in row:
                    yield from (inline.link.text if isinstance(inline, Cited) else getattr(inline, "text", "") for inline in cell.inlines)

    return "".join(text for line in flow for text in of(line))


def test_parts_together_are_the_whole_text_and_a_table_that_goes_on_bears_its_head(lookup: Lookup) -> None:
    work = decree(lookup)
    parts = flows(lookup, work)
    assert len(parts) > 3
    whole = body(lookup.documents[work], lookup)
    assert "".join(words(flow, False) for flow in parts.values()) == words(whole, True)
    tables = [line for flow in parts.values() for line in flow if isinstance(line, TableLine)]
    assert len(tables) > 1
    assert {row[0] for table in tables for row in [table.rows[: table.head]]} == {tables[0].rows[0]}


def test_a_text_is_cut_at_its_outermost_headings(lookup: Lookup) -> None:
    starts = [flow[0] for flow in list(flows(lookup, decree(lookup)).values())[1:]]
    assert all((isinstance(line, Line) and line.role == "heading") or isinstance(line, TableLine) for line in starts)
    assert (
        sum(isinstance(line, Line) and "".join(getattr(i, "text", "") for i in line.inlines).startswith("Chương") for line in starts) >= 2
    )


def test_every_place_is_on_the_page_that_links_name(lookup: Lookup) -> None:
    work = decree(lookup)
    ids = {page: {line.id for line in flow} for page, flow in flows(lookup, work).items()}
    for anchor in lookup.outlines[work].anchors.values():
        assert anchor in ids[lookup.page(work, anchor)], anchor
    files = {path: data.decode() for path, data in place_files(lookup)}
    path = next(path for path in files if work in path)
    map_ = json.loads(files[path].removeprefix("chiNamNeo(").removesuffix(")\n"))
    there = {
        posixpath.normpath(posixpath.join(posixpath.dirname(path), page)).replace(".html", ".md"): set(found.split())
        for page, found in map_.items()
    }
    assert {page: found & ids[page] for page, found in there.items()} == there
    records = [record.url for record in search_records(lookup) if record.group == work]
    assert len(records) > 100
    for url in records:
        page, _, anchor = url.partition("#")
        assert anchor in ids[page.replace(".html", ".md")], url


def test_links_inside_a_text_lead_to_the_part_that_has_the_place(lookup: Lookup) -> None:
    parts = flows(lookup, decree(lookup))
    links = [
        (page, item.link) for page, flow in parts.items() for line in flow if isinstance(line, Line)
        for item in line.inlines if isinstance(item, Cited) and item.link.page in parts
    ]  # fmt: skip
    assert len(links) > 100
    assert any(link.page != page for page, link in links)
    assert all(link.anchor in {line.id for line in parts[link.page]} for _, link in links)


def test_each_part_has_the_same_bar_the_way_on_and_what_it_cites(lookup: Lookup) -> None:
    pages = [page for page in work_pages(lookup.works[decree(lookup)], lookup) if not isinstance(page, SectionPage)]
    first, *rest = pages
    assert isinstance(first, WorkPage)
    assert all(isinstance(page, PartPage) for page in rest)
    for page in (first, *rest):
        assert page.head.tabs == first.head.tabs
        assert page.reading is not None
        assert page.reading.steps is not None
        assert len(page.reading.steps.links) == len(rest) + 1
        assert sum(weight(entry) for entry in page.head.contents if entry.link.page != page.path) <= max(OTHERS, 40_000)
        lines = [line for line in page.reading.flow if isinstance(line, Line)]
        cited = {item.link for line in lines for item in line.inlines if isinstance(item, Cited) and item.state == "unknown"}
        assert not cited or page.reading.cited or page is first
    steps = [page.reading.steps for page in (first, rest[-1]) if page.reading and page.reading.steps]
    assert [(bool(step.before), bool(step.after)) for step in steps] == [(False, True), (True, False)]


def test_a_part_has_an_entry_for_what_changes_its_articles() -> None:
    lookup = Lookup(sample.site())
    later, plain = lookup.link(sample.RULE_NEW), lookup.link(sample.REPORT)
    said = incoming(sample.RULE_OLD, lookup)
    assert {item.link.page for group in said for item in group.works} >= {later.page}
    line = Line(
        "dieu-1", "provision", (Text("Điều 1. Bến"),), changes=(Change("Điều 1", "được sửa đổi bởi", later, plain, "Sửa đổi Điều 1"),)
    )
    found = cited_by((line,), (*said, *said))
    assert [item.link.page for item in found] == [later.page]
    assert not any(fact.evidence for item in found for fact in item.facts)
    assert cited_by((replace(line, changes=()),), said) == ()


def test_sections_that_do_not_fit_have_pages_and_stay_named_on_the_first(lookup: Lookup) -> None:
    work = next(work for work in lookup.documents if work.startswith("88_kh-ubnd"))
    pages = tuple(work_pages(lookup.works[work], lookup))
    first, sections = pages[0], [page for page in pages if isinstance(page, SectionPage)]
    assert isinstance(first, WorkPage)
    away = dict(first.away)
    assert {"viec-phai-lam", "quan-he"} <= set(away)
    assert sum(len(page.said.states.tasks) for page in sections) == len(lookup.documents[work].statements.tasks)
    related = work_page(lookup.works[work], lookup).said.related
    assert sum(page.said.related for page in sections) == related
    assert {link.page for link in first.head.tabs} >= {link.page for link in away.values()}


def test_a_mark_leads_to_its_note_on_another_part() -> None:
    from build_tools.views.divided import Cut, Divided
    from build_tools.views.pieces import Text
    from build_tools.views.reading import cut_flow

    flow = (
        Line("p-1", "paragraph", (Text("a"), NoteMark("1", "dau-n", "n"))),
        Line("p-2", "paragraph", (NoteMark("1", "dau-n-2", "n"),)),
        Line("n", "note", (Text("Ghi chú"),), back="dau-n"),
    )
    pages = ("x/index.md", "x/phan-2/index.md")
    first, second = cut_flow(flow, Divided(pages, (Cut(0), Cut(1)), {"p-1": pages[0], "p-2": pages[1], "n": pages[1]}))
    inlines = [line.inlines for line in (*first, *second) if isinstance(line, Line)]
    assert inlines[0][1] == NoteMark("1", "dau-n", "n", pages[1])
    assert inlines[1][0] == NoteMark("1", "dau-n-2", "n")
    assert [line.back for line in second if isinstance(line, Line)] == ["", ""]


def test_a_document_that_is_not_long_is_one_page() -> None:
    lookup = Lookup(sample.site())
    assert lookup.divided == {}
    assert [page.path for page in work_pages(lookup.works[sample.LETTER], lookup)] == [f"van-ban/{sample.LETTER}/index.md"]
    assert list(place_files(lookup)) == []


def test_no_model_is_heavier_than_a_page(views: tuple[View, ...]) -> None:
    assert [(view.path, weight(view)) for view in views if weight(view) > LARGEST] == []


@cache
@pytest.mark.slow
def test_no_page_of_the_site_is_heavy(site: Site, tmp_path: Path) -> None:
    out, _ = build(site, tmp_path)  # strict: a dead link or place is an error
    sizes = {path.relative_to(out).as_posix(): path.stat().st_size for path in out.rglob("*.html")}
    assert len(sizes) > 100
    assert {path: size for path, size in sizes.items() if size > LARGEST} == {}
