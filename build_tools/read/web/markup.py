"""HTML as a stream of tags and text with offsets into the raw file: no script runs, no entity grows, nothing is fetched.

lxml and html.parser tell lines, not offsets; annotations and citations index the raw file, so tags are split here by one pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from build_tools.model.reading import Piece

_TOKEN = re.compile(
    r"<!--(?:.*?)-->|<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:_-]*)(?P<attributes>(?:\s[^<>]*|/)?)>|<[!?][^>]*>"
    r"|&(?:\#[xX]?[0-9A-Fa-f]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?|<",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([A-Za-z_:][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_RAW = {"script", "style", "noscript", "template", "svg", "iframe", "object", "head", "select", "textarea", "button", "title"}
"""Elements whose text nobody reads as part of a document."""
VOID = {"br", "hr", "img", "input", "meta", "link", "col", "area", "base", "embed", "source", "track", "wbr"}


_LEFT_OPEN = {"head", "select", "button", "title"}
"""Of these, elements that pages leave open: what follows is text all the same."""


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening or closing tag; names and attribute names in lower case."""

    name: str
    closing: bool
    attributes: str
    start: int
    end: int

    def get(self, name: str) -> str:
        """The value of an attribute, "" when absent."""
        for match in _ATTRIBUTE.finditer(self.attributes):
            if match.group(1).lower() == name:
                return unescape(match.group(2) or match.group(3) or match.group(4) or "")
        return ""


@dataclass(slots=True)
class _RawEnds:
    """Where elements end whose text is left out; the text in lower case is made when the first of them is met."""

    source: str
    _low: str = ""

    def after(self, name: str, position: int) -> int:
        """The offset behind the element that was opened before ``position``: the end of the text where nothing closes it."""
        size = len(self.source)
        self._low = self._low or self.source.lower()
        if len(self._low) != size:
            self._low = re.sub(r"[A-Z]+", lambda found: found.group().lower(), self.source)
        end = self._low.find(f"</{name}", position)
        if end < 0:
            return position if name in _LEFT_OPEN else size
        return self.source.find(">", end) + 1 or size


def scan(source: str) -> Iterator[Tag | Piece]:
    """Tags and text pieces of an HTML text in order; comments, declarations, scripts, styles and form controls are left out."""
    at = 0
    position = 0
    size = len(source)
    raw = _RawEnds(source)
    while position < size:
        match = _TOKEN.search(source, position)
        if match is None:
            break
        start, position = match.span()
        token = match.group()
        if token == "<":
            if source.startswith("<!--", start):
                position = size
                if at < start:
                    yield Piece(source[at:start], at, start)
                at = size
            continue
        if at < start:
            yield Piece(source[at:start], at, start)
        at = position
        if token[0] == "&":
            text = unescape(token)
            yield Piece(text, start, position)
            continue
        name = match.group("name")
        if name is None:
            continue
        name = name.lower()
        closing = bool(match.group("close"))
        if name in _RAW and not closing and not match.group("attributes").rstrip().endswith("/"):
            at = position = raw.after(name, position)
            continue
        yield Tag(name, closing, match.group("attributes"), start, position)
    if at < size:
        yield Piece(source[at:size], at, size)
