"""Names and subjects in capitals get their usual case: by the register, by running text, by rule."""

from __future__ import annotations

import pytest

from build_tools.structure.known_names import known_names
from build_tools.structure.recase import Recaser
from tests.content import shipped

NAMES = known_names(shipped())


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
        ("CHI CỤC TRƯỞNG", "Chi cục trưởng"),
        ("BẢO HIỂM XÃ HỘI TỈNH SÔNG MƠ", "Bảo hiểm xã hội tỉnh Sông Mơ"),
        ("LIÊN MINH HỢP TÁC XÃ VIÊN XÃ ĐÁ BẠC", "Liên minh hợp tác xã viên xã Đá Bạc"),
        # letters that cannot be read as a word stay as they are; names of places in other languages of the country are words
        ("ĐOÀN TNCS HỒ CHÍ MINH", "Đoàn TNCS Hồ Chí Minh"),
        ("CÔNG TY TNHH ĐÒ DỌC", "Công ty TNHH Đò dọc"),
        ("CỤC CAND", "Cục CAND"),
        # a school's own name stands behind the words for its kind; a field does not
        ("TRƯỜNG THCS LÊ BÃI", "Trường THCS Lê Bãi"),
        ("TRƯỜNG TH VÀ THCS LÊ BÃI", "Trường TH và THCS Lê Bãi"),
        ("TRƯỜNG TIỂU HỌC NÀ LÚA XÃ ĐÁ BẠC", "Trường Tiểu học Nà Lúa xã Đá Bạc"),
        ("TRƯỜNG MẦM NON ĐÁ BẠC", "Trường Mầm non Đá Bạc"),
        ("TRƯỜNG ĐUA THUYỀN", "Trường Đua thuyền"),
        ("HỘI LIÊN HIỆP THANH NIÊN", "Hội Liên hiệp Thanh niên"),
        ("ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH", "Đảng ủy các cơ quan Đảng tỉnh"),
        ("CÁC CƠ QUAN ĐẢNG ỦY", "Các cơ quan đảng ủy"),
        ("BAN XÂY DỰNG ĐẢNG", "Ban Xây dựng Đảng"),
        ("TỔ BIÊN SOẠN LỊCH SỬ ĐẢNG BỘ", "Tổ biên soạn lịch sử đảng bộ"),
        # who stands in for the first; a standing office alone is written as its words are
        ("PHÓ BÍ THƯ THƯỜNG TRỰC", "Phó Bí thư Thường trực"),
        ("CÁN BỘ THƯỜNG TRỰC", "Cán bộ thường trực"),
        # a document by its short number
        ("BAN CHỈ ĐẠO TỔNG KẾT NGHỊ QUYẾT 18", "Ban Chỉ đạo tổng kết Nghị quyết 18"),
        ("BAN CHỈ ĐẠO XÂY DỰNG KẾ HOẠCH 2031", "Ban Chỉ đạo xây dựng kế hoạch 2031"),
        ("HỘI CHÈO ĐÒ - CÔNG AN XÃ ĐÁ BẠC", "Hội Chèo đò - Công an xã Đá Bạc"),
        ("HỘI CHÈO ĐÒ - CÔNG NGHIỆP", "Hội Chèo đò - Công nghiệp"),
        # kinds of bodies have their field with a capital, and each of several fields; a task of a body's own making is none
        ("HẠT KIỂM LÂM", "Hạt Kiểm lâm"),
        ("CÔNG TY CỔ PHẦN CẤP NƯỚC", "Công ty Cổ phần Cấp nước"),
        ("BỆNH VIỆN SẢN - NHI", "Bệnh viện Sản - Nhi"),
        ("BAN KINH TẾ - XÃ HỘI", "Ban Kinh tế - Xã hội"),
        ("BAN QUẢN LÝ DỰ ÁN PHÁT TRIỂN KINH TẾ - XÃ HỘI", "Ban Quản lý dự án phát triển kinh tế - xã hội"),
        ("TRUNG TÂM DẠY CHÈO ĐÒ NGANG - DẠY CHÈO ĐÒ DỌC", "Trung tâm Dạy chèo đò ngang - Dạy chèo đò dọc"),
        ("CỤC BẾN BÃI, ĐÊ KÈ", "Cục Bến bãi, đê kè"),
        ("BAN CHỈ ĐẠO PHÒNG LŨ VÀ CỨU ĐÒ", "Ban Chỉ đạo phòng lũ và cứu đò"),
        ("LIÊN HIỆP CÁC HỘI CHÈO ĐÒ", "Liên hiệp các Hội Chèo đò"),
        ("TRƯỜNG TH&THCS LÊ BÃI", "Trường TH&THCS Lê Bãi"),
        ("CHI CỤC THUẾ KHU VỰC V", "Chi cục Thuế khu vực V"),
        ("BTV huyện Ủy", "BTV Huyện ủy"),
        ("BCH ĐOÀN XÃ ĐÁ BẠC", "BCH Đoàn xã Đá Bạc"),
        ("CHI BỘ CÔNG AN XÃ", "Chi bộ Công an xã"),
        ("ĐẢNG BỘ CÔNG AN TỈNH SÔNG MƠ", "Đảng bộ Công an tỉnh Sông Mơ"),
        ("BỘ CÔNG AN", "Bộ Công an"),
        ("BAN CHẤP HÀNH CÔNG ĐOÀN XÃ NÀ LÚA", "Ban Chấp hành Công đoàn xã Nà Lúa"),
        ("BAN CHẤP HÀNH LÂM THỜI", "Ban Chấp hành lâm thời"),
        ("BAN THƯỜNG VỤ CÁC HUYỆN, THÀNH PHỐ", "Ban Thường vụ các huyện, thành phố"),
        ("CHI BỘ TRƯỜNG TIỂU HỌC NÀ LÚA", "Chi bộ Trường Tiểu học Nà Lúa"),
        ("CHI BỘ BẢN NƯỚC TRONG", "Chi bộ bản Nước Trong"),
        ("BAN BIÊN TẬP VĂN BẢN ĐÒ DỌC", "Ban Biên tập văn bản đò dọc"),
        ("UBND HUYỆN KRÔNG LIM", "UBND huyện Krông Lim"),
        ("UBND XÃ EA KPAM", "UBND xã Ea Kpam"),
    ],
)
def test_a_name_in_capitals_gets_its_usual_case(written: str, usual: str) -> None:
    assert Recaser("", NAMES).name(written) == usual


@pytest.mark.parametrize("word", ["PHÁP LUẬT", "KỶ LUẬT", "KỈ LUẬT", "QUY LUẬT", "TRÁI LUẬT", "ÁN LUẬT"])
def test_a_word_that_only_ends_like_a_law_is_none(word: str) -> None:
    assert Recaser("", NAMES).title(f"VỀ {word} BẾN ĐÒ") == f"Về {word.lower()} bến đò"
    assert Recaser("", NAMES).title("VỀ THI HÀNH LUẬT BẾN ĐÒ") == "Về thi hành Luật Bến đò"


@pytest.mark.parametrize(
    ("written", "place", "found"),
    [
        # an office with its body, each at its place; nothing of it twice
        ("CÁC GIÁM ĐỐC SỞ NỘI VỤ TỈNH", "", "1 Giám đốc|3 Sở Nội vụ"),
        ("QUỐC HỘI THANH TRA BỘ NỘI VỤ", "", "0 Quốc hội|2 Thanh tra|4 Bộ Nội vụ"),
        ("VĂN PHÒNG TRUNG ƯƠNG ĐẢNG", "", "0 Văn phòng Trung ương Đảng"), ("CHỦ TỊCH BẾN", "", ""), ("VĂN PHÒNG", "", ""),
        ("BỘ NỘI VỤ, QUỐC HỘI", "", "0 Bộ Nội vụ,|3 Quốc hội"), ("“QUỐC HỘI”, CHÍNH PHỦ", "", "0 “Quốc hội”,|2 Chính phủ"),
        # places behind the word for their level, central ones anywhere, unless they are everyday words
        ("TỈNH AN GIANG", "", "1 An Giang"), ("AN GIANG", "", "0 An Giang"), ("THÀNH PHỐ HUẾ", "", "2 Huế"), ("PHỐ HUẾ", "", ""),
        ("TỈNH HÒA BÌNH", "", "1 Hòa Bình"), ("HÒA BÌNH", "", ""),
        # a type's name before its number; a department of a known field
        ("CHỈ THỊ SỐ 5", "", "0 Chỉ thị"), ("CHỈ THỊ NÀY", "", ""), ("CHỈ THỊ", "", ""), ("PHÒNG TÀI CHÍNH", "", "0 Phòng Tài chính"),
        ("PHÒNG", "", ""), ("PHÒNG BẾN", "", ""),
        # a place that only the text knows
        ("QUY HOẠCH BẾN TÀU MỚI", "Bến Tàu", "2 Bến Tàu"), ("CHỦ TỊCH BẾN TÀU", "Bến Tàu", "0 Chủ tịch|2 Bến Tàu"),
        ("TÀU BẾN", "Bến Tàu", ""), ("BẾN TÀU", "", ""),
    ],
)  # fmt: skip
def test_where_known_names_stand(written: str, place: str, found: str) -> None:
    assert "|".join(f"{at} {' '.join(words)}" for at, words in NAMES.find(written.split(), place)) == found


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


@pytest.mark.parametrize(
    ("text", "written", "number", "usual"),
    [
        # the number's letters end before the body's own name
        ("", "HẠT KIỂM LÂM ĐÁ BẠC", "41/BC-HKL", "Hạt Kiểm lâm Đá Bạc"),
        ("", "HẠT KIỂM LÂM ĐÁ BẠC", "41/BC-HKLĐB", "Hạt Kiểm lâm đá bạc"),
        ("", "HẠT KIỂM LÂM ĐÁ BẠC", None, "Hạt Kiểm lâm đá bạc"),
        ("", "BAN QUẢN LÝ DỰ ÁN ĐÒ NGANG", "7/QĐ-BQL", "Ban Quản lý dự án đò ngang"),
        # what the text writes in small letters is no name
        ("dọn đá bạc", "HẠT KIỂM LÂM ĐÁ BẠC", "41/BC-HKL", "Hạt Kiểm lâm đá bạc"),
        ("", "BỆNH VIỆN ĐA KHOA KHU VỰC ĐÁ BẠC", None, "Bệnh viện Đa khoa khu vực Đá Bạc"),
        # the text leaves out the rest, and writes what it says its own way
        ("gửi Tổ Chèo đò", "TỔ CHÈO ĐÒ ĐÁ BẠC", None, "Tổ Chèo đò đá bạc"),
    ],
)
def test_letters_and_text_tell_where_the_own_name_of_a_body_begins(text: str, written: str, number: str | None, usual: str) -> None:
    assert Recaser(text, NAMES).name(written, number) == usual


def name(written: str) -> str:
    return Recaser("", NAMES).name(written)


def title(written: str) -> str:
    return Recaser("", NAMES).title(written)


COUNTED = (
    "khóa", "khoá", "kỳ", "lần", "thứ", "chương", "phần", "lục", "mục", "hội", "hạng", "nhóm", "loại", "bậc", "quý", "đoạn", "số", "vực",
    "điều", "bảng", "biểu",
)  # fmt: skip


@pytest.mark.parametrize("word", COUNTED)
def test_a_syllable_that_is_a_roman_number_too_is_one_after_a_counted_word(word: str) -> None:
    assert title(f"BẾN {word.upper()} VI") == f"Bến {word} VI"
    assert title(f"BẾN {word.upper()} VII") == f"Bến {word} VII"


@pytest.mark.parametrize("syllable", ["VI", "XI", "LI", "CI", "MI", "DI"])
def test_elsewhere_it_is_a_syllable(syllable: str) -> None:
    assert title(f"BẾN ĐÒ {syllable} VỠ") == f"Bến đò {syllable.lower()} vỡ"


@pytest.mark.parametrize(
    "word",
    ["UBND", "HĐND", "UBMTTQ", "MTTQ", "MTTQVN", "BCH", "BTV", "BQL", "KCN", "CNTT", "TNHH", "COVID", "ADN", "WTO", "ASEAN", "XIV",
     "12-KH/TU", "(UBND)", "2031", "KH/TU", "A1.2"],
)  # fmt: skip
def test_abbreviations_and_numbers_stay(word: str) -> None:
    assert title(f"BẾN CỦA {word} XÃ") == f"Bến của {word} xã"


@pytest.mark.parametrize("level", ["TỈNH", "HUYỆN", "QUẬN", "XÃ", "PHƯỜNG", "THÀNH PHỐ", "THỊ TRẤN", "ĐẢO"])
def test_what_follows_the_level_of_a_place_is_its_name(level: str) -> None:
    assert name(f"BẾN ĐÒ {level} KHE LẠ VÀ NÚI MỜ") == f"Bến đò {level.lower()} Khe Lạ và núi mờ"
    assert name(f"BẾN ĐÒ {level} KHE LẠ, NÚI MỜ") == f"Bến đò {level.lower()} Khe Lạ, núi mờ"


@pytest.mark.parametrize("level", ["TỈNH", "THÀNH", "HUYỆN", "QUẬN", "THỊ"])
def test_what_follows_a_committee_of_a_level_is_the_place(level: str) -> None:
    assert name(f"ĐẠI BIỂU {level} ỦY KHE LẠ") == f"Đại biểu {level.capitalize()} ủy Khe Lạ"


NAMED = [
    ("BỘ", "Bến bãi", ("TRƯỞNG", "LUẬT", "MÁY", "PHẬN")), ("SỞ", "Bến bãi", ("HỮU", "TẠI")),
    ("BAN", "Bến bãi", ("NHÂN", "HÀNH", "TRƯỞNG", "ĐẦU")),
    ("CỤC", "Bến bãi", ("TRƯỞNG",)), ("VỤ", "Bến bãi", ("TRƯỞNG",)), ("VIỆN", "Bến bãi", ("TRƯỞNG", "KIỂM")),
    ("PHÒNG", "Bến bãi", ("CHỐNG", "CHÁY", "NGỪA", "KHÁM")), ("HỘI", "Bến bãi", ("NGHỊ", "ĐỒNG")), ("ĐOÀN", "Bến bãi", ("KẾT",)),
    ("TRƯỜNG", "Bến bãi", ("HỌC", "HỢP")),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "field", "others"), NAMED)
def test_the_field_of_a_body_begins_with_a_capital_and_other_words_do_not(kind: str, field: str, others: tuple[str, ...]) -> None:
    assert name(f"{kind} {field.upper()}") == f"{kind.capitalize()} {field}"
    for word in others:
        assert name(f"{kind} {word} LẠ") == f"{kind.capitalize()} {word.lower()} lạ"


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("CHI CỤC BẾN BÃI", "Chi cục Bến bãi"), ("TỔNG CỤC BẾN BÃI", "Tổng cục Bến bãi"), ("TRUNG TÂM BẾN BÃI", "Trung tâm Bến bãi"),
        ("LIÊN ĐOÀN BẾN BÃI", "Liên đoàn Bến bãi"), ("TỔ TRUNG TÂM BẾN BÃI", "Tổ trung tâm bến bãi"),
        ("SỞ BẾN BÃI, ĐÊ KÈ VÀ ĐÒ GIANG", "Sở Bến bãi, Đê kè và Đò giang"), ("CỤC BẾN BÃI, ĐÊ KÈ VÀ ĐÒ", "Cục Bến bãi, Đê kè và Đò"),
        ("PHÒNG BẾN BÃI - ĐÊ KÈ", "Phòng Bến bãi - Đê kè"), ("BỘ BẾN BÃI – ĐÊ KÈ", "Bộ Bến bãi – Đê kè"),
        ("TỔ BẾN - BAN ĐÊ KÈ", "Tổ bến - Ban Đê kè"), ("TỔ BẾN - TÒA ĐÊ", "Tổ bến - Tòa đê"),
        ("TRƯỞNG BAN BẾN BÃI", "Trưởng Ban Bến bãi"),
        ("CHỦ NHIỆM VỤ BẾN BÃI", "Chủ nhiệm Vụ Bến bãi"), ("GIÁM ĐỐC SỞ BẾN BÃI", "Giám đốc Sở Bến bãi"),
        ("PHÓ TRƯỞNG PHÒNG BẾN BÃI", "Phó trưởng Phòng Bến bãi"), ("ĐỘI TRƯỞNG ĐỘI ĐÒ", "Đội trưởng Đội Đò"),
    ],
)  # fmt: skip
def test_bodies_that_no_register_knows(written: str, usual: str) -> None:
    assert name(written) == usual


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("THI HÀNH LUẬT BẾN BÃI", "Thi hành Luật Bến bãi"), ("LUẬT SỬA ĐỔI LUẬT BẾN BÃI", "Luật sửa đổi Luật Bến bãi"),
        ("LUẬT SỐ 5", "Luật số 5"), ("KỶ LUẬT ĐẢNG", "Kỷ luật đảng"), ("KỈ LUẬT BẾN", "Kỉ luật bến"), ("QUY LUẬT NƯỚC", "Quy luật nước"),
        ("TRÁI LUẬT BẾN", "Trái luật bến"), ("ÁN LUẬT BẾN", "Án luật bến"), ("BẾN CỦA LUẬT SƯ", "Bến của luật sư"),
        ("THEO LUẬT NÀY", "Theo luật này"), ("THEO LUẬT VÀ LỆ", "Theo luật và lệ"), ("THEO LUẬT CỦA NƯỚC", "Theo luật của nước"),
        ("THEO LUẬT NĂM 2030", "Theo luật năm 2030"), ("THEO LUẬT VỀ BẾN", "Theo luật về bến"), ("THEO LUẬT ĐỊNH RA", "Theo luật định ra"),
        ("THEO LUẬT LỆ", "Theo luật lệ"), ("THEO LUẬT LÀ ĐÚNG", "Theo luật là đúng"), ("THEO LUẬT DO DÂN", "Theo luật do dân"),
        ("THEO LUẬT ĐƯỢC SỬA", "Theo luật được sửa"), ("THEO LUẬT CÓ SẴN", "Theo luật có sẵn"), ("THEO LUẬT HIỆN CÓ", "Theo luật hiện có"),
        ("THEO LUẬT KHÁC", "Theo luật khác"), ("XÂY DỰNG ĐẢNG", "Xây dựng Đảng"), ("ĐIỀU LỆ ĐẢNG", "Điều lệ Đảng"),
        ("THEO ĐẢNG", "Theo Đảng"),
        ("CỦA ĐẢNG BỘ", "Của đảng bộ"), ("CỦA ĐẢNG ỦY", "Của đảng ủy"), ("CỦA ĐẢNG VIÊN", "Của đảng viên"),
        ("CỦA ĐẢNG PHÁI", "Của đảng phái"),
        ("CỦA ĐẢNG ĐOÀN", "Của đảng đoàn"), ("CỦA ĐẢNG PHÍ", "Của đảng phí"), ("CỦA ĐẢNG VỤ", "Của đảng vụ"), ("VÌ ĐẢNG", "Vì đảng"),
        ("CỦA ĐẢNG, CỦA DÂN", "Của Đảng, của dân"),
    ],
)  # fmt: skip
def test_laws_and_the_party_in_a_subject(written: str, usual: str) -> None:
    assert title(written) == usual


@pytest.mark.parametrize(
    ("text", "written", "usual"),
    [
        ("giữ Bến Lạ xưa", "VIỆC GIỮ BẾN LẠ", "Việc giữ Bến Lạ"), ("GIỮ BẾN LẠ", "VIỆC GIỮ BẾN LẠ", "Việc giữ bến lạ"),
        ("bến lạ. Bến lạ", "VỀ BẾN LẠ", "Về bến lạ"), ("ở Bến Lạ, Bến Lạ, bến lạ", "VỀ BẾN LẠ", "Về Bến Lạ"),
        ("ở Bến Lạ, bến lạ, bến lạ", "VỀ BẾN LẠ", "Về bến lạ"), ("ở bờ Bến Lạc", "VỀ BẾN LẠ", "Về bến lạ"),
    ],
)  # fmt: skip
def test_the_text_votes_for_the_case_of_a_name(text: str, written: str, usual: str) -> None:
    assert Recaser(text, NAMES).title(written) == usual


@pytest.mark.parametrize(
    ("text", "written", "usual"),
    [
        ("Sông Mơ, ngày 15/5/2031", "CÔNG TY CẤP NƯỚC SÔNG MƠ", "Công ty Cấp nước Sông Mơ"),
        ("SÔNG MƠ, NGÀY 15/5/2031", "CÔNG TY CẤP NƯỚC SÔNG MƠ", "Công ty Cấp nước sông mơ"),
        # a capital that only begins the line is no name's
        ("Huyện Đá Bạc, ngày 15/5/2031", "ỦY BAN NHÂN DÂN HUYỆN ĐÁ BẠC", "Ủy ban nhân dân huyện Đá Bạc"),
    ],
)
def test_a_name_that_the_text_writes_with_capitals_has_them_in_the_name_of_a_body(text: str, written: str, usual: str) -> None:
    assert Recaser(text, NAMES).name(written) == usual
