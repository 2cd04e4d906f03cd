"""What parts of a document say against one another is told, once each, at its line; what agrees is not."""

from __future__ import annotations

import pytest

from .reading_helpers import read

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nĐộc lập - Tự do - Hạnh phúc\n\n"
DATED = "Sông Mơ, ngày 02 tháng 4 năm 2031\n\n"
ISSUER = "BỘ BẾN BÃI\n\n"
ENACTED = "Căn cứ Luật Bến bãi;\n\nBộ trưởng Bộ Bến bãi ban hành Thông tư quy định về bến tạm.\n\n"
BODY = "Điều 1. Phạm vi\n\nThông tư này quy định về bến tạm.\n\nĐiều 2. Hiệu lực\n\nThông tư này có hiệu lực từ ngày ký.\n"
GOOD = f"{ISSUER}Số: 7/2031/TT-BBB\n\n{NATION}{DATED}THÔNG TƯ\n\nQuy định về bến tạm\n\n{ENACTED}{BODY}"

DOUBTS = [
    (GOOD, []),
    (GOOD.replace("Số: 7/2031/TT-BBB\n\n", "Số: 7/2031/TT-BBB\n\nSố: 9/2031/TT-BBB\n\n"), ["header-two"]),
    (GOOD.replace("Số: 7/2031/TT-BBB\n\n", "Số: 7/2031/TT-BBB\n\nSố: 7/2031/TT-BBB\n\n"), []),
    (GOOD.replace(DATED, DATED + "Sông Mơ, ngày 09 tháng 4 năm 2031\n\n"), ["header-two"]),
    (GOOD.replace("tháng 4 năm 2031", "tháng 4 năm 2029"), ["header-two"]),
    (GOOD.replace("7/2031/TT-BBB", "7/TT-BBB"), []),
    (GOOD.replace("THÔNG TƯ\n", "NGHỊ ĐỊNH\n").replace("Thông tư", "Nghị định"), ["header-code"]),
    (GOOD.replace("ban hành Thông tư", "ban hành Nghị định"), ["header-enacted"]),
    (GOOD.replace("Bộ trưởng Bộ Bến bãi ban", "Bộ trưởng Bộ Kênh rạch ban"), ["header-enacted"]),
    (GOOD.replace("ban hành Thông tư", "đã ký ban hành Nghị định"), []),
    (GOOD.replace("quy định về bến tạm.\n\nĐiều 2", "quy định về “bến tạm.\n\nĐiều 2"), ["quote-open"]),
    (GOOD.replace("quy định về bến tạm.\n\nĐiều 2", "quy định về “bến tạm”.\n\nĐiều 2"), []),
    ("".join(f"ỦY BAN NHÂN DÂN BẾN SỐ {number}\n\n" for number in range(70)) + GOOD, ["header-long"]),
]


@pytest.mark.parametrize(("text", "codes"), DOUBTS)
def test_doubts(text: str, codes: list[str]) -> None:
    document = read(text)
    assert [item.code for item in document.diagnostics] == codes
    assert all(item.line for item in document.diagnostics)


def test_a_code_against_the_type_is_told_and_no_type_is_guessed() -> None:
    header = read(GOOD.replace("THÔNG TƯ\n", "NGHỊ ĐỊNH\n")).header
    assert (header.type, header.number) == ("Nghị định", "7/2031/TT-BBB")


def test_a_header_only_at_the_end_is_read_and_told() -> None:
    body = "Các bến giữ nếp nhà bè.\n\n" + "Mỗi tháng báo về xã một lần, nêu rõ việc đã làm.\n\n" * 30
    document = read(f"{body}ỦY BAN NHÂN DÂN\n\nXÃ NÀ LÚA\n\nSố: 7/KH-UBND\n\n{NATION}{DATED}KẾ HOẠCH\n\nGiữ bến\n")
    assert (document.header.number, [item.code for item in document.diagnostics]) == ("7/KH-UBND", ["header-at-end"])


def test_a_letterhead_below_the_signature_is_read_and_told() -> None:
    title = f"THÔNG TƯ\n\nQuy định về bến tạm\n\n{ENACTED}{BODY}\nBỘ TRƯỞNG\n\nLò Văn Mẫu\n\n"
    document = read(f"{title}{ISSUER}{NATION}Số: 7/2031/TT-BBB\n\n{DATED}")
    assert (document.header.number, document.header.date) == ("7/2031/TT-BBB", "2031-04-02")
    assert [item.code for item in document.diagnostics] == ["header-at-end"]
    other = read(f"{title}{ISSUER}{NATION}Số: 7/QĐ-BBB\n\n{DATED}QUYẾT ĐỊNH\n\nVề bến tạm\n\n")
    assert other.header.number is None  # another document


def test_a_recital_at_the_top_is_no_title() -> None:
    assert read("Luật Bến bãi số 4/2027/QH16;\n\nĐiều 1. Phạm vi\n\nCác bến giữ nước.\n").header.number is None


def test_five_thousand_lines_of_letterhead_are_no_document() -> None:
    document = read("BAN BẾN BÃI\n\n" * 5000)
    assert [item.code for item in document.diagnostics] == ["not-a-document"]


@pytest.mark.parametrize("text", ["x", "Bến tạm ở cuối làng.\n", "Điều 1. Phạm vi\n\nCác bến giữ nước.\n"])
def test_no_header_at_all(text: str) -> None:
    assert [item.code for item in read(text).diagnostics] == ["not-a-document"]
