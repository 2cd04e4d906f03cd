"""How well passages are proposed, measured on what editors confirmed: ``python -m tests.coverage.measure data``.

For each pair of ``data/coverage`` proposals are made anew, as if nobody had looked; those that an editor confirmed or changed are right.
Beside the order of passages (nDCG of the first ten) stands that of BM25 over words without diacritics.
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from build_tools.coverage.matrix import Pairing, asked, offered_by, pairing, ranking
from build_tools.coverage.pairs import Pair, pairs_of
from build_tools.graph import build_site
from build_tools.lexicon.keys import fold
from build_tools.model.site import SiteDocument
from build_tools.read import READABLE
from build_tools.register.coverage import load_coverage
from build_tools.register.documents import load_documents
from build_tools.register.load import load_register

FIRST = 10
K, B = 1.2, 0.75
"""The usual constants of BM25."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Proposals that are right and wrong, answers that were not proposed, and the mean order of passages with that of BM25."""

    right: int
    wrong: int
    missed: int
    order: float
    baseline: float


def measure(pair: Pair, documents: dict[str, SiteDocument], either: Mapping[str, set[str]] | None = None) -> Measured:
    """One pair that an editor has looked at. ``either``: passages by task that are neither right nor wrong, left out of an order."""
    free = either or {}
    directive, report = documents[pair.directive], documents[pair.report]
    good: dict[str, set[str]] = {}
    for item in pair.judged.judged if pair.judged else ():
        if item.passage and item.verdict != "rejected":
            good.setdefault(item.task, set()).add(item.passage)
    tasks = asked(directive)
    made: Pairing = pairing(replace(pair, judged=None), tasks, documents)
    got = {cell.key: {answer.passage.id for answer in cell.answers} for cell in made.cells}
    ranked = ranking(directive, tasks, report, offered_by(report))
    plain = _bm25(directive, report)
    orders = [
        _ndcg([one.passage for one in ranked.scored[key] if one.passage not in free.get(key, ())], answers) for key, answers in good.items()
    ]
    others = [_ndcg([passage for passage in plain[key] if passage not in free.get(key, ())], answers) for key, answers in good.items()]
    return Measured(
        sum(len(got[key] & good.get(key, set())) for key in got),
        sum(len(got[key] - good.get(key, set()) - free.get(key, set())) for key in got),
        sum(len(good[key] - got.get(key, set())) for key in good),
        sum(orders) / max(1, len(orders)),
        sum(others) / max(1, len(others)),
    )


def _ndcg(order: list[str], good: set[str]) -> float:
    gained = sum(1 / math.log2(place + 2) for place, passage in enumerate(order[:FIRST]) if passage in good)
    return gained / sum(1 / math.log2(place + 2) for place in range(min(FIRST, len(good))))


def _bm25(directive: SiteDocument, report: SiteDocument) -> dict[str, list[str]]:
    """For each task the passages in the order of BM25."""
    said = {passage.id: Counter(re.findall(r"\w+", fold(passage.text))) for passage in offered_by(report)}
    held = Counter(word for counts in said.values() for word in counts)
    mean = sum(counts.total() for counts in said.values()) / max(1, len(said))

    def score(words: set[str], counts: Counter[str]) -> float:
        size = K * (1 - B + B * counts.total() / mean)
        rarity = {word: math.log(1 + (len(said) - held[word] + 0.5) / (held[word] + 0.5)) for word in words if counts[word]}
        return sum(weight * counts[word] * (K + 1) / (counts[word] + size) for word, weight in rarity.items())

    text = directive.document.clean.text
    found = {}
    for task, key in zip(directive.statements.tasks, (one.key for one in asked(directive)), strict=True):
        words = set(re.findall(r"\w+", fold(task.span.of(text))))
        scores = {passage: score(words, counts) for passage, counts in said.items()}
        found[key] = sorted(scores, key=lambda passage: (-scores[passage], passage))
    return found


def main(data: Path) -> None:
    """Print a line for each pair that an editor has looked at."""
    site = build_site(load_register(data / "register"), load_documents(data, (), READABLE).files, jobs=1)
    site = replace(site, coverage=load_coverage(data))
    documents = {document.work: document for document in site.documents}
    for pair in pairs_of(site):
        if pair.judged is not None:
            found = measure(pair, documents)
            precision, recall = found.right / max(1, found.right + found.wrong), found.right / max(1, found.right + found.missed)
            print(f"{pair.directive} – {pair.report}: P {precision:.2f} R {recall:.2f} nDCG {found.order:.2f} (BM25 {found.baseline:.2f})")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
