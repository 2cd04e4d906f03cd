"""What speaks for it that a line goes on with a subject above it."""

from __future__ import annotations

import re

from build_tools.lexicon.keys import same_words
from build_tools.lexicon.letterhead import BASIS, BODY, NUMBER
from build_tools.lexicon.words import any_word
from build_tools.normalise.furniture import is_rule
from build_tools.normalise.starts import ends
from build_tools.structure.letterhead.header_lines import HeaderLines
from build_tools.structure.letterhead.lines_so_far import LinesSoFar
from build_tools.structure.paragraphs import Para

_NEAR = 60
"""As many paragraphs below the title say its name again: the recitals and what enacts it."""
_UNFINISHED = re.compile(rf"(?<!\w){any_word('unfinished')}$")
_ASKS_NUMBER = re.compile(rf"(?<!\w){any_word('asks-number')}$")
_LINKING = re.compile(rf"{any_word('linking')}(?!\w)")
_YEARS = re.compile(r"\d{4}(?: ?[-–] ?\d{4})?\W*$")
"""A line of years alone is the rest of what the one above tells ("GIAI ĐOẠN ⏎ 2031 - 2035")."""
_OPENING = 40
"""A comma among so many characters ends what opens a sentence ("Trong năm qua, …")."""
_ASKED = 2.5
"""A line that the one above asks for ("… Chỉ thị số ⏎ 05-CT/TU …"), or that begins with a small letter."""


def goes_on(lines: HeaderLines, at: int, seen: LinesSoFar) -> float:
    """How much speaks for it that a line goes on with a subject above it; 0: nothing does."""
    para = lines.paras[at]
    text = para.text
    before = lines.paras[at - 1] if at else None
    if before is None or before.furniture or lines.types.alone(text) or lines.dated(para) or BASIS.match(text) or text.endswith(":"):
        return 0.0
    if text[:1].isupper() and not (para.capitals and before.capitals) and lines.number(para):
        return 0.0
    numbered = text[:1].isdigit() and not para.label  # "công tác năm ⏎ I- MỤC ĐÍCH": no year
    asked = _UNFINISHED.search(before.text) is not None or (numbered and _ASKS_NUMBER.search(before.text) is not None)
    asked = asked or _YEARS.match(text) is not None
    begun = lines.types.begins(text)
    repeated = begun is not None and begun[0] == seen.type and begun[1] < len(text) and NUMBER.match(text) is not None
    if (para.label and not asked) or repeated:
        return 0.0
    if (asked or text[:1].islower()) and not ends(before.text) and not lines.types.alone(before.text):
        return _ASKED
    below = lines.below(at)
    if below and below.text[:1].islower() and para.short and not ends(text) and not ends(before.text):
        return 1.0
    if _links(lines, before, para, below):
        return _ASKED
    if para.capitals and before.capitals:
        same = any(same_words(text, other) for other in seen.capitals)
        recital = below is not None and BASIS.match(below.text) is not None and BODY.match(text) is not None
        return 0.0 if same or (recital and not _said_on(lines, before.text, at)) else 1.0
    centred = para.style.align == "center" or para.style.bold
    alike = before.style.align == para.style.align and before.style.bold == para.style.bold
    return 1.0 if centred and alike and not para.capitals else 0.0


def _links(lines: HeaderLines, before: Para, para: Para, below: Para | None) -> bool:
    """True for a line that tells of what the type in capitals above it is, in no sentence of its own: it begins with a word that joins
    ("Trong công tác …"), or a rule, a recital or the first heading stands right below it."""
    titled = before.capitals and not para.capitals and lines.types.begins(before.text) is not None
    if not titled or not para.short or ends(para.text) or below is None or below.text[:1].islower():
        return False
    joins = _LINKING.match(para.text) is not None and "," not in para.text[:_OPENING]
    return joins or _is_over(lines, para.index + 1, below)


def _is_over(lines: HeaderLines, at: int, below: Para) -> bool:
    """True where the title ends above the line ``at``. ``below``: the first one there that is neither furniture nor a note."""
    return is_rule(lines.paras[at].text) or BASIS.match(below.text) is not None or (below.label is not None and below.label.value == 1)


def _said_on(lines: HeaderLines, above: str, at: int) -> bool:
    """True where the text below says in small letters what goes over from the line ``above`` to this one ("NGHĨA ⏎ VỤ QUÂN SỰ"):
    the line is the rest of a name, not the body that enacts, which is written with a capital."""
    words = " ".join((*above.split()[-1:], *lines.paras[at].text.split()[:2])).lower()
    return any(words[1:] in para.text for para in lines.paras[at + 1 : at + _NEAR])
