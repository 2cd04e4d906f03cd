"""Documents without a letterhead: copies that begin with a title or with the first provision, known by how their body is built.

What such a text states is read (its title, the type it calls itself by); what it leaves out stays open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.identity.number import canonical_number
from build_tools.lexicon.letterhead import ADDRESSEES, BASIS, NUMBER
from build_tools.lexicon.words import any_word
from build_tools.model.span import Excerpt
from build_tools.passages import Quotations
from build_tools.structure.found import Found
from build_tools.structure.paragraphs import Para
from build_tools.structure.stretch import Stretch, cut
from build_tools.structure.titles import Types

_ABOVE = 4
"""So many lines stand above the first provision: a title over some lines, recitals left out."""
_TOP = 40
"""The first provision stands among so many paragraphs."""
_WORD = re.compile(r"[^\W\d_]+")
_THIS = re.compile(r"(?:[^\W\d_]+ ){1,4}này(?!\w)")
"""What the text says of itself, with the words before."""
_NO_TITLE = re.compile(rf"{BASIS.pattern}|{ADDRESSEES.pattern}|(?i:{any_word('division')}(?: [^\W\d_]+){{2}}$)")
"""A recital, to whom a letter goes, or the heading of what stands first ("PHẦN MỞ ĐẦU")."""
_ARTICLE, _ROMAN = 5.0, 4.0
"""Ranks of labels: of an article ("Điều 1."), of a heading ("I.")."""


def read_provisions(paras: Sequence[Para], types: Types, quotations: Quotations) -> Found | None:
    """The title of a text whose body is built of articles 1, 2 … or, where it calls itself by a type, of headings I, II …; None where
    the body is no document's."""
    loud = [at for at, para in enumerate(paras) if not para.silent and not para.table]
    first = next((at for at in loud[:_TOP] if (label := paras[at].label) and label.rank <= _ARTICLE), None)
    if first is None:
        return None
    above = [at for at in loud if at < first and not _NO_TITLE.match(paras[at].text)]
    if len(above) > _ABOVE or not all(paras[at].short and not paras[at].text.endswith((".", ";", ":", ",")) for at in above):
        return None
    own = _called(paras, loud, types, quotations)
    articles = _counts(paras, loud, _ARTICLE)
    if not articles and not (own and _counts(paras, loud, _ROMAN) and paras[first].label.rank <= _ROMAN):  # type: ignore[union-attr]
        return None
    return _titled([paras[at] for at in above], first, types, own)


def called(paras: Sequence[Para], types: Types, quotations: Quotations) -> Excerpt | None:
    """The one type by which the text calls itself, where it first does; None where it does by none or by several."""
    own = _called(paras, [at for at, para in enumerate(paras) if not para.silent and not para.table], types, quotations)
    return next(iter(own.values())) if len(own) == 1 else None


def _counts(paras: Sequence[Para], loud: Sequence[int], rank: float) -> bool:
    """True where the first two labels of a rank are the first and the second of their row."""
    row = [label for at in loud if (label := paras[at].label) and label.rank == rank][:2]
    return [label.value for label in row] == [1, 2] and row[0].style == row[1].style


def _called(paras: Sequence[Para], loud: Sequence[int], types: Types, quotations: Quotations) -> dict[str, Excerpt]:
    """The types by which the text calls itself ("Quy định này"), each where it first does."""
    found: dict[str, Excerpt] = {}
    for at in loud:
        text = paras[at].text
        for named in _THIS.finditer(text) if " này" in text else ():
            starts = [named.start() + word.start() for word in _WORD.finditer(named.group())][:-1]
            for start in starts:
                begun = types.begins(text[start : named.end()]) if text[start].isupper() else None
                if begun and text.startswith(" này", start + begun[1]) and quotations.around(paras[at].span.start + start) is None:
                    found.setdefault(begun[0], cut(paras[at], start, start + begun[1], value=begun[0]))
                    break
    return found


def _titled(above: Sequence[Para], first: int, types: Types, own: dict[str, Excerpt]) -> Found:
    """The title above the first provision: the type it begins with, unless the text calls itself by another, its number and subject."""
    made = Found(0, first if above else 0, provisions=True, type=next(iter(own.values())) if len(own) == 1 else None)
    begun = types.begins(above[0].text) if above else None
    if begun is None or (own and begun[0] not in own):
        made.subject = [cut(para) for para in above]
        return made
    made.type, made.type_at = cut(above[0], 0, begun[1], value=begun[0]), 0
    words = Stretch.whole(above)
    start = begun[1] + len(words.text[begun[1] :]) - len(words.text[begun[1] :].lstrip(" :"))
    number = NUMBER.match(words.text, start)
    if number and number["serial"] and types.may_bear(begun[0], number["number"]):
        made.number, made.numbered = words.excerpt(*number.span("number"), value=canonical_number(number["number"])), True
        start = number.end()
    rest = words.excerpt(start, strip=" .,:;")
    made.subject = [rest] if rest.value else []
    return made
