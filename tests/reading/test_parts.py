"""Where enclosures, appendices and forms begin, quotations that are no structure, and which paragraphs a footnote's mark belongs to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.model.document import Node
from build_tools.model.reading import Style
from build_tools.normalise.joined import joined
from build_tools.structure import structure
from tests.content import EMPTY

from .reading_helpers import clean, leaves, nodes, read

HEAD = "ỦY BAN NHÂN DÂN\n\nHUYỆN ĐÁ BẠC\n\nSố: 7/QĐ-UBND\n\nĐá Bạc, ngày 02 tháng 4 năm 2031\n\nQUYẾT ĐỊNH\n\nVề việc giữ bến\n\n"
BODY = "Điều 1. Giữ bến\n\nCác xã giữ bến.\n\n"
SIGNED = "Nơi nhận:\n\n- Như trên.\n\nTM. ỦY BAN NHÂN DÂN\n\nCHỦ TỊCH\n\nLò Văn Mẫu\n\n"
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập - Tự do - Hạnh phúc|"

AFTER = [
    # what stands below the signature, lines parted by |: the parts that begin there
    ("PHỤ LỤC|DANH SÁCH BẾN|Bến Lim.", ["appendix phu-luc: DANH SÁCH BẾN"]),
    ("PHỤ LỤC I|DANH SÁCH BẾN|Bến Lim.", ["appendix phu-luc-i: DANH SÁCH BẾN"]),
    ("Phụ lục II|DANH SÁCH BẾN|Bến Lim.", ["appendix phu-luc-ii: DANH SÁCH BẾN"]),
    ("PHỤ LỤC 1. SỐ BẾN|Bến Lim.", ["appendix phu-luc-1: SỐ BẾN"]),
    ("Phụ lục của Quyết định này;|Bến Lim.", []), ("PHỤ LỤC I;|Bến Lim.", []), ("PHỤ LỤC,|Bến Lim.", []),
    ("Phụ lục I kèm theo nêu rõ các bến.", []),
    ("PHỤ LỤC I|(Kèm theo Quyết định số 7/QĐ-UBND)|Bến Lim.", ["appendix phu-luc-i: None"]),
    ("PHỤ LỤC I|Các bến|(Kèm theo Quyết định số 7/QĐ-UBND|ngày 02/4/2031)|Bến Lim.", ["appendix phu-luc-i: Các bến"]),
    ("PHỤ LỤC I|Các bến|Bến Lim.", ["appendix phu-luc-i: None"]), ("PHỤ LỤC I|1. Bến|Bến Lim.", ["appendix phu-luc-i: None"]),
    ("QUY CHẾ|Giữ bến|(Ban hành kèm theo Quyết định số 7/QĐ-UBND)|Điều 1. Bến", ["enclosure quy-che: Giữ bến"]),
    # the type's line goes on with the rest of its name; what only begins like a list of papers is none
    ("QUY CHẾ LÀM VIỆC|Của bến|(Ban hành kèm theo Quyết định số 7/QĐ-UBND)|Điều 1. Bến", ["enclosure quy-che: LÀM VIỆC Của bến"]),
    ("QUY CHẾ LÀM VIỆC|Của bến (Kèm theo Quyết định số 7/QĐ-UBND)|Điều 1. Bến", ["enclosure quy-che: LÀM VIỆC Của bến"]),
    ("QUY CHẾ LÀM VIỆC|Của bến|Điều 1. Bến", []), ("DANH MỤC BẾN|(Kèm theo Quyết định số 7/QĐ-UBND)|Bến Lim.", []),
    ("QUY CHẾ|Giữ bến|Điều 1. Bến", []), (NATION + "QUY CHẾ|Giữ bến", ["form mau: None"]), ("QUY CHẾ", []),
    (NATION + "QUY CHẾ|Giữ bến|(Kèm theo Quyết định số 7/QĐ-UBND)|Điều 1. Bến", ["enclosure quy-che: Giữ bến"]),
    ("Mẫu số 01|ĐƠN XIN BẾN|Kính gửi: Xã", ["form mau-01: ĐƠN XIN BẾN"]), ("MẪU SỐ 2|ĐƠN XIN BẾN", ["form mau-2: ĐƠN XIN BẾN"]),
    ("Mẫu số 01;|ĐƠN", []), ("Mẫu số 01,|ĐƠN", []), ("Mẫu đơn nêu trên.", []), ("Biểu số 3|SỐ BẾN", ["form mau-3: SỐ BẾN"]),
    ("Mẫu số 01|ĐƠN XIN BẾN|Mẫu số 02|ĐƠN XIN ĐÒ", ["form mau-01: ĐƠN XIN BẾN", "form mau-02: ĐƠN XIN ĐÒ"]),
    ("PHỤ LỤC I|SỐ BẾN|Bến.|PHỤ LỤC II|SỐ ĐÒ|Đò.", ["appendix phu-luc-i: SỐ BẾN", "appendix phu-luc-ii: SỐ ĐÒ"]),
    ("ỦY BAN NHÂN DÂN|" + NATION + "PHỤ LỤC I|SỐ BẾN", ["appendix phu-luc-i: SỐ BẾN"]),
]  # fmt: skip


LONG = "|".join(f"Bến thứ {count} của xã do tổ giữ bến của thôn ấy trông coi quanh năm." for count in range(16))


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        # what calls itself nothing: a list under its title, a letterhead of its own, a chapter
        ("DANH MỤC BẾN XÃ|" + LONG, ["appendix phu-luc: DANH MỤC BẾN XÃ"]),
        ("Trưởng bến|DANH MỤC BẾN CỦA XÃ|" + LONG, ["appendix phu-luc: DANH MỤC BẾN CỦA XÃ"]),
        (NATION + "QUY CHUẨN GIỮ BẾN|" + LONG, ["appendix phu-luc: QUY CHUẨN GIỮ BẾN"]),
        ("Chương I|GIỮ BẾN|" + LONG, ["appendix phu-luc: None"]),
        ("DANH MỤC BẾN XÃ|" + LONG + "|PHỤ LỤC II|SỐ ĐÒ|Đò.", ["appendix phu-luc: DANH MỤC BẾN XÃ", "appendix phu-luc-ii: SỐ ĐÒ"]),
        # a certificate, what goes on in small letters
        ("XÁC THỰC BẢN SAO ĐÚNG|CHỦ TỊCH|Lò Văn Mẫu", []), (LONG, []),
    ],
)  # fmt: skip
def test_a_part_that_calls_itself_nothing(lines: str, found: list[str]) -> None:
    assert parts(read(HEAD + BODY + SIGNED + "\n\n".join(lines.split("|"))).root) == found


@pytest.mark.parametrize("lines", ["PHỤ LỤC I", "QUY CHẾ|Giữ bến", "Mẫu số 01|ĐƠN XIN BẾN|Kính gửi: Xã"])
def test_what_stands_above_the_signature_is_no_part_of_its_own(lines: str) -> None:
    assert parts(read(HEAD + BODY + "\n\n".join(lines.split("|")) + "\n\n" + SIGNED).root) == []


def test_the_heading_of_a_chapter_goes_on_below_the_foot_of_a_page() -> None:
    made = clean(HEAD + "Chương I\n\nTrang 2\n\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi\n\nBến.\n")
    blocks = [replace(block, furniture=True) if block.span.of(made.text) == "Trang 2" else block for block in made.blocks]
    document = structure(replace(made, blocks=tuple(blocks)), EMPTY)
    (chapter,) = (node for node in nodes(document.root) if node.kind == "chapter")
    assert chapter.heading is not None
    assert chapter.heading.value == "QUY ĐỊNH CHUNG"
    assert "Trang 2" in {node.span.of(made.text) for node in leaves(chapter)}


@pytest.mark.parametrize(
    ("lines", "style", "heading"),
    [
        ("Quy định chung", Style(), None), ("Quy định chung", Style(align="left"), None),
        ("Quy định chung", Style(bold=True), "Quy định chung"),
        ("Quy định chung", Style(align="center"), "Quy định chung"), ("Quy định chung|Về bến", Style(bold=True), "Quy định chung"),
        ("QUY ĐỊNH CHUNG", Style(), "QUY ĐỊNH CHUNG"), ("QUY ĐỊNH|VỀ BẾN", Style(), "QUY ĐỊNH VỀ BẾN"),
        ("Giữ bến. " * 30, Style(bold=True), None),
    ],
)  # fmt: skip
def test_the_heading_of_a_chapter_is_loud(lines: str, style: Style, heading: str | None) -> None:
    rows = lines.strip().split("|")
    made = clean(HEAD + "\n\n".join(["Chương I", *rows, "Điều 1. Phạm vi", "Bến."]) + "\n")
    blocks = [replace(block, style=style) if block.span.of(made.text) in rows else block for block in made.blocks]
    document = structure(replace(made, blocks=tuple(blocks)), EMPTY)
    assert [section.title for section in document.sections] == [heading, "Phạm vi"]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("Bến Lim.|Bến Mơ.", ["appendix phu-luc: None"]), ("PHỤ LỤC II|SỐ BẾN|Bến.", ["appendix phu-luc-ii: SỐ BẾN"]),
        ("Bến Lim.|PHỤ LỤC II|SỐ BẾN|Bến.", ["appendix phu-luc: None", "appendix phu-luc-ii: SỐ BẾN"]),
    ],
)  # fmt: skip
def test_a_file_that_goes_with_a_document_begins_a_part(lines: str, found: list[str]) -> None:
    other = clean("\n\n".join(lines.split("|")) + "\n")
    document = structure(joined(clean(HEAD + BODY + SIGNED), [(0, "Biểu bến", other)]), EMPTY)
    assert parts(document.root) == found
    own = [node for node in nodes(document.root) if node.id == "phu-luc"]
    assert ["Bến." in node.span.of(document.clean.text).split("\n") for node in own] == [False] * len(own)


def parts(root: Node) -> list[str]:
    kinds = ("enclosure", "appendix", "form")
    return [f"{node.kind} {node.id}: {node.heading.value if node.heading else None}" for node in nodes(root) if node.kind in kinds]


@pytest.mark.parametrize(("lines", "found"), AFTER)
def test_parts_after_the_signature(lines: str, found: list[str]) -> None:
    assert parts(read(HEAD + BODY + SIGNED + "\n\n".join(lines.split("|")) + "\n").root) == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("PHỤ LỤC|Bến Lim.", ["appendix phu-luc: None"]),
        ("PHỤ LỤC I|DANH SÁCH|(Kèm theo Quyết định số 7/QĐ-UBND)|Bến.", ["appendix phu-luc-i: DANH SÁCH"]),
        ("Phụ lục I nêu các bến.", []), ("Mẫu số 01|ĐƠN", []),
        ("QUY CHẾ|Giữ bến|(Kèm theo Quyết định số 7/QĐ-UBND)|Điều 1. Bến", ["enclosure quy-che: Giữ bến"]),
    ],
)  # fmt: skip
def test_parts_of_a_text_that_nobody_signed(lines: str, found: list[str]) -> None:
    assert parts(read(HEAD + BODY + "\n\n".join(lines.split("|")) + "\n").root) == found


FORMS = [
    # an appendix of forms, each with its number or with a heading of its own, which takes more than twelve lines
    ("Mẫu số 01|ĐƠN XIN BẾN|Lim.|Mẫu số 02|ĐƠN XIN ĐÒ|Đò.", ["form mau-01: ĐƠN XIN BẾN", "form mau-02: ĐƠN XIN ĐÒ"]),
    ("Mẫu số 01;|Mẫu số 02.|Lim.|Mẫu số 03,|Đò.|Mẫu số 04|Neo.", ["form mau-02: None", "form mau-04: None"]),
    ("Mẫu số 01|" + NATION + "ĐƠN XIN BẾN|Lim.", ["form mau-01: None"]),
    (NATION + "ĐƠN|" + "Lim.|" * 9 + NATION + "ĐƠN|Lim.", ["form phu-luc-i-mau: None", "form phu-luc-i-mau-2: None"]),
    (NATION + "ĐƠN|" + "Lim.|" * 8 + NATION + "ĐƠN|Lim.", ["form phu-luc-i-mau: None"]),
    ("Bến Lim.|UBND XÃ LIM|" + NATION + "ĐƠN|Lim.", ["form phu-luc-i-mau: None"]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "found"), FORMS)
def test_forms_of_an_appendix(lines: str, found: list[str]) -> None:
    made = parts(read(HEAD + BODY + SIGNED + "\n\n".join(["PHỤ LỤC I", "CÁC MẪU", *lines.split("|")]) + "\n").root)
    assert made == ["appendix phu-luc-i: CÁC MẪU", *found]


def test_the_issuers_line_above_a_forms_heading_is_the_forms() -> None:
    lines = "PHỤ LỤC I|CÁC MẪU|Bến Lim.|UBND XÃ LIM|" + NATION + "ĐƠN|Lim."
    document = read(HEAD + BODY + SIGNED + "\n\n".join(lines.split("|")) + "\n")
    form = next(node for node in nodes(document.root) if node.kind == "form")
    assert form.span.of(document.clean.text).startswith("UBND XÃ LIM\nCỘNG HÒA")


def test_a_parts_own_header_and_closing_belong_to_it() -> None:
    lines = ("ỦY BAN NHÂN DÂN", *NATION.split("|")[:2], "PHỤ LỤC I", "SỐ BẾN", "1. Bến Lim.", "CHỦ TỊCH", "Lò Văn Thử")
    document = read(HEAD + BODY + SIGNED + "\n\n".join(lines) + "\n")
    appendix = next(node for node in nodes(document.root) if node.kind == "appendix")
    assert [child.kind for child in appendix.children] == ["header", "item", "closing"]
    assert len(appendix.children[0].children) == 5
    assert document.header.signature.signer == "Lò Văn Mẫu"


QUOTED = [
    # lines of the body: how many quotations, and the labels that are structure
    ("Điều 1. Sửa đổi Điều 3 như sau:|“Điều 3. Bến|1. Bến công.”|Điều 2. Đò", 1, ["Điều 1", "Điều 2"]),
    ("Điều 1. Sửa đổi Điều 3 như sau:|“Điều 3. Bến công.”.|Điều 2. Đò", 1, ["Điều 1", "Điều 2"]),
    ("Điều 1. Tên gọi|“Điều 3. Bến công.” là tên.|Điều 2. Đò", 0, ["Điều 1", "Điều 2"]),
    ("Điều 1. Sửa đổi như sau: “Điều 3. Bến|1. Bến công.|2. Bến tư.”|Điều 2. Đò", 1, ["Điều 1", "Điều 2"]),
    # a heading that names another document's article, in a text that marks its headings
    ("## Điều 1. Phạm vi|Bến.|## Điều 2 Nghị định số 5/2030/NĐ-CP gồm:|1. Bến công.|## Điều 3. Đò", 1, ["Điều 1", "Điều 3"]),
    ("## Điều 1. Phạm vi|Bến.|## Khoản 1 Điều 2 của Luật Bến bãi như sau:|1. Bến công.|## Điều 3. Đò", 1, ["Điều 1", "Điều 3"]),
    ("## Điều 1. Phạm vi|Bến.|## Điều 2 của Nghị định số 5/2030/NĐ-CP|1. Bến công.|## Điều 3. Đò", 0, ["Điều 1", "1", "Điều 3"]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "count", "labels"), QUOTED)
def test_quoted_provisions_are_no_structure(lines: str, count: int, labels: list[str]) -> None:
    document = read(HEAD + "\n\n".join(lines.split("|")) + "\n", "md" if lines.startswith("#") else "txt")
    assert [node.kind for node in nodes(document.root)].count("quotation") == count
    assert [section.label for section in document.sections] == labels


MARKED = [
    # lines of the body and of the notes: (label, mark, text of the note)
    ("Giữ bến⁽¹⁾ và đò⁽²⁾.|⁽¹⁾ Bến Lim.|⁽²⁾ Đò Lim.", [("1", "⁽¹⁾", "Bến Lim."), ("2", "⁽²⁾", "Đò Lim.")]),
    ("Giữ bến[1], đò[1].|[1] Bến Lim.", [("1", "[1][1]", "Bến Lim.")]), ("Giữ bến¹.|¹ Bến|Lim.", [("1", "¹", "Bến")]),
    ("Giữ bến⁽¹⁾.|⁽¹⁾ Bến Lim.|Giữ đò⁽¹⁾.|⁽¹⁾ Đò Lim.", [("1", "⁽¹⁾", "Bến Lim."), ("1", "⁽¹⁾", "Đò Lim.")]),
    ("Giữ bến.|⁽¹⁾ Bến Lim.", []), ("Giữ bến[12].|[12] Bến Lim.", [("12", "[12]", "Bến Lim.")]),
    ("Giữ bến²⁰.|²⁰ Bến Lim.", [("20", "²⁰", "Bến Lim.")]),
    ("⁽¹⁾ Bến Lim.|Giữ bến⁽¹⁾.", [("1", "⁽¹⁾", "Bến Lim.")]),
    ("Giữ bến⁽¹⁾.|⁽¹⁾ Bến Lim, xem⁽²⁾.|⁽²⁾ Đò Lim.", [("1", "⁽¹⁾", "Bến Lim, xem⁽²⁾."), ("2", "⁽²⁾", "Đò Lim.")]),
    ("Giữ bến⁽¹⁾.|⁽¹⁾: Bến Lim.", [("1", "⁽¹⁾", "Bến Lim.")]), ("Giữ bến⁽⁹⁾.|⁽¹⁾ Bến Lim.", []),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "notes"), MARKED)
def test_footnotes_and_their_marks(lines: str, notes: list[tuple[str, str, str]]) -> None:
    document = read(HEAD + "Điều 1. Bến\n\n" + "\n\n".join(lines.split("|")) + "\n")
    text = document.clean.text
    assert [(note.label, "".join(span.of(text) for span in note.marks), note.body.of(text)) for note in document.footnotes] == notes
