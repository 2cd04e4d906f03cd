"""Write ``build_tools/vietnamese/word_pairs.txt`` from folders of texts: ``python -m tests.vietnamese.make_word_pairs FOLDER …``.

A pair of syllables is kept that stands in several documents and more often than its syllables would meet by chance; the second is written
in lower case, as within words ("Kinh tế") and not within names of places. No word is chosen by hand: who wants another table gives other
texts.
"""

from __future__ import annotations

import math
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from build_tools.lexicon.keys import word_key
from build_tools.vietnamese.syllables import is_syllable
from build_tools.vietnamese.word_pairs import TABLE, Followers

DOCUMENTS = 5
"""A pair that fewer documents have may be a slip, or a name."""
CLOSENESS = 2.5
"""How many times (as a power of two) more often than by chance a pair stands together."""
NEAR, SHARE = 1, 0.02
"""Less will do where one of the two seldom stands without the other: both of "đảng bộ" are everywhere."""
RUN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
WRAPPED = re.compile(r"[ \t]*\n(?=[a-zà-ỹ])")
"""A line that goes on in the next."""


def pairs_of(texts: Iterable[str]) -> dict[str, Followers]:
    """The first syllable of each pair kept, with those that follow it."""
    syllables: Counter[str] = Counter()
    together: Counter[tuple[str, str]] = Counter()
    documents: Counter[tuple[str, str]] = Counter()
    for text in texts:
        seen = set()
        for run in RUN.findall(WRAPPED.sub(" ", unicodedata.normalize("NFC", text))):
            said = run.split()
            keys = [word_key(word) for word in said]
            lower = zip(keys, keys[1:], map(str.islower, said[1:]), strict=False)
            pairs = [(first, second) for first, second, low in lower if low and is_syllable(first) and is_syllable(second)]
            syllables.update(keys)
            together.update(pairs)
            seen.update(pairs)
        documents.update(seen)
    total = sum(syllables.values())
    found: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for first, second in sorted(pair for pair, count in documents.items() if count >= DOCUMENTS):
        count, alone = together[first, second], (syllables[first], syllables[second])
        closeness = math.log2(count * total / alone[0] / alone[1])
        if closeness >= CLOSENESS or (closeness >= NEAR and count / min(alone) >= SHARE):
            found[first][count < SHARE * alone[0]].append(second)
    return {first: Followers(frozenset(often), frozenset(others)) for first, (often, others) in found.items()}


if __name__ == "__main__":
    sources = sorted(path for folder in sys.argv[1:] for path in Path(folder).rglob("*") if path.suffix in (".txt", ".md"))
    found = pairs_of(path.read_text(errors="replace") for path in sources)
    TABLE.write_text("".join(f"{first} {followers}\n" for first, followers in found.items()), encoding="utf-8", newline="\n")
