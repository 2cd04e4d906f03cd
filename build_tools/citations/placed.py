"""Documents taken up by the place that cites them: "Các Thông tư được viện dẫn tại khoản này và khoản 1 Điều 2 Thông tư này".

They are known when every place is one of this document; else it stays open which they are. One that is taken up so ("Quyết định nêu tại
khoản 1 Điều 2") is known when the place cites one of its type.
"""

from __future__ import annotations

from build_tools.citations.antecedents import Antecedents, label, only, same_kind
from build_tools.citations.mentions import Mention
from build_tools.citations.pinpoints import Place, places_at
from build_tools.citations.plans import patterns
from build_tools.citations.scan import Scan
from build_tools.lexicon.pieces import pattern
from build_tools.lexicon.words import any_word
from build_tools.model.citation import Citation
from build_tools.model.document import Node
from build_tools.model.span import Span
from build_tools.passages.places import inner, path

_CITED = pattern(rf" (?:{any_word('cited-there')})(?= {any_word('at-document')} )")
_NAMED = pattern(rf" (?:{any_word('named-there')})(?= {any_word('at-document')} )")
_AT = pattern(rf" {any_word('at-document')} ")
THIS = pattern(r" này(?!\w)")
_ANY = "Văn bản"
_LEVELS = ("article", "clause", "point")


def find_placed(scan: Scan, mentions: list[Mention], antecedents: Antecedents) -> list[Citation]:
    """References to several documents by the places that cite them, in order."""
    found: list[Citation] = []
    for mention in mentions:
        plural = scan.led(patterns().many, mention.start)
        cited = (_CITED if plural else _NAMED).match(scan.low, mention.end)
        if not cited or antecedents.covering(mention.start) or not (mention.capital or (plural and mention.kind == _ANY)):
            continue
        spans = _places(scan, cited.end())
        named = _labels(antecedents, mention.kind, spans) if spans else ()
        if not named and (mention.kind == _ANY or spans is None):
            continue  # any papers, or those of another document
        span = Span(plural.start() if plural else mention.start, cited.end())
        alone = only(named)
        # of several in that place one word means one, and it is not told which
        found.append(Citation(span, "anaphora", type=mention.kind, target=alone, targets=named if plural and not alone else ()))
    return found


def _labels(antecedents: Antecedents, kind: str, spans: list[Span]) -> tuple[str, ...]:
    inside = (one for span in spans for one in antecedents.citations if span.start <= one.span.start < span.end)
    fitting = (label(one) for one in inside if same_kind(one.type, kind) or (kind == _ANY and one.number))
    return tuple(dict.fromkeys(name for name in fitting if name))


def _places(scan: Scan, start: int) -> list[Span] | None:
    """Where the places stand that are named at ``start``; empty when one is not found here, None when none is named."""
    at = _AT.match(scan.low, start)
    named, end = places_at(scan.low, at.end()) if at else ((), start)
    if not named:
        return None
    other = scan.words.at.match(scan.low, end)
    if other and not THIS.match(scan.low, other.end()):
        return []  # places in another document
    here = list(path(scan.document.root, start))
    spans = [_span(scan.document.root, here, place) for place in named]
    return [span for span in spans if span] if all(spans) else []


def _span(root: Node, here: list[Node], place: Place) -> Span | None:
    """Where a place stands: it is found from the article down, which is the one of ``here`` where none is named."""
    at: Node | None = root
    for level in _LEVELS:
        value = place.get(level)
        if value == "" or (value is None and any(place.get(lower) for lower in _LEVELS[_LEVELS.index(level) :])):
            at = next((node for node in here if node.kind == level), None)
        elif value:
            at = inner(at, level, value) if at else None
        if at is None:
            return None
    return at.span if at and at is not root else None
