"""The scripts and look-up files of the page that reads a pasted letter: the grammar as the program has it, works as the site knows them."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.browser import asset, for_reading, reader_script
from build_tools.cache import Store, digest, program
from build_tools.views import Lookup
from build_tools.views.resolver import FOLDER, lookup_files

KIND = "reader"


def resolver_files(lookup: Lookup, store: Store) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the pages and bytes of each file; what ``store`` keeps of the same grammar and bodies is not made again."""
    register = lookup.site.register
    key = digest(program(), repr(for_reading(register)))
    script = store.read(KIND, key)
    if script is None:
        script = reader_script(register).encode()
        store.write(KIND, key, script)
    yield f"{FOLDER}/doc.js", script
    yield f"{FOLDER}/trang.js", asset("page.js").encode()
    yield from lookup_files(lookup)
