"""``add`` for one file: from its reading to the folder of its document."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp

from rich.console import Console

from build_tools.commands.add_asked import Ask, completed, confirmed
from build_tools.commands.add_report import Tally, show, table, told_of, with_own_hint
from build_tools.forms import take
from build_tools.graph.identify import awaited
from build_tools.graph.reading import read_clean
from build_tools.guards import guard_unread
from build_tools.intake.attaching import is_stray
from build_tools.intake.candidate import Candidate
from build_tools.intake.known import digest_of
from build_tools.intake.printed import printed_of, take_text
from build_tools.intake.proposal import Office, Proposal, keep, place_of, propose
from build_tools.intake.safe_name import safe_name
from build_tools.intake.signing import draft_of, sign
from build_tools.intake.split import begun, split, told_together
from build_tools.messages import say
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.metadata import Metadata, SourceFile
from build_tools.read import printable
from build_tools.register.forms import load_forms

STATED = ("type", "number", "issued_on", "place", "issuer", "subject", "signer", "signer_title", "term")


@dataclass(slots=True)
class Run:
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

    def shown(self, path: Path) -> str:
        """What a file is called when it is spoken of, before anything of it is read."""
        return self.names.get(path) or printable(Path(guard_unread(SourceFile("add", str(path), self.metadata), ())[0].path))

    def leave(self, path: Path) -> None:
        """A file that has been dealt with goes from where it lay, if that was asked for."""
        if self.args.move and not self.args.dry_run:
            path.unlink()


def states(args: argparse.Namespace) -> bool:
    """True when the call states something of its one document."""
    return any(getattr(args, key) for key in (*STATED, "no_number", "unknown", "allow_mark"))


def add_file(path: Path, this: Run) -> None:
    """One file from reading to its folder. Raises ``InputError`` with the reason why it is not added."""
    shown = this.shown(path)
    if _is_known(path, shown, this) or _form(path, shown, this):
        return
    clean = read_clean(path)
    if this.args.split and not states(this.args) and (firsts := begun(clean, this.office.register)):
        _add_parts(path, shown, firsts, this)
        return
    if together := told_together(clean, shown, this.office.register):
        this.tally.notices.append((shown, together))
    proposal = propose(path, shown, clean, this.metadata, this.office)
    if is_stray(proposal) and not states(this.args):
        this.strays.append(proposal)
        return
    proposal, candidate = _agreed(proposal, this)
    if draft := draft_of(proposal, this.office):
        this.tally.signed.append((shown, draft, sign(proposal, draft, this.office, write=not this.args.dry_run)))
        this.leave(path)
        return
    if printed := printed_of(proposal, this.office):
        take_text(proposal, printed, this.office, write=not this.args.dry_run)
        this.tally.texts.append((shown, printed))
        this.leave(path)
        return
    place = place_of(proposal, this.office, replaced=this.args.replace)
    keep(proposal, this.office, place, write=not this.args.dry_run)
    this.leave(path)
    this.tally.added.append((shown, place.name))
    this.tally.citations.append(candidate.links)
    if this.args.review:
        this.tally.proposals.append((place.name, proposal))
    if notices := _notices(proposal, shown):
        this.tally.notices.append((shown, notices))


def _is_known(path: Path, shown: str, this: Run) -> bool:
    """Whether the same file, byte for byte, has been added before."""
    name = this.office.known.digests.get(digest_of(path)) if path.is_file() else None
    if name is None:
        return False
    this.tally.same.append((shown, say("commands.add.same", name=name)))
    this.leave(path)
    return True


def _form(path: Path, shown: str, this: Run) -> bool:
    """Keep the figures of a filled form; False for any other file. Raises ``InputError`` with every fault, at its cell."""
    args, data = this.args, this.office.content.data
    taken = take(path, data, load_forms(data), replace=args.replace, write=not args.dry_run)
    if taken is None:
        return False
    this.leave(path)
    this.tally.filled.append((shown, len(taken.files), taken.same, taken.files[0].parent))
    if taken.told:
        this.tally.notices.append((shown, taken.told))
    return True


def _agreed(proposal: Proposal, this: Run) -> tuple[Proposal, Candidate]:
    """The proposal as it was shown and answered for. Raises ``InputError`` where a document cannot be made of it."""
    if this.ask is not None:
        proposal = completed(proposal, this.ask, this.office)
    if proposal.candidate is None:
        if this.out is not None:
            table(Path(proposal.shown), proposal.values, this.out)
        raise InputError(*map(with_own_hint, proposal.faults))
    if this.out is not None:
        show(proposal.candidate, this.out)
    if this.ask is not None:
        proposal = confirmed(proposal, this.ask, this.office)
    if proposal.candidate is None or proposal.refused:
        raise InputError(*map(with_own_hint, proposal.refused))
    return proposal, proposal.candidate


def _notices(proposal: Proposal, shown: str) -> tuple[Diagnostic, ...]:
    """What a person must look at before the document is published."""
    metadata = proposal.metadata
    awaiting = (awaited(proposal.document, shown, "metadata.yaml", metadata.unknown),) if metadata.awaiting_number else ()
    return awaiting + tuple(
        item
        for item in proposal.diagnostics
        if item.code == "guard-override" or (item.code.startswith("personal-") and not metadata.redact)
    )


def _add_parts(path: Path, shown: str, firsts: tuple[int, ...], this: Run) -> None:
    """Add each document of a file that holds several. One that cannot be added is told, and the file stays where it is."""
    whole, before = this.args.move, len(this.tally.failed) + len(this.strays)
    this.args.move = False
    try:
        for name, data in split(path, Path(shown.rpartition(" › ")[2]).name, firsts):
            part = Path(mkdtemp(dir=this.aside)) / safe_name(name)
            part.write_bytes(data)
            this.names[part] = f"{shown} › {name}"
            try:
                add_file(part, this)
            except InputError as error:
                this.tally.failed.append((this.names[part], told_of(part, this.names[part], error)))
    finally:
        this.args.move = whole
    if whole and not this.args.dry_run and len(this.tally.failed) + len(this.strays) == before:
        path.unlink()


__all__ = ["STATED", "Run", "add_file", "states"]
