"""The scripts and look-up files of the page that reads a pasted letter: the grammar as the program has it, works as the site knows them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

from build_tools.browser import asset, for_reading, reader_script
from build_tools.cache import Store, digest, program
from build_tools.model.register import Register
from build_tools.views import Lookup
from build_tools.views.resolver import FOLDER, lookup_files

KIND = "reader"
BESIDE = Path(cache_from_source(__file__)).parent
"""Where Python keeps compiled code; a script that was made once serves first builds of any content folder."""
MOST = 4
"""Scripts that are kept there: as many registers as one machine has."""


def resolver_files(lookup: Lookup, store: Store) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the pages and bytes of each file; what was made of the same grammar and bodies is not made again."""
    yield f"{FOLDER}/doc.js", _script(lookup.site.register, store)
    yield f"{FOLDER}/trang.js", asset("page.js").encode()
    yield from lookup_files(lookup)


def _script(register: Register, store: Store) -> bytes:
    key = digest(program(), repr(for_reading(register)))
    script = store.read(KIND, key)
    if script is None:
        script = _kept(key) if store.folder else None
        if script is None:
            script = reader_script(register).encode()
            if store.folder:
                _keep(key, script)
        store.write(KIND, key, script)
    return script


def _kept(key: str) -> bytes | None:
    with suppress(OSError):
        data = (BESIDE / f"{KIND}-{key[:32]}.cache").read_bytes()
        found, _, script = data.partition(b"\n")
        if found == _sum(script):
            return script
    return None


def _keep(key: str, script: bytes) -> None:
    """Beside the compiled code, unless Python is told to write nothing there; the oldest give way."""
    if sys.dont_write_bytecode:
        return
    with suppress(OSError):
        BESIDE.mkdir(parents=True, exist_ok=True)
        path = BESIDE / f"{KIND}-{key[:32]}.cache"
        part = path.with_suffix(f".{os.getpid()}")
        part.write_bytes(_sum(script) + b"\n" + script)
        os.replace(part, path)
        for old in sorted(BESIDE.glob(f"{KIND}-*.cache"), key=lambda item: item.stat().st_mtime, reverse=True)[MOST:]:
            old.unlink()


def _sum(script: bytes) -> bytes:
    return digest(script).encode()
