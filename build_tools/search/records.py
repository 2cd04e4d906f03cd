"""What can be found: one frozen record for everything that a reader may look for. Knows nothing of documents.

Any Markdown site can make records; ``build_index`` turns them into files that ``assets/*.js`` searches in the browser.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from build_tools.messages import say


@dataclass(frozen=True, slots=True)
class Record:
    """One thing to find.

    ``id`` is unique among all records. ``url`` is relative to the site's root and may carry an anchor ("van-ban/kl-1/#dieu-5").
    ``kind`` is a key of ``Options.kinds`` ("document", "provision", "work", "term", "issuer", "task", "note", "number").
    ``title`` and ``body`` are plain text; a line break parts paragraphs. ``heading`` holds the titles above it, outermost first.
    ``number`` is its own number and symbol ("01-KL/TW"), ``other_numbers`` further ones under which it is known.
    ``dates`` are its own ISO dates ("2021-05-18", "2021-05", "2021"), the first being the one that orders results.
    ``aliases`` are other names ("BTGTU"); they count as much as the title.
    ``group`` is the ``id`` of the record that this one is a part of (a provision's or task's document); None for what stands alone.
    ``facets`` are (facet, value) pairs such as ("type", "Kết luận"), ("issuer", …), ("year", "2021"), ("theme", …), ("status", …);
    a part without facets has those of its group. ``meta`` are (label, value) pairs shown with the result; label "" shows the value alone.
    ``superseded``: replaced or out of force, comes after what still stands when the scores tie.
    ``weight``: > 1 lifts a record when scores tie almost, < 1 lowers it.
    """

    id: str
    url: str
    kind: str
    title: str
    body: str = ""
    heading: tuple[str, ...] = ()
    number: str | None = None
    other_numbers: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    group: str | None = None
    facets: tuple[tuple[str, str], ...] = ()
    meta: tuple[tuple[str, str], ...] = ()
    superseded: bool = False
    weight: float = 1.0


KINDS = ("document", "provision", "work", "term", "issuer", "task", "note", "number")
FACETS = ("type", "issuer", "under", "year", "theme", "status")
"""What records may be, and by what they may be narrowed down, in the order of display."""


def _shown(group: str, keys: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((key, say(f"search.{group}.{key}")) for key in keys)


@dataclass(frozen=True, slots=True)
class Options:
    """How an index is made. Every site may change the names; the defaults are those of the catalogue of messages.

    ``kinds`` and ``facets`` are (key, name shown) pairs in the order of display. ``synonyms`` are groups of equal names: a query that
    contains one of them also finds the others (("BTGTU", "Ban Tuyên giáo Tỉnh ủy", "Ban Tuyên giáo Thành ủy"), …).
    ``spoken`` are abbreviations and everyday words with the words that they may mean ("sổ đỏ", ("giấy chứng nhận …",)): who types the
    former also finds the latter, and is told so; not the other way round.
    ``hollow`` are words of grammar and of asking ("của", "bao nhiêu"): in a query with other words they tell little of what is looked for.
    ``number_names`` are facets whose value people say before a number in the place of its symbol: "chỉ thị 05" is 05-CT/TW.
    ``silent`` are facets whose values only narrow down: a query for their words does not find what has them.
    ``indexes`` are (name, url) pairs that a reader without JavaScript, or with a broken index, is sent to.
    """

    kinds: tuple[tuple[str, str], ...] = field(default_factory=lambda: _shown("kinds", KINDS))
    facets: tuple[tuple[str, str], ...] = field(default_factory=lambda: _shown("facets", FACETS))
    synonyms: tuple[tuple[str, ...], ...] = ()
    spoken: tuple[tuple[str, tuple[str, ...]], ...] = ()
    hollow: tuple[str, ...] = ()
    number_names: tuple[str, ...] = ("type",)
    silent: tuple[str, ...] = ("under",)
    indexes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What ``build_index`` wrote: numbers of records, groups, files and bytes (as on disk), and the CPU seconds it took."""

    records: int
    groups: int
    files: int
    size: int
    cpu_seconds: float
