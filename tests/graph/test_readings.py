"""Many documents at once: whatever their layout they are read; what nobody foresaw in one of them is told, and stops no other."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from build_tools.cache import Store
from build_tools.graph import readings
from build_tools.model import collector
from build_tools.model.metadata import SourceFile
from build_tools.model.register import Register
from tests.content import shipped
from tests.layouts.maker import make

SEEDS = range(9_000, 9_040)


def files(folder: Path) -> tuple[SourceFile, ...]:
    found = []
    for seed in SEEDS:
        case = make(seed)
        path = folder / f"{seed}.{case.ending}"
        path.write_bytes(case.data)
        found.append(SourceFile(path.stem, str(path), collection="extra"))
    return tuple(found)


def test_documents_of_every_layout_go_the_whole_way(tmp_path: Path) -> None:
    found = readings.read_all(files(tmp_path), shipped())
    assert [diagnostic for item in found for diagnostic in item.diagnostics if diagnostic.severity == "error"] == []
    assert all(item.document is not None for item in found)


def test_what_nobody_foresaw_is_one_line_and_no_words_of_the_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = files(tmp_path)[:3]
    really = readings.read_source

    def failing(source: SourceFile, register: Register) -> readings.ReadSource:
        if source is sources[1]:
            raise ValueError("Bà Lò Thị Mơ")
        return really(source, register)

    monkeypatch.setattr(readings, "read_source", failing)
    found = readings.read_all(sources, Register())
    assert [item.document is None for item in found] == [False, True, False]
    (fault,) = found[1].diagnostics
    assert (fault.code, fault.severity, fault.path) == ("document-unforeseen", "error", sources[1].path)
    assert "ValueError, test_readings.py dòng " in fault.message
    assert "Mơ" not in str(fault)


def deadly(source: SourceFile) -> readings.ReadSource:
    """Reads like the real one, but that a file with a certain name ends whoever reads it."""
    if source.id == "9003":
        os._exit(9)
    assert readings._register is not None
    return readings._told(source, readings._register)


def test_a_reader_that_is_ended_from_outside_costs_its_own_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources, store = files(tmp_path)[:9], Store(tmp_path / "cache")
    monkeypatch.setattr(readings, "_read", deadly)
    found = readings.read_all(sources, Register(), jobs=2, store=store)
    assert [item.source for item in found] == list(sources)
    assert [item.document is None for item in found] == [number == 3 for number in range(9)]
    assert [fault.code for fault in found[3].diagnostics] == ["document-killed"]
    monkeypatch.undo()
    assert readings.read_all(sources, Register(), store=store)[3].document is not None


def test_a_reading_tells_from_what_it_follows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources, store = files(tmp_path)[:4], Store(tmp_path / "cache")
    first = [item.key for item in readings.read_all(sources, Register(), store=store)]
    assert len({*first, ""}) == 5
    assert [item.key for item in readings.read_all(sources, Register(), store=store)] == first  # read anew or not
    assert {item.key for item in readings.read_all(sources, Register())} == {""}
    really, path = readings.read_source, Path(sources[1].path)

    def changing(source: SourceFile, register: Register) -> readings.ReadSource:
        found = really(source, register)
        path.write_bytes(path.read_bytes() + b" ")
        return found

    path.write_bytes(path.read_bytes() + b" ")
    monkeypatch.setattr(readings, "read_source", changing)
    assert [item.key for item in readings.read_all(sources, Register(), store=store)] == [first[0], "", *first[2:]]


class Pool(Executor):
    """A pool in this very process, which is ended from outside at each file that is fatal."""

    fatal: tuple[str, ...] = ()

    def __init__(self, jobs: int, initializer: Callable[..., None], initargs: tuple[Register]) -> None:
        initializer(*initargs)

    def submit(self, work: Callable[..., Any], /, *given: Any, **named: Any) -> Future[Any]:
        future: Future[Any] = Future()
        if given[0].id in self.fatal:
            future.set_exception(BrokenProcessPool())
        else:
            future.set_result(work(*given, **named))
        return future


def many(count: int) -> tuple[SourceFile, ...]:
    return tuple(SourceFile(str(number), f"{number}.txt") for number in range(count))


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Files that are given back as they are; workers of this process leave no trace in it."""
    monkeypatch.setattr(readings, "read_source", lambda source, register: readings.ReadSource(source, None))
    monkeypatch.setattr(readings, "_register", None)
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


@pytest.mark.usefixtures("unread")
@pytest.mark.parametrize("fatal", [(), ("0",), ("5",), ("8",), ("2", "3", "7")])
def test_what_was_read_before_a_worker_was_ended_is_not_read_again(monkeypatch: pytest.MonkeyPatch, fatal: tuple[str, ...]) -> None:
    monkeypatch.setattr(readings, "ProcessPoolExecutor", Pool)
    monkeypatch.setattr(Pool, "fatal", fatal)
    gc.set_threshold(700, 10, 10)
    told: list[str] = []
    found = readings.read_all(many(9), Register(), jobs=2, progress=told.append)
    assert [item.source for item in found] == list(many(9))
    assert [item.source.id for item in found if item.diagnostics] == list(fatal)
    assert told == [source.path for source in many(9)]
    assert gc.get_threshold()[0] == collector.NEW  # a worker looks for circles as seldom as who started it


class Counting(ThreadPoolExecutor):
    """An executor of somebody else that notes how many files come with each part."""

    sizes: list[int]

    def map(self, fn: Callable[..., Any], *parts: Any, **named: Any) -> Iterator[Any]:
        type(self).sizes = [len(part) for part in parts[0]]
        return super().map(fn, *parts, **named)


@pytest.mark.usefixtures("unread")
@pytest.mark.parametrize(
    ("count", "sizes"),
    [(3, [3]), (9, [4, 4, 1]), (256, [4] * 64), (257, [5] * 51 + [2]), (320, [5] * 64), (321, [6] * 53 + [3])],
)
def test_documents_are_parted_for_workers_elsewhere(count: int, sizes: list[int]) -> None:
    found = readings.read_all(many(count), Register(), engine=f"{__name__}:Counting")
    assert Counting.sizes == sizes
    assert [item.source for item in found] == list(many(count))
