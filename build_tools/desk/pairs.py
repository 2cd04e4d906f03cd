"""A file without its number beside the signed copy of the same document, which has it."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.desk.lying import Lying
from build_tools.intake.pairing import same_document


def signed_copy(item: Lying, others: Iterable[Lying]) -> Lying | None:
    """The one file on the desk that is the numbered copy of this one, which has no number; None where there is none, or several."""
    own = item.base
    if own is None or "number" not in own.lacking:
        return None
    numbered = (other for other in others if other is not item and other.base is not None and "number" not in other.base.lacking)
    found = [other for other in numbered if other.base is not None and same_document(own, other.base)]
    return found[0] if len(found) == 1 else None
