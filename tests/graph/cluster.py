"""Reads files by a Dask cluster of two worker processes on this machine; prints how many workers there were and digests of what was read.

python -m tests.graph.cluster FILE…
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from build_tools.cache import digest
from build_tools.graph.readings import read_all
from build_tools.model.metadata import SourceFile
from tests.content import shipped


def main(paths: list[str]) -> None:
    """Start the cluster, read, end it."""
    distributed: Any = import_module("distributed")
    found = tuple(SourceFile(Path(path).stem, path, collection="extra") for path in paths)
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None) as cluster:
        address = cluster.scheduler_address.removeprefix("tcp://")
        read = read_all(found, shipped(), engine=f"dask://{address}")
        print(len(cluster.scheduler_info["workers"]))
    for item in read:
        print(digest(repr(item)))


if __name__ == "__main__":
    main(sys.argv[1:])
