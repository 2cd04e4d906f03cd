"""Dead links of a built site: a file that is not there, a place that is not in it; all else leads somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.cache import scan
from build_tools.publish.links import Lost, Seen, dead_links, seen_in


def links_of(site: Path) -> dict[str, Seen]:
    """Page → its ids and links, of all pages of a site that stands in one folder."""
    return {path.relative_to(site).as_posix(): seen_in(path.read_bytes()) for path in sorted(site.rglob("*.html"))}


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ('<a href="b/index.html">', None),
        ('<a href="b/">', None),
        ('<a href="b/index.html#dieu-5">', None),
        ("<a class='x' href='b/index.html?h=a#%C4%91'>", None),
        ('<a href="#here">', None),
        ('<a href="https://example.org/x">', None),
        ('<a href="mailto:a@example.org">', None),
        ('<a data-x="1 > 0" href="b/anh.png">', None),
        ("<p>href=&quot;khong-co.html&quot;</p>", None),
        ('<a href="c/index.html">', "tệp không có"),
        ('<a href="b/index.html#dieu-6">', "chỗ không có"),
        ('<a href="#there">', "chỗ không có"),
        ('<img alt="" src="b/hinh.png">', "tệp không có"),
    ],
)
def test_a_link_leads_somewhere_or_is_told(tmp_path: Path, link: str, found: str | None) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "anh.png").write_bytes(b"")
    (tmp_path / "b" / "index.html").write_text('<p id="dieu-5"></p><p id="đ"></p>', encoding="utf-8")
    (tmp_path / "index.html").write_text(f'<p id="here">{link}</p>', encoding="utf-8")
    told = [(item.code, item.path, item.message) for item in dead_links(links_of(tmp_path), scan(tmp_path))]
    if found is None:
        assert told == []
    else:
        assert [(code, path) for code, path, _ in told] == [("dead-link", "index.html")]
        assert found in told[0][2]


def test_the_page_for_missing_addresses_is_shown_anywhere(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text('<a href="/chi-nam/index.html">', encoding="utf-8")
    assert list(dead_links(links_of(tmp_path), scan(tmp_path))) == []


@pytest.mark.parametrize("page", ["index.html", "a/index.html", "a/b/c.html", "đ#/a/index.html"])
@pytest.mark.parametrize(
    ("link", "lost"),
    [
        ("../a/b/index.html", "a/b/index.html"),
        ("b/", "a/b/index.html"),
        ("b?h=a#dieu-5", "a/b/index.html"),
        (".", "a/b/index.html"),
        ("..", "a/index.html"),
        ("../index.html", "index.html"),
        ("%C4%91%23/", "đ#/index.html"),
        ("../%C4%91%23/a%3Fb.png#x", "đ#/a?b.png"),
        ("../b/anh.png", "b/anh.png"),
    ],
)
def test_a_page_that_leads_to_what_is_lost_is_looked_at(page: str, link: str, lost: str) -> None:
    seen = {page: Seen.of((), ("../c/index.html", link))}
    files = {"c/index.html", "a/c/index.html", "đ#/c/index.html", "a/b/index.html", "a/index.html", "index.html", lost}
    died = [*dead_links(seen, files - {lost})] != [*dead_links(seen, files)]
    assert Lost([lost]).may_be_led_to(page, seen[page]) or not died
    assert not Lost(["x/y/index.html", "x/c.html"], ["c5"]).may_be_led_to(page, seen[page])


@pytest.mark.parametrize("place", ["dieu-5", "a/b", "c?", "đ", "d#e"])
def test_a_page_that_leads_to_a_place_that_is_lost_is_looked_at(place: str) -> None:
    lost, said = Lost([], [place]), place.replace("đ", "%C4%91")
    assert all(lost.may_be_led_to("index.html", Seen.of((), (link,))) for link in (f"b/index.html#{said}", f"#{said}"))
    assert not Lost([], ["dieu-5"]).may_be_led_to("index.html", Seen.of((), ("b/index.html#dieu-50", "dieu/5.html")))
