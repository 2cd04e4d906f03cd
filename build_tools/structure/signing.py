"""One signature: the body or office for which is signed, the office of who signs, the name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from build_tools.lexicon.letterhead import AUTHORITY, BODY, NAME, NATION, OFFICE, RECIPIENTS, SIGNED
from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.words import any_word
from build_tools.model.header import Stated
from build_tools.model.span import Excerpt, joined
from build_tools.structure.addressees import items
from build_tools.structure.paragraphs import Para
from build_tools.structure.recase import Recaser
from build_tools.structure.stretch import cut

_OWN_OFFICE = re.compile(rf"(?:{any_word('deputy', case='capitals')} )?{any_word('office', 'office-word', case='capitals')}(?!\w)")
"""A line that names an office of its own, and does not go on with the one above."""
_TORN = "PHÓ"
"""What is left of a deputy's title where the rest of it stands elsewhere."""


@dataclass(slots=True)
class Signing:
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

    @property
    def open(self) -> bool:
        """True when the name is still to come."""
        return self.begun and self.signer is None

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
        if is_office(tail):
            (self.authority if AUTHORITY.match(tail) else self.titles).append(cut(para, start))
        elif self.signer is None and (found := named(tail)):
            self.signer = cut(para, start + found.start("name"), start + found.end("name"), value=person(found["name"]))
        else:
            return items(para)
        first = RECIPIENTS.match(para.text)
        return items(para, first.end() if first else 0, start)

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


def is_office(text: str) -> bool:
    """True for an authority or an office in capitals."""
    return text.isupper() and (AUTHORITY.match(text) or OFFICE.match(text)) is not None


_STAMPED = re.compile(r"\W*(?:[Đđ]ã ký|ĐÃ KÝ)\W+(?=[^\W\d_])|\[(?:[^\]]{0,24}\])? ?(?=[^\W\d_])")
"""A mark of signing before a name, in words or in square brackets, whole or the first bracket alone."""
_PAGE = re.compile(r" \d{1,3}$")
_TOGETHER_LINE = re.compile(
    rf"(?P<head>[{CAPITALS}][{CAPITALS} ./,–-]+[{CAPITALS}])\.? (?P<name>\W*(?:\([^)]{{2,20}}\)\W*)?(?:[{CAPITALS}][^\W\d_]* ?){{2,6}})$"
)
_SECOND_OFFICE = re.compile(rf" (?={OFFICE.pattern}\b)")
_SECOND_AUTHORITY = re.compile(rf" +(?=(?:{any_word('authority')}|{any_word('authority-letters')}\.)[ .]*[^\W\d_])")
"""A second one in the same line ("TM. ỦY BAN NHÂN DÂN   KT. CHỦ TỊCH")."""
_DEPUTY = re.compile(r"(?:^| )(?=PHÓ [^\W\d_]+)")


def named(text: str) -> re.Match[str] | None:
    """The name that a line of a signature holds, "(Đã ký)" before it or the number of its page after it or not."""
    stamp, page = _STAMPED.match(text), _PAGE.search(text)
    return NAME.match(text, stamp.end() if stamp else 0, page.start() if page else len(text))


def is_stamp(text: str) -> bool:
    """True for a mark of signing alone, no name behind it ("(Đã ký)", not "Đã ký: Lò Văn Mẫu")."""
    return SIGNED.match(text) is not None and not (_STAMPED.match(text) and named(text))


def named_in(para: Para) -> Excerpt | None:
    """The name that a line of a signature holds, each word with a capital; a body in capitals signs nothing, nor does the nation's name
    or the Party's, with which the next paper begins."""
    match = None if para.capitals and (BODY.match(para.text) or NATION.match(para.text)) else named(para.text)
    return cut(para, *match.span("name"), value=person(match["name"])) if match else None


def in_one_line(para: Para) -> tuple[list[Excerpt], list[Excerpt], Excerpt] | None:
    """Authority, office and name of a signature whose lines a converter ran together ("T/M BAN THƯỜNG VỤ PHÓ BÍ THƯ (Đã ký) Đỗ Văn Ổi")."""
    text = para.text
    if para.capitals or para.label or not para.short:
        return None
    match = _TOGETHER_LINE.match(text)
    if match is None or not (AUTHORITY.match(text) or OFFICE.match(text)) or (found := named(match["name"])) is None:
        return None
    name = cut(para, match.start("name") + found.start("name"), match.start("name") + found.end("name"), value=person(found["name"]))
    if not AUTHORITY.match(text):
        return [], [cut(para, 0, match.end("head"))], name
    second = _SECOND_OFFICE.search(text, AUTHORITY.match(text).end() + 1, match.end("head"))  # type: ignore[union-attr]  # it matches
    stop = second.start() if second else match.end("head")
    titles = [cut(para, stop, match.end("head"))] if second else []
    return [cut(para, 0, stop, strip=" .")], titles, name


def _before_deputy(para: Para) -> tuple[Excerpt, Excerpt | None]:
    """A line that ends an office and begins that of the deputy who signs for it, as its two parts ("BAN PHÓ TRƯỞNG BAN …")."""
    deputy = _DEPUTY.search(para.text)
    return (cut(para, 0, deputy.start()), cut(para, deputy.end())) if deputy else (cut(para), None)


def _said(text: str, recaser: Recaser) -> str:
    """ "TM. ỦY BAN NHÂN DÂN" → "TM. Ủy ban nhân dân": the abbreviation keeps its capitals."""
    said = []
    for part in _SECOND_AUTHORITY.split(text):
        match = AUTHORITY.match(part)
        said.append(f"{match.group().strip()} {office(part[match.end() :], recaser)}" if match else office(part, recaser))
    return ", ".join(said)


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


def person(text: str) -> str:
    """A person's name: each word begins with a capital."""
    if not text.isupper():
        return text
    return " ".join(word[:1] + word[1:].lower() for word in text.split())
