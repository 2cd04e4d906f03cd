"""Readable keys of documents that are cited and not known: the same document gets the same key wherever it is cited fully."""

from __future__ import annotations

from build_tools.identity import parse_number
from build_tools.lexicon.types import types_of
from build_tools.model.citation import Citation
from build_tools.model.memo import by_identity
from build_tools.model.register import Register
from build_tools.resolve.context import Context
from build_tools.vietnamese.dates import shown_date


@by_identity
def _local_codes(register: Register) -> frozenset[str]:
    """Codes that bodies of many places use ("TU", "UBND")."""
    patterns = {code for body in register.bodies if body.levels for code in (body.code, *body.codes) if code}
    return frozenset(patterns | {code for issuer in register.issuers if issuer.place for code in issuer.codes})


_PRECISION = {len("2031"): "năm", len("2031-10"): "tháng", len("2031-10-05"): "ngày"}
"""The word before a date, by how much of it is stated."""


def wanted_key(citation: Citation, context: Context) -> str:
    """Of a numbered citation: “Nghị định số 30/2020/NĐ-CP”; with a date or term where the number needs one, with the issuer where many
    share its code."""
    key = f"{citation.type or 'Văn bản'} số {citation.number}"
    parts = parse_number(citation.number or "", types_of(context.register.types).own_codes)
    if parts is None or (parts.year is None and parts.legislature is None):
        if citation.date:
            key += f" {_PRECISION[len(citation.date)]} {shown_date(citation.date)}"
        elif citation.term:
            key += f" khóa {citation.term}"
    if is_of_many(citation, context):
        issuer = context.issuer(citation.issuer) if citation.issuer else None
        if issuer:
            key += f" của {issuer.name}"
        elif citation.issuer:
            key += f" của {citation.issuer}"
    return key


def is_of_many(citation: Citation, context: Context) -> bool:
    """Whether bodies of many places give numbers with the code of this one ("QĐ-UBND")."""
    parts = parse_number(citation.number or "", types_of(context.register.types).own_codes)
    if parts is None or not parts.issuer_code:
        return False
    return any(_is_local(code, context.register) for code in parts.issuer_codes)


def _is_local(code: str, register: Register) -> bool:
    """Whether bodies of many places use this code, or one that ends with theirs ("BTGTU": of any Tỉnh ủy)."""
    local = _local_codes(register)
    return code in local or any(len(known) == 2 and code.endswith(known) for known in local)
