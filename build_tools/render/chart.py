"""Bars as a drawing made when the site is built: no script, letters that grow with the page, every number also written out.

Drawn here and not by a charting package: the drawing takes the colours of the page, light and dark and printed, by its style sheet, its
bars are links to their sources, and equal sites give equal bytes.
"""

from __future__ import annotations

from markupsafe import Markup

from build_tools.render import escape
from build_tools.render.links import relative
from build_tools.views import addresses
from build_tools.views.figures import Chart
from build_tools.views.wording import shorten

WIDTH, ROW, VALUE = 400, 44, 76
"""In units; the picture is as wide as a phone's text, a letter in it as high as one beside it. A row has its words above its bar;
``VALUE`` is the column of numbers."""
LETTER = 7.4
"""The width of a letter, about."""


def bar_chart(chart: Chart, page: str) -> Markup:
    """An SVG with a bar for each row, longest value full width; its title says what is shown."""
    height = ROW * len(chart.bars)
    room = WIDTH - VALUE
    top = max((bar.size for bar in chart.bars), default=0) or 1
    parts = [
        f'<svg class="bieu-do" viewBox="0 0 {WIDTH} {height}" role="group" aria-label="{escape.html(chart.title)}">',
        f"<title>{escape.html(chart.title)}</title>",
    ]
    for at, bar in enumerate(chart.bars):
        y = at * ROW
        length = max(1, round(room * bar.size / top))
        address = addresses.html(relative(page, bar.link.page, bar.link.anchor))
        said = f"{bar.label}: {bar.value}"
        parts.append(
            f'<a href="{escape.html(address)}"><title>{escape.html(said)}</title>'
            f'<text x="0" y="{y + 14}">{escape.html(shorten(bar.label, int(WIDTH / LETTER)))}</text>'
            f'<rect x="0" y="{y + 20}" width="{length}" height="14" rx="2"/>'
            f'<text class="gia-tri" x="{length + 6}" y="{y + 32}">{escape.html(bar.value)}</text></a>'
        )
    parts.append("</svg>")
    return Markup("".join(parts))
