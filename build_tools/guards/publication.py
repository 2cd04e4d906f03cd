"""What of a file that was read may go on: looked through after ``normalise``, before anything is derived from its text."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.guards.personal import as_diagnostics, personal_data
from build_tools.guards.redaction import Veil, redact, veil
from build_tools.guards.secrecy import secrecy_marks
from build_tools.model.diagnostic import Diagnostic
from build_tools.model.document import Clean
from build_tools.model.metadata import SourceFile


@dataclass(frozen=True, slots=True)
class Guarded:
    """A file as later stages may know it: its text, what is stated of it, and what a person has to look at."""

    source: SourceFile
    clean: Clean
    diagnostics: tuple[Diagnostic, ...]


def guard(source: SourceFile, clean: Clean) -> Guarded:
    """Look for marks of secrecy (faults, unless the metadata overrides them) and personal data (warnings).

    With ``redact`` personal data is masked instead of told: in the text and in everything stated of the document, its path too, so that
    whatever is made of the result holds none of it.
    """
    findings = personal_data(clean)
    if not source.metadata.redact:
        return Guarded(source, clean, (*secrecy_marks(clean, source.metadata.override), *as_diagnostics(clean, findings)))
    over = veil(clean, findings, source)
    source, clean = over.over(source), redact(clean, findings, over)
    return Guarded(source, clean, secrecy_marks(clean, source.metadata.override))


def hidden(found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """What is said of files before any is read, with personal data masked: names of folders, what a faulty file holds."""
    return Veil(()).over(found)


def guard_unread(source: SourceFile, faults: tuple[Diagnostic, ...]) -> tuple[SourceFile, tuple[Diagnostic, ...]]:
    """The same for a file that could not be read, and the faults that say why."""
    if not source.metadata.redact:
        return source, faults
    over = veil(None, (), source)
    return over.over(source), over.over(faults)
