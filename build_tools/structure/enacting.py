"""What the sentence by which an act is issued says of its issuer ("Bộ trưởng Bộ Bến bãi ban hành Thông tư …")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.lexicon.words import any_word
from build_tools.model.header import Header, HeaderField, Stated
from build_tools.model.span import Excerpt
from build_tools.structure.paragraphs import Para
from build_tools.structure.stretch import cut

_REACH = 30
"""The enacting sentence stands within so many paragraphs after the title."""
_LONGEST = 140
"""So many characters before the verb name who issues."""
_WHO = re.compile(
    rf"(?:^|, )(?P<who>(?P<office>{any_word('office', 'office-word', case='any')} )?"
    rf"(?P<body>{any_word('body', 'office-in-signature')}\b.*))$"
)
"""Who issues: at the beginning of its sentence, or after the last recital where the lines run together."""


def from_enacting(paras: Sequence[Para], start: int, kind: str) -> Header:
    """The issuer, and the office that issues in its name, as the enacting sentence names them before the first provision."""
    verb = f" ban hành {kind}"
    for para in paras[start : start + _REACH]:
        if para.label and para.label.rank <= 5:
            break
        if para.silent or para.table:
            continue
        end = para.text.find(verb)
        if end <= 0:
            continue
        low = 1 + max(para.text.rfind(mark, 0, end) for mark in ".;:")
        low += len(para.text[low:end]) - len(para.text[low:end].lstrip())
        who = _WHO.search(para.text[max(low, end - _LONGEST) : end])
        low = max(low, end - _LONGEST)
        if who is None or not who["who"][:1].isupper():
            continue
        body = cut(para, low + who.start("body"), end)
        said: list[tuple[HeaderField, Excerpt]] = [("issuer", body.said(body.value[:1].upper() + body.value[1:]))]
        if who["office"]:
            said.append(("issuing_body", cut(para, low + who.start("who"), end)))
        return Header(tuple(Stated(field, words, "sentence") for field, words in said))
    return Header()
