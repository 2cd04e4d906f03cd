"""What a site needs besides the index: our scripts and style, the search page."""

from __future__ import annotations

import html
import json
from pathlib import Path

from build_tools.messages import say, under
from build_tools.scripts import kept_short
from build_tools.search.records import Options

ASSETS = Path(__file__).parent / "assets"
ENGINE = (
    *("wording", "normaliser", "inflate", "files", "lists", "shards", "query", "snippet", "lookup", "numbers", "spelling", "names"),
    *("shares", "heads", "bodies", "choose", "hit", "texts", "search", "show"),
)
"""Scripts of ``assets/engine`` in the order in which they need one another; readers get them as one file, ``search.js``."""
FOLDER = "assets/search"
"""Where scripts and style lie in the site; the index lies in ``assets/search/index``."""
HEAD_SCRIPT = f"{FOLDER}/boot.js"
"""Must be loaded in the head of each page as a plain script (not deferred, not a module)."""
STYLE = f"{FOLDER}/search.css"


def install(site: Path) -> None:
    """Copy scripts and style into a built site."""
    target = site / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(ASSETS.iterdir()):
        if path.suffix in {".js", ".css"}:
            short = kept_short if path.suffix == ".js" else slim
            (target / path.name).write_text(short(path.read_text(encoding="utf-8")), encoding="utf-8")
    (target / "search.js").write_text(engine_script(), encoding="utf-8")


def engine_script() -> str:
    """The whole engine as one script, with the wording of all scripts (``say`` in JavaScript)."""
    words = json.dumps(under("search.script."), ensure_ascii=False, separators=(",", ":"))
    engine = ";\n".join((ASSETS / "engine" / f"{name}.js").read_text(encoding="utf-8") for name in ENGINE)
    return f"(globalThis.chiNamSearch = globalThis.chiNamSearch || {{}}).words = {words};\n{kept_short(engine)}"


def slim(code: str) -> str:
    """A style without its indentation and the comments that have lines of their own."""
    out, inside = [], False
    for line in code.split("\n"):
        text = line.strip()
        if inside or text.startswith("/*"):
            inside = "*/" not in text
        elif text and not text.startswith("//"):
            out.append(text)
    return "\n".join(out) + "\n"


def page_markdown(options: Options) -> str:
    """The search page as Markdown; it stands one folder below the site's root."""
    links = "".join(f'<li><a href="{html.escape(f"../{url}")}">{html.escape(name)}</a></li>' for name, url in options.indexes)
    indexes = f"<p>{say('search.page.by-index')}</p><ul>{links}</ul>" if links else ""
    return f"""---
title: {say("search.page.title")}
hide:
  - navigation
  - toc
  - path
search:
  exclude: true
---

# {say("search.page.title")}

<div class="cn-search" id="chi-nam-search">
<noscript><p><strong>{say("search.page.no-script")}</strong>
{say("search.page.no-script-remedy")}</p></noscript>
<p data-trouble hidden>{say("search.page.not-loaded")}</p>
<div data-form>
<form role="search" method="get">
<input type="search" name="tim" aria-label="{say("search.page.title")}" aria-describedby="chi-nam-search-status" \
placeholder="{say("search.page.example")}" autocapitalize="off" \
autocomplete="off" autocorrect="off" spellcheck="false" enterkeyhint="search">
</form>
<p class="cn-search__status" id="chi-nam-search-status" data-status role="status" aria-live="polite"></p>
<div class="cn-search__notes" data-notes></div>
<div class="cn-search__tools" data-tools hidden>
<label>{say("search.page.sort")} <select data-sort aria-label="{say("search.page.sort")}">
<option value="">{say("search.page.sort-fit")}</option><option value="new">{say("search.page.sort-new")}</option></select></label>
<button type="button" data-share>{say("search.page.share")}</button>
</div>
<div class="cn-search__body">
<details class="cn-search__facets" data-facets hidden><summary>{say("search.page.filter")}</summary><div data-list></div></details>
<div class="cn-search__main">
<ol class="cn-search__hits" data-results></ol>
<button type="button" class="md-button" data-more hidden>{say("search.page.more")}</button>
</div>
</div>
</div>
<div data-indexes>{indexes}</div>
</div>
"""
