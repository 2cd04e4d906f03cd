"""Where the length of a line decides: one character less and it is a line of a heading or a signature, one more and it is running text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from build_tools.model.register import Register
from build_tools.model.span import Span
from build_tools.structure.addressees import read_addressees
from build_tools.structure.known_names import known_names
from build_tools.structure.letterhead.cues import Cues
from build_tools.structure.letterhead.header_lines import HeaderLines
from build_tools.structure.letterhead.lines_so_far import LinesSoFar
from build_tools.structure.paragraphs import Para, last_loud, next_loud, read_paragraphs
from build_tools.structure.parts import split_parts
from build_tools.structure.people import find_closing
from build_tools.structure.recase import Recaser
from build_tools.structure.titles import types_of

from .reading_helpers import clean, read

LINE, TITLE, HEADING, SENTENCE, PLAIN = 200, 400, 260, 120, 160
TYPES = types_of(Register())
RECASER = Recaser("", known_names(Register()))


def filled(text: str, size: int, word: str = "bến lim ") -> str:
    """The text with ``¶`` made as long as needed for a line of ``size`` characters; letters alone stand at its end."""
    room = size - len(text) + 1
    return text.replace("¶", (word * room)[: room - 3].rstrip().ljust(room, "n" if word.islower() else "N"))


def test_what_is_filled_is_as_long_as_it_should_be() -> None:
    assert [len(filled("Số ¶.", size)) for size in (20, 21, 199, 200)] == [20, 21, 199, 200]


def paras(*lines: str) -> list[Para]:
    return read_paragraphs(clean("\n\n".join(lines) + "\n"))


def roles(*lines: str) -> list[dict[str, float]]:
    made = paras(*lines)
    return [dict(found) for found in Cues(HeaderLines(made, TYPES, scanned=False)).points(0, len(made), LinesSoFar(), loose=True)]


ROLES = [
    # a line alone at the top, and the role that it plays while it is short
    ("ĐẢNG CỘNG SẢN VIỆT NAM ¶", "nation"), ("Sông Mơ, ngày 05 tháng 3 năm 2031 ¶", "date"), ("Số: ….. ¶", "number"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "role"), ROLES)
def test_a_line_of_a_letterhead_is_short(line: str, role: str) -> None:
    assert [role in roles(filled(line, size))[0] for size in (60, LINE - 1, LINE, 2 * LINE)] == [True, True, False, False]


def test_a_body_is_short() -> None:
    assert ["body" in roles(filled("SỞ BẾN BÃI ¶", size, "BẾN LIM "))[0] for size in (60, LINE - 1, LINE)] == [True, True, False]


def test_a_line_that_says_nothing_costs_less_than_a_sentence() -> None:
    costs = [roles(filled("Bến đò ¶", size))[0]["noise"] for size in (40, LINE - 1, LINE, 2 * LINE)]
    assert costs[0] == costs[1] > costs[2] == costs[3]


def closing(*lines: str) -> tuple[int, int] | None:
    made = paras(*lines)
    found = find_closing(made, 0, len(made), RECASER)
    return (found.start, found.end) if found else None


CLOSINGS: list[tuple[tuple[str, ...], tuple[int, int] | None, tuple[int, int] | None]] = [
    # lines, one of them filled; the closing while that line is short, and when it is not
    (("Giữ bến.", "Nơi nhận: ¶.", "- Các xã."), (1, 3), None),
    (("Nơi nhận:", "- Các xã ở", "vùng ¶", "GIÁM ĐỐC", "Lò Văn Mẫu"), (0, 5), (0, 2)),
    (("TM. Ủy ban ¶", "GIÁM ĐỐC", "Lò Văn Mẫu"), (0, 3), (1, 3)),
    (("Nơi nhận:", "- Các xã.", "Số: 7/KH-UBND ¶", "GIÁM ĐỐC", "Lò Văn Mẫu"), (0, 5), (0, 2)),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "short", "long"), CLOSINGS)
def test_a_line_of_a_closing_is_short(lines: tuple[str, ...], short: tuple[int, int] | None, long: tuple[int, int] | None) -> None:
    found = [closing(*(filled(line, size) if "¶" in line else line for line in lines)) for size in (60, LINE - 1, LINE)]
    assert found == [short, short, long]


def test_an_authority_in_capitals_goes_on_while_its_lines_are_short() -> None:
    lines = [("TM. ỦY BAN NHÂN DÂN", filled("XÃ ¶", size, "BẾN LIM "), "Lò Văn Mẫu") for size in (40, LINE - 1)]
    assert [closing(*one) for one in lines] == [(0, 3), (0, 3)]


def test_an_addressee_below_the_words_is_short() -> None:
    ends = [read_addressees(paras("Kính gửi:", filled("Các xã ¶", size)), 0, 2)[1] for size in (60, LINE - 1, LINE)]
    assert ends == [2, 2, 1]


def parts(*lines: str) -> list[tuple[str, int]]:
    made = paras(*lines)
    return [(part.kind, part.start) for part in split_parts(made, 1, True, TYPES)]


def test_the_name_of_a_form_is_short() -> None:
    found = [parts("Giữ bến.", filled("Mẫu số 01. Đơn ¶", size)) for size in (60, LINE - 1, LINE)]
    assert found == [[("form", 1)], [("form", 1)], []]


def test_a_title_between_a_parts_name_and_what_it_goes_with_is_no_text() -> None:
    found = [parts("Giữ bến.", "QUY CHẾ", filled("Về ¶", size), "(Kèm theo Quyết định số 7/QĐ-UBND)") for size in (60, TITLE, TITLE + 1)]
    assert found == [[("enclosure", 1)], [("enclosure", 1)], []]


def test_another_appendix_stands_between_a_parts_name_and_what_that_goes_with() -> None:
    listed = ("Giữ bến.", "Phụ lục I. Các bến", "Phụ lục II. Các đò", "(Kèm theo Quyết định số 7/QĐ-UBND)")
    assert parts(*listed) == [("appendix", 2)]
    assert parts(listed[0], *listed[2:]) == [("appendix", 1)]


HEADINGS: list[tuple[str, str, int]] = [
    # a numbered line, the line below it, the length from which on what it says is no heading
    ("Điều 1. ¶", "Giữ bến.", HEADING + 1), ("Điều 1. ¶.", "1. Giữ bến.", SENTENCE), ("1. ¶.", "a) Giữ bến.", SENTENCE),
    ("1. Bến ¶", "Giữ bến.", PLAIN),
]  # fmt: skip


@pytest.mark.parametrize(("line", "below", "size"), HEADINGS)
def test_a_heading_is_no_longer(line: str, below: str, size: int) -> None:
    head = "ỦY BAN NHÂN DÂN\n\nXÃ ĐÁ BẠC\n\nSố: 7/QĐ-UBND\n\nĐá Bạc, ngày 02 tháng 4 năm 2031\n\nQUYẾT ĐỊNH\n\nVề việc giữ bến\n\n"
    label = len(line.partition("¶")[0].removesuffix("Bến "))

    def headed(length: int) -> bool:
        return read(f"{head}{filled(line, length + label)}\n\n{below}\n").sections[0].heading is not None

    assert [headed(length) for length in (40, size - 1, size, 2 * size)] == [True, True, False, False]


def row(*silent: bool) -> Sequence[Para]:
    return [
        Para(at, Span(at, at + 1), "b", furniture=hidden and at % 2 == 0, note=hidden and at % 2 == 1) for at, hidden in enumerate(silent)
    ]


@pytest.mark.parametrize(
    ("silent", "at", "before", "after"),
    [
        ((), 0, None, None), ((False,), 0, None, 0), ((True,), 0, None, None), ((False, False, False), 1, 0, 1),
        ((False, True, True, True, False), 2, 0, 4), ((True, True, True, True, True), 2, None, None),
        ((False, True, False, True, False), 3, 2, 4),
    ],
)  # fmt: skip
def test_the_next_and_the_last_paragraph_that_is_text(silent: tuple[bool, ...], at: int, before: int | None, after: int | None) -> None:
    def index(find: Callable[[], Para | None]) -> int | None:
        found = find()
        return found.index if found else None

    paras = row(*silent)
    assert index(lambda: last_loud(paras, at)) == before
    assert index(lambda: next_loud(paras, at, len(paras))) == after
    assert index(lambda: next_loud(paras, at, at)) is None
