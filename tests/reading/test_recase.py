"""Names and subjects in capitals get their usual case: by the register, by running text, by rule."""

from __future__ import annotations

import pytest

from build_tools.register import load_register
from build_tools.structure.known_names import known_names
from build_tools.structure.recase import Recaser
from tests.content import REGISTER

NAMES = known_names(load_register(REGISTER))


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH SÔNG MƠ", "Ủy ban nhân dân tỉnh Sông Mơ"),
        ("UỶ BAN NHÂN DÂN HUYỆN ĐÁ BẠC", "Uỷ ban nhân dân huyện Đá Bạc"),
        ("HỘI ĐỒNG NHÂN DÂN XÃ NÀ LÚA", "Hội đồng nhân dân xã Nà Lúa"),
        ("UBND THÀNH PHỐ HUẾ", "UBND thành phố Huế"),
        ("SỞ NỘI VỤ TỈNH THÁI NGUYÊN", "Sở Nội vụ tỉnh Thái Nguyên"),
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Sở Văn hóa, Thể thao và Du lịch"),
        ("PHÒNG TÀI CHÍNH - KẾ HOẠCH", "Phòng Tài chính - Kế hoạch"),
        ("CHI CỤC KIỂM LÂM", "Chi cục Kiểm lâm"),
        ("CỤC TRƯỞNG CỤC ĐÊ ĐIỀU", "Cục trưởng Cục Đê điều"),
        ("BAN CHỈ ĐẠO PHÒNG, CHỐNG THIÊN TAI", "Ban Chỉ đạo phòng, chống thiên tai"),
        ("BỘ CÔNG THƯƠNG - BỘ TÀI CHÍNH", "Bộ Công Thương - Bộ Tài chính"),
        ("BỘ TRƯỞNG BỘ CÔNG THƯƠNG", "Bộ trưởng Bộ Công Thương"),
        ("CHỦ TỊCH QUỐC HỘI", "Chủ tịch Quốc hội"),
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SÔNG MƠ", "Chủ tịch Ủy ban nhân dân tỉnh Sông Mơ"),
        ("VĂN PHÒNG TỈNH ỦY SÔNG MƠ", "Văn phòng Tỉnh ủy Sông Mơ"),
        ("BAN THƯỜNG VỤ HUYỆN ỦY ĐÁ BẠC", "Ban Thường vụ Huyện ủy Đá Bạc"),
        ("THƯỜNG TRỰC BAN BÍ THƯ", "Thường trực Ban Bí thư"),
        ("Sở nội vụ", "Sở nội vụ"),
    ],
)
def test_a_name_in_capitals_gets_its_usual_case(written: str, usual: str) -> None:
    assert Recaser("", NAMES).name(written) == usual


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("XỬ PHẠT VI PHẠM HÀNH CHÍNH TẠI HUYỆN CHỢ MỚI, TỈNH AN GIANG", "Xử phạt vi phạm hành chính tại huyện Chợ Mới, tỉnh An Giang"),
        ("NHIỆM KỲ ĐẠI HỘI XIII CỦA ĐẢNG", "Nhiệm kỳ đại hội XIII của Đảng"),
        ("CÔNG TÁC ĐẢNG VIÊN", "Công tác đảng viên"),
        ("THỰC HIỆN CHỈ THỊ SỐ 07-CT/TU CỦA TỈNH ỦY", "Thực hiện Chỉ thị số 07-CT/TU của Tỉnh ủy"),
        ("THI HÀNH LUẬT ĐÊ ĐIỀU", "Thi hành Luật Đê điều"),
        ("PHÁP LUẬT VỀ ĐÊ ĐIỀU", "Pháp luật về đê điều"),
        ("BẢO VỆ HÒA BÌNH Ở TỈNH HÒA BÌNH", "Bảo vệ hòa bình ở tỉnh Hòa Bình"),
        ("QUY CHẾ CỦA VĂN PHÒNG HỘI ĐỒNG NHÂN DÂN CẤP TỈNH", "Quy chế của Văn phòng Hội đồng nhân dân cấp tỉnh"),
        ("NHIỆM VỤ CỦA SỞ NỘI VỤ VÀ CƠ SỞ", "Nhiệm vụ của Sở Nội vụ và cơ sở"),
        ("KINH TẾ - XÃ HỘI TỈNH SÔNG MƠ NĂM 2031", "Kinh tế - xã hội tỉnh Sông Mơ năm 2031"),
        ("CHỨC NĂNG CỦA ĐỘI ĐÊ ĐIỀU (kèm theo Quyết định số 5)", "Chức năng của đội đê điều (kèm theo Quyết định số 5)"),
        ("Về đê điều TỈNH", "Về đê điều TỈNH"),
    ],
)
def test_a_subject_in_capitals_gets_sentence_case(written: str, usual: str) -> None:
    assert Recaser("", NAMES).title(written, "Ủy ban nhân dân tỉnh Sông Mơ") == usual


@pytest.mark.parametrize(
    ("text", "written", "usual"),
    [
        ("Căn cứ Quy chế của Hội Bến Đò; theo Hội Bến Đò", "NHIỆM VỤ CỦA HỘI BẾN ĐÒ", "Nhiệm vụ của Hội Bến Đò"),
        ("ở thành phố Mường La năm nay", "DU LỊCH THÀNH PHỐ MƯỜNG LA", "Du lịch thành phố Mường La"),
        ("xây trong các bến đò. Trong các Bến đò. ở trong các bến đò", "TRONG CÁC BẾN ĐÒ", "Trong các bến đò"),
        ("Quản lý bến đò.\nQuản lý bến đò", "VIỆC QUẢN LÝ BẾN ĐÒ", "Việc quản lý bến đò"),
        ("của ngân sách trung ương năm", "VAY CỦA NGÂN SÁCH TRUNG ƯƠNG", "Vay của ngân sách trung ương"),
    ],
)
def test_running_text_tells_the_case(text: str, written: str, usual: str) -> None:
    assert Recaser(text, NAMES).title(written) == usual
