"""The template engine: everything printed is escaped as Markdown unless a filter says what else it is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context, Undefined
from markupsafe import Markup

from build_tools.messages import say
from build_tools.render import escape
from build_tools.render.chain import chain_drawing
from build_tools.render.chart import bar_chart
from build_tools.render.compiled import compiled
from build_tools.render.flow import flow_markdown
from build_tools.render.links import link_markdown, relative
from build_tools.views import addresses
from build_tools.views.chains import ChainNode
from build_tools.views.figures import Chart
from build_tools.views.pieces import Flow, Link, When


def _finalize(value: object) -> object:
    """Plain values become escaped Markdown; what a filter or a macro marked as finished stays."""
    if isinstance(value, (Markup, Undefined)):
        return value
    return escape.markdown(str(value))


@pass_context
def _link(context: Context, link: Link, classes: str = "", text: str | None = None) -> Markup:
    return link_markdown(link, context["page"].path, classes, text)


@pass_context
def _href(context: Context, link: Link) -> Markup:
    """The address of a page of the finished site, for raw HTML."""
    return escape.html(addresses.html(relative(context["page"].path, link.page, link.anchor)))


def _relative(page: str, target: str) -> Markup:
    return Markup(relative(page, target))


@pass_context
def _flow(context: Context, flow: Iterable[Flow]) -> Markup:
    return flow_markdown(flow, context["page"].path)


@pass_context
def _drawing(context: Context, rows: Sequence[ChainNode]) -> Markup:
    return chain_drawing(rows, context["page"].path)


@pass_context
def _chart(context: Context, chart: Chart) -> Markup:
    return bar_chart(chart, context["page"].path)


def _say(key: str, **fields: object) -> Markup:
    """Wording of the catalogue, which is Markdown; what is put into its fields is escaped unless it is finished already."""
    return Markup(say(key, **{name: _finalize(value) for name, value in fields.items()}))


def _time(value: When, classes: str = "") -> Markup:
    """A time element, and what is uncertain of it; recurrences have no machine form and become plain text."""
    if not value.machine:
        return escape.markdown(value.text)
    named = Markup(f' class="{classes}"') if classes else ""
    doubt = f" ({value.doubt})" if value.doubt else ""
    return Markup('<time datetime="{}"{}>{}</time>{}').format(Markup(value.machine), named, Markup(value.text), doubt)


def _quote(value: str) -> Markup:
    """A string as YAML writes it (JSON strings are YAML)."""
    return Markup(json.dumps(escape.BLANKS.sub(" ", value), ensure_ascii=False))


def _qr(address: str) -> Markup:
    """A picture that a telephone's camera reads as ``address``: the squares as one path, in the colour of the page's letters."""
    import segno  # only pages with an address of their own have a picture

    return Markup(segno.make(address, error="m", micro=False).svg_inline(border=2, omitsize=True, dark="#000", svgclass="ma-qr"))


@cache
def environment() -> Environment:
    """The one environment. Missing values are errors."""
    made = Environment(
        loader=PackageLoader("build_tools.render", "templates"),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=compiled(),
    )
    made.filters |= {"href": _href, "html": escape.html, "inner": escape.inner, "heading": escape.heading}
    made.filters |= {"yaml": _quote, "time": _time, "qr": _qr}
    made.globals |= {"a": _link, "chart": _chart, "drawing": _drawing, "flow": _flow, "relative": _relative, "link_to": Link, "t": _say}
    return made
