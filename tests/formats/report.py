"""How the readers do on the real files beside the project: one row a kind. Run: ``python -m tests.formats.report``.

Writes ``tests/quality/formats.json`` and ``tests/quality/formats.md``. CPU counts this process and the programs that it starts. Where a
format has no pages, 2,200 characters count as one. Times differ from machine to machine; the other columns do not.
"""

from __future__ import annotations

import json
import resource
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from build_tools.model.diagnostic import InputError
from build_tools.model.reading import RawParagraph, Reading
from build_tools.read import read_file
from build_tools.vietnamese.syllables import valid_share

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
KINDS = {
    "txt": "state/*.txt", "md": "party/*.md", "html": "formats/html/*", "docx": "formats/docx/*", "doc": "formats/doc/*",
    "doc, rtf (TCVN3)": "legacy/tcvn3/*.[dr]*[cf]", "doc (VNI)": "legacy/vni/*.doc", "txt (NFD)": "legacy/nfd/*",
    "html (TCVN3)": "legacy/in-unicode-pages/*", "pdf": "formats/pdf-text/*", "pdf (scan)": "formats/pdf-scanned/*",
    "pdf (broken text)": "formats/pdf-broken-text/*",
}  # fmt: skip
CHARACTERS_A_PAGE = 2200


@dataclass(slots=True)
class Row:
    """One kind of file."""

    files: int = 0
    read: int = 0
    pages: float = 0
    cpu: float = 0
    shares: list[float] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)

    def as_json(self) -> dict[str, object]:
        return {
            "files": self.files,
            "read": self.read,
            "refused": dict(sorted(self.refused.items())),
            "pages": round(self.pages),
            "cpu_ms_a_page": round(1000 * self.cpu / self.pages, 1) if self.pages else None,
            "valid_share_mean": round(sum(self.shares) / len(self.shares), 4) if self.shares else None,
            "valid_share_lowest": round(min(self.shares), 4) if self.shares else None,
        }


def cpu() -> float:
    """Seconds of this process and of those it has waited for."""
    return sum(usage.ru_utime + usage.ru_stime for usage in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


def text_of(reading: Reading) -> str:
    """What a reader of the page sees (the declared source of a web page holds its tags too)."""
    parts = []
    for block in reading.blocks:
        paragraphs = [block] if isinstance(block, RawParagraph) else [p for row in block.rows for cell in row for p in cell.paragraphs]
        parts += [paragraph.text for paragraph in paragraphs]
    return "\n".join(parts)


def measure(pattern: str) -> Row:
    """Read every file of a pattern."""
    row = Row()
    for path in sorted(CORPUS.glob(pattern)):
        if path.name.endswith(".transcript.txt"):
            continue
        row.files += 1
        start = cpu()
        try:
            reading = read_file(path)
        except InputError as error:
            row.refused[error.diagnostics[0].message] += 1
            continue
        row.read += 1
        row.cpu += cpu() - start
        text = text_of(reading)
        row.pages += reading.pages or max(1.0, len(text) / CHARACTERS_A_PAGE)
        row.shares.append(valid_share(text))
    return row


def as_markdown(rows: dict[str, dict[str, object]]) -> str:
    """The table for people."""
    lines = [
        "| Loại tệp | Tệp | Đọc được | Từ chối | Trang | CPU, ms mỗi trang | Âm tiết hợp lệ, trung bình (thấp nhất) |",
        "|---|---|---|---|---|---|---|",
    ]
    for kind, row in rows.items():
        refused = "; ".join(f"{count} × {reason}" for reason, count in dict(row["refused"]).items()) or "0"  # type: ignore[call-overload]
        shares = f"{float(str(row['valid_share_mean'])):.2%} ({float(str(row['valid_share_lowest'])):.2%})" if row["read"] else "—"
        lines.append(f"| {kind} | {row['files']} | {row['read']} | {refused} | {row['pages']} | {row['cpu_ms_a_page'] or '—'} | {shares} |")
    return "\n".join(lines) + "\n"


def main(only: list[str]) -> int:
    """Measure all kinds, or those named."""
    target = ROOT / "tests" / "quality" / "formats.json"
    rows: dict[str, dict[str, object]] = json.loads(target.read_text(encoding="utf-8")) if target.exists() else {}
    for kind, pattern in KINDS.items():
        if not only or kind in only:
            rows[kind] = measure(pattern).as_json()
            print(kind, rows[kind], flush=True)
    rows = {kind: rows[kind] for kind in KINDS if kind in rows}
    target.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    target.with_suffix(".md").write_text(as_markdown(rows), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
