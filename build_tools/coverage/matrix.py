"""The matrix: for each directive the reports that answer it, for each task the passages that do, with score, stance and state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from build_tools.coverage.answers import Passage, passages_of
from build_tools.coverage.keys import task_keys
from build_tools.coverage.pairs import Pair, pairs_of
from build_tools.coverage.ranking import Asked, Offered, Ranking, Scored, rank
from build_tools.coverage.stance import ORDER, stance_of
from build_tools.coverage.weights import Weights, named_in, words_in, words_of
from build_tools.model.coverage import Judged, Stance
from build_tools.model.site import Site, SiteDocument
from build_tools.model.statement import Task
from build_tools.reports.sections import kind_of

LEAST = 1.7
"""A passage whose score is lower is not proposed."""
OF_BEST = 0.2
"""Nor one that has less than this share of the score of the task's best passage …"""
OF_OWN = 0.8
"""… or less than this share of what it has under the task that it answers best."""
State = Literal["proposed", "confirmed", "changed"]


@dataclass(frozen=True, slots=True)
class Answer:
    """A passage that answers a task. ``score`` None where only an editor holds it to answer; ``shared`` words with their weights."""

    passage: Passage
    stance: Stance
    state: State
    score: float | None = None
    shared: tuple[tuple[str, float], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a report answers to one task. ``confirmed``: an editor looked at it; an empty one that is not is a proposal too."""

    key: str
    task: Task
    answers: tuple[Answer, ...] = ()
    confirmed: bool = False
    note: str = ""

    @property
    def stance(self) -> Stance:
        """The furthest that any of the passages goes."""
        had = {answer.stance for answer in self.answers}
        return next((stance for stance in ORDER if stance in had), "none")


@dataclass(frozen=True, slots=True)
class Pairing:
    """A report held against a directive. ``why``: the editor's reason where the report does not cite it."""

    directive: str
    report: str
    cells: tuple[Cell, ...]
    cited: bool = True
    why: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """A directive with all reports that answer it."""

    directive: str
    pairings: tuple[Pairing, ...]


def coverage_of(site: Site) -> Iterator[Coverage]:
    """Directive by directive, in the order of their ids; no more than one is held at a time."""
    documents = {document.work: document for document in site.documents}
    pairs = pairs_of(site)
    weights = _collection(pairs, documents)
    for directive, group in groupby(pairs, key=lambda pair: pair.directive):
        tasks = asked(documents[directive])
        yield Coverage(directive, tuple(pairing(pair, tasks, documents, weights) for pair in group))


def _collection(pairs: tuple[Pair, ...], documents: dict[str, SiteDocument]) -> Weights:
    """How rare words are among all tasks and passages that are held against each other."""
    directives = sorted({pair.directive for pair in pairs})
    reports = sorted({pair.report for pair in pairs})

    def texts() -> Iterator[frozenset[str]]:
        for work in directives:
            yield from (task.words for task in asked(documents[work]))
        for work in reports:
            yield from (item.words for item in offers(documents[work], offered_by(documents[work])))

    return Weights.of(texts())


def asked(document: SiteDocument) -> tuple[Asked, ...]:
    """The tasks of a directive with the words of all that each says."""
    text, tasks, named = document.document.clean.text, document.statements.tasks, named_in(document)
    return tuple(Asked(key, words_in(text, task.span, named)) for key, task in zip(task_keys(tasks), tasks, strict=True))


def offered_by(document: SiteDocument) -> tuple[Passage, ...]:
    """The passages of a report."""
    return passages_of(document.document, document.statements.figures)


def offers(document: SiteDocument, passages: tuple[Passage, ...]) -> tuple[Offered, ...]:
    """The passages with the words of each, and of the titles above it; a table says what its figures count."""
    text, named = document.document.clean.text, named_in(document)
    return tuple(
        Offered(
            item.id,
            words_of(item.text) if item.table else words_in(text, item.span, named),
            words_of(". ".join(item.titles)),
            item.titles,
        )
        for item in passages
        if kind_of(item.titles) != "asks"  # what is asked of those above answers nothing
    )


def pairing(pair: Pair, wanted: tuple[Asked, ...], documents: dict[str, SiteDocument], weights: Weights) -> Pairing:
    """One report under one directive, whose tasks are ``wanted``: what is proposed, then what the editor says of it; not what is said of a
    passage that moved."""
    directive, report = documents[pair.directive], documents[pair.report]
    passages = offered_by(report)
    ranked = rank(wanted, offers(report, passages), weights)
    proposed = accepted(ranked.scored)
    tasks = directive.statements.tasks
    by_id = {passage.id: passage for passage in passages}
    said = pair.judged.judged if pair.judged else ()
    judged = tuple(item for item in said if not item.passage or (item.passage in by_id and by_id[item.passage].begins(item.begins)))
    cells = tuple(
        _cell(one.key, task, ranked, proposed[one.key], tuple(item for item in judged if item.task == one.key), by_id)
        for one, task in zip(wanted, tasks, strict=True)
    )
    return Pairing(pair.directive, pair.report, cells, pair.cited, pair.judged.why if pair.judged else "")


def accepted(ranked: dict[str, tuple[Scored, ...]]) -> dict[str, tuple[Scored, ...]]:
    """Those of the ranked passages that are proposed."""
    best: dict[str, float] = {}
    for scored in ranked.values():
        for one in scored:
            best[one.passage] = max(best.get(one.passage, 0.0), one.score)
    return {
        key: tuple(
            one
            for one in scored
            if one.score >= LEAST and one.score >= OF_BEST * scored[0].score and one.score >= OF_OWN * best[one.passage]
        )
        for key, scored in ranked.items()
    }


def _cell(
    key: str, task: Task, ranked: Ranking, proposed: tuple[Scored, ...], judged: tuple[Judged, ...], by_id: dict[str, Passage]
) -> Cell:
    told = {item.passage: item for item in judged if item.passage}
    whole = next((item for item in judged if not item.passage), None)
    chosen = {one.passage: one for one in proposed} if whole is None else {}
    scores = {one.passage: one.score for one in ranked.scored[key]}
    answers = []
    for passage in dict.fromkeys((*chosen, *told)):
        item = told.get(passage)
        if item is not None and item.verdict == "rejected":
            continue
        score = scores.get(passage)
        own = stance_of(by_id[passage])
        stance = (item.stance or own) if item else own
        state: State = item.verdict if item and item.verdict != "rejected" else "proposed"
        shared = ranked.shared(key, passage) if score else ()
        answers.append(Answer(by_id[passage], stance, state, score, shared, item.note if item else ""))
    return Cell(key, task, tuple(answers), bool(judged), whole.note if whole else "")
