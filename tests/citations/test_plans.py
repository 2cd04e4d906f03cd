"""Strategies, programmes, schemes and rules cited by name, and resolutions of meetings: what names one, and what only speaks of such."""

from __future__ import annotations

import pytest

from tests.citations.citation_helpers import found


def named(text: str) -> list[str]:
    """The quotes of what a text cites by name."""
    citations, quotes = found(text)
    return [quote for citation, quote in zip(citations, quotes, strict=True) if citation.kind == "named"]


PLANS = [
    # a name of its own inside a sentence, whatever stands before it
    ("lồng ghép với Chương trình mục tiêu quốc gia giữ bến bãi.", ["Chương trình mục tiêu quốc gia giữ bến bãi"]),
    ("đáp ứng yêu cầu của Chương trình Giữ bến số quốc gia.", ["Chương trình Giữ bến số quốc gia"]),
    ("lồng ghép với các Chương trình mục tiêu quốc gia giữ bến bãi.", []),
    ("kinh phí từ Chương trình mục tiêu quốc gia, các bến", []),
    ("học tại Học viện Chiến lược Khoa học và Bến bãi.", []),
    ("lồng ghép với Chương trình giữ bến bãi ven sông.", []),
    # what is used in the subject of another document is not that document
    (
        "Kế hoạch số 22-KH/ĐU thực hiện Chiến lược giữ bến đến năm 2030; các xã",
        ["Chiến lược giữ bến đến năm 2030"],
    ),
    ("Quyết định số 22/QĐ-UBND phê duyệt Chiến lược giữ bến đến năm 2030; các xã", []),
    # an annex is what was issued with the document
    ("theo Quy chế giữ bến của bến ban hành kèm theo Quyết định số 5/QĐ-UBND", ["Quy chế giữ bến của bến"]),
    ("gửi Kế hoạch giữ bến theo Phụ lục III ban hành kèm theo Quyết định số 5/QĐ-UBND", []),
    # a title between quotation marks is all of the name; an evening on a stage has one too
    ("thực hiện Đề án “Giữ bến trong dân” và các việc", ["Đề án “Giữ bến trong dân”"]),
    ("Căn cứ Chương trình “Giữ bến trong dân giai đoạn 2026 - 2030”;", ["Chương trình “Giữ bến trong dân giai đoạn 2026 - 2030”"]),
    ("theo Kế hoạch “Giữ bến trong dân” ban hành kèm theo Công văn", ["Kế hoạch “Giữ bến trong dân”"]),
    ("thực hiện Chương trình “Xuân ấm trên bến sông” tại xã.", []),
    ("theo Kế hoạch “Giữ bến trong dân” của bến.", []),
    ("xây dựng Đề án “Giữ bến trong dân” trình xã.", []),
    ("thực hiện các Đề án “Giữ bến trong dân”.", []),
    ("Quyết định số 22/QĐ-UBND phê duyệt Đề án “Giữ bến trong dân”; các xã", []),
    # what is put somewhere, sent or joined has no name yet
    ("thực hiện Chương trình trên phạm vi toàn tỉnh và các xã.", []),
    ("thực hiện Chương trình gửi Sở Bến bãi tổng hợp trước 5/3.", []),
    ("thực hiện Chương trình và xây dựng báo cáo giữ bến.", []),
    ("đưa vào Quy hoạch bến và các quy hoạch, kế hoạch liên quan", []),
    ("theo Chương trình hỗ trợ các bến nghèo tại Nghị quyết số 3/NQ-CP", ["Chương trình hỗ trợ các bến nghèo"]),
    ("thực hiện Chương trình hành động của Chính phủ triển khai Nghị quyết số 57-NQ/TW", ["Chương trình hành động của Chính phủ"]),
    ("thực hiện Nghị quyết số 7-NQ/TW và Chương trình hành động của Chính phủ.", ["Chương trình hành động của Chính phủ"]),
    ("sửa đổi, bổ sung cập nhật Chương trình hành động của Chính phủ thực hiện", ["Chương trình hành động của Chính phủ"]),
    (
        "theo Chương trình hành động của Ban Chấp hành Đảng bộ tỉnh thực hiện các nghị quyết",
        ["Chương trình hành động của Ban Chấp hành Đảng bộ tỉnh"],
    ),
    (
        "theo Chương trình kiểm tra, giám sát toàn khóa của Ủy ban Kiểm tra Tỉnh ủy;",
        ["Chương trình kiểm tra, giám sát toàn khóa của Ủy ban Kiểm tra Tỉnh ủy"],
    ),
    (
        "Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ tỉnh khóa XX;",
        ["Quy chế làm việc của Ban Chấp hành Đảng bộ tỉnh khóa XX"],
    ),
    ("theo Quy chế làm việc của Ủy ban Kiểm tra Đảng ủy xã.", ["Quy chế làm việc của Ủy ban Kiểm tra Đảng ủy xã"]),
    (
        "Căn cứ Quy chế phối hợp giữa Ủy ban nhân dân tỉnh và Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh;",
        ["Quy chế phối hợp giữa Ủy ban nhân dân tỉnh và Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"],
    ),
    ("theo Quy định về giữ bến của Bộ Chính trị, các xã", ["Quy định về giữ bến của Bộ Chính trị"]),
    ("quán triệt Quy định về việc của đảng viên và bến đò của Đảng.", ["Quy định về việc của đảng viên và bến đò của Đảng"]),
    ("Thực hiện Hướng dẫn Mặt trận giữ bến nhiệm kỳ 2026 - 2031; Kế hoạch", ["Hướng dẫn Mặt trận giữ bến nhiệm kỳ 2026 - 2031"]),
    ("Theo Kế hoạch dự trữ gạo phòng lũ năm 2030 của Sở Bến bãi.", ["Kế hoạch dự trữ gạo phòng lũ năm 2030"]),
    (
        "bổ sung vào Chương trình xây dựng luật, pháp lệnh năm 2030 của Quốc hội và các năm",
        ["Chương trình xây dựng luật, pháp lệnh năm 2030"],
    ),
    ("tổ chức thực hiện Đề án bến bãi trong các cơ quan của Tỉnh ủy; khẩn trương", ["Đề án bến bãi trong các cơ quan của Tỉnh ủy"]),
    (
        "triển khai có hiệu quả Đề án phát triển công tác đò ngang, bến bãi của Đảng; quan tâm",
        ["Đề án phát triển công tác đò ngang, bến bãi của Đảng"],
    ),
    ("sửa đổi bổ sung Quy hoạch phát triển bến bãi quốc gia để đảm bảo", ["Quy hoạch phát triển bến bãi quốc gia"]),
    (
        "thực hiện tốt Chiến lược phát triển đò ngang, cầu phao đến năm 2030 gắn với",
        ["Chiến lược phát triển đò ngang, cầu phao đến năm 2030"],
    ),
    ("Quyết định số 7/QĐ-AA phê duyệt Điều chỉnh Quy hoạch bến đò kỳ 2021 - 2030", ["Quy hoạch bến đò kỳ 2021 - 2030"]),
    ("theo Quy hoạch bến đò ngang giai đoạn 2021 - 20251.", ["Quy hoạch bến đò ngang giai đoạn 2021 - 2025"]),
    (
        "thực hiện Quy hoạch bến công lập về đò ngang thời kỳ 2021-2030, tầm nhìn đến năm 2050 đồng bộ",
        ["Quy hoạch bến công lập về đò ngang thời kỳ 2021-2030, tầm nhìn đến năm 2050"],
    ),
    (
        "tích cực triển khai Chương trình phao nổi, số hóa trong hoạt động bến giai đoạn 2021 - 2025; quản lý",
        ["Chương trình phao nổi, số hóa trong hoạt động bến giai đoạn 2021 - 2025"],
    ),
    (
        "giám sát thực hiện Chiến lược bến bãi đến năm 2025, định hướng đến năm 2030; chương trình đò ngang quốc gia đến năm 2025;",
        ["Chiến lược bến bãi đến năm 2025, định hướng đến năm 2030", "chương trình đò ngang quốc gia đến năm 2025"],
    ),
    ("Căn cứ Quy chế làm việc của Sở (ban hành kèm theo Quyết định số 7-QĐ/TU);", ["Quy chế làm việc của Sở"]),
    ("Căn cứ Quy định về thể thức, thẩm quyền ban hành văn bản của Đoàn ban hành kèm theo Quyết định số 7-QĐ/TU;",
     ["Quy định về thể thức, thẩm quyền ban hành văn bản của Đoàn"]),
    ("Bãi bỏ Điều 5 Quy chế phối hợp được ban hành kèm theo Quyết định số 7-QĐ/TU", ["Quy chế phối hợp"]),
    ("Căn cứ Quy chế làm việc của Tỉnh ủy, Ban Thường vụ Tỉnh ủy (số 6-QĐ/TU ngày 22/8/2031);",
     ["Quy chế làm việc của Tỉnh ủy, Ban Thường vụ Tỉnh ủy"]),
    ("thực hiện Kế hoạch triển khai Quy chế phối hợp ban hành kèm theo Quyết định số 7-QĐ/TU", ["Quy chế phối hợp"]),
]  # fmt: skip
NO_PLANS = [
    "Ủy ban nhân dân tỉnh ban hành Kế hoạch mở bến đò đến năm 2030",
    "theo chương trình kiểm tra bến năm 2032",
    "trong các Chương trình mục tiêu quốc gia, các kế hoạch",
    "kinh phí thực hiện Chương trình chịu trách nhiệm quản lý, sử dụng",
    "thực hiện Chương trình qua Kho bạc Nhà nước",
    "DANH MỤC TRONG QUY HOẠCH BẾN BÃI QUỐC GIA",
    "theo Kế hoạch của Ủy ban nhân dân tỉnh.",
    "xây dựng Đề án thành lập bến mới, phương án nhân sự cấp xã",
    "ban hành Kế hoạch hành động thực hiện.",
    "tham mưu Đề án bến bãi của tỉnh",
    "xây dựng Kế hoạch triển khai thực hiện nghị quyết",
    "đã ban hành Chương trình hành động của Ủy ban thực hiện",
    "theo Kế hoạch phát triển kinh tế - xã hội hằng năm và 5 năm",
    "hoàn thiện Đề án.",
    "thực hiện Dự án cầu phao Sông Mơ",
    "thực hiện Kế hoạch, Chương trình công tác.",
    "theo Quy hoạch được phê duyệt",
    "Quyết định số 1/QĐ-AA của UBND tỉnh phê duyệt Đề án bến bãi đến năm 2030",
    "triển khai kế hoạch sản xuất của hợp tác xã",
    "thực hiện Đề án theo đúng tiến độ",
    "theo Kế hoạch, tăng cường kiểm tra việc làm bến của các xã",
    "Bãi bỏ Quy chế ban hành kèm theo Quyết định số 7-QĐ/TU",
    "Ban hành kèm theo Quyết định này Quy chế làm việc của Sở",
    "các Quy chế làm việc ban hành kèm theo Quyết định số 7-QĐ/TU",
    "QUY CHẾ LÀM VIỆC (Ban hành kèm theo Quyết định số 7-QĐ/TU)",
    "Kế hoạch chi tiết kèm theo Công văn số 5/SBB-KT",
    "Quy chế gồm 5 chương (Quyết định số 7-QĐ/TU)",
    "theo Quy định của pháp luật",
    "thực hiện Quy định của Bộ Chính trị",
    "theo Quy định về bến bãi trên địa bàn các xã",
    "theo Hướng dẫn của Ban Tổ chức Trung ương",
    "ban hành Quy định về giữ bến của Tỉnh ủy",
    "Quyết định số 7-QĐ/TU ban hành Quy định về giữ bến của Tỉnh ủy",
    "Hướng dẫn thực hiện Quyết định số 7-QĐ/TU của Tỉnh ủy",
]
MEETINGS = [
    (
        "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh An Sơn lần thứ I, nhiệm kỳ 2025 – 2030, khẩn trương",
        ["Nghị quyết Đại hội đại biểu Đảng bộ tỉnh An Sơn lần thứ I, nhiệm kỳ 2025 – 2030"],
    ),
    (
        "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh An Sơn, nhiệm kỳ 2025 - 2030 đề ra",
        ["Nghị quyết Đại hội đại biểu Đảng bộ tỉnh An Sơn, nhiệm kỳ 2025 - 2030"],
    ),
    ("Nghị quyết Đại hội Đảng bộ xã Khe Lim nhiệm kỳ 2030-2035 đề ra", ["Nghị quyết Đại hội Đảng bộ xã Khe Lim nhiệm kỳ 2030-2035"]),
    ("Nghị quyết Đại hội đại biểu Đảng bộ xã Khe Lim lần thứ nhất.", ["Nghị quyết Đại hội đại biểu Đảng bộ xã Khe Lim lần thứ nhất"]),
    ("nghị quyết Đại hội Đảng bộ huyện khóa XXII và", ["nghị quyết Đại hội Đảng bộ huyện khóa XXII"]),
    (
        "Nghị quyết Đại hội lần thứ X Mặt trận Tổ quốc Việt Nam, nhiệm kỳ 2024 - 2029;",
        ["Nghị quyết Đại hội lần thứ X Mặt trận Tổ quốc Việt Nam, nhiệm kỳ 2024 - 2029"],
    ),
    (
        "Nghị quyết Đại hội đại biểu Mặt trận Tổ quốc Việt Nam tỉnh An Sơn lần thứ XV, nhiệm kỳ 2024 - 2029",
        ["Nghị quyết Đại hội đại biểu Mặt trận Tổ quốc Việt Nam tỉnh An Sơn lần thứ XV, nhiệm kỳ 2024 - 2029"],
    ),
    ("Nghị quyết Đại hội XIII Công đoàn Việt Nam đề ra", ["Nghị quyết Đại hội XIII Công đoàn Việt Nam"]),
    (
        "Nghị quyết Hội nghị lần thứ 5 Ban Chấp hành Đảng bộ tỉnh khóa XX;",
        ["Nghị quyết Hội nghị lần thứ 5 Ban Chấp hành Đảng bộ tỉnh khóa XX"],
    ),
    (
        "Nghị quyết Kỳ họp thứ 5, Hội đồng nhân dân tỉnh khóa X, nhiệm kỳ 2031 - 2036",
        ["Nghị quyết Kỳ họp thứ 5, Hội đồng nhân dân tỉnh khóa X, nhiệm kỳ 2031 - 2036"],
    ),
    ("Nghị quyết kỳ họp thứ 9, Quốc hội khóa XV thông qua", ["Nghị quyết kỳ họp thứ 9, Quốc hội khóa XV"]),
    (
        "Nghị quyết của Hội đồng nhân dân tỉnh về phát triển kinh tế - xã hội năm 2030;",
        ["Nghị quyết của Hội đồng nhân dân tỉnh về phát triển kinh tế - xã hội năm 2030"],
    ),
    ("Nghị quyết HĐND xã về dự toán ngân sách năm 2031.", ["Nghị quyết HĐND xã về dự toán ngân sách năm 2031"]),
    ("Điều lệ Hội Người cao tuổi Việt Nam;", ["Điều lệ Hội Người cao tuổi Việt Nam"]),
    ("Hiến chương Liên hợp quốc;", ["Hiến chương Liên hợp quốc"]),
    ("theo Luật bầu cử.", ["Luật bầu cử"]),
]
MEETINGS.append(("Căn cứ Luật Quy hoạch ngày 24 tháng 11 năm 2027;", ["Luật Quy hoạch ngày 24 tháng 11 năm 2027"]))
NO_MEETINGS = [
    "Nghị quyết đại hội đảng bộ các cấp",
    "Nghị quyết Đại hội đảng bộ các cấp nhiệm kỳ 2030 - 2035 được quán triệt",
    "các nghị quyết của Hội đồng nhân dân tỉnh",
    "Nghị quyết của Hội đồng nhân dân được niêm yết",
    "Nghị quyết của Đảng",
    "Nghị quyết của Hội nghị chủ nợ",
    "Điều lệ Hội",
    "Nghị quyết kỳ họp",
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*PLANS, *MEETINGS])
def test_named(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize("text", [*NO_PLANS, *NO_MEETINGS])
def test_not_named(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Nghị quyết Đại hội XIII của Đảng", "XIII"),
        ("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của Đảng", "XIV"),
        ("Nghị quyết Đại hội lần thứ X Mặt trận Tổ quốc Việt Nam", None),
        ("Nghị quyết Đại hội XIII Công đoàn Việt Nam", None),
        ("Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIII", None),
    ],
)
def test_only_a_congress_of_the_party_has_its_term(text: str, term: str | None) -> None:
    (citation,) = found(text)[0]
    assert citation.term == term
