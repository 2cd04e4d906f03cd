"""``build``: read every document and build the pages into a folder; the old site gives way only to a whole new one."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping
from pathlib import Path

from build_tools.cache import Store
from build_tools.commands.console import console, progress, report
from build_tools.commands.unchanged import inputs, remember, unchanged
from build_tools.graph import build_site
from build_tools.guards import hidden
from build_tools.messages import finding, say
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.site import Site
from build_tools.publish import original_files, publish
from build_tools.read import READABLE
from build_tools.register import load_register
from build_tools.register.documents import load_documents
from build_tools.render import render_pages
from build_tools.views import search_options, search_records

CONFIG, DOCS = Path("mkdocs.yml"), Path("docs")
CACHE = Path(".cache")
"""Beside the data; safe to delete."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_sources(parser)
    parser.add_argument("--out", type=Path, default=Path("site"), metavar=say("commands.value.folder"), help=say("commands.build.help.out"))
    parser.add_argument("--site-url", metavar=say("commands.value.address"), help=say("commands.build.help.site-url"))
    parser.add_argument("--generator", choices=("mkdocs", "properdocs"), default="mkdocs", help=say("commands.build.help.generator"))
    parser.add_argument("--keep-going", action="store_true", help=say("commands.build.help.keep-going"))
    parser.add_argument("--redact", action="store_true", help=say("commands.build.help.redact"))
    parser.add_argument("--strict", action="store_true", help=say("commands.build.help.strict"))
    parser.add_argument("--quiet", action="store_true", help=say("commands.help.quiet"))


def add_sources(parser: argparse.ArgumentParser) -> None:
    """Declare where documents come from; shared with ``check``."""
    parser.add_argument("--data", type=Path, default=Path("data"), metavar=say("commands.value.folder"), help=say("commands.help.data"))
    parser.add_argument(
        "--sources", type=Path, nargs="+", default=[], metavar=say("commands.value.folder"), help=say("commands.build.help.sources")
    )
    parser.add_argument("--cache", type=Path, default=CACHE, metavar=say("commands.value.folder"), help=say("commands.build.help.cache"))
    parser.add_argument("--no-cache", action="store_true", help=say("commands.build.help.no-cache"))
    parser.add_argument("--jobs", type=int, metavar=say("commands.value.number"), help=say("commands.build.help.jobs"))


def run(args: argparse.Namespace) -> int:
    """Build the site; 1 when a source or the build itself has an error, the old site then being untouched."""
    store, out = kept(args), console(args.quiet)
    made_from = inputs(args, CONFIG, DOCS)
    before = unchanged(store, made_from, args.out)
    if before is not None:
        report(before.found, args.quiet)
        out.print(say("commands.build.same"))
        return done(args, dict(before.counts))
    site, found = gather(args, store, strict=not args.keep_going)
    with progress(say("commands.build.title"), args.quiet) as advance:
        published = publish(
            render_pages(site),
            args.out,
            config_file=CONFIG,
            docs=DOCS,
            site_url=args.site_url,
            strict=args.strict,
            tool=args.generator,
            records=search_records(site),
            options=search_options(site),
            advance=advance,
            files=original_files(site),
            waiting=lambda: out.print(say("commands.build.waiting")),
            store=store,
        )
    full = sum(document.kind == "full" for document in site.documents)
    counts = {"full": full, "digests": len(site.documents) - full, "works": len(site.works), "pages": published.pages}
    if made_from == inputs(args, CONFIG, DOCS):  # nothing was changed meanwhile
        remember(store, made_from, args.out, (*found, *published.warnings), counts)
    store.trim()
    report((*published.warnings, *unusable(store)), args.quiet)
    return done(args, counts)


def done(args: argparse.Namespace, counts: Mapping[str, int]) -> int:
    """Tell what stands where."""
    out = console(args.quiet)
    out.print(say("commands.build.done", **counts, out=f"{args.out}{os.sep}"))
    out.print(say("commands.build.look", page=args.out / "index.html"))
    return 0


def kept(args: argparse.Namespace) -> Store:
    """Where readings and pages of earlier builds are kept."""
    return Store(None if args.no_cache else args.cache)


def unusable(store: Store) -> tuple[Diagnostic, ...]:
    """A note when nothing could be kept for the next build."""
    return (finding("cache-unusable", str(store.folder), reason=store.trouble.strerror),) if store.trouble else ()


def gather(args: argparse.Namespace, store: Store, *, strict: bool) -> tuple[Site, tuple[Diagnostic, ...]]:
    """Everything up to the graph, with a progress bar, and the diagnostics, which are printed. Raises ``InputError`` for errors when
    ``strict``."""
    register = load_register(args.data / "register")
    redact, quiet = getattr(args, "redact", False), getattr(args, "quiet", False)
    try:
        documents = load_documents(args.data, args.sources, READABLE)
    except InputError as error:
        raise InputError(*hidden(error.diagnostics)) if redact else error from None
    total = len(documents.files)
    with progress(say("commands.read.title"), quiet) as advance:
        done = 0

        def step(path: str) -> None:
            nonlocal done
            done += 1
            advance(done, total, Path(path).name)

        site = build_site(register, documents.files, jobs=args.jobs, strict=strict, redact=redact, progress=step, store=store)
    found = (*(hidden(documents.diagnostics) if redact else documents.diagnostics), *site.diagnostics)
    report(found, quiet)
    return site, found


__all__ = ["add_sources", "configure", "gather", "kept", "run"]
