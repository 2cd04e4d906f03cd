"""The HTML of every kind of page by the rules of the standard; what the theme itself breaks (``autocomplete``) is left out."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import lxml.html
import pytest

from tests.conftest import ROOT, need
from tests.site.built import once

pytestmark = pytest.mark.slow
TOOL = ROOT / "tests/js/node_modules/html-validate/bin/html-validate.mjs"


def test_pages_are_valid_html(session_folder: Path) -> None:
    need("html-validate (npm --prefix tests/js ci)", TOOL.is_file() and shutil.which("node") is not None)
    site = once(session_folder)
    pages = sorted(str(path) for path in site.rglob("*.html") if path.relative_to(site).parts[0] != "s")
    command = ["node", str(TOOL), "--config", str(ROOT / "tests/js/htmlvalidate.json"), "--formatter", "json", *pages]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = [
        f"{Path(file['filePath']).relative_to(site)}:{item['line']}: {item['ruleId']}: {item['message']}"
        for file in json.loads(done.stdout)
        for item in file["messages"]
    ]
    assert len(pages) > 40
    assert found == []


MARKS = ("{: .", "{ .", "{ #", "markdown=")
"""As templates write them; the sample has a text with ``{: #z }`` in it, which is shown as its words are."""


def test_no_page_shows_a_mark_of_its_source(session_folder: Path) -> None:
    """Attributes that Markdown did not take for such stand on the page as words."""
    found = []
    for path in sorted(once(session_folder).rglob("*.html")):
        shown = lxml.html.parse(path).getroot()
        for element in shown.xpath("//script | //style"):
            element.drop_tree()
        found += [(path.name, mark) for mark in MARKS if mark in shown.text_content()]
    assert found == []
