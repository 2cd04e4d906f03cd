"""What was read against itself and against other documents: each disagreement is told once, and what agrees is not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.graph import build_site
from build_tools.graph.agreement import doubts, share
from build_tools.model.citation import Resolved
from build_tools.model.metadata import SourceFile
from build_tools.model.register import Register
from build_tools.model.site import Site

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
    return build_site(Register(), sources, jobs=1, strict=False)


CITING = text("9/2031/TT-BBB", about="Sửa đổi quy định về bến tạm").replace("Các bến", "Bãi bỏ Điều 1 {cited}. Các bến")

DOUBTS = [
    ((text(),), []),
    ((text().replace("Quy định về bến tạm\n\nCăn cứ", "Căn cứ"),), ["reading-header"]),
    ((text().replace("Điều 2.", "Điều 3."),), ["reading-gap"]),
    ((text().replace("2. Các bến", "4. Các bến"),), ["reading-gap"]),
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
    assert (share(made, found).clean, share(made, found).documents) == (len(texts) - len(codes), len(texts))


def test_two_files_of_one_document(tmp_path: Path) -> None:
    same = site(tmp_path, text(), text() + "\nNơi nhận:\n")
    assert [item.code for item in same.diagnostics if item.code.startswith("reading")] == []
    other = site(tmp_path, text(), text().replace("Điều 2. Hiệu lực\n\n", ""))
    assert [item.code for item in other.diagnostics if item.code.startswith("reading")] == ["reading-copies"]


def test_this_document_that_leads_elsewhere(tmp_path: Path) -> None:
    made = site(tmp_path, text(), text("5/2031/TT-BBB"))
    (first, second) = made.documents
    assert doubts(made) == ()
    taken = replace(first, references=tuple(replace(item, resolution=Resolved(second.work, "")) for item in first.references))
    found = doubts(replace(made, documents=(taken, second)))
    assert [item.code for item in found] == ["reading-self"]
