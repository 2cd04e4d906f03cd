"""Headers as converters, portals and offices really leave them: one shape a row, with what it says."""

from __future__ import annotations

import pytest

from build_tools.lexicon.keys import same_words

from .reading_helpers import read

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nĐộc lập - Tự do - Hạnh phúc\n\n"
DATED = "Sông Mơ, ngày 02 tháng 4 năm 2031\n\n"
BODY = "Các bến giữ nếp nhà bè, mỗi tháng báo về xã một lần.\n\n1. Rà soát bến bãi.\n\n2. Báo cáo kết quả.\n\n"
UBND = f"ỦY BAN NHÂN DÂN\n\nTỈNH SÔNG MƠ\n\nSố: 12/KH-UBND\n\n{NATION}{DATED}"
SIGNED = "Nơi nhận:\n\n- Như trên;\n\n- Lưu: VT.\n\nCHỦ TỊCH\n\nLò Văn Mẫu\n"

SHAPES = [
    pytest.param(
        f"TỈNH ỦY SÔNG MƠ ĐẢNG CỘNG SẢN VIỆT NAM\nBAN TỔ CHỨC\n* {DATED.strip()}\nSố 7-KH/BTCTU\n\nKẾ HOẠCH\nGiữ bến\n\n{BODY}",
        {"number": "7-KH/BTCTU", "date": "2031-04-02", "place": "Sông Mơ", "issuer": "Ban Tổ chức Tỉnh ủy Sông Mơ"},
        id="the rule of the left column before the day of the right one, columns flattened row by row",
    ),
    pytest.param(
        f"QUỐC HỘI\n\nLuật số:\n61/2030/QH17\n\n{NATION}LUẬT\n\nBẾN BÃI\n\nCăn cứ Hiến pháp;\n\nĐiều 1. Phạm vi\n\n{BODY}",
        {"number": "61/2030/QH17", "type": "Luật", "issuer": "Quốc hội"},
        id="number on the line below its label",
    ),
    pytest.param(
        f"QUỐC HỘI\n\nLuật số: 61/2030/QH17\n\n{NATION}LUẬT\n\nNGHĨA\n\nVỤ GIỮ BẾN\n\nCăn cứ Hiến pháp;\n\n"
        f"Quốc hội ban hành Luật nghĩa vụ giữ bến.\n\nĐiều 1. Phạm vi\n\n{BODY}",
        {"type": "Luật", "issuer": "Quốc hội", "subject": "Nghĩa vụ giữ bến"},
        id="a title cut inside a word whose rest looks like a body: the text says it on in small letters",
    ),
    pytest.param(
        f"BỘ BẾN BÃI\n\nSố: 5/2031/TT-BBB\n\n{NATION}{DATED}THÔNG TƯ\n\nQUY ĐỊNH NHIỆM VỤ CỦA THANH TRA\n\nVỤ TRƯỞNG VỤ BẾN TẠM\n\n"
        f"Căn cứ Luật Bến bãi;\n\nCăn cứ đề nghị của thanh tra, Vụ trưởng Vụ Bến tạm;\n\nĐiều 1. Phạm vi\n\n{BODY}",
        {"type": "Thông tư", "issuer": "Bộ Bến bãi", "subject": "Quy định nhiệm vụ của thanh tra"},
        id="the office that enacts stands above the recitals: it is written with a capital",
    ),
    pytest.param(
        f"CHÍNH PHỦ\n\nSố:\n\n61/2030/NĐ-CP\n\n{NATION}{DATED}NGHỊ ĐỊNH\n\nQuy định về bến bãi\n\nCăn cứ Hiến pháp;\n\nĐiều 1. Phạm vi\n",
        {"number": "61/2030/NĐ-CP", "type": "Nghị định", "issuer": "Chính phủ", "subject": "Quy định về bến bãi"},
        id="number in a paragraph of its own",
    ),
    pytest.param(
        f"VĂN BẢN QUY PHẠM PHÁP LUẬT\n\nBỘ BẾN BÃI\n\n{NATION}THÔNG TƯ\n\nQuy định về bến tạm\n\nCăn cứ Luật Bến bãi;\n\nĐiều 1. Phạm vi\n",
        {"type": "Thông tư", "issuer": "Bộ Bến bãi", "parent": None, "subject": "Quy định về bến tạm"},
        id="heading of a gazette above",
    ),
    pytest.param(
        f"VĂN BẢN PHÁP LUẬT KHÁC\n\nVĂN BẢN HỢP NHẤT - BỘ BẾN BÃI\n\n{NATION}NGHỊ ĐỊNH\n\nQuy định về bến tạm\n\nĐiều 1. Phạm vi\n\n{BODY}",
        {"type": "Văn bản hợp nhất", "issuer": "Bộ Bến bãi", "parent": None},
        id="the other heading of a gazette, above a consolidated text",
    ),
    pytest.param(
        f"UBND TỈNH SÔNG MƠ\n\nSỞ BẾN BÃI\n\n{NATION}BẢNG TỔNG HỢP\n\nPhân loại bến năm 2031\n\n{BODY}",
        {"issuer": "Sở Bến bãi", "parent": "UBND tỉnh Sông Mơ"},
        id="a title of no known type right below the motto is no rest of a name",
    ),
    pytest.param(
        f"LIÊN ĐOÀN LAO ĐỘNG\n\n{NATION}TỈNH SÔNG MƠ\n\nSo: t, ICTPH\n\nCHƯƠNG TRÌNH\n\nGiữ bến\n\n{BODY}",
        {"issuer": "Liên đoàn Lao động tỉnh Sông Mơ", "type": "Chương trình"},
        id="the rest of a name below the motto, the number's line unreadable",
    ),
    pytest.param(
        f"ĐẢNG BỘ XÃ ĐÁ BẠC\n\nCHI BỘ BẾN TRÊN\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\n{DATED}BẢN TỰ NHẬN XÉT\n\nĐẢNG VIÊN NĂM 2031\n\n{BODY}",
        {"issuer": "Chi bộ bến trên", "date": "2031-04-02"},
        id="a title of no known type below the day",
    ),
    pytest.param(
        f"{NATION}{DATED}ỦY BAN NHÂN DÂN\n\nXÃ ĐÁ BẠC\n\nKẾ HOẠCH\n\nGiữ bến\n\n{BODY}",
        {"issuer": "Ủy ban nhân dân xã Đá Bạc", "type": "Kế hoạch"},
        id="a body below the day, its place a line further down, no number",
    ),
    pytest.param(
        f"UBND XÃ ĐÁ BẠC\n\nTRƯỜNG TIỂU HỌC BẾN TRÊN\n\nPHIẾU ÔN CUỐI NĂM\n\nMÔN: LỊCH SỬ\n\nCâu 1. {BODY}",
        {"issuer": "Trường Tiểu học Bến Trên", "type": None},
        id="a title below a name where no letterhead is",
    ),
    pytest.param(
        f"TỈNH ỦY SÔNG MƠ\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nSố 7-KL/TU\n\n{DATED}K ÉT LUẬN\n\nHỘI NGHỊ LÂN THỨ BẢY\n\nvề giữ bến\n\n{BODY}",
        {"issuer": "Tỉnh ủy Sông Mơ", "parent": None, "type": "Kết luận"},
        id="a misread type below number and day",
    ),
    pytest.param(
        "ĐẠI HỘI ĐẠI BIỂU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nSông Mơ, ngày 19 tháng 01 năm 2031\n\nĐIỀU LỆ\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\n"
        f"(Đại hội thông qua ngày 19 tháng 01 năm 2031)\n\nĐiều 1. Phạm vi\n\n{BODY}",
        {"type": "Điều lệ", "date": "2031-01-19", "subject": "Đảng Cộng sản Việt Nam"},
        id="whose it is below the type, then a remark in brackets",
    ),
    pytest.param(
        f"BỘ BẾN BÃI\n\nSố: 5/2031/TT-BBB\n\nTHÔNG TƯ\n\n{NATION}{DATED}Quy định về bến (tạm)\n\nCăn cứ Luật Bến bãi;\n\nĐiều 1. Phạm vi\n",
        {"type": "Thông tư", "subject": "Quy định về bến (tạm)"},
        id="the nation's name below the type, nowhere above: columns run together",
    ),
    pytest.param(
        f"-{UBND}KẾ HOẠCH\n\nGiữ rừng đầu nguồn\n\n{BODY}{SIGNED}",
        {"type": "Kế hoạch", "issuer": "Ủy ban nhân dân tỉnh Sông Mơ"},
        id="a dash that was left before the body's name",
    ),
    pytest.param(
        f"/BỘ BẾN BÃI/\n\nSố: 5/2031/TT-BBB\n\n{NATION}{DATED}THÔNG TƯ\n\nQuy định về bến\n\nĐiều 1. Phạm vi\n\n{BODY}",
        {"type": "Thông tư", "issuer": "Bộ Bến bãi"},
        id="strokes around the body's name",
    ),
    pytest.param(
        f"{UBND}KẾ HOẠCH\n\nGiữ rừng đầu nguồn\n\n(Dự thảo)\n\n{BODY}{SIGNED}",
        {"type": "Kế hoạch", "subject": "Giữ rừng đầu nguồn"},
        id="a remark in brackets below the subject",
    ),
    pytest.param(
        f"{UBND}KẾ HOẠCH\n\nThực hiện Chỉ thị số 05-CT/TU về giữ rừng đầu nguồn\n\n{BODY}{SIGNED}",
        {"type": "Kế hoạch", "subject": "Thực hiện Chỉ thị số 05-CT/TU về giữ rừng đầu nguồn"},
        id="subject that begins like a recital",
    ),
    pytest.param(
        f"{UBND}KẾ HOẠCH\n\nThực hiện Chỉ thị số 05-CT/TU về giữ rừng, Ủy ban nhân dân tỉnh ban hành kế hoạch sau:\n\n{BODY}{SIGNED}",
        {"type": "Kế hoạch", "subject": None},
        id="recital below the type is no subject",
    ),
    *[
        pytest.param(
            f"{UBND}KẾ HOẠCH{gap}Giữ bến cuối năm{gap}{heading}{gap}Giữ phao.{gap}{second}{gap}Giữ neo.\n\n{SIGNED}",
            {"type": "Kế hoạch", "subject": "Giữ bến cuối năm"},
            id=f"a heading is no year: {heading}, {len(gap)}",
        )
        for gap in ("\n", "\n\n")
        for heading, second in (("I- MỤC ĐÍCH", "II- VIỆC LÀM"), ("A. MỤC ĐÍCH", "B. VIỆC LÀM"), ("1. Mục đích", "2. Việc làm"))
    ],
    *[
        pytest.param(
            f"{body}{gap}{line}\n\nSố: 01/KH-TBGB\n\n{NATION}{DATED}KẾ HOẠCH\n\nGiữ bến cuối năm\n\n{BODY}{SIGNED}",
            {"issuer": issuer, "parent": parent},
            id=f"what stands below a body that has come to its place: {line}, {len(gap)}",
        )
        for gap in ("\n", "\n\n")
        for body, line, issuer, parent in (
            ("ỦY BAN GIỮ BẾN XÃ SÔNG MƠ", "TIỂU BAN PHAO NEO, ĐÒ NGANG", "Tiểu ban Phao neo, đò ngang", "Ủy ban Giữ bến xã Sông Mơ"),
            ("ỦY BAN GIỮ BẾN XÃ SÔNG MƠ", "TỔ GIÚP VIỆC BẾN BÃI", "Tổ giúp việc bến bãi", "Ủy ban Giữ bến xã Sông Mơ"),
            ("HỘI ĐỒNG NHÂN DÂN XÃ SÔNG MƠ", "KHÓA XVI, KỲ HỌP THỨ 3", "Hội đồng nhân dân xã Sông Mơ", None),
            ("ỦY BAN NHÂN DÂN XÃ SÔNG", "MƠ", "Ủy ban nhân dân xã Sông Mơ", None),
            ("BAN QUẢN LÝ BẾN BÃI TỈNH SÔNG MƠ", "VÀ CÁC KHU BẾN", "Ban Quản lý bến bãi tỉnh Sông Mơ và các khu bến", None),
        )
    ],
    pytest.param(f"{UBND}KẾ HOẠCH\n\nGiữ bến năm\n\n2031\n\n{BODY}{SIGNED}", {"subject": "Giữ bến năm 2031"}, id="a year below its word"),
    pytest.param(
        f"{UBND}KẾ HOẠCH\n\nGiữ bến hằng năm\n\nTheo đề nghị của các xã, tỉnh giữ bến.\n\n{BODY}{SIGNED}",
        {"subject": "Giữ bến hằng năm"},
        id="a sentence is no year",
    ),
    pytest.param(
        f"SỞ BẾN BÃI\n\nSố: 7/SBB-VP\n\nV/v giữ bến\n\n{NATION}{DATED}Kính gửi: Các xã.\n\n{BODY}{SIGNED}",
        {"subject": "giữ bến", "date": "2031-04-02", "place": "Sông Mơ", "number": "7/SBB-VP"},
        id="a letter's subject before the nation's line",
    ),
    pytest.param(
        f"BỘ BẾN BÃI\n\nCỤC TÀU\n\nSố: 7/CT-CS\n\nV/v giữ bến\n\n{NATION}{DATED}Kính gửi: Các xã.\n\n{BODY}{SIGNED}",
        {"type": "Công văn", "number": "7/CT-CS", "issuer": "Cục Tàu", "subject": "giữ bến"},
        id="the letters of the issuer of a letter are no code of a type, though one has the same",
    ),
    pytest.param(
        f"BỘ BẾN BÃI\n\nCỤC THUYỀN\n\nSố: 7/CT-CS\n\n{NATION}{DATED}CHỈ THỊ\n\nVề giữ bến\n\n{BODY}{SIGNED}",
        {"type": "Chỉ thị", "number": "7/CT-CS", "issuer": "Cục Thuyền"},
        id="nor do they make a letter of what has its type written",
    ),
    pytest.param(
        "  UBND TỈNH SÔNG MƠ            CỘNG HÕA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "   SỞ BẾN BÃI                      Độc lập - Tự do - Hạnh phúc\n\n"
        "  Số: 7 /TB-SBB                 Sông Mơ, ngày 02 tháng 4 năm 2031\n\n"
        f"                     THÔNG BÁO\n             Kết quả giữ bến\n\n{BODY}",
        {"type": "Thông báo", "number": "7/TB-SBB", "issuer": "Sở Bến bãi", "parent": "UBND tỉnh Sông Mơ", "date": "2031-04-02"},
        id="two columns of blanks, the nation's name with a wrong mark",
    ),
    pytest.param(
        f"HỘI ĐỒNG NHÂN DÂN\n\nTỈNH SÔNG MƠ (KHOÁ XVI)\n\nSố: 12/KH-HĐND\n\n{NATION}{DATED}KẾ HOẠCH\n\nGiữ bến\n\n{BODY}{SIGNED}",
        {"issuer": "Hội đồng nhân dân tỉnh Sông Mơ", "term": "XVI", "number": "12/KH-HĐND"},
        id="a term behind the issuer's name",
    ),
    pytest.param(
        f"ỦY BAN NHÂN DÂN\n\nTỈNH SÔNG MƠ\n\nSố: 12/KH-UBND/2031\n\n{NATION}{DATED}KẾ HOẠCH\n\nGiữ bến\n\n{BODY}{SIGNED}",
        {"issuer": "Ủy ban nhân dân tỉnh Sông Mơ", "number": "12/KH-UBND/2031", "date": "2031-04-02"},
        id="the year behind the symbol",
    ),
    pytest.param(
        f"ỦY BAN NHÂN DÂN\n\nTỈNH SÔNG MƠ\n\nSố: 12/KH-UBND\n\nHỎA TỐC\n\n{NATION}{DATED}KẾ HOẠCH\n\nGiữ bến\n\n{BODY}{SIGNED}",
        {"subject": "Giữ bến", "issuer": "Ủy ban nhân dân tỉnh Sông Mơ", "number": "12/KH-UBND"},
        id="mark of urgency below the number",
    ),
    pytest.param(
        f"⁽¹⁾ Bản đồ bến bãi.\n\nĐẢNG BỘ TỈNH SÔNG MƠ\n\nĐẢNG ỦY XÃ NÀ LÚA\n\nSố        -KH/ĐU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\n{DATED}"
        f"KẾ HOẠCH\n\nGiữ bến\n\n{BODY}T/M BAN THƯỜNG VỤ\n\nPHÓ BÍ THƯ\n\nLò Văn Mẫu\n",
        {"type": "Kế hoạch", "issuer": "Đảng ủy xã Nà Lúa", "subject": "Giữ bến", "issuing_body": "Ban Thường vụ Đảng ủy xã Nà Lúa"},
        id="a footnote's text above, number blank",
    ),
    pytest.param(
        "|\n\n**ỦY BAN NHÂN DÂN**\n\n**TỈNH SÔNG MƠ**\n\n|\n\n**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**\n\n**Độc lập - Tự do - Hạnh phúc**\n\n"
        f"| | Số: 12/KH-UBND |\n\n| *Sông Mơ, ngày 02 tháng 4 năm 2031* |\n\nKẾ HOẠCH\n\nGiữ bến\n\n{BODY}{SIGNED}",
        {"number": "12/KH-UBND", "date": "2031-04-02", "place": "Sông Mơ", "issuer": "Ủy ban nhân dân tỉnh Sông Mơ", "subject": "Giữ bến"},
        id="bars of a broken table around the lines",
    ),
    pytest.param(
        "| **ĐẢNG ỦY XÃ ĐÁ BẠC** | **ĐẢNG CỘNG SẢN VIỆT NAM** |\n| **ỦY BAN KIỂM TRA** |  |\n| * | *Sông Mơ, ngày 02 tháng 4 năm 2031* |\n"
        f"| Số 21-TB/UBKT |  |\n\n**THÔNG BÁO**\n\nGiữ bến\n\n{BODY}"
        "| **Nơi nhận:** | **T/M ỦY BAN KIỂM TRA** |\n| - Lưu. | **CHỦ NHIỆM** |\n|  | **Lò Văn Mẫu** |\n",
        {
            "issuer": "Ủy ban Kiểm tra Đảng ủy xã Đá Bạc",
            "number": "21-TB/UBKT",
            "date": "2031-04-02",
            "place": "Sông Mơ",
        },
        id="rows of bars in plain text",
    ),
    pytest.param(
        f"ĐẢNG CỘNG SẢN VIỆT NAM\n\nĐẢNG BỘ XÃ SÔNG MƠ\n\nCHI BỘ THÔN NÀ LÚA\n\nBIÊN BẢN\n\nHọp chi bộ\n\n"
        f"Hôm nay, ngày 18 tháng 02 năm 2031, tại nhà văn hóa thôn, chi bộ họp.\n\n{BODY}",
        {"type": "Biên bản", "date": "2031-02-18", "place": None, "issuer": "Chi bộ thôn Nà Lúa"},
        id="the opening of minutes names no place",
    ),
    pytest.param(
        f"TỔNG HỘI GIỮ BẾN VIỆT NAM\n\nCÔNG ĐOÀN NGÀNH ĐÒ NGANG\n\nSố: 19/QĐ-CĐĐN\n\n{NATION}{DATED}QUYẾT ĐỊNH\n\nVề bến\n\n{BODY}{SIGNED}",
        {"parent": "Tổng hội giữ bến Việt Nam", "issuer": "Công đoàn ngành đò ngang"},
        id="a branch below a name that ends with the country's",
    ),
    pytest.param(
        f"UBND TỈNH SÔNG MƠ\n\nSỞ BẾN BÃI - LIÊN ĐOÀN ĐÒ NGANG TỈNH\n\nSố: 03/HDLT-SBB-LĐĐN\n\n{NATION}{DATED}HƯỚNG DẪN LIÊN TỊCH\n\n"
        f"Về bến\n\n{BODY}{SIGNED}",
        {"parent": "UBND tỉnh Sông Mơ", "issuer": "Sở Bến bãi - Liên đoàn Đò ngang tỉnh"},
        id="two issuers in one line below the body above them",
    ),
    pytest.param(
        f"ĐẢNG BỘ TỈNH SÔNG MƠ\n\nĐẢNG ỦY XÃ NÀ LÚA\n\nSố 9-KH/ĐU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\n_Nà Lúa, ngày 03 tháng 3 năm 2031_\n\n"
        f"KẾ HOẠCH\n\nGiữ bến\n\n{BODY}",
        {"date": "2031-03-03", "place": "Nà Lúa"},
        id="a day between strokes that were emphasis",
    ),
    pytest.param(
        f"THƯ NGỎ\n\nKính gửi: Bà con bến đò.\n\nHội Giữ bến kính chúc bà con mạnh khỏe.\n\n{BODY}",
        {"issuer": None},
        id="a title of no known type is no issuer",
    ),
    pytest.param(
        f"Trang chủ\n\n>\n\nVăn bản\n\nGIỚI THIỆU\n\nTìm kiếm\n\n{UBND}KẾ HOẠCH\n\nGiữ bến\n\n{BODY}{SIGNED}",
        {"number": "12/KH-UBND", "issuer": "Ủy ban nhân dân tỉnh Sông Mơ", "subject": "Giữ bến", "type": "Kế hoạch"},
        id="menu of a portal above",
    ),
    pytest.param(
        "QUỐC HỘI\n\nNƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nKHÓA XVII, KỲ HỌP THỨ 3\n\n"
        "LUẬT\n\nBẾN BÃI\n\nCăn cứ Hiến pháp;\n\nĐiều 1. Phạm vi\n",
        {"issuer": "Quốc hội", "type": "Luật"},
        id="nation and session below the National Assembly",
    ),
    pytest.param(
        f"{NATION}LUẬT CỦA QUỐC HỘI\n\n"
        f"NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM SỐ 64/2030/QH17 VỀ BẾN BÃI\n\nCăn cứ Hiến pháp;\n\nĐiều 1. Phạm vi\n\n{BODY}",
        {"type": "Luật", "issuer": "Quốc hội", "number": "64/2030/QH17"},
        id="an old law whose title names its issuer and number",
    ),
]


@pytest.mark.parametrize(
    ("mark", "issuer"), [("XV80", "Ủy ban nhân dân tỉnh Sông Mơ"), ("HUYỆN 80", "Ủy ban nhân dân tỉnh Sông Mơ Huyện 80")]
)
def test_letters_and_figures_in_one_are_no_words_of_a_name(mark: str, issuer: str) -> None:
    lines = ("ỦY BAN NHÂN DÂN", "TỈNH SÔNG MƠ", mark, "Số: 256/2004/QĐ-UB")
    header = read("\n\n".join(lines) + f"\n\n{NATION}Sông Mơ, ngày 01 tháng 7 năm 2004\n\nQUYẾT ĐỊNH\n\nVề việc sửa bến\n\n{BODY}").header
    assert (header.issuer, header.subject) == (issuer, "Về việc sửa bến")


@pytest.mark.parametrize(("text", "said"), SHAPES)
def test_shapes_of_headers(text: str, said: dict[str, str | None]) -> None:
    header = read(text).header
    assert {field: getattr(header, field) for field in said} == said


CLOSINGS = [
    ("K/T TRƯỞNG\n\nBAN\n\nPHÓ TRƯỞNG BAN THƯỜNG TRỰC\n\nĐỗ Văn Ổi", ("Đỗ Văn Ổi", "Phó Trưởng Ban Thường trực", "K/T Trưởng Ban")),
    ("K/T CHÁNH\n\nVĂN PHÒNG\n\nPHÓ CHÁNH VĂN PHÒNG\n\nĐỗ Văn Ổi", ("Đỗ Văn Ổi", "Phó Chánh Văn phòng", "K/T Chánh Văn phòng")),
    ("KT. GIÁM ĐỐC\n\nPHÓ GIÁM ĐỐC\n\n(Đã ký) Đỗ Văn Ổi", ("Đỗ Văn Ổi", "Phó Giám đốc", "KT. Giám đốc")),
    ("GIÁM ĐỐC\n\nĐỗ Văn Ổi 8", ("Đỗ Văn Ổi", "Giám đốc", None)),
    ("TM. BAN THƯỜNG TRỰC\n\nCHỦ TỊCH\n\nTrần Thị Hoa", ("Trần Thị Hoa", "Chủ tịch", "TM. Ban Thường trực")),
    ("GIÁM ĐỐC", (None, "Giám đốc", None)),
]


@pytest.mark.parametrize("recipients", ["Nơi nhận:\n\n- Như trên;\n\n- Lưu: VT.\n\n", "Nơi nhận:\n\n* Như trên,\n\n* Lưu VT.\n\n"])
@pytest.mark.parametrize(("lines", "said"), CLOSINGS)
def test_shapes_of_signatures(recipients: str, lines: str, said: tuple[str | None, ...]) -> None:
    signature = read(f"{UBND}KẾ HOẠCH\n\nGiữ bến\n\n{BODY}{recipients}{lines}\n").header.signature
    read_as = (signature.signer, signature.title, signature.authority)
    assert [same_words(got, want) for got, want in zip(read_as, said, strict=True)] == [True] * 3, read_as


def test_a_web_copy_is_read_as_far_as_it_states() -> None:
    opening = (
        "Thay mặt Ban Thường vụ, Phó Bí thư Trần Ổi đã ký ban hành Kết luận số 69-KL/TU (ngày 22/12/2030) "
        "của Ban Thường vụ Tỉnh ủy Sông Mơ về giữ rừng."
    )
    header = read(f"# Kết luận số 69-KL/TU\n\n**{opening}**\n\nNhững năm qua rừng đã xanh lại.\n\n{BODY}", "md").header
    assert (header.number, header.date, header.issuer) == ("69-KL/TU", "2030-12-22", "Ban Thường vụ Tỉnh ủy Sông Mơ")
    assert header.signature.signer == "Trần Ổi"
