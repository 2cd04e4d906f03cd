"""Good practices ("mô hình hay, cách làm hiệu quả") and the body that runs each.

Two shapes: a list under a heading that announces it ("- Hội Phụ nữ: …; …;"), and names in quotation marks after "mô hình" in a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from build_tools.lexicon.words import any_word, whole_word
from build_tools.model.span import Span
from build_tools.model.statement import Practice
from build_tools.statements.body_beginnings import begins_body
from build_tools.statements.kinds import REPORT
from build_tools.statements.material import Material

LISTED = re.compile(r"\s*(?:[-+*•]|\d{1,2}[.)]|[a-zđ]\))?\s*(?P<body>[^:;\n]{2,80}):\s*")
PART = re.compile(r"[^;]+")
QUOTED = re.compile(r"“(?:[^“”\n]|“[^“”\n]*”){2,160}”|\"[^\"“”\n]{2,160}\"")


@lru_cache(maxsize=1)
def _announced() -> re.Pattern[str]:
    return re.compile(rf"{any_word('practice-list')}[^\n]{{0,80}}?:\W*$")


@lru_cache(maxsize=1)
def _run_by() -> re.Pattern[str]:
    return re.compile(rf"\s?do\s(?P<body>[^,.;:\n“\"]{{3,80}}?)\s{any_word('runs-practice')}\b")


@lru_cache(maxsize=1)
def _joined() -> re.Pattern[str]:
    """The words between: none of their own, or what the practices are for ("mô hình giúp người khó khăn như “…”")."""
    own = rf"(?i:và|hoặc|các|như|là)|{any_word('practice')}"
    return re.compile(rf"^[\s,;…]*(?:(?:{own}|:|\s|,|;|\.{{3}})*|[^“”\"(),;:.\n]{{1,80}}\s(?i:như):?\s?)$")


@lru_cache(maxsize=1)
def _title() -> re.Pattern[str]:
    return re.compile(rf"{any_word('names-title')}\s*$")


@lru_cache(maxsize=1)
def _subject_end() -> re.Pattern[str]:
    """The first verb; "các tổ chức chính trị - xã hội" is a body, no verb."""
    organises = r"(?<!các )(?<!mọi )(?i:tổ chức)(?! (?i:chính trị|đảng|xã hội|đoàn thể))"
    return re.compile(rf"\s(?:{any_word('practice-verb')}|{organises})\s")


def read_practices(material: Material) -> tuple[Practice, ...]:
    """All practices of a report, in reading order."""
    if material.genre is not REPORT:
        return ()
    found = [*_listed(material), *_quoted(material)]
    return tuple(sorted(found, key=lambda practice: practice.span))


def _listed(material: Material) -> Iterator[Practice]:
    text = material.text
    announced = False
    for leaf in material.leaves.all:
        body = leaf.span.of(text)
        if _announced().search(body[-160:]):
            announced = True
            continue
        if not announced:
            continue
        item = LISTED.match(body)
        if item is None or material.is_table(leaf):
            announced = False
            continue
        yield from _names(text, leaf.span.start + item.end(), leaf.span.end, item["body"].strip(" *"), leaf.node.id)


def _names(text: str, start: int, end: int, body: str, node_id: str) -> Iterator[Practice]:
    for part in PART.finditer(text, start, end):
        raw = part.group()
        name = raw.strip(" .…*").rstrip(",")
        if len(name) < 3:
            continue
        at = part.start() + raw.index(name)
        yield Practice(name, body, Span(at, at + len(name)), node_id)


def _quoted(material: Material) -> Iterator[Practice]:
    """Names in “…” that follow "mô hình" directly or as the next of a row."""
    text = material.text
    last = -1
    for model in whole_word("practice").finditer(text):
        if model.start() < last:
            continue
        leaf = material.leaves.at(model.start())
        if leaf is None or material.is_table(leaf) or material.citation_at(model.start()) or material.quoted(model.start()):
            continue
        at = model.end()
        while True:
            found = QUOTED.search(text, at, min(leaf.span.end, at + 220))
            if not found or not _joined().match(text[at : found.start()]) or _title().search(text[at : found.start()]):
                break
            name = found.group()[1:-1].strip()
            last = at = found.end()
            run_by = _run_by().match(text, at, leaf.span.end)
            body = run_by["body"] if run_by else _subject(material, model.start())
            yield Practice(name, body, Span(found.start() + 1, found.end() - 1), leaf.node.id)


def _subject(material: Material, at: int) -> str | None:
    """The body that the sentence begins with, as far as its first verb; None when it begins otherwise ("Nghiên cứu tổ chức mô hình …")."""
    sentence = material.sentences.at(at)
    end = _subject_end().search(material.text, sentence.start, at)
    if not end:
        return None
    raw = material.text[sentence.start : end.start()]
    subject = raw.strip(" -+*•")
    begin = sentence.start + raw.index(subject)
    return subject if 1 < len(subject.split()) <= 20 and begins_body(material.text, begin, end.start()) else None
