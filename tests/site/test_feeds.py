"""What came lately: feeds are Atom and there only where links can be whole; the page tells what it leaves out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from build_tools.model.settings import Settings
from build_tools.model.site import Site
from build_tools.views import Lookup, feed_files, home
from build_tools.views.recent import added_rows, recent_pages
from tests.site import sample

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def addressed(**days: str | None) -> Site:
    """The sample at an address; ``letter`` and ``report``: when they were added."""
    site = sample.site()
    letter, report = (replace(item, added_on=days[name]) for item, name in zip(site.documents, ("letter", "report"), strict=True))
    return replace(site, settings=Settings(url="https://example.org/chi-nam"), documents=(letter, report))


def test_feeds_and_page_are_ordered_by_the_day_on_which_a_text_was_added() -> None:
    lookup = Lookup(addressed(letter="2026-09-01", report="2026-08-30"))
    files = dict(feed_files(lookup))
    assert set(files) == {"feed.xml", "co-quan/huyen-uy-da-bac/feed.xml", "co-quan/tinh-uy-song-mo/feed.xml"}
    tree = etree.fromstring(files["feed.xml"])
    assert tree.xpath("//a:entry/a:title/text()", namespaces=ATOM) == ["Công văn 07-CV/TU", "Báo cáo 12-BC/HU"]
    assert tree.xpath("string(//a:entry/a:link/@href)", namespaces=ATOM) == f"https://example.org/chi-nam/van-ban/{sample.LETTER}/"
    assert tree.xpath("string(/a:feed/a:updated)", namespaces=ATOM) == "2026-09-01T00:00:00Z"
    (page,) = recent_pages(lookup)
    assert [section.title for section in page.sections] == ["Ngày 01/09/2026", "Ngày 30/08/2026"]
    assert "không được ghi lại" not in page.intro
    assert [row.link.text for row in added_rows(lookup, 1)] == ["Công văn 07-CV/TU"]


def test_a_text_whose_day_nobody_stated_is_in_no_list_and_the_page_says_so() -> None:
    lookup = Lookup(addressed(letter=None, report="2026-08-30"))
    files = dict(feed_files(lookup))
    assert set(files) == {"feed.xml", "co-quan/huyen-uy-da-bac/feed.xml"}
    assert sample.LETTER.encode() not in files["feed.xml"]
    (page,) = recent_pages(lookup)
    assert [row.link.text for section in page.sections for row in section.rows] == ["Báo cáo 12-BC/HU"]
    assert "1 văn bản mà ngày đưa lên trang không được ghi lại" in page.intro


def test_a_site_without_an_address_has_none() -> None:
    assert list(feed_files(Lookup(sample.site()))) == []


def test_the_home_page_shows_what_came_last_where_its_other_list_has_not_all(monkeypatch: pytest.MonkeyPatch) -> None:
    lookup = Lookup(addressed(letter="2026-09-01", report="2026-08-30"))
    assert home.home(lookup).added == ()
    monkeypatch.setattr(home, "NEWEST", 1)
    assert [row.added.text for row in home.home(lookup).added if row.added] == ["01/09/2026", "30/08/2026"]
