"""The relation that the words around a citation state, as far as it is the citing document's own act.

One sentence is read at a time, from left to right. A citation that is the object (or the subject) of a verb is a head and takes what the
verb states; what stands in a row with it takes the same; what only describes a head ("… quy định chi tiết Luật …") is cited.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from build_tools.citations.issuers import issuer_after
from build_tools.identity import number_key
from build_tools.lexicon.pieces import pattern
from build_tools.lexicon.relations import Relation, relation
from build_tools.lexicon.scopes import PART, PLANNED, SUSPENDED, TOLD, WHOLE, scope_row
from build_tools.lexicon.types import types_of
from build_tools.model.citation import CITES, Citation, Predicate, Scope
from build_tools.model.document import Node
from build_tools.model.span import Span
from build_tools.passages import Passages
from build_tools.resolve.acts import Act, act_of, opens
from build_tools.resolve.cues import After, Verbs, cue_before, cues_after, is_coordinate, verbs
from build_tools.resolve.lists import Chapeaux
from build_tools.resolve.objects import item_scope, limit, object_scope, period
from build_tools.resolve.view import CITED, plain_view

_PLACE = r"(?:(?:các )?(?:điểm|khoản|điều|mục|chương|phần|phụ lục|tiết) [\w,\s]{1,80}?(?:của |tại |và )?)?"
_CONNECTOR = pattern(rf"(?: ?\([^()\n]{{0,120}}\))? ?(?:,|;|và|hoặc|, và|; và|cùng với|gắn với)? ?(?:số )?(?:các )?(?P<place>{_PLACE})")
"""What may stand between two citations of one list, after the issuer: brackets, a connector, a provision."""
_ITEM = re.compile(rf"{_CONNECTOR.pattern}{CITED}")
_LAST = pattern(r"(?:,|,? và|,? cùng với) (?:các )?$")
"""What joins a second document to a first one that has been described ("Thông tư số … về bến và Thông tư số …")."""
_PASSIVE = pattern(
    r"(?:được|bị) (?:sửa đổi|bổ sung|thay thế|bãi bỏ|điều chỉnh|ban hành|hướng dẫn)[^;.]{0,80}(?:bởi|bằng|tại|theo) (?:các )?[^;.]{0,40}$"
)
_SINCE = pattern(r"\W*(?:kể )?từ (?:ngày|thời điểm)[^,;]{0,120}, ?")
"""What may stand before the subject: "Kể từ ngày Nghị định này có hiệu lực, Nghị định số …"."""
_NUMBERED = pattern(r"(?<!\w)(?:điều|khoản|điểm|mục|chương|phần|phụ lục) [\divx]")
_RULES = ("law", "rules")
"""Genres of documents whose plain statements are acts."""
_PLANS = ("plan", "report", "paper")
"""Genres of documents in which a bare verb is work to be done ("- Sửa đổi Nghị định …"), unless it stands in an article."""
_MOST_ITEMS = 40
"""Items of one sentence that may share the verb at its end."""
_ASIDES = ("footnote", "form", "quotation")
_KINDS = ("numbered", "named", "short")


@dataclass(frozen=True, slots=True)
class Stated:
    """The relation of one citation, the sentence that states it, and how much of the other document it is about."""

    predicate: Predicate
    evidence: Span
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    """A verb and the citations in a row that it is about, as far as read: what the next one takes over."""

    stated: Stated
    kind: str | None
    """The type of the first document."""
    end: int
    """After the last citation and its issuer."""
    after: After | None = None
    spread: bool = False
    """The words of the scope go on for the whole row ("một số điều của … và …")."""
    listed: bool = False
    described: bool = False
    heads: frozenset[str] = frozenset()
    """Numbers of the documents in the row."""
    doubt: bool = False
    """A document of the row is said to change one that is not in it: after a semicolon it may be saying so of others still."""
    told: Scope | None = None
    """What a described document is said to end."""


class Relations:
    """Reads the relations of one document; built once."""

    def __init__(self, passages: Passages, citations: Iterable[Citation]) -> None:
        document = passages.document
        text = document.clean.text
        self.text = text
        self.key, self.low = passages.keys
        self.own = number_key(document.header.number) if document.header.number else None
        self.sentences = passages.sentences
        every = tuple(citations)
        self.citations = sorted((c for c in every if c.kind in _KINDS), key=lambda c: (c.span.start, -c.span.end))
        self.selfs = tuple(c.span for c in every if c.kind == "self" and not c.quoted)
        self.view = plain_view(self.low, _whole(self.citations), passages.quotations)
        self.chapeaux = Chapeaux(document, self.low, self.view, self.selfs)
        self.asides = _spans(document.root, _ASIDES)
        self.afters: dict[Span, tuple[After, ...]] = {}
        """Verbs after their subject, of the sentence that is being read."""
        self.articles = _spans(document.root, ("article",))
        kind = types_of(()).named(document.header.type or "")
        self.genre = kind.genre if kind else None

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
        row: _Row | None = None
        heads: list[tuple[Citation, _Row]] = []
        nested_end = -1
        for citation in group:
            span = citation.span
            found[span] = Stated(CITES, sentence)
            if span.end <= nested_end:
                continue
            if span.start < nested_end:
                row = None  # "Luật sửa đổi … Luật Bến bãi số …": the first name ends where the second begins
            nested_end = span.end
            if row and self.low[span.start - 1 : span.start] == "(" and self.low[span.end : span.end + 1] == ")":
                row = replace(row, described=False, end=span.end + 1)
                continue  # "(Nghị định số …)": the short name of the document before it
            row = self._next(sentence, row, citation)
            row = replace(row, end=self._stated_end(citation))
            if row.described:
                found[span] = replace(found[span], scope=row.told)
                continue
            row = replace(row, heads=row.heads | {number_key(citation.number or "")})
            if not self._not_own(citation, sentence, row.stated):
                found[span] = row.stated
                heads.append((citation, row))
        self._take_out(sentence, heads, found)

    def _next(self, sentence: Span, row: _Row | None, citation: Citation) -> _Row:
        """The row that a citation goes on with, or begins."""
        start = citation.span.start
        if row is None:
            return self._first(sentence, sentence.start, citation)
        gap = self.low[row.end : start]
        if ";" in gap and not (row.listed and row.described):
            if row.doubt:
                return replace(row, described=True, told=None)
            item = row.end + gap.rfind(";") + 1
            row = replace(row, described=False, told=None)
            joins = _CONNECTOR.fullmatch(self.low, item, start)
            if joins and row.stated.predicate != CITES and not (row.after and start >= row.after.start):
                return self._joined(row, citation, bool(joins["place"]))
            return self._first(sentence, item, citation)
        joins = _CONNECTOR.fullmatch(self.low, row.end, start)
        if joins and not row.described:
            return self._joined(row, citation, bool(joins["place"]))
        again = self._again(sentence, row, citation)
        if again:
            return again
        return self._joined(row, citation, False) if self._goes_on(row, citation) else self._describing(row, citation)

    def _describing(self, row: _Row, citation: Citation) -> _Row:
        """The row with a citation that only describes the document before it."""
        between = list(verbs(self.view, row.end, citation.span.start))
        changes = bool(between) and relation(row.stated.predicate).ends and number_key(citation.number or "") not in row.heads
        return replace(row, described=True, doubt=row.doubt or changes, told=self._told(between, citation.span.start))

    def _first(self, sentence: Span, item: int, citation: Citation) -> _Row:
        """The row that begins with a citation: by the verb before it, the list it stands in, or the verb after it."""
        start = citation.span.start
        opened = self.view.rfind("(", item, start)
        inside = opened >= 0 and ")" not in self.view[opened:start]
        item = opened + 1 if inside else item
        told = None
        verb = self._verb(item, start, inside)
        if verb:
            words, act, kind = verb
            if act == "own":
                spread = kind not in (None, WHOLE) and not _NUMBERED.search(self.view, words.end, start)
                return self._row(sentence, citation, words.relation, kind or WHOLE, spread)
            if act != TOLD or words.relation.ends:  # that others were changed is told everywhere
                told = Stated(CITES, sentence, Scope(act, of=words.relation.id))
        plain = cue_before(self.low, item, start)
        if plain:
            return _Row(Stated(plain, sentence), citation.type, start)
        return (
            self._in_list(sentence, item, citation)
            or self._by_verb_after(sentence, item, citation)
            or _Row(told or Stated(CITES, sentence), citation.type, start)
        )

    def _verb(self, item: int, start: int, inside: bool) -> tuple[Verbs, Act, str] | None:
        """The verb that has a citation as its object, whose act it is, and how much of the document it is about."""
        chosen: tuple[Verbs, Act] | None = None
        for words in verbs(self.view, item, start):
            act = act_of(self.view, item, words.start, self.selfs)
            if act == "own" and opens(self.view, item, words.start):
                if inside:
                    act = TOLD  # "Quy định số … (thay thế Quy định số …)": the act of the document before the bracket
                elif self.genre in _PLANS and not self._in_article(item):
                    act = PLANNED
            if chosen and chosen[1] != TOLD and act == TOLD:
                if not is_coordinate(self.view, words.start):
                    continue  # part of the object: "thay thế Phụ lục sửa đổi, bổ sung …"
                act = chosen[1]
            chosen = words, act
        if chosen is None:
            return None
        kind = self._object(chosen[0].end, start)
        return (*chosen, kind) if kind else None

    def _object(self, verb: int, start: int) -> str | None:
        """How much of a document the words between a verb and it are about; of provisions between semicolons the last are looked at."""
        if any(verb <= span.start < start for span in self.selfs):
            return None
        semicolon = self.view.rfind(";", verb, start)
        if semicolon < 0:
            return object_scope(self.view, verb, start)
        kind = object_scope(self.view, semicolon + 1, start)
        return kind if kind != WHOLE else None

    def _again(self, sentence: Span, row: _Row, citation: Citation) -> _Row | None:
        """A second verb of the same subject ("thay thế X về bến và bãi bỏ Y"); none where X is itself told to change something."""
        if not relation(row.stated.predicate).changes or row.described:
            return None
        groups = list(verbs(self.view, row.end, citation.span.start))
        if len(groups) != 1 or not is_coordinate(self.view, groups[0].start):
            return None
        kind = self._object(groups[0].end, citation.span.start)
        return self._row(sentence, citation, groups[0].relation, kind) if kind else None

    def _told(self, between: list[Verbs], start: int) -> Scope | None:
        """What the words between a document and one that describes it say: "Thông tư số … thay thế Nghị định số …"."""
        last = between[-1] if between else None
        told = last is not None and last.relation.ends and object_scope(self.view, last.end, start)
        return Scope(TOLD, of=last.relation.id) if last and told else None

    def _in_list(self, sentence: Span, item: int, citation: Citation) -> _Row | None:
        if item != sentence.start:
            return None
        kind = item_scope(self.view, self.chapeaux.item(item), citation.span.start)
        chapeau = self.chapeaux.over(sentence) if kind else None
        if chapeau is None or kind is None or not (chapeau.relation.changes or self.chapeaux.is_bare(item, citation.span.start)):
            return None
        row = replace(self._row(sentence, citation, chapeau.relation, chapeau.scope if kind == WHOLE else kind), listed=True)
        whole = row.stated.scope is not None and row.stated.scope.kind == WHOLE
        return replace(row, stated=replace(row.stated, scope=chapeau.taken)) if whole and chapeau.taken else row

    def _by_verb_after(self, sentence: Span, item: int, citation: Citation) -> _Row | None:
        """ "Nghị định số … hết hiệu lực kể từ ngày Nghị định này có hiệu lực": the citation is the subject, alone or in a row."""
        start, end = citation.span.start, citation.span.end
        if sentence not in self.afters:
            self.afters = {sentence: cues_after(self.view, sentence.start, sentence.end)}
        index = bisect_left(self.afters[sentence], end, key=lambda after: after.start)
        after = self.afters[sentence][index] if index < len(self.afters[sentence]) else None
        if after is None or not self._is_act(sentence, after):
            return None
        begin = self.chapeaux.item(item)
        since = _SINCE.match(self.view, begin, start)
        begin = since.end() if since else begin
        kind = object_scope(self.view, begin, start)
        spoken = any(begin <= span.start < start for span in self.selfs)  # "Nghị định này … đến ngày Luật số … hết hiệu lực"
        if kind is None or spoken or not self._one_row(end, after.start):
            return None
        return replace(self._row(sentence, citation, after.relation, kind), after=after)

    def _one_row(self, start: int, end: int) -> bool:
        """Whether each part between semicolons begins with a document, as the items of one long subject do, or cites none."""
        parts = self.view[start:end].split(";")[1:]
        return len(parts) <= _MOST_ITEMS and all(CITED not in part or _ITEM.match(part) for part in parts)

    def _is_act(self, sentence: Span, after: After) -> bool:
        """Whether the document itself says so: it is a law or such, has articles, or speaks of the day on which it takes effect."""
        said = any(after.end <= span.start < sentence.end for span in self.selfs)
        return said or self.genre in _RULES or self._in_article(sentence.start)

    def _in_article(self, at: int) -> bool:
        return any(span.start <= at < span.end for span in self.articles)

    def _row(self, sentence: Span, citation: Citation, words: Relation, kind: str, spread: bool = False) -> _Row:
        scope = None
        if words.scope:
            since, until = period(self.text, self.low, sentence.start, sentence.end) if words.scope == SUSPENDED else (None, None)
            scope = Scope(words.scope, start=since, end=until)
        elif words.ends:
            scope = Scope(PART if kind == WHOLE and citation.pinpoint is not None else kind)
        return _Row(Stated(words.id, sentence, scope), citation.type, citation.span.start, spread=spread)

    def _joined(self, row: _Row, citation: Citation, place: bool) -> _Row:
        """The next document of a row; a provision of it is a part, and so is what words for all of them make one."""
        if row.after and citation.span.start >= row.after.start:
            return replace(row, described=True)
        scope = row.stated.scope
        if scope and relation(row.stated.predicate).ends and scope_row(scope.kind).states:
            part = place or citation.pinpoint is not None
            scope = Scope(PART) if part and scope.kind == WHOLE else scope if part or row.spread else Scope(WHOLE)
        return replace(row, stated=replace(row.stated, scope=scope))

    def _goes_on(self, row: _Row, citation: Citation) -> bool:
        """Whether a document of the same type follows a described one after "và", with nothing else cited between."""
        if row.described or row.kind is None or citation.type != row.kind or not citation.number or not citation.date:
            return False
        gap = self.view[row.end : citation.span.start]
        plain = CITED not in gap and ";" not in gap and limit(self.view, row.end, citation.span.start) is None
        return plain and _LAST.search(gap) is not None

    def _take_out(self, sentence: Span, heads: list[tuple[Citation, _Row]], found: dict[Span, Stated]) -> None:
        """What a sentence takes out ("…, trừ Điều 5") limits the documents before it, back to the last semicolon."""
        stop = sentence.end
        taken: Scope | None = None
        for citation, row in reversed(heads):
            begin = row.after.end if row.after else row.end
            words = limit(self.view, begin, stop)
            if words:
                taken = Scope(words.kind, " ".join(self.text[words.start : words.end].split()))
            elif not row.after and ";" in self.view[row.end : stop]:
                taken = None
            stop = stop if row.after else citation.span.start
            stated = found[citation.span]
            if taken and stated.scope and stated.scope.kind == WHOLE:
                found[citation.span] = replace(stated, scope=taken)

    def _stated_end(self, citation: Citation) -> int:
        issuer = issuer_after(self.key, self.low, citation.span.end)
        return issuer.span.end if issuer and issuer.span else citation.span.end

    def _not_own(self, citation: Citation, sentence: Span, stated: Stated) -> bool:
        """A citation of the document itself, in a quotation or an aside, or of what changed another ("được sửa đổi bởi …")."""
        start = citation.span.start
        row = relation(stated.predicate)
        if citation.quoted and row.act != "opening":
            return True
        if citation.number and self.own == number_key(citation.number):
            return True
        if not row.in_notes and any(span.start <= start < span.end for span in self.asides):
            return True
        return _PASSIVE.search(self.low, max(sentence.start, start - 160), start) is not None


def _whole(citations: list[Citation]) -> list[Span]:
    """The spans of citations without those that run into the next one."""
    spans = [citation.span for citation in citations]
    cut = {one for one, after in pairwise(spans) if one.start < after.start < one.end < after.end}
    return [span for span in spans if span not in cut]


def _spans(root: Node, kinds: tuple[str, ...]) -> list[Span]:
    """Where nodes of some kinds stand; nothing is looked for inside them."""
    found: list[Span] = []
    pending = [root]
    while pending:
        node = pending.pop()
        if node.kind in kinds:
            found.append(node.span)
        else:
            pending.extend(node.children)
    return found
