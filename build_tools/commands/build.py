"""Đọc mọi văn bản, dựng trang vào một thư mục; trang cũ chỉ bị thay khi trang mới đã dựng xong.

Ví dụ:
  python -m build_tools build
  python -m build_tools build --sources ../van-ban-2024 ../van-ban-2025
  python -m build_tools build --sources ../van-ban --keep-going --redact
  python -m build_tools build --out /media/usb/chi-nam --quiet
  python -m build_tools build --site-url https://vi-du.github.io/chi-nam/ --strict
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from build_tools.commands.console import console, progress, report
from build_tools.graph import build_site
from build_tools.model.site import Site
from build_tools.publish import original_files, publish
from build_tools.read import READABLE
from build_tools.register import load_register
from build_tools.register.documents import load_documents
from build_tools.render import render_site
from build_tools.views import search_options, search_records


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_sources(parser)
    parser.add_argument("--out", type=Path, default=Path("site"), metavar="THƯ_MỤC", help="nơi đặt trang (mặc định: site)")
    parser.add_argument("--site-url", metavar="ĐỊA_CHỈ", help="địa chỉ công khai của trang, cho sơ đồ trang và trang 404")
    parser.add_argument("--generator", choices=("mkdocs", "properdocs"), default="mkdocs", help="bộ dựng trang tĩnh (mặc định: mkdocs)")
    parser.add_argument("--keep-going", action="store_true", help="để văn bản có lỗi ra ngoài, vẫn dựng phần còn lại")
    parser.add_argument("--redact", action="store_true", help="che thông tin cá nhân trong mọi văn bản")
    parser.add_argument("--strict", action="store_true", help="coi mọi cảnh báo của bộ dựng trang (liên kết, neo hỏng) là lỗi")
    parser.add_argument("--quiet", action="store_true", help="chỉ in lỗi")


def add_sources(parser: argparse.ArgumentParser) -> None:
    """Declare where documents come from; shared with ``check``."""
    parser.add_argument("--data", type=Path, default=Path("data"), metavar="THƯ_MỤC", help="thư mục dữ liệu (mặc định: data)")
    parser.add_argument(
        "--sources", type=Path, nargs="+", default=[], metavar="THƯ_MỤC", help="thư mục toàn văn; toàn văn thay bản tóm lược cùng văn bản"
    )
    parser.add_argument("--jobs", type=int, metavar="SỐ", help="số tiến trình đọc văn bản (mặc định: số nhân của máy)")


def run(args: argparse.Namespace) -> int:
    """Build the site; 1 when a source or the build itself has an error, the old site then being untouched."""
    site = gather(args, strict=not args.keep_going)
    out = console(args.quiet)
    pages = render_site(site)
    with progress("Dựng trang", args.quiet) as advance:
        warnings = publish(
            pages,
            args.out,
            site_url=args.site_url,
            strict=args.strict,
            tool=args.generator,
            records=search_records(site),
            options=search_options(site),
            advance=advance,
            files=original_files(site),
            waiting=lambda: out.print("Một lượt dựng khác đang ghi vào thư mục này; chờ lượt đó xong …"),
        )
    report(warnings, args.quiet)
    full = sum(document.kind == "full" for document in site.documents)
    out.print(
        f"Xong: {full} văn bản toàn văn, {len(site.documents) - full} bản tóm lược, {len(site.works)} mục tra cứu, {len(pages)} trang "
        f"→ {args.out}{os.sep}"
    )
    out.print(f"Mở {args.out / 'index.html'} bằng trình duyệt (không cần mạng), hoặc xem tại máy bằng: make serve")
    return 0


def gather(args: argparse.Namespace, *, strict: bool) -> Site:
    """Everything up to the graph, with a progress bar; diagnostics are printed. Raises ``InputError`` for errors when ``strict``."""
    register = load_register(args.data / "register")
    documents = load_documents(args.data, args.sources, READABLE)
    quiet = getattr(args, "quiet", False)
    total = len(documents.files)
    with progress("Đọc văn bản", quiet) as advance:
        done = 0

        def step(path: str) -> None:
            nonlocal done
            done += 1
            advance(done, total, Path(path).name)

        site = build_site(register, documents.files, jobs=args.jobs, strict=strict, redact=getattr(args, "redact", False), progress=step)
    report((*documents.diagnostics, *site.diagnostics), quiet)
    return site


__all__ = ["add_sources", "configure", "gather", "run"]
