"""The upright page: from a PDF's user space (y upwards, perhaps turned) to points from the top left corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Frame:
    """Left and bottom edge and unturned size in points, and all quarter turns clockwise that make the text upright."""

    left: float
    bottom: float
    width: float
    height: float
    turns: int

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point of user space on the upright page.

        >>> Frame(0, 0, 600, 800, 0).place(10, 790), Frame(0, 0, 600, 800, 1).place(10, 790)
        ((10, 10), (790, 10))
        """
        x -= self.left
        y -= self.bottom
        if self.turns == 0:
            return x, self.height - y
        if self.turns == 1:
            return y, x
        if self.turns == 2:
            return self.width - x, y
        return self.height - y, self.width - x


def frame_of(page: Any, turn: int) -> Frame:
    """The frame of a page (a ``pypdfium2.PdfPage``) whose text is upright after ``turn`` more quarter turns than the page tells."""
    left, bottom, right, top = page.get_cropbox()
    return Frame(left, bottom, right - left, top - bottom, (page.get_rotation() // 90 + turn) % 4)
