"""Source text to Markdown and HTML that show exactly that text: nothing in it is ever read as markup or as a template."""

from __future__ import annotations

import re

from markupsafe import Markup

_INLINE = re.compile(r"[\\`*_\[\]{}<>&|~^$=#]")
_SHOWN = {letter: "\\" + letter for letter in "\\`*_[]{}#"} | {
    "<": "&lt;",
    ">": "&gt;",
    "&": "&amp;",
    "|": "&#124;",
    "~": "&#126;",
    "^": "&#94;",
    "$": "&#36;",
    "=": "&#61;",
}
_START = re.compile(r"(?P<digits>\d{1,9})(?P<stop>[.)])|(?P<mark>[-+:!%])")
_NUMBER = re.compile(r"(?<![\w/-])(\d[\w.]{0,8}(?:[/-]{1,2}\w{1,8}){1,3})(?![\w/-])")
"""A number with its code."""
LINE = 16
"""A number of so many letters has room on a line of a phone's largest heading; what is longer may be broken rather than cut off."""
_WHOLE = Markup('<span class="lien">{}</span>')
_TITLE = re.compile(r"[^\w\s,;:·–—“”‘’…%/+-]|_")
BLANKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
_NOT_SINGLE = re.compile(r"[^\S ]|[\x00-\x1f\x7f-\x9f]|  ")
"""What of ``BLANKS`` is no single plain blank: most texts have none, and that is quickly seen."""


def markdown(text: str) -> Markup:
    """Text as one line of Markdown that shows it: digits and marks that would begin a list or a heading are escaped as well.

    >>> print(markdown("3. **{{ x }}** <b>"))
    3\\. \\*\\*\\{\\{ x \\}\\}\\*\\* &lt;b&gt;
    """
    line = str(inner(text)).lstrip(" ")
    start = _START.match(line)
    if start and start["digits"]:
        line = f"{start['digits']}\\{start['stop']}{line[start.end() :]}"
    elif start:
        line = f"&#{ord(start['mark'])};{line[1:]}" if start["mark"] in ":%" else "\\" + line
    return Markup(line)


def _single_blanks(text: str) -> str:
    return BLANKS.sub(" ", text) if _NOT_SINGLE.search(text) else text


def inner(text: str) -> Markup:
    """The same for text that does not begin a line. An exclamation mark at its end would make a link right after it a picture.

    >>> print(inner("Thi đua [1]!"))
    Thi đua \\[1\\]\\!
    """
    shown = _INLINE.sub(lambda match: _SHOWN[match[0]], _single_blanks(text))
    return Markup(f"{shown[:-1]}\\!" if shown.endswith("!") else shown)


def heading(text: str, begins: bool = True) -> Markup:
    """Text of a heading, in whose large letters a number of a document is not broken where a phone's line ends. ``begins``: a line with it.

    >>> print(heading("Công văn 743-CV/TU"))
    Công văn <span class="lien">743-CV/TU</span>
    """
    before, *rest = _NUMBER.split(text)
    shown = [_WHOLE.format(inner(part)) if at % 2 == 0 and len(part) <= LINE else inner(part) for at, part in enumerate(rest)]
    return Markup("").join((markdown(before) if begins else inner(before), *shown))


def title(text: str) -> Markup:
    """Text for the quoted title of a Markdown link: every mark that could end it is written as an entity."""
    return Markup(_TITLE.sub(lambda match: f"&#{ord(match[0])};", BLANKS.sub(" ", text).strip()))


def html(text: str) -> Markup:
    """Text inside a raw HTML element or attribute."""
    return Markup(_single_blanks(text).translate({38: "&amp;", 60: "&lt;", 62: "&gt;", 34: "&quot;", 39: "&#39;"}))
