"""Where further documents begin in a file that holds several: a letterhead of its own at the top of a page, with a number of its own."""

from __future__ import annotations

from build_tools.model.document import Clean
from build_tools.model.register import Register
from build_tools.normalise.lines import look_alike
from build_tools.structure.known_names import known_names
from build_tools.structure.letterhead import HeaderReader
from build_tools.structure.paragraphs import read_paragraphs
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
    reader = HeaderReader(paras, types_of(register), Recaser(look_alike(clean.text), known_names(register)), clean.method == "ocr")
    stops = [*list(pages.values())[1:], len(paras)]
    found: list[int] = []
    last = ""
    for (page, at), stop in zip(pages.items(), stops, strict=True):
        head = reader.read(at, stop)
        number = head.number.value if head.number and head.numbered else ""
        whole = head.nation and head.bodies and number and head.first - at <= TOP
        if whole and number != last:
            found.append(page)
            last = number
    first = next(iter(pages))
    return tuple(dict.fromkeys((first, *found))) if len(found) > 1 or (found and found[0] != first) else ()
