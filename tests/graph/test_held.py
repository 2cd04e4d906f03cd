"""A document that is held in less room tells the same, however it is handed on."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.cache import Store
from build_tools.model.document import Document
from build_tools.model.header import Header
from build_tools.model.held import held
from tests.site import huge, sample


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> tuple[Document, ...]:
    long = huge.site(tmp_path_factory.mktemp("held") / "texts", chapters=3, rows=40, tasks=2, citing=2)
    return tuple(item.document for site in (sample.site(), long) for item in site.documents)


def same(one: Document, other: Document) -> bool:
    whole = (one.root, one.sections, one.clean.blocks) == (other.root, other.sections, other.clean.blocks)
    return whole and (one.clean.text, one.header, one.footnotes) == (other.clean.text, other.header, other.footnotes)


def test_all_is_told_as_before(documents: tuple[Document, ...], tmp_path: Path) -> None:
    store = Store(tmp_path)
    for number, document in enumerate(documents):
        found = held(document)
        store.save("held", f"{number:04}", found)
        kept = store.load("held", f"{number:04}")
        assert all(same(document, other) for other in (found, held(found), pickle.loads(pickle.dumps(found)), kept))
        assert found == kept
        headed = replace(found, header=Header())
        assert headed.root == document.root


def test_what_is_written_down_is_not_replaced_in_silence(documents: tuple[Document, ...]) -> None:
    found = held(documents[0])
    with pytest.raises(ValueError, match="init=False"):
        replace(found, root=documents[0].root)
    assert not hasattr(found, "blocks_of")
