"""Citations by number, each beside the other citations of the same number in its text: the fuller one says what the shorter one means."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.identity import number_key
from build_tools.messages import say
from build_tools.model.citation import Ambiguous, Citation, Resolution, Resolved, Unknown
from build_tools.model.register import Register, Work
from build_tools.naming import works_by_number
from build_tools.naming.codes import named_by_code
from build_tools.resolve import candidates
from build_tools.resolve.context import Context
from build_tools.resolve.wanted import wanted_key

_Signature = tuple[str | None, str | None, str | None, str | None]
_MOST_WAYS = 40
"""More different ways to cite one number are not looked at."""


def _signature(citation: Citation, register: Register) -> _Signature:
    """What a citation says beside its number; an issuer that the number's own code names says no more than the number."""
    told = citation.issuer and citation.issuer != named_by_code(citation.number or "", register)
    return citation.type, citation.date, citation.term, citation.issuer if told else None


class Numbers:
    """The numbered citations of one text, with what each of them leads to by itself."""

    def __init__(self, citations: Iterable[Citation], works: tuple[Work, ...], context: Context) -> None:
        self.context = context
        self.works = works
        self.by_number: dict[str, list[Citation]] = {}
        for citation in citations:
            if citation.kind == "numbered" and citation.number:
                self.by_number.setdefault(number_key(citation.number), []).append(citation)
        self.direct = {id(c): candidates.numbered(c, works, context) for items in self.by_number.values() for c in items}
        self.full = {number: self._representatives(items) for number, items in self.by_number.items()}
        self.answers: dict[tuple[str, _Signature], Resolution] = {}

    def _representatives(self, items: list[Citation]) -> list[Citation]:
        """One citation for each different way in which the text cites a number, a resolved one if there is one."""
        chosen: dict[_Signature, Citation] = {}
        for citation in items:
            sign = _signature(citation, self.context.register)
            if sign not in chosen or not isinstance(self.direct[id(chosen[sign])], Resolved):
                chosen[sign] = citation
        return list(chosen.values())[:_MOST_WAYS]

    def resolve(self, citation: Citation) -> Resolution:
        """What a numbered citation means."""
        own = self.direct[id(citation)]
        if isinstance(own, Resolved) or citation.date:
            return own
        asked = (number_key(citation.number or ""), _signature(citation, self.context.register))
        if asked not in self.answers:
            self.answers[asked] = self._from_full(citation, own)
        return self.answers[asked]

    def _from_full(self, citation: Citation, own: Resolution) -> Resolution:
        """What the fuller citations of the same number in the same text lead to."""
        full = [other for other in self.full.get(number_key(citation.number or ""), []) if self._is_fuller(other, citation)]
        answers = {(r.work if isinstance(r, Resolved) else None): r for other in full for r in [self.direct[id(other)]]}
        linked = [work for work in answers if work is not None]
        if len(linked) == 1 and None not in answers:
            if self._contradicts(citation, linked[0]):
                return own
            return Resolved(linked[0], say("rules.full.known"))
        if len(linked) > 1:
            return Ambiguous(tuple(sorted(linked)), say("rules.full.several"))
        keys = {wanted_key(other, self.context) for other in full}
        if not linked and len(keys) == 1 and not any(self._of_two_bodies(citation, other) for other in full):
            return Unknown(keys.pop(), say("rules.full.not-known"))
        return own

    def _is_fuller(self, other: Citation, citation: Citation) -> bool:
        """Whether ``other`` says more than ``citation`` of the same number, and nothing that contradicts it."""
        if other.type and citation.type and other.type != citation.type:
            return False
        if citation.term and other.term and citation.term != other.term:
            return False
        told = _signature(other, self.context.register)
        if told == _signature(citation, self.context.register) and not isinstance(self.direct[id(other)], Resolved):
            return False
        return any(told[1:])

    def _contradicts(self, citation: Citation, work: str) -> bool:
        """Whether what a citation says is not so of ``work``, to which another of its number leads."""
        known = works_by_number(self.works).get(number_key(citation.number or ""), ())
        return any(candidates.contradiction(citation, one, self.context) for one in known if one.id == work)

    def _of_two_bodies(self, citation: Citation, other: Citation) -> bool:
        """Whether two citations of one number name two bodies, and the number itself names none: one that it names is at times called
        otherwise ("Chỉ thị … /TTg của Chính phủ")."""
        coded = named_by_code(citation.number or "", self.context.register)
        return coded is None and candidates.of_two_bodies(citation, other, self.context)

    def of_label(self, target: str, rule: str) -> Resolution | None:
        """The work to which a full citation of the number ``target`` leads, under ``rule``; None where none does."""
        for citation in self.full.get(number_key(target), []):
            answer = self.resolve(citation)
            if isinstance(answer, Resolved):
                return Resolved(answer.work, rule)
        return None
