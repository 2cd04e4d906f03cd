"""Entry point: one subcommand a module, each with ``configure(parser)`` and ``run(args) -> int``."""

from __future__ import annotations

import argparse
import io
import sys
from importlib import import_module

from build_tools.commands.arguments import Parser
from build_tools.commands.console import program
from build_tools.messages import check_language, finding, say
from build_tools.messages.system import is_refusal, reason
from build_tools.model.collector import seldom
from build_tools.model.diagnostic import InputError

COMMANDS = ("init", "build", "check", "add", "desk", "serve", "new", "register", "inspect", "cites", "compare")
"""In the order in which ``--help`` lists them."""


def main(argv: list[str] | None = None) -> int:
    """Run one command; 0 on success, 1 for unusable input, 2 for wrong arguments, 130 when interrupted."""
    seldom()
    _speak_utf8()
    try:
        words = (sys.argv[1:] if argv is None else argv) or ["--help"]
        args = _parser(words[0] if words else "").parse_args(words)
        check_language()
        code: int = import_module(f"build_tools.commands.{args.command}").run(args)
    except InputError as error:
        for diagnostic in error.diagnostics:
            print(diagnostic, file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 0
    except KeyboardInterrupt:
        print(say("commands.interrupted"), file=sys.stderr)
        return 130
    except OSError as error:  # a full disk, a file that another program holds: no fault of this program, and nothing is half-written
        if not is_refusal(error):
            raise
        print(finding("system-refused", error.filename or "", reason=reason(error)), file=sys.stderr)
        return 1
    return code


def _speak_utf8() -> None:
    """On Windows what is written to a file or another program would be in an old code page, which has no Vietnamese."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="replace")


def _parser(asked: str) -> argparse.ArgumentParser:
    """The names of all commands, the arguments of the one ``asked`` for: to load all commands takes longer than many of them work.

    Raises ``InputError`` for a fault in a file of the lexicon, which the stages read when they are loaded.
    """
    parser = Parser(prog=program(), description=say("commands.about.program"))
    commands = parser.add_subparsers(dest="command", required=True, metavar=say("commands.value.command"))
    for name in COMMANDS:
        one = commands.add_parser(
            name,
            help=say(f"commands.summary.{name}"),
            description=say(f"commands.about.{name}", program=program()),
        )
        if name == asked:
            import_module(f"build_tools.commands.{name}").configure(one)
    return parser
