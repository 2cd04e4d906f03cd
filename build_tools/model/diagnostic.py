"""What went wrong or deserves a look: where, what, what to try, under a stable code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. ``line`` and ``column`` count from 1; 0 means that the whole file is meant.

    ``message`` and ``hint`` are Vietnamese, one line each: what is wrong, and what to try.
    """

    code: str
    severity: Severity
    message: str
    hint: str = ""
    path: str = ""
    line: int = 0
    column: int = 0
    start: int | None = None
    end: int | None = None

    def __str__(self) -> str:
        place = self.path
        if self.line:
            place += f":{self.line}" + (f":{self.column}" if self.column else "")
        text = f"{place}: {self.message}" if place else self.message
        return f"{text} [{self.code}]" + (f" — {self.hint}" if self.hint else "")


class InputError(Exception):
    """Input that cannot be used. Carries the diagnostics to print; the command line exits with 1."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        self.diagnostics = diagnostics
        super().__init__("\n".join(str(item) for item in diagnostics))
