"""The pages behind short addresses: each leads to its document, and to the paragraph that the address names. They need no generator.

Programs that show what a sent address is about (Zalo and others) run no scripts: they are told here what the document is.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from build_tools.views import addresses
from build_tools.views.lookup import Lookup
from build_tools.views.shortcuts import address

_PAGE = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
{shared}<script>location.replace("{target}" + location.search + location.hash)</script>
<meta http-equiv="refresh" content="0; url={target}">
</head>
<body><p><a href="{target}">{title}</a></p></body>
</html>
"""


_SHARED = """<meta property="og:site_name" content="{site}">
<meta property="og:type" content="article">
<meta property="og:title" content="{title}">
<meta property="og:description" content="{said}">
"""
"""What who shares the address sees of it."""


def leading(target: str, title: str, site: str = "", said: str = "") -> str:
    """A page that leads on to ``target``, an address; with the name of the ``site`` it says what stands there to who shares it."""
    words = {name: escape(value) for name, value in (("target", target), ("title", title), ("site", site), ("said", said))}
    return _PAGE.format(shared=_SHARED.format_map(words) if site else "", **words)


def shortcut_files(lookup: Lookup) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the pages and bytes of each."""
    site = lookup.site.settings.name
    for work, code in lookup.codes.items():
        known = lookup.works[work]
        page = leading("../../" + addresses.html(addresses.work(work)), lookup.name(known), site, lookup.summary(known))
        yield f"{address(code)}index.html", page.encode()
