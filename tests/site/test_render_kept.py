"""A page whose model is the one of an earlier build is not rendered again."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools import render
from build_tools.cache import Store
from build_tools.views import Lookup, view_files
from tests.site import sample


def test_equal_models_are_rendered_once_and_other_templates_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, plain = Store(tmp_path), {page.path: page.text for page in render.render_site(sample.site())}
    files, rendered = dict(view_files(Lookup(sample.site()))), list[str]()
    really = render.render
    monkeypatch.setattr(render, "render", lambda view: rendered.append(view.path) or really(view))

    def built() -> dict[str, str]:
        rendered.clear()
        lookup = Lookup(sample.site())
        pages = {page.path: page.text for page in render.render_pages(lookup, store)}
        assert {page.path: page.data for page in render.render_files(lookup, store)} == files
        return pages

    assert built() == plain
    assert sorted(rendered) == sorted(plain)
    assert built() == plain
    assert rendered == []
    monkeypatch.setattr(render, "shown", lambda: "other templates")
    assert built() == plain
    assert sorted(rendered) == sorted(plain)
