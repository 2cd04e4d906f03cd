"""What was read against itself and against other documents: each disagreement is told once, and what agrees is not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.graph import build_site
from build_tools.graph.agreement import OF_READING, doubts, share
from build_tools.model.citation import Resolved
from build_tools.model.metadata import SourceFile
from build_tools.model.site import Site
from tests.content import EMPTY

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nĐộc lập - Tự do - Hạnh phúc\n\n"
HEAD = "BỘ BẾN BÃI\n\nSố: {number}\n\n" + NATION + "Hà Nội, ngày {day} năm 2031\n\nTHÔNG TƯ\n\n{about}\n\n"
ENACTED = "Căn cứ Luật Bến bãi;\n\nBộ trưởng Bộ Bến bãi ban hành Thông tư {about}.\n\n"
GOOD = HEAD + ENACTED + "Điều 1. Phạm vi\n\nThông tư này quy định về bến.\n\nĐiều 2. Hiệu lực\n\n1. Từ ngày ký.\n\n2. Các bến thực hiện.\n"


def text(number: str = "7/2031/TT-BBB", day: str = "02 tháng 4", about: str = "Quy định về bến tạm", body: str = GOOD) -> str:
    return body.format(number=number, day=day, about=about)


def site(folder: Path, *texts: str) -> Site:
    sources = []
    for place, content in enumerate(texts):
        path = folder / f"{place}.txt"
        path.write_text(content, encoding="utf-8")
        sources.append(SourceFile(path.stem, str(path), collection="extra"))
    return build_site(EMPTY, sources, jobs=1, strict=False)


CITING = text("9/2031/TT-BBB", about="Sửa đổi quy định về bến tạm").replace("Các bến", "Bãi bỏ Điều 1 {cited}. Các bến")

AMENDING = text().replace("Thông tư này quy định về bến.", "1. Sửa đổi Điều 7 như sau:\n\n“Điều 7. Bến\n\nBến có sổ.{end}")

DOUBTS = [
    ((text(),), []),
    ((text().replace("Quy định về bến tạm\n\nCăn cứ", "Căn cứ"),), ["document-unstated"]),
    ((text().replace("Hà Nội, ngày 02 tháng 4 năm 2031\n\n", ""),), ["document-unstated"]),
    ((text(about="Quy định từ ngày 30/6/2031").replace("Hà Nội, ngày 02 tháng 4 năm 2031\n\n", ""),), ["document-unstated"]),
    ((text().replace("Hà Nội, ngày 02 tháng 4 năm 2031", "Hà Nội, họp ngày 02/4 và ngày 03/4/2031"),), ["reading-header"]),
    # a number that stands nowhere, or is printed twice alike, is the document's own
    ((text().replace("Điều 2.", "Điều 3."),), ["document-numbering"]),
    ((text().replace("2. Các bến", "4. Các bến"),), ["document-numbering"]),
    ((text().replace("2. Các bến thực hiện.", "2. Các bến ghi sổ.\n\n2. Các bến thực hiện."),), ["document-numbering"]),
    # one that stands there and was not read is not
    ((text().replace("ngày ký.\n\n2. Các bến", "ngày ký 2. Các bến") + "\n3. Các xã thực hiện.\n",), ["reading-gap"]),
    ((text().replace("về bến.\n\nĐiều 2. Hiệu lực\n\n1. Từ", "về bến tại Điều 2. Từ") + "\nĐiều 3. Thi hành\n",), ["reading-gap"]),
    ((text().replace("2. Các bến", "2. Các xã.\n\n3. Các bến") + "\n2- Các xã thực hiện.\n",), ["reading-gap"]),
    # a quotation without an end is in doubt where neither numbers nor its paragraph tell
    ((AMENDING.replace("{end}", "”"),), []),
    ((AMENDING.replace("{end}", ""),), []),
    ((AMENDING.replace("{end}", "").replace("Điều 2.", "Điều 9."),), ["reading-gap"]),
    ((text().replace("về bến.", "về “bến tạm và bến chính."),), []),
    ((text().replace("về bến.", "về “bến tạm tại Nghị định số 5/2030/NĐ-CP."),), ["reading-quote"]),
    ((text().replace("Điều 2.", "Điều 1a.").replace("quy định về bến.", "quy định về bến:\n\nd) Bến tạm;\n\ne) Bến chính."),), []),
    ((text(), CITING.replace("{cited}", "Thông tư số 7/2031/TT-BBB ngày 02/4/2031 của Bộ trưởng Bộ Bến bãi")), []),
    ((text(), CITING.replace("{cited}", "Thông tư số 7/2031/TT-BBB ngày 05/4/2031 của Bộ trưởng Bộ Bến bãi")), ["reading-told"]),
    ((text(), CITING.replace("{cited}", "Thông tư số 7/2031/TT-BBB ngày 02/4/2031 của Bộ trưởng Bộ Kênh rạch")), ["reading-told"]),
]


@pytest.mark.parametrize(("texts", "codes"), DOUBTS)
def test_doubts(tmp_path: Path, texts: tuple[str, ...], codes: list[str]) -> None:
    made = site(tmp_path, *texts)
    found = doubts(made)
    assert [item.code for item in found] == codes, [str(item) for item in found]
    assert all(item.line for item in found)
    unclean = len({item.path for item in found if item.code in OF_READING})
    assert (share(made, found).clean, share(made, found).documents) == (len(texts) - unclean, len(texts))


@pytest.mark.parametrize(
    ("number", "codes"),
    [("Số:    /2031/TT-BBB", ["document-number"]), ("Số: 07/x", ["document-number", "reading-number"])],
)
def test_a_blank_number_is_none_and_one_that_is_not_read_is_told(tmp_path: Path, number: str, codes: list[str]) -> None:
    made = site(tmp_path, text().replace("Số: 7/2031/TT-BBB", number))
    assert [item.code for item in made.diagnostics if "number" in item.code] == codes
    assert share(made, ()).clean == (0 if "reading-number" in codes else 1)


def test_two_files_of_one_document(tmp_path: Path) -> None:
    same = site(tmp_path, text(), text() + "\nNơi nhận:\n")
    assert [item.code for item in same.diagnostics if item.code.startswith("reading")] == []
    shorter = site(tmp_path, text(), text().replace("Điều 2. Hiệu lực\n\n1. Từ ngày ký.\n\n2. Các bến thực hiện.\n", ""))
    assert [item.code for item in shorter.diagnostics if item.code.startswith("reading")] == []
    other = site(tmp_path, text(), text().replace("bến.\n\nĐiều 2. Hiệu lực\n\n1. Từ ngày ký.", "bến tại Điều 2. Hiệu lực 1. Từ ngày ký."))
    assert [item.code for item in other.diagnostics if item.code.startswith("reading")] == ["reading-copies"]


def test_this_document_that_leads_elsewhere(tmp_path: Path) -> None:
    made = site(tmp_path, text(), text("5/2031/TT-BBB"))
    (first, second) = made.documents
    assert doubts(made) == ()
    taken = replace(first, references=tuple(replace(item, resolution=Resolved(second.work, "")) for item in first.references))
    found = doubts(replace(made, documents=(taken, second)))
    assert [item.code for item in found] == ["reading-self"]
