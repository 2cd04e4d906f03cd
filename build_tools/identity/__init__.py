"""Numbers and identities of documents: parse, canonical form, addresses."""

from build_tools.identity.address import decode_number, encode_number
from build_tools.identity.identity import Identity, redirects
from build_tools.identity.number import Number, canonical_number, number_key, parse_number

__all__ = [
    "Identity",
    "Number",
    "canonical_number",
    "decode_number",
    "encode_number",
    "number_key",
    "parse_number",
    "redirects",
]
