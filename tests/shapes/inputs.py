"""The short inputs of the grids, kept as data in ``inputs.yaml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def _all() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "inputs.yaml").read_text(encoding="utf-8"))
    return found


def inputs(name: str) -> Any:
    """The list (or lists by name) of that name."""
    return _all()[name]
