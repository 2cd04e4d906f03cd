"""The page of types and their codes: every row of the lexicon is on it."""

from __future__ import annotations

import re

from build_tools.lexicon.types import document_types
from build_tools.views import addresses
from tests.site.built import rendered

PAGES = {page.path: page.text for page in rendered()}
ROWS = {match[1]: match[0] for match in re.finditer(r"^- \*\*.*?\{: #([\w-]+) \}.*$", PAGES[addresses.CODES], re.MULTILINE)}


def test_every_type_is_shown_with_its_codes() -> None:
    assert set(ROWS) == {kind.id for kind in document_types()}
    for kind in document_types():
        assert kind.name in ROWS[kind.id]
        assert all(code in ROWS[kind.id] for code in kind.every_code)


def test_what_is_told_of_a_type() -> None:
    assert "QĐ (chỉ trong số của Đảng)" in ROWS["quy-dinh"].replace("\\", "")
    assert "xếp vào Công văn" in ROWS["van-ban"]
    assert "](../loai/bao-cao/index.md)" in ROWS["bao-cao"]
    assert "](../loai/" not in ROWS["hien-phap"]


def test_the_home_page_leads_to_it() -> None:
    assert "ma-loai/index.md" in PAGES[addresses.HOME]
