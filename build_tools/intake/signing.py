"""The signed copy of a document that was kept before it had its number: what it tells goes to that document, and it stays beside it."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

from build_tools.graph.reading import read_clean
from build_tools.intake.candidate import Value
from build_tools.intake.keeping import folder_name
from build_tools.intake.pairing import TAKEN, same_document
from build_tools.intake.proposal import Answer, Office, Proposal, place_of, propose, with_answer
from build_tools.messages import refusal
from build_tools.messages.system import reason
from build_tools.model.diagnostic import InputError
from build_tools.model.metadata import Metadata
from build_tools.read import ENDED_AS_PICTURES, right_ending
from build_tools.read.pdf.own_text import has_own_text
from build_tools.register.documents import METADATA, SIGNED
from build_tools.register.edit import edit_metadata
from build_tools.tables.whole_file import write_whole


def draft_of(proposal: Proposal, office: Office) -> str:
    """The folder of the one document awaiting its number whose signed copy this is; "" where there is none, or several.

    What was kept as pictures is a signed copy itself, and to recognise every such draft again for each new file would take minutes.
    """
    if proposal.metadata.awaiting_number and not proposal.recognised:
        return ""
    drafts = (folder for folder, source in office.known.drafts.items() if not _as_pictures(Path(source.path)))
    found = [folder for folder in drafts if (draft := _draft(folder, office)) and not draft.recognised and same_document(draft, proposal)]
    return found[0] if len(found) == 1 else ""


def _as_pictures(path: Path) -> bool:
    ending = path.suffix.lower()
    return ending in ENDED_AS_PICTURES or (ending == ".pdf" and not has_own_text(path))


def sign(proposal: Proposal, draft: str, office: Office, *, write: bool = True) -> str:
    """Give the document in the folder ``draft`` the number and the day of its signed copy, which is kept beside it; its new folder.

    Raises ``InputError``: a mark of secrecy or another fault of the copy, a number that nobody has compared, a document that is there.
    """
    if proposal.candidate is None or proposal.refused:
        raise InputError(*proposal.refused)
    own = _draft(draft, office)
    values = dict(proposal.values)
    if own is None:
        raise refusal("sign-draft", proposal.shown, name=draft)
    if values["number"].text is None:
        raise refusal("sign-unsure.unread", proposal.shown, name=draft)
    if values["number"].doubt:
        raise refusal("sign-unsure.doubt", proposal.shown, number=values["number"].text, name=draft)
    name = _numbered(own, draft, _told(values, own.metadata), office, proposal, write=write)
    office.known.digests[proposal.digest] = name
    return name


def give_number(draft: str, number: str, day: str, office: Office) -> str:
    """Give the document in the folder ``draft`` the number, and the day unless it is "", that somebody states; its new folder.

    A serial alone is completed by the printed symbol. Raises ``InputError``: a day that no calendar has, a document that is there.
    """
    own = _draft(draft, office) if draft in office.known.drafts else None
    if own is None:
        raise refusal("sign-draft", draft, name=draft)
    metadata = with_answer(own, own.metadata, "number", Answer("is", number))
    if day:
        metadata = with_answer(own, metadata, "issued_on", Answer("is", day))
    told = {"number": metadata.number} | ({"issued_on": metadata.issued_on} if day else {})
    return _numbered(own, draft, told, office)


def _numbered(own: Proposal, draft: str, told: dict[str, Any], office: Office, copy: Proposal | None = None, *, write: bool = True) -> str:
    """Make what is told of a draft part of it and call its folder as a document with a number; the new name."""
    signed = propose(own.path, draft, own.clean, replace(own.metadata, **told, awaiting_number=False), office)
    place_of(signed, office)
    assert signed.candidate is not None
    known = office.known
    name = folder_name(signed.candidate, known.works, known.kinds, signed.metadata)
    if write:
        _write(copy, office.content.documents, draft, name, told)
    known.works = {work: folder for work, folder in known.works.items() if folder != draft} | {signed.candidate.item.work.id: name}
    known.digests = {digest: name if folder == draft else folder for digest, folder in known.digests.items()}
    known.kinds[name] = known.kinds.pop(draft, "full")
    known.drafts.pop(draft, None)
    return name


def _told(values: dict[str, Value], stated: Metadata) -> dict[str, Any]:
    """What the signed copy says for certain and nobody stated of the document before."""
    keys = [key for key in TAKEN if not values[key].doubt and not getattr(stated, key)]
    return {key: text for key in keys if (text := values[key].text)}


def _draft(folder: str, office: Office) -> Proposal | None:
    """The document as it awaits its number; None for a file that cannot be read any more."""
    source = office.known.drafts[folder]
    if folder not in office.known.read:
        try:
            office.known.read[folder] = propose(Path(source.path), folder, read_clean(Path(source.path)), source.metadata, office)
        except InputError:
            office.known.read[folder] = None
    found: Proposal | None = office.known.read[folder]
    return found


def _write(copy: Proposal | None, documents: Path, draft: str, name: str, told: dict[str, Any]) -> None:
    """The copy first, then what it tells, then the name of the folder: whatever stops that, what is there stays a document."""
    folder = documents / draft
    metadata = folder / METADATA
    aside = folder / f".{os.getpid()}"
    try:
        if copy is not None:
            shutil.copyfile(copy.path, aside)
            aside.replace(folder / f"{SIGNED}.{right_ending(copy.clean.format, copy.path.suffix.lower().lstrip('.'))}")
        text = edit_metadata(metadata.read_bytes().decode("utf-8"), {**told, "awaiting_number": False}, metadata)
        gone = TAKEN if copy is not None else tuple(told)  # what was written to be looked at while it was not known
        text = re.sub(rf"^# (?:{'|'.join(gone)}): .*\n", "", text, flags=re.MULTILINE)
        write_whole(metadata, text)
        folder.rename(documents / name)
    except OSError as error:
        raise refusal("add-write", copy.shown if copy else draft, folder=folder, reason=reason(error)) from error
    finally:
        aside.unlink(missing_ok=True)
