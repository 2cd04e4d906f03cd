"""Every shape through the stages, as pages of lines: what is pinned in ``tests/shapes/pinned``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from build_tools.citations import find_citations
from build_tools.graph import build_site
from build_tools.graph.agreement import doubts, share
from build_tools.guards import redact, secrecy_marks
from build_tools.guards.personal import as_diagnostics, personal_data
from build_tools.lexicon.keys import same_words
from build_tools.model.citation import CITES, Resolved
from build_tools.model.document import Clean, Node, Paragraph
from build_tools.model.header import Header
from build_tools.model.metadata import SourceFile
from build_tools.passages import Passages
from build_tools.register.documents import load_documents
from build_tools.resolve import relate, resolve
from build_tools.statements import read_statements
from build_tools.structure import structure
from build_tools.structure.known_names import known_names
from build_tools.structure.recase import Recaser
from build_tools.structure.signing import office
from tests.citations.citation_helpers import document as flat
from tests.content import EMPTY, shipped
from tests.layouts.maker import FIELDS, make
from tests.layouts.reading import read, said
from tests.quality.sets import Annotated, own
from tests.reading import reading_helpers
from tests.resolve.registers import REGISTER, REPORT, WORKS, references, work
from tests.shapes.grids import GRIDS
from tests.shapes.neighbours import NEIGHBOURS
from tests.shapes.reaches import reaches
from tests.shapes.rows import ROWS
from tests.shapes.shown import shown

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PINNED = HERE / "pinned"
BLANK_LINE = "\n\n"
OWN_ACT = work("5/2031/TT-BKT", "thong-tu", None, "2031-01-01")
CITING = ("sentences", "edges", "pinpoints", "lawnames", "plans", "short", "itself", "lists", "meetings", "meant")
"""Files of running text with citations."""
LAYOUTS = range(90)
"""Seeds of invented headers; those of the quality floors are others."""


def shapes(name: str) -> list[str]:
    """The texts of one file, between lines of ``%%``."""
    return (HERE / f"{name}.txt").read_text(encoding="utf-8").strip("\n").split("\n%%\n")


@dataclass(frozen=True, slots=True)
class Part:
    """What is read of one shape, made when it is asked for; ``blank`` counts the blank lines inside it."""

    make: Callable[[], str]
    blank: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A file below ``pinned``: its parts, and what stands between two of them."""

    name: str
    parts: tuple[Part, ...]
    between: str = BLANK_LINE

    def made(self) -> str:
        """What belongs there."""
        return self.between.join(part.make() for part in self.parts) + "\n"

    def pinned(self) -> tuple[str, ...]:
        """What stands there, part by part; the last takes what is left over."""
        path = PINNED / self.name
        pieces = path.read_text(encoding="utf-8").removesuffix("\n").split(self.between) if path.exists() else []
        found = []
        for part in self.parts[:-1]:
            found.append(self.between.join(pieces[: part.blank + 1]))
            pieces = pieces[part.blank + 1 :]
        return (*found, self.between.join(pieces))


@cache
def pages() -> tuple[Page, ...]:
    """All of them; nothing is read yet."""
    return (
        *(Page(f"{name}.txt", tuple(Part(partial(_sentence, text), text.count(BLANK_LINE)) for text in shapes(name))) for name in CITING),
        Page("issuers.txt", tuple(Part(partial(_cited, text), text.count(BLANK_LINE)) for text in shapes("issuers"))),
        *(
            Page(f"{name}.txt", tuple(Part(partial(_acts, text), text.count(BLANK_LINE)) for text in shapes(name)))
            for name in ("acts", "effects")
        ),
        Page("documents.txt", tuple(Part(partial(_shape, text)) for text in shapes("documents"))),
        Page("structured.txt", tuple(Part(partial(_shape, text)) for text in shapes("structured"))),
        Page("printed.txt", tuple(Part(partial(_shape, text)) for text in shapes("printed"))),
        Page("wholes.txt", tuple(Part(partial(_shape, text)) for text in shapes("wholes"))),
        Page("styled.txt", tuple(Part(partial(_shape, text, "html")) for text in shapes("styled"))),
        Page("marked.txt", tuple(Part(partial(_shape, text, "md")) for text in shapes("marked"))),
        Page("parts.txt", tuple(Part(partial(_shape, text)) for text in shapes("parts"))),
        *(Page(f"gold/{item.name}.txt", (Part(partial(_gold, item)),)) for item in own()),
        Page("capitals.txt", tuple(Part(partial(_usual, text)) for text in shapes("capitals"))),
        Page("layouts.txt", tuple(Part(partial(_layout, seed)) for seed in LAYOUTS), "\n"),
        Page("site.txt", (Part(_site),)),
        Page("together.txt", tuple(Part(partial(_together, texts)) for texts in batched(_papers()))),
        *(
            Page(f"grids/{name}.txt", (Part(partial(_grid, rows)),))
            for name, rows in {**GRIDS, **ROWS, **NEIGHBOURS, "reaches": reaches}.items()
        ),
        Page("collections.txt", tuple(Part(partial(_together, _collection(text))) for text in shapes("collections"))),
    )


def _grid(rows: Callable[[], Iterator[str]]) -> str:
    return "\n".join(rows())


def _cited(text: str) -> str:
    """What a text cites by the register that the project ships, which knows who numbers with which code."""
    citations = find_citations(Passages.of(flat(text)), shipped())
    return "\n  ".join([text, *(shown(item, text) for item in citations)])


RUNNING = """Hội đua thuyền Nà Lúa mở rộng được tổ chức ở bến Cầu Mây. Hội đua thuyền có 12 đội.
Ban Quản lý bến Cầu Mây giữ bến Gỗ; "Ban quản lý" khác; ban quản lý bến. Bến Cầu Mây sạch. BẾN GỖ ĐẸP. Ở bến gỗ, ở bến gỗ.
"""
"""What the document with such headings says in running text."""


def _usual(text: str) -> str:
    """Words in capitals as a name and as a subject, by the names that the project ships and without any."""
    rows = [text]
    for names in (known_names(shipped()), known_names(EMPTY)):
        recaser = Recaser(RUNNING, names)
        rows += [recaser.name(text), recaser.title(text), recaser.title(text, "Ủy ban nhân dân tỉnh Sông Mơ"), office(text, recaser)]
    return "\n  ".join(dict.fromkeys(rows))


def _acts(text: str) -> str:
    """What the same words state in documents that rule, plan and tell of others."""
    rows = [text]
    for kind in ("Thông tư", "Kế hoạch", "Quyết định"):
        rows.append(f"{kind}:")
        for item in references(text, OWN_ACT, OWN_ACT.date, kind):
            of = f" = {item.resolution.work}" if isinstance(item.resolution, Resolved) else ""
            scope = f" {shown(item.scope, text)}" if item.scope else ""
            rows.append(f"  {shown(item.citation.span, text)}{of}: {item.predicate}{scope} {item.evidence.start}-{item.evidence.end}")
    return "\n  ".join(rows)


def _shape(text: str, kind: str = "txt") -> str:
    return _document(reading_helpers.clean(text + "\n", kind))


def _gold(item: Annotated) -> str:
    return _document(item.document.clean)


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
    made = structure(clean, EMPTY)
    passages = Passages.of(made)
    citations = find_citations(passages, EMPTY)
    statements = read_statements(passages, citations, EMPTY)
    personal = personal_data(clean)
    rows = [shown(made.header, text), f"is_document={made.is_document}"]
    rows += [_block(block, text) for block in clean.blocks]
    rows += list(_nodes(made.root, text))
    for items in (made.sections, made.footnotes, made.quotations or (), citations, personal):
        rows += [shown(item, text) for item in items]
    rows += [
        f"{shown(item.citation.span, text)}: {shown(item.stated, text)}"
        for item in relate(passages, citations)
        if item.stated.predicate != CITES or item.stated.scope
    ]
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
    register = shipped()
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


TOGETHER = 8
"""So many documents make a collection: few enough to see what changed."""


def _papers() -> tuple[tuple[str, str], ...]:
    """Whole documents of the other pages, each with the ending of its format."""
    kinds = (("papers", "txt"), ("documents", "txt"), ("parts", "txt"), ("structured", "txt"), ("printed", "txt"), ("marked", "md"))
    return tuple((text, kind) for name, kind in kinds for text in shapes(name) if len(text) > 200)


def _collection(text: str) -> tuple[tuple[str, str], ...]:
    """The documents of a collection, between lines of ``====``."""
    return tuple((one, "txt") for one in text.split("\n====\n"))


def batched(papers: Sequence[tuple[str, str]]) -> Iterator[Sequence[tuple[str, str]]]:
    """The papers in collections, in order."""
    return (papers[at : at + TOGETHER] for at in range(0, len(papers), TOGETHER))


def _together(papers: Sequence[tuple[str, str]]) -> str:
    """Documents as one collection: how they lead to one another, and what is told of them and of the reading."""
    with TemporaryDirectory() as folder:
        sources = []
        for number, (text, kind) in enumerate(papers):
            path = Path(folder) / f"{number}.{kind}"
            path.write_text(text + "\n", encoding="utf-8")
            sources.append(SourceFile(path.stem, str(path), collection="extra"))
        site = build_site(shipped(), sources, jobs=1, strict=False)
    found = doubts(site)
    rows = [f"{item.work} {item.kind} {share(site, found)}" for item in site.documents]
    read = {document.work for document in site.documents}
    for _, edges in site.outgoing:
        rows += [shown(edge, "") for edge in edges if edge.source in read]
    rows += [shown(item, "") for item in (*site.wanted, *site.ambiguous, *site.warned)]
    rows += [
        f"{item.severity} {item.code} {Path(item.path or '').name}:{item.line} {item.message}".replace(folder, "…")
        for item in (*site.diagnostics, *found)
    ]
    return "\n".join(" ⏎ ".join(row.split("\n")) for row in rows) or "nothing"


__all__ = ["PINNED", "Page", "pages"]
