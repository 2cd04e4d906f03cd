"""Where enclosures, appendices and forms begin after the main text, and what they call themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from build_tools.lexicon.letterhead import APPENDIX, ATTACHED, BASIS, DATED, FORM, NATION, NUMBER
from build_tools.model.document import Attached
from build_tools.model.span import Excerpt
from build_tools.structure.letterhead import HeaderReader
from build_tools.structure.paragraphs import Para
from build_tools.structure.stretch import Stretch
from build_tools.structure.titles import Types
from build_tools.structure.tree import tidy_title

_REACH = 14
"""The words "(Kèm theo …)" stand within so many lines of a part's name."""
_LETTERHEAD = 8
"""The nation's name stands at most so many lines above the title of a form."""
_DIVISIONS = ("part", "chapter", "section", "article")
_WORDS = 3
"""A line of title has more blanks than a signature's office or name."""
_SUBSTANCE = 800
"""Characters of a part that has no name: less is a stamp or a certificate."""
_TITLE = 400
"""A line of a part's title is no longer."""


@dataclass(slots=True)
class Part:
    """A part after the main text: paragraphs ``start``..``stop``, its own header up to ``body``; ``forms`` begin inside it."""

    kind: Literal["enclosure", "appendix", "form"]
    start: int
    body: int
    stop: int
    name: str
    label: str | None = None
    heading: Excerpt | None = None
    forms: list[int] = field(default_factory=list)


def split_parts(paras: Sequence[Para], after: int, closed: bool, types: Types) -> list[Part]:
    """The parts from paragraph ``after`` on. ``closed``: the main text has ended with a signature or a list of recipients.

    Before a closing only what names its parent ("(Kèm theo Quyết định số …)") or stands alone as "PHỤ LỤC" begins a part.
    """
    parts: list[Part] = []
    at = after
    while at < len(paras):
        part = _begins(paras, at, closed or bool(parts), types)
        if part is not None:
            low = parts[-1].body if parts else after
            part.start = _back(paras, part.start, low)
            if parts:
                parts[-1].stop = part.start
            parts.append(part)
            at = part.body
        else:
            at += 1
    first = parts[0].start if parts else len(paras)
    if closed and (unnamed := _unnamed(paras, after, first)):
        parts.insert(0, unnamed)
    for part in parts:
        if part.kind == "appendix" or part.kind == "enclosure":
            part.forms = _forms(paras, part)
    return parts


def _unnamed(paras: Sequence[Para], after: int, stop: int) -> Part | None:
    """What stands behind the closing under a title and calls itself nothing: a list, a tariff, a technical regulation.

    It begins with a division or a line of title in capitals, perhaps below a letterhead of its own; what is short behind the closing (a
    stamp, who certified a copy) belongs to that.
    """
    for at in range(after, stop):
        para = paras[at]
        titled = para.capitals and not para.label and para.text.count(" ") >= _WORDS and not NATION.match(para.text)
        division = para.label is not None and para.label.kind in _DIVISIONS
        if para.silent or para.table or not (titled or division):
            continue
        if sum(len(para.text) for para in paras[at:stop] if not para.silent) < _SUBSTANCE:
            return None
        part = Part("appendix", at, at, stop, "") if division else _part("appendix", paras, at, None, "", 0, _attached(paras, at))
        return replace(part, start=_back(paras, at, after), stop=stop)
    return None


def attached_parts(paras: Sequence[Para], attached: Sequence[Attached], types: Types, reader: HeaderReader) -> list[Part]:
    """The parts that came in files of their own. A file begins a part: the one that its heading names, else an appendix of its title."""
    if not attached:
        return []
    parts: list[Part] = []
    stops = [*(item.block for item in attached[1:]), len(paras)]
    for item, stop in zip(attached, stops, strict=True):
        inside = split_parts(paras[:stop], item.block, True, types)
        if inside and all(para.furniture for para in paras[item.block : inside[0].start]):
            inside[0].start = item.block
        else:
            end = inside[0].start if inside else stop
            parts.append(Part("appendix", item.block, item.block, end, item.title))
        parts += inside
    return parts


def _begins(paras: Sequence[Para], at: int, closed: bool, types: Types) -> Part | None:
    para = paras[at]
    text = para.text
    if para.silent or para.table:
        return None
    if match := APPENDIX.match(text):
        attached = _attached(paras, at)
        alone = len(text) - match.end() < 3
        if (alone or closed) and (text.startswith("PHỤ") or attached is not None or (alone and closed)) and not text.endswith((";", ",")):
            return _part("appendix", paras, at, match["label"], text[: match.end()].strip(" .:-–"), match.end(), attached)
        return None
    begun = types.encloses(text)
    if begun and (attached := _attached(paras, at)) is not None:
        return _part("enclosure", paras, at, begun[0], begun[0], begun[1], attached)  # "QUY CHẾ LÀM VIỆC ⏎ của …"
    kind = types.alone(text)
    if kind is not None:
        attached = _attached(paras, at)
        if attached is not None:
            return _part("enclosure", paras, at, kind, kind, len(text), attached)
        if closed and _nation_before(paras, at):
            return _part("form", paras, at, None, kind, len(text), None)
        return None
    if closed and (match := FORM.match(text)) and para.short and not text.endswith((";", ",")):
        return _part("form", paras, at, match["label"], text[: match.end()], match.end(), None)
    return None


def _part(
    kind: Literal["enclosure", "appendix", "form"],
    paras: Sequence[Para],
    at: int,
    label: str | None,
    name: str,
    rest: int,
    attached: int | None,
) -> Part:
    """The part whose name stands in paragraph ``at``; its title follows from its character ``rest`` on, up to "(Kèm theo …)" or as long
    as the look is a title's."""
    body = at + 1
    text = paras[at].text
    after = len(text) - len(text[rest:].lstrip(" .:-–"))
    own = after < len(text) and not ATTACHED.match(text[rest:].strip())
    words = [(paras[at], after, len(text.rstrip(" .:-–")))] if own else []
    stop = attached if attached is not None else min(len(paras), at + 5)
    while body < stop:
        para = paras[body]
        if para.furniture:
            body += 1
            continue
        title = attached is not None or ((para.capitals or para.style.bold or para.style.align == "center") and not para.label)
        if para.table or para.note or not title or APPENDIX.match(para.text) or NATION.match(para.text):
            break
        words.append((para, 0, len(para.text)))
        body += 1
    if attached is not None:
        if attached > at and (behind := _attached_behind(paras[attached])):
            words.append((paras[attached], 0, behind - 1))
        body = attached + 1
        while body < len(paras) and not _closes(paras[body - 1].text) and body < attached + 4 and not paras[body].label:
            body += 1
    return Part(kind, at, body, len(paras), name, label, tidy_title(Stretch.of(words)))


def _closes(text: str) -> bool:
    return ")" in text[-3:] or not text.startswith("(")


def _attached(paras: Sequence[Para], at: int) -> int | None:
    """Where "(Kèm theo …)" stands below a part's name; None when something else comes first."""
    for place in range(at, min(len(paras), at + _REACH)):
        para = paras[place]
        if para.furniture:
            continue
        if para.table or para.note:
            return None
        if ATTACHED.search(para.text) if place == at else ATTACHED.match(para.text) or _attached_behind(para):
            return place
        other = place > at and (para.label or BASIS.match(para.text) or APPENDIX.match(para.text))
        if other or len(para.text) > _TITLE:
            return None
    return None


def _attached_behind(para: Para) -> int:
    """Where "(Kèm theo …)" begins behind words of a title in one paragraph; 0 where it does not."""
    found = ATTACHED.search(para.text) if para.text.endswith(")") and not para.label else None
    return found.start() if found and found.group().startswith("(") else 0


def _nation_before(paras: Sequence[Para], at: int) -> bool:
    return any(NATION.match(para.text) for para in paras[max(0, at - _LETTERHEAD) : at])


def _back(paras: Sequence[Para], at: int, low: int) -> int:
    """A part's name may stand below a header of its own: its first line."""
    start = at
    while start > low:
        para = paras[start - 1]
        head = NATION.match(para.text) or DATED.match(para.text) or NUMBER.match(para.text)
        if (
            para.furniture
            or (head and para.short)
            or (para.capitals and not para.label and para.short and not para.table and _above_is_head(paras, start, at))
        ):
            start -= 1
        else:
            break
    while start < at and paras[start].furniture:
        start += 1
    return start


def _above_is_head(paras: Sequence[Para], start: int, at: int) -> bool:
    """True when the nation's name stands between a line in capitals and the part's name: the line is its issuer."""
    return any(NATION.match(para.text) for para in paras[start:at])


def _forms(paras: Sequence[Para], part: Part) -> list[int]:
    """Where forms begin inside an appendix: at "Mẫu số …" or at a header of their own."""
    starts: list[int] = []
    for at in range(part.body, part.stop):
        para = paras[at]
        if para.silent or para.table:
            continue
        text = para.text
        named = FORM.match(text) is not None and para.short and not text.endswith((";", ",", "."))
        if part.kind == "enclosure":
            named = named and (para.capitals or para.style.bold)
        if named:
            starts.append(at)
        elif NATION.match(text) and para.short and (not starts or at - starts[-1] > 12):
            starts.append(max(_back(paras, at, starts[-1] + 1 if starts else part.body), part.body))
            if starts[-1] == at:
                while starts[-1] > part.body and paras[starts[-1] - 1].capitals and paras[starts[-1] - 1].short:
                    starts[-1] -= 1
    return sorted(set(starts))
