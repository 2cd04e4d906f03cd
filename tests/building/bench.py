"""What building costs: N invented documents built from nothing, again unchanged, and after one change, one addition, one removal,
one further entry of the register.

    python -m tests.building.bench --count 300

Documents are as long as real ones (see ``long``), or with ``--short`` a page of a few sentences. A tenth of them state no number and are
not published; what is changed, added and removed is.

Each build is a process of its own, so that its CPU seconds and its peak of memory are its alone. Beside them MkDocs with Material, and
``properdocs`` too, build the very same pages in the usual way: figures of one run are compared with one another only.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.building.long import long
from tests.layouts.maker import Case, make

ROOT = Path(__file__).resolve().parents[2]
PLAIN = """site_name: Thử
docs_dir: docs/_generated
site_dir: plain
use_directory_urls: false
theme: {name: material, language: vi, font: false}
markdown_extensions: [attr_list, def_list, md_in_html, {toc: {permalink: true}}]
plugins: [search]
not_in_nav: "*"
nav: [index.md]
"""
FIRST_SEED = 20_000
THEME = "\n- id: chu-de-thu-{0}\n  name: Chủ đề thử {0}\n"


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one process with its children: CPU and wall seconds, the largest resident size in MB."""

    cpu: float
    wall: float
    memory: int


def measured(folder: Path, *command: str) -> Cost:
    """Run a command of this Python in ``folder``. Raises ``RuntimeError`` with what it said when it fails."""
    log = folder / "log.txt"
    start = time.monotonic()
    with log.open("wb") as said:
        child = os.posix_spawn(
            sys.executable,
            [sys.executable, "-m", *command],
            {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {"PYTHONPATH": str(ROOT)},
            file_actions=[(os.POSIX_SPAWN_DUP2, said.fileno(), 1), (os.POSIX_SPAWN_DUP2, said.fileno(), 2)],
        )
        _, status, used = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status):
        raise RuntimeError(log.read_text("utf-8", "replace")[-2000:])
    return Cost(round(used.ru_utime + used.ru_stime, 2), round(time.monotonic() - start, 2), used.ru_maxrss // 1024)


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one run. ``documents`` were given, of which so many were ``published``; ``made``: how many of the ``pages`` were written anew
    after one document had changed; ``ratios``: CPU time as shares of that of the build from nothing; ``each``: CPU seconds of that build
    for each document given, document published and page."""

    documents: int
    published: int
    source_kb: int
    site_mb: float
    files: int
    pages: int
    made: int
    costs: dict[str, Cost]
    ratios: dict[str, float]
    each: dict[str, float]


class Bench:
    """A content folder of ``count`` invented documents, short ones or such as are as long as real ones."""

    def __init__(self, folder: Path, count: int, short: bool = False) -> None:
        self.folder, self.sources, self.short = folder, folder / "toan-van", short
        measured(folder.parent, "build_tools", "init", str(folder))
        self.sources.mkdir()
        for seed in range(FIRST_SEED, FIRST_SEED + count):
            self.write(seed)
        (folder / "plain.yml").write_text(PLAIN, "utf-8")
        given = (path for path in sorted(self.sources.iterdir()) if path.suffix in {".txt", ".md"})
        self.text = next(path for path in given if self.is_published(int(path.stem)))
        self.times = 0

    def write(self, seed: int) -> Path:
        case = self.case(seed)
        path = self.sources / f"{seed}.{case.ending}"
        path.write_bytes(case.data)
        return path

    def case(self, seed: int) -> Case:
        return make(seed) if self.short else long(seed, FIRST_SEED)

    def is_published(self, seed: int) -> bool:
        """A document without a number is told of, and left out."""
        return bool(self.case(seed).truth["number"])

    def build(self) -> Cost:
        before = os.getcwd()
        os.chdir(self.folder)
        try:
            return measured(self.folder, "build_tools", "build", "--sources", "toan-van", "--keep-going", "--quiet")
        finally:
            os.chdir(before)

    def clean(self) -> Cost:
        """From nothing."""
        for name in (".cache", "site", "docs/_generated"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        return self.build()

    def change(self) -> Cost:
        """After a paragraph more in one text."""
        self.times += 1
        self.text.write_bytes(self.text.read_bytes() + f"\n\nĐoạn thêm sau cùng {self.times}.\n".encode())
        return self.build()

    def enter(self) -> Cost:
        """After an entry more in the register."""
        self.times += 1
        register = self.folder / "data" / "register" / "themes.yaml"
        before = register.read_text("utf-8") if register.is_file() else ""
        register.write_text(before + THEME.format(self.times), "utf-8")
        return self.build()

    def again(self, names: Iterable[str], tool: str = "mkdocs") -> dict[str, Cost]:
        """What is named of what an editor waits for, and beside it the usual way: each measured once more, right behind one another.
        Where the usual way itself is named, so is the build from nothing, beside which it is held."""
        builds = {"clean": self.clean, "nothing changed": self.build, "one changed": self.change, "one register entry": self.enter}
        wanted = {"clean" if name == f"plain {tool}" else name for name in names}
        return {f"plain {tool}": self.plain(tool)} | {name: build() for name, build in builds.items() if name in wanted}

    def plain(self, tool: str) -> Cost:
        return measured(self.folder, tool, "build", "--quiet", "--config-file", str(self.folder / "plain.yml"))

    def figures(self, tools: tuple[str, ...] = ("mkdocs", "properdocs")) -> Figures:
        """All builds one after another; ``tools`` build the same pages in the usual way."""
        given = sorted(self.sources.iterdir())
        published = [path for path in given if self.is_published(int(path.stem))]
        found = {"clean": self.build(), "nothing changed": self.build()}
        before = self.pages()
        found["one changed"] = self.change()
        made = sum(before.get(path) != stamp for path, stamp in self.pages().items())
        extra = self.write(next(seed for seed in range(FIRST_SEED - 1, 0, -1) if self.is_published(seed)))
        found["one added"] = self.build()
        if len(self.pages()) <= len(before):
            raise RuntimeError("the document that was added has no page")
        extra.unlink()
        found["one removed"] = self.build()
        found["one register entry"] = self.enter()
        found |= {f"plain {tool}": self.plain(tool) for tool in tools}
        files = [path for path in (self.folder / "site").rglob("*") if path.is_file()]
        cpu = found["clean"].cpu
        return Figures(
            len(given),
            len(published),
            sum(path.stat().st_size for path in self.sources.iterdir()) // 1024,
            round(sum(path.stat().st_size for path in files) / 1024**2, 1),
            len(files),
            len(before),
            made,
            found,
            {name: round(cost.cpu / cpu, 3) for name, cost in found.items()},
            {"given": round(cpu / len(given), 4), "published": round(cpu / len(published), 4), "page": round(cpu / len(before), 4)},
        )

    def pages(self) -> dict[str, int]:
        """Page of the site → when it was written."""
        return {path.as_posix(): path.stat().st_mtime_ns for path in (self.folder / "site").rglob("*.html")}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--short", action="store_true", help="documents of a few sentences")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = Bench(Path(folder) / "noi-dung", args.count, args.short).figures()
        print(json.dumps(asdict(figures), indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
