"""Reading by an executor of somebody else: the same readings, or one line that says why not."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import Executor, ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import pytest

from build_tools.cache import digest
from build_tools.graph.engine import engine_named
from build_tools.graph.readings import read_all
from build_tools.model.diagnostic import InputError
from build_tools.model.metadata import SourceFile
from tests.conftest import ROOT, need
from tests.content import shipped
from tests.layouts.maker import make


def sources(folder: Path) -> tuple[SourceFile, ...]:
    found = []
    for seed in range(9_100, 9_109):
        case = make(seed)
        path = folder / f"{seed}.{case.ending}"
        path.write_bytes(case.data)
        found.append(SourceFile(path.stem, str(path), collection="extra"))
    return tuple(found)


class Cluster(ModuleType):
    """As much of ``distributed`` as is asked for: its client gives an executor."""

    asked: list[str]

    def Client(self, address: str) -> Cluster:  # noqa: N802 - its name there
        self.asked.append(address)
        if "nowhere" in address:
            raise OSError("không ai trả lời")
        return self

    def get_executor(self) -> Executor:
        return ThreadPoolExecutor(2)

    def close(self) -> None:
        self.asked.append("closed")


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch) -> Cluster:
    made = Cluster("distributed")
    made.asked = []
    monkeypatch.setitem(sys.modules, "distributed", made)
    return made


def test_whoever_reads_the_readings_are_the_same(tmp_path: Path, cluster: Cluster) -> None:
    found = sources(tmp_path)
    plain = read_all(found, shipped())
    assert read_all(found, shipped(), engine="concurrent.futures:ThreadPoolExecutor") == plain
    assert read_all(found, shipped(), engine="dask://10.0.0.5:8786") == plain
    assert cluster.asked == ["tcp://10.0.0.5:8786", "closed"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("dask://nowhere:1", "engine-unreachable"),
        ("spark://x", "engine-unknown"),
        ("no.such.module:Pool", "engine-unknown"),
        ("concurrent.futures:Future", "engine-unknown"),
        ("pathlib", "engine-unknown"),
        ("", "engine-unknown"),
    ],
)
def test_an_engine_that_is_none_is_told(cluster: Cluster, name: str, code: str) -> None:
    with pytest.raises(InputError) as told, engine_named(name):
        pass
    assert [item.code for item in told.value.diagnostics] == [code]


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(InputError, match="distributed") as told, engine_named("dask://x:1"):
        pass
    assert [item.code for item in told.value.diagnostics] == ["engine-missing"]


@pytest.mark.slow
def test_a_real_cluster_of_two_workers_reads_the_same(tmp_path: Path) -> None:
    need("distributed", find_spec("distributed") is not None)
    found = sources(tmp_path)
    plain = read_all(found, shipped())
    # a process of its own: a cluster changes signals, loops and warnings of whoever starts it
    command = [sys.executable, "-m", "tests.graph.cluster", *(source.path for source in found)]
    told = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=600, check=False)
    assert told.returncode == 0, told.stderr[-2000:]
    workers, *readings = told.stdout.split("\n")[:-1]
    assert workers == "2"
    assert readings == [digest(repr(item)) for item in plain]
