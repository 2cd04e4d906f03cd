"""One file that lies on the desk: what was read of it, what was answered, and what may be done with it. Answers outlive the program."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from build_tools.desk.pictures import seen_upright
from build_tools.desk.spots import Box, boxes, number_line, number_place, usual_places
from build_tools.graph.reading import read_clean
from build_tools.intake.candidate import FIELDS
from build_tools.intake.file_name import suggested
from build_tools.intake.known import digest_of
from build_tools.intake.mended import mended
from build_tools.intake.pairing import Shingles, shingles
from build_tools.intake.printed import printed_of
from build_tools.intake.proposal import Answer, Office, Proposal, propose, with_answer
from build_tools.intake.signing import draft_of
from build_tools.intake.split import begun, told_together
from build_tools.messages import finding
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.metadata import Metadata, Override
from build_tools.read.page.layout import Page
from build_tools.read.page.watched import pages_watched

State = Literal["waiting", "reading", "ready", "same", "unreadable", "kept"]

ANSWERS = "answers.json"


@dataclass(frozen=True, slots=True)
class Given:
    """All that a person said of a file: of its values by key, and of the whole.

    ``replaces``: the document that is there already gives way. ``mark`` and ``reason`` allow a marked document.
    """

    answers: Mapping[str, Answer] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    """By the index of a block, a recognised paragraph as it truly reads."""
    redact: bool = False
    replaces: bool = False
    mark: str = ""
    reason: str = ""

    def dumped(self) -> str:
        """As JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True)

    @classmethod
    def loaded(cls, text: str) -> Given:
        """From JSON; a file that was cut off half-way, or written by another version, says nothing."""
        try:
            found: dict[str, Any] = json.loads(text)
            found["answers"] = {key: Answer(**answer) for key, answer in found["answers"].items() if key in FIELDS}
            found["texts"] = {str(int(key)): str(text) for key, text in found["texts"].items()}
            return cls(**found)
        except (ValueError, TypeError, KeyError, AttributeError):
            return cls()


@dataclass(slots=True)
class Lying:
    """A file on the desk. ``base`` is what is proposed before any answer, ``proposal`` after all; ``wrong``: answers that cannot hold."""

    id: str
    name: str
    path: Path
    given: Given = field(default_factory=Given)
    state: State = "waiting"
    done: tuple[int, int] = (0, 0)
    base: Proposal | None = None
    proposal: Proposal | None = None
    wrong: dict[str, Diagnostic] = field(default_factory=dict)
    faults: tuple[Diagnostic, ...] = ()
    pages: tuple[Page, ...] = ()
    pictures: dict[int, bytes] = field(default_factory=dict)
    """By their number, JPEG pictures of the pages that were turned before they were read."""
    boxes: dict[str, tuple[Box, ...]] = field(default_factory=dict)
    shingles: Shingles = frozenset()
    """Of its text, to tell its signed copy by."""
    symbol: str = ""
    """The printed end of a number that was not read."""
    suggested: dict[str, str] = field(default_factory=dict)
    """By key, what the file's name may say."""
    attaching: tuple[Diagnostic, ...] = ()
    """Why it could not be put beside the document that was named."""
    begun: tuple[int, ...] = ()
    """The pages on which documents begin, where there are several."""
    together: tuple[Diagnostic, ...] = ()
    """Said of a file that holds several documents and cannot be parted here."""
    draft: str = ""
    """The folder of the document awaiting its number whose signed copy this is."""
    printed: str = ""
    """The folder of the document that is there as its printed, signed copy, and whose text this is."""
    signing: tuple[Diagnostic, ...] = ()
    """Why it could not give its number to the document that awaits it."""
    folder: str = ""
    """Of the same file or document in ``data/documents``, or where it was kept."""

    def read(self, office: Office) -> None:
        """Read it; what stops that is kept as its faults."""
        digest = digest_of(self.path)
        if digest in office.known.digests:
            self.state, self.folder = "same", office.known.digests[digest]
            return
        try:
            with pages_watched(seen_upright) as watched:
                clean = read_clean(self.path)
            base = propose(self.path, self.name, clean, Metadata(), office)
            self.draft, self.begun = draft_of(base, office), begun(clean, office.register)
            self.printed = printed_of(base, office)
            self.together = () if self.begun else told_together(clean, self.name, office.register)
        except InputError as error:
            self.state, self.faults = "unreadable", error.diagnostics
            return
        except Exception as error:  # one bad file never stops the desk: it is named, with what to report
            self.state = "unreadable"
            self.faults = (finding("add-unforeseen", self.name, kind=type(error).__name__, problem=error),)
            return
        self.shingles = shingles(base)
        self.base, self.pictures, self.suggested = base, watched.pictures, suggested(self.name, office.register)
        # what was turned is shown as it was read: the words stand on what is shown
        self.pages = tuple(replace(page, turned=page.turned and page.number not in self.pictures) for page in watched.pages)
        self.boxes = boxes(self.pages, clean, base.places()) if self.pages else {}
        line = number_line(self.pages) if "number" in base.lacking else None
        if line is not None:
            self.boxes["number"], self.symbol = (line.box,), line.symbol
        elif "number" in base.lacking and self.boxes.get("issuer"):
            self.boxes["number"] = number_place(self.pages, self.boxes["issuer"])
        unread = {key for key, value in base.values if value.text is None}
        self.boxes |= {key: place for key, place in usual_places(self.pages, self.boxes).items() if key in unread}
        self.answered(self.given, office)
        self.state = "ready"

    def answered(self, given: Given, office: Office) -> None:
        """Take what a person said; what cannot hold is told at its value and changes nothing."""
        assert self.base is not None
        self.given, self.wrong = given, {}
        metadata = replace(
            self.base.metadata, redact=given.redact, override=Override(given.mark, given.reason) if given.mark and given.reason else None
        )
        for key in FIELDS:
            if key in given.answers:
                try:
                    metadata = with_answer(self.base, metadata, key, given.answers[key])
                except InputError as error:
                    self.wrong[key] = error.diagnostics[0]
        for index, words in given.texts.items():
            try:
                metadata = replace(metadata, confirmed=(*metadata.confirmed, *mended(self.base.clean, int(index), words)))
            except InputError as error:
                self.wrong[f"p-{index}"] = error.diagnostics[0]
        self.proposal = self.base
        if metadata != self.base.metadata:
            self.proposal = propose(self.path, self.name, self.base.clean, metadata, office)
