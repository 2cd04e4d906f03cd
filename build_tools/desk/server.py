"""HTTP on the loopback address for one editor. The standard library's server is enough for that, and needs nothing installed.

Every address begins with a token that only whoever started the desk knows. Calls under another host's name, or from another page, are
refused, and pages may load nothing from elsewhere.
"""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from build_tools.messages import say
from build_tools.messages.system import port_refused

LOOPBACK = "127.0.0.1"
OWN = " 'self'; ".join(("style-src", "script-src", "connect-src", "form-action")) + " 'self'"
POLICY = f"default-src 'none'; img-src 'self' data:; {OWN}; base-uri 'none'; frame-ancestors 'none'"
SITE_POLICY = "default-src 'self' data: blob: 'unsafe-inline'; frame-ancestors 'self'; base-uri 'self'"
"""Of the built site, whose pages carry small scripts of their own."""

Form = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A call: ``path`` below the token, without the first stroke."""

    method: str
    path: str
    query: Form
    body: bytes

    @property
    def form(self) -> Form:
        """The fields of a posted form."""
        return parse_qs(self.body.decode("utf-8", "replace"), keep_blank_values=True)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer; ``to`` leads the browser on, ``kept`` lets it keep what never changes."""

    body: bytes = b""
    kind: str = "text/html; charset=utf-8"
    status: HTTPStatus = HTTPStatus.OK
    to: str | None = None
    kept: bool = False
    policy: str = POLICY


Answering = Callable[[Asked], Reply]


class Server(ThreadingHTTPServer):
    """Serves one desk. Raises ``InputError`` where the port is taken."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # on Windows it would let two programs have one port

    def __init__(self, port: int, answering: Answering, most_bytes: int) -> None:
        self.token = secrets.token_urlsafe(18)
        self.answering = answering
        self.most_bytes = most_bytes
        try:
            super().__init__((LOOPBACK, port), _Handler)
        except (OSError, OverflowError) as error:
            raise port_refused(error, port) from error

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A page that was closed while it was sending or reading is no fault of anybody's."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    @property
    def address(self) -> str:
        """Where the desk is, token and all."""
        return f"http://{LOOPBACK}:{self.server_address[1]}/{self.token}/"


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._answer("GET")

    def do_POST(self) -> None:
        self._answer("POST")

    def _answer(self, method: str) -> None:
        size = self.headers.get("Content-Length", "0")
        limit = self.server.most_bytes + 1
        if not size.isdigit() or int(size) > limit:
            self.close_connection = True
            self._send(Reply(say("desk.too-large").encode(), "text/plain; charset=utf-8", HTTPStatus.REQUEST_ENTITY_TOO_LARGE))
            return
        body = self.rfile.read(int(size)) if method == "POST" else b""
        if len(body) < int(size) and method == "POST":
            self.close_connection = True  # the page was closed while it sent: half a file is no file, half a form says nothing
            return
        parts = urlsplit(self.path)
        first, _, rest = parts.path.lstrip("/").partition("/")
        if not self._ours(method) or not secrets.compare_digest(first.encode(), self.server.token.encode()):
            self._send(Reply(say("desk.no-token").encode(), "text/plain; charset=utf-8", HTTPStatus.FORBIDDEN))
            return
        try:
            reply = self.server.answering(Asked(method, unquote(rest), parse_qs(parts.query), body))
        except Exception as error:  # a fault in one page is told on that page; the desk and what lies on it stay
            text = say("desk.unforeseen", kind=type(error).__name__, problem=error)
            reply = Reply(text.encode(), "text/plain; charset=utf-8", HTTPStatus.INTERNAL_SERVER_ERROR)
        self._send(reply)

    def _ours(self, method: str) -> bool:
        """True for a call under our own name, and, where it changes something, from our own page."""
        own = f"{LOOPBACK}:{self.server.server_address[1]}"
        if self.headers.get("Host") != own:
            return False
        return method == "GET" or self.headers.get("Origin", f"http://{own}") == f"http://{own}"

    def _send(self, reply: Reply) -> None:
        try:
            self.send_response(HTTPStatus.SEE_OTHER if reply.to is not None else reply.status)
            if reply.to is not None:
                self.send_header("Location", f"/{self.server.token}/{reply.to}")
            self.send_header("Content-Type", reply.kind)
            self.send_header("Content-Length", str(len(reply.body)))
            self.send_header("Cache-Control", "private, max-age=3600" if reply.kept else "no-store")
            self.send_header("Content-Security-Policy", reply.policy)
            self.send_header("Referrer-Policy", "same-origin")
            self.send_header("X-Content-Type-Options", "nosniff")
            self.end_headers()
            self.wfile.write(reply.body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the page was closed meanwhile

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of single calls."""
