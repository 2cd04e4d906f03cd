"""What ``add`` says: what was detected of one document, and what became of all."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from build_tools.commands.console import console, program
from build_tools.intake.candidate import Candidate, Value, field_name, shown_value
from build_tools.intake.proposal import Proposal
from build_tools.messages import finding, say
from build_tools.messages.doubts import doubt_words
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.read import printable, unread_kind

GUARDED = ("personal-", "guard-override")
"""Diagnostics of what a person must look at before publishing: shown for every file, however many there are."""
HINTS = ("document-number", "document-date", "guard-secrecy", "document-none")
"""Codes whose remedy at the command line is another than in ``metadata.yaml``."""
NOTICED = 10
"""Notices shown of one file."""


@dataclass(slots=True)
class Tally:
    """What became of the files."""

    added: list[tuple[str, str]] = field(default_factory=list)
    same: list[tuple[str, str]] = field(default_factory=list)
    failed: list[tuple[str, tuple[Diagnostic, ...]]] = field(default_factory=list)
    attached: list[tuple[str, str]] = field(default_factory=list)
    """Files that went to a document: the file, where it is among the documents."""
    signed: list[tuple[str, str, str]] = field(default_factory=list)
    """Signed copies: the file, the folder that awaited its number, what it is called now."""
    texts: list[tuple[str, str]] = field(default_factory=list)
    """Texts of documents that were there as their printed copies: the file, the folder."""
    citations: list[tuple[int, int, int]] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    """Files of no kind read here."""
    notices: list[tuple[str, tuple[Diagnostic, ...]]] = field(default_factory=list)
    proposals: list[tuple[str, Proposal]] = field(default_factory=list)
    """Of what was added, where a review of it is asked for."""
    filled: list[tuple[str, int, int, Path]] = field(default_factory=list)
    """Filled forms: the file, its rows, how many of them were kept already, where they are kept."""


def with_own_hint(fault: Diagnostic) -> Diagnostic:
    """The fault with the remedy that holds at the command line."""
    return replace(fault, hint=say(f"commands.hints.{fault.code}")) if fault.code in HINTS else fault


def told_of(path: Path, shown: str, error: InputError) -> tuple[Diagnostic, ...]:
    """What is amiss with a file, under the name by which it is spoken of: a part of an archive lies somewhere else."""
    return tuple(replace(item, path=shown) if item.path == printable(path) else item for item in error.diagnostics)


def table(path: Path, values: tuple[tuple[str, Value], ...], out: Console) -> None:
    """Each field with its value and what is uncertain of it."""
    grid = Table(title=Text(printable(path)), title_justify="left", show_header=True, header_style="bold")
    for head in ("", say("commands.add.detected"), say("commands.add.why-unsure")):
        grid.add_column(head, overflow="fold")
    for key, value in values:
        shown = shown_value(key, value.text) or "—"
        grid.add_row(field_name(key), Text(shown[:160]), Text(value.doubt), style="yellow" if value.doubt else None)
    out.print(grid)


def show(candidate: Candidate, out: Console) -> None:
    """What was detected, with what is uncertain and why."""
    table(Path(candidate.item.read.source.path), candidate.values, out)
    document = candidate.item.document
    found, linked, unknown = candidate.links
    told = say("commands.add.citations-of-one", found=found, linked=linked, unknown=unknown, sections=len(document.sections))
    out.print(f"  {told}")
    if document.clean.method == "ocr":
        listed = "; ".join(map(doubt_words, document.clean.confirm[:30])) or say("commands.add.nothing")
        out.print("  " + say("commands.add.to-confirm", listed=listed), markup=False)
    for item in candidate.diagnostics:
        if item.severity != "error" and not item.code.startswith(GUARDED):
            out.print(f"  {item.message} — {item.hint}" if item.hint else f"  {item.message}", markup=False)


def summary(tally: Tally, args: argparse.Namespace, documents: Path) -> None:
    """What was added, what was there, what failed and why, what to do next."""
    _not_kept(tally)
    if not args.quiet:
        _kept(tally, documents, dry=args.dry_run)
    found, linked, unknown = (sum(row[place] for row in tally.citations) for place in range(3))
    counts = {
        "added": len(tally.added) + len(tally.attached) + len(tally.signed) + len(tally.texts),
        "same": len(tally.same),
        "failed": len(tally.failed),
    }
    whole = "commands.add.would-add" if args.dry_run else "commands.add.done"
    print(say(whole, **counts, found=found, linked=linked, unknown=unknown))
    if tally.added and not args.dry_run and not args.quiet:
        print(say("commands.add.next", program=program()))


def _not_kept(tally: Tally) -> None:
    """What failed, was there, is of no kind read here; and what a person must look at."""
    for path, diagnostics in tally.failed:
        for item in diagnostics:
            print(say("commands.marks.error", said=item if item.path else replace(item, path=path)), file=sys.stderr)
    for path, why in tally.same:
        print(say("commands.add.line-same", path=path, why=why), file=sys.stderr)
    for skipped in tally.skipped:
        print(say("commands.add.line-skipped", said=finding(unread_kind(skipped), skipped)), file=sys.stderr)
    for path, notices in tally.notices:
        for item in notices[:NOTICED]:
            print(say("commands.add.line-notice", said=item if item.path else replace(item, path=path)), file=sys.stderr)
        if len(notices) > NOTICED:
            print(say("commands.add.line-more", path=path, count=len(notices) - NOTICED, program=program()), file=sys.stderr)


def _kept(tally: Tally, documents: Path, *, dry: bool) -> None:
    """A line for each file that was kept, or would be."""
    said = console()
    for path, name in tally.added:
        line = "commands.add.line-would-add" if dry else "commands.add.line-added"
        said.print(say(line, path=path, folder=documents / name), markup=False)
    for path, draft, name in tally.signed:
        line = "commands.add.line-would-sign" if dry else "commands.add.line-signed"
        said.print(say(line, path=path, draft=draft, folder=documents / name), markup=False)
    for path, name in tally.texts:
        line = "commands.add.line-would-be-text" if dry else "commands.add.line-text"
        said.print(say(line, path=path, folder=documents / name), markup=False)
    for path, name in tally.attached:
        line = "commands.add.line-would-attach" if dry else "commands.add.line-attached"
        said.print(say(line, path=path, folder=documents / name), markup=False)
    for path, count, same, folder in tally.filled:
        line = "commands.add.line-would-fill" if dry else "commands.add.line-filled"
        said.print(say(line, path=path, count=count, same=same, folder=folder), markup=False)
