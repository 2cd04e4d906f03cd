"""The name by which texts call a law that they cite by its number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from build_tools.lexicon.keys import exact_key


def with_name(key: str, kinds: Iterable[str], cited: Iterable[str]) -> str:
    """ "Luật số 12/2031/QH17" → "Luật Bến bãi số 12/2031/QH17", where the texts that name it beside its number all call it so.

    ``key`` is that of a wanted document, ``kinds`` are the types that are cited by their subject as a name, ``cited`` the words of its
    citations. Where two texts give the number two names, one of them errs, and nobody here can say which: the number stands alone.
    """
    kind = next((kind for kind in kinds if key.startswith(f"{kind} số ")), None)
    if kind is None:
        return key
    number = key[len(kind) :].split()[1]
    beside = re.compile(rf"{re.escape(kind)} (?P<name>[^/]+?),? số:? ?{re.escape(number)}(?!\w)", re.IGNORECASE)
    found = Counter(match["name"] for words in cited if (match := beside.match(" ".join(words.split()))))
    if len({exact_key(name) for name in found}) != 1:
        return key
    # as most texts write it; in capitals (of a heading) only where no text writes it otherwise
    name = min(found, key=lambda one: (one.isupper(), -found[one], one))
    return f"{kind} {name}{key[len(kind) :]}"
