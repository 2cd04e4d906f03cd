"""Footnotes at the foot of a page, in texts that a page was flattened to."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.normalise.lines import Line
from build_tools.normalise.reflow import Profile


def mark_notes(lines: Sequence[Line], layout: Profile) -> None:
    """Set ``note`` on the lines of footnotes."""
