"""Directives and reports whose answers a person found by reading: ``python -m tests.coverage.labelled [folder of real documents]``.

``pairs/pairs.json`` names for each pair the passages that answer a task ("yes") and those that a reader may take either way ("either", not
scored), by the addresses of tasks and passages; no text. ``apart``: read and labelled, and not looked at when numbers were chosen. The
invented pairs stand beside it; the real ones are read from the folder that is given. A passage answers where it says what was done, is
planned or is lacking of what the task asks.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from build_tools.coverage.keys import task_keys
from build_tools.coverage.matrix import offered_by
from build_tools.coverage.pairs import Pair
from build_tools.graph import build_site
from build_tools.model.coverage import Judged, JudgedPair
from build_tools.model.diagnostic import InputError
from build_tools.model.metadata import Metadata, SourceFile
from build_tools.model.register import Register
from build_tools.model.site import Site, SiteDocument
from tests.content import shipped
from tests.coverage.measure import Measured, measure

FOLDER = Path(__file__).parent / "pairs"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A pair with what was found by reading, ready to be measured. ``lost``: addresses that the documents, as read now, do not have."""

    name: str
    apart: bool
    pair: Pair
    either: dict[str, set[str]]
    documents: dict[str, SiteDocument]
    lost: tuple[str, ...]

    def measured(self) -> Measured:
        """What is proposed for the pair, held against what was found by reading."""
        return measure(self.pair, self.documents, self.either)


def labelled(register: Register, real: Path | None = None) -> Iterator[Labelled]:
    """The invented pairs; with ``real`` those whose documents stand there too."""
    for row in json.loads((FOLDER / "pairs.json").read_text(encoding="utf-8")):
        folder = FOLDER if (FOLDER / row["directive"]).is_file() else real
        if folder is None:
            continue
        site = _site(register, folder / row["directive"], folder / row["report"])
        directive, report = sorted(site.documents, key=lambda document: not document.source_path.endswith(row["directive"]))
        keys, passages = set(task_keys(directive.statements.tasks)), {passage.id for passage in offered_by(report)}
        either = {task: set(found) for task, found in row["either"].items()}
        said = [(task, passage) for answers in (row["yes"], either) for task, found in answers.items() for passage in found]
        judged = tuple(Judged(task, "confirmed", passage) for task, found in row["yes"].items() for passage in found)
        yield Labelled(
            row["report"], row["apart"], Pair(directive.work, report.work, True, JudgedPair(directive.work, report.work, judged)), either,
            {document.work: document for document in site.documents},
            tuple(f"{task} {passage}" for task, passage in said if task not in keys or passage not in passages),
        )  # fmt: skip


def _site(register: Register, *paths: Path) -> Site:
    """The two documents; one without a number is taken as one that bears none."""
    files = {str(path): SourceFile(str(at), str(path)) for at, path in enumerate(paths)}
    try:
        return build_site(register, list(files.values()), jobs=1)
    except InputError as error:
        for fault in error.diagnostics:
            files[fault.path] = replace(files[fault.path], metadata=Metadata(numberless=True))
        return build_site(register, list(files.values()), jobs=1)


def summed(found: list[Measured]) -> str:
    """The figures of several pairs in a line; the order of passages is the mean over pairs."""
    right, wrong, missed = (sum(getattr(one, name) for one in found) for name in ("right", "wrong", "missed"))
    order, baseline = (sum(getattr(one, name) for one in found) / len(found) for name in ("order", "baseline"))
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    return f"P {precision:.2f} ({right}/{right + wrong}) R {recall:.2f} ({right}/{right + missed}) nDCG {order:.2f} (BM25 {baseline:.2f})"


def main(real: Path | None) -> None:
    """Print a line for each pair, and one for those kept apart and the others."""
    made: dict[bool, list[Measured]] = {}
    for one in labelled(shipped(), real):
        found = one.measured()
        made.setdefault(one.apart, []).append(found)
        print(f"{one.name}: {summed([found])}{f'; lost: {len(one.lost)}' if one.lost else ''}")
    for apart, figures in sorted(made.items()):
        print(f"{'kept apart' if apart else 'chosen by'}, {len(figures)} pairs: {summed(figures)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
