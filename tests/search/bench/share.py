"""Share of the index in the CPU of a first build, of which nothing is kept: ``python -m tests.search.bench.share [BUILD ARGUMENT …]``."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from typing import Any
from unittest.mock import patch

from build_tools import publish
from build_tools.commands.main import main as build_tools_main
from build_tools.search import IndexReport, index_groups
from tests.conftest import SHARED

SOURCES = [str(SHARED / "corpus" / name) for name in ("seeds", "state")]


def main() -> None:
    """Build into a temporary folder and print both figures."""
    reports: list[IndexReport] = []

    def counted(*args: Any, **options: Any) -> IndexReport:
        reports.append(index_groups(*args, **options))
        return reports[-1]

    with tempfile.TemporaryDirectory() as folder, patch.object(publish, "index_groups", counted):
        # one process, so that the index is counted in it
        given = [*(sys.argv[1:] or ["--sources", *SOURCES, "--keep-going", "--quiet"]), "--jobs", "1", "--cache", f"{folder}/kept"]
        build_tools_main(["build", *given, "--out", f"{folder}/site"])
    spent = os.times()
    whole = spent.user + spent.system + spent.children_user + spent.children_system
    index = reports[0].cpu_seconds
    print(json.dumps({"index": round(index, 2), "whole build": round(whole, 2), "share": round(index / whole, 3)}))


if __name__ == "__main__":
    main()
