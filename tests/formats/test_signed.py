"""The signed copy of a document that was kept before it had its number."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from build_tools.commands.add_files import own_text_first
from build_tools.commands.main import main
from build_tools.graph.reading import read_clean, read_source
from build_tools.intake import known
from build_tools.intake.candidate import Value
from build_tools.intake.printed import printed_of, take_text
from build_tools.intake.proposal import Office, Proposal, office_of, propose
from build_tools.intake.signing import draft_of, sign
from build_tools.model.diagnostic import InputError
from build_tools.model.metadata import Metadata
from build_tools.read.pdf.own_text import has_own_text
from build_tools.register.content import find_content
from tests.conftest import need
from tests.desk.test_spots import sheet
from tests.formats.docx_maker import docx, p, tbl, tc
from tests.formats.test_add import BLANK, CENTER, data, desk, folders, letter, register_read_once, run
from tests.formats.test_attach import appendix, put, site
from tests.pdf.pdf_writer import pdf

__all__ = ["data", "desk", "register_read_once"]

TEXT = (
    "Sáu tháng qua, cấp ủy các xã ven sông đã trồng mới bốn mươi héc-ta rừng chắn sóng, sửa ba bến đò và mở thêm hai lớp học buổi tối cho "
    "người lớn; việc thu gom lưới cũ còn chậm vì thiếu chỗ chứa ở bến Đá Bạc."
)
AWAITING = letter(number=BLANK, date="ngày      tháng 3 năm 2024", body=TEXT)


def test_the_number_and_the_day_come_from_the_signed_copy(data: Path, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(data, *put(desk, trinh__docx=AWAITING)) == 0
    (before,) = folders(data)
    assert before.name.startswith("cho-so--")
    assert run(data, *put(desk, phu_luc__docx=appendix("")), "--attach", before.name) == 0
    assert run(data, *put(desk, ky__docx=letter(body=TEXT))) == 0
    assert "là bản ký của cho-so--" in capsys.readouterr().err
    (after,) = folders(data)
    assert after.name == "12-bc_tu--bao-cao--tinh-uy-song-mo-701e--_--2024-03-05"
    assert sorted(path.name for path in after.iterdir()) == ["attachments", "metadata.yaml", "signed.docx", "source.docx"]
    assert (after / "source.docx").read_bytes() == AWAITING
    text = (after / "metadata.yaml").read_text(encoding="utf-8")
    stated = yaml.safe_load(text)
    assert (stated["number"], stated["issued_on"], stated["awaiting_number"]) == ("12-BC/TU", "2024-03-05", False)
    assert "# number" not in text
    assert run(data, desk / "ky.docx", desk / "trinh.docx") == 0, "neither is taken in once more"
    assert len(folders(data)) == 1
    assert main(["check", "--data", str(data), "--no-cache", "--quiet"]) == 0
    (document,) = site(data).documents
    found = [(item.title, item.node, item.signed) for item in document.attachments]
    assert found == [("Bản ký", "", True), ("Phụ lục II. DANH SÁCH XÃ", "phu-luc-ii", False)]


def test_the_signed_copy_stays_when_the_text_is_replaced(data: Path, desk: Path) -> None:
    run(data, *put(desk, trinh__docx=AWAITING, ky__docx=letter(body=TEXT)))
    assert run(data, *put(desk, moi__docx=letter(body=TEXT + " Đã sửa.")), "--replace") == 0
    (folder,) = folders(data)
    assert sorted(path.name for path in folder.iterdir()) == ["metadata.yaml", "signed.docx", "source.docx"]
    assert (folder / "signed.docx").read_bytes() == letter(body=TEXT)


def test_both_come_in_one_call(data: Path, desk: Path) -> None:
    assert run(data, *put(desk, a_trinh__docx=AWAITING, b_ky__docx=letter(body=TEXT))) == 0
    assert [folder.name[:8] for folder in folders(data)] == ["12-bc_tu"]


def test_of_files_in_one_call_the_text_that_was_signed_comes_before_its_printed_copy() -> None:
    names = ("a ky.pdf", "b.docx", "c.PNG", "d.doc", "e.xlsx", "f.pdf")
    assert [path.name for path in own_text_first(list(map(Path, names)))] == ["b.docx", "d.doc", "e.xlsx", "a ky.pdf", "c.PNG", "f.pdf"]


PLAN = docx(
    tbl((tc("TỈNH ỦY SÔNG MƠ", "*", "Số 9-KH/TU"), tc("ĐẢNG CỘNG SẢN VIỆT NAM", "Sông Mơ, ngày 05 tháng 3 năm 2024")), lined=False)
    + p("KẾ HOẠCH", props=CENTER) + p("kết quả sáu tháng đầu năm", props=CENTER) + p("---", props=CENTER) + p(TEXT)
)  # fmt: skip
OTHER = letter(
    body="Ba bến đò của xã Đá Bạc ngừng chạy hai tuần vì nước lớn, dân đi vòng qua cầu Sông Mơ để vào chợ huyện trong mùa lũ năm nay."
)


NEXT = letter(body=TEXT, about="kết quả chín tháng đầu năm")


@pytest.mark.parametrize("other", [OTHER, PLAN, NEXT], ids=["another text", "another type", "another period"])
def test_another_document_stays_another(data: Path, desk: Path, other: bytes) -> None:
    run(data, *put(desk, trinh__docx=AWAITING))
    assert run(data, *put(desk, khac__docx=other)) == 0
    assert len(folders(data)) == 2
    assert not list(data.rglob("signed.*"))


def proposed(data: Path, desk: Path) -> tuple[Proposal, Office]:
    """The signed copy of a document that was kept, looked at by the office that has it."""
    run(data, *put(desk, trinh__docx=AWAITING))
    office = office_of(find_content(None, data))
    (file,) = put(desk, ky__docx=letter(body=TEXT))
    return propose(file, file.name, read_clean(file), Metadata(), office), office


def test_a_number_that_nobody_compared_gives_none(data: Path, desk: Path) -> None:
    proposal, office = proposed(data, desk)
    doubted = {**dict(proposal.values), "number": Value("12-BC/TU", "máy đọc")}
    (draft,) = office.known.drafts
    with pytest.raises(InputError, match="sign-unsure"):
        sign(replace(proposal, values=tuple(doubted.items())), draft, office)
    assert [folder.name for folder in folders(data)] == [draft]


def test_a_draft_that_cannot_be_read_any_more_is_told(data: Path, desk: Path) -> None:
    proposal, office = proposed(data, desk)
    (draft,) = office.known.drafts
    (data / "documents" / draft / "source.docx").write_bytes(AWAITING[:300])
    with pytest.raises(InputError, match="sign-draft"):
        sign(proposal, draft, office)


def test_a_draft_is_known_by_its_folder_and_not_read_again(data: Path, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A scan takes its time; a name that was cut tells no address."""
    run(data, *put(desk, trinh__docx=AWAITING))
    office = office_of(find_content(None, data))
    read: list[str] = []
    monkeypatch.setattr(known, "read_source", lambda source, register: read.append(source.id) or read_source(source, register))
    assert office_of(find_content(None, data)).known.works == office.known.works
    assert read == []
    (folder,) = folders(data)
    folder.rename(folder.with_name(folder.name + "x" * 100))
    assert list(office_of(find_content(None, data)).known.works) == list(office.known.works)
    assert len(read) == 1


def plan(number: str) -> bytes:
    """A PDF that holds its text itself."""
    made = sheet(number)
    made.paragraph(240, TEXT)
    return pdf(made)


def test_a_draft_that_is_a_pdf_gets_the_number_of_its_signed_copy_too(data: Path, desk: Path) -> None:
    assert run(data, *put(desk, trinh__pdf=plan("Số:       /KH-UBND"))) == 0
    (before,) = folders(data)
    assert before.name.startswith("cho-so--")
    assert run(data, *put(desk, ky__pdf=plan("Số: 45/KH-UBND"))) == 0
    (after,) = folders(data)
    assert sorted(path.name for path in after.iterdir()) == ["metadata.yaml", "signed.pdf", "source.pdf"]
    assert yaml.safe_load((after / "metadata.yaml").read_text(encoding="utf-8"))["number"] == "45/KH-UBND"


def word(symbol: str = "/KH-UBND", month: str = "3", body: str = TEXT, subject: str = "Trồng rừng ven suối năm 2024") -> bytes:
    """The same plan as its office wrote it, before it had its number."""
    right = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", f"Đá Bạc, ngày      tháng {month} năm 2024")
    head = tbl((tc("ỦY BAN NHÂN DÂN", "XÃ ĐÁ BẠC", f"Số:       {symbol}"), tc(*right)), lined=False)
    basis = "Thực hiện Kết luận số 01-KL/TW ngày 18 tháng 5 năm 2021 của Bộ Chính trị."
    sign = tbl((tc("Nơi nhận:", "- Như trên;"), tc("CHỦ TỊCH", "Trần Văn Thử")), lined=False)
    return docx(head + p("KẾ HOẠCH", props=CENTER) + p(subject, props=CENTER) + p(basis) + p(body) + sign)


@pytest.mark.parametrize("apart", [False, True], ids=["in one call", "in another call"])
def test_the_text_that_comes_after_its_signed_copy_becomes_what_the_page_shows(
    data: Path, desk: Path, capsys: pytest.CaptureFixture[str], apart: bool
) -> None:
    files = put(desk, a_ky__pdf=plan("Số: 45/KH-UBND"), trinh__docx=word())
    assert run(data, files[0]) == 0
    if apart:
        (folder,) = folders(data)
        metadata = folder / "metadata.yaml"
        metadata.write_text(metadata.read_text(encoding="utf-8") + "# của người biên tập\nnotes: [đã xem]\n", encoding="utf-8")
    assert run(data, files[1]) == 0
    assert "ĐÃ LẤY CHỮ" in capsys.readouterr().err
    (folder,) = folders(data)
    assert sorted(path.name for path in folder.iterdir()) == ["metadata.yaml", "signed.pdf", "source.docx"]
    assert (folder / "signed.pdf").read_bytes() == plan("Số: 45/KH-UBND")
    assert (folder / "source.docx").read_bytes() == word()
    text = (folder / "metadata.yaml").read_text(encoding="utf-8")
    stated = yaml.safe_load(text)
    assert (stated["number"], stated["issued_on"], stated["original"]) == ("45/KH-UBND", "2024-03-05", "trinh.docx")
    assert ("# của người biên tập" in text, stated.get("notes")) == (apart, ["đã xem"] if apart else None)
    assert main(["check", "--data", str(data), "--no-cache", "--quiet"]) == 0
    (document,) = site(data).documents
    assert [(item.title, item.signed) for item in document.attachments] == [("Bản ký", True)]
    assert run(data, *files) == 0, "neither is taken in once more"
    assert len(folders(data)) == 1


FLOOD = "Ba bến đò của xã Đá Bạc ngừng chạy hai tuần vì nước lớn, dân đi vòng qua cầu Sông Mơ để vào chợ huyện trong mùa lũ năm nay."


@pytest.mark.parametrize(
    "other",
    [word("/BC-UBND"), word(month="4"), word(body=FLOOD), word(subject="Trồng rừng ven suối năm 2023")],
    ids=["another symbol", "another month", "another text", "another subject"],
)
def test_a_text_that_may_be_of_another_document_takes_no_place(data: Path, desk: Path, other: bytes) -> None:
    run(data, *put(desk, ky__pdf=plan("Số: 45/KH-UBND")))
    run(data, *put(desk, trinh__docx=other))
    (kept,) = (folder for folder in folders(data) if not folder.name.startswith("cho-so--"))
    assert sorted(path.name for path in kept.iterdir()) == ["metadata.yaml", "source.pdf"]


def test_what_is_published_as_it_was_signed_stays_what_is_published(data: Path, desk: Path) -> None:
    run(data, *put(desk, ky__pdf=plan("Số: 45/KH-UBND")), "--publish-original")
    assert run(data, *put(desk, trinh__docx=word())) == 0
    assert sorted(folder.name[:8] for folder in folders(data)) == ["45_kh-ub", "cho-so--"]


def test_a_number_of_the_copy_that_nobody_compared_takes_no_text(data: Path, desk: Path) -> None:
    run(data, *put(desk, ky__pdf=plan("Số: 45/KH-UBND")))
    office = office_of(find_content(None, data))
    (folder,) = folders(data)
    (file,) = put(desk, trinh__docx=word())
    text = propose(file, file.name, read_clean(file), Metadata(), office)
    assert printed_of(text, office) == folder.name
    kept = office.known.read[folder.name]
    doubted = {**dict(kept.values), "number": Value("45/KH-UBND", "máy đọc")}
    office.known.read[folder.name] = replace(kept, values=tuple(doubted.items()))
    with pytest.raises(InputError, match="sign-text"):
        take_text(text, folder.name, office)
    assert sorted(path.name for path in folder.iterdir()) == ["metadata.yaml", "source.pdf"]


@pytest.mark.parametrize("kind", ["PDF", "PNG"])
def test_a_draft_of_pictures_is_not_recognised_again_for_each_new_file(data: Path, desk: Path, kind: str) -> None:
    need("Pillow", find_spec("PIL") is not None)
    from PIL import Image

    run(data, *put(desk, trinh__docx=AWAITING))
    (folder,) = folders(data)
    office = office_of(find_content(None, data))
    (file,) = put(desk, ky__docx=letter(body=TEXT))
    copy = propose(file, file.name, read_clean(file), Metadata(), office)
    scanned = folder / f"source.{kind.lower()}"
    Image.new("L", (800, 1100), 255).save(scanned, kind)
    office.known.drafts[folder.name] = replace(office.known.drafts[folder.name], path=str(scanned))
    assert draft_of(copy, office) == ""
    assert office.known.read == {}


def test_what_is_no_pdf_holds_no_text_of_its_own(desk: Path) -> None:
    files = put(desk, a__pdf=plan("Số: 45/KH-UBND"), b__pdf=b"%PDF-1.4 x", c__pdf=b"")
    assert [has_own_text(file) for file in (*files, desk / "d.pdf")] == [True, False, False, False]
