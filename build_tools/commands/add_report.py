"""What ``add`` says: what was detected of one document, and what became of all."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from build_tools.commands.add_document import FIELDS, Candidate, Value
from build_tools.commands.console import console
from build_tools.model.diagnostic import Diagnostic
from build_tools.read import printable

GUARDED = ("personal-", "guard-override")
"""Diagnostics of what a person must look at before publishing: shown for every file, however many there are."""
NOTICED = 10
"""Notices shown of one file."""


@dataclass(slots=True)
class Tally:
    """What became of the files."""

    added: list[tuple[str, str]] = field(default_factory=list)
    same: list[tuple[str, str]] = field(default_factory=list)
    failed: list[tuple[str, tuple[Diagnostic, ...]]] = field(default_factory=list)
    citations: list[tuple[int, int, int]] = field(default_factory=list)
    skipped: list[Path] = field(default_factory=list)
    notices: list[tuple[str, tuple[Diagnostic, ...]]] = field(default_factory=list)


def table(path: Path, values: tuple[tuple[str, Value], ...], out: Console) -> None:
    """Each field with its value and what is uncertain of it."""
    grid = Table(title=Text(printable(path)), title_justify="left", show_header=True, header_style="bold")
    for head in ("", "nhận biết được", "chưa chắc vì"):
        grid.add_column(head, overflow="fold")
    for key, value in values:
        grid.add_row(FIELDS[key], Text((value.text or "—")[:160]), Text(value.doubt), style="yellow" if value.doubt else None)
    out.print(grid)


def show(candidate: Candidate, out: Console) -> None:
    """What was detected, with what is uncertain and why."""
    table(Path(candidate.item.read.source.path), candidate.values, out)
    document = candidate.item.document
    found, linked, unknown = candidate.links
    out.print(f"  viện dẫn: {found} tìm thấy, {linked} nối được, {unknown} chưa rõ là văn bản nào; {len(document.sections)} mục")
    if document.clean.method == "ocr":
        listed = "; ".join(document.clean.confirm[:30]) or "không có"
        out.print(f"  chữ do máy nhận dạng từ ảnh; cần người đối chiếu: {listed}", markup=False)
    for item in candidate.diagnostics:
        if item.severity != "error" and not item.code.startswith(GUARDED):
            out.print(f"  {item.message} — {item.hint}" if item.hint else f"  {item.message}", markup=False)


def summary(tally: Tally, args: argparse.Namespace) -> None:
    """What was added, what was there, what failed and why, what to do next."""
    for path, diagnostics in tally.failed:
        for item in diagnostics:
            print(f"LỖI: {item if item.path else replace(item, path=path)}", file=sys.stderr)
    for path, why in tally.same:
        print(f"ĐÃ CÓ: {path}: {why}", file=sys.stderr)
    for skipped in tally.skipped:
        print(f"BỎ QUA: {printable(skipped)}: không đọc loại tệp này; xuất ra .docx hoặc .pdf rồi thêm lại", file=sys.stderr)
    for path, notices in tally.notices:
        for item in notices[:NOTICED]:
            print(f"CHÚ Ý: {item if item.path else replace(item, path=path)}", file=sys.stderr)
        if len(notices) > NOTICED:
            print(f"CHÚ Ý: {path}: và {len(notices) - NOTICED} chỗ nữa; xem hết bằng: python -m build_tools check", file=sys.stderr)
    said = console()
    if not args.quiet:
        for path, name in tally.added:
            said.print(f"{'SẼ THÊM' if args.dry_run else 'ĐÃ THÊM'}: {path} → {args.data / 'documents' / name}", markup=False)
    found, linked, unknown = (sum(row[place] for row in tally.citations) for place in range(3))
    verb = "sẽ thêm" if args.dry_run else "đã thêm"
    counts = f"{len(tally.added)} {verb}, {len(tally.same)} đã có, {len(tally.failed)} hỏng"
    print(f"{counts}; viện dẫn: {found} tìm thấy, {linked} nối được, {unknown} chưa rõ")
    if tally.added and not args.dry_run and not args.quiet:
        print("Bước tiếp: xem lại metadata.yaml trong các thư mục trên, rồi chạy: make site")
