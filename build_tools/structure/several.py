"""Where further documents begin in a file that holds several: a letterhead of its own, with a number of its own; where there are pages, at
the top of one."""

from __future__ import annotations

from build_tools.model.document import Clean
from build_tools.model.register import Register
from build_tools.normalise.lines import look_alike
from build_tools.structure.found import Found
from build_tools.structure.known_names import known_names
from build_tools.structure.letterhead import HeaderReader
from build_tools.structure.paragraphs import Para, read_paragraphs
from build_tools.structure.recase import Recaser
from build_tools.structure.titles import types_of

TOP = 3
"""A letterhead begins within so many lines of a page: above it stand a page number, a stamp."""


def documents_begin(clean: Clean, register: Register) -> tuple[int, ...]:
    """The pages on which documents begin, the first included; () for a file of one document, and for formats without pages.

    A page counts where its first lines are a letterhead whole enough not to be a form's or a quotation's: a nation's or the Party's name, a
    body, and a number that is filled in and not that of the document before. A page that goes on with an appendix has none of that.
    """
    paras = read_paragraphs(clean)
    pages: dict[int, int] = {}
    for at, para in enumerate(paras):
        if para.style.page and not para.silent:
            pages.setdefault(para.style.page, at)
    if len(pages) < 2:
        return ()
    reader = _reader(paras, clean, register)
    stops = [*list(pages.values())[1:], len(paras)]
    found: list[int] = []
    last = ""
    for (page, at), stop in zip(pages.items(), stops, strict=True):
        head = reader.read(at, stop)
        number = _own_number(head)
        if number and head.first - at <= TOP and number != last:
            found.append(page)
            last = number
    first = next(iter(pages))
    return tuple(dict.fromkeys((first, *found))) if len(found) > 1 or (found and found[0] != first) else ()


def documents_in(clean: Clean, register: Register) -> tuple[str, ...]:
    """The numbers of the documents of a file without pages, in order; () where it holds one. The same letterheads count."""
    paras = read_paragraphs(clean)
    reader = _reader(paras, clean, register)
    found: list[str] = []
    after = 0
    for at, para in enumerate(paras):
        if at < after or para.silent or not para.capitals:
            continue
        head = reader.read(at, len(paras))
        number = _own_number(head)
        if number and head.first == at and found[-1:] != [number]:
            found.append(number)
            after = head.stop
    return tuple(found) if len(found) > 1 else ()


def _reader(paras: list[Para], clean: Clean, register: Register) -> HeaderReader:
    return HeaderReader(paras, types_of(register), Recaser(look_alike(clean.text), known_names(register)), clean.method == "ocr")


def _own_number(head: Found) -> str:
    """The number in a letterhead that is whole: a nation's or the Party's name, a body, a number that is filled in; else ""."""
    return head.number.value if head.nation and head.bodies and head.number and head.numbered else ""
