"""The pages behind short addresses: each leads to its document, and to the paragraph that the address names. They need no generator.

Programs that show what a sent address is about (Zalo and others) run no scripts: they are told here what the document is.
"""

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
<meta property="og:site_name" content="{site}">
<meta property="og:type" content="article">
<meta property="og:title" content="{title}">
<meta property="og:description" content="{said}">
<script>location.replace("{target}" + location.search + location.hash)</script>
<meta http-equiv="refresh" content="0; url={target}">
</head>
<body><p><a href="{target}">{title}</a></p></body>
</html>
"""


def shortcut_files(lookup: Lookup) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the pages and bytes of each."""
    site = escape(lookup.site.settings.name)
    for work, code in lookup.codes.items():
        target = "../../" + addresses.html(addresses.work(work))
        title, said = (escape(words) for words in (lookup.name(lookup.works[work]), lookup.summary(lookup.works[work])))
        page = PAGE.format(title=title, said=said, site=site, target=escape(target))
        yield f"{address(code)}index.html", page.encode()
