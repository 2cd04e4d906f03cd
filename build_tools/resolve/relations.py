"""The relation that the words around a citation state, as far as it is the citing document's own act."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.citations.issuers import issuer_after
from build_tools.identity import number_key
from build_tools.lexicon.pieces import pattern
from build_tools.lexicon.relations import relation
from build_tools.model.citation import CITES, Citation, Predicate
from build_tools.model.document import Document, Node
from build_tools.model.span import Span
from build_tools.passages import Passages
from build_tools.resolve.cues import cue_after, cue_before, cue_of_chapeau

_PLACE = r"(?:(?:các )?(?:điểm|khoản|điều|mục|chương|phần|phụ lục|tiết) [\w,\s]{1,80}?(?:của |tại |và )?)?"
_CONNECTOR = pattern(rf"(?: ?\([^()\n]{{0,120}}\))? ?(?:,|;|và|hoặc|, và|; và|cùng với|gắn với)? ?(?:số )?(?:các )?{_PLACE}")
"""What may stand between two citations of one list, after the issuer: brackets, a connector, a provision."""
_PASSIVE = pattern(
    r"(?:được|bị) (?:sửa đổi|bổ sung|thay thế|bãi bỏ|điều chỉnh|ban hành|hướng dẫn)[^;.]{0,80}(?:bởi|bằng|tại|theo) (?:các )?[^;.]{0,40}$"
)
_LABEL = pattern(r"(?:\(?(?:[a-zđ]|\d{1,3}(?:\.\d{1,3})*|[ivx]{1,5})[.)/-]+|[-+•*]) ?")
_BARE_LEAD = pattern(r"\W*(?:các |toàn bộ )?(?:(?:các )?(?:điểm|khoản|điều|mục|phụ lục|chương)[\w,\s]+)?")
_ARTICLE = pattern(r"điều \d{1,3}[a-zđ]?[.:]")
_FURNITURE = re.compile(r"\W*|\W*\d{1,4}\W*|công báo.{0,60}")


@dataclass(frozen=True, slots=True)
class Stated:
    """The predicate of one citation and the sentence that states it."""

    predicate: Predicate
    evidence: Span


class Relations:
    """Reads the relations of one document; built once."""

    def __init__(self, passages: Passages, citations: Iterable[Citation]) -> None:
        document = passages.document
        self.key, self.low = passages.keys
        self.own = number_key(document.header.number) if document.header.number else None
        self.sentences = passages.sentences
        kinds = ("numbered", "named", "short")
        self.citations = sorted((c for c in citations if c.kind in kinds), key=lambda c: (c.span.start, -c.span.end))
        self.starts = [block.span.start for block in document.clean.blocks]
        self.chapeaux = self._find_chapeaux(document)
        self.asides = _asides(document.root)

    def all(self) -> dict[Span, Stated]:
        """The relation of every numbered, named or short citation, by its span."""
        found: dict[Span, Stated] = {}
        group: list[Citation] = []
        sentence: Span | None = None
        for citation in self.citations:
            here = self.sentences.around(citation.span)
            if sentence is not None and here.start >= sentence.end:
                self._read(sentence, group, found)
                group, sentence = [], None
            sentence = Span(sentence.start, max(sentence.end, here.end)) if sentence else here
            group.append(citation)
        if sentence is not None:
            self._read(sentence, group, found)
        return found

    def _read(self, sentence: Span, group: list[Citation], found: dict[Span, Stated]) -> None:
        """Heads of the sentence take the cue before them, or after the last; what describes a head is only cited."""
        predicate = CITES
        stated_end, nested_end = -1, -1
        described = listed = False
        ending = cue_after(self.low, group[-1].span.end, sentence.end)
        for citation in group:
            start, end = citation.span.start, citation.span.end
            if end <= nested_end:
                found[citation.span] = Stated(CITES, sentence)
                continue
            if stated_end >= 0 and self.low[start - 1 : start] == "(" and self.low[end : end + 1] == ")":
                found[citation.span] = Stated(CITES, sentence)  # "(Nghị định số …)": the short name of the head before it
                described, stated_end, nested_end = False, end + 1, end
                continue
            if stated_end < 0:
                before = cue_before(self.low, sentence.start, start)
                chapeau = None if before else self._from_list(sentence, start)
                listed = chapeau is not None
                predicate = before or chapeau or CITES
                if predicate == CITES and ending:
                    predicate = ending
            elif ";" in self.low[stated_end:start] and not (listed and described):
                described = False
                item = stated_end + self.low[stated_end:start].rfind(";") + 1
                predicate = cue_before(self.low, item, start) or predicate
                if _CONNECTOR.fullmatch(self.low, item, start) is None and cue_before(self.low, item, start) is None:
                    predicate = CITES
            elif not _CONNECTOR.fullmatch(self.low, stated_end, start):
                described = True
            shown = predicate
            if described or self._not_own(citation, sentence, predicate):
                shown = CITES
            found[citation.span] = Stated(shown, sentence)
            issuer = issuer_after(self.key, self.low, end)
            stated_end = issuer.span.end if issuer and issuer.span else end
            nested_end = end

    def _not_own(self, citation: Citation, sentence: Span, predicate: Predicate) -> bool:
        """A citation of the document itself, in a quotation or an aside, or of what changed another ("được sửa đổi bởi …")."""
        start = citation.span.start
        if citation.quoted and relation(predicate).act != "opening":
            return True
        if citation.number and self.own == number_key(citation.number):
            return True
        if not relation(predicate).in_notes and any(span.start <= start < span.end for span in self.asides):
            return True
        return _PASSIVE.search(self.low, max(sentence.start, start - 160), start) is not None

    def _from_list(self, sentence: Span, start: int) -> Predicate | None:
        """The cue of the chapeau, when the citation opens an item of a list."""
        label = _LABEL.match(self.low, sentence.start)
        if not _BARE_LEAD.fullmatch(self.low, label.end() if label else sentence.start, start):
            return None
        index = bisect_right(self.starts, sentence.start) - 1
        chapeau = self.chapeaux[index] if 0 <= index < len(self.chapeaux) else None
        return cue_of_chapeau(self.low, chapeau.start, chapeau.end) if chapeau else None

    def _find_chapeaux(self, document: Document) -> list[Span | None]:
        """For each block: the paragraph ending in ":" that governs it when it opens with a list label."""
        found: list[Span | None] = []
        opened: list[tuple[str, Span]] = []
        for block in document.clean.blocks:
            words = self.low[block.span.start : min(block.span.end, block.span.start + 400)]
            if _FURNITURE.fullmatch(words):
                found.append(None)
                continue
            label = _LABEL.match(words)
            shape = re.sub(r"\d+", "1", re.sub(r"[a-zđ]", "a", label.group().strip())) if label else ""
            if shape:
                same = next((place for place, (other, _) in enumerate(opened) if other == shape), len(opened))
                del opened[same:]
            found.append(opened[-1][1] if opened and shape else None)
            if _ARTICLE.match(words) or self.low[block.span.start : block.span.end].rstrip(' *"').endswith(":"):
                if not shape:
                    opened = []
                opened.append((shape, block.span))
            elif not shape:
                opened = []
        return found


def _asides(root: Node) -> list[Span]:
    """Footnotes, forms and quotations: what is said there is not the document's own act."""
    found: list[Span] = []
    pending = [root]
    while pending:
        node = pending.pop()
        if node.kind in ("footnote", "form", "quotation"):
            found.append(node.span)
        else:
            pending.extend(node.children)
    return found
