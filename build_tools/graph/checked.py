"""What a person has checked of a recognised text and what no paragraph holds as it was read: it takes effect in the header."""

from __future__ import annotations

from dataclasses import replace

from build_tools.identity import canonical_number
from build_tools.messages import say
from build_tools.model.document import Clean, Correction, Document
from build_tools.model.header import HeaderField, Stated
from build_tools.model.metadata import Metadata
from build_tools.model.span import Excerpt
from build_tools.normalise.confirmed import same_value, stands, words_read
from build_tools.vietnamese.dates import parse_date


def checked(document: Document, metadata: Metadata) -> Document:
    """The document with the values that ``metadata.confirmed`` gives in place of those in its header.

    What the text has in one place was put right there before (see ``normalise.confirmed``). A header's value may be written otherwise
    than any line of the text: in its usual case, over two lines ("2031-03-20", "Trồng rừng ven suối").
    """
    if document.clean.method != "ocr":
        return document
    header = document.header
    for entry in metadata.confirmed:
        read, value = words_read(entry.read), entry.value
        for field in _MENDED:
            before = header.stated(field)
            true = parse_date(value) if field == "date" else canonical_number(value) if field == "number" else value
            if before and true and same_value(before.words.value, read):
                header = header.put(Stated(field, in_place_of(before, true), "confirmed"))
    return replace(document, header=header)


_MENDED: tuple[HeaderField, ...] = ("number", "date", "place", "subject", "signer")


def in_place_of(before: Stated | None, words: str) -> Excerpt:
    """What a person states, with the place of the line that says it or says otherwise."""
    return Excerpt(words, before.lines if before else ())


def corrections(document: Document, metadata: Metadata) -> tuple[str, ...]:
    """Remarks for the page: what was put right and on which pages; what recognition read otherwise than the original and still stands."""
    clean = document.clean
    if clean.method != "ocr":
        return ()
    mended: dict[tuple[str, str], list[Correction]] = {}
    for item in clean.corrections:
        mended.setdefault((item.read, item.value), []).append(item)
    told = [_mended(clean, read, value, items) for (read, value), items in mended.items()]
    pairs = [(words_read(entry.read), entry.value) for entry in metadata.confirmed]
    told += [
        say("rules.recognised.confirmed", read=read, value=value)
        for read, value in dict.fromkeys(pairs)
        if not same_value(read, value) and stands(clean.text, read)
    ]
    return tuple(told)


def _mended(clean: Clean, read: str, value: str, items: list[Correction]) -> str:
    """What was put right, and on which pages."""
    pages = {block.style.page for block in clean.blocks for item in items if block.style.page and block.span.contains(item.span)}
    if not pages:
        return say("rules.recognised.mended", read=read, value=value)
    return say("rules.recognised.mended-on", read=read, value=value, pages=", ".join(map(str, sorted(pages))))
