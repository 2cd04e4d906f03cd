"""The pages behind short addresses: each leads to its document, and to the paragraph that the address names. They need no generator."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from build_tools.views import addresses
from build_tools.views.lookup import Lookup
from build_tools.views.shortcuts import address

PAGE = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<script>location.replace("{target}" + location.search + location.hash)</script>
<meta http-equiv="refresh" content="0; url={target}">
</head>
<body><p><a href="{target}">{title}</a></p></body>
</html>
"""


def shortcut_files(lookup: Lookup) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the pages and bytes of each."""
    for work, code in lookup.codes.items():
        target = "../../" + addresses.html(addresses.work(work))
        page = PAGE.format(title=escape(lookup.name(lookup.works[work])), target=escape(target))
        yield f"{address(code)}index.html", page.encode()
