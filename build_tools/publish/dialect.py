"""Pages as the templates write them to the HTML that Python-Markdown makes of them, byte for byte, in a tenth of its time.

Markdown has a hundred ways to write a page and the templates use a dozen: a head, containers opened to Markdown, headings and paragraphs
with attributes, lists, definitions, quotations, raw elements. These are read line by line. Whatever else stands in a page (hand-written
ones have it) makes ``converted`` give None: then the library converts the page. ``build --plain`` lets it convert all.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, NoReturn

from markdown.util import BLOCK_LEVEL_ELEMENTS

from build_tools.publish.elements import Raw, close_of, element, opened
from build_tools.publish.phrases import Address, Unknown, attributes, phrase, plain

BLOCKS = frozenset(BLOCK_LEVEL_ELEMENTS)
CONTAINERS = frozenset({"article", "aside", "details", "div", "nav", "ol", "section", "table", "tbody", "thead", "tr", "ul"})
"""Elements in which blocks of Markdown may stand; a list's item too, where it says so."""
TOP, DEEPEST = 2, 4
"""Levels of headings that the page's contents name (``toc_depth``)."""
MARK, MARK_TITLE = "¶", "Địa chỉ"
"""What leads to a heading's address (``permalink``, ``permalink_title``)."""

_HEAD = re.compile(r"---\n((?:[a-z]+: [^\n]*\n)+)---[ ]*\n")
_STRING = re.compile(r'(title|description): ("(?:[^"\\\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff]|\\["\\])*")')
_HIDE = re.compile(r"hide: \[((?:navigation|toc)(?:, (?:navigation|toc))*)\]")
_ROBOTS = "robots: noindex"
_FOREIGN = re.compile("[\t\r\x02\x03]|(?:^|\n)[ ]+\n")
_HEADING = re.compile(r"(#{1,6})(?!#)[ ]*([^#\n].*?)[ ]+\{([^{}\n]+)\}[ ]*")
_ATTRIBUTES = re.compile(r"[ ]*\{:([^{}\n]+)\}[ ]*")
_ITEM = re.compile(r"(?:(?P<ul>[*+-])|(?P<ol>1)\.)[ ]+(?P<text>\S.*)")
_DEFINED = re.compile(r":[ ]{3}(?P<text>\S.*)")
_SPECIAL = re.compile(r"[#>:]|~~~|[+*-](?=[ ]|$)|\d+[.)]|\[[^\[\]]*\]:|</?(?:" + "|".join(BLOCKS) + r")\b|\s")
"""What a line of running text may not begin with."""
_RULED = re.compile(r"[=_*-][=_*\s-]*")


class Heading(NamedTuple):
    """An entry of a page's contents: its level, its address on the page, its words as HTML without tags."""

    level: int
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Converted:
    """Of one page: what its head says, its HTML, the headings of its contents."""

    meta: dict[str, Any]
    html: str
    headings: tuple[Heading, ...]


def converted(text: str, address: Address) -> Converted | None:
    """HTML of a page; None where something in it is not known here. ``address``: see ``phrases``."""
    head = _HEAD.match(text)
    if head is None or _FOREIGN.search(text):
        return None
    try:
        meta = _meta(head[1])
        page = _Page(text[head.end() :].split("\n"), address)
        page.read()
    except Unknown:
        return None
    return Converted(meta, "".join(page.out).strip(), tuple(page.headings))


def _meta(lines: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for line in lines[:-1].split("\n"):
        if string := _STRING.fullmatch(line):
            found[string[1]] = json.loads(string[2])
        elif hidden := _HIDE.fullmatch(line):
            found["hide"] = hidden[1].split(", ")
        elif line == _ROBOTS:
            found["robots"] = "noindex"
        else:
            raise Unknown(line)
    return found


@dataclass(slots=True)
class _List:
    """A list that the next block may go on with: what it holds as HTML, and whether the last item stands in a paragraph yet."""

    tag: str
    items: list[str] = field(default_factory=list)
    bare: bool = False


class _Page:
    def __init__(self, lines: list[str], address: Address) -> None:
        self.lines, self.address = lines, address
        self.at = 0
        self.out: list[str] = []
        self.headings: list[Heading] = []
        self.open: list[str] = []
        self.begun = 0
        self.list: _List | None = None

    def read(self) -> None:
        lines, total = self.lines, len(self.lines)
        while self.at < total:
            line = lines[self.at]
            if not line:
                self.at += 1
            elif line[0] == "<" and (tag := opened(line)) in BLOCKS:
                self._element(line, tag)
            elif line.startswith("</"):
                self._close(line)
            else:
                self._block(list(self._taken()))
        self._end_list()
        if self.open:
            raise Unknown(self.open[-1])

    def _taken(self) -> Iterator[str]:
        """The lines of a block."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if not line or (line[0] == "<" and (opened(line) in BLOCKS or close_of(line) in BLOCKS)):
                return
            self.at += 1
            yield line

    def _element(self, line: str, tag: str) -> None:
        raw = Raw(line)
        state = raw.attributes.pop("markdown", None)
        if state is None:
            self._raw(tag)
        elif raw.rest == "" and ((state == "1" and tag in CONTAINERS) or (state == "block" and tag == "li")):
            self._end_list()
            self.out.append(f"<{tag}{raw.written()}>\n")
            self.open.append(tag)
            self.begun = len(self.out)
            self.at += 1
        elif state == "span" and tag in ("td", "th") and raw.rest.endswith(end := f"</{tag}>") and self.open:
            self._end_list()
            self.out.append(f"<{tag}{raw.written()}>{phrase(raw.rest.removesuffix(end), self.address)}{end}\n")
            self.at += 1
        else:
            raise Unknown(line)

    def _close(self, line: str) -> None:
        self._end_list()
        if not self.open or line != f"</{self.open[-1]}>" or len(self.out) == self.begun:  # nothing stands in it
            raise Unknown(line)
        self.out.append(f"</{self.open.pop()}>\n")
        self.at += 1

    def _raw(self, tag: str) -> None:
        """An element with all that stands in it, up to a line that ends with its end."""
        self._end_list()
        start, depth, end = self.at, 0, f"</{tag}>"
        begin = re.compile(rf"<{tag}[ >]")
        while self.at < len(self.lines):
            line = self.lines[self.at]
            depth += len(begin.findall(line)) - line.count(end)
            self.at += 1
            if depth <= 0:
                break
        whole = "\n".join(self.lines[start : self.at])
        after = self.lines[self.at] if self.at < len(self.lines) else ""
        if depth or not whole.endswith(end) or "<!" in whole or "<?" in whole:
            raise Unknown(tag)
        if self.open:
            self.out.append(element(whole, BLOCKS))
        elif after:
            raise Unknown(after)
        else:
            self.out.append(whole + "\n\n")

    def _block(self, lines: list[str]) -> None:
        first = lines[0]
        if any(_RULED.fullmatch(line) for line in lines):
            raise Unknown(first)
        if first[0] == "#":
            self._heading(first)
            if lines[1:]:
                self._block(lines[1:])
        elif item := _ITEM.match(first):
            self._items(lines, "ul" if item["ul"] else "ol")
        elif len(lines) > 1 and _DEFINED.match(lines[-1]):
            self._definitions(lines)
        elif first.startswith("> ") and len(lines) == 1:
            self._quotation(first[2:])
        else:
            self._paragraph(lines)

    def _heading(self, line: str) -> None:
        self._end_list()
        match = _HEADING.fullmatch(line)
        if match is None or "data-toc" in line or match[2] != match[2].strip():
            self._unknown(line)
        level, words = len(match[1]), phrase(match[2], self.address)
        found = attributes(match[3])
        place = re.search(r' id="([^"]*)"', found)
        if place is None or words.endswith("#"):
            self._unknown(line)
        if TOP <= level <= DEEPEST:
            self.headings.append(Heading(level, place[1], plain(words)))
        link = f'<a class="headerlink" href="#{place[1]}" title="{MARK_TITLE}">{MARK}</a>'
        self.out.append(f"<h{level}{found}>{words}{link}</h{level}>\n")

    def _items(self, lines: list[str], tag: str) -> None:
        found = []
        for line in lines:
            match = _ITEM.fullmatch(line)
            if match is None or match[tag] is None or _SPECIAL.match(match["text"]):
                self._unknown(line)
            found.append(phrase(match["text"], self.address))
        if self.list is None or self.list.tag not in ("ul", "ol"):
            self._end_list()
            self.list = _List(tag)
        elif self.list.items:
            if self.list.bare:
                self.list.items[-1] = f"\n<p>{self.list.items[-1]}</p>\n"
            found[0] = f"\n<p>{found[0]}</p>\n"
            self.list.bare = False
        self.list.bare = len(found) > 1 or not self.list.items
        self.list.items += found

    def _definitions(self, lines: list[str]) -> None:
        terms = [line for line in lines if line[0] != ":"]
        said = [_DEFINED.fullmatch(line) for line in lines[len(terms) :]]
        if any(_SPECIAL.match(term) or term.endswith("}") for term in terms):
            self._unknown(lines[0])
        if self.list is None or self.list.tag != "dl":
            self._end_list()
            self.list = _List("dl")
        self.list.items += (f"<dt>{phrase(term.strip(), self.address)}</dt>\n" for term in terms)
        for match in said:
            if match is None or _SPECIAL.match(match["text"]):
                self._unknown(lines[-1])
            self.list.items.append(f"<dd>{phrase(match['text'], self.address)}</dd>\n")

    def _quotation(self, words: str) -> None:
        if not words or _SPECIAL.match(words):
            self._unknown(words)
        if self.list is None or self.list.tag != "blockquote":
            self._end_list()
            self.list = _List("blockquote")
        self.list.items.append(f"<p>{phrase(words, self.address)}</p>\n")

    def _paragraph(self, lines: list[str]) -> None:
        self._end_list()
        found = ""
        if len(lines) > 1 and (match := _ATTRIBUTES.fullmatch(lines[-1])):
            found = attributes(match[1])
            lines = lines[:-1]
        for line in lines:
            if _SPECIAL.match(line) or line.startswith("{"):
                self._unknown(line)
        self.out.append(f"<p{found}>{phrase(chr(10).join(lines), self.address)}</p>\n")

    def _end_list(self) -> None:
        found, self.list = self.list, None
        if found is None:
            return
        items = found.items if found.tag in ("dl", "blockquote") else [f"<li>{item}</li>\n" for item in found.items]
        self.out.append(f"<{found.tag}>\n{''.join(items)}</{found.tag}>\n")

    @staticmethod
    def _unknown(line: str) -> NoReturn:
        raise Unknown(line)
