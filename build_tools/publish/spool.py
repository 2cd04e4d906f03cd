"""The site generator converts all pages before it renders the first: until then what it converted waits on disk, not in memory."""

from __future__ import annotations

import tempfile
from typing import Any


class Spool:
    """Events of one build that put the HTML of each page into a temporary file and give it back when the page is rendered."""

    def __init__(self) -> None:
        self.file = tempfile.TemporaryFile()  # noqa: SIM115 - closed when the build ends
        self.places: dict[str, tuple[int, int]] = {}

    def on_page_content(self, html: str, *, page: Any, config: Any, files: Any) -> str:
        """Take the HTML; the Markdown is needed no more (None would cost the page its title)."""
        data = html.encode("utf-8", "surrogatepass")
        self.places[page.file.src_uri] = (self.file.tell(), len(data))
        self.file.write(data)
        page.markdown = ""
        return ""

    def on_page_context(self, context: Any, *, page: Any, config: Any, nav: Any) -> None:
        """Give it back."""
        start, length = self.places[page.file.src_uri]
        self.file.seek(start)
        page.content = self.file.read(length).decode("utf-8", "surrogatepass")

    def on_post_page(self, output: str, *, page: Any, config: Any) -> None:
        """The page is done."""
        page.content, page.toc = "", []

    def close(self) -> None:
        """All are, or the build was broken off."""
        self.file.close()
