"""What speaks for each role of a line: its words, capitals, style, length and neighbours, each worth some points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from build_tools.guards.secrecy import mark_of
from build_tools.identity.number import canonical_number, parse_number
from build_tools.lexicon.letterhead import (
    ABOUT,
    ADDRESSEES,
    APPENDIX,
    ATTACHED,
    AUTHORITY,
    BASIS,
    BODY,
    BODY_LINE,
    CERTIFIED,
    COLLECTED,
    COPIED,
    FORM,
    NATION,
    RECIPIENTS,
    UNION,
    URGENCY,
    of_union,
)
from build_tools.normalise.furniture import is_rule
from build_tools.structure.addressees import read_addressees
from build_tools.structure.letterhead.body_cues import body_roles
from build_tools.structure.letterhead.goes_on import goes_on
from build_tools.structure.letterhead.header_lines import HeaderLines
from build_tools.structure.letterhead.lines_so_far import LinesSoFar
from build_tools.structure.letterhead.roles import Role
from build_tools.structure.paragraphs import Para
from build_tools.structure.stretch import Stretch
from build_tools.structure.title_line import read_rest, read_title

SUBJECT = 700
"""A subject is shorter than this (characters)."""
LONG_SUBJECT = 2500
"""The same of a subject that the recitals follow: acts that amend many others name them all."""
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


class Cues:
    """Looks at the lines of one document."""

    def __init__(self, lines: HeaderLines) -> None:
        self.lines = lines
        self.paras = lines.paras
        self.types = lines.types

    def points(self, start: int, stop: int, seen: LinesSoFar, loose: bool) -> Iterator[dict[Role, float]]:
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
        if APPENDIX.match(text) or FORM.match(text) or COPIED.match(text):
            return None  # what follows is a part's own header, not the document's
        if BASIS.match(text) or AUTHORITY.match(text) or RECIPIENTS.match(text) or (para.label is not None and not roles):
            return None
        return _GAP if para.short else _RUNNING

    def _roles(self, at: int, stop: int, seen: LinesSoFar) -> Iterator[tuple[Role, float]]:
        para = self.paras[at]
        text = para.text
        if NATION.match(text.removeprefix("NƯỚC ")) and para.short and read_rest(Stretch.whole((para,))) is None:
            above = self.lines.above(at) if seen.nation else None
            whose = above is not None and self.types.alone(above.text) is not None  # "ĐIỀU LỆ ⏎ ĐẢNG CỘNG SẢN VIỆT NAM"
            seen.nation = True
            yield "subject" if whose else "nation", 4.0
            return
        if self._heads_union(at):
            yield "nation", 4.0
        if URGENCY.match(text):
            yield "urgency", 3.0
            return
        if COLLECTED.match(text) or COPIED.match(text) or mark_of(text):
            return
        if ADDRESSEES.match(text):
            seen.addressees[at] = read_addressees(self.paras, at, stop)
            seen.taken_to = seen.addressees[at][1]
            yield "addressees", 4.0
            return
        yield from self._number(at, seen)
        if self.lines.dated(para) is not None:
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
            near = (self.lines.dated(para) for para in self.paras[at : min(stop, at + _NEAR)] if not para.silent)
            dated = next((match for match in near if match), None)
            seen.place = (dated["place"] or "").strip(" .…").upper() if dated else ""
        return seen.place

    def _heads_union(self, at: int) -> bool:
        """True for the youth union's name in the nation's place on its papers, no nation's name anywhere: right above the date, or below
        a branch of the union, above which the whole union would stand."""
        if UNION.fullmatch(self.paras[at].text) is None:
            return False
        below = self.lines.below(at)
        dated = below is not None and self.lines.dated(below) is not None
        branch = dated or any(of_union(para.text) for para in self.paras[max(0, at - _NEAR) : at])
        return branch and not any(NATION.match(para.text) for para in self.paras[: at + _NEAR])

    # --- number and date -------------------------------------------------------------------------------------------------------------

    def _number(self, at: int, seen: LinesSoFar) -> Iterator[tuple[Role, float]]:
        para = self.paras[at]
        if match := self.lines.number(para):
            if match["serial"] and (parsed := parse_number(canonical_number(match["number"]))):
                seen.letter = seen.letter or parsed.type_code in {"CV", None} or parsed.shape == "letter"
            yield "number", 5.0
        elif self.lines.blank(para):
            yield "number", 3.0
        below = self.lines.below(at) if _NUMBER_HEAD.match(para.text) else None
        if below and _NUMBER_TAIL.match(below.text):
            yield "number_head", 2.0
        if _NUMBER_TAIL.match(para.text):
            yield "number_tail", 4.0

    # --- type and subject ------------------------------------------------------------------------------------------------------------

    def _title(self, at: int, stop: int, seen: LinesSoFar) -> Iterator[tuple[Role, float]]:
        para = self.paras[at]
        if read := read_title(self.paras, at, stop, self.types):
            seen.titles[at] = read
            seen.taken_to = read[1]
            yield "title" if read[0].subject else "title_open", 5.0
        name = self.types.alone(para.text) or (self.types.misread(para.text) if self.lines.scanned else None)
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
            above = self.lines.above(at)
            under = above is not None and self.types.begins(above.text) is not None
            yield "rest" if stated.subject else "rest_open", 5.0 if under else 2.0
        if self.names_body(at):
            yield "issuing", 4.0

    def names_body(self, at: int) -> bool:
        """True when the line below the type names who issues it ("HỘI NGHỊ LẦN THỨ …", "CỦA BỘ CHÍNH TRỊ"), not the subject."""
        para = self.paras[at]
        if not (para.capitals and para.short and (para.text.startswith(("CỦA ", "HỘI NGHỊ LẦN")) or BODY.match(para.text))):
            return False
        following = self.lines.below(at)
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
            or ((basis := BASIS.match(text)) and (text.endswith(_RECITAL_END) or basis.group().endswith(":")))
        ):
            return
        about = ABOUT.match(text) is not None
        if about:
            yield "about", 3.0
        if not (para.label and para.label.rank < 9) and self.lines.number(para) is None and self.lines.dated(para) is None:
            yield "subject", 4.0 if about else 2.0
        if points := goes_on(self.lines, at, seen):
            yield "subject_more", points
        if seen.letter and not para.label and not BASIS.match(text) and not para.capitals:
            yield "letter_subject", 0.5
