"""Pages kept from an earlier build: the same bytes, the same warnings, with either generator."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build_tools.cache import Store
from build_tools.publish import generator
from build_tools.publish.generator import Tool, generate
from build_tools.publish.kept import Kept
from build_tools.publish.standing import Made
from tests.site.built import snapshot

CONFIG = """site_name: Thử
use_directory_urls: false
theme: {name: null, custom_dir: khung, static_templates: [sitemap.xml]}
plugins: []
nav: [index.md]
not_in_nav: "*"
validation: {links: {anchors: warn}}
extra: {}
"""
PAGES = {
    "index.md": "# Đầu\n\n[A](a.md#cho-nay) [B](b/b.md)\n",
    "a.md": "# A\n\n## Chỗ này { #cho-nay }\n\n[B](b/b.md#x) [chính nó](#cho-nay)\n",
    "b/b.md": "---\nredirect: true\n---\n\n# B { #x }\n\n[A](../a.md#cho-nay)\n",
}


class Place:
    """A folder of pages and what is kept of them."""

    def __init__(self, folder: Path, tool: Tool) -> None:
        self.folder, self.tool = folder, tool
        self.store = Store(folder / "kept")
        (folder / "mkdocs.yml").write_text(CONFIG + "markdown_extensions: [attr_list, toc]\n", "utf-8")
        (folder / "khung").mkdir()
        (folder / "khung" / "main.html").write_text(
            "<title>{{ page.title }}</title>{% for item in nav %}{{ item.url }}{% endfor %}{{ page.content }}", "utf-8"
        )
        shutil.copy(Path(generator.__file__).parent / "theme" / "sitemap.xml", folder / "khung")
        for name, text in PAGES.items():
            self.write(name, text)

    def write(self, name: str, text: str) -> None:
        path = self.folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def build(self, store: Store | None = None) -> tuple[dict[str, bytes], list[str]]:
        out = self.folder / "site"
        url = "https://song-mo.example/"
        made = generate(self.folder / "mkdocs.yml", self.folder / "docs", out, site_url=url, tool=self.tool, store=store or self.store)
        return snapshot(out), sorted(item.message for item in made.warnings)


@pytest.fixture(params=["mkdocs", "properdocs"])
def place(tmp_path: Path, request: pytest.FixtureRequest) -> Place:
    return Place(tmp_path, request.param)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that are made, by the generator or without it."""
    found: list[str] = []
    really = Kept.settled

    def settled(self: Kept, source: str, made: Made, data: bytes) -> None:
        found.append(source)
        really(self, source, made, data)

    monkeypatch.setattr(Kept, "settled", settled)
    return found


def test_kept_pages_are_those_of_a_build_from_nothing(place: Place, made: list[str]) -> None:
    first, told = place.build()
    assert told == []
    assert sorted(made) == sorted(PAGES)
    made.clear()
    again, told = place.build()
    assert (again, told) == (first, [])
    assert made == ["index.md"]
    assert b"song-mo.example/a.html" in again["sitemap.xml"]
    assert b"b/b.html" not in again["sitemap.xml"], "it only leads elsewhere"


CHANGES = {
    "a page": ("a.md", PAGES["a.md"] + "\nThêm.\n", {"index.md", "a.md"}),
    "a place that others link to": ("a.md", "# A\n\n[B](b/b.md#x)\n", {"index.md", "a.md"}),
    "a further page": ("c.md", "# C\n", {"index.md", "c.md"}),
}


@pytest.mark.parametrize("name", CHANGES)
def test_only_what_changed_is_made_and_all_is_told_as_without(place: Place, made: list[str], name: str) -> None:
    place.build()
    path, text, expected = CHANGES[name]
    place.write(path, text)
    made.clear()
    found = place.build()
    assert set(made) == expected
    assert found == place.build(Store(None))
    assert found == place.build(), "what was warned of is warned of again"


def test_a_page_that_leads_to_a_removed_one_is_made_again(place: Place, made: list[str]) -> None:
    place.build()
    (place.folder / "docs" / "b" / "b.md").unlink()
    made.clear()
    pages, told = place.build()
    assert set(made) == {"index.md", "a.md"}
    assert any("b/b.md" in message for message in told)
    assert (pages, told) == place.build(Store(None))


def test_other_settings_keep_nothing(place: Place, made: list[str]) -> None:
    place.build()
    made.clear()
    path = place.folder / "mkdocs.yml"
    path.write_text(path.read_text("utf-8").replace("Thử", "Khác"), "utf-8")
    place.build()
    assert sorted(made) == sorted(PAGES)
