"""A file that holds several documents, as a file for each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from build_tools.messages import finding, say
from build_tools.model.diagnostic import Diagnostic
from build_tools.model.document import Clean
from build_tools.model.register import Register
from build_tools.read.pdf.parted import parted
from build_tools.structure.several import documents_begin, documents_in


def begun(clean: Clean, register: Register) -> tuple[int, ...]:
    """The pages on which its documents begin, where there are several and they can be parted; else ()."""
    return documents_begin(clean, register) if clean.format == "pdf" else ()


def told_together(clean: Clean, shown: str, register: Register) -> tuple[Diagnostic, ...]:
    """What is said of a file that holds several documents and is read as one: how it can be parted."""
    if firsts := begun(clean, register):
        return (finding("add-several.pages", shown, count=len(firsts), pages=", ".join(map(str, firsts))),)
    numbers = documents_in(clean, register) if clean.format != "pdf" else ()
    return (finding("add-several.text", shown, count=len(numbers), numbers=", ".join(numbers)),) if numbers else ()


def split(path: Path, name: str, firsts: tuple[int, ...]) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each part: "báo cáo (trang 4-7).pdf"."""
    stem = name.removesuffix(Path(name).suffix)
    for first, last, data in parted(path.read_bytes(), firsts):
        pages = str(first) if first == last else f"{first}-{last}"
        yield say("commands.add.part", name=stem, pages=pages), data
