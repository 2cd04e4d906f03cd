"""What identifies a work, and when two are one: shared by the register and by the documents of the site."""

from __future__ import annotations

from build_tools.identity import Identity, number_key, parse_number
from build_tools.lexicon.types import types_of
from build_tools.model.memo import by_identity
from build_tools.model.register import CommitteeTerm, DocumentType, Issuer, Register, Work
from build_tools.naming.names import slug


def term_at(date: str | None, terms: tuple[CommitteeTerm, ...]) -> str | None:
    """The committee term in which ``date`` (a full ISO day) lies, when the register knows its dates; else None."""
    if date is None or len(date) != 10:
        return None
    for term in terms:
        if term.start and term.start <= date and (term.end is None or date <= term.end):
            return term.id
    return None


NAME_LENGTH = 60


def identify(
    kind: str,
    number: str | None,
    issuer: str | None,
    term: str | None,
    date: str | None,
    terms: tuple[CommitteeTerm, ...],
    name: str = "",
) -> Identity:
    """The identity of a document from what is known of it.

    Numbers of the centre of the Party ("/TW") start anew with each committee term, so the term identifies them (told by the date when it
    is not stated); a number that carries its year needs neither where the issuer is known; all others take their term, or else their
    date. A document without a number is told by the beginning of its ``name``.
    """
    if number is None:
        short = slug(name)
        cut = short if len(short) <= NAME_LENGTH else short[:NAME_LENGTH].rpartition("-")[0]
        return Identity(kind, None, issuer, term, None if term else date, cut or None)
    parts = parse_number(number) if number else None
    if parts is not None and issuer is not None and (parts.year is not None or parts.legislature is not None):
        return Identity(kind, number, issuer)
    if term is None and parts is not None and "TW" in parts.issuer_codes:
        term = term_at(date, terms)
    return Identity(kind, number, issuer, term, None if term else date)


@by_identity
def works_by_number(works: tuple[Work, ...]) -> dict[str, tuple[Work, ...]]:
    """Works under the key of their number (see ``number_key``)."""
    found: dict[str, list[Work]] = {}
    for work in works:
        if work.number:
            found.setdefault(number_key(work.number), []).append(work)
    return {key: tuple(items) for key, items in found.items()}


@by_identity
def works_by_id(works: tuple[Work, ...]) -> dict[str, Work]:
    """Works under their ids."""
    return {work.id: work for work in works}


def target_work(target: str, works: tuple[Work, ...]) -> tuple[Work, ...]:
    """The works that ``target`` can mean: the one with this id, else those with this number. Empty when there is none."""
    exact = works_by_id(works).get(target)
    return (exact,) if exact else works_by_number(works).get(number_key(target), ())


@by_identity
def issuers_by_id(register: Register) -> dict[str, Issuer]:
    """The register's issuers under their ids."""
    return {issuer.id: issuer for issuer in register.issuers}


def family(issuer: str | Issuer, register: Register) -> str:
    """The body whose numbers ``issuer`` shares: Ban Thường vụ Thành ủy and Thành ủy number together; so do Bộ Chính trị and Ban Bí thư.

    A body that the register does not hold (a part of a committee that no document names as its issuer) is given as such, not by its id.
    It is the highest body above it that has the same place and a code in common with it ("/TU" of a province and of a city in it are two).
    """
    known = issuers_by_id(register)
    body = known.get(issuer, None) if isinstance(issuer, str) else known.get(issuer.id, issuer)
    if body is None:
        return str(issuer)
    for _ in range(8):
        above = known.get(body.parent or "")
        if above is None or above.place != body.place or not set(above.codes) & set(body.codes):
            break
        body = above
    return body.id


def type_named(name: str, register: Register) -> DocumentType | None:
    """The type with this name, alias or id ("Kết luận", "ket-luan"), however capitalised; None when there is none."""
    return types_of(register.types).named(name)
