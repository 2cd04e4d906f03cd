"""Look at the site on this machine while working on it: rebuild on change, reload in the browser."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from build_tools.messages.system import port_refused
from build_tools.model.settings import GENERATED

VERSION_PATH = "/__phien-ban"
RELOAD = f"""<script>(function () {{
  var seen = null;
  setInterval(function () {{
    fetch("{VERSION_PATH}").then(function (r) {{ return r.text(); }}).then(function (v) {{
      if (seen !== null && v !== seen) location.reload();
      seen = v;
    }}).catch(function () {{}});
  }}, 150);
}})();</script></body>""".encode()


QUIET = 0.15
"""Seconds without a further change after which a file is taken to be saved."""


class Changes(FileSystemEventHandler):
    """Notices that something under the watched folders changed; many changes at once count as one."""

    def __init__(self) -> None:
        self.happened = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Remember that there was a change; opening and closing a file for reading is none, nor is what a build or Python itself writes."""
        if {GENERATED, "__pycache__"}.intersection(Path(str(event.src_path)).parts):
            return
        if event.event_type in {"created", "modified", "moved", "deleted"} and not event.is_directory:
            self.happened.set()


class Handler(SimpleHTTPRequestHandler):
    """Serves the built site as GitHub Pages would, with the reloading script put into pages on the way out."""

    def __init__(self, *args: object, version: Callable[[], int], **kwargs: object) -> None:
        self.version = version
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with the version, a page with the script, the site's own 404 page, or the file as it is."""
        if self.path == VERSION_PATH:
            self.answer(HTTPStatus.OK, str(self.version()).encode(), "text/plain")
            return
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.split("?")[0].endswith("/"):
            path /= "index.html"
        missing = not path.exists()
        if missing:
            path = Path(self.directory) / "404.html"
        if path.suffix == ".html" and path.is_file():
            status = HTTPStatus.NOT_FOUND if missing else HTTPStatus.OK
            self.answer(status, path.read_bytes().replace(b"</body>", RELOAD), "text/html; charset=utf-8")
            return
        super().do_GET()

    def answer(self, status: HTTPStatus, body: bytes, kind: str) -> None:
        """Send one whole answer."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of single requests."""


class Preview(ThreadingHTTPServer):
    """Serves ``site`` on the loopback address, once it runs. Raises ``InputError`` where the port is taken; port 0 is a free one."""

    allow_reuse_address = os.name != "nt"  # on Windows it would let two programs have one port

    def __init__(self, site: Path, port: int) -> None:
        self.built = 1
        try:
            super().__init__(("127.0.0.1", port), partial(Handler, directory=str(site), version=lambda: self.built))
        except (OSError, OverflowError) as error:
            raise port_refused(error, port) from error


def serve(server: Preview, rebuild: Callable[[], bool], watch: Sequence[Path], ready: Callable[[str], None]) -> None:
    """Serve until interrupted, calling ``rebuild`` after each change below ``watch``.

    ``rebuild`` says whether it built; the version that browsers compare rises only then. ``ready`` is called once with the address.
    """
    changes = Changes()
    observer = Observer()
    for folder in watch:
        if folder.exists():
            observer.schedule(changes, str(folder), recursive=True)
    observer.start()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    ready(f"http://127.0.0.1:{server.server_address[1]}/")
    try:
        while True:
            changes.happened.wait()
            # editors write a file in several steps: let them finish
            while changes.happened.is_set():
                changes.happened.clear()
                changes.happened.wait(QUIET)
            server.built += rebuild()
    except KeyboardInterrupt:
        pass
    finally:
        observer.stop()
        server.shutdown()
