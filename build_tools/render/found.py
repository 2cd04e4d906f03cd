"""What the search finds of each work, kept from build to build as pages are: made anew where some of what it rests on is otherwise."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from build_tools.cache import NOTHING_KEPT, Store, digest, program
from build_tools.render.unchanged import Ledger
from build_tools.search import Group, Record
from build_tools.views import Lookup
from build_tools.views.recorded import Fact
from build_tools.views.records import other_records, search_records, work_records

KIND = "records"


def kept_records(lookup: Lookup, store: Store = NOTHING_KEPT) -> Iterator[Record | Group]:
    """All that ``views.search_records`` gives, in its order; where something is kept, in groups."""
    if store.folder is None:
        yield from search_records(lookup)
        return
    ledger = Ledger.of(lookup, store)
    for work in lookup.site.works:
        yield _of_work(work.id, ledger, store)
    yield from other_records(lookup)


def _of_work(work: str, ledger: Ledger, store: Store) -> Group:
    name = f"{KIND} {work}"
    for _, key in ledger.unchanged(name) or ():
        found = _read(store, key)
        if found is not None:
            return found
    facts: set[Fact] = set()
    made = Group.of(tuple(work_records(work, ledger.recording(facts))))
    key = digest(KIND, program(), made.key)
    store.write(KIND, key, msgspec.msgpack.encode(made))
    ledger.learn(name, facts, ((work, key),))
    return made


def _read(store: Store, key: str) -> Group | None:
    data = store.read(KIND, key)
    try:
        return None if data is None else msgspec.msgpack.decode(data, type=Group)
    except msgspec.DecodeError:
        return None
