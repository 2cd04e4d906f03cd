"""What a resolution knows of the citing document: its issuer, its date, the issuers that names in it mean."""

from __future__ import annotations

from dataclasses import dataclass, field

from build_tools.model.citation import Citation
from build_tools.model.document import Document
from build_tools.model.register import Issuer, Register, Work
from build_tools.naming import document_issuer, issuers_by_id, resolve_issuer
from build_tools.naming.codes import named_by_code
from build_tools.structure.finish import CONSOLIDATED


@dataclass(frozen=True, slots=True)
class Context:
    """The citing document as its citations see it. ``chain``: its issuer and the bodies above it, nearest first."""

    document: Document
    own: Work | None
    register: Register
    chain: tuple[Issuer, ...]
    date: str | None
    known: dict[str, Issuer | None] = field(default_factory=dict)
    """Names already looked up."""

    @classmethod
    def of(cls, document: Document, own: Work | None, register: Register) -> Context:
        """Gather once. A document speaks on its own date, whatever others say of it."""
        issuers = issuers_by_id(register)
        chain: list[Issuer] = []
        at = issuers.get(own.issuer) if own and own.issuer else None
        if at is None and (stated := document_issuer(document.header, document.clean.text, register)):
            chain = [stated.found.issuer, *reversed(stated.found.above)]
            at = issuers.get(chain[-1].parent or "")
        while at is not None and at not in chain:
            chain.append(at)
            at = issuers.get(at.parent or "")
        return cls(document, own, register, tuple(chain), document.header.date or (own.date if own else None))

    def stands_over(self, citation: Citation) -> bool:
        """Whether a body above the citing document's own issued what is cited, as the code of its number tells: one over it, or for a body
        of one place any body of the whole country.

        "Sửa đổi Điều 8 Nghị định số …" in the paper of a province or of a ministry is what it asks for, in a plan or a list of proposals;
        but a consolidated text says what its base says.
        """
        if not self.chain or not citation.number or self.document.header.type == CONSOLIDATED:
            return False
        own, *over = self.chain
        name = named_by_code(citation.number, self.register)
        issuer = self.issuer(name) if name else None
        return issuer is not None and (own.place is not None or issuer in over)

    def issuer(self, name: str) -> Issuer | None:
        """The issuer that ``name`` means in this document."""
        if name not in self.known:
            self.known[name] = resolve_issuer(name, self.register, self.chain[0] if self.chain else None)
        return self.known[name]
