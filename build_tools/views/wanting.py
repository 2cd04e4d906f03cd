"""Documents that texts cite and nobody has: who cites each, and where that is gathered."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from build_tools.lexicon.keys import fold
from build_tools.lexicon.types import types_of
from build_tools.model.citation import Reference, Unknown
from build_tools.model.site import Site
from build_tools.views import addresses
from build_tools.views.keys import natural, unique_ids
from build_tools.views.law_names import same_name, with_name
from build_tools.views.paging import Part, part_path, parts

CITING, QUOTED, PLACE = 480, 700, 90
"""Weight of a document that cites, of a sentence quoted from it, of a place that is only named."""
SENTENCES = 3
"""Sentences that are quoted of one document; of further ones only the place is named."""
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class Wanting:
    """Built once; read only."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.dates = {work.id: work.date or "" for work in site.works}
        self._documents = {document.work: document for document in site.documents}
        self._named_kinds = sorted(types_of(site.register.types).with_role("law-name"))

    @cached_property
    def uses(self) -> dict[str, dict[str, tuple[Reference, ...]]]:
        """Key of a wanted document → the works that cite it → their citations, in reading order."""
        found: defaultdict[str, defaultdict[str, list[Reference]]] = defaultdict(lambda: defaultdict(list))
        for document in self.site.documents:
            for reference in document.references:
                if isinstance(reference.resolution, Unknown) and reference.citation.kind != "self":
                    found[reference.resolution.wanted][document.work].append(reference)
        return {key: {work: tuple(uses) for work, uses in works.items()} for key, works in found.items()}

    @cached_property
    def _keys(self) -> tuple[str, ...]:
        """As a reader looks for them in a list."""
        return tuple(sorted(self.uses, key=lambda key: (natural(fold(key)), key)))

    @cached_property
    def pages(self) -> tuple[tuple[str, tuple[Part, tuple[tuple[str, str], ...]]], ...]:
        """(address of the first part, a part and its pairs of a key and a work that cites it) of all pages.

        One page for a type and a year, as a key names them, not one a document: most are cited once or twice, and a page each would treble
        a site and the time to build it. The page follows from the key alone, so that an address stays while others come and go.
        """
        groups: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for key in self._keys:
            newest = sorted(sorted(self.uses[key]), key=lambda work: self.dates[work], reverse=True)
            groups[addresses.wanted(*self.kind_and_year(key))].extend((key, work) for work in newest)
        return tuple((page, part) for page, pairs in sorted(groups.items()) for part in parts(page, pairs, weigh=self._weight))

    def _weight(self, pair: tuple[str, str]) -> int:
        uses = len(self.uses[pair[0]][pair[1]])
        return CITING + QUOTED * min(uses, SENTENCES) + PLACE * uses

    def kind_and_year(self, key: str) -> tuple[str, str]:
        """The type (its id) and the year that a key names."""
        ends = (at for at in range(len(key) - 1, 0, -1) if key[at] == " ")
        kind = next((self._kinds[key[:at]] for at in ends if key[:at] in self._kinds), "")
        year = YEAR.search(key)
        return kind, year[0] if year else ""

    @cached_property
    def _kinds(self) -> dict[str, str]:
        """Words that name a type → its id; of two types with one name the first."""
        return {word: kind.id for kind in reversed(self.site.register.types) for word in reversed(kind.words)}

    def named(self, key: str, work: str = "") -> str:
        """The key with the name that texts give a law beside its number; ``work``: as this document alone calls it."""
        return self._with_name(key, (work,)) if work else self._names.get(key, key)

    @cached_property
    def _names(self) -> dict[str, str]:
        return {key: self._with_name(key, works) for key, works in self.uses.items()}

    def _with_name(self, key: str, works: Iterable[str]) -> str:
        uses = self.uses.get(key, {})
        found = (
            reference.citation.span.of(self._documents[work].document.clean.text)
            for work in works
            for reference in uses.get(work, ())
            if reference.citation.number
        )
        return with_name(key, self._named_kinds, found)

    def namesakes(self, key: str) -> tuple[str, ...]:
        """Other keys of laws of the same name and year: a text gives a law's day, another its number, and none says that it is one law."""
        found = same_name(self.named(key), self._named_kinds)
        return tuple(other for other in self._namesakes.get(found, ()) if other != key) if found else ()

    @cached_property
    def _namesakes(self) -> dict[tuple[str, str], list[str]]:
        found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for key in self._keys:
            name = same_name(self._names[key], self._named_kinds)
            if name:
                found[name].append(key)
        return dict(found)

    @cached_property
    def _links(self) -> dict[str, tuple[str, str]]:
        anchors = unique_ids("ct", sorted(self.uses))
        found: dict[str, tuple[str, str]] = {}
        for page, (part, pairs) in self.pages:
            for key, _ in pairs:
                found.setdefault(key, (part_path(page, part.number), anchors[key]))
        return found

    def link(self, key: str) -> tuple[str, str]:
        """The page and id of a wanted document; the list of all if it has none."""
        return self._links.get(key, (addresses.WANTED, ""))
