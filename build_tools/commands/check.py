"""``check``: read every document and the register, and tell every fault and doubt; build nothing.

``--layout`` looks at single files instead, against the rules of their day; ``--reading`` looks for what does not agree in what was read;
``--explain`` tells what a code means; ``--share`` reads a part of the documents for a build elsewhere.
"""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path

from build_tools.commands.build import add_sources, kept
from build_tools.commands.building import gather
from build_tools.commands.check_layout import report_layout
from build_tools.commands.console import console, program, report
from build_tools.commands.folder import content_of
from build_tools.graph.agreement import doubts, share
from build_tools.messages import explained, nearest, refusal, say
from build_tools.model.site import Site
from build_tools.register.load import load_register


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_sources(parser)
    parser.add_argument("--quiet", action="store_true", help=say("commands.help.quiet"))
    parser.add_argument("--share", metavar=say("commands.value.share"), help=say("commands.check.help.share"))
    parser.add_argument("--reading", action="store_true", help=say("commands.check.help.reading"))
    parser.add_argument(
        "--layout", type=Path, nargs="+", default=[], metavar=say("commands.value.file"), help=say("commands.check.help.layout")
    )
    parser.add_argument("--explain", metavar=say("commands.value.code"), help=say("commands.check.help.explain"))


def run(args: argparse.Namespace) -> int:
    """Print every finding; 1 when one of them is an error."""
    if args.explain:
        return explain(args.explain)
    if args.layout:
        register = load_register(content_of(args, needed=False).register)
        for path in args.layout:
            report_layout(path, register, args.quiet)
        return 0
    content = content_of(args)
    if args.share:
        return import_module("build_tools.commands.check_share").run(args, content, kept(args, content))  # type: ignore[no-any-return]
    site, _ = gather(args, content, kept(args, content), strict=False)
    errors = sum(item.severity == "error" for item in site.diagnostics)
    out = console(args.quiet)
    counts = {"documents": len(site.documents), "works": len(site.works), "wanted": len(site.wanted), "ambiguous": len(site.ambiguous)}
    out.print(say("commands.check.done", **counts, warned=len(site.warned), errors=errors))
    if args.reading:
        reading(site, args.quiet)
    if site.diagnostics:
        out.print(say("commands.check.codes", program=program()), markup=False)
    return 1 if errors else 0


def reading(site: Site, quiet: bool) -> None:
    """Print what does not agree in what was read, and the share of documents in which all does."""
    found = doubts(site)
    report(found, quiet)
    told = share(site, found)
    percent = f"{told.percent:.1f}".replace(".", ",")
    console(quiet).print(say("commands.check.reading", clean=told.clean, documents=told.documents, share=percent))


def explain(code: str) -> int:
    """Print what a code means. Raises ``InputError`` when there is none such."""
    known = {item.code: item for item in explained()}
    if code not in known:
        near = nearest(code, known)
        raise refusal("check-code.near" if near else "check-code.page", code=code, near=near)
    item = known[code]
    print(f"{item.code} ({say(f'commands.severities.{item.severity}')}): {item.title}")
    print(item.cause)
    if item.remedy:
        print(say("commands.check.remedy", remedy=item.remedy))
    return 0
