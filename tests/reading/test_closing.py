"""Signatures, recipients and addressees: line by line, as offices really end a document, with who signs for whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from build_tools.normalise import starts
from build_tools.structure.fallback import _signature
from build_tools.structure.recase import Recaser
from build_tools.structure.signing import office, person

from .reading_helpers import read
from .test_recase import NAMES

HEAD = "ỦY BAN NHÂN DÂN\n\nTỈNH SÔNG MƠ\n\nSố: 12/KH-UBND\n\nSông Mơ, ngày 02 tháng 4 năm 2031\n\nKẾ HOẠCH\n\nGiữ bến\n\n"
BODY = "Các bến giữ nếp nhà bè, mỗi tháng báo về xã một lần.\n\n1. Rà soát bến bãi.\n\n2. Báo cáo kết quả.\n\n"

CLOSINGS = [
    # lines parted by |; signer, office, authority, recipients
    ("TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH|Lò Văn Mẫu", "Lò Văn Mẫu", "Chủ tịch", "TM. Ủy ban nhân dân", ()),
    ("KT. CHỦ TỊCH|PHÓ CHỦ TỊCH|Lò Văn Mẫu", "Lò Văn Mẫu", "Phó Chủ tịch", "KT. Chủ tịch", ()),
    ("TM. ỦY BAN NHÂN DÂN|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH|(Đã ký)|Lò Văn Mẫu", "Lò Văn Mẫu", "Phó Chủ tịch",
    "TM. Ủy ban nhân dân, KT. Chủ tịch", ()),
    ("T/M BAN THƯỜNG VỤ|BÍ THƯ|LÒ VĂN MẪU", "Lò Văn Mẫu", "Bí thư", "T/M Ban Thường vụ", ()),
    ("TL. CHỦ TỊCH|CHÁNH VĂN PHÒNG|(đã ký) Lò Văn Mẫu", "Lò Văn Mẫu", "Chánh văn phòng", "TL. Chủ tịch", ()),
    ("CHỦ TỊCH|Lò Văn Mẫu", "Lò Văn Mẫu", "Chủ tịch", None, ()), ("CHỦ TỊCH|Lò Văn Mẫu 7", "Lò Văn Mẫu", "Chủ tịch", None, ()),
    ("GIÁM ĐỐC|Lò Văn Mẫu|Nơi nhận:|- Như trên;|- Lưu VT.", "Lò Văn Mẫu", "Giám đốc", None, ("Như trên", "Lưu VT")),
    ("Nơi nhận:|- Như trên;|- Các xã;|- Lưu: VT.|GIÁM ĐỐC|Lò Văn Mẫu", "Lò Văn Mẫu", "Giám đốc", None, ("Như trên", "Các xã", "Lưu: VT")),
    ("Nơi nhận: Như trên; - Các xã; - Lưu: VT.|GIÁM ĐỐC|Lò Văn Mẫu", "Lò Văn Mẫu", "Giám đốc", None, ("Như trên", "Các xã", "Lưu: VT")),
    ("Nơi nhận:|- Các xã trong|toàn huyện;|- Lưu: VT.|GIÁM ĐỐC|Lò Văn Mẫu", "Lò Văn Mẫu", "Giám đốc", None, ("Các xã trong toàn huyện",
    "Lưu: VT")),
    ("Nơi nhận:|- Như trên.", None, None, None, ("Như trên",)),
    ("Nơi nhận: như trên.", None, None, None, ("như trên",)),
    ("nơi nhận vào trang đầu của sổ.|CHỦ TỊCH|Lò Văn Mẫu|Nơi nhận:|- Như trên.", "Lò Văn Mẫu", "Chủ tịch", None, ("Như trên",)),
    ("Nơi nhận:|+ Như trên;|• Các xã.", None, None, None, ("Như trên", "Các xã")),
    ("PHÓ CHỦ TỊCH|THƯỜNG TRỰC|Lò Văn Mẫu", "Lò Văn Mẫu", "Phó Chủ tịch Thường trực", None, ()),
    ("KT. TRƯỞNG BAN|PHÓ TRƯỞNG BAN|Lò Văn Mẫu", "Lò Văn Mẫu", "Phó Trưởng Ban", "KT. Trưởng Ban", ()),
    # two columns run together: lines of the signature among the recipients; the office that a deputy signs for is not that deputy's
    ("Nơi nhận:|- Như trên,|TRƯỞNG BAN|- Các xã,|- Lưu VT.|K/T TRƯỞNG BAN|Lò Văn Mẫu", "Lò Văn Mẫu", None, "K/T Trưởng Ban",
     ("Như trên", "Các xã", "Lưu VT")),
    ("Nơi nhận:|- Như trên,|TRƯỞNG BAN|K/T TRƯỞNG BAN|PHÓ|- Các xã,|- Lưu VT.|Lò Văn Mẫu", "Lò Văn Mẫu", None, "K/T Trưởng Ban",
     ("Như trên", "Các xã", "Lưu VT")),
    # the same, line by line: what stands behind "Nơi nhận:" and behind the lines of the list is the signature, where a person signs
    ("Nơi nhận: HIỆU TRƯỞNG|- Như Điều 2;|- Lưu: VT. Lò Văn Mẫu", "Lò Văn Mẫu", "Hiệu trưởng", None, ("Như Điều 2", "Lưu: VT")),
    ("Nơi nhận: TM. ỦY BAN NHÂN DÂN|- Như trên; KT. CHỦ TỊCH|- Các xã; PHÓ CHỦ TỊCH|- Lưu: VT.|Lò Văn Mẫu", "Lò Văn Mẫu", "Phó Chủ tịch",
     "TM. Ủy ban nhân dân, KT. Chủ tịch", ("Như trên", "Các xã", "Lưu: VT")),
    ("Nơi nhận: HIỆU TRƯỞNG|- Như Điều 2;|- Lưu: VT.", None, None, None, ("HIỆU TRƯỞNG", "Như Điều 2", "Lưu: VT")),
    ("Nơi nhận:|- Các xã;|- Lưu: VT. Lò Văn Mẫu", None, None, None, ("Các xã", "Lưu: VT. Lò Văn Mẫu")),
    # words above a mark that asks for a name are an office of a form, with capitals as a name has or in capitals; a name stands below it
    ("GIÁM ĐỐC|(Ký, họ tên)|Giữ Bến|(Ký, họ tên) Đã nhận đủ:....", None, None, None, ()),
    ("GIÁM ĐỐC|(Ký, ghi rõ họ tên)|Lò Văn Mẫu", "Lò Văn Mẫu", "Giám đốc", None, ()),
    # a mark in square brackets, whole or torn; a body below a form signs nothing
    ("GIÁM ĐỐC|[dau] Lò Văn Mẫu", "Lò Văn Mẫu", "Giám đốc", None, ()),
    ("GIÁM ĐỐC|[ Lò Văn Mẫu", "Lò Văn Mẫu", "Giám đốc", None, ()),
    ("GIÁM ĐỐC|(Đã ký)|HỘI GIỮ BẾN VIỆT NAM", None, None, None, ()),
    # the letterhead of the next paper below a field for the name
    ("T/M BAN THƯỜNG VỤ|BÍ THƯ|[Họ và tên Bí thư Huyện ủy]|HUYỆN ỦY ĐÁ BẠC|ĐẢNG CỘNG SẢN VIỆT NAM|KẾ HOẠCH", None, None, None, ()),
    # two offices of one person, each on its line
    ("CHỦ TRÌ|BÍ THƯ|Lò Văn Mẫu", "Lò Văn Mẫu", "Chủ trì, Bí thư", None, ()),
    ("BÍ THƯ|PHÓ CHỦ TỊCH|Lò Văn Mẫu", "Lò Văn Mẫu", "Bí thư, Phó Chủ tịch", None, ()),
    # an office that no list has: words in capitals between the recipients and a person's name; no mark of who typed it
    ("Nơi nhận:|- Như trên;|- Lưu: VT.|PHỤ TRÁCH BẾN|Lò Văn Mẫu", "Lò Văn Mẫu", "Phụ trách bến", None, ("Như trên", "Lưu: VT")),
    ("Nơi nhận:|- Như trên;|- Lưu: VT.|08 KH|GIÁM ĐỐC|Lò Văn Mẫu", "Lò Văn Mẫu", "Giám đốc", None, ("Như trên", "Lưu: VT 08 KH")),
    ("Nơi nhận:|- Như trên;|- Lưu: VT.|XÁC NHẬN CỦA XÃ|GIÁM ĐỐC|Lò Văn Mẫu", "Lò Văn Mẫu", "Giám đốc", None,
     ("Như trên", "Lưu: VT XÁC NHẬN CỦA XÃ")),
    # an office told by its last syllable above a name, or by the mark of signing between the two; no office where nobody signs below
    ("TRẠM TRƯỞNG|Lò Văn Mẫu|Nơi nhận:|- Như trên.", "Lò Văn Mẫu", "Trạm trưởng", None, ("Như trên",)),
    ("TỔ PHÓ|(Đã ký)|Lò Văn Mẫu", "Lò Văn Mẫu", "Tổ phó", None, ()),
    ("CHI HỘI TRƯỞNG|LÒ VĂN MẪU", "Lò Văn Mẫu", "Chi hội trưởng", None, ()),
    ("TỔ TRƯỞNG|PHÓ GIÁM ĐỐC SỞ BẾN BÃI|Lò Văn Mẫu", "Lò Văn Mẫu", "Tổ trưởng, Phó Giám đốc Sở Bến bãi", None, ()),
    ("TM. TỔ CÔNG TÁC|TỔ TRƯỞNG|Lò Văn Mẫu", "Lò Văn Mẫu", "Tổ trưởng", "TM. Tổ công tác", ()),
    ("CHÍNH TRỊ VIÊN|(Đã ký)|Lò Văn Mẫu", "Lò Văn Mẫu", "Chính trị viên", None, ()),
    ("TỔ TRƯỞNG|Các bến giữ nếp nhà bè.", None, None, None, ()),
    ("GIÁM ĐỐC|LÒ VĂN PHÓ", "Lò Văn Phó", "Giám đốc", None, ()),
    ("LÒ VĂN MẪU|(Đã ký)|GIỮ BẾN", "Lò Văn Mẫu", None, None, ()),
    # a name like the word for a deputy; a profession before a name; a deputy's office is no name
    ("KT. GIÁM ĐỐC|PHÓ GIÁM ĐỐC|Phó Văn Mẫu", "Phó Văn Mẫu", "Phó Giám đốc", "KT. Giám đốc", ()),
    ("GIÁM ĐỐC|Y sĩ Lò Thị Mẫu", "Lò Thị Mẫu", "Giám đốc", None, ()), ("GIÁM ĐỐC|Kỹ sư Lò Thị Mẫu", "Lò Thị Mẫu", "Giám đốc", None, ()),
    ("GIÁM ĐỐC|Phó Giám Đốc", None, None, None, ()), ("GIÁM ĐỐC|Phó Trạm Trưởng", None, None, None, ()),
    ("GIÁM ĐỐC|Tổng cục Giữ Bến Đò", None, None, None, ()),
    ("LÒ VĂN MẪU|Đã ký", "Lò Văn Mẫu", None, None, ()), ("(Đã ký)|Lò Văn Mẫu", "Lò Văn Mẫu", None, None, ()),
    ("Lò Văn Mẫu", None, None, None, ()),
    ("Trên đây là kế hoạch.|Lò Văn Mẫu", None, None, None, ()),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "signer", "title", "authority", "recipients"), CLOSINGS)
def test_closings(lines: str, signer: str | None, title: str | None, authority: str | None, recipients: tuple[str, ...]) -> None:
    header = read(HEAD + BODY + "\n\n".join(lines.split("|")) + "\n").header
    said = header.signature
    assert (said.signer, said.title, said.authority) == (signer, title, authority)
    assert tuple(header.recipients) == recipients


ADDRESSED = [
    ("Kính gửi: Các xã.", ("Các xã",)), ("Kính gửi: Sở Bến bãi; - Sở Đò; - Các xã.", ("Sở Bến bãi", "Sở Đò", "Các xã")),
    ("Kính gửi:|- Sở Bến bãi;|- Các xã.", ("Sở Bến bãi", "Các xã")), ("Kính gửi:|Các xã trong huyện", ("Các xã trong huyện",)),
    ("Kính gửi:|Các xã:|- Đá Bạc;|- Khe Lim.", ("Các xã:", "Đá Bạc", "Khe Lim")),
    ("Kính gửi: - Sở Bến bãi;|- Các xã.", ("Sở Bến bãi", "Các xã")),
    ("Kính gửi: Các xã.|- Sở Bến bãi đã có ý kiến.", ("Các xã",)), ("Kính gửi: Các xã;|- Các trường.", ("Các xã", "Các trường")),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "addressees"), ADDRESSED)
def test_addressees(lines: str, addressees: tuple[str, ...]) -> None:
    head = "SỞ BẾN BÃI\n\nSố: 7/SBB-VP\n\nV/v giữ bến\n\nSông Mơ, ngày 02 tháng 4 năm 2031\n\n"
    header = read(head + "\n\n".join(lines.split("|")) + "\n\n" + BODY).header
    assert tuple(item.rstrip(":") for item in header.addressees) == tuple(item.rstrip(":") for item in addressees)


@pytest.mark.parametrize(
    ("words", "signer", "title", "authority"),
    [
        ("Thay mặt Bộ Chính trị, Thường trực Ban Bí thư Lò Văn Mẫu", "Lò Văn Mẫu", "Thường trực Ban Bí thư", "Thay mặt Bộ Chính trị"),
        ("thay mặt Ban Thường vụ, đồng chí Bí thư Lò Mẫu", "Lò Mẫu", "Bí thư", "Thay mặt Ban Thường vụ"),
        ("Phó Chủ tịch nước Lò Thị Văn Mẫu", "Lò Thị Văn Mẫu", "Phó Chủ tịch nước", None),
        ("Bí thư Tỉnh ủy Lò Văn Mẫu", "Lò Văn Mẫu", "Bí thư Tỉnh ủy", None),
        ("Chủ tịch Lò Văn Mẫu", "Lò Văn Mẫu", "Chủ tịch", None), ("ông Lò Mẫu", "Lò Mẫu", "ông", None),
        ("các xã đã họp", None, None, None), ("", None, None, None),
        ("Ngày 23/12, Ban Thường vụ Tỉnh ủy Sông Mơ", None, None, None), ("Hội nghị Tỉnh ủy Đá Bạc", None, None, None),
        ("Ngày 05/3/2031, Bí thư Tỉnh ủy Lò Mẫu", "Lò Mẫu", "Bí thư Tỉnh ủy", None),
    ],
)  # fmt: skip
def test_who_signed_as_a_sentence_says(words: str, signer: str | None, title: str | None, authority: str | None) -> None:
    assert _signature(words) == (signer, title, authority)


def test_names_and_offices_in_capitals() -> None:
    names = Recaser("", NAMES)
    assert person("LÒ VĂN MẪU") == "Lò Văn Mẫu"
    assert person("Lò văn Mẫu") == "Lò văn Mẫu"
    assert office("PHÓ CHỦ TỊCH", names) == "Phó Chủ tịch"
    assert office("BỘ TRƯỞNG, CHỦ NHIỆM", names) == "Bộ trưởng, Chủ nhiệm"
    assert office("Phó chủ tịch", names) == "Phó chủ tịch"


SIDE_BY_SIDE = [
    # two who sign side by side on a page, whatever their offices are called; a head of a table above other words is none
    (("CÔNG AN XÃ", "HỘI GIỮ BẾN"), ("TRƯỞNG CÔNG AN", "CHỦ TỊCH"), ("Thiếu tá Lò Văn Mẫu", "Lò Thị Na"),
     [("Lò Văn Mẫu", "Trưởng Công an"), ("Lò Thị Na", "Chủ tịch")]),
    (("GIÁM ĐỐC", "KẾ TOÁN"), ("", ""), ("Lò Văn Mẫu", "Lò Thị Na"), [("Lò Văn Mẫu", "Giám đốc"), ("Lò Thị Na", "Kế toán")]),
    (("TÊN BẾN", "CHỦ BẾN"), ("", ""), ("Đá Bạc", "có 2 người"), []),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "names", "said"), SIDE_BY_SIDE)
def test_two_who_sign_side_by_side(
    first: tuple[str, str], second: tuple[str, str], names: tuple[str, str], said: list[tuple[str, str]]
) -> None:
    rows = "\n".join(f"{left:^40}{right:^40}".rstrip() for left, right in (first, second, ("", ""), names))
    signatures = read(HEAD + BODY + rows + "\n").header.signatures
    assert [signature.signer for signature in signatures] == [name for name, _ in said]
    ends = zip(signatures, said, strict=True)
    assert [office for signature, (_, office) in ends if not (signature.title or "").casefold().endswith(office.casefold())] == []


def test_the_letterhead_of_a_copy_signs_nothing() -> None:
    rows = (("Nơi nhận:", "GIÁM ĐỐC"), ("- Các bến;", ""), ("- Lưu: VT.", "Lò Văn Mẫu"), ("", ""),
            ("UBND TỈNH SÔNG MƠ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"), ("VĂN PHÒNG", "VIỆT NAM"), ("Số: 5/SY-VP", ""))  # fmt: skip
    closing = "\n".join(f"{left:^40}{right:^40}".rstrip() for left, right in rows)
    said = read(HEAD + BODY + closing + "\n\nSAO Y\n").header.signatures
    assert [(signature.signer, signature.title) for signature in said] == [("Lò Văn Mẫu", "Giám đốc")]


COPIES = [
    # below a list that has come to its full stop stands the letterhead of a copy; a list without one goes on
    ("- Lưu: VT.", "UBND TỈNH SÔNG MƠ\nVĂN PHÒNG\n\nSố: 55/SY-VP\n\nSông Mơ, ngày 9 tháng 5 năm 2031", "Lưu: VT"),
    ("- Lưu: VT, TH.", "TỔ GIỮ BẾN\nSố: 55/SL-TGB", "Lưu: VT, TH"),
    ("- Lưu: VT.", "Số: 55/SL-TGB\nSông Mơ, ngày 9 tháng 5 năm 2031", "Lưu: VT"),
    ("- Lưu: VT và", "PHÒNG GIỮ BẾN", "Lưu: VT và PHÒNG GIỮ BẾN"),
    ("- Lưu: VT.", "08 KH", "Lưu: VT 08 KH"),
]


@pytest.mark.parametrize(("last", "below", "said"), COPIES)
def test_a_list_with_its_full_stop_ends_above_a_copy_s_letterhead(last: str, below: str, said: str) -> None:
    for signed in ("CHỦ TỊCH\n\nLò Văn Mẫu\n\n", ""):
        header = read(f"{HEAD}{BODY}{signed}Nơi nhận:\n- Các bến;\n{last}\n\n{below}\n").header
        assert header.recipients == ("Các bến", said)


def test_who_signs_a_copy_does_not_sign_the_copied() -> None:
    copy = "UBND TỈNH SÔNG MƠ\nVĂN PHÒNG\nSố: 55/SY-VP\nSAO Y\n\nCHÁNH VĂN PHÒNG\n\nLò Thị Na\n"
    header = read(f"{HEAD}{BODY}Nơi nhận:\n- Các bến;\n- Lưu: VT.\n\n{copy}").header
    assert (header.recipients, header.signatures) == (("Các bến", "Lưu: VT"), ())


SIGNED_ROWS = (("Nơi nhận:", "K/T TRƯỞNG BAN"), ("- Các chi bộ,", "PHÓ TRƯỞNG BAN"), ("- Lưu.", "Lò Thị Ngần"))
HEAD_ROWS = (("HUYỆN ỦY ĐÁ BẠC", "ĐẢNG CỘNG SẢN VIỆT NAM"), ("Số 7-KH/HU", "Đá Bạc, ngày 05 tháng 3 năm 2031"))


def as_markdown(rows: tuple[tuple[str, str], ...]) -> str:
    first, *others = (f"| **{left}** | **{right}** |\n" for left, right in rows)
    return f"{first}| --- | --- |\n{''.join(others)}\n"


def as_html(rows: tuple[tuple[str, str], ...]) -> str:
    return f"<table>{''.join(f'<tr><td>{left}</td><td>{right}</td></tr>' for left, right in rows)}</table>"


@pytest.mark.parametrize(
    ("kind", "table", "paragraph"), [("md", as_markdown, "{}\n\n"), ("html", as_html, "<p>{}</p>")], ids=["md", "html"]
)
def test_a_signature_block_of_several_rows_is_read_column_by_column(
    kind: str, table: Callable[[tuple[tuple[str, str], ...]], str], paragraph: str
) -> None:
    words = ("KẾ HOẠCH", "giữ bến năm 2031", "Huyện ủy giao các chi bộ giữ bến đò trong mùa lũ.")
    document = read(table(HEAD_ROWS) + "".join(map(paragraph.format, words)) + table(SIGNED_ROWS), kind)
    header = document.header
    assert (header.number, header.issuer, header.date) == ("7-KH/HU", "Huyện ủy Đá Bạc", "2031-03-05")
    said = header.signature
    assert (said.authority, said.title, said.signer) == ("K/T Trưởng Ban", "Phó Trưởng Ban", "Lò Thị Ngần")
    assert header.recipients == ("Các chi bộ", "Lưu")
    # a header's rows stay as they stand
    assert document.clean.text.index("ĐẢNG CỘNG SẢN") < document.clean.text.index("Số 7-KH/HU")


@pytest.mark.parametrize(
    ("line", "begins"),
    [("Phụ lục 01: Mẫu sổ bến", True), ("Phụ lục II: Mẫu sổ bến", True), ("Phụ lục 01 của bến", False), ("Phụ lục các bến: ba bến", False)],
)
def test_an_appendix_with_its_title_begins_a_line_of_its_own(line: str, begins: bool) -> None:
    assert starts.is_strong(line) is begins
