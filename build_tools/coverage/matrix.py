"""The matrix: for each directive the reports that answer it, for each task the passages that do, with score, stance and state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from build_tools.coverage.answers import Passage, leads_on, passages_of
from build_tools.coverage.keys import task_keys
from build_tools.coverage.pairs import Pair, pairs_of
from build_tools.coverage.ranking import Asked, Offered, Ranking, Scored, rank
from build_tools.coverage.reporting import asks_report, says_report
from build_tools.coverage.stance import ORDER, stance_of
from build_tools.coverage.weights import NAMED, named_in, runs_in, runs_of, words_in, words_of, works_in
from build_tools.coverage.work_kinds import kinds_in
from build_tools.lexicon.keys import phrase_key
from build_tools.lexicon.words import word_set
from build_tools.model.coverage import CellStance, Judged, Stance
from build_tools.model.site import Site, SiteDocument
from build_tools.model.statement import Task
from build_tools.reports.sections import kind_of

NEAREST = 3
"""So many of the nearest passages are named under a task for which none is proposed …"""
NEAR = 0.4
"""… if their score is at least so high. Only where no passage comes so near is a task called not spoken of: of sixty that reports did
answer, two were called so."""
State = Literal["proposed", "confirmed", "changed"]


@dataclass(frozen=True, slots=True)
class Answer:
    """A passage that answers a task. ``scored`` None where only an editor holds it to answer; ``shared`` words with their weights."""

    passage: Passage
    stance: Stance
    state: State
    scored: Scored | None = None
    shared: tuple[tuple[str, float], ...] = ()
    kinds: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a report answers to one task. ``confirmed``: an editor looked at it. ``nearest`` passages, where nothing is proposed or said."""

    key: str
    task: Task
    answers: tuple[Answer, ...] = ()
    nearest: tuple[Passage, ...] = ()
    confirmed: bool = False
    note: str = ""

    @property
    def stance(self) -> CellStance:
        """The furthest that any of the passages goes; what nobody looked at and something comes near to is not called unanswered."""
        had = {answer.stance for answer in self.answers}
        return next((stance for stance in ORDER if stance in had), "unclear" if self.nearest else "none")


@dataclass(frozen=True, slots=True)
class Pairing:
    """A report held against a directive. ``why``: the editor's reason where the report does not cite it; ``least``: the score from which a
    passage is proposed."""

    directive: str
    report: str
    cells: tuple[Cell, ...]
    cited: bool = True
    why: str = ""
    least: float = 0.0


@dataclass(frozen=True, slots=True)
class Coverage:
    """A directive with all reports that answer it."""

    directive: str
    pairings: tuple[Pairing, ...]


def coverage_of(site: Site) -> Iterator[Coverage]:
    """Directive by directive, in the order of their ids; no more than one is held at a time."""
    documents = {document.work: document for document in site.documents}
    pairs = pairs_of(site)
    for directive, group in groupby(pairs, key=lambda pair: pair.directive):
        tasks = asked(documents[directive])
        yield Coverage(directive, tuple(pairing(pair, tasks, documents) for pair in group))


def asked(document: SiteDocument) -> tuple[Asked, ...]:
    """The tasks of a directive with the words of all that each says."""
    text, tasks, named = document.document.clean.text, document.statements.tasks, named_in(document)
    return tuple(
        Asked(
            key,
            words_in(text, task.span, named),
            kinds_in(task.span.of(text)),
            works_in(task.span, named) | {NAMED + document.work} if asks_report(task, text) else frozenset(),
            runs_in(text, task.span, named),
        )
        for key, task in zip(task_keys(tasks), tasks, strict=True)
    )


def offered_by(document: SiteDocument) -> tuple[Passage, ...]:
    """The passages of a report."""
    return passages_of(document.document, document.statements.figures)


def offers(document: SiteDocument, passages: tuple[Passage, ...]) -> tuple[Offered, ...]:
    """The passages that may answer, with the words of each and of the title above it; a table says what its figures count. The
    first passage above all sections that says that somebody reports on a document opens the report."""
    text, named = document.document.clean.text, named_in(document)
    titles: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    found = []
    opened = False
    for item in passages:
        opens = works_in(item.span, named) if not opened and not item.titles and says_report(item.text) else frozenset[str]()
        opened = opened or bool(opens)
        if kind_of(item.titles) == "asks" or closes(item.text):
            # what is asked of those above answers nothing, nor does what says that the report ends; what begins it says that there is one
            if opens:
                found.append(Offered(item.id, frozenset(), frozenset(), opens=opens))
            continue
        title = item.titles[-1] if item.titles else ""
        if title not in titles:
            titles[title] = words_of(title), frozenset(kinds_in(title))
        words = words_of(item.text) if item.table else frozenset(words_in(text, item.span, named))
        runs = frozenset[str]() if item.table else runs_in(text, item.span, named)
        found.append(Offered(item.id, words, titles[title][0], frozenset(kinds_in(item.text)), titles[title][1], opens, runs))
    return tuple(found)


def closes(text: str) -> bool:
    """Whether a paragraph only says that the report ends, or what the lines below it will say; one that first says what was done, and then
    what is counted below, is none."""
    return phrase_key(text).startswith(tuple(word_set("closes-report"))) or leads_on(text)


def pairing(pair: Pair, wanted: tuple[Asked, ...], documents: Mapping[str, SiteDocument]) -> Pairing:
    """One report under one directive, whose tasks are ``wanted``: what is proposed, then what the editor says of it; not what is said of a
    passage that moved."""
    directive, report = documents[pair.directive], documents[pair.report]
    passages = offered_by(report)
    ranked = ranking(directive, wanted, report, passages)
    tasks = directive.statements.tasks
    by_id = {passage.id: passage for passage in passages}
    said = pair.judged.judged if pair.judged else ()
    judged = tuple(item for item in said if not item.passage or (item.passage in by_id and by_id[item.passage].begins(item.begins)))
    cells = tuple(
        _cell(one.key, task, ranked, tuple(item for item in judged if item.task == one.key), by_id)
        for one, task in zip(wanted, tasks, strict=True)
    )
    return Pairing(pair.directive, pair.report, cells, pair.cited, pair.judged.why if pair.judged else "", ranked.least)


def ranking(directive: SiteDocument, wanted: tuple[Asked, ...], report: SiteDocument, passages: tuple[Passage, ...]) -> Ranking:
    """The passages of a report under the tasks of a directive."""
    subject = directive.document.header.subject or ""
    return rank(wanted, offers(report, passages), words_of(subject), runs_of(subject))


def accepted(ranked: Ranking, task: str) -> tuple[Scored, ...]:
    """Those of a task's passages that are proposed, the best first."""
    return tuple(one for one in ranked.scored[task] if one.firm and one.score >= ranked.least)


def _cell(key: str, task: Task, ranked: Ranking, judged: tuple[Judged, ...], by_id: dict[str, Passage]) -> Cell:
    told = {item.passage: item for item in judged if item.passage}
    whole = next((item for item in judged if not item.passage), None)
    chosen = [one.passage for one in accepted(ranked, key)] if whole is None else []
    scores = {one.passage: one for one in ranked.scored[key]}
    answers = []
    for passage in dict.fromkeys((*chosen, *told)):
        item = told.get(passage)
        if item is not None and item.verdict == "rejected":
            continue
        scored = scores.get(passage)
        own = stance_of(by_id[passage])
        stance = (item.stance or own) if item else own
        state: State = item.verdict if item and item.verdict != "rejected" else "proposed"
        shared, kinds = (ranked.shared(key, passage), ranked.shared_kinds(key, passage)) if scored else ((), ())
        answers.append(Answer(by_id[passage], stance, state, scored, shared, kinds, item.note if item else ""))
    open_ = not answers and whole is None
    near = [one.passage for one in ranked.scored[key] if one.score >= NEAR and one.passage not in told] if open_ else []
    return Cell(key, task, tuple(answers), tuple(by_id[passage] for passage in near[:NEAREST]), bool(judged), whole.note if whole else "")
