"""The quality pages as files: every row of the pages is there, each leads to a page, no cell is reckoned."""

from __future__ import annotations

import csv
import io
import json

from build_tools.views import Lookup
from build_tools.views.quality_files import quality_files, quality_rows
from build_tools.views.wanted import wanted_rows
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
