"""Texts to statements, through the real stages."""

from __future__ import annotations

from build_tools.citations import find_citations
from build_tools.model.document import Document
from build_tools.model.statement import Statements
from build_tools.passages import Passages
from build_tools.statements import read_statements
from tests.content import EMPTY
from tests.reading import reading_helpers

HEADER = """UBND TỈNH SÔNG MƠ

Số: 12/{code}-UBND

Sông Mơ, ngày 05 tháng 3 năm 2025

{kind}

về công tác thí điểm trên địa bàn tỉnh

"""
CODES = {
    "BÁO CÁO": "BC", "KẾ HOẠCH": "KH", "CHỈ THỊ": "CT", "QUYẾT ĐỊNH": "QĐ", "THÔNG BÁO": "TB", "HƯỚNG DẪN": "HD", "TỜ TRÌNH": "TTr",
    "NGHỊ QUYẾT": "NQ",
}  # fmt: skip


def read(body: str, kind: str | None = None) -> tuple[Document, Statements]:
    """Read a text of ours; ``kind`` puts the header of such a document before it."""
    source = (HEADER.format(kind=kind, code=CODES[kind]) if kind else "") + body + "\n"
    document = reading_helpers.read(source)
    passages = Passages.of(document)
    return document, read_statements(passages, find_citations(passages, EMPTY), EMPTY)
