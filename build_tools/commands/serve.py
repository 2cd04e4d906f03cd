"""Dựng trang, mở máy chủ xem thử tại máy này, tự dựng lại khi dữ liệu, mẫu trang hay kiểu dáng thay đổi.

Ví dụ:
  python -m build_tools serve
  python -m build_tools serve --port 8080 --sources ../toan-van
"""

from __future__ import annotations

import argparse
from pathlib import Path

from build_tools.commands.build import configure as configure_build
from build_tools.commands.build import run as build
from build_tools.commands.console import console, report
from build_tools.model.diagnostic import InputError
from build_tools.publish.server import serve

PACKAGE = Path(__file__).resolve().parent.parent


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments: those of ``build``, and the port."""
    configure_build(parser)
    parser.add_argument("--port", type=int, default=8000, metavar="CỔNG", help="cổng (mặc định 8000; 0: cổng trống bất kỳ)")


def run(args: argparse.Namespace) -> int:
    """Build, then serve until Ctrl+C."""
    code = build(args)
    if code and not (args.out / "index.html").exists():
        return code
    out = console(args.quiet)

    def rebuild() -> bool:
        try:
            return build(args) == 0
        except InputError as error:
            report(error.diagnostics)
            out.print("Trang cũ vẫn được giữ; sửa xong tệp trên, trang sẽ tự dựng lại.")
            return False

    watch = [args.data, Path("docs"), PACKAGE / "render", PACKAGE / "publish", PACKAGE / "search", *args.sources]
    serve(args.out, rebuild, watch, args.port, lambda address: out.print(f"Xem trang tại {address} (Ctrl+C để dừng)"))
    return 0
