"""From key press to results in Chromium, processor slowed down four times: ``python -m tests.search.bench.latency [--index FOLDER]``."""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import tempfile
from pathlib import Path

from build_tools.search import Options, build_index, install, page_markdown
from tests.conftest import SHARED
from tests.search.bench.corpus import read_corpus
from tests.search.bench.queries import make_queries
from tests.search.browser import chrome, served

TYPE = """
const [texts, done] = arguments
const page = document.getElementById("chi-nam-search"), input = page.querySelector("input[type=search]")
const results = page.querySelector("[data-results]"), status = page.querySelector("[data-status]")
const settled = () => new Promise(resolve => setTimeout(resolve, 400))
;(async () => {
  const out = []
  for (const text of texts) {
    input.value = ""
    input.dispatchEvent(new InputEvent("input"))
    await settled()
    for (const length of [Math.ceil(text.length / 2), text.length - 1, text.length]) {
      const start = performance.now()
      const shown = new Promise(resolve => {
        const watch = new MutationObserver(() => { watch.disconnect(); resolve(performance.now() - start) })
        watch.observe(results, { childList: true })
        setTimeout(() => { watch.disconnect(); resolve(null) }, 3000)
      })
      input.value = text.slice(0, length)
      input.dispatchEvent(new InputEvent("input"))
      const took = await shown
      if (took !== null) out.push(took)
      await settled()
    }
  }
  done(out)
})()
"""


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--index", type=Path, help="an index built before (default: of the corpus)")
    parser.add_argument("--queries", type=int, default=3, help="queries of each kind")
    asked = parser.parse_args()
    sources = read_corpus(SHARED)
    queries = [query.text for query in make_queries(sources, asked.queries, 5)]
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        install(site)
        if asked.index:
            shutil.copytree(asked.index, site / "assets/search/index")
        else:
            build_index([record for source in sources for record in (source.record, *source.parts)], site / "assets/search/index")
        body = page_markdown(Options()).split("# Tìm kiếm", 1)[1]
        head = '<!doctype html><meta charset="utf-8"><script src="../assets/search/boot.js"></script>'
        (site / "tim-kiem").mkdir()
        (site / "tim-kiem/index.html").write_text(head + body, encoding="utf-8")
        with served(site) as root, chrome("/usr/bin/chromium") as browser:
            browser.set_script_timeout(900)
            browser.get(root + "tim-kiem/index.html")
            browser.execute_cdp_cmd("Emulation.setCPUThrottlingRate", {"rate": 4})
            times = sorted(browser.execute_async_script(TYPE, queries))  # type: ignore[no-untyped-call]
    print(
        json.dumps(
            {
                "presses": len(times),
                "median": round(statistics.median(times)),
                "p95": round(times[int(len(times) * 0.95)]),
                "worst": round(times[-1]),
            }
        )
    )


if __name__ == "__main__":
    main()
