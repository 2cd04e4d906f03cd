"""The annotated sets: the invented one in ``tests/gold`` and those of real documents beside the project, read alike."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from build_tools.citations import find_citations
from build_tools.model.citation import Citation, Reference
from build_tools.model.document import Document
from build_tools.normalise import normalise
from build_tools.passages import Passages
from build_tools.read import read_file
from build_tools.resolve import resolve
from build_tools.statements import read_statements
from build_tools.structure import structure
from tests.content import shipped as register

ROOT = Path(__file__).resolve().parent.parent.parent
REAL = ("party-dev", "state-dev")
"""The sets of real documents whose floors are kept."""


@dataclass(frozen=True)
class Annotated:
    """One document: its annotation (the format is told in ``tests/gold/README.md``) and what the stages read, each when it is asked for."""

    gold: dict[str, Any]
    path: Path

    @property
    def name(self) -> str:
        """The name of the source."""
        return str(self.gold["source"]).rsplit("/", 1)[-1]

    @cached_property
    def document(self) -> Document:
        """The file through the stages before citations."""
        return structure(normalise(read_file(self.path)), register())

    @cached_property
    def passages(self) -> Passages:
        """Its text as citations and statements read it."""
        return Passages.of(self.document)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """What is cited."""
        return find_citations(self.passages, register())

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """What is cited, resolved against the register alone."""
        return resolve(self.passages, self.citations, None, register().works, register())

    @cached_property
    def effective_on(self) -> str | None:
        """The day from which it holds."""
        return read_statements(self.passages, self.citations, register()).effective_on

    def source_citations(self) -> list[dict[str, Any]]:
        """What ``inspect`` prints of the citations: spans in the source file."""
        rows = []
        for citation in self.citations:
            span = self.document.clean.origin.to_source(citation.span)
            names = ("kind", "type", "number", "date", "issuer", "term", "name", "target", "pinpoint")
            rows.append({"start": span.start, "end": span.end, **{name: getattr(citation, name) for name in names}})
        return rows


@cache
def annotated(annotations: Path, sources: Path) -> tuple[Annotated, ...]:
    """The documents of one set, whose sources lie somewhere below ``sources``."""
    return tuple(_annotated(annotations, sources))


def own() -> tuple[Annotated, ...]:
    """The invented set of the project."""
    return annotated(ROOT / "tests" / "gold", ROOT / "tests" / "gold")


def real(shared: Path, name: str) -> tuple[Annotated, ...]:
    """A set of real documents."""
    return annotated(shared / "gold" / name, shared / "corpus")


def _annotated(annotations: Path, sources: Path) -> Iterator[Annotated]:
    files = {path.name: path for path in sorted(sources.rglob("*"), reverse=True) if path.is_file()}
    index = sources / "INDEX.tsv"
    if index.exists():  # files that the corpus keeps under another name than the annotation does
        for row in index.read_text(encoding="utf-8").splitlines()[1:]:
            file, origin = row.split("\t")
            files.setdefault(Path(origin).name, sources / file)
    for path in sorted(annotations.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        yield Annotated(gold, files[Path(gold["source"]).name])
