"""A file without its number beside the signed copy of the same document, which has it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from build_tools.desk.lying import Lying
from build_tools.intake.pairing import alike


def signed_copy(item: Lying, others: Iterable[Lying]) -> Lying | None:
    """The one file on the desk that is the numbered copy of this one, which has no number; None where there is none, or several."""
    own = item.base
    if own is None or "number" not in own.lacking:
        return None
    numbered = (other for other in others if other is not item and other.base is not None and "number" not in other.base.lacking)
    found = [other for other in numbered if other.base is not None and alike(own, other.base, item.shingles, other.shingles)]
    return found[0] if len(found) == 1 else None


def copied(files: Collection[Lying]) -> dict[str, Lying]:
    """By the id of a signed copy, the file without number beside it: that one is kept first, and is given what the copy tells."""
    pairs = ((signed_copy(item, files), item) for item in files)
    return {copy.id: item for copy, item in pairs if copy is not None}
