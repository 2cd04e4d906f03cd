"""What ``add`` asks of whoever sits before it: what a document does not state, and what is uncertain in it."""

from __future__ import annotations

import sys
from collections.abc import Callable

from build_tools.intake.candidate import field_name, shown_value
from build_tools.intake.proposal import Answer, Office, Proposal, propose, with_answer
from build_tools.messages import say
from build_tools.model.diagnostic import InputError
from build_tools.model.metadata import Metadata

Ask = Callable[[str, str], str]
"""A question and what is proposed → the answer as typed."""


def ask_aloud(question: str, default: str) -> str:
    """The answer as typed: "" where nothing was. ``default`` is only shown."""
    print(f"  {question}" + (f" [{default}]" if default else "") + ": ", end="", flush=True)
    try:
        return input().strip()
    except EOFError:
        return ""


def completed(proposal: Proposal, ask: Ask, office: Office) -> Proposal:
    """The proposal with the answers to what it needs and nowhere states."""
    return _again(proposal, _lacking(proposal, ask), office)


def confirmed(proposal: Proposal, ask: Ask, office: Office) -> Proposal:
    """The proposal with the answers to what is uncertain in it."""
    return _again(proposal, _uncertain(proposal, ask), office)


def _again(proposal: Proposal, metadata: Metadata, office: Office) -> Proposal:
    """The proposal made anew, where something was answered."""
    if metadata == proposal.metadata:
        return proposal
    return propose(proposal.path, proposal.shown, proposal.clean, metadata, office)


def _lacking(proposal: Proposal, ask: Ask) -> Metadata:
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


def _uncertain(proposal: Proposal, ask: Ask) -> Metadata:
    """Ask about what is uncertain; of recognised pages the confirmed number and date are kept as such. Enter leaves it uncertain."""
    metadata = proposal.metadata
    for key, value in proposal.values:
        if not proposal.asks(key, value):
            continue
        answer = ask(f"{field_name(key)}: {value.doubt} ({say('commands.add.keep-or-confirm')})", shown_value(key, value.text))
        right = answer == say("commands.add.same-value")
        if not answer or (right and value.text is None):
            continue
        try:
            unknown = answer == say("commands.add.not-known")
            said = Answer("right") if right else Answer("unknown") if unknown else Answer("is", answer)
            metadata = with_answer(proposal, metadata, key, said)
        except InputError as error:
            print(*(f"  {item.message}" for item in error.diagnostics), sep="\n", file=sys.stderr)
    return metadata


__all__ = ["Ask", "ask_aloud", "completed", "confirmed"]
