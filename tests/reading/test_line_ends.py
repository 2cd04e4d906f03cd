"""What the last characters of a line tell, and what the whole of it: asked of many shapes of lines, each beside one that looks like it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from re import Pattern

import pytest

from build_tools.lexicon.letterhead import URGENCY
from build_tools.lexicon.words import words
from build_tools.normalise import starts
from build_tools.normalise.starts import asks, cuts_office, ends, ends_sentence, is_capitals, repeats_title

ASKING = (
    "khoản", "điểm", "điều", "Khoản", "Điểm", "Điều", "mục", "Mục", "số", "Số", "và", "hoặc", "đến", "từ", "năm", "tháng", "ngày", "quý",
    "tại", "của", "theo", "với", "trên", "dưới", "các", "những", "là", "được", "bị", "về", "cho", "để", "bằng", "trong", "ngoài", "phần",
    "chương", "lần", "thứ", "Bộ", "Ban", "Ủy", "ban", "nhân", "dân",
)  # fmt: skip


def test_a_word_that_asks_for_more_at_the_end_of_a_line() -> None:
    assert [word for word in ASKING if not asks(f"Bến đò {word}")] == []
    assert [word for word in ("bến", "Năm", "Tháng", "Chương", "thì", "này") if asks(f"Bến đò {word}")] == []


LINES: list[tuple[Callable[[str], bool], tuple[str, ...], tuple[str, ...]]] = [
    (
        asks,
        (
            "theo khoản",
            "kể từ",
            "giữ bến tại",
            "bến phía trên",
            "nay được",
            "bến và",
            "bến, đò và/hoặc",
            "(của",
            "bến,",
            "bến -",
            "bến –",
            "bến/",
            "bến (",
            "nêu “",
            "Ủy ban nhân",
            "Thứ trưởng Bộ",
        ),
        (
            "các cụm từ",
            "Hạn chế, tồn tại",
            "bến đò nước ngoài",
            "kết quả đạt được",
            "cơ quan cấp trên",
            "theo khoản 2",
            "bến",
            "và bến",
            "(bến)",
            "bến.",
            "bến;",
            "bến:",
            "VÀ",
            "của”",
            "",
            "đò/bến",
        ),
    ),
    (
        ends,
        (
            "bến.",
            "bến;",
            "bến:",
            "bến!",
            "bến?",
            "bến…",
            "bến./.",
            "bến.”",
            "bến”",
            'bến"',
            "bến.)",
            "bến.¹",
            "bến.[2]",
            "bến.⁽³⁾",
            "bến:²",
        ),
        ("bến", "bến,", "bến)", "bến]", "bến¹", "bến[2]", "bến -", ""),
    ),
    (
        ends_sentence,
        ("bến.", "bến;", "bến!", "bến?", "bến:", "bến./.", "bến.”", "bến.)", "bến;”", "bến.¹", "bến.[2]"),
        ("bến", "bến,", "bến”", 'bến"', "bến…", "bến)", "bến¹"),
    ),
    (is_capitals, ("BẾN ĐÒ", "AB", "I. BẾN", "1A2B", "BẾN 5"), ("Bến", "A", "1. A", "5", "", "bến", "1234567890-A B")),
]


@pytest.mark.parametrize(("told", "yes", "no"), LINES, ids=lambda item: getattr(item, "__name__", ""))
def test_what_a_line_tells(told: Callable[[str], bool], yes: tuple[str, ...], no: tuple[str, ...]) -> None:
    assert [line for line in yes if not told(line)] == []
    assert [line for line in no if told(line)] == []


@pytest.mark.parametrize(
    ("last", "line", "cut"),
    [
        ("KT. BỘ", "TRƯỞNG", True), ("BỘ", "TRƯỞNG", True), ("KT. BỘ", "TRƯỞNG BỘ BẾN ĐÒ", True), ("CÁN BỘ", "TRƯỞNG", True),
        ("Bộ", "Trưởng", False), ("BỘ", "Trưởng", False), ("Bộ", "TRƯỞNG", False), ("BỘ BẾN ĐÒ", "TRƯỞNG", False),
        ("BỘ", "CHÍNH TRỊ", False),
    ],
)  # fmt: skip
def test_an_office_cut_between_two_lines(last: str, line: str, cut: bool) -> None:
    assert cuts_office(last, line) is cut


@pytest.mark.parametrize(
    ("above", "line", "repeats"),
    [
        ("QUYẾT ĐỊNH", "Quyết định số 5/QĐ-UBND về bến", True), ("QUYẾT ĐỊNH:", "Quyết định số 5/QĐ-UBND", True),
        ("QUYẾT ĐỊNH1", "Quyết định số: 5/QĐ-UBND", True), ("KẾT LUẬN", "Kết luận 5-KL/TU", True),
        ("QUYẾT ĐỊNH", "Quyết định về bến", False),
        ("QUYẾT ĐỊNH", "Kế hoạch số 5/KH-UBND", False), ("Quyết định", "Quyết định số 5/QĐ-UBND", False),
        ("QUYẾT ĐỊNH VỀ BẾN", "Quyết định số 5/QĐ-UBND", False), ("BẾN ĐÒ", "Bến đò số 5/6", False),
        ("QUYẾT ĐỊNH", "Theo Quyết định số 5/QĐ", False),
    ],
)  # fmt: skip
def test_a_sentence_below_a_title_that_names_it_again(above: str, line: str, repeats: bool) -> None:
    assert repeats_title(above, line) is repeats


ASKED: list[tuple[Callable[[str], bool], tuple[Pattern[str], ...]]] = [
    (starts.is_type, (starts.TYPES,)), (starts.is_strong, (starts.STRONG,)), (starts.is_numbered, (starts.NUMBERED,)),
    (starts.is_marked, (starts.NOTE, starts.PAREN)), (starts.is_urgency, (URGENCY,)), (starts.is_named, (starts.NAMED,)),
    (starts.is_number_line, (starts.NUMBER_LINE,)),
]  # fmt: skip


def test_one_letter_says_no_only_where_the_whole_pattern_does(root: Path) -> None:
    lines = {line for path in (root / "tests").glob("*/*.txt") for line in path.read_text("utf-8").splitlines()}
    lines |= {word for name in ("urgency", "nation", "party", "motto", "recipients", "addressees") for word in words(name)}
    lines |= {line[at:] for line in lines for at in (2, 4, line.find(" ") + 1)}
    lines |= {made for line in lines for made in (line.strip(), line.strip().lower(), line.strip().upper(), line.strip().capitalize())}
    lines.discard("")
    assert len(lines) > 5000
    for told, patterns in ASKED:
        said = {line for line in lines if told(line)}
        assert said
        assert said == {line for line in lines if any(pattern.match(line) for pattern in patterns)}, told.__name__
