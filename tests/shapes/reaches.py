"""How far each rule of looking back and ahead reaches: the number of characters, or of repetitions, at which a text is read otherwise.

One row a rule: a text in which ``{}`` grows, by words that mean nothing or by what stands behind "¦", repeated; before "|" the type of the
document that says so, where it is no report. A bound that moves by one shows.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.citations import find_citations
from build_tools.model.citation import CITES, Pinpoint
from build_tools.model.header import Header
from build_tools.passages import Passages
from build_tools.resolve import resolve
from tests.citations.citation_helpers import document
from tests.resolve.registers import REGISTER, REPORT, WORKS, work
from tests.shapes.inputs import inputs

FARTHEST = 4200
"""Characters: no rule reaches so far."""
LEAST = 15
MEANINGLESS = "lim sến táu gụ " * (FARTHEST // 15 + 1)
OWN = {"Báo cáo": REPORT, "Thông tư": work("5/2031/TT-BKT", "thong-tu", None, "2031-01-01")}


def reaches() -> Iterator[str]:
    """Where each row's text is first read otherwise than with little between, and how."""
    for row in inputs("reaches"):
        text, _, repeated = row.partition(" ¦ ")
        yield f"{row!r}: {_first_change(text, repeated)}"


def _first_change(text: str, repeated: str) -> str:
    low, high = (1, 100) if repeated else (LEAST, FARTHEST)
    near = _read(text, low, repeated)
    if _read(text, high, repeated) == near:
        return f"never; {near}"
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _read(text, middle, repeated) == near else (low, middle)
    return f"{high}; {near} → {_read(text, high, repeated)}"


def _place(pinpoint: Pinpoint | None) -> str:
    return "@" + "/".join(filter(None, (pinpoint.article, pinpoint.clause, pinpoint.point))) if pinpoint else ""


def _read(text: str, size: int, repeated: str) -> str:
    """What a text is read as, with so much between; what is between left out."""
    between = repeated * size if repeated else MEANINGLESS[: size - 1].rstrip().ljust(size - 1, "m") + " "
    kind, _, words = ("Báo cáo | " + text).rpartition(" | ")
    kind = kind.removeprefix("Báo cáo | ")
    own = OWN[kind]
    made = document(words.replace("{}", between), Header.of(type=kind, number=own.number, date=own.date))
    passages = Passages.of(made)
    rows = []
    for item in resolve(passages, find_citations(passages, REGISTER), own, (*WORKS, own), REGISTER):
        one, scope = item.citation, " ".join(filter(None, (item.scope.kind, item.scope.of))) if item.scope else ""
        told = (
            one.number or one.name,
            one.type,
            one.date,
            one.issuer,
            one.target,
            *one.targets,
            _place(one.pinpoint),
            "“" if one.quoted else None,
        )
        stated = f" {item.predicate} {scope}".rstrip() if item.predicate != CITES or scope else ""
        rows.append(f"{one.kind} {' '.join(filter(None, told))}{stated}")
    told = "; ".join(dict.fromkeys(rows))
    return told.replace(between.strip(), "…") if between.strip() else told
