"""Endings that cannot be, or that ask for a look: by a lower rank of a law or a council's act; one document amends and ends another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from build_tools.lexicon.relations import relation
from build_tools.lexicon.scopes import TOLD, ends
from build_tools.lexicon.types import types_of
from build_tools.messages import finding
from build_tools.model.citation import CITES, Scope
from build_tools.model.diagnostic import Diagnostic
from build_tools.model.register import Register, Work
from build_tools.model.site import Edge, SiteDocument, Warned
from build_tools.naming.bodies import is_elected

_CONSTITUTION = "hien-phap"
_MAKER_OF_LAWS = "quoc-hoi"
"""Its resolutions may end a law; those of its standing committee only an ordinance."""
_MOST_WARNINGS = 3
"""On one page: more of them are seldom all true."""


def without_lower_ranks(edges: Iterable[Edge], works: dict[str, Work], register: Register) -> tuple[list[Edge], tuple[Diagnostic, ...]]:
    """The edges, of which those by which a document ends one of higher rank only cite it; a finding for each of these."""
    kept, found = [], []
    for edge in edges:
        if (
            edge.document is not None
            and ends(edge.predicate, edge.scope)
            and _is_lower(works.get(edge.source), works.get(edge.target), register)
        ):
            found.append(finding("graph-rank", document=edge.source, other=edge.target, sentence=edge.sentence or ""))
            edge = replace(edge, predicate=CITES, scope=Scope(TOLD, of=edge.predicate))
        kept.append(edge)
    return kept, tuple(found)


def _is_lower(source: Work | None, target: Work | None, register: Register) -> bool:
    """Whether ``target`` is the Constitution, a law or an elected body's, and ``source`` nothing that could end it."""
    if source and target and is_elected(target.issuer or "", register):
        return _is_local(source.issuer, register) and not is_elected(source.issuer or "", register)
    types = types_of(register.types).by_id
    kind = types.get(target.type) if target else None
    own = types.get(source.type) if source else None
    if kind is None or own is None or source is None or not kind.is_law:
        return False
    if kind.id == _CONSTITUTION:
        return own.id != _CONSTITUTION
    return not own.is_law and source.issuer != _MAKER_OF_LAWS


def _is_local(issuer: str | None, register: Register) -> bool:
    """Whether an issuer is known, and is none that the register has for the whole country."""
    return issuer is not None and all(known.id != issuer or known.place is not None for known in register.issuers)


def doubtful(edges: Iterable[Edge], documents: Iterable[SiteDocument], warned: Iterable[Warned]) -> tuple[Diagnostic, ...]:
    """Documents that amend and end one and the same other, and those with more warnings than are likely."""
    paths = {document.work: document.source_path for document in documents}
    done: defaultdict[tuple[str, str], set[bool]] = defaultdict(set)
    for edge in edges:
        if edge.document is not None and relation(edge.predicate).changes and (edge.scope is None or ends(edge.predicate, edge.scope)):
            done[edge.source, edge.target].add(ends(edge.predicate, edge.scope))
    both = [finding("graph-both", paths.get(source, ""), other=target) for (source, target), kinds in done.items() if len(kinds) > 1]
    many = Counter(item.document for item in warned)
    both += [finding("graph-warnings", paths.get(work, ""), count=count) for work, count in many.items() if count > _MOST_WARNINGS]
    return tuple(both)
