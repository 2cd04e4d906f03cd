"""The share of real documents in which all that was read agrees, with itself and with what other documents say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from build_tools.cache import Store
from build_tools.graph import build_site
from build_tools.graph.agreement import doubts, share
from build_tools.model.metadata import SourceFile
from tests.content import shipped

FLOORS = json.loads((Path(__file__).parent / "agreement.json").read_text(encoding="utf-8"))


@pytest.mark.shared
@pytest.mark.slow
def test_the_share_of_documents_that_ask_for_no_look(shared: Path, read_before: Store) -> None:
    folders = (shared / "corpus/party", shared / "corpus/state", shared / "more")
    paths = sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in {".txt", ".md"} and path.name != "README.md")
    sources = [SourceFile(path.stem, str(path), collection="extra") for path in paths]
    site = build_site(shipped(), sources, strict=False, store=read_before)
    found = doubts(site)
    assert share(site, found).percent >= FLOORS["clean"], "\n".join(map(str, found))
