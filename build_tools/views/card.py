"""The identity card of a document: what it is, who issued and signed it and when, with the sources of each date."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.messages import say
from build_tools.model.register import Work
from build_tools.model.site import SiteDocument
from build_tools.views import addresses
from build_tools.views.listing import year_of
from build_tools.views.lookup import Lookup
from build_tools.views.pieces import Link, SourceLine, When
from build_tools.views.wording import file_size, issued, source_line, when


@dataclass(frozen=True, slots=True)
class DateFact:
    """A date of issue with those who give it; several are a conflict."""

    when: When
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """The identity card. Empty values are left out of the page."""

    type: Link
    number: str
    names: tuple[str, ...]
    dates: tuple[DateFact, ...]
    date_sources: tuple[SourceLine, ...]
    place: str
    issuer: Link | None
    issuer_text: str
    parent: str
    term: str
    signer: str
    signer_title: str
    authority: str
    addressees: tuple[str, ...]
    recipients: tuple[str, ...]
    themes: tuple[Link, ...]
    year: Link
    effective: When | None
    expires: When | None
    sources: tuple[SourceLine, ...]
    note: str
    shared_number: Link | None
    original: Link | None = None
    unsure: tuple[str, ...] = ()
    """Of which values (keys of ``metadata.yaml``) nobody has said yet that they are right."""
    unknown: tuple[str, ...] = ()
    """Of which an editor says that nobody knows them."""


def card(work: Work, document: SiteDocument | None, lookup: Lookup) -> Card:
    """The card of ``work``; what only a text tells is empty without one."""
    header = document.document.header if document else None
    signature = header.signature if header else None
    issuer = lookup.issuer(work)
    name = lookup.issuer_name(work)
    year = year_of(work)
    number = lookup.shared_number_of.get(work.id)
    themes = [theme for theme in dict.fromkeys((*work.themes, *(document.themes if document else ()))) if theme in lookup.themes]
    sources = (*work.sources, *(document.sources if document else ()))
    listed = set(map(source_line, sources))
    effective, expires = (document.statements.effective_on, document.statements.expires_on) if document else (None, None)
    return Card(
        type=Link(lookup.type_name(work), addresses.document_type(work.type)),
        number=work.number or "",
        names=tuple(name for name in work.names if name != lookup.name(work)),
        dates=date_facts(work),
        date_sources=tuple(item for claim in work.dates for item in map(source_line, claim.sources) if item not in listed),
        place=(header.place if header else None) or "",
        issuer=Link(name, addresses.issuer(issuer.id)) if issuer else None,
        issuer_text=name or (header.issuing_body or header.issuer or "" if header else ""),
        parent=(header.parent if header else None) or "",
        term=work.term or "",
        signer=(signature.signer if signature else None) or "",
        signer_title=(signature.title if signature else None) or "",
        authority=(signature.authority if signature else None) or "",
        addressees=header.addressees if header else (),
        recipients=header.recipients if header else (),
        themes=tuple(Link(lookup.themes[theme].name, addresses.theme(theme)) for theme in themes),
        year=Link(say("pages.years.one", year=year) if year.isdigit() else say("pages.years.unknown"), addresses.year(year)),
        effective=when(effective) if effective else None,
        expires=when(expires) if expires else None,
        sources=tuple(dict.fromkeys(map(source_line, sources))),
        note=work.note or "",
        shared_number=Link(number, addresses.shared_number(number)) if number else None,
        original=_download(document) if document else None,
        unsure=document.unsure if document else (),
        unknown=document.unknown if document else (),
    )


def _download(document: SiteDocument) -> Link | None:
    """The link to the original file, with its kind and size; plain text has no properties that could have been taken out."""
    original = document.original
    if original is None:
        return None
    key = "pages.original.plain" if original.ending == "txt" else "pages.original.cleaned"
    text = say(key, ending=original.ending, size=file_size(original.size))
    return Link(text, addresses.original(document.work, original.ending))


def date_facts(work: Work) -> tuple[DateFact, ...]:
    """Each date of issue that sources give."""
    if (date := issued(work)) is not None:
        return (DateFact(date, tuple(map(source_line, work.dates[0].sources))),)
    return tuple(DateFact(when(claim.date), tuple(map(source_line, claim.sources))) for claim in work.dates)
