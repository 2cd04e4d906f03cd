"""``check --layout FILE``: whether files are laid out as the rules of their day demand."""

from __future__ import annotations

from pathlib import Path

from build_tools.commands.console import console, report
from build_tools.commands.pipeline import read_alone
from build_tools.layout import check_layout
from build_tools.messages import finding, say
from build_tools.model.document import Clean
from build_tools.model.register import Register
from build_tools.model.sheet import Sheet
from build_tools.read.word.sheet_of import sheet_of


def report_layout(path: Path, register: Register, quiet: bool = False) -> bool:
    """Print what one file does otherwise than its rules demand, and how many were looked at; whether all is well. Raises ``InputError``."""
    document = read_alone(path, register).document
    made = check_layout(document, sheet(path, document.clean))
    out = console(quiet)
    if made.unchecked:
        out.print(say(f"layout.unchecked.{made.unchecked}", path=path), markup=False)
        return True
    found = [
        finding(
            "layout-rule",
            str(path),
            document.clean.line_of(item.found.span) if item.found.span else 0,
            demand=item.rule.demand,
            found=item.found.words,
            instrument=item.rule.instrument,
            pinpoint=item.rule.pinpoint,
            source=item.rule.source,
        )
        for item in made.findings
    ]
    report(found, quiet)
    told = say("layout.counted", path=path, checked=made.checked, count=len(found))
    out.print(told if found else say("layout.clean", path=path, checked=made.checked), markup=False)
    return not found


def sheet(path: Path, clean: Clean) -> Sheet | None:
    """The page of a .docx; None for every other format."""
    return sheet_of(str(path), path.read_bytes()) if clean.format == "docx" else None
