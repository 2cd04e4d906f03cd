"""The closing of a document: recipients and signatures, wherever each stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.lexicon.letterhead import APPENDIX, AUTHORITY, DATED, FORM, NUMBER, OFFICE, RECIPIENTS, SIGNED
from build_tools.lexicon.words import any_word
from build_tools.model.header import Stated
from build_tools.model.span import Excerpt, joined
from build_tools.structure.addressees import ITEM, TAIL, items
from build_tools.structure.paragraphs import Para, last_loud
from build_tools.structure.recase import Recaser
from build_tools.structure.signing import Signing, in_one_line, is_office, named, person
from build_tools.structure.stretch import cut

_LINES = 12
"""A signature has fewer lines: authority, office and name, each over several; so a text of such lines alone is read once."""


@dataclass(frozen=True, slots=True)
class Closing:
    """Where the closing of a part lies (paragraph indexes, end exclusive) and what it says."""

    start: int
    end: int
    values: tuple[Stated, ...]


def find_closing(paras: Sequence[Para], start: int, stop: int, recaser: Recaser) -> Closing | None:
    """The first block from ``start`` on that names recipients or is signed."""
    for at in range(start, stop):
        para = paras[at]
        if para.silent or para.table or not para.short:
            continue
        if (
            RECIPIENTS.match(para.text)
            or _is_authority(para)
            or in_one_line(para)
            or (para.capitals and OFFICE.match(para.text) and _signed(paras, at, stop))
        ):
            closing = _read(paras, at, stop, recaser)
            if closing is not None:
                return closing
        elif closing := _bare(paras, at, stop):
            return closing
    return None


_MARK_OF_SIGNING = "đã ký"


def _bare(paras: Sequence[Para], at: int, stop: int) -> Closing | None:
    """A name with "(Đã ký)" above or below it and no office: older texts are signed so."""
    pair = paras[at : min(stop, at + 2)]
    names = [name for para in pair if (name := _name(para))]
    signed = any(para.text.lower().strip("() .") == _MARK_OF_SIGNING for para in pair)
    return Closing(at, at + 2, (Stated("signer", names[0]),)) if signed and names else None


def _name(para: Para) -> Excerpt | None:
    match = named(para.text)
    return cut(para, *match.span("name"), value=person(match["name"])) if match else None


def _is_authority(para: Para) -> bool:
    match = AUTHORITY.match(para.text)
    return match is not None and (para.capitals or (para.short and para.text[match.end()].isupper() and para.text[0] in "TK"))


def _signed(paras: Sequence[Para], at: int, stop: int) -> bool:
    """True when a person's name follows an office below lines in capitals."""
    for para in paras[at + 1 : min(stop, at + _LINES)]:
        if para.furniture or SIGNED.match(para.text):
            continue
        if named(para.text) and not (para.capitals and OFFICE.match(para.text)):
            return True
        if not para.capitals:
            return False
    return False


def _read(paras: Sequence[Para], at: int, stop: int, recaser: Recaser) -> Closing | None:
    """The closing that begins at paragraph ``at``: recipients and signatures in either order, several who sign one after the other."""
    start = at
    recipients: list[Excerpt] = []
    signings = [Signing()]
    listing = False
    end = at
    while at < stop and len(signings[-1].authority) + len(signings[-1].titles) < _LINES:
        para = paras[at]
        text = para.text
        if para.furniture:
            at += 1
            continue
        if para.table or para.note:
            break
        now = signings[-1]
        signing = _is_authority(para) or (para.capitals and OFFICE.match(text) is not None)
        if now.begun and not now.signer and not signing and para.capitals and _goes_on(paras, at, stop):
            now.goes_on(para)  # a title or an authority over several lines; a name is what stands last
        elif not now.begun and (parts := in_one_line(para)):
            now.authority, now.titles, now.signer = parts
            listing = False
        elif match := RECIPIENTS.match(text):
            if recipients or listing:
                break
            listing = True
            now.beside = not now.begun and is_office(text[match.end() :]) and _named_behind(paras[at + 1 : stop])
            recipients += now.behind(para, match.end()) if now.beside else items(para, match.end())
        elif listing and ITEM.match(text):
            recipients += now.behind(para, _behind(text)) if now.beside else items(para)
        elif signing and not (now.signer and listing and not (para.style.column or _ended(paras, at))):
            if now.signer:
                if not _signed(paras, at, stop):
                    break
                now = Signing()
                signings.append(now)
            listing = False
            (now.authority if AUTHORITY.match(text) else now.titles).append(cut(para))
        elif recipients and now.begun and not now.signer and ITEM.match(text):
            listing = True  # lines of the signature stand between those of the list: two columns as one
            recipients += items(para)
        elif SIGNED.match(text) and not named(text):
            listing = False
        elif (
            (name := _name(para))
            and now.begun
            and not now.signer
            and not (listing and not (para.style.column or now.beside or _ended(paras, at)))
        ):
            now.signer = name
            listing = False
        elif listing and (APPENDIX.match(text) or FORM.match(text)):
            break
        elif listing and recipients and para.short and not para.label:
            recipients[-1] = joined((recipients[-1], cut(para, strip=TAIL)))
        elif listing and not recipients:
            recipients += items(para)
        elif now.begun and not now.signer and para.capitals and para.short:
            (now.titles or now.authority).append(cut(para))
        elif (NUMBER.match(text) or DATED.match(text)) and para.short:
            pass
        else:
            break
        at += 1
        end = at
    if not (recipients or signings[0].signer):
        return None
    values = tuple(value for signing in signings for value in signing.values(recaser))
    return Closing(start, end, (*values, *(Stated("recipient", item) for item in recipients)))


_BEHIND = re.compile(rf"[;.,] (?=[^;.,]+$|{any_word('authority-letters')}\. )")
"""Where a line of the list ends and one of the signature begins."""


def _behind(text: str) -> int:
    """Where the words behind the first end of a line of the list begin, its end where there are none."""
    found = _BEHIND.search(text)
    return found.end() if found else len(text)


def _named_behind(paras: Sequence[Para]) -> bool:
    """True where a person's name stands behind a line of the list, or below an office that does."""
    for para in paras[:_LINES]:
        tail = para.text[_behind(para.text) :] if ITEM.match(para.text) else para.text
        if named(tail) and not is_office(tail):
            return True
        if not ITEM.match(para.text) and not para.furniture and not SIGNED.match(para.text) and not para.capitals:
            return False
    return False


def _goes_on(paras: Sequence[Para], at: int, stop: int) -> bool:
    """True when a line of the signature below ``at`` is still an office or a name: what stands at ``at`` is not the name then."""
    below = next((para for para in map(paras.__getitem__, range(at + 1, stop)) if not para.furniture and not SIGNED.match(para.text)), None)
    if below is None or below.table or below.note or RECIPIENTS.match(below.text):
        return False
    return (below.capitals and OFFICE.match(below.text) is not None) or named(below.text) is not None


def _ended(paras: Sequence[Para], at: int) -> bool:
    """True when the list of recipients has come to its full stop."""
    before = last_loud(paras, at)
    return before is not None and before.text.endswith(".")
