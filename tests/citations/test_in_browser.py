"""One grammar, two languages: what the browser's script reads of a text is what the Python reads, to the letter.

Where the Python has what has no counterpart in the script yet, making the script fails and names the place (``browser/printer.py``).
"""

from __future__ import annotations

from build_tools.browser import for_reading
from build_tools.browser.reading import look_up, read_text
from build_tools.model.citation import Ambiguous, Resolved
from build_tools.model.register import DateClaim, Register, Work
from tests.browser.reader import in_browser, in_python

WORKS = (
    Work("a", "quyet-dinh", "15/QĐ-UBND", "uy-ban-nhan-dan-tinh-song-mo", None, "Bến bãi", (DateClaim("2031-03-02"),)),
    Work("b", "quyet-dinh", "15/QĐ-UBND", "uy-ban-nhan-dan-tinh-da-bac", None, "Đò ngang", (DateClaim("2030-07-09"),)),
    Work("c", "nghi-dinh", "5/2031/NĐ-CP", "chinh-phu", None, "Bến bãi", (DateClaim("2031-01-04"),)),
    Work("d", "ket-luan", "7-KL/TW", "bo-chinh-tri", "XIII", "Bến bãi", (DateClaim("2021-05-18"),)),
    Work("e", "ket-luan", "7-KL/TW", "bo-chinh-tri", "XIV", "Đò ngang", (DateClaim("2027-05-18"),)),
)
TEXTS = (
    "Tiến độ thực hiện Kết luận số 7-KL/TU tháng 10/2031 và Quyết định số 15-QĐ/TU tháng 11/2031; - theo Quy định số 1-QĐ/TU tháng 5/2031.",
    "Căn cứ Nghị định số 5/2031/NĐ-CP ngày 04/01/2031 của Chính phủ về bến bãi;",
    "Căn cứ điểm b, khoản 2 và 3 Điều 5 Nghị định số 5/2031/NĐ-CP; Thông tư số 5, 6 và 7/2031/TT-BBB ngày 3 tháng 4 năm 2031.",
    "các Quyết định: số 1/QĐ-UBND ngày 1/2/2031; số 15/QĐ-UBND ngày 02/3/2031 của UBND tỉnh Sông Mơ; 3/QĐ-UBND của UBND tỉnh Đá Bạc.",
    "Thực hiện Kết luận số 7-KL/TW của Bộ Chính trị (khóa XIII), Kết luận 7 - KL/TW, QĐ số 12/QĐ-UBND, NQ số 5-NQ/TU.",
    "Luật Bến bãi số 9/2031/QH16, Luật Đất đai số 31/2024/QH15 được sửa đổi bởi Luật số 43/2024/QH15 (Điều 12, khoản 3).",
    "theo đề nghị của Giám đốc Sở Bến bãi tại Tờ trình số 77/TTr-SBB ngày 5/6/2031, Chính phủ đã ban hành Nghị quyết số 66.4/2031/NQ-CP.",
    "TỈNH ỦY SÔNG MƠ\nSố: 12-CV/TU\n*\nSông Mơ, ngày 1 tháng 2 năm 2031\nTheo số 15/QĐ-\nUBND và Số 16 /QĐ - UBND, mẫu số 01/BB.",
    "Số hiệu\tCơ quan\tNgày\n15/QĐ-UBND\tUBND tỉnh Sông Mơ\t02/03/2031\nQuyết định số 8/QĐ-TTg\tngày 1/1/2031",
    "căn cứ nghị định số 5/2031/nđ-cp, NGHỊ QUYẾT SỐ 8/NQ-CP, văn bản số 7169/VPCP-NC; TCVN 5507-2002; 01/PLI; số điện thoại 02/2031.",
    "Ban Bí thư ban hành Chỉ thị số 50-CT/TW ngày 30-2-2031 và các Hướng dẫn số 1, 2-HD/BTCTW (sau đây gọi là Hướng dẫn 2).",
    "Nghị định số\u00a030/2020/NĐ–CP; uỷ ban, Uỷ ban nhân dân thành phố hoà bình ban hành Quyết định số 01/2031/QĐ\u2011UBND.",
    "",
)
NONE = (
    "Ngày mai trời nắng.",
    "Kính gửi: Các huyện ủy trực thuộc",
    "tỷ lệ 3/4, từ 1/2 đến 5/6/2031, khoảng 15-20 hộ",
    "www.vi-du.vn/?so=15/QĐ-UBND",
)


def test_both_read_the_same(script: str, shipped: Register) -> None:
    told = in_browser(script, (*TEXTS, *NONE), WORKS)
    known = in_python((*TEXTS, *NONE), shipped, WORKS)
    for text, one, other in zip((*TEXTS, *NONE), told, known, strict=True):
        assert one == other, text
    assert all(item["cited"] for item in known[: len(TEXTS) - 1])
    assert not any(item["cited"] for item in known[len(TEXTS) :])


def test_what_is_meant_is_one_several_or_none(shipped: Register) -> None:
    bodies = for_reading(shipped)
    text = "Nghị định số 5/2031/NĐ-CP; Kết luận số 7-KL/TW; Kết luận số 7-KL/TW ngày 18/5/2021; Nghị định số 6/2031/NĐ-CP."
    found = look_up(text, read_text(text, bodies), WORKS, bodies)
    assert [type(one).__name__ for one in found] == ["Resolved", "Resolved", "Resolved", "Unknown"]
    alone = "Kết luận số 7-KL/TW và Nghị định số 5/2031/NĐ-CP."
    first, second = look_up(alone, read_text(alone, bodies), WORKS, bodies)
    assert isinstance(first, Ambiguous)
    assert first.works == ("d", "e")
    assert isinstance(second, Resolved)
