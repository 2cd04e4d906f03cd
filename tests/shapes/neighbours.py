"""Grids of the structure: what a line is taken for beside each other line, in headings, among provisions, behind a signature.

A row shows every second line behind one first line, so that a rule about neighbours cannot change for some of them unseen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, product

from build_tools.model.header import Header, Stated
from build_tools.model.reading import PLAIN, Style
from build_tools.model.register import Register
from build_tools.model.span import Excerpt, Span
from build_tools.normalise.starts import is_capitals
from build_tools.structure.enacting import enacted
from build_tools.structure.fallback import from_opening, from_press, from_title
from build_tools.structure.found import Found
from build_tools.structure.ids import Addresses
from build_tools.structure.known_names import known_names
from build_tools.structure.labels import read_label
from build_tools.structure.letterhead import HeaderReader
from build_tools.structure.letterhead.cues import Cues
from build_tools.structure.letterhead.header_lines import HeaderLines
from build_tools.structure.letterhead.lines_so_far import LinesSoFar
from build_tools.structure.paragraphs import Para
from build_tools.structure.parts import split_parts
from build_tools.structure.people import find_closing
from build_tools.structure.properties import from_properties
from build_tools.structure.recase import Recaser
from build_tools.structure.titles import types_of
from build_tools.structure.tree import Draft, TreeBuilder
from tests.shapes.inputs import inputs

TYPES = types_of(Register())
RECASER = Recaser("", known_names(Register()))
STYLES = {
    "": PLAIN,
    "bold": Style(bold=True),
    "centred": Style(align="center"),
    "left": Style(column=0),
    "right": Style(column=1),
    "headed": Style(heading=1),
}
BELOW = ("KẾ HOẠCH", "Giữ bến", "Căn cứ Luật Bến bãi;")


def paras(lines: Iterable[str], style: Style = PLAIN) -> list[Para]:
    """Lines as paragraphs; one that begins with ¬ is furniture, with ¹ a note, with ¦ a table."""
    made, at = [], 0
    for index, line in enumerate(lines):
        text = line.lstrip("¬¦")
        furniture, note, table = line.startswith("¬"), line.startswith("¹"), line.startswith("¦")
        label = None if furniture or note or table else read_label(text)
        capitals = is_capitals(text) and not table
        made.append(Para(index, Span(at, at + len(text)), text, style, label, table, note, furniture, capitals))
        at += len(text) + 1
    return made


def beside() -> Iterator[str]:
    """The roles of each line, and what they are worth, below each other one; then in each look, and as a scan has it."""
    lines = inputs("heading-lines")
    for above in lines:
        yield f"{above}: " + " ¦ ".join(_roles((above, line), 1) for line in lines)
    for (look, style), scanned in product(STYLES.items(), (False, True)):
        if look or scanned:
            yield f"{look} {scanned}: " + " ¦ ".join(_roles(("Bến Lim", line, "và đò"), 1, style, scanned) for line in lines)
    for below in lines:
        yield f"above {below}: " + " ¦ ".join(_roles(("BÁO CÁO", line, below), 1) for line in lines)


def _roles(lines: Sequence[str], at: int, style: Style = PLAIN, scanned: bool = False) -> str:
    made = paras(lines, style)
    found = list(Cues(HeaderLines(made, TYPES, scanned)).points(0, len(made), LinesSoFar(), loose=True))
    return " ".join(f"{role}{worth:g}" for role, worth in found[at].items()) if at < len(found) else "-"


def heads() -> Iterator[str]:
    """What a heading of each two lines above a type and a subject says; the two below them."""
    lines = inputs("heading-lines")
    for first in lines:
        yield f"{first}: " + " ¦ ".join(_header((first, second, *BELOW)) for second in lines)
    for first in lines:
        yield f"below, {first}: " + " ¦ ".join(
            _header(("SỞ BẾN BÃI", "Số: 7/KH-SBB", "KẾ HOẠCH", first, second, "Giữ bến.")) for second in lines
        )


def _header(lines: Sequence[str]) -> str:
    made = paras(lines)
    found = HeaderReader(made, TYPES, RECASER).read(0, len(made))
    said = {
        "t": _value(found.type), "n": _value(found.number), "s": _value(found.symbol), "d": _value(found.date), "i": _value(found.issuing),
        "b": "+".join(" ".join(line.value for line in body) for body in found.bodies),
        "a": "+".join(item.value for item in found.addressees),
        "w": "/".join(item.value for item in found.subject), "u": _value(found.urgency), "p": _value(found.place),
    }  # fmt: skip
    return f"{found.first}-{found.stop} {_marks(found)} " + " ".join(f"{name}={value}" for name, value in said.items() if value)


def _value(words: Excerpt | None) -> str:
    return words.value if words else ""


def _marks(found: Found) -> str:
    return "".join(
        letter for letter, set_ in zip("NACM", (found.nation, found.about, found.consolidated, found.numbered), strict=True) if set_
    )


def provisions() -> Iterator[str]:
    """Where each two numbered lines stand below a first one: their addresses, kinds, levels and headings."""
    lines = inputs("provisions")
    for first, second in product(lines, lines):
        yield f"{first} / {second}: " + " ¦ ".join(_tree((first, second, third, "Giữ bến.")) for third in lines)


def _tree(lines: Sequence[str]) -> str:
    root = Draft("body", "")
    TreeBuilder(root, Addresses(), "", frozenset({"3", "5"})).add(made := paras(lines), 0, len(made))
    return " ".join(_drafts(root))


def _drafts(draft: Draft) -> Iterator[str]:
    for child in draft.children:
        if child.label is not None:
            yield f"{child.kind[:2]}{child.level}:{child.id}{'!' if child.heading else ''}"
        yield from _drafts(child)


def behind() -> Iterator[str]:
    """The parts that begin at each two lines behind a text, signed or not: kind, lines, name, title, forms."""
    lines = inputs("part-lines")
    for closed, first in product((True, False), lines):
        yield f"{'signed' if closed else 'unsigned'}, {first}: " + " ¦ ".join(_parts((first, second), closed) for second in lines)
    for first in lines:
        yield f"three, {first}: " + " ¦ ".join(_parts(("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", first, line), True) for line in lines)


def _parts(lines: Sequence[str], closed: bool) -> str:
    made = paras(("Giữ bến.", *lines, "Bến Lim.", "(Kèm theo Quyết định số 7/QĐ-UBND)", "Đò."))
    found = split_parts(made, 1, closed, TYPES)
    return " ".join(
        f"{part.kind[:2]}{part.start}-{part.body}-{part.stop}:{part.label}:{_value(part.heading)}{part.forms or ''}" for part in found
    )


def closings() -> Iterator[str]:
    """Where a text is signed, from which line to which, and what the signature says; so with each two lines above it."""
    for text in inputs("closings"):
        yield f"{text}: {_closing(text.split('|'))}"
    lines = inputs("closing-lines")
    for first in lines:
        yield f"{first}: " + " ¦ ".join(_closing((first, second, "CHỦ TỊCH", "Lò Văn Mẫu")) for second in lines)


def _closing(lines: Sequence[str]) -> str:
    found = find_closing(made := paras(lines), 0, len(made), RECASER)
    return f"{found.start}-{found.end} {_said(found.values)}" if found else "-"


def elsewhere() -> Iterator[str]:
    """What the enacting sentence, the title of a part, a press text and a table of properties say of the document."""
    for text in inputs("enacting"):
        found = enacted(paras(text.split("|")), 0, TYPES)
        yield f"{text}: " + (f"{found.type}: {found.body} ({found.office}) {found.span} {found.body_span}" if found else "-")
    for text in inputs("titles-elsewhere"):
        yield f"{text}: {_said(from_title(paras(text.split('|')), Header(), TYPES, RECASER).values)}"
    for text in inputs("press"):
        made = paras(text.split("|"))
        own = _said(from_opening(made, Header((Stated("number", Excerpt("15-KL/TU", ())),)), TYPES, RECASER).values)
        yield f"{text}: {_said(from_press(made, Header(), TYPES, RECASER).values)} / {own}"
    for text in inputs("told-of-a-document"):
        yield f"{text}: {_said(from_properties(paras(text.split('|')), TYPES, RECASER).values)}"


def _said(values: Iterable[Stated]) -> str:
    return (
        "; ".join(f"{field} " + " + ".join(item.words.value for item in same) for field, same in groupby(values, lambda item: item.field))
        or "-"
    )


NEIGHBOURS: dict[str, Callable[[], Iterator[str]]] = {
    made.__name__: made for made in (beside, heads, provisions, behind, closings, elsewhere)
}
