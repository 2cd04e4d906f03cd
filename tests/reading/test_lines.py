"""What the layout of a line tells, beside its words: how far it is set in, what stands before it."""

from __future__ import annotations

from build_tools.model.reading import Piece, RawParagraph, RawTable, Reading
from build_tools.normalise.lines import Line, read_lines

BAR = " " * 30


def told(*given: str, wrapped: bool = True) -> list[Line]:
    """The lines of a reading; a bar alone stands for a table."""
    blocks, at = [], 0
    for text in given:
        blocks.append(RawTable(()) if text == "|" else RawParagraph((Piece(text, at, at + len(text)),), wrapped=wrapped))
        at += len(text) + 1
    return [item for item in read_lines(Reading("a.txt", "txt", "\n".join(given), tuple(blocks))) if isinstance(item, Line)]


def test_how_wide_a_line_is_and_how_far_set_in() -> None:
    def places(text: str) -> tuple[str, int, int]:
        (line,) = told(text)
        return line.text, line.indent, line.width

    assert places("Bến Gỗ") == ("Bến Gỗ", 0, 6)
    assert places("    Bến  Gỗ   ") == ("Bến Gỗ", 4, 11)
    assert places("\f  Bến Gỗ\f") == ("Bến Gỗ", 2, 8)
    assert places("B Ế N   Đ Ò  S Ô N G") == ("BẾN ĐÒ SÔNG", 0, 20)


def test_blank_lines_are_counted_up_to_the_next_line_or_table() -> None:
    assert [line.gap for line in told("Bến", "", " \u00a0", "đò", "sông", "", "núi")] == [0, 2, 0, 1]
    assert [line.gap for line in told("Bến", "", "|", "đò", "|", "", "núi")] == [0, 0, 1]
    assert [line.gap for line in told("Bến", "", "đò", wrapped=False)] == [0, 0]


def test_a_long_blank_line_stands_for_a_rule() -> None:
    assert [line.divided for line in told("Bến", BAR, "đò", "sông")] == [False, True, False]
    assert [line.divided for line in told("Bến", BAR[1:], "đò")] == [False, False]
    assert [line.divided for line in told("Bến", BAR, "", "đò")] == [False, True]


def test_a_form_feed_begins_a_page_wherever_it_stands() -> None:
    assert [line.new_page for line in told("Bến", "\fđò", "sông")] == [False, True, False]
    assert [line.new_page for line in told("Bến", "\f", "", "đò", "sông")] == [False, True, False]
    assert [line.gap for line in told("Bến", "\f", "đò")] == [0, 1]


def test_rules_look_at_the_letters_that_were_meant() -> None:
    (line,) = told("\u00d0iều 5")
    assert (line.text, line.clean.text) == ("Điều 5", "\u00d0iều 5")
