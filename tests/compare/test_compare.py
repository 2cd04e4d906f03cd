"""Two documents beside each other: what is repeated, rewritten, new, dropped; figures that moved; nothing used twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.commands.pipeline import read_alone
from build_tools.compare import Comparison, compare, side_of
from build_tools.compare.sides import marks
from build_tools.model.register import Register
from tests.commands.cli import run

HEAD = "TỈNH ỦY SÔNG MƠ\nSố {number}-BC/TU\nSông Mơ, ngày 05 tháng 3 năm {year}\nBÁO CÁO\nkết quả sửa các bến đò năm {year}\n"
END = "\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nTrần Văn Thử\n"
FIRST = """I. KẾT QUẢ
Các huyện ủy đã quán triệt tới toàn thể đảng viên trên các bến sông trong tỉnh.
Toàn tỉnh đã sửa được 12 bến đò, đào tạo 340 người lái đò.
Đội tuần tra của xã Cây Gạo đi dọc sông mỗi tuần hai lần.
II. HẠN CHẾ
Một số bến còn thiếu phao cứu sinh trong mùa lũ."""
SECOND = """I. KẾT QUẢ
Các huyện ủy đã quán triệt tới toàn thể đảng viên trên các bến sông trong tỉnh.
Toàn tỉnh đã sửa được 15 bến đò, đào tạo 355 người lái đò.
Đội tuần tra của xã Cây Gạo đi dọc sông mỗi tuần ba lần.
II. PHƯƠNG HƯỚNG
Năm tới sẽ lập thêm hai trạm bơm nước ở vùng trũng."""


@pytest.fixture
def compared(tmp_path: Path, shipped: Register):  # type: ignore[no-untyped-def]
    def made(first: str, second: str) -> Comparison:
        sides = []
        for name, text, year in (("a", first, 2023), ("b", second, 2024)):
            path = tmp_path / f"{name}.txt"
            path.write_text(HEAD.format(number=year - 2000, year=year) + text + END, encoding="utf-8")
            read = read_alone(path, shipped)
            sides.append(side_of(read.document, read.statements.figures))
        return compare(*sides)

    return made


def test_sentences_fall_into_four_lists(compared) -> None:  # type: ignore[no-untyped-def]
    found = compared(FIRST, SECOND)
    assert [item.text for item in found.repeated] == [FIRST.split("\n")[1]]
    assert [item.text for item in found.new] == ["II. PHƯƠNG HƯỚNG", SECOND.split("\n")[-1]]
    assert [item.text for item in found.dropped] == ["II. HẠN CHẾ", FIRST.split("\n")[-1]]
    assert [[(mark.kind, mark.text) for mark in change.marks if mark.kind != "same"] for change in found.changed] == [
        [("out", "12"), ("in", "15"), ("out", "340"), ("in", "355")],
        [("out", "hai"), ("in", "ba")],
    ]
    assert 0.2 < found.share < 0.5


def test_sections_and_figures_stand_side_by_side(compared) -> None:  # type: ignore[no-untyped-def]
    found = compared(FIRST, SECOND)
    titles = [(pair.before[0] if pair.before else None, pair.after[0] if pair.after else None) for pair in found.sections]
    assert titles == [("I. KẾT QUẢ", "I. KẾT QUẢ"), ("II. HẠN CHẾ", None), (None, "II. PHƯƠNG HƯỚNG")]
    assert {(item.before, item.after, item.difference) for item in found.moved} <= {("12", "15", "+3"), ("340", "355", "+15")}


def test_the_same_text_is_repeated_whole(compared) -> None:  # type: ignore[no-untyped-def]
    found = compared(FIRST, FIRST)
    assert found.share == 1
    assert (found.changed, found.new, found.dropped, found.moved) == ((), (), (), ())


def test_a_sentence_written_once_is_not_repeated_twice(compared) -> None:  # type: ignore[no-untyped-def]
    line = FIRST.split("\n")[1]
    found = compared(FIRST, f"{FIRST}\n{line}\n{line}")
    assert [item.text for item in found.repeated].count(line) == 1
    assert [item.text for item in found.new] == [line, line]


@pytest.mark.parametrize(
    ("one", "two"), [("a b c", "a x c"), ("a b", "c d"), ("một hai ba", "một hai ba bốn"), ("x", ""), ("Đò, ngang", "đò ngang")]
)
def test_both_sentences_can_be_read_from_the_marks(one: str, two: str) -> None:
    found = marks(one, two)
    assert " ".join(mark.text for mark in found if mark.kind != "out").split() == two.split()
    kept = " ".join(mark.text for mark in found if mark.kind != "in").split()
    assert [word.lower().strip(",") for word in kept] == [word.lower().strip(",") for word in one.split()]


def test_the_command_tells_all(root: Path, tmp_path: Path) -> None:
    for name, text in (("a", FIRST), ("b", SECOND)):
        (tmp_path / f"{name}.txt").write_text(HEAD.format(number=7, year=2024) + text + END, encoding="utf-8")
    out = run(root, "compare", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))
    assert out.returncode == 0, out.stderr
    assert "mỗi tuần [-hai-] {+ba+} lần." in out.stdout
    assert "  + II. PHƯƠNG HƯỚNG" in out.stdout
    assert "  - II. HẠN CHẾ" in out.stdout
