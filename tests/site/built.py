"""The sample as a built site, for tests of the output."""

from __future__ import annotations

import shutil
from pathlib import Path

from build_tools.model.diagnostic import Diagnostic
from build_tools.model.site import Site
from build_tools.publish import Tool, original_files, publish
from build_tools.render import render_site
from build_tools.views import search_options, search_records

ROOT = Path(__file__).resolve().parents[2]


def docs_copy(folder: Path) -> Path:
    """The hand-written pages of the project in a folder that a test may fill."""
    docs = folder / "docs"
    shutil.copytree(ROOT / "docs", docs, ignore=shutil.ignore_patterns("_generated"))
    return docs


def build(
    site: Site, folder: Path, *, tool: Tool = "mkdocs", strict: bool = True, site_url: str | None = None
) -> tuple[Path, tuple[Diagnostic, ...]]:
    """Build ``site`` under ``folder``; returns the output and the warnings."""
    out = folder / "site"
    docs = folder / "docs" if (folder / "docs").exists() else docs_copy(folder)
    found, options = search_records(site), search_options(site)
    config = ROOT / "mkdocs.yml"
    done = publish(
        render_site(site), out, config_file=config, docs=docs, site_url=site_url, strict=strict, tool=tool, records=found, options=options,
        files=original_files(site),
    )  # fmt: skip
    return out, done.warnings


def snapshot(folder: Path) -> dict[str, bytes]:
    """Path → bytes of every file."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
