"""The one thin place that touches the site generator: MkDocs, or its successor properdocs, which takes the same file."""

from __future__ import annotations

import importlib
import logging
import os
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Literal, NamedTuple

from build_tools.cache import NOTHING_KEPT, Store, digest, digest_of_files, program
from build_tools.messages import finding, say
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.settings import UNSTATED, Settings
from build_tools.publish.direct import EXTENSIONS
from build_tools.publish.dressing import COLOURS, logo_address
from build_tools.publish.kept import Kept
from build_tools.publish.listed import without_hidden
from build_tools.publish.quick import Quick
from build_tools.publish.slim import JOINED, SCRIPT
from build_tools.publish.spool import Spool
from build_tools.publish.standing import Made, StandingSite
from build_tools.publish.style import OURS, SHEET

Advance = Callable[[int, int, str], None]
Tool = Literal["mkdocs", "properdocs"]
EPOCH = "1767225600"
"""2026-01-01T00:00:00Z, for builds to which nobody gave a date: the sitemap and the pages must not depend on the clock."""


CONFIG = Path(__file__).with_name("mkdocs.yml")
"""The configuration of sites that bring none of their own."""

THEME_WORDS = (
    *("about", "caution", "documents", "guide", "home", "not-found", "not-found-why", "quality", "register", "search", "search-box"),
    *("search-start", "tabs", "too-old"),
)
"""What the templates of ``theme`` say, as ``config.extra.words``: the generator's templates know no catalogue."""


SCRIPT_WORDS = (
    *("open", "cite", "address", "copied", "notCopied", "overdue", "today", "now", "gathering", "notGathered", "notKnown"),
    *("filter", "order", "newest", "oldest", "byName", "byBody"),
)
"""What the pages' own script says, as ``config.extra.script``."""


class Generated(NamedTuple):
    """The generator's warnings; every page with the key of what it depends on; other files with the digests of what they are copies of; the
    files of the site that stay as they are; whether its style is to be one file (see ``style``), and its scripts (see ``slim``)."""

    warnings: tuple[Diagnostic, ...]
    pages: dict[str, tuple[str, Made]]
    copied: dict[str, str]
    stays: set[str]
    one_sheet: bool
    one_script: bool


class _Watch(logging.Handler):
    """Counts the pages that are done, and keeps the generator's warnings."""

    def __init__(self, total: int, advance: Advance | None) -> None:
        super().__init__(logging.WARNING)
        self.total = total
        self.done = 0
        self.advance = advance
        self.found: list[Diagnostic] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(finding("site-generator.warning", said=record.getMessage().strip()))

    def told(self) -> int:
        return len(self.found)

    def step(self) -> None:
        self.done += 1
        if self.advance:
            self.advance(min(self.done, self.total), self.total, say("commands.build.joining"))


def generate(
    config_file: Path,
    docs: Path,
    out: Path,
    *,
    site_url: str | None = None,
    tool: Tool = "mkdocs",
    pages: int = 0,
    advance: Advance | None = None,
    store: Store = NOTHING_KEPT,
    settings: Settings = UNSTATED,
    standing: StandingSite | None = None,
    digests: Mapping[str, str] | None = None,
    plain: bool = False,
) -> Generated:
    """Turn the Markdown under ``docs`` into HTML under ``out``.

    Pages that ``store`` keeps of an earlier build with the same settings are not made again; those that are ``standing`` in the site are
    not even written. ``digests``: of the bytes of files under ``docs``, as far as they are known. ``plain``: the generator makes all pages,
    by its usual way.

    Raises ``InputError`` when it cannot go on (a broken configuration, a page that it cannot read).
    """
    epoch = os.environ.setdefault("SOURCE_DATE_EPOCH", EPOCH)
    base = importlib.import_module(f"{tool}.config.base")
    build: Any = importlib.import_module(f"{tool}.commands.build").build
    exceptions = importlib.import_module(f"{tool}.exceptions")
    watch = _Watch(pages, advance)
    logger = logging.getLogger(tool)
    level, propagate = logger.level, logger.propagate
    logger.addHandler(watch)
    logger.setLevel(logging.INFO)  # at "debug" the generator checks no anchors
    logger.propagate = False
    options: dict[str, Any] = {"docs_dir": str(docs.resolve()), "site_dir": str(out.resolve()), "site_name": settings.name}
    if settings.description:
        options["site_description"] = settings.description
    if site_url is not None:
        options["site_url"] = site_url
    try:
        with _fixed_zone():
            config = base.load_config(str(config_file), **options)
            words = {key: say(f"theme.{key}") for key in THEME_WORDS}
            words |= {"owner": say("theme.owner", issuer=settings.issuer)} if settings.issuer else {}
            script = {key: say(f"theme.script.{key}") for key in SCRIPT_WORDS}
            script["left"] = say("theme.script.left", days="{days}")
            script["filtered"] = say("theme.script.filtered", count="{count}")
            script |= {key: say(f"pages.places.{key}") for key in ("point", "clause", "article")}
            config["extra"] = {
                **config["extra"],
                "words": words | {"address": settings.address},
                "script": script,
                "feed": settings.has_feeds,
            }
            # where somebody writes with other extensions, or other sheets come before ours, the theme's stay as they are
            one_sheet = set(config["markdown_extensions"]) <= EXTENSIONS and config["extra_css"][: len(OURS)] == [*OURS]
            if one_sheet:
                config["extra"]["sheet"], config["extra_css"] = SHEET, config["extra_css"][len(OURS) :]
            # what somebody wrote in the place of a script of ours is loaded by itself
            one_script = not any((docs / path).is_file() for path in JOINED)
            if one_script:
                config["extra"]["joined"] = SCRIPT
            if settings.colour:
                config["extra_css"] = [*config["extra_css"], COLOURS]
            if settings.logo:
                config["theme"]["logo"] = logo_address(settings)
            # links to places are followed in the HTML of all pages, kept ones too (``links``), not in the Markdown of those made now
            config["validation"]["links"]["anchors"] = logging.DEBUG
            if not plain:
                config["markdown_extensions"].append(Quick())
                without_hidden(config["theme"])
            common = digest(_common(config_file, site_url, tool, epoch, settings), repr(plain))
            kept = Kept(store, common, watch, standing, digests, "" if plain else tool)
            config["plugins"]["chi-nam/kept"] = kept
            config["plugins"]["chi-nam/spool"] = spool = Spool()
            with closing(kept), closing(spool):
                build(config)
    except getattr(exceptions, "MkDocsException", getattr(exceptions, "ProperDocsException", Exception)) as error:
        fault = finding("site-generator.stopped", str(config_file), tool=tool, problem=error)
        raise InputError(fault, *watch.found) from error
    finally:
        logger.removeHandler(watch)
        logger.setLevel(level)
        logger.propagate = propagate
        if epoch == EPOCH:
            os.environ.pop("SOURCE_DATE_EPOCH", None)
    return Generated(tuple(watch.found), kept.pages, kept.copied, kept.stays, one_sheet, one_script)


def _common(config_file: Path, site_url: str | None, tool: Tool, epoch: str, settings: Settings) -> str:
    """What every page depends on: the program with its theme and packages, the generator's settings."""
    theme = digest_of_files(Path(__file__).parent / "theme")
    return digest(program(), theme, config_file.read_bytes(), repr(site_url), tool, epoch, repr(settings))


class _fixed_zone:  # noqa: N801 - used like a function
    """Dates are written in UTC whatever the machine's zone."""

    def __enter__(self) -> None:
        self.before = os.environ.get("TZ")
        os.environ["TZ"] = "UTC"
        if hasattr(time, "tzset"):
            time.tzset()

    def __exit__(self, *error: object) -> None:
        if self.before is None:
            os.environ.pop("TZ", None)
        else:
            os.environ["TZ"] = self.before
        if hasattr(time, "tzset"):
            time.tzset()
