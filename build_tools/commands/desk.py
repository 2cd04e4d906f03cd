"""``desk``: the editor's desk in the browser of this machine, until Ctrl+C."""

from __future__ import annotations

import argparse
import json
import os
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from build_tools.commands.console import console
from build_tools.commands.folder import configure as configure_folder
from build_tools.commands.folder import content_of
from build_tools.commands.site_place import site_place
from build_tools.desk.desk import Desk
from build_tools.desk.server import Server
from build_tools.desk.table import FOLDER, MOST_BYTES
from build_tools.intake.proposal import office_of
from build_tools.messages import say
from build_tools.model.settings import Content

LOCK = ".khoa"
OPEN = ".dang-mo.json"
"""In the desk's folder: held while a desk is open; where it is."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    configure_folder(parser)
    parser.add_argument("--out", type=Path, metavar=say("commands.value.folder"), help=say("commands.build.help.out"))
    parser.add_argument("--port", type=int, default=0, metavar=say("commands.value.port"), help=say("commands.desk.help.port"))
    parser.add_argument("--no-browser", action="store_true", help=say("commands.desk.help.no-browser"))


def run(args: argparse.Namespace) -> int:
    """Open the desk; where it is open already, lead there."""
    return open_desk(content_of(args), args.out, args.port, browser=not args.no_browser)


def open_desk(content: Content, out: Path | None = None, port: int = 0, *, browser: bool = True) -> int:
    """Serve the desk of a content folder until interrupted. Raises ``InputError``."""
    said = console()
    folder, place = content.folder / FOLDER, site_place(out, content)
    with _alone(folder) as alone:
        if not alone:
            address = _address(folder)
            said.print(say("commands.desk.open-already", address=address), markup=False)
            if browser and address:
                webbrowser.open(address)
            return 0
        desk = Desk(office_of(content), place)
        server = Server(port, desk, MOST_BYTES)
        _remember(folder / OPEN, server.address)
        said.print(say("commands.desk.ready", address=server.address), markup=False)
        if browser:
            webbrowser.open(server.address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            said.print(say("commands.desk.closed"))
        finally:
            (folder / OPEN).unlink(missing_ok=True)
            server.server_close()
            desk.close()
    return 0


@contextmanager
def _alone(folder: Path) -> Iterator[bool]:
    """Whether no other desk of this folder is open; while the block lasts, none can be."""
    folder.mkdir(exist_ok=True)
    lock = FileLock(folder / LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        yield False
        return
    try:
        yield True
    finally:
        lock.release()


def _remember(path: Path, address: str) -> None:
    """Where the desk is, for whoever opens it again; only this account may read it."""
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        json.dump({"address": address}, file)


def _address(folder: Path) -> str:
    try:
        address: str = json.loads((folder / OPEN).read_text(encoding="utf-8"))["address"]
    except (OSError, ValueError, KeyError):
        return ""
    return address
