"""What an editor states of a document, and the files that make it up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from build_tools.model.register import Source


@dataclass(frozen=True, slots=True)
class Override:
    """Permission to publish a document in spite of a mark ("Dự thảo"): the mark, and the reason that the build log shows."""

    mark: str
    reason: str


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A value of a scan that a person has compared with the picture: as recognised, and as it truly is.

    ``everywhere``: it is put right wherever it stands, not only where there is no doubt which place is meant.
    """

    read: str
    value: str
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a document: an appendix, a table, a picture. ``title``: what an editor calls it, "" where nobody says.

    ``signed``: it is the signed copy of the document itself, whose text says the same once more.
    """

    path: str
    title: str = ""
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Metadata:
    """What ``metadata.yaml`` states; it wins over what the text says. ``None`` is not stated.

    ``numberless`` is True where the editor states that the document bears no number (``number: null``). ``awaiting_number``: it
    will get one, and is not published before. ``unsure`` names the keys whose values nobody has confirmed yet, ``unknown``
    those of which what was read is wrong and nobody knows better: nothing is stated of them. ``confirmed`` holds values of a scan that a
    person has checked. ``attachments``: names of files that go with the document, and what they are called, in the
    order of the page. ``added_on`` is the day on which the document came to the site, by the clock of whoever added it. ``lines`` gives
    the line of each key, for diagnostics.
    """

    type: str | None = None
    number: str | None = None
    issued_on: str | None = None
    place: str | None = None
    issuer: str | None = None
    parent: str | None = None
    subject: str | None = None
    signer: str | None = None
    signer_title: str | None = None
    term: str | None = None
    kind: Literal["full", "digest"] | None = None
    themes: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    notes: tuple[str, ...] = ()
    publish_original: bool = False
    redact: bool = False
    override: Override | None = None
    confirmed: tuple[Confirmed, ...] = ()
    original: str | None = None
    added_on: str | None = None
    numberless: bool = False
    awaiting_number: bool = False
    unsure: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    attachments: tuple[tuple[str, str], ...] = ()
    path: str = ""
    lines: tuple[tuple[str, int], ...] = ()

    def line(self, key: str) -> int:
        """The line of ``key`` in the file (from 1); 0 when it is not there."""
        return dict(self.lines).get(key, 0)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One document to be read: where its text is, and what is stated of it.

    ``id`` is the folder's name under ``data/documents`` or the file's name in a further folder; ``collection`` tells which of the two.
    """

    id: str
    path: str
    metadata: Metadata = Metadata()
    collection: Literal["data", "extra"] = "data"
    attached: tuple[Attachment, ...] = ()
