"""Links as Markdown: relative, so that pages work wherever they are put."""

from __future__ import annotations

import posixpath

from markupsafe import Markup

from build_tools.render import escape
from build_tools.views.pieces import Link


def relative(page: str, target: str, anchor: str = "") -> str:
    """The address of ``target`` as a Markdown page at ``page`` writes it.

    >>> relative("van-ban/a/index.md", "van-ban/b/index.md", "dieu-5")
    '../b/index.md#dieu-5'
    """
    path = "" if target == page and anchor else posixpath.relpath(target, posixpath.dirname(page))
    return f"{path}#{anchor}" if anchor else path


def link_markdown(link: Link, page: str, classes: str = "", text: str | None = None) -> Markup:
    """A Markdown link with its preview as the title, and classes."""
    shown = escape.markdown(text if text is not None else link.text)
    preview = Markup(' "{}"').format(escape.title(link.preview)) if link.preview and link.page != page else ""
    attributes = f"{{ {classes} }}" if classes else ""
    return Markup("[{}]({}{}){}").format(shown, Markup(relative(page, link.page, link.anchor)), preview, Markup(attributes))
