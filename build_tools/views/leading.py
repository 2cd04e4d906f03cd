"""Files that lead old addresses on: on which page of a long document each of its places stands."""

from __future__ import annotations

import json
import posixpath
from collections import defaultdict
from collections.abc import Iterator

from build_tools.views import addresses
from build_tools.views.kinds import Each
from build_tools.views.lookup import Lookup


def _files(work: str, lookup: Lookup) -> Iterator[tuple[str, bytes]]:
    if divided := lookup.divided.get(work):
        file = addresses.places(work)
        there: defaultdict[str, list[str]] = defaultdict(list)
        for anchor, page in divided.of.items():
            there[addresses.html(posixpath.relpath(page, posixpath.dirname(file)))].append(anchor)
        words = {page: " ".join(anchors) for page, anchors in there.items()}
        yield file, f"chiNamNeo({json.dumps(words, ensure_ascii=False)})\n".encode()


place_files = Each(lambda lookup: lookup.documents, _files)
"""Path from the root of the pages and bytes of a script for each text in parts.

A page's script loads it when the page has no such place: a script, since a page opened from a USB stick may load nothing else.
"""
