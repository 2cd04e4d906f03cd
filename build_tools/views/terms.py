"""Terms and abbreviations of the register and of all documents, with where each is used."""

from __future__ import annotations

from build_tools.vietnamese.fold import fold


def term_anchor(term: str) -> str:
    """The id of a term in the glossary.

    >>> term_anchor("BTGTU")
    'tn-btgtu'
    """
    return "tn-" + "-".join("".join(char if char.isascii() and char.isalnum() else " " for char in fold(term)).split())
