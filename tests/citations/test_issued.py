"""Who issued a cited document and when, as the words around its number state it; where they do not, nothing is said. All is invented."""

from __future__ import annotations

from functools import lru_cache

import pytest

from build_tools.model.register import Register
from tests.citations.citation_helpers import found
from tests.content import shipped

_Told = tuple[str, str | None, str | None]


@lru_cache(maxsize=1)
def register() -> Register:
    """The bodies of the project's own register; what places there are is invented."""
    return shipped()


def told(text: str) -> list[_Told]:
    """Number, issuer and date of each numbered citation."""
    return [(c.number or "", c.issuer, c.date) for c in found(text, register=register())[0] if c.kind == "numbered"]


SUBJECT = [
    ("1. Tổ trưởng thông qua và ban hành Kế hoạch số 5-KH/UBKTTU", [("5-KH/UBKTTU", None, None)]),
    ("Chính phủ đã ban hành Nghị quyết số 71/NQ-CP ngày 01/4/2030 sửa đổi", [("71/NQ-CP", "Chính phủ", "2030-04-01")]),
    ("Ban Bí thư đã ban hành Quy định số 9-QĐ/TW về bến bãi", [("9-QĐ/TW", "Ban Bí thư", None)]),
    ("Ngày 22/12/2030, Bộ Chính trị đã ban hành Nghị quyết số 59-NQ/TW về bến", [("59-NQ/TW", "Bộ Chính trị", "2030-12-22")]),
    ("| Hoàn thành | Ngày 31/3/2030, Bộ Bến bãi ban hành Văn bản số 562/BBB-VCL |", [("562/BBB-VCL", "Bộ Bến bãi", "2030-03-31")]),
    ("Bộ Bến bãi có văn bản số 1447/BBB-CĐ ngày 10/5/2030 gửi", [("1447/BBB-CĐ", "Bộ Bến bãi", "2030-05-10")]),
    ("Bộ Bến bãi đã có Công văn số 1181/CVT-VT ngày 24/3/2030 gửi", [("1181/CVT-VT", "Bộ Bến bãi", "2030-03-24")]),
    ("Bộ Bến bãi đã tổ chức đánh giá và ban hành Quyết định số 6/QĐ-BBB ngày 5/4/2030", [("6/QĐ-BBB", "Bộ Bến bãi", "2030-04-05")]),
    ("Sở Bến bãi tham mưu UBND tỉnh ban hành Quyết định số 5/QĐ-UBND", [("5/QĐ-UBND", "UBND tỉnh", None)]),
    ("Chính phủ đã trình Quốc hội thông qua Nghị quyết số 196/2030/QH17 về", [("196/2030/QH17", "Quốc hội", None)]),
    ("Thực hiện ý kiến của Tỉnh ủy, Chủ tịch UBND tỉnh đã ban hành Kế hoạch số 7/KH-UBND", [("7/KH-UBND", "Chủ tịch UBND tỉnh", None)]),
    ("Thay mặt Bộ Chính trị, Tổng Bí thư Trần Văn Ổi đã ký ban hành Nghị quyết số 57-NQ/TW", [("57-NQ/TW", "Bộ Chính trị", None)]),
    (
        "Thay mặt Bộ Chính trị, đồng chí Trần Văn Ổi, Ủy viên Bộ Chính trị, Thường trực Ban Bí thư, vừa ký ban hành Kết luận số 34-KL/TW",
        [("34-KL/TW", "Bộ Chính trị", None)],
    ),
    ("đồng chí Trần Văn Ổi, Bí thư Tỉnh ủy Sông Mơ ký ban hành Chương trình hành động số 01-CTr/TU", [("01-CTr/TU", None, None)]),
    ("Bí thư Trần Văn Ổi đã thay mặt Ban Bí thư khóa XIII ký ban hành Quy định số 9-QĐ/TW", [("9-QĐ/TW", "Ban Bí thư", None)]),
    ("Ban Bí thư (khóa XII) đã ban hành Quy định số 9-QĐ/TW về bến bãi", [("9-QĐ/TW", "Ban Bí thư", None)]),
    ("Ban Bí thư ra Chỉ thị số 78 – CT/TƯ về bến bãi", [("78-CT/TƯ", "Ban Bí thư", None)]),
    ("Tỉnh ủy Sông Mơ ra Chỉ thị số 78-CT/TƯ về bến bãi", [("78-CT/TƯ", None, None)]),
    ("Thường trực Tỉnh ủy Sông Mơ ban hành Công văn số 9-CV/TU", [("9-CV/TU", "Thường trực Tỉnh ủy Sông Mơ", None)]),
    ("ông Lò Văn Mẫu, Bộ trưởng Bộ Bến bãi đã ký ban hành Thông tư số 7/2030/TT-BBB", [("7/2030/TT-BBB", "Bộ trưởng Bộ Bến bãi", None)]),
    ("Bộ KH&CN có văn bản 1447/BKHCN-CĐSQG ngày 10/5/2030.", [("1447/BKHCN-CĐSQG", "Bộ KH&CN", "2030-05-10")]),
    (
        "Chính phủ ban hành Nghị định số 8/2030/NĐ-CP và Nghị quyết số 6/NQ-CP ngày 2/3/2030",
        [("8/2030/NĐ-CP", "Chính phủ", None), ("6/NQ-CP", "Chính phủ", "2030-03-02")],
    ),
]
OBJECT = [
    ("theo đúng chỉ đạo của Thủ tướng Chính phủ tại Công điện số 158/CĐ-TTg;", [("158/CĐ-TTg", "Thủ tướng Chính phủ", None)]),
    ("Kế hoạch số 5/KHPH-UBND của UBND các xã Đá Bạc, Khe Sú và phường Bến Mới về đò",
     [("5/KHPH-UBND", "UBND các xã Đá Bạc, Khe Sú và phường Bến Mới", None)]),
    ("Kế hoạch số 5/KHPH-UBND của UBND hai xã Đá Bạc và Khe Sú, Sở Bến bãi", [("5/KHPH-UBND", "UBND hai xã Đá Bạc và Khe Sú", None)]),
    ("Quyết định số 5/QĐ-UBND của UBND các xã, phường về đò", [("5/QĐ-UBND", "UBND các xã, phường", None)]),
    # a place's name has a capital in every word; a verb behind it may have one in its first
    ("Kế hoạch số 5/KH-UBND của UBND xã Đá Bạc Triển khai việc bến", [("5/KH-UBND", "UBND xã Đá Bạc", None)]),
    ("Ở xã Đá Bạc có Kế hoạch số 5/KH-UBND của UBND xã Đá Bạc Phát động phong trào", [("5/KH-UBND", "UBND xã Đá Bạc", None)]),
    ("Kế hoạch số 5/KH-UBND của UBND xã Đá Bạc Thượng họp bàn việc bến", [("5/KH-UBND", "UBND xã Đá Bạc Thượng", None)]),
    ("Kế hoạch số 5/KH-UBND của UBND xã Đá Bạc Thượng, tỉnh Sông Mơ", [("5/KH-UBND", "UBND xã Đá Bạc Thượng", None)]),
    ("Quyết định số 5/QĐ-CĐBB của Hiệu trưởng Trường Cao đẳng Bến bãi;", [("5/QĐ-CĐBB", "Hiệu trưởng Trường Cao đẳng Bến bãi", None)]),
    ("Quyết định số 5/QĐ-UBND của UBND xã Đá Bạc, Khe Sú đã có đò", [("5/QĐ-UBND", "UBND xã Đá Bạc", None)]),
    ("Theo đề nghị của Giám đốc Sở Bến bãi tại Tờ trình số 454/TTr-SBB.", [("454/TTr-SBB", "Giám đốc Sở Bến bãi", None)]),
    (
        "Theo đề xuất của Giám đốc Sở Nông nghiệp và Môi trường tại Tờ trình số 4/TTr-SoNNMT",
        [("4/TTr-SoNNMT", "Giám đốc Sở Nông nghiệp và Môi trường", None)],
    ),
]  # fmt: skip
AFTER = [
    ("Quyết định số 5/QĐ-UBND của UBND tỉnh Sông Mơ ngày 3/4/2030 về", [("5/QĐ-UBND", "UBND tỉnh Sông Mơ", "2030-04-03")]),
    ("Quyết định số 5/QĐ-UBND (của UBND tỉnh Sông Mơ) ngày 3/4/2030 về", [("5/QĐ-UBND", "UBND tỉnh Sông Mơ", "2030-04-03")]),
    ("Kết luận số 21-KL/TW ngày 25/10/2030 (Bộ Chính trị) về", [("21-KL/TW", "Bộ Chính trị", "2030-10-25")]),
    ("Nghị quyết số 57-NQ/TW (ngày 22/12/2030) của Bộ Chính trị", [("57-NQ/TW", "Bộ Chính trị", "2030-12-22")]),
    ("Quy định số 11-QĐ/TW (sửa đổi) của Bộ Chính trị, giải quyết", [("11-QĐ/TW", "Bộ Chính trị", None)]),
    ("Nghị định 88/2030/NĐ-CP (13/4/2030), quy định", [("88/2030/NĐ-CP", "Chính phủ", "2030-04-13")]),
    ("Kết luận số 5-KL/TU ngày 3 tháng 4 năm 2030, của Ban Thường vụ Tỉnh ủy", [("5-KL/TU", "Ban Thường vụ Tỉnh ủy", "2030-04-03")]),
    ("Kết luận số 188-KL/TW của Bộ Chính trị, Ban Bí thư và các quy định", [("188-KL/TW", "Bộ Chính trị, Ban Bí thư", None)]),
    (
        "Quy định số 37-QĐ/TW ngày 1/2/2030 (thay thế Quy định số 47-QĐ/TW ngày 1/2/2020) của Ban Chấp hành Trung ương",
        [("37-QĐ/TW", "Ban Chấp hành Trung ương", "2030-02-01"), ("47-QĐ/TW", None, "2020-02-01")],
    ),
    (
        "Quyết định số 5/QĐ-UBND ngày 3/4/2030 về việc phê duyệt Đề án bến bãi của UBND tỉnh Sông Mơ;",
        [("5/QĐ-UBND", "UBND tỉnh Sông Mơ", "2030-04-03")],
    ),
    ("Quy định số 12-QĐ/TW về kê khai bến bãi do Bộ Chính trị ban hành.", [("12-QĐ/TW", "Bộ Chính trị", None)]),
    ("Quy định số 12-QĐ/TW về kê khai bến bãi do Bộ Chính trị khóa XIII ban hành.", [("12-QĐ/TW", "Bộ Chính trị", None)]),
    (
        "Quy định số 5-QĐ/BCĐTW ngày 3/4/2030 của Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, tiêu cực về Cách làm ở bến",
        [("5-QĐ/BCĐTW", "Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, tiêu cực", "2030-04-03")],
    ),
    ("Thông tư số 6/2030/TTLT-BBB-BCP ngày 3/4/2030 của liên Bộ: Bến bãi - Cầu phao về đò", [("6/2030/TTLT-BBB-BCP", None, "2030-04-03")]),
    (
        "Thông tư số 6/2030/TTLT-BBB-BCP của liên Bộ Bến bãi, Cầu phao - Đò ngang, Nghị định số 5/2030/NĐ-CP",
        [("6/2030/TTLT-BBB-BCP", "liên Bộ Bến bãi, Cầu phao - Đò ngang", None), ("5/2030/NĐ-CP", "Chính phủ", None)],
    ),
    ("Quy định số 12-QĐ/TW về bến bãi do Bộ Chính trị đã ban hành;", [("12-QĐ/TW", "Bộ Chính trị", None)]),
    ("Quy định số 12-QĐ/TW về bến bãi do Bộ Chính trị quản lý.", [("12-QĐ/TW", None, None)]),
    # "do" names who issued it only where it says so
    ("theo Điều 3 Nghị định số 8/2030/NĐ-CP do Ủy ban nhân dân cấp tỉnh thực hiện.", [("8/2030/NĐ-CP", "Chính phủ", None)]),
    ("phí theo Luật số 8/2030/QH19 do Ủy ban nhân dân xã, Sở Bến bãi thu.", [("8/2030/QH19", "Quốc hội", None)]),
    ("Quyết định số 5/QĐ-BBB ngày 3/4/2030 do Bộ trưởng Bộ Bến bãi ký.", [("5/QĐ-BBB", "Bộ trưởng Bộ Bến bãi", "2030-04-03")]),
    ("1\tQuyết định số 12/QĐ-UBND ngày 03/4/2030\tVề phí bến\tUBND tỉnh Sông Mơ", [("12/QĐ-UBND", "UBND tỉnh Sông Mơ", "2030-04-03")]),
    ("1\t12/2030/QĐ-UBND\t03/4/2030\tVề phí bến\tUBND tỉnh Sông Mơ", [("12/2030/QĐ-UBND", "UBND tỉnh Sông Mơ", "2030-04-03")]),
    ("đảm bảo Nghị quyết số 19/2030/QH17 của Quốc hội, Chính phủ đã ban hành Nghị quyết số 7/NQ-CP",
     [("19/2030/QH17", "Quốc hội", None), ("7/NQ-CP", "Chính phủ", None)]),
]  # fmt: skip
LISTS = [
    (
        "các Nghị quyết của Hội đồng nhân dân tỉnh: số 340/NQ-HĐND về bến; số 160/NQ-HĐND về đò; 148/NQ-HĐND về phà",
        [(number, "Hội đồng nhân dân tỉnh", None) for number in ("340/NQ-HĐND", "160/NQ-HĐND", "148/NQ-HĐND")],
    ),
    (
        "Thực hiện Nghị quyết số 96/NQ-CP của Chính phủ Chương trình hành động số 23-CTr/TU của Ban Chấp hành Đảng bộ tỉnh về",
        [("96/NQ-CP", "Chính phủ", None), ("23-CTr/TU", "Ban Chấp hành Đảng bộ tỉnh", None)],
    ),
    (
        "Nghị quyết số 1-NQ/TU, số 2-NQ/TU và Kết luận số 3-KL/TU của Ban Thường vụ Tỉnh ủy về",
        [(number, "Ban Thường vụ Tỉnh ủy", None) for number in ("1-NQ/TU", "2-NQ/TU", "3-KL/TU")],
    ),
    (
        "các Nghị định số 83/2030/NĐ-CP ngày 18/10/2030, Nghị định số 99/2030/NĐ-CP ngày 26/11/2030 của Chính phủ",
        [("83/2030/NĐ-CP", "Chính phủ", "2030-10-18"), ("99/2030/NĐ-CP", "Chính phủ", "2030-11-26")],
    ),
    (
        "các Kết luận số 187, 188-KL/TU ngày 29/8/2030 của Ban Thường vụ Tỉnh ủy",
        [("187-KL/TU", "Ban Thường vụ Tỉnh ủy", "2030-08-29"), ("188-KL/TU", "Ban Thường vụ Tỉnh ủy", "2030-08-29")],
    ),
    ("Kết luận số 187 và số 188-KL/TU của Tỉnh ủy", [("187-KL/TU", "Tỉnh ủy", None), ("188-KL/TU", "Tỉnh ủy", None)]),
    ("Thông tư số 5, 6 và 7/2030/TT-BBB", [("5/2030/TT-BBB", None, None), ("6/2030/TT-BBB", None, None), ("7/2030/TT-BBB", None, None)]),
    (
        "Các Công điện: số 7/CĐ-UBND ngày 17/11/2030, số 8/CĐ-UBND và số 9/CĐ-UBND ngày 19/11/2030; "
        "số 10/CĐ-UBND ngày 20/11/2030 của UBND tỉnh",
        [
            ("7/CĐ-UBND", "UBND tỉnh", "2030-11-17"),
            ("8/CĐ-UBND", "UBND tỉnh", "2030-11-19"),
            ("9/CĐ-UBND", "UBND tỉnh", "2030-11-19"),
            ("10/CĐ-UBND", "UBND tỉnh", "2030-11-20"),
        ],
    ),
    (
        "Quyết định số 12/QĐ-UBND và số 14/QĐ-UBND cùng ngày 15/8/2030 của UBND tỉnh",
        [("12/QĐ-UBND", "UBND tỉnh", "2030-08-15"), ("14/QĐ-UBND", "UBND tỉnh", "2030-08-15")],
    ),
    ("theo quy định tại các Thông tư của Bộ Bến bãi: Thông tư số 5/2030/TT-BBB", [("5/2030/TT-BBB", "Bộ Bến bãi", None)]),
    (
        "các văn bản của Bộ Bến bãi: Thông tư số 5/2030/TT-BBB; Quyết định số 7/QĐ-BBB",
        [("5/2030/TT-BBB", "Bộ Bến bãi", None), ("7/QĐ-BBB", "Bộ Bến bãi", None)],
    ),
    (
        "Căn cứ các Luật của Quốc hội: Luật Bến bãi số 20/2030/QH17, ngày 22/6/2030; Luật Đò ngang số 67/2031/QH17;",
        [("20/2030/QH17", "Quốc hội", "2030-06-22"), ("67/2031/QH17", "Quốc hội", None)],
    ),
    (
        "Xét đề nghị của Bộ trưởng Bộ Bến bãi tại các văn bản: Số 1/TTr-BBB ngày 1/2/2030, số 2/BC-BBB ngày 2/2/2030; số 3/BC-CP.",
        [
            ("1/TTr-BBB", "Bộ trưởng Bộ Bến bãi", "2030-02-01"),
            ("2/BC-BBB", "Bộ trưởng Bộ Bến bãi", "2030-02-02"),
            ("3/BC-CP", "Chính phủ", None),
        ],
    ),
]
FIELDS = [
    (
        "Kế hoạch số 5-KH/BCĐ của Ban Chỉ đạo phòng, chống hạn hán, cháy rừng tỉnh Sông Mơ về diễn tập",
        [("5-KH/BCĐ", "Ban Chỉ đạo phòng, chống hạn hán, cháy rừng tỉnh Sông Mơ", None)],
    ),
    (
        "Kế hoạch số 5-KH/BCĐ của Ban Chỉ đạo sửa bến, rà soát các xã ven sông",
        [("5-KH/BCĐ", "Ban Chỉ đạo sửa bến", None)],
    ),
    ("Kế hoạch số 5-KH/BCĐ của Ban Chỉ đạo sửa bến, Công an tỉnh", [("5-KH/BCĐ", "Ban Chỉ đạo sửa bến", None)]),
    (
        "Thông tư liên tịch số 12/2030/TTLT ngày 4/3/2030 của Bộ Lao động, Việc làm và Xã hội, Bộ Công an về việc đo bến",
        [("12/2030/TTLT", "Bộ Lao động, Việc làm và Xã hội, Bộ Công an", "2030-03-04")],
    ),
    (
        "Nghị quyết liên tịch số 2/2030/NQLT của Bộ Việc làm, Bộ Thể thao, Du lịch và Lễ hội và Ủy ban Trung ương Hội Làng nghề về",
        [("2/2030/NQLT", "Bộ Việc làm, Bộ Thể thao, Du lịch và Lễ hội và Ủy ban Trung ương Hội Làng nghề", None)],
    ),
    ("Quyết định số 8/QĐ-SBB của Sở Văn hóa, Bến bãi và Lễ hội tỉnh Sông Mơ, Kho bạc phê duyệt",
     [("8/QĐ-SBB", "Sở Văn hóa, Bến bãi và Lễ hội tỉnh Sông Mơ", None)]),
    ("Công văn số 8/PVH của Phòng Văn hóa, Lễ hội huyện Đá Bạc về", [("8/PVH", "Phòng Văn hóa, Lễ hội huyện Đá Bạc", None)]),
    ("theo Thông tư số 8/2030/TT-BKT của Bộ Kè đá, Đò ngang là phương tiện thô sơ", [("8/2030/TT-BKT", "Bộ Kè đá", None)]),
    ("theo Thông tư số 8/2030/TT-BKT của Bộ Kè đá, Sông Mơ và Đá Bạc đã", [("8/2030/TT-BKT", "Bộ Kè đá", None)]),
    ("theo Thông tư số 8/2030/TT-BKT của Bộ Kè đá, Quy chế bến và Nội quy đò", [("8/2030/TT-BKT", "Bộ Kè đá", None)]),
    ("theo Nghị định số 8/2030/NĐ-CP của Chính phủ, Bến bãi và Đò ngang được", [("8/2030/NĐ-CP", "Chính phủ", None)]),
    ("theo Quyết định số 8/QĐ-UBND của Chủ tịch UBND tỉnh Sông Mơ, Kè đá và Đò ngang được",
     [("8/QĐ-UBND", "Chủ tịch UBND tỉnh Sông Mơ", None)]),
]  # fmt: skip
"""A comma inside a body's name, and one behind it."""
OFFICES = [
    ("Thông tư số 5/2030/TT-VPUB của Bộ trưởng, Chủ nhiệm Văn phòng Ủy ban Bến bãi quy định",
     [("5/2030/TT-VPUB", "Bộ trưởng, Chủ nhiệm Văn phòng Ủy ban Bến bãi", None)]),
    ("Quyết định số 7/QĐ-VPCP của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ ban hành",
     [("7/QĐ-VPCP", "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ", None)]),
    ("Thông báo số 3/TB-HĐBB của Phó Chủ tịch, Tổng Thư ký Hội đồng Bến bãi về",
     [("3/TB-HĐBB", "Phó Chủ tịch, Tổng Thư ký Hội đồng Bến bãi", None)]),
    ("Quyết định số 8/QĐ-UBND của Chủ tịch UBND tỉnh Sông Mơ, Giám đốc Sở Bến bãi có trách nhiệm",
     [("8/QĐ-UBND", "Chủ tịch UBND tỉnh Sông Mơ", None)]),
]  # fmt: skip
"""Two offices of one holder, and two holders."""
SHAPE = [
    ("Công văn số 88-CV/VPTU của Văn phòng Tỉnh ủy thông báo ý kiến của Tỉnh ủy", [("88-CV/VPTU", "Văn phòng Tỉnh ủy", None)]),
    ("Quyết định số 15-QĐ/ĐUK của Đảng ủy các cơ quan Đảng tỉnh Sông Mơ về",
     [("15-QĐ/ĐUK", "Đảng ủy các cơ quan Đảng tỉnh Sông Mơ", None)]),
    ("Kế hoạch số 2-KH/BCĐ của Ban Chỉ đạo chuyển đổi số tỉnh Sông Mơ về", [("2-KH/BCĐ", "Ban Chỉ đạo chuyển đổi số tỉnh Sông Mơ", None)]),
    ("Kế hoạch của UBND tỉnh số 5/KH-UBND và Công văn số 9/SBB của Sở này", [("5/KH-UBND", None, None), ("9/SBB", None, None)]),
    ("Nghị quyết số 5-NQ/TW của Hội nghị lần thứ năm Ban Chấp hành Trung ương về",
     [("5-NQ/TW", "Hội nghị lần thứ năm Ban Chấp hành Trung ương", None)]),
]  # fmt: skip
"""Where a name ends."""
LISTS.append(("theo Thông tư số 3/2030/TT-BNG của Bộ trưởng Bộ Ngoại giao.", [("3/2030/TT-BNG", "Bộ trưởng Bộ Ngoại giao", None)]))
AFTER.append(("theo Báo cáo số 5/BC-BBB (của Bộ Bến bãi) về bến", [("5/BC-BBB", "Bộ Bến bãi", None)]))
LISTS.append(("sau khi xem xét Kết luận số 3-KL/TW của Bộ Chính trị, Ban Bí thư yêu cầu các cấp ủy", [("3-KL/TW", "Bộ Chính trị", None)]))
LISTS += [
    ("Thông tư số 4/TT-BGTVT của Bộ Giao thông vận tải quy định", [("4/TT-BGTVT", "Bộ Giao thông vận tải", None)]),
    ("Nghị định số 7/NĐ-CP của Chính phủ và Phụ lục IV Nghị định số 8/NĐ-CP", [(f"{n}/NĐ-CP", "Chính phủ", None) for n in (7, 8)]),
    ("Nghị quyết số 7/NQ-CP của Chính phủ và Chương II của Nghị quyết số 8/NQ-CP", [(f"{n}/NQ-CP", "Chính phủ", None) for n in (7, 8)]),
]  # fmt: skip
NOT_SAID = [
    ("Sở Bến bãi tham mưu ban hành Quyết định số 5/QĐ-UBND ngày 3/4/2030", [("5/QĐ-UBND", None, "2030-04-03")]),
    ("Nghị quyết số 57-NQ/TW và Nghị quyết số 193/2030/QH17 của Quốc hội", [("57-NQ/TW", None, None), ("193/2030/QH17", "Quốc hội", None)]),
    ("Kế hoạch số 5/KH-UBND về nâng cao hiệu quả hoạt động của UBND xã Đá Bạc.", [("5/KH-UBND", None, None)]),
    (
        "Nghị quyết số 4-NQ/TW (khóa XII) và Kết luận số 21-KL/TW (khóa XIII) của Bộ Chính trị",
        [("4-NQ/TW", None, None), ("21-KL/TW", "Bộ Chính trị", None)],
    ),
    ("Ngày 5/3/2030, UBND tỉnh họp theo Quyết định số 5/QĐ-TU", [("5/QĐ-TU", None, None)]),
    ("Báo cáo Tỉnh ủy Sông Mơ theo Công văn số 5/UBND-NC", [("5/UBND-NC", None, None)]),
    ("Quyết định số 1/2029/QĐ-AA, số 2/2030/QĐ-AA ngày 3/4/2030", [("1/2029/QĐ-AA", None, None), ("2/2030/QĐ-AA", None, "2030-04-03")]),
    ("Quyết định số 1/QĐ-UBND, Quyết định số 2/QĐ-UBND ngày 3/4/2030", [("1/QĐ-UBND", None, None), ("2/QĐ-UBND", None, "2030-04-03")]),
    ("Bộ Bến bãi đề nghị các đơn vị thực hiện Nghị quyết số 4-NQ/TW", [("4-NQ/TW", None, None)]),
    ("UBND xã báo cáo Huyện ủy; Kết luận số 5-KL/TU", [("5-KL/TU", None, None)]),
]  # fmt: skip

# what runs on behind a body that the register knows, where the number has its code; what it does not know stays as written
RUN_ON = [
    ("Căn cứ Nghị định số 64/2027/NĐ-CP của Chính phủ Ứng dụng bến số", [("64/2027/NĐ-CP", "Chính phủ", None)]),
    ("Thông tư số 18/2026/TT-BTC của Bộ trưởng Bộ Tài chính Thuộc tính Bến bãi", [("18/2026/TT-BTC", "Bộ trưởng Bộ Tài chính", None)]),
    ("Thông tư số 18/2026/TT-BBB của Bộ trưởng Bộ Tài chính Thuộc tính", [("18/2026/TT-BBB", "Bộ trưởng Bộ Tài chính Thuộc tính", None)]),
    ("Quyết định số 9/QĐ-BBB của Bộ Bến bãi Ngang dọc", [("9/QĐ-BBB", "Bộ Bến bãi Ngang dọc", None)]),
    ("Thông tư số 8/2023/TT-BKHCN của Bộ Khoa học và", [("8/2023/TT-BKHCN", "Bộ Khoa học và Công nghệ", None)]),
    ("THÔNG TƯ SỐ 11/2031/TT-BXD CỦA BỘ TRƯỞNG BỘ XÂY DỰNG HƯỚNG DẪN GIỮ BẾN", [("11/2031/TT-BXD", "BỘ TRƯỞNG BỘ XÂY DỰNG", None)]),
    ("theo Tờ trình số 33-TTr/VPĐU.", [("33-TTr/VPĐU", None, None)]),  # the office of any Đảng ủy, not of the one that the register has
    ("NGHỊ ĐỊNH SỐ 7/2031/NĐ-CP CỦA CHÍNH PHỦ XÂY DỰNG BẾN BÃI", [("7/2031/NĐ-CP", "CHÍNH PHỦ", None)]),
]


@pytest.mark.parametrize(("text", "expected"), [*RUN_ON, *SUBJECT, *OBJECT, *AFTER, *LISTS, *FIELDS, *OFFICES, *SHAPE, *NOT_SAID])
def test_issued(text: str, expected: list[_Told]) -> None:
    assert told(text) == expected


WITHOUT_NUMBER = [
    ("Thực hiện Chương trình hành động của Chính phủ về bến bãi.", [("Chương trình hành động của Chính phủ", "Chính phủ")]),
    ("Căn cứ Quy định 377 của Bộ Chính trị và Hướng dẫn 45.", [("Quy định 377", "Bộ Chính trị"), ("Hướng dẫn 45", None)]),
    ("Căn cứ Luật Bến bãi của Quốc hội về bến", [("Luật Bến bãi", "Quốc hội")]),
    ("theo Quy chế làm việc của Bộ Chính trị của Ban Bí thư.", [("Quy chế làm việc của Bộ Chính trị", "Ban Bí thư")]),
    ("theo Chương trình hành động của Chính phủ (khóa XV)", [("Chương trình hành động của Chính phủ", "Chính phủ")]),
    ("Thực hiện Đề án Bến bãi của tỉnh đến năm 2030", [("Đề án Bến bãi của tỉnh đến năm 2030", None)]),
]


@pytest.mark.parametrize(("text", "expected"), WITHOUT_NUMBER)
def test_issued_without_a_number(text: str, expected: list[tuple[str, str | None]]) -> None:
    citations, quotes = found(text, register=register())
    assert [(quote, citation.issuer) for quote, citation in zip(quotes, citations, strict=True)] == expected
