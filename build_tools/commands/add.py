"""``add``: files into ``data/documents``: read, show what was detected, copy the original, write ``metadata.yaml``."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any

from rich.console import Console

from build_tools.commands.add_attach import Ask, attach_file, attach_stray
from build_tools.commands.add_files import collect, unpacked
from build_tools.commands.add_report import Tally, show, summary, table, told_of, with_own_hint
from build_tools.commands.add_review import review
from build_tools.commands.console import page_progress, progress
from build_tools.commands.folder import configure as configure_folder
from build_tools.commands.folder import content_of
from build_tools.forms import take
from build_tools.graph.identify import awaited
from build_tools.graph.reading import read_clean
from build_tools.guards import guard_unread
from build_tools.identity import canonical_number
from build_tools.intake.attaching import is_stray, parent_named
from build_tools.intake.candidate import field_name
from build_tools.intake.known import digest_of
from build_tools.intake.proposal import Answer, Office, Proposal, keep, office_of, place_of, propose, with_answer
from build_tools.intake.safe_name import safe_name
from build_tools.intake.signing import draft_of, sign
from build_tools.intake.split import begun, split
from build_tools.messages import finding, refusal, say
from build_tools.model.diagnostic import InputError
from build_tools.model.metadata import Metadata, Override, SourceFile
from build_tools.read import printable
from build_tools.register.forms import load_forms
from build_tools.register.schema import write_schemas
from build_tools.vietnamese.dates import real_date

STATED = ("type", "number", "issued_on", "place", "issuer", "subject", "signer", "signer_title", "term")
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
    absent += broken
    metadata = _stated(args, len(files))
    office = office_of(content_of(args))
    tally = Tally(failed=[(item.path, (item,)) for item in absent], skipped=[*map(printable, skipped), *inside])
    out = Console(highlight=False, soft_wrap=True, quiet=args.quiet)
    many = len(files) > SHOWN
    ask = None if args.yes or args.dry_run or many or not sys.stdin.isatty() else _ask

    this = _Run(args, office, metadata, tally, None if many else out, ask, names, aside)

    parent = parent_named(args.attach, office) if args.attach else ""
    if parent and _states(args):
        raise refusal("add-flags.attach")

    def add(path: Path) -> None:
        shown = names.get(path) or printable(path)
        try:
            if parent:
                attach_file(path, shown, parent, office, tally, args)
            else:
                _add(path, this)
        except InputError as error:
            tally.failed.append((shown, told_of(path, shown, error)))
        except Exception as error:  # one bad file never stops the rest: it is named, with what to report
            fault = finding("add-unforeseen", shown, kind=type(error).__name__, problem=error)
            tally.failed.append((shown, (fault,)))

    if many:
        with progress(say("commands.add.title"), args.quiet) as advance:
            for index, path in enumerate(files):
                advance(index, len(files), path.name)
                add(path)
            advance(len(files), len(files), "")
    else:
        with page_progress(args.quiet):
            for path in files:
                add(path)
    for stray in this.strays:  # the documents that they belong to may have come after them
        try:
            attach_stray(stray, office, tally, args, ask)
        except InputError as error:
            tally.failed.append((stray.shown, error.diagnostics))
    summary(tally, args, office.content.documents)
    if args.review:
        args.review.write_text(review(tally.proposals), encoding="utf-8", newline="\n")
    if tally.added and not args.dry_run:
        write_schemas(office.content.data)
    return 1 if tally.failed else 0


def _stated(args: argparse.Namespace, count: int) -> Metadata:
    """What the flags state. Raises ``InputError`` when they cannot hold."""
    values: dict[str, Any] = {key: getattr(args, key) for key in STATED if getattr(args, key)}
    if _states(args) and count > 1:
        raise refusal("add-flags.one-file")
    if bool(args.allow_mark) != bool(args.reason):
        raise refusal("add-flags.mark-and-reason")
    if values.get("issued_on") and not real_date(values["issued_on"]):
        raise refusal("add-flags.date", date=values["issued_on"])
    if values.get("number"):
        values["number"] = canonical_number(values["number"])
    override = Override(args.allow_mark, args.reason) if args.allow_mark else None
    return Metadata(
        **values, numberless=args.no_number, override=override, redact=args.redact, publish_original=args.publish_original,
        themes=tuple(args.theme), kind=args.kind,
    )  # fmt: skip


def _states(args: argparse.Namespace) -> bool:
    """True when the call states something of its one document."""
    return any(getattr(args, key) for key in (*STATED, "no_number", "allow_mark"))


@dataclass(slots=True)
class _Run:
    """What all files of one call share. ``out`` is None where files are not shown one by one, ``ask`` where nobody is asked."""

    args: argparse.Namespace
    office: Office
    metadata: Metadata
    tally: Tally
    out: Console | None
    ask: Ask | None
    names: dict[Path, str]
    """What parts of archives and letters are called when they are spoken of."""
    aside: Path = Path()
    """A folder for files that are made on the way."""
    strays: list[Proposal] = field(default_factory=list)
    """Appendices and tables that are no documents of their own."""


def _add(path: Path, this: _Run) -> None:
    """One file from reading to its folder. Raises ``InputError`` with the reason why it is not added."""
    args, office, known = this.args, this.office, this.office.known
    shown = this.names.get(path) or printable(Path(guard_unread(SourceFile("add", str(path), this.metadata), ())[0].path))
    digest = digest_of(path) if path.is_file() else ""
    if digest in known.digests:
        this.tally.same.append((shown, say("commands.add.same", name=known.digests[digest])))
        if args.move and not args.dry_run:
            path.unlink()
        return
    if _form(path, shown, this):
        return
    clean = read_clean(path)
    if firsts := begun(clean, office.register):
        if args.split and not _states(args):
            _add_parts(path, shown, firsts, this)
            return
        this.tally.notices.append((shown, (finding("add-several", shown, count=len(firsts), pages=", ".join(map(str, firsts))),)))
    proposal = propose(path, shown, clean, this.metadata, office)
    if is_stray(proposal) and not _states(args):
        this.strays.append(proposal)
        return
    if this.ask is not None:
        proposal = _again(proposal, _completed(proposal, this.ask), office)
    if proposal.candidate is None:
        if this.out is not None:
            table(Path(shown), proposal.values, this.out)
        raise InputError(*map(with_own_hint, proposal.faults))
    if this.out is not None:
        show(proposal.candidate, this.out)
    if this.ask is not None:
        proposal = _again(proposal, _confirmed(proposal, this.ask), office)
    candidate = proposal.candidate
    if candidate is None or proposal.refused:
        raise InputError(*map(with_own_hint, proposal.refused))
    if draft := draft_of(proposal, office):
        name = sign(proposal, draft, office, write=not args.dry_run)
        if args.move and not args.dry_run:
            path.unlink()
        this.tally.signed.append((shown, draft, name))
        return
    place = place_of(proposal, office, replaced=args.replace)
    keep(proposal, office, place, write=not args.dry_run)
    if args.move and not args.dry_run:
        path.unlink()
    this.tally.added.append((shown, place.name))
    this.tally.citations.append(candidate.links)
    if args.review:
        this.tally.proposals.append((place.name, proposal))
    metadata = proposal.metadata
    awaiting = (awaited(proposal.document, shown, "metadata.yaml"),) if metadata.awaiting_number else ()
    notices = awaiting + tuple(
        item
        for item in proposal.diagnostics
        if item.code == "guard-override" or (item.code.startswith("personal-") and not metadata.redact)
    )
    if notices:
        this.tally.notices.append((shown, notices))


def _add_parts(path: Path, shown: str, firsts: tuple[int, ...], this: _Run) -> None:
    """Add each document of a file that holds several. One that cannot be added is told, and the file stays where it is."""
    whole, before = this.args.move, len(this.tally.failed) + len(this.strays)
    this.args.move = False
    try:
        for name, data in split(path, Path(shown.rpartition(" › ")[2]).name, firsts):
            part = Path(mkdtemp(dir=this.aside)) / safe_name(name)
            part.write_bytes(data)
            this.names[part] = f"{shown} › {name}"
            try:
                _add(part, this)
            except InputError as error:
                this.tally.failed.append((this.names[part], told_of(part, this.names[part], error)))
    finally:
        this.args.move = whole
    if whole and not this.args.dry_run and len(this.tally.failed) + len(this.strays) == before:
        path.unlink()


def _form(path: Path, shown: str, this: _Run) -> bool:
    """Keep the figures of a filled form; False for any other file. Raises ``InputError`` with every fault, at its cell."""
    args, data = this.args, this.office.content.data
    taken = take(path, data, load_forms(data), replace=args.replace, write=not args.dry_run)
    if taken is None:
        return False
    if args.move and not args.dry_run:
        path.unlink()
    this.tally.filled.append((shown, len(taken.files), taken.same, taken.files[0].parent))
    if taken.told:
        this.tally.notices.append((shown, taken.told))
    return True


def _again(proposal: Proposal, metadata: Metadata, office: Office) -> Proposal:
    """The proposal with what was answered."""
    if metadata == proposal.metadata:
        return proposal
    return propose(proposal.path, proposal.shown, proposal.clean, metadata, office)


def _completed(proposal: Proposal, ask: Ask) -> Metadata:
    """Ask for the needed fields that are nowhere stated. That a document bears no number is only what somebody says in so many words."""
    metadata = proposal.metadata
    for key in proposal.lacking:
        awaits = metadata.awaiting_number and ("number-unread" if proposal.recognised else "number-blank")
        hint = "needed" if key != "number" else awaits or "number-unknown"
        answer = ask(f"{field_name(key)} ({say(f'commands.add.{hint}')})", "")
        if answer:
            none = key == "number" and answer.lower() == say("commands.add.none")
            metadata = with_answer(proposal, metadata, key, Answer("none") if none else Answer("is", answer))
    return metadata


def _confirmed(proposal: Proposal, ask: Ask) -> Metadata:
    """Ask about what is uncertain; of recognised pages the confirmed number and date are kept as such. Enter leaves it uncertain."""
    metadata = proposal.metadata
    for key, value in proposal.values:
        if not proposal.asks(key, value):
            continue
        answer = ask(f"{field_name(key)}: {value.doubt} ({say('commands.add.keep-or-confirm')})", value.text or "")
        right = answer == say("commands.add.same-value")
        if not answer or (right and value.text is None):
            continue
        try:
            metadata = with_answer(proposal, metadata, key, Answer("right") if right else Answer("is", answer))
        except InputError as error:
            print(*(f"  {item.message}" for item in error.diagnostics), sep="\n", file=sys.stderr)
    return metadata


def _ask(question: str, default: str) -> str:
    """The answer as typed: "" where nothing was. ``default`` is only shown."""
    print(f"  {question}" + (f" [{default}]" if default else "") + ": ", end="", flush=True)
    try:
        return input().strip()
    except EOFError:
        return ""
