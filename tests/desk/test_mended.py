"""Recognised paragraphs put right, and files paired with their signed copies."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from build_tools.desk import lying
from build_tools.graph.reading import read_clean
from build_tools.intake.mended import mended
from build_tools.lexicon.keys import exact_key
from build_tools.model.diagnostic import InputError
from build_tools.model.document import Clean, Paragraph
from build_tools.model.metadata import Metadata
from build_tools.model.span import OffsetMap, Span
from build_tools.normalise.confirmed import correct
from tests.desk.opened import content, opened
from tests.desk.test_desk import kept
from tests.formats.test_add import BLANK, letter

FILLING = "Đoạn này chỉ để cho phần đầu hết chỗ."


def clean(*paragraphs: str) -> Clean:
    """A recognised text; what is looked at stands below the heading, where a value in several places stays as it is."""
    every = (*[f"{FILLING} {number}" for number in range(30)], *paragraphs)
    text = "\n".join(every)
    blocks, at = [], 0
    for one in every:
        blocks.append(Paragraph(Span(at, at + len(one))))
        at += len(one) + 1
    return Clean("a.pdf", "pdf", text, text, OffsetMap((), ()), tuple(blocks), method="ocr")


@pytest.mark.parametrize(
    ("others", "read", "true", "entries"),
    [
        ((), "Trồng 2O ha rừng", "Trồng 20 ha rừng", [("2O", "20")]),
        (("Giao 2O xã",), "Trồng 2O ha rừng", "Trồng 20 ha rừng", [("Trồng 2O ha", "Trồng 20 ha")]),
        ((), "tông kết, đánh gia công tác", "tổng kết, đánh giá công tác", [("tông", "tổng"), ("gia", "giá")]),
        ((), "tông kết, đánh gía công tác", "tổng kết, đánh giá công tác", [("tông", "tổng")]),  # the same word, typed otherwise
        ((), "theo Nghị quyêt số 3", "theo Nghị quyết số 3", [("quyêt", "quyết")]),
        ((), "thêm vào bến sông", "thêm chữ vào bến sông", [("thêm vào", "thêm chữ vào")]),
        ((), "bớt đi đi một chữ", "bớt đi một chữ", [("bớt đi đi", "bớt đi")]),
        ((), "không đổi gì", "không  đổi gì", []),
    ],
)
def test_a_paragraph_reads_as_it_was_put_right_and_nothing_else_changes(
    others: tuple[str, ...], read: str, true: str, entries: list[tuple[str, str]]
) -> None:
    before = clean(*others, read)
    made = mended(before, 30 + len(others), true)
    assert [(entry.read, entry.value) for entry in made] == entries
    after = correct(before, Metadata(confirmed=made)).text.split("\n")
    assert exact_key(after[-1]).split() == exact_key(true).split()
    assert after[:-1] == before.text.split("\n")[:-1]


@pytest.mark.parametrize(("others", "true"), [(("Trồng 2O ha",), "Trồng 20 ha"), ((), "")])
def test_what_cannot_be_put_right_for_sure_is_refused(others: tuple[str, ...], true: str) -> None:
    with pytest.raises(InputError, match="add-answer"):
        mended(clean(*others, "Trồng 2O ha"), 30 + len(others), true)


def test_a_scans_paragraph_is_put_right_on_its_page_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lying, "read_clean", lambda path: replace(read_clean(path), method="ocr"))
    folder = content(tmp_path / "trang")
    with opened(folder) as desk:
        (one,) = desk.drop("a.docx", letter(body="Cả tỉnh trồng 2O ha rừng ven suối."))
        base = desk.desk.table.lying[one].base
        assert base is not None
        index = next(at for at, block in enumerate(base.clean.blocks) if "2O ha" in block.span.of(base.clean.text))
        assert "data-mend" in desk.page(one)
        desk.post(one, **{f"p-{index}": "Cả tỉnh trồng 20 ha rừng ven suối."})
        page = desk.page(one)
        assert f'name="p-{index}" rows="3">Cả tỉnh trồng 20 ha rừng ven suối.</textarea>' in page
        desk.post(one, "keep", right="number issued_on", **{f"p-{index}": "Cả tỉnh trồng 20 ha rừng ven suối."})
    (stated,) = (yaml.safe_load(text) for name, text in kept(folder).items() if name.endswith("metadata.yaml"))
    assert {"read": "2O", "value": "20"} in stated["confirmed"]
    assert stated["number"] == "12-BC/TU"


LONG = (
    "Cả tỉnh trồng hai mươi héc-ta rừng ven suối, giao cho các xã chăm sóc trong ba năm, "
    "mỗi năm báo cáo một lần vào tháng mười hai hằng năm."
)
OTHER = "Việc khác hẳn, nói về đê điều và bến sông của xã bên kia núi."


@pytest.mark.parametrize(
    ("own", "other", "paired"),
    [
        (letter(number=BLANK, body=LONG), letter("45/KH-UBND", body=LONG), True),
        (letter(number=BLANK, body=LONG), letter("45/KH-UBND", body=LONG.replace("héc-ta", "hec-ta")), True),
        (
            letter(number=BLANK, body=LONG),
            letter("45/KH-UBND", body=OTHER),
            False,
        ),
        # two months' reports share their text
        (letter(number=BLANK, body=LONG, about="kết quả tháng 3"), letter("45/KH-UBND", body=LONG, about="kết quả tháng 4"), False),
        (letter(number=BLANK, body=LONG, about="kết quả tháng 3"), letter("45/KH-UBND", body=LONG, about="Kết quả tháng 3"), True),
        (letter("44/KH-UBND", body=LONG), letter("45/KH-UBND", body=LONG), False),
        (letter(number=BLANK, body=LONG), letter(number=BLANK, body=LONG + " Bản hai."), False),
    ],
)
def test_a_file_without_number_is_offered_what_its_signed_copy_tells(tmp_path: Path, own: bytes, other: bytes, paired: bool) -> None:
    with opened(content(tmp_path / "trang")) as desk:
        (one,) = desk.drop("a.docx", own)
        desk.drop("ký.docx", other)
        page = desk.page(one)
        assert ("Bản ký của văn bản này cũng ở trên bàn: ký.docx" in page) == paired
        assert ('data-fill="45/KH-UBND"' in page) == paired


def test_a_signed_copy_waits_for_the_file_whose_copy_it_is(tmp_path: Path) -> None:
    folder = content(tmp_path / "trang")
    with opened(folder) as desk:
        (copy,) = desk.drop("ký.docx", letter("45/KH-UBND", body=LONG))
        desk.drop("khác.docx", letter("46/KH-UBND", body=OTHER))
        said = "Đây là bản ký của trình.docx, cũng ở trên bàn"
        assert said not in desk.list()
        desk.drop("trình.docx", letter(number=BLANK, body=LONG))
        assert desk.list().count(said) == 1
        assert said in desk.page(copy)
        desk.call("luu-ca", b"")
        assert [item.name for item in desk.desk.table.lying.values() if item.state == "kept"] == ["khác.docx"]
        (text,) = (item.id for item in desk.desk.table.lying.values() if item.name == "trình.docx")
        assert desk.post(text, "keep")[1] == f"tep/{copy}", "the copy is looked at next"
        desk.call("luu-ca", b"")
        assert 'name="do" value="sign"' in desk.page(copy), "it is kept as no document of its own"
        assert desk.post(copy, "sign")[0] == 303
    (name,) = {name.split("/")[0] for name in kept(folder) if not name.startswith("46_")}
    assert name.startswith("45_kh-ubnd")


def test_of_two_signed_copies_none_is_chosen(tmp_path: Path) -> None:
    with opened(content(tmp_path / "trang")) as desk:
        (one,) = desk.drop("a.docx", letter(number=BLANK, body=LONG))
        desk.drop("b.docx", letter("45/KH-UBND", body=LONG))
        desk.drop("c.docx", letter("46/KH-UBND", body=LONG))
        assert "Bản ký của văn bản này" not in desk.page(one)
