"""Đọc một tệp và in ra những gì nhận biết được.

Ví dụ:
  python -m build_tools inspect van-ban.txt
  python -m build_tools inspect van-ban.txt --format json
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from build_tools.citations import find_citations
from build_tools.model.citation import Ambiguous, Citation, Resolved
from build_tools.model.document import Document
from build_tools.normalise import normalise
from build_tools.read import read_file
from build_tools.register import load_register
from build_tools.structure import structure


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", type=Path, metavar="TỆP")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text: như người đọc đọc; json: cho máy")
    parser.add_argument("--data", type=Path, default=Path("data"), help="thư mục dữ liệu (mặc định: data)")


def run(args: argparse.Namespace) -> int:
    """Print the document as text or JSON."""
    register = load_register(args.data / "register")
    document = structure(normalise(read_file(args.file)), register)
    if args.format == "text":
        print(document.clean.text)
        return 0
    citations = find_citations(document, register)
    print(json.dumps(as_json(document, citations), ensure_ascii=False, indent=1))
    return 0


def as_json(document: Document, citations: tuple[Citation, ...]) -> dict[str, Any]:
    """The stable shape that ``inspect --format json`` prints."""
    clean, header = document.clean, document.header
    to_source = clean.origin.to_source
    return {
        "document": {
            "type": header.type,
            "number": header.number,
            "date": header.date,
            "place": header.place,
            "issuer": header.issuer,
            "parent": header.parent,
            "subject": header.subject,
            "signer": header.signature.signer,
            "signer_title": header.signature.title,
            "authority": header.signature.authority,
            "addressees": list(header.addressees),
            "recipients": list(header.recipients),
            "is_document": document.is_document,
        },
        "sections": [{"label": s.label, "title": s.title, "level": s.level, "start": to_source(s.span).start} for s in document.sections],
        "citations": [
            {
                "text": clean.source[to_source(c.span).start : to_source(c.span).end],
                "start": to_source(c.span).start,
                "end": to_source(c.span).end,
                "kind": c.kind,
                "type": c.type,
                "number": c.number,
                "date": c.date,
                "issuer": c.issuer,
                "term": c.term,
                "pinpoint": None if c.pinpoint is None else {k: getattr(c.pinpoint, k) for k in c.pinpoint.__slots__},
                "target": c.target,
                "resolution": None,
            }
            for c in citations
        ],
        "diagnostics": [],
    }


__all__ = ["Ambiguous", "Resolved", "as_json", "configure", "run"]
