"""Links as Markdown: relative, so that pages work wherever they are put."""

from __future__ import annotations

import posixpath
from functools import lru_cache

from markupsafe import Markup

from build_tools.render import escape
from build_tools.views.pieces import Link


def relative(page: str, target: str, anchor: str = "") -> str:
    """The address of ``target`` as a Markdown page at ``page`` writes it.

    >>> relative("van-ban/a/index.md", "van-ban/b/index.md", "dieu-5")
    '../b/index.md#dieu-5'
    """
    path = "" if target == page and anchor else _path(target, posixpath.dirname(page))
    return f"{path}#{anchor}" if anchor else path


_path = lru_cache(maxsize=1 << 14)(posixpath.relpath)
"""Remembered: a page links to the same few hundred pages again and again."""


def link_markdown(link: Link, page: str, classes: str = "", text: str | None = None) -> Markup:
    """A Markdown link with its preview as the title, and classes."""
    shown = escape.markdown(text if text is not None else link.text)
    preview = f' "{escape.title(link.preview)}"' if link.preview and link.page != page else ""
    attributes = f"{{ {classes} }}" if classes else ""
    return Markup(f"[{shown}]({relative(page, link.page, link.anchor)}{preview}){attributes}")
