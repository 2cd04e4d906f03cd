"""The terms of the register and of all documents: where each is used, and where it stands in the glossary."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from functools import cached_property
from itertools import groupby

from build_tools.lexicon.keys import fold
from build_tools.model.site import Site
from build_tools.model.statement import Term
from build_tools.views import addresses
from build_tools.views.keys import unique_ids
from build_tools.views.paging import part_path, parts
from build_tools.views.weight import PAGE

TERM, USE = 420, 150
"""Weight of an entry, and of a place where the term is explained or used."""
PLACES = 6
"""Places of use that are listed for a term."""


def letter(term: str) -> str:
    """The letter under which a term stands; Đ is not D; "#" for what begins with none."""
    first = unicodedata.normalize("NFD", term[:1])[:1].upper()
    first = {"Ð": "Đ"}.get(first, first)
    return first if first.isalpha() and (first.isascii() or first == "Đ") else "#"


class Glossary:
    """Built once; read only."""

    def __init__(self, site: Site) -> None:
        self.site = site

    @cached_property
    def uses(self) -> dict[str, tuple[tuple[str, Term], ...]]:
        """Term → (work, its term) for every document that has it."""
        found: defaultdict[str, list[tuple[str, Term]]] = defaultdict(list)
        for document in self.site.documents:
            for term in document.statements.terms:
                found[term.term].append((document.work, term))
        return {term: tuple(uses) for term, uses in found.items()}

    @cached_property
    def places(self) -> dict[str, tuple[str, str]]:
        """Term → page and id in the glossary, in the order of the glossary."""
        known = {*self.uses, *(item.term for item in self.site.register.glossary)}
        ordered = sorted(known, key=lambda term: (letter(term) == "#", fold(letter(term)), letter(term), fold(term), term))
        anchors = unique_ids("tn", ordered)
        if sum(map(self._weight, ordered)) <= PAGE:
            return {term: (addresses.TERMS, anchors[term]) for term in ordered}
        letters = groupby(ordered, key=lambda term: addresses.term_letter(letter(term)))
        cut = [(page, part, chosen) for page, terms in letters for part, chosen in parts(page, list(terms), weigh=self._weight)]
        return {term: (part_path(page, part.number), anchors[term]) for page, part, chosen in cut for term in chosen}

    def _weight(self, term: str) -> int:
        explained = Counter(use.expansion or "" for _, use in self.uses.get(term, ()))
        meaning = self._meanings.get(term, "")
        return TERM + len(meaning.encode()) + sum(len(words.encode()) + USE * min(uses, PLACES) for words, uses in explained.items())

    @cached_property
    def _meanings(self) -> dict[str, str]:
        return {item.term: f"{item.meaning or ''} {item.expansion or ''}" for item in self.site.register.glossary}
