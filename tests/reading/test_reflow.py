"""Hard-wrapped lines: which belong together, which do not. Every text is ours, in the shapes that real files have."""

from __future__ import annotations

import pytest

from build_tools.model.reading import Piece, RawParagraph, Reading, Style
from build_tools.normalise import normalise

from .reading_helpers import clean, paragraphs

FILLER = "Các xã vùng cao của huyện Đá Bạc tiếp tục giữ gìn nguồn nước sạch cho bà con trong\n"
"""A full line, so that a text has a width."""

JOINED = [
    ("Hướng dẫn số 06-\nHD/TW của Ban Bí thư được các chi bộ bản xa đọc kỹ.", "số 06-HD/TW của"),
    ("theo Thông tư số 14/2021/TT-\nBXYZ của Bộ Sông Núi.", "14/2021/TT-BXYZ của"),
    ("của Bộ Sông núi -\nRừng và Biển gửi các xã.", "Sông núi - Rừng"),
    ("họp ngày\n05 tháng\n3 năm\n2021 tại xã.", "ngày 05 tháng 3 năm 2021 tại"),
    ("các tổ chức chính trị\n- xã hội của huyện cùng làm.", "chính trị - xã hội của"),
    ("theo quy định tại khoản\n2. Điều này áp dụng cho các bản.", "khoản 2. Điều này"),
    ("được nêu tại khoản 1\nĐiều 5 Quy chế này.", "khoản 1 Điều 5 Quy chế"),
    ("bản tin do Huyện\nủy, ngày 05 tháng 6 năm 2031 gửi các xã.", "Huyện ủy, ngày 05 tháng 6"),
    ("Kết luận          \nsố 07-KL/TU của Tỉnh ủy Sông Mơ.", "Kết luận số 07-KL/TU"),
]


@pytest.mark.parametrize(("text", "wanted"), JOINED)
def test_lines_that_go_on_are_joined(text: str, wanted: str) -> None:
    source = FILLER * 6 + text + "\n"
    assert wanted in clean(source).text
    assert wanted in clean(source.replace("\n", "\r\n")).text


APART = [
    "Điều 2. Đối tượng áp dụng",
    "2. Các bản vùng cao.",
    "b) Trưởng bản;",
    "- Già làng;",
    "Chương II",
    "Căn cứ Luật Nước sạch;",
    "Nơi nhận:",
    "TM. ỦY BAN NHÂN DÂN",
    "II- NHIỆM VỤ",
    "1.2. Về giếng nước",
    "Ủng Hòa, ngày 05 tháng 6 năm 2031",
]


@pytest.mark.parametrize("line", APART)
def test_numbered_lines_and_keywords_begin_paragraphs(line: str) -> None:
    source = FILLER * 5 + "trong năm tới.\n" + line + "\n" + FILLER * 3
    assert any(text.startswith(line.rstrip(":")) for text in paragraphs(source)), paragraphs(source)


def test_a_recital_begins_after_a_title_that_ends_with_a_bodys_word() -> None:
    source = (
        "NGHỊ ĐỊNH\nQuy định việc giữ nguồn nước và bồi thường thiệt hại hạt nhân\nCăn cứ Luật Nước sạch số 5/2031/QH20;\n" + FILLER * 4
    )
    assert "Căn cứ Luật Nước sạch số 5/2031/QH20;" in paragraphs(source)


SIGNED_FOR = [
    ("TM. TỔ CÔNG TÁC", "TỔ TRƯỞNG", ["TM. TỔ CÔNG TÁC", "TỔ TRƯỞNG"]),
    ("TM. BAN GIỮ BẾN", "BAN ĐÒ DỌC", ["TM. BAN GIỮ BẾN", "BAN ĐÒ DỌC"]),
    ("NỀ NẾP Ở BẾN", "TỔ TRƯỞNG", ["NỀ NẾP Ở BẾN TỔ TRƯỞNG"]),
    ("NHIỆM VỤ CỦA", "TỔ TRƯỞNG", ["NHIỆM VỤ CỦA TỔ TRƯỞNG"]),
]


@pytest.mark.parametrize(("above", "line", "wanted"), SIGNED_FOR)
@pytest.mark.parametrize("filler", [FILLER, "Các bản giữ nước.\n"])
def test_an_office_told_by_its_last_syllable_stands_below_whom_it_signs_for(above: str, line: str, wanted: list[str], filler: str) -> None:
    made = paragraphs(filler * 5 + f"trong năm tới.\n{above}\n{line}\n\n" + filler * 3)
    assert [text for text in made if text.isupper()] == wanted


LONE_NUMBERS = [
    ("I.", "Trách nhiệm giữ rừng", "I. Trách nhiệm giữ rừng"),
    ("2.", "Các trưởng bản", "2. Các trưởng bản"),
    ("2.1.", "Già làng", "2.1. Già làng"),
    ("b)", "Nước suối", "b) Nước suối"),
]


@pytest.mark.parametrize(("label", "words", "wanted"), LONE_NUMBERS)
@pytest.mark.parametrize("kind", ["txt", "md"])
def test_a_number_alone_on_its_line_belongs_to_the_words_below(label: str, words: str, wanted: str, kind: str) -> None:
    source = FILLER * 4 + f"trong năm tới.\n\n{label}\n{words} được huyện giao.\n\n" + FILLER * 3
    assert any(text.startswith(wanted) for text in paragraphs(source, kind)), paragraphs(source, kind)


def test_a_number_alone_above_another_number_stays_alone() -> None:
    source = FILLER * 4 + "trong năm tới.\n\n1.\n2. Giữ khe nước\n\n" + FILLER * 3
    assert "2. Giữ khe nước" in paragraphs(source, "md")


def test_a_line_end_in_markdown_does_not_end_a_provision() -> None:
    source = (
        FILLER * 4
        + "\n**Điều 3. **Chánh\nVăn phòng huyện Đá Bạc và các xã vùng cao chịu trách nhiệm thi hành các việc đã\nnêu.\n\n"
        + FILLER * 3
    )
    assert any("Điều 3. Chánh Văn phòng huyện" in text for text in paragraphs(source, "md")), paragraphs(source, "md")


def test_a_subject_goes_on_with_a_small_letter() -> None:
    source = (
        "NGHỊ QUYẾT\nVề việc dẫn nước sạch về các bản vùng cao\ntrong ba năm tới của huyện Đá Bạc\nCăn cứ Luật Nước sạch;\n" + FILLER * 4
    )
    assert paragraphs(source)[:3] == [
        "NGHỊ QUYẾT",
        "Về việc dẫn nước sạch về các bản vùng cao trong ba năm tới của huyện Đá Bạc",
        "Căn cứ Luật Nước sạch;",
    ]


def test_blank_lines_after_every_line_mean_nothing() -> None:
    lines = [
        "Các bản vùng cao của huyện Đá Bạc giữ gìn rừng đầu nguồn và",
        "khe nước, làm cho suối trong quanh năm và bà con đủ nước để",
        "dùng.",
    ]
    source = "\n\n".join(lines * 4) + "\n"
    assert paragraphs(source)[0] == " ".join(lines)


def test_page_furniture_is_set_apart_and_the_sentence_goes_on() -> None:
    source = FILLER * 5 + "các bản làm tốt việc này và \n\nCÔNG BÁO/Số 12 + 13/Ngày 01-02-2031\n71\n \nđược huyện khen.\n" + FILLER * 2
    assert any("làm tốt việc này và được huyện khen." in text for text in paragraphs(source))
    assert "CÔNG BÁO/Số 12 + 13/Ngày 01-02-2031" in clean(source).text


def test_a_stamp_is_furniture_and_a_signature_is_not() -> None:
    stamp = "Ký bởi: VĂN PHÒNG HUYỆN ĐÁ BẠC\nCơ quan: HUYỆN ĐÁ BẠC\nNgày ký: 2031-02-01 08:00:00 +07:00\n"
    assert not any("Ký bởi" in text for text in paragraphs(FILLER * 4 + stamp + FILLER))
    assert "Người ký: Trưởng bản" in paragraphs(FILLER * 4 + "\nNgười ký: Trưởng bản\n\n" + FILLER)


def test_one_paragraph_a_line_stays_so() -> None:
    lines = ["Bản Mây giữ rừng. " * 12, "Bản Gió giữ suối. " * 12, "Bản Nắng làm đường. " * 12]
    assert paragraphs("\n".join(lines)) == [line.strip() for line in lines]


def test_two_columns_laid_out_with_blanks_are_read_one_after_the_other() -> None:
    source = (
        "    UBND HUYỆN ĐÁ BẠC                       CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "    PHÒNG NƯỚC SẠCH                            Độc lập - Tự do - Hạnh phúc\n\n"
        "    Số: 8 /PNS-KT                          Đá Bạc, ngày 4 tháng     5    năm 2031\n"
        "    V/v giữ nguồn nước ở các\n       bản vùng cao\n\n\n"
        "             Kính gửi: Các trưởng bản trong toàn huyện, từ bản Mây đến bản Gió\n\n" + FILLER * 3
    )
    assert paragraphs(source)[:7] == [
        "UBND HUYỆN ĐÁ BẠC",
        "PHÒNG NƯỚC SẠCH",
        "Số: 8 /PNS-KT",
        "V/v giữ nguồn nước ở các bản vùng cao",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Đá Bạc, ngày 4 tháng 5 năm 2031",
    ]


def test_a_paragraph_stands_where_its_first_line_does() -> None:
    lines = (FILLER.strip(), "cả xóm.")
    starts = (0, len(FILLER))
    blocks = tuple(
        RawParagraph((Piece(text, at, at + len(text)),), Style(page=page, align=align), wrapped=True)
        for text, at, page, align in zip(lines, starts, (4, 5), ("justify", "left"), strict=True)
    )
    (block,) = normalise(Reading("a.txt", "txt", "\n".join(lines), blocks)).blocks
    assert (block.style.page, block.style.align) == (4, "justify")


def test_a_paragraph_is_bold_where_all_its_lines_are() -> None:
    def looks(*bold: bool) -> list[tuple[bool, bool]]:
        at, blocks = 0, []
        for number, one in enumerate(bold):
            text = FILLER.strip() if number < len(bold) - 1 else "cả xóm."
            blocks.append(RawParagraph((Piece(text, at, at + len(text)),), Style(bold=one, italic=not one), wrapped=True))
            at += len(text) + 1
        made = normalise(Reading("a.txt", "txt", FILLER * len(bold), tuple(blocks)))
        return [(block.style.bold, block.style.italic) for block in made.blocks]

    assert looks(True, True) == [(True, False)]
    assert looks(True, False) == looks(False, True) == [(False, False)]
    assert looks(False, False) == [(False, True)]
    assert looks(True) == [(True, False)]
