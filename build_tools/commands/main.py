"""Entry point: one subcommand a module, each with ``configure(parser)`` and ``run(args) -> int``."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module

from build_tools.messages import check_language, say
from build_tools.model.diagnostic import InputError

COMMANDS = ("build", "check", "add", "serve", "new", "inspect")
"""In the order in which ``--help`` lists them."""


def main(argv: list[str] | None = None) -> int:
    """Run one command; 0 on success, 1 for unusable input, 2 for wrong arguments."""
    parser = argparse.ArgumentParser(prog="python -m build_tools", description=say("commands.about.program"))
    commands = parser.add_subparsers(dest="command", required=True, metavar=say("commands.value.command"))
    modules = {}
    for name in COMMANDS:
        module = modules[name] = import_module(f"build_tools.commands.{name}")
        module.configure(
            commands.add_parser(
                name,
                help=say(f"commands.summary.{name}"),
                description=say(f"commands.about.{name}"),
                formatter_class=argparse.RawDescriptionHelpFormatter,
            )
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
