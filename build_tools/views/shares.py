"""Which documents stay together where a site is parted: those of a year, or of a body."""

from __future__ import annotations

from build_tools.views import addresses, listing
from build_tools.views.lookup import Lookup


def share_keys(lookup: Lookup, by: str) -> dict[str, str]:
    """Folder of each document's pages → its share, by "year" or "issuer". Works without a text stay where all others are."""
    return {addresses.work(document.work).rpartition("/")[0]: _key(document.work, lookup, by) for document in lookup.site.documents}


def _key(identifier: str, lookup: Lookup, by: str) -> str:
    work = lookup.works[identifier]
    if by == "year":
        return listing.year_of(work)
    return addresses.folder(work.issuer) if work.issuer in lookup.issuers else addresses.NO_YEAR
