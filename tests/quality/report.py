"""The figures of the annotated sets and all that is still read wrongly: ``python -m tests.quality.report [set …] [--json FILE]``.

Without names: the invented set of the project. ``--json`` writes figures and misses for ``tests/quality/compare.py``; ``--gold FOLDER``
scores the annotations of another checkout.
"""

from __future__ import annotations

import argparse
import json
from itertools import groupby
from pathlib import Path

from tests.quality.scoring import Score, score
from tests.quality.sets import ROOT, annotated, own, real


def report(found: Score) -> str:
    """The figures, then the misses by group and document."""
    lines = [f"{name:20} {value:.4f}" for name, value in found.figures().items()]
    for group, rows in groupby(sorted(found.misses), key=lambda row: row[0]):
        listed = list(rows)
        lines.append(f"\n## {group} ({len(listed)})")
        lines += [f"{source}: {text}" for _, source, text in listed]
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Print, and write where wanted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", help="sets of real documents beside the project")
    parser.add_argument("--gold", type=Path, help="folder of annotations and their sources, in place of tests/gold")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args(arguments)
    scores = {name: score(real(ROOT.parent / "shared", name)) for name in args.sets}
    if not scores:
        scores = {"gold": score(annotated(args.gold, args.gold) if args.gold else own())}
    for name, found in scores.items():
        print(f"# {name}\n{report(found)}\n")
    if args.json:
        rows = {name: {"figures": found.figures(), "misses": sorted(found.misses)} for name, found in scores.items()}
        args.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
