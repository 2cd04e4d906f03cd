"""What only the row of numbers around it tells: articles without a point after their number, clauses run in behind another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.model.document import Paragraph
from build_tools.model.span import Span
from build_tools.normalise import run_in

from .reading_helpers import clean, paragraphs, read

HEAD = "LUẬT\n\nBến bãi\n\n"
BARE = [
    # lines parted by |, the articles and clauses that are read
    ("Điều 1 Phạm vi|Các bến.|Điều 2 Đối tượng|1. Chủ bến.|2. Chủ đò.|Điều 3 Trách nhiệm|Các xã.",
     ["Điều 1", "Điều 2", "1", "2", "Điều 3"]),
    ("Điều 4. Bến|Các bến.|Điều 5 Chính sách của Nhà nước|1. Giữ bến.|Điều 6. Đò|Các đò.", ["Điều 4", "Điều 5", "1", "Điều 6"]),
    ("Điều 4. Bến|Các bến.|Điều 5 Chính sách|Giữ bến.|Điều 6 Đò|Các đò.|Điều 7. Phà|Các phà.",
     ["Điều 4", "Điều 5", "Điều 6", "Điều 7"]),
    # a sentence that begins with a citation
    ("Điều 1. Bến|Các bến.|Điều 5 Quy chế này là của các bến.|Điều 2. Đò|Các đò.", ["Điều 1", "Điều 2"]),
    ("Điều 4. Bến|Các bến.|Điều 5 Luật Bến bãi quy định như vậy.|Điều 6. Đò|Các đò.", ["Điều 4", "Điều 6"]),
    ("Điều 4. Bến|Các bến.|Điều 5 Chính sách của Nhà nước|Giữ bến.|Điều 5. Đò|Các đò.", ["Điều 4", "Điều 5"]),
    ("Điều 1. Bến|Các bến.|Điều 2 Các bến khác.", ["Điều 1"]),
    ("1. Các bến.|Điều 1 Các bến nói trên.|Điều 2 Các đò nói trên.|2. Các đò.", ["1", "2"]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "labels"), BARE)
def test_articles_without_a_point_are_told_by_their_row(lines: str, labels: list[str]) -> None:
    assert [section.label for section in read(HEAD + "\n\n".join(lines.split("|")) + "\n").sections] == labels


def test_the_heading_of_an_article_without_a_point() -> None:
    document = read(HEAD + "Điều 1. Bến\n\nCác bến.\n\nĐiều 2 Chính sách đò\n\n1. Giữ đò.\n\nĐiều 3. Phà\n\nCác phà.\n")
    headings = [section.heading.value for section in document.sections if section.heading]
    assert headings == ["Bến", "Chính sách đò", "Phà"]


RUN_IN = [
    # lines parted by |, how they are parted in the end
    ("3. Các xã gửi yêu cầu. 4. Huyện trả lời.|5. Tỉnh theo dõi.", "3. Các xã gửi yêu cầu.|4. Huyện trả lời.|5. Tỉnh theo dõi."),
    ("3. Các xã.|a) Giữ bến;|b) Giữ đò. 4. Huyện trả lời; 5. Tỉnh báo cáo.|6. Tỉnh theo dõi.",
     "3. Các xã.|a) Giữ bến;|b) Giữ đò.|4. Huyện trả lời;|5. Tỉnh báo cáo.|6. Tỉnh theo dõi."),
    # not wanting, not all there, there twice, not behind a sentence, of another article, dotted room for a form's answer
    ("3. Các xã theo mẫu. 4. Mẫu sổ.|4. Tỉnh theo dõi.", None), ("3. Các xã. 5. Huyện trả lời.|6. Tỉnh theo dõi.", None),
    ("3. Các xã. 4. Huyện. 4. Tỉnh.|5. Tỉnh theo dõi.", None), ("3. Các xã của Quận 4. Bến xa.|5. Tỉnh theo dõi.", None),
    ("3. Các xã. 4. Huyện trả lời.|Điều 2. Đò|5. Tỉnh theo dõi.", None), ("3. Họ tên:.......... 4. Nơi ở:.....|5. Nghề:.....", None),
    ("3. Các xã. 4. Huyện trả lời.", None),
]  # fmt: skip


@pytest.mark.parametrize(("beside", "apart"), [({"note": True}, True), ({"furniture": True}, True), ({}, False)])
def test_what_is_no_part_of_the_text_interrupts_no_row_of_clauses(beside: dict[str, bool], apart: bool) -> None:
    lines = ("3. Các xã gửi yêu cầu. 4. Huyện trả lời.", "3. Xem sổ.", "5. Tỉnh theo dõi.")
    text = "\n".join(lines)
    starts = [text.index(line) for line in lines]
    blocks = [Paragraph(Span(start, start + len(line))) for start, line in zip(starts, lines, strict=True)]
    blocks[1] = replace(blocks[1], **beside)
    assert (len(run_in.parted(text, blocks)[1]) == 4) is apart


@pytest.mark.parametrize(("lines", "parted"), RUN_IN)
def test_clauses_run_in_are_parted_where_their_row_wants_them(lines: str, parted: str | None) -> None:
    source = "\n\n".join(lines.split("|")) + "\n"
    assert paragraphs(source) == (parted or lines).split("|")
    made = clean(source)
    assert made.text == "\n".join(block.span.of(made.text) for block in made.blocks)
    for block in made.blocks:
        there = made.origin.to_source(block.span)
        assert made.source[there.start : there.end] == block.span.of(made.text)
