"""The text of a document that was kept as its printed, signed copy: it comes later, and becomes what the page shows."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

from build_tools.graph.reading import read_clean
from build_tools.intake.keeping import ending_of, put_in_place
from build_tools.intake.known import PICTURED
from build_tools.intake.pairing import TAKEN, same_document
from build_tools.intake.proposal import Office, Proposal, propose
from build_tools.lexicon.keys import exact_key, same_words
from build_tools.messages import refusal
from build_tools.messages.system import reason
from build_tools.model.diagnostic import InputError
from build_tools.model.metadata import Metadata
from build_tools.read import READABLE, printable
from build_tools.register.documents import METADATA, SIGNED, load_documents
from build_tools.register.edit import edit_metadata


def printed_of(proposal: Proposal, office: Office) -> str:
    """The folder of the one kept document whose signed copy is all there is, and whose text, not yet numbered, this is; "" where there is
    none, or several.

    What is kept tells of itself by its type and subject; only where both are the same is its file read, which of a scan takes its time.
    """
    if not proposal.metadata.awaiting_number or proposal.clean.format in PICTURED:
        return ""
    values = dict(proposal.values)
    kind, subject = values["type"].text, values["subject"].text
    if not kind or not subject:
        return ""
    near = (name for name, there in office.known.printed.items() if same_words(there.type, kind) and same_words(there.subject, subject))
    found = [name for name in near if (kept := _kept(name, office)) and _fits(proposal, kept)]
    return found[0] if len(found) == 1 else ""


def _fits(text: Proposal, kept: Proposal) -> bool:
    """True where the two say the same, and neither the printed end of the number nor the day, as far as the text tells them, is another."""
    mine, theirs = dict(text.values), dict(kept.values)
    number, day = theirs["number"].text or "", theirs["issued_on"].text or ""
    symbol = (text.document.header.symbol or "").lstrip("…")
    if symbol and not exact_key(number).endswith(exact_key(symbol)):
        return False
    if not day.startswith(mine["issued_on"].text or ""):
        return False
    return same_document(text, kept)


def take_text(proposal: Proposal, folder: str, office: Office, *, write: bool = True) -> str:
    """Make the file the text of the document in ``folder``, whose signed copy stays beside it; the folder.

    Number, day and signer are those of the signed copy. Raises ``InputError``: a mark of secrecy or another fault of the text, a number
    of the copy that nobody has compared, a text that with this number would be another document.
    """
    if proposal.candidate is None or proposal.refused:
        raise InputError(*proposal.refused)
    if folder not in office.known.printed:
        raise refusal("sign-text.there", proposal.shown, name=folder)
    kept = _kept(folder, office)
    if kept is None:
        raise refusal("sign-text.unread", proposal.shown, name=folder)
    values = dict(kept.values)
    if values["number"].text is None or values["number"].doubt:
        raise refusal("sign-text.number", proposal.shown, name=folder)
    told: dict[str, Any] = {key: text for key in TAKEN if not values[key].doubt and (text := values[key].text)}
    whole = propose(proposal.path, proposal.shown, proposal.clean, replace(_stated(folder, office), **told), office)
    if whole.candidate is None or whole.refused:
        raise InputError(*whole.refused)
    if office.known.works.get(whole.candidate.item.work.id) != folder:
        raise refusal("sign-text.another", proposal.shown, name=folder)
    if write:
        _write(whole, office.content.documents / folder, told)
    office.known.digests[proposal.digest] = folder
    office.known.printed.pop(folder, None)
    return folder


def _stated(folder: str, office: Office) -> Metadata:
    files = load_documents(office.content.data, (), READABLE).files
    return next((file.metadata for file in files if file.id == folder), Metadata())


def _kept(folder: str, office: Office) -> Proposal | None:
    """The kept document as it reads; None for a file that cannot be read any more."""
    if folder not in office.known.read:
        path = office.known.printed[folder].path
        try:
            office.known.read[folder] = propose(path, folder, read_clean(path), _stated(folder, office), office)
        except InputError:
            office.known.read[folder] = None
    found: Proposal | None = office.known.read[folder]
    return found


def _write(text: Proposal, folder: Path, told: dict[str, Any]) -> None:
    """A folder beside, whole, takes the place of the one that is there."""
    assert text.candidate is not None
    aside = folder.with_name(f".{folder.name[:100]}.{os.getpid()}")
    try:
        shutil.copytree(folder, aside)
        (copy,) = (path for path in aside.iterdir() if path.stem == "source")
        copy.rename(aside / f"{SIGNED}{copy.suffix}")
        shutil.copyfile(text.path, aside / f"source.{ending_of(text.candidate)}")
        metadata = aside / METADATA
        before = metadata.read_bytes().decode("utf-8") if metadata.is_file() else ""
        stated = {**told, "original": printable(Path(text.path.name))}
        metadata.write_bytes(edit_metadata(before, stated, folder / METADATA).encode("utf-8"))
        put_in_place(aside, folder)
    except OSError as error:
        raise refusal("add-write", text.shown, folder=folder.parent, reason=reason(error)) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
