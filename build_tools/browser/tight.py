"""Scripts without what only their writers need: those that are printed, and those written by hand."""

from __future__ import annotations

import re
from pathlib import Path

from build_tools.scripts import kept_short

ASSETS = Path(__file__).with_name("assets")
_TEXTS = re.compile(r'"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`')
_BLANKS = re.compile(r"\s*([=,;:{}()\[\]?&|<>!])\s*")
_LAST = re.compile(r";(?=\})")
"""The end of a statement that its block ends as well."""


def tight(script: str) -> str:
    """A printed script without the blanks around its signs; what stands in quotes stays."""
    made, end = [], 0
    for text in _TEXTS.finditer(script):
        made += [_LAST.sub("", _BLANKS.sub(r"\1", script[end : text.start()])), text.group()]
        end = text.end()
    return "".join((*made, _LAST.sub("", _BLANKS.sub(r"\1", script[end:]))))


def asset(name: str) -> str:
    """A script written by hand, as readers get it."""
    return kept_short((ASSETS / name).read_text(encoding="utf-8"))


__all__ = ["asset", "tight"]
