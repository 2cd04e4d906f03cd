"""Headers: where number, date, issuer, subject and signature stand, and what is no document at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.graph.reading import read_clean
from build_tools.model.document import Document
from build_tools.structure import structure
from tests.content import EMPTY, shipped
from tests.formats.docx_maker import docx, p, save, tbl, tc

from .reading_helpers import clean, read

BODY = "Điều 1. Các bản giữ nguồn nước.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLò Văn Mẫu\n"

NUMBERS = [
    ("Số: 12/2031/QĐ-UBND", "12/2031/QĐ-UBND"),
    ("Số:  12 / 2031/QĐ -UBND", "12/2031/QĐ-UBND"),
    ("Số 38 - QĐ/TU", "38-QĐ/TU"),
    ("Số:      /QĐ-UBND", None),
    ("Số:…/QĐ- …", None),
    ("Số: 12/QÐ-UBND", "12/QĐ-UBND"),
    ("Số: 15/2031/QĐ-BTС", "15/2031/QĐ-BTC"),
    ("Số: 66.13/2031/QĐ-UBND", "66.13/2031/QĐ-UBND"),
    # a military unit's kind in a small letter with its figure; what a file's name has behind a full stop is none
    ("Số: 21/QĐ-d7", "21/QĐ-d7"),
    ("Số 21/QĐ - e812-d7", "21/QĐ-e812-d7"),
    ("Số: 21/QĐ-UBND.v2", "21/QĐ-UBND"),
]


@pytest.mark.parametrize(("line", "number"), NUMBERS)
def test_numbers(line: str, number: str | None) -> None:
    document = read(
        f"ỦY BAN NHÂN DÂN\nHUYỆN ĐÁ BẠC\n\n{line}\n\nĐá Bạc, ngày 02 tháng 4 năm 2031\n\nQUYẾT ĐỊNH\n\nVề việc giữ nước\n\n{BODY}"
    )
    assert document.header.number == number
    assert (document.header.type, document.header.issuer) == ("Quyết định", "Ủy ban nhân dân huyện Đá Bạc")


DATES = [
    ("Đá Bạc, ngày 02 tháng 4 năm 2031", "2031-04-02", "Đá Bạc"),
    ("Đá Bạc, ngày     tháng 11 năm 2031", "2031-11", "Đá Bạc"),
    ("Đá Bạc, ngày … tháng … năm 2031", "2031", "Đá Bạc"),
    ("Đá Bạc, ngày 7/3/2031", "2031-03-07", "Đá Bạc"),
    ("Đá Bạc, ngày 26-5-2031", "2031-05-26", "Đá Bạc"),
    ("Đá Bạc, ngày 5 tháng12 năm 2031", "2031-12-05", "Đá Bạc"),
    ("Ngày 5 tháng 12 năm 2031", "2031-12-05", None),
    # the hour of a telegram stands before its day
    ("Đá Bạc, hồi 14 giờ 30 phút, ngày 05 tháng 9 năm 2031", "2031-09-05", "Đá Bạc"),
    ("Đá Bạc, hồi 7h15, ngày 05 tháng 9 năm 2031", "2031-09-05", "Đá Bạc"),
    ("Đá Bạc, 22 giờ ngày 05 tháng 9 năm 2031", "2031-09-05", "Đá Bạc"),
    ("Đá Bạc, hồi … giờ, đã ghi ngày 05 tháng 9 năm 2031", None, None),
]


@pytest.mark.parametrize(("line", "date", "place"), DATES)
def test_dates(line: str, date: str, place: str | None) -> None:
    header = read(f"ỦY BAN NHÂN DÂN\nHUYỆN ĐÁ BẠC\n\nSố: 5/QĐ-UBND\n\n{line}\n\nQUYẾT ĐỊNH\n\nVề việc giữ nước\n\n{BODY}").header
    assert (header.date, header.place) == (date, place)


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "DỰ THẢO", "DỰ THẢO LẦN 2", "LƯU HÀNH NỘI BỘ", "HỎA TỐC"])
@pytest.mark.parametrize(
    "lines", ["HUYỆN ỦY ĐÁ BẠC\n\nSố 5-BC/HU\n\n{}", "HUYỆN ỦY ĐÁ BẠC\n\n{}\n\nSố 5-BC/HU", "{}\n\nHUYỆN ỦY ĐÁ BẠC\n\nSố 5-BC/HU"]
)
def test_a_stamp_is_no_body(lines: str, mark: str) -> None:
    header = read(f"{lines.format(mark)}\n\nĐá Bạc, ngày 02 tháng 4 năm 2031\n\nBÁO CÁO\n\nvề giữ nước\n\n{BODY}").header
    assert (header.issuer, header.parent, header.number) == ("Huyện ủy Đá Bạc", None, "5-BC/HU")


def test_signature_and_recipients() -> None:
    header = read(f"ỦY BAN NHÂN DÂN\nHUYỆN ĐÁ BẠC\n\nSố: 5/QĐ-UBND\n\nQUYẾT ĐỊNH\n\nVề việc giữ nước\n\n{BODY}").header
    assert (header.signature.signer, header.signature.title, header.signature.authority) == ("Lò Văn Mẫu", "Phó Chủ tịch", "KT. Chủ tịch")
    assert header.recipients == ("Như trên", "Lưu: VT")


def test_a_letter_of_the_party_completes_its_issuer_by_the_parent() -> None:
    header = read(
        "TỈNH ỦY SÔNG MƠ\nBAN TUYÊN GIÁO\n*\nSố 9-CV/BTGTU\nGiữ nguồn nước ở các bản\n\nKính gửi: - Các huyện ủy,\n"
        "- Các đảng ủy trực thuộc.\n\nCác bản giữ nguồn nước.\n"
    ).header
    assert (header.type, header.issuer, header.parent) == ("Công văn", "Ban Tuyên giáo Tỉnh ủy Sông Mơ", "Tỉnh ủy Sông Mơ")
    assert header.subject == "Giữ nguồn nước ở các bản"
    assert header.addressees == ("Các huyện ủy", "Các đảng ủy trực thuộc")


def test_a_header_displaced_into_the_text_is_found() -> None:
    document = read(
        "Kính gửi: - Các huyện ủy,\n\n- Các đảng ủy trực thuộc.\n\n-----\n\nThời gian qua các bản đã giữ nguồn nước, nhưng chưa đều.\n\n"
        "THÀNH ỦY MƯỜNG GIÓ\n\n*\n\nSố 41-CV/TU\nTăng cường giữ nguồn nước\n\n1- Các bản giữ rừng.\n\n2- Các bản giữ suối.\n\n"
        "Nơi nhận:\n\n- Như trên.\n\nT/M BAN THƯỜNG VỤ\n\nPHÓ BÍ THƯ\n\nLò Văn Mẫu\n"
    )
    header = document.header
    assert (header.type, header.number, header.issuer) == ("Công văn", "41-CV/TU", "Thành ủy Mường Gió")
    assert (header.subject, header.addressees) == ("Tăng cường giữ nguồn nước", ("Các huyện ủy", "Các đảng ủy trực thuộc"))
    assert [s.label for s in document.sections] == ["1", "2"]


LETTERHEAD = (
    "ỦY BAN NHÂN DÂN TỈNH SÔNG MƠ\n_____\n\nSố: 17/2031/QĐ-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\n_____\nSông Mơ, ngày 07 tháng 4 năm 2031\n"
)


def _with_letterhead_below(letterhead: str) -> str:
    return (
        "QUYẾT ĐỊNH\nQuy định việc giữ nguồn nước\n\nCăn cứ Luật Nước sạch;\n\nĐiều 1. Phạm vi\nCác bản vùng cao.\nĐiều 2. Đối tượng\n"
        "1. Các bản.\n2. Các xã.\n" + letterhead + "Điều 3. Giải thích từ ngữ\nBản là nơi bà con ở.\n"
    )


def test_a_letterhead_below_the_first_articles_is_the_documents_own() -> None:
    document = read(_with_letterhead_below(LETTERHEAD))
    header = document.header
    assert (header.type, header.number, header.date) == ("Quyết định", "17/2031/QĐ-UBND", "2031-04-07")
    assert (header.issuer, header.place) == ("Ủy ban nhân dân tỉnh Sông Mơ", "Sông Mơ")
    assert [s.label for s in document.sections] == ["Điều 1", "Điều 2", "1", "2", "Điều 3"]


def test_a_letterhead_of_another_type_is_not_the_documents_own() -> None:
    header = read(_with_letterhead_below(LETTERHEAD.replace("QĐ-UBND", "CT-UBND"))).header
    assert (header.number, header.date, header.issuer) == (None, None, None)


def test_number_and_date_only_in_the_captions_of_appendices() -> None:
    header = read(
        "BÁO CÁO\n\nsơ kết việc giữ nguồn nước\n\nI- KẾT QUẢ\n\nTốt.\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nLò Văn Mẫu\n\nPHỤ LỤC 1\n\n"
        "Số liệu giếng\n(Kèm theo Báo cáo số 52-BC/TU ngày 15/4/2031 của Ban Thường vụ Thành ủy)\n"
    ).header
    assert (header.number, header.date, header.issuer) == ("52-BC/TU", "2031-04-15", "Ban Thường vụ Thành ủy")


def test_a_consolidated_text_states_its_number_at_the_end() -> None:
    header = read(
        "VĂN BẢN HỢP NHẤT -\nBỘ SÔNG NÚI\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nTHÔNG TƯ\nHướng dẫn giữ nguồn nước\n\n"
        "Điều 1. Phạm vi\n\nCác bản.\n\n"
        "BỘ SÔNG NÚI\n\nSố: 46/VBHN-BSN\n\nXÁC THỰC VĂN BẢN HỢP NHẤT\n\nHà Nội, ngày 10 tháng 02 năm 2031\nKT. BỘ TRƯỞNG\n"
        "THỨ TRƯỞNG\n\nLò Văn Mẫu\n"
    ).header
    assert (header.type, header.number, header.date) == ("Văn bản hợp nhất", "46/VBHN-BSN", "2031-02-10")
    assert header.subject == "Thông tư hướng dẫn giữ nguồn nước"


NEWS = "Thay mặt Bộ Sông Núi, Thứ trưởng Lò Văn Mẫu đã ký Kết luận số 12-KL/TW ngày 4/2/2031 của Bộ Chính trị về nguồn nước.\n\n"


def test_a_press_text_is_a_document_only_with_its_operative_words() -> None:
    document = read(NEWS + "Theo đó, Bộ Chính trị đã thảo luận và kết luận như sau:\n\nCác bản giữ nguồn nước.\n")
    assert document.is_document
    assert (document.header.number, document.header.date, document.header.type) == ("12-KL/TW", "2031-02-04", "Kết luận")
    digest = read("### Giữ nguồn nước\n\n" + NEWS + "Kết luận nêu rõ các bản phải giữ nguồn nước.\n", "md")
    assert not digest.is_document
    assert [item.code for item in digest.diagnostics] == ["not-a-document"]


def test_a_cited_number_is_no_header() -> None:
    assert read("Hướng dẫn số 3-HD/BTGTU ngày 02/3/2031 của Ban Tuyên giáo.\n").header.number is None


def test_a_header_parted_by_tabs_is_read_column_by_column() -> None:
    header = read(
        "UBND HUYỆN ĐÁ BẠC\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nPHÒNG NƯỚC SẠCH\tĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 8/PNS-KT\tĐá Bạc, ngày 4 tháng 5 năm 2031\nV/v giữ nguồn nước\n\nKính gửi: Các trưởng bản\n\nCác bản giữ nguồn nước.\n"
    ).header
    assert (header.type, header.number, header.date, header.place) == ("Công văn", "8/PNS-KT", "2031-05-04", "Đá Bạc")
    assert (header.issuer, header.parent) == ("Phòng Nước sạch", "UBND huyện Đá Bạc")


def test_a_subject_on_the_line_of_the_number() -> None:
    about = "V/v giữ nguồn nước ở các bản vùng cao trong mùa khô và sửa các giếng cũ của xã"
    header = read(f"UBND HUYỆN ĐÁ BẠC\n\nSố: 8/UBND-KT {about}\n\nKính gửi: Các trưởng bản\n\nCác bản giữ nguồn nước.\n").header
    assert (header.number, header.subject) == ("8/UBND-KT", about)


RECITAL = "Căn cứ Luật Đê điều ngày 29 tháng 11 năm 2006;\n\nNGHỊ ĐỊNH:\n\nĐiều 1. Phạm vi\n\nCác bến đò.\n\n"


@pytest.mark.parametrize(
    "title",
    [
        "Nghị định của Chính phủ số 15/2031/NĐ-CP ngày 10/10/2031 về việc giữ bến đò.\n\nChính phủ\n\n",
        "Nghị định của Chính phủ số 15/2031/NĐ-CP\n\nngày 10/10/2031 về việc giữ bến đò.\n\nChính phủ\n\n",
        "Nghị định số 15/2031/NĐ-CP ngày 10 tháng 10 năm 2031 của Chính phủ về việc giữ bến đò\n\nCHÍNH PHỦ\n\n",
        "NGHỊ ĐỊNH\n\nCỦA CHÍNH PHỦ SỐ 15/2031/NĐ-CP NGÀY 10 THÁNG 10 NĂM 2031\n\nVỀ VIỆC GIỮ BẾN ĐÒ\n\nCHÍNH PHỦ\n\n",
        "NGHỊ ĐỊNH\n\nSỐ 15/2031/NĐ-CP NGÀY 10/10/2031 CỦA CHÍNH PHỦ VỀ VIỆC GIỮ BẾN ĐÒ\n\n",
        "CHÍNH PHỦ\n-0-\nSố: 15/2031/NĐ-CP\n\nNGHỊ ĐỊNH SỐ 15/2031/NĐ-CP NGÀY 10/10/2031 CỦA CHÍNH PHỦ VỀ VIỆC GIỮ BẾN ĐÒ\n\n",
    ],
)
def test_a_title_may_name_number_date_and_issuer(title: str) -> None:
    document = read(title + RECITAL)
    header = document.header
    assert document.is_document
    assert (header.type, header.number, header.issuer) == ("Nghị định", "15/2031/NĐ-CP", "Chính phủ")
    assert (header.date, (header.subject or "").lower()) == ("2031-10-10", "về việc giữ bến đò")


def test_a_text_that_speaks_of_a_document_has_no_title_of_its_own() -> None:
    document = read("Nghị định số 15/2031/NĐ-CP ngày 10/10/2031 của Chính phủ về bến đò có nhiều điểm mới.\n\nCác bến đò vui mừng.\n")
    assert not document.is_document
    assert document.header.number is None


@pytest.mark.parametrize("closing", ["Lò Văn Mẫu\n\n(Đã ký)\n", "(Đã ký)\n\nLò Văn Mẫu\n", "LÒ VĂN MẪU\n\nĐã ký\n"])
def test_a_name_that_signed_without_an_office(closing: str) -> None:
    header = read(_with_letterhead_below(LETTERHEAD).split("TM. ")[0] + "\n\nĐiều 9. Bến đò\n\nGiữ bến.\n\n" + closing).header
    assert header.signature.signer == "Lò Văn Mẫu"
    assert header.signature.title is None


def _scan(lines: str) -> Document:
    register = shipped()
    return structure(replace(clean(lines), method="ocr"), register)


SCAN = (
    "UBND TỈNH SÔNG MƠ\n\nSỞ BẾN ĐÒ\n\n{number}\n\nCỘNG HOÀA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nĐộc Tập —- Tự đo - Hạnh phúc\n\n"
    "{date}\n\n{title}\n\n1. Giữ bến đò.\n\n"
)


@pytest.mark.parametrize(
    ("number", "date", "title", "type", "when"),
    [
        ("Số:2Ø3⁄ /TB-SBĐ", "Sông Mơ, ngày * tháng l] năm 2031", "THÔNG BÁO.\n\nVề bến đò", "Thông báo", "2031"),
        ("Sé: j4 #GM-SBĐ", "Sông Mơ, ngày lồ tháng 10 năm 2031", "GIẦY MỜI\n\nHọp về bến đò", "Giấy mời", "2031-10"),
        ("Só: c2Ø /KH-SBĐ", "Sông Mơ, ngàycŸO tháng 10 năm 2031", "KÉ HOẠCH\n\nGiữ bến đò", "Kế hoạch", "2031-10"),
        ("só:42É /QĐ-SBĐ", "Sông Mơ, ngày tháng 11 năm 2031", "Về việc giữ bến đò", "Quyết định", "2031-11"),
    ],
)
def test_a_scanned_header_is_read_past_what_recognition_misread(number: str, date: str, title: str, type: str, when: str) -> None:
    header = _scan(SCAN.format(number=number, date=date, title=title)).header
    assert (header.type, header.number, header.date) == (type, None, when)
    assert (header.issuer, header.place) == ("Sở Bến đò", "Sông Mơ")
    assert "bến đò" in (header.subject or "")


def test_a_body_is_no_signer() -> None:
    header = read(_with_letterhead_below(LETTERHEAD) + "\n\nKT. GIÁM ĐÓC\nPHÓ GIÁM ĐỘC\n\nLò Văn Mẫu\n").header
    assert header.signature.signer == "Lò Văn Mẫu"


UNION = [
    # the youth union's name where its papers have the nation's; beside the nation's name it is a body above the issuer
    (["TỈNH ĐOÀN SÔNG MƠ", "BAN CHẤP HÀNH ĐOÀN XÃ NÀ LÚA", "Số: 5-KH/ĐTN", "ĐOÀN TNCS HỒ CHÍ MINH"],
     "Ban Chấp hành Đoàn xã Nà Lúa", "Tỉnh đoàn Sông Mơ"),
    (["ĐOÀN TNCS HỒ CHÍ MINH", "TỈNH ĐOÀN SÔNG MƠ", "Số: 5-KH/ĐTN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
     "Tỉnh đoàn Sông Mơ", "Đoàn TNCS Hồ Chí Minh"),
    # a name that goes over to the next line, and a body of a kind no list has below it
    (["LIÊN ĐOÀN LAO ĐỘNG TỈNH SÔNG", "MƠ", "CÔNG ĐOÀN XÃ NÀ LÚA", "Số: 5/KH-CĐ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
     "Công đoàn xã Nà Lúa", "Liên đoàn Lao động tỉnh Sông Mơ"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "issuer", "parent"), UNION)
def test_whose_name_stands_where(lines: list[str], issuer: str, parent: str) -> None:
    text = "\n\n".join([*lines, "Nà Lúa, ngày 08 tháng 5 năm 2031", "KẾ HOẠCH", "Giữ bến", "1. Rà soát bến đò.", "2. Giữ sổ bến."])
    header = read(text + "\n").header
    assert (header.issuer, header.parent, header.date) == (issuer, parent, "2031-05-08")


@pytest.mark.parametrize(
    ("below", "subject"),
    [
        ("(01/7/1971 - 01/7/2031)", "Kỷ niệm 60 năm lập bến (01/7/1971 - 01/7/2031)"),
        ("(Dự thảo lần 2)", "Kỷ niệm 60 năm lập bến"),
    ],
)
def test_the_days_of_an_anniversary_belong_to_the_subject(below: str, subject: str) -> None:
    head = "ỦY BAN NHÂN DÂN\n\nXÃ NÀ LÚA\n\nSố: 5/KH-UBND\n\nNà Lúa, ngày 08 tháng 5 năm 2031\n\nKẾ HOẠCH\n\nKỷ niệm 60 năm lập bến\n\n"
    assert read(f"{head}{below}\n\nCác bến giữ sổ.\n\n1. Rà soát bến.\n\n2. Giữ bến.\n").header.subject == subject


def test_columns_of_the_union_are_read_one_after_the_other() -> None:
    rows = [
        ("TỈNH ĐOÀN SÔNG MƠ", "ĐOÀN TNCS HỒ CHÍ MINH"),
        ("BCH ĐOÀN XÃ NÀ LÚA", ""),
        ("Số: 5-KH/ĐTN", "Nà Lúa, ngày 08 tháng 5 năm 2031"),
    ]
    head = "\n".join(f"{left:<38}{right}".rstrip() for left, right in rows)
    header = read(head + "\n\n" + "KẾ HOẠCH".center(80) + "\n" + "Giữ bến".center(80) + "\n\n1. Rà soát bến đò.\n\n2. Giữ sổ bến.\n").header
    assert (header.issuer, header.parent, header.date) == ("BCH Đoàn xã Nà Lúa", "Tỉnh đoàn Sông Mơ", "2031-05-08")


NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
WHOLE_UNION = ("ĐOÀN TNCS HỒ CHÍ MINH",)
DAY = "Nà Lúa, ngày 08 tháng 5 năm 2031"
PLAN = ("KẾ HOẠCH", "Giữ bến đò", "Thực hiện chủ trương về môi trường, các bến làm như sau:", "1. Rà soát bến đò.", "2. Giữ sổ bến.")

NO_LETTERHEADS = [
    # lines in capitals with no letterhead around them may be a headline, beside a type too; a known body is one anywhere
    ("CHUYỆN KỂ BÊN BẾN ĐÒ\n\nTẬP SỐ 2\n\nHƯƠNG LÚA NÀ LÚA", "", None, None),
    ("MÙA NƯỚC LÊN\n\nBẾN ĐÒ CŨ CỦA LÀNG", "KẾ HOẠCH\n\nGiữ bến\n\n", None, None),
    ("MÙA NƯỚC LÊN\n\nUBND XÃ ĐÁ BẠC", "", "UBND xã Đá Bạc", None),
    # the number's line, a day beside the type, or to whom it goes are a letterhead's
    ("TỔ ĐAN TRE BẾN ĐÒ", "Số: 5/KH-TĐT\n\nKẾ HOẠCH\n\nGiữ bến\n\n", "Tổ đan tre Bến Đò", None),
    ("TỔ ĐAN TRE BẾN ĐÒ", "Nà Lúa, ngày 5 tháng 3 năm 2031\n\nKẾ HOẠCH\n\nGiữ bến\n\n", "Tổ đan tre bến đò", None),
    ("TỔ ĐAN TRE BẾN ĐÒ", "V/v mượn thuyền\n\nKính gửi: Các bến\n\n", "Tổ đan tre bến đò", None),
]


@pytest.mark.parametrize(("lines", "below", "issuer", "parent"), NO_LETTERHEADS)
def test_a_headline_is_no_issuer(lines: str, below: str, issuer: str | None, parent: str | None) -> None:
    header = read(f"{lines}\n\n{below}Sáng nay mưa nhẹ trên các thửa ruộng, bà con ra đồng từ sớm, đến trưa thì trời quang.\n").header
    assert (header.issuer, header.parent) == (issuer, parent)


@pytest.mark.parametrize(
    ("kind", "line", "subject"),
    [
        ("QUY CHẾ PHỐI HỢP", "Trong công tác giữ bến năm 2031", "Phối hợp Trong công tác giữ bến năm 2031"),
        ("QUY CHẾ PHỐI HỢP", "Trong năm qua, các bên giữ bến tốt", "Phối hợp"),
        ("QUY CHẾ PHỐI HỢP", "Giữ bến, vớt bèo năm 2031\n-----", "Phối hợp Giữ bến, vớt bèo năm 2031"),
        ("QUY CHẾ PHỐI HỢP", "Giữ bến, vớt bèo năm 2031\nCăn cứ Luật Bến bãi;", "Phối hợp Giữ bến, vớt bèo năm 2031"),
        ("QUY CHẾ PHỐI HỢP", "Các bên giữ bến, vớt bèo.\nCăn cứ Luật Bến bãi;", "Phối hợp"),
        ("QUY CHẾ PHỐI HỢP", "Giữ bến, vớt bèo năm 2031", "Phối hợp"),
        ("QUY CHẾ PHỐI HỢP", "Trong năm qua các bên giữ bến tốt.", "Phối hợp"),
    ],
)
def test_a_line_that_joins_goes_on_with_the_title(kind: str, line: str, subject: str) -> None:
    text = f"HỘI BẠN BIỂN XÃ ĐÁ BẠC\nSố: 5/QC-HBB\n{NATION[0]}\n\n{kind}\n{line}\n\nHội giữ bến như sau:\n\nĐiều 1. Bến đò\n"
    assert read(text).header.subject == subject


LETTERHEADS = [
    # an organ that does not say whose it is has the name of the body above; one that does keeps it
    (("HỘI BẠN BIỂN TỈNH SÔNG MƠ", "BAN CHẤP HÀNH"), "5-KH/HBB", NATION,
     "Ban Chấp hành Hội Bạn biển tỉnh Sông Mơ", "Hội Bạn biển tỉnh Sông Mơ"),
    (("ĐẢNG BỘ XÃ ĐÁ BẠC", "BAN CHẤP HÀNH"), "5-KH/ĐU", NATION, "Ban Chấp hành Đảng bộ xã Đá Bạc", "Đảng bộ xã Đá Bạc"),
    (("HỘI BẠN BIỂN VIỆT NAM", "BAN CHẤP HÀNH TỈNH SÔNG MƠ"), "5-KH/HBB", NATION,
     "Ban Chấp hành Hội Bạn biển Việt Nam tỉnh Sông Mơ", "Hội Bạn biển Việt Nam"),
    (("HỘI BẠN BIỂN TỈNH SÔNG MƠ", "BAN CHẤP HÀNH XÃ ĐÁ BẠC"), "5-KH/HBB", NATION, "Ban Chấp hành xã Đá Bạc", "Hội Bạn biển tỉnh Sông Mơ"),
    (("HỘI BẠN BIỂN TỈNH SÔNG MƠ", "BAN TỔ CHỨC"), "5-KH/BTC", NATION, "Ban Tổ chức", "Hội Bạn biển tỉnh Sông Mơ"),
    # a body of the same kind at another place is one of its own, also where no list knows the kind
    (("CÔNG AN TỈNH SÔNG MƠ", "CÔNG AN XÃ ĐÁ BẠC"), "5/KH-CAX", NATION, "Công an xã Đá Bạc", "Công an tỉnh Sông Mơ"),
    (("CÔNG AN TỈNH", "SÔNG MƠ"), "5/KH-CAT", NATION, "Công an tỉnh Sông Mơ", None),
    (("CÔNG AN TỈNH SÔNG MƠ", "PHÒNG GIỮ ĐÒ"), "5/KH-PGĐ", NATION, "Phòng Giữ đò", "Công an tỉnh Sông Mơ"),
    (("BỘ CÔNG AN", "CÔNG AN TỈNH SÔNG MƠ"), "5/KH-CAT", NATION, "Công an tỉnh Sông Mơ", "Bộ Công an"),
    (("CỤC THUẾ", "THUẾ TỈNH SÔNG MƠ"), "5/KH-SMO", NATION, "Thuế tỉnh Sông Mơ", "Cục Thuế"),
    (("THUẾ TỈNH SÔNG MƠ", "THUẾ CƠ SỞ 3"), "5/KH-TCS", NATION, "Thuế cơ sở 3", "Thuế tỉnh Sông Mơ"),
    (("CỤC THUẾ TỈNH", "SÔNG MƠ"), "5/KH-CT", NATION, "Cục Thuế tỉnh Sông Mơ", None),
    # a line that is all of the name whose letters the number has; a company's name has letters behind its legal form alone
    (("SỞ BẾN BÃI VÀ KÊNH RẠCH", "BẢO TÀNG TỈNH"), "5/KH-BTT", NATION, "Bảo tàng tỉnh", "Sở Bến bãi và Kênh rạch"),
    (("THÀNH ĐOÀN SÔNG MƠ", "BCH ĐOÀN PHƯỜNG ĐÁ BẠC"), "5/BC-ĐTN", NATION, "BCH Đoàn phường Đá Bạc", "Thành đoàn Sông Mơ"),
    # a figure and a dash inside a name are no symbol; a document's short number is no body's figure
    (("HỘI BẠN BIỂN TỈNH SÔNG MƠ", "BAN CHỈ HUY KHU VỰC 3 - NÀ LÚA"), "5/KH-BCH", NATION, "Ban Chỉ huy khu vực 3 - Nà Lúa",
     "Hội Bạn biển tỉnh Sông Mơ"),
    (("ĐẢNG ỦY XÃ ĐÁ BẠC", "BAN CHỈ ĐẠO", "TỔNG KẾT NGHỊ QUYẾT 18"), "5-KH/BCĐ", NATION,
     "Ban Chỉ đạo tổng kết Nghị quyết 18 Đảng ủy xã Đá Bạc", "Đảng ủy xã Đá Bạc"),
    # two bodies beside a dash, each with its place, issue together; a place's own dash parts nothing
    (("HỘI BẠN BIỂN TỈNH SÔNG MƠ - TỈNH ĐOÀN SÔNG MƠ",), "5/CTPH-HBB-TĐ", NATION, "Hội Bạn biển tỉnh Sông Mơ - Tỉnh đoàn Sông Mơ", None),
    # a place alone is where the body above it is
    (("CÔNG AN XÃ ĐÁ BẠC", "HUYỆN NÀ LÚA"), "5/KH-CAX", NATION, "Công an xã Đá Bạc, huyện Nà Lúa", None),
    (("ỦY BAN NHÂN DÂN", "PHƯỜNG ĐÁ BẠC", "THÀNH PHỐ NÀ LÚA TỈNH SÔNG MƠ"), "5/KH-UBND", NATION,
     "Ủy ban nhân dân phường Đá Bạc, thành phố Nà Lúa, tỉnh Sông Mơ", None),
    (("TỈNH ĐOÀN SÔNG MƠ", "HUYỆN ĐOÀN NÀ LÚA"), "5-KH/HĐ", WHOLE_UNION, "Huyện đoàn Nà Lúa", "Tỉnh đoàn Sông Mơ"),
    # a name cannot end with half a word; a school and a branch at a place are bodies
    (("UBND TỈNH SÔNG MƠ", "SỞ BẾN BÃI VÀ MÔI", "TRƯỜNG"), "5/KH-SBBMT", NATION, "Sở Bến bãi và Môi trường", "UBND tỉnh Sông Mơ"),
    (("SỞ BẾN BÃI VÀ MÔI", "TRƯỜNG TỈNH SÔNG MƠ"), "5/KH-SBBMT", NATION, "Sở Bến bãi và Môi trường tỉnh Sông Mơ", None),
    (("TRUNG TÂM ĐO MÔI", "TRƯỜNG TỈNH SÔNG MƠ"), "5/KH-TTĐ", NATION, "Trung tâm Đo môi trường tỉnh Sông Mơ", None),
    (("BAN QUẢN LÝ BẾN", "PHÒNG HỘ TỈNH SÔNG MƠ"), "5/KH-BQLBPH", NATION, "Ban Quản lý bến phòng hộ tỉnh Sông Mơ", None),
    (("BAN QUẢN LÝ BẾN", "PHÒNG GIỮ ĐÒ"), "5/KH-BQLB", NATION, "Phòng Giữ đò", "Ban Quản lý bến"),
    (("UBND XÃ ĐÁ BẠC", "PHÒNG VĂN HÓA - XÃ", "HỘI"), "5/KH-VHXH", NATION, "Phòng Văn hóa - Xã hội", "UBND xã Đá Bạc"),
    (("UBND XÃ ĐÁ BẠC", "TRƯỜNG TIỂU HỌC NÀ LÚA"), "5/KH-THNL", NATION, "Trường Tiểu học Nà Lúa", "UBND xã Đá Bạc"),
    (("VĂN PHÒNG HĐND VÀ UBND", "PHÒNG GIỮ ĐÒ"), "5/KH-PGĐ", NATION, "Phòng Giữ đò", "Văn phòng HĐND và UBND"),
    # a name that ends with its figure or with the place of the date is whole; names that share two words are two, of whatever kind they are
    (("QUÂN KHU 11", "BỘ CHỈ HUY QUÂN SỰ TỈNH SÔNG MƠ"), "5/KH-BCH", NATION, "Bộ Chỉ huy quân sự tỉnh Sông Mơ", "Quân khu 11"),
    (("BINH ĐOÀN 90", "LỮ ĐOÀN 4"), "5/KH-LĐ", NATION, "Lữ đoàn 4", "Binh đoàn 90"),
    (("XÍ NGHIỆP ĐÒ SỐ 9", "ĐÁ BẠC"), "5/KH-XN", NATION, "Xí nghiệp Đò số 9 đá bạc", None),
    (("BỆNH XÁ BẾN ĐÒ NÀ LÚA", "KHOA NHI"), "5/KH-KN", NATION, "Khoa nhi", "Bệnh xá bến đò Nà Lúa"),
    (("ĐIỂM GIỮ BẾN NÀ LÚA", "VÀ CÁC KÈ"), "5/KH-ĐGB", NATION, "Điểm giữ bến Nà Lúa và các kè", None),
    (("HẠT GIỮ RỪNG ĐÁ BẠC", "TRẠM GIỮ RỪNG KHE LIM"), "5/KH-TGR", NATION, "Trạm Giữ rừng Khe Lim", "Hạt Giữ rừng đá bạc"),
    (("ĐÔI BỜ GIỮ RỪNG", "KHE LIM ĐÁ BẠC"), "5/KH-ĐB", NATION, "Đôi bờ giữ rừng khe lim đá bạc", None),
    (("BQL CÁC BẾN TỈNH SÔNG MƠ - NÀ LÚA", "TỔ GIỮ KÈ SỐ 2"), "5/KH-TGK", NATION, "Tổ giữ kè số 2", "BQL các bến tỉnh Sông Mơ - Nà Lúa"),
    (("HỘI NÔNG DÂN VIỆT NAM", "BCH XÃ ĐÁ BẠC"), "5/KH-HND", NATION, "BCH Hội Nông dân Việt Nam xã Đá Bạc", "Hội Nông dân Việt Nam"),
    (("HỘI NÔNG DÂN TỈNH SÔNG MƠ", "BCH XÃ ĐÁ BẠC"), "5/KH-HND", NATION, "BCH xã Đá Bạc", "Hội Nông dân tỉnh Sông Mơ"),
    (("UBND TỈNH SÔNG MƠ", "BCH QUÂN SỰ TỈNH"), "5/KH-BCH", NATION, "BCH quân sự tỉnh", "UBND tỉnh Sông Mơ"),
    (("HĐND TỈNH", "BAN GIỮ BẾN"), "5/BC-BGB", NATION, "Ban Giữ bến", "HĐND tỉnh"),
    # the number's letters are those of the lower body alone, and the name above it has come to its place; or else they are half a name's
    (("LIÊN HIỆP HỢP TÁC XÃ SÔNG MƠ", "QUỸ GIỮ BẾN ĐÁ BẠC"), "5/KH-QGB", NATION, "Quỹ Giữ bến Đá Bạc", "Liên hiệp Hợp tác xã Sông Mơ"),
    (("CÔNG TY CỔ PHẦN", "CẤP NƯỚC ĐÁ BẠC"), "5/KH-CNĐB", NATION, "Công ty Cổ phần Cấp nước đá bạc", None),
    # a name in small letters above an organ of it
    (("Công đoàn xã Nà Lúa", "BAN CHẤP HÀNH"), "5/KH-CĐ", NATION, "Ban Chấp hành Công đoàn xã Nà Lúa", "Công đoàn xã Nà Lúa"),
    # two bodies whose letters both stand in the number issue it together; a body and its organ, or its department, do not
    (("UBND XÃ ĐÁ BẠC", "HỘI BẠN BIỂN XÃ ĐÁ BẠC"), "5/KHPH-UBND-HBB", NATION, "UBND xã Đá Bạc - Hội Bạn biển xã Đá Bạc", None),
    (("ỦY BAN NHÂN DÂN XÃ ĐÁ BẠC", "ĐOÀN GIỮ BẾN XÃ ĐÁ BẠC"), "5/KHPH-UBND-ĐGB", NATION,
     "Ủy ban nhân dân xã Đá Bạc - Đoàn Giữ bến xã Đá Bạc", None),
    (("TỈNH ĐOÀN SÔNG MƠ", "HỘI BẠN BIỂN TỈNH"), "5-KHPH/TĐTN-HBB", WHOLE_UNION, "Tỉnh đoàn Sông Mơ - Hội Bạn biển tỉnh", None),
    (("TỈNH ĐOÀN SÔNG MƠ", "HỘI BẠN BIỂN TỈNH"), "5-KH/HBB-VP", WHOLE_UNION, "Hội Bạn biển tỉnh", "Tỉnh đoàn Sông Mơ"),
    (("HỘI BẠN BIỂN XÃ ĐÁ BẠC", "BAN THƯỜNG TRỰC"), "5/KH-HBB-BTT", NATION,
     "Ban Thường trực Hội Bạn biển xã Đá Bạc", "Hội Bạn biển xã Đá Bạc"),
    (("UBND TỈNH SÔNG MƠ", "SỞ BẾN BÃI"), "5/SBB-KT", NATION, "Sở Bến bãi", "UBND tỉnh Sông Mơ"),
    # the whole union's name below a branch of it stands in the nation's place
    (("TỈNH ĐOÀN SÔNG MƠ",), "5-KH/TĐTN", WHOLE_UNION, "Tỉnh đoàn Sông Mơ", None),
    (("BCH ĐOÀN XÃ NÀ LÚA",), "5-KH/ĐTN", WHOLE_UNION, "BCH Đoàn xã Nà Lúa", None),
    (("BAN CHẤP HÀNH ĐOÀN TỈNH SÔNG MƠ", "***"), "5-KH/TĐTN", WHOLE_UNION, "Ban Chấp hành Đoàn tỉnh Sông Mơ", None),
]  # fmt: skip


def _one_below_the_other(left: tuple[str, ...], number: str, right: tuple[str, ...]) -> str:
    return "\n\n".join([*left, f"Số: {number}", *right, DAY, *PLAN]) + "\n"


def _beside_each_other(left: tuple[str, ...], number: str, right: tuple[str, ...]) -> str:
    rows = max(len(left) + 1, len(right) + 1)
    first = [*left, *[""] * (rows - len(left) - 1), f"Số: {number}"]
    second = [*right, *[""] * (rows - len(right) - 1), DAY]
    head = "\n".join(f"{one:^42}{other:^44}".rstrip() for one, other in zip(first, second, strict=True))
    return f"{head}\n\n{PLAN[0]:^86}\n{PLAN[1]:^86}\n\n" + "\n\n".join(PLAN[2:]) + "\n"


@pytest.mark.parametrize("lay", [_one_below_the_other, _beside_each_other])
@pytest.mark.parametrize(("left", "number", "right", "issuer", "parent"), LETTERHEADS)
def test_pairs_of_lines_tell_whose_paper_it_is(
    lay: Callable[[tuple[str, ...], str, tuple[str, ...]], str],
    left: tuple[str, ...],
    number: str,
    right: tuple[str, ...],
    issuer: str,
    parent: str | None,
) -> None:
    header = read(lay(left, number, right)).header
    assert (header.issuer, header.parent, header.number, header.date) == (issuer, parent, number, "2031-05-08")


@pytest.mark.parametrize(("left", "number", "right", "issuer", "parent"), LETTERHEADS)
def test_so_do_the_cells_of_a_table(
    tmp_path: Path, left: tuple[str, ...], number: str, right: tuple[str, ...], issuer: str, parent: str | None
) -> None:
    head = tbl((tc(*left), tc(*right)), (tc(f"Số: {number}"), tc(DAY)), lined=False)
    header = structure(read_clean(save(tmp_path, docx(head + "".join(map(p, PLAN))))), EMPTY).header
    assert (header.issuer, header.parent, header.number, header.date) == (issuer, parent, number, "2031-05-08")


def test_a_branch_below_the_whole_union_is_a_body_of_its_own() -> None:
    header = read("\n".join(["ĐOÀN TNCS HỒ CHÍ MINH", "BCH ĐOÀN XÃ NÀ LÚA", "Số: 5-KH/ĐTN", DAY, "", *PLAN]) + "\n").header
    assert (header.issuer, header.parent) == ("BCH Đoàn xã Nà Lúa", "Đoàn TNCS Hồ Chí Minh")


@pytest.mark.parametrize(
    ("said", "issuer", "parent"),
    [
        ("Ban Quản lý bến phòng hộ Đá Bạc thông báo:", "Ban Quản lý bến phòng hộ Đá Bạc", "UBND xã Đá Bạc"),
        ("Phòng Hộ tịch Đá Bạc thông báo:", "Phòng hộ Đá Bạc", "Ban Quản lý bến"),
    ],
)
def test_what_the_text_writes_over_the_end_of_a_line_is_one_name(said: str, issuer: str, parent: str) -> None:
    head = f"UBND XÃ ĐÁ BẠC\nBAN QUẢN LÝ BẾN\nPHÒNG HỘ ĐÁ BẠC\nSố: 5/TB-BQLB\n{NATION[0]}\nĐá Bạc, ngày 2 tháng 4 năm 2031\n"
    header = read(f"{head}\nTHÔNG BÁO\nVề việc giữ kè\n\n{said}\n\n1. Giữ kè.\n").header
    assert ((header.issuer or "").lower(), header.parent) == (issuer.lower(), parent)


SMALL = (
    "<p>Ủy ban nhân dân</p><p>xã Đá Bạc</p><p>Số: 5/TB-UBND</p><p>Cộng hòa xã hội chủ nghĩa Việt Nam</p><p>Độc lập - Tự do - Hạnh phúc</p>"
    "<p>Đá Bạc, ngày 2 tháng 4 năm 2031</p><p>Thông báo</p><p>Về việc giữ kè</p><p>Ủy ban nhân dân xã thông báo việc giữ kè như sau:</p>"
    "<p>1. Giữ kè.</p><p>TM. Ủy ban nhân dân</p><p>Phó Chủ tịch</p><p>Lò Văn Mẫu</p>"
)


def test_a_page_that_only_its_style_sets_in_capitals_is_read_alike() -> None:
    header = read(SMALL, "html").header
    assert (header.type, header.number, header.date) == ("Thông báo", "5/TB-UBND", "2031-04-02")
    assert (header.issuer, header.subject) == ("Ủy ban nhân dân xã Đá Bạc", "Về việc giữ kè")
    signed = [value.words.value for value in header.values if value.field in ("authority", "signer_title", "signer")]
    assert signed == ["Lò Văn Mẫu", "Phó Chủ tịch", "TM. Ủy ban nhân dân"]


def test_not_a_story_that_begins_with_bodies() -> None:
    lines = ["Đoàn xã về bến đò", "Đảng ủy xã Đá Bạc", "Số nhà mới có 5 bến", "Cộng hòa xã hội là giấc mơ", "Chủ tịch xã", "Lò Văn Mẫu"]
    header = read("".join(f"<p>{line}</p>" for line in lines), "html").header
    assert not {"issuer", "signer", "type"} & {value.field for value in header.values}
