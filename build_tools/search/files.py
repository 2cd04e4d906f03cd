"""The files of an index: how dictionaries and blocks of bytes are written. ``assets/engine/files.js`` reads them.

Every file is a classic script, ``cnPut("base64")``: the one thing that a page opened from ``file://`` may load. The
bytes are raw deflate, the same for the same input; behind it, in a dictionary, its lists.
"""

from __future__ import annotations

import base64
import hashlib
import os
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from build_tools.cache import NOTHING_KEPT, Store, digest, program
from build_tools.lexicon.keys import strip_marks
from build_tools.search.keys import filed_under, fingerprint, first_word
from build_tools.search.lists import Row, deflated, pack_dictionary

KIND, STAGE = "index", "stages"
MANIFEST = "index"
PUT, SHORT = "chiNamSearch.put(", "cnPut("
"""What the manifest calls, whoever reads it, and what all other files do: a site has thousands."""
BUILD = 10
"""Letters of a build's name."""
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class StandingIndex:
    """The ``files`` of an index that stands: ``name``.js → the file, as far as nobody touched it since it was written."""

    build: str = ""
    files: Mapping[str, Path] = field(default_factory=dict)


class _Stage(msgspec.Struct, frozen=True):
    """The digests of what a stage wrote, by the names of files; what it gave."""

    payloads: dict[str, str]
    made: Any


class Folder:
    """Writes the files of one index, counts them and takes their fingerprint. A file that would be the same as one that stands is that
    one, linked: to pack it again would be a third of what a change costs."""

    def __init__(self, out: Path, standing: StandingIndex | None = None, store: Store = NOTHING_KEPT) -> None:
        self.out = out
        self.count = 0
        self.size = 0
        self.standing = standing or StandingIndex()
        self.store = store
        self._before = _payloads(store, self.standing.build)
        self._payloads: dict[str, str] = {}
        self._folders: set[str] = set()

    def write(self, name: str, payload: bytes, pack: Callable[[], bytes] | None = None) -> None:
        """Write ``name``.js ("h/12": a file in a folder). ``pack`` gives the bytes that stand in it, which follow from ``payload``;
        else it is deflated."""
        path = self._path(name)
        found = self._payloads[name] = hashlib.sha256(payload).hexdigest()
        before = self.standing.files.get(name) if self._before.get(name) == found else None
        self.size += (before and _linked(before, path)) or _written(name, pack() if pack else deflated(payload), path)
        self.count += 1

    def stage(self, key: str, make: Callable[[], Made]) -> Made:
        """What ``make`` writes and gives. ``key`` names all that it depends on: where the index that stands was made from the same, and its
        files are there, they are those of this one, and nothing is made."""
        data = self.store.read(STAGE, key)
        try:
            kept = None if data is None else msgspec.msgpack.decode(data, type=_Stage)
        except msgspec.DecodeError:
            kept = None
        if kept is not None and self._taken(kept.payloads):
            return kept.made  # type: ignore[no-any-return]  # written by the same ``make``
        before = set(self._payloads)
        made = make()
        payloads = {name: found for name, found in self._payloads.items() if name not in before}
        self.store.write(STAGE, key, msgspec.msgpack.encode(_Stage(payloads, made)))
        return made

    def _taken(self, payloads: Mapping[str, str]) -> bool:
        """Whether all these files stand, and are part of this index now."""
        if any(self._before.get(name) != found or name not in self.standing.files for name, found in payloads.items()):
            return False
        linked: list[Path] = []
        size = 0
        for name in payloads:
            path = self._path(name)
            one = _linked(self.standing.files[name], path)
            if not one:
                for other in linked:  # else what is written there would be written into the file that stands
                    other.unlink()
                return False
            linked.append(path)
            size += one
        self._payloads |= payloads
        self.count, self.size = self.count + len(linked), self.size + size
        return True

    def _path(self, name: str) -> Path:
        path, folder = self.out / f"{name}.js", name.rpartition("/")[0]
        if folder not in self._folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        return path

    def settle(self) -> str:
        """Name the folder for all that was written to it, so that files of two builds never mix; the name."""
        build = hashlib.sha256(msgspec.msgpack.encode(self._payloads)).hexdigest()[:BUILD]
        self.out = self.out.rename(self.out.with_name(build))
        self.store.write(KIND, _key(build), msgspec.msgpack.encode(self._payloads))
        return build

    def write_lists(
        self, folder: str, lists: Mapping[str, Row], size: int, target: int, letters: int | None = None
    ) -> tuple[int, list[str]]:
        """Write a dictionary (key → list of numbers less than ``size``) as shards of about ``target`` bytes, not packed.

        The number of shards, and the *wide* words: what begins with one of them fills more than a shard and is parted by so many
        ``letters`` of the next word (None: no word is); all else that begins with one word lies together. A shard tells its keys sorted,
        and the lists in the same order (see ``pack_dictionary``).
        """
        order = sorted(lists)
        folded = strip_marks("\n".join(order)).split("\n") if order else []  # of all at once: what parts keys stands in none
        words = [*map(first_word, folded)]
        sizes: Counter[str] = Counter()
        for key, word in zip(order, words, strict=True):
            sizes[word] += len(key.encode()) + 2 + len(lists[key].steps)
        wide = {word for word, found in sizes.items() if found > target} if letters is not None else set()
        shards = max(1, -(-sum(sizes.values()) // target))
        filed = [filed_under(term, letters or 0) if word in wide else word for term, word in zip(folded, words, strict=True)]
        shard_of = {name: fingerprint(name) % shards for name in set(filed)}
        parts: list[list[str]] = [[] for _ in range(shards)]
        for key, name in zip(order, filed, strict=True):
            parts[shard_of[name]].append(key)
        for number, keys in enumerate(parts):
            rows = [lists[key] for key in keys]
            self.write(f"{folder}/{number}", msgspec.msgpack.encode((keys, rows, size)), partial(pack_dictionary, keys, rows, size))
        return shards, sorted(wide)


def _written(name: str, packed: bytes, path: Path) -> int:
    call = f'{PUT}"{MANIFEST}",' if name == MANIFEST else SHORT
    return path.write_bytes(f'{call}"{base64.b64encode(packed).decode("ascii")}")\n'.encode("ascii"))


def _linked(before: Path, path: Path) -> int:
    """Make ``path`` the file that stands; its bytes, 0 where that cannot be done."""
    try:
        os.link(before, path)
    except OSError:
        return 0
    return path.stat().st_size


def _key(build: str) -> str:
    return digest(program(), build)


def _payloads(store: Store, build: str) -> dict[str, str]:
    """What the files of an earlier index hold: name → digest."""
    data = store.read(KIND, _key(build)) if build and store.folder else None
    try:
        return {} if data is None else msgspec.msgpack.decode(data, type=dict[str, str])
    except msgspec.DecodeError:
        return {}
