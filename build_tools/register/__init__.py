"""YAML under ``data/`` to the register, checked against its JSON Schemas."""

from build_tools.register.bodies import Found
from build_tools.register.documents import Documents, load_documents
from build_tools.register.issuers import extend, find_issuer, resolve_issuer, same_body
from build_tools.register.load import load_register, load_sources
from build_tools.register.memo import by_identity
from build_tools.register.metadata import dump_metadata, load_metadata
from build_tools.register.names import name_key, slug
from build_tools.register.own_issuer import OwnIssuer, document_issuer
from build_tools.register.rows import real_date
from build_tools.register.works import family, identify, issuers_by_id, target_work, term_at, type_named, works_by_number

__all__ = [
    "Documents",
    "Found",
    "OwnIssuer",
    "by_identity",
    "document_issuer",
    "dump_metadata",
    "extend",
    "family",
    "find_issuer",
    "identify",
    "issuers_by_id",
    "load_documents",
    "load_metadata",
    "load_register",
    "load_sources",
    "name_key",
    "real_date",
    "resolve_issuer",
    "same_body",
    "slug",
    "target_work",
    "term_at",
    "type_named",
    "works_by_number",
]
