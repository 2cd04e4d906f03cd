"""The picture of a page, as recognition takes it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """A page's picture: 8-bit grey, row by row, at ``dpi`` pixels an inch; ``own``: those that the scan itself has along its coarser side,
    where that is known to be another number (a fax has half as many down the page as across it)."""

    width: int
    height: int
    grey: bytes
    dpi: int
    own: int = 0

    @property
    def scale(self) -> float:
        """Points a pixel."""
        return 72.0 / self.dpi

    def file(self) -> bytes:
        """The picture as a PGM file."""
        return f"P5\n{self.width} {self.height}\n255\n".encode() + self.grey

    def crop(self, left: float, top: float, right: float, bottom: float) -> Picture:
        """The part between these edges, in points."""
        x0, x1 = (max(0, min(self.width, round(edge / self.scale))) for edge in (left, right))
        y0, y1 = (max(0, min(self.height, round(edge / self.scale))) for edge in (top, bottom))
        grey = b"".join(self.grey[row * self.width + x0 : row * self.width + x1] for row in range(y0, y1))
        return Picture(x1 - x0, y1 - y0, grey, self.dpi)
