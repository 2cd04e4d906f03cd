"""The page of a .docx: paper, margins, and the font and size of most of its letters, wherever a style states them."""

from __future__ import annotations

import pytest

from build_tools.model.sheet import Sheet
from build_tools.read.word.sheet_of import sheet_of
from tests.formats.docx_maker import docx, p, r, tbl

SECTION = (
    '<w:sectPr><w:pgSz w:w="{w}" w:h="{h}"/><w:pgMar w:top="1134" w:bottom="1134" w:left="1701" w:right="851"'
    ' w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
)
TNR = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
DEFAULTS = f'<w:docDefaults><w:rPrDefault><w:rPr>{TNR}<w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>'
BODY = p("Sửa các bến đò trên sông Mơ trước mùa lũ.")


@pytest.mark.parametrize(
    ("body", "styles", "sheet"),
    [
        (BODY + SECTION.format(w=11906, h=16838), DEFAULTS, Sheet(210, 297, 20, 20, 30, 15, "Times New Roman", 14)),
        (BODY + SECTION.format(w=12240, h=15840), DEFAULTS, Sheet(215.9, 279.4, 20, 20, 30, 15, "Times New Roman", 14)),
        (
            p(r("Sửa các bến đò trên sông Mơ.", '<w:sz w:val="26"/>'), r("Ngắn", '<w:sz w:val="40"/>')) + SECTION.format(w=11906, h=16838),
            DEFAULTS,
            Sheet(210, 297, 20, 20, 30, 15, "Times New Roman", 13),
        ),
        (
            tbl((p(r("Bảng dài hơn hẳn phần lời của văn bản này nhiều lần.", '<w:sz w:val="20"/>')),))
            + BODY
            + SECTION.format(w=11906, h=16838),
            DEFAULTS,
            Sheet(210, 297, 20, 20, 30, 15, "Times New Roman", 14),
        ),
        (BODY, DEFAULTS, None),
        (BODY + SECTION.format(w="", h=16838), DEFAULTS, None),
    ],
    ids=["A4", "letter", "size of most letters", "tables apart", "no section", "no width"],
)
def test_the_sheet_is_what_the_file_states(body: str, styles: str, sheet: Sheet | None) -> None:
    assert sheet_of("a.docx", docx(body, styles=styles)) == sheet
