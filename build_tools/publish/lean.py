"""Pages without the blanks by which their templates are set out: a sixth of a page, and a sixth of what a browser keeps of it.

Between a block and what is around it blanks show nothing, yet an old machine makes a node of each.
"""

from __future__ import annotations

import re

_BLANKS = re.compile(r"\s*\n\s*")
_BLOCKS = (
    "article|blockquote|body|details|div|dl|dd|dt|figcaption|figure|footer|form|h[1-6]|head|header|html|li|link|main|meta|nav|ol|p|section"
    "|summary|ul"
)
"""Elements of which the browser makes a block, or nothing that is seen. Cells of tables are none of them: their words are read one after
the other where somebody copies them."""
_BEFORE_BLOCK = re.compile(rf"\n(?=</?(?:{_BLOCKS})[ >])")
_AS_WRITTEN = re.compile(r"<(?:pre|textarea)\b")
OWN, END = "<article", "</article>"
"""Between them stands what is a page's own."""


def lean(page: str) -> str:
    """A page whose frame is set out without indentation and empty lines; what is its own stays as it is."""
    before, mark, rest = page.partition(OWN)
    own, end, after = rest.rpartition(END)
    return f"{squeezed(before)}{mark}{own}{end}{squeezed(after)}" if mark and end else page


def squeezed(frame: str) -> str:
    """Text of a frame with one line break for blanks that hold any, and none before a block."""
    return frame if _AS_WRITTEN.search(frame) else tight(_BLANKS.sub("\n", frame))


def tight(html: str) -> str:
    """HTML without the line breaks before the beginning or the end of a block."""
    return html if _AS_WRITTEN.search(html) else _BEFORE_BLOCK.sub("", html)
