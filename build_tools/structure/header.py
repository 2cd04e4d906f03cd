"""The header of a document or of a part of it: number, date, issuer, type, subject, addressees."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.identity.number import canonical_number, parse_number
from build_tools.model.span import Span
from build_tools.normalise.starts import BASIS, BODY
from build_tools.structure.found import Found, same_words
from build_tools.structure.paragraphs import Para
from build_tools.structure.patterns import (
    ABOUT,
    ADDRESSEES,
    ATTACHED,
    AUTHORITY,
    BLANK_NUMBER,
    BODY_LINE,
    DATED,
    DATED_ALONE,
    DATED_SHORT,
    NATION,
    NUMBER,
    RECIPIENTS,
    SCANNED_DAY,
    UNREADABLE_CODE,
    UNREADABLE_DAY,
    UNREADABLE_NUMBER,
    Types,
    iso,
)
from build_tools.structure.people import read_addressees
from build_tools.structure.recase import Recaser
from build_tools.structure.title_line import TitleLine, read_rest, read_title

_REACH = 60
"""A header has fewer paragraphs than this."""
_SUBJECT = 700
"""A subject is shorter than this."""
_CUT_BODY = re.compile(r"(?:(?:ỦY|UỶ) BAN THƯỜNG VỤ|VĂN PHÒNG|THANH TRA|THỦ TƯỚNG|(?:ỦY|UỶ) BAN|HỘI ĐỒNG|QUỐC|BAN CHẤP HÀNH)$")
"""A body's name that goes on in the next line ("ỦY BAN THƯỜNG VỤ ⏎ QUỐC HỘI")."""


class HeaderReader:
    """Reads headers of one document."""

    def __init__(self, paras: Sequence[Para], types: Types, recaser: Recaser, scanned: bool = False) -> None:
        self.paras = paras
        self.scanned = scanned
        self.types = types
        self.recaser = recaser

    def read(self, start: int, stop: int) -> Found:
        """The header that begins at paragraph ``start``; ``stop`` of the result equals ``start`` when there is none."""
        found = Found(start, start)
        at = start
        quiet = 0
        while at < min(stop, start + _REACH):
            para = self.paras[at]
            if para.furniture:
                at += 1
                continue
            after = self._line(found, at, stop)
            if after == at:
                if found.stop == start and quiet < 2 and para.style.heading is not None:
                    quiet += 1
                    at += 1
                    continue
                break
            at = after
            found.stop = at
        return found

    def _line(self, found: Found, at: int, stop: int) -> int:
        """Read the line at ``at``; the index after what was read, or ``at`` when it is no line of a header."""
        para = self.paras[at]
        text = para.text
        if para.table or para.note or (BASIS.match(text) and not para.capitals):
            return at
        if NATION.match(text) and len(text) < 120:
            found.nation = True
            return at + 1
        if match := NUMBER.match(text):
            letter = ABOUT.match(text[match.end() :].lstrip(" .,;")) is not None and len(text) < _SUBJECT and not match["type"]
            if letter or len(text) - match.end() < (4 if match["type"] else 60):
                return self._number(found, at, match)
        elif (BLANK_NUMBER.match(text) and len(text) < 60) or (
            (para.style.column == 0 or self.scanned) and len(text) < 45 and UNREADABLE_NUMBER.match(text)
        ):
            found.numbered = True
            found.code = code["code"] if (code := UNREADABLE_CODE.search(text)) else None
            return at + 1
        dated = DATED.match(text) or DATED_SHORT.match(text) or DATED_ALONE.match(text)
        if dated is None and (para.style.column == 1 or self.scanned) and "tháng" in text and len(text) < 60:
            dated = UNREADABLE_DAY.match(text) or (SCANNED_DAY.match(text) if self.scanned else None)
            if dated is None:
                return at + 1
        if dated and len(text) < 90:
            if found.date is None:
                found.date = iso(dated)
                place = (dated["place"] or "").strip(" .…")
                found.place = place or None
                found.spans.append(("date", para.span))
            return at + 1
        if ADDRESSEES.match(text) and not found.addressees:
            found.addressees, end = read_addressees(self.paras, at, stop)
            found.spans.append(("addressees", para.span))
            return end
        if RECIPIENTS.match(text) or AUTHORITY.match(text):
            return at
        if len(text) > 1 and len(text) < 10 and not any(letter.isalnum() and letter != "0" and letter != "o" for letter in text):
            return at + 1
        if not (found.type or found.numbered) and (read := read_title(self.paras, at, stop, self.types)):
            return self._title(found, at, *read)
        if (name := self.types.alone(text) or (self.types.misread(text) if self.scanned else None)) and found.type_at is None:
            if name == "Văn bản hợp nhất" and not found.numbered:
                return self._consolidated(found, at, "")
            return self._type(found, at, stop, name)
        if ATTACHED.match(text) and (found.type or found.subject):
            return at + 1
        if ABOUT.match(text) and not found.type and (found.numbered or found.bodies) and len(text) < _SUBJECT:
            found.about = True
            return self._subject(found, at, stop, len(ABOUT.match(text).group()) if text[:3].lower() == "v/v" else 0)  # type: ignore[union-attr]
        begun = self.types.begins(text) if para.capitals and found.type_at is None and len(text) < 200 and not para.label else None
        if begun and not (BODY.match(text) and not BODY_LINE.match(text)):
            return self._type_run_on(found, at, stop, begun)
        if para.style.heading is not None and not found.numbered and not found.bodies and not para.label:
            return at + 1
        if self._is_body(found, para):
            if (BODY.match(text) or not found.bodies) and not (found.bodies and _CUT_BODY.match(found.bodies[-1][-1])):
                found.bodies.append([text])
            else:
                found.bodies[-1].append(text)
            found.spans.append(("issuer", para.span))
            return at + 1
        if found.numbered and not found.type and not found.subject and not para.label and len(text) < _SUBJECT and self._letter(found):
            return self._subject(found, at, stop, 0)
        return at

    def _letter(self, found: Found) -> bool:
        """True when the number is a letter's, whose subject follows it without a type."""
        number = parse_number(found.number) if found.number else None
        return number is not None and (number.type_code in {"CV", None} or number.shape == "letter")

    @staticmethod
    def _is_body(found: Found, para: Para) -> bool:
        if found.type or found.subject or para.label or len(para.text) > 160:
            return False
        if para.capitals:
            return not found.numbered or bool(found.nation and not found.bodies)
        return bool(found.bodies) and para.style.column == 0 and not found.numbered and len(para.text) < 60 and para.text[0].isupper()

    def _number(self, found: Found, at: int, match: re.Match[str]) -> int:
        para = self.paras[at]
        if found.numbered:
            return at
        found.numbered = True
        if match["serial"]:
            found.number = canonical_number(match["number"])
            found.spans.append(("number", Span(para.span.start + match.start("number"), para.span.start + match.end("number"))))
        if match["type"] and (begun := self.types.begins(match["type"])) and found.type is None:
            found.type = begun[0]
        rest = para.text[match.end() :].strip(" .,;")
        if rest:
            dated = DATED.match(", " + rest) or DATED.match(rest) or DATED_SHORT.match(rest)
            if dated:
                found.date, found.place = iso(dated), (dated["place"] or "").strip(" .…") or None
            elif ABOUT.match(rest):
                found.subject.append(rest)
        return at + 1

    def _type(self, found: Found, at: int, stop: int, name: str) -> int:
        found.type = name
        found.type_at = at
        found.spans.append(("type", self.paras[at].span))
        at += 1
        while at < stop and self.paras[at].furniture and len(self.paras[at].text) < 3:
            at += 1
        if at < stop and (stated := read_rest(self.paras[at].text)):
            after = self._title(found, at, stated, at + 1)
            return after if stated.subject else self._subject(found, after, stop, 0)
        if at < stop and self._names_body(at, stop):
            found.issuing = self.recaser.name(re.sub(r"^(?:CỦA|của) ", "", self.paras[at].text))
            at += 1
        return self._subject(found, at, stop, 0)

    def _title(self, found: Found, at: int, stated: TitleLine, after: int) -> int:
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
        return after

    def _names_body(self, at: int, stop: int) -> bool:
        """True when the line below the type names who issues it ("HỘI NGHỊ LẦN THỨ …", "CỦA BỘ CHÍNH TRỊ"), not the subject."""
        para = self.paras[at]
        if not (para.capitals and len(para.text) < 160 and (para.text.startswith(("CỦA ", "HỘI NGHỊ LẦN")) or BODY.match(para.text))):
            return False
        following = next((other for other in self.paras[at + 1 : min(stop, at + 4)] if not other.furniture), None)
        return following is not None and ABOUT.match(following.text) is not None and BODY_LINE.match(para.text) is not None

    def _type_run_on(self, found: Found, at: int, stop: int, begun: tuple[str, int]) -> int:
        """A title that begins with the type and goes on in the same line ("KẾT LUẬN CỦA BỘ CHÍNH TRỊ …", "LUẬT TỔ CHỨC …")."""
        para = self.paras[at]
        name, end = begun
        if name == "Văn bản hợp nhất":
            return self._consolidated(found, at, para.text[end:].strip(" -–:"))
        found.type_at = at
        rest = para.text[end:].strip(" -–:")
        found.type = name
        found.spans.append(("type", Span(para.span.start, para.span.start + end)))
        if stated := read_rest(rest):
            return self._title(found, at, stated, at + 1)
        if rest.startswith("CỦA "):
            found.issuing = self.recaser.name(rest[4:])
            return self._subject(found, at + 1, stop, 0)
        return self._subject(found, at, stop, end)

    @staticmethod
    def _consolidated(found: Found, at: int, rest: str) -> int:
        """ "VĂN BẢN HỢP NHẤT" stands above the issuer; the type of the consolidated text follows and belongs to the subject."""
        found.consolidated = True
        if rest:
            found.bodies.append([rest])
        return at + 1

    def _subject(self, found: Found, at: int, stop: int, skip: int) -> int:
        """Gather the subject from paragraph ``at`` on, ``skip`` of its characters left out."""
        first: Para | None = None
        while at < stop:
            para = self.paras[at]
            if para.furniture:
                if first is not None:
                    break
                at += 1
                continue
            if not self._goes_on(found, para, first, at, stop):
                break
            words = para.text[skip:].strip() if first is None and skip else para.text
            words = words.lstrip(":,.- ") if skip and first is None else words
            found.subject.append(words)
            found.spans.append(("subject", para.span))
            first, skip = para, 0
            at += 1
        return at

    def _goes_on(self, found: Found, para: Para, first: Para | None, at: int, stop: int) -> bool:
        text = para.text
        if para.table or para.note or len(text) > _SUBJECT or BASIS.match(text) or ADDRESSEES.match(text) or ATTACHED.match(text):
            return False
        if NATION.match(text) or NUMBER.match(text) or (DATED.match(text) and len(text) < 90) or RECIPIENTS.match(text):
            return False
        if first is None:
            return not (para.label and para.label.rank < 9)
        if para.label or self.types.alone(text):
            return False
        before = self.paras[at - 1]
        if para.capitals and before.capitals:
            same = any(same_words(text, " ".join(body)) for body in found.bodies)
            following = next((other for other in self.paras[at + 1 : min(stop, at + 4)] if not other.furniture), None)
            recital = following is not None and BASIS.match(following.text) is not None and BODY.match(text) is not None
            return not same and not recital
        centred = para.style.align == "center" or para.style.bold
        return centred and (before.style.align == para.style.align) and not para.capitals and before.style.bold == para.style.bold
