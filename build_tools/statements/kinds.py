"""What a document's type lets us expect of it: reports tell figures, directives lay down tasks, laws rule."""

from __future__ import annotations

import re
from enum import Enum, auto

from build_tools.model.document import Header


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


REPORTING = re.compile(r"(?:v/v|về việc|về)?\s*(?:việc\s)?(?:báo cáo|tổng hợp kết quả|cung cấp số liệu)\b", re.IGNORECASE)


def genre(header: Header) -> Genre:
    """The genre of a document.

    What is neither a report nor a body of rules may direct; of an unknown type, nothing. A letter "V/v báo cáo …" is a report.
    """
    name = (header.type or "").casefold()
    if not name:
        return RULE
    if name.startswith(REPORTS) or (name == "công văn" and REPORTING.match(header.subject or "")):
        return REPORT
    return RULE if name.startswith(RULES) else DIRECTIVE
