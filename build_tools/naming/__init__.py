"""Names to bodies and works: which issuer a name means in a document, which work a number or a name means, under what address it stands."""

from build_tools.naming.bodies import Found
from build_tools.naming.issuers import extend, find_issuer, resolve_issuer, same_body
from build_tools.naming.names import name_key, slug
from build_tools.naming.own_issuer import OwnIssuer, document_issuer
from build_tools.naming.works import family, identify, issuers_by_id, target_work, term_at, type_named, works_by_id, works_by_number

__all__ = [
    "Found",
    "OwnIssuer",
    "document_issuer",
    "extend",
    "family",
    "find_issuer",
    "identify",
    "issuers_by_id",
    "name_key",
    "resolve_issuer",
    "same_body",
    "slug",
    "target_work",
    "term_at",
    "type_named",
    "works_by_id",
    "works_by_number",
]
