"""Styles that browsers of 2020 understand (Chromium 80, Firefox 78), or that say beforehand what those shall do instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools.publish.dressing import _style
from tests.conftest import ROOT

SHEETS = (
    *sorted((ROOT / "build_tools").glob("*/assets/*.css")),
    *sorted((ROOT / "build_tools/publish/theme/assets").glob("*.css")),
)
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
NEWER = {
    r"\bcolor-mix\(": "Chromium 111",
    r"^content: .*\" / \"": "Chromium 77, Firefox 128",
    r"^overflow(?:-[xy])?: clip": "Chromium 90, Firefox 81",
    r"^inset(?:-|:)": "Chromium 87",
    r"^aspect-ratio:": "Chromium 88, Firefox 89",
    r"^accent-color:": "Chromium 93, Firefox 92",
    r"\b\d+[dsl]v[hw]\b": "Chromium 108, Firefox 101",
    r"^text-decoration: .*\d": "the thickness is no part of the short form before Chromium 89",
    r"\b(?:oklch|lab|lch)\(": "Chromium 111",
}
"""A declaration that those browsers cannot read → since when they can. It may stand only where the same property stands before it."""
SELECTORS = {
    r":not\([^()]*,": "Chromium 88, Firefox 84",
    r":is\(": "Chromium 88",
    r":where\(": "Chromium 88",
    r":has\(": "Chromium 105",
    r"@layer": "Chromium 99",
    r"@container": "Chromium 105",
    r"&": "nesting: Chromium 112, Firefox 117",
}
ALONE_ONLY = (":focus-visible", "::details-content")
"""Selectors that those browsers do not know: a rule that has one is dropped whole, so no other selector may stand beside them."""
BARE = {"overflow-x": "wide tables scroll in their own box; without it a mark at the edge may hang over"}
"""Newer declarations without which nothing is lost."""


def declarations(css: str) -> Iterator[tuple[str, list[str]]]:
    """Selector and declarations of each innermost rule."""
    for selector, body in RULE.findall(re.sub(r"/\*.*?\*/", "", css, flags=re.S)):
        yield selector.strip(), [" ".join(part.split()) for part in body.split(";") if part.strip()]


def faults(css: str) -> list[str]:
    found = []
    for selector, lines in declarations(css):
        for pattern, since in SELECTORS.items():
            if re.search(pattern, selector):
                found.append(f"{selector}: {since}")
        parts = [part.strip() for part in selector.split(",")]
        if any(name in part for part in parts for name in ALONE_ONLY) and not all(
            any(name in part for name in ALONE_ONLY) for part in parts
        ):
            found.append(f"{selector}: dropped whole")
        seen: set[str] = set()
        for line in lines:
            name = line.partition(":")[0]
            for pattern, since in NEWER.items():
                if re.search(pattern, line) and name not in seen and name not in BARE:
                    found.append(f"{selector} {{ {line} }}: {since}")
            seen.add(name)
        if any(line.startswith(("gap:", "column-gap:", "row-gap:")) for line in lines) and "display: grid" not in lines:
            found.append(f"{selector}: gaps between flexible boxes are of Chromium 84")
    return found


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_sheet_is_read_by_browsers_of_2020(sheet: Path) -> None:
    assert faults(sheet.read_text(encoding="utf-8")) == []


def test_a_units_own_colour_is_read_by_them_too() -> None:
    assert faults(_style("#0b5cad")) == []
    assert "#094a8a" in _style("#0b5cad")


@pytest.mark.parametrize(
    ("css", "count"),
    [
        ("a { color: red; color: color-mix(in srgb, red, blue) }", 0),
        ("a { color: color-mix(in srgb, red, blue) }", 1),
        (":root { --x: color-mix(in srgb, red, blue) }", 1),
        ("p { display: flex; gap: 1rem }", 1),
        ("p { display: grid; gap: 1rem }", 0),
        ("a { text-decoration: underline dotted 0.1em red }", 1),
        ("a { text-decoration: underline dotted red }", 0),
        ("a:focus, a:focus-visible { outline: 0 }", 1),
        ("a:focus-visible { outline: 0 }", 0),
        ("p:has(a) { margin: 0 }", 1),
        ("a:not(.b, .c) { margin: 0 }", 1),
        ("a:not(.b), p:not(.c) { margin: 0 }", 0),
        ("p { color: red; & a { margin: 0 } }", 1),
        ("p { aspect-ratio: 1 }", 1),
        ("p { height: 100dvh }", 1),
        ("p { height: 100vh; height: 100dvh }", 0),
        ("p { inset: 0 }", 1),
        ('a::after { content: "?"; content: "?" / "chưa rõ" }', 0),
    ],
)
def test_what_they_cannot_read_is_seen(css: str, count: int) -> None:
    assert len(faults(css)) == count
