"""What stands since the last build: the files of the site and of its folder of pages, and what each was made from.

A build keeps from it whatever nobody has touched since, as sizes and times of files tell; all else is made anew. Losing it costs time only.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from build_tools.cache import Stamp, Store, digest, scan

KIND = "standing"
_BETWEEN = "\0"
"""Stands in no address and no id."""


class Source(NamedTuple):
    """A file in the folder of pages: how it was left, the key of what it was rendered from (empty: none), the digest of its bytes."""

    stamp: Stamp
    key: str
    digest: str


class Seen(NamedTuple):
    """Of one HTML page: its ids, and the addresses that it leads to as they are written. Each is one text, packed: a page has some hundred
    of them, those of all pages are held, and few are asked for."""

    packed_places: bytes
    packed_links: bytes

    @classmethod
    def of(cls, places: Iterable[str], links: Iterable[str]) -> Seen:
        """Each of them once; an empty address leads to the page itself, and nobody need follow it."""
        return cls(_packed(places), _packed(links))

    @property
    def joined_links(self) -> str:
        """The addresses, with a sign around each that stands in none."""
        return _joined(self.packed_links)

    @property
    def places(self) -> tuple[str, ...]:
        """The ids."""
        return tuple(filter(None, _joined(self.packed_places).split(_BETWEEN)))

    @property
    def linked(self) -> tuple[str, ...]:
        """The addresses."""
        return tuple(filter(None, self.joined_links.split(_BETWEEN)))

    def has(self, place: str) -> bool:
        """Whether an id is one of its own."""
        return f"{_BETWEEN}{place}{_BETWEEN}" in _joined(self.packed_places)


def _packed(words: Iterable[str]) -> bytes:
    """Each word once, between two signs, so that it is found without parting them."""
    return zlib.compress(_BETWEEN.join(("", *filter(None, dict.fromkeys(words)), "")).encode("utf-8", "surrogatepass"), 1)


@lru_cache(maxsize=256)
def _joined(packed: bytes) -> str:
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")


class Made(NamedTuple):
    """Of a page that the site generator made: its file in the site, its full address, whether it only leads elsewhere, its links."""

    file: str
    address: str
    redirect: bool
    seen: Seen


class Searched(NamedTuple):
    """The search index of the site: the digest of all that was put into it, how many files it has."""

    key: str = ""
    files: int = 0


@dataclass(frozen=True, slots=True)
class StandingSite:
    """``files`` of the site; ``sources`` in the folder of pages; ``pages``: source → key of what its HTML depends on, and the page;
    ``copied``: file of the site → digest of what it is a copy of; ``seen``: links of HTML that the generator did not make;
    ``dead``: pages with links that lead nowhere; ``searched``: the search index."""

    files: dict[str, Stamp] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    pages: dict[str, tuple[str, Made]] = field(default_factory=dict)
    copied: dict[str, str] = field(default_factory=dict)
    seen: dict[str, Seen] = field(default_factory=dict)
    dead: tuple[str, ...] = ()
    searched: Searched = field(default_factory=Searched)

    def stands(self, file: str) -> bool:
        """Whether a file of the site is as the last build left it."""
        return file in self.files

    def seen_in(self) -> dict[str, Seen]:
        """Page of the site → its ids and links."""
        return self.seen | {made.file: made.seen for _, made in self.pages.values()}


def recall(store: Store, site: Path, pages: Path, files: Mapping[str, Stamp]) -> StandingSite:
    """What is known of the site, which has these ``files`` now, and of its folder of pages, as far as it is still true."""
    data = store.read(KIND, _key(site, pages))
    if data is None:
        return StandingSite()
    try:
        known = msgspec.msgpack.decode(data, type=StandingSite)
    except msgspec.DecodeError:
        return StandingSite()
    sources = scan(pages)
    return StandingSite(
        {path: stamp for path, stamp in known.files.items() if files.get(path) == stamp},
        {path: source for path, source in known.sources.items() if sources.get(path) == source.stamp},
        known.pages, known.copied, known.seen, known.dead, known.searched,
    )  # fmt: skip


def remember(store: Store, site: Path, pages: Path, standing: StandingSite) -> None:
    """Keep it for the next build."""
    if store.folder is not None:
        store.write(KIND, _key(site, pages), msgspec.msgpack.encode(standing))


def _key(site: Path, pages: Path) -> str:
    return digest(str(site.resolve()), str(pages.resolve()))
