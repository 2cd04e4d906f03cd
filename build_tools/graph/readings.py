"""Every source file to a read document, on all cores; what was read before and depends on nothing that changed is not read again."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path

from build_tools.cache import NOTHING_KEPT, Store, digest, program
from build_tools.graph.engine import engine_named
from build_tools.graph.reading import ReadSource, read_source
from build_tools.messages import finding
from build_tools.model.collector import seldom
from build_tools.model.memo import by_identity
from build_tools.model.metadata import SourceFile
from build_tools.model.register import Register, Work

KIND = "readings"
KILLED = "document-killed"
"""What is told of a file whose reader was ended from outside."""
PARCELS = 64
"""Into so many parts documents are parted for workers elsewhere: each part takes the names of the register along."""


def read_all(
    sources: tuple[SourceFile, ...],
    register: Register,
    jobs: int = 1,
    progress: Callable[[str], None] | None = None,
    store: Store = NOTHING_KEPT,
    engine: str = "",
) -> tuple[ReadSource, ...]:
    """Read every source, in ``jobs`` processes or by the executor that ``engine`` names (see ``engine_named``); the result has the order of
    ``sources`` whatever finishes first.

    ``progress`` is called with the path of each file when it has been read. What ``store`` keeps of the same file, read by the same program
    against the same register, is not read again.
    """
    register = vocabulary(register)
    keys = [_key(source, register, store) for source in sources]
    found = {index: replace(kept, key=key) for index, key in enumerate(keys) if key and (kept := store.load(KIND, key)) is not None}
    for item in found.values():
        _tell(progress, item)
    missing = tuple(index for index in range(len(sources)) if index not in found)
    for index, item in zip(missing, _results(tuple(sources[index] for index in missing), register, jobs, engine), strict=True):
        found[index] = item
        key = keys[index]
        # a file that was changed while it was read is not what the key says
        if key and key == _key(sources[index], register, store) and all(found.code != KILLED for found in item.diagnostics):
            store.save(KIND, key, item)
            found[index] = replace(item, key=key)
        _tell(progress, item)
    return tuple(found[index] for index in range(len(sources)))


def _key(source: SourceFile, register: Register, store: Store) -> str | None:
    """All that the reading of a file depends on; None where nothing is kept or the file cannot be read."""
    if store.folder is None:
        return None
    try:
        data = [Path(path).read_bytes() for path in (source.path, *(item.path for item in source.attached))]
    except OSError:
        return None
    return digest(program(), _words_digest(register), repr(source), *data)


@by_identity
def vocabulary(register: Register) -> Register:
    """What reading one document may know of the register: names of bodies, places, types and terms, and the numbers of works with names.

    What sources state of works (dates, relations) is of no account before documents are linked, so a change of it asks for no new reading.
    """
    works = tuple(
        Work(work.id, work.type, work.number, work.issuer, work.term, "", names=work.names) for work in register.works if work.names
    )
    return replace(register, works=works, terms=(), themes=(), redirects=(), told=())


@by_identity
def _words_digest(register: Register) -> str:
    return digest(repr(register))


def _tell(progress: Callable[[str], None] | None, read: ReadSource) -> None:
    if progress:
        progress(read.source.path)  # masked, where personal data is


_register: Register | None = None


def _start(register: Register) -> None:
    global _register
    seldom()
    _register = register


def _read(source: SourceFile) -> ReadSource:
    assert _register is not None
    return _told(source, _register)


def _told(source: SourceFile, register: Register) -> ReadSource:
    """One file; what nobody foresaw stops neither the others nor a reader's patience: it is told with its place in the program, and without
    words of the document."""
    try:
        return read_source(source, register)
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        fault = finding(
            "document-unforeseen", source.path, kind=type(error).__name__, file=Path(place.filename).name, number=place.lineno or 0
        )
        return ReadSource(source, None, diagnostics=(fault,))


def _some(sources: tuple[SourceFile, ...], register: Register, folder: str) -> tuple[ReadSource, ...]:
    """A part, by a worker that may stand elsewhere: paths are told from ``folder``."""
    if os.getcwd() != folder:
        os.chdir(folder)
    return tuple(_told(source, register) for source in sources)


def _results(sources: tuple[SourceFile, ...], register: Register, jobs: int, engine: str) -> Iterator[ReadSource]:
    if engine and sources:
        many = max(4, -(-len(sources) // PARCELS))
        parcels = [sources[start : start + many] for start in range(0, len(sources), many)]
        with engine_named(engine) as executor:
            work = partial(_some, register=register, folder=os.getcwd())
            yield from chain.from_iterable(executor.map(work, parcels))
    elif jobs <= 1 or len(sources) < 4 * jobs:
        for source in sources:
            yield _told(source, register)
    else:
        yield from _in_processes(sources, register, jobs)


def _in_processes(sources: tuple[SourceFile, ...], register: Register, jobs: int) -> Iterator[ReadSource]:
    done = 0
    try:
        with ProcessPoolExecutor(jobs, initializer=_start, initargs=(register,)) as pool:
            for item in pool.map(_read, sources, chunksize=4):
                yield item
                done += 1
    except BrokenProcessPool:
        yield from _one_by_one(sources[done:], register)


def _one_by_one(sources: tuple[SourceFile, ...], register: Register) -> Iterator[ReadSource]:
    """By one process at a time, after one of several was ended from outside (for want of memory, mostly): the file at which that happens
    again is told, and is read anew by the next build."""
    at = 0
    while at < len(sources):
        with ProcessPoolExecutor(1, initializer=_start, initargs=(register,)) as pool:
            try:
                while at < len(sources):
                    yield pool.submit(_read, sources[at]).result()
                    at += 1
            except BrokenProcessPool:
                yield ReadSource(sources[at], None, diagnostics=(finding(KILLED, sources[at].path),))
                at += 1
