"""``add``: files into ``data/documents``: read, show what was detected, copy the original, write ``metadata.yaml``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rich.console import Console

from build_tools.commands.add_asked import ask_aloud
from build_tools.commands.add_attach import attach_file, attach_stray
from build_tools.commands.add_files import collect, own_text_first, unpacked
from build_tools.commands.add_one import STATED, Run, add_file, states
from build_tools.commands.add_report import Tally, summary, told_of
from build_tools.commands.add_review import review
from build_tools.commands.console import page_progress, progress
from build_tools.commands.folder import configure as configure_folder
from build_tools.commands.folder import content_of
from build_tools.identity import canonical_number
from build_tools.intake.attaching import parent_named
from build_tools.intake.candidate import FIELDS
from build_tools.intake.proposal import office_of
from build_tools.messages import finding, refusal, say
from build_tools.model.diagnostic import InputError
from build_tools.model.metadata import Metadata, Override
from build_tools.read import printable
from build_tools.register.schema import write_schemas
from build_tools.vietnamese.dates import real_date

SHOWN = 5
"""Up to so many files are shown one by one; more get a bar and a summary."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("files", nargs="+", metavar=say("commands.value.file"), help=say("commands.add.help.files"))
    configure_folder(parser)
    parser.add_argument("--yes", action="store_true", help=say("commands.add.help.yes"))
    parser.add_argument("--dry-run", action="store_true", help=say("commands.add.help.dry-run"))
    parser.add_argument("--move", action="store_true", help=say("commands.add.help.move"))
    parser.add_argument("--replace", action="store_true", help=say("commands.add.help.replace"))
    parser.add_argument("--attach", metavar=say("commands.value.document"), help=say("commands.add.help.attach"))
    parser.add_argument("--split", action="store_true", help=say("commands.add.help.split"))
    parser.add_argument("--quiet", action="store_true", help=say("commands.add.help.quiet"))
    parser.add_argument("--review", type=Path, metavar=say("commands.value.file"), help=say("commands.add.help.review"))
    group = parser.add_argument_group(say("commands.add.help.facts"))
    group.add_argument("--type", metavar=say("commands.value.type"), help=say("commands.add.help.type"))
    group.add_argument("--number", metavar=say("commands.value.number"), help=say("commands.add.help.number"))
    group.add_argument("--no-number", action="store_true", help=say("commands.add.help.no-number"))
    help_unknown = say("commands.add.help.unknown", keys=", ".join(FIELDS))
    key = say("commands.value.code")
    group.add_argument("--unknown", action="append", default=[], choices=FIELDS, metavar=key, help=help_unknown)
    group.add_argument("--date", dest="issued_on", metavar=say("commands.value.date"), help=say("commands.add.help.date"))
    group.add_argument("--place", metavar=say("commands.value.place"), help=say("commands.add.help.place"))
    group.add_argument("--issuer", metavar=say("commands.value.issuer"), help=say("commands.add.help.issuer"))
    group.add_argument("--subject", metavar=say("commands.value.subject"))
    group.add_argument("--signer", metavar=say("commands.value.signer"))
    group.add_argument("--signer-title", metavar=say("commands.value.signer-title"))
    group.add_argument("--term", metavar=say("commands.value.term"), help=say("commands.add.help.term"))
    group.add_argument("--kind", choices=("full", "digest"), help=say("commands.help.kind"))
    group.add_argument("--theme", action="append", default=[], metavar=say("commands.value.code"), help=say("commands.add.help.theme"))
    group.add_argument("--allow-mark", metavar=say("commands.value.mark"), help=say("commands.add.help.allow-mark"))
    group.add_argument("--reason", metavar=say("commands.value.reason"), help=say("commands.add.help.reason"))
    group.add_argument("--redact", action="store_true", help=say("commands.add.help.redact"))
    group.add_argument("--publish-original", action="store_true", help=say("commands.add.help.publish-original"))


def run(args: argparse.Namespace) -> int:
    """Add every file; 1 when any failed."""
    with TemporaryDirectory() as aside:
        return _all(args, Path(aside))


def _all(args: argparse.Namespace, aside: Path) -> int:
    """``run``, with a folder into which archives and letters are unpacked."""
    given, absent, skipped = collect(args.files)
    files, names, broken, inside = unpacked(given, aside)
    absent, files = absent + broken, own_text_first(files)
    many = len(files) > SHOWN
    this = Run(
        args=args,
        metadata=_stated(args, len(files)),
        office=office_of(content_of(args)),
        tally=Tally(failed=[(item.path, (item,)) for item in absent], skipped=[*map(printable, skipped), *inside]),
        out=None if many else Console(highlight=False, soft_wrap=True, quiet=args.quiet),
        ask=None if args.yes or args.dry_run or many or not sys.stdin.isatty() else ask_aloud,
        names=names,
        aside=aside,
    )
    parent = parent_named(args.attach, this.office) if args.attach else ""
    if parent and states(args):
        raise refusal("add-flags.attach")
    if many:
        with progress(say("commands.add.title"), args.quiet) as advance:
            for index, path in enumerate(files):
                advance(index, len(files), path.name)
                _one(path, parent, this)
            advance(len(files), len(files), "")
    else:
        with page_progress(args.quiet):
            for path in files:
                _one(path, parent, this)
    for stray in this.strays:  # the documents that they belong to may have come after them
        try:
            attach_stray(stray, this)
        except InputError as error:
            this.tally.failed.append((stray.shown, told_of(stray.path, stray.shown, error)))
    summary(this.tally, args, this.office.content.documents)
    if args.review:
        args.review.write_text(review(this.tally.proposals), encoding="utf-8", newline="\n")
    if this.tally.added and not args.dry_run:
        write_schemas(this.office.content.data)
    return 1 if this.tally.failed else 0


def _one(path: Path, parent: str, this: Run) -> None:
    """Add a file, or put it beside the document in the folder ``parent``; what is amiss with it is told, and the next has its turn."""
    shown = this.names.get(path) or printable(path)
    try:
        if parent:
            attach_file(path, shown, parent, this)
        else:
            add_file(path, this)
    except InputError as error:
        this.tally.failed.append((shown, told_of(path, shown, error)))
    except Exception as error:  # one bad file never stops the rest: it is named, with what to report
        fault = finding("add-unforeseen", shown, kind=type(error).__name__, problem=error)
        this.tally.failed.append((shown, (fault,)))


def _stated(args: argparse.Namespace, count: int) -> Metadata:
    """What the flags state. Raises ``InputError`` when they cannot hold."""
    values: dict[str, Any] = {key: getattr(args, key) for key in STATED if getattr(args, key)}
    if states(args) and count > 1:
        raise refusal("add-flags.one-file")
    if bool(args.allow_mark) != bool(args.reason):
        raise refusal("add-flags.mark-and-reason")
    if values.get("issued_on") and not real_date(values["issued_on"]):
        raise refusal("add-flags.date", date=values["issued_on"])
    if values.get("number"):
        values["number"] = canonical_number(values["number"])
    override = Override(args.allow_mark, args.reason) if args.allow_mark else None
    awaiting = "number" in args.unknown and not args.number and not args.no_number
    return Metadata(
        **values, unknown=tuple(args.unknown), awaiting_number=awaiting, numberless=args.no_number, override=override, redact=args.redact,
        publish_original=args.publish_original, themes=tuple(args.theme), kind=args.kind,
    )  # fmt: skip
