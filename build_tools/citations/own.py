"""References of a text to places of its own: "khoản 2 Điều này", "điểm a khoản 1 Điều 5 của Nghị định này", whole and each to its place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from build_tools.citations.pinpoints import CLOSES
from build_tools.citations.rows import Named, places, rows
from build_tools.lexicon.pieces import pattern
from build_tools.lexicon.words import any_word
from build_tools.model.citation import Citation, OwnPlace
from build_tools.model.document import Document, Node, walk
from build_tools.model.span import Span
from build_tools.passages import Passages
from build_tools.passages.places import ITEMS, OWN_LIFE, inner, path

_LED = pattern(rf"(?<!\w){any_word('at-document')} $")
"""What stands before a place that is written small. Elsewhere "mục 2" may end another word ("danh mục 2"), "điều này" be a matter."""
_FAR = 40
_WITHIN = ("clause", "point")
_DIVISIONS = ("section", "part", "chapter")


def find_own_places(passages: Passages, citations: Iterable[Citation]) -> tuple[OwnPlace, ...]:
    """All of them, in reading order, none overlapping another; a place is told by its node.

    Reads the text, its tree, its quotations, and the citations by which it names itself. Left out: a place that the text does not have
    or has more than once, one whose document is not said, and what stands in words that the text quotes.
    """
    own = tuple(one for one in citations if one.kind == "self")
    return tuple(_found(passages, own, tuple(one.span.start for one in own)))


def _found(passages: Passages, own: Sequence[Citation], starts: Sequence[int]) -> Iterator[OwnPlace]:
    document, (_, low) = passages.document, passages.keys
    notes = sorted((note.body, note.marks[0].start) for note in document.footnotes if note.marks)
    for row in rows(low):
        start = row[0].span.start
        if passages.quotations.around(start) is not None:
            continue
        named = places(row)
        end = named[-1].span.end
        closing = _closing(low, end, own, starts)
        here = tuple(path(document.root, _read_at(start, notes)))
        home = _home(document, here, closing) if closing else None
        for place in named:
            if (closing is None or home is None) and not any(label == "" for _, label in place.levels):
                continue
            node = None if _is_doubtful(passages.text, low, place) else _node(place, here, home)
            if node is not None:
                last = closing.span.end if closing and place is named[-1] else place.span.end
                yield OwnPlace(Span(place.span.start, last), node.id)


def _read_at(offset: int, notes: list[tuple[Span, int]]) -> int:
    """Where words are read: those of a footnote where its mark stands, for its "khoản này" is the clause of the mark."""
    at = bisect_right(notes, offset, key=lambda note: note[0].start) - 1
    return notes[at][1] if at >= 0 and offset < notes[at][0].end else offset


def _closing(low: str, end: int, own: Sequence[Citation], starts: Sequence[int]) -> Citation | None:
    """The document's mention of itself that follows a row of places: "… của Nghị định này"."""
    at = bisect_left(starts, end)
    if at == len(starts) or starts[at] - end > _FAR:
        return None
    between = low[end : starts[at]]
    return own[at] if "," not in between and "\n" not in between and CLOSES.fullmatch(between) else None


def _home(document: Document, here: tuple[Node, ...], closing: Citation) -> Node | None:
    """The document that is named, or the paper in it in which the words stand, if that is what they name; else it is not clear."""
    kind = (closing.type or "").casefold()
    if kind == (document.header.type or "").casefold():
        return document.root
    paper = next((node for node in reversed(here) if node.kind in OWN_LIFE), None)
    return paper if paper is not None and any(name.startswith(kind) for name in _names(paper)) else None


def _names(paper: Node) -> tuple[str, str]:
    """What a paper calls itself: its label with its title ("Quy chế" is the one of rules, "Phụ lục I" of an appendix), its title alone."""
    title = (paper.title or "").casefold()
    return f"{paper.label or ''} {title}".casefold(), title


def _is_doubtful(text: str, low: str, place: Named) -> bool:
    """Are the words perhaps no place: "điều này" (this matter), "danh mục 2", "các khoản này" (these sums)?"""
    name, label = place.levels[0]
    start = place.span.start
    capital = text[start] != low[start]
    if len(place.levels) > 1:
        return False
    led = capital or start == 0 or _LED.search(low, max(0, start - 20), start) is not None
    if label == "":
        return low.endswith("các ", 0, start) or (name == "article" and not led)
    return name in _DIVISIONS and not led and low[start - 2 : start - 1].isalnum()


def _node(place: Named, here: tuple[Node, ...], home: Node | None) -> Node | None:
    """The node of a place: from the largest level that is named down."""
    node = home
    largest, told = place.levels[-1]
    if told and largest in _WITHIN and home is not None and any(one.kind == "article" for one in walk(home)):
        return None  # of which article is not said
    for name, label in reversed(place.levels):
        if label == "":
            node = next((one for one in reversed(here) if one.kind == name or (one.kind == "item" and name in ITEMS)), None)
        elif node is not None:
            node = inner(node, name, label)
        if node is None:
            return None
    return node
