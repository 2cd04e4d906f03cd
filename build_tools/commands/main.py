"""Entry point: one subcommand a module, each with ``configure(parser)`` and ``run(args) -> int``."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module

from build_tools.messages import check_language
from build_tools.model.diagnostic import InputError

COMMANDS = {
    "build": "dựng trang",
    "check": "đọc mọi dữ liệu và báo lỗi, không dựng trang",
    "add": "thêm văn bản: đọc, nhận biết, chép vào data/documents",
    "serve": "xem trang tại máy, tự dựng lại khi có thay đổi",
    "new": "mở một văn bản mới để gõ trực tiếp",
    "inspect": "đọc một tệp và in ra những gì nhận biết được",
}


def main(argv: list[str] | None = None) -> int:
    """Run one command; 0 on success, 1 for unusable input, 2 for wrong arguments."""
    parser = argparse.ArgumentParser(prog="python -m build_tools", description="Chỉ nam: dựng trang tra cứu văn bản từ dữ liệu.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH")
    modules = {}
    for name, summary in COMMANDS.items():
        module = modules[name] = import_module(f"build_tools.commands.{name}")
        module.configure(
            commands.add_parser(name, help=summary, description=module.__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
        )
    args = parser.parse_args(argv)
    try:
        check_language()
        code: int = modules[args.command].run(args)
    except InputError as error:
        for diagnostic in error.diagnostics:
            print(diagnostic, file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 0
    return code
