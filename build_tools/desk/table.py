"""All files on the desk. They lie in ``.desk`` of the content folder, with what was answered, until they are kept or taken away."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from queue import SimpleQueue

from build_tools.desk.lying import ANSWERS, Given, Lying
from build_tools.desk.pairs import signed_copy
from build_tools.desk.pictures import PDFIUM
from build_tools.intake.attaching import attach, looked_at, parent_named
from build_tools.intake.printed import take_text
from build_tools.intake.proposal import Office, Proposal, keep, place_of
from build_tools.intake.safe_name import safe_name
from build_tools.intake.signing import give_number, sign
from build_tools.intake.split import split
from build_tools.intake.unpack import HOLDERS, parts_of
from build_tools.messages import finding, refusal
from build_tools.messages.system import reason
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.read import is_read, unread_kind
from build_tools.read.progress import heard_by
from build_tools.register.schema import write_schemas
from build_tools.tables.whole_file import write_whole

FOLDER = ".desk"
MOST_BYTES = 200_000_000
"""Of one dropped file; what is larger no reader takes."""


class Table:
    """Files come in by ``take``, are read one after another by a thread, and leave by ``keep`` or ``away``.

    What is asked of it is answered at once, whatever is being read; ``held`` gives one caller the files for as long as it looks at them.
    """

    def __init__(self, office: Office) -> None:
        self.office = office
        self.folder = office.content.folder / FOLDER
        self.lying: dict[str, Lying] = {}
        self.refused: dict[str, tuple[Diagnostic, ...]] = {}
        """By the folder of a document that awaits its number, why the last one that was told cannot be."""
        self._lock = threading.RLock()
        self._waiting: SimpleQueue[str | None] = SimpleQueue()
        self._reader = threading.Thread(target=self._read_all, daemon=True)
        self.folder.mkdir(exist_ok=True)
        (self.folder / ".gitignore").write_text("*\n", encoding="utf-8")  # what lies here may be secret: no commit ever takes it along
        there = sorted(path for path in self.folder.iterdir() if path.is_dir())
        self._last = max((int(path.name) for path in there if path.name.isdigit()), default=0)
        for inner in there:
            self._found(inner)
        self._reader.start()

    @contextmanager
    def held(self) -> Iterator[dict[str, Lying]]:
        """The files, which nobody else changes inside the block."""
        with self._lock:
            yield self.lying

    def take(self, name: str, data: bytes) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
        """Put a file on the desk, archives and letters as their readable parts: the ids, and the parts that are left out.

        Raises ``InputError``.
        """
        name = safe_name(name, ANSWERS)
        if len(data) > MOST_BYTES:
            raise refusal("read-too-long", name, size=f"{len(data) / 1e6:.0f}", limit=f"{MOST_BYTES / 1e6:.0f}")
        ending = PurePosixPath(name).suffix.lower()
        if ending in HOLDERS:
            parts = list(parts_of(Path(name), data))
            read = [(inner, part) for inner, part in parts if is_read(inner, part)]
            left = tuple(finding(unread_kind(inner), inner) for inner, part in parts if not is_read(inner, part))
            if not read:
                raise InputError(*(left or refusal("desk-nothing.inside", name).diagnostics))
            return tuple(self._laid(safe_name(inner, ANSWERS), part) for inner, part in read), left
        if not is_read(name, data):
            raise refusal(unread_kind(name), name)
        return (self._laid(name, data),), ()

    def answered(self, one: str, given: Given) -> None:
        """Take answers, and remember them."""
        with self._lock:
            lying = self.lying[one]
            if lying.state != "ready":
                return
            lying.answered(given, self.office)
            try:
                write_whole(self.folder / one / ANSWERS, given.dumped())
            except OSError as error:  # the answers hold as long as the desk is open; that they are not on the disk is told
                lying.wrong["disk"] = finding("add-write", lying.name, folder=self.folder, reason=reason(error))

    def keep(self, one: str) -> None:
        """Write the document's folder; the file leaves the desk. Raises ``InputError`` with the reason why it cannot."""
        with self._lock:
            lying, proposal = self._settled(one)
            if proposal is None:
                return
            place = place_of(proposal, self.office, replaced=lying.given.replaces)
            keep(proposal, self.office, place)
            write_schemas(self.office.content.data)
            for other in self.lying.values():  # its text without the number lies here too
                if place.name in self.office.known.printed and signed_copy(other, self.lying.values()) is lying:
                    other.printed = place.name
            copy = signed_copy(lying, self.lying.values())
            if copy is not None and place.name in self.office.known.drafts:  # it may now give its number
                copy.draft = place.name
            lying.folder = place.name
            self._left(lying)

    def attach(self, one: str, words: str) -> None:
        """Put a file beside the document that ``words`` name; it leaves the desk. Raises ``InputError`` with the reason why it cannot."""
        with self._lock:
            lying = self.lying[one]
            if lying.state not in ("ready", "unreadable"):
                return
            parent = parent_named(words, self.office)
            looked_at(lying.path, lying.name, lying.base.clean if lying.base else None)
            lying.folder = attach(lying.path, lying.name, parent, self.office)
            self._left(lying)

    def split(self, one: str) -> tuple[str, ...]:
        """Put each document of a file that holds several on the desk by itself, and the file away; the ids."""
        with self._lock:
            lying = self.lying[one]
            if lying.state != "ready" or not lying.begun:
                return ()
        with PDFIUM:
            parts = list(split(lying.path, lying.name, lying.begun))
        made = tuple(self._laid(safe_name(name, ANSWERS), data) for name, data in parts)
        self.away(one)
        return made

    def sign(self, one: str) -> None:
        """Give the kept document that awaits its number what this signed copy of it says. Raises ``InputError``."""
        with self._lock:
            lying, proposal = self._settled(one)
            if proposal is None:
                return
            lying.folder = sign(proposal, lying.draft, self.office)
            self._left(lying)

    def take_text(self, one: str) -> None:
        """Make a file the text of the kept document whose signed copy is there alone. Raises ``InputError``."""
        with self._lock:
            lying, proposal = self._settled(one)
            if proposal is None:
                return
            lying.folder = take_text(proposal, lying.printed, self.office)
            self._left(lying)

    def give_number(self, draft: str, number: str, day: str) -> None:
        """Give a kept document that awaits its number the number and the day that somebody states; what is wrong with them is kept."""
        with PDFIUM, self._lock:
            try:
                give_number(draft, number, day, self.office)
                self.refused.pop(draft, None)
            except InputError as error:
                self.refused[draft] = error.diagnostics

    def _settled(self, one: str) -> tuple[Lying, Proposal | None]:
        """A file and what is proposed of it, None before it is read. Raises ``InputError`` while an answer is wrong."""
        lying = self.lying[one]
        proposal = lying.proposal if lying.state == "ready" else None
        if proposal is not None and lying.wrong:
            raise refusal("desk-answers", lying.name)
        return lying, proposal

    def _left(self, lying: Lying) -> None:
        lying.state = "kept"
        lying.base = lying.proposal = None
        lying.pages, lying.faults, lying.pictures = (), (), {}
        shutil.rmtree(self.folder / lying.id, ignore_errors=True)

    def away(self, one: str) -> None:
        """Take a file off the desk; the editor's own copy is elsewhere."""
        with self._lock:
            self.lying.pop(one, None)
            shutil.rmtree(self.folder / one, ignore_errors=True)

    def close(self) -> None:
        """End the reading after the file at hand."""
        self._waiting.put(None)

    def _laid(self, name: str, data: bytes) -> str:
        with self._lock:
            self._last += 1
            one = f"{self._last:05}"
        aside = self.folder / f".{one}"
        try:
            aside.mkdir()
            (aside / name).write_bytes(data)
            aside.rename(self.folder / one)
        finally:
            shutil.rmtree(aside, ignore_errors=True)  # of a file that did not fit on the disk nothing stays
        with self._lock:
            self.lying[one] = Lying(one, name, self.folder / one / name)
        self._waiting.put(one)
        return one

    def _found(self, inner: Path) -> None:
        """A file that lay there when the program ended; a folder without one was never filled."""
        files = sorted(path for path in inner.iterdir() if path.is_file() and path.name != ANSWERS and not path.name.startswith("."))
        if inner.name.startswith(".") or not files:
            shutil.rmtree(inner, ignore_errors=True)
            return
        told = inner / ANSWERS
        given = Given.loaded(told.read_text(encoding="utf-8")) if told.is_file() else Given()
        self.lying[inner.name] = Lying(inner.name, files[0].name, files[0], given)
        self._waiting.put(inner.name)

    def _read_all(self) -> None:
        while (one := self._waiting.get()) is not None:
            with self._lock:
                lying = self.lying.get(one)
            if lying is None:
                continue
            lying.state = "reading"

            def step(done: int, total: int, _name: str, lying: Lying = lying) -> None:
                lying.done = done, total
                if lying.id not in self.lying:
                    raise refusal("desk-away", lying.name)  # it was taken away meanwhile: the pages that are left keep nobody waiting
                PDFIUM.release()  # between two pages whoever wants to look at another file may
                time.sleep(0.01)
                PDFIUM.acquire()

            with heard_by(step), PDFIUM:
                lying.read(self.office)
