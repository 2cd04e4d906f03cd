"""A text of an invented decree, taken through resolve, edges and the pages with the document that it speaks of."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.citations import find_citations
from build_tools.graph import edges as link
from build_tools.identity import number_key
from build_tools.model.citation import Reference
from build_tools.model.header import Header
from build_tools.model.register import DateClaim, Register, Work
from build_tools.model.site import Site, SiteDocument
from build_tools.model.statement import Statements
from build_tools.naming import type_named
from build_tools.passages import Passages
from build_tools.resolve import resolve
from tests.citations.citation_helpers import document

OWN = Work("5-2031-nd_cp--nghi-dinh--chinh-phu", "nghi-dinh", "5/2031/NĐ-CP", "chinh-phu", None, "Bến bãi", (DateClaim("2031-01-01"),))
TAKES_EFFECT = "2031-02-01"


@dataclass(frozen=True, slots=True)
class Told:
    """What came of a text: the reference to the target, and the site of the two documents."""

    reference: Reference
    site: Site
    target: str


def told(text: str, target: str, register: Register, header: Header | None = None) -> Told:
    """Read ``text`` as a decree of 2031 beside the document with the number ``target``, whose type and date are as cited."""
    made = document(text, header or Header.of(type="Nghị định", number=OWN.number, date=OWN.date))
    passages = Passages.of(made)
    citations = find_citations(passages, register)
    cited = next(item for item in citations if item.number and number_key(item.number) == number_key(target))
    kind = type_named(cited.type or "", register)
    assert kind is not None, f"example without the type of {target}"
    other = Work("van-ban-kia", kind.id, cited.number, None, None, "Văn bản kia", (DateClaim(cited.date),) if cited.date else ())
    works = (OWN, other)
    references = resolve(passages, citations, OWN, works, register)
    read = SiteDocument(OWN.id, OWN.id, "full", made, references, Statements(effective_on=TAKES_EFFECT))
    dates = {work.id: work.date for work in works}
    outgoing, incoming = link.both_ways(link.text_edges((read,), dates))
    own = Register(works=works, issuers=register.issuers, types=register.types)
    reference = next(item for item in references if item.citation == cited)
    return Told(reference, Site(own, works, (read,), outgoing, incoming), other.id)
