"""The name by which texts call a law that they cite by its number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from build_tools.lexicon.keys import exact_key
from build_tools.lexicon.words import any_word
from build_tools.vietnamese.dates import find_dates

_NUMBER = re.compile(rf" {any_word('number')}:? \d+/(?P<year>(?:19|20)\d\d)/\w+\Z", re.IGNORECASE)
"""The number that ends the name of a law."""


def with_name(key: str, kinds: Iterable[str], cited: Iterable[str]) -> str:
    """ "Luật số 12/2031/QH17" → "Luật Bến bãi số 12/2031/QH17", where the texts that name it beside its number all call it so.

    ``key`` is that of a wanted document, ``kinds`` are the types that are cited by their subject as a name, ``cited`` the words of its
    citations by number. Where two texts give the number two names, one of them errs, and nobody here can say which: the number stands
    alone.
    """
    kind = next((kind for kind in kinds if key.startswith(f"{kind} ")), None)
    word, number, *_ = [*key[len(kind or "") :].split(), "", ""]
    if kind is None or not number[:1].isdigit():
        return key
    found = Counter(filter(None, (_between(" ".join(words.split()), kind, word, number) for words in cited)))
    if len({exact_key(name) for name in found}) != 1:
        return key
    # as most texts write it; in capitals (of a heading) only where no text writes it otherwise
    name = min(found, key=lambda one: (one.isupper(), -found[one], one))
    return f"{kind} {name}{key[len(kind) :]}"


def same_name(name: str, kinds: Iterable[str]) -> tuple[str, str] | None:
    """The name of a law and its year, as its number or the date behind the name tells it; None where either is not said.

    >>> same_name("Luật Bến bãi số 12/2031/QH17", ["Luật"]) == same_name("Luật bến bãi ngày 05/02/2031", ["Luật"])
    True
    """
    if not any(name.startswith(f"{kind} ") for kind in kinds):
        return None
    number, date = _NUMBER.search(name), next(reversed([*find_dates(name)]), None)
    if number:
        words, year = name[: number.start()], number["year"]
    elif date and date.span.end == len(name):
        words, year = name[: date.span.start], date.iso[:4]
    else:
        return None
    key = exact_key(words.rstrip(" ,"))
    return (key, year) if " " in key else None


def _between(words: str, kind: str, word: str, number: str) -> str:
    """What stands between the type and ``word`` before the number; nothing where it is not just that, or holds the head of a page."""
    low = words.lower()
    at = low.find(number.lower())
    if at < 0 or not low.startswith(f"{kind} ".lower()) or words[at + len(number) :][:1].isalnum():
        return ""
    name, _, last = words[len(kind) + 1 : at].rstrip(" :").rpartition(" ")
    return name.rstrip(",") if last.lower() == word.lower() and "/" not in name else ""
