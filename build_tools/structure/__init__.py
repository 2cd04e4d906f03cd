"""Clean text to a document: header, tree of provisions, footnotes, appendices."""

from __future__ import annotations

from build_tools.model.document import Clean, Document
from build_tools.model.register import Register
from build_tools.structure.assemble import Assembler
from build_tools.structure.tree import sections


def structure(clean: Clean, register: Register) -> Document:
    """Read the structure of a clean text.

    What then holds: the leaves of ``root`` are the blocks of ``clean`` in order, each exactly once; ids are unique; ``sections``
    lists the numbered provisions of the document, its enclosures and appendices down to the third level. ``is_document`` is False,
    with a diagnostic that says why, for texts that only speak of a document.
    """
    return Assembler(clean, register).document()


__all__ = ["sections", "structure"]
