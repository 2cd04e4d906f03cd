"""Events: issue dates of cited documents, the document's own date, effect and end, meetings, periods, deadlines, other dated happenings.

Each is written once; further mentions of the same date of the same thing go to ``also_at``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from build_tools.lexicon.words import any_word, words
from build_tools.messages.shorten import shorten
from build_tools.model.citation import Citation
from build_tools.model.span import Span
from build_tools.model.statement import Event, EventKind, Precision
from build_tools.passages import Moment
from build_tools.passages.moments import CLOCK
from build_tools.statements.kinds import DIRECTIVE, REPORT, RULE, Genre
from build_tools.statements.material import Material

BACK = 90
"""How many characters before and after a time are looked at."""

TARGET = re.compile(r"(?:^|[.;:,]\s|\bphấn đấu\s|\bmục tiêu\s)(?:phấn đấu\s)?đến$", re.IGNORECASE)
EFFECT = re.compile(r"\bcó hiệu lực\b[^.;\n]{0,40}?\b(?:từ|vào)$", re.IGNORECASE)
EXPIRY = re.compile(
    r"\b(?:hết|ngưng|ngừng) hiệu lực\b[^.;\n]{0,40}?(?:\b(?:từ|vào|sau|đến))?$|\bcó hiệu lực\b[^.;\n]{0,70}?\bđến$", re.IGNORECASE
)
TIME_OF_DAY = re.compile(rf"\s{CLOCK},?$", re.IGNORECASE)
"""Between a limit and its day: "trước 17 giờ 00 ngày …"."""
ALONE = re.compile(r"^\s*\d{1,2}:\d\d\s$")
NEXT_YEAR = re.compile(rf"\s{any_word('next-year')}\b")
STAMP = re.compile(r",?\s\d{1,2}:\d\d:\d\d")
"""The time of day of an electronic signature."""
EVERY_YEAR = re.compile(rf"\s?,?\s?{any_word('every-year')}", re.IGNORECASE)


PRECISIONS: tuple[Precision, ...] = ("year", "month", "day")


@lru_cache(maxsize=1)
def _links() -> re.Pattern[str]:
    """What may stand between the telling word and the time."""
    return re.compile(rf"(?:\s{any_word('before-time')})*\s*$", re.IGNORECASE)


@lru_cache(maxsize=16)
def _word(role: str) -> re.Pattern[str]:
    return re.compile(rf"\b{any_word(role)}\b", re.IGNORECASE)


@lru_cache(maxsize=4)
def _ends(role: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_word(role)}:?$", re.IGNORECASE)


@dataclass(slots=True)
class _Draft:
    """An event being gathered: its first mention, and where it is said again."""

    event: Event
    also_at: list[Span] = field(default_factory=list)


def read_events(material: Material) -> tuple[Event, ...]:
    """All dated events of the document, in reading order; recurrences are read by ``recurring``."""
    drafts: dict[tuple[object, ...], _Draft] = {}
    kind_of = material.genre
    for moment in material.moments.all:
        citation = material.citation_at(moment.span.start)
        found = _issue(material, moment, citation) if citation else _stated(material, moment, kind_of)
        if not found:
            continue
        key, event = found
        if key in drafts:
            drafts[key].also_at.append(event.span)
        else:
            drafts[key] = _Draft(event)
    own = _own(material)
    if own and own[0] not in drafts:
        drafts[own[0]] = _Draft(own[1])
    return tuple(_finish(draft) for draft in sorted(drafts.values(), key=lambda draft: draft.event.span))


def _finish(draft: _Draft) -> Event:
    event = draft.event
    return Event(
        kind=event.kind,
        span=event.span,
        label=event.label,
        node_id=event.node_id,
        start=event.start,
        end=event.end,
        precision=event.precision,
        recurrence=event.recurrence,
        also_at=tuple(draft.also_at),
    )


def _issue(material: Material, moment: Moment, citation: Citation) -> tuple[tuple[object, ...], Event] | None:
    """The issue date inside a citation with a number; the date by which a law is called ("Luật Đất đai ngày 18/01/2024") is none."""
    if citation.number is None or citation.date is None or moment.start != citation.date or moment.precision == "year":
        return None
    own = material.document.header.number
    what = _title(citation)
    key = ("issued", citation.number or what, moment.start)
    term = f" (khóa {citation.term})" if citation.term and citation.issuer else ""
    label = f"{citation.issuer}{term} ban hành {what}" if citation.issuer else f"Ban hành {what}"
    if own and citation.number == own and citation.date == material.document.header.date:
        label += " (văn bản này)"
    return key, Event(
        "issued", moment.span, shorten(label, 200), material.leaves.address(moment.span.start), moment.start, moment.end, moment.precision
    )


def _title(citation: Citation) -> str:
    if citation.number:
        return f"{citation.type} số {citation.number}" if citation.type else f"văn bản số {citation.number}"
    name = citation.name or ""
    return name if name.startswith(citation.type or "") else f"{citation.type} {name}".strip()


def _own(material: Material) -> tuple[tuple[object, ...], Event] | None:
    """The issue of the document itself, where its date stands in the header."""
    header = material.document.header
    span = header.line("date")
    if not header.date or span is None:
        return None
    inside = material.moments.between(span.start, span.end)
    span = inside[0].span if inside else span
    precision = PRECISIONS[header.date.count("-")]
    what = " ".join(part for part in (header.type or "văn bản", f"số {header.number}" if header.number else "") if part)
    issuer = header.issuing_body or header.issuer
    label = f"{issuer} ban hành {what} (văn bản này)" if issuer else f"Ban hành {what} (văn bản này)"
    key = ("issued", header.number or what, header.date)
    return key, Event("issued", span, shorten(label, 200), material.leaves.address(span.start), header.date, header.date, precision)


def _stated(material: Material, moment: Moment, kind_of: Genre) -> tuple[tuple[object, ...], Event] | None:
    """A time outside citations, when the words around it say what it is; else None."""
    header_date = material.document.header.line("date")
    if header_date is not None and header_date.overlaps(moment.span):
        return None
    leaf = material.leaves.at(moment.span.start)
    furniture = leaf is not None and material.passages.is_furniture(leaf.node)
    if (leaf and leaf.inside("header", "closing", "form")) or furniture or STAMP.match(material.text, moment.span.end):
        return None
    clause = material.clause(moment.span.start)
    before = material.text[max(clause.start, moment.head - BACK) : moment.head]
    if leaf and ALONE.match(material.text[leaf.span.start : moment.head]):
        return None
    yearly = NEXT_YEAR.match(material.text, moment.span.end) if moment.start is None else None
    if yearly:
        said = material.text[max(clause.start, moment.head - 6) if before.endswith("trước ") else moment.head : yearly.end()]
        label = around(material.text, clause, moment.span)
        event = Event(
            kind="recurring",
            span=moment.span,
            label=label,
            node_id=material.leaves.address(moment.span.start),
            start=None,
            end=None,
            precision="relative",
            recurrence=said,
        )
        return ("recurring", said, label), event
    glued = _glued(material, moment)
    if glued and glued.number is None:
        return None
    named = _named_before(material, moment, glued)
    if named:
        return named
    if EVERY_YEAR.match(material.text, moment.span.end, clause.end):
        return None
    past = _is_past(moment, material.document.header.date)
    words_before, said = _links().sub("", before), material.text[clause.start : clause.end]
    kind = _kind(moment, words_before, said, clause.start == moment.head, past, kind_of)
    long_past = _is_past(moment, material.document.header.date, years=1)
    if kind in ("deadline", "other") and long_past and _ends("limit").search(words_before.lower()):
        return None  # "nhà xây trước ngày 01/7/2006": of whom or what is meant, not what happened or is due
    if kind is None or (kind == "other" and past and leaf is not None and leaf.inside("appendix")):
        return None  # a day gone by that an appendix names is a cell of a list: when a prison stood, when a listed text took effect
    label = around(material.text, clause, moment.span)
    event = Event(kind, moment.span, label, material.leaves.address(moment.span.start), moment.start, moment.end, moment.precision)
    if kind == "period":
        return (kind, moment.word if moment.word in words("own-period") else "", moment.start, moment.end), event
    if kind in ("effective", "expires"):
        cited = material.citations_between(clause.start, moment.span.start)
        return (
            kind,
            moment.start,
            moment.end,
            cited[-1].number or material.text[cited[-1].span.start : cited[-1].span.end] if cited else "",
        ), event
    return (kind, moment.start, moment.end, label), event


def _glued(material: Material, moment: Moment) -> Citation | None:
    """The citation without a date that ends right before "ngày …"."""
    cited = material.citations_between(max(0, moment.head - 300), moment.head)
    last = cited[-1] if cited and moment.precision == "day" else None
    return last if last and last.kind in ("named", "numbered") and not last.date and 0 <= moment.head - last.span.end <= 2 else None


def _named_before(material: Material, moment: Moment, glued: Citation | None) -> tuple[tuple[object, ...], Event] | None:
    """The issue date of a document whose citation ends right before "ngày …"; the document's own number may be glued to it."""
    if moment.precision != "day" or moment.start is None or moment.start != moment.end:
        return None
    text, header = material.text, material.document.header
    node_id = material.leaves.address(moment.span.start)
    if glued:
        label = f"Ban hành {_title(glued)}"
        what = glued.number or _title(glued)
        return ("issued", what, moment.start), Event("issued", moment.span, shorten(label, 200), node_id, moment.start, moment.start)
    if header.number and moment.start == header.date and header.number in text[max(0, moment.head - 60) : moment.head]:
        own = _own(material)
        return (own[0], replace(own[1], span=moment.span, node_id=node_id)) if own else None
    return None


def _is_past(moment: Moment, issued: str | None, years: int = 0) -> bool:
    """True for a time that was over when the document was issued (ISO, to the day, month or year), so many ``years`` before that."""
    if not issued or not moment.end:
        return False
    end = f"{int(moment.end[:4]) + years:04}{moment.end[4:]}"
    shared = min(len(issued), len(end))
    return end[:shared] < issued[:shared]


def _kind(moment: Moment, before: str, clause: str, opens: bool, past: bool, kind_of: Genre) -> EventKind | None:
    """``before`` is what stands before the time in its clause, linking words left out; ``past``: the time was over on the day of issue."""
    if "hiệu lực" in before:
        if EXPIRY.search(before):
            return "expires"
        if EFFECT.search(before):
            return "effective"
    if not (moment.word or (moment.precision == "year" and moment.is_period)) and _is_deadline(moment, before, clause, past, kind_of):
        return "deadline"
    if moment.is_period:
        return "period"
    if moment.start is None:
        return None
    if moment.precision == "year":
        if kind_of is RULE:
            return None
        happened = before.lower().endswith("trong") or opens
        return "other" if happened and _word("happened").search(clause) else None
    met = moment.precision == "day" and kind_of is not RULE and not _ends("limit").search(before) and _word("meeting").search(clause)
    return "meeting" if met else "other"


def _is_deadline(moment: Moment, before: str, clause: str, past: bool, kind_of: Genre) -> bool:
    """True for a limit that binds somebody: in a directive any limit, elsewhere one with a duty before it."""
    low = before.lower()
    if _ends("limit").search(_links().sub("", TIME_OF_DAY.sub("", low))):
        return not _word("case").search(_since_finish(before)) and (kind_of is DIRECTIVE or bool(_word("duty").search(before)))
    if moment.start is None:
        return False
    if TARGET.search(before):  # "Đến ngày 24/5, đã có 16 xã …" in a report, or of a day that is over, tells how far things are
        return not past and (kind_of is DIRECTIVE or (kind_of is REPORT and moment.precision != "day"))
    within = _ends("within").search(low) if kind_of is DIRECTIVE else None
    if within is None or _word("past").search(before):
        return False
    whole_day = moment.precision == "day" and not past and within.group() in words("within", "trong cả ngày")
    return bool(_word("finish").search(before)) or (whole_day and not _word("of-time").search(before))


@lru_cache(maxsize=1)
def _ends_by() -> re.Pattern[str]:
    return re.compile(rf",\s(?={any_word('finish')}\s)", re.IGNORECASE)


def _since_finish(before: str) -> str:
    """What stands before a limit, from the verb behind a comma that the limit is of: "… được cấp phép, | báo cáo kết quả trước ngày …"."""
    *_, last = _ends_by().split(before)
    return last


def around(text: str, clause: Span, place: Span, limit: int = 120) -> str:
    """The words of ``clause`` around ``place``, in one line of about ``limit`` characters, cut at words."""
    if len(clause) <= limit or place.end - clause.start < limit:
        return shorten(text[clause.start : clause.end], limit)
    start = max(clause.start, place.end - limit * 2 // 3)
    cut = text.rfind(", ", max(clause.start, start - 40), max(start, place.start - 25))
    start = cut + 2 if cut > clause.start else text.find(" ", start) + 1
    return "…" + shorten(text[start : clause.end], limit - 1)
