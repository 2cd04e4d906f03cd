"""Labelled lines to what a header says: each role gives its words to the field it stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.identity.number import canonical_number
from build_tools.lexicon.letterhead import ABOUT, DATED, DATED_SHORT, NUMBER, UNREADABLE_CODE, iso
from build_tools.lexicon.words import any_word
from build_tools.model.span import Span
from build_tools.structure.found import Found
from build_tools.structure.letterhead.cues import Cues, Seen
from build_tools.structure.letterhead.labelling import best_labelling
from build_tools.structure.letterhead.roles import Role
from build_tools.structure.paragraphs import Para
from build_tools.structure.recase import Recaser
from build_tools.structure.title_line import TitleLine, read_rest
from build_tools.structure.titles import Types

_REACH = 60
"""A header has fewer paragraphs than this."""
_LETTERHEAD = 14
"""A letterhead has fewer lines than this."""
_CUT_BODY = re.compile(rf"{any_word('cut-name')}$")
"""A body's name that goes on in the next line ("ỦY BAN THƯỜNG VỤ ⏎ QUỐC HỘI")."""


class HeaderReader:
    """Reads headers of one document."""

    def __init__(self, paras: Sequence[Para], types: Types, recaser: Recaser, scanned: bool = False) -> None:
        self.paras = paras
        self.types = types
        self.recaser = recaser
        self.cues = Cues(paras, types, scanned)

    def read(self, start: int, stop: int) -> Found:
        """The header that begins at paragraph ``start``; ``stop`` of the result equals ``start`` when there is none."""
        seen = Seen()
        roles = best_labelling(self.cues.lines(start, min(stop, start + _REACH), seen, start == 0))
        found = Found(start, start)
        for at, role in enumerate(roles, start):
            if role != "noise":
                found.stop = at + 1
                self._take(found, at, role, seen)
        return found

    def numbered_near(self, start: int, stop: int) -> bool:
        """True when one of the next lines states a number: only there is a letterhead worth looking for inside a text."""
        return any(NUMBER.match(para.text) for para in self.paras[start : min(stop, start + _LETTERHEAD)])

    def _take(self, found: Found, at: int, role: Role, seen: Seen) -> None:
        para = self.paras[at]
        match role:
            case "nation":
                found.nation = True
            case "number":
                self._number(found, para)
            case "number_tail":
                self._number(found, para, "số ")
            case "date":
                self._date(found, para)
            case "body" | "body_more":
                self._body(found, para, role == "body")
            case "type":
                found.type = self.types.alone(para.text) or self.types.misread(para.text)
                self._mark(found, at, "type", para.span)
            case "type_on" | "type_on_open":
                self._type_on(found, at)
            case "consolidated":
                self._consolidated(found, para)
            case "title" | "title_open":
                self._title(found, at, *seen.titles[at])
            case "rest" | "rest_open":
                if stated := read_rest(para.text):
                    self._title(found, at, stated, at + 1)
            case "issuing":
                found.issuing = self.recaser.name(re.sub(r"^(?:CỦA|của) ", "", para.text))
            case "about" | "subject" | "subject_more" | "letter_subject":
                self._subject(found, para, role)
            case "addressees":
                found.addressees = seen.addressees[at][0]
                found.spans.append(("addressees", para.span))

    @staticmethod
    def _mark(found: Found, at: int, name: str, span: Span) -> None:
        found.type_at = at if found.type_at is None else found.type_at
        found.spans.append((name, span))

    def _number(self, found: Found, para: Para, before: str = "") -> None:
        found.numbered = True
        match = NUMBER.match(before + para.text)
        if match is None:
            found.code = code["code"] if (code := UNREADABLE_CODE.search(para.text)) else None
            return
        if match["serial"]:
            found.number = canonical_number(match["number"])
            low, high = (max(0, match.start("number") - len(before)), match.end("number") - len(before))
            found.spans.append(("number", Span(para.span.start + low, para.span.start + high)))
        if match["type"] and (begun := self.types.begins(match["type"])) and found.type is None:
            found.type = begun[0]
        rest = para.text[match.end() - len(before) :].strip(" .,;")
        if dated := rest and (DATED.match(", " + rest) or DATED.match(rest) or DATED_SHORT.match(rest)):
            found.date, found.place = iso(dated), (dated["place"] or "").strip(" .…") or None
        elif ABOUT.match(rest):
            found.subject.append(rest)

    def _date(self, found: Found, para: Para) -> None:
        dated = self.cues.dated(para)
        if dated is not None and found.date is None:
            found.date = iso(dated)
            found.place = (dated["place"] or "").strip(" .…") or None
            found.spans.append(("date", para.span))

    @staticmethod
    def _body(found: Found, para: Para, new: bool) -> None:
        cut = bool(found.bodies) and _CUT_BODY.match(found.bodies[-1][-1]) is not None
        if new and not cut:
            found.bodies.append([para.text])
        else:
            found.bodies[-1].append(para.text)
        found.spans.append(("issuer", para.span))

    def _type_on(self, found: Found, at: int) -> None:
        """A title that begins with the type and goes on in the same line ("KẾT LUẬN CỦA BỘ CHÍNH TRỊ …", "LUẬT TỔ CHỨC …")."""
        para = self.paras[at]
        begun = self.types.begins(para.text)
        if begun is None:
            return
        found.type, end = begun
        rest = para.text[end:].strip(" -–:")
        self._mark(found, at, "type", Span(para.span.start, para.span.start + end))
        if stated := read_rest(rest):
            self._title(found, at, stated, at + 1)
        elif rest.startswith("CỦA "):
            found.issuing = self.recaser.name(rest[4:])
        elif rest:
            found.subject.append(rest.lstrip(":,.- "))
            found.spans.append(("subject", para.span))

    def _consolidated(self, found: Found, para: Para) -> None:
        """ "VĂN BẢN HỢP NHẤT" stands above the issuer; the type of the consolidated text follows and belongs to the subject."""
        found.consolidated = True
        begun = self.types.begins(para.text)
        rest = para.text[begun[1] :].strip(" -–:") if begun else ""
        if rest:
            found.bodies.append([rest])

    def _title(self, found: Found, at: int, stated: TitleLine, after: int) -> None:
        """Take over what a title says that names number, date and issuer in one sentence."""
        found.type = found.type or stated.type
        found.type_at = at if found.type_at is None else found.type_at
        found.numbered = True
        found.number = found.number or stated.number
        found.date = found.date or stated.date
        found.issuing = self.recaser.name(stated.issuer) if stated.issuer else found.issuing
        found.subject += [stated.subject] if stated.subject else []
        span = Span(self.paras[at].span.start, self.paras[after - 1].span.end)
        found.spans += [(name, span) for name in ("type", "number", "subject") if name not in {known for known, _ in found.spans}]

    @staticmethod
    def _subject(found: Found, para: Para, role: Role) -> None:
        words = para.text
        if role == "about":
            found.about = True
            if words[:3].lower() == "v/v":
                words = words[3:].lstrip(" :,.-")
        found.subject.append(words)
        found.spans.append(("subject", para.span))
