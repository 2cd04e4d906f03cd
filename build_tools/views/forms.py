"""Forms that units fill in: their blanks, and for each period the table of all units with totals, what is missing and what is odd."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from build_tools.forms import blank_csv, blank_workbook
from build_tools.messages import say
from build_tools.model.form import Column, Filled, Form
from build_tools.model.site import Site
from build_tools.naming.works import target_work
from build_tools.reports.totals import Oddity, Summed, summed
from build_tools.vietnamese.numerals import shown
from build_tools.views import addresses
from build_tools.views.figures import BARS, Bar, Chart
from build_tools.views.kinds import Entry, PageKind
from build_tools.views.lookup import Lookup
from build_tools.views.paging import WHOLE, Part, parts
from build_tools.views.pieces import Link
from build_tools.views.wording import part_title

CELLS = 2400
"""Cells of a page: about 120 KB of HTML."""
ODD = 200


@dataclass(frozen=True, slots=True)
class FormRow:
    """A form on the overview."""

    link: Link
    periods: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class FormsPage:
    """All forms."""

    path: str
    rows: tuple[FormRow, ...]


@dataclass(frozen=True, slots=True)
class FormPage:
    """One form: its blanks, the rules of its columns, the periods for which it was filled in, totals over time."""

    path: str
    title: str
    source: Link | None
    note: str
    blanks: tuple[Link, ...]
    columns: tuple[str, ...]
    rules: tuple[str, ...]
    periods: tuple[tuple[Link, str], ...]
    charts: tuple[Chart, ...]
    back: Link


@dataclass(frozen=True, slots=True)
class PeriodPage:
    """One form of one period. ``groups``: (words, number of columns) of the upper row of heads; ``odd``: cells of a row that are odd."""

    path: str
    title: str
    counts: str
    groups: tuple[tuple[str, int], ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[tuple[str, bool], ...]], ...]
    totals: tuple[str, ...]
    missing: tuple[str, ...]
    odd: tuple[str, ...]
    charts: tuple[Chart, ...]
    back: Link
    part: Part = WHOLE


View = FormsPage | FormPage | PeriodPage


def forms_pages(lookup: Lookup) -> Iterator[View]:
    """The overview, the forms, the periods of each; nothing where the content has no forms."""
    if not lookup.site.forms:
        return
    by_form: defaultdict[str, list[Summed]] = defaultdict(list)
    for item in summed(lookup.site):
        by_form[item.form.id].append(item)
    yield FormsPage(addresses.FORMS, tuple(FormRow(_link(form), _periods(by_form[form.id])) for form in lookup.site.forms))
    for form in lookup.site.forms:
        yield _form(form, by_form[form.id], lookup)
        for item in by_form[form.id]:
            yield from _period(item)


def form_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the pages and bytes of every blank."""
    for form in site.forms:
        yield addresses.form_file(form.id, "xlsx"), blank_workbook(form)
        yield addresses.form_file(form.id, "csv"), blank_csv(form)


def _link(form: Form) -> Link:
    return Link(form.title, addresses.form(form.id))


def _periods(found: list[Summed]) -> tuple[Link, ...]:
    return tuple(Link(period_words(item.period), addresses.form_period(item.form.id, item.period)) for item in found)


def period_words(period: str) -> str:
    """ "2031-Q3" as people say it: "quý 3 năm 2031"."""
    year, _, inner = period.partition("-")
    if inner[:1] == "H":
        return say("reports.forms.half", year=year, which=say("reports.forms.first" if inner == "H1" else "reports.forms.second"))
    if inner[:1] == "Q":
        return say("reports.forms.quarter", number=inner[1:], year=year)
    return say("reports.forms.month", month=inner.lstrip("0"), year=year) if inner else say("reports.forms.year", year=year)


def _form(form: Form, found: list[Summed], lookup: Lookup) -> FormPage:
    works = [work for work in target_work(form.document, lookup.site.works) if work.id in lookup.documents] if form.document else []
    source = lookup.link(works[0].id, form.node) if len(works) == 1 else None
    blanks = tuple(
        Link(say("reports.forms.blank", ending=f".{ending}"), addresses.form_file(form.id, ending)) for ending in ("xlsx", "csv")
    )
    periods = tuple((link, _counts(item)) for link, item in zip(_periods(found), found, strict=True))
    heads = tuple(column.head for column in form.columns)
    back = Link(say("reports.forms.title"), addresses.FORMS)
    charts = tuple(_over_time(form, found)) if len(found) > 1 else ()
    return FormPage(
        path=addresses.form(form.id),
        title=form.title,
        source=source,
        note=form.note,
        blanks=blanks,
        columns=heads,
        rules=tuple(_rules(form)),
        periods=periods,
        charts=charts,
        back=back,
    )


def _rules(form: Form) -> Iterator[str]:
    for column in form.columns:
        if column.sum_of:
            yield say("reports.forms.rules.sum", column=column.head, parts=" + ".join(form.column(name).head for name in column.sum_of))
        if column.share_of:
            part, whole = (form.column(name).head for name in column.share_of)
            yield say("reports.forms.rules.share", column=column.head, part=part, whole=whole)
        if column.at_most:
            yield say("reports.forms.rules.at-most", column=column.head, whole=form.column(column.at_most).head)


def _over_time(form: Form, found: list[Summed]) -> Iterator[Chart]:
    """The totals of the columns that others add up to, or of the first, over the periods."""
    chosen = [column for column in form.columns if column.sum_of] or [column for column in form.columns if column.kind == "count"][:1]
    for column in chosen:
        bars = tuple(
            Bar(period_words(item.period), shown(str(total)), float(total), Link("", addresses.form_period(form.id, item.period)))
            for item in found[-BARS:]
            if (total := item.total(column.id)) is not None
        )
        if len(bars) > 1:
            yield Chart(say("reports.forms.over-time", column=column.head), bars)


def _counts(item: Summed) -> str:
    return say("reports.forms.counts", units=len(item.rows), missing=len(item.missing), odd=len(item.oddities))


def _period(item: Summed) -> Iterator[PeriodPage]:
    form, path = item.form, addresses.form_period(item.form.id, item.period)
    odd = {(oddity.filled, oddity.column.id) for oddity in item.oddities}
    totals = tuple(_total(item, column) for column in form.columns)
    title = say("reports.forms.of", form=form.title, period=period_words(item.period))
    told = tuple(_odd(oddity) for oddity in item.oddities[:ODD])
    charts = tuple(_by_unit(item))
    for part, chosen in parts(path, item.rows, CELLS, weigh=lambda _: len(form.columns) + 1):
        rows = tuple(
            (f"dv-{row.row}-{at}", row.unit, tuple((_cell(row, column), (row, column.id) in odd) for column in form.columns))
            for at, row in enumerate(chosen)
        )
        first = part.number == 1
        yield PeriodPage(
            path=part.page(path),
            title=part_title(title, part.number),
            counts=_counts(item),
            groups=tuple(_groups(form)),
            heads=tuple(column.head for column in form.columns),
            rows=rows,
            totals=totals,
            missing=item.missing if first else (),
            odd=told if first else (),
            charts=charts if first else (),
            back=_link(form),
            part=part,
        )


def _groups(form: Form) -> Iterator[tuple[str, int]]:
    """The upper row of heads; nothing where no column has a group."""
    if not any(column.group for column in form.columns):
        return
    at = 0
    while at < len(form.columns):
        end = at + 1
        while end < len(form.columns) and form.columns[end].group == form.columns[at].group:
            end += 1
        yield form.columns[at].group, end - at
        at = end


def _cell(row: Filled, column: Column) -> str:
    number = row.number(column.id)
    return shown(str(number)) if number is not None else dict(row.words).get(column.id, "")


def _total(item: Summed, column: Column) -> str:
    total = item.total(column.id)
    return shown(str(total)) if total is not None else ""


def _odd(oddity: Oddity) -> str:
    """An oddity as arithmetic, with both numbers, and where it stands."""
    numbers = {"printed": shown(str(oddity.printed)), "expected": shown(str(oddity.expected))}
    fields = {"unit": oddity.filled.unit, "column": oddity.column.head, **numbers}
    if oddity.kind == "sum":
        said = say("reports.forms.odd-kind.sum", added=" + ".join(shown(str(value)) for _, value in oddity.against), **fields)
    elif oddity.kind == "share":
        part, whole = (shown(str(value)) for _, value in oddity.against)
        said = say("reports.forms.odd-kind.share", part=part, whole=whole, **fields)
    elif oddity.kind == "above-whole":
        said = say("reports.forms.odd-kind.above-whole", of=oddity.against[0][0].head, **fields)
    else:
        said = say("reports.forms.odd-kind.above-hundred", **fields)
    return said


def _by_unit(item: Summed) -> Iterator[Chart]:
    """The first rate of the form, or its first count, unit by unit, where units are few enough to be told apart."""
    column = next((column for column in item.form.columns if column.share_of), None)
    column = column or next((column for column in item.form.columns if column.kind == "count"), None)
    if column is None or not 2 <= len(item.rows) <= BARS:
        return
    page = addresses.form_period(item.form.id, item.period)
    bars = tuple(
        Bar(row.unit, _cell(row, column), float(row.number(column.id) or Decimal(0)), Link("", page, f"dv-{row.row}-{at}"))
        for at, row in enumerate(item.rows)
    )
    yield Chart(say("reports.forms.chart", column=column.head, period=period_words(item.period)), bars)


KIND = PageKind(
    forms_pages,
    {FormsPage: "forms.md.j2", FormPage: "form.md.j2", PeriodPage: "form_period.md.j2"},
    lambda lookup: (Entry(47, Link(say("reports.forms.entry"), addresses.FORMS)),) if lookup.site.forms else (),
)
