"""The list pages: all documents, the register, types, years, themes, and each type, year and theme."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.register import Work
from build_tools.views import addresses, listing
from build_tools.views.kinds import Entry, PageKind
from build_tools.views.listing import Group, ListPage, Section
from build_tools.views.lookup import Lookup
from build_tools.views.paging import parts
from build_tools.views.pieces import Link

Groups = tuple[tuple[str, tuple[Group, ...]], ...]


def list_pages(lookup: Lookup) -> Iterator[ListPage]:
    """All of them."""
    site = lookup.site
    types, years, themes = listing.type_groups(lookup), listing.year_groups(lookup), listing.theme_groups(lookup)
    issuers = listing.issuer_groups(lookup)
    texts = tuple(lookup.works[document.work] for document in site.documents)
    ways: Groups = (("Theo chủ đề", themes), ("Theo loại", types), ("Theo cơ quan ban hành", issuers), ("Theo năm", years))
    intro = "Các văn bản có toàn văn hoặc bản tóm lược trên trang này, mới nhất trước."
    yield from pages(addresses.DOCUMENTS, "Văn bản", intro, texts, lookup, ways)
    intro = (
        "Mọi văn bản mà trang này biết đến, kể cả văn bản chưa có toàn văn: tên gọi, chuỗi thay thế, nơi dẫn chiếu. "
        "Mỗi thông tin đều ghi nguồn và ngày tra cứu; trang này không khẳng định văn bản nào còn hiệu lực."
    )
    shared = (Link("Các số văn bản trùng nhau", addresses.SHARED_NUMBERS),)
    yield from pages(addresses.REGISTER, "Sổ tra cứu văn bản", intro, site.works, lookup, (("Theo loại", types),), shared)
    yield ListPage(addresses.TYPES, "Loại văn bản", "", (("", types),))
    yield ListPage(addresses.YEARS, "Văn bản theo năm", "", (("", years),))
    yield ListPage(addresses.THEMES, "Chủ đề", "", (("", themes),))
    for key, works in listing.by_type(lookup).items():
        up: tuple[Link, ...] = (Link("Tất cả các loại", addresses.TYPES),)
        yield from pages(addresses.document_type(key), listing.type_name(key, lookup), "", works, lookup, (), up)
    for key, works in listing.by_year(lookup).items():
        title = f"Năm {key}" if key.isdigit() else "Chưa rõ năm"
        intro = "" if key.isdigit() else "Văn bản mà các nguồn không ghi ngày, hoặc ghi những năm khác nhau."
        yield from pages(addresses.year(key), title, intro, works, lookup, (), (Link("Tất cả các năm", addresses.YEARS),))
    for key, works in listing.by_theme(lookup).items():
        theme = lookup.themes[key]
        up = (Link("Dòng thời gian của chủ đề", addresses.theme_timeline(key)), Link("Tất cả chủ đề", addresses.THEMES))
        yield from pages(addresses.theme(key), theme.name, theme.description, works, lookup, (), up)


def pages(
    path: str,
    title: str,
    intro: str,
    works: tuple[Work, ...] | list[Work],
    lookup: Lookup,
    groups: Groups = (),
    links: tuple[Link, ...] = (),
) -> Iterator[ListPage]:
    """A list of works, newest first, in parts when it is long; texts of the site stand before mere entries."""
    rows = listing.rows(works, lookup)
    ordered = [row for row in rows if row.has_text] + [row for row in rows if not row.has_text]
    for part, chosen in parts(path, ordered):
        sections = (
            Section("co-van-ban", "Có văn bản trên trang", tuple(row for row in chosen if row.has_text)),
            Section("tra-cuu", "Thông tin tra cứu, chưa có văn bản", tuple(row for row in chosen if not row.has_text)),
        )
        name = title if part.number == 1 else f"{title} (phần {part.number})"
        here = part.pages[part.number - 1] if part.pages else path
        shown = groups if part.number == 1 else ()
        yield ListPage(here, name, intro if part.number == 1 else "", shown, tuple(s for s in sections if s.rows), links, part)


def _entries(_: Lookup) -> tuple[Entry, ...]:
    return (
        Entry(10, Link("Sổ tra cứu văn bản", addresses.REGISTER)),
        Entry(20, Link("Các loại văn bản", addresses.TYPES)),
        Entry(30, Link("Các năm", addresses.YEARS)),
        Entry(40, Link("Các chủ đề", addresses.THEMES)),
    )


KIND = PageKind(list_pages, {ListPage: "list.md.j2"}, _entries)
