"""Findings made from the catalogue: a key, a place, and the fields of its message."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable
from typing import Any

from build_tools.messages.catalogue import BASE, SETTING, catalogue, chosen, languages
from build_tools.model.diagnostic import Diagnostic, InputError, Severity


def finding(
    key: str,
    path: str = "",
    line: int = 0,
    column: int = 0,
    /,
    *,
    start: int | None = None,
    end: int | None = None,
    severity: Severity | None = None,
    **fields: Any,
) -> Diagnostic:
    """The finding ``key`` (a code, or ``code.case``) of the catalogue at a place; its message's fields are named.

    ``severity`` takes the place of the catalogue's where it depends on more than the case. Raises ``KeyError`` for a key or a field that
    is not there; a test holds every call against the catalogue.
    """
    template = chosen().templates.get(key) or catalogue(BASE).templates[key]
    message, hint = template.message.format_map(fields), template.hint.format_map(fields)
    return Diagnostic(
        key.partition(".")[0],
        severity or template.severity,
        message=message,
        hint=hint,
        path=path,
        line=line,
        column=column,
        start=start,
        end=end,
    )


def refusal(key: str, path: str = "", line: int = 0, /, **fields: Any) -> InputError:
    """An ``InputError`` with that one finding, to raise."""
    return InputError(finding(key, path, line, **fields))


def nearest(value: str, known: Iterable[str]) -> str:
    """The known name most like ``value``, for "did you mean"; "" where none is like it."""
    return next(iter(difflib.get_close_matches(value, list(known), 1)), "")


def check_language() -> None:
    """Raise ``InputError`` when the language asked for has no catalogue."""
    wanted = os.environ.get(SETTING, "")
    if wanted and wanted not in languages():
        raise refusal("messages-language", language=wanted, known=", ".join(languages()))
