"""The files that go with a document: their texts are read as the end of its own, and its page lists them."""

from __future__ import annotations

from pathlib import Path

from build_tools.graph.originals import original_of
from build_tools.guards import secrecy_marks
from build_tools.messages import finding, say
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.document import Clean, Document, Node
from build_tools.model.metadata import Attachment, SourceFile
from build_tools.model.site import SiteAttachment
from build_tools.normalise import normalise
from build_tools.normalise.joined import joined
from build_tools.read import ENDED_AS_PICTURES, READABLE, read_file


def with_attached(clean: Clean, source: SourceFile) -> tuple[Clean, tuple[Diagnostic, ...]]:
    """The text of a document with the texts of the files that go with it, and what is to be told of these.

    Pictures are listed only: what stands in one is seldom text of the document. A file that cannot be read is told and listed all the same.
    """
    others: list[tuple[int, str, Clean]] = []
    told: list[Diagnostic] = []
    for place, item in enumerate(source.attached):
        ending = Path(item.path).suffix.lower()
        if item.signed or ending in ENDED_AS_PICTURES:
            continue
        if ending not in READABLE:
            told.append(finding("attachment-unread.kind", item.path, ending=ending))
            continue
        try:
            other = normalise(read_file(Path(item.path)))
        except InputError as error:
            told += (finding("attachment-unread.fault", item.path, reason=fault.message) for fault in error.diagnostics)
            continue
        told += secrecy_marks(other, source.metadata.override)  # its heading is not that of the document, where marks are looked for
        others.append((place, item.title or Path(item.path).stem, other))
    return joined(clean, others), tuple(told)


def attachments_of(source: SourceFile, document: Document) -> tuple[tuple[SiteAttachment, ...], tuple[Diagnostic, ...]]:
    """What the page of a document lists, and why files that are to be published stay away."""
    texts = {item.place: item for item in document.clean.attached}
    made: list[SiteAttachment] = []
    told: list[Diagnostic] = []
    for place, item in enumerate(source.attached):
        text = texts.get(place)
        original, refused = original_of(_alone(source, item))
        told += refused
        file = Path(item.path)
        part = _begun(document.root, document.clean.blocks[text.block].span.start) if text else None
        title = say("data.signed-copy") if item.signed else item.title or (_heading(part) if part else "") or file.stem
        ending = file.suffix.lower().lstrip(".")
        made.append(SiteAttachment(title, ending, part.id if part else "", bool(text and text.ocr), item.path, original, item.signed))
    return tuple(made), tuple(told)


def _heading(part: Node) -> str:
    """How a part calls itself: "Phụ lục I. Danh sách xã"; "" where it has no heading."""
    return ". ".join(filter(None, (part.label, part.title))) if part.title else ""


def _alone(source: SourceFile, item: Attachment) -> SourceFile:
    return SourceFile(source.id, item.path, source.metadata, source.collection)


def _begun(root: Node, at: int) -> Node | None:
    """The outermost part that begins there."""
    return next((child for child in root.children if child.span.start == at), None)
