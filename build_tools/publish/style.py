"""One style sheet for a site: the theme's without what is said of things that stand on no page, the search's, and ours.

Four files were asked for before anything could be seen, and an old machine read two thousand rules of which half were for other sites:
tabs, admonitions, pictures of file types. A rule goes where it names a class that is written nowhere: not in the frame that the theme put
around the pages of this site, not where our pages are made, not in a page that somebody wrote by hand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from build_tools.search.install import slim

SHEET = "assets/chi-nam.css"
OURS = ("assets/search/search.css", SHEET)
"""Those that come with the tool, in their order, after the theme's."""
THEMES = "assets/stylesheets"
TEXT = frozenset({".css", ".html", ".j2", ".js", ".md", ".py"})
"""Endings of files in which a class can be named."""
FRAMED = 1
"""The pages that lie no deeper than this have every part of the theme's frame: those of the navigation are among them."""
_WORD = re.compile(r"[\w-]+")
_GIVEN = re.compile(r"\bclass=\"([^\"]*)\"")
_QUOTED = r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\''
_HEAD = re.compile(rf"(?:[^{{}};\"']|{_QUOTED})*", re.DOTALL)
_INNER = re.compile(rf"(?:[^{{}}\"']|{_QUOTED})*", re.DOTALL)
_DECLARATION = re.compile(rf"(?:[^;\"']|{_QUOTED})+", re.DOTALL)
_SELECTOR = re.compile(rf"(?:[^,(\"']|{_QUOTED}|\((?:[^()]|\([^()]*\))*\))+", re.DOTALL)
_BESIDE = re.compile(rf":not\([^()]*\)|{_QUOTED}")
"""What of a selector names no class that an element must have."""
_CLASS = re.compile(r"(?<!\\)\.(-?[A-Za-z_][\w-]*)")
_BACKWARDS = re.compile(r'\[dir="?rtl"?\]')
"""Asked of pages that are read from right to left: none of ours."""
_COLOUR = re.compile(r'\[data-md-color-(?:primary|accent)="?([\w-]+)"?\]')
_CHOSEN = re.compile(r"\b(?:primary|accent): *[\"']?([\w-]+)")
_ASKED = re.compile(r"var\((--[\w-]+)")


def gather(site: Path, words: Collection[str], colours: Collection[str] = ()) -> None:
    """Make one file, ``SHEET``, of the style sheets of a built site; ``words`` are all that are written on its pages (see ``words_of`` and
    ``framed``), ``colours`` those of the theme's that its configuration chooses (see ``colours_of``)."""
    theme = sorted((site / THEMES).glob("*.css"))
    ours = [site / path for path in OURS]
    used = without_unasked([without_unused(path.read_text("utf-8"), words, colours) for path in theme], words)
    whole = "\n".join((*used, *(slim(path.read_text("utf-8")) for path in ours)))
    for path in (*theme, *ours):
        path.unlink()
    (site / THEMES).rmdir()
    (site / SHEET).write_text(whole, "utf-8")


def words_of(docs: Path, files: Iterable[str]) -> frozenset[str]:
    """Every word by which a class can be named in the text of a page: of the program and of the hand-written ``files`` of ``docs``."""
    own = (docs / path for path in files)
    return _program().union(*(_words(path) for path in own if path.suffix in TEXT))


def framed(pages: Iterable[str], places: Sequence[Path]) -> frozenset[str]:
    """Every class of the frame: of those ``pages`` of the site that have all of it. Each lies in the first of ``places`` that has it."""
    top = (path for path in pages if path.endswith(".html") and path.count("/") <= FRAMED)
    found = (next((place / path for place in places if (place / path).is_file()), None) for path in top)
    return frozenset(name for page in found if page for said in _GIVEN.findall(page.read_text("utf-8")) for name in said.split())


def colours_of(config: Path) -> frozenset[str]:
    """The names of the theme's colours that a configuration of the site generator gives to heads and links."""
    return frozenset(_CHOSEN.findall(config.read_text("utf-8", "replace")))


@cache
def _program() -> frozenset[str]:
    folders = (Path(__file__).parents[1] / name for name in ("publish", "render", "search"))
    own = (path for folder in folders for path in folder.rglob("*") if path.suffix in TEXT)
    return frozenset[str]().union(*map(_words, own))


def _words(path: Path) -> list[str]:
    return _WORD.findall(path.read_text("utf-8", "replace"))


def rules(css: str) -> Iterator[tuple[str, str | None]]:
    """Selectors, or the words after "@", and what stands in the braces (None: a statement); what is within "@media" is the body of that.

    Raises ``ValueError`` where braces do not close.
    """
    at = 0
    while at < len(css):
        head, at = _upto(_HEAD, css, at)
        if css[at : at + 1] == "{":
            start, depth = at + 1, 1
            while depth:
                _, at = _upto(_INNER, css, at + 1)
                if at >= len(css):
                    raise ValueError(head)
                depth += 1 if css[at] == "{" else -1
            yield head, css[start:at]
        elif head.strip():
            yield head, None
        at += 1


def _upto(pattern: re.Pattern[str], css: str, at: int) -> tuple[str, int]:
    found = pattern.match(css, at)
    assert found is not None  # it matches nothing, too
    return found[0], found.end()


def _each_rule(css: str, change: Callable[[str, str], str]) -> str:
    """A sheet with what ``change`` makes of selector and body of each rule ("": it goes); "@media" goes where nothing is left in it."""
    out = []
    for head, body in rules(css):
        if body is None:
            out.append(f"{head};")
        elif head.startswith(("@media", "@supports")):
            inner = _each_rule(body, change)
            out.append(f"{head}{{{inner}}}" if inner else "")
        else:
            out.append(f"{head}{{{body}}}" if head.startswith("@") else change(head, body))
    return "".join(out)


def without_unused(css: str, words: Collection[str], colours: Collection[str] = ()) -> str:
    """A sheet without the selectors that ask for a class which is none of ``words``, for a colour which is none of ``colours``, or for
    letters that run from the right, and without rules that are left with no selector."""

    def met(selector: str) -> bool:
        named = _CLASS.findall(_BESIDE.sub("", selector))
        return all(name in words for name in named) and all(name in colours for name in _COLOUR.findall(selector))

    def used(head: str, body: str) -> str:
        kept = [one for one in _SELECTOR.findall(head) if met(one) and not _BACKWARDS.search(one)]
        return f"{','.join(kept)}{{{body}}}" if kept else ""

    return _each_rule(css, used)


def without_unasked(sheets: Iterable[str], words: Collection[str]) -> list[str]:
    """Sheets without the custom properties that no rule of theirs asks for, and that are none of ``words``: pictures as data, mostly."""
    left = list(sheets)
    while True:
        asked = set[str]().union(*(_ASKED.findall(css) for css in left)).union(words)
        fewer = [_declaring(css, asked) for css in left]
        if fewer == left:
            return left
        left = fewer


def _declaring(css: str, asked: Collection[str]) -> str:
    def declared(head: str, body: str) -> str:
        if "--" not in body:
            return f"{head}{{{body}}}"
        kept = [one for one in _DECLARATION.findall(body) if not one.startswith("--") or one.partition(":")[0] in asked]
        return f"{head}{{{';'.join(kept)}}}" if kept else ""

    return _each_rule(css, declared)
