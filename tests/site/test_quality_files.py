"""The quality pages as files: every row of the pages is there, each leads to a page, no cell is reckoned."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace

from build_tools.render import render
from build_tools.views import Lookup
from build_tools.views.quality import QualityPage, quality_pages
from build_tools.views.quality_files import quality_files, quality_rows
from build_tools.views.wanted import WantedRow, wanted_rows
from tests.site.built import rendered
from tests.site.sample import site as sample_site


def test_both_files_tell_every_row() -> None:
    lookup = Lookup(sample_site())
    (_, table), (_, told) = quality_files(lookup)
    rows = list(csv.reader(io.StringIO(table.decode("utf-8-sig"))))
    found = json.loads(told)
    site = lookup.site
    assert len(rows) - 1 == len(found["rows"]) == sum(found["counts"].values())
    assert found["counts"]["wanted"] == len(wanted_rows(lookup))
    assert found["counts"].get("ambiguous", 0) == len(site.ambiguous)
    assert found["counts"].get("replaced", 0) == len(site.warned)
    assert rows[0][:3] == ["Loại", "Mã văn bản", "Văn bản"]
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_every_row_leads_to_a_page() -> None:
    pages = {page.path.replace("index.md", "index.html") for page in rendered()}
    found = list(quality_rows(Lookup(sample_site())))
    assert found
    assert {row.address.partition("#")[0] for row in found} <= pages


def test_the_count_beside_a_wanted_document_is_that_by_which_the_list_is_ordered() -> None:
    overview = next(page for page in quality_pages(Lookup(sample_site())) if isinstance(page, QualityPage))
    link = overview.wanted[0].link
    twice, often = (WantedRow(replace(link, text=name), *counts) for name, counts in (("Luật Đò dọc", (2, 2)), ("Luật Đò ngang", (1, 7))))
    text = render(replace(overview, wanted=(twice, often))).text
    assert re.findall(r"Luật Đò (\w+)\].*<span class=\"so\">(\d)<", text) == [("dọc", "2"), ("ngang", "1")]
