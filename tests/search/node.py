"""Running the search's own JavaScript from a test."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from build_tools.search.install import engine_script
from tests.conftest import need

ENGINE = Path(__file__).parent / "engine.mjs"


def run_node(question: dict[str, Any], one: bool = False) -> Any:
    """Ask ``engine.mjs``; its JSON answer, or a list with one for each line."""
    need("Node.js", shutil.which("node") is not None)
    run = subprocess.run(
        ["node", str(ENGINE)],
        input=json.dumps({**question, "script": engine_script()}),
        capture_output=True,
        text=True,
        timeout=1200,  # a guard against a loop without end, not a measure of speed
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout) if one else [json.loads(line) for line in run.stdout.splitlines()]
