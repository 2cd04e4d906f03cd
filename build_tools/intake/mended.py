"""A recognised paragraph as a person put it right, in the entries of ``metadata.yaml`` that make the text read so."""

from __future__ import annotations

from difflib import SequenceMatcher

from build_tools.lexicon.keys import exact_key
from build_tools.messages import refusal
from build_tools.model.document import Clean
from build_tools.model.metadata import Confirmed, Metadata
from build_tools.normalise.confirmed import correct, same_value


def mended(clean: Clean, index: int, words: str) -> tuple[Confirmed, ...]:
    """What must be confirmed so that the block ``index`` reads ``words`` and everything else stays as it is.

    Each change is widened by the words around it until it stands only once in the text. Raises ``InputError`` where no entries do that:
    the whole paragraph stands elsewhere too, or nothing is left of it.
    """
    block = clean.blocks[index]
    old, new = block.span.of(clean.text).split(), words.split()
    if old == new:
        return ()
    changes = ((" ".join(old[i:j]), " ".join(new[k:m])) for i, j, k, m in _changes(clean.text, old, new))
    entries = tuple(Confirmed(read, true) for read, true in changes if not same_value(read, true))
    wanted = clean.text[: block.span.start] + " ".join(new) + clean.text[block.span.end :]
    if not new or _plain(correct(clean, Metadata(confirmed=entries)).text) != _plain(wanted):
        raise refusal("add-answer.paragraph", clean.path)
    return entries


def _plain(text: str) -> list[str]:
    """Its words, wherever their tone marks are typed."""
    return exact_key(text).split()


def _changes(text: str, old: list[str], new: list[str]) -> list[tuple[int, int, int, int]]:
    """Stretches of words to be replaced, each of which stands once in ``text``; those that touch are one."""
    found: list[tuple[int, int, int, int]] = []
    for tag, *places in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        i, j, k, m = places
        while (i == j or k == m or text.count(" ".join(old[i:j])) != 1) and (i > 0 or j < len(old)):
            if i > 0:
                i, k = i - 1, k - 1
            if j < len(old):
                j, m = j + 1, m + 1
        found.append((i, j, k, m))
    joined: list[tuple[int, int, int, int]] = []
    for i, j, k, m in sorted(found):
        if joined and i <= joined[-1][1]:
            first = joined.pop()
            i, j, k, m = min(first[0], i), max(first[1], j), min(first[2], k), max(first[3], m)
        joined.append((i, j, k, m))
    return joined
