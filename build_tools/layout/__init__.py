"""Whether a document is laid out as the rules of its day demand; each finding names its rule and where that was looked up.

A text without any letterhead is a copy that lost it, and is not checked; only a word processor's file is the document itself. Of a scan the
signs and blanks are not checked: recognition loses and adds them. A draft, that has neither number nor day yet, is held against the newest
rules. A document whose side or day is not known, or for whose day no rule with a source is known, is not checked, and that is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from build_tools.identity import parse_number
from build_tools.layout.checks import OF_SIGNS, OF_TEXT, Found, Subject, headed, heading, number_of, place_and_day
from build_tools.layout.page_checks import ON_PAGE
from build_tools.layout.rules import Rule, System, rules, rules_of
from build_tools.lexicon.keys import text_keys
from build_tools.messages import say
from build_tools.model.document import Document
from build_tools.model.sheet import Sheet
from build_tools.vietnamese.dates import parse_date

Unchecked = Literal["", "no-document", "no-letterhead", "no-system", "normative", "no-date", "no-rules"]


CHECKS = OF_TEXT | ON_PAGE


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that a document does not keep, and what was found instead."""

    rule: Rule
    found: Found


@dataclass(frozen=True, slots=True)
class Layout:
    """The findings in the order of the rules; ``checked``: how many rules were looked at; ``unchecked``: why none was."""

    findings: tuple[Finding, ...] = ()
    checked: int = 0
    unchecked: Unchecked = ""


def check_layout(document: Document, sheet: Sheet | None = None) -> Layout:
    """Check one document; rules of the page are checked where its ``sheet`` is known."""
    header = document.header
    if not document.is_document:
        return Layout(unchecked="no-document")
    number = parse_number(header.number or "")
    if number is not None and number.shape in ("normative", "assembly"):
        return Layout(unchecked="normative")
    low = text_keys(document.clean.text)[1]
    if sheet is None and not headed(document, low):
        return Layout(unchecked="no-letterhead")
    system = _system(document, low)
    if system is None:
        return Layout(unchecked="no-system")
    date = header.date or _printed_day(document.clean.text)
    if len(date) != 10 and header.number is not None:
        return Layout(unchecked="no-date")
    date = date if len(date) == 10 else DRAFT
    untold: set[str] = set()
    if sheet is None:
        untold.update(ON_PAGE)
    if document.clean.method == "ocr":
        untold.update(OF_SIGNS)
    wanted = [rule for rule in rules_of(system, date) if rule.id not in untold]
    if not wanted:
        return Layout(unchecked="no-rules")
    subject = Subject(document, low, sheet)
    found = ((rule, CHECKS[rule.id](subject, rule)) for rule in wanted)
    return Layout(tuple(Finding(rule, what) for rule, what in found if what), len(wanted))


def layout_note(document: Document) -> tuple[str, ...]:
    """What the page of a document says of its layout: nothing where all is well or nothing was checked."""
    found = check_layout(document).findings
    if not found:
        return ()
    points = "; ".join(
        say("layout.finding", demand=item.rule.demand, found=item.found.words, pinpoint=item.rule.pinpoint) for item in found
    )
    return (say("layout.note", instrument=found[0].rule.instrument, count=len(found), points=points),)


def _system(document: Document, low: str) -> System | None:
    """Whose rules a document has to keep: as its number tells, or the blank number of a draft, else the title above its letterhead."""
    header = document.header
    number = number_of(header)
    if number is not None and number.system is not None:
        return number.system
    if number is not None and header.number is not None:
        return None
    party, state = (heading(name, low) for name in ("party", "nation"))
    return "party" if party and not state else "state" if state and not party else None


def _printed_day(text: str) -> str:
    """The day beside a place in the letterhead, though it was not read as the document's own; "" where there is none."""
    found = place_and_day(text)
    day = parse_date(found["date"].strip(" *_.")) if found else None
    return day or ""


DRAFT = "9999-12-31"
"""The day of what has neither number nor day yet: the rules without an end hold for it."""

__all__ = ["CHECKS", "ON_PAGE", "Finding", "Layout", "check_layout", "layout_note", "rules"]
