"""The original files of a site, cleaned, one at a time: nothing but the one at hand is held in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from build_tools.model.site import Site
from build_tools.read import clean_file
from build_tools.views import addresses


def original_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the pages and bytes of each original that the site offers. The same files give the same bytes."""
    for document in site.documents:
        for place, item in enumerate(document.attachments, 1):
            if item.original is not None:
                path = Path(item.path)
                yield addresses.attachment(document.work, place, item.original.ending), clean_file(path, path.read_bytes()).data
        if document.original is not None:
            path = Path(document.source_path)
            yield addresses.original(document.work, document.original.ending), clean_file(path, path.read_bytes()).data
