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
from build_tools.resolve.wanted import is_of_many, wanted_key
from build_tools.vietnamese.dates import same_date

_Signature = tuple[str | None, str | None, str | None, str | None]
_MOST_WAYS = 40
"""More different ways to cite one number are not looked at."""
_WHOLE_DAY = len("2031-10-05")


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
        self.answers: dict[tuple[object, ...], Resolution] = {}

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
        understood = candidates.is_understood(own)
        if (isinstance(own, Resolved) and not understood) or len(citation.date or "") == _WHOLE_DAY:
            return own
        full = [other for other in self.full.get(number_key(citation.number or ""), []) if self._is_fuller(other, citation)]
        year = candidates.year_told(citation, self.context)
        asked = (number_key(citation.number or ""), _signature(citation, self.context.register), year, *map(id, full))
        if asked not in self.answers:
            self.answers[asked] = self._beside_others(own, full) if understood else self._from_full(citation, own, full)
        return self.answers[asked]

    def _works_of(self, full: list[Citation]) -> set[str | None]:
        """The works to which the fuller citations lead; None among them where one leads to none."""
        led = [(other, answer.work) for other in full if isinstance(answer := self.direct[id(other)], Resolved)]
        found: set[str | None] = {work for _, work in led}
        for other in full:
            if isinstance(self.direct[id(other)], Resolved):
                continue
            # what says less than another, and is explained by it, does not make a third one doubtful
            meant = {work for more, work in led if self._is_fuller(more, other) and not self._contradicts(other, work)}
            found |= meant if len(meant) == 1 else {None}
        return found

    def _beside_others(self, own: Resolution, full: list[Citation]) -> Resolution:
        """What is only understood of the citing document's series, where the text cites another document of that number as well."""
        these = {own.work} if isinstance(own, Resolved) else set()
        others = {work for work in self._works_of([other for other in full if other.date]) if work is not None}
        return Ambiguous(tuple(sorted(these | others)), say("rules.full.several")) if others - these else own

    def _from_full(self, citation: Citation, own: Resolution, full: list[Citation]) -> Resolution:
        """What the fuller citations of the same number in the same text lead to."""
        answers = self._works_of(full)
        linked = {work for work in answers if work is not None}
        if len(linked) == 1 and None not in answers:
            (work,) = linked
            if self._contradicts(citation, work):
                return own
            if isinstance(own, Ambiguous) and work not in own.works:  # the series of the citing document has that number too
                return Ambiguous(tuple(sorted({*own.works, work})), say("rules.full.several"))
            return Resolved(work, say("rules.full.known"))
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
        if citation.date and not (other.date and same_date(citation.date, other.date)):
            return False
        if other.span.start > citation.span.start and candidates.is_distant(other, self.context) and is_of_many(citation, self.context):
            return False  # before another body is named, a number that many bodies give is understood of the text's own
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
