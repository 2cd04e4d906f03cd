"""Structure: labels, nesting, parts, quotations, footnotes, tables. Texts of ours in the shapes of real ones."""

from __future__ import annotations

import pytest

from build_tools.model.document import Table

from .reading_helpers import clean, leaves, nodes, read

LABELS = [
    ("Điều 1. Phạm vi", "Điều 1"), ("Điều 9a. Bổ sung", "Điều 9a"), ("Chương II", "Chương II"), ("Mục 4", "Mục 4"),
    ("Phần thứ hai", "Phần thứ hai"), ("I- NƯỚC", "I"), ("A. RỪNG", "A"), ("1- Giữ rừng", "1"), ("1) Giữ rừng", "1"),
    ("2.1. Giữ suối", "2.1"), ("2.1 Giữ suối", "2.1"), ("đ) Giữ khe", "đ"), ("a. Giữ khe", "a"), ("(1) Giữ khe", "(1)"), ("1/ Giữ", "1"),
]  # fmt: skip
NO_LABELS = [
    "Điều 5 Luật này được sửa", "Điều lệ của hội", "Mục tiêu chung", "Phần mềm giữ nước", "10.000 đồng mỗi bản", "1.5 triệu đồng",
    "V/v giữ nước", "20/11 là ngày hội", "2-3 ngày một lần", "5 bản vùng cao", "-5 độ", "Chương trình nước sạch",
]  # fmt: skip


@pytest.mark.parametrize(("text", "label"), LABELS)
def test_labels(text: str, label: str) -> None:
    from build_tools.structure.labels import read_label

    found = read_label(text)
    assert found is not None
    assert found.text == label


@pytest.mark.parametrize("text", NO_LABELS)
def test_what_is_no_label(text: str) -> None:
    from build_tools.structure.labels import read_label

    assert read_label(text) is None


HEAD = "ỦY BAN NHÂN DÂN\nHUYỆN ĐÁ BẠC\n\nSố: 7/QĐ-UBND\n\nĐá Bạc, ngày 02 tháng 4 năm 2031\n\nQUYẾT ĐỊNH\n\nVề việc giữ nguồn nước\n\n"


def outline(source: str, kind: str = "txt") -> list[tuple[int, str, str]]:
    return [(s.level, s.label, s.node_id) for s in read(source, kind).sections]


def test_a_law_nests_and_its_addresses_stay() -> None:
    body = (
        "Chương I\n\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi\n\n1. Khoản một.\n\n2. Khoản hai:\n\nc) Điểm.\n\nd) Điểm.\n\nđ) Điểm.\n\n"
        "Chương II\n\nTHI HÀNH\n\nĐiều 2. Hiệu lực\n\nTừ ngày ký.\n"
    )
    document = read(HEAD + body)
    assert outline(HEAD + body) == [
        (1, "Chương I", "chuong-1"), (2, "Điều 1", "dieu-1"), (3, "1", "dieu-1-khoan-1"), (3, "2", "dieu-1-khoan-2"),
        (1, "Chương II", "chuong-2"), (2, "Điều 2", "dieu-2"),
    ]  # fmt: skip
    ids = {node.id for node in nodes(document.root)}
    assert {"dieu-1-khoan-2-diem-d", "dieu-1-khoan-2-diem-dd"} <= ids
    assert [s.title for s in document.sections if s.level == 1] == ["QUY ĐỊNH CHUNG", "THI HÀNH"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_list_of_members_is_no_provision(gap: str) -> None:
    lines = [
        "Điều 1. Lập Tổ giữ bến gồm:", "1. Đồng chí Lò Văn Mẫu, Tổ trưởng", "2. Bà Lò Thị Na - Tổ phó;", "3. Ông Mùa A Chèo.",
        "Điều 2. Phân công", "1. Đồng chí Lò Văn Mẫu: phụ trách bến.", "2. Đồng chí trực bến báo cáo hằng tháng.", "2a. Tổ họp hằng quý.",
    ]  # fmt: skip
    found = [label for _, label, _ in outline(HEAD + gap.join(lines) + "\n")]
    assert found == ["Điều 1", "Điều 2", "1", "2", "2a"]


def test_a_clause_put_in_between_has_its_own_address() -> None:
    found = outline(HEAD + "Điều 1. Bến\n1. Bến có:\na) Phao;\nb) Neo.\n1a. Bãi có neo.\n2. Đò có phao.\n")
    assert [(label, node) for _, label, node in found if label in ("1a", "2")] == [("1a", "dieu-1-khoan-1a"), ("2", "dieu-1-khoan-2")]


def test_party_numbering_nests() -> None:
    body = "A- TÌNH HÌNH\n\n1- Kết quả\n\nĐã làm.\n\na) Ở bản Mây.\n\nb) Ở bản Gió.\n\n"
    body += "B- NHIỆM VỤ\n\nI- RỪNG\n\n1- Trồng rừng.\n\nII- SUỐI\n\n1- Khơi suối.\n\nC- THỰC HIỆN\n\n1- Các bản làm.\n"
    assert [(level, label) for level, label, _ in outline(HEAD + body)] == [
        (1, "A"), (2, "1"), (3, "a"), (3, "b"), (1, "B"), (2, "I"), (3, "1"), (2, "II"), (3, "1"), (1, "C"), (2, "1"),
    ]  # fmt: skip


def test_quoted_amendments_are_no_structure() -> None:
    body = (
        "Điều 1. Sửa đổi Quy chế nước sạch\n\n1. Sửa đổi Điều 3 như sau:\n\n“Điều 3. Giếng nước\n\n1. Giếng chung.\n\n2. Giếng riêng.”\n\n"
        "2. Bãi bỏ Điều 4.\n\nĐiều 2. Hiệu lực\n\nTừ ngày ký.\n"
    )
    assert [label for _, label, _ in outline(HEAD + body)] == ["Điều 1", "1", "2", "Điều 2"]
    assert [node.kind for node in nodes(read(HEAD + body).root)].count("quotation") == 1


def test_an_enclosed_instrument_an_appendix_and_a_form_keep_their_own_headers() -> None:
    body = (
        "Điều 1. Ban hành Quy chế.\n\nTM. ỦY BAN NHÂN DÂN\n\nCHỦ TỊCH\n\nLò Văn Mẫu\n\n"
        "QUY CHẾ\n\nGiữ nguồn nước\n\n(Ban hành kèm theo Quyết định số 7/QĐ-UBND ngày 02/4/2031 của Ủy ban nhân dân huyện Đá Bạc)\n\n"
        "Điều 1. Phạm vi\n\nCác bản.\n\nPHỤ LỤC I\n\nDANH SÁCH GIẾNG\n\n(Kèm theo Quyết định số 7/QĐ-UBND)\n\n"
        "1. Giếng bản Mây\n\nSâu mười mét.\n\n"
        "Mẫu số 01\n\nTÊN BẢN\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSố: …/…\n\n1. Họ tên.\n"
    )
    document = read(HEAD + body)
    kinds = [(node.kind, node.id) for node in nodes(document.root) if node.kind in {"enclosure", "appendix", "form"}]
    assert [kind for kind, _ in kinds] == ["enclosure", "appendix", "form"]
    assert [node_id for _, _, node_id in outline(HEAD + body)] == ["dieu-1", "quy-che-dieu-1", "phu-luc-i-muc-1"]
    assert (document.header.number, document.header.signature.signer) == ("7/QĐ-UBND", "Lò Văn Mẫu")


FOOTNOTES = [
    ("Giữ rừng⁽¹⁾ và suối.\n\n⁽¹⁾ Rừng đầu nguồn.\n", "⁽¹⁾", "Rừng đầu nguồn."),
    ("Giữ rừng[1] và suối.\n\n[1] Rừng đầu nguồn.\n", "[1]", "Rừng đầu nguồn."),
    ("Giữ rừng¹ và suối.\n\n¹ Rừng đầu nguồn.\n", "¹", "Rừng đầu nguồn."),
]


@pytest.mark.parametrize(("body", "mark", "note"), FOOTNOTES)
def test_footnotes_find_their_marks(body: str, mark: str, note: str) -> None:
    document = read(HEAD + "Điều 1. Phạm vi\n\n" + body)
    (found,) = document.footnotes
    text = document.clean.text
    assert (found.label, [span.of(text) for span in found.marks], found.body.of(text)) == ("1", [mark], note)


def test_a_bare_digit_glued_to_a_word_is_a_mark_when_a_note_stands_at_the_foot() -> None:
    line = "Các bản vùng cao của huyện Đá Bạc giữ rừng đầu nguồn và khe nước quanh năm theo quy\n"
    source = (
        HEAD
        + "1. Các bản\n"
        + line * 3
        + "ước của bản1 và của huyện năm 20312.\n"
        + " " * 40
        + "\n1 Quy ước bản Mây.\n2 Quy ước chung.\n\f"
    )
    document = read(source)
    text = document.clean.text
    assert [(note.label, [span.of(text) for span in note.marks]) for note in document.footnotes] == [("1", ["1"]), ("2", ["2"])]


def test_tab_separated_tables_keep_heads_of_two_levels() -> None:
    source = "PHỤ LỤC 1\n\nTT\tBản\tGiếng\t\tSuối\n\t\tCũ\tMới\t\n1\tMây\t2\t3\t1\n"
    table = next(block for block in clean(source).blocks if isinstance(block, Table))
    text = clean(source).text
    assert [[(c.span.of(text), c.colspan, c.rowspan) for c in row] for row in table.rows] == [
        [("TT", 1, 2), ("Bản", 1, 2), ("Giếng", 2, 1), ("Suối", 1, 2)],
        [("Cũ", 1, 1), ("Mới", 1, 1)],
        [("1", 1, 1), ("Mây", 1, 1), ("2", 1, 1), ("3", 1, 1), ("1", 1, 1)],
    ]


def test_tables_of_portal_copies_keep_cells_on_lines_of_their_own() -> None:
    source = "|\n**STT**\n|\n**Bản**\n|\n**Nước**\n|\n|\n**Giếng**\n|\n**Suối**\n|\n|\n1\n|\nMây\n|\n2\n|\n3\n|\n\nHết bảng.\n"
    made = clean(source, "md")
    table = next(block for block in made.blocks if isinstance(block, Table))
    assert [[(c.span.of(made.text), c.colspan, c.rowspan) for c in row] for row in table.rows] == [
        [("STT", 1, 2), ("Bản", 1, 2), ("Nước", 2, 1)],
        [("Giếng", 1, 1), ("Suối", 1, 1)],
        [("1", 1, 1), ("Mây", 1, 1), ("2", 1, 1), ("3", 1, 1)],
    ]
    assert made.text.endswith("\nHết bảng.")


def test_piped_rows_are_a_table_and_escapes_are_text() -> None:
    made = clean("Giá nước \\- bản Mây\n\n| Bản | Giá |\n| :---- | ----: |\n| Mây | 2 \\| 3 |\n", "md")
    assert made.text == "Giá nước - bản Mây\nBản\tGiá\nMây\t2 | 3"


SHAPES = [
    HEAD + "1. Một.\n\n- Hai.\n\n+ Ba.\n\nBốn.\n",
    "Chỉ một dòng.",
    "PHỤ LỤC\n\nPHỤ LỤC\n\nPHỤ LỤC\n",
    "“Mở ra mà không đóng\n\nĐiều 1. A\n\n1. B\n",
    HEAD + "Điều 1. A\n\nĐiều 1. B\n\n1. C\n\n1. D\n",
    "a\tb\n1\t2\n",
]


@pytest.mark.parametrize("source", SHAPES)
def test_every_block_is_one_leaf_in_order_and_addresses_are_unique(source: str) -> None:
    document = read(source)
    assert [leaf.block for leaf in leaves(document.root)] == list(range(len(document.clean.blocks)))
    ids = [node.id for node in nodes(document.root)]
    assert len(ids) == len(set(ids))
    assert all(node_id.isascii() for node_id in ids)
