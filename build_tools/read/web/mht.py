"""A web page saved as one file (.mht, RFC 2557): its HTML part is read as a page; pictures and the rest are left alone."""

from __future__ import annotations

from email import message_from_bytes
from pathlib import Path

from build_tools.messages import refusal
from build_tools.model.reading import Reading
from build_tools.read.letters.encodings import decode
from build_tools.read.web import html


def read(path: Path, data: bytes) -> Reading:
    """Read the first HTML part. Raises ``InputError`` when there is none. The declared text is that part's HTML."""
    for number, part in enumerate(message_from_bytes(data).walk()):
        if number > 1000:
            break
        content = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        decoded = decode(content, markup=True) if isinstance(content, bytes) and content.strip() else None
        if decoded is not None:
            return html.read(path, decoded.text.encode("utf-8"))
    raise refusal("mht-empty", str(path))
