"""A file that goes with a document of the office: to which one it belongs, and how it is put beside it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from build_tools.graph.reading import read_clean
from build_tools.guards import as_diagnostics, personal_data, secrecy_marks
from build_tools.identity import Identity, number_key, parse_number
from build_tools.intake.file_name import suggested
from build_tools.intake.known import AWAITING, digest_of
from build_tools.intake.proposal import Office, Proposal
from build_tools.intake.safe_name import safe_name
from build_tools.lexicon.letterhead import ATTACHED
from build_tools.messages import finding, nearest, refusal
from build_tools.messages.system import reason
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.document import Clean
from build_tools.read import ENDED_AS_PICTURES, READABLE
from build_tools.register.documents import ATTACHMENTS

CAPTION = 12
"""The line "(Kèm theo …)" stands within so many blocks of an appendix."""
PATH_LENGTH = 190
"""Letters of a path within the content folder without the file's ending. Windows takes 259 in all by default, whoever made the file."""


@dataclass(frozen=True, slots=True)
class Parents:
    """Folders of documents to which a file may belong: those that its text names, those that its name suggests."""

    named: tuple[str, ...] = ()
    suggested: tuple[str, ...] = ()

    @property
    def sure(self) -> str:
        """The one that the text names; "" where it names none, or what it says fits several."""
        return self.named[0] if len(self.named) == 1 else ""

    @property
    def likely(self) -> str:
        """The first to offer, "" where there is none."""
        return next(iter((*self.named, *self.suggested)), "")


def is_stray(proposal: Proposal) -> bool:
    """True for what is no document of its own: an appendix, a table."""
    return proposal.candidate is None and any(fault.code == "document-none" for fault in proposal.faults)


def looked_at(path: Path, shown: str, clean: Clean | None = None) -> tuple[Diagnostic, ...]:
    """What a person must know of a file before it goes with a document: personal data in it, that it cannot be read.

    Raises ``InputError`` for a mark of secrecy: no file with one goes with a document.
    """
    ending = path.suffix.lower()
    if clean is None and (ending not in READABLE or ending in ENDED_AS_PICTURES):
        return ()
    try:
        clean = clean or read_clean(path)
    except InputError as error:
        return tuple(finding("attachment-unread.fault", shown, reason=item.message) for item in error.diagnostics)
    if marks := secrecy_marks(clean):
        raise InputError(*(replace(mark, path=shown) for mark in marks))
    return tuple(replace(item, path=shown) for item in as_diagnostics(clean, personal_data(clean)))


def parents_of(proposal: Proposal, office: Office) -> Parents:
    """Where the file of ``proposal`` may belong, among the documents that are there."""
    named = tuple(dict.fromkeys(folder for number, day in _captions(proposal) for folder in _bearing(number, day, office)))
    return Parents(named, suggested_parents(proposal.shown, office))


def suggested_parents(name: str, office: Office) -> tuple[str, ...]:
    """The documents whose number the name of a file has."""
    told = suggested(name, office.register)
    return tuple(_bearing(told["number"], told.get("issued_on"), office)) if "number" in told else ()


def _captions(proposal: Proposal) -> Iterator[tuple[str, str | None]]:
    """Number and day of the documents that the heading says it goes with: "(Kèm theo Công văn số 12/SYT-NVY ngày …)"."""
    clean = proposal.clean
    for block in clean.blocks[:CAPTION]:
        if not ATTACHED.search(block.span.of(clean.text)):
            continue
        for one in proposal.read.cited:
            if one.citation.number and block.span.contains(one.citation.span):
                yield one.citation.number, one.citation.date


def _bearing(number: str, day: str | None, office: Office) -> Iterator[str]:
    for work, folder in office.known.works.items():
        identity = _identity(work)
        if identity is None or identity.number is None or number_key(identity.number) != number_key(number):
            continue
        if not (day and identity.date) or day.startswith(identity.date) or identity.date.startswith(day):
            yield folder


def _identity(work: str) -> Identity | None:
    try:
        return Identity.parse(work)
    except ValueError:
        return None


def parent_named(words: str, office: Office) -> str:
    """The folder of the document that somebody names, by its folder or its number. Raises ``InputError`` unless there is exactly one."""
    words = " ".join(words.split())
    folders = frozenset(office.known.works.values())
    name = Path(words.replace("\\", "/")).name
    if name in folders:
        return name
    found = sorted(set(_bearing(words, None, office))) if parse_number(words) else []
    if len(found) == 1:
        return found[0]
    if found:
        raise refusal("attach-parent.several", words, names=", ".join(found))
    near = nearest(words, folders)
    raise refusal("attach-parent.near" if near else "attach-parent.none", words, near=near)


def titles(office: Office) -> tuple[tuple[str, str], ...]:
    """Every document that is there: its folder and its number, for a list to choose from."""
    identities = ((folder, _identity(work)) for work, folder in office.known.works.items())
    return tuple(sorted((folder, (one.number if one else None) or folder.removeprefix(AWAITING)) for folder, one in identities))


def attach(path: Path, name: str, parent: str, office: Office, *, write: bool = True) -> str:
    """Put a copy of ``path`` beside the document in the folder ``parent``, whole or not at all; its place among the documents.

    Raises ``InputError``: it is there already, or cannot be written.
    """
    digest = digest_of(path)
    if digest in office.known.digests:
        raise refusal("attach-there", name, name=office.known.digests[digest])
    folder = office.content.documents / parent / ATTACHMENTS
    target = _free(folder, safe_name(name, most=PATH_LENGTH - len(f"data/documents/{parent}/{ATTACHMENTS}/")))
    if write:
        aside = folder / f".{os.getpid()}"
        try:
            folder.mkdir(exist_ok=True)
            shutil.copyfile(path, aside)
            aside.rename(target)
        except OSError as error:
            raise refusal("add-write", str(path), folder=folder, reason=reason(error)) from error
        finally:
            aside.unlink(missing_ok=True)
    office.known.digests[digest] = f"{parent}/{ATTACHMENTS}/{target.name}"
    return office.known.digests[digest]


def _free(folder: Path, name: str) -> Path:
    """A path in ``folder`` that nothing has: another file of the same name keeps it, also where capitals are no other letters."""
    there = {path.name.casefold() for path in folder.iterdir()} if folder.is_dir() else set()
    target, count = folder / name, 1
    while target.name.casefold() in there:
        count += 1
        target = folder / f"{Path(name).stem} ({count}){Path(name).suffix}"
    return target
