"""Footnotes and their marks: ⁽¹⁾, [1], ⁴, or a bare digit that a converter glued to the word before it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.model.document import Footnote, Node
from build_tools.model.span import Span
from build_tools.structure.paragraphs import Para

_SUPER = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾", "0123456789()")
_OPENS = re.compile(r"(?:⁽(?P<a>[\d⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})⁾|\[(?P<b>\d{1,3})\]|(?P<c>[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}))[ :.]*(?=\S)")
_OPENS_NOTE = re.compile(r"\(?(?P<d>\d{1,3})\)? ?(?=[^\W\d_]|[“\"])")
_MARK = re.compile(
    r"[⁽\[¹²³⁴⁵⁶⁷⁸⁹⁰0-9](?:(?<=⁽)(?P<a>[\d⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})⁾|(?<=\[)(?P<b>\d{1,3})\]|(?<=[¹²³⁴⁵⁶⁷⁸⁹⁰])(?P<c>[¹²³⁴⁵⁶⁷⁸⁹⁰]{0,2})"
    r"|(?<=[0-9])(?:(?<=[^\W\d_].)|(?<=[.,;:)”\"].)|(?<=19\d\d.)|(?<=20\d\d.))(?P<d>\d?)(?=[\s.,;:)”\"]|$))"
)
"""The first letter of any mark, and only then what stands around it: most letters of a text are passed over at once."""
_SIGNS = tuple("⁽[¹²³⁴⁵⁶⁷⁸⁹⁰")


@dataclass(frozen=True, slots=True)
class NoteParagraph:
    """A paragraph that opens a footnote: its block, its label, its shape, where its text begins."""

    index: int
    label: str
    shape: str
    body: int


class Notes(tuple[NoteParagraph, ...]):
    """All footnotes of a document in order."""

    @property
    def labels(self) -> frozenset[str]:
        """The labels that occur."""
        return frozenset(note.label for note in self)


def mark_note_paragraphs(paras: Sequence[Para]) -> Notes:
    """Find the paragraphs that are footnotes, set their ``note`` and take their label away from the structure.

    A paragraph opens a footnote when it begins with a mark that also stands inside the text, or when its layout says so.
    """
    seen: set[tuple[str, str]] = set()
    if any(para.text.startswith(_SIGNS) for para in paras):
        for para in paras:
            for match in _MARK.finditer(para.text):
                if match.start() and match.lastgroup != "d":
                    seen.add(_marked(match))
    notes: list[NoteParagraph] = []
    for para in paras:
        if para.table or para.furniture or not para.text:
            continue
        opens = _OPENS.match(para.text) if para.text.startswith(_SIGNS) else None
        if opens and (para.note or (str(opens.lastgroup), _label(opens)) in seen):
            para.note = True
        else:
            opens = _OPENS_NOTE.match(para.text) if para.note else None
        if opens:
            notes.append(NoteParagraph(para.index, _label(opens), str(opens.lastgroup), para.span.start + opens.end()))
        if para.note:
            para.label = None
    return Notes(notes)


def _label(match: re.Match[str]) -> str:
    return match[str(match.lastgroup)].translate(_SUPER)


def _marked(match: re.Match[str]) -> tuple[str, str]:
    """Shape and label of a mark inside a text."""
    return str(match.lastgroup), match.group().strip("⁽⁾[]").translate(_SUPER)


def bind_footnotes(text: str, paras: Sequence[Para], notes: Notes, tree: Node) -> tuple[Footnote, ...]:
    """Footnotes with the marks that stand for them.

    A mark belongs to the next footnote with its label (footnotes stand at the foot of the page or at the end); a bare digit counts
    only in the order of the footnotes, between the mark before and the footnote itself.
    """
    if not notes:
        return ()
    places = _leaf_ids(tree)
    marks: dict[tuple[str, str], list[Span]] = defaultdict(list)
    last = {(note.shape, note.label): place for place, note in enumerate(notes)}
    for para in paras:
        if para.furniture:
            continue
        for match in _MARK.finditer(text, para.span.start, para.span.end):
            key = _marked(match)
            if key in last and not (para.note and match.start() < para.span.start + 6):
                if key[0] == "d" and not _may_be_mark(text, match, para):
                    continue
                marks[key].append(Span(*match.span()))
    made: list[Footnote] = []
    begun: dict[tuple[str, str], int] = {}
    last_mark = -1
    for place, note in enumerate(notes):
        key = (note.shape, note.label)
        start = paras[note.index].span.start
        later = last[key] > place
        low = begun.get(key, 0)
        mine = [span for span in marks[key] if low <= span.start and (span.start < start or not later)]
        if note.shape == "d":
            mine = [span for span in mine if last_mark < span.start < start][:1]
            last_mark = mine[0].start if mine else last_mark
        begun[key] = start
        stop = paras[_last(paras, note.index, notes, place)].span.end
        made.append(Footnote(note.label, tuple(mine), Span(min(note.body, stop), stop), places.get(note.index, "")))
    return tuple(made)


def _last(paras: Sequence[Para], index: int, notes: Notes, place: int) -> int:
    """The last paragraph of a footnote: paragraphs of the page's foot that open none go on the one above them."""
    stop = notes[place + 1].index if place + 1 < len(notes) else len(paras)
    while index + 1 < stop and paras[index + 1].note:
        index += 1
    return index


def _may_be_mark(text: str, match: re.Match[str], para: Para) -> bool:
    before = text[match.start() - 1]
    if before.isalpha():
        return before.islower() or para.capitals
    if before.isdigit():
        return True
    return text[match.start() - 2 : match.start() - 1].isalpha() or before in ')”"' or match.start() - para.span.start < 6


def _leaf_ids(tree: Node) -> dict[int, str]:
    found: dict[int, str] = {}
    stack = [tree]
    while stack:
        node = stack.pop()
        if node.block is not None:
            found[node.block] = node.id
        stack.extend(node.children)
    return found
