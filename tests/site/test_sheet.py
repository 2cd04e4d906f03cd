"""One style sheet: what it leaves out of the theme's, and what stays."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from build_tools.publish.generator import CONFIG
from build_tools.publish.style import OURS, SHEET, THEMES, colours_of, framed, gather, rules, without_unasked, without_unused, words_of
from tests.site import every

WORDS = frozenset({"bang", "the", "--mau"})


@pytest.mark.parametrize(
    ("css", "left"),
    [
        ("a{b:c}", "a{b:c}"),
        (".bang{b:c}.la{b:c}", ".bang{b:c}"),
        (".bang .la,.the>.bang{b:c}", ".the>.bang{b:c}"),
        (".bang:not(.la){b:c}", ".bang:not(.la){b:c}"),
        (".bang:is(h1,h2)+p{b:c}", ".bang:is(h1,h2)+p{b:c}"),
        ('[title=".la,x"]{b:c}', '[title=".la,x"]{b:c}'),
        ('.bang:after{content:"}.la{"}', '.bang:after{content:"}.la{"}'),
        ("@media print{.la{b:c}}", ""),
        ("@media print{.la{b:c}.the{b:c}}", "@media print{.the{b:c}}"),
        ("@keyframes la{0%{b:c}to{b:d}}", "@keyframes la{0%{b:c}to{b:d}}"),
        ('@charset "UTF-8";.la{b:c}', '@charset "UTF-8";'),
    ],
)
def test_a_rule_goes_where_a_class_of_it_is_written_nowhere(css: str, left: str) -> None:
    assert without_unused(css, WORDS) == left


@pytest.mark.parametrize(
    ("css", "left"),
    [
        ('[dir="rtl"] .bang{b:c}', ""),
        ("[dir=rtl] .bang,[dir=ltr] .the{b:c}", "[dir=ltr] .the{b:c}"),
        ("[data-md-color-primary=red]{b:c}", ""),
        ("[data-md-color-primary=teal]{b:c}", "[data-md-color-primary=teal]{b:c}"),
        ('[data-md-color-accent="red"],[data-md-color-scheme=slate]{b:c}', "[data-md-color-scheme=slate]{b:c}"),
    ],
)
def test_colours_that_nobody_chose_and_other_ways_of_reading_go(css: str, left: str) -> None:
    assert without_unused(css, WORDS, {"teal"}) == left


def test_the_configuration_chooses_colours(tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text("theme:\n  palette:\n    - scheme: default\n      primary: teal\n      accent: 'deep-orange'\n", "utf-8")
    assert colours_of(config) == {"teal", "deep-orange"}
    assert colours_of(CONFIG) == {"custom"}


def test_a_picture_goes_where_no_rule_asks_for_it() -> None:
    css = ":root{--anh:url('data:x;y');--dung:var(--trong);--trong:1;--mau:red}@media print{:root{--anh:1}}p{color:var(--dung)}"
    assert without_unasked([css], WORDS) == [":root{--dung:var(--trong);--trong:1;--mau:red}p{color:var(--dung)}"]


def test_what_only_a_lost_picture_asked_for_goes_with_it() -> None:
    assert without_unasked([":root{--a:var(--b);--b:1}", "p{c:d}"], WORDS) == ["", "p{c:d}"]


def test_braces_that_do_not_close_are_told() -> None:
    with pytest.raises(ValueError, match=r"\.bang"):
        list(rules(".bang{b:c"))


def test_sheets_become_one_in_their_order(tmp_path: Path) -> None:
    for path, text in (
        (f"{THEMES}/main.css", ".la{b:c}.bang{b:1}"),
        (f"{THEMES}/palette.css", "p{b:2}"),
        (OURS[0], "i{b:3}"),
        (OURS[1], "b{b:4}"),
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    gather(tmp_path, WORDS)
    assert (tmp_path / SHEET).read_text("utf-8").split() == [".bang{b:1}", "p{b:2}", "i{b:3}", "b{b:4}"]
    assert [path.relative_to(tmp_path).as_posix() for path in sorted(tmp_path.rglob("*.css"))] == [SHEET]


def test_a_class_of_a_hand_written_page_is_a_word(tmp_path: Path) -> None:
    (tmp_path / "trang.md").write_text("Chú ý { .tabbed-set }", "utf-8")
    assert "tabbed-set" not in words_of(tmp_path, [])
    assert "tabbed-set" in words_of(tmp_path, ["trang.md"])


def test_classes_of_the_frame_are_read_from_the_pages_that_have_all_of_it(tmp_path: Path) -> None:
    new, old = tmp_path / "new", tmp_path / "old"
    pages = {new / "index.html": "mot hai", old / "a/index.html": "ba", old / "index.html": "cu", new / "a/b/index.html": "sau"}
    for path, classes in pages.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'<p id="x" class="{classes}">lời</p>', "utf-8")
    assert framed(("index.html", "a/index.html", "a/b/index.html", "x.css", "mat.html"), (new, old)) == {"mot", "hai", "ba"}


def _theme() -> Path:
    found = find_spec("material")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "templates"


@pytest.mark.slow
def test_no_class_of_the_theme_on_a_page_of_any_kind_is_left_out(session_folder: Path) -> None:
    site = every.once(session_folder)[0]
    named = set(re.findall(r"\.([A-Za-z_][\w-]*)", " ".join(path.read_text("utf-8") for path in _theme().glob("assets/stylesheets/*.css"))))
    found = {
        name for path in site.rglob("*.html") for said in re.findall(r'\bclass="([^"]*)"', path.read_text("utf-8")) for name in said.split()
    }
    assert len(named & found) > 50
    frame = framed((path.relative_to(site).as_posix() for path in site.rglob("*.html")), (site,))
    assert named & found - words_of(site, []) - frame == set()
