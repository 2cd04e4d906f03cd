"""The tasks of a body as files: a calendar of deadlines that texts state to the day (RFC 5545), and a table for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from build_tools.messages import say
from build_tools.views import addresses
from build_tools.views.bodies import Desk, Duty
from build_tools.views.lookup import Lookup
from build_tools.views.statements import own_row

STAMP = "20260101T000000Z"
"""When the entries were made, as the format demands: not the clock's time, so that equal sources give equal bytes."""
OCTETS = 73
FORMULA = ("=", "+", "-", "@")
"""A cell that begins so would be reckoned by a spreadsheet."""


def desk_files(lookup: Lookup) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the pages and bytes of every calendar and table."""
    exports = lookup.site.settings.exports
    for desk in lookup.bodies.desks.values():
        if desk.duties and "csv" in exports:
            yield addresses.desk_file(desk.body.id, "csv"), table(desk, lookup)
        if "ics" in exports:
            days = [duty for duty in desk.duties if _day(duty, lookup)]
            if days:
                yield addresses.desk_file(desk.body.id, "ics"), calendar(desk, days, lookup)


def table(desk: Desk, lookup: Lookup) -> bytes:
    """One row a task."""
    heads = [say(f"pages.desk.column.{name}") for name in ("document", "date", "task", "lead", "cooperating", "due", "words", "at")]
    return spreadsheet(heads, _rows(desk, lookup))


def spreadsheet(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """A table as CSV, with the mark that tells spreadsheets that the letters are UTF-8; no cell is reckoned by one."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(heads)
    writer.writerows([f"'{cell}" if cell.startswith(FORMULA) else cell for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _rows(desk: Desk, lookup: Lookup) -> Iterator[tuple[str, ...]]:
    for duty in desk.duties:
        work = lookup.works[duty.work]
        row = own_row(duty.work, duty.index, lookup)
        yield (
            lookup.name(work), lookup.date(work) or "", row.action, ", ".join(link.text for link in row.lead),
            ", ".join(link.text for link in row.cooperating), row.deadline_machine, row.deadline or row.recurrence, _address(duty, lookup),
        )  # fmt: skip


def calendar(desk: Desk, duties: list[Duty], lookup: Lookup) -> bytes:
    """All-day entries; each keeps its identity while its document and its place there stay."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Chi nam//VI", "CALSCALE:GREGORIAN", f"X-WR-CALNAME:{_text(desk.body.name)}"]
    for duty in duties:
        row = own_row(duty.work, duty.index, lookup)
        day = date.fromisoformat(_day(duty, lookup))
        about = f"{lookup.name(lookup.works[duty.work])}, {row.link.text}: {row.deadline}"
        lines += [
            "BEGIN:VEVENT", f"UID:{duty.work}-{duty.index}@chi-nam", f"DTSTAMP:{STAMP}", f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}", f"SUMMARY:{_text(row.deadline_for or row.action)}",
            f"DESCRIPTION:{_text(about)}", *([f"URL:{url}"] if (url := _address(duty, lookup)) else []), "TRANSP:TRANSPARENT", "END:VEVENT",
        ]  # fmt: skip
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR")).encode()


def _day(duty: Duty, lookup: Lookup) -> str:
    """The deadline where a text states it to the day, else nothing."""
    row = own_row(duty.work, duty.index, lookup)
    return row.deadline_machine if len(row.deadline_machine) == 10 else ""


def _address(duty: Duty, lookup: Lookup) -> str:
    """The short address of the task's words, where the site has an address."""
    url, anchor = lookup.short_url(duty.work), own_row(duty.work, duty.index, lookup).link.anchor
    return f"{url}#{anchor}" if url and anchor else url


def _text(words: str) -> str:
    return words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """Lines of at most 75 octets; a further one begins with a blank. No letter is cut."""
    data, pieces, start, room = line.encode(), list[str](), 0, OCTETS
    while len(data) - start > room:
        end = start + room
        while data[end] & 0xC0 == 0x80:  # within a letter
            end -= 1
        pieces.append(data[start:end].decode())
        start, room = end, OCTETS - 1
    return "\r\n ".join((*pieces, data[start:].decode()))
