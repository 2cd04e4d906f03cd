"""What one report answers to the tasks of a directive, task by task. Gaps first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.coverage import Answer, Cell, Pairing
from build_tools.coverage.ranking import RIVAL
from build_tools.coverage.weights import NAMED, RUN
from build_tools.messages import say
from build_tools.model.coverage import CellStance
from build_tools.passages import sentence_spans
from build_tools.search.keys import terms
from build_tools.views import addresses
from build_tools.views.coverage_tasks import group_id
from build_tools.views.lookup import Lookup
from build_tools.views.paging import WHOLE, Part, parts
from build_tools.views.pieces import Link
from build_tools.views.statements import TaskRow, task_row
from build_tools.views.wording import part_title, sentence_case, shorten

GAPS: tuple[CellStance, ...] = ("none", "unclear", "plan", "limits", "done", "figures")
"""The order of the pages: what nobody answered first."""
QUOTES = 4
"""So many passages of an answer are quoted; further ones are linked."""
QUOTE = 420
"""Letters of a quotation that is not cut."""
NEAR = 90
"""Letters of a passage that only comes near."""
SIZE = 80
"""Quotations of a page: about 120 KB of HTML."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage that answers. ``text``: its sentences that share most with the task; ``stance`` and ``state`` in words."""

    link: Link
    text: str
    stance: str
    state: str
    proposed: bool
    score: str
    shared: str
    note: str


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A task with what one report answers. ``further``: passages that are not quoted; ``nearest``: where nothing is proposed."""

    id: str
    task: TaskRow
    quotes: tuple[Quote, ...]
    further: tuple[Link, ...]
    nearest: tuple[Link, ...]
    note: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class StanceGroup:
    """The tasks that a report answers in one way."""

    id: str
    title: str
    rows: tuple[AnswerRow, ...]


@dataclass(frozen=True, slots=True)
class PairPage:
    """One report under one directive; ``groups`` gaps first."""

    path: str
    title: str
    directive: Link
    report: Link
    back: Link
    why: str
    cited: bool
    counts: tuple[tuple[str, int], ...]
    groups: tuple[StanceGroup, ...]
    least: str
    part: Part = WHOLE
    run: int = RUN


def _ordered(pairing: Pairing) -> list[tuple[int, Cell]]:
    return sorted(enumerate(pairing.cells), key=lambda item: (GAPS.index(item[1].stance), item[0]))


def _parts(pairing: Pairing) -> tuple[tuple[Part, tuple[tuple[int, Cell], ...]], ...]:
    path = addresses.coverage_of(pairing.directive, pairing.report)
    return parts(path, _ordered(pairing), SIZE, weigh=lambda item: 1 + min(len(item[1].answers), QUOTES))


def pages_of_tasks(pairing: Pairing) -> dict[int, str]:
    """Each task, by its place among all, with the page on which it stands."""
    whole = addresses.coverage_of(pairing.directive, pairing.report)
    return {at: part.page(whole) for part, chosen in _parts(pairing) for at, _ in chosen}


def task_anchor(at: int) -> str:
    """The id of the task at this place."""
    return f"viec-{at + 1}"


def pair_pages(pairing: Pairing, lookup: Lookup) -> Iterator[PairPage]:
    """The pages of one report under one directive."""
    directive, report = lookup.link(pairing.directive), lookup.link(pairing.report)
    title = say("reports.coverage.pair", report=report.text, directive=directive.text)
    counted = Counter(cell.stance for cell in pairing.cells)
    counts = tuple((say(f"reports.coverage.stance.{stance}"), counted[stance]) for stance in GAPS if counted[stance])
    back = Link(say("reports.coverage.of", document=directive.text), addresses.coverage(pairing.directive))
    for part, chosen in _parts(pairing):
        path = part.page(addresses.coverage_of(pairing.directive, pairing.report))
        groups = tuple(
            StanceGroup(group_id(stance), sentence_case(say(f"reports.coverage.stance.{stance}")), rows)
            for stance in GAPS
            if (rows := tuple(_answer_row(at, cell, pairing, lookup) for at, cell in chosen if cell.stance == stance))
        )
        yield PairPage(
            path=path,
            title=part_title(title, part.number),
            directive=directive,
            report=report,
            back=back,
            why=pairing.why,
            cited=pairing.cited,
            counts=counts,
            groups=groups,
            least=number(pairing.least),
            part=part,
        )


def _answer_row(at: int, cell: Cell, pairing: Pairing, lookup: Lookup) -> AnswerRow:
    ordered = sorted(cell.answers, key=lambda answer: (answer.state == "proposed", -_score(answer), answer.passage.span))
    quotes = tuple(_quote(answer, pairing, lookup) for answer in ordered[:QUOTES])
    further = tuple(_place(answer.passage.id, pairing, lookup) for answer in ordered[QUOTES:])
    nearest = tuple(lookup.link(pairing.report, passage.id, shorten(passage.text, NEAR)) for passage in cell.nearest)
    return AnswerRow(task_anchor(at), task_row(pairing.directive, cell.task, lookup), quotes, further, nearest, cell.note, cell.confirmed)


def _score(answer: Answer) -> float:
    return answer.scored.score if answer.scored else 0.0


def _place(passage: str, pairing: Pairing, lookup: Lookup) -> Link:
    return lookup.link(pairing.report, passage, lookup.place(pairing.report, passage))


def _quote(answer: Answer, pairing: Pairing, lookup: Lookup) -> Quote:
    """What nobody has looked at yet is told with its score; what an editor confirmed needs none."""
    proposed = answer.state == "proposed"
    return Quote(
        link=_place(answer.passage.id, pairing, lookup),
        text=shorten(_best_words(answer), QUOTE),
        stance=say(f"reports.coverage.stance.{answer.stance}"),
        state=say(f"reports.coverage.state.{answer.state}"),
        proposed=proposed,
        score=_parts_of(answer) if proposed else "",
        shared=", ".join(f"{_shown(word, lookup)} ({number(weight)})" for word, weight in answer.shared) if proposed else "",
        note=answer.note,
    )


def _parts_of(answer: Answer) -> str:
    """The score with what it is made of, as a sum that a reader can follow; nothing where only an editor holds the passage to answer."""
    if answer.scored is None:
        return ""
    one, kinds = answer.scored, ", ".join(answer.kinds)
    given = (
        ("said", one.said), ("titled", one.titled), ("kind", one.kind), ("alike", one.alike), ("repeated", one.repeated),
        ("opening", one.opening), ("rival", -RIVAL * one.rival),
    )  # fmt: skip
    told = ", ".join(
        say(f"reports.coverage.parts.{name}", value=number(abs(value)), kinds=kinds) for name, value in given if abs(value) >= 0.005
    )
    return say("reports.coverage.score", score=number(one.score), parts=told)


def _shown(word: str, lookup: Lookup) -> str:
    """A word as a reader knows it; what stands for a citation is called by the name of its document."""
    name = word.removeprefix(NAMED)
    if name != word:
        return lookup.name(lookup.works[name]) if name in lookup.works else name
    return word.replace("|", "-").upper() if "|" in word else word


def _best_words(answer: Answer) -> str:
    """The passage from its sentence that shares most with the task; the whole where it is short."""
    text = answer.passage.text
    if len(text) <= QUOTE or not answer.shared:
        return text
    wanted = {piece for word, _ in answer.shared for piece in word.split()}
    spans = sentence_spans(text)
    best = max(spans, key=lambda span: (len(wanted.intersection(terms(span.of(text)))), -span.start))
    return text[best.start :] if best.start == 0 else f"… {text[best.start :]}"


def number(value: float) -> str:
    """At most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
