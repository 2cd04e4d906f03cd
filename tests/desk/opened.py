"""A desk for tests: a content folder, its server in a thread, and calls to it."""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from build_tools.desk.desk import Desk
from build_tools.desk.server import Server
from build_tools.desk.table import MOST_BYTES
from build_tools.intake.candidate import shown_value
from build_tools.intake.proposal import office_of
from build_tools.register.content import find_content
from tests.content import REGISTER
from tests.timing import WAIT

OFTEN = 0.01
"""Seconds between two looks whether the desk is to close: each test closes one."""


def content(folder: Path) -> Path:
    """A content folder with the tests' register and no document."""
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "register").symlink_to(REGISTER)
    (folder / "chi-nam.yaml").write_text("name: Trang Sông Mơ\n", encoding="utf-8")
    return folder


class Opened:
    """A desk that is open, and calls as a browser makes them."""

    def __init__(self, server: Server, desk: Desk) -> None:
        self.address = server.address
        self.desk = desk

    def call(self, path: str = "", body: bytes | None = None, **headers: str) -> tuple[int, str, bytes]:
        """Status, where it leads, and the body of an answer."""
        parts = urlsplit(self.address)
        connection = http.client.HTTPConnection(parts.netloc, timeout=WAIT)
        connection.request("GET" if body is None else "POST", parts.path + path, body, headers)
        reply = connection.getresponse()
        found = reply.status, reply.getheader("Location", "").removeprefix(parts.path), reply.read()
        connection.close()
        return found

    def drop(self, name: str, data: bytes) -> list[str]:
        """Drop a file and wait until it is read; the ids, or what is wrong."""
        told: dict[str, Any] = json.loads(self.call(f"tep?ten={quote(name)}", data)[2])
        self.wait()
        found: list[str] = told.get("ids") or told["faults"]
        return found

    def wait(self) -> None:
        """Until everything on the desk is read."""
        end = time.monotonic() + WAIT
        while json.loads(self.call("tinh-trang")[2])["busy"] and time.monotonic() < end:
            time.sleep(0.02)

    def form(self, one: str) -> dict[str, str]:
        """What the form of a file would send as it stands."""
        item = self.desk.table.lying[one]
        return {key: shown_value(key, value.text) for key, value in item.base.values} if item.base else {}

    def post(self, one: str, do: str = "", **changed: str) -> tuple[int, str, bytes]:
        """Send the form of a file with some fields changed; "right" and "none" may be several keys."""
        fields: list[tuple[str, str]] = []
        for key, value in {**self.form(one), **changed}.items():
            fields += [(key, each) for each in (value.split() if key in ("right", "none") else [value])]
        return self.call(f"tep/{one}", urlencode([*fields, *([("do", do)] if do else [])]).encode())

    def page(self, one: str) -> str:
        """The page of a file."""
        return self.call(f"tep/{one}")[2].decode()

    def list(self) -> str:
        """The page of all files."""
        return self.call()[2].decode()


@contextmanager
def opened(folder: Path) -> Iterator[Opened]:
    """The desk of a content folder, open while the block lasts."""
    desk = Desk(office_of(find_content(folder, None)), folder / "site")
    server = Server(0, desk, MOST_BYTES)
    thread = threading.Thread(target=server.serve_forever, args=(OFTEN,), daemon=True)
    thread.start()
    try:
        yield Opened(server, desk)
    finally:
        server.shutdown()
        server.server_close()
        desk.close()
        thread.join()
