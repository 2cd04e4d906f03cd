"""Words that only begin like the name of a body: a sentence goes on in them, or what the body did."""

from __future__ import annotations

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.words import word_set


def runs_on(name: str, behind: str) -> bool:
    """True for a long name with a number right behind it: its last words may be what the body did ("Hội Chợ bến sông ủng hộ 45 …")."""
    rest = behind.strip(" -+*•–),(~><≈")
    words = name.split()
    while words and word_key(words[-1]) in word_set("counts-verb") | word_set("opens-count"):
        words.pop()
    named = any(word[0].isupper() or word_key(word) in word_set("level") for word in words[1:])
    return named and (not rest or rest[0].isdigit()) and len(words) > SHORT_NAME and not any(map(str.isdigit, name))


SHORT_NAME = 3
"""Words of a name and a verb that need not be told apart: "Xã xây 12 bến"."""


LOOSE = 6
"""Words in lower case, in a row, that no name has."""


def is_loose(name: str, limit: int = LOOSE) -> bool:
    """True for words that only begin like a name and go on as a sentence: several in lower case, in a row, none of which names have."""
    found = word_key(name).split()
    if found[0] in word_set("plural") or found[0] in word_set("general") or " ".join(found[:2]) in word_set("general"):
        return False
    if found[-1] in ("sau", "đây"):  # "Ủy ban ghi nhận các việc sau:"
        return True
    known = word_set("inner-word") | word_set("inner-word-of-work") | word_set("bearer")
    run = 0
    for word in name.split()[1:]:
        run = run + 1 if word[0].islower() and word_key(word.strip(",;")) not in known else 0
        if run >= limit:
            return True
    return False
