"""How dates, sources and states are put into Vietnamese."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from build_tools.lexicon.relations import Relation
from build_tools.messages import say
from build_tools.messages.shorten import cut_words
from build_tools.model.register import Source, Work
from build_tools.vietnamese.dates import shown_date
from build_tools.views.pieces import SourceLine, When

T = TypeVar("T")


def date_text(iso: str) -> str:
    """``2021-05-08`` → 08/05/2021, as official papers write figures of dates; a month alone 5/2021."""
    return shown_date(iso).removeprefix("0" if iso.count("-") == 1 else "")


def dated(iso: str) -> str:
    """The same with the word that goes before it: "ngày 2/8/2026", "tháng 8/2026", "năm 2026"."""
    return say(f"pages.dated.{('year', 'month', 'day')[min(iso.count('-'), 2)]}", date=date_text(iso))


def around(day: str, found: Iterable[T], machine: Callable[[T], str]) -> tuple[tuple[T, ...], tuple[T, ...]]:
    """What is not past on ``day``, the nearest first, and what is, the latest first; ``machine`` gives the time of each, never empty.

    A month or a year ends after its last day: what a month asks for is not past on its first. What ends at once stands in the order given,
    or, where it is past, in the opposite one.
    """

    def ends(item: T) -> str:
        return machine(item).ljust(10, "~")

    ordered = tuple(sorted(found, key=ends))
    first = bisect_left(ordered, day, key=ends)
    return ordered[first:], ordered[:first][::-1]


def when(start: str | None, end: str | None = None) -> When:
    """A point in time or a period."""
    if start is None:
        return When(say("pages.dated.until", date=date_text(end)), end) if end else When(say("pages.dated.unknown"))
    if end is None or end == start:
        return When(date_text(start), start)
    return When(f"{date_text(start)} – {date_text(end)}", start)


_WORDS = re.compile(r"\w+")
QUARTERS = ("I", "II", "III", "IV")


def quarter_text(said: str, start: str | None) -> str:
    """The usual name of the quarter that begins at ``start``, where words name it and nothing else; else empty.

    >>> quarter_text("Quý III Năm 2026", "2026-07"), quarter_text("Xong trong quý III/2026", "2026-07")
    ('Quý III/2026', '')
    """
    year, _, month = (start or "").partition("-")
    if month[:2] not in ("01", "04", "07", "10"):
        return ""
    names = {"quarter": QUARTERS[int(month[:2]) // 3], "year": year}
    short, long = (say(f"pages.moments.{name}", **names) for name in ("quarter", "quarter-long"))
    return short if _WORDS.findall(said.lower()) in (_WORDS.findall(short.lower()), _WORDS.findall(long.lower())) else ""


def date_conflict(work: Work) -> str:
    """ "15/4/2011 hoặc 14/5/2011" for a work whose sources disagree on the date, else empty."""
    return say("pages.or").join(when(claim.date).text for claim in work.dates) if len(work.dates) > 1 else ""


def unconfirmed(work: Work) -> bool:
    """Whether the one date of a work rests on nothing better than one secondary source."""
    return len(work.dates) == 1 and bool(work.dates[0].sources) and all(source.confidence == "C" for source in work.dates[0].sources)


def issued(work: Work) -> When | None:
    """The day of issue of a work, where its sources give one and no other; it bears the doubt of those who give it wherever it stands."""
    if work.date is None:
        return None
    return replace(when(work.date), doubt=say("pages.row.unconfirmed") if unconfirmed(work) else "")


def status_text(row: Relation, unsure: bool) -> str:
    """What the page of a document says that was ended so: the words of the lexicon, or that it may be so."""
    return say("pages.standing.unsure", status=row.status[:1].lower() + row.status[1:]) if unsure else row.status


def ended_text(row: Relation, unsure: bool) -> str:
    """The same as a verb before what ended it."""
    return say("pages.standing.unsure-verb", ended=row.ended) if unsure else row.ended


def source_line(source: Source) -> SourceLine:
    """One source with its trust in words; a document that states the fact itself needs none. Only web addresses become links."""
    itself = source.confidence == "A" and not source.url and not source.as_of
    url = source.url if source.url and source.url.startswith(("https://", "http://")) else None
    return SourceLine(
        source.name, url, "" if itself else say(f"pages.trust.{source.confidence}"), source.as_of and dated(source.as_of), source.note
    )


def part_title(title: str, number: int) -> str:
    """The title of a part of a long list; the first bears the list's own."""
    return title if number == 1 else say("pages.part", title=title, number=number)


def sentence_case(text: str) -> str:
    """The first letter as a capital, for words taken from the middle of a sentence; all others as written.

    >>> sentence_case("theo dõi, báo cáo Bộ")
    'Theo dõi, báo cáo Bộ'
    """
    return text[:1].upper() + text[1:]


def shorten(text: str, limit: int) -> str:
    """At most ``limit`` characters, cut between words."""
    return cut_words(text, limit, " …")


def file_size(size: int) -> str:
    """Bytes as people read them: "24 KB", "1,5 MB" (1 KB = 1024 bytes, never less than 1 KB)."""
    if size < 1024 * 1000:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / 1024**2:.1f} MB".replace(".", ",").replace(",0 ", " ")
