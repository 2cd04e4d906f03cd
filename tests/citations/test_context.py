"""Short, self and anaphoric references, and what they stand for."""

from __future__ import annotations

import pytest

from build_tools.citations import find_citations
from build_tools.model.header import Header
from build_tools.passages import Passages
from tests.citations.citation_helpers import found
from tests.content import EMPTY
from tests.reading.reading_helpers import read

# own type, own number, text, (kind, quote, target) of what is neither numbered nor named
CASES = [
    ("Quyết định", "5-QĐ/TU", "Quyết định này có hiệu lực", [("self", "Quyết định này", "5-QĐ/TU")]),
    (
        "Quyết định",
        "5-QĐ/TU",
        "Ban hành kèm theo Quyết định này Quy chế. Quy chế này quy định",
        [("self", "Quyết định này", "5-QĐ/TU"), ("self", "Quy chế này", "5-QĐ/TU")],
    ),
    ("Hướng dẫn", "5/HDLT-SBB-SGT", "Hướng dẫn liên tịch này có", [("self", "Hướng dẫn liên tịch này", "5/HDLT-SBB-SGT")]),
    ("Hướng dẫn", "5/HDLT-SBB-SGT", "theo Hướng dẫn liên tịch giữa hai sở", []),
    ("Hướng dẫn", "5-HD/TU", "cụ thể hóa hướng dẫn này phù hợp", [("self", "hướng dẫn này", "5-HD/TU")]),
    ("Quyết định", "5-QĐ/TU", "các quy định này", []),
    ("Nghị quyết", "5-NQ/TU", "kết quả thực hiện Nghị quyết.", [("self", "Nghị quyết", "5-NQ/TU")]),
    ("Nghị quyết", "5-NQ/TU", "Nghị quyết có hiệu lực kể từ", [("self", "Nghị quyết", "5-NQ/TU")]),
    ("Nghị quyết", "5-NQ/TU", "ban hành Nghị quyết. Các Nghị quyết của Đảng", []),
    ("Kế hoạch", "5/KH-UBND", "nhiệm vụ được nêu trong Kế hoạch, tham mưu", [("self", "Kế hoạch", "5/KH-UBND")]),
    ("Kết luận", "5-KL/TU", "thực hiện Nghị quyết số 2-NQ/TU và Kết luận.", [("self", "Kết luận", "5-KL/TU")]),
    ("Quy định", "5-QĐ/TU", "tại Điều 4 của Quy định. Sửa đổi, bổ sung Quy định khi cần", [("self", "Quy định", "5-QĐ/TU")] * 2),
    ("Kế hoạch", "5-KH/TU", "xây dựng và thực hiện Kế hoạch nghiêm túc", [("self", "Kế hoạch", "5-KH/TU")]),
    ("Nghị quyết", "5-NQ/TU", "tuyên truyền nội dung của Nghị quyết.", [("self", "Nghị quyết", "5-NQ/TU")]),
    ("Kết luận", "5-KL/TU", "Nghị quyết số 2-NQ/TU. Thực hiện Nghị quyết vẫn còn chậm", [("anaphora", "Nghị quyết", "2-NQ/TU")]),
    ("Báo cáo", "5-BC/TU", "Quyết định số 3/QĐ-TTg. Trình dự thảo Quyết định, dự kiến ban hành", []),
    ("Báo cáo", "5-BC/TU", "Nghị định số 7/2030/NĐ-CP; thông báo bằng văn bản trên Hệ thống thông tin", []),
    (
        "Báo cáo",
        "5-BC/TU",
        "Nghị định số 7/2030/NĐ-CP. Các Nghị định trên được niêm yết",
        [("anaphora", "Các Nghị định trên", "7/2030/NĐ-CP")],
    ),
    ("Báo cáo", "5-BC/TU", "Nghị định số 7/2030/NĐ-CP; Thông tư, Thông tư liên tịch chưa được sửa đổi", []),
    ("Báo cáo", "5-BC/TU", "Thông tư số 3/2030/TT-BXX; mục tiêu Dự án 2 và Dự án 3", []),
    ("Báo cáo", "5-BC/TU", "Nghị quyết số 57-NQ/TW ngày 1/2/2030; làm theo NQ 57 và NQ 68", [("short", "NQ 57", "57-NQ/TW")]),
    ("Báo cáo", "5-BC/TU", "Nghị quyết số 57-NQ/TW và Nghị quyết số 57/NQ-CP; làm theo NQ 57", []),
    (
        "Báo cáo",
        "5-BC/TU",
        "thực hiện Quy hoạch bến đò quốc gia đến năm 2040 (Quy hoạch bến VIII). Theo Quy hoạch bến VIII, các xã",
        [("short", "Quy hoạch bến VIII", "Quy hoạch bến đò quốc gia đến năm 2040")] * 2,
    ),
    # of several that are named beside it one is not said
    ("Báo cáo", "5-BC/TU", "Nghị quyết số 2-NQ/TU.\nNghị quyết số 3-NQ/TU, Nghị quyết số 4-NQ/TU và văn bản thi hành Nghị quyết.", []),
    (
        "Báo cáo",
        "5-BC/TU",
        "Nghị quyết số 2-NQ/TU, Nghị quyết số 2-NQ/TU.\nTheo Nghị quyết số 3-NQ/TU, các xã thi hành Nghị quyết.",
        [("anaphora", "Nghị quyết", "3-NQ/TU")],
    ),
    # a consolidated text, with what stands in it of others
    (
        "Văn bản hợp nhất",
        "5/VBHN-BBB",
        "Nghị định số 7/2030/NĐ-CP. Nghị định này quy định về phao.",
        [("self", "Nghị định này", "7/2030/NĐ-CP")],
    ),
    ("Văn bản hợp nhất", "5/VBHN-BBB", "Nghị định số 7/2030/NĐ-CP. Theo Nghị định số 7/2030/NĐ-CP và Nghị định này.", []),
    (
        "Văn bản hợp nhất",
        "5/VBHN-BBB",
        "Nghị định số 7/2030/NĐ-CP.\n"
        "9 Điều 2 Nghị định số 8/2031/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 7/2030/NĐ-CP quy định như sau:\n"
        "“Điều 2. Thi hành\n1. Nghị định này có hiệu lực từ ngày 01/5/2031.”\nĐiều 10. Nghị định này có hiệu lực từ ngày 01/6/2030.",
        [("self", "Nghị định này", "8/2031/NĐ-CP"), ("self", "Nghị định này", "7/2030/NĐ-CP")],
    ),
    (
        "Văn bản hợp nhất",
        "5/VBHN-BBB",
        "Nghị định số 7/2030/NĐ-CP.\n9 Điều 2 Nghị định số 8/2031/NĐ-CP sửa đổi Nghị định số 7/2030/NĐ-CP quy định như sau:\n"
        "Điều 10. Nghị định này có hiệu lực từ ngày 01/6/2030.\n2. Chế độ tại Điều 2 Nghị định này được thực hiện từ năm 2031.”",
        [("self", "Nghị định này", "7/2030/NĐ-CP"), ("self", "Nghị định này", "8/2031/NĐ-CP")],
    ),
    (
        "Văn bản hợp nhất",
        "5/VBHN-BBB",
        "Nghị định số 7/2030/NĐ-CP. Theo Nghị định số 8/2030/NĐ-CP và Nghị định này.",
        [("self", "Nghị định này", "7/2030/NĐ-CP")],
    ),
    ("Kế hoạch", "5/KH-UBND", "theo Chương trình này", [("self", "Chương trình này", None)]),
    ("Kế hoạch", "5/KH-UBND", "Giấy phép này, Hợp đồng này", []),
    (
        "Báo cáo",
        "5-BC/TU",
        "Quy định số 7-QĐ/TU ngày 1/2/2030. Thực hiện Quy định nêu trên",
        [("anaphora", "Quy định nêu trên", "7-QĐ/TU")],
    ),
    ("Báo cáo", "5-BC/TU", "Nghị định số 7/2030/NĐ-CP và Luật Bến bãi; Nghị định đó", [("anaphora", "Nghị định đó", "7/2030/NĐ-CP")]),
    (
        "Báo cáo",
        "5-BC/TU",
        "Nghị quyết số 1-NQ/TU, Chỉ thị số 2-CT/TU. Thực hiện các văn bản trên",
        [("anaphora", "các văn bản trên", ("1-NQ/TU", "2-CT/TU"))],
    ),
    # of a wider type's documents a narrower word takes up only its own
    (
        "Báo cáo",
        "5-BC/TU",
        "Nghị quyết liên tịch số 2/NQLT-HND-HPN; Nghị quyết số 7-NQ/TU. Thực hiện Nghị quyết liên tịch nêu trên",
        [("anaphora", "Nghị quyết liên tịch nêu trên", "2/NQLT-HND-HPN")],
    ),
    ("Báo cáo", "5-BC/TU", "Nghị quyết số 7-NQ/TU. Thực hiện Nghị quyết liên tịch nêu trên", []),
    ("Báo cáo", "5-BC/TU", "lập văn bản đó thành ba bản; nộp các văn bản nêu trên", []),
    (
        "Thông báo",
        "5-TB/TU",
        "Nghị định số 7/2030/NĐ-CP. Rà soát quy định tại Nghị định để điều chỉnh",
        [("anaphora", "Nghị định", "7/2030/NĐ-CP")],
    ),
    (
        "Báo cáo",
        "5-BC/TU",
        "Nghị quyết số 57-NQ/TU ngày 1/2/2030; thực hiện Nghị quyết 57 và Kết luận 9",
        [("short", "Nghị quyết 57", "57-NQ/TU"), ("short", "Kết luận 9", None)],
    ),
    (
        "Báo cáo",
        "5-BC/TU",
        "Nghị quyết số 57-NQ/TU ngày 1/2/2030; Nghị quyết 57 ngày 3/4/2031 của Bộ Chính trị; Nghị quyết số 57, ngày 1/2/2030",
        [("short", "Nghị quyết 57 ngày 3/4/2031", None), ("short", "Nghị quyết số 57, ngày 1/2/2030", "57-NQ/TU")],
    ),
    ("Báo cáo", "5-BC/TU", "Kế hoạch 5 ngày; Kế hoạch 5 ngày 30 người; Kế hoạch 5 tháng 2", []),
    ("Báo cáo", "5-BC/TU", "Kế hoạch 5 ngày 3/4/2031 của Sở Bến bãi", [("short", "Kế hoạch 5 ngày 3/4/2031", None)]),
    ("Báo cáo", "5-BC/TU", "Kế hoạch 5 năm; Nghị quyết 2013; Chương trình 30 điểm", []),
    (
        "Báo cáo",
        "5-BC/TU",
        "Nghị quyết số 3/2030/NQ-HĐND (sau đây gọi là Nghị quyết về đò). Nghị quyết về đò quy định",
        [("short", "Nghị quyết về đò", "3/2030/NQ-HĐND")] * 2,
    ),
    (
        "Báo cáo",
        "5-BC/TU",
        "Quyết định số 3/2030/QĐ-UBND (sau đây gọi tắt là Quyết định). Theo Quyết định, các xã",
        [("short", "Quyết định", "3/2030/QĐ-UBND")] * 2,
    ),
    (
        "Báo cáo",
        "5-BC/TU",
        "Chuyên đề toàn khoá “Học và làm”. Thực hiện chuyên đề toàn khóa",
        [("short", "chuyên đề toàn khóa", "Chuyên đề toàn khoá “Học và làm”")],
    ),
    (
        "Nghị định",
        "5/2031/NĐ-CP",
        "Sửa đổi Điều 3 Nghị định số 7/2030/NĐ-CP như sau: “Điều 3. Nghị định này quy định”. Nghị định này có hiệu lực",
        [("self", "Nghị định này", "7/2030/NĐ-CP"), ("self", "Nghị định này", "5/2031/NĐ-CP")],
    ),
    (
        "Luật",
        "5/2031/QH16",
        "Sửa đổi Luật Bến bãi số 7/2030/QH16 đã được sửa đổi theo Luật số 8/2030/QH16: “1. Theo Luật này”",
        [("self", "Luật này", "7/2030/QH16")],
    ),
    (
        "Kế hoạch",
        "5-KH/TU",
        "Nghị quyết số 57-NQ/TW và Nghị quyết liên tịch số 10/2030/NQLT-CP-MTTQ. Giám sát Nghị quyết 57 - Kế hoạch 5, "
        "Nghị quyết liên tịch số 10; Nghị quyết 57-NQ và Nghị quyết 57 - NQ.",
        [
            ("short", "Nghị quyết 57", "57-NQ/TW"),
            ("short", "Kế hoạch 5", "5-KH/TU"),
            ("short", "Nghị quyết liên tịch số 10", "10/2030/NQLT-CP-MTTQ"),
        ],
    ),
    (
        "Luật",
        "5/2031/QH16",
        "xem xét cho mở bến theo Luật này. Quyết định này được gửi cho chủ bến",
        [("self", "Luật này", "5/2031/QH16")],
    ),
    ("Kế hoạch", "5/KH-UBND", "Quyết định này có hiệu lực", [("self", "Quyết định này", "5/KH-UBND")]),
    (
        "Luật",
        "5/2031/QH16",
        "theo Quyết định số 3/2030/QĐ-TTg. Quyết định này được gửi cho chủ bến",
        [("self", "Quyết định này", "3/2030/QĐ-TTg")],
    ),
    ("Công văn", "5/SXX-VP", "nêu tại mục 2 của văn bản này", [("self", "văn bản này", "5/SXX-VP")]),
    (
        "Văn bản hợp nhất",
        "5/VBHN-BXX",
        "Thông tư số 7/2030/TT-BXX được sửa đổi bởi Thông tư số 8/2031/TT-BXX. Thông tư này quy định",
        [("self", "Thông tư này", "7/2030/TT-BXX")],
    ),
]


@pytest.mark.parametrize(("kind", "number", "text", "expected"), CASES)
def test_context(kind: str, number: str, text: str, expected: list[tuple[str, str, str | tuple[str, ...] | None]]) -> None:
    citations, quotes = found(text, Header.of(type=kind, number=number))
    rest = [
        (c.kind, quote, c.target or c.targets or None)
        for c, quote in zip(citations, quotes, strict=True)
        if c.kind not in ("numbered", "named")
    ]
    assert rest == expected


AMENDING = """BỘ BẾN BÃI

Số: 5/2031/TT-BBB

Sông Mơ, ngày 05 tháng 3 năm 2031

THÔNG TƯ

Sửa đổi, bổ sung một số điều của Thông tư số 7/2029/TT-BBB

Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 7/2029/TT-BBB quy định về bến

1. Sửa đổi khoản 1 Điều 4 như sau:

Hàng qua bến theo Thông tư số 3/2029/TT-BBB (được sửa đổi, bổ sung bởi Thông tư số 6/2030/TT-BBB).

2. Sửa đổi khoản 2 Điều 4 như sau:

“2. Phụ lục của Thông tư này.”

3. Sửa đổi Điều 2 Thông tư số 9/2029/TT-BBB như sau:

“Điều 2. Thông tư này áp dụng với bến tạm.”

Điều 2. Thông tư này có hiệu lực từ ngày ký.
"""


def test_what_is_quoted_is_of_the_document_that_its_own_provision_or_the_one_around_amends() -> None:
    """Not of the one that the item beside it cites."""
    document = read(AMENDING)
    citations = find_citations(Passages.of(document), EMPTY)
    assert [one.target for one in citations if one.kind == "self"] == ["7/2029/TT-BBB", "9/2029/TT-BBB", "5/2031/TT-BBB"]


WITH_A_FORM = """BỘ BẾN BÃI

Số: 5/2031/TT-BBB

Sông Mơ, ngày 05 tháng 3 năm 2031

THÔNG TƯ

Hướng dẫn Quyết định số 7/2029/QĐ-TTg về bến

Điều 1. Thông tư này hướng dẫn Quyết định số 7/2029/QĐ-TTg; phí bến nêu tại Quyết định này thu từng tháng.

Điều 2. Thông tư này có hiệu lực từ ngày ký.

KT. BỘ TRƯỞNG
THỨ TRƯỞNG

Trần Văn Ổi

Mẫu số 01
ỦY BAN NHÂN DÂN XÃ ……
Số: …/QĐ-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
QUYẾT ĐỊNH
Về việc mở bến
Điều 1. Cho mở bến ……
Điều 2. Quyết định này có hiệu lực từ ngày ký.
"""


def test_what_a_form_calls_this_is_to_be_made_yet() -> None:
    """It is no document that the text cites; in the articles it may be one."""
    citations = find_citations(Passages.of(read(WITH_A_FORM)), EMPTY)
    meant = [one.target for one in citations if one.kind == "self"]
    assert meant == ["5/2031/TT-BBB", "7/2029/QĐ-TTg", "5/2031/TT-BBB"]


CONSOLIDATED_OVER_PAGES = """BỘ BẾN BÃI

Số: 9/VBHN-BBB

THÔNG TƯ

Quy định về bến

Thông tư số 7/2029/TT-BBB ngày 05 tháng 3 năm 2029 của Bộ trưởng Bộ Bến bãi quy định về bến được sửa đổi, bổ sung bởi:

Thông tư số 8/2030/TT-BBB ngày 06 tháng 4 năm 2030 của Bộ trưởng Bộ Bến bãi sửa đổi, bổ sung một số điều của Thông tư số 7/2029/TT-BBB.

Điều 1. Thông tư này quy định về bến.

Điều 2.¹ Thông tư này có hiệu lực từ ngày ký; Thông tư số 3/2020/TT-BBB hết hiệu lực.

¹ Điều 2 Thông tư số 8/2030/TT-BBB sửa đổi Thông tư số 7/2029/TT-BBB, có hiệu lực từ ngày 01 tháng 5 năm 2030, quy định như sau:

KT. BỘ TRƯỞNG

“Điều 2. Thông tư này có hiệu lực từ ngày 01 tháng 5 năm 2030.”
"""


def test_a_quotation_on_the_next_page_is_of_what_announced_it() -> None:
    citations = find_citations(Passages.of(read(CONSOLIDATED_OVER_PAGES)), EMPTY)
    assert [one.target for one in citations if one.kind == "self"] == ["7/2029/TT-BBB", "7/2029/TT-BBB", "8/2030/TT-BBB"]


PLACES = """BỘ BẾN BÃI

Số: 5/2031/TT-BBB

Sông Mơ, ngày 05 tháng 3 năm 2031

THÔNG TƯ

Quy định về bến

Điều 1. Bến

1. Bến lập theo Quyết định số 7/QĐ-BBB.

2. Bến tạm theo Quyết định số 8/QĐ-BBB.

Điều 2. Đò

Đò theo các Quyết định được nêu tại {place}.
"""


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("khoản 1 Điều 1 Thông tư này", ("7/QĐ-BBB",)),
        ("khoản 1 và khoản 2 Điều 1", ("7/QĐ-BBB", "8/QĐ-BBB")),
        ("Điều 1", ("7/QĐ-BBB", "8/QĐ-BBB")),
        # there is none, there is none that it cites, it is another's
        ("Điều 7", ()),
        ("Điều 2", ()),
        ("Điều 1 Thông tư số 9/2029/TT-BBB", ()),
        ("khoản 1 Điều 1 Nghị định về bến", ()),
    ],
)
def test_documents_that_a_place_cites_are_those_of_that_place(place: str, expected: tuple[str, ...]) -> None:
    citations = find_citations(Passages.of(read(PLACES.format(place=place))), EMPTY)
    (one,) = (one for one in citations if one.kind == "anaphora")
    assert (one.targets or ((one.target,) if one.target else ())) == expected
