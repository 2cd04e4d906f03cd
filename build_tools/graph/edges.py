"""References and register relations to edges, both ways; and what could not be linked or is out of date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from build_tools.identity import parse_number
from build_tools.lexicon.relations import relation
from build_tools.lexicon.scopes import TOLD, ends
from build_tools.messages import finding
from build_tools.model.citation import CITES, CONSOLIDATES, Ambiguous, Reference, Resolved, Scope, Unknown
from build_tools.model.diagnostic import Diagnostic
from build_tools.model.register import Work
from build_tools.model.site import AmbiguousMention, Edge, SiteDocument, Wanted, Warned
from build_tools.resolve.validity import Replacement, outdated
from build_tools.structure.finish import CONSOLIDATED

Edges = tuple[tuple[str, tuple[Edge, ...]], ...]


def register_edges(works: Iterable[Work]) -> list[Edge]:
    """What the register's sources state of works."""
    return [
        Edge(work.id, stated.predicate, stated.target, date=stated.date, sources=stated.sources, scope=stated.scope)
        for work in works
        for stated in work.relations
    ]


def text_edges(documents: Iterable[SiteDocument], dates: dict[str, str | None]) -> list[Edge]:
    """What documents state of others, each with its sentence. A document that cites itself makes no edge.

    What a consolidated text changes its base has changed: the edge leaves the base, with the consolidated text as its witness; where the
    base is not known nothing is said to change.

    To replace or repeal a place in an instrument ("bãi bỏ khoản 2 Điều 5 …") does not end it: the scope of the edge says so.
    """
    found = []
    for document in documents:
        text = document.document.clean.text
        form, base = _base(document)
        for reference in document.references:
            target = reference.resolution
            if isinstance(target, Resolved) and target.work not in (document.work, base if _is_act(reference) else None):
                quote, sentence = reference.citation.span.of(text), _sentence(reference, text)
                changes = relation(reference.predicate).changes
                stated = reference.scope.start if reference.scope and ends(reference.predicate, reference.scope) else None
                when = (stated or _takes_effect(document, dates)) if changes else dates.get(document.work)
                place = (document.work, reference.node_id)
                edge = Edge(document.work, reference.predicate, target.work, *place, sentence, quote, target.rule, when)
                edge = replace(edge, scope=reference.scope)
                if form and changes:
                    told = replace(edge, predicate=CITES, date=dates.get(document.work), scope=Scope(TOLD, of=reference.predicate))
                    edge = replace(edge, source=base) if base else told
                found.append(edge)
    return found


def _is_act(reference: Reference) -> bool:
    return relation(reference.predicate).changes


def _base(document: SiteDocument) -> tuple[bool, str | None]:
    """Whether a document is a consolidated text, and the work that it is a form of, when that is known."""
    named = next((reference for reference in document.references if reference.predicate == CONSOLIDATES), None)
    if named is None:
        return document.document.header.type == CONSOLIDATED, None
    return True, named.resolution.work if isinstance(named.resolution, Resolved) else None


def _takes_effect(document: SiteDocument, dates: dict[str, str | None]) -> str | None:
    """When the document takes effect: the day it states; for what is not normative (no year in its number), else its own date."""
    stated = document.statements.effective_on
    number = parse_number(document.document.header.number or "")
    return stated or (None if number is not None and number.year is not None else dates.get(document.work))


def _sentence(reference: Reference, text: str) -> str:
    return " ".join(reference.evidence.of(text).split())


def both_ways(edges: Iterable[Edge]) -> tuple[Edges, Edges]:
    """Edges by the work they leave, and by the work they reach; in reading order within a document, register edges first."""
    outgoing: defaultdict[str, list[Edge]] = defaultdict(list)
    incoming: defaultdict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        outgoing[edge.source].append(edge)
        incoming[edge.target].append(edge)
    pack = [tuple((key, tuple(found[key])) for key in sorted(found)) for found in (outgoing, incoming)]
    return pack[0], pack[1]


def wanted(documents: Iterable[SiteDocument]) -> tuple[Wanted, ...]:
    """Documents that texts cite and nobody has, the most cited first."""
    places: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for document in documents:
        text = document.document.clean.text
        for reference in document.references:
            several = reference.citation.targets or (reference.citation.kind == "anaphora" and reference.citation.target is None)
            if isinstance(reference.resolution, Unknown) and not several:  # of several each is cited elsewhere
                places[reference.resolution.wanted].append((document.work, reference.node_id, _sentence(reference, text)))
    return tuple(Wanted(key, tuple(places[key])) for key in sorted(places, key=lambda key: (-len(places[key]), key)))


def ambiguous(documents: Iterable[SiteDocument]) -> tuple[AmbiguousMention, ...]:
    """Citations that several works fit, in the order of the documents."""
    return tuple(
        AmbiguousMention(
            document.work, reference.node_id, reference.citation.span.of(document.document.clean.text), target.works, target.rule
        )
        for document in documents
        for reference in document.references
        if isinstance(target := reference.resolution, Ambiguous)
    )


def endings(edges: Iterable[Edge], dates: dict[str, str | None]) -> dict[str, tuple[Replacement, ...]]:
    """Work → what replaced or repealed it, earliest first, as the register or a document of the site states; what is undated or unsure
    is left out."""
    found: defaultdict[str, set[Replacement]] = defaultdict(set)
    for edge in edges:
        when = edge.date or (dates.get(edge.source) if edge.document is None else None)
        if ends(edge.predicate, edge.scope) and when and not edge.unsure:
            found[edge.target].add(Replacement(edge.target, edge.source, when, edge.predicate, edge.sources))
    return {work: tuple(sorted(found[work], key=lambda item: (item.date, item.new))) for work in sorted(found)}


def warned(documents: Iterable[SiteDocument], edges: Iterable[Edge], dates: dict[str, str | None]) -> tuple[Warned, ...]:
    """Citations of instruments that had been replaced before the citing document was issued (see ``resolve.validity.outdated``).

    Words that the document only quotes are not warned of; a place that cites an instrument twice is told once.
    """
    known = endings(edges, dates)
    found: dict[tuple[str, str, str], Warned] = {}
    for document in documents:
        for item in outdated(document.references, dates.get(document.work), known, document.work):
            if not item.reference.citation.quoted:
                new, place = item.replacement, (document.work, item.reference.node_id, item.replacement.old)
                sentence = _sentence(item.reference, document.document.clean.text)
                found.setdefault(place, Warned(*place, new.new, new.predicate, new.date, item.cited_on, sentence, new.sources))
    return tuple(found.values())


def rings(works: Iterable[Work]) -> tuple[Diagnostic, ...]:
    """Chains of replacement in the register that come back to where they began."""
    after = {work.id: sorted(item.target for item in work.relations if ends(item.predicate, item.scope)) for work in works}
    done: set[str] = set()
    found = []
    for start in sorted(after):
        stack, path, passed = [(start, iter(after[start]))], [start], {start}
        while stack:
            node, rest = stack[-1]
            target = next((item for item in rest if item not in done), None)
            if target is None:
                done.add(node)
                stack.pop()
                passed.discard(path.pop())
            elif target in passed:
                ring = " → ".join((*path[path.index(target) :], target))
                found.append(finding("graph-ring", ring=ring))
                done.add(target)
            else:
                stack.append((target, iter(after.get(target, ()))))
                path.append(target)
                passed.add(target)
    return tuple(found)
