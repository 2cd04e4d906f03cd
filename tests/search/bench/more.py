"""Measure the search on ``../shared/more``: ``python -m tests.search.bench.more [--half kept] [--show KIND,…] [--json FILE]``.

Queries are drawn by seeds: with one the search is tuned, with the other it is judged ("kept"); when both had been looked at too often,
a third part was written for the documents that had not been drawn ("fresh"), and when that had been looked at, a fourth for documents drawn
anew from all ("latest"), and a fifth for those that these left ("rest"). A sixth was written for all documents at once, before anything was
changed: half of it was tuned on ("whole"), half of it asked once, at the end ("once"). A seventh and an eighth draw from documents that
no older part had made a fragment or a question of: "seen" was asked before anything was changed, then tuned on; "unseen" was asked once, at
the end. Of a ninth, half was tuned on ("open"), half asked ("closed"); likewise of a tenth ("judged", "sealed"), whose
questions have graded answers, chosen by reading what two engines found for them. An eleventh is of abbreviations alone ("shortened"),
written before the way in which they are learnt was changed and asked once before and once after. A twelfth has what is typed beside
an abbreviation, and questions of who, when and how much: half of it was tuned on ("beside"), half asked once before and once after
("reserved"). A thirteenth is what cadres of every level type on a phone, mostly without diacritics and about what the texts
say rather than what their titles say, in the order of a hash: again half was looked at ("phone"), half asked before and after ("pocket").
A fourteenth, in the order of a hash, has questions about passages drawn by chance from documents that no older part had named, judged by
reading all that this search and two full-text searches of SQLite found among their first ten, and abbreviations that no older part had:
half was looked at ("pooled"), half asked once ("withheld").

Measures:

* MRR@10 for what is known to be there; nDCG@10 for questions;
* for words of two syllables and everyday words the share of the first ten that hold what was meant (of all holders, if they are fewer);
* how often the first list that is shown has the same first hit as the settled one;
* bytes (gzipped, as of a first query, scripts counted) until the answer is settled, and the number of files of text read;
* false notes: a well-typed query that is said to hold a word that does not exist; apart from these, initials that are said to be unknown.
"""

from __future__ import annotations

import argparse
import gzip
import json
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import mean, median
from typing import Any

from build_tools.lexicon.keys import strip_marks
from build_tools.register.load import load_register
from build_tools.scripts import shortened
from build_tools.search import build_index
from build_tools.search.install import ASSETS, engine_script
from build_tools.search.keys import terms
from build_tools.views.records import options_of
from tests.conftest import SHARED
from tests.content import REGISTER
from tests.search.bench import asked_words, queries
from tests.search.bench.asked_words import apart, every_other, make_words, remembered, written
from tests.search.bench.compare import ndcg
from tests.search.bench.corpus import Source, drawn_anew, entries, read_more
from tests.search.bench.queries import Query, make_queries
from tests.search.bench.run import rank
from tests.search.node import run_node

KINDS = queries.KINDS | asked_words.KINDS
HALVES = {"tuning": 15, "kept": 16, "fresh": 17, "latest": 18, "rest": 19, "whole": 20, "once": 21, "seen": 22, "unseen": 23} | {
    "open": 24,
    "closed": 25,
    "judged": 26,
    "sealed": 27,
    "shortened": 28,
    "beside": 30,
    "reserved": 31,
    "phone": 32,
    "pocket": 33,
    "pooled": 34,
    "withheld": 35,
}
APART = ("fresh", "latest", "rest", "seen", "unseen", "shortened")
"""Parts whose questions, initials and everyday words were written for them alone."""
TWO = {"whole": "whole", "once": "whole", "open": "anew", "closed": "anew", "judged": "judged", "sealed": "judged"} | {
    "beside": "beside",
    "reserved": "beside",
    "phone": "phone",
    "pocket": "phone",
    "pooled": "pooled",
    "withheld": "pooled",
}
"""Parts that share what was written, every other row."""
WHOLE = HALVES.keys() - {"tuning", "kept", "fresh", "latest", "rest"}
"""Parts asked of all documents at once."""
SHARED_OUT = ("s", "sb", "w")
"""Kinds that many documents answer: measured by the share of the first ten that do."""
MISTYPED = ("h", "gh")
BODY, UNTONED = ("g", "gb", "gr", "grb"), ("gb", "grb")


def sources_of(half: str) -> list[Source]:
    """The documents of one part."""
    if half in WHOLE:
        return drawn_anew(SHARED, HALVES["whole"], count=None)
    if half in ("latest", "rest"):
        return drawn_anew(SHARED, HALVES["latest"], rest=half == "rest")
    return read_more(SHARED, rest=half == "fresh")


def queries_of(sources: Sequence[Source], half: str, per_kind: int = 60) -> list[Query]:
    """The queries of one part."""
    seed = HALVES[half]
    rows = apart(half) if half in APART else every_other(TWO[half], seed) if half in TWO else written(seed)
    drawn = [source for source in sources if source.path in set(rows.documents)]
    found = [*make_queries(sources, per_kind, seed, drawn=drawn), *make_words(sources, per_kind, seed, rows, drawn)]
    if half in WHOLE:
        found += remembered(sources, 2 * per_kind, seed, drawn)
    # an entry of the register that bears the name, or has the remembered words in it, answers as well
    named = {
        entry.url: [f" {' '.join(terms(name))} " for name in (entry.title, *entry.aliases)] for entry in entries(load_register(REGISTER))
    }

    def entries_for(query: Query) -> set[str]:
        words = query.meant or query.text if query.meant or query.kind in BODY else ""
        key = f" {' '.join(terms(words))} "
        fold = strip_marks if query.kind in UNTONED else str
        return {url for url, names in named.items() if words and any(key in fold(name) for name in names)}

    return [replace(query, targets=query.targets | entries_for(query)) for query in found]


def share(hits: list[str], query: Query) -> float:
    """Share of the first ten hits that answer, of as many as can."""
    return len(query.targets.intersection(hits[:10])) / min(10, len(query.targets))


def build(sources: Sequence[Source], out: Path) -> float:
    """Write the index as a site has it; CPU seconds."""
    start = time.process_time()
    register = load_register(REGISTER)
    records = [record for source in sources for record in (source.record, *source.parts)]
    build_index([*records, *entries(register)], out, options=options_of(register))
    return time.process_time() - start


def figures(sources: Sequence[Source], asked: Sequence[Query], answers: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """All measures of a set of answers."""
    scripts = sum(len(gzip.compress(script.encode())) for script in (shortened((ASSETS / "boot.js").read_text("utf-8")), engine_script()))
    names = {source.record.url: source.record.id for source in sources}
    values: dict[str, list[tuple[float, float]]] = defaultdict(list)
    notes: list[bool] = []
    unknown: list[bool] = []
    for query, answer in zip(asked, answers, strict=True):
        hits = [names.get(hit["url"], hit["url"]) for hit in answer["hits"]]
        place = rank(hits, query)
        quality = ndcg(hits, query.gains) if query.gains else share(hits, query) if query.kind in SHARED_OUT else float(bool(place))
        values[query.kind].append((quality, 1 / place if place else 0.0))
        if query.kind not in MISTYPED:
            notes.append(bool(answer["corrections"] or answer["missing"]))
            unknown.append(bool(answer["unknown"]))
    settled = sorted(answer["bytes"] + scripts for answer in answers)
    first = sorted(answer["first"] + scripts for answer in answers)
    texts = sorted(sum("/t/" in name for name in answer["files"]) for answer in answers)
    return {
        "kinds": {
            kind: {
                "queries": len(rows),
                "nDCG@10" if kind == "q" else "share@10" if kind in SHARED_OUT else "recall@10": round(mean(row[0] for row in rows), 3),
                "mrr@10": round(mean(row[1] for row in rows), 3),
            }
            for kind, rows in sorted(values.items())
        },
        "first list has the settled first hit": round(
            mean(answer.get("early") == (answer["hits"][0]["url"] if answer["hits"] else None) for answer in answers), 3
        ),
        "false notes": round(mean(notes), 3),
        "initials told as unknown": round(mean(unknown), 3),
        "settled bytes": {"median": int(median(settled)), "worst": settled[-1]},
        "bytes to first result": {"median": int(median(first)), "worst": first[-1]},
        "text files": {"median": int(median(texts)), "worst": texts[-1]},
        "more than 200 results": round(mean(answer["total"] > 200 for answer in answers), 3),
    }  # fmt: skip


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=HALVES, default="tuning")
    parser.add_argument("--per-kind", type=int, default=60)
    parser.add_argument("--kinds", help="only these, comma-separated")
    parser.add_argument("--show", help="print what is answered badly of these kinds")
    parser.add_argument("--index", type=Path, help="an index to use, written when it is not there")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    sources = sources_of(given.half)
    asked = [query for query in queries_of(sources, given.half, given.per_kind) if not given.kinds or query.kind in given.kinds.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        out = given.index or Path(folder)
        if not (out / "index.js").exists():
            print("index: CPU seconds", round(build(sources, out), 2))
        answers = run_node({"index": str(out), "queries": [query.text for query in asked]})
        size = sum(len(gzip.compress(path.read_bytes(), 6)) for path in out.rglob("*.js"))
    found = figures(sources, asked, answers) | {"index bytes": size}
    names = {source.record.url: source.record.id for source in sources}
    for query, answer in zip(asked, answers, strict=True):
        hits = [names.get(hit["url"], hit["url"]) for hit in answer["hits"]]
        value = (
            ndcg(hits, query.gains) if query.gains else share(hits, query) if query.kind in SHARED_OUT else 1 / (rank(hits, query) or 99)
        )
        late = "late" in (given.show or "") and answer.get("early") != (answer["hits"][0]["url"] if answer["hits"] else None)
        if (given.show and query.kind in given.show.split(",") and value < 0.9) or late:
            shown = [
                (name in query.targets, hit["title"][:40], round(hit["score"], 1))
                for name, hit in zip(hits, answer["hits"][:4], strict=False)
            ]
            print(
                query.kind,
                round(value, 2),
                repr(query.text),
                len(query.targets),
                shown,
                answer["corrections"],
                answer["missing"],
                answer["readings"],
            )
    for kind, row in found["kinds"].items():
        print(f"{kind:3} {KINDS[kind]:34}", *(f"{name} {value}" for name, value in row.items()))
    print({key: value for key, value in found.items() if key != "kinds"})
    if given.json:
        given.json.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
