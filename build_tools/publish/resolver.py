"""The scripts and look-up files of the page that reads a pasted letter: the grammar as the program has it, works as the site knows them."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.browser import asset, for_reading, reader_script
from build_tools.cache import Store, digest, kept_beside, program
from build_tools.model.register import Register
from build_tools.views import Lookup
from build_tools.views.resolver import FOLDER, lookup_files

KIND = "reader"
MOST = 4
"""Scripts that are kept beside the program: as many registers as one machine has."""


def resolver_files(lookup: Lookup, store: Store) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the pages and bytes of each file; what was made of the same grammar and bodies is not made again."""
    yield f"{FOLDER}/doc.js", _script(lookup.site.register, store)
    yield f"{FOLDER}/trang.js", asset("page.js").encode()
    yield from lookup_files(lookup)


def _script(register: Register, store: Store) -> bytes:
    key = digest(program(), repr(for_reading(register)))
    script = store.read(KIND, key)
    if script is None:

        def made() -> str:
            return reader_script(register)

        script = (kept_beside(KIND, key, made, MOST) if store.folder else made()).encode()
        store.write(KIND, key, script)
    return script
