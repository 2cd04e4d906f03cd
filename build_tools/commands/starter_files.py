"""What a new content folder holds, and what the workflows of this repository, which is a content folder too, must say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from string import Template
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from build_tools import __version__
from build_tools.register.edit import scalar

STARTER = Path(__file__).with_name("starter")
RENAMED = {"github": ".github", "gitignore": ".gitignore"}
"""Names that begin with a dot do not: tools that pack and copy leave such files out."""

INSTALLED = {
    "requirements": "requirements.txt",
    "install": "python -m pip install -q -r requirements.txt",
    "program": "chi-nam",
}
"""How the workflows of a content folder get the tool and call it."""


def starter_files(name: str, issuer: str) -> Iterator[tuple[str, str]]:
    """Path and text of every file of a new content folder."""
    stated = f"issuer: {scalar(issuer)}" if issuer else "# issuer: Cơ quan chủ quản trang, tên đầy đủ"
    by = f" --issuer {quoted(issuer)}" if issuer else ""
    words = INSTALLED | {"name": scalar(name), "title": name, "issuer": stated, "by": by}
    for path in sorted(item for item in STARTER.rglob("*") if item.is_file()):
        parts = path.relative_to(STARTER).parts
        target = "/".join((RENAMED.get(parts[0], parts[0]), *parts[1:]))
        yield target, filled(path, words)
    yield "data/documents/.gitkeep", ""
    yield "requirements.txt", requirements()


def quoted(text: str) -> str:
    """A text as one word of a command, in a shell and in PowerShell: what either would take for its own is left out."""
    return '"' + re.sub(r'["$`\\]', "", text) + '"'


def filled(path: Path, words: dict[str, str]) -> str:
    """The text of a file of the starter with its words; other dollar signs are the file's own."""
    return Template(path.read_text(encoding="utf-8")).safe_substitute(words)


def requirements() -> str:
    """The line by which pip gets the tool that runs now: from where it was installed, else by its version."""
    return f"# Công cụ dựng trang này; đổi phiên bản ở đây. Dùng được cả địa chỉ của một tệp .whl.\n{_requirement()}\n"


def _requirement() -> str:
    origin = _origin()
    url, vcs = origin.get("url", ""), origin.get("vcs_info")
    if vcs:
        return f"chi-nam @ {vcs['vcs']}+{url}@{vcs['commit_id']}"
    if package := package_file():
        return f"./{package.name}"
    return f"chi-nam @ {url}" if url.startswith("https://") else f"chi-nam=={__version__}"


def package_file() -> Path | None:
    """The file of the package that this tool was installed from, where that still lies on this machine: a new folder takes it along, so
    that it can be published from elsewhere too."""
    url = urlsplit(_origin().get("url", ""))
    path = Path(url2pathname(url.path))
    return path if url.scheme == "file" and path.suffix == ".whl" and path.is_file() else None


def _origin() -> dict[str, Any]:
    """What pip noted of where the tool came from; empty where it came from a register of packages, or was not installed."""
    try:
        told = distribution("chi-nam").read_text("direct_url.json")
    except PackageNotFoundError:
        told = None
    found: dict[str, Any] = json.loads(told) if told else {}
    return found
