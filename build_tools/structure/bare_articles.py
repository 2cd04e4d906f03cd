"""Articles whose number has no point ("Điều 5 Chính sách …"): portals' copies of old laws have them, all or a few.

One alone may be a citation at the beginning of a sentence; the row of articles in which it stands tells that it is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_tools.normalise.starts import BARE_ARTICLE
from build_tools.structure.labels import Label, read_label

_ROW = 3
"""Where no article has a point, so many of them in a row are needed."""


def bare_articles(texts: Sequence[str], labels: Sequence[Label | None]) -> dict[int, Label]:
    """The labels of the articles without a point among the paragraphs, by their index.

    Each is the next after the article before it, and the article below it the next again; the last of all follows one that is bare too.
    """
    row = [(at, label) for at, label in enumerate(labels) if label and label.kind == "article"]
    made = {at: label for at, text in enumerate(texts) if labels[at] is None and (label := _bare(text))}
    row = sorted((*row, *made.items()), key=lambda item: item[0])
    values = [label.value for _, label in row]
    found: dict[int, Label] = {}
    begun = 0
    for place, (at, label) in enumerate(row):
        bare = at in made
        first = values[place : place + _ROW] == [1, 2, 3]
        after = place > 0 and values[place - 1] + 1 == label.value and (row[place - 1][0] not in made or row[place - 1][0] in found)
        last = place + 1 == len(row)
        if bare and (first or (after and (begun if last else values[place + 1] == label.value + 1))):
            found[at] = label
        begun = begun + 1 if at in found else 0
    return found


def _bare(text: str) -> Label | None:
    match = BARE_ARTICLE.match(text) if text[:1] == "Đ" else None
    label = read_label(match.group().rstrip() + ".") if match else None
    return replace(label, rest=match.end()) if match and label else None
