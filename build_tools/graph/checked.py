"""What a person has checked against the picture of a recognised text: it takes effect in the header and is no longer asked for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from build_tools.identity import canonical_number, number_key, parse_number
from build_tools.model.document import Document
from build_tools.model.metadata import Metadata
from build_tools.vietnamese.dates import parse_date
from build_tools.vietnamese.fold import exact_key

_ENTRY = re.compile(r"^trang \d+: (?:chữ “(?P<word>[^”]*)”.*|(?P<value>.*))$", re.DOTALL)
"""An entry of ``Clean.confirm`` (see ``read.scan.ocr.to_confirm``)."""


def checked(document: Document, metadata: Metadata) -> Document:
    """The document with the values that ``metadata.confirmed`` gives in place of those recognised.

    Header fields that were read as ``read`` take ``value``; what is confirmed, or stated as number or date of the document, leaves
    the list of what is to be confirmed. A value may be written as it stands in the text or as ``metadata.yaml`` writes it
    ("ngày 20 tháng 3 năm 2031", "2031-03-20").
    """
    if document.clean.method != "ocr":
        return document
    header, changes = document.header, dict[str, Any]()
    for read, value in metadata.confirmed:
        if header.number and _same(header.number, read):
            changes["number"] = canonical_number(value)
        if header.date and _same(header.date, read) and parse_date(value):
            changes["date"] = parse_date(value)
        changes |= {key: value for key in ("place", "subject") if (text := getattr(header, key)) and _same(text, read)}
        if header.signature.signer and _same(header.signature.signer, read):
            changes["signature"] = replace(header.signature, signer=value)
    known = [*(read for read, _ in metadata.confirmed), *filter(None, (metadata.number, metadata.issued_on))]
    left = tuple(entry for entry in document.clean.confirm if not any(_same(entry, read) or _same(_words(entry), read) for read in known))
    return replace(document, header=replace(header, **changes), clean=replace(document.clean, confirm=left))


def corrections(document: Document, metadata: Metadata) -> tuple[str, ...]:
    """Remarks for the page: what recognition read otherwise than the original, where the text still shows it."""
    if document.clean.method != "ocr":
        return ()
    pairs = [(_words(read), value) for read, value in metadata.confirmed]
    return tuple(
        f"Máy nhận dạng đọc “{read}”; người đối chiếu với bản gốc xác nhận là “{value}”."
        for read, value in dict.fromkeys(pairs)
        if not _same(read, value) and read in document.clean.text
    )


def _words(entry: str) -> str:
    found = _ENTRY.match(entry)
    return (found["word"] if found["word"] is not None else found["value"]) if found else entry


def _same(one: str, other: str) -> bool:
    if exact_key(one) == exact_key(other):
        return True
    day, wanted = parse_date(one), parse_date(other)
    if day and wanted:
        return day == wanted
    return bool(parse_number(one) and parse_number(other)) and number_key(one) == number_key(other)
