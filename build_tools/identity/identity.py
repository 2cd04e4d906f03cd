"""The identity of a document: type, number and symbol, issuer, and term or date. Never the number alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from build_tools.identity.address import decode_number, encode_number

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_TERM = re.compile(r"(?:[IVXLC]{1,9}|\d{1,3})\Z")
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?\Z")
_ABSENT = "_"
_FIELD = "--"


@dataclass(frozen=True, slots=True)
class Identity:
    """What makes a document this one and no other.

    ``type`` and ``issuer`` are register ids, ``number`` canonical, ``term`` Roman ("XIII") or a legislature ("13"), ``date`` ISO at
    the precision known. A document without a number takes ``name`` instead, its short title as an id ("dieu-le-dang"). What is not
    known, or not needed, is None.

    ``format()`` gives its stable ASCII address, which is also the work's id: ``01-kl_tw--ket-luan--bo-chinh-tri--xiii``.
    Raises ``ValueError`` for fields that cannot be ids, terms or dates.
    """

    type: str
    number: str | None = None
    issuer: str | None = None
    term: str | None = None
    date: str | None = None
    name: str | None = None

    def __post_init__(self) -> None:
        for name, value, shape in (
            ("type", self.type, _ID),
            ("issuer", self.issuer, _ID),
            ("term", self.term, _TERM),
            ("date", self.date, _DATE),
            ("name", self.name, _ID),
        ):
            if value is not None and not shape.match(value):
                raise ValueError(f"{name}: {value!r}")
        if self.number == "":
            raise ValueError("number: empty")
        if self.number is not None and self.name is not None:
            raise ValueError("name: only where there is no number")

    def format(self) -> str:
        """The address: number, type, issuer, term, date, parted by ``--``; what is absent is ``_``, absent ends are left out."""
        fields = [
            _ABSENT + (self.name or "") if self.number is None else encode_number(self.number),
            self.type,
            self.issuer or _ABSENT,
            self.term.lower() if self.term else _ABSENT,
            self.date or _ABSENT,
        ]
        while fields[-1] == _ABSENT:
            fields.pop()
        return _FIELD.join(fields)

    @classmethod
    def parse(cls, address: str) -> Identity:
        """The identity that ``address`` stands for. Raises ``ValueError`` for anything that ``format`` does not write."""
        fields = [None if field == _ABSENT else field for field in address.split(_FIELD)]
        if not 2 <= len(fields) <= 5 or fields[1] is None:
            raise ValueError(f"not an address: {address!r}")
        first, kind, issuer, term, date = (*fields, None, None, None)[:5]
        name = first[1:] if first is not None and first.startswith(_ABSENT) else None  # no number begins so: see encode_number
        number = None if first is None or name is not None else decode_number(first)
        identity = cls(kind, number, issuer, term.upper() if term else None, date, name)  # type: ignore[arg-type]  # checked above
        if identity.format() != address:
            raise ValueError(f"not an address: {address!r}")
        return identity


def redirects(renamed: Mapping[str, str], present: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """(old address, present address) for each renamed address that no document uses any more; chains are followed to their end.

    Raises ``ValueError`` naming the address when a chain comes back to itself.
    """
    found = []
    for old in sorted(renamed):
        seen, new = {old}, renamed[old]
        while new in renamed and new not in present:
            if new in seen:
                raise ValueError(old)
            seen.add(new)
            new = renamed[new]
        if old in seen and new == old:
            raise ValueError(old)
        if old not in present and new in present:
            found.append((old, new))
    return tuple(found)
