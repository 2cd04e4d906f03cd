"""Grids of the stages behind the page: numbers that follow one another, addresses, and the words between a verb and a document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

from build_tools.graph.numbering import follows, is_own, value
from build_tools.model.document import Node
from build_tools.model.span import Span
from build_tools.resolve.acts import act_of, opens
from build_tools.resolve.acts import is_own as is_own_act
from build_tools.resolve.cues import cue_before, cue_of_list, cues_after, is_coordinate, verbs
from build_tools.resolve.objects import chapeau_scope, item_scope, limit, object_scope, period
from build_tools.resolve.view import CITED
from build_tools.structure.ids import address, slug
from build_tools.structure.labels import read_label
from tests.citations.citation_helpers import found
from tests.shapes.inputs import inputs

WORK = "thông tư số 11/2030/tt-bkt"
"""What is cited, as relations are read: in small letters."""
PARENTS = (("", ""), ("dieu-5", ""), ("dieu-5-khoan-2", ""), ("i-1", ""), ("pl-1", "pl"), ("", "pl"))
"""Addresses of a parent, and of the enclosure or appendix around it."""


def numbering() -> Iterator[str]:
    """Whether one number follows another in its row; and where it does not, whether the words between show the gap as their own."""
    for kind, labels in inputs("labelled").items():
        nodes = [Node(kind, Span(0, 1), f"n-{at}", label=label, level=1) for at, label in enumerate(labels)]
        yield f"{kind}: " + ", ".join(f"{node.label}={value(node)}" for node in nodes)
        for one in nodes:
            yield f"{kind} {one.label}: " + " ".join(str(other.label) for other in nodes if follows(one, other))
    for text in inputs("between"):
        kind, first, last, words = text.split(" ¦ ")
        at = words.rfind(f"\n{last}") + 1
        before = Node(kind, Span(0, at), "a", label=first.rstrip(".):"), level=1)
        after = Node(kind, Span(at, len(words)), "b", label=last.rstrip(".):"), level=1)
        yield f"{text!r}: {'own' if is_own(words, before, after) else 'read'}"


def addresses() -> Iterator[str]:
    """The address of each label below each parent; words as addresses."""
    for text, (parent, inside) in product(
        inputs("labels"), (("", ""), ("dieu-5", ""), ("dieu-5-khoan-2", ""), ("i-1", ""), ("pl-1", "pl"), ("", "pl"))
    ):
        label = read_label(text)
        if label is not None and label.rank < 9:
            yield f"{text} in {parent or '-'} {inside}: {address(label, parent, inside)}"
    for text in inputs("slugs"):
        yield f"{text}: {slug(text)}"


def scopes() -> Iterator[str]:
    """How much of a document the words between a verb and it are about: as object, as item of a list, as a list's first line."""
    for lead in inputs("objects"):
        low = lead.lower()
        view = low + CITED * len(WORK)
        taken = limit(view, 0, len(view))
        shown = f" without {view[taken.start : taken.end]!r} ({taken.kind})" if taken else ""
        yield f"{lead!r}: {object_scope(view, 0, len(low))} {item_scope(view, 0, len(low))} {chapeau_scope(view, 0, len(low))}{shown}"
    for text in inputs("taken"):
        taken = limit(text.lower(), 0, len(text))
        yield f"{text!r}: " + (f"{text[taken.start : taken.end]!r} {taken.kind}" if taken else "-")
    for text in inputs("periods"):
        yield f"{text!r}: {period(text, text.lower(), 0, len(text))}"


def acts() -> Iterator[str]:
    """Whose act a verb is that stands behind each lead, with the document's own name in it or not."""
    for lead in inputs("leads"):
        low = lead.lower()
        named = low.find("thông tư này")
        own = [Span(named, named + len("thông tư này"))] if named >= 0 else []
        yield f"{lead!r}: {act_of(low + 'bãi bỏ', 0, len(low), own)} {is_own_act(low, 0, len(low))} {opens(low, 0, len(low))}"


def cues() -> Iterator[str]:
    """What verbs before a document, and after it, state."""
    for lead in inputs("cues"):
        low = lead.lower()
        view = low + CITED * len(WORK)
        found = [
            f"{low[item.start : item.end]}={item.relation.id}{'+' * is_coordinate(low, item.start)}" for item in verbs(view, 0, len(low))
        ]
        yield f"{lead!r}: {cue_before(low + WORK, 0, len(low))} {cue_of_list(low, 0, len(low))} {' '.join(found)}"
    for behind in inputs("behind"):
        view = CITED * len(WORK) + behind.lower()
        yield f"{behind!r}: " + " ".join(f"{view[item.start : item.end]}={item.relation.id}" for item in cues_after(view, 0, len(view)))


def kinds() -> Iterator[str]:
    """What types that texts use differently are cited by, in the same words: a name of its own, a body, years, what is done with it."""
    for text in inputs("told-of-a-kind"):
        nothing = []
        for kind in inputs("kinds"):
            told = text.replace("{}", kind)
            if told_as := [f"{one.kind} {quote!r}" for one, quote in zip(*found(told), strict=True)]:
                yield f"{told}: {'; '.join(told_as)}"
            else:
                nothing.append(kind)
        yield f"{text}: nothing of {', '.join(nothing)}"


ROWS: dict[str, Callable[[], Iterator[str]]] = {made.__name__: made for made in (numbering, addresses, scopes, acts, cues, kinds)}
