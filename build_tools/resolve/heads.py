"""How a row of citations begins: by the verb before it, by the list it stands in, or by the verb after it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from build_tools.lexicon.pieces import pattern
from build_tools.lexicon.relations import Relation, relation
from build_tools.lexicon.scopes import PART, PLANNED, SUSPENDED, TOLD, WHOLE
from build_tools.lexicon.words import any_word
from build_tools.model.citation import CITES, Citation, Scope
from build_tools.model.span import Span
from build_tools.resolve.acts import SINCE, Act, act_of, opens_act
from build_tools.resolve.cues import After, Verbs, cue_before, cues_after, is_coordinate, verbs
from build_tools.resolve.ground import Ground
from build_tools.resolve.objects import is_taken_out, item_scope, leading_limit, object_scope, period
from build_tools.resolve.rows import Row, Stated
from build_tools.resolve.view import CITED
from build_tools.vietnamese.dates import date_at, find_dates

_PLACE = rf"(?:(?:các )?{any_word('provision')} [\w,\s]{{1,80}}?(?:của |tại |và )?)?"
CONNECTOR = pattern(rf"(?: ?\([^()\n]{{0,120}}\))? ?(?:,|;|và|hoặc|, và|; và|cùng với|gắn với)? ?(?:số )?(?:các )?(?P<place>{_PLACE})")
"""What may stand between two citations of one list, after the issuer: brackets, a connector, a provision."""
_STAYS = pattern(rf"(?<!\w){any_word('stays-on')}(?!\w)")
_ITEM = re.compile(rf"{CONNECTOR.pattern}{CITED}")
_CONDITION = pattern(rf"\W*{any_word('when-ended')}(?!\w)")
_IF = pattern(rf"(?: \w+){{0,4}}? {any_word('ends-if')}(?!\w)(?P<subject>(?: \w+)? )")
"""A condition behind a verb of ending, and where its subject begins, one word on at most ("khi | Thông tư này", "cùng lúc với | …")."""
_SPOKEN_ABOUT = pattern(rf" {any_word('spoken-about')}(?!\w)")
APART = pattern(rf"\W*{any_word('apart')} (?P<place>{_PLACE})")
SINCE_DAY = pattern(rf" {any_word('since')} ")
_UNTIL = pattern(rf"(?<!\w){any_word('when-ended')} $")
_HERE = " này"
_THROUGH = pattern(rf" {any_word('through-what')}(?!\w)(?P<what>[^,;.]{{0,160}})")
_BY = pattern(rf"[^;:.{CITED}]*?(?<!\w)(?:theo|bởi|tại)(?!\w)[^;:.{CITED}]{{0,60}}{CITED}")
_PARTLY = " một phần"
_NUMBERED = pattern(rf"(?<!\w){any_word('provision')} [\divx]")
NUMBERED = rf"{any_word('provision')} (?:\d|[ivxlc]{{1,6}}(?!\w)|[a-zđ](?!\w))[\w,\s]{{0,80}}?(?: của| tại)?"
"""A provision with its number, and others with it, up to the document that they are of."""
_OF = " của "
_PROVISION = pattern(rf"(?<!\w){any_word('provision')} [\w.]{{1,8}} $")
_NEAR = 30
_RULES = ("law", "rules")
"""Genres of documents whose plain statements are acts."""
_PLANS = ("plan", "report", "paper")
"""Genres of documents in which a bare verb is work to be done ("- Sửa đổi Nghị định …"), unless it stands in an article."""
_MATTER = re.compile(rf"(?<!\w){any_word('about', 'about-word')} $", re.IGNORECASE)
"""Before the matter that is spoken of ("Về việc sửa đổi …")."""
_MOST_ITEMS = 40
"""Items of one sentence that may share the verb at its end."""
_WHOLE_DAY = len("2032-07-01")


class Heads:
    """Begins the rows of one document."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.view = ground.view
        self.afters: dict[Span, tuple[After, ...]] = {}
        """Verbs after their subject, of the sentence that is being read."""

    def first(self, sentence: Span, item: int, citation: Citation) -> Row:
        """The row that begins with a citation: by the verb before it, the list it stands in, or the verb after it."""
        start = citation.span.start
        opened = self.view.rfind("(", item, start)
        inside = opened >= 0 and ")" not in self.view[opened:start]
        item = opened + 1 if inside else item
        taken = leading_limit(self.view, item, start)
        if taken:  # its provision is none of the row's own document
            return self._begun(sentence, taken.end, replace(citation, pinpoint=None), inside)._replace(taken=taken)
        if is_taken_out(self.view, item, start):
            apart = APART.fullmatch(self.view, item, start)
            row = self._by_verb_after(sentence, apart.start("place"), citation) if apart else None
            if row is not None:
                return row  # "Riêng Thông tư số … hết hiệu lực từ ngày …": taken out of the day, not of the ending
            return Row(Stated(CITES, sentence), citation.type, start)
        return self._begun(sentence, item, citation, inside)

    def _begun(self, sentence: Span, item: int, citation: Citation, inside: bool) -> Row:
        start = citation.span.start
        told = None
        verb = self._verb(item, start, inside)
        if verb:
            words, act, kind = verb
            if act == "own" and _SPOKEN_ABOUT.match(self.view, self.ground.stated_end(citation)):
                act = TOLD
            if act == "own":
                spread = kind != WHOLE and not _NUMBERED.search(self.view, words.end, start)
                row = self.row(sentence, citation, words.relation, kind, spread)
                return _from_day(row, self._day(self.ground.stated_end(citation)) or self._day_ahead(item, words.start))
            if act != TOLD or words.relation.ends:  # that others were changed is told everywhere
                told = Stated(CITES, sentence, Scope(act, of=words.relation.id))
        plain = cue_before(self.ground.low, item, self.ground.told_from(citation))
        if plain:
            return Row(Stated(plain, sentence), citation.type, start)
        return (
            self._in_list(sentence, item, citation)
            or self._by_verb_after(sentence, item, citation)
            or Row(told or Stated(CITES, sentence), citation.type, start)
        )

    def _verb(self, item: int, start: int, inside: bool) -> tuple[Verbs, Act, str] | None:
        """The verb that has a citation as its object, whose act it is, and how much of the document it is about."""
        chosen: tuple[Verbs, Act] | None = None
        for words in verbs(self.view, item, start):
            if self.view.startswith(_OF, words.end) and _PROVISION.search(self.view, max(item, words.start - _NEAR), words.start):
                continue  # "khoản 3 Điều 35 sửa đổi, bổ sung của Luật …": it tells which wording is meant
            act = act_of(self.view, item, words.start, self.ground.selfs)
            if act == "own" and opens_act(self.view, item, words.start):
                if inside or (self.ground.is_letter and _MATTER.search(self.view, item, words.start)):
                    # "V/v sửa đổi …" is what a letter is about; in "Quy định số … (thay thế Quy định số …)" the one before the bracket acts
                    act = TOLD
                elif self.ground.genre in _PLANS and not self.ground.in_article(item):
                    act = PLANNED
            if chosen and chosen[1] != TOLD and act == TOLD:
                if not is_coordinate(self.view, words.start):
                    continue  # part of the object: "thay thế Phụ lục sửa đổi, bổ sung …"
                act = chosen[1]
            chosen = words, act
        if chosen is None:
            return None
        kind = self.object(chosen[0].end, start)
        return (*chosen, kind) if kind else None

    def object(self, verb: int, start: int) -> str | None:
        """How much of a document the words between a verb and it are about; of provisions between semicolons the last are looked at."""
        if self.ground.names_itself(verb, start):
            return None
        if ";" not in self.view[verb:start]:
            return object_scope(self.view, verb, start)
        kind = object_scope(self.view, self.view.rfind(";", verb, start) + 1, start)
        return kind if kind != WHOLE else None

    def _in_list(self, sentence: Span, item: int, citation: Citation) -> Row | None:
        if item != sentence.start:
            return None
        inline = self.ground.chapeaux.inline(item, citation.span.start)
        if inline and inline.relation.changes:
            return self.row(sentence, citation, inline.relation, inline.scope)._replace(listed=True)
        kind = item_scope(self.view, self.ground.chapeaux.item(item), citation.span.start)
        chapeau = self.ground.chapeaux.over(sentence) if kind else None
        if chapeau is None or kind is None or not (chapeau.relation.changes or self.ground.chapeaux.is_bare(item, citation.span.start)):
            return None
        row = self.row(sentence, citation, chapeau.relation, chapeau.scope if kind == WHOLE else kind)._replace(listed=True)
        whole = row.stated.scope is not None and row.stated.scope.kind == WHOLE
        return row._replace(stated=replace(row.stated, scope=chapeau.taken)) if whole and chapeau.taken else row

    def _by_verb_after(self, sentence: Span, item: int, citation: Citation) -> Row | None:
        """ "Nghị định số … hết hiệu lực kể từ ngày Nghị định này có hiệu lực": the citation is the subject, alone or in a row."""
        start, end = citation.span.start, citation.span.end
        if sentence not in self.afters:
            self.afters = {sentence: cues_after(self.view, sentence.start, sentence.end)}
        index = bisect_left(self.afters[sentence], end, key=lambda after: after.start)
        after = self.afters[sentence][index] if index < len(self.afters[sentence]) else None
        if after is None or not self._is_act(sentence, after):
            return None
        begin = self.ground.chapeaux.item(item)
        since = SINCE.match(self.view, begin, start)
        if since and (not since["when"] or self.ground.names_itself(begin, since.end())):
            begin = since.end()
        if _CONDITION.match(self.view, begin, start) or self._only_when(end, after) or not self._through_itself(after):
            return None
        kind = object_scope(self.view, begin, start)
        spoken = self.ground.names_itself(begin, start)  # "Nghị định này … đến ngày Luật số … hết hiệu lực"
        if kind is None or spoken or not self._one_row(end, after.start) or self._by_another(after, sentence):
            return None
        if kind == WHOLE and _PARTLY in self.view[after.end : after.end + len(_PARTLY) + 10]:
            kind = PART
        row = self.row(sentence, citation, after.relation, kind)._replace(after=after)
        return _from_day(row, self._day(after.end) or (self._day_in(since) if since else None))

    def _day(self, at: int) -> str | None:
        """The day from which the sentence lets an ending hold, behind ``at`` ("hết hiệu lực kể từ ngày 01/7/2032")."""
        since = SINCE_DAY.match(self.view, at)
        date = date_at(self.ground.text, since.end(), day_only=True) if since else None
        return date.iso if date else None

    def _day_ahead(self, item: int, verb: int) -> str | None:
        """The same in front of the verb: "Kể từ ngày 01/7/2032, bãi bỏ …"."""
        since = SINCE.fullmatch(self.view, self.ground.chapeaux.item(item), verb)
        return self._day_in(since) if since else None

    def _day_in(self, since: re.Match[str]) -> str | None:
        date = next(find_dates(self.ground.text[since.start() : since.end()]), None)
        return date.iso if date and len(date.iso) == _WHOLE_DAY else None

    def _only_when(self, end: int, after: After) -> bool:
        """Whether a verb is said of another time or of another document: "… vẫn áp dụng cho đến khi bị bãi bỏ", "… hết hiệu lực nếu …"."""
        condition = _IF.match(self.view, after.end)
        if condition and not self.ground.names_itself(condition.start("subject"), condition.end("subject") + 1):
            return True
        until = _UNTIL.search(self.view, max(end, after.start - 20), after.start)
        return until is not None or any(_STAYS.search(part) for part in self.view[end : after.start].split(";")[-1:])

    def _through_itself(self, after: After) -> bool:
        """Whether what is said to end through something ends through this document: "được thay thế bằng Thông tư này"."""
        through = _THROUGH.match(self.view, after.end)
        return through is None or _HERE in through["what"]

    def _by_another(self, after: After, sentence: Span) -> bool:
        """Whether another document is named as the one that ends it: "… hết hiệu lực kể từ ngày 01/3/2031 theo Thông tư số …"."""
        by = _BY.search(self.view, after.end, sentence.end)
        return by is not None and not self.ground.names_itself(after.end, by.end())

    def _one_row(self, start: int, end: int) -> bool:
        """Whether each part between semicolons begins with a document or with what is told to be of one ("các quy định về phí tại …"), as
        the items of one long subject do, or cites none; and no part has said before that its documents stay."""
        first, *parts = self.view[start:end].split(";")
        if parts and any(_STAYS.search(part) for part in (first, *parts[:-1])):
            return False
        return len(parts) <= _MOST_ITEMS and all(CITED not in part or _ITEM.match(part) or _is_item(part) for part in parts)

    def _is_act(self, sentence: Span, after: After) -> bool:
        """Whether the document itself says so: it is a law or such, has articles, or speaks of the day on which it takes effect."""
        if self.ground.key[after.start : after.start + 2].istitle() and after.start > sentence.start:
            return False  # the status that a portal puts behind a title: "… của Bộ Bến bãi Hết hiệu lực một phần"
        said = self.ground.names_itself(after.end, sentence.end)
        return said or self.ground.genre in _RULES or self.ground.in_article(sentence.start)

    def row(self, sentence: Span, citation: Citation, words: Relation, kind: str, spread: bool = False) -> Row:
        """The row that a citation begins under ``words``; a provision of the document is a part of it."""
        scope = None
        if words.scope == SUSPENDED:
            since, until = period(self.ground.text, self.ground.low, sentence.start, sentence.end)
            scope = Scope(words.scope, start=since, end=until)
        elif words.scope:
            scope = Scope(words.scope)
        elif words.ends:
            scope = Scope(PART if kind == WHOLE and citation.pinpoint is not None else kind)
        return Row(Stated(words.id, sentence, scope), citation.type, citation.span.start, spread=spread)


def _is_item(part: str) -> bool:
    """Whether a part of a long subject is about provisions, an annex or words of the document that it cites."""
    return item_scope(part, 0, part.index(CITED)) is not None


def _from_day(row: Row, day: str | None) -> Row:
    """The row of an ending with the day from which it holds; of a suspension it is read with its end (``period``)."""
    scope = row.stated.scope
    if day is None or scope is None or scope.start or not relation(row.stated.predicate).ends:
        return row
    return row._replace(stated=replace(row.stated, scope=replace(scope, start=day)))
