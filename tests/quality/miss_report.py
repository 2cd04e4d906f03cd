"""What is still read wrongly in the gold sets, grouped: ``python -m tests.quality.miss_report [set …]``."""

from __future__ import annotations

import sys
from itertools import groupby

from tests.quality.citation_scoring import ROOT, SETS, Score, score_set


def report(score: Score) -> str:
    """The figures, then the misses by group and document."""
    lines = [f"{name:20} {value:.4f}" for name, value in score.figures().items()]
    for group, rows in groupby(sorted(score.misses), key=lambda row: row[0]):
        listed = list(rows)
        lines.append(f"\n## {group} ({len(listed)})")
        lines += [f"{source}: {text}" for _, source, text in listed]
    return "\n".join(lines)


if __name__ == "__main__":
    for name in sys.argv[1:] or SETS:
        print(f"# {name}")
        print(report(score_set(ROOT.parent / "shared", name)))
