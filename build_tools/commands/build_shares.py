"""``build --split``: the site is built whole, as always, and parted where it is heavier than its host takes."""

from __future__ import annotations

import argparse
from pathlib import Path

from build_tools.cache import Store
from build_tools.commands.build import done, megabytes, sizes, unusable
from build_tools.commands.building import built
from build_tools.commands.console import console, report
from build_tools.commands.weight import LIMIT
from build_tools.messages import finding, refusal, say
from build_tools.model.settings import Content
from build_tools.publish.shares import beside, part

WHOLE = ".whole"
"""Ends the name of the folder in which the whole site stands, so that the next build need not make all of it anew."""
PLACE = "{site}"
"""What stands for the name of a site's folder in the address that is asked for."""


def run(args: argparse.Namespace, content: Content, store: Store, target: Path) -> int:
    """Build, part, and tell what stands where."""
    pattern: str = args.split_url or ""
    if pattern and PLACE not in pattern:
        raise refusal("split-url", value=pattern)
    where = (lambda name: f"{pattern.replace(PLACE, name).rstrip('/')}/") if pattern else beside
    if pattern and not args.site_url:
        args.site_url = where(target.name)
    target = target.resolve()
    whole = target.with_name(f"{target.name}{WHOLE}")
    keys: dict[str, str] = {}
    _, counts, warnings, _ = built(args, content, store, whole, keys)
    folders = part(whole, target, keys, LIMIT, where, args.site_url or content.settings.url or "")
    store.tidy()
    report((*warnings, *unusable(store)), args.quiet)
    for folder in folders[1:]:
        size = sum(sizes(folder).values())
        console(args.quiet).print(say("commands.build.share", folder=f"{folder}/", size=megabytes(size)))
        if size > LIMIT:
            report((finding("site-heavy", f"{folder}/", size=megabytes(size), limit=megabytes(LIMIT)),), args.quiet)
    return done(args, target, counts | {"bytes": sum(sizes(target).values())})
