"""Values as lines of text, for pinning: what equals its default is left out, a span is shown by the words it covers."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from typing import Any

from build_tools.model.span import Span

HIDDEN = frozenset({"clean", "document", "origin", "style", "register", "path", "children", "root", "source_path", "blocks"})
"""Fields whose values stand elsewhere on the page, or differ from machine to machine."""


def shown(value: Any, text: str) -> str:
    """One value on one line; ``text`` is what its spans index."""
    if isinstance(value, Span):
        return f"{value.start}“{_line(value.of(text))}”"
    if isinstance(value, str):
        return _line(value)
    if isinstance(value, (tuple, list)):
        return "[" + "; ".join(shown(item, text) for item in value) + "]"
    if is_dataclass(value) and not isinstance(value, type):
        parts = []
        for field in fields(value):
            held = getattr(value, field.name)
            if field.name in HIDDEN or (field.default is not MISSING and held == field.default):
                continue
            parts.append(f"{field.name}={shown(held, text)}")
        return f"{type(value).__name__}({', '.join(parts)})"
    return str(value)


def _line(text: str) -> str:
    return " ⏎ ".join(text.split("\n"))
