"""What speaks for a line's being a body's name, or the rest of the one above it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from build_tools.identity.number import canonical_number
from build_tools.lexicon.letterhead import (
    APPENDIX,
    AT_LEVEL,
    BLANK_NUMBER,
    BODY,
    BODY_LINE,
    CERTIFIED,
    DATED,
    FORM,
    NAME_GOES_ON,
    NATION,
    NUMBER,
    OF_COUNTRY,
    PLACED,
    SESSION,
    breaks_off,
)
from build_tools.lexicon.words import any_word
from build_tools.structure.letterhead.next_body import is_whole, names_another, tells_paper
from build_tools.structure.letterhead.roles import Role
from build_tools.structure.own_name import groups, letters_of
from build_tools.structure.paragraphs import Para, last_loud, next_loud
from build_tools.vietnamese.syllables import is_initials

_WHOLE = 0.5
"""A name of no kind that any list has, but that has come to its end, or that stands in the column of names."""
_SMALL = 2.0
"""A name in small letters that has come to its end: above an organ of it, or in the column of names."""
_NUMBER_NEAR = 8
"""The number's line stands so near the names of bodies."""
_LETTERED = 3
"""Fewer letters say nothing: too many names begin with them."""
_ORGAN = re.compile(rf"BAN {any_word('organ', case='capitals')}")
_OF_FORM = re.compile(rf"(?<!\w){any_word('legal-form', case='capitals')}$")
"""A company's name goes on behind its legal form, and its number may have the letters of what follows alone."""
_LETTERHEAD_GOES_ON = 4
"""So few lines below one of a letterhead stands the next one that only a letterhead has."""
_NEAR = 60
"""As many paragraphs below a broken name say it again."""
_MARK = re.compile(r"\W*[^\W\d_]+\d+\W*")
"""Letters and figures in one, alone on a line ("XV80"): a sign of the office that wrote or copied the paper, no words of a name."""
_SYMBOL = re.compile(r"\d(?P<stroke> ?[-–/] ?)(?P<letters>[^\W\d_]+)")
"""What a document's symbol looks like: a headline that speaks of a document is no body."""


def body_roles(paras: Sequence[Para], at: int, place: Callable[[], str]) -> Iterator[tuple[Role, float]]:
    """The roles of a body that the short line ``at``, no numbered one and no type, can play, each with its points.

    ``place``: gives where the document was issued, in capitals, "" where no line says so.
    """
    para = paras[at]
    if _has_symbol(para.text) or _MARK.fullmatch(para.text):
        return
    if SESSION.match(para.text) or CERTIFIED.match(para.text) or APPENDIX.match(para.text) or FORM.match(para.text):
        return  # the name of a part is no body
    above = last_loud(paras, at)
    over = above is not None and _stands_below_all(paras, above, at)
    if over and above is not None and DATED.match(above.text) and not _is_whole_body(paras, at, place()):
        return
    begins = BODY.match(para.text) is not None and BODY_LINE.match(para.text) is not None
    rest = begins and _completes(paras, at)
    known = begins and not rest and not tells_paper(para.text)
    if para.capitals:
        open_name = not known and not rest
        next_one = open_name and any(names_another(name, para.text, place()) for name in _names_above(paras, at))
        next_one = next_one or (open_name and _is_numbered(paras, at))
        yield "body", 3.0 if known else _WHOLE if para.style.column == 0 or is_whole(para.text, place()) else -1.5
        if next_one:
            yield "body_next", 2.0
        if not over:
            yield "body_more", -1.0 if known else 1.0 if next_one else 2.0
    elif para.text[:1].isupper():
        beside = para.style.column == 0
        if is_whole(para.text.upper()) and (_owns_below(paras, at) or (beside and BODY.match(para.text.upper()))):
            yield "body", _SMALL
        if beside:
            yield "body_more", 1.0


def _stands_below_all(paras: Sequence[Para], above: Para, at: int) -> bool:
    """True for the line right below the day, or below the nation's name and motto, where no line of a letterhead follows: a title stands
    there."""
    if not (NATION.match(above.text) or DATED.match(above.text)) or NAME_GOES_ON.match(paras[at].text):
        return False
    below: list[Para] = []
    while len(below) < _LETTERHEAD_GOES_ON and (line := next_loud(paras, below[-1].index + 1 if below else at + 1, len(paras))):
        below.append(line)
    return not any(line.short and head.match(line.text) for line in below for head in (NATION, NUMBER, BLANK_NUMBER, DATED))


def _is_whole_body(paras: Sequence[Para], at: int, place: str) -> bool:
    """True for a name that has come to its place, here or in the line below, or to the country's."""
    text = paras[at].text
    below = next_loud(paras, at + 1, len(paras))
    both = f"{text} {below.text}" if below is not None and below.capitals else text
    return OF_COUNTRY.match(text) is not None or is_whole(text, place) or (BODY.match(text) is not None and PLACED.match(both) is not None)


def _has_symbol(text: str) -> bool:
    """True for a line that says a document's symbol; a dash between blanks may also stand before a name ("KHU VỰC 3 - SA LỘC")."""
    return any(match["stroke"].strip() == match["stroke"] or is_initials(match["letters"]) for match in _SYMBOL.finditer(text))


def _owns_below(paras: Sequence[Para], at: int) -> bool:
    """True where an organ that does not say whose it is stands right below ("Công đoàn xã … ⏎ BAN CHẤP HÀNH")."""
    below = next_loud(paras, at + 1, len(paras))
    return below is not None and _ORGAN.fullmatch(below.text) is not None


def _is_numbered(paras: Sequence[Para], at: int) -> bool:
    """True where the number has the letters of the name that begins with this line, and the line is all of that name, or the name above has
    come to its place, or the text below writes this one alone."""
    words = paras[at].text.split()
    above = last_loud(paras, at)
    if len(words) < _LETTERED or above is None or not above.capitals:
        return False
    begun = "".join(map(letters_of, words))
    size = next((len(group) for group in _letters(paras, at) if len(group) >= _LETTERED and begun.startswith(group)), 0)
    all_of_it = size == len(begun) and not _OF_FORM.search(above.text)
    if not size or all_of_it or PLACED.match(above.text):
        return size > 0
    name, before = " ".join(words[:size]).lower(), above.text.split()[-1]
    return any(_says(para.text, name, before) for para in paras[at + 1 : at + _NEAR])


def _letters(paras: Sequence[Para], at: int) -> Sequence[str]:
    """The groups of letters in the number that a line near ``at`` states; none where no line does."""
    lines = (NUMBER.match(para.text) for para in paras[max(0, at - _NUMBER_NEAR) : at + _NUMBER_NEAR] if para.short)
    stated = next((match for match in lines if match), None)
    return groups(canonical_number(stated["number"])) if stated else ()


def _says(text: str, name: str, before: str) -> bool:
    """True where ``text`` has ``name`` with a capital at its beginning, no capitals throughout, and not behind the word ``before``."""
    start = text.lower().find(name)
    if start < 0 or len(text.lower()) != len(text):
        return False
    found = text[start : start + len(name)]
    return found[:1].isupper() and not found.isupper() and not text[:start].rstrip().lower().endswith(before.lower())


def _completes(paras: Sequence[Para], at: int) -> bool:
    """True for a line that begins like a body and is the rest of the name above it.

    That name breaks off inside a word of two syllables ("… VÀ MÔI ⏎ TRƯỜNG"), or the number has the letters of both lines in one; or the
    text below writes on over the line's end what begins the line without a capital ("BAN QUẢN LÝ RỪNG ⏎ PHÒNG HỘ …"; one syllable is
    enough before a level, "ĐOÀN XÃ …"): a body of its own has one there.
    """
    above = last_loud(paras, at)
    if above is None or not above.capitals:
        return False
    text = paras[at].text
    if breaks_off(above.text) or " " not in text or _lettered_with(paras, at, above.text):
        return True
    over = f"{above.text.split()[-1]} {' '.join(text.split()[: 1 if AT_LEVEL.match(text) else 2])}".lower()
    return any(over in para.text for para in paras[at + 1 : at + _NEAR])


def _lettered_with(paras: Sequence[Para], at: int, above: str) -> bool:
    """True where one group of letters in the number is of the line ``above`` and goes on with the first words of this line
    ("12/BC-BQLRPH")."""
    begun = "".join(map(letters_of, above.split()))
    own = "".join(map(letters_of, paras[at].text.split()))
    return any(
        len(begun) < len(group) - 1 and group.startswith(begun) and own.startswith(group[len(begun) :]) for group in _letters(paras, at)
    )


def _names_above(paras: Sequence[Para], at: int) -> Iterator[str]:
    """The line above, and the name that it ends where it began a line earlier ("… TỈNH SÔNG ⏎ MƠ")."""
    above = last_loud(paras, at)
    if above is not None:
        yield above.text
        first = last_loud(paras, above.index)
        if first is not None and first.capitals:
            yield f"{first.text} {above.text}"
