"""Forms of documents that other rules than the ordinary letterhead's tell: the Front, joint issuers, several who sign, portals, urgency."""

from __future__ import annotations

import pytest

from build_tools.lexicon.keys import same_words
from build_tools.structure import structure
from tests.content import EMPTY

from .reading_helpers import clean, read

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nĐộc lập - Tự do - Hạnh phúc\n\n"
DATED = "Sông Mơ, ngày 02 tháng 4 năm 2031\n\n"
BODY = "Các bến giữ nếp nhà bè, mỗi tháng báo về xã một lần.\n\n1. Rà soát bến bãi.\n\n2. Báo cáo kết quả.\n\n"
UBND = f"ỦY BAN NHÂN DÂN\n\nTỈNH SÔNG MƠ\n\nSố: 12/KH-UBND\n\n{NATION}{DATED}"
SIGNED = "Nơi nhận:\n\n- Như trên;\n\n- Lưu: VT.\n\nCHỦ TỊCH\n\nLò Văn Mẫu\n"
ACT = "Căn cứ Luật Bến bãi;\n\n{}Điều 1. Phạm vi\n\nThông tư này quy định về bến tạm.\n"


def head(*lines: str) -> str:
    return "".join(f"{line}\n\n" for line in lines)


HEADERS = [
    pytest.param(
        head("MTTQ VIỆT NAM XÃ NÀ LÚA", "BAN THƯỜNG TRỰC", "Số: 7/KH-MTTQ-BTT") + NATION + DATED + head("KẾ HOẠCH", "Giữ bến") + BODY,
        {"issuer": "Ban Thường trực Ủy ban MTTQ Việt Nam xã Nà Lúa", "parent": "MTTQ Việt Nam xã Nà Lúa"},
        id="a standing committee of the Front bears its committee's name",
    ),
    *[
        pytest.param(
            head(*lines, "Số: 7/KH-MTTW-BTT") + NATION + DATED + head("KẾ HOẠCH", "Giữ bến") + BODY,
            {"issuer": issuer, "parent": parent},
            id=f"a central committee and whose it is: {len(lines)}, {lines[-1]}",
        )
        for lines, issuer, parent in (
            (("ỦY BAN TRUNG ƯƠNG", "MẶT TRẬN TỔ QUỐC VIỆT NAM"), "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", None),
            (
                ("ỦY BAN TRUNG ƯƠNG", "MẶT TRẬN TỔ QUỐC VIỆT NAM", "BAN THƯỜNG TRỰC"),
                "Ban Thường trực Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
                "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
            ),
            (("ỦY BAN BẾN BÃI", "MẶT TRẬN TỔ QUỐC VIỆT NAM"), "Mặt trận Tổ quốc Việt Nam", "Ủy ban Bến bãi"),
        )
    ],
    pytest.param(
        head("HỘI LIÊN HIỆP PHỤ NỮ XÃ NÀ LÚA", "BAN THƯỜNG VỤ", "Số: 7/KH-BTV") + NATION + DATED + head("KẾ HOẠCH", "Giữ bến") + BODY,
        {"issuer": "Ban Thường vụ Hội Liên hiệp Phụ nữ xã Nà Lúa"},
        id="a union's standing committee",
    ),
    pytest.param(
        head("HỘI ĐỒNG NHÂN DÂN TỈNH SÔNG MƠ", "BAN PHÁP CHẾ", "Số: 7/BC-BPC") + NATION + DATED + head("BÁO CÁO", "Giữ bến") + BODY,
        {"issuer": "Ban Pháp chế", "parent": "Hội đồng nhân dân tỉnh Sông Mơ"},
        id="not: a council's board keeps its own name",
    ),
    pytest.param(
        head("BAN CHẤP HÀNH TRUNG ƯƠNG", "VĂN PHÒNG", "Số 7-CV/VPTW", "ĐẢNG CỘNG SẢN VIỆT NAM", "Kính gửi: Các tỉnh ủy.") + BODY,
        {"issuer": "Văn phòng Trung ương Đảng"},
        id="the Party's central office",
    ),
    pytest.param(
        head("BỘ BẾN BÃI -", "BỘ KÊNH RẠCH", "Số: 7/2031/TTLT-BBB-BKR") + NATION + DATED + head("THÔNG TƯ LIÊN TỊCH", "Về bến tạm")
        + ACT.format(""),
        {"issuer": "Bộ Bến bãi - Bộ Kênh rạch", "parent": None, "number": "7/2031/TTLT-BBB-BKR"},
        id="joint issuers are both issuers",
    ),
    pytest.param(
        head("BỘ BẾN BÃI", "CỤC KÊNH RẠCH", "Số: 7/QĐ-CKR") + NATION + DATED + head("QUYẾT ĐỊNH", "Về bến tạm") + ACT.format(""),
        {"issuer": "Cục Kênh rạch", "parent": "Bộ Bến bãi"},
        id="not: an office below the body above it",
    ),
    pytest.param(
        UBND.replace(NATION, f"HỎA TỐC HẸN GIỜ\n\n{NATION}") + head("KẾ HOẠCH", "Giữ bến") + BODY,
        {"urgency": "Hỏa tốc hẹn giờ", "subject": "Giữ bến", "issuer": "Ủy ban nhân dân tỉnh Sông Mơ"},
        id="a mark of urgency",
    ),
    pytest.param(
        UBND + head("KẾ HOẠCH", "KHẨN TRƯƠNG SƠ TÁN BẾN BÃI") + BODY,
        {"urgency": None, "subject": "Khẩn trương sơ tán bến bãi"},
        id="not: a subject that begins with the same word",
    ),
    pytest.param(
        UBND + head("KẾ HOẠCH", "Thực hiện Chỉ thị số", "05-CT/TU về giữ rừng", "đầu nguồn năm 2031") + BODY,
        {"subject": "Thực hiện Chỉ thị số 05-CT/TU về giữ rừng đầu nguồn năm 2031", "number": "12/KH-UBND"},
        id="a subject over lines, cut inside a number",
    ),
    pytest.param(
        UBND + head("KẾ HOẠCH", "Giữ bến", "-----", "nội dung như sau, gồm ba phần.") + BODY,
        {"subject": "Giữ bến"},
        id="not: what stands below a rule",
    ),
    pytest.param(
        head("THÔNG TƯ", "Quy định về bến tạm") + ACT.format("Bộ trưởng Bộ Bến bãi ban hành Thông tư quy định về bến tạm.\n\n"),
        {"issuer": "Bộ Bến bãi", "issuing_body": "Bộ trưởng Bộ Bến bãi", "number": None},
        id="the enacting sentence names the issuer",
    ),
    pytest.param(
        head("THÔNG TƯ", "Quy định về bến tạm") + ACT.format("Bộ trưởng Bộ Bến bãi giao các bến thực hiện.\n\n"),
        {"issuer": None, "issuing_body": None},
        id="not: a sentence that issues nothing",
    ),
    pytest.param(
        head("Trang chủ > Thông tư số 7/2031/TT-BBB Quy định về bến tạm", "Thuộc tính", "Lược đồ") + "Điều 1. Phạm vi\n\n"
        + "Thông tư này quy định về bến tạm.\n\n"
        + "Số hiệu7/2031/TT-BBB\n\tLoại văn bảnThông tư\nNgày ban hành02/04/2031\n\tCơ quan ban hànhBộ Bến bãi\nNgười kýLò Văn Mẫu\n",
        {
            "number": "7/2031/TT-BBB", "type": "Thông tư", "date": "2031-04-02", "issuer": "Bộ Bến bãi",
            "subject": "Quy định về bến tạm", "signer": "Lò Văn Mẫu",
        },
        id="a portal's properties",
    ),
    pytest.param(
        head("Phiếu bến", "Số hiệu: 7", "Ngày ban hành: 02/04/2031") + "Bến tạm ở cuối làng.\n",
        {"number": None, "type": None, "date": None},
        id="not: properties without number and type of a document",
    ),
    pytest.param(
        "|\n**BỘ BẾN BÃI**\n-------\n|\n**CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM**\nĐộc lập - Tự do - Hạnh phúc\n---------------\n|\n|\n"
        "Số: 7/2031/TT-BBB\n|\n*Sông Mơ,\nngày*\n*02 tháng 4 năm 2031*\n|\n\n**THÔNG TƯ**\n\nQuy định về bến tạm\n\n"
        "Căn cứ Luật Bến bãi;\n\n**Điều 1. Phạm vi**\n\nThông tư này quy định về bến tạm.\n\n"
        "|\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n|\n**KT. BỘ\nTRƯỞNG**\n**THỨ TRƯỞNG**\n**Lò Văn Mẫu**\n|\n",
        {"date": "2031-04-02", "place": "Sông Mơ", "signer": "Lò Văn Mẫu"},
        id="bars of a broken table, emphasis over lines",
    ),
    pytest.param(
        "TỈNH ỦY SÔNG MƠ                                                  ĐẢNG CỘNG SẢN VIỆT NAM\n"
        "BAN CHỈ ĐẠO 35                                                   Sông Mơ, ngày      tháng 10 năm 2031\n"
        "Số 17-CV/BCĐ35TU\nV/v giữ sạch bến đò và đường làng\nKính gửi: Các phòng, ban và các xã\n"
        "Các xã rà soát bến bãi đang hoạt động.\nBà con tự giác giữ gìn.\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nTRƯỞNG BAN\nLò Văn Mẫu\n",
        {"date": "2031-10", "place": "Sông Mơ", "subject": "giữ sạch bến đò và đường làng", "signer": "Lò Văn Mẫu"},
        id="columns end above the addressees",
    ),
    pytest.param(
        "THỦ TƯỚNG CHÍNH PHỦ        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 55/CT-TTg              Độc lập - Tự do - Hạnh phúc\n"
        "                           Hà Nội, ngày 15 tháng 4 năm 2031\nCHỈ THỊ\nVề việc sơ kết 01 năm\ngiữ rừng đầu nguồn\n-------\n"
        "Theo chủ trương chung, các đơn vị khẩn trương rà soát, bảo đảm đúng quy định.\n",
        {"subject": "Về việc sơ kết 01 năm giữ rừng đầu nguồn", "date": "2031-04-15"},
        id="columns end above the type",
    ),
    pytest.param(
        "Trang chủ\n>\nVăn bản\n>\nNghị quyết số 32/2031/NQ-HĐND sơ kết 01 năm thực hiện Kết luận số 14-KL/TU về giữ rừng đầu nguồn\n"
        "Thuộc tính\nLược đồ\nTải về\nNghị quyết số 32/2031/NQ-HĐND sơ kết 01 năm thực hiện Kết luận số 14-KL/TU về giữ rừng đầu nguồn\n"
        "NGHỊ QUYẾT\nSơ kết 01 năm thực\nhiện Kết luận số 14-KL/TU\nCăn cứ Luật Bến bãi ngày 12 tháng 6 năm 2029;\n"
        "Hội đồng nhân dân xã Nà Lúa ban hành Nghị quyết.\nĐiều 1. Giữ rừng.\nĐiều 2. Giữ suối.\n",
        {"type": "Nghị quyết", "subject": "Sơ kết 01 năm thực hiện Kết luận số 14-KL/TU"},
        id="a title below a portal's running lines",
    ),
    pytest.param(
        "TỈNH ỦY SÔNG MƠ ĐẢNG CỘNG SẢN VIỆT NAM\nBAN TỔ CHỨC Sông Mơ, ngày 5 tháng 3 năm 2031\n*\nSố 12-HD/BTCTU\n\n"
        "HƯỚNG DẪN\nVề giữ bến\n\n" + BODY,
        {"issuer": "Ban Tổ chức Tỉnh ủy Sông Mơ", "parent": "Tỉnh ủy Sông Mơ", "date": "2031-03-05", "number": "12-HD/BTCTU"},
        id="two columns run together, a Party's",
    ),
    pytest.param(
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ ĐÁ BẠC Độc lập - Tự do - Hạnh phúc\n"
        "Số: 12/KH-UBND Đá Bạc, ngày 5 tháng 3 năm 2031\n\nKẾ HOẠCH\nVề giữ bến\n\n" + BODY,
        {"issuer": "Ủy ban nhân dân xã Đá Bạc", "parent": None, "date": "2031-03-05", "place": "Đá Bạc", "number": "12/KH-UBND"},
        id="two columns run together, the State's",
    ),
    pytest.param(
        head("TỈNH ỦY SÔNG MƠ BAN TỔ CHỨC", "Số 12-HD/BTCTU", "ĐẢNG CỘNG SẢN VIỆT NAM") + DATED + head("HƯỚNG DẪN", "Về giữ bến") + BODY,
        {"issuer": "Ban Tổ chức Tỉnh ủy Sông Mơ", "parent": "Tỉnh ủy Sông Mơ"},
        id="two bodies in one line",
    ),
    pytest.param(
        head("BAN TỔ CHỨC TỈNH ỦY SÔNG MƠ", "Số 12-HD/BTCTU", "ĐẢNG CỘNG SẢN VIỆT NAM") + DATED + head("HƯỚNG DẪN", "Về giữ bến") + BODY,
        {"issuer": "Ban Tổ chức Tỉnh ủy Sông Mơ", "parent": None},
        id="one body whose name ends with another's",
    ),
    pytest.param(
        head("TỈNH ỦY SÔNG MƠ", "*", "Số 121-BS/TU", "ĐẢNG CỘNG SẢN VIỆT NAM", "Sông Mơ, ngày 05 tháng 3 năm 2031", "SAO LỤC",
             "BAN CHẤP HÀNH TRUNG ƯƠNG", "*", "Số 12-CT/TW", "ĐẢNG CỘNG SẢN VIỆT NAM", "Hà Nội, ngày 02 tháng 2 năm 2031", "CHỈ THỊ",
             "của Ban Bí thư về giữ bến") + BODY + "T/M BAN BÍ THƯ\n\nLò Văn Mẫu\n\nT/L BAN THƯỜNG VỤ\n\nCHÁNH VĂN PHÒNG\n\nTrần Thị Hoa\n",
        {"type": "Chỉ thị", "number": "12-CT/TW", "date": "2031-02-02", "place": "Hà Nội", "issuer": "Ban Chấp hành Trung ương",
         "parent": None, "subject": "của Ban Bí thư về giữ bến", "signer": "Lò Văn Mẫu"},
        id="a copy sent on: what stands below the word is the document",
    ),
    pytest.param(
        head("ĐẢNG ỦY XÃ ĐÁ BẠC", "Số: 2-QC/ĐU", "QUY CHẾ PHỐI HỢP", "giữa Đảng ủy xã và Ủy ban nhân dân xã về giữ bến") + ACT.format(""),
        {"type": "Quy chế", "subject": "Phối hợp giữa Đảng ủy xã và Ủy ban nhân dân xã về giữ bến"},
        id="words in capitals beside the type, the rest in small letters",
    ),
    pytest.param(
        "LUẬT CỦA QUỐC HỘI\nNƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM SỐ 64/2030/QH17\nNGÀY 12 THÁNG 6 NĂM 2030 VỀ BẾN BÃI\n\n"
        "Căn cứ Hiến pháp;\n\n"
        "Điều 1. Phạm vi\n\nLuật này quy định về bến.\n",
        {"type": "Luật", "number": "64/2030/QH17", "issuer": "Quốc hội", "subject": "Về bến bãi"},
        id="the nation's name behind a body of it",
    ),
    pytest.param(
        head("THÔNG TƯ1", "Quy định về bến tạm") + ACT.format("") + "\n1 Văn bản này được hợp nhất từ hai Thông tư.\n",
        {"type": "Thông tư", "subject": "Quy định về bến tạm"},
        id="a footnote's mark glued to the type",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), HEADERS)
def test_what_a_header_says(text: str, wanted: dict[str, str | None]) -> None:
    header = read(text).header
    told = {name: header.signature.signer if name == "signer" else getattr(header, name) for name in wanted}
    assert {name: value for name, value in told.items() if not same_words(value, wanted[name])} == {}


SEVERAL = [
    ("THƯ KÝ\n\nLò Văn Mẫu\n\nCHỦ TỌA\n\nTrần Thị Hoa\n", [("Lò Văn Mẫu", "Thư ký"), ("Trần Thị Hoa", "Chủ tọa")]),
    ("THƯ KÝ                              CHỦ TỌA\n\nLò Văn Mẫu                          Trần Thị Hoa\n",
     [("Lò Văn Mẫu", "Thư ký"), ("Trần Thị Hoa", "Chủ tọa")]),
    ("KT. BỘ TRƯỞNG\n\nTHỨ TRƯỞNG\n\nLò Văn Mẫu\n\nKT. BỘ TRƯỞNG\n\nTHỨ TRƯỞNG\n\n(Đã ký)\n\nTrần Thị Hoa\n",
     [("Lò Văn Mẫu", "Thứ trưởng"), ("Trần Thị Hoa", "Thứ trưởng")]),
    ("TM. HỘI NÔNG DÂN                     TM. BAN THƯỜNG TRỰC\n     CHỦ TỊCH                               CHỦ TỊCH\n\n\n"
     "    Lò Văn Mẫu                           Trần Thị Hoa\n\nNơi nhận:\n- Như trên;\n- Lưu: VP.\n",
     [("Lò Văn Mẫu", "Chủ tịch"), ("Trần Thị Hoa", "Chủ tịch")]),
    ("CHỦ TỊCH\n\nLò Văn Mẫu\n\nCHỨNG THỰC BẢN SAO\n\nCÔNG CHỨC TƯ PHÁP\n\nTrần Thị Hoa\n", [("Lò Văn Mẫu", "Chủ tịch")]),
]  # fmt: skip


@pytest.mark.parametrize(("closing", "wanted"), SEVERAL)
def test_all_who_sign(closing: str, wanted: list[tuple[str, str]]) -> None:
    header = read(UBND + head("BIÊN BẢN", "Họp bàn giữ bến") + BODY + closing).header
    assert [(one.signer, one.title) for one in header.signatures] == wanted
    assert header.signature == header.signatures[0]


def test_a_joint_paper_is_issued_by_all_bodies_of_its_heading() -> None:
    front = ("MTTQ VIỆT NAM XÃ ĐÁ BẠC", "BAN THƯỜNG TRỰC", "HỘI NÔNG DÂN XÃ ĐÁ BẠC", "Số: 03/KHLT-MTTQ-HND")
    text = "\n\n".join((*front, NATION, "Đá Bạc, ngày 02 tháng 5 năm 2031", "KẾ HOẠCH LIÊN TỊCH", "Phối hợp giữ sạch bến đò", BODY))
    header = read(text).header
    assert (header.type, header.parent, header.subject) == ("Kế hoạch", None, "Phối hợp giữ sạch bến đò")
    assert header.issuer == "Ban Thường trực Ủy ban MTTQ Việt Nam xã Đá Bạc - Hội Nông dân xã Đá Bạc"


WRITTEN_ENDS = (
    "| ĐẢNG BỘ TỈNH SÔNG MƠ<br>**ĐẢNG ỦY XÃ ĐÁ BẠC**<br/>*<br>Số 27-NQ/ĐU "
    "| **ĐẢNG CỘNG SẢN VIỆT NAM**<br><br>*Đá Bạc, ngày 14 tháng 3 năm 2031* |\n"
    "|---|---|\n\n**NGHỊ QUYẾT**<br>**Về giữ sạch bến đò**\n\n**I- TÌNH HÌNH**\n\nBến đã sạch hơn.\n\n"
    "| *Nơi nhận:*<br>- Các chi bộ,<br>- Lưu Văn phòng. | **T/M BAN CHẤP HÀNH**<br>**BÍ THƯ**<br><br><br>**Lò Văn Mẫu** |\n|---|---|\n"
)
"""A letterhead and a signature as converters write them: two columns as a table, the lines of a cell parted by ``<br>``."""


def test_lines_of_a_cell_that_were_run_together() -> None:
    left, right = "TỈNH ỦY SÔNG MƠ **HUYỆN ỦY ĐÁ BẠC** * Số 14-CT/HU", "**ĐẢNG CỘNG SẢN VIỆT NAM** *Đá Bạc, ngày 18 tháng 9 năm 2031*"
    header = read(f"| {left} | {right} |\n|---|---|\n\n**CHỈ THỊ**\n\n**Về giữ bến**\n\n{BODY}", "md").header
    assert (header.parent, header.issuer, header.number) == ("Tỉnh ủy Sông Mơ", "Huyện ủy Đá Bạc", "14-CT/HU")
    assert (header.date, header.place) == ("2031-09-18", "Đá Bạc")


def test_line_ends_written_in_a_table() -> None:
    header = read(WRITTEN_ENDS, "md").header
    assert (header.type, header.number, header.date, header.place) == ("Nghị quyết", "27-NQ/ĐU", "2031-03-14", "Đá Bạc")
    assert (header.issuer, header.parent) == ("Đảng ủy xã Đá Bạc", "Đảng bộ tỉnh Sông Mơ")
    assert (header.subject, header.signature.signer, header.recipients) == (
        "Về giữ sạch bến đò",
        "Lò Văn Mẫu",
        ("Các chi bộ", "Lưu Văn phòng"),
    )
    cell = read("| Bản | Việc |\n|---|---|\n| Mây | 1 < 2<br>giữ rừng |\n", "md").clean
    assert "<br>" not in cell.text
    assert "1 < 2" in cell.text


LINES = [
    # (what stands in the text, where its paragraphs begin)
    ("HỎA TỐC\nBÁO CÁO\nGiữ bến", ["HỎA TỐC", "BÁO CÁO", "Giữ bến"]),
    ("KT. BỘ\nTRƯỞNG\nTHỨ TRƯỞNG", ["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"]),
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH SÔNG MƠ", ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TỈNH SÔNG MƠ"]),
    ("THÔNG TƯ\nQuy định về bến tạm\nThông tư số 7/2031/TT-BBB của Bộ Bến bãi",
     ["THÔNG TƯ", "Quy định về bến tạm", "Thông tư số 7/2031/TT-BBB của Bộ Bến bãi"]),
    ("THÔNG TƯ\nSửa đổi một số điều của\nThông tư về bến tạm", ["THÔNG TƯ", "Sửa đổi một số điều của Thông tư về bến tạm"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), LINES)
def test_lines_that_begin_a_paragraph(text: str, wanted: list[str]) -> None:
    made = clean(text + "\n")
    assert [block.span.of(made.text) for block in made.blocks] == wanted


def test_a_blank_number_parts_no_columns() -> None:
    columns = (("ĐẢNG ỦY XÃ NÀ LÚA", "ĐẢNG CỘNG SẢN VIỆT NAM"), ("Số        -KH/ĐU", "Sông Mơ, ngày      tháng 4 năm 2031"))
    text = "".join(f"{left:<32}{right}\n" for left, right in columns) + "\nKẾ HOẠCH\n\nGiữ bến\n\n"
    header = structure(clean(text + BODY), EMPTY).header
    assert (header.issuer, header.number, header.date, header.type) == ("Đảng ủy xã Nà Lúa", None, "2031-04", "Kế hoạch")


TOGETHER = [
    ("T/M BAN THƯỜNG VỤ PHÓ BÍ THƯ (Đã ký) Đỗ Văn Ổi", ("Đỗ Văn Ổi", "Phó Bí thư", "T/M Ban Thường vụ")),
    ("KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Thị Hoa", ("Trần Thị Hoa", "Phó Chủ tịch", "KT. Chủ tịch")),
    ("GIÁM ĐỐC (Đã ký) Lò Văn Mẫu", ("Lò Văn Mẫu", "Giám đốc", None)),
    ("GIÁM ĐỐC Sở Bến bãi", (None, None, None)),
    ("KT. Chủ tịch ký các văn bản Thường kỳ", (None, None, None)),
]


@pytest.mark.parametrize(("line", "wanted"), TOGETHER)
def test_a_signature_run_together(line: str, wanted: tuple[str | None, ...]) -> None:
    signature = read(UBND + head("KẾ HOẠCH", "Giữ bến") + BODY + line + "\n").header.signature
    assert [same_words(*pair) for pair in zip((signature.signer, signature.title, signature.authority), wanted, strict=True)] == [True] * 3


NUMBERS = [
    # (what stands in a body, its sections as "level label")
    ("Điều 1. Phạm vi\n\nCác bến.\n\nĐiều\n2. Hiệu lực\n\nTừ ngày ký.\n", ["1 Điều 1", "1 Điều 2"]),
    ("1. Các bến gồm:\n\na) Bến tạm;\nb)\nBến chính;\nc) Bến phụ.\n", ["1 1", "2 a", "2 b", "2 c"]),
    ("1. Sửa đổi Điều 2 như sau:\n\n‟2. Bến tạm ở cuối làng.”.\n\n2. Bãi bỏ Điều 3.\n", ["1 1", "1 2"]),
    ("1. Các bến thực hiện theo khoản\n2. Điều này không đổi.\n", ["1 1"]),
]


@pytest.mark.parametrize(("body", "wanted"), NUMBERS)
def test_numbers_alone_on_a_line(body: str, wanted: list[str]) -> None:
    document = read(UBND + head("KẾ HOẠCH", "Giữ bến") + body)
    assert [f"{section.level} {section.label}" for section in document.sections] == wanted


def test_the_mark_of_a_footnote_glued_to_the_very_first_number() -> None:
    body = f"Điều 12. Bến\n\nCác bến.\n\nĐiều 2. Đò\n\nCác đò.\n\n{' ' * 40}\n2 Điều này được bãi bỏ.\n"
    assert [section.label for section in read(UBND + head("KẾ HOẠCH", "Giữ bến") + body).sections] == ["Điều 1", "Điều 2"]
    unmarked = body.replace("2 Điều này", "3 Điều này")
    assert [section.label for section in read(UBND + head("KẾ HOẠCH", "Giữ bến") + unmarked).sections] == ["Điều 12", "Điều 2"]


def test_marks_of_footnotes_glued_to_numbers() -> None:
    body = (
        "Chương I\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi\n\n1. Các bến.\n\n2.1 (được bãi bỏ)\n\n3. Các kênh.\n\n"
        "Chương II2\nHIỆU LỰC\n\nĐiều 23 (được bãi bỏ)\n\nĐiều 3. Hiệu lực\n\n"
        "1 Khoản này được bãi bỏ.\n2 Tên chương này được sửa đổi.\n3 Điều này được bãi bỏ.\n"
    )
    document = read(UBND + head("KẾ HOẠCH", "Giữ bến") + body.replace("\n\n1 Khoản", "\n" + " " * 40 + "\n1 Khoản"))
    labels = [section.label for section in document.sections]
    assert "3" in labels
    assert "2.1" not in labels
