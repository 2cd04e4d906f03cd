"""How a text is laid out is told from what was kept as from the text itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.cache import Store
from build_tools.model.document import Document
from build_tools.model.site import Site
from build_tools.views import Lookup, laid, outline
from build_tools.views.divided import divide
from build_tools.views.laid import Words
from build_tools.views.places import place_names
from tests.site import huge, sample

WORDS = st.text(st.characters(exclude_characters="\0\1", exclude_categories=("Cs",)), max_size=4)


@given(st.dictionaries(WORDS, WORDS))
def test_words_are_those_of_the_dict(words: dict[str, str]) -> None:
    found = Words.of(words)
    assert dict(found) == words
    assert len(found) == len(words)
    assert all((key in found) == (key in words) for key in ("a", "0", "", "p-12"))


def read(site: Site) -> Site:
    """With keys of readings, as after a build."""
    return replace(site, documents=tuple(replace(item, reading=f"reading-{at}") for at, item in enumerate(site.documents)))


@pytest.mark.parametrize("long", [False, True])
def test_all_is_told_as_by_the_text(long: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = read(huge.site(tmp_path / "texts", chapters=12, rows=400, tasks=2, citing=2) if long else sample.site())
    read_again = []

    def counted(document: Document) -> outline.Outline:
        read_again.append(document)
        return outline.outline(document)

    monkeypatch.setattr(laid, "outline", counted)
    for _ in range(2):  # made, then kept
        lookup = Lookup(site, Store(tmp_path / "kept"))
        for item in site.documents:
            own = outline.outline(item.document)
            assert dict(lookup.anchors[item.work]) == own.anchors
            assert dict(lookup._places[item.work]) == place_names(item.document.root, item.document.footnotes)
            assert lookup.divided.get(item.work) == divide(item, own)
        assert bool(lookup.divided) == long
    assert len(read_again) == len(site.documents)


@pytest.mark.parametrize("data", [b"", b"chi-nam-1 half"])
def test_what_is_damaged_is_made_anew(data: bytes, tmp_path: Path) -> None:
    site = read(sample.site())
    plain = {item.work: dict(Lookup(site).anchors[item.work]) for item in site.documents}
    for _ in range(2):
        lookup = Lookup(site, Store(tmp_path))
        assert {work: dict(lookup.anchors[work]) for work in plain} == plain
        for path in tmp_path.rglob("*"):
            if path.is_file():
                path.write_bytes(data)
