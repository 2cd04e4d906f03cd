"""``add`` for files that are no documents of their own: appendices, tables, pictures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from build_tools.commands.add_asked import Ask
from build_tools.commands.add_one import Run
from build_tools.commands.console import program
from build_tools.intake.attaching import attach, looked_at, parent_named, parents_of
from build_tools.intake.known import digest_of
from build_tools.intake.proposal import Office, Proposal
from build_tools.messages import refusal, say
from build_tools.model.diagnostic import InputError
from build_tools.model.document import Clean


def attach_file(path: Path, shown: str, parent: str, this: Run, clean: Clean | None = None) -> None:
    """Put a file beside the document in the folder ``parent``. Raises ``InputError`` with the reason why it cannot be."""
    if not path.is_file():
        raise refusal("read-open.absent", shown)
    office, tally = this.office, this.tally
    if same := office.known.digests.get(digest_of(path)):
        tally.same.append((shown, say("commands.add.same", name=same)))
    else:
        told = looked_at(path, shown, clean)
        tally.attached.append((shown, attach(path, Path(shown.rpartition(" › ")[2]).name, parent, office, write=not this.args.dry_run)))
        if told:
            tally.notices.append((shown, told))
    this.leave(path)


def attach_stray(proposal: Proposal, this: Run) -> None:
    """Put a file that is no document beside the one that it says it goes with, or that somebody names.

    Raises ``InputError``: nobody knows which that is, or the file must not be published.
    """
    parents = parents_of(proposal, this.office)
    parent = parents.sure if this.ask is None else _asked(proposal, parents.likely, this.office, this.ask)
    if not parent:
        hint = say("commands.add.attach-hint", program=program(), parent=parents.likely or say("commands.add.attach-any"))
        raise InputError(*(replace(fault, hint=hint) if fault.code == "document-none" else fault for fault in proposal.faults))
    attach_file(proposal.path, proposal.shown, parent, this, proposal.clean)


def _asked(proposal: Proposal, likely: str, office: Office, ask: Ask) -> str:
    answer = ask(say("commands.add.attach-ask", path=proposal.shown), likely)
    if answer == say("commands.add.same-value"):
        return likely
    return parent_named(answer, office) if answer else ""
