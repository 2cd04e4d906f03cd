"""Running the search's own JavaScript from a test."""

from __future__ import annotations

import atexit
import json
import shutil
import subprocess
from functools import cache
from pathlib import Path
from threading import Timer
from typing import Any

from build_tools.search.install import engine_script
from tests.conftest import need

ENGINE = Path(__file__).parent / "engine.mjs"
LONG = 1200
"""Seconds: a guard against a loop without end, not a measure of speed."""


@cache
def _process() -> subprocess.Popen[str]:
    """Node, started once for all questions: starting it costs more than most answers."""
    process = subprocess.Popen(["node", str(ENGINE)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")

    def end() -> None:
        process.kill()
        process.communicate()

    atexit.register(end)
    return process


def run_node(question: dict[str, Any]) -> list[Any]:
    """Ask ``engine.mjs``; its JSON answer for each query or text, by an engine that has read nothing yet."""
    need("Node.js", shutil.which("node") is not None)
    process = _process()
    assert process.stdin is not None
    assert process.stdout is not None
    guard = Timer(LONG, process.kill)
    guard.start()
    process.stdin.write(json.dumps({**question, "script": engine_script()}) + "\n")
    process.stdin.flush()
    told = json.loads(process.stdout.readline() or '{"fault": "Node has ended"}')
    guard.cancel()
    assert "fault" not in told, told["fault"]
    answers: list[Any] = told["answers"]
    return answers
