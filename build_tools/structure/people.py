"""Signature, recipients, addressees: the blocks that name persons and bodies at the ends of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from build_tools.lexicon.letterhead import ADDRESSEES, APPENDIX, AUTHORITY, DATED, FORM, NAME, NUMBER, OFFICE, RECIPIENTS, SIGNED
from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.words import any_word
from build_tools.model.header import Stated
from build_tools.model.span import Excerpt, joined
from build_tools.structure.paragraphs import Para, last_loud
from build_tools.structure.recase import Recaser
from build_tools.structure.stretch import cut

_ITEM = re.compile(r"[-–—+•*]\s*")
_SPLIT = re.compile(r"[;,.]\s+[-–—]\s+")
_TAIL = " ;,./"
_LINES = 12
"""A signature has fewer lines: authority, office and name, each over several; so a text of such lines alone is read once."""


@dataclass(frozen=True, slots=True)
class Closing:
    """Where the closing of a part lies (paragraph indexes, end exclusive) and what it says."""

    start: int
    end: int
    values: tuple[Stated, ...]


def read_addressees(paras: Sequence[Para], at: int, stop: int) -> tuple[tuple[Excerpt, ...], int]:
    """The bodies after "Kính gửi:" in paragraph ``at``, and where their list ends."""
    first = paras[at].text
    match = ADDRESSEES.match(first)
    rest = first[match.end() :] if match else first
    found = _items(paras[at], len(first) - len(rest))
    listed = not rest.strip() or _ITEM.match(rest) is not None or rest.rstrip().endswith((":", ";"))
    at += 1
    while listed and at < stop:
        para = paras[at]
        if para.furniture:
            break
        if _ITEM.match(para.text) or (not found and not para.silent and para.short and not para.table):
            found += _items(para)
        else:
            break
        at += 1
    return tuple(found), at


def _items(para: Para, start: int = 0, stop: int | None = None) -> list[Excerpt]:
    """The items of a list that a paragraph holds, from its character ``start`` on and before ``stop``."""
    text = para.text[:stop]
    at = len(text) - len(text[start:].lstrip())
    if match := _ITEM.match(text, at):
        at = match.end()
    found = []
    for match in (*_SPLIT.finditer(text, at), None):
        item = cut(para, at, match.start() if match else stop, strip=_TAIL)
        if item.value:
            found.append(item)
        at = match.end() if match else at
    return found


def find_closing(paras: Sequence[Para], start: int, stop: int, recaser: Recaser) -> Closing | None:
    """The first block from ``start`` on that names recipients or is signed."""
    for at in range(start, stop):
        para = paras[at]
        if para.silent or para.table or not para.short:
            continue
        if (
            RECIPIENTS.match(para.text)
            or _is_authority(para)
            or _in_one_line(para)
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
    match = _named(para.text)
    return cut(para, *match.span("name"), value=person(match["name"])) if match else None


def _is_authority(para: Para) -> bool:
    match = AUTHORITY.match(para.text)
    return match is not None and (para.capitals or (para.short and para.text[match.end()].isupper() and para.text[0] in "TK"))


def _signed(paras: Sequence[Para], at: int, stop: int) -> bool:
    """True when a person's name follows an office below lines in capitals."""
    for para in paras[at + 1 : min(stop, at + _LINES)]:
        if para.furniture or SIGNED.match(para.text):
            continue
        if _named(para.text) and not (para.capitals and OFFICE.match(para.text)):
            return True
        if not para.capitals:
            return False
    return False


_OWN_OFFICE = re.compile(rf"(?:PHÓ )?{any_word('office', 'office-word', case='capitals')}(?!\w)")
"""A line that names an office of its own, and does not go on with the one above."""
_TORN = "PHÓ"
"""What is left of a deputy's title where the rest of it stands elsewhere."""


@dataclass(slots=True)
class _Signing:
    """One who signs, as far as read: the lines above the name, and the name."""

    authority: list[Excerpt] = field(default_factory=list)
    titles: list[Excerpt] = field(default_factory=list)
    signer: Excerpt | None = None
    beside: bool = False
    """The lines stand behind those of the list of recipients: two columns that a converter ran together line by line."""

    @property
    def begun(self) -> bool:
        """True when a line above the name was read."""
        return bool(self.authority or self.titles)

    def goes_on(self, para: Para) -> None:
        """Take a further line of what stands last; an office may end and that of the deputy who signs for it begin in it."""
        rest, deputy = _before_deputy(para)
        last = self.titles or self.authority
        if rest.value:
            last[-1] = joined((last[-1], rest))
        self.titles += [deputy] if deputy else []

    def behind(self, para: Para, start: int) -> list[Excerpt]:
        """Take what stands of the signature behind a line of the list, from ``start`` on; gives the recipients before it."""
        tail = para.text[start:]
        if _is_office(tail):
            (self.authority if AUTHORITY.match(tail) else self.titles).append(cut(para, start))
        elif self.signer is None and (named := _named(tail)):
            self.signer = cut(para, start + named.start("name"), start + named.end("name"), value=person(named["name"]))
        else:
            return _items(para)
        first = RECIPIENTS.match(para.text)
        return _items(para, first.end() if first else 0, start)

    def _own_titles(self) -> list[Excerpt]:
        """The titles without the office for which a deputy signs, where columns that were run together put it among them."""
        for_whom = {line.value[match.end() :] for line in self.authority if (match := AUTHORITY.match(line.value))}
        return [line for line in self.titles if line.value not in for_whom and line.value != _TORN]

    def values(self, recaser: Recaser) -> Iterator[Stated]:
        """The fields of the signature."""
        title = None
        for line in self._own_titles():
            held = line.said(office(line.value, recaser))
            title = held if title is None else joined((title, held), ", " if _OWN_OFFICE.match(line.value) else " ")
        said = joined((line.said(_said(line.value, recaser)) for line in self.authority), ", ")
        if self.signer:
            yield Stated("signer", self.signer)
        if title:
            yield Stated("signer_title", title)
        if said.value:
            yield Stated("authority", said)


def _read(paras: Sequence[Para], at: int, stop: int, recaser: Recaser) -> Closing | None:
    """The closing that begins at paragraph ``at``: recipients and signatures in either order, several who sign one after the other."""
    start = at
    recipients: list[Excerpt] = []
    signings = [_Signing()]
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
        elif not now.begun and (parts := _in_one_line(para)):
            now.authority, now.titles, now.signer = parts
            listing = False
        elif match := RECIPIENTS.match(text):
            if recipients or listing:
                break
            listing = True
            now.beside = not now.begun and _is_office(text[match.end() :]) and _named_behind(paras[at + 1 : stop])
            recipients += now.behind(para, match.end()) if now.beside else _items(para, match.end())
        elif listing and _ITEM.match(text):
            recipients += now.behind(para, _behind(text)) if now.beside else _items(para)
        elif signing and not (now.signer and listing and not (para.style.column or _ended(paras, at))):
            if now.signer:
                if not _signed(paras, at, stop):
                    break
                now = _Signing()
                signings.append(now)
            listing = False
            (now.authority if AUTHORITY.match(text) else now.titles).append(cut(para))
        elif recipients and now.begun and not now.signer and _ITEM.match(text):
            listing = True  # lines of the signature stand between those of the list: two columns as one
            recipients += _items(para)
        elif SIGNED.match(text) and not _named(text):
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
            recipients[-1] = joined((recipients[-1], cut(para, strip=_TAIL)))
        elif listing and not recipients:
            recipients += _items(para)
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


def _is_office(text: str) -> bool:
    """True for an authority or an office in capitals."""
    return text.isupper() and (AUTHORITY.match(text) or OFFICE.match(text)) is not None


def _named_behind(paras: Sequence[Para]) -> bool:
    """True where a person's name stands behind a line of the list, or below an office that does."""
    for para in paras[:_LINES]:
        tail = para.text[_behind(para.text) :] if _ITEM.match(para.text) else para.text
        if _named(tail) and not _is_office(tail):
            return True
        if not _ITEM.match(para.text) and not para.furniture and not SIGNED.match(para.text) and not para.capitals:
            return False
    return False


_STAMPED = re.compile(r"\W*(?:[Đđ]ã ký|ĐÃ KÝ)\W+(?=[^\W\d_])")
_PAGE = re.compile(r" \d{1,3}$")
_TOGETHER_LINE = re.compile(
    rf"(?P<head>[{CAPITALS}][{CAPITALS} ./,–-]+[{CAPITALS}])\.? (?P<name>\W*(?:\([^)]{{2,20}}\)\W*)?(?:[{CAPITALS}][^\W\d_]* ?){{2,6}})$"
)
_SECOND_OFFICE = re.compile(rf" (?={OFFICE.pattern}\b)")
_DEPUTY = re.compile(r"(?:^| )(?=PHÓ [^\W\d_]+)")


def _named(text: str) -> re.Match[str] | None:
    """The name that a line of a signature holds, "(Đã ký)" before it or the number of its page after it or not."""
    stamp, page = _STAMPED.match(text), _PAGE.search(text)
    return NAME.match(text, stamp.end() if stamp else 0, page.start() if page else len(text))


def _in_one_line(para: Para) -> tuple[list[Excerpt], list[Excerpt], Excerpt] | None:
    """Authority, office and name of a signature whose lines a converter ran together ("T/M BAN THƯỜNG VỤ PHÓ BÍ THƯ (Đã ký) Đỗ Văn Ổi")."""
    text = para.text
    if para.capitals or para.label or not para.short:
        return None
    match = _TOGETHER_LINE.match(text)
    if match is None or not (AUTHORITY.match(text) or OFFICE.match(text)) or (named := _named(match["name"])) is None:
        return None
    name = cut(para, match.start("name") + named.start("name"), match.start("name") + named.end("name"), value=person(named["name"]))
    if not AUTHORITY.match(text):
        return [], [cut(para, 0, match.end("head"))], name
    second = _SECOND_OFFICE.search(text, AUTHORITY.match(text).end() + 1, match.end("head"))  # type: ignore[union-attr]  # it matches
    stop = second.start() if second else match.end("head")
    titles = [cut(para, stop, match.end("head"))] if second else []
    return [cut(para, 0, stop, strip=" .")], titles, name


def _goes_on(paras: Sequence[Para], at: int, stop: int) -> bool:
    """True when a line of the signature below ``at`` is still an office or a name: what stands at ``at`` is not the name then."""
    below = next((para for para in map(paras.__getitem__, range(at + 1, stop)) if not para.furniture and not SIGNED.match(para.text)), None)
    if below is None or below.table or below.note or RECIPIENTS.match(below.text):
        return False
    return (below.capitals and OFFICE.match(below.text) is not None) or _named(below.text) is not None


def _before_deputy(para: Para) -> tuple[Excerpt, Excerpt | None]:
    """A line that ends an office and begins that of the deputy who signs for it, as its two parts ("BAN PHÓ TRƯỞNG BAN …")."""
    deputy = _DEPUTY.search(para.text)
    return (cut(para, 0, deputy.start()), cut(para, deputy.end())) if deputy else (cut(para), None)


def _said(text: str, recaser: Recaser) -> str:
    """ "TM. ỦY BAN NHÂN DÂN" → "TM. Ủy ban nhân dân": the abbreviation keeps its capitals."""
    match = AUTHORITY.match(text)
    return f"{match.group().strip()} {office(text[match.end() :], recaser)}" if match else office(text, recaser)


def office(text: str, recaser: Recaser) -> str:
    """An office or body in its usual case; what follows "Phó" or a comma begins with a capital ("Phó Chủ tịch", "Bộ trưởng, Chủ nhiệm")."""
    if not text.isupper():
        return text
    made = []
    for part in text.split(", "):
        deputy = "Phó " if part.startswith("PHÓ ") else ""
        name = recaser.name(part.removeprefix("PHÓ "))
        made.append(deputy + name[:1].upper() + name[1:])
    return ", ".join(made)


def _ended(paras: Sequence[Para], at: int) -> bool:
    """True when the list of recipients has come to its full stop."""
    before = last_loud(paras, at)
    return before is not None and before.text.endswith(".")


def person(text: str) -> str:
    """A person's name: each word begins with a capital."""
    if not text.isupper():
        return text
    return " ".join(word[:1] + word[1:].lower() for word in text.split())
