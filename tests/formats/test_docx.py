"""What stands in a Word file is read as its reader sees it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from build_tools.model.reading import RawParagraph, RawTable, Reading
from build_tools.read import read_file
from tests.formats.docx_maker import W, docx, p, r, save, tbl, tc

LONG = "Ủy ban nhân dân huyện Đá Bạc báo cáo kết quả thực hiện nhiệm vụ"


def read(folder: Path, body: str, **parts: str) -> Reading:
    reading = read_file(save(folder, docx(body, **parts)))
    for block in reading.blocks:
        for paragraph in paragraphs(block):
            for piece in paragraph.pieces:
                assert reading.source[piece.start : piece.end] == piece.text
    return reading


def paragraphs(block: RawParagraph | RawTable) -> list[RawParagraph]:
    if isinstance(block, RawParagraph):
        return [block]
    return [paragraph for row in block.rows for cell in row for paragraph in cell.paragraphs]


def lines(reading: Reading) -> list[str]:
    return [paragraph.text for block in reading.blocks for paragraph in paragraphs(block)]


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instruction(text: str) -> str:
    return f"<w:r><w:instrText> {text} </w:instrText></w:r>"


def levels(*shapes: tuple[str, str]) -> str:
    made = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for place, (style, text) in enumerate(shapes)
    )
    return f'<w:abstractNum w:abstractNumId="7">{made}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'


def numbered(text: str, level: int = 0, key: int = 3) -> str:
    return p(text, props=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{key}"/></w:numPr>')


def test_automatic_numbers_become_text_and_restart_under_each_higher_level(tmp_path: Path) -> None:
    shapes = levels(("decimal", "Điều %1."), ("decimal", "%2."), ("lowerLetter", "%3)"))
    body = numbered("Phạm vi") + numbered("Một", 1) + numbered("Hai", 1) + numbered("ý", 2) + numbered("Đối tượng") + numbered("Ba", 1)
    reading = read(tmp_path, body, numbering=shapes)
    assert lines(reading) == ["Điều 1. Phạm vi", "1. Một", "2. Hai", "a) ý", "Điều 2. Đối tượng", "1. Ba"]


@pytest.mark.parametrize(
    ("style", "text", "expected"),
    [
        ("upperRoman", "%1-", ["I- a", "II- a", "III- a", "IV- a"]),
        ("lowerLetter", "%1)", ["a) a", "b) a", "c) a", "d) a"]),
        ("decimalZero", "%1", ["01 a", "02 a", "03 a", "04 a"]),
        ("bullet", "-", ["- a", "- a", "- a", "- a"]),
        ("bullet", "\uf0b7", ["• a", "• a", "• a", "• a"]),
        ("none", "", ["a", "a", "a", "a"]),
    ],
)
def test_number_formats(tmp_path: Path, style: str, text: str, expected: list[str]) -> None:
    assert lines(read(tmp_path, numbered("a") * 4, numbering=levels((style, text)))) == expected


def test_a_second_list_of_the_same_shape_starts_anew_only_when_told(tmp_path: Path) -> None:
    shapes = levels(("decimal", "%1."))
    same = '<w:num w:numId="4"><w:abstractNumId w:val="7"/></w:num>'
    anew = '<w:num w:numId="5"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    body = numbered("a") + numbered("b", key=4) + numbered("c", key=5) + numbered("d", key=5)
    assert lines(read(tmp_path, body, numbering=shapes + same + anew)) == ["1. a", "2. b", "1. c", "2. d"]


@pytest.mark.parametrize("value", ["", "abc", "-5", "1e99", "nan", "inf", "99999999999"])
@pytest.mark.parametrize("style", ["decimal", "lowerLetter", "upperRoman", "chữ lạ"])
def test_senseless_values_do_no_harm(tmp_path: Path, value: str, style: str) -> None:
    level = f'<w:lvl w:ilvl="{value}"><w:start w:val="{value}"/><w:numFmt w:val="{style}"/><w:lvlText w:val="%1%9."/></w:lvl>'
    shapes = f'<w:abstractNum w:abstractNumId="7">{level}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
    odd = f'<w:numPr><w:ilvl w:val="{value}"/><w:numId w:val="3"/></w:numPr><w:ind w:left="{value}"/><w:outlineLvl w:val="{value}"/>'
    cell = tc("trong bảng", props=f'<w:gridSpan w:val="{value}"/><w:vMerge w:val="{value}"/>')
    reading = read(tmp_path, p(r("chữ", f'<w:sz w:val="{value}"/>'), props=odd) + tbl((cell, cell), (cell, cell)), numbering=shapes)
    assert lines(reading)[0].endswith("chữ")
    assert len(reading.source) < 500


def test_a_style_can_carry_numbering_and_a_paragraph_can_switch_it_off(tmp_path: Path) -> None:
    look = '<w:name w:val="heading 3"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'
    styles = f'<w:style w:type="paragraph" w:styleId="D">{look}</w:style>'
    off = '<w:pStyle w:val="D"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    reading = read(
        tmp_path, p("Một", props='<w:pStyle w:val="D"/>') + p("không", props=off), styles=styles, numbering=levels(("decimal", "Điều %1."))
    )
    assert lines(reading) == ["Điều 1. Một", "không"]
    assert [block.style.heading for block in reading.blocks] == [3, 3]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p("giữ ", f'<w:ins w:id="1">{r("thêm")}</w:ins>', '<w:del w:id="2"><w:r><w:delText>bỏ</w:delText></w:r></w:del>'), ["giữ thêm"]),
        (p("nửa đầu ", props='<w:rPr><w:del w:id="1"/></w:rPr>') + p("nửa sau"), ["nửa đầu nửa sau"]),
        (p(r("ẩn", "<w:vanish/>"), "hiện", r(" rõ", '<w:vanish w:val="0"/>')), ["hiện rõ"]),
        (p("trên", "<w:r><w:br/></w:r>", "dưới"), ["trên", "dưới"]),
        (p("KL", "<w:r><w:noBreakHyphen/></w:r>", "TW"), ["KL-TW"]),
        (p("a", "<w:r><w:tab/></w:r>", "b"), ["a\tb"]),
        (p(r("kết luận", "<w:caps/>")), ["KẾT LUẬN"]),
        (p("diện tích 5 m", r("2", '<w:vertAlign w:val="superscript"/>')), ["diện tích 5 m²"]),
        (p("Chỉ thị 05-CT/TW", r("1", '<w:position w:val="9"/><w:sz w:val="20"/>')), ["Chỉ thị 05-CT/TW¹"]),
        (p("Chỉ thị 05-CT/TW", r("1", '<w:position w:val="3"/><w:sz w:val="20"/>')), ["Chỉ thị 05-CT/TW1"]),
        (p("Số ", r("47", '<w:position w:val="9"/>'), "/KH-UBND"), ["Số 47/KH-UBND"]),
        (p("Số ", r("47", '<w:sz w:val="28"/>'), "/KH-UBND"), ["Số 47/KH-UBND"]),
        (p("<w:r><w:sym w:font='Wingdings' w:char='F0FC'/></w:r>", " đạt"), ["✓ đạt"]),
        ('<w:sdt><w:sdtPr/><w:sdtContent>' + p("trong khung điều khiển") + "</w:sdtContent></w:sdt>", ["trong khung điều khiển"]),
        ("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + p("Bấm để nhập") + "</w:sdtContent></w:sdt>" + p("thật"), ["thật"]),
        (p('<w:hyperlink r:id="x"><w:r><w:t>liên kết</w:t></w:r></w:hyperlink>'), ["liên kết"]),
        (p('<w:smartTag w:element="x"><w:r><w:t>tỉnh Sông Mơ</w:t></w:r></w:smartTag>'), ["tỉnh Sông Mơ"]),
        (p(field("begin"), instruction("DATE"), field("separate"), "ngày 5", field("end")), ["ngày 5"]),
        (
            p(field("begin"), instruction("TOC \\o"), field("separate"), "Chương I 3") + p("Chương II 9", field("end")) + p("thân bài"),
            ["thân bài"],
        ),
    ],
)  # fmt: skip
def test_runs_as_the_reader_sees_them(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert lines(read(tmp_path, body)) == expected


def test_notes_stand_after_their_paragraph_with_the_same_mark(tmp_path: Path) -> None:
    note = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2">' + p("Nguồn: báo cáo") + "</w:footnote>"
    end = '<w:endnote w:id="9">' + p("Ghi chú cuối") + "</w:endnote>"
    body = p("đạt 98%", '<w:r><w:footnoteReference w:id="2"/></w:r>', ", tăng", '<w:r><w:endnoteReference w:id="9"/></w:r>') + p("sau")
    reading = read(tmp_path, body, footnotes=note, endnotes=end)
    assert lines(reading) == ["đạt 98%⁽¹⁾, tăng⁽²⁾", "⁽¹⁾ Nguồn: báo cáo", "⁽²⁾ Ghi chú cuối", "sau"]
    assert [isinstance(block, RawParagraph) and block.note for block in reading.blocks] == [False, True, True, False]


def test_a_text_box_is_read_once_though_the_file_holds_it_twice(tmp_path: Path) -> None:
    inside = "<w:txbxContent>" + p("trong hộp") + "</w:txbxContent>"
    choice = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback>"
    body = p("ngoài", f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>")
    assert lines(read(tmp_path, body)) == ["ngoài", "trong hộp"]


def test_a_data_table_keeps_its_merged_cells(tmp_path: Path) -> None:
    body = tbl(
        (tc("TT", props='<w:vMerge w:val="restart"/>'), tc("Kết quả", props='<w:gridSpan w:val="2"/>')),
        (tc(props="<w:vMerge/>"), tc("Đạt"), tc("Chưa đạt")),
        ("1", "90", "10"),
    )
    table = read(tmp_path, body).blocks[0]
    assert isinstance(table, RawTable)
    shape = [[("".join(q.text for q in cell.paragraphs), cell.colspan, cell.rowspan) for cell in row] for row in table.rows]
    assert shape == [[("TT", 1, 2), ("Kết quả", 2, 1)], [("Đạt", 1, 1), ("Chưa đạt", 1, 1)], [("1", 1, 1), ("90", 1, 1), ("10", 1, 1)]]


def test_header_and_signature_tables_are_read_column_by_column(tmp_path: Path) -> None:
    header = tbl(
        (tc("TỈNH ỦY SÔNG MƠ", "BAN TUYÊN GIÁO"), tc("ĐẢNG CỘNG SẢN VIỆT NAM")),
        (tc("Số 12-BC/BTG"), tc("Sông Mơ, ngày 5 tháng 3 năm 2024")), lined=False,
    )  # fmt: skip
    sign = tbl((tc("Nơi nhận:", "- Như trên,"), tc("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ")))
    reading = read(tmp_path, header + p("BÁO CÁO") + sign)
    assert [(q.text, q.style.column) for block in reading.blocks for q in paragraphs(block)] == [
        ("TỈNH ỦY SÔNG MƠ", 0), ("BAN TUYÊN GIÁO", 0), ("Số 12-BC/BTG", 0), ("ĐẢNG CỘNG SẢN VIỆT NAM", 1),
        ("Sông Mơ, ngày 5 tháng 3 năm 2024", 1), ("BÁO CÁO", None), ("Nơi nhận:", 0), ("- Như trên,", 0),
        ("T/M BAN THƯỜNG VỤ", 1), ("PHÓ BÍ THƯ", 1),
    ]  # fmt: skip


TAB = "<w:r><w:tab/></w:r>"
CENTER = '<w:jc w:val="center"/>'


@pytest.mark.parametrize("gap", [TAB, TAB + TAB, " " * 12, TAB + " " * 5])
def test_header_and_signature_laid_out_with_tabs_are_parted(tmp_path: Path, gap: str) -> None:
    header = (
        p("UBND TỈNH SÔNG MƠ", gap, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p("SỞ NỘI VỤ", gap, "Độc lập - Tự do - Hạnh phúc") + p("*****")
    )
    dated = p("Số: 12/QĐ-SNV", gap, "Sông Mơ, ngày 5 tháng 3 năm 2024")
    sign = p("Nơi nhận:", gap, "GIÁM ĐỐC") + p("- Như trên;") + p("- Lưu: VT.", gap, "Trần Văn Thử")
    reading = read(tmp_path, header + dated + p("QUYẾT ĐỊNH", props=CENTER) + p("cột một", gap, "cột hai") + sign)
    found = [(block.text, block.style.column) for block in reading.blocks if isinstance(block, RawParagraph)]
    assert found[:7] == [
        ("UBND TỈNH SÔNG MƠ", 0), ("SỞ NỘI VỤ", 0), ("*****", 0), ("Số: 12/QĐ-SNV", 0),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 1), ("Độc lập - Tự do - Hạnh phúc", 1), ("Sông Mơ, ngày 5 tháng 3 năm 2024", 1),
    ]  # fmt: skip
    assert [column for _, column in found[7:]] == [None, None, 0, 0, 0, 1, 1]


def test_the_right_column_is_told_by_the_name_of_the_nation_with_a_wrong_mark_too(tmp_path: Path) -> None:
    header = p("SỞ BẾN BÃI", TAB, "CÔNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p("TRƯỜNG ĐÒ", TAB, "Độc lập - Tự do - Hạnh phúc")
    found = [(block.text, block.style.column) for block in read(tmp_path, header).blocks if isinstance(block, RawParagraph)]
    assert found == [
        ("SỞ BẾN BÃI", 0), ("TRƯỜNG ĐÒ", 0), ("CÔNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 1), ("Độc lập - Tự do - Hạnh phúc", 1),
    ]  # fmt: skip


def test_a_header_table_in_an_old_encoding_with_odd_grid_columns(tmp_path: Path) -> None:
    def old(text: str) -> str:
        return p(r(text, '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>'))

    wide = '<w:gridSpan w:val="2"/>'
    body = tbl(
        (tc(old("chÝnh phñ"), props=wide), tc(props=wide), tc(old("céng hoµ x· héi chñ nghÜa viÖt nam"))),
        (tc("Số: 26/2001/NĐ-CP"), tc(props=wide), tc("-----", props=wide)),
        lined=False,
    )
    assert lines(read(tmp_path, body)) == ["CHÍNH PHỦ", "Số: 26/2001/NĐ-CP", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "-----"]


def test_looks_are_inherited_from_styles(tmp_path: Path) -> None:
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:styleId="A"><w:rPr><w:b/></w:rPr><w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:rPr><w:i/></w:rPr></w:style>'
    )
    style = read(tmp_path, p("đậm", props='<w:pStyle w:val="B"/><w:ind w:left="720" w:firstLine="360"/>'), styles=styles).blocks[0].style
    assert (style.bold, style.italic, style.align, style.size, style.indent) == (True, True, "center", 14.0, 54.0)


def test_styles_based_on_each_other_do_not_loop(tmp_path: Path) -> None:
    styles = '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    assert lines(read(tmp_path, p("chữ", props='<w:pStyle w:val="A"/>'), styles=styles)) == ["chữ"]


def test_old_fonts_are_converted_run_by_run(tmp_path: Path) -> None:
    tcvn3 = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    capitals = '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>'
    vni = '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>'
    soft = f"<w:r><w:rPr>{tcvn3}</w:rPr><w:t>n</w:t><w:softHyphen/><w:t>íc</w:t></w:r>"  # what LibreOffice makes of TCVN3's ư
    body = (
        p(r("b¸o c¸o", capitals)) + p("Kính gửi: ", r("Uû ban nh©n d©n huyÖn", tcvn3)) + p(soft) + p(r("Huye", vni), r("än Ñaù Baïc", vni))
    )
    reading = read(tmp_path, body + p(r("đã gõ Unicode", tcvn3)))
    assert lines(reading) == ["BÁO CÁO", "Kính gửi: Uỷ ban nhân dân huyện", "nước", "Huyện Đá Bạc", "đã gõ Unicode"]
    assert [item.code for item in reading.diagnostics] == ["read-converted"]


def test_page_headers_are_kept_apart(tmp_path: Path) -> None:
    reading = read(tmp_path, p(LONG), header=p("MẬT"))
    assert lines(reading) == [LONG]
    assert reading.margins == ("MẬT",)


def test_the_strict_variant_is_read_too(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx(p(LONG)))) as usual, zipfile.ZipFile(out, "w") as strict:
        for name in usual.namelist():
            strict.writestr(name, usual.read(name).replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main"))
    assert lines(read_file(save(tmp_path, out.getvalue()))) == [LONG]


def test_two_who_sign_on_one_line_are_read_one_after_the_other(tmp_path: Path) -> None:
    gap = " " * 30
    body = p(f"      THƯ KÝ{gap}CHỦ TRÌ") + p("") + p(f"      Lò Văn Mẫu{gap}Cà Thị Ban")
    assert lines(read(tmp_path, p("Biên bản giữ bến.") + body)) == ["Biên bản giữ bến.", "THƯ KÝ", "Lò Văn Mẫu", "CHỦ TRÌ", "Cà Thị Ban"]
    told = p(f"Thư ký{gap}giữ sổ") + p(f"Lò Văn Mẫu{gap}Cà Thị Ban")
    assert len(lines(read(tmp_path, told))) == 2
