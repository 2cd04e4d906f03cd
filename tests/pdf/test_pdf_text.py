"""Text PDFs: headings, paragraphs, page furniture, footnotes, tables, turned pages. All texts and places are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.model.reading import RawParagraph, RawTable, Reading
from build_tools.read import read_file
from tests.pdf.pdf_writer import LEFT, RIGHT, Sheet, pdf, width

LONG = (
    "Ủy ban nhân dân các xã trên sông lập danh sách bến đò, kiểm tra áo phao và biển báo, báo cáo kết quả về huyện trước ngày họp "
    "giao ban tháng tới để tổng hợp."
)
OTHER = "Giao Phòng Hạ tầng chủ trì, phối hợp với các hợp tác xã vận tải thống nhất lịch kiểm tra và nơi neo đậu khi có bão lớn."


def read(tmp_path: Path, *sheets: Sheet) -> Reading:
    path = tmp_path / "van-ban.pdf"
    path.write_bytes(pdf(*sheets))
    return read_file(path)


def texts(reading: Reading) -> list[str]:
    return [block.text for block in reading.blocks if isinstance(block, RawParagraph)]


def heading(sheet: Sheet, motto: str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", lower: float = 0.0) -> Sheet:
    sheet.centred(160, 60, "UBND HUYỆN ĐÁ BẠC", 12, "B").centred(160, 90, "Số: 12/KH-UBND", 12)
    sheet.centred(410, 60 + lower, motto, 12, "B").centred(410, 76, "Độc lập - Tự do - Hạnh phúc", 12, "B")
    return sheet.centred(410, 93, "Đá Bạc, ngày 5 tháng 3 năm 2031", 12, "I")


@pytest.mark.parametrize("lower", [0.0, 4.0, -3.0])
def test_heading_is_read_left_column_first(tmp_path: Path, lower: float) -> None:
    sheet = heading(Sheet(), lower=lower).centred(313, 140, "KẾ HOẠCH", 14, "B")
    sheet.paragraph(180, LONG)
    reading = read(tmp_path, sheet)
    assert texts(reading)[:6] == [
        "UBND HUYỆN ĐÁ BẠC", "Số: 12/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "Đá Bạc, ngày 5 tháng 3 năm 2031", "KẾ HOẠCH",
    ]  # fmt: skip
    assert [block.style.column for block in reading.blocks[:6]] == [0, 0, 1, 1, 1, None]
    assert texts(reading)[6] == LONG


def test_a_date_that_a_narrow_column_cuts_is_one_line(tmp_path: Path) -> None:
    sheet = Sheet().centred(160, 60, "UBND HUYỆN ĐÁ BẠC", 12, "B").centred(160, 90, "Số: 12/KH-UBND", 12)
    sheet.centred(410, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, "B").centred(410, 76, "Độc lập - Tự do - Hạnh phúc", 12, "B")
    sheet.centred(410, 93, "Đá Bạc, ngày 5 tháng 3 năm", 12, "I").centred(410, 107, "2031", 12, "I")
    sheet.paragraph(180, LONG)
    assert texts(read(tmp_path, sheet))[4] == "Đá Bạc, ngày 5 tháng 3 năm 2031"


def test_form_fields_are_not_read_column_by_column(tmp_path: Path) -> None:
    sheet = Sheet().text(LEFT, 100, "Họ và tên: ........").text(330, 100, "Nơi ở: ........")
    sheet.text(LEFT, 120, "Bến đò: ........").text(330, 120, "Số áo phao: ........")
    assert texts(read(tmp_path, sheet))[0].startswith("Họ và tên: ........ Nơi ở")


def test_signature_block(tmp_path: Path) -> None:
    sheet = Sheet()
    y = sheet.paragraph(80, LONG + " Các xã thực hiện nghiêm túc kế hoạch này./.")
    sheet.text(LEFT, y + 15, "Nơi nhận:", 12, "B").text(LEFT, y + 29, "- Như trên;", 11)
    sheet.text(LEFT, y + 42, "- Lưu: VT.", 11)
    sheet.centred(430, y + 16, "KT. CHỦ TỊCH", 13, "B").centred(430, y + 32, "PHÓ CHỦ TỊCH", 13, "B").centred(
        430, y + 110, "Lê Thị Sông", 13, "B"
    )
    reading = read(tmp_path, sheet)
    assert texts(reading)[1:] == ["Nơi nhận:", "- Như trên;", "- Lưu: VT.", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thị Sông"]
    assert [block.style.column for block in reading.blocks] == [None, 0, 0, 0, 1, 1, 1]


def test_signature_without_recipients_is_the_right_column(tmp_path: Path) -> None:
    sheet = Sheet()
    y = sheet.paragraph(80, LONG)
    sheet.centred(430, y + 20, "T/M BAN THƯỜNG VỤ", 13, "B").centred(430, y + 90, "Trần Văn Đò", 13, "B")
    assert [block.style.column for block in read(tmp_path, sheet).blocks] == [None, 1, 1]


def test_paragraphs_by_indent_alone(tmp_path: Path) -> None:
    sheet, y = Sheet(), 80.0
    for text in (LONG, OTHER, LONG):
        y = sheet.paragraph(y, text)
    assert texts(read(tmp_path, sheet)) == [LONG, OTHER, LONG]


def test_paragraphs_by_spacing_alone(tmp_path: Path) -> None:
    sheet, y = Sheet(), 80.0
    for text in (LONG, OTHER, LONG):
        y = sheet.paragraph(y, text, indent=0) + 8
    assert texts(read(tmp_path, sheet)) == [LONG, OTHER, LONG]


def test_paragraph_goes_on_over_the_page_end_and_furniture_is_left_out(tmp_path: Path) -> None:
    pages = []
    rest = (LONG + " " + OTHER + " ").split()
    first, second = " ".join(rest[:43]), " ".join(rest[43:])
    for number, text in ((1, first), (2, second)):
        sheet = Sheet()
        sheet.text(LEFT, 40, f"CÔNG BÁO/Số {number + 6}/Ngày 01-02-2031", 11).centred(313, 820, f"- {number} -", 11)
        if number == 1:
            y = sheet.paragraph(740, text)
            assert y < 800
        else:
            sheet.paragraph(80, text, indent=0)
        pages.append(sheet)
    reading = read(tmp_path, *pages)
    assert texts(reading) == [LONG + " " + OTHER]
    left_out = " ".join(d.message for d in reading.diagnostics if d.code == "read-furniture")
    assert "CÔNG BÁO" in left_out
    assert "- 1 -" in left_out


def test_a_running_head_of_any_words_is_left_out_when_it_repeats(tmp_path: Path) -> None:
    sheets = []
    for number in range(1, 5):
        sheet = Sheet().text(LEFT, 45, f"Tập san Sông Mơ, quyển 4, tờ {number}", 10)
        sheet.paragraph(90, LONG)
        sheets.append(sheet)
    assert texts(read(tmp_path, *sheets)) == [LONG] * 4


def test_a_first_line_that_does_not_repeat_stays(tmp_path: Path) -> None:
    one, two = Sheet().text(LEFT, 60, "Phụ lục một: danh sách bến đò."), Sheet().text(LEFT, 60, "Bảng kê áo phao.")
    one.paragraph(120, LONG)
    two.paragraph(120, OTHER)
    assert texts(read(tmp_path, one, two))[0] == "Phụ lục một: danh sách bến đò."
    assert "Bảng kê áo phao." in texts(read(tmp_path, one, two))


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("theo Hướng dẫn số 06-", "HD/SM của huyện", "số 06-HD/SM của"),
        ("theo Thông tư số 12/2031/TT-", "BSM của huyện", "12/2031/TT-BSM của"),
        ("giai đoạn 2031", "- 2035 của huyện", "2031 - 2035"),
        ("theo Quyết định số 15", "/QĐ-UBND của huyện", "số 15/QĐ-UBND"),
    ],
)
def test_numbers_cut_by_the_line_end(tmp_path: Path, before: str, after: str, joined: str) -> None:
    sheet = Sheet()
    fill = int((RIGHT - LEFT) / 7) - len(before)
    sheet.text(LEFT, 100, "Các xã ven sông lập và gửi danh sách"[:fill].strip())
    sheet.text(RIGHT - width(before, 14), 100, before).text(LEFT, 119, after + " và các xã ven sông Mơ cùng làm")
    sheet.paragraph(160, LONG)
    sheet.paragraph(300, LONG)
    assert joined in texts(read(tmp_path, sheet))[0]


def test_footnotes(tmp_path: Path) -> None:
    sheet = Sheet()
    end = sheet.paragraph(90, LONG.removesuffix("."))
    sheet.text(_end_of_last_line(LONG.removesuffix(".").split()), end - 19 - 5, "(1)", 8)
    sheet.paragraph(end + 10, OTHER)
    sheet.line(LEFT, 700, LEFT + 144, 700).text(LEFT, 711, "1", 6.5)
    sheet.text(LEFT + 6, 714, "Theo báo cáo của Hạt Đường sông Mơ,", 10).text(LEFT, 727, "quý II năm 2031.", 10)
    reading = read(tmp_path, sheet)
    notes = [block for block in reading.blocks if isinstance(block, RawParagraph) and block.note]
    assert texts(reading)[0].endswith("tổng hợp⁽¹⁾")
    assert [note.text for note in notes] == ["¹ Theo báo cáo của Hạt Đường sông Mơ, quý II năm 2031."]


def _end_of_last_line(words: list[str]) -> float:
    """Where ``Sheet.paragraph`` ends the last line of these words."""
    x0 = LEFT + 28
    while True:
        count = 1
        while count < len(words) and x0 + width(" ".join(words[: count + 1]), 14) <= RIGHT:
            count += 1
        if count == len(words):
            return x0 + width(" ".join(words), 14)
        words, x0 = words[count:], LEFT


def table_page(first: int, top: float = 100.0) -> Sheet:
    """A table with a head of two levels: TT | Bến | Áo phao (Đã có | Còn thiếu)."""
    sheet = Sheet()
    xs, ys = [LEFT, 120.0, 300.0, 420.0, RIGHT], [top, top + 22, top + 44, top + 66, top + 88]
    for y in (ys[0], ys[2], ys[3], ys[4]):
        sheet.line(xs[0], y, xs[-1], y)
    sheet.line(xs[2], ys[1], xs[-1], ys[1])
    for x in (xs[0], xs[1], xs[2], xs[4]):
        sheet.line(x, ys[0], x, ys[-1])
    sheet.line(xs[3], ys[1], xs[3], ys[-1])
    sheet.text(90, ys[1], "TT", 12, "B").text(130, ys[1], "Bến", 12, "B").text(350, ys[0] + 15, "Áo phao", 12, "B")
    sheet.text(310, ys[1] + 15, "Đã có", 12, "B").text(430, ys[1] + 15, "Còn thiếu", 12, "B")
    for row, y in ((first, ys[2] + 15), (first + 1, ys[3] + 15)):
        sheet.text(90, y, str(row), 12).text(130, y, f"Bến số {row}", 12).text(310, y, str(10 * row), 12).text(430, y, str(row), 12)
    return sheet


def cells(table: RawTable) -> list[list[str]]:
    return [[" ".join(p.text for p in cell.paragraphs) for cell in row] for row in table.rows]


def test_table_with_merged_head(tmp_path: Path) -> None:
    sheet = table_page(1)
    sheet.text(LEFT, 70, "Bảng tổng hợp bến đò:")
    sheet.paragraph(230, LONG)
    reading = read(tmp_path, sheet)
    table = reading.blocks[1]
    assert isinstance(table, RawTable)
    assert cells(table) == [["TT", "Bến", "Áo phao"], ["Đã có", "Còn thiếu"], ["1", "Bến số 1", "10", "1"], ["2", "Bến số 2", "20", "2"]]
    assert [(cell.colspan, cell.rowspan) for cell in table.rows[0]] == [(1, 2), (1, 2), (2, 1)]
    assert [row[0].header for row in table.rows] == [True, True, False, False]
    assert texts(reading) == ["Bảng tổng hợp bến đò:", LONG]


def test_table_goes_on_over_the_page_end_without_its_repeated_head(tmp_path: Path) -> None:
    reading = read(tmp_path, table_page(1, 720), table_page(3, 60))
    tables = [block for block in reading.blocks if isinstance(block, RawTable)]
    assert len(tables) == 1
    assert [row[0] for row in cells(tables[0])[2:]] == ["1", "2", "3", "4"]


def test_a_frame_around_the_page_is_no_table(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.grid([40, 560], [30, 810])
    sheet.paragraph(90, LONG)
    assert texts(read(tmp_path, sheet)) == [LONG]


def test_a_ruled_heading_is_no_table(tmp_path: Path) -> None:
    sheet = heading(Sheet()).grid([70, 250, 560], [45, 100])
    sheet.paragraph(150, LONG)
    reading = read(tmp_path, sheet)
    assert texts(reading)[:2] == ["UBND HUYỆN ĐÁ BẠC", "Số: 12/KH-UBND"]
    assert not any(isinstance(block, RawTable) for block in reading.blocks)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_pages_read_the_same(tmp_path: Path, turn: int) -> None:
    straight, turned = Sheet(), Sheet(rotate=turn)
    for sheet in (straight, turned):
        heading(sheet)
        sheet.paragraph(160, LONG)
    assert texts(read(tmp_path, turned)) == texts(read(tmp_path, straight))


def test_source_holds_every_piece_in_its_place(tmp_path: Path) -> None:
    reading = read(tmp_path, heading(table_page(1, 300)))
    paragraphs = [b for b in reading.blocks if isinstance(b, RawParagraph)]
    inside = [p for b in reading.blocks if isinstance(b, RawTable) for row in b.rows for cell in row for p in cell.paragraphs]
    pieces = [piece for paragraph in (*paragraphs, *inside) for piece in paragraph.pieces]
    assert len(pieces) > 10
    assert all(reading.source[piece.start : piece.end] == piece.text for piece in pieces)


def test_reading_is_the_same_twice(tmp_path: Path) -> None:
    assert read(tmp_path, table_page(1), table_page(3)) == read(tmp_path, table_page(1), table_page(3))


def test_title_lines_are_joined_and_headings_kept_apart(tmp_path: Path) -> None:
    sheet = Sheet()
    title = ["Ban hành Chương trình dọn lòng sông và bến đò của Hội đồng", "Ven bờ khóa II về nạo vét sông Mơ"]
    for y, text in ((60, "NGHỊ QUYẾT"), (80, title[0]), (98, title[1]), (130, "Chương I"), (148, "QUY ĐỊNH CHUNG")):
        sheet.centred((LEFT + RIGHT) / 2, y, text, 14, "B")
    y = sheet.paragraph(180, LONG)
    sheet.paragraph(y, OTHER)
    assert texts(read(tmp_path, sheet))[:4] == ["NGHỊ QUYẾT", " ".join(title), "Chương I", "QUY ĐỊNH CHUNG"]


@pytest.mark.parametrize(
    ("style", "left", "end", "apart"),
    [
        ("B", 144.0, "", True),
        ("", 144.0, "", False),
        ("B", 85.0, " ở các xã ấy", False),  # a first line that fills the measure goes on below
        ("B", 85.0, "", True),  # the next word would have fitted: its end was meant
    ],
)
def test_a_bold_title_far_from_the_margin_takes_in_no_text_below_it(tmp_path: Path, style: str, left: float, end: str, apart: bool) -> None:
    """On a page too short to tell where its middle is."""
    title, body = "thực hiện việc giữ bến đò trong mùa mưa", "Thực hiện Chỉ thị ấy, Ban Tổ chức hướng dẫn các chi bộ như sau đây:"
    sheet = Sheet().centred(312, 110, "HƯỚNG DẪN", 14, "B").text(left, 130, title + " bão lũ này" + end, 14, style)
    sheet.text(57, 155, body).text(57, 180, "1. Họp chi bộ vào ngày 05 hằng tháng, ghi đủ biên bản")
    assert (body in texts(read(tmp_path, sheet))) is apart


def test_the_visible_part_of_an_electronic_signature_is_no_text(tmp_path: Path) -> None:
    sheet = Sheet()
    stamp = ["Người ký: VĂN PHÒNG HUYỆN ĐÁ BẠC", "Cơ quan: UBND HUYỆN ĐÁ BẠC", "Thời gian ký: 05.03.2031 10:11:12 +07:00"]
    for step, text in enumerate(stamp):
        sheet.text(300, 18 + 8 * step, text, 7)
    sheet.text(LEFT, 60, "CÔNG BÁO/Số 4/Ngày 07-03-2031", 11)
    y = sheet.paragraph(100, LONG)
    sheet.paragraph(y, "Cơ quan: đơn vị được giao quản lý bến đò và nơi neo đậu trên sông Mơ.")
    reading = read(tmp_path, sheet)
    assert texts(reading) == [LONG, "Cơ quan: đơn vị được giao quản lý bến đò và nơi neo đậu trên sông Mơ."]
    assert reading.margins == (*stamp, "CÔNG BÁO/Số 4/Ngày 07-03-2031")


def test_a_table_row_cut_by_the_page_end_is_one_row(tmp_path: Path) -> None:
    xs = [LEFT, 130.0, 340.0, RIGHT]
    one, two = Sheet().grid(xs, [700.0, 720.0, 740.0, 790.0]), Sheet().grid(xs, [60.0, 80.0, 120.0, 150.0])
    for sheet, y in ((one, 715), (two, 75)):
        sheet.text(95, y, "TT", 12, "B").text(140, y, "Việc", 12, "B").text(350, y, "Nơi làm", 12, "B")
    one.text(95, 735, "1", 12).text(140, 735, "Sơn lại phao tiêu", 12).text(350, 735, "Đội một", 12)
    one.text(95, 755, "2", 12).text(140, 755, "Nạo vét đoạn cạn theo", 12).text(350, 755, "Phòng Hạ tầng và các", 12)
    two.text(140, 95, "lịch của huyện", 12).text(350, 95, "xã ven sông", 12)
    two.text(95, 135, "3", 12).text(140, 135, "Thay biển báo", 12).text(350, 135, "Đội hai", 12)
    reading = read(tmp_path, one, two)
    assert isinstance(reading.blocks[0], RawTable)
    assert len(reading.blocks) == 1
    assert cells(reading.blocks[0]) == [
        ["TT", "Việc", "Nơi làm"],
        ["1", "Sơn lại phao tiêu", "Đội một"],
        ["2", "Nạo vét đoạn cạn theo lịch của huyện", "Phòng Hạ tầng và các xã ven sông"],
        ["3", "Thay biển báo", "Đội hai"],
    ]


def test_the_motto_without_a_left_column_is_the_right_column(tmp_path: Path) -> None:
    sheet = Sheet().centred(420, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, "B")
    sheet.centred(420, 76, "Độc lập - Tự do - Hạnh phúc", 12, "B")
    y = sheet.paragraph(130, LONG)
    sheet.paragraph(y, OTHER)
    assert [block.style.column for block in read(tmp_path, sheet).blocks] == [1, 1, None, None]


def test_a_signature_block_goes_on_over_the_page_end(tmp_path: Path) -> None:
    one, two = Sheet(), Sheet()
    y = one.paragraph(640, LONG)
    one.text(LEFT, y + 20, "Nơi nhận:", 12, "B").text(LEFT, y + 34, "- Như trên;", 11).centred(430, y + 20, "KT. CHỦ TỊCH", 13, "B")
    two.text(LEFT, 70, "- Các hợp tác xã vận tải,", 11).text(LEFT, 83, "- Lưu: VT.", 11).centred(430, 100, "Lê Thị Sông", 13, "B")
    y = two.centred((LEFT + RIGHT) / 2, 150, "PHỤ LỤC", 14, "B").paragraph(180, LONG)
    reading = read(tmp_path, one, two)
    assert [(block.text, block.style.column) for block in reading.blocks if isinstance(block, RawParagraph)][1:-1] == [
        ("Nơi nhận:", 0), ("- Như trên;", 0), ("KT. CHỦ TỊCH", 1), ("- Các hợp tác xã vận tải,", 0), ("- Lưu: VT.", 0),
        ("Lê Thị Sông", 1), ("PHỤ LỤC", None),
    ]  # fmt: skip


def test_addressees_below_a_heading_belong_to_no_column(tmp_path: Path) -> None:
    sheet = heading(Sheet()).text(170, 130, "Kính gửi:").text(250, 130, "- Các xã ven sông;").text(250, 149, "- Hạt Đường sông.")
    sheet.paragraph(190, LONG)
    assert texts(read(tmp_path, sheet))[5:7] == ["Kính gửi: - Các xã ven sông;", "- Hạt Đường sông."]


def test_the_name_of_the_state_in_a_sentence_parts_no_column(tmp_path: Path) -> None:
    sheet = Sheet()
    text = "Đại diện Hội bạn sông Mơ của nước Cộng hòa xã hội chủ nghĩa Việt Nam và các bên cùng ký vào biên bản kiểm tra bến đò hôm nay."
    y = sheet.paragraph(90, text)
    sheet.paragraph(y, text, leading=24)
    assert texts(read(tmp_path, sheet)) == [text, text]


@pytest.mark.parametrize("below", ["Nơi nhận:", "KT. CHỦ TỊCH", "K/T TRƯỞNG BAN"])
def test_the_signature_block_begins_below_a_line_that_fills_the_measure(tmp_path: Path, below: str) -> None:
    above = "2. Bộ Núi rừng phối hợp với Bộ Bến bãi bố trí lực lượng giữ bến."
    sheet = heading(Sheet())
    y = sheet.paragraph(180, LONG, indent=0)
    y = sheet.paragraph(y, f"{OTHER} {OTHER}", indent=0)
    y = sheet.paragraph(y, above, indent=0)
    sheet.paragraph(y, below, indent=0)
    found = texts(read(tmp_path, sheet))
    assert found[-2].endswith(above)
    assert found[-1] == below


@pytest.mark.parametrize("label", ["Điều 3.", "3.", "c)", "II."])
def test_a_label_before_its_tab_is_no_column_of_the_signature_block_below(tmp_path: Path, label: str) -> None:
    last = "Quyết định này có hiệu lực từ ngày ký."
    sheet = heading(Sheet())
    y = sheet.paragraph(180, LONG)
    sheet.text(LEFT, y, label).text(LEFT + 72, y, last)
    sheet.text(LEFT, y + 22, "Nơi nhận:", 12, "B").text(LEFT, y + 44, "- Như trên;", 11).text(LEFT, y + 66, "- Lưu: VT.", 11)
    sheet.centred(430, y + 22, "CHỦ TỊCH", 13, "B").centred(430, y + 66, "Lê Thị Sông", 13, "B")
    found = texts(read(tmp_path, sheet))
    assert found[-6:] == [f"{label} {last}", "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "CHỦ TỊCH", "Lê Thị Sông"]


def test_a_title_on_a_page_of_few_full_lines_is_parted_from_what_stands_below_it(tmp_path: Path) -> None:
    middle = (LEFT + RIGHT) / 2
    title, who = "Về việc thành lập Tổ quản lý bến đò", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BẾN SUNG"
    sheet = heading(Sheet()).centred(middle, 140, "QUYẾT ĐỊNH", 14, "B").centred(middle, 160, title, 14, "B")
    sheet.centred(middle, 180, who, 14, "B").text(LEFT, 210, "Căn cứ Quyết định số 9/2030/QĐ-UBND ngày 12 tháng 8 năm 2030;")
    sheet.text(LEFT, 230, "Theo đề nghị của Trưởng phòng Kinh tế.").centred(middle, 250, "QUYẾT ĐỊNH:", 14, "B")
    for at, text in enumerate(
        ("Điều 1. Thành lập Tổ quản lý bến đò gồm 7 người.", "Điều 2. Tổ thu phí neo đậu tại bến.", "Điều 3. Có hiệu lực ngay.")
    ):
        sheet.text(LEFT, 270 + 20 * at, text)
    found = texts(read(tmp_path, sheet))
    assert found[5:8] == ["QUYẾT ĐỊNH", title, who]
