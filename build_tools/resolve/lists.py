"""The first line of a list ("Bãi bỏ các văn bản sau:") and what it states of the items below it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from build_tools.lexicon.pieces import FOOTNOTE_MARK, pattern
from build_tools.lexicon.relations import Relation, relation
from build_tools.lexicon.scopes import WHOLE
from build_tools.lexicon.words import any_word
from build_tools.model.citation import Scope
from build_tools.model.document import Document, Paragraph
from build_tools.model.span import Span
from build_tools.resolve.acts import act_of
from build_tools.resolve.cues import cue_of_list, cues_after, verbs
from build_tools.resolve.objects import chapeau_scope, limit
from build_tools.resolve.view import CITED

_LABEL = pattern(r"(?:\(?(?:[a-zđ]|\d{1,3}(?:\.\d{1,3})*|[ivx]{1,5})[.)/-]+|[-+•*]) ?")
_BARE_LEAD = pattern(rf"\W*(?:các |toàn bộ )?(?:(?:các )?{any_word('provision')}[\w,\s]+)?")
_FOLLOW = pattern(rf"(?<!\w){any_word('following')}[\W]*$")
_FOLLOW_INSIDE = pattern(rf"(?<!\w){any_word('following')}(?!\w)")
_INTO = pattern(rf"\s*{any_word('put-into')}(?!\w)")
ARTICLE = pattern(r"[#*\s]{0,6}điều \d{1,3}[a-zđ]?[.:]")
_ARTICLE_LABEL = re.compile(rf"{ARTICLE.pattern}\s")
_FURNITURE = re.compile(rf"\W*|\W*\d{{1,4}}\W*|công báo.{{0,60}}|\s*{FOOTNOTE_MARK}.*", re.DOTALL)
"""What a page break leaves between the items of a list: rules, numbers of pages, heads of the gazette, notes."""
_DIGITS = re.compile(r"\d+")
_LETTER = re.compile(r"[a-zđ]")
_SEEN = 400
"""Characters of a paragraph that tell its shape."""


@dataclass(frozen=True, slots=True)
class Chapeau:
    """What the first line of a list states of its items, and how much of each."""

    relation: Relation
    scope: str = WHOLE
    taken: Scope | None = None
    """What is taken out of all items ("hết hiệu lực, trừ các điều khoản chuyển tiếp …:")."""


class Chapeaux:
    """The first lines that govern the items of a document; built once."""

    def __init__(self, document: Document, low: str, view: str, own: Iterable[Span]) -> None:
        self.text, self.low, self.view = document.clean.text, low, view
        self.own = tuple(own)
        self.starts = [block.span.start for block in document.clean.blocks]
        self.document = document
        self.known: dict[Span, Chapeau | None] = {}

    def item(self, start: int) -> int:
        """Where the words of an item begin, after its label, and after the number of an article."""
        label = _ARTICLE_LABEL.match(self.low, start) or _LABEL.match(self.low, start)
        return label.end() if label else start

    def is_bare(self, start: int, end: int) -> bool:
        """Whether nothing but a label and a provision stands before the document of an item."""
        return _BARE_LEAD.fullmatch(self.low, self.item(start), end) is not None

    def over(self, sentence: Span) -> Chapeau | None:
        """What the nearest first line above an item states; None when it states nothing, or no list has this item."""
        span = self.above[bisect_right(self.starts, sentence.start) - 1]
        if span is None:
            return None
        if span not in self.known:
            self.known[span] = self._read(span)
        return self.known[span]

    def inline(self, start: int, cited: int) -> Chapeau | None:
        """What the words before a colon in the same sentence state of the documents behind it: "Các văn bản sau hết hiệu lực: …"."""
        colon = self.view.rfind(":", start, cited)
        if colon < 0 or CITED in self.view[start:colon] or not self.is_bare(colon + 1, cited):
            return None
        return self._read(Span(start, colon + 1)) if _FOLLOW_INSIDE.search(self.view, start, colon) else None

    def _read(self, span: Span) -> Chapeau | None:
        view = self.view
        out = limit(view, span.start, span.end)
        if out and _FOLLOW.search(view, out.start, span.end):
            return None  # "…, trừ các nội dung sau:": the items are what stays
        taken = Scope(out.kind, " ".join(self.text[out.start : out.end].split()).rstrip(":")) if out else None
        groups = [group for group in verbs(view, span.start, span.end) if act_of(view, span.start, group.start, self.own) == "own"]
        if groups:
            first = groups[0]
            ending = [group for group in groups if group.relation.ends]
            if not ending and _INTO.match(view, first.end):
                return None  # the items are what is put there
            row = max(ending, key=lambda group: group.relation.weight).relation if len(ending) == len(groups) else first.relation
            return Chapeau(row, chapeau_scope(view, first.end, span.end), taken)
        after = next(iter(cues_after(view, span.start, span.end)), None)
        if after:
            return Chapeau(after.relation, chapeau_scope(view, self.item(span.start), after.start), taken)
        plain = cue_of_list(self.low, span.start, span.end)
        return Chapeau(relation(plain)) if plain else None

    @cached_property
    def above(self) -> list[Span | None]:
        """For each block: the paragraph ending in ":" that governs it when it opens with a list label."""
        found: list[Span | None] = []
        opened: list[tuple[str, Span]] = []
        for block in self.document.clean.blocks:
            words = self.low[block.span.start : min(block.span.end, block.span.start + _SEEN)]
            if (isinstance(block, Paragraph) and block.furniture) or _FURNITURE.fullmatch(words):
                found.append(None)
                continue
            label = _LABEL.match(words)
            shape = _DIGITS.sub("1", _LETTER.sub("a", label.group().strip())) if label else ""
            if shape:
                same = next((place for place, (other, _) in enumerate(opened) if other == shape), len(opened))
                del opened[same:]
            found.append(opened[-1][1] if opened and shape else None)
            if ARTICLE.match(words) or self._ends_in_colon(block.span):
                if not shape:
                    opened = []
                opened.append((shape, block.span))
            elif not shape:
                opened = []
        return found

    def _ends_in_colon(self, span: Span) -> bool:
        """Whether the last character of a paragraph, marks of emphasis and quotation left out, is a colon."""
        return self.low[span.start : span.end].rstrip(' *"').endswith(":")
