"""How a word processor lays out a document's pages, as far as rules of layout ask for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """Sizes in mm of the first section; ``font`` and ``size`` (points) of most letters of the text, None where it does not tell."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    font: str | None = None
    size: float | None = None
