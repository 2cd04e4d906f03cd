"""Marks that forbid publication, personal data, and originals without their authors."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.guards import personal_data, redact, secrecy_marks
from build_tools.guards.personal import as_diagnostics, personal_in
from build_tools.model.document import Clean
from build_tools.model.metadata import Override
from build_tools.normalise import normalise
from build_tools.read import read_file
from tests.formats.docx_maker import docx, p, save, tbl

BODY = "Thực hiện Chỉ thị số 05-CT/TW, Ban Thường vụ Tỉnh ủy Sông Mơ báo cáo kết quả như sau:"


def document(folder: Path, body: str, **parts: str) -> Clean:
    return normalise(read_file(save(folder, docx(body, **parts))))


def lines(*texts: str) -> str:
    return "".join(p(text) for text in texts)


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("MẬT", "Mật"), ("Mật", "Mật"), ("| M Ậ T |", "Mật"), ("MÂT", "Mật"), ("MẠT", "Mật"),
        ("Độ mật: MẬT", "Mật"), ("TÀI LIỆU MẬT", "Mật"),
        ("TỐI MẬT", "Tối mật"), ("TÓI MÂT", "Tối mật"), ("TUYỆT MẬT", "Tuyệt mật"), ("TUYÊT MẠT", "Tuyệt mật"),
        ("LƯU HÀNH NỘI BỘ", "Lưu hành nội bộ"), ("(Lưu hành nội bộ)", "Lưu hành nội bộ"), ("Tài liệu lưu hành nội bộ", "Lưu hành nội bộ"),
        ("LƯU HÀNH NÔI B0", "Lưu hành nội bộ"), ("LUU HANH NOI BO", "Lưu hành nội bộ"),
        ("DỰ THẢO", "Dự thảo"), ("Dự thảo lần 2", "Dự thảo"), ("(Dự thảo 12/5/2024)", "Dự thảo"), ("DỤ THÀO", "Dự thảo"),
        ("Dự thảo xin ý kiến", "Dự thảo"),
        ("DỰ THẢO NGHỊ QUYẾT", "Dự thảo"), ("BÁO CÁO (dự thảo lần 3)", "Dự thảo"),
        ("KHÔNG PHỔ BIẾN", "Không phổ biến"), ("Tài liệu không phổ biến", "Không phổ biến"),
        ("Số 12-BC/TU     MẬT", "Mật"),
    ],
)  # fmt: skip
def test_a_mark_in_the_heading_is_found_however_written(tmp_path: Path, line: str, mark: str) -> None:
    (found,) = secrecy_marks(document(tmp_path, lines("TỈNH ỦY SÔNG MƠ", line, "BÁO CÁO", BODY)))
    assert (found.code, found.severity) == ("guard-secrecy", "error")
    assert f"“{mark}”" in found.message
    assert found.hint


@pytest.mark.parametrize(
    "line",
    [
        "V/v góp ý dự thảo Nghị quyết của Tỉnh ủy", "Về việc bảo vệ bí mật nhà nước", "Mật ong rừng Sông Mơ", "BÍ MẬT", "Mặt trận", "mắt",
        "Đề nghị các đơn vị không phổ biến tin chưa kiểm chứng", "Tờ trình dự thảo Luật", "MẶT TRẬN TỔ QUỐC", "Số 12-BC/TU", "Hạn chế",
        "Dự thảo Báo cáo chính trị trình Đại hội đại biểu Đảng bộ tỉnh lần thứ V",
    ],
)  # fmt: skip
def test_the_word_in_a_sentence_is_no_mark(tmp_path: Path, line: str) -> None:
    assert secrecy_marks(document(tmp_path, lines("TỈNH ỦY SÔNG MƠ", "BÁO CÁO", line, BODY, "Công tác bảo mật được coi trọng."))) == ()


def test_marks_in_page_headers_count_and_lines_of_the_body_only_in_capitals(tmp_path: Path) -> None:
    (found,) = secrecy_marks(document(tmp_path, lines("BÁO CÁO", BODY), header=p("Tuyệt mật")))
    assert "Tuyệt mật" in found.message
    long = lines("BÁO CÁO", *[f"{BODY} {number}" for number in range(40)])
    assert secrecy_marks(document(tmp_path, long + lines("Dự thảo"))) == ()
    assert len(secrecy_marks(document(tmp_path, long + lines("DỰ THẢO")))) == 1


def test_a_watermark_counts(tmp_path: Path) -> None:
    drawn = '<w:p><w:r><w:pict><v:shape><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r></w:p>'
    (found,) = secrecy_marks(document(tmp_path, lines("BÁO CÁO", BODY), header=drawn))
    assert "Dự thảo" in found.message


def test_an_override_of_the_same_mark_becomes_a_note_with_its_reason(tmp_path: Path) -> None:
    read = document(tmp_path, lines("DỰ THẢO", "BÁO CÁO", BODY))
    (allowed,) = secrecy_marks(read, Override("dự thảo", "lấy ý kiến rộng rãi theo Công văn 9"))
    assert (allowed.code, allowed.severity) == ("guard-override", "info")
    assert "lấy ý kiến rộng rãi" in allowed.message
    (refused,) = secrecy_marks(read, Override("Mật", "nhầm dấu"))
    assert refused.severity == "error"


@pytest.mark.parametrize(
    ("text", "code", "quote"),
    [
        ("số căn cước 001085012345 cấp", "personal-id", "001085012345"),
        ("CCCD: 079 185 012 345.", "personal-id", "079 185 012 345"),
        ("CMND số 123456789 do", "personal-id", "123456789"),
        ("liên hệ 0912 345 678 để", "personal-phone", "0912 345 678"),
        ("(+84) 912.345.678", "personal-phone", "84) 912.345.678"),
        ("ĐT: 0271.3812345", "personal-phone", "0271.3812345"),
        ("gửi về ba.nguyen_79@gmail.com trước", "personal-email", "ba.nguyen_79@gmail.com"),
        ("số tài khoản 1234 5678 9012 tại Ngân hàng X", "personal-account", "1234 5678 9012"),
        ("Nơi thường trú: số 7, ngõ 9, phường Đá Bạc, tỉnh Sông Mơ; nghề", "personal-address", "số 7, ngõ 9, phường Đá Bạc, tỉnh Sông Mơ"),
        ("ông A, sinh ngày 05/6/1972, quê", "personal-birth", "05/6/1972"),
        ("ÔNG A, SINH NGÀY 05/6/1972, QUÊ", "personal-birth", "05/6/1972"),
        ("ĐIỆN THOẠI: 0271 3812345", "personal-phone", "0271 3812345"),
        ("Liên hệ ĐT:\n0271.3812345\nđể", "personal-phone", "0271.3812345"),
        ("SỐ TÀI KHOẢN 1234567890", "personal-account", "1234567890"),
        ("TRÚ TẠI SỐ 7, NGÕ 9, PHƯỜNG ĐÁ BẠC", "personal-address", "SỐ 7, NGÕ 9, PHƯỜNG ĐÁ BẠC"),
    ],
)  # fmt: skip
def test_personal_data_is_found_with_its_place(text: str, code: str, quote: str) -> None:
    (found,) = personal_in(text)
    assert (found.code, found.span.of(text).lstrip("(+")) == (code, quote)


@pytest.mark.parametrize(
    "text",
    [
        "kinh phí 001.085.012.345 đồng", "Quyết định số 0912/QĐ-UBND ngày 05/6/2021", "phát sinh năm 2021", "gửi về vanthu@songmo.gov.vn",
        "tổng 120912345678 đồng",
        "tài khoản số 3511.0.1234567 tại Kho bạc Nhà nước tỉnh", "người thường trú tại xã, phường, thị trấn", "học sinh năm 2021",
        "HỌC SINH NĂM 2021", "PHÁT SINH NGÀY 05/6/2021", "Khách sạn Hotel 012345678901234", "BLĐTBXH 0271381234",
        "mã 999123456789",
        "giai đoạn 2021-2025", "Điều 12 khoản 3 điểm a", "sinh hoạt 12/5/2024", "Thời gian ký: 07.03.2031 09:10:52 +07:00",
    ],
)  # fmt: skip
def test_what_only_looks_like_personal_data_is_left(text: str) -> None:
    assert personal_in(text) == ()


def test_birth_dates_and_identity_numbers_in_tables_are_told_by_the_head(tmp_path: Path) -> None:
    body = tbl(
        ("TT", "Họ và tên", "Ngày, tháng, năm sinh", "CCCD", "Đạt"),
        ("1", "Trần Văn Thử", "05/6/1972", "001085012345", "2021"),
        ("2", "Lê Thị Mẫu", "1980", "012345678", "1999"),
    )
    read = document(tmp_path, lines(BODY) + body)
    found = [(finding.code, finding.span.of(read.text)) for finding in personal_data(read)]
    assert found == [
        ("personal-birth", "05/6/1972"),
        ("personal-id", "001085012345"),
        ("personal-birth", "1980"),
        ("personal-id", "012345678"),
    ]


def test_redacting_masks_letter_for_letter_and_leaves_nothing_to_find(tmp_path: Path) -> None:
    read = document(tmp_path, lines(BODY, "Liên hệ: 0912 345 678, thutu@gmail.com."))
    masked = redact(read)
    assert masked.text.splitlines()[-1] == "Liên hệ: ████ ███ ███, █████@█████.███."
    assert len(masked.text) == len(read.text)
    assert "0912" not in masked.source
    assert personal_data(masked) == ()
    assert masked.blocks == read.blocks


def test_reports_name_the_place_but_not_the_whole_value(tmp_path: Path) -> None:
    read = document(tmp_path, lines(BODY, "Liên hệ: 0912 345 678."))
    (found,) = as_diagnostics(read, personal_data(read))
    assert (found.line, found.column) == (2, 10)
    assert "345 678" not in str(found)
