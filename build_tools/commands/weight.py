"""How heavy a site is, and what takes the room."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

LIMIT = 1_000_000_000
"""Bytes of a site that GitHub Pages takes."""
INDEX, SHARED = "assets/search/index/", "assets/"


class Share(NamedTuple):
    """Files of one sort: the name of the sort, the folder at the top of the site (empty: none), how many, bytes."""

    sort: str
    folder: str
    files: int
    size: int


def shares(sizes: Mapping[str, int]) -> tuple[Share, ...]:
    """All files (path → bytes) by sort, the heaviest first: ``pages`` and other ``files`` of each folder, the ``index``, the ``frame``."""
    found: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for path, size in sizes.items():
        found[_sort(path)].append(size)
    told = (Share(sort, folder, len(each), sum(each)) for (sort, folder), each in found.items())
    return tuple(sorted(told, key=lambda share: (-share.size, share)))


def _sort(path: str) -> tuple[str, str]:
    if path.startswith(INDEX):
        return "index", ""
    if path.startswith(SHARED):
        return "frame", ""
    folder = path.split("/", 1)[0] if "/" in path else ""
    return "pages" if path.endswith(".html") else "files", folder
