"""Which documents the site sets beside each other: by issuer, kind, theme and day, and by what one says of the other."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from build_tools.coverage.pairs import reported_on
from build_tools.lexicon.relations import relation

if TYPE_CHECKING:
    from build_tools.views.lookup import Lookup

Why = Literal["reports", "directives", "amendments"]
WHYS: tuple[Why, ...] = ("reports", "directives", "amendments")
BETWEEN = " ~ "
"""Between the ids of a pair in its key, the earlier first."""
_REPORT = "report"


def beside(lookup: Lookup) -> dict[str, Why]:
    """Key of each pair → why its two documents are set beside each other; in the order of the later documents' ids.

    A report is set beside a directive that it reviews, or begins by saying that it carries out; not beside one that it merely cites.
    """
    found: dict[tuple[str, str], Why] = {}
    full = {document.work: document for document in lookup.site.documents if document.kind == "full"}
    series: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for identifier in sorted(full):
        work = lookup.works[identifier]
        kind = lookup.types.get(work.type)
        if kind and kind.genre == _REPORT and work.issuer:
            for theme in work.themes or ("",):
                series[work.issuer, work.type, theme].append(identifier)
        for target in reported_on(full[identifier]):
            if target in full:
                found.setdefault((target, identifier), "directives")
        for edge in lookup.outgoing.get(identifier, ()):
            if edge.target in full and edge.target != identifier and relation(edge.predicate).changes and not relation(edge.predicate).ends:
                found.setdefault((edge.target, identifier), "amendments")
    for items in series.values():
        dated = sorted((day, item) for item in items if (day := lookup.date(lookup.works[item])))
        for (_, one), (_, two) in pairwise(dated):
            found.setdefault((one, two), "reports")
    return {f"{one}{BETWEEN}{two}": why for (one, two), why in sorted(found.items(), key=lambda item: (item[0][1], item[0][0]))}
