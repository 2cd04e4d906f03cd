"""What a document's type lets us expect of it: reports tell figures, directives lay down tasks, laws rule."""

from __future__ import annotations

from enum import Enum, auto


class Genre(Enum):
    """The three kinds of text that are read differently."""

    REPORT = auto()
    DIRECTIVE = auto()
    RULE = auto()


REPORT, DIRECTIVE, RULE = Genre.REPORT, Genre.DIRECTIVE, Genre.RULE

REPORTS = ("báo cáo",)
RULES = (
    "hiến pháp", "luật", "bộ luật", "pháp lệnh", "nghị định", "thông tư", "văn bản hợp nhất", "quy định", "quy chế", "điều lệ",
    "quyết định", "lệnh",
)  # fmt: skip


def genre(type_name: str | None) -> Genre:
    """The genre of a document type as written; what is neither a report nor a body of rules may direct."""
    name = (type_name or "").casefold()
    if name.startswith(REPORTS):
        return REPORT
    return RULE if name.startswith(RULES) else DIRECTIVE
