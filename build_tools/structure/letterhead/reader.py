"""Labelled lines to what a header says: each role gives its words to the field it stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from build_tools.identity.number import canonical_number
from build_tools.lexicon.letterhead import ABOUT, BLANK_NUMBER, DATED, DATED_SHORT, NUMBER, UNREADABLE_CODE, iso
from build_tools.lexicon.words import any_word
from build_tools.model.span import Excerpt, Span
from build_tools.normalise.starts import is_capitals
from build_tools.structure.found import Found
from build_tools.structure.labels import read_label
from build_tools.structure.letterhead.cues import Cues
from build_tools.structure.letterhead.header_lines import HeaderLines
from build_tools.structure.letterhead.labelling import best_labelling
from build_tools.structure.letterhead.lines_so_far import LinesSoFar
from build_tools.structure.letterhead.roles import Role
from build_tools.structure.paragraphs import Para
from build_tools.structure.recase import Recaser
from build_tools.structure.stretch import Stretch, cut
from build_tools.structure.title_line import TitleLine, read_rest
from build_tools.structure.titles import JOINT, Types

NO_SYMBOL = "…"
"""The symbol of a number's line that holds nothing at all."""

REACH = 60
"""A header has fewer paragraphs than this."""
_BARS = "|* "
_STROKES = "-–—/ "
_RULES = "*_=- "
_DAY_BEHIND_RULE = re.compile(rf"[*_=-]+ ?(?={DATED.pattern})")
"""The rule of the left column and the day of the right one, where columns were flattened row by row ("* Sông Mơ, ngày …")."""
_CUT_BODY = re.compile(rf"{any_word('cut-name')}$")
"""A body's name that goes on in the next line ("ỦY BAN THƯỜNG VỤ ⏎ QUỐC HỘI")."""


def _symbol(number: str) -> str:
    """What stands behind a serial left blank, without the blank: "/KH-UBND", "-KH/TU"."""
    return canonical_number(number.lstrip(" .…_")) or NO_SYMBOL


def _bare(para: Para) -> Para:
    """The line without the bars that a broken Markdown table left at its ends; one in capitals without dashes and strokes ("-ỦY BAN …"),
    which are no part of a name; a day without the rule before it."""
    text = para.text
    ends = _BARS if "|" in text else _STROKES if para.capitals else _RULES if _DAY_BEHIND_RULE.match(text) else ""
    if not ends or para.table:
        return para
    start = len(text) - len(text.lstrip(ends))
    stop = max(start, len(text.rstrip(ends)))
    inner = text[start:stop] or text
    if inner == text:
        return para
    span = Span(para.span.start + start, para.span.start + stop)
    return replace(para, text=inner, span=span, capitals=is_capitals(inner), label=read_label(inner) if para.label else None)


class HeaderReader:
    """Reads headers of one document."""

    def __init__(self, paras: Sequence[Para], types: Types, recaser: Recaser, scanned: bool = False) -> None:
        self.paras = [_bare(para) for para in paras]
        self.types = types
        self.recaser = recaser
        self.lines = HeaderLines(self.paras, types, scanned)

    def read(self, start: int, stop: int, loose: bool = False) -> Found:
        """The header that begins at paragraph ``start``; ``stop`` of the result equals ``start`` when there is none.

        ``loose``: lines that say nothing may stand in it, as at the top of a text.
        """
        seen = LinesSoFar()
        roles = best_labelling(Cues(self.lines).points(start, min(stop, start + REACH), seen, loose or start == 0))
        found = Found(start, start)
        for at, role in enumerate(roles, start):
            if role != "noise":
                found.first = found.first if found.stop > start else at
                found.stop = at + 1
                self._take(found, at, role, seen)
        return found

    def _take(self, found: Found, at: int, role: Role, seen: LinesSoFar) -> None:
        """Give the words of a line to the field that its role stands for."""
        para = self.paras[at]
        match role:
            case "nation":
                found.nation = True
            case "number" | "number_tail":
                self._number(found, para, "số " if role == "number_tail" else "")
            case "date":
                self._date(found, para)
            case "body" | "body_next" | "body_more":
                self._body(found, para, role != "body_more")
            case "consolidated":
                self._consolidated(found, para)
            case "urgency":
                words = cut(para, strip=" *.!:")
                found.urgency = words.said(words.value[:1].upper() + words.value[1:].lower())
            case "addressees":
                found.addressees = seen.addressees[at][0]
            case "about" | "subject" | "subject_more" | "letter_subject":
                self._subject(found, para, role)
            case _:
                self._take_title(found, at, role, seen)

    def _take_title(self, found: Found, at: int, role: Role, seen: LinesSoFar) -> None:
        """The same for what a title says: the type, alone or in a sentence, and whose document it is."""
        para = self.paras[at]
        match role:
            case "type":
                self._type(found, at)
            case "type_on" | "type_on_open":
                self._type_on(found, at)
            case "title" | "title_open":
                self._title(found, at, seen.titles[at][0])
            case "rest" | "rest_open":
                if stated := read_rest(Stretch.whole((para,))):
                    self._title(found, at, stated)
            case "issuing":
                found.issuing = self._named(cut(para, len("của ") if para.text.startswith(("CỦA ", "của ")) else 0))

    def _named(self, words: Excerpt) -> Excerpt:
        return words.said(self.recaser.name(words.value))

    def _number(self, found: Found, para: Para, before: str = "") -> None:
        found.numbered = True
        match = NUMBER.match(before + para.text)
        if match is None:
            found.code = code["code"] if (code := UNREADABLE_CODE.search(para.text)) else None
            if BLANK_NUMBER.match(para.text):
                found.symbol = cut(para, 0, len(para.text), value=NO_SYMBOL)
            return
        ahead = len(before)
        if match["serial"]:
            low = max(0, match.start("number") - ahead)
            found.number = cut(para, low, match.end("number") - ahead, value=canonical_number(match["number"]))
        else:
            found.symbol = cut(para, max(0, match.start("number") - ahead), match.end("number") - ahead, value=_symbol(match["number"]))
        if match["type"] and (begun := self.types.begins(match["type"])) and found.type is None:
            found.type = cut(para, match.start("type"), match.end("type"), value=begun[0])
        rest = cut(para, match.end() - ahead, strip=" .,;|*")
        words = rest.value.replace("*", "")
        if dated := words and (DATED.match(", " + words) or DATED.match(words) or DATED_SHORT.match(words)):
            day, place = iso(dated), (dated["place"] or "").strip(" .…")
            found.date, found.place = rest.said(day) if day else None, rest.said(place) if place else None
        elif ABOUT.match(words):
            found.subject.append(rest)

    def _date(self, found: Found, para: Para) -> None:
        dated = self.lines.dated(para)
        if dated is not None and found.date is None:
            day = iso(dated)
            after = dated.end("place") if dated["place"] else dated.start()
            found.date = cut(para, after, strip=" ,.…", value=day) if day else None
            place = cut(para, *dated.span("place"), strip=" .…") if dated["place"] else None
            found.place = place if place and place.value else None

    @staticmethod
    def _body(found: Found, para: Para, new: bool) -> None:
        open_end = bool(found.bodies) and _CUT_BODY.match(found.bodies[-1][-1].value) is not None
        if new and not open_end:
            found.bodies.append([cut(para)])
        else:
            found.bodies[-1].append(cut(para))

    def _type(self, found: Found, at: int) -> None:
        """A type alone on its line."""
        para = self.paras[at]
        name = self.types.alone(para.text) or self.types.misread(para.text)
        found.type = cut(para, value=name) if name else None
        found.joint = JOINT in para.text.lower()
        found.type_at = at if found.type_at is None else found.type_at

    def _type_on(self, found: Found, at: int) -> None:
        """A title that begins with the type and goes on in the same line ("KẾT LUẬN CỦA BỘ CHÍNH TRỊ …", "LUẬT TỔ CHỨC …")."""
        para = self.paras[at]
        begun = self.types.begins(para.text)
        if begun is None:
            return
        name, end = begun
        found.type = cut(para, 0, end, value=name)
        found.type_at = at if found.type_at is None else found.type_at
        rest = len(para.text) - len(para.text[end:].lstrip(" -–:,."))
        if stated := read_rest(Stretch.whole((para,)), rest):
            self._title(found, at, stated)
        elif para.text.startswith("CỦA ", rest):
            found.issuing = self._named(cut(para, rest + len("CỦA "), strip=" -–:"))
        elif rest < len(para.text):
            found.subject.append(cut(para, rest, strip=" -–:"))

    def _consolidated(self, found: Found, para: Para) -> None:
        """ "VĂN BẢN HỢP NHẤT" stands above the issuer; the type of the consolidated text follows and belongs to the subject."""
        found.consolidated = True
        begun = self.types.begins(para.text)
        rest = cut(para, begun[1], strip=" -–:") if begun else None
        if rest and rest.value:
            found.bodies.append([rest])

    def _title(self, found: Found, at: int, stated: TitleLine) -> None:
        """Take over what a title says that names number, date and issuer in one sentence."""
        found.type = found.type or stated.type
        found.type_at = at if found.type_at is None else found.type_at
        found.numbered = True
        found.number = found.number or stated.number
        found.date = found.date or stated.date
        found.issuing = self._named(stated.issuer) if stated.issuer else found.issuing
        found.subject += [stated.subject] if stated.subject else []

    @staticmethod
    def _subject(found: Found, para: Para, role: Role) -> None:
        start = 0
        if role == "about":
            found.about = True
            if para.text[:3].lower() == "v/v":
                start = len(para.text) - len(para.text[3:].lstrip(" :,.-"))
        found.subject.append(cut(para, start))
