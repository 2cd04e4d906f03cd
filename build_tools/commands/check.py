"""Đọc mọi văn bản và sổ đăng ký, báo mọi lỗi và điểm đáng ngờ; không dựng trang.

Ví dụ:
  python -m build_tools check
  python -m build_tools check --sources ../van-ban-moi
  python -m build_tools check --explain yaml-syntax
"""

from __future__ import annotations

import argparse

from build_tools.commands.build import add_sources, gather
from build_tools.commands.console import MARKS, console
from build_tools.messages import explained, nearest, refusal
from build_tools.views import addresses


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_sources(parser)
    parser.add_argument("--quiet", action="store_true", help="chỉ in lỗi")
    parser.add_argument("--explain", metavar="MÃ", help="nói rõ một mã lỗi, ví dụ yaml-syntax, rồi thôi")


def run(args: argparse.Namespace) -> int:
    """Print every finding; 1 when one of them is an error."""
    if args.explain:
        return explain(args.explain)
    site = gather(args, strict=False)
    errors = sum(item.severity == "error" for item in site.diagnostics)
    out = console(args.quiet)
    out.print(
        f"{len(site.documents)} văn bản, {len(site.works)} mục tra cứu; {len(site.wanted)} văn bản được dẫn mà chưa có, "
        f"{len(site.ambiguous)} chỗ dẫn còn mơ hồ, {len(site.warned)} chỗ dẫn văn bản đã bị thay thế; {errors} lỗi."
    )
    if site.diagnostics:
        out.print(f"Ý nghĩa từng mã [trong ngoặc vuông]: trang {addresses.FINDINGS}, hoặc: check --explain MÃ", markup=False)
    return 1 if errors else 0


def explain(code: str) -> int:
    """Print what a code means. Raises ``InputError`` when there is none such."""
    known = {item.code: item for item in explained()}
    if code not in known:
        near = nearest(code, known)
        raise refusal("check-code.near" if near else "check-code.page", code=code, near=near, page=addresses.FINDINGS)
    item = known[code]
    print(f"{item.code} ({MARKS[item.severity].lower()}): {item.title}")
    print(item.cause)
    if item.remedy:
        print(f"Cách xử lý: {item.remedy}.")
    return 0
