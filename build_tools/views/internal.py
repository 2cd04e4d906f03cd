"""References of a text to places of its own: "khoản 2 Điều này", "điểm a khoản 1 Điều 5 của Nghị định này", whole and each to its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.model.citation import Resolved
from build_tools.model.document import Node
from build_tools.model.site import SiteDocument
from build_tools.model.span import Span
from build_tools.views.outline import OWN_LIFE, walk

UNIT = re.compile(
    r"(?<!\w)(?:(?P<point>điểm|tiết) (?P<point_label>[a-zđ]{1,2})(?!\w)|(?P<clause>khoản) (?P<clause_label>\d{1,3}[a-zđ]?)(?!\w)"
    r"|(?P<article>điều) (?P<article_label>\d{1,3}[a-zđ]?)(?!\w)|(?P<here>điều|khoản) này(?!\w))",
    re.IGNORECASE,
)
NEAR = re.compile(r",? (?:của |tại |thuộc )?|(?:,| và| hoặc| đến) ")
LEVELS = ("point", "clause", "article")


@dataclass(frozen=True, slots=True)
class Internal:
    """Words that name a place of the same document, from the smallest part to the last word that tells which."""

    span: Span
    node: str


@dataclass(frozen=True, slots=True)
class Unit:
    """One word of a place: "khoản 2"."""

    span: Span
    level: str
    label: str
    """Empty: "Điều này"."""


@dataclass(frozen=True, slots=True)
class _Life:
    """The document, or a paper enclosed in it: a stretch in which articles are counted for themselves."""

    span: Span
    articles: dict[str, Node]


def internal(document: SiteDocument) -> Iterator[Internal]:
    """All of them, in reading order, none overlapping another.

    Left out: a place that the text does not have, and what stands in words that the text quotes, for there "Điều này" is another's.
    """
    text, root = document.document.clean.text, document.document.root
    quoted = [node.span for node in walk(root) if node.kind == "quotation"]
    lives = [_Life(node.span, _articles(node)) for node in walk(root) if node is root or node.kind in OWN_LIFE]
    kind = (document.document.header.type or "").casefold()
    own = {
        reference.citation.span.start: reference.citation
        for reference in document.references
        if isinstance(reference.resolution, Resolved) and reference.resolution.work == document.work and not reference.citation.targets
    }
    for chain in chains(text):
        start, end = chain[0].span.start, chain[-1].span.end
        line = text[text.rfind("\n", 0, start) + 1 : start]
        if line.rfind("“") > line.rfind("”") or any(span.contains(chain[0].span) for span in quoted):
            continue
        life = next(life for life in reversed(lives) if life.span.start <= start < life.span.end)
        tail = NEAR.match(text, end)
        closing = own.get(tail.end()) if tail and "," not in tail.group() else None
        if closing is not None and (closing.type or "").casefold() == kind:
            life = lives[0]
        elif closing is not None and life is lives[0]:
            continue
        if closing is not None or chain[-1].label == "":
            yield from _each(chain, closing.span if closing else None, life)


def chains(text: str, within: Span | None = None) -> Iterator[list[Unit]]:
    """Runs of units that stand beside one another."""
    chain: list[Unit] = []
    for match in UNIT.finditer(text, within.start, within.end) if within else UNIT.finditer(text):
        level = next((name for name in LEVELS if match[name]), "")
        word = (match["here"] or "").casefold()
        unit = Unit(
            Span(*match.span()), level or {"điều": "article", "khoản": "clause"}[word], match[f"{level}_label"].casefold() if level else ""
        )
        if chain and not NEAR.fullmatch(text, chain[-1].span.end, unit.span.start):
            yield chain
            chain = []
        chain.append(unit)
    if chain:
        yield chain


def _each(chain: list[Unit], closing: Span | None, life: _Life) -> Iterator[Internal]:
    """One reference for each smallest unit: "khoản 1 và khoản 2 Điều 4" are two, the second one with the article."""
    articles = life.articles
    article = next((node for node in articles.values() if node.span.contains(chain[0].span)), None)
    groups: list[list[Unit]] = []
    for unit in chain:
        if groups and LEVELS.index(unit.level) > LEVELS.index(groups[-1][-1].level):
            groups[-1].append(unit)
        else:
            groups.append([unit])
    for number, group in enumerate(groups):
        # "khoản 1 và khoản 2 Điều 4": what the first lacks it has from the group that follows
        known = {unit.level: unit for later in reversed(groups[number:]) for unit in later}
        known |= {unit.level: unit for unit in group}
        smallest = LEVELS.index(group[0].level)
        named = known.get("article")
        home = articles.get(named.label) if named and named.label else article
        node = _inside(home, [known[level] for level in ("clause", "point") if level in known and LEVELS.index(level) >= smallest], group)
        if node is None:
            continue
        last = closing.end if closing and number == len(groups) - 1 else group[-1].span.end
        yield Internal(Span(group[0].span.start, last), node.id)


def _inside(home: Node | None, units: Iterable[Unit], group: list[Unit]) -> Node | None:
    """The node below an article that the units name; None when one of them is not there, or when the clause meant is not said."""
    node = home
    for unit in units:
        if node is None or not unit.label:
            return None
        kinds = {"clause": ("clause", "item"), "point": ("point",)}[unit.level]
        node = next((child for child in walk(node) if child.kind in kinds and (child.label or "").strip(".)") == unit.label), None)
    if group[0].level == "point" and not any(unit.level == "clause" for unit in units):
        return None
    return node


def _articles(life: Node) -> dict[str, Node]:
    """Bare number → article, of one life; those of papers enclosed in it and of quotations are not its own."""
    found: dict[str, Node] = {}
    stack = list(reversed(life.children))
    while stack:
        node = stack.pop()
        if node.kind == "article" and node.label:
            found.setdefault(node.label.split()[-1].casefold(), node)
        elif node.kind not in OWN_LIFE and node.kind != "quotation":
            stack.extend(reversed(node.children))
    return found
