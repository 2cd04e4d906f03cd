"""Short inputs in every combination, where a rule is a matter of lengths, counts and neighbours: one row says what becomes of each.

A row that changes shows which lengths or neighbours are now taken otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby, product

from build_tools.guards import secrecy_marks
from build_tools.guards.personal import personal_data, personal_in
from build_tools.guards.redaction import Veil, mask
from build_tools.lexicon.keys import strip_marks
from build_tools.model.reading import Piece
from build_tools.model.span import Span
from build_tools.normalise.characters import clean_pieces
from build_tools.normalise.gaps import put_back
from build_tools.normalise.lines import Line
from build_tools.normalise.notes import mark_notes
from build_tools.normalise.reflow import Profile, joint, profile
from build_tools.structure.labels import as_letter, read_label
from tests.citations.citation_helpers import document as flat
from tests.reading.reading_helpers import clean, line
from tests.shapes.inputs import inputs

LAYOUTS = {
    "page": Profile(80, blank_breaks=True, indented=False),
    "spaced": Profile(80, blank_breaks=False, indented=False),
    "indented": Profile(80, blank_breaks=True, indented=True),
    "whole": Profile(0, blank_breaks=True, indented=False),
    "soft": Profile(80, blank_breaks=True, indented=False, soft=True),
    "soft whole": Profile(0, blank_breaks=True, indented=False, soft=True),
}
WORDS = "Các chi bộ vùng cao của huyện Đá Bạc tiếp tục giữ gìn nguồn nước sạch cho bà con ta"
JOINED = {"break": "|", "blank": "_", "glue": "+"}


def joints() -> Iterator[str]:
    """How each second line goes on each first one, in each layout."""
    yield "next: " + " ¦ ".join(inputs("nexts"))
    for name, layout in LAYOUTS.items():
        for last in inputs("lasts"):
            how = "".join(JOINED[joint(last, line(last), line(text), 0, layout)] for text in inputs("nexts"))
            after = "".join(
                JOINED[joint(WORDS + " " + last, line(last), line(text, 4, 1), 1, layout, "BÁO CÁO")] for text in inputs("nexts")
            )
            yield f"{name}: {last}: {how} {after}"


def widths() -> Iterator[str]:
    """The same by the width of the first line, its end, and the length of the word that might have fitted."""
    for name, end, (above, below) in product(("page", "indented", "soft"), ("", ".", ":", ","), ((0, 0), (0, 2), (0, 3), (4, 0))):
        for head, text in (
            ("", "Bà con"),
            ("", "bà con"),
            ("Điều 5. ", "Bà con"),
            ("1. ", "Nguyênngọc bà"),
            ("", "BÀ CON"),
            ("", "Bà" + "n" * 12),
        ):
            row = []
            for width in range(30, 83):
                last = (head + WORDS)[: width - len(end) - above].rstrip(" ,").ljust(width - len(end) - above, "n") + end
                row.append(JOINED[joint(last, line(last, above), line(text, below), 0, LAYOUTS[name])])
            yield f"{name} {end or '-'} {above}-{below} {head}{text}: {_runs(row, 30)}"


HUNDRED = Profile(100, blank_breaks=True, indented=False)
"""Of such lines every share of their width that a rule knows is a whole number of characters."""


def hundreds() -> Iterator[str]:
    """The same in lines of a hundred characters, by the width of the first line, and of the word that might have fitted."""
    long = WORDS + " " + WORDS
    heads = ("", "Điều 5. ", "II. ", "BÁO CÁO ")
    for head, end, text in product(heads, ("", "."), ("Bà con", "bà con", "B" + "à" * 8, "BÀ CON VÙNG CAO", "BA")):
        row = []
        for width in range(30, 102):
            words = head + (long.upper() if head.isupper() else long)
            last = words[: width - len(end)].rstrip(" ,").ljust(width - len(end), "n") + end
            row.append(JOINED[joint(last, line(last), line(text), 0, HUNDRED)])
        yield f"{end or '-'} {head}{text}: {_runs(row, 30)}"


def titles() -> Iterator[str]:
    """Whether a line goes on the subject below a type's name, or the line above it, by the length of each."""
    long = WORDS + " " + WORDS
    for (name, layout), above, end in product({**LAYOUTS, "hundred": HUNDRED}.items(), ("BÁO CÁO", ""), ("", ".")):
        for first in (39, 40, 41, 42, 49, 50, 51, 60, 70):
            last = long[:first].rstrip(" ,").ljust(first, "n")
            row = []
            for length in range(76, 130):
                text = long[: length - len(end)].rstrip(" ,").ljust(length - len(end), "n") + end
                row.append(JOINED[joint(last, line(last), line(text), 0, layout, above)])
            yield f"{name} {above or '-'} {end or '-'} {first}: {_runs(row, 76)}"


def gaps() -> Iterator[str]:
    """The same over blank lines."""
    for name, gap, text in product(("page", "spaced", "whole"), (0, 1, 2, 3), ("Bà con", "bà con", "3. Bà con", "3) bà con")):
        row = [JOINED[joint(WORDS[:width], line(WORDS[:width]), line(text, 0, gap), gap, LAYOUTS[name])] for width in range(55, 83)]
        yield f"{name} {gap} {text}: {_runs(row, 55)}"


def layouts() -> Iterator[str]:
    """What is taken for the layout of so many lines."""
    for count, ended, indented, blank, long in product((1, 3, 4, 5, 10, 12), (0, 2, 3, 6), (0, 1, 3), (0, 1, 3), (0, 1)):
        lines = []
        for number in range(count):
            text = WORDS[:76] + ("." if number < ended else " n")
            lines.append(line(text if number % 3 else text.lower(), 3 if number < indented else 2, 1 if number <= blank else 0))
        lines += [line(WORDS + " " + WORDS[:56]) for _ in range(long)]
        yield f"{count} lines, {ended} ended, {indented} set in, {blank} apart, {long} long: {profile(lines)}"


def labels() -> Iterator[str]:
    """What each beginning numbers its paragraph as."""
    for text in inputs("labels"):
        found = read_label(text)
        other = as_letter(found) if found else None
        yield f"{text}: {found}{f' or {other}' if other else ''}"


MARKS = ("MẬT", "TỐI MẬT", "TUYỆT MẬT", "LƯU HÀNH NỘI BỘ", "DỰ THẢO", "KHÔNG PHỔ BIẾN")


def marks() -> Iterator[str]:
    """Which marks are seen, however framed, and with one letter wrong; in the heading and below it."""
    below = "\n".join(["Bến có đò."] * 24) + "\n"
    for mark in MARKS:
        for form, around in product((mark, mark.capitalize(), strip_marks(mark), mark.lower()), inputs("around")):
            text = around.format(form)
            found = [_seen(lead + text) for lead in ("", below)]
            if any(found):
                yield f"{text!r}: {found[0] or '-'} / {found[1] or '-'}"
        wrong = [
            mark[:at] + new + mark[at + cut :] for at in range(len(mark)) for new, cut in (("", 1), ("X", 1), ("X", 0), ("", 2), ("XX", 1))
        ]
        yield f"{mark} with a letter wrong: " + "".join("x" if _seen(text) else "." for text in wrong)


def _seen(text: str) -> str:
    return ", ".join(item.message.split("“")[1].split("”")[0] for item in secrecy_marks(flat(text).clean))


TAILS = ("", ".", " tại Kho bạc Nhà nước", "/2031", ":30", " 7", "a")


def numbers() -> Iterator[str]:
    """Which numbers are personal: by their length, how they begin, the words before and after."""
    for lead, first, tail in product(inputs("number-leads"), ("0", "03", "001", "1", "0971"), TAILS):
        row = [_code(lead + (first + "23456789012345678901234")[:size] + tail) for size in range(3, 25)]
        if set(row) != {"-"}:
            yield f"{lead!r} {first}… {tail!r}: {_runs(row, 3)}"
    for shown in inputs("grouped"):
        yield f"{shown}: " + " ".join(f"{lead.strip()}={_code(lead + shown)}" for lead in inputs("number-leads"))


def people() -> Iterator[str]:
    """Birth dates, addresses and mail: what is personal of each, and what is left when it is masked."""
    for text in inputs("told"):
        found = personal_in(text)
        yield (
            f"{text!r}: " + ("; ".join(f"{item.code} {item.span.of(text)!r}" for item in found) or "-") + " → " + repr(Veil(()).text(text))
        )
    over = Veil(("05/6/1972", "Lim 5", "ngõ 19", "1980", "0912 345 678", "Bến Lim"))
    for name in inputs("files"):
        yield f"{name}: {over.name(name)} {over.text(name)} {over.exactly(name)}"
    for begin, end in product(range(9), range(12)):
        if begin <= end:
            yield f"{begin}-{end}: {mask('Bến 5, xã', [Span(begin, end), Span(6, 8)])}"


def columns() -> Iterator[str]:
    """Which cells are personal by the head of their column, the column after it not being so; a head over two columns."""
    for head in inputs("heads"):
        rows = "".join(f"<tr><td>Lim</td><td>{cell}</td><td>{cell}</td></tr>" for cell in inputs("cells"))
        for wide in (1, 2):
            last = "<td>Bến</td>" * (2 - wide)
            source = f"<p>Bến Lim</p><table><tr><td>Tên</td><td colspan={wide}>{head}</td>{last}</tr>{rows}</table>"
            read = clean(source, "html")
            yield f"{head} {wide}: " + "; ".join(f"{item.code} {item.span.start}-{item.span.end}" for item in personal_data(read))


def _code(text: str) -> str:
    return "+".join(f"{item.code.removeprefix('personal-')}" for item in personal_in(text)) or "-"


def pieces() -> Iterator[str]:
    """What becomes of pieces of a line, of whose letters the source has as many, or more."""
    for parts, wider in product(inputs("pieces"), (0, 1, 3)):
        at, made = 5, []
        for number, text in enumerate(parts):
            made.append(Piece(text, at, at + len(text) + (wider if number % 2 == 0 else 0)))
            at = made[-1].end + number % 2
        yield f"{parts!r} {wider}: {clean_pieces(made)}"
    for text in inputs("gapped"):
        cleaned = clean_pieces([Piece(text, 3, 3 + len(text))])
        halves = clean_pieces([Piece(text[:4], 3, 7), Piece(text[4:], 9, 9 + len(text[4:]) + 2)])
        yield f"{text}: {put_back(cleaned)} {put_back(halves)}"


def feet() -> Iterator[str]:
    """Where the foot of a page is told from the body: lines by number, blank lines before them, a divider, a new page."""
    for rows in inputs("pages"):
        lines: list[Line] = []
        for page in rows.split("|"):
            for number, item in enumerate(page.split()):
                how = item[1:]
                made = line(inputs("feet")[int(item[0])], 4 if "i" in how else 0, 2 if "G" in how else 1 if "g" in how else 0)
                made.divided, made.new_page = "d" in how, number == 0 and bool(lines)
                lines.append(made)
        mark_notes(lines)
        yield f"{rows}: " + " ".join("O" if made.opens else "n" if made.note else "." for made in lines)


def _runs(values: list[str], first: int) -> str:
    """Equal neighbours together, each with the place at which it begins."""
    shown, at = [], first
    for value, same in groupby(values):
        shown.append(f"{at}{value}")
        at += len(list(same))
    return " ".join(shown)


GRIDS: dict[str, Callable[[], Iterator[str]]] = {
    made.__name__: made for made in (joints, widths, hundreds, titles, gaps, layouts, labels, marks, numbers, people, columns, pieces, feet)
}
