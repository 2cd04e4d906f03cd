"""The lexicon's own YAML files as typed rows."""

from __future__ import annotations

from importlib import resources
from typing import TypeVar

from build_tools.model.row import Row
from build_tools.tables import Rows, load_rows

R = TypeVar("R", bound=Row)


def lexicon_rows(name: str, kind: type[R]) -> Rows[R]:
    """The rows of ``build_tools/lexicon/<name>.yaml``. Raises ``InputError`` with every fault, each at its line."""
    text = resources.files(__package__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return load_rows(text, kind, f"build_tools/lexicon/{name}.yaml")
