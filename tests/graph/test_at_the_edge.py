"""Where the checks of a reading begin and end: the last number that a row can have, the last line that is looked at."""

from __future__ import annotations

import pytest

from build_tools.graph.attached import with_attached
from build_tools.graph.checked import in_place_of
from build_tools.graph.identify import _number_line
from build_tools.graph.numbering import gaps, is_own, numbered
from build_tools.graph.reading import _impossible, stated, understand
from build_tools.model.document import Document, Node, NodeKind
from build_tools.model.header import Header, Origin, Stated
from build_tools.model.metadata import Attachment, Metadata, SourceFile
from build_tools.model.register import Register
from build_tools.model.span import Excerpt, Span
from build_tools.passages import Passages
from tests.citations.citation_helpers import document


def row(kind: str, word: str, one: int, other: int, between: str) -> tuple[str, Node, Node]:
    """Two neighbours of a row with words between them."""
    text = f"{word} {one}\n{between}\n{word} {other}\n"
    at = text.rfind(word)
    first = Node(kind, Span(0, at), "a", label=f"{word} {one}", level=1)  # type: ignore[arg-type]
    return text, first, Node(kind, Span(at, len(text)), "b", label=f"{word} {other}", level=1)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "between", "own"),
    [
        (1, 3, "bến", True), (1, 3, "Chương 2\n", False), (1, 3, "Chương II\n", False), (1, 3, "Chương III\n", True),
        (38, 40, "Chương 39\n", False), (38, 40, "Chương XXXIX\n", False), (39, 41, "Chương 40\n", False), (39, 41, "bến", True),
        (40, 42, "Chương 41.", False),
    ],
)  # fmt: skip
def test_a_number_that_is_wanting_is_looked_for_however_it_is_written(one: int, other: int, between: str, own: bool) -> None:
    assert is_own(*row("chapter", "Chương", one, other, between)) is own


@pytest.mark.parametrize(
    ("one", "other", "open_quotations", "code"),
    [
        (1, 3, False, "document-numbering"), (1, 3, True, "document-numbering"), (3, 3, False, "document-numbering"),
        (3, 3, True, "reading-gap"), (3, 2, True, "reading-gap"), (3, 2, False, "document-numbering"),
    ],
)  # fmt: skip
def test_a_number_that_comes_again_may_be_a_quoted_one(one: int, other: int, open_quotations: bool, code: str) -> None:
    text, first, second = row("article", "Điều", one, other, "bến")
    made = document(text)
    root = Node("document", Span(0, len(text)), "top", children=(Node("body", Span(0, len(text)), "b", children=(first, second)),))
    (found,) = gaps(Document(made.clean, Header(), root, (), ()), "a.txt", open_quotations)
    assert (found.code, found.line) == (code, 3)


@pytest.mark.parametrize(
    ("kind", "told"),
    [(kind, True) for kind in ("chapter", "section", "item")]
    + [(kind, False) for kind in ("quotation", "form", "header", "closing", "preamble", "footnote", "appendix")],
)
def test_articles_count_on_through_parts_but_not_through_what_is_quoted(kind: NodeKind, told: bool) -> None:
    text = "Điều 1\nĐiều 5\nĐiều 2\n"
    one, five, two = (Node("article", Span(at, at + 6), f"d{at}", label=text[at : at + 6], level=1) for at in (0, 7, 14))
    inside = Node(kind, five.span, "x", children=(five,))
    root = Node("document", Span(0, 21), "top", children=(Node("body", Span(0, 21), "b", children=(one, inside, two)),))
    assert bool([*gaps(Document(document(text).clean, Header(), root, (), ()), "a.txt", False)]) is told


@pytest.mark.parametrize(
    ("kind", "label", "level", "row"),
    [
        ("article", "Điều 1", 2, True), ("clause", "1", 3, True), ("item", "I", 1, True), ("item", "(2)", 4, False),
        ("item", "-", 4, False),
        ("paragraph", None, 0, False), ("article", "Điều 1", 0, False), ("item", None, 4, False),
    ],
)  # fmt: skip
def test_what_has_its_place_in_a_row_of_numbers(kind: NodeKind, label: str | None, level: int, row: bool) -> None:
    assert numbered(Node(kind, Span(0, 1), "a", label=label, level=level)) is row


@pytest.mark.parametrize(
    ("heading", "text", "told"),
    [
        (20, "Số: 12/x\nbến\nbến\nbến", "Số: 12/x"), (3, "bến\nSố: 12/x\n", None), (None, "bến\nSố: 12/x\n", "Số: 12/x"),
        (None, "bến\n" * 249 + "Số: 1/x", None), (None, "bến\n" * 248 + "Số: 1/x", "Số: 1/x"), (20, "Số:    /x\nbến\nbến\nbến", None),
        (20, "Công văn số 5 - bến\n", None), (23, "Bản số 5 - bến đò sạch\n", "Bản số 5 - bến đò sạch"), (20, "theo Công văn số 5\n", None),
    ],
)  # fmt: skip
def test_a_number_that_was_not_read_is_looked_for_in_the_heading(heading: int | None, text: str, told: str | None) -> None:
    made = document(text)
    parts = (Node("preamble", Span(0, 1), "p"), Node("header", Span(0, heading), "h")) if heading else (Node("body", Span(0, 1), "b"),)
    assert _number_line(Document(made.clean, Header(), Node("document", Span(0, len(text)), "top", children=parts), (), ())) == told


IMPOSSIBLE = "Lim, ngày 31 tháng 02 năm 2031\nđến ngày 30/02/2031 là hết"


@pytest.mark.parametrize(("own", "lines"), [(None, [1, 2]), (Span(5, 30), [2]), (Span(0, 3), [1, 2]), (Span(35, 49), [1])])
def test_a_day_that_no_calendar_has_is_told_where_it_is_not_the_documents_own(own: Span | None, lines: list[int]) -> None:
    made = document(IMPOSSIBLE)
    header = Header().put(Stated("date", Excerpt("2031-02-31", (own,)))) if own else Header()
    passages = Passages.of(Document(made.clean, header, made.root, (), ()))
    assert [item.line for item in _impossible(passages, "a.txt")] == lines


PLACE = (Span(5, 30),)


@pytest.mark.parametrize(
    ("origin", "spans"), [("text", PLACE), ("confirmed", PLACE), ("metadata", PLACE), ("sentence", ()), ("inferred", ()), (None, ())]
)
def test_what_a_person_states_stands_where_a_line_says_otherwise(origin: Origin | None, spans: tuple[Span, ...]) -> None:
    before = Stated("date", Excerpt("2031-02-03", PLACE), origin) if origin else None
    assert in_place_of(before, "2031-02-04") == Excerpt("2031-02-04", spans)


def test_who_says_a_value_of_the_heading_is_known() -> None:
    header, _ = stated(Header.of(number="3-KH/TU", place="Lim"), Metadata(number="4-KH/TU", signer="Lò Văn Mẫu"), Register())
    assert {item.field: item.origin for item in header.values} == {"number": "metadata", "place": "text", "signer": "metadata"}


def test_a_file_that_goes_with_a_document_and_cannot_be_read_is_told_by_its_own_path() -> None:
    source = SourceFile("a", "a.txt", Metadata(), attached=(Attachment("b.dwg"), Attachment("c.dwg", signed=True), Attachment("d.png")))
    clean, told = with_attached(document("Bến sạch.\n").clean, source)
    assert [(item.code, item.path, ".dwg" in item.message) for item in told] == [("attachment-unread", "b.dwg", True)]
    found = understand(source, clean, Register(), told).diagnostics
    assert {item.path for item in found if item.code == "attachment-unread"} == {"b.dwg"}
    assert {item.path for item in found if item.code != "attachment-unread"} == {clean.path}
