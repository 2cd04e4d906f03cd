"""Chains of direction: what hangs on what, in which order, and the drawing that says the same as the list."""

from __future__ import annotations

from dataclasses import replace

from lxml import html

from build_tools.model.site import Edge
from build_tools.render.chain import chain_drawing
from build_tools.views.chains import theme_chain, work_chain
from build_tools.views.lookup import Lookup
from tests.site import sample

LOOKUP = Lookup(sample.site())


def test_a_chain_goes_from_the_first_directive_to_the_last_report() -> None:
    (page,) = work_chain(sample.RULE_OLD, LOOKUP)
    assert [(row.link.text, row.depth, row.chip) for row in page.rows] == [
        ("Quy định 40-QĐ/TW", 0, ""),
        ("Quy định 41-QĐ/TW", 1, "thay thế"),
        ("Công văn 07-CV/TU", 2, "thực hiện"),
        ("Báo cáo 12-BC/HU", 3, "sơ kết, tổng kết"),
    ]
    assert [row.ended for row in page.rows] == [True, False, False, False]
    assert page.roots[0].children[0].children[0].link.text == "Công văn 07-CV/TU"


def test_a_document_on_which_too_little_hangs_has_no_chain_of_its_own() -> None:
    assert work_chain(sample.LETTER, LOOKUP) == ()
    assert work_chain(sample.CONFLICT, LOOKUP) == ()
    assert theme_chain("hoc-tap", LOOKUP) == ()  # two documents


def test_documents_that_hang_on_each_other_end_somewhere() -> None:
    site = sample.site()
    back = Edge(sample.RULE_OLD, "implements", sample.REPORT)
    outgoing = tuple((key, (*edges, back) if key == sample.RULE_OLD else edges) for key, edges in site.outgoing)
    incoming = tuple((key, (*edges, back) if key == sample.REPORT else edges) for key, edges in site.incoming)
    (page,) = work_chain(sample.RULE_OLD, Lookup(replace(site, outgoing=outgoing, incoming=incoming)))
    assert len(page.rows) == 4


def test_the_drawing_has_a_link_for_every_document_and_a_line_to_what_it_hangs_on() -> None:
    (page,) = work_chain(sample.RULE_OLD, LOOKUP)
    drawn = html.fromstring(str(chain_drawing(page.rows, page.path)))
    links = drawn.xpath(".//a")
    assert [link.xpath("string(.//title)").split(".")[0] for link in links] == [row.link.text for row in page.rows]
    assert links[0].get("href") == "../index.html"
    assert len(drawn.xpath(".//path")) == 3
    assert len(drawn.xpath(".//path[@class='thay']")) == 1


def test_a_chain_that_is_too_long_for_one_page_goes_on_below_the_same_first_document() -> None:
    site = sample.site()
    made = [replace(LOOKUP.works[sample.LETTER], id=f"thu-{number}", number=f"{number}-CV/TU") for number in range(600)]
    edges = [Edge(work.id, "implements", sample.RULE_NEW) for work in made]
    outgoing = (*site.outgoing, *((edge.source, (edge,)) for edge in edges))
    incoming = tuple((key, (*found, *edges) if key == sample.RULE_NEW else found) for key, found in site.incoming)
    lookup = Lookup(replace(site, works=(*site.works, *made), outgoing=outgoing, incoming=incoming))
    pages = work_chain(sample.RULE_NEW, lookup)
    assert len(pages) > 2
    assert {page.rows[0].link.text for page in pages} == {"Quy định 41-QĐ/TW"}
    assert {row.link.page for page in pages for row in page.rows} >= {f"van-ban/thu-{number}/index.md" for number in range(600)}
    assert all(row.parent == 0 for page in pages for row in page.rows[1:] if row.depth == 1)
