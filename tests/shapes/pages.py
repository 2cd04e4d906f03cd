"""Every shape through the stages, as pages of lines: what is pinned in ``tests/shapes/pinned``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from build_tools.citations import find_citations
from build_tools.graph import build_site
from build_tools.guards import redact, secrecy_marks
from build_tools.guards.personal import as_diagnostics, personal_data
from build_tools.lexicon.keys import same_words
from build_tools.model.document import Clean, Node, Paragraph
from build_tools.model.header import Header
from build_tools.model.register import Register
from build_tools.passages import Passages
from build_tools.register import load_documents, load_register
from build_tools.resolve import resolve
from build_tools.statements import read_statements
from build_tools.structure import structure
from tests.citations.citation_helpers import document as flat
from tests.content import REGISTER as OWN
from tests.layouts.maker import FIELDS, make
from tests.layouts.reading import read, said
from tests.quality.sets import own
from tests.reading import reading_helpers
from tests.resolve.registers import REGISTER, REPORT, WORKS
from tests.shapes.shown import shown

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PINNED = HERE / "pinned"
LAYOUTS = range(90)
"""Seeds of invented headers; those of the quality floors are others."""


def shapes(name: str) -> list[str]:
    """The texts of one file, between lines of ``%%``."""
    return (HERE / f"{name}.txt").read_text(encoding="utf-8").strip("\n").split("\n%%\n")


def pages() -> Iterator[tuple[str, str]]:
    """File names below ``pinned`` and what belongs there."""
    yield "sentences.txt", "\n\n".join(map(_sentence, shapes("sentences")))
    yield "documents.txt", "\n\n".join(_document(reading_helpers.clean(text + "\n")) for text in shapes("documents"))
    yield "parts.txt", "\n\n".join(_document(reading_helpers.clean(text + "\n")) for text in shapes("parts"))
    for item in own():
        yield f"gold/{item.name}.txt", _document(item.document.clean)
    yield "layouts.txt", "\n".join(map(_layout, LAYOUTS))
    yield "site.txt", _site()


def _sentence(text: str) -> str:
    """A text as paragraphs of a report of 2022: what it cites, with resolutions and relations, and what is personal."""
    made = flat(text, Header.of(type="Báo cáo", number=REPORT.number, date=REPORT.date))
    passages = Passages.of(made)
    citations = find_citations(passages, REGISTER)
    references = resolve(passages, citations, REPORT, (*WORKS, REPORT), REGISTER)
    rows = [text, *(shown(item, text) for item in references), *(shown(item, text) for item in personal_data(made.clean))]
    statements = read_statements(passages, citations, REGISTER)
    return "\n  ".join([*rows, *_statements(statements, text)])


def _document(clean: Clean) -> str:
    """A document as it is read: paragraphs, header, provisions, citations, statements, marks and findings."""
    text = clean.text
    made = structure(clean, Register())
    passages = Passages.of(made)
    citations = find_citations(passages, Register())
    statements = read_statements(passages, citations, Register())
    personal = personal_data(clean)
    rows = [shown(made.header, text), f"is_document={made.is_document}"]
    rows += [_block(block, text) for block in clean.blocks]
    rows += list(_nodes(made.root, text))
    for items in (made.sections, made.footnotes, made.quotations or (), citations, personal):
        rows += [shown(item, text) for item in items]
    rows += _statements(statements, text)
    rows += [
        f"{item.severity} {item.code} {item.line}:{item.column} {item.message}"
        for item in (*clean.diagnostics, *made.diagnostics, *secrecy_marks(clean), *as_diagnostics(clean, personal))
    ]
    if personal:
        rows.append("masked: " + " ⏎ ".join(redact(clean).text.split("\n")))
    return "\n".join(rows)


def _layout(seed: int) -> str:
    """An invented header in a layout of its own: what is read of it, with what was meant where that is another thing."""
    case = make(seed)
    document = read(case)
    header = document.header
    found = {field: said(document, field) for field in FIELDS}
    rows = [
        f"{field}={value}" + ("" if same_words(value, case.truth[field]) else f" ≠ {case.truth[field]}") for field, value in found.items()
    ]
    rows += [f"{name}={value}" for name in ("term", "issuing_body") if (value := getattr(header, name))]
    rows += [f"{name}=[{'; '.join(getattr(header, name))}]" for name in ("addressees", "recipients")]
    return f"{seed}: " + " | ".join([*rows])


def _block(block: object, text: str) -> str:
    if isinstance(block, Paragraph):
        return ("¶ " + "note " * block.note + "furniture " * block.furniture) + " ⏎ ".join(block.span.of(text).split("\n"))
    return shown(block, text)


def _nodes(node: Node, text: str, depth: int = 0) -> Iterator[str]:
    heading = f" {shown(node.heading, text)}" if node.heading else ""
    yield f"{'  ' * depth}{node.kind} {node.id} {node.label or ''} {node.level} {node.span.start}-{node.span.end}{heading}".rstrip()
    for child in node.children:
        yield from _nodes(child, text, depth + 1)


def _statements(statements: object, text: str) -> list[str]:
    rows = []
    for name in ("events", "tasks", "figures", "checks", "terms", "practices"):
        rows += [shown(item, text) for item in getattr(statements, name)]
    return [*rows, *(f"{name}={value}" for name in ("effective_on", "expires_on") if (value := getattr(statements, name)))]


def _site() -> str:
    """The graph of the invented documents, by the register that the project ships."""
    register = load_register(OWN)
    files = load_documents(ROOT / "tests" / "shapes", [ROOT / "tests" / "gold"], {".txt", ".md", ".html"}).files
    site = build_site(register, files, jobs=1, strict=False)
    read = {document.work for document in site.documents}
    rows = [shown(work, "") for work in site.works if work.id in read]
    for item in site.documents:
        rows.append(shown(item, item.document.clean.text))
    for _, edges in site.outgoing:
        rows += [shown(edge, "") for edge in edges if edge.source in read]
    rows += [shown(item, "") for item in (*site.wanted, *site.ambiguous, *site.warned)]
    rows += [f"{item.severity} {item.code} {Path(item.path or '').name}:{item.line} {item.message}" for item in site.diagnostics]
    return "\n".join(rows)


__all__ = ["PINNED", "pages"]
