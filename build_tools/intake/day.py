"""The one clock of the tool: on which day an editor adds a document. Nothing that is built asks it."""

from __future__ import annotations

from datetime import date


def today() -> str:
    """The day by the clock of this machine, as ``added_on`` holds it."""
    return date.today().isoformat()
