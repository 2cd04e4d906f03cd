"""Short addresses of documents, for paper, telephones and chats: ``s/k3f9ab/#dieu-5`` leads to the paragraph on the document's page."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable

LENGTH = 6
"""Letters of a code: a thousand million codes, so that ten thousand documents share one with a chance of one in twenty."""


def codes(works: Iterable[str]) -> dict[str, str]:
    """Work id → its code: letters and figures that follow from the id alone; of two that would share one, the later takes more letters."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for work in sorted(works):
        letters = base64.b32encode(hashlib.sha256(work.encode()).digest()).decode().lower()
        code = next(letters[:length] for length in range(LENGTH, len(letters)) if letters[:length] not in taken)
        taken.add(code)
        found[work] = code
    return found


def address(code: str) -> str:
    """The page of a code, from the root of the site."""
    return f"s/{code}/"
