"""Our search beside its peers on the same pages: ``python -m tests.search.bench.compare [--json FILE]`` (after ``npm ci`` here)."""

from __future__ import annotations

import argparse
import html
import json
import math
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from build_tools.search import build_index
from tests.conftest import SHARED
from tests.search.bench.corpus import Source, read_corpus
from tests.search.bench.queries import Query, make_queries
from tests.search.bench.run import rank
from tests.search.browser import chrome, served
from tests.search.node import run_node

HERE = Path(__file__).parent


def questions(sources: list[Source]) -> list[Query]:
    """The questions, each with what its answers are worth. Kinds:

    ``own``: 60 written by the makers of this search (``questions.json``; answers are numbers of documents, or "title:" and words of it).
    ``typed``: 60 written by others who saw only the documents, as cadres type them (``asked.json``; answers are files of the corpus, worth
    1 to 3). ``toned``: the same, typed with all diacritics.
    """
    out = []
    for text, wanted in json.loads((HERE / "questions.json").read_text("utf-8")):
        gains = {
            source.record.id: 1
            for source in sources
            for want in wanted
            if (want[6:].lower() in source.record.title.lower() if want.startswith("title:") else source.record.number == want)
        }
        out.append(Query("own", text, frozenset(gains), gains))
    paths = {source.path: source.record.id for source in sources}
    for row in json.loads((HERE / "asked.json").read_text("utf-8")):
        gains = {paths[path]: worth for path, worth in row["answers"].items() if path in paths}
        out += [Query(kind, row[kind], frozenset(gains), gains) for kind in ("typed", "toned")]
    for query in out:
        if not query.targets:
            print(f"no document answers {query.text!r}", file=sys.stderr)
    return out


def ndcg(hits: list[str], gains: Mapping[str, int]) -> float:
    """nDCG@10 of the ids found, by what each answer is worth."""
    found = sum(gains.get(name, 0) / math.log2(place + 1) for place, name in enumerate(hits[:10], 1))
    best = sum(worth / math.log2(place + 1) for place, worth in enumerate(sorted(gains.values(), reverse=True)[:10], 1))
    return found / best if best else 0.0


def pagefind(sources: list[Source], queries: list[str]) -> list[list[str]]:
    """Pagefind in Chromium on a page for each document."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        (site / "index.html").write_text("<!doctype html><title>Pagefind</title>", encoding="utf-8")
        for source in sources:
            text = "".join(f"<p>{html.escape(line)}</p>" for line in source.text.split("\n"))
            head = f'<!doctype html><html lang="vi"><title>{html.escape(source.record.title)}</title>'
            page = f"{head}<main data-pagefind-body><h1>{html.escape(page_title(source))}</h1>{text}</main>"
            (site / f"{source.record.id}.html").write_text(page, encoding="utf-8")
        subprocess.run(["npx", "pagefind", "--site", str(site)], cwd=HERE, check=True, capture_output=True, timeout=600)
        with served(site) as root, chrome("/usr/bin/chromium") as browser:
            browser.set_script_timeout(600)
            browser.get(root + "index.html")
            code = """
                const [queries, root, done] = arguments
                import(root + "pagefind/pagefind.js").then(async pagefind => {
                  await pagefind.init()
                  const out = []
                  for (const query of queries) {
                    const found = await pagefind.search(query)
                    const hits = await Promise.all(found.results.slice(0, 10).map(hit => hit.data()))
                    out.push(hits.map(hit => hit.url.replace(/.*\\/|\\.html.*/g, "")))
                  }
                  done(out)
                }).catch(error => done(String(error)))"""
            answer = browser.execute_async_script(code, queries, root)  # type: ignore[no-untyped-call]
            assert isinstance(answer, list), answer
            return answer


def page_title(source: Source) -> str:
    """Title with number, as a page shows it."""
    return f"{source.record.title} {source.record.number or ''} {' '.join(source.record.dates)}".strip()


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--per-kind", type=int, default=40)
    parser.add_argument("--show", action="store_true", help="print questions that we answer badly")
    asked = parser.parse_args()
    sources = read_corpus(SHARED)
    queries = make_queries(sources, asked.per_kind, 29) + questions(sources)
    texts = [query.text for query in queries]
    urls = {source.record.url: source.record.id for source in sources}
    hits: dict[str, list[list[str]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        build_index([record for source in sources for record in (source.record, *source.parts)], Path(folder))
        hits["chi-nam"] = [[urls[hit["url"]] for hit in answer["hits"]] for answer in run_node({"index": folder, "queries": texts})]
    pages = [{"id": source.record.id, "title": page_title(source), "text": source.text} for source in sources]
    for engine in ("lunr", "minisearch"):
        question = json.dumps({"engine": engine, "pages": pages, "queries": texts})
        run = subprocess.run(["node", str(HERE / "peers.mjs")], input=question, capture_output=True, text=True, check=True, timeout=900)
        hits[engine] = json.loads(run.stdout)["hits"]
    hits["pagefind"] = pagefind(sources, texts)
    table: dict[str, Any] = {}
    for engine, answers in hits.items():
        rows: dict[str, list[float]] = defaultdict(list)
        for query, answer in zip(queries, answers, strict=True):
            if query.gains:
                value = ndcg(answer, query.gains)
                rows[f"questions {query.kind} nDCG@10"].append(value)
                if asked.show and engine == "chi-nam" and value < 0.7:
                    names = {source.record.id: source.record.title for source in sources}
                    print(round(value, 2), query.text, "→", [names[name][:50] for name in answer[:3]])
            else:
                place = rank(answer, query)
                rows[f"{query.kind} recall@10"].append(float(bool(place)))
                rows[f"{query.kind} MRR@10"].append(1 / place if place else 0.0)
        table[engine] = {name: round(sum(values) / len(values), 3) for name, values in sorted(rows.items())}
    print(json.dumps(table, ensure_ascii=False, indent=1))
    if asked.json:
        asked.json.write_text(json.dumps(table, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
