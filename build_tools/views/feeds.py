"""Atom feeds (RFC 4287): what came to the site lately, of all and of each issuer, for sites that say where they are published.

A document is in a feed by the day on which it was added; one whose day nobody stated is in none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from build_tools.messages import say
from build_tools.views import addresses, listing
from build_tools.views.lookup import Lookup

FEED = "feed.xml"
NEWEST = 40


def feed_files(lookup: Lookup) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the pages and bytes of each feed; nothing where the site has no address, for a feed's links are whole."""
    site = lookup.site
    if not site.settings.has_feeds:
        return
    days = {document.work: document.added_on for document in site.documents if document.added_on}
    yield FEED, feed(site.settings.name, "", days, lookup)
    for key, works in listing.by_issuer(lookup).items():
        if own := {work.id: days[work.id] for work in works if work.id in days}:
            page = addresses.issuer(key)
            yield page.replace("index.md", FEED), feed(lookup.issuers[key].name, page.removesuffix("index.md"), own, lookup)


def feed(name: str, folder: str, days: Mapping[str, str], lookup: Lookup) -> bytes:
    """One feed. ``days``: document → ISO day on which it was added."""
    base = lookup.site.settings.url.rstrip("/") + "/"
    newest = lookup.by_newest(tuple(lookup.works[key] for key in days))
    dated = sorted(((work, days[work.id]) for work in newest), key=lambda item: item[1], reverse=True)[:NEWEST]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>', '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">',
        f"<id>{escape(base + folder)}</id>", f"<title>{escape(say('pages.feed.title', name=name))}</title>",
        f'<link rel="self" href="{escape(base + folder + FEED)}"/>', f'<link href="{escape(base + folder)}"/>',
        f"<updated>{dated[0][1] if dated else '1970-01-01'}T00:00:00Z</updated>",
    ]  # fmt: skip
    for work, date in dated:
        address = escape(base + addresses.work(work.id).removesuffix("index.md"))
        issuer = lookup.issuer_name(work) or lookup.site.settings.name
        lines += [
            "<entry>", f"<id>{address}</id>", f"<title>{escape(lookup.name(work))}</title>", f'<link href="{address}"/>',
            f"<updated>{date}T00:00:00Z</updated>", f"<author><name>{escape(issuer)}</name></author>",
            f"<summary>{escape(work.subject)}</summary>", "</entry>",
        ]  # fmt: skip
    return "\n".join((*lines, "</feed>", "")).encode()
