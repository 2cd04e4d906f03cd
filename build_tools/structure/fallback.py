"""Headers that are not at the top: displaced into the text, in appendix captions, in a press notice."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from build_tools.identity.number import canonical_number
from build_tools.lexicon.keys import text_keys
from build_tools.lexicon.letterhead import ATTACHED, BASIS, BODY, COPIED, DATE, NUMBER, OPERATIVE, SIGNED_PRESS, iso
from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.words import any_word
from build_tools.model.header import FIELDS, SIGNATURE, Header, Stated
from build_tools.model.span import Excerpt
from build_tools.naming.extent import bearer_end
from build_tools.structure.acting import ON_BEHALF, names
from build_tools.structure.found import Found
from build_tools.structure.letterhead import REACH, HeaderReader
from build_tools.structure.paragraphs import Para
from build_tools.structure.recase import Recaser
from build_tools.structure.signing import person
from build_tools.structure.stretch import cut
from build_tools.structure.titles import Types

_TOP = 12
"""What a text says of itself as a whole stands within so many paragraphs."""
_RECITED = 5
"""So far below the type the first recital begins."""
_NUMBERED = re.compile(r"\d[a-zA-Z]?[ .…_]*[-–/]")
"""What every number holds: figures, then what parts them from the symbol."""


def displaced(reader: HeaderReader, found: Found, start: int, stop: int) -> Found | None:
    """A header that a converter moved into the middle of the text: a body in capitals, then the number, then the subject.

    Only looked for when the top of the text states no number. Where it states the type, what is found must be a whole letterhead
    (with the nation's name) whose number is of that type: pages of the gazette are written so, letterhead last.
    """
    if found.numbered:
        return None
    numbered = [at for at in range(start, stop) if _NUMBERED.search(reader.paras[at].text)]
    read_to = 0
    for at in range(start, stop):
        para = reader.paras[at]
        if at < read_to:
            continue
        near = bisect_left(numbered, at + REACH) > bisect_left(numbered, at)
        if near and para.capitals and not para.label and para.short and not para.silent and BODY.match(para.text):
            other = reader.read(at, stop)
            if other.number and other.bodies and (found.type is None or _is_letterhead(reader, other, found.type.value)):
                return other
            read_to = other.stop
    return None


def copied(reader: HeaderReader, stop: int) -> Found | None:
    """The header of a copied document: below the line that says how it was copied, which the letterhead of who copied it stands above."""
    for at, para in enumerate(reader.paras[: min(stop, _TOP)]):
        if para.label:
            return None  # the text stands above that line
        if COPIED.match(para.text):
            own = reader.read(at + 1, stop, loose=True)
            return own if own.numbered and own.bodies else None
    return None


def titled(reader: HeaderReader, stop: int) -> Found | None:
    """A title below a portal's running text: the type alone in capitals, recitals right below its subject."""
    paras = reader.paras[: min(stop, _TOP + _RECITED)]
    for at, para in enumerate(paras[:_TOP]):
        if reader.types.alone(para.text) and any(BASIS.match(other.text) for other in paras[at + 1 : at + _RECITED]):
            return reader.read(at, stop)
    return None


def _is_letterhead(reader: HeaderReader, other: Found, kind: str) -> bool:
    return (
        other.nation
        and other.type is None
        and not other.subject
        and other.number is not None
        and reader.types.may_bear(kind, other.number.value)
    )


def from_captions(paras: Sequence[Para], start: int, kind: str, recaser: Recaser) -> Header:
    """Number, date and issuer as the captions of the document's own appendices state them: "(Kèm theo Báo cáo số … ngày … của …)"."""
    for para in paras[start:]:
        if para.table or not ATTACHED.match(para.text):
            continue
        at = para.text.find(kind)
        match = NUMBER.match(para.text, at) if at >= 0 else None
        if match and match["serial"]:
            return _stated(para, match.start("number"), match.end("number"), recaser)
    return Header()


def from_title(paras: Sequence[Para], signed: Header, types: Types, recaser: Recaser) -> Header:
    """What a title says that is all of a letterhead ("Thông tư số … ngày … hướng dẫn …").

    It counts where the caption of a part names the same number (the gazette prints appendices so that go on from the issue before), or
    where whom it names as issuer acts in the text and signs it (web copies have a headline so); a press text has neither.
    """
    for at, para in enumerate(paras[:_TOP]):
        begun = types.begins(para.text) if not para.silent and not para.table else None
        number = NUMBER.match(para.text, begun[1] + 1) if begun else None
        if begun is None or number is None or not number["serial"]:
            continue
        said = canonical_number(number["number"])
        captions = (other for other in paras[at + 1 :] if ATTACHED.match(other.text))
        stated = _stated(para, number.start("number"), number.end("number"), recaser)
        own = types.may_bear(begun[0], said) and _acts(paras[at + 1 :], stated) and _signs(signed, stated)
        if not own and not any(said in canonical_number(other.text) for other in captions):
            continue
        date, issuer = DATE.search(para.text, number.end(), number.end() + 40), stated.stated("issuer")
        behind = issuer.words.spans[-1].end - para.span.start if issuer else date.end() if date else number.end()
        subject = cut(para, behind, strip=" ,.;")
        kind = cut(para, 0, begun[1], value=begun[0])
        return stated.put(*_said(type=kind, subject=subject if subject.value and not stated.subject else None).values)
    return Header()


_ACT = re.compile(rf" {any_word('operative')}\b[^.;]{{0,160}}:$")
"""How the sentence ends by which a body acts, before what it decides."""


def _acts(paras: Sequence[Para], stated: Header) -> bool:
    """True where the sentence before the first provision is an act of the issuer ("…, Ban Thường vụ Tỉnh ủy kết luận:")."""
    for para in paras:
        if para.label and para.label.rank < 9:
            return False
        if not para.silent and not para.table and (act := _ACT.search(para.text)):
            return names(stated.issuer or "", re.split("[,;.:] ", para.text[: act.start()])[-1])
    return False


def _signs(signed: Header, stated: Header) -> bool:
    """True where a person with an office signs, and for the issuer where it is said for whom."""
    signature = signed.signature
    behalf = ON_BEHALF.match(signature.authority or "")
    if behalf and not names(stated.issuer or "", (signature.authority or "")[behalf.end() :]):
        return False
    return bool(signature.signer and (signature.title or signature.authority))


def from_press(paras: Sequence[Para], header: Header, types: Types, recaser: Recaser) -> Header:
    """What a portal's headline or the opening sentence of a published text says.

    A press text counts as the document only when its operative words follow ("… kết luận như sau:"); a digest does not.
    """
    loud = [para for para in paras[:_TOP] if not para.silent and not para.table]
    for para in loud:
        if para.style.heading is not None and header.type:
            headline = _number_in(para.text, header.type, types)
            if headline:
                return _said(number=cut(para, value=headline))
    for para in loud:
        match = SIGNED_PRESS.search(para.text)
        if not match or not any(OPERATIVE.search(other.text) for other in loud):
            continue
        begun = types.begins(match["rest"])
        if begun is None:
            continue
        start = match.start("rest") + begun[1]
        number = NUMBER.match(para.text, start + 1)
        if not number or not number["serial"]:
            continue
        stated = _stated(para, number.start("number"), number.end("number"), recaser)
        kind = cut(para, match.start("rest"), start, value=begun[0])
        return stated.put(*_said(type=kind, **_signed(para, match.start())).values)
    return Header()


def from_opening(paras: Sequence[Para], header: Header, types: Types, recaser: Recaser) -> Header:
    """Date, issuer, subject and signer that a web copy states of the very number it bears, in its first paragraphs.

    "Kết luận số … ngày … của … về …" as the first sentence, or "…, … đã ký ban hành Kết luận số … (ngày …) của … về …".
    """
    for para in [para for para in paras if not para.silent and not para.table][:_TOP]:
        signed = SIGNED_PRESS.search(para.text)
        start = signed.start("rest") if signed else 0
        begun = types.begins(para.text[start:])
        if begun is None or header.type not in (None, begun[0]):
            continue
        offset = len(para.text) - len(para.text[start + begun[1] :].lstrip())
        number = NUMBER.match(para.text[offset:])
        if number is None or not number["serial"] or canonical_number(number["number"]) != header.number:
            continue
        stated = _stated(para, offset + number.start("number"), offset + number.end("number"), recaser)
        if stated.date or stated.issuer:
            kind = cut(para, start, start + begun[1], value=begun[0])
            return stated.put(*_said(type=kind, **(_signed(para, signed.start()) if signed else {})).values)
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


def _said(**words: Excerpt | None) -> Header:
    """What a sentence states, by the names of the fields."""
    return Header(tuple(Stated(name, words[name], "sentence") for name in FIELDS if words.get(name)))  # type: ignore[arg-type]


_BODY_WORD = any_word("body", "body-in-text")
_COMMA = re.compile(rf",(?! (?!(?i:{_BODY_WORD})\b)[{CAPITALS}][^,;.():]{{1,40}} {any_word('list-join')} [{CAPITALS}])")
"""A comma that ends a body's name; not one between the fields in its name ("Bộ Văn hóa, Thể thao và Du lịch")."""


def _stated(para: Para, start: int, end: int, recaser: Recaser) -> Header:
    """Number, and the date, issuer and subject that follow it in running text."""
    text = para.text
    date = DATE.search(text, end, end + 40)
    day = iso(date) if date else None
    at = date.end() if date else end
    at += len(text) - at - len(text[at:].lstrip(" ,)"))
    issuer = subject = None
    if text.startswith("của ", at):
        about = text.find(" về ", at)
        stop = about if about >= 0 else len(text)
        stop = min(place if place >= 0 else stop for place in (stop, text.find(")", at, stop)))
        stop = min((mark.start() for mark in _COMMA.finditer(text, at + 4, stop)), default=stop)
        stop = bearer_end(*text_keys(text), at + 4, stop)
        words = cut(para, at + 4, stop, strip=" .;")
        issuer = words.said(recaser.name(words.value)) if words.value else None
        subject = cut(para, about + 1, strip=" .;") if about >= 0 else None
    number = cut(para, start, end, value=canonical_number(text[start:end]))
    return _said(number=number, date=cut(para, *date.span(), value=day) if date and day else None, issuer=issuer, subject=subject)


def _signed(para: Para, end: int) -> dict[str, Excerpt | None]:
    """The fields of a signature that the beginning of a sentence names."""
    head = cut(para, 0, end)
    return {name: head.said(words) if words else None for name, words in zip(SIGNATURE, _signature(head.value), strict=True)}


_OFFICES = any_word("deputy", "office", "signing-office", "office-word", "office-in-signature", "office-or-body", "person")
_HELD = re.compile(rf"(?:^|, )(?i:{_OFFICES})(?!\w)")
"""An office that a person holds, as the last words before the name."""


def _signature(text: str) -> tuple[str | None, str | None, str | None]:
    """ "Thay mặt Bộ Chính trị, Thường trực Ban Bí thư Nguyễn Văn A" → name, office, authority."""
    authority = None
    rest = text.strip(" ,")
    if "hay mặt " in rest:
        at = rest.find("hay mặt ") - 1
        authority, _, rest = rest[at:].partition(", ")
        authority = authority[:1].upper() + authority[1:]
    dated = DATE.match(rest.lower())
    words = rest[dated.end() if dated else 0 :].strip(" ,").replace("đồng chí ", "").split()
    count = next((size for size in (4, 3) if len(words) > size and all(word[0].isupper() for word in words[-size:])), 0)
    for size in (2, 3, 4, 5):
        if len(words) > size and all(word[0].isupper() for word in words[-size:]) and words[-size - 1][0].islower():
            count = size
    title = " ".join(words[:-count])
    if not count or not (authority or _HELD.search(title) or "đồng chí " in rest):
        return None, None, authority  # "Ban Thường vụ Tỉnh ủy Sông Mơ đã ký": a body and its place
    return person(" ".join(words[-count:])), title.strip(" ,") or None, authority
