"""An invented document as the lines of its regions, before a format writes them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sheet:
    """``left`` and ``right`` are the columns of the letterhead, ``title`` what stands below both, ``body`` the text (headings marked by
    ``outline.PART``), ``signatures`` one column for each who signs; ``before`` and ``after`` do not belong to the document."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    title: tuple[str, ...]
    body: tuple[str, ...]
    recipients: tuple[str, ...]
    signatures: tuple[tuple[str, ...], ...]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    """What a portal tells of the document beside it, as (name, value)."""
