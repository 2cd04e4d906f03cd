"""What belongs to a page and not to the document, and footnotes at its foot: told from the lines and their layout alone."""

from __future__ import annotations

import pytest

from build_tools.normalise.furniture import mark_furniture
from build_tools.normalise.notes import mark_notes

from .reading_helpers import line

BODY = "Các chi bộ vùng cao tiếp tục giữ gìn nguồn nước sạch"
HEAD = "CÔNG BÁO/Số 12 + 13/Ngày 01-02-2031"
Given = str | tuple[str, dict[str, object]]


def marked(*given: Given) -> list[int]:
    """The numbers of the lines that are furniture."""
    lines = [line(item) if isinstance(item, str) else line(item[0], **item[1]) for item in given]
    mark_furniture(lines)
    return [at for at, made in enumerate(lines) if made.furniture]


def apart(text: str, **layout: object) -> Given:
    """A line with a blank line before it."""
    return text, {"gap": 1, **layout}


@pytest.mark.parametrize(
    ("text", "ruled"),
    [
        ("---", True), ("- - -", True), ("___", True), ("***", True), ("*", True), ("_", True), ("—o0o—", True), ("--000--", True),
        ("--oOo--", True), ("-5-", False), ("--5--", False),
        ("o0o", True), ("-----o0o-----", True), ("===", True), ("~~", True), ("-", False), ("- Bến", False), ("o", False), ("oo", False),
        ("-5", False), ("*5", False),
        # an ornament: hardly a letter in a drawn line of ten characters or more
        ("====&&====", True), ("====&====", False), ("====Ab====", True), ("===Abc====", False), ("===Abcd======", False),
        ("&=========", False), ("|----&----|", True), ("___Văn Lim", False), ("*****O0o*****", True),
    ],
)  # fmt: skip
def test_ruled_lines(text: str, ruled: bool) -> None:
    assert marked(BODY, text, BODY) == ([1] if ruled else [])
    assert marked(BODY, (text, {"wrapped": False}), BODY) == ([1] if ruled else [])


@pytest.mark.parametrize(
    ("text", "head"),
    [
        (HEAD, True), ("72 " + HEAD, True), (HEAD + " 73", True), ("CÔNG BÁO / Số 12 / Ngày 1/2/2031", True), ("CÔNG BÁO/Số 12", False),
        ("Công báo/Số 12/Ngày 01-02-2031", False), ("theo " + HEAD, False), (HEAD + " và sau đó", False), ("CÔNG BÁO SỐ 12", False),
    ],
)  # fmt: skip
def test_the_running_head_of_the_gazette(text: str, head: bool) -> None:
    assert marked(BODY, text, BODY) == ([1] if head else [])
    assert marked(BODY, (text, {"wrapped": False}), BODY) == []


TIMED = "Ngày ký: 01.02.2031 08:00:00 +07:00"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("Người ký: UBND XÃ ĐÁ BẠC", TIMED), [1, 2]), (("Ký bởi: Lim", "Cơ quan: Xã Lim", "Email: a@lim.vn", TIMED), [1, 2, 3, 4]),
        (("Ký bởi", "Thời gian ký: 2031-02-01 08:00:00"), [1, 2]), (("Signature Not Verified", "Ký bởi: Lim", TIMED), [1, 2, 3]),
        (("Ký số bởi: Lim", "Chức vụ: Chủ tịch", "Lý do: ban hành", TIMED), [1, 2, 3, 4]),
        (("Người ký: UBND XÃ ĐÁ BẠC", "Ngày ký: 01.02.2031"), []), (("Người ký: UBND XÃ ĐÁ BẠC", BODY, TIMED), []), ((TIMED,), []),
        (("Ký bởi: Lim, 01.02.2031 08:00:00",), []),
        # without captions: who signed, an address of mail, the minute, on lines of their own or run together; no mail, no minute
        (("KHO SÁCH", "XÃ ĐÁ BẠC", "kho@lim.vn", "06.11.2031 09:27:05", "+07:00"), [1, 2, 3, 4, 5]),
        (("KHO SÁCH", "XÃ ĐÁ BẠC kho@lim.vn 06.11.2031 09:27:05", "+07:00"), [1, 2, 3]),
        (("KHO SÁCH", "XÃ ĐÁ BẠC", "kho@lim.vn", BODY), []), (("KHO SÁCH", "06.11.2031 09:27:05"), []),
        (("Thư về kho@lim.vn 06.11.2031 09:27:05",), []),
        (("Người ký tên dưới đây", TIMED), [1, 2]), (("Cơ quan: Xã Lim", TIMED), []), (("Người ký: Lim", BODY + " 01.02.2031 08:00"), []),
    ],
)  # fmt: skip
def test_stamps_of_electronic_signatures(lines: tuple[str, ...], found: list[int]) -> None:
    assert marked(BODY, *lines, BODY) == found
    at_an_end = [at - 1 for at in found]
    assert (marked(*lines), marked(*lines, BODY), marked(BODY, *lines)) == (at_an_end, at_an_end, found)


def test_a_stamp_is_a_few_lines_that_stand_close() -> None:
    assert marked(BODY, "Người ký: Lim", (TIMED, {"gap": 1})) == [1, 2]
    assert marked(BODY, "Người ký: Lim", (TIMED, {"gap": 2})) == []
    assert marked(BODY, "Người ký: Lim", *["Cơ quan: Xã Lim"] * 5, TIMED) == [*range(1, 8)]
    assert marked(BODY, "Người ký: Lim", *["Cơ quan: Xã Lim"] * 6, TIMED) == []
    assert marked(BODY, ("Người ký: Lim", {"wrapped": False}), TIMED) == []


@pytest.mark.parametrize("number", ["7", "- 7 -", "– 7", "-7-", "Trang 7", "TRANG 7/12", "Trang 7 / 12", "1007"])
def test_a_number_beside_a_running_head_or_a_new_page(number: str) -> None:
    assert marked(BODY, HEAD, number, BODY) == [1, 2]
    assert marked(BODY, number, HEAD, BODY) == [1, 2]
    assert marked(BODY, number, (BODY, {"new_page": True})) == [1]
    assert marked(BODY, (number, {"new_page": True}), BODY) == [1]
    assert marked(BODY, number, BODY) == marked(number) == []
    assert marked(HEAD, number) == marked(number, HEAD) == [0, 1]
    assert (marked(BODY, number, BODY, HEAD, BODY), marked(BODY, HEAD, BODY, number, BODY)) == ([3], [1])
    assert marked(BODY, HEAD, (number, {"wrapped": False}), BODY) == [1]


@pytest.mark.parametrize(
    ("heads", "found"),
    [
        (("Kế hoạch bến", "Kế hoạch bến"), [2, 5]),
        (("Kế hoạch bến", "1. Giữ bến"), []),
        (("Kế hoạch bến", "Kế hoạch bến", "1. Giữ", "2. Đò", "3. Neo"), []),
    ],
)
def test_a_line_beside_most_page_numbers_is_a_running_head(heads: tuple[str, ...], found: list[int]) -> None:
    lines: list[Given] = [BODY]
    for number, head in enumerate(heads, 2):
        lines += [(str(number), {"new_page": True}), head, apart(f"{BODY} {number}")]
    assert marked(*lines) == sorted([*found, *range(1, 3 * len(heads), 3)])


@pytest.mark.parametrize("text", ["7.", "7 hộ", "12345", "Trang", "Trang bảy", "Số 7", "7)", "7-8", "Trang 7/12345678"])
def test_what_is_no_page_number(text: str) -> None:
    assert marked(BODY, HEAD, text, BODY) == [1]


def test_a_number_below_a_ruled_line_or_beside_a_stamp_is_none() -> None:
    assert marked(BODY, "---", "7", BODY) == [1]
    assert marked(BODY, "--------", "7", BODY) == [1]
    assert marked(BODY, "---------", "7", BODY) == [1, 2]
    assert marked(BODY, "7", "Người ký: Lim", TIMED) == [2, 3]


def test_a_growing_row_of_numbers_that_stand_apart() -> None:
    def pages(*numbers: object) -> list[int]:
        return marked(*(part for number in numbers for part in (BODY, apart(str(number)), apart(BODY))))

    assert pages(1, 2, 3) == [1, 4, 7]
    assert pages(2, 3, 7) == [1, 4]
    assert pages("- 2 -", "Trang 3") == [1, 4]
    assert pages(3, 2) == []
    assert pages(5, 5) == []
    assert pages(2) == []
    assert marked(BODY, "2", apart(BODY), apart("3"), apart(BODY)) == []  # the first stands in the text
    assert marked(BODY, apart("2"), BODY, apart("3"), apart(BODY)) == []  # the text goes on right below it
    assert marked(BODY, apart("2"), apart(BODY), apart("3")) == [1, 3]


def test_numbers_in_the_middle_of_a_line() -> None:
    assert marked(BODY, ("2", {"indent": 20}), BODY, ("3", {"indent": 20}), BODY) == [1, 3]
    assert marked(BODY, ("2", {"indent": 19}), BODY, ("3", {"indent": 19}), BODY) == []
    assert marked(BODY, ("2", {"indent": 20}), BODY) == [1]  # the second page of two
    assert marked(BODY, ("3", {"indent": 20}), BODY) == []
    assert marked(BODY, apart("2"), apart(BODY)) == []


def notes(*given: Given) -> list[str]:
    """ "n" for each line of a footnote, "N" where one opens, "." for others."""
    lines = [line(item) if isinstance(item, str) else line(item[0], **item[1]) for item in given]
    mark_furniture(lines)
    mark_notes(lines)
    return ["N" if made.opens else "n" if made.note else "." for made in lines]


def divided(text: str) -> Given:
    return text, {"divided": True}


FED: dict[str, object] = {"new_page": True}


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        # below a divider, or after a blank line when the mark stands above
        ((BODY, divided("1 Theo báo cáo."), "2 Như trên."), ".NN"), ((BODY, divided("Theo báo cáo."), "1 Như trên."), ".nN"),
        ((BODY, divided("2 Theo báo cáo.")), ".."), ((BODY, divided("Theo báo cáo."), BODY, BODY, "1 Như trên."), "....."),
        ((divided("1 Theo báo cáo."), BODY), ".."),
        (("Đã giữ bến1 và đò.", apart("1 Theo báo cáo."), "của huyện"), ".Nn"), (("Đã giữ bến.1", apart("1 Theo báo cáo.")), ".N"),
        (("Từ năm 20301 đến nay", apart("1 Theo báo cáo.")), ".N"), (("Đã giữ 11 bến", apart("1 Theo báo cáo.")), ".."),
        (("Đã giữ bến2 và đò.", apart("1 Theo báo cáo.")), ".."), (("Đã giữ bến1 và đò.", "1 Theo báo cáo."), ".."),
        (("Đã giữ bến1 và đò.", ("1 Theo báo cáo.", {"indent": 4})), ".N"), (("Đã giữ bến1 và đò.", ("1 Theo", {"indent": 3})), ".."),
        (("1.1 Giữ bến", apart("1 Theo báo cáo.")), ".N"), (("Đã giữ bến1 và đò.", apart("1 theo báo cáo.")), ".."),
        (("Đã giữ bến1, đò2.", apart("1 Theo báo cáo."), "2 Như trên.", "3 hộ Khác"), ".NNn"),
        ((apart("1 Theo báo cáo."), "Đã giữ bến1"), ".."), (("Đã giữ bến1 và đò.", apart("1 “Bến” là nơi đỗ")), ".N"),
        # a consolidated text's footnote is known by its words, even after some that were not told from the body
        (("Giữ bến.", "1 Khoản này được bãi bỏ."), ".N"), (("Giữ bến.", "3 Khoản này được bãi bỏ.", "4 Điều này được sửa đổi."), ".NN"),
        (("Giữ bến.", "5 Khoản này được bãi bỏ."), ".."), (("Giữ bến.", "1 Khoản này áp dụng cho bến tạm."), ".."),
        # a line that goes on a sentence with the number of a provision opens none
        (("Xét theo khoản", "3 Điều này được xét như sau:"), ".."), (("Xét cả theo", "3 Điều này được bãi bỏ."), ".N"),
        # they count on from page to page
        (("Giữ bến1.", apart("1 Theo báo cáo."), ("Giữ đò2.", FED), apart("2 Như trên.")), ".N.N"),
        (("Giữ bến1.", apart("1 Theo báo cáo."), ("Giữ đò1.", FED), apart("1 Như trên.")), ".N.."),
        # what goes on at the next foot
        (("Giữ bến1.", apart("1 Theo báo cáo của"), ("Giữ đò.", FED), divided("huyện Đá Bạc.")), ".N.n"),
        (("Giữ bến1.", apart("1 Theo báo cáo."), ("Giữ đò.", FED), divided("huyện Đá Bạc.")), ".N.."),
        (("Giữ bến1.", apart("1 Theo báo của"), ("Giữ đò2.", FED), ("huyện Lim.", {"gap": 2}), apart("2 Như trên.")), ".N.nN"),
        (("Giữ bến1.", apart("1 Theo báo của"), ("Giữ đò2.", FED), ("Huyện Lim.", {"gap": 2}), apart("2 Như trên.")), ".N..N"),
        (("Giữ bến1.", apart("1 Theo báo cáo."), ("Giữ đò2.", FED), ("huyện Lim.", {"gap": 2}), apart("2 Như trên.")), ".N..N"),
        (("Giữ bến1.", apart("1 Theo báo của"), ("Giữ đò2", FED), ("huyện Lim.", {"gap": 2}), apart("2 Như trên.")), ".N..N"),
        # what was quoted goes on in the last block of the next page, if it closes there
        (("Giữ bến1.", apart("1 Sửa như sau: “Bến"), ("Giữ đò.", FED), apart("là nơi đỗ.”")), ".N.n"),
        (("Giữ bến1.", apart("1 Sửa như sau: “Bến"), ("Giữ đò.", FED), apart("là nơi"), "đỗ.”"), ".N.nn"),
        (("Giữ bến1.", apart("1 Sửa như sau: “Bến"), ("Giữ đò.", FED), apart("là nơi đỗ.")), ".N.."),
        (("Giữ bến1.", apart("1 Sửa như sau: “Bến"), ("Giữ đò.", FED), apart("là “nơi” đỗ.")), ".N.."),
        (("Giữ bến1.", apart("1 Sửa như sau: “Bến”"), ("Giữ đò.", FED), apart("là nơi đỗ.”")), ".N.."),
        (("Giữ bến1.", apart("1 Sửa: “Bến"), ("Giữ đò.", FED), apart("đỗ.”"), ("Giữ neo.", FED), apart("Neo.”")), ".N.n.."),
        # a page without a foot ends what was open
        (("Giữ bến1.", apart("1 Theo báo cáo của"), ("Giữ đò.", FED), ("Giữ neo.", FED), divided("huyện Đá Bạc.")), ".N..."),
        (("Giữ bến1.", apart("1 Theo báo cáo của"), ("Giữ đò.", FED), divided("huyện"), ("Giữ neo.", FED), divided("Lim.")), ".N.n.n"),
        # a running head parts pages, a ruled line does not
        (("Giữ bến1.", HEAD, apart("1 Theo báo cáo.")), "..."), (("Giữ bến1.", "---", apart("1 Theo báo cáo.")), "..N"),
        (("Giữ bến1.", ("1 Theo báo cáo.", {"gap": 1, "wrapped": False})), ".."),
    ],
)  # fmt: skip
def test_footnotes_at_the_foot_of_a_page(lines: tuple[Given, ...], found: str) -> None:
    assert "".join(notes(*lines)) == found
