"""Đọc mọi văn bản và sổ đăng ký, báo mọi lỗi và điểm đáng ngờ; không dựng trang.

Ví dụ:
  python -m build_tools check
  python -m build_tools check --sources ../van-ban-moi
"""

from __future__ import annotations

import argparse

from build_tools.commands.build import add_sources, gather
from build_tools.commands.console import console


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_sources(parser)
    parser.add_argument("--quiet", action="store_true", help="chỉ in lỗi")


def run(args: argparse.Namespace) -> int:
    """Print every finding; 1 when one of them is an error."""
    site = gather(args, strict=False)
    errors = sum(item.severity == "error" for item in site.diagnostics)
    out = console(args.quiet)
    out.print(
        f"{len(site.documents)} văn bản, {len(site.works)} mục tra cứu; {len(site.wanted)} văn bản được dẫn mà chưa có, "
        f"{len(site.ambiguous)} chỗ dẫn còn mơ hồ, {len(site.warned)} chỗ dẫn văn bản đã bị thay thế; {errors} lỗi."
    )
    return 1 if errors else 0
