"""Many documents at once: whatever their layout they are read; what nobody foresaw in one of them is told, and stops no other."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from build_tools.cache import Store
from build_tools.graph import readings
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
