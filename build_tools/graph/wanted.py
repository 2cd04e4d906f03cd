"""Documents that texts cite and nobody has: one name for each, however it is typed."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from build_tools.lexicon.keys import exact_key
from build_tools.model.citation import Reference, Unknown
from build_tools.model.site import SiteDocument
from build_tools.vietnamese.dates import find_dates

_PARTS = re.compile(r"\d+|[^\W\d_]+")


def under_one_name(documents: Iterable[SiteDocument]) -> tuple[SiteDocument, ...]:
    """The documents with one name for what they want under names that differ in capitals, punctuation, the form of a date or the
    place of a tone mark alone.

    The name by which most documents call it; one in capitals (of a title, a heading) only where there is no other.
    """
    every = tuple(documents)
    users: Counter[str] = Counter(name for document in every for name in set(_names(document)))
    alike: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in users:
        alike[_parts(name)].append(name)
    usual = {
        name: min(names, key=lambda one: (one.isupper(), -users[one], one)) for names in alike.values() if len(names) > 1 for name in names
    }
    return tuple(_renamed(document, usual) for document in every)


def _parts(name: str) -> tuple[str, ...]:
    """Words and figures: "năm1998" is "năm 1998", "ngày 5 tháng 2 năm 2031" is "ngày 05/02/2031", "số 5/TTLT-BTC" is "số 05/TTLT/BTC"."""
    key, dated, at = exact_key(name), "", 0
    for date in find_dates(key):
        dated, at = f"{dated}{key[at : date.span.start]} {date.iso} ", date.span.end
    return tuple(part.lstrip("0") for part in _PARTS.findall(dated + key[at:]))


def _names(document: SiteDocument) -> Iterator[str]:
    return (item.resolution.wanted for item in document.references if isinstance(item.resolution, Unknown))


def _renamed(document: SiteDocument, usual: dict[str, str]) -> SiteDocument:
    if not any(usual.get(name, name) != name for name in _names(document)):
        return document
    return replace(document, references=tuple(_called(item, usual) for item in document.references))


def _called(reference: Reference, usual: dict[str, str]) -> Reference:
    found = reference.resolution
    if not isinstance(found, Unknown) or usual.get(found.wanted, found.wanted) == found.wanted:
        return reference
    return replace(reference, resolution=Unknown(usual[found.wanted], found.rule))
