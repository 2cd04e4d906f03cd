"""``build``: read every document and build the pages into a folder; the old site gives way only to a whole new one."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

from build_tools.cache import Store, scan
from build_tools.commands.console import console, program, report
from build_tools.commands.folder import configure as configure_folder
from build_tools.commands.folder import content_of
from build_tools.commands.site_place import site_place
from build_tools.commands.unchanged import inputs, remember, unchanged
from build_tools.commands.weight import LIMIT, shares
from build_tools.messages import finding, say
from build_tools.messages.system import reason
from build_tools.model.diagnostic import Diagnostic
from build_tools.model.settings import Content

CACHE = Path(".cache")
"""In the content folder; safe to delete."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_sources(parser)
    parser.add_argument("--out", type=Path, metavar=say("commands.value.folder"), help=say("commands.build.help.out"))
    parser.add_argument("--site-url", metavar=say("commands.value.address"), help=say("commands.build.help.site-url"))
    parser.add_argument("--generator", choices=("mkdocs", "properdocs"), default="mkdocs", help=say("commands.build.help.generator"))
    parser.add_argument("--plain", action="store_true", help=say("commands.build.help.plain"))
    parser.add_argument("--keep-going", action="store_true", help=say("commands.build.help.keep-going"))
    parser.add_argument("--redact", action="store_true", help=say("commands.build.help.redact"))
    parser.add_argument("--strict", action="store_true", help=say("commands.build.help.strict"))
    parser.add_argument("--weight", action="store_true", help=say("commands.build.help.weight"))
    parser.add_argument("--split", choices=("year", "issuer"), help=say("commands.build.help.split"))
    parser.add_argument("--split-url", metavar=say("commands.value.address"), help=say("commands.build.help.split-url"))
    parser.add_argument("--quiet", action="store_true", help=say("commands.help.quiet"))


def add_sources(parser: argparse.ArgumentParser) -> None:
    """Declare where documents come from; shared with ``check``."""
    configure_folder(parser)
    parser.add_argument(
        "--sources", type=Path, nargs="+", default=[], metavar=say("commands.value.folder"), help=say("commands.build.help.sources")
    )
    parser.add_argument("--cache", type=Path, metavar=say("commands.value.folder"), help=say("commands.build.help.cache"))
    parser.add_argument("--no-cache", action="store_true", help=say("commands.build.help.no-cache"))
    parser.add_argument("--engine", default="", metavar=say("commands.value.name"), help=say("commands.build.help.engine"))
    parser.add_argument("--jobs", type=int, metavar=say("commands.value.number"), help=say("commands.build.help.jobs"))


def run(args: argparse.Namespace) -> int:
    """Build the site; 1 when a source or the build itself has an error, the old site then being untouched."""
    content = content_of(args)
    store, out, target = kept(args, content), console(args.quiet), out_of(args, content)
    if args.split:
        return import_module("build_tools.commands.build_shares").run(args, content, store, target)  # type: ignore[no-any-return]
    made_from = inputs(args, content)
    before = unchanged(store, made_from, target)
    if before is not None:
        report(before.found, args.quiet)
        out.print(say("commands.build.same"))
        return done(args, target, dict(before.counts))
    # what a build needs is loaded only where there is something to build
    found, counts, warnings, files = import_module("build_tools.commands.building").built(args, content, store, target)
    if made_from == inputs(args, content):  # nothing was changed meanwhile
        remember(store, made_from, target, (*found, *warnings), counts, files)
    store.tidy()
    report((*warnings, *unusable(store)), args.quiet)
    return done(args, target, counts)


def out_of(args: argparse.Namespace, content: Content) -> Path:
    """Where the site goes: as said, else into the content folder. Raises ``InputError`` where it would take the place of something else."""
    return site_place(args.out, content)


def done(args: argparse.Namespace, target: Path, counts: Mapping[str, int]) -> int:
    """Tell what stands where."""
    out = console(args.quiet)
    out.print(say("commands.build.done", **counts, out=f"{target}{os.sep}"))
    if args.weight:
        for line in weighed(sizes(target)):
            out.print(line)
    if counts["bytes"] > LIMIT:
        report((finding("site-heavy", f"{target}{os.sep}", size=megabytes(counts["bytes"]), limit=megabytes(LIMIT)),), args.quiet)
    out.print(say("commands.build.look", page=target / "index.html", program=program()))
    return 0


def sizes(target: Path) -> dict[str, int]:
    """Every file of a site with its bytes."""
    return {path: stamp.size for path, stamp in scan(target).items()}


def weighed(found: Mapping[str, int]) -> Iterator[str]:
    """A line for each sort of files, the heaviest first."""
    for share in shares(found):
        name = say(f"commands.build.weight.{share.sort}", folder=f"{share.folder}/" if share.folder else "")
        yield say("commands.build.weight.line", size=megabytes(share.size), files=share.files, name=name.strip())


def megabytes(size: int) -> str:
    """Bytes in words ("12,3 MB")."""
    return say("commands.build.weight.size", size=f"{size / 1_000_000:.1f}".replace(".", ","))


def kept(args: argparse.Namespace, content: Content) -> Store:
    """Where readings and pages of earlier builds are kept."""
    if args.no_cache or not (args.cache or CACHE):
        return Store(None)
    return Store(args.cache or content.folder / CACHE)


def unusable(store: Store) -> tuple[Diagnostic, ...]:
    """A note when nothing could be kept for the next build."""
    return (finding("cache-unusable", str(store.folder), reason=reason(store.trouble)),) if store.trouble else ()
