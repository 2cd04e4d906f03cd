"""The page of findings: every code that ``check`` and ``build`` may print, why it happens, what to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.messages import Explained, explained
from build_tools.views import addresses
from build_tools.views.kinds import PageKind
from build_tools.views.lookup import Lookup


@dataclass(frozen=True, slots=True)
class FindingsPage:
    """All codes in alphabetical order, from the catalogue of messages."""

    path: str
    codes: tuple[Explained, ...]


def findings_page(lookup: Lookup) -> Iterator[FindingsPage]:
    """The one page; it is the same for every site."""
    yield FindingsPage(addresses.FINDINGS, explained())


KIND = PageKind(findings_page, {FindingsPage: "findings.md.j2"})
