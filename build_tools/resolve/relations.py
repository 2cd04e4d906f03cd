"""The relation that the words around a citation state, as far as it is the citing document's own act.

One sentence is read at a time, from left to right. A citation that is the object (or the subject) of a verb is a head and takes what the
verb states; what stands in a row with it takes the same; what only describes a head ("… quy định chi tiết Luật …") is cited.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from build_tools.citations.antecedents import label
from build_tools.identity import number_key
from build_tools.lexicon.pieces import pattern
from build_tools.lexicon.relations import relation
from build_tools.lexicon.scopes import EXCEPT, PART, TOLD, WHOLE, scope_row
from build_tools.lexicon.wording import any_word
from build_tools.lexicon.words import any_word as any_word_of_list
from build_tools.model.citation import CITES, Citation, Scope
from build_tools.model.span import Span
from build_tools.passages import Passages
from build_tools.resolve.acts import act_of
from build_tools.resolve.announced import announced
from build_tools.resolve.beside import goes_on
from build_tools.resolve.consolidated import consolidated
from build_tools.resolve.cues import Verbs, is_coordinate, verbs
from build_tools.resolve.ground import Ground
from build_tools.resolve.heads import CONNECTOR, Heads
from build_tools.resolve.objects import Limit, limit, object_scope
from build_tools.resolve.rows import Row, Stated
from build_tools.resolve.view import CITED

__all__ = ["Relations", "Stated"]

_STAYS = pattern(
    r"(?: (?:đã )?được (?:sửa đổi|bổ sung)[^;.:]{0,300}?)?"
    rf" (?:được |vẫn )?{any_word_of_list('goes-on-in-force')}"
)
_EXCEPTED = pattern(rf"(?:\(?(?:[a-zđ]|\d{{1,3}})[.)] )?{any_word(scope_row(EXCEPT).after)}(?!\w)")
_OVER = pattern(r"[;\n]|[.:] ")
"""What is said of a document is over there."""
_AND = " và "
_NEAR_BY = 1200
"""Characters between the ending of a document and the sentence that lets a provision of it stand."""


def _known_by(citation: Citation) -> str:
    """Equal for what is cited by one number or one name."""
    return number_key(label(citation) or "")


class Relations:
    """Reads the relations of one document; built once."""

    def __init__(self, passages: Passages, citations: Iterable[Citation]) -> None:
        self.ground = Ground(passages, citations)
        self.view = self.ground.view
        self.heads = Heads(self.ground)

    def all(self) -> dict[Span, Stated]:
        """The relation of every numbered, named or short citation, by its span."""
        found: dict[Span, Stated] = {}
        group: list[Citation] = []
        sentence: Span | None = None
        for citation in self.ground.citations:
            here = self.ground.sentences.around(citation.span)
            if sentence is not None and here.start >= sentence.end:
                self._read(sentence, group, found)
                group, sentence = [], None
            sentence = Span(sentence.start, max(sentence.end, here.end)) if sentence else here
            group.append(citation)
        if sentence is not None:
            self._read(sentence, group, found)
        self._keep(found)
        found.update(consolidated(self.ground))
        for row in announced(self.ground.text, self.ground.low, self.ground.citations):
            # a list that names what ended a document tells of that, whatever verb stands in the document's own title
            if row.titled or row.scope.words or found[row.citation.span].predicate == CITES:
                found[row.citation.span] = Stated(CITES, row.evidence, row.scope)
        return found

    def _keep(self, found: dict[Span, Stated]) -> None:
        """A sentence of its own that lets a provision stand ("Riêng Điều 7 Thông tư số … tiếp tục có hiệu lực")
        limits an ending near it."""
        ended: dict[str, Citation] = {}
        for citation in self.ground.citations:
            stated, key = found[citation.span], _known_by(citation)
            if relation(stated.predicate).ends and stated.scope is not None and stated.scope.kind == WHOLE:
                ended[key] = citation
            first = ended.get(key)
            stays = citation.pinpoint is not None and _STAYS.match(self.ground.low, self.ground.stated_end(citation))
            if first is not None and stays and citation.span.start - first.span.end <= _NEAR_BY:
                words = " ".join(stated.evidence.of(self.ground.text).split())
                found[first.span] = replace(found[first.span], scope=Scope(EXCEPT, words))
        for citation in ended.values():
            if standing := self._stays_behind(found[citation.span].evidence):
                found[citation.span] = replace(found[citation.span], scope=Scope(EXCEPT, standing))

    def _stays_behind(self, evidence: Span) -> str | None:
        """The words of the next sentence, when it lets a provision stand and cites nothing: "Riêng Điều 7 tiếp tục có hiệu lực"."""
        low = self.ground.low
        start = evidence.end + len(low[evidence.end : evidence.end + 40]) - len(low[evidence.end : evidence.end + 40].lstrip())
        if not _EXCEPTED.match(low, start):
            return None
        behind = self.ground.sentences.at(start)
        named = CITED in self.view[behind.start : behind.end] or self.ground.names_itself(behind.start, behind.end)
        return None if named or not _STAYS.search(low, behind.start, behind.end) else " ".join(behind.of(self.ground.text).split())

    def _read(self, sentence: Span, group: list[Citation], found: dict[Span, Stated]) -> None:
        row: Row | None = None
        heads: list[tuple[Citation, Row]] = []
        nested_end = aside_end = -1
        for citation in group:
            span = citation.span
            found[span] = Stated(CITES, sentence)
            if span.end <= nested_end:
                continue
            if span.start < nested_end:
                row = None  # "Luật sửa đổi … Luật Bến bãi số …": the first name ends where the second begins
            nested_end = span.end
            if row and self.ground.low[span.start - 1 : span.start] == "(" and self.ground.low[span.end : span.end + 1] == ")":
                row = row._replace(described=False, end=span.end + 1)
                continue  # "(Nghị định số …)": the short name of the document before it
            if row and (aside := self._aside(row.end, span, sentence)):
                opened, aside_end = aside
                row = row._replace(end=max(row.end, aside_end))
                found[span] = replace(found[span], scope=self._told(list(verbs(self.view, opened, span.start)), span.start))
                continue
            if span.start < aside_end:
                continue
            row = self._next(sentence, row, citation)
            row = row._replace(end=self.ground.stated_end(citation))
            if row.described:
                found[span] = replace(found[span], scope=row.told)
                continue
            row = row._replace(heads=row.heads | {_known_by(citation)}, since=row.end)
            if not self.ground.is_foreign(citation, relation(row.stated.predicate)):
                found[span] = row.stated
                heads.append((citation, row))
        self._take_out(sentence, heads, found)

    def _aside(self, start: int, cited: Span, sentence: Span) -> tuple[int, int] | None:
        """Where the bracket in which a citation stands opens and closes, when it was opened behind the last one of a row: what is in
        it tells more of that one, and the row goes on after it ("thay thế X (sau đây gọi là …) và Y")."""
        opened = self.ground.low.find("(", start, cited.start)
        if opened < 0 or ")" in self.ground.low[opened : cited.start]:
            return None
        closed = self.ground.low.find(")", cited.end, sentence.end)
        return (opened, closed + 1) if closed >= 0 else None

    def _next(self, sentence: Span, row: Row | None, citation: Citation) -> Row:
        """The row that a citation goes on with, or begins."""
        start = citation.span.start
        if row is None:
            return self.heads.first(sentence, sentence.start, citation)
        gap = self.ground.low[row.end : start]
        if row.described and (row.listed or ";" not in gap) and self._changes_head(row, citation, gap):
            return self._joined(row._replace(described=False, told=None, doubt=False), citation, False)
        if ";" in gap and not (row.listed and row.described):
            if row.doubt:
                return row._replace(described=True, told=None)
            item = row.end + gap.rfind(";") + 1
            row = row._replace(described=False, told=None)
            joins = CONNECTOR.fullmatch(self.ground.low, item, start)
            if joins and row.stated.predicate != CITES and not (row.after and start >= row.after.start):
                return self._joined(row, citation, bool(joins["place"]))
            return self.heads.first(sentence, item, citation)
        joins = CONNECTOR.fullmatch(self.ground.low, row.end, start)
        if joins and not row.described:
            return self._joined(row, citation, bool(joins["place"]))
        again = self._again(sentence, row, citation)
        if again:
            return again
        further = goes_on(self.ground, row, citation)
        return (
            self._joined(row._replace(described=False, told=None), citation, further == PART)
            if further
            else self._describing(row, citation)
        )

    def _changes_head(self, row: Row, citation: Citation, gap: str) -> bool:
        """Whether a document behind a semicolon or "và" is of the same row because it changed one that stands there: "…: Thông tư A hướng
        dẫn Luật B; Thông tư C sửa đổi, bổ sung một số điều của Thông tư A"."""
        end = self.ground.stated_end(citation)
        after = next((other for other in self.ground.citations if other.span.start >= end), None)
        begin = max(gap.rfind(";") + 1, gap.rfind(_AND))
        if after is None or begin < 0 or not CONNECTOR.fullmatch(gap, begin) or _known_by(after) not in row.heads:
            return False
        if _OVER.search(self.view, end, after.span.start):
            return False
        between = list(verbs(self.view, end, after.span.start))
        return len(between) == 1 and between[0].relation.changes and not between[0].relation.ends

    def _describing(self, row: Row, citation: Citation) -> Row:
        """The row with a citation that only describes the document before it."""
        between = list(verbs(self.view, row.end, citation.span.start))
        changes = bool(between) and relation(row.stated.predicate).ends and _known_by(citation) not in row.heads
        return row._replace(described=True, doubt=row.doubt or changes, told=self._told(between, citation.span.start))

    def _again(self, sentence: Span, row: Row, citation: Citation) -> Row | None:
        """A second verb of the same subject ("thay thế X về bến và bãi bỏ Y"); none where X is itself told to change something."""
        groups = list(verbs(self.view, row.end, citation.span.start)) if not row.described else []
        if len(groups) != 1 or not is_coordinate(self.view, groups[0].start):
            return None
        if not relation(row.stated.predicate).changes and not self._goes_with(sentence, row, groups[0]):
            return None
        kind = self.heads.object(groups[0].end, citation.span.start)
        return self.heads.row(sentence, citation, groups[0].relation, kind) if kind else None

    def _goes_with(self, sentence: Span, row: Row, words: Verbs) -> bool:
        """Whether a verb has the subject of a row that changes nothing: "Thông tư này quy định chi tiết X và thay thế Y"."""
        if row.stated.predicate == CITES:
            return False
        return act_of(self.view, sentence.start, words.start, self.ground.selfs) == "own"

    def _told(self, between: list[Verbs], start: int) -> Scope | None:
        """What the words between a document and one that describes it say: "Thông tư số … thay thế Nghị định số …"."""
        last = between[-1] if between else None
        told = last is not None and last.relation.ends and object_scope(self.view, last.end, start)
        return Scope(TOLD, of=last.relation.id) if last and told else None

    def _joined(self, row: Row, citation: Citation, place: bool) -> Row:
        """The next document of a row; a provision of it is a part, and so is what words for all of them make one."""
        if row.after and citation.span.start >= row.after.start:
            return row._replace(described=True)
        scope = row.stated.scope
        if scope and relation(row.stated.predicate).ends and scope_row(scope.kind).states:
            part = place or citation.pinpoint is not None
            kind = PART if part and scope.kind == WHOLE else scope.kind if part or row.spread else WHOLE
            scope = scope if kind == scope.kind else Scope(kind, start=scope.start)
        return row._replace(stated=replace(row.stated, scope=scope))

    def _take_out(self, sentence: Span, heads: list[tuple[Citation, Row]], found: dict[Span, Stated]) -> None:
        """What a sentence takes out ("…, trừ Điều 5") limits the documents before it, back to the last semicolon."""
        stop = sentence.end
        taken: Scope | None = None
        for citation, row in reversed(heads):
            begin = row.after.end if row.after else row.end
            words = limit(self.view, begin, stop)
            own: Scope | None = None
            if words:
                own = self._limited(words)
                taken = taken if self.view[words.start - 1] == "(" else own  # in brackets it is said of one document
            elif not row.after and ";" in self.view[row.end : stop]:
                taken = None
            stop = stop if row.after else citation.span.start
            stated = found[citation.span]
            if row.taken:
                own = own or taken or self._limited(row.taken)
                taken, stop = None, row.taken.start
            if (own or taken) and stated.scope and stated.scope.kind == WHOLE:
                found[citation.span] = replace(stated, scope=own or taken)

    def _limited(self, words: Limit) -> Scope:
        return Scope(words.kind, " ".join(self.ground.text[words.start : words.end].split()).rstrip(","))
