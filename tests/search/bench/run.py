"""Measure the search: ``python -m tests.search.bench.run [--documents N] [--show KIND] [--json FILE]``.

Recall@10 here: does one of the documents that answer stand among the first ten; MRR@10 accordingly. Bytes are gzipped, as of
a first query, and count scripts.
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from build_tools.scripts import shortened
from build_tools.search import IndexReport, build_index
from build_tools.search.install import ASSETS, engine_script
from tests.conftest import SHARED
from tests.search.bench.corpus import Source, read_corpus, scaled
from tests.search.bench.queries import KINDS, Query, make_queries
from tests.search.node import run_node


def rank(hits: list[str], query: Query) -> int:
    """Place of the first answer among ten, from 1; 0 when there is none."""
    return next((place for place, name in enumerate(hits[:10], 1) if name in query.targets), 0)


def measure(sources: list[Source], queries: list[Query], out: Path, report: IndexReport | None = None) -> dict[str, Any]:
    """Build the index, unless it was built into ``out`` with that ``report``, and ask every query; figures by kind and over all."""
    start = time.process_time()
    report = report or build_index([record for source in sources for record in (source.record, *source.parts)], out)
    build = time.process_time() - start
    text = "\n".join(source.record.title + "\n" + source.text for source in sources).encode()
    packed = sum(len(gzip.compress(path.read_bytes())) for path in out.rglob("*.js"))
    scripts = sum(len(gzip.compress(script.encode())) for script in (shortened((ASSETS / "boot.js").read_text("utf-8")), engine_script()))
    names = {source.record.url: source.record.id for source in sources}
    answers = run_node({"index": str(out), "queries": [query.text for query in queries]})
    kinds: dict[str, list[int]] = defaultdict(list)
    for query, answer in zip(queries, answers, strict=True):
        kinds[query.kind].append(rank([names[hit["url"]] for hit in answer["hits"]], query))
    spent: dict[str, list[int]] = defaultdict(list)
    for query, answer in zip(queries, answers, strict=True):
        spent[query.kind].append(answer["first"] + scripts)
    first = sorted(answer["first"] + scripts for answer in answers)
    whole = sorted(answer["bytes"] + scripts for answer in answers)
    return {
        "documents": len(sources),
        "kinds": {
            kind: {
                "queries": len(ranks),
                "recall@10": round(sum(map(bool, ranks)) / len(ranks), 3),
                "mrr@10": round(sum(1 / place for place in ranks if place) / len(ranks), 3),
            }
            for kind, ranks in sorted(kinds.items())
        },
        "bytes to first result": {"median": int(statistics.median(first)), "worst": first[-1]},
        "bytes to last": {"median": int(statistics.median(whole)), "worst": whole[-1]},
        "bytes to first result by kind": {kind: [int(statistics.median(row)), max(row)] for kind, row in sorted(spent.items())},
        "scripts": scripts,
        "build cpu seconds": round(build, 2),
        "files": report.files,
        "index gzip / text gzip": round(packed / len(gzip.compress(text)), 3),
        "index gzip / text gzip of each document": round(packed / sum(len(gzip.compress(source.text.encode())) for source in sources), 3),
        "answers": answers,
    }


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=0, help="0: the corpus as it is; more: repeated provisions")
    parser.add_argument("--per-kind", type=int, default=50)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--show", help="print the failures of these kinds, comma-separated")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--keep", type=Path, help="write the index here")
    asked = parser.parse_args()
    base = read_corpus(SHARED)
    sources = list(scaled(base, asked.documents)) if asked.documents else base
    queries = make_queries(sources, asked.per_kind, asked.seed)
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(sources, queries, asked.keep or Path(folder))
    answers = figures.pop("answers")
    names = {source.record.url: source.record.id for source in sources}
    for query, answer in zip(queries, answers, strict=True):
        place = rank([names[hit["url"]] for hit in answer["hits"]], query)
        if asked.show and query.kind in asked.show.split(",") and place != 1:
            print(
                query.kind,
                place,
                repr(query.text),
                "→",
                sorted(query.targets)[:4],
                [(hit["title"][:50], round(hit["score"], 1)) for hit in answer["hits"][:3]],
                answer["corrections"],
                answer["missing"],
            )
    for kind, row in figures["kinds"].items():
        print(f"{kind:3} {KINDS[kind]:34} {row['queries']:4} {row['recall@10']:.3f} {row['mrr@10']:.3f}")
    print({key: value for key, value in figures.items() if key != "kinds"})
    if asked.json:
        asked.json.write_text(json.dumps(figures, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
