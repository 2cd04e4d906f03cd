"""What each element of a web page holds: its letters, those in links, the lines that only official documents have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.types import document_types
from build_tools.model.reading import Piece
from build_tools.read.printed import AUTHORITY, RECIPIENTS, nation, printed
from build_tools.read.web.markup import VOID, Tag, scan

_LINE = {
    "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tbody", "thead", "tr", "td", "th", "blockquote", "center",
    "section", "article", "header", "footer", "main", "body", "html", "nav", "aside", "form", "dl", "dt", "dd", "pre", "hr", "br", "figure",
}  # fmt: skip
"""Elements that begin a new line."""

_NUMBERED = rf"(?:(?:{'|'.join(kind.name for kind in document_types() if kind.issued_as)})\s)?{printed('number', case='any')}\s*:"
_ENDS = re.compile(
    rf"\s*(?:{nation('capitals', 'nation')}|{nation('capitals', 'party')}(?:\s+\w+){{0,2}}\s*$|{printed('motto', case='begin')}\s*[-–]"
    rf"|{printed(*RECIPIENTS, case='begin')}\s*:|{_NUMBERED}\s*\d[^\s/]*/[^\s/]*[{CAPITALS}]"
    rf"|{printed(*AUTHORITY)}\s*[./]?\s*[{CAPITALS}]{{2}})"
)
"""Lines of the heading and the signature block: none may be left outside."""
_MARK = re.compile(
    rf"\s*(?:{printed('article', case='exact')}\s+\d+[a-z]?\s*(?:[.:–-]|$)"
    rf"|{printed('division')}\s+(?:[IVX]+|\d+|{printed('ordinal-word')})\b"
    rf"|{printed('basis')}\s|{printed('addressees', case='exact')}\s*:|{printed('decides')}\s*:)"
)
"""Other lines that an official document has and a portal's frame has hardly."""

# Names of classes in the pages of portals, English or Vietnamese without diacritics: no words of documents.
_FRAME = re.compile(
    r"breadcrumb|navbar|\bnav\b|menu|toolbar|\bshare|social|related|lien-?quan|comment|banner|advert|quang-?cao|popup|modal|footer|"
    r"sidebar|tooltip|login|search|\btabs?\b|paging|rating",
    re.IGNORECASE,
)
_FRAME_TAGS = {"nav", "aside", "footer", "form", "dialog", "menu"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
WORD = re.compile(r"\w")

PROSE = 60
"""Letters from which a line counts as prose."""
MARK_WEIGHT = 200
"""What a mark adds to the weight of its line, in letters."""
MAX_DEPTH = 100
"""Elements inside one another; deeper ones count as part of the hundredth."""


@dataclass(slots=True)
class Element:
    """An element with what its whole inside holds. ``link``: it is, or stands in, a link."""

    name: str
    start: int
    inner: int
    parent: Element | None
    frame: bool = False
    hidden: bool = False
    link: bool = False
    depth: int = 0
    end: int = -1
    weight: float = 0.0
    ends: int = 0
    marks: int = 0
    letters: int = 0
    linked: int = 0
    links: int = 0
    children: list[Element] = field(default_factory=list)

    def above(self) -> Iterator[Element]:
        """This element and those around it."""
        here: Element | None = self
        while here is not None:
            yield here
            here = here.parent


@dataclass(slots=True)
class _Line:
    """The text between two line ends, with the element it belongs to."""

    home: Element
    parts: list[Piece] = field(default_factory=list)
    linked: int = 0

    def close(self) -> tuple[str, int, int]:
        """Text and place of the line."""
        return "".join(part.text for part in self.parts), self.parts[0].start, self.parts[-1].end


def holds_marks(text: str) -> bool:
    """True when one of the lines is one that official documents have."""
    return any(_ENDS.match(line) or _MARK.match(line) for line in text.splitlines())


def survey(source: str) -> tuple[Element, list[tuple[str, int, int]]]:
    """The tree of elements with their weights, and the lines of text."""
    walk = _Walk(Element("html", 0, 0, None, end=len(source)))
    root = walk.here
    for token in scan(source):
        if isinstance(token, Piece):
            walk.text(token)
        else:
            walk.tag(token)
    walk.end_line()
    for element in walk.here.above():
        element.end = len(source) if element.end < 0 else element.end
    return root, walk.lines


class _Walk:
    """Goes through a page: the element where it is, the lines of text that ended, and the one that has begun."""

    def __init__(self, root: Element) -> None:
        self.here = root
        self.lines: list[tuple[str, int, int]] = []
        self._line = _Line(root)
        self._open: dict[str, int] = {}

    def text(self, piece: Piece) -> None:
        """A piece of text goes on the line, whose home is the innermost element that holds all of it."""
        line = self._line
        if not line.parts:
            line.home = self.here
        elif line.home is not self.here:
            line.home = _common(line.home, self.here)
        line.parts.append(piece)
        if self.here.link:
            line.linked += len(WORD.findall(piece.text))

    def tag(self, tag: Tag) -> None:
        """A tag opens an element or closes one, and may end the line."""
        if tag.name in _LINE:
            self.end_line()
        if tag.closing:
            if self._open.get(tag.name):
                self._close(tag)
                self._line.home = self.here
        elif tag.name not in VOID:
            self.here = _open(self.here, tag, self._open)
            self._line.home = self.here

    def end_line(self) -> None:
        """What was gathered is a line, if there is any."""
        if self._line.parts:
            self.lines.append(self._line.close())
            _count(self._line, self.lines[-1][0])
        self._line = _Line(self.here)

    def _close(self, tag: Tag) -> None:
        """Close the innermost element of that name, and all within it that was left open."""
        while (around := self.here.parent) is not None:
            closed, self.here = self.here, around
            closed.end = tag.end if closed.name == tag.name else tag.start
            self._open[closed.name] -= 1
            if closed.name == tag.name:
                break


def _open(here: Element, token: Tag, depth: dict[str, int]) -> Element:
    if token.name in _LINE and here.name == "p" and here.parent is not None:  # a p ends where a block begins
        here.end = token.start
        depth["p"] -= 1
        here = here.parent
    names = f"{token.get('class')} {token.get('id')} {token.get('role')}" if "=" in token.attributes else ""
    hidden = "style" in token.attributes and _HIDDEN.search(token.get("style")) is not None
    frame = token.name in _FRAME_TAGS or _FRAME.search(names) is not None
    link = here.link or (token.name == "a" and "href" in token.attributes)
    element = Element(token.name, token.start, inner=token.end, parent=here, frame=frame, hidden=hidden, link=link, depth=here.depth + 1)
    if here.depth < MAX_DEPTH:
        here.children.append(element)
        depth[token.name] = depth.get(token.name, 0) + 1
        return element
    return here


def _count(line: _Line, text: str) -> None:
    letters = len(WORD.findall(text))
    if not letters:
        return
    mostly_link = line.linked * 2 > letters
    end = not mostly_link and _ENDS.match(text) is not None
    mark = not mostly_link and (end or _MARK.match(text) is not None)
    weight = 0.0 if mostly_link else (letters if letters >= PROSE else letters / 4) + (MARK_WEIGHT if mark else 0)
    for element in line.home.above():
        element.letters += letters
        element.linked += line.linked
        element.links += mostly_link
        element.ends += end
        element.marks += mark
        element.weight += weight


def _common(one: Element, other: Element) -> Element:
    around = {id(element) for element in one.above()}
    return next(element for element in other.above() if id(element) in around)
