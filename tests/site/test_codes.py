"""The page of types and their codes: every row of the lexicon is on it."""

from __future__ import annotations

import re

import pytest

from build_tools.lexicon.types import document_types
from build_tools.views import addresses
from tests.site.built import rendered


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return {page.path: page.text for page in rendered()}


@pytest.fixture(scope="module")
def rows(pages: dict[str, str]) -> dict[str, str]:
    found = re.finditer(r"^- \*\*.*?\{: #([\w-]+) \}.*$", pages[addresses.CODES], re.MULTILINE)
    return {match[1]: match[0] for match in found}


def test_every_type_is_shown_with_its_codes(rows: dict[str, str]) -> None:
    assert set(rows) == {kind.id for kind in document_types()}
    for kind in document_types():
        assert kind.name in rows[kind.id]
        assert all(code in rows[kind.id] for code in kind.every_code)


def test_what_is_told_of_a_type(rows: dict[str, str]) -> None:
    assert "QĐ (chỉ trong số của Đảng)" in rows["quy-dinh"].replace("\\", "")
    assert "xếp vào Công văn" in rows["van-ban"]
    assert "](../loai/bao-cao/index.md)" in rows["bao-cao"]
    assert "](../loai/" not in rows["hien-phap"]


def test_the_home_page_leads_to_it(pages: dict[str, str]) -> None:
    assert "ma-loai/index.md" in pages[addresses.HOME]
