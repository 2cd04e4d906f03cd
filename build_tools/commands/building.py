"""What a build does where something has changed: everything read and linked, then published."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from build_tools.cache import Stamp, Store, digest, digest_of_files
from build_tools.cache import program as package
from build_tools.commands.console import console, file_progress, progress, report
from build_tools.coverage import judged_faults
from build_tools.forms import load_filled
from build_tools.graph import build_site
from build_tools.guards import hidden
from build_tools.messages import say
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.register import Register
from build_tools.model.settings import Content
from build_tools.model.site import Site
from build_tools.publish import helped, original_files, publish, resolver_files, shortcut_files
from build_tools.read import READABLE
from build_tools.register.coverage import load_coverage
from build_tools.register.documents import load_documents
from build_tools.register.forms import load_forms
from build_tools.register.load import load_register
from build_tools.render import render_files, render_pages
from build_tools.render.found import kept_records
from build_tools.views import Lookup, search_options, share_keys


class Outcome(NamedTuple):
    """What was ``found`` on the way, how many documents, works, pages and bytes there are, what was warned of, the files of the site."""

    found: tuple[Diagnostic, ...]
    counts: dict[str, int]
    warnings: tuple[Diagnostic, ...]
    files: Mapping[str, Stamp]


def built(args: argparse.Namespace, content: Content, store: Store, target: Path, keys: dict[str, str] | None = None) -> Outcome:
    """Build the site into ``target``.

    ``keys`` is filled with the share of each document's folder, where the site is to be parted (``args.split``).
    Raises ``InputError`` for what stops it; ``target`` is then as it was.
    """
    with helped(args.jobs or os.cpu_count() or 1) as helper:
        site, found = gather(args, content, store, strict=not args.keep_going)
        full = sum(document.kind == "full" for document in site.documents)
        counts = {"full": full, "digests": len(site.documents) - full, "works": len(site.works)}
        lookup = Lookup(site, store)
        if keys is not None:
            keys.update(share_keys(lookup, args.split))
        pages, records, options = (
            chain(render_pages(lookup, store), render_files(lookup, store)),
            kept_records(lookup, store),
            search_options(site),
        )
        files = chain(original_files(site), shortcut_files(lookup), resolver_files(lookup, store))
        del site, lookup  # nothing holds the graph any longer than pages and files are written from it
        with progress(say("commands.build.title"), args.quiet) as advance:
            published = publish(
                pages,
                target,
                content=content,
                site_url=args.site_url,
                strict=args.strict,
                tool=args.generator,
                records=records,
                options=options,
                advance=advance,
                files=files,
                waiting=lambda: console(args.quiet).print(say("commands.build.waiting")),
                store=store,
                helper=helper,
                plain=args.plain,
            )
    counts |= {"pages": published.pages, "bytes": sum(stamp.size for stamp in published.files.values())}
    return Outcome(found, counts, published.warnings, published.files)


def register_of(content: Content, store: Store) -> Register:
    """The register; taken from ``store`` where none of its files has changed."""
    if store.folder is None:
        return load_register(content.register)
    key = digest(package(), str(content.register), digest_of_files(content.register))
    register: Register | None = store.load("registers", key)
    if register is None:
        register = load_register(content.register)
        store.save("registers", key, register)
    return register


def gather(args: argparse.Namespace, content: Content, store: Store, *, strict: bool) -> tuple[Site, tuple[Diagnostic, ...]]:
    """Everything up to the graph, with a progress bar, and the diagnostics, which are printed. Raises ``InputError`` for errors when
    ``strict``."""
    register = register_of(content, store)
    redact, quiet = getattr(args, "redact", False), getattr(args, "quiet", False)
    try:
        documents = load_documents(content.data, args.sources, READABLE)
    except InputError as error:
        raise InputError(*hidden(error.diagnostics)) if redact else error from None
    with file_progress(len(documents.files), quiet) as step:
        site = build_site(
            register, documents.files, jobs=args.jobs, strict=strict, redact=redact, progress=step, store=store,
            engine=getattr(args, "engine", ""),
        )  # fmt: skip
    forms = load_forms(content.data)
    filled, faults = load_filled(content.data, forms)
    if strict and any(fault.severity == "error" for fault in faults):
        raise InputError(*faults)
    url = getattr(args, "site_url", None) or content.settings.url
    site = replace(site, settings=replace(content.settings, url=url), coverage=load_coverage(content.data), forms=forms, filled=filled)
    site = replace(site, diagnostics=(*site.diagnostics, *judged_faults(site), *faults))
    found = (*(hidden(documents.diagnostics) if redact else documents.diagnostics), *site.diagnostics)
    report(found, quiet)
    return site, found
