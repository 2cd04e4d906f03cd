"""What looking at the lines of a header found besides points."""

from __future__ import annotations

from dataclasses import dataclass, field

from build_tools.model.span import Excerpt
from build_tools.structure.title_line import TitleLine


@dataclass(slots=True)
class LinesSoFar:
    """What looking at lines found besides points: titles and lists of addressees that go over several lines, by their first line."""

    titles: dict[int, tuple[TitleLine, int]] = field(default_factory=dict)
    addressees: dict[int, tuple[tuple[Excerpt, ...], int]] = field(default_factory=dict)
    letter: bool = False
    nation: bool = False
    type: str | None = None
    """The type that stands alone on a line."""
    taken_to: int = 0
    capitals: list[str] = field(default_factory=list)
    place: str | None = None
    """Where the document was issued, in capitals; None as long as nobody asked."""
