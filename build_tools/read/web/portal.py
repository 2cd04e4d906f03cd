"""The document inside a saved web page: everything around it (navigation, tabs, advertisements, pop-ups) is blanked out.

Blanks take the place of what goes, so that offsets into the file stay right. A page with the marks of an official document is cut
down by them; another page (press) by trafilatura where it is installed, else by the share of links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model.reading import Piece
from build_tools.read.web.markup import scan
from build_tools.read.web.weights import PROSE, WORD, Element, survey

_NOT_LINE_END = re.compile(r"[^\r\n]")

HOLDS = 0.6
"""Share of the weight that one child must hold for the document to be sought inside it."""
STRAY = 0.04
"""Share of the marks that may stand outside that child (a list of articles, the title repeated)."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A page with everything blanked that is not the document: the same length, line ends kept.

    ``guessed``: trafilatura, which would tell the text of such a page, is not installed, and only its long lines were kept.
    """

    text: str
    guessed: bool = False


def narrow(source: str) -> Narrowed:
    """The document of a page, in its place."""
    root, lines = survey(source)
    if root.marks < 2:
        return _press(source, lines) if _is_page(root) else Narrowed(source)
    return Narrowed(_cut_down(source, root))


def _cut_down(source: str, root: Element) -> str:
    """Keep the innermost element that holds the marks of an official document, without what is no part of it."""
    main = root
    while best := max(main.children, key=lambda child: (child.marks, child.weight), default=None):
        stray = main.marks - best.marks
        if best.name in ("p", "a") or best.hidden or best.ends < main.ends or stray > max(1, STRAY * main.marks):
            break
        if best.weight < (HOLDS if main.marks < 4 or stray else 0.1) * main.weight:
            break
        main = best
    gone = sorted(_around(main))
    if not gone and main.letters == root.letters:
        return source
    parts: list[str] = []
    at = 0
    for start, end in [(0, main.start), *gone, (main.end, len(source))]:
        if start >= at:
            parts += [source[at:start], _NOT_LINE_END.sub(" ", source[start:end])]
            at = end
    return "".join([*parts, source[at:]])


def _around(main: Element) -> Iterator[tuple[int, int]]:
    """What inside the main part is no part of the document: lists of links, hidden parts, parts named as a portal's frame."""
    stack = list(main.children)
    while stack:
        element = stack.pop()
        if element.marks == 0 and element.letters:
            listing = element.links >= 2 and element.linked * 2 > element.letters
            if element.hidden or listing or (element.frame and element.weight < main.weight / 3):
                yield element.start, element.end if element.end >= 0 else element.inner
                continue
        stack.extend(element.children)


def _is_page(root: Element) -> bool:
    """A page of a portal: it has lists of links beside its text."""
    return root.links >= 10


def _press(source: str, lines: list[tuple[str, int, int]]) -> Narrowed:
    """Keep the lines that trafilatura takes for the text of the page; without it, those that are prose."""
    try:
        from trafilatura import extract
    except ImportError:
        kept = [(start, end) for text, start, end in lines if len(WORD.findall(text)) >= PROSE]
        return Narrowed(_blank(source, kept) if kept else source, guessed=True)
    found = extract(source, include_comments=False, include_tables=True, fast=True) or ""
    wanted = {_key(line) for line in found.splitlines()}
    whole = _key(found)
    kept = [(start, end) for text, start, end in lines if (key := _key(text)) and (key in wanted or (len(key) >= PROSE and key in whole))]
    return Narrowed(_blank(source, kept) if kept else source)


def _key(text: str) -> str:
    return "".join(WORD.findall(text)).lower()


def _blank(source: str, kept: list[tuple[int, int]]) -> str:
    """Blank the text outside ``kept``; tags stay, so that the tree stays whole."""
    keep = bytearray(len(source))
    for start, end in kept:
        keep[start:end] = b"\x01" * (end - start)
    parts: list[str] = []
    for start, end, is_text in _stretches(source):
        if not is_text or keep[start:end].count(1) == end - start:
            parts.append(source[start:end])
        else:
            parts.append("".join(char if keep[start + place] or char in "\r\n" else " " for place, char in enumerate(source[start:end])))
    return "".join(parts)


def _stretches(source: str) -> Iterator[tuple[int, int, bool]]:
    """The whole source as stretches: (start, end, is text that a reader sees)."""
    at = 0
    for token in scan(source):
        if isinstance(token, Piece):
            if at < token.start:
                yield at, token.start, False
            yield token.start, token.end, True
            at = token.end
    if at < len(source):
        yield at, len(source), False
