"""What each rule of the page looks at: paper, margins, font and size, which only a word processor's file can show."""

from __future__ import annotations

from build_tools.layout.checks import Check, Found, Subject
from build_tools.layout.rules import Rule
from build_tools.messages import say

_TOLERANCE = 0.6
"""mm: programs round to their own units."""


def _paper(subject: Subject, _: Rule) -> Found | None:
    sheet = subject.sheet
    if sheet is None:
        return None
    sides = sorted((sheet.width, sheet.height))
    fits = abs(sides[0] - 210) <= 1 and abs(sides[1] - 297) <= 1
    return None if fits else Found(say("layout.measured", size=f"{_figure(sheet.width)} × {_figure(sheet.height)} mm"))


def _margin(side: str) -> Check:
    def check(subject: Subject, rule: Rule) -> Found | None:
        if subject.sheet is None or subject.sheet.width > subject.sheet.height:
            return None  # a page on its side has its own edges
        value = float(getattr(subject.sheet, side))
        fits = rule.least - _TOLERANCE <= value <= rule.most + _TOLERANCE
        return None if fits else Found(say("layout.measured", size=f"{_figure(value)} mm"))

    return check


def _font(subject: Subject, _: Rule) -> Found | None:
    font = subject.sheet.font if subject.sheet else None
    return Found(say("layout.printed", words=font)) if font and font.lower() != "times new roman" else None


def _body_size(subject: Subject, rule: Rule) -> Found | None:
    size = subject.sheet.size if subject.sheet else None
    fits = size is None or rule.least <= size <= rule.most
    return None if fits else Found(say("layout.measured", size=_figure(size or 0)))


def _figure(value: float) -> str:
    return f"{value:g}".replace(".", ",")


ON_PAGE: dict[str, Check] = {
    "paper": _paper,
    "margin-top": _margin("top"),
    "margin-bottom": _margin("bottom"),
    "margin-left": _margin("left"),
    "margin-right": _margin("right"),
    "font": _font,
    "body-size": _body_size,
}
