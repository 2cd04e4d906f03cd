"""Dead links of a built site: a file that is not there, a place that is not in it; all else leads somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.cache import scan
from build_tools.publish.links import Seen, dead_links, seen_in


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
