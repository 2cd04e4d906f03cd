"""YAML under ``data/`` to the register, checked against its JSON Schemas."""

from build_tools.register.issuers import Found, OwnIssuer, document_issuer, extend, find_issuer, resolve_issuer, same_body
from build_tools.register.load import load_register, real_date
from build_tools.register.memo import by_identity
from build_tools.register.works import family, identify, issuers_by_id, target_work, term_at, works_by_number

__all__ = [
    "Found",
    "OwnIssuer",
    "by_identity",
    "document_issuer",
    "extend",
    "family",
    "find_issuer",
    "identify",
    "issuers_by_id",
    "load_register",
    "real_date",
    "resolve_issuer",
    "same_body",
    "target_work",
    "term_at",
    "works_by_number",
]
