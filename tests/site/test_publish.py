import os
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from build_tools.model.diagnostic import InputError
from build_tools.model.register import Work
from build_tools.model.settings import Content
from build_tools.publish import Page, publish, swap
from build_tools.publish.alone import alone
from build_tools.publish.slim import JOINED, SCRIPT, THEME, slim
from build_tools.publish.swap import built_aside
from build_tools.scripts import shortened
from build_tools.search.install import ASSETS
from tests.site import sample
from tests.site.built import build, once, snapshot

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(session_folder: Path) -> Path:
    return once(session_folder)


def pages(out: Path) -> Iterator[tuple[Path, html.HtmlElement]]:
    for path in sorted(out.rglob("*.html")):
        yield path, html.fromstring(path.read_bytes().decode())


def test_two_builds_are_the_same_bytes(built: Path, tmp_path: Path) -> None:
    again, _ = build(sample.site(), tmp_path)
    assert snapshot(built) == snapshot(again)


def test_properdocs_builds_the_same_pages(built: Path, tmp_path: Path) -> None:
    other, warnings = build(sample.site(), tmp_path, tool="properdocs")
    assert warnings == ()
    generator = re.compile(rb'<meta name="generator"[^>]*>|<!--.*?-->', re.DOTALL)
    mine, theirs = snapshot(built), snapshot(other)
    assert set(mine) == set(theirs)
    for name, data in mine.items():
        if name.endswith(".html"):
            assert generator.sub(b"", data) == generator.sub(b"", theirs[name]), name


def test_every_link_and_anchor_leads_somewhere(built: Path) -> None:
    ids = {path: set(tree.xpath("//@id")) for path, tree in pages(built)}
    count = 0
    for path, tree in pages(built):
        if path.name == "404.html":
            continue
        for address in tree.xpath("//a/@href | //link/@href | //script/@src | //img/@src"):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                assert "example.org" in address, f"{path}: {address}"
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            assert target.is_file(), f"{path}: {address}"
            if parts.fragment and target in ids:
                assert unquote(parts.fragment) in ids[target], f"{path}: {address}"
            count += 1
    assert count > 500


def test_ids_are_unique_on_each_page(built: Path) -> None:
    for path, tree in pages(built):
        ids = [value for value in tree.xpath("//@id") if not value.startswith("__")]
        assert len(ids) == len(set(ids)), path


def test_every_page_is_three_links_from_home(built: Path) -> None:
    links: dict[Path, set[Path]] = {}
    for path, tree in pages(built):
        found = {(path.parent / unquote(urlsplit(a).path)).resolve() for a in tree.xpath("//article//a/@href") if not urlsplit(a).scheme}
        links[path.resolve()] = found & {p.resolve() for p in built.rglob("*.html")}
    reached, front = {(built / "index.html").resolve()}, {(built / "index.html").resolve()}
    for _ in range(3):
        front = {target for path in front for target in links[path]} - reached
        reached |= front
    short = (built / "s").resolve()  # short addresses lead to pages; nothing on a page leads to them
    assert {p for p in links if p.name != "404.html" and short not in p.parents} - reached == set()


def text_of(element: html.HtmlElement) -> str:
    for mark in element.xpath(".//*[contains(@class, 'neo') or contains(@class, 'headerlink')]"):
        mark.drop_tree()
    return " ".join(element.text_content().split())


def test_page_text_is_source_text(built: Path) -> None:
    tree = html.fromstring((built / "van-ban" / sample.LETTER / "index.html").read_bytes().decode())
    body = tree.xpath("//div[@class='van-ban']")[0]
    lines = [text_of(child) for child in body]
    source = [line for _, line in sample.LETTER_LINES]
    assert lines == [*source[:5], source[6], *source[5:6], *source[7:]]  # the note follows the line of its mark


def test_points_d_and_dd_have_addresses_of_their_own(built: Path) -> None:
    tree = html.fromstring((built / "van-ban" / sample.REPORT / "index.html").read_bytes().decode())
    assert text_of(tree.get_element_by_id("dieu-5-khoan-1-diem-d")) == "d) Điểm d."
    assert text_of(tree.get_element_by_id("dieu-5-khoan-1-diem-dd")) == "đ) Điểm đ."
    assert [cell.get("colspan") for cell in tree.xpath("//div[@class='bang']//th")] == [None, None, "2", None, None]


def test_nothing_is_asked_of_another_host(built: Path) -> None:
    for path, tree in pages(built):
        for address in tree.xpath("//link/@href | //script/@src | //img/@src | //iframe/@src | //form/@action"):
            assert not urlsplit(address).netloc, f"{path}: {address}"
    for path in built.rglob("*.css"):
        assert not re.search(rb"url\(\s*['\"]?(?:https?:)?//", path.read_bytes()), path


def test_addresses_in_sitemap_and_canonical_links_have_no_file_name(tmp_path: Path) -> None:
    out, _ = build(sample.site(), tmp_path, site_url="https://example.org/chi-nam/")
    sitemap = (out / "sitemap.xml").read_text()
    assert f"<loc>https://example.org/chi-nam/van-ban/{sample.LETTER}/</loc>" in sitemap
    assert "index.html" not in sitemap
    assert "404" not in sitemap
    tree = html.fromstring((out / "van-ban" / sample.LETTER / "index.html").read_bytes().decode())
    assert tree.xpath("//link[@rel='canonical']/@href") == [f"https://example.org/chi-nam/van-ban/{sample.LETTER}/"]
    missing = html.fromstring((out / "404.html").read_bytes().decode())
    assert all(address.startswith(("/chi-nam/", "#")) for address in missing.xpath("//main//a/@href"))


def test_an_old_address_leads_on_and_an_id_that_begins_with_a_dot_is_no_hidden_folder(tmp_path: Path) -> None:
    site = sample.site()
    old = "06-cv_tu--cong-van--tinh-uy-song-mo--x"
    odd = Work(".01.a-kl_tw--quy-dinh--ban-trung-uong", "quy-dinh", "01a-KL/TW", "ban-trung-uong", None, "Số có chữ thường")
    works = tuple(sorted((*site.works, odd), key=lambda work: work.id))
    site = replace(site, works=works, register=replace(site.register, redirects=((old, sample.LETTER),)))
    out, warnings = build(site, tmp_path)
    assert warnings == ()
    assert f"url=../{sample.LETTER}/index.html" in (out / "van-ban" / old / "index.html").read_text()
    assert (out / "van-ban" / f"_{odd.id}" / "index.html").is_file()


def test_a_link_that_is_sent_says_what_it_leads_to(built: Path) -> None:
    tree = html.fromstring((built / "van-ban" / sample.LETTER / "index.html").read_bytes().decode())
    said = {meta.get("property"): meta.get("content") for meta in tree.xpath("//meta[starts-with(@property, 'og:')]")}
    assert said["og:title"] == "Công văn 07-CV/TU"
    assert said["og:description"].startswith("Công văn 07-CV/TU · ngày 20/05/2022 · Tỉnh ủy Sông Mơ khóa X")
    assert said["og:site_name"] == "Chỉ nam"


def test_nothing_is_published_that_no_page_asks_for(built: Path) -> None:
    assert not list(built.rglob("*.map"))
    assert not (built / "assets" / "javascripts").exists()


def test_the_one_script_of_a_page_is_ours_with_short_names_and_nothing_else(built: Path) -> None:
    ours = [ASSETS / "boot.js", THEME / "assets/frame.js", THEME / "assets/chi-nam.js"]
    assert (built / SCRIPT).read_text("utf-8") == ";\n".join(shortened(path.read_text("utf-8")) for path in ours)


@pytest.mark.parametrize("name", ["frame.js", "chi-nam.js"])
def test_a_script_that_somebody_wrote_stays_as_it_was_written(tmp_path: Path, name: str) -> None:
    code = (THEME / "assets" / name).read_text("utf-8")
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / name).write_text(f"{code}// hers\n", "utf-8")
    slim(tmp_path)
    assert (tmp_path / "assets" / name).read_text("utf-8") == f"{code}// hers\n"


def test_a_page_asks_for_one_script_unless_somebody_wrote_one_of_them(built: Path, tmp_path: Path) -> None:
    def asked(site: Path) -> list[str]:
        return html.fromstring((site / "index.html").read_bytes()).xpath("//script/@src")

    assert asked(built) == [SCRIPT]
    assert [path for path in JOINED if (built / path).exists()] == [SCRIPT]
    (tmp_path / "docs/assets").mkdir(parents=True)
    (tmp_path / "docs/assets/frame.js").write_text("// hers", "utf-8")
    publish([Page("index.md", "# Trang chủ")], tmp_path / "site", content=Content(tmp_path, tmp_path / "data"))
    assert asked(tmp_path / "site") == [*JOINED]
    assert (tmp_path / "site/assets/frame.js").read_text("utf-8") == "// hers"


def test_a_dead_link_in_raw_html_stops_a_strict_build(tmp_path: Path) -> None:
    page = Page("index.md", '# Trang chủ\n\n<p><a href="khong-co.html">hỏng</a></p>\n')
    with pytest.raises(InputError, match=r"khong-co\.html"):
        publish([page], tmp_path / "site", content=Content(tmp_path, tmp_path / "data"), strict=True)


def test_a_failed_build_leaves_the_old_site(built: Path, tmp_path: Path) -> None:
    out = Path(shutil.copytree(built, tmp_path / "site"))
    before = snapshot(out)
    broken = [Page("index.md", "# Trang chủ\n\n[hỏng](khong-co/index.md)\n")]
    with pytest.raises(InputError):
        publish(broken, out, content=Content(tmp_path, tmp_path), strict=True)
    assert snapshot(out) == before
    assert not list(tmp_path.glob("site.*"))


def test_a_page_never_takes_the_place_of_a_hand_written_one(tmp_path: Path) -> None:
    (tmp_path / "docs/gioi-thieu").mkdir(parents=True)
    (tmp_path / "docs/gioi-thieu/index.md").write_text("# Giới thiệu\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"gioi-thieu/index\.md"):
        publish([Page("gioi-thieu/index.md", "# Khác\n")], tmp_path / "site", content=Content(tmp_path, tmp_path))


def test_pages_that_are_gone_leave_no_files(tmp_path: Path) -> None:
    for text in ("van-ban/a/index.md", "van-ban/b/index.md"):
        publish([Page(text, "# A\n")], tmp_path / "site", content=Content(tmp_path, tmp_path))
    assert not (tmp_path / "docs" / "_generated" / "van-ban" / "a").exists()
    assert (tmp_path / "site" / "van-ban" / "b" / "index.html").is_file()
    assert not (tmp_path / "site" / "van-ban" / "a").exists()


def test_a_site_lost_between_two_renames_comes_back(tmp_path: Path) -> None:
    (tmp_path / "site.old").mkdir()
    (tmp_path / "site.old" / "index.html").write_text("cũ")
    with pytest.raises(RuntimeError), built_aside(tmp_path / "site"):
        raise RuntimeError
    assert (tmp_path / "site" / "index.html").read_text() == "cũ"


@pytest.mark.parametrize("moves", [0, 1, 2])
def test_a_site_that_was_cut_off_while_it_gave_way_is_made_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moves: int) -> None:
    out = tmp_path / "site"
    for path, text in {"a.html": "cũ", "b/c.html": "mất", "d.html": "ở lại"}.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_text(text, encoding="utf-8")
    really, left = os.replace, [moves]

    def replace(source: Path, target: Path) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError("đứt")
        really(source, target)

    monkeypatch.setattr(os, "replace", replace)
    with suppress(OSError), built_aside(out) as aside:
        (aside.folder / "a.html").write_text("mới", encoding="utf-8")
        (aside.folder / "e.html").write_text("thêm", encoding="utf-8")
        aside.stays = {"d.html"}
    monkeypatch.undo()
    with pytest.raises(RuntimeError), built_aside(out):
        raise RuntimeError
    assert {path.relative_to(out).as_posix(): path.read_text("utf-8") for path in out.rglob("*") if path.is_file()} == {
        "a.html": "mới", "d.html": "ở lại", "e.html": "thêm",
    }  # fmt: skip
    assert not (out / "b").exists()


@pytest.mark.parametrize("held", ["site", "site.new"])
def test_a_site_that_cannot_be_moved_stays_whole_and_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: str
) -> None:
    """Windows does not let a folder be renamed in which another program stands."""
    out = tmp_path / "site"
    out.mkdir()
    (out / "a.html").write_text("cũ", encoding="utf-8")
    really = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if self.name == held:
            raise PermissionError(13, "Permission denied", str(self))
        return really(self, target)

    monkeypatch.setattr(swap, "PAUSES", (0.0, 0.0))
    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(InputError, match="site-held") as told, built_aside(out) as aside:
        (aside.folder / "a.html").write_text("mới", encoding="utf-8")
    (line,) = told.value.diagnostics
    assert "trang cũ vẫn nguyên vẹn" in line.message
    assert {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")} == {"site", "site/a.html"}
    assert (out / "a.html").read_text("utf-8") == "cũ"


def rewritten(aside: swap.Aside, *names: str, stays: str) -> None:
    for name in names:
        (aside.folder / name).write_text("mới", encoding="utf-8")
    aside.stays = {stays}


def test_no_page_gives_way_while_one_of_those_that_must_is_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "site"
    out.mkdir()
    for name in ("a.html", "b.html", "c.html"):
        (out / name).write_text("cũ", encoding="utf-8")

    def rename(source: Path, target: Path) -> None:
        if source.name == "b.html":
            raise PermissionError(13, "Permission denied", str(source))

    monkeypatch.setattr(swap, "PAUSES", (0.0, 0.0))
    monkeypatch.setattr(os, "rename", rename)
    with pytest.raises(InputError, match=r"b\.html.*site-held"), built_aside(out) as aside:
        rewritten(aside, "a.html", "b.html", stays="c.html")
    assert {path.name: path.read_text("utf-8") for path in tmp_path.rglob("*.html")} == dict.fromkeys(("a.html", "b.html", "c.html"), "cũ")


def test_a_site_that_is_held_for_a_moment_is_replaced_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out, left = tmp_path / "site", [2]
    out.mkdir()
    really = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if self == out and left[0]:
            left[0] -= 1
            raise PermissionError(13, "Permission denied", str(self))
        return really(self, target)

    monkeypatch.setattr(swap, "PAUSES", (0.0, 0.0, 0.0))
    monkeypatch.setattr(Path, "rename", rename)
    with built_aside(out) as aside:
        (aside.folder / "a.html").write_text("mới", encoding="utf-8")
    assert (out / "a.html").read_text("utf-8") == "mới"


def test_new_folders_without_pages_are_moved_in_one_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out, moved = tmp_path / "site", list[str]()
    for path in ("a.html", "s/cu/1.js", "x"):
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_text("cũ", encoding="utf-8")
    really = os.replace
    monkeypatch.setattr(os, "replace", lambda source, target: moved.append(Path(target).name) or really(source, target))
    new = ("a.html", "s/moi/1.js", "s/moi/2.js", "t/b.html", "t/c.js", "x/1.js")
    with built_aside(out) as aside:
        for path in new:
            (aside.folder / path).parent.mkdir(parents=True, exist_ok=True)
            (aside.folder / path).write_text("mới", encoding="utf-8")
        aside.stays = {"s/cu/1.js"}
    assert moved == ["moi", "c.js", "1.js", "a.html", "b.html"]  # pages last; a file stood in the way of "x"
    assert {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()} == {*new, "s/cu/1.js"}


def test_one_build_waits_for_another(tmp_path: Path) -> None:
    order: list[str] = []
    told = threading.Event()

    def second() -> None:
        with alone(tmp_path, told.set):
            order.append("second")

    with alone(tmp_path):
        waiting = threading.Thread(target=second)
        waiting.start()
        assert told.wait(10)
        order.append("first")
    waiting.join(10)
    assert order == ["first", "second"]


def test_nobody_is_told_to_wait_for_nothing(tmp_path: Path) -> None:
    told = threading.Event()
    for _ in range(2):
        with alone(tmp_path / "mới", told.set):
            pass
    assert not told.is_set()
