"""One file through all stages up to its statements, as ``inspect`` and others need it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from build_tools.citations import find_citations
from build_tools.model.citation import Citation, Reference
from build_tools.model.document import Document
from build_tools.model.register import Register
from build_tools.model.statement import Statements
from build_tools.normalise import normalise
from build_tools.read import read_file
from build_tools.resolve import resolve
from build_tools.statements import read_statements
from build_tools.structure import structure


@dataclass(frozen=True, slots=True)
class Read:
    """One file, read as far as it can be without the other documents of a site."""

    document: Document
    citations: tuple[Citation, ...]
    statements: Statements
    references: tuple[Reference, ...]


def read_alone(path: Path, register: Register) -> Read:
    """Read ``path`` and resolve its citations against the register only. Raises ``InputError``."""
    document = structure(normalise(read_file(path)), register)
    citations = find_citations(document, register)
    statements = read_statements(document, citations, register)
    return Read(document, citations, statements, resolve(document, citations, None, register.works, register))
