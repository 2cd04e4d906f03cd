"""Issuers as real documents name them: every one that the annotation holds is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from build_tools.model.header import Header
from build_tools.model.register import Register
from build_tools.naming import document_issuer, extend, resolve_issuer


@pytest.mark.shared
def test_every_annotated_issuer_is_told(shipped: Register, shared: Path) -> None:
    unknown = []
    for path in sorted((shared / "gold").glob("*/*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = "".join(file.read_text(encoding="utf-8") for file in sorted((shared / "corpus").rglob(path.stem))[:1])
        head = gold["header"]
        header = Header.of(number=head["number"], place=head["place"], issuer=head["issuer"], parent=head["parent"])
        own = document_issuer(header, text, shipped)
        assert own is not None, path.stem
        register = extend(shipped, (own.found,))
        named = [item["issuer"] for item in gold["citations"] if item["issuer"]]
        unknown += [(path.stem, name) for name in named if resolve_issuer(name, register, own.found.issuer) is None]
    assert unknown == []
