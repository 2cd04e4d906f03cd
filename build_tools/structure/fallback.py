"""Headers that are not at the top: displaced into the text, in appendix captions, in a press notice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_tools.identity.number import canonical_number
from build_tools.lexicon.letterhead import ATTACHED, BODY, DATE, NUMBER, OPERATIVE, SIGNED_PRESS, iso
from build_tools.model.document import Header, Signature
from build_tools.structure.found import Found
from build_tools.structure.letterhead import HeaderReader
from build_tools.structure.paragraphs import Para
from build_tools.structure.people import person
from build_tools.structure.recase import Recaser
from build_tools.structure.titles import Types


def displaced(reader: HeaderReader, found: Found, stop: int) -> Found | None:
    """A header that a converter moved into the middle of the text: a body in capitals, then the number, then the subject.

    Only looked for when the top of the text states no number. Where it states the type, what is found must be a whole letterhead
    (with the nation's name) whose number is of that type: pages of the gazette are written so, letterhead last.
    """
    if found.numbered:
        return None
    read_to = 0
    for at in range(found.stop, stop):
        para = reader.paras[at]
        if at < read_to:
            continue
        likely = para.capitals and not para.label and len(para.text) < 160 and not para.silent and BODY.match(para.text)
        if likely and reader.numbered_near(at, stop):
            other = reader.read(at, stop)
            if other.number and other.bodies and (found.type is None or _is_letterhead(reader, other, found.type)):
                return other
            read_to = other.stop
    return None


def _is_letterhead(reader: HeaderReader, other: Found, kind: str) -> bool:
    return other.nation and other.type is None and not other.subject and reader.types.may_bear(kind, other.number)


def from_captions(paras: Sequence[Para], start: int, kind: str, types: Types, recaser: Recaser) -> Header:
    """Number, date and issuer as the captions of the document's own appendices state them: "(Kèm theo Báo cáo số … ngày … của …)"."""
    for para in paras[start:]:
        if para.table or len(para.text) > 600 or not ATTACHED.match(para.text):
            continue
        at = para.text.find(kind)
        match = NUMBER.match(para.text, at) if at >= 0 else None
        if match and match["serial"]:
            return _stated(para.text, match.start("number"), match.end("number"), recaser)
    return Header()


def from_press(paras: Sequence[Para], header: Header, types: Types, recaser: Recaser) -> Header:
    """What a portal's headline or the opening sentence of a published text says.

    A press text counts as the document only when its operative words follow ("… kết luận như sau:"); a digest does not.
    """
    loud = [para for para in paras[:12] if not para.silent and not para.table]
    for para in loud:
        if para.style.heading is not None and header.type:
            headline = _number_in(para.text, header.type, types)
            if headline:
                return Header(number=headline)
    for place, para in enumerate(loud[:3]):
        match = SIGNED_PRESS.search(para.text)
        if not match or not any(OPERATIVE.search(other.text) for other in loud[place : place + 4]):
            continue
        begun = types.begins(match["rest"])
        if begun is None:
            continue
        start = match.start("rest") + begun[1]
        number = NUMBER.match(para.text, start + 1)
        if not number or not number["serial"]:
            continue
        stated = _stated(para.text, number.start("number"), number.end("number"), recaser)
        return Header(
            type=begun[0],
            number=stated.number,
            date=stated.date,
            issuer=stated.issuer,
            subject=stated.subject,
            signature=_signature(para.text[: match.start()]),
        )
    return Header()


_OPENING = 6
"""A web copy tells what it is in its first paragraphs."""


def from_opening(paras: Sequence[Para], header: Header, types: Types, recaser: Recaser) -> Header:
    """Date, issuer, subject and signer that a web copy states of the very number it bears, in its first paragraphs.

    "Kết luận số … ngày … của … về …" as the first sentence, or "…, … đã ký ban hành Kết luận số … (ngày …) của … về …".
    """
    for para in [para for para in paras if not para.silent and not para.table][:_OPENING]:
        signed = SIGNED_PRESS.search(para.text)
        start = signed.start("rest") if signed else 0
        begun = types.begins(para.text[start:])
        if begun is None or header.type not in (None, begun[0]):
            continue
        number = NUMBER.match(para.text[start + begun[1] :].lstrip())
        offset = len(para.text) - len(para.text[start + begun[1] :].lstrip())
        if number is None or not number["serial"] or canonical_number(number["number"]) != header.number:
            continue
        stated = _stated(para.text, offset + number.start("number"), offset + number.end("number"), recaser)
        if stated.date or stated.issuer:
            signature = _signature(para.text[: signed.start()]) if signed else Signature()
            return replace(stated, type=begun[0], signature=signature)
    return Header()


def _number_in(text: str, kind: str, types: Types) -> str | None:
    """A number written without "số" after the type in a headline: "KẾT LUẬN 155-KL/TW"."""
    at = text.lower().find(kind.lower())
    if at < 0:
        return None
    rest = text[at + len(kind) :].lstrip()
    match = NUMBER.match(rest) or NUMBER.match("số " + rest)
    if not match or not match["serial"]:
        return None
    number = canonical_number(match["number"])
    return number if types.may_bear(kind, number) else None


def _stated(text: str, start: int, end: int, recaser: Recaser) -> Header:
    """Number, and the date, issuer and subject that follow it in running text."""
    date = DATE.search(text, end, end + 40)
    at = date.end() if date else end
    issuer = subject = None
    rest = text[at:].lstrip(" ,)")
    if rest.startswith("của "):
        about = rest.find(" về ")
        words = rest[4 : about if about >= 0 else len(rest)]
        issuer = recaser.name(words.split(")")[0].split(",")[0].strip(" .;")) or None
        subject = rest[about + 1 :].strip(" .;") if about >= 0 else None
    return Header(number=canonical_number(text[start:end]), date=iso(date) if date else None, issuer=issuer, subject=subject)


def _signature(text: str) -> Signature:
    """ "Thay mặt Bộ Chính trị, Thường trực Ban Bí thư Nguyễn Văn A" → name, office, authority."""
    authority = None
    rest = text.strip(" ,")
    if "hay mặt " in rest:
        at = rest.find("hay mặt ") - 1
        authority, _, rest = rest[at:].partition(", ")
        authority = authority[:1].upper() + authority[1:]
    words = rest.strip(" ,").replace("đồng chí ", "").split()
    count = next((size for size in (4, 3) if len(words) > size and all(word[0].isupper() for word in words[-size:])), 0)
    for size in (2, 3, 4, 5):
        if len(words) > size and all(word[0].isupper() for word in words[-size:]) and words[-size - 1][0].islower():
            count = size
    if not count:
        return Signature(None, None, authority)
    return Signature(person(" ".join(words[-count:])), " ".join(words[:-count]).strip(" ,") or None, authority)
