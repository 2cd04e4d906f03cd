"""Who acts, named by a word that no list of bodies has: told by where the document itself lets such names stand.

A kind of body or person ("Khoa", "Giáo viên") is learnt from the places where only those stand who act: to whom the document goes, with
whom others cooperate, who leads or is charged. A name without a known kind counts where such a place or its own shape speaks for it, and
where it ends is told by the verb of duty behind it; without one nothing is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.types import types_of
from build_tools.lexicon.words import word_set
from build_tools.model.header import Header
from build_tools.model.span import Span
from build_tools.statements.actor_words import (
    acts_on_people,
    before_subject,
    charged_behind,
    is_charged,
    kind_of_actor,
    leads_behind,
    name_hangs,
    people_words,
    told_of,
)
from build_tools.statements.acts import goes_on, tells
from build_tools.statements.asking import given, no_asking
from build_tools.statements.bodies import Bodies
from build_tools.statements.body_beginnings import BREAK, WORD, begins_body, plural_words
from build_tools.statements.duties import BRACKETS, Bearer, Duty, read_duty
from build_tools.statements.helpers import TOGETHER, helpers_of
from build_tools.statements.many_bodies import JOINT, split_bodies
from build_tools.statements.name_ends import name_end
from build_tools.statements.proper_names import proper_names, spoken_of
from build_tools.statements.stray_words import has_stray
from build_tools.statements.verbs import first_verb, first_words, is_duty

NAME = 10
"""Words of a name."""
ALONE = 7
"""Words of a name that nothing but its kind and a verb speaks for."""
PEER = 3
"""Words of a name that only its neighbours speak for: "Kế toán | lập …"."""
PHRASE = re.compile(r"[^\W\d_]+(?:\s[^\W\d_]+){3}")
"""A verb of two syllables with what it acts on."""
PERSON = re.compile(r"(?<!\w)người\s", re.IGNORECASE)
REACH = 120
"""Characters of a name with what tells where it ends."""
CLAUSE_START = re.compile(r"[.;:\n]\s*(?:[-–+*•]\s*)?(?=[^\W\d_])")


class Actors:
    """Reads the duties of one document, knowing who acts in it."""

    def __init__(self, text: str, header: Header) -> None:
        self.text, self.header = text, header

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of those who act in this document, as keys, as far as the document shows them."""
        return frozenset(head for said in self._shown() if (head := kind_of_actor(said)))

    def _written_to(self) -> Iterator[str]:
        """Those to whom the document is written or sent; of "Các sở: Xây dựng, Y tế" what each is called by itself is no name."""
        for name in (*self.header.addressees, *self.header.recipients):
            yield name.partition(":")[0]

    def _shown(self) -> Iterator[list[str]]:
        """The first words of each name that stands where only who acts does."""
        for name in self._written_to():
            for part in JOINT.split(name):
                yield WORD.findall(part)[:4]
        for together in TOGETHER.finditer(self.text):
            yield self._words(together.end(), min(len(self.text), together.end() + REACH))
        for leads in leads_behind().finditer(self.text):
            begin = max(0, leads.start() - REACH)
            starts = [found.end() for found in CLAUSE_START.finditer(self.text, begin, leads.start())]
            said = self.text[starts[-1] : leads.start()].rstrip() if starts else ""
            if not said or BREAK.search(said) or said.endswith(","):
                continue  # "Xử phạt người đậu sai; | chịu trách nhiệm …": another clause told who acts
            if not before_subject(self.text, starts[-1], leads.start()) and len(said.split()) <= NAME:
                yield self._words(starts[-1], leads.start())

    def _words(self, start: int, end: int) -> list[str]:
        stop = JOINT.search(self.text, start, end)
        broken = BREAK.search(self.text, start, end)
        ends = [found.start() for found in (stop, broken) if found]
        return WORD.findall(self.text, start, min([end, *ends]))[:4]

    def begins(self, at: int, end: int) -> bool:
        """True where the words begin a name of a kind that acts in this document, or name people."""
        said = WORD.findall(self.text, at, min(end, at + REACH))[:5]
        keys = [word_key(word) for word in said]
        count = plural_words(keys)
        if not said or not (count or said[0][0].isupper()):
            return False
        keys = keys[count:]
        if " ".join(keys[:2]) in self.kinds | people_words():
            return True
        return bool(keys) and keys[0] in self.kinds and (bool(count) or said[1:2] == [] or said[1][0].isupper())

    def read(self, span: Span, deep: bool = True, directs: bool = True, acted: bool = False) -> Duty:
        """The duty whose text is ``span``, as ``read_duty`` reads it, with who acts where no list knows him.

        Where things to do are not told (``directs``), rules tell what people do: only who is charged acts there. ``acted``: what stands
        beside it begins with who has to act.
        """
        duty = read_duty(self.text, span, deep)
        if duty.lead and self.text.startswith(duty.lead[0], span.start):
            return self.described(duty)
        named = self.named(span, acted)
        charged = named is not None and is_charged().match(self.text, named[1]) is not None
        if named is None or (duty.lead and not charged) or not (directs or named[2] or charged):
            return duty
        return read_duty(self.text, span, deep, named)

    def heading(self, words: Span) -> Bodies | None:
        """A heading that is nothing but a name of a kind that acts in this document, or of people: "3. Giáo viên chủ nhiệm"."""
        name = words.of(self.text).strip(" .:")
        if not self.begins(words.start, words.end) or BREAK.search(name) or len(name.split()) > NAME or any(map(str.isdigit, name)):
            return None
        return None if first_verb(name, 0, len(name))[0] is not None else Bodies(self._split(name), words.end)

    def asked(self, sentence: Span) -> Bodies | None:
        """Who is asked in a sentence by a name of no listed kind: "… yêu cầu Công đoàn các xã | thực hiện một số nội dung sau:"."""
        for asked in given().finditer(self.text, sentence.start, sentence.end):
            at = asked.end()
            if no_asking(self.text, asked.start()) or not self.text[at : at + 1].isupper() or begins_body(self.text, at, sentence.end):
                continue
            if found := self.name_at(at, sentence.end, asked=True):
                return found
        return None

    def described(self, duty: Duty) -> Duty:
        """Bodies of many that a verb only describes, as the document has it behind a person too: "Các đơn vị | sử dụng lao động"."""
        last = duty.lead[-1] if duty.lead else ""
        if not plural_words([word_key(word) for word in last.split()[:2]]) or not self.text.endswith(last, 0, duty.action - 1):
            return duty
        verb = PHRASE.match(self.text, duty.action)
        if verb is None or word_key(verb.group()) not in self.of_persons:
            return duty
        at = verb.end() + (self.text[verb.end() : verb.end() + 1] == " ")
        return replace(duty, lead=(*duty.lead[:-1], f"{last} {verb.group()}"), action=at)

    @cached_property
    def of_persons(self) -> frozenset[str]:
        """What persons are called by: the four syllables behind the word for a person, as keys."""
        behind = (PHRASE.match(self.text, found.end()) for found in PERSON.finditer(self.text))
        return frozenset(word_key(phrase.group()) for phrase in behind if phrase)

    @cached_property
    def names(self) -> frozenset[str]:
        """Whole names of two words or more to which the document goes, as written, but for names of many."""
        parts = (part for name in self._written_to() for part in JOINT.split(BRACKETS.sub("", name)))
        return frozenset(part for part in parts if part[:1].isupper() and " " in part and not plural_words(word_key(part).split()[:2]))

    def known(self, at: int, end: int) -> Bodies | None:
        """A whole name of the document's own, with whatever word behind it: "Khoa Dược | dự trù …"."""
        said = list(WORD.finditer(self.text, at, min(end, at + REACH)))[:NAME]
        for last in reversed(said):
            if self.text[at : last.end()] in self.names:
                return Bodies((self.text[at : last.end()],), last.end(), closed=True)
        return None

    @cached_property
    def spoken(self) -> frozenset[str]:
        """What the document speaks of as of things."""
        return spoken_of(self.text)

    def proper(self, at: int, end: int, acted: bool) -> Bodies | None:
        """Names of their own behind a word for their kind that no list knows."""
        if self.begins(at, end) and (many := self.many(at, end)):
            return many
        found = proper_names(self.text, at, end, self.spoken, acted)
        return found and replace(found, names=tuple(name for names in found.names for name in self._split(names)))

    def many(self, at: int, end: int) -> Bodies | None:
        """Many of a kind of people, or of one that acts in this document: "Mỗi đảng viên | nhận đỡ đầu một người"."""
        keys = [word_key(word) for word in WORD.findall(self.text, at, min(end, at + REACH))[:4]]
        count = plural_words(keys)
        two = " ".join(keys[count : count + 2]) in self.kinds | people_words()
        ended = name_end(self.text, at, end, count + 1 + two) if count else None
        return None if ended is None else Bodies((self.text[at:ended],), ended, closed=True)

    def named(self, span: Span, acted: bool = False) -> Bearer | None:
        """(lead, where the action begins, asked) where a name of no listed kind opens the text or is asked at its beginning."""
        asked = given().match(self.text, span.start, span.end)
        at = asked.end() if asked else span.start
        listed = begins_body(self.text, at, span.end, low=bool(asked))
        found = (None if listed else self.name_at(at, span.end, bool(asked), acted)) or self.known(at, span.end)
        found = found or (None if listed else self.proper(at, span.end, acted))
        if found is None or not goes_on(self.text, found, span.end, bool(asked), True):
            return None
        return found.names, found.end, bool(asked)

    def name_at(self, at: int, end: int, asked: bool, acted: bool = False) -> Bodies | None:
        """The names that begin here, up to a colon or a verb of duty; None where nothing speaks for one who acts."""
        text = self.text
        first = first_words(text, at, end)
        if (
            not first
            or is_duty(first)
            or tells(first)
            or acts_on_people(first)
            or not (asked or text[at].isupper())
            or before_subject(text, at, end)
        ):
            return None
        if not {" ".join(first[:length]) for length in (1, 2)}.isdisjoint(told_of()):
            return None
        broken = BREAK.search(text, at, min(end, at + REACH))
        stop = broken.start() if broken else min(end, at + REACH)
        verb, _ = first_verb(text, at, stop)
        colon = broken is not None and text[stop] == ":" and verb is None
        if verb is None and not colon:
            return None
        until = verb if verb is not None else stop
        name = text[at:until].rstrip()
        last = word_key(name.rpartition(" ")[2])
        if not 0 < len(name.split()) <= NAME or any(map(str.isdigit, name)) or name.endswith(",") or last in name_hangs():
            return None
        if verb is not None and not is_duty(first_words(text, verb, stop)):
            return None
        if (
            verb is not None
            and not asked
            and name.split()[1:2]
            and name.split()[1][0].isupper()
            and has_stray((name,))
            and not charged_behind().match(text, verb)
        ):
            return None
        if not self._one(name) or not (self._speaks(at, until, asked, name) or (acted and verb is not None and len(name.split()) <= PEER)):
            return None
        return Bodies(self._split(name), at + len(name))

    def _one(self, name: str) -> bool:
        """True for a name without a comma, or where each part names one who acts, or many do ("Các khoa, phòng")."""
        parts = JOINT.split(name)
        many = bool(plural_words([word_key(word) for word in name.split()[:2]]))
        return len(parts) == 1 or many or all(kind_of_actor(part.split()) in self.kinds for part in parts)

    def _speaks(self, at: int, until: int, asked: bool, name: str) -> bool:
        """What speaks for one who acts: that he is asked or charged, his kind, or a name in capitals that is no document's."""
        said = name.split()
        if asked:
            return not set(word_key(name).split()) & (word_set("joins-body") | {"cho"})
        charged = charged_behind().match(self.text, until)
        if charged and (
            not (together := TOGETHER.match(self.text, until)) or helpers_of(self.text, together, min(len(self.text), until + REACH))
        ):
            return True
        if len(said) > ALONE and not plural_words([word_key(word) for word in said[:2]]):
            return False
        if self.begins(at, until):
            return True
        proper = len(said) > 1 and said[0][0].isupper() and said[1][0].isupper()
        return proper and types_of(()).named(said[0]) is None and types_of(()).named(" ".join(said[:2])) is None

    def _split(self, name: str) -> tuple[str, ...]:
        names: list[str] = []
        for part in split_bodies(name):
            pieces = JOINT.split(part)
            whole = len(pieces) == 1 or not all(piece[:1].isupper() and kind_of_actor(piece.split()) in self.kinds for piece in pieces)
            names.extend([part] if whole else pieces)
        return tuple(names)
