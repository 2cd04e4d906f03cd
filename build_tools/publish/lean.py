"""The theme's frame without the blanks by which its templates are set out: a sixth of a page, and a sixth of a site."""

from __future__ import annotations

import re

_BLANKS = re.compile(r"\s*\n\s*")
_AS_WRITTEN = re.compile(r"<(?:pre|textarea)\b")
OWN, END = "<article", "</article>"
"""Between them stands what is a page's own."""


def lean(page: str) -> str:
    """A page whose frame is set out without indentation and empty lines; what is its own stays as it is."""
    before, mark, rest = page.partition(OWN)
    own, end, after = rest.rpartition(END)
    return f"{squeezed(before)}{mark}{own}{end}{squeezed(after)}" if mark and end else page


def squeezed(frame: str) -> str:
    """Text of a frame with one line break for blanks that hold any."""
    return frame if _AS_WRITTEN.search(frame) else _BLANKS.sub("\n", frame)
