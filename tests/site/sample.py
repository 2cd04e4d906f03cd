"""A small invented site, built by hand: two documents of Sông Mơ, a chain of replacement, a shared number, a conflict of dates."""

from __future__ import annotations

from build_tools.model.citation import Ambiguous, Citation, Reference, Resolved, Unknown
from build_tools.model.document import Cell, Clean, Document, Footnote, Node, Paragraph, Section, Table
from build_tools.model.header import Header
from build_tools.model.register import (
    DateClaim,
    DocumentType,
    GlossaryTerm,
    Issuer,
    Register,
    RegisterRelation,
    Source,
    Theme,
    Work,
)
from build_tools.model.site import AmbiguousMention, Edge, Site, SiteDocument, Wanted, Warned
from build_tools.model.span import Excerpt, OffsetMap, Run, Span
from build_tools.model.statement import Check, Event, Figure, Practice, Statements, Task, Term

PRESS = Source("Báo Sông Mơ", "https://example.org/bao-song-mo", "A", "2026-08-01")
OTHER = Source("Trang tin Đá Bạc", None, "C", "2026-08-02", "chỉ nêu một lần")

LETTER = "07-cv_tu--cong-van--tinh-uy-song-mo--x"
REPORT = "12-bc_hu--bao-cao--huyen-uy-da-bac--v"
RULE_OLD = "40-qdd_tw--quy-dinh--ban-trung-uong--xi"
RULE_NEW = "41-qdd_tw--quy-dinh--ban-trung-uong--xiii"
SHARED_A = "99-qdd_tw--quy-dinh--ban-trung-uong--xii"
SHARED_B = "99-qdd_tw--quy-dinh--ban-trung-uong--xiii"
CONFLICT = "03-ct_tw--chi-thi--ban-trung-uong--xi"

LETTER_LINES = (
    ("header", "TỈNH ỦY SÔNG MƠ"),
    ("header", "Số 07-CV/TU"),
    ("preamble", "Kính gửi: Các huyện ủy, thành ủy"),
    ("preamble", "Thực hiện Quy định số 41-QĐ/TW ngày 02/3/2022 và Kế hoạch số 15-KH/TU, Tỉnh ủy yêu cầu:"),
    ("item", "1- Quán triệt Quy định số 40-QĐ/TW⁽¹⁾ đến từng chi bộ; nêu rõ Quy định số 99-QĐ/TW."),
    (
        "item",
        "3. Ban Tuyên giáo chủ trì, báo cáo trước ngày 15/6/2022. {{ x }} <script>alert('a')</script> **đậm** [a](b) _c_ `d` &amp; {: #z }",
    ),
    ("note", "⁽¹⁾ Văn bản về *những điều* cần làm."),
    ("closing", "T/M BAN THƯỜNG VỤ"),
    ("closing", "Lê Văn Mơ"),
)
REPORT_LINES = (
    ("header", "BÁO CÁO"),
    ("section", "I- KẾT QUẢ"),
    ("paragraph", "Đã mở 28 lớp với 1.204 lượt người, đạt 98,05% theo Công văn số 07-CV/TU."),
    ("section", "II- PHƯƠNG HƯỚNG"),
    ("article", "Điều 5. Áp dụng"),
    ("clause", "1. Khoản thứ nhất."),
    ("point", "d) Điểm d."),
    ("point", "đ) Điểm đ."),
    ("table", "TT\tĐơn vị\tLớp\t\n\t\tCuộc\tNgười dự\n1\tĐá Bạc\t28\t1.204"),
)


def find(text: str, words: str) -> Span:
    """The only place of ``words``."""
    assert text.count(words) == 1, words
    return Span(text.index(words), text.index(words) + len(words))


def clean(lines: tuple[tuple[str, str], ...]) -> Clean:
    """Clean text with one block a line (a table takes its rows)."""
    text, blocks, at = "\n".join(line for _, line in lines), [], 0
    for kind, line in lines:
        span = Span(at, at + len(line))
        if kind == "table":
            rows, start = [], at
            for number, words in enumerate(line.split("\n")):
                cells = []
                for word in words.split("\t"):
                    cells.append(Cell(Span(start, start + len(word)), header=number < 2))
                    start += len(word) + 1
                rows.append(tuple(cells))
            head = (rows[0][0].__class__(rows[0][0].span, 1, 2, True), Cell(rows[0][1].span, 1, 2, True), Cell(rows[0][2].span, 2, 1, True))
            blocks.append(Table(span, (head, rows[1][2:], *rows[2:])))
        else:
            blocks.append(Paragraph(span))
        at = span.end + 1
    return Clean("mau.txt", "txt", text, text, OffsetMap.from_runs((Run(0, len(text), 0, len(text)),)), tuple(blocks))


def letter() -> SiteDocument:
    """A letter with two tasks, a footnote and every kind of citation."""
    source = clean(LETTER_LINES)
    text, blocks = source.text, source.blocks

    def leaf(index: int, kind: str = "paragraph") -> Node:
        return Node(kind, blocks[index].span, f"p-{index + 1}", block=index)  # type: ignore[arg-type]

    root = Node(
        "document",
        Span(0, len(text)),
        "top",
        children=(
            Node("header", Span(0, blocks[1].span.end), "phan-dau", children=(leaf(0), leaf(1))),
            Node("preamble", Span(blocks[2].span.start, blocks[3].span.end), "mo-dau", children=(leaf(2), leaf(3))),
            Node("item", blocks[4].span, "1", "1", level=1, children=(leaf(4),)),
            Node("item", Span(blocks[5].span.start, blocks[6].span.end), "3", "3", level=1, children=(leaf(5), leaf(6, "footnote"))),
            Node("closing", Span(blocks[7].span.start, blocks[8].span.end), "ket-thuc", children=(leaf(7), leaf(8))),
        ),
    )
    sections = (Section("1", None, 1, blocks[4].span, "1"), Section("3", None, 1, blocks[5].span, "3"))
    note = Footnote("1", (find(text, "TW⁽¹⁾"),), blocks[6].span, "p-7")
    note = Footnote("1", (Span(note.marks[0].start + 2, note.marks[0].end),), note.body, "p-7")
    header = Header.of(
        type="Công văn", number="07-CV/TU", date="2022-05-20", place="Sông Mơ", issuer="Tỉnh ủy Sông Mơ",
        subject="Thực hiện Quy định số 41-QĐ/TW", signer="Lê Văn Mơ", signer_title="PHÓ BÍ THƯ", authority="T/M Ban Thường vụ",
        addressee=("Các huyện ủy", "các thành ủy"), recipient=("Như trên",),
    )  # fmt: skip
    document = Document(source, header, root, sections, (note,))

    def reference(words: str, number: str, resolution: object, predicate: str, block: int, node: str) -> Reference:
        return Reference(Citation(find(text, words), "numbered", "Quy định", number), resolution, predicate, blocks[block].span, node)  # type: ignore[arg-type]

    references = (
        reference("Quy định số 41-QĐ/TW ngày 02/3/2022", "41-QĐ/TW", Resolved(RULE_NEW, "số và ngày"), "implements", 3, "p-4"),
        reference("Kế hoạch số 15-KH/TU", "15-KH/TU", Unknown("Kế hoạch 15-KH/TU của Tỉnh ủy Sông Mơ", "số"), "cites", 3, "p-4"),
        reference("Quy định số 40-QĐ/TW", "40-QĐ/TW", Resolved(RULE_OLD, "số"), "cites", 4, "p-5"),
        reference("Quy định số 99-QĐ/TW", "99-QĐ/TW", Ambiguous((SHARED_A, SHARED_B), "số trùng"), "cites", 4, "p-5"),
    )
    statements = Statements(
        events=(Event("deadline", find(text, "trước ngày 15/6/2022"), "báo cáo trước ngày 15/6/2022", "3", "2022-06-15", "2022-06-15"),),
        tasks=(
            Task("1", blocks[4].span, "Quán triệt Quy định đến từng chi bộ", "1", ("Các huyện ủy",), "chapeau"),
            Task("3", blocks[5].span, "Báo cáo kết quả", "3", ("Ban Tuyên giáo",), "stated", ("Văn phòng",), "2022-06-15", None, "Tỉnh ủy"),
        ),
    )
    return SiteDocument(LETTER, LETTER, "full", document, references, statements, ("hoc-tap",), (PRESS,), added_on="2026-07-15")


def report() -> SiteDocument:
    """A digest with articles, a table with a two-level head, figures and a check."""
    source = clean(REPORT_LINES)
    text, blocks = source.text, source.blocks

    def leaf(index: int, kind: str = "paragraph") -> Node:
        return Node(kind, blocks[index].span, f"p-{index + 1}", block=index)  # type: ignore[arg-type]

    end = len(text)
    ahead = Excerpt("PHƯƠNG HƯỚNG")
    points = tuple(
        Node("point", blocks[index].span, f"dieu-5-khoan-1-diem-{name}", label, level=4, children=(leaf(index),))
        for index, name, label in ((6, "d", "d"), (7, "dd", "đ"))
    )
    clause = Node("clause", Span(blocks[5].span.start, blocks[7].span.end), "dieu-5-khoan-1", "1", level=3, children=(leaf(5), *points))
    article = Node(
        "article", Span(blocks[4].span.start, blocks[7].span.end), "dieu-5", "Điều 5", Excerpt("Áp dụng"), 2, children=(leaf(4), clause)
    )
    root = Node(
        "document", Span(0, end), "top",
        children=(
            Node("header", blocks[0].span, "phan-dau", children=(leaf(0),)),
            Node("section", Span(blocks[1].span.start, blocks[2].span.end), "i", "I", Excerpt("KẾT QUẢ"), 1, children=(leaf(1), leaf(2))),
            Node("section", Span(blocks[3].span.start, end), "ii", "II", ahead, 1, children=(leaf(3), article, leaf(8, "table"))),
        ),
    )  # fmt: skip
    sections = (
        Section("I", Excerpt("KẾT QUẢ"), 1, blocks[1].span, "i"),
        Section("II", Excerpt("PHƯƠNG HƯỚNG"), 1, blocks[3].span, "ii"),
        Section("Điều 5", Excerpt("Áp dụng"), 2, blocks[4].span, "dieu-5"),
    )
    document = Document(source, Header.of(type="Báo cáo", number="12-BC/HU", date="2022-07-01"), root, sections, ())
    citation = Citation(find(text, "Công văn số 07-CV/TU"), "numbered", "Công văn", "07-CV/TU")
    references = (Reference(citation, Resolved(LETTER, "số, cơ quan"), "reviews", blocks[2].span, "p-3"),)
    figures = (
        Figure(find(text, "28 lớp"), "28", "28", "lớp", "số lớp đã mở", "p-3", "Huyện ủy Đá Bạc", "năm 2022"),
        Figure(find(text, "1.204 lượt"), "1.204", "1204", "lượt người", "người dự", "p-3"),
    )
    statements = Statements(
        figures=figures,
        checks=(
            Check("share", (0, 1), "98.05", "98.05", True, "1.204/1.228 = 98,05%"),
            Check("sum", (0,), "29", "28", False, "14 + 15 = 29"),
        ),
        terms=(
            Term("BTG", "Ban Tuyên giáo", "abbreviation", True, Span(0, 3), "p-3"),
            Term("TTHC", None, "abbreviation", False, Span(0, 3), "p-3"),
        ),
        practices=(Practice("Ngôi nhà xanh", "Hội Phụ nữ Đá Bạc", Span(0, 3), "p-3"),),
        events=(Event("period", find(text, "28 lớp"), "giai đoạn 2021 - 2025", "p-3", "2021", "2025", "year"),),
    )
    return SiteDocument(REPORT, REPORT, "digest", document, references, statements, ("hoc-tap",), notes=("Lược bỏ phụ lục 2.",))


def register() -> Register:
    """The register of the sample."""
    party = ("party",)
    return Register(
        works=(),
        issuers=(
            Issuer("ban-trung-uong", "Ban Trung ương", "party", codes=("TW",), sources=(PRESS,)),
            Issuer(
                "huyen-uy-da-bac", "Huyện ủy Đá Bạc", "party", ("HU Đá Bạc",), codes=("HU",), parent="tinh-uy-song-mo", until="2025-06-30"
            ),
            Issuer("tinh-uy-song-mo", "Tỉnh ủy Sông Mơ", "party", codes=("TU",), since="1975", successors=()),
        ),
        types=(
            DocumentType("bao-cao", "Báo cáo", party, ("BC",)),
            DocumentType("chi-thi", "Chỉ thị", party, ("CT",)),
            DocumentType("cong-van", "Công văn", party, ("CV",)),
            DocumentType("quy-dinh", "Quy định", party, ("QĐ",)),
        ),
        themes=(Theme("hoc-tap", "Học tập và làm theo", "Các văn bản về học tập.", ("học tập",)),),
        glossary=(GlossaryTerm("hdnd", "HĐND", "Hội đồng nhân dân", "Cơ quan quyền lực nhà nước ở địa phương.", sources=(PRESS,)),),
    )


def works() -> tuple[Work, ...]:
    """All works, sorted by id."""
    tw = "ban-trung-uong"
    day = lambda date: (DateClaim(date, (PRESS,)),)  # noqa: E731 - a table reads better so
    made = (
        Work(LETTER, "cong-van", "07-CV/TU", "tinh-uy-song-mo", "X", "Thực hiện Quy định số 41-QĐ/TW", day("2022-05-20"),
            themes=("hoc-tap",)),
        Work(REPORT, "bao-cao", "12-BC/HU", "huyen-uy-da-bac", "V", "Sơ kết việc thực hiện", day("2022-07-01")),
        Work(RULE_OLD, "quy-dinh", "40-QĐ/TW", tw, "XI", "Những việc cần làm", day("2011-11-01"), sources=(PRESS,)),
        Work(
            RULE_NEW, "quy-dinh", "41-QĐ/TW", tw, "XIII", "Những việc cần làm ngay", day("2022-03-02"), ("Quy định mới",),
            (RegisterRelation("replaces", RULE_OLD, "2022-03-02", (PRESS,)),), sources=(PRESS, OTHER), note="Không khẳng định gì thêm.",
        ),
        Work(SHARED_A, "quy-dinh", "99-QĐ/TW", tw, "XII", "Giám sát", day("2018-02-02")),
        Work(SHARED_B, "quy-dinh", "99-QĐ/TW", tw, "XIII", "Kiểm điểm", day("2023-10-04")),
        Work(CONFLICT, "chi-thi", "03-CT/TW", tw, "XI", "Tiếp tục học tập",
            (DateClaim("2011-05-14", (PRESS,)), DateClaim("2011-04-15", (OTHER,)))),
    )  # fmt: skip
    return tuple(sorted(made, key=lambda work: work.id))


def site() -> Site:
    """The whole sample."""
    documents = (letter(), report())
    edges = [Edge(RULE_NEW, "replaces", RULE_OLD, date="2022-03-02", sources=(PRESS,))]
    for document in documents:
        text = document.document.clean.text
        for item in document.references:
            if isinstance(item.resolution, Resolved):
                edges.append(
                    Edge(
                        document.work, item.predicate, item.resolution.work, document.work, item.node_id, item.evidence.of(text),
                        item.citation.span.of(text), item.resolution.rule,
                    )
                )  # fmt: skip
    sentence = LETTER_LINES[4][1]
    return Site(
        register(),
        works(),
        documents,
        tuple((work.id, tuple(edge for edge in edges if edge.source == work.id)) for work in works()),
        tuple((work.id, tuple(edge for edge in edges if edge.target == work.id)) for work in works()),
        (Wanted("Kế hoạch 15-KH/TU của Tỉnh ủy Sông Mơ", ((LETTER, "p-4", LETTER_LINES[3][1]),)),),
        (AmbiguousMention(LETTER, "p-5", "Quy định số 99-QĐ/TW", (SHARED_A, SHARED_B), "số trùng"),),
        (Warned(LETTER, "p-5", RULE_OLD, RULE_NEW, "replaces", "2022-03-02", "2022-05-20", sentence, (PRESS,)),),
        as_of="2026-08-02",
    )
