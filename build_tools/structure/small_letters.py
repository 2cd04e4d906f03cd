"""Headings and signatures in small letters: a page that only its style sheet sets in capitals loses them when its text is taken.

Such a document has the nation's or the Party's name and the number's line at its top, and not one line in capitals there. What stands in
capitals on the page is read as if it did here too: the names above the title, the title, and who signs. Their usual case is still told by
the text itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_tools.lexicon.letterhead import AUTHORITY, BASIS, BODY, NATION, NUMBER, OFFICE, RECIPIENTS
from build_tools.normalise.starts import ends
from build_tools.structure.letterhead.header_lines import HeaderLines
from build_tools.structure.paragraphs import Para
from build_tools.structure.titles import Types

_TOP = 14
"""So many lines a letterhead has with its title."""
_FOOT = 40
"""So many lines stand below the last sentence: the list of recipients and who signs."""
_MOST_WORDS = 14
"""A line that names a body or an office has no more words."""


def in_capitals(paras: Sequence[Para], types: Types) -> None:
    """Set the lines of a heading and a signature in capitals, if ``paras`` is a document that has them in small letters."""
    top = [para for para in paras[:_TOP] if not para.silent]
    if any(para.capitals for para in top):
        return
    nations = [para for para in top if not para.table and NATION.fullmatch(para.text.upper())]
    if not nations or not any(NUMBER.match(para.text) and para.short for para in top):
        return
    lines = HeaderLines(paras, types, scanned=False)
    last = max(at for at, para in enumerate(top) if _heads(para, lines))
    for para in (*_names(top[:last], lines), *_title(top[last + 1 :], types), *_signed(paras)):
        _raise(para)
    for para in nations:
        _raise(para)


def _heads(para: Para, lines: HeaderLines) -> bool:
    """True for a line that only a letterhead has: the nation's name, the number, place and day."""
    if not para.short or para.table:
        return False
    return (NATION.fullmatch(para.text.upper()) or NUMBER.match(para.text) or lines.dated(para)) is not None


def _names(above: Sequence[Para], lines: HeaderLines) -> Iterator[Para]:
    """The lines of the names of bodies in a letterhead, the second ones too ("xã Đá Bạc")."""
    under = False
    for para in above:
        under = not _heads(para, lines) and _is_line(para) and (under or BODY.match(para.text.upper()) is not None)
        if under:
            yield para


def _title(below: Sequence[Para], types: Types) -> Iterator[Para]:
    """The line that tells the type."""
    first = next(iter(below), None)
    if first is not None and first.short and not first.label and types.begins(first.text) and not BASIS.match(first.text):
        yield first


def _signed(paras: Sequence[Para]) -> Iterator[Para]:
    """The lines that say for whom is signed, and the offices of who signs."""
    for para in paras[-_FOOT:]:
        if not _is_line(para) or para.text[:1].islower() or RECIPIENTS.match(para.text):
            continue
        if AUTHORITY.match(para.text) or OFFICE.match(para.text.upper()):
            yield para


def _is_line(para: Para) -> bool:
    """True for a line that may be a name or an office: no sentence, no item of a list."""
    single = para.short and not (para.table or para.silent or para.label)
    return single and not ends(para.text) and len(para.text.split()) <= _MOST_WORDS


def _raise(para: Para) -> None:
    if len(para.text.upper()) == len(para.text):
        para.text, para.capitals = para.text.upper(), True
