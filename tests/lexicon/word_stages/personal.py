"""What stands before personal data."""

from __future__ import annotations

from build_tools.guards.personal import personal_data, personal_in
from build_tools.model.document import Cell, Clean, Table
from build_tools.model.span import OffsetMap, Run, Span
from tests.lexicon.word_stages.common import Stage


def personal(code: str) -> Stage:
    """Whether this kind of personal data is found, and nothing else; "head | cell" are two cells of a column."""

    def found(text: str) -> bool:
        if " | " not in text:
            return [item.code for item in personal_in(text)] == [code]
        head, _, cell = text.partition(" | ")
        return [item.code for item in personal_data(column(head, cell))] == [code]

    return found


def column(*cells: str) -> Clean:
    """A table of one column."""
    text = "\n".join(cells)
    starts = [sum(len(cell) + 1 for cell in cells[:number]) for number in range(len(cells))]
    rows = tuple((Cell(Span(start, start + len(cell))),) for start, cell in zip(starts, cells, strict=True))
    return Clean("a", "txt", text, text, OffsetMap.from_runs((Run(0, len(text), 0, len(text)),)), (Table(Span(0, len(text)), rows),))


STAGES: dict[str, tuple[Stage, ...]] = {
    "old-identity": (personal("personal-id"),),
    "telephone": (personal("personal-phone"),),
    "account": (personal("personal-account"),),
    "treasury": (lambda text: not personal_in(text),),
    "home-address": (personal("personal-address"),),
    "dwelling": (personal("personal-address"),),
    "hamlet": (personal("personal-address"),),
    "home-unit": (personal("personal-address"),),
    "birth": (personal("personal-birth"),),
    "birth-column": (personal("personal-birth"),),
    "birth-column-short": (personal("personal-birth"),),
    "identity-column": (personal("personal-id"),),
    "account-column": (personal("personal-account"),),
}
