"""How much CPU the way from text to graph takes, with plain scanning and counting as the yardstick.

    .venv/bin/python -m tests.quality.speed FILE_OR_FOLDER…

Prints CPU ms per 10 KB for each stage and the ratio to the yardstick, each the median over the files (best of three runs a file).
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from build_tools.citations import find_citations
from build_tools.model.collector import seldom
from build_tools.model.register import Register
from build_tools.normalise import normalise
from build_tools.passages import Passages
from build_tools.read import read_file
from build_tools.register.load import load_register
from build_tools.resolve import resolve
from build_tools.statements import read_statements
from build_tools.structure import structure
from tests.content import REGISTER
from tests.timing import scan_and_count


def stages(path: Path, register: Register) -> dict[str, float]:
    """CPU seconds of each stage for one file, and of the yardstick over the same text."""
    spent: dict[str, float] = {}

    def timed(name: str, call: Callable[[], object]) -> object:
        start = time.process_time()
        result = call()
        spent[name] = time.process_time() - start
        return result

    reading = timed("read", lambda: read_file(path))
    clean = timed("normalise", lambda: normalise(reading))  # type: ignore[arg-type]
    document = timed("structure", lambda: structure(clean, register))  # type: ignore[arg-type]
    passages = Passages.of(document)  # type: ignore[arg-type]
    citations = timed("citations", lambda: find_citations(passages, register))  # type: ignore[arg-type]
    timed("statements", lambda: read_statements(passages, citations, register))  # type: ignore[arg-type]
    timed("resolve", lambda: resolve(passages, citations, None, register.works, register))  # type: ignore[arg-type]
    source = reading.source  # type: ignore[attr-defined]
    timed("yardstick", lambda: scan_and_count(source))
    return spent


def measure(paths: Iterable[Path], register: Register) -> dict[str, float]:
    """Median CPU ms per 10 KB (UTF-8) of each stage, of all stages together, and the ratio of their sum to the yardstick."""
    seldom()  # as in every process that reads
    rows: list[dict[str, float]] = []
    for path in paths:
        size = path.stat().st_size / 10_000
        runs = [stages(path, register) for _ in range(3)]
        best = {name: min(run[name] for run in runs) * 1000 / size for name in runs[0]}
        # each stage at its best, as the yardstick is: a busy machine disturbs a long run oftener than a short one
        best["all"] = sum(value for name, value in best.items() if name != "yardstick")
        rows.append(best)
    out = {name: statistics.median(row[name] for row in rows) for name in rows[0]}
    # file by file, so that both are taken in the same seconds
    out["ratio"] = statistics.median(row["all"] / row["yardstick"] for row in rows)
    return {name: round(value, 3) for name, value in out.items()}


def texts(folder: Path) -> list[Path]:
    """The text documents of a corpus between 5 and 100 KB, sorted."""
    return [path for path in sorted(folder.rglob("*")) if path.suffix in {".txt", ".md"} and 5_000 <= path.stat().st_size <= 100_000]


def main(arguments: list[str]) -> int:
    """Print the figures."""
    paths = [file for name in arguments for file in (texts(Path(name)) if Path(name).is_dir() else [Path(name)])]
    if not paths:
        print("say which files or folders to read; texts of 5 to 100 KB are taken from a folder", file=sys.stderr)
        return 2
    for name, value in measure(paths, load_register(REGISTER)).items():
        print(f"{name:12}{value:9.2f}" + ("" if name == "ratio" else " ms/10 KB"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
