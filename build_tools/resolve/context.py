"""What a resolution knows of the citing document: its issuer, its date, the issuers that names in it mean."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.citations.key import lower_key, matching_key
from build_tools.model.document import Document
from build_tools.model.register import Issuer, Register, Work
from build_tools.register import issuers_by_id


def name_key(name: str) -> str:
    """A name for comparing: one tone style, no case, single blanks."""
    return lower_key(matching_key(" ".join(name.split())))


@dataclass(frozen=True, slots=True)
class Context:
    """The citing document as its citations see it. ``chain``: its issuer and the bodies above it, nearest first."""

    document: Document
    own: Work | None
    register: Register
    chain: tuple[Issuer, ...]
    date: str | None

    @classmethod
    def of(cls, document: Document, own: Work | None, register: Register) -> Context:
        """Gather once."""
        issuers = issuers_by_id(register)
        chain: list[Issuer] = []
        at = issuers.get(own.issuer) if own and own.issuer else None
        while at is not None and at not in chain:
            chain.append(at)
            at = issuers.get(at.parent or "")
        date = (own.date if own else None) or document.header.date
        return cls(document, own, register, tuple(chain), date)

    def issuer(self, name: str) -> Issuer | None:
        """The issuer that ``name`` means in this document."""
        key = name_key(name)
        for issuer in self.register.issuers:
            if key == name_key(issuer.name) or any(key == name_key(alias) for alias in issuer.aliases):
                return issuer
        for issuer in self.chain:
            if any(key == name_key(relative) for relative in issuer.relative):
                return issuer
        return None
