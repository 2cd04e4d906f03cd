"""The lines of a closing, one after the other: what each is, told by its own words and by what stands above and below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.lexicon.letterhead import APPENDIX, AUTHORITY, BODY, DATED, FORM, HELD, NATION, NUMBER, OFFICE, RECIPIENTS, SIGNED
from build_tools.lexicon.words import any_word
from build_tools.model.span import Excerpt, joined
from build_tools.structure.addressees import ITEM, TAIL, items
from build_tools.structure.paragraphs import Para, last_loud
from build_tools.structure.signing import Signing, in_one_line, is_office, is_stamp, named, named_in
from build_tools.structure.stretch import cut

LINES = 12
"""A signature has fewer lines: authority, office and name, each over several; so a text of such lines alone is read once."""
_BEHIND = re.compile(rf"[;.,] (?=[^;.,]+$|{any_word('authority-letters')}\. )")
"""Where a line of the list ends and one of the signature begins."""
ASKS_NAME = re.compile(rf"\( ?{any_word('signed')}[^)]{{0,60}}?(?<!\w){any_word('asks-name')}(?!\w)")
"""A mark of signing at the head of a line: who signs is to write the name too."""
_WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)+")


def is_authority(para: Para) -> bool:
    """True for a line that says for whom is signed ("TM. ỦY BAN NHÂN DÂN", "KT. Chủ tịch")."""
    match = AUTHORITY.match(para.text)
    return match is not None and (para.capitals or (para.short and para.text[match.end()].isupper() and para.text[0] in "TK"))


def signs(paras: Sequence[Para], at: int, stop: int) -> bool:
    """True when a person's name follows an office below lines in capitals."""
    for para in paras[at + 1 : min(stop, at + LINES)]:
        if para.furniture or is_stamp(para.text):
            continue
        if named(para.text) and not (para.capitals and OFFICE.match(para.text)):
            return True
        if not para.capitals:
            return False
    return False


def is_held(paras: Sequence[Para], at: int, stop: int) -> bool:
    """True for an office in capitals that no list has, told by its last syllable above a person's name or an office of that person ("TRẠM
    TRƯỞNG"), or by the mark of signing between it and a name in small letters."""
    para = paras[at]
    if not (para.capitals and para.short):
        return False
    signed = at + 1 < stop and is_stamp(paras[at + 1].text)
    if HELD.match(para.text):
        below = _below(paras, at, stop)
        own = below is not None and (is_office(below.text) or named(below.text) is not None)
        return own and signs(paras, at, stop)
    below = _below(paras, at, stop) if signed and _WORDS.fullmatch(para.text) and named(para.text) else None
    return below is not None and not below.capitals and named(below.text) is not None


def _below(paras: Sequence[Para], at: int, stop: int) -> Para | None:
    """The line below, "(Đã ký)" left out."""
    below = (paras[place] for place in range(at + 1, stop))
    return next((para for para in below if not para.furniture and not is_stamp(para.text)), None)


class ClosingLines:
    """A closing as far as read: recipients and signatures in either order, several who sign one after the other.

    Each method named for a kind of line tells whether the line at ``at`` is one, and takes it then.
    """

    def __init__(self, paras: Sequence[Para], at: int, stop: int) -> None:
        self.paras = paras
        self.at = at
        self.stop = stop
        self.recipients: list[Excerpt] = []
        self.signings = [Signing()]
        self.listing = False
        self.copied = False
        """The letterhead of a copy stands below the list."""

    def read(self) -> int:
        """Take the lines of the closing; gives where it ends."""
        end = self.at
        while self.at < self.stop and len(self.now.authority) + len(self.now.titles) < LINES:
            para = self.paras[self.at]
            if not para.furniture:
                if para.table or para.note or self._over(para) or not self._take(para):
                    break
                end = self.at + 1
            self.at += 1
        return end

    @property
    def now(self) -> Signing:
        """The signature under way."""
        return self.signings[-1]

    def _take(self, para: Para) -> bool:
        kinds = (self._rest, self._in_one_line, self._first_recipient, self._recipient, self._office, self._among, self._stamp, self._name,
                 self._copy, self._more, self._unlisted, self._number)  # fmt: skip
        return any(kind(para) for kind in kinds)

    def _over(self, para: Para) -> bool:
        """True where the closing ends above a line: another list or signature begins that is not its own, or a part of the document."""
        if RECIPIENTS.match(para.text):
            return bool(self.recipients) or self.listing
        if self.now.open and self._heads_next(para):
            return True
        if self.copied and self.listing and not para.style.column and self._is_office(para):
            return True  # who signs below a copy's letterhead signs the copy
        if self._is_office(para) and not self._waits(para) and self.now.signer and not self._is_rest(para):
            return not signs(self.paras, self.at, self.stop)
        return self.listing and (APPENDIX.match(para.text) or FORM.match(para.text)) is not None

    def _heads_next(self, para: Para) -> bool:
        """True for the first line of another paper's letterhead: the nation's name, or the Party's, or the body right above it."""
        below = _below(self.paras, self.at, self.stop)
        lines = (para, below) if para.capitals and BODY.match(para.text) and not is_office(para.text) else (para,)
        return any(line is not None and line.capitals and NATION.match(line.text) for line in lines)

    # --- signatures --------------------------------------------------------------------------------------------------------------------

    def _is_rest(self, para: Para) -> bool:
        """True for a further line of a title or an authority over several lines; a name is what stands last."""
        return self.now.open and not self._is_listed(para) and para.capitals and self._goes_on()

    def _rest(self, para: Para) -> bool:
        rest = self._is_rest(para)
        if rest:
            self.now.goes_on(para)
        return rest

    def _in_one_line(self, para: Para) -> bool:
        parts = None if self.now.begun else in_one_line(para)
        if parts:
            self.now.authority, self.now.titles, self.now.signer = parts
            self.listing = False
        return parts is not None

    def _is_listed(self, para: Para) -> bool:
        """True for an office or an authority by its words, or by its last syllable and its place."""
        listed = is_authority(para) or (para.capitals and OFFICE.match(para.text) is not None)
        return listed or is_held(self.paras, self.at, self.stop)

    def _is_office(self, para: Para) -> bool:
        """True for an office or an authority, by its words or by where it stands."""
        return self._is_listed(para) or (para.capitals and not self.now.open and self._stands_for_one(para))

    def _stands_for_one(self, para: Para) -> bool:
        """True for words in capitals that can only be an office: right above a person's name, below the list of recipients or beside the
        signature of another, or above an office and below such a signature ("CÔNG AN XÃ" ⏎ "TRƯỞNG CÔNG AN"). The letterhead of a copy
        below a signature has such lines too: the nation above the end of its name, a body above its part."""
        below = _below(self.paras, self.at, self.stop)
        if below is None or not _WORDS.fullmatch(para.text) or any(head.match(para.text) for head in (RECIPIENTS, APPENDIX, NATION)):
            return False
        office = is_office(below.text)
        if (self.listing and self.recipients and self.now.signer is None) or (self.now.signer and para.style.column and not office):
            return not office and named(below.text) is not None and not (below.capitals and BODY.match(below.text))
        return office and self.now.signer is not None and signs(self.paras, self.at, self.stop)

    def _office(self, para: Para) -> bool:
        if not self._is_office(para) or self._waits(para):
            return False
        if self.now.signer:
            self.signings.append(Signing())
        self.listing = False
        (self.now.authority if AUTHORITY.match(para.text) else self.now.titles).append(cut(para))
        return True

    def _waits(self, para: Para) -> bool:
        """True where the list of recipients, begun below a signature, goes on at a line that looks like an office."""
        return self.now.signer is not None and self.listing and not self._may_sign(para)

    def _may_sign(self, para: Para) -> bool:
        """True where a line can belong to the signature although the list is under way: it stands beside it, or the list has ended."""
        return bool(para.style.column) or self._ended()

    def _stamp(self, para: Para) -> bool:
        stamp = SIGNED.match(para.text) is not None and not named(para.text)
        self.listing = self.listing and not stamp
        return stamp

    def _name(self, para: Para) -> bool:
        held = self.now.open and not self._asked_below() and (not self.listing or self.now.beside or self._may_sign(para))
        name = named_in(para) if held else None
        if name:
            self.now.signer = name
            self.listing = False
        return name is not None

    def _asked_below(self) -> bool:
        """True where the line below asks for a signature with a name ("(Ký, họ tên)"): this line is an office of a form."""
        below = next((para for para in self.paras[self.at + 1 : self.stop] if not para.furniture), None)
        return below is not None and ASKS_NAME.match(below.text) is not None

    def _unlisted(self, para: Para) -> bool:
        held = self.now.open and para.capitals and para.short
        if held:
            (self.now.titles or self.now.authority).append(cut(para))
        return held

    # --- recipients --------------------------------------------------------------------------------------------------------------------

    def _first_recipient(self, para: Para) -> bool:
        match = RECIPIENTS.match(para.text)
        if match is None:
            return False
        self.listing = True
        self.now.beside = not self.now.begun and is_office(para.text[match.end() :]) and self._named_behind()
        self.recipients += self.now.behind(para, match.end()) if self.now.beside else items(para, match.end())
        return True

    def _recipient(self, para: Para) -> bool:
        listed = self.listing and ITEM.match(para.text) is not None
        if listed:
            self.recipients += self.now.behind(para, _behind(para.text)) if self.now.beside else items(para)
        return listed

    def _among(self, para: Para) -> bool:
        """Lines of the signature stand between those of the list: two columns as one."""
        among = bool(self.recipients) and self.now.open and ITEM.match(para.text) is not None
        if among:
            self.listing = True
            self.recipients += items(para)
        return among

    def _copy(self, para: Para) -> bool:
        """The letterhead of a copy below the list, which has ended: no recipients."""
        self.copied = self.copied or (self.listing and bool(self.recipients) and self._ended() and self._heads_copy())
        return self.copied and self.listing and para.short and not para.label

    def _more(self, para: Para) -> bool:
        if not self.listing or (self._ended() and NUMBER.match(para.text)) or DATED.match(para.text):
            return False
        if not self.recipients:
            self.recipients += items(para)
            return True
        if para.short and not para.label:
            self.recipients[-1] = joined((self.recipients[-1], cut(para, strip=TAIL)))
            return True
        return False

    @staticmethod
    def _number(para: Para) -> bool:
        return para.short and (NUMBER.match(para.text) or DATED.match(para.text)) is not None

    # --- neighbours --------------------------------------------------------------------------------------------------------------------

    def _goes_on(self) -> bool:
        """True when a line of the signature below is still an office or a name: what stands here is not the name then."""
        below = _below(self.paras, self.at, self.stop)
        if below is None or below.table or below.note or RECIPIENTS.match(below.text):
            return False
        return (below.capitals and OFFICE.match(below.text) is not None) or named(below.text) is not None

    def _heads_copy(self) -> bool:
        """True where the letterhead of a copy begins below the list: a name in capitals and the number's line under it. A number alone is
        the document's own, that was moved there."""
        for para in self.paras[self.at : min(self.stop, self.at + LINES)]:
            if NUMBER.match(para.text):
                return para is not self.paras[self.at]
            if not para.furniture and (not para.capitals or para.table or is_office(para.text)):
                return False
        return False

    def _named_behind(self) -> bool:
        """True where a person's name stands behind a line of the list, or below an office that does."""
        for para in self.paras[self.at + 1 : self.stop][:LINES]:
            tail = para.text[_behind(para.text) :] if ITEM.match(para.text) else para.text
            if named(tail) and not is_office(tail):
                return True
            if not ITEM.match(para.text) and not para.furniture and not SIGNED.match(para.text) and not para.capitals:
                return False
        return False

    def _ended(self) -> bool:
        """True when the list of recipients has come to its full stop."""
        before = last_loud(self.paras, self.at)
        return before is not None and before.text.endswith(".")


def _behind(text: str) -> int:
    """Where the words behind the first end of a line of the list begin, its end where there are none."""
    found = _BEHIND.search(text)
    return found.end() if found else len(text)
