"""What a header was found to say to the header of the document: usual case, issuer with its parent, type from the number."""

from __future__ import annotations

import re
from dataclasses import replace

from build_tools.lexicon.words import any_word
from build_tools.model.document import Header
from build_tools.structure.found import Found, same_words
from build_tools.structure.recase import Recaser
from build_tools.structure.titles import Types

_TERM = re.compile(r"khóa ([IVX]{1,6})\b|khoá ([IVX]{1,6})\b", re.IGNORECASE)
CONSOLIDATED = "Văn bản hợp nhất"
_PARTY = re.compile(any_word("committee"))
_PARTY_ORGAN = re.compile(rf"BAN (?!CHẤP HÀNH)|{any_word('committee-organ')}")


def is_committee(name: str) -> bool:
    """True for a committee of the Party ("Tỉnh ủy Sông Mơ", "Đảng ủy xã Nà Lúa"), not for a part of it ("Ban Thường vụ …")."""
    return _PARTY.match(name.upper()) is not None


def consolidated(header: Header, types: Types, recaser: Recaser) -> Header:
    """A header whose number, stated at the end, is a consolidated text's: what stood as its type is the type of its base work."""
    if types.of_number(header.number) != CONSOLIDATED or header.type in (None, CONSOLIDATED):
        return header
    subject = recaser.title(header.subject, header.issuer) if header.subject else None
    return replace(header, type=CONSOLIDATED, subject=f"{header.type} {_small(subject)}" if subject else header.subject)


def finish(found: Found, types: Types, recaser: Recaser) -> Header:
    """The header of what was found: names in their usual case, the issuer completed by its parent where custom does."""
    bodies = [" ".join(lines) for lines in found.bodies]
    bodies = [body for body in bodies if types.alone(body) is None]
    issuer = recaser.name(bodies[-1].strip(" -–*")) if bodies else None
    parent = recaser.name(bodies[-2].strip(" -–*")) if len(bodies) > 1 else None
    if issuer and parent and is_committee(parent) and _PARTY_ORGAN.match(issuer.upper()):
        tail = "Trung ương" if parent.upper().startswith("BAN CHẤP HÀNH TRUNG ƯƠNG") else parent
        if not issuer.lower().endswith(tail.lower()):
            issuer = f"{issuer} {tail}"
    if parent and issuer and parent.casefold() == issuer.casefold():
        parent = None
    kind = found.type
    number = found.number
    code_type = types.of_number(number)
    subject = " ".join(" ".join(found.subject).split()).strip(" .") or None
    if (found.consolidated or code_type == CONSOLIDATED) and kind != CONSOLIDATED:
        subject = f"{kind} {_small(recaser.title(subject, issuer))}" if kind and subject else subject
        kind = CONSOLIDATED
    elif kind is None and number:
        kind = code_type or ("Công văn" if found.addressees or found.about or found.subject else None)
    elif kind is None and (stated := types.of_code(found.code, "state")):
        kind = stated
    elif kind is None and found.addressees and (found.numbered or found.about):
        kind = "Công văn"
    issuing = found.issuing
    if issuing and (issuer is None or same_words(issuer, issuing)):
        issuer, issuing = issuer or issuing, None
    term = None
    if issuing and (match := _TERM.search(issuing)):
        term = match.group(1) or match.group(2)
    return replace(
        Header(),
        type=kind,
        number=number,
        date=found.date,
        place=found.place,
        issuer=issuer,
        parent=parent,
        issuing_body=issuing,
        subject=recaser.title(subject, issuer) if subject else None,
        addressees=found.addressees,
        term=term.upper() if term else None,
        spans=tuple(found.spans),
    )


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
