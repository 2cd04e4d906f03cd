"""The files that go with a document, as its page lists them: where each is read, and the file itself where that is offered."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.messages import say
from build_tools.model.site import SiteDocument
from build_tools.views import addresses
from build_tools.views.lookup import Lookup
from build_tools.views.pieces import Link
from build_tools.views.wording import file_size


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """``text``: where its text stands; None where the site has none of it. ``note`` says what the file is; ``download``: the file."""

    title: str
    text: Link | None
    note: str
    download: Link | None


def attachment_rows(document: SiteDocument, lookup: Lookup) -> tuple[AttachmentRow, ...]:
    """Every file that goes with ``document``, in its order."""
    made = []
    for place, item in enumerate(document.attachments, 1):
        key = "signed" if item.signed else "scan" if item.ocr else "read" if item.node else "file"
        note = say(f"pages.attachments.{key}", ending=item.ending)
        original, download = item.original, None
        if original:
            words = say(
                "pages.original.plain" if original.ending == "txt" else "pages.original.cleaned",
                ending=original.ending,
                size=file_size(original.size),
            )
            download = Link(words, addresses.attachment(document.work, place, original.ending))
        text = lookup.link(document.work, item.node, item.title) if item.node else None
        made.append(AttachmentRow(item.title, text, note, download))
    return tuple(made)
