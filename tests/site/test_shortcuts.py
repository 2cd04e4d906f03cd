"""Short addresses: stable, each its own, leading to the document and the paragraph named."""

from __future__ import annotations

from build_tools.publish import shortcut_files
from build_tools.views.lookup import Lookup
from build_tools.views.shortcuts import LENGTH, codes
from tests.site import sample


def test_a_code_follows_from_the_document_alone() -> None:
    few, many = codes(["a", "b"]), codes([f"{letter}" for letter in "abcdefgh"])
    assert {work: many[work] for work in few} == few
    assert len(set(many.values())) == 8
    assert {len(code) for code in many.values()} == {LENGTH}


def test_a_short_address_leads_to_the_document_and_keeps_the_paragraph() -> None:
    files = {path: data.decode() for path, data in shortcut_files(Lookup(sample.site()))}
    code = Lookup(sample.site()).codes[sample.LETTER]
    page = files[f"s/{code}/index.html"]
    assert f'location.replace("../../van-ban/{sample.LETTER}/index.html" + location.search + location.hash)' in page
    assert f'<a href="../../van-ban/{sample.LETTER}/index.html">Công văn 07-CV/TU</a>' in page
    assert '<meta property="og:title" content="Công văn 07-CV/TU">' in page
    assert '<meta property="og:description" content="Công văn 07-CV/TU · ngày 20/05/2022 · Tỉnh ủy Sông Mơ khóa X — Thực hiện ' in page
    assert len(files) == len(sample.site().documents)  # nothing without a text


def test_no_short_address_is_told_where_the_site_has_no_address() -> None:
    assert Lookup(sample.site()).short_url(sample.LETTER) == ""
