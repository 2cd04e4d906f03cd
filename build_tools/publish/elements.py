"""Raw elements within Markdown, as Python-Markdown writes them again: attributes in order, a line for each block."""

from __future__ import annotations

import re
from collections.abc import Collection

from build_tools.publish.phrases import Unknown, quoted, unquoted

_OPEN = re.compile(r"<([a-z][a-z0-9]*)(?=[ >])")
_CLOSE = re.compile(r"</([a-z][a-z0-9]*)>")
_ATTRIBUTE = re.compile(r'[ ]([a-z][a-z-]*)(?:="([^"]*)")?')
_START = re.compile(r'<([a-z][a-z0-9]*)((?:[ ][a-z][a-z-]*(?:="[^"<>]*")?)*)[ ]?>')
_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:[ ][a-z][a-z-]*(?:="[^"<>]*")?)*)>')
_FOREIGN = re.compile(r"&(?!(?:\#[0-9]+|[0-9a-zA-Z]+);)|[\\`]")


def opened(line: str) -> str:
    """The name of the element that a line begins; empty: none."""
    match = _OPEN.match(line)
    return match[1] if match else ""


def close_of(line: str) -> str:
    """The name of the element that a line ends; empty: none."""
    match = _CLOSE.match(line)
    return match[1] if match else ""


class Raw:
    """The start of an element: its attributes as they are meant, and the ``rest`` of the line."""

    __slots__ = ("attributes", "rest")

    def __init__(self, line: str) -> None:
        match = _START.match(line)
        if match is None:
            raise Unknown(line)
        self.attributes = _attributes(match[2])
        self.rest = line[match.end() :]

    def written(self) -> str:
        """The attributes in their order."""
        return _written(self.attributes)


def element(whole: str, blocks: Collection[str]) -> str:
    """An element with all in it, and the end of its line. Raises ``Unknown``."""
    out: list[str] = []
    open_: list[str] = []
    fresh: list[bool] = []  # whether nothing but blocks stands in each of those that are open
    at, before = 0, ""
    for match in _TAG.finditer(whole):
        text, name = whole[at : match.start()], match[2]
        if "<" in text or ">" in text or _FOREIGN.search(text):
            raise Unknown(text)
        line_start = at == 0 or text.rpartition("\n")[1:] in (("\n", ""), ("\n", " "), ("\n", "  "))
        if text and fresh:
            fresh[-1] = False
        at = match.end()
        blank = not text.strip()
        if name not in blocks:
            fresh[-1] = False
            out += (text, match[0])
            before = "inline"
        elif match[1]:
            if not open_ or open_.pop() != name:
                raise Unknown(name)
            fresh.pop()
            out += ("" if blank and before == "end" else text, match[0], "\n" if open_ else "")
            before = "end"
        elif (line_start or fresh[-1]) and (blank and before != "inline"):
            out += ("\n" if before == "start" else "", f"<{name}{_written(_attributes(match[3]))}>")
            open_.append(name)
            fresh.append(True)
            before = "start"
        else:
            raise Unknown(text)
    if open_ or at != len(whole):
        raise Unknown(whole[:40])
    return "".join(out) + "\n"


def _attributes(written: str) -> dict[str, str]:
    return {name: name if value is None else unquoted(value) for name, value in _pairs(written)}


def _pairs(written: str) -> list[tuple[str, str | None]]:
    return [(match[1], match[2]) for match in _ATTRIBUTE.finditer(written)]


def _written(found: dict[str, str]) -> str:
    return "".join(f' {name}="{quoted(found[name])}"' for name in sorted(found))
