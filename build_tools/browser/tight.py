"""Scripts without the blanks that only their readers need: those that are printed, and those written by hand."""

from __future__ import annotations

import re
from pathlib import Path

ASSETS = Path(__file__).with_name("assets")
_CAST = re.compile(r"/\*\* @type \S+ \*/ ?")
"""What tells the checker of types what an expression is."""
_SIGNS = re.compile(r"""(?P<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')| *(?P<sign>=>|===|!==|&&|\|\||[=,{}();?]) *""")
_JOINED = re.compile(r"(?<=[{(\[,;])\n|\n(?=[})\]])")
"""Ends of lines that end no statement."""
_TEXTS = re.compile(r'"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`')
_BLANKS = re.compile(r"\s*([=,;:{}()\[\]?&|<>!])\s*")
_LAST = re.compile(r";(?=\})")
"""The end of a statement that its block ends as well."""


def tight(script: str) -> str:
    """A script without the blanks around its signs; what stands in quotes stays."""
    made, end = [], 0
    for text in _TEXTS.finditer(script):
        made += [_LAST.sub("", _BLANKS.sub(r"\1", script[end : text.start()])), text.group()]
        end = text.end()
    return "".join((*made, _LAST.sub("", _BLANKS.sub(r"\1", script[end:]))))


def asset(name: str) -> str:
    """A script written by hand, without its comments and the blanks around its signs."""
    lines, inside = [], False
    for line in (ASSETS / name).read_text(encoding="utf-8").split("\n"):
        text = line.strip()
        if inside or text.startswith("/*"):
            inside = "*/" not in text
        elif text and not text.startswith("//"):
            lines.append(_tight_line(_CAST.sub("", text)))
    return _JOINED.sub("", "\n".join(lines)) + "\n"


def _tight_line(line: str) -> str:
    """A line without the blanks around its signs; as it stands where it may hold a pattern or a template."""
    return line if "/" in line or "`" in line else _SIGNS.sub(lambda found: found["string"] or found["sign"], line)


__all__ = ["asset", "tight"]
