"""What speaks for each role of a line: its words, capitals, style, length and neighbours, each worth some points."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from build_tools.guards.secrecy import mark_of
from build_tools.identity.number import canonical_number, parse_number
from build_tools.lexicon.keys import same_words
from build_tools.lexicon.letterhead import (
    ABOUT,
    ADDRESSEES,
    APPENDIX,
    ATTACHED,
    AUTHORITY,
    BASIS,
    BLANK_NUMBER,
    BODY,
    BODY_LINE,
    CERTIFIED,
    COLLECTED,
    DATED,
    DATED_ALONE,
    DATED_SHORT,
    FORM,
    NATION,
    NUMBER,
    RECIPIENTS,
    SCANNED_DAY,
    UNION,
    UNREADABLE_DAY,
    UNREADABLE_NUMBER,
    URGENCY,
    of_union,
)
from build_tools.lexicon.words import any_word
from build_tools.model.span import Excerpt
from build_tools.normalise.furniture import is_rule
from build_tools.normalise.starts import ends
from build_tools.structure.addressees import read_addressees
from build_tools.structure.letterhead.body_cues import body_roles
from build_tools.structure.letterhead.roles import Role
from build_tools.structure.paragraphs import Para, last_loud, next_loud
from build_tools.structure.stretch import Stretch
from build_tools.structure.title_line import TitleLine, read_rest, read_title
from build_tools.structure.titles import Types

SUBJECT = 700
"""A subject is shorter than this (characters)."""
LONG_SUBJECT = 2500
"""The same of a subject that the recitals follow: acts that amend many others name them all."""
_UNFINISHED = re.compile(rf"(?<!\w){any_word('unfinished')}$")
_ASKS_NUMBER = re.compile(rf"(?<!\w){any_word('asks-number')}$")
_LINKING = re.compile(rf"{any_word('linking')}(?!\w)")
_OPENING = 40
"""A comma among so many characters ends what opens a sentence ("Trong năm qua, …")."""
_ASKED = 2.5
"""A line that the one above asks for ("… Chỉ thị số ⏎ 05-CT/TU …"), or that begins with a small letter."""
_GAP = -1.0
"""A line that says nothing costs a little, a sentence much: the header is over there."""
_RUNNING = -8.0
_NEAR = 60
"""As many paragraphs below the title say its name again: the recitals and what enacts it."""
_NUMBER_HEAD = re.compile(r"(?:[^\W\d_]+ ){0,3}[Ss]ố ?:?$|SỐ ?:?$")
_NUMBER_TAIL = re.compile(r"\d[\d.]*[a-zA-Z]? ?[-–/]\S.{0,40}$")
_REMARK = re.compile(r"\([^()]+\)")
"""A line in brackets tells of the document ("(Đại hội … thông qua ngày …)", "(Dự thảo)"); it is not what the document is about."""
_DAYS = re.compile(r"\([\d/. –-]+\)")
"""From what day to what day, in brackets below a subject that tells of an anniversary."""
_RECITAL_END = (";", ",", ".", ":")


@dataclass(slots=True)
class LinesSoFar:
    """What looking at lines found besides points: titles and lists of addressees that go over several lines, by their first line."""

    titles: dict[int, tuple[TitleLine, int]] = field(default_factory=dict)
    addressees: dict[int, tuple[tuple[Excerpt, ...], int]] = field(default_factory=dict)
    letter: bool = False
    nation: bool = False
    type: str | None = None
    """The type that stands alone on a line."""
    taken_to: int = 0
    capitals: list[str] = field(default_factory=list)
    place: str | None = None
    """Where the document was issued, in capitals; None as long as nobody asked."""


class Cues:
    """Looks at the lines of one document."""

    def __init__(self, paras: Sequence[Para], types: Types, scanned: bool) -> None:
        self.paras = paras
        self.types = types
        self.scanned = scanned

    def lines(self, start: int, stop: int, seen: LinesSoFar, loose: bool) -> Iterator[dict[Role, float]]:
        """The roles of each line from ``start`` on, until one can be none; in a ``loose`` header (the top of a text) noise is allowed."""
        for at in range(start, stop):
            para = self.paras[at]
            if para.furniture or at < seen.taken_to:
                yield {"taken": 0.0} if at < seen.taken_to else {"noise": 0.0}
                continue
            if para.table:
                return
            roles: dict[Role, float] = {} if para.note else dict(self._roles(at, stop, seen))
            if para.capitals:
                seen.capitals.append(para.text)
            noise = self._noise(para, roles, loose)
            if noise is not None:
                roles["noise"] = noise
            if not roles:
                return
            yield roles

    def _noise(self, para: Para, roles: dict[Role, float], loose: bool) -> float | None:
        text = para.text
        if is_rule(text) or CERTIFIED.match(text) or mark_of(text):
            return 0.0
        if not loose:
            return None
        if para.note:
            return 0.0
        if APPENDIX.match(text) or FORM.match(text):
            return None  # what follows is a part's own header, not the document's
        if BASIS.match(text) or AUTHORITY.match(text) or RECIPIENTS.match(text) or (para.label is not None and not roles):
            return None
        return _GAP if para.short else _RUNNING

    def _roles(self, at: int, stop: int, seen: LinesSoFar) -> Iterator[tuple[Role, float]]:
        para = self.paras[at]
        text = para.text
        if NATION.match(text.removeprefix("NƯỚC ")) and para.short and read_rest(Stretch.whole((para,))) is None:
            above = self._above(at) if seen.nation else None
            whose = above is not None and self.types.alone(above.text) is not None  # "ĐIỀU LỆ ⏎ ĐẢNG CỘNG SẢN VIỆT NAM"
            seen.nation = True
            yield "subject" if whose else "nation", 4.0
            return
        if self._heads_union(at):
            yield "nation", 4.0
        if URGENCY.match(text):
            yield "urgency", 3.0
            return
        if COLLECTED.match(text) or mark_of(text):
            return
        if ADDRESSEES.match(text):
            seen.addressees[at] = read_addressees(self.paras, at, stop)
            seen.taken_to = seen.addressees[at][1]
            yield "addressees", 4.0
            return
        yield from self._number(at, seen)
        if self.dated(para) is not None:
            yield "date", 5.0
        if RECIPIENTS.match(text) or AUTHORITY.match(text):
            return
        yield from self._title(at, stop, seen)
        yield from self._subject(at, stop, seen)
        if para.short and not para.label and not self.types.alone(text):
            yield from body_roles(self.paras, at, partial(self._place, at, stop, seen))

    def _place(self, at: int, stop: int, seen: LinesSoFar) -> str:
        """Where the document was issued, in capitals; "" where no line near ``at`` says so."""
        if seen.place is None:
            near = (self.dated(para) for para in self.paras[at : min(stop, at + _NEAR)] if not para.silent)
            dated = next((match for match in near if match), None)
            seen.place = (dated["place"] or "").strip(" .…").upper() if dated else ""
        return seen.place

    def _heads_union(self, at: int) -> bool:
        """True for the youth union's name in the nation's place on its papers, no nation's name anywhere: right above the date, or below
        a branch of the union, above which the whole union would stand."""
        if UNION.fullmatch(self.paras[at].text) is None:
            return False
        below = self._below(at)
        dated = below is not None and self.dated(below) is not None
        branch = dated or any(of_union(para.text) for para in self.paras[max(0, at - _NEAR) : at])
        return branch and not any(NATION.match(para.text) for para in self.paras[: at + _NEAR])

    # --- number and date -------------------------------------------------------------------------------------------------------------

    def _number(self, at: int, seen: LinesSoFar) -> Iterator[tuple[Role, float]]:
        para = self.paras[at]
        if match := self.number(para):
            if match["serial"] and (parsed := parse_number(canonical_number(match["number"]))):
                seen.letter = seen.letter or parsed.type_code in {"CV", None} or parsed.shape == "letter"
            yield "number", 5.0
        elif self.blank(para):
            yield "number", 3.0
        below = self._below(at) if _NUMBER_HEAD.match(para.text) else None
        if below and _NUMBER_TAIL.match(below.text):
            yield "number_head", 2.0
        if _NUMBER_TAIL.match(para.text):
            yield "number_tail", 4.0

    def number(self, para: Para) -> re.Match[str] | None:
        """The number that a line states: nothing but a type stands before it, nothing but a date, a place or a letter's subject follows."""
        text = para.text
        match = NUMBER.match(text)
        if match is None or (match["type"] and (self.types.begins(match["type"]) is None or text.endswith(";"))):
            return None  # "Luật … số …;" is a recital
        letter = ABOUT.match(text[match.end() :].lstrip(" .,;")) is not None and not match["type"]
        if not letter and " của " in text[match.end() :].lower():
            return None  # "SỐ … NGÀY … CỦA CHÍNH PHỦ QUY ĐỊNH" goes on a subject that tells of another document
        return match if letter or len(text) - match.end() < (4 if match["type"] else 60) else None

    def blank(self, para: Para) -> bool:
        """True for a number's line whose serial is blank or could not be read."""
        unread = UNREADABLE_NUMBER.match(para.text) if para.style.column == 0 or self.scanned else None
        return para.short and (unread or BLANK_NUMBER.match(para.text)) is not None

    def dated(self, para: Para) -> re.Match[str] | None:
        """The place and date that a line states."""
        text = para.text
        if not para.short:
            return None
        if dated := DATED.match(text) or DATED_SHORT.match(text) or DATED_ALONE.match(text):
            return dated
        if para.style.column == 1 or self.scanned:
            return UNREADABLE_DAY.match(text) or (SCANNED_DAY.match(text) if self.scanned else None)
        return None

    # --- type and subject ------------------------------------------------------------------------------------------------------------

    def _title(self, at: int, stop: int, seen: LinesSoFar) -> Iterator[tuple[Role, float]]:
        para = self.paras[at]
        if read := read_title(self.paras, at, stop, self.types):
            seen.titles[at] = read
            seen.taken_to = read[1]
            yield "title" if read[0].subject else "title_open", 5.0
        name = self.types.alone(para.text) or (self.types.misread(para.text) if self.scanned else None)
        if name == "Văn bản hợp nhất":
            yield "consolidated", 5.0
        if name:
            seen.type = name
            yield "type", 5.0
        elif para.capitals and not para.label and (begun := self.types.begins(para.text)):
            if begun[0] == "Văn bản hợp nhất":
                yield "consolidated", 4.0
            elif not (BODY.match(para.text) and not BODY_LINE.match(para.text)):
                named = para.text[begun[1] :].lstrip(" -–:").startswith("CỦA ")
                yield "type_on_open" if named else "type_on", 2.5
        if stated := read_rest(Stretch.whole((para,))):
            above = self._above(at)
            under = above is not None and self.types.begins(above.text) is not None
            yield "rest" if stated.subject else "rest_open", 5.0 if under else 2.0
        if self.names_body(at):
            yield "issuing", 4.0

    def names_body(self, at: int) -> bool:
        """True when the line below the type names who issues it ("HỘI NGHỊ LẦN THỨ …", "CỦA BỘ CHÍNH TRỊ"), not the subject."""
        para = self.paras[at]
        if not (para.capitals and para.short and (para.text.startswith(("CỦA ", "HỘI NGHỊ LẦN")) or BODY.match(para.text))):
            return False
        following = self._below(at)
        return following is not None and ABOUT.match(following.text) is not None and BODY_LINE.match(para.text) is not None

    def _subject(self, at: int, stop: int, seen: LinesSoFar) -> Iterator[tuple[Role, float]]:
        para = self.paras[at]
        text = para.text
        if ATTACHED.match(text) or _REMARK.fullmatch(text):
            yield "subject_more" if _DAYS.fullmatch(text) else "attached", 2.0
            return
        recited = any(BASIS.match(other.text) for other in self.paras[at + 1 : min(stop, at + 4)] if not other.furniture)
        if (
            len(text) > (LONG_SUBJECT if recited else SUBJECT)
            or text.startswith("Căn cứ ")
            or (BASIS.match(text) and text.endswith(_RECITAL_END))
        ):
            return
        about = ABOUT.match(text) is not None
        if about:
            yield "about", 3.0
        if not (para.label and para.label.rank < 9) and self.number(para) is None and self.dated(para) is None:
            yield "subject", 4.0 if about else 2.0
        if points := self._goes_on(at, seen):
            yield "subject_more", points
        if seen.letter and not para.label and not BASIS.match(text) and not para.capitals:
            yield "letter_subject", 0.5

    def _goes_on(self, at: int, seen: LinesSoFar) -> float:
        """How much speaks for it that a line goes on with a subject above it; 0: nothing does."""
        para = self.paras[at]
        text = para.text
        before = self.paras[at - 1] if at else None
        if before is None or before.furniture or self.types.alone(text) or self.dated(para) or BASIS.match(text) or text.endswith(":"):
            return 0.0
        if text[:1].isupper() and not (para.capitals and before.capitals) and self.number(para):
            return 0.0
        numbered = text[:1].isdigit() and not para.label  # "công tác năm ⏎ I- MỤC ĐÍCH": no year
        asked = _UNFINISHED.search(before.text) is not None or (numbered and _ASKS_NUMBER.search(before.text) is not None)
        begun = self.types.begins(text)
        repeated = begun is not None and begun[0] == seen.type and begun[1] < len(text) and NUMBER.match(text) is not None
        if (para.label and not asked) or repeated:
            return 0.0
        if (asked or text[:1].islower()) and not ends(before.text) and not self.types.alone(before.text):
            return _ASKED
        below = self._below(at)
        if below and below.text[:1].islower() and para.short and not ends(text) and not ends(before.text):
            return 1.0
        if self._links(before, para, below):
            return _ASKED
        if para.capitals and before.capitals:
            same = any(same_words(text, other) for other in seen.capitals)
            recital = below is not None and BASIS.match(below.text) is not None and BODY.match(text) is not None
            return 0.0 if same or (recital and not self._said_on(before.text, at)) else 1.0
        centred = para.style.align == "center" or para.style.bold
        alike = before.style.align == para.style.align and before.style.bold == para.style.bold
        return 1.0 if centred and alike and not para.capitals else 0.0

    def _links(self, before: Para, para: Para, below: Para | None) -> bool:
        """True for a line that tells of what the type in capitals above it is, in no sentence of its own: it begins with a word that joins
        ("Trong công tác …"), or a rule, a recital or the first heading stands right below it."""
        titled = before.capitals and not para.capitals and self.types.begins(before.text) is not None
        if not titled or not para.short or ends(para.text) or below is None or below.text[:1].islower():
            return False
        joins = _LINKING.match(para.text) is not None and "," not in para.text[:_OPENING]
        return joins or self._is_over(para.index + 1, below)

    def _is_over(self, at: int, below: Para) -> bool:
        """True where the title ends above the line ``at``. ``below``: the first one there that is neither furniture nor a note."""
        return is_rule(self.paras[at].text) or BASIS.match(below.text) is not None or (below.label is not None and below.label.value == 1)

    def _said_on(self, above: str, at: int) -> bool:
        """True where the text below says in small letters what goes over from the line ``above`` to this one ("NGHĨA ⏎ VỤ QUÂN SỰ"):
        the line is the rest of a name, not the body that enacts, which is written with a capital."""
        words = " ".join((*above.split()[-1:], *self.paras[at].text.split()[:2])).lower()
        return any(words[1:] in para.text for para in self.paras[at + 1 : at + _NEAR])

    def _above(self, at: int) -> Para | None:
        return last_loud(self.paras, at)

    def _below(self, at: int) -> Para | None:
        return next_loud(self.paras, at + 1, len(self.paras))
