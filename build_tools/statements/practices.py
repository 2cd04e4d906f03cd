"""Good practices ("mô hình hay, cách làm hiệu quả") and the body that runs each.

Two shapes: a list under a heading that announces it ("- Hội Phụ nữ: …; …;"), and names in quotation marks after "mô hình" in a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.model.span import Span
from build_tools.model.statement import Practice
from build_tools.statements.kinds import REPORT
from build_tools.statements.material import Material

ANNOUNCED = re.compile(r"(?:mô hình|cách làm|điển hình|gương)[^\n]{0,80}?:\W*$", re.IGNORECASE)
LISTED = re.compile(r"\s*(?:[-+*•]|\d{1,2}[.)]|[a-zđ]\))?\s*(?P<body>[^:;\n]{2,80}):\s*")
PART = re.compile(r"[^;]+")
MODEL = re.compile(r"\bmô hình\b|\bcách làm\b", re.IGNORECASE)
QUOTED = re.compile(r"“(?:[^“”\n]|“[^“”\n]*”){2,160}”|\"[^\"“”\n]{2,160}\"")
RUN_BY = re.compile(
    r"\s?do\s(?P<body>[^,.;:\n“\"]{3,80}?)\s(?:thực hiện|triển khai|xây dựng|chủ trì|phát động|duy trì|thành lập|đảm nhận)\b"
)
JOINED = re.compile(  # the words between: none of their own, or what the practices are for ("mô hình giúp người khó khăn như “…”")
    r"^[\s,;…]*(?:(?:và|hoặc|mô hình|cách làm|các|như|là|:|\s|,|;|\.{3})*|[^“”\"(),;:.\n]{1,80}\snhư:?\s?)$", re.IGNORECASE
)
TITLE = re.compile(
    r"(?:về|chuyên đề|phong trào|cuộc vận động|chủ đề|phương châm|câu|chuyên mục|khẩu hiệu|gương|sổ tay|quyển)\s*$", re.IGNORECASE
)
SUBJECT_END = re.compile(  # "các tổ chức chính trị - xã hội" is a body, no verb
    r"\s(?:đã|xây dựng|(?<!các )(?<!mọi )tổ chức(?! (?:chính trị|đảng|xã hội|đoàn thể))|triển khai"
    r"|thực hiện|duy trì|phát động|ra mắt|tích cực|nhân rộng|thành lập)\s",
    re.IGNORECASE,
)


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
        if ANNOUNCED.search(body[-160:]):
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
    for model in MODEL.finditer(text):
        if model.start() < last:
            continue
        leaf = material.leaves.at(model.start())
        if leaf is None or material.is_table(leaf) or material.citation_at(model.start()) or material.quoted(model.start()):
            continue
        at = model.end()
        while True:
            found = QUOTED.search(text, at, min(leaf.span.end, at + 220))
            if not found or not JOINED.match(text[at : found.start()]) or TITLE.search(text[at : found.start()]):
                break
            name = found.group()[1:-1].strip()
            last = at = found.end()
            run_by = RUN_BY.match(text, at, leaf.span.end)
            body = run_by["body"] if run_by else _subject(material, model.start())
            yield Practice(name, body, Span(found.start() + 1, found.end() - 1), leaf.node.id)


def _subject(material: Material, at: int) -> str | None:
    """The body that the sentence begins with, as far as its first verb; None when it begins otherwise."""
    sentence = material.sentences.at(at)
    end = SUBJECT_END.search(material.text, sentence.start, at)
    if not end:
        return None
    subject = material.text[sentence.start : end.start()].strip(" -+*•")
    return subject if 1 < len(subject.split()) <= 20 and subject[0].isupper() and not subject.endswith(("việc", "trong")) else None
