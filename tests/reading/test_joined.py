"""A document and the files that go with it, as one text. The texts are invented."""

from __future__ import annotations

from dataclasses import replace

from build_tools.model.document import Clean, Table
from build_tools.model.reading import Doubt, Piece, RawCell, RawParagraph, RawTable, Reading, Style
from build_tools.normalise import normalise
from build_tools.normalise.joined import joined


def paragraph(text: str, at: int = 0, page: int | None = None) -> RawParagraph:
    return RawParagraph((Piece(text, at, at + len(text)),), Style(page=page))


def clean(name: str, *pages: int | None, method: str = "text") -> Clean:
    """A paragraph for each page, and a table of one cell."""
    text, blocks = "", []
    for number, page in enumerate(pages):
        blocks.append(paragraph(f"{name} {number}", len(text), page))
        text += f"{name} {number}\n"
    table = RawTable(((RawCell((paragraph("ô", len(text)),)),),))
    made = normalise(Reading(f"{name}.txt", "txt", f"{text}ô", (*blocks, table)))
    return replace(made, method=method, confirm=(Doubt(1, f"{name} 0"),))


def test_what_comes_behind_keeps_its_words_and_its_places() -> None:
    one, other = clean("Bến", 1, 2), clean("Đò", 1, None, 3, method="ocr")
    both = joined(one, ((4, "Danh sách", other), (5, "Trống", normalise(Reading("a", "txt", "", ()))), (6, "Biểu", one)))
    assert both.text == f"{one.text}\n{other.text}\n{one.text}"
    assert both.source == f"{one.source}\n{other.source}\n{one.source}"
    cells = [cell for block in both.blocks if isinstance(block, Table) for row in block.rows for cell in row]
    assert [cell.span.of(both.text) for cell in cells] == ["ô"] * 3
    assert [block.span.of(both.text) for block in both.blocks] == [
        "Bến 0",
        "Bến 1",
        "ô",
        "Đò 0",
        "Đò 1",
        "Đò 2",
        "ô",
        "Bến 0",
        "Bến 1",
        "ô",
    ]
    for block in both.blocks:
        there = both.origin.to_source(block.span)
        assert both.source[there.start : there.end] == block.span.of(both.text)
    assert [block.style.page for block in both.blocks] == [1, 2, None, 3, None, 5, None, 6, 7, None]
    assert [(doubt.page, doubt.text) for doubt in both.confirm] == [(1, "Bến 0"), (3, "Đò 0"), (6, "Bến 0")]
    assert [(item.place, item.block, item.title, item.ocr) for item in both.attached] == [(4, 3, "Danh sách", True), (6, 7, "Biểu", False)]
    assert both.method == "text"


def test_pages_of_a_text_without_pages_stay_as_they_are() -> None:
    both = joined(clean("Bến", None), ((1, "Danh sách", clean("Đò", 1, 2)),))
    assert [block.style.page for block in both.blocks] == [None, None, 1, 2, None]
