"""Points in time: of documents, of what their texts state, and of relations that took effect."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.lexicon.relations import relation
from build_tools.lexicon.scopes import ends
from build_tools.messages import say
from build_tools.model.register import Work
from build_tools.model.site import Edge
from build_tools.model.statement import Event
from build_tools.views.evidence import scope_text
from build_tools.views.lookup import Lookup
from build_tools.views.pieces import Link, When
from build_tools.views.wording import quarter_text, shorten, unconfirmed, when

LABEL = 220
SENTENCE = 400
"""Characters of a label, and of a sentence that is shown whole."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """One entry of a timeline. ``link`` leads to the place that states it; ``note`` says what is uncertain."""

    when: When
    kind: str
    label: str
    link: Link
    subject: str = ""
    note: str = ""

    @property
    def order(self) -> tuple[str, str, str, str]:
        """By time; what recurs comes last."""
        return (self.when.machine or "9999", self.kind, self.link.page, self.link.anchor)


def of_work(work: Work, lookup: Lookup) -> tuple[Milestone, ...]:
    """The issuing of a work (each date that sources claim), and of relations with a date of their own."""
    link = lookup.link(work.id)
    note = say("pages.moments.conflict") if len(work.dates) > 1 else say("pages.moments.unconfirmed") if unconfirmed(work) else ""
    moments = [Milestone(when(claim.date), say("pages.moments.issued"), "", link, work.subject, note) for claim in work.dates]
    for edge in lookup.outgoing.get(work.id, ()):
        row = relation(edge.predicate)
        if row.timeline and edge.date and edge.date != lookup.date(work) and edge.target in lookup.works:
            note = say("pages.standing.unsure-relation") if edge.unsure else ""
            moments.append(Milestone(when(edge.date), row.title, _of(edge, lookup), link, work.subject, note))
    return tuple(dict.fromkeys(moments))


def of_end(work: Work, lookup: Lookup) -> tuple[Milestone, ...]:
    """That others replaced or repealed a work, for its own timeline: timelines of many have it with those others."""
    moments = []
    for edge in lookup.incoming.get(work.id, ()):
        row = relation(edge.predicate)
        day = edge.date or (lookup.date(lookup.works[edge.source]) if edge.source in lookup.works else None)
        if row.timeline and row.changes and day and edge.source in lookup.works:
            title = row.heading(active=False, part=row.ends and not ends(edge.predicate, edge.scope))
            note = say("pages.standing.unsure-relation") if edge.unsure else ""
            moments.append(Milestone(when(day), title, "", lookup.link(edge.source), lookup.works[edge.source].subject, note))
    return tuple(dict.fromkeys(moments))


def _of(edge: Edge, lookup: Lookup) -> str:
    """The other work, and how much of it."""
    name, scope = lookup.name(lookup.works[edge.target]), scope_text(edge.scope)
    return f"{name} ({scope})" if scope else name


def of_text(identifier: str, lookup: Lookup, named: bool = False) -> tuple[Milestone, ...]:
    """What the text of a document states, in reading order; its own issuing stands in ``of_work``.

    ``named``: for timelines of many documents. Links then name the document, and the issuing of others is left to their own entries.
    """
    document = lookup.documents.get(identifier)
    if document is None:
        return ()
    own = lookup.date(lookup.works[identifier])
    return tuple(
        _moment(identifier, event, lookup, named)
        for event in document.statements.events
        if not (event.kind == "issued" and (named or event.start == own))
    )


def _moment(identifier: str, event: Event, lookup: Lookup, named: bool) -> Milestone:
    time = When(event.recurrence) if event.recurrence and event.start is None else when(event.start, event.end)
    place = lookup.place(identifier, event.node_id)
    name = lookup.name(lookup.works[identifier])
    return Milestone(
        time,
        say(f"pages.moments.{event.kind}"),
        shorten(event.label.removeprefix("Ban hành "), LABEL) if event.kind == "issued" else _said(identifier, event, lookup),
        lookup.link(identifier, event.node_id, f"{name}, {place}" if named and place != name else place),
        note="" if event.recurrence is None or event.start is None else event.recurrence,
    )


def _said(identifier: str, event: Event, lookup: Lookup) -> str:
    """The whole sentence that states an event; of a very long one the words around the time. Where it says no more than a quarter, as in a
    table, with the task of which the text states it as the time."""
    sentence = lookup.sentence(identifier, event.span)
    quarter = quarter_text(sentence, event.start)
    if quarter:
        tasks = lookup.documents[identifier].statements.tasks
        due = next(
            (task.action for task in tasks if task.deadline_at and task.deadline_at.start <= event.span.start < task.deadline_at.end), ""
        )
        return f"{quarter}: {shorten(due, LABEL)}" if due else quarter
    return sentence if 0 < len(sentence) <= SENTENCE else shorten(event.label, LABEL)


def ordered(moments: Iterable[Milestone]) -> tuple[Milestone, ...]:
    """In time order, each once."""
    return tuple(sorted(dict.fromkeys(moments), key=lambda moment: moment.order))
