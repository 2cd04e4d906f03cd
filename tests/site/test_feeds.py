"""Feeds are Atom, lead to pages of the site, and are there only where links can be whole."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from build_tools.model.settings import Settings
from build_tools.views import Lookup, feed_files
from tests.site import sample

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def test_a_site_with_an_address_has_feeds_of_its_documents() -> None:
    site = replace(sample.site(), settings=Settings(url="https://example.org/chi-nam"))
    files = dict(feed_files(Lookup(site)))
    assert set(files) == {"feed.xml", "co-quan/huyen-uy-da-bac/feed.xml", "co-quan/tinh-uy-song-mo/feed.xml"}
    tree = etree.fromstring(files["feed.xml"])
    assert tree.xpath("//a:entry/a:title/text()", namespaces=ATOM) == ["Báo cáo 12-BC/HU", "Công văn 07-CV/TU"]
    assert tree.xpath("string(//a:entry/a:link/@href)", namespaces=ATOM) == f"https://example.org/chi-nam/van-ban/{sample.REPORT}/"
    assert tree.xpath("string(/a:feed/a:updated)", namespaces=ATOM) == "2022-07-01T00:00:00Z"


def test_a_site_without_an_address_has_none() -> None:
    assert list(feed_files(Lookup(sample.site()))) == []
