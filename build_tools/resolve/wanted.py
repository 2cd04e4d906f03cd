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


def wanted_key(citation: Citation, context: Context) -> str:
    """Of a numbered citation: “Nghị định số 30/2020/NĐ-CP”; with a date or term where the number needs one, with the issuer where many
    share its code."""
    key = f"{citation.type or 'Văn bản'} số {citation.number}"
    parts = parse_number(citation.number or "", types_of(context.register.types).own_codes)
    if parts is None or (parts.year is None and parts.legislature is None):
        if citation.date:
            key += " ngày " + shown_date(citation.date)
        elif citation.term:
            key += f" khóa {citation.term}"
    if parts and parts.issuer_code and any(_is_local(code, context.register) for code in parts.issuer_codes):
        issuer = context.issuer(citation.issuer) if citation.issuer else None
        if issuer:
            key += f" của {issuer.name}"
        elif citation.issuer:
            key += f" của {citation.issuer}"
    return key


def _is_local(code: str, register: Register) -> bool:
    """Whether bodies of many places use this code, or one that ends with theirs ("BTGTU": of any Tỉnh ủy)."""
    local = _local_codes(register)
    return code in local or any(len(known) == 2 and code.endswith(known) for known in local)
