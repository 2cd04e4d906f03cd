"""One file through all stages, as far as it goes without the other documents of a site: what ``inspect`` needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from build_tools.graph.identify import identify_all
from build_tools.graph.reading import read_clean, understand
from build_tools.model.citation import Citation, Reference
from build_tools.model.diagnostic import Diagnostic
from build_tools.model.document import Clean, Document
from build_tools.model.metadata import SourceFile
from build_tools.model.register import Register, Work
from build_tools.model.statement import Statements
from build_tools.resolve import link


@dataclass(frozen=True, slots=True)
class Read:
    """One file with its citations resolved against the register and the document itself."""

    document: Document
    citations: tuple[Citation, ...]
    statements: Statements
    references: tuple[Reference, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    register: Register = field(default_factory=Register)
    """The register against which they were resolved: with the types and bodies that the file brings."""
    own: Work | None = None
    """The file's own identity, if it has one."""


def read_alone(path: Path, register: Register, clean: Clean | None = None) -> Read:
    """Read ``path`` and resolve its citations against the register and its own identity, if it has one. Raises ``InputError``.

    ``clean`` is the clean text of the file, where it is at hand.
    """
    read = understand(SourceFile(path.stem, str(path), collection="extra"), clean or read_clean(path), register)
    assert read.document is not None
    found, wider, _ = identify_all((read,), register)
    own = found[0].work if found else None
    works = {work.id: work for work in (*wider.works, *((own,) if own else ()))}
    references = link(read.document, read.cited, own, tuple(works[key] for key in sorted(works)), wider)
    return Read(read.document, tuple(one.citation for one in read.cited), read.statements, references, read.diagnostics, wider, own)
