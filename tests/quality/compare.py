"""What a change gains and loses on the annotated sets, as Markdown: ``python -m tests.quality.compare BEFORE.json AFTER.json``.

Both files are written by ``python -m tests.quality.report --json FILE``. The exit status is always 0: floors are the tests' business.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

Scores = dict[str, dict[str, Any]]


def table(before: Scores, after: Scores) -> str:
    """Figures that changed, then the places that are read rightly now and those that no longer are."""
    parts = []
    for name, now in after.items():
        parts.append(f"## Bộ mẫu {name}")
        if name not in before:
            figures = (f"| {key} | {value:.4f} |" for key, value in now["figures"].items())
            parts.append("\n".join(("Nhánh gốc chưa chấm được bộ này.", "", "| Chỉ số | Nay |", "|---|---|", *figures)))
            continue
        then = before[name]
        rows = [
            f"| {key} | {was:.4f} | {value:.4f} | {value - was:+.4f} |"
            for key, value in now["figures"].items()
            if (was := then["figures"].get(key, value)) != value
        ]
        if rows:
            parts.append("\n".join(("| Chỉ số | Trước | Sau | Thay đổi |", "|---|---|---|---|", *rows)))
        old, new = (Counter(map(tuple, scores["misses"])) for scores in (then, now))
        for title, left in (("Nay đọc đúng", old - new), ("Nay đọc sai", new - old)):
            if left:
                places = (f"- {document} — {group}: {text}" for group, document, text in sorted(left.elements()))
                parts.append("\n".join((f"### {title}", "", *places)))
        if not rows and old == new:
            parts.append("Không có thay đổi.")
    return "\n\n".join(parts) + "\n"


def main(arguments: list[str]) -> int:
    """Print the table."""
    before, after = (json.loads(Path(name).read_text(encoding="utf-8")) for name in arguments)
    print(table(before, after))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
