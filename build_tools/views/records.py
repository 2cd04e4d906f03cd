"""What the search finds: documents, their provisions, entries of the register, terms, issuers, tasks."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.lexicon.said import hollow, spoken
from build_tools.messages import say
from build_tools.model.document import LEAF_KINDS, Node, Paragraph, leaves_of
from build_tools.model.register import GlossaryTerm, Register, Work
from build_tools.model.site import Site, SiteDocument
from build_tools.search import Options, Record
from build_tools.views import addresses, listing
from build_tools.views.lookup import Lookup
from build_tools.views.outline import BULLETS

PLACES = frozenset({"part", "chapter", "section", "article", "clause", "item", "enclosure", "appendix", "form"})
"""Provisions that are results of their own; points and bullets are found with the provision above them."""
CENTRAL = 1.2
"""Weight of what a central body issued: of two documents with one number it is meant more often, whichever is newer."""
SHARED_NUMBER = 0.8
"""Weight of the page of a number that several documents bear."""
NAME_WORDS = 12
"""An expansion of more words is a definition, not another name."""


def search_options(site: Site) -> Options:
    """How the site is searched: equal names, and where readers go when search does not run."""
    return options_of(site.register)


def options_of(register: Register) -> Options:
    """The same, told by the register alone."""
    # "Quyết định" and "Quy định" both are QĐ, and yet not the same: each is a name of its own for the abbreviation
    synonyms = tuple(
        (item.term, *item.aliases, *name)
        for item in register.glossary
        if item.expansion or item.aliases
        for name in _each(expansions(item))
    )
    indexes = (
        (say("pages.home.all-documents"), addresses.DOCUMENTS),
        (say("pages.register.title"), addresses.REGISTER),
        (say("pages.by.type"), addresses.TYPES),
        (say("pages.by.issuer"), addresses.ISSUERS),
        (say("pages.by.year"), addresses.YEARS),
        (say("pages.by.theme"), addresses.THEMES),
        (say("pages.terms.short"), addresses.TERMS),
    )
    return Options(synonyms=synonyms, spoken=spoken(), hollow=hollow(), indexes=tuple((name, _url(page)) for name, page in indexes))


def expansions(item: GlossaryTerm) -> tuple[str, ...]:
    """The names that an abbreviation stands for: "Tỉnh ủy hoặc Thành ủy" are two, "Ban Tuyên giáo Tỉnh ủy (hoặc Thành ủy)" as well."""
    return spelt(item.expansion) if item.expansion else ()


def _each(names: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [(name,) for name in names] or [()]


def spelt(expansion: str) -> tuple[str, ...]:
    """One name, or the two names that "hoặc" parts."""
    one, parted, two = expansion.partition(" hoặc ")
    if not parted:
        one, parted, two = expansion.partition(" (hoặc ")
        two = two.removesuffix(")")
        if parted:
            two = " ".join([*one.split()[: -len(two.split())], two])
    return (one, two) if parted else (expansion,)


def search_records(lookup: Lookup) -> Iterator[Record]:
    """All records, in a fixed order."""
    for work in lookup.site.works:
        yield from work_records(work.id, lookup)
    yield from other_records(lookup)


def work_records(identifier: str, lookup: Lookup) -> Iterator[Record]:
    """A work with all that is found in its text; of the lookup nothing is asked but what a recording one writes down."""
    work, document = lookup.works[identifier], lookup.documents.get(identifier)
    yield _work(work, document, lookup)
    if document:
        yield from _provisions(work, document, lookup)
        yield from _tasks(work, document, lookup)
        yield from _notes(work, document, lookup)


def other_records(lookup: Lookup) -> Iterator[Record]:
    """What is found besides works: numbers that several bear, terms, bodies."""
    yield from _shared_numbers(lookup)
    for term, (page, anchor) in lookup.glossary.places.items():
        yield _term(term, page, anchor, lookup)
    for issuer in lookup.site.register.issuers:
        yield Record(
            id=f"co-quan:{issuer.id}",
            url=_url(addresses.issuer(issuer.id)),
            kind="issuer",
            title=issuer.name,
            aliases=(*issuer.aliases, *issuer.codes),
        )
    yield from _bodies(lookup)


def _bodies(lookup: Lookup) -> Iterator[Record]:
    """Bodies that the register does not know and texts give something to do."""
    for key, desk in lookup.bodies.desks.items():
        if key not in lookup.issuers:
            url, about = _url(addresses.issuer(key)), (("", desk.body.note),) if desk.body.note else ()
            yield Record(id=f"co-quan:{key}", url=url, kind="issuer", title=desk.body.name, meta=about)


def _url(page: str, anchor: str = "") -> str:
    path = page.removesuffix(".md") + ".html"
    return f"{path}#{anchor}" if anchor else path


def _place(work: Work, node: str, lookup: Lookup) -> str:
    anchor = lookup.anchor(work.id, node)
    return _url(lookup.page(work.id, anchor), anchor)


def _work(work: Work, document: SiteDocument | None, lookup: Lookup) -> Record:
    row = listing.row(work, lookup)
    year = listing.year_of(work)
    themes = dict.fromkeys((*work.themes, *(document.themes if document else ())))
    facets = [("type", lookup.type_name(work))]
    if work.issuer:
        facets.append(("issuer", lookup.issuers[work.issuer].name if work.issuer in lookup.issuers else work.issuer))
        facets += [("under", name) for name in lookup.lines(work.issuer)]
    if year.isdigit():
        facets.append(("year", year))
    facets += [("theme", lookup.themes[theme].name) for theme in themes if theme in lookup.themes]
    facets.append(("status", row.ended.status if row.ended else say("pages.records.not-replaced")))
    meta = [("", lookup.issuer_name(work)), ("", row.conflict), ("", say(f"pages.kind.{row.kind}"))]
    if document and document.unsure:
        meta.append(("", say("pages.records.unsure", fields=", ".join(say(f"commands.fields.{key}") for key in document.unsure))))
    if row.ended:
        meta.append(("", say("pages.records.ended", how=row.ended.how, by=row.ended.by.text)))
        meta += [("", say("pages.records.now", name=link.text)) for link in row.ended.now]
    return Record(
        id=work.id,
        url=_url(addresses.work(work.id)),
        kind="document" if document else "work",
        title=f"{lookup.name(work)}: {work.subject}" if work.subject else lookup.name(work),
        body=_own_text(document.document.root, document) if document else "",
        number=work.number,
        dates=tuple(claim.date for claim in work.dates),
        aliases=work.names,
        facets=tuple(facets),
        meta=tuple((label, value) for label, value in meta if value),
        superseded=row.ended is not None and not row.ended.unsure,
        weight=CENTRAL if _is_central(work, lookup) else 1.0,
    )


def _is_central(work: Work, lookup: Lookup) -> bool:
    """Is the issuer known to be of the whole country: neither it nor a body above it has a place?"""
    issuer = lookup.issuers.get(work.issuer or "")
    if issuer is None:
        return False
    while issuer.place is None:
        above = lookup.issuers.get(issuer.parent or "")
        if above is None:
            return True
        issuer = above
    return False


def _is_place(node: Node) -> bool:
    return node.kind in PLACES and (node.label is None or node.label not in BULLETS)


def _own_text(node: Node, document: SiteDocument) -> str:
    """The text of a node without the provisions below it that are results of their own."""
    clean = document.document.clean
    found: list[str] = []
    stack = list(reversed(node.children))
    while stack:
        child = stack.pop()
        if child.kind in LEAF_KINDS and child.kind != "footnote":
            block = clean.blocks[child.block] if child.block is not None else None
            if not (isinstance(block, Paragraph) and block.furniture):
                found.append(child.span.of(clean.text).replace("\t", " "))
        elif not _is_place(child):
            stack.extend(reversed(child.children))
    return "\n".join(found)


def _provisions(work: Work, document: SiteDocument, lookup: Lookup) -> Iterator[Record]:
    stack: list[tuple[Node, tuple[str, ...]]] = [(document.document.root, ())]
    while stack:
        node, above = stack.pop()
        inside = above
        if _is_place(node):
            place = lookup.place(work.id, node.id)
            title = f"{place[:1].upper()}{place[1:]}" + (f". {node.title}" if node.title else "")
            anchor = lookup.anchor(work.id, node.id)
            yield Record(
                id=f"{work.id}#{node.id}",
                url=_url(lookup.page(work.id, anchor), anchor),
                kind="provision",
                title=title,
                body=_own_text(node, document),
                heading=above,
                group=work.id,
            )
            inside = (*above, node.title) if node.title else above
        stack.extend((child, inside) for child in reversed(node.children))


def _tasks(work: Work, document: SiteDocument, lookup: Lookup) -> Iterator[Record]:
    for index, task in enumerate(document.statements.tasks, 1):
        facts = [(say("pages.records.lead"), ", ".join(task.lead)), (say("pages.records.deadline"), task.deadline or task.recurrence or "")]
        yield Record(
            id=f"{work.id}#viec-{index}",
            url=_place(work, task.node_id, lookup),
            kind="task",
            title=task.action,
            group=work.id,
            meta=tuple((label, value) for label, value in facts if value),
        )


def _notes(work: Work, document: SiteDocument, lookup: Lookup) -> Iterator[Record]:
    """Footnotes: a reader is told that the words stand in one."""
    clean = document.document.clean
    for node in leaves_of(document.document.root):
        text = node.span.of(clean.text).replace("\t", " ").strip()
        if node.kind == "footnote" and text:
            yield Record(
                id=f"{work.id}#chu-thich-{node.id}",
                url=_place(work, node.id, lookup),
                kind="note",
                title="",
                body=text,
                group=work.id,
            )


def _shared_numbers(lookup: Lookup) -> Iterator[Record]:
    """The pages that tell documents of one number apart; the documents themselves come first."""
    for number in lookup.shared_numbers:
        yield Record(
            id=f"so:{number}",
            url=_url(addresses.shared_number(number)),
            kind="number",
            title=say("pages.numbers.one", number=number),
            number=number,
            weight=SHARED_NUMBER,
        )


def _term(term: str, page: str, anchor: str, lookup: Lookup) -> Record:
    item = next((item for item in lookup.site.register.glossary if item.term == term), None)
    uses = lookup.glossary.uses.get(term, ())
    found = dict.fromkeys(use.expansion for _, use in uses if use.expansion)
    if item and item.expansion:
        found = {item.expansion: None, **found}
    return Record(
        id=f"thuat-ngu:{anchor}",
        url=_url(page, anchor),
        kind="term",
        title=term,
        body="\n".join(filter(None, (*found, item.meaning if item else None))),
        # a long expansion is a definition ("Hội đồng: … theo Điều 5 Quy chế …"), not another name: the body has it
        aliases=(
            *(item.aliases if item else ()),
            *[name for whole in found for name in spelt(whole) if len(name.split()) <= NAME_WORDS][:3],
        ),
        meta=tuple(("", expansion) for expansion in list(found)[:1]),
    )
