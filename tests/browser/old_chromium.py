"""Chromium 80 from an npm package, driven by its own protocol: no driver of today speaks to it."""

from __future__ import annotations

import contextlib
import json
import os
import re
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import websocket

PACKED = Path(__file__).parent / "old" / "node_modules" / "chrome-aws-lambda" / "bin"
UNPACK = """
const zlib = require("zlib"), fs = require("fs"), [from, to] = process.argv.slice(1)
for (const name of fs.readdirSync(from)) fs.writeFileSync(to + "/" + name.replace(".br", ""), zlib.brotliDecompressSync(fs.readFileSync(from + "/" + name)))
"""  # noqa: E501 - a line of a script


class Page:
    """One page. ``problems`` holds what its scripts threw and what the console was told as an error."""

    def __init__(self, address: str) -> None:
        self.socket = websocket.create_connection(address, suppress_origin=True, timeout=30)
        self.asked = 0
        self.problems: list[str] = []
        for domain in ("Page", "Runtime", "Log"):
            self.call(f"{domain}.enable")

    def close(self) -> None:
        """End the talk."""
        self.socket.close()

    def call(self, method: str, **fields: object) -> dict[str, Any]:
        """One command and its answer."""
        self.asked += 1
        self.socket.send(json.dumps({"id": self.asked, "method": method, "params": fields}))
        while True:
            said = json.loads(self.socket.recv())
            if said.get("id") == self.asked:
                return dict(said.get("result") or said)
            self._note(said)

    def _note(self, said: dict[str, Any]) -> None:
        told, fields = said.get("method"), said.get("params", {})
        if told == "Runtime.exceptionThrown" or (told == "Log.entryAdded" and fields["entry"]["level"] == "error"):
            self.problems.append(json.dumps(fields, ensure_ascii=False)[:400])

    def run(self, script: str) -> Any:
        """What an expression gives."""
        return self.call("Runtime.evaluate", expression=script, returnByValue=True)["result"].get("value")

    def wait(self, script: str, seconds: float = 15) -> Any:
        """The same, once it is true."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if value := self.run(script):
                return value
            time.sleep(0.1)
        raise AssertionError(f"not within {seconds} s: {script}; {self.problems}")

    def open(self, address: str, width: int = 1280) -> None:
        """Go there, and wait until all is loaded."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        self.call("Page.navigate", url=address)
        self.wait("document.readyState === 'complete'")


@contextlib.contextmanager
def old_chromium() -> Iterator[Page]:
    """The browser with one page, in a folder of its own; ended with the block."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        subprocess.run(["node", "-e", UNPACK, str(PACKED), made], check=True)
        for packed in folder.glob("*.tar"):
            into = folder / "swiftshader" if packed.stem == "swiftshader" else folder
            into.mkdir(exist_ok=True)
            subprocess.run(["tar", "-xf", str(packed), "-C", str(into)], check=True)
        binary = folder / "chromium"
        binary.chmod(0o755)
        options = (
            *("--headless", "--no-sandbox", "--single-process", "--no-zygote", "--use-gl=swiftshader", "--disable-dev-shm-usage"),
            *("--allow-file-access-from-files", "--remote-debugging-port=0", f"--user-data-dir={folder / 'profile'}"),
        )
        surroundings = {**os.environ, "LD_LIBRARY_PATH": str(folder / "lib")}
        process = subprocess.Popen([str(binary), *options, "about:blank"], stderr=subprocess.PIPE, text=True, env=surroundings)
        try:
            port = next(found[1] for line in process.stderr or () if (found := re.search(r"ws://127\.0\.0\.1:(\d+)/", line)))
            with contextlib.closing(Page(_first_page(port))) as page:
                yield page
        finally:
            process.terminate()
            process.communicate(timeout=10)


def _first_page(port: str) -> str:
    """The address at which the page that opens with the browser is spoken to, once it is there."""
    for _ in range(100):
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/json") as answer:
            if pages := [item for item in json.load(answer) if item["type"] == "page"]:
                return str(pages[0]["webSocketDebuggerUrl"])
        time.sleep(0.1)
    raise AssertionError("the browser has no page")
