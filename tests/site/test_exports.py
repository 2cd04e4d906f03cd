"""Which files for taking away stand beside the pages is for each site to say."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from build_tools.model.settings import EXPORTS, Export, Settings
from build_tools.render import render_pages
from build_tools.views import Lookup, view_files
from tests.site import sample

ENDINGS: dict[Export, str] = {"csv": ".csv", "json": ".json", "ics": ".ics", "atom": ".xml"}
PARTS = ("so-lieu/bieu-mau/",)
"""Blank forms are no exports."""


@pytest.mark.parametrize("exports", [(), EXPORTS, *((kind,) for kind in EXPORTS)], ids=lambda kinds: "-".join(kinds) or "none")
def test_a_site_has_the_files_that_it_publishes_and_no_page_leads_to_others(exports: tuple[Export, ...]) -> None:
    site = replace(sample.site(), settings=Settings(url="https://example.org/chi-nam", exports=exports))
    site = replace(site, documents=tuple(replace(item, added_on="2026-09-01") for item in site.documents))
    lookup = Lookup(site)
    files = {path for path, _ in view_files(lookup) if not path.startswith(PARTS)}
    assert {PurePosixPath(path).suffix for path in files} == {ENDINGS[kind] for kind in exports}
    offered = {ENDINGS[kind] for kind in exports}
    for page in render_pages(lookup):
        for target in re.findall(r"[\"(]([^\"() ]+\.(?:csv|json|ics|xml))[\")]", page.text):
            assert "://" in target or PurePosixPath(target).suffix in offered
