"""Citations to references: which work is meant, by which rule, in what relation."""

from __future__ import annotations

from build_tools.model.citation import Citation, Reference
from build_tools.model.document import Document
from build_tools.model.register import Register, Work


def resolve(
    document: Document, citations: tuple[Citation, ...], own: Work | None, works: tuple[Work, ...], register: Register
) -> tuple[Reference, ...]:
    """Resolve each citation of ``document`` (whose own work is ``own``) against all known ``works``."""
    return ()
