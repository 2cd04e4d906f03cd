"""The sample as a built site, for tests of the output."""

from __future__ import annotations

from functools import cache
from itertools import chain
from pathlib import Path

from filelock import FileLock

from build_tools.cache import Store
from build_tools.model.diagnostic import Diagnostic
from build_tools.model.settings import Content
from build_tools.model.site import Site
from build_tools.publish import Tool, original_files, publish, resolver_files, shortcut_files
from build_tools.render import Page, render_site
from build_tools.views import Lookup, search_options, search_records, view_files
from tests.site import sample


class Memory(Store):
    """What is kept from build to build of one test run."""

    def __init__(self) -> None:
        super().__init__(None)
        self.values: dict[tuple[str, str], bytes] = {}

    def read(self, kind: str, key: str) -> bytes | None:
        return self.values.get((kind, key))

    def write(self, kind: str, key: str, data: bytes) -> None:
        self.values[kind, key] = data


KEPT = Memory()


@cache
def rendered() -> tuple[Page, ...]:
    """The pages of the sample, as they are published."""
    return tuple(render_site(sample.site()))


def build(
    site: Site, folder: Path, *, tool: Tool = "mkdocs", strict: bool = True, site_url: str | None = None
) -> tuple[Path, tuple[Diagnostic, ...]]:
    """Build ``site`` under ``folder``; returns the output and the warnings."""
    out = folder / "site"
    lookup = Lookup(site)
    found, options = search_records(lookup), search_options(site)
    content = Content(folder, folder / "data", site.settings)
    done = publish(
        render_site(site), out, content=content, site_url=site_url, strict=strict, tool=tool, records=found, options=options,
        files=chain(original_files(site), shortcut_files(lookup), view_files(lookup), resolver_files(lookup, KEPT)),
    )  # fmt: skip
    return out, done.warnings


def once(folder: Path) -> Path:
    """The sample, built by whichever worker asks first, for all that only look at it; ``folder`` is one of this test run."""
    with FileLock(folder / "sample.lock"):
        out = folder / "sample" / "site"
        if not out.exists():
            _, warnings = build(sample.site(), folder / "sample")
            assert warnings == ()
    return out


def snapshot(folder: Path) -> dict[str, bytes]:
    """Path → bytes of every file."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
