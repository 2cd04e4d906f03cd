"""A chain of documents as a drawing: one row a document, lines from each to what it hangs on. Made once, when the site is built."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from build_tools.messages import say
from build_tools.render import escape
from build_tools.render.links import relative
from build_tools.views import addresses
from build_tools.views.chains import ChainNode
from build_tools.views.wording import shorten

WIDTH, ROW, INDENT, DEEPEST = 340, 46, 16, 6
"""In units of which a phone shows one a pixel; deeper documents stand no further in."""
LETTER = 7.6
"""The width of a letter of the first line, about."""


def chain_drawing(rows: Sequence[ChainNode], page: str) -> Markup:
    """An SVG of links. Every node says by words, not by colour alone, what it is to the one above it."""
    height = ROW * len(rows)
    parts = [f'<svg class="so-do" viewBox="0 0 {WIDTH} {height}" role="group" aria-label="{escape.html(say("pages.chain.drawing"))}">']
    for at, node in enumerate(rows):
        if node.parent >= 0:
            x, top = _left(rows[node.parent]) + 6, node.parent * ROW + 32
            dashed = ' class="thay"' if node.replaces else ""
            parts.append(f'<path{dashed} d="M{x} {top}V{at * ROW + 20}H{_left(node)}"/>')
    for at, node in enumerate(rows):
        parts.append(_node(node, at, page))
    parts.append("</svg>")
    return Markup("".join(parts))


def _left(node: ChainNode) -> int:
    return min(node.depth, DEEPEST) * INDENT


def _node(node: ChainNode, at: int, page: str) -> str:
    left, top = _left(node), at * ROW
    room = WIDTH - left - 14
    name = shorten(node.link.text, int(room / LETTER))
    about = " · ".join(filter(None, (node.chip, node.date.text if node.date else "", node.subject)))
    address = addresses.html(relative(page, node.link.page, node.link.anchor))
    ended = ' class="het"' if node.ended else ""
    return (
        f'<a href="{escape.html(address)}"><title>{escape.html(f"{node.link.text}. {about}")}</title>'
        f'<rect x="{left}" y="{top + 3}" width="{WIDTH - left - 1}" height="{ROW - 8}" rx="3"{ended}/>'
        f'<text x="{left + 7}" y="{top + 19}">{escape.html(name)}</text>'
        f'<text class="phu-de" x="{left + 7}" y="{top + 34}">{escape.html(shorten(about, int(room / (LETTER * 0.78))))}</text></a>'
    )
