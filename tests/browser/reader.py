"""Running the page's script on texts, and the Python beside it."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import asdict
from pathlib import Path
from typing import Any

from build_tools.browser import for_reading, rule_words
from build_tools.browser.reading import look_up, read_text
from build_tools.model.register import Register, Work
from tests.conftest import need


def in_browser(script: str, texts: tuple[str, ...], works: tuple[Work, ...] = ()) -> list[dict[str, Any]]:
    """What the script reads of each text."""
    need("Node.js", shutil.which("node") is not None)
    told = [{**asdict(work), "dates": [claim.date for claim in work.dates]} for work in works]
    run = subprocess.run(
        ["node", str(Path(__file__).with_name("reader.mjs"))],
        input=json.dumps({"script": f"{script};chiNam.words={json.dumps(rule_words())}", "texts": texts, "works": told}),
        capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    found: list[dict[str, Any]] = json.loads(run.stdout)
    return found


def in_python(texts: tuple[str, ...], shipped: Register, works: tuple[Work, ...] = ()) -> list[dict[str, Any]]:
    """The same of the Python."""
    bodies = for_reading(shipped)
    found = []
    for text in texts:
        cited = read_text(text, bodies)
        meant = look_up(text, cited, works, bodies)
        found.append({"cited": [asdict(one) for one in cited], "meant": [asdict(one) for one in meant]})
    return json.loads(json.dumps(found))  # type: ignore[no-any-return]
