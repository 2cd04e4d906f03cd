"""What a header was found to say to the header of the document: usual case, issuer with its parent, type from the number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from build_tools.lexicon.keys import same_words
from build_tools.lexicon.letterhead import BODY, BODY_LINE, NAME_GOES_ON, PLACED, breaks_off
from build_tools.lexicon.words import any_word, words
from build_tools.model.header import Header, HeaderField, Stated
from build_tools.model.span import Excerpt, Span, joined
from build_tools.structure.found import Found
from build_tools.structure.joint_issuers import each_in_symbol
from build_tools.structure.recase import Recaser
from build_tools.structure.titles import Types

CONSOLIDATED, LETTER = "Văn bản hợp nhất", "Công văn"
_TERM = re.compile(r"kh(?:óa|oá) (?P<term>[IVX]{1,6})\b", re.IGNORECASE)
_TERM_LAST = re.compile(rf"[ ,]*\(?{_TERM.pattern}\)?$", re.IGNORECASE)
"""A term behind a body's name is no part of that ("BAN CHẤP HÀNH ĐẢNG BỘ TỈNH (KHOÁ XVI)"); behind a meeting's it tells which."""
_MEETING = re.compile(any_word("meeting"))
_PARTY = re.compile(any_word("committee"))
_NAMED_COMMITTEE = re.compile(rf"{any_word('committee')}(?: [^\W\d_]+){{2,3}}")
"""A committee of the Party with the name of its place."""
_LEVEL = any_word("level")
_LEVEL_IN_CAPITALS = any_word("level", case="capitals")
_RANKS = {level.upper(): rank for rank, level in enumerate(words("level"))}
"""Levels from the highest on."""
_INSIDE = re.compile(rf"(?<!\w)(?P<low>{_LEVEL_IN_CAPITALS})(?P<name>(?: [^\W\d_]+){{1,3}}?) (?=(?P<high>{_LEVEL_IN_CAPITALS}) [^\W\d_])")
"""A place with another behind it, no comma between: they stood on two lines ("XÃ SÔNG MƠ ⏎ HUYỆN ĐÁ BẠC")."""
_LETTERS = "|".join(sorted({"".join(word[0] for word in f"ban {organ}".split()).upper() for organ in words("organ")}))
_ORGAN = re.compile(rf"(?P<organ>Ban {any_word('organ')}|{_LETTERS})(?P<place> {_LEVEL} [^\d,;]+)?")
"""An organ that does not say whose it is, written out or by its letters ("BCH"); ``place``: only of what level and place."""
_OFFICE = re.compile(any_word("own-office"))
_FRONT = re.compile(any_word("front"))
_CENTRE = "Ủy ban Trung ương"
_PARTY_ORGAN = re.compile(rf"BAN (?!CHẤP HÀNH)|{any_word('committee-organ')}")


def is_committee(name: str) -> bool:
    """True for a committee of the Party ("Tỉnh ủy Sông Mơ", "Đảng ủy xã Nà Lúa"), not for a part of it ("Ban Thường vụ …")."""
    return _PARTY.match(name.upper()) is not None


def consolidated(header: Header, types: Types, recaser: Recaser) -> Header:
    """A header whose number, stated at the end, is a consolidated text's: what stood as its type is the type of its base work."""
    number, kind, subject = header.stated("number"), header.stated("type"), header.stated("subject")
    if number is None or kind is None or kind.words.value == CONSOLIDATED or types.of_number(number.words.value) != CONSOLIDATED:
        return header
    header = header.put(Stated("type", number.words.said(CONSOLIDATED), "inferred"))
    if subject is None:
        return header
    small = _small(recaser.title(subject.words.value, header.issuer))
    return header.put(Stated("subject", joined((kind.words, subject.words.said(small))), subject.origin))


def finish(found: Found, types: Types, recaser: Recaser) -> Header:
    """The header of what was found: names in their usual case, the issuer completed by its parent where custom does."""
    issuer, parent = _bodies(found, types, recaser)
    term = _term(found.issuing) or _term(issuer)
    issuing, issuer, parent = (_without_term(name) for name in (found.issuing, issuer, parent))
    kind, subject = _kind_and_subject(found, types, recaser, issuer)
    if issuing and (issuer is None or same_words(issuer.value, issuing.value)):
        issuer, issuing = issuer or issuing, None
    read: tuple[tuple[HeaderField, Excerpt | None], ...] = (
        ("number", found.number), ("symbol", None if found.number else found.symbol), ("date", found.date), ("place", found.place),
        ("issuer", issuer), ("parent", parent),
        ("issuing_body", issuing), ("subject", subject), ("urgency", found.urgency), ("term", term),
    )  # fmt: skip
    values = [Stated(name, words) for name, words in read if words]
    return Header((*((kind,) if kind else ()), *values, *(Stated("addressee", words) for words in found.addressees)))


def _term(name: Excerpt | None) -> Excerpt | None:
    """The term that stands with a body's name."""
    found = _TERM.search(name.value) if name else None
    return name.said(found["term"].upper()) if name and found else None


def _without_term(name: Excerpt | None) -> Excerpt | None:
    """A body's name without the term behind it; a meeting's with it."""
    return name.said(_TERM_LAST.sub("", name.value)) if name and not _MEETING.match(name.value.lower()) else name


def _bodies(found: Found, types: Types, recaser: Recaser) -> tuple[Excerpt | None, Excerpt | None]:
    """The issuer and the body above it."""
    stated = found.number or found.symbol
    number = stated.value if stated else None
    bodies = [joined(lines if found.framed else _begun(lines)) for lines in found.bodies if found.framed or _is_known(lines)]
    bodies = [body for body in bodies if types.alone(body.value) is None]
    bodies = [body.said(recaser.name(_INSIDE.sub(_rising, body.value.strip(" -–*")), number)) for body in bodies]
    for at in range(len(bodies) - 1, 0, -1):
        if bodies[at - 1].value.endswith(_CENTRE) and _FRONT.match(bodies[at].value):
            bodies[at - 1 : at + 1] = [joined(bodies[at - 1 : at + 1])]  # "ỦY BAN TRUNG ƯƠNG ⏎ MẶT TRẬN TỔ QUỐC VIỆT NAM": whose it is
    if not bodies:
        return None, None
    if len(found.bodies) == 1 and len(parted := _parted(found.bodies[0])) > 1:
        bodies = [body.said(recaser.name(body.value)) for body in parted]
    within = _joined_in_one(number, bodies)
    if not within and (found.joint or _issue_together(found, bodies)):
        for at in range(len(bodies) - 1, 0, -1):
            if _ORGAN.fullmatch(bodies[at].value):
                bodies[at - 1 : at + 1] = [_standing(*bodies[at - 1 : at + 1])]
        return joined(bodies, " - "), None
    return _whole_name(bodies[-1], bodies[-2]) if len(bodies) > 1 else (bodies[-1], None)


def _joined_in_one(number: str | None, bodies: Sequence[Excerpt]) -> bool:
    """True where the last line names all who issue together, as the number has their letters: what stands above it is over one of them."""
    return len(bodies) > 1 and each_in_symbol(number, _JOINED.split(bodies[-1].value))


_JOINED = re.compile(rf" (?:[-–]|{any_word('list-join')}) ")


def _is_known(lines: Sequence[Excerpt]) -> bool:
    """True for a name that begins as names of bodies do. Other lines in capitals name one by their place in a letterhead alone; where no
    letterhead is, as on a cover or above an article, they may be a headline: who issued the text is not known then."""
    return BODY.match(lines[0].value) is not None and BODY_LINE.match(lines[0].value) is not None


def _begun(lines: Sequence[Excerpt]) -> Sequence[Excerpt]:
    """The lines of a name as far as one asks for the next, or that goes on with it ("TỈNH …"). Where no letterhead is, what else stands in
    capitals below a name is a title."""
    asked = (breaks_off(above.value) or NAME_GOES_ON.match(line.value) for above, line in pairwise(lines))
    return lines[: 1 + sum(1 for _ in takewhile(bool, asked))]


def _issue_together(found: Found, bodies: Sequence[Excerpt]) -> bool:
    """True where the number has the letters of each body; an organ of the body above it issues alone ("12/KH-MTTQ-BTT")."""
    number = found.number.value if found.number else None
    return each_in_symbol(number, [body.value for body in bodies]) and _ORGAN.fullmatch(bodies[-1].value) is None


def _rising(match: re.Match[str]) -> str:
    """A place and the blank behind it; before the name of a higher one, in which it lies, a comma."""
    return f"{match['low']}{match['name']}{', ' if _RANKS[match['high']] < _RANKS[match['low']] else ' '}"


def _whole_name(issuer: Excerpt, parent: Excerpt) -> tuple[Excerpt, Excerpt | None]:
    """An issuer by its full name, with that of the body above it where custom leaves it out, and that body where it is another."""
    if organ := _ORGAN.fullmatch(issuer.value):
        issuer = issuer if organ["place"] and PLACED.match(parent.value.upper()) else _standing(parent, issuer)
    elif _OFFICE.fullmatch(issuer.value) and not is_committee(parent.value):
        issuer = joined((issuer, parent))
    if is_committee(parent.value) and _PARTY_ORGAN.match(issuer.value.upper()):
        tail = parent.value
        if tail.upper().startswith("BAN CHẤP HÀNH TRUNG ƯƠNG"):
            tail = "Trung ương Đảng" if issuer.value.upper() == "VĂN PHÒNG" else "Trung ương"
        if not issuer.value.lower().endswith(tail.lower()):
            issuer = joined((issuer, parent.said(tail)))
    return issuer, None if parent.value.casefold() == issuer.value.casefold() else parent


def _parted(lines: Sequence[Excerpt]) -> tuple[Excerpt, ...]:
    """A body and an organ of it that stand in one line ("TỈNH ỦY SÔNG MƠ BAN TỔ CHỨC"): the first ends with the name of its place."""
    name = joined(lines)
    if len(name.spans) != 1 or not name.value.isupper() or len(name.spans[0]) != len(name.value) or _stand_together(name.value):
        return (name,)
    start = name.spans[0].start
    for blank in re.finditer(" ", name.value):
        head, tail = name.value[: blank.start()], name.value[blank.end() :]
        named = PLACED.match(head) or _NAMED_COMMITTEE.fullmatch(head)
        if named and BODY.match(tail) and " " in tail and not tail.startswith("BAN CHẤP HÀNH"):
            middle = start + blank.start()
            return Excerpt(head, (Span(start, middle),)), Excerpt(tail, (Span(middle + 1, name.spans[0].end),))
    return (name,)


def _stand_together(name: str) -> bool:
    """True where a dash joins two bodies, the first with its place ("HỘI … TỈNH SÔNG MƠ - TỈNH ĐOÀN SÔNG MƠ"): they issue together."""
    one, dash, other = name.partition(" - ")
    return bool(dash) and PLACED.match(one) is not None and (BODY.match(other) or PLACED.match(other)) is not None


def _standing(whose: Excerpt, organ: Excerpt) -> Excerpt:
    """An organ by its full name: with the body whose organ it is ("Ban Thường trực Ủy ban MTTQ Việt Nam xã …"), before its place."""
    above = "Ủy ban " if _FRONT.match(whose.value) else ""
    match = _ORGAN.fullmatch(organ.value)
    name, place = (match["organ"], match["place"] or "") if match else (organ.value, "")
    return joined((organ, whose)).said(f"{name} {above}{whose.value}{place}")


def _kind_and_subject(found: Found, types: Types, recaser: Recaser, issuer: Excerpt | None) -> tuple[Stated | None, Excerpt | None]:
    """The type, stated or told by the number's code and the look of a letter, and the subject in its usual case."""
    kind = found.type
    stated = Stated("type", kind) if kind else None
    code_type = types.of_number(found.number.value if found.number else None)
    words = joined(_told(found.subject, recaser))
    said = " ".join(words.value.split()).strip(" .")
    subject = words.said(recaser.title(said, issuer.value if issuer else None)) if said else None
    told: str | None = None
    if (found.consolidated or code_type == CONSOLIDATED) and (kind is None or kind.value != CONSOLIDATED):
        if kind and subject:
            subject = joined((kind, subject.said(_small(subject.value))))
        stated, told = None, CONSOLIDATED
    elif kind is None and found.number:
        letter = found.about and bool(found.addressees)  # a title would stand where a letter has nothing ("5680/CT-CS": Cục Thuế)
        told = LETTER if letter else code_type or (LETTER if found.addressees or found.about or found.subject else None)
    elif kind is None and (by_code := types.of_code(found.code, "state")):
        told = by_code
    elif kind is None and found.addressees and (found.numbered or found.about):
        told = LETTER
    if told:
        stated = Stated("type", Excerpt(told, found.number.spans if found.number else ()), "inferred")
    return stated, subject


def _told(subject: Sequence[Excerpt], recaser: Recaser) -> Sequence[Excerpt]:
    """The lines of a subject; what stands of it beside the type is in capitals as the type is, and the rest may be in small letters."""
    first, *rest = subject or (Excerpt(""),)
    mixed = first.value.isupper() and rest and not any(line.value.isupper() for line in rest)
    return (first.said(recaser.title(first.value)), *rest) if mixed else subject


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
