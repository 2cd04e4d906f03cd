"""The closing of a document: recipients and signatures, wherever each stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.lexicon.letterhead import OFFICE, RECIPIENTS
from build_tools.model.header import Stated
from build_tools.structure.closing_lines import ClosingLines, is_authority, is_held, signs
from build_tools.structure.paragraphs import Para
from build_tools.structure.recase import Recaser
from build_tools.structure.signing import in_one_line, named_in


@dataclass(frozen=True, slots=True)
class Closing:
    """Where the closing of a part lies (paragraph indexes, end exclusive) and what it says."""

    start: int
    end: int
    values: tuple[Stated, ...]


def find_closing(paras: Sequence[Para], start: int, stop: int, recaser: Recaser) -> Closing | None:
    """The first block from ``start`` on that names recipients or is signed."""
    for at in range(start, stop):
        para = paras[at]
        if para.silent or para.table or not para.short:
            continue
        if (
            RECIPIENTS.match(para.text)
            or is_authority(para)
            or in_one_line(para)
            or (para.capitals and OFFICE.match(para.text) and signs(paras, at, stop))
            or is_held(paras, at, stop)
        ):
            closing = _read(paras, at, stop, recaser)
            if closing is not None:
                return closing
        elif closing := _bare(paras, at, stop):
            return closing
    return None


_MARK_OF_SIGNING = "đã ký"


def _bare(paras: Sequence[Para], at: int, stop: int) -> Closing | None:
    """A name with "(Đã ký)" above or below it and no office: older texts are signed so."""
    pair = paras[at : min(stop, at + 2)]
    names = [name for para in pair if (name := named_in(para))]
    signed = any(para.text.lower().strip("() .") == _MARK_OF_SIGNING for para in pair)
    return Closing(at, at + 2, (Stated("signer", names[0]),)) if signed and names else None


def _read(paras: Sequence[Para], at: int, stop: int, recaser: Recaser) -> Closing | None:
    """The closing that begins at paragraph ``at``; None where it names nobody."""
    lines = ClosingLines(paras, at, stop)
    end = lines.read()
    if not (lines.recipients or lines.signings[0].signer):
        return None
    values = tuple(value for signing in lines.signings for value in signing.values(recaser))
    return Closing(at, end, (*values, *(Stated("recipient", item) for item in lines.recipients)))
