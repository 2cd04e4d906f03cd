"""Made documents through the real stages, and what was read of a field."""

from __future__ import annotations

from pathlib import Path

from build_tools.model.document import Document
from build_tools.normalise import normalise
from build_tools.read.plain import markdown, text
from build_tools.read.web import html
from build_tools.read.word import docx
from build_tools.structure import structure
from tests.content import EMPTY
from tests.layouts.maker import Case

READERS = {"txt": text, "md": markdown, "html": html, "docx": docx}


def read(case: Case) -> Document:
    """The document of a case."""
    return structure(normalise(READERS[case.ending].read(Path(f"mau.{case.ending}"), case.data)), EMPTY)


def said(document: Document, field: str) -> str | None:
    """The value of one of the maker's fields; None when nothing was read."""
    header = document.header
    signature = header.signature
    told = {
        "signer": signature.signer,
        "signer_title": signature.title,
        "authority": signature.authority,
        "signers": " ; ".join(header.signers),
        "sections": " / ".join(f"{section.level} {section.label}" for section in document.sections),
    }
    value = told[field] if field in told else getattr(header, field)
    return None if value is None else str(value)
