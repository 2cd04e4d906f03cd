"""``serve``: build, serve the pages on this machine, build again when data, templates or styles change."""

from __future__ import annotations

import argparse
from pathlib import Path

from build_tools.commands.build import configure as configure_build
from build_tools.commands.build import out_of
from build_tools.commands.build import run as build
from build_tools.commands.console import console, report
from build_tools.commands.folder import content_of
from build_tools.messages import say
from build_tools.model.diagnostic import InputError
from build_tools.publish.server import Preview, serve

PACKAGE = Path(__file__).resolve().parent.parent


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments: those of ``build``, and the port."""
    configure_build(parser)
    parser.add_argument("--port", type=int, default=8000, metavar=say("commands.value.port"), help=say("commands.serve.help.port"))


def run(args: argparse.Namespace) -> int:
    """Build, then serve until Ctrl+C."""
    content = content_of(args)
    args.out = out_of(args, content)
    server = Preview(args.out, args.port)  # before the build, which takes its time: a port in use is told at once
    code = build(args)
    if code and not (args.out / "index.html").exists():
        return code
    out = console(args.quiet)

    def rebuild() -> bool:
        try:
            return build(args) == 0
        except InputError as error:
            report(error.diagnostics)
            out.print(say("commands.serve.kept"))
            return False

    watch = [content.data, content.docs, PACKAGE / "render", PACKAGE / "publish", PACKAGE / "search", *args.sources]
    serve(server, rebuild, watch, lambda address: out.print(say("commands.serve.ready", address=address)))
    return 0
