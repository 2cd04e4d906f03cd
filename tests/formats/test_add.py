"""``python -m build_tools add``: files from the desk into data/documents."""

from __future__ import annotations

import errno
import io
import os
import re
import zipfile
from dataclasses import replace
from email.message import EmailMessage
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from build_tools.commands import add as command
from build_tools.commands import add_one
from build_tools.commands.main import main
from build_tools.graph import build_site
from build_tools.graph.reading import read_clean
from build_tools.intake import keeping, proposal
from build_tools.model.register import Register
from build_tools.model.site import Site
from build_tools.register.documents import load_documents
from build_tools.register.load import load_register
from build_tools.register.metadata import load_metadata
from build_tools.render import render_pages
from build_tools.views import Lookup, search_records
from tests.conftest import need
from tests.content import REGISTER, shipped
from tests.formats.docx_maker import docx, p, tbl, tc
from tests.formats.ole_maker import compound

BODY = "Thực hiện Kết luận số 01-KL/TW ngày 18 tháng 5 năm 2021 của Bộ Chính trị, Ban Thường vụ báo cáo như sau: "
DAY = "2031-06-07"
CENTER = '<w:jc w:val="center"/>'


ABOUT = "kết quả sáu tháng đầu năm"


def letter(number: str = "12-BC/TU", date: str = "ngày 05 tháng 3 năm 2024", mark: str = "", body: str = BODY, about: str = ABOUT) -> bytes:
    """A report of an invented provincial committee."""
    issuer = tc("TỈNH ỦY SÔNG MƠ", "*", f"Số {number}" if number else "*", *([mark] if mark else []))
    head = tbl((issuer, tc("ĐẢNG CỘNG SẢN VIỆT NAM", f"Sông Mơ, {date}")), lined=False)
    sign = tbl((tc("Nơi nhận:", "- Như trên;"), tc("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Trần Văn Thử")), lined=False)
    return docx(head + p("BÁO CÁO", props=CENTER) + p(about, props=CENTER) + p("---", props=CENTER) + p(body) + sign)


@pytest.fixture(autouse=True)
def register_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """All these commands work over one register, which need not be read by each."""
    monkeypatch.setattr(proposal, "load_register", register_at)
    monkeypatch.setattr(proposal, "today", lambda: DAY)


def register_at(folder: Path) -> Register:
    return shipped() if folder.resolve() == REGISTER.resolve() else load_register(folder)


@pytest.fixture
def data(tmp_path: Path, root: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "register").symlink_to(REGISTER)
    return tmp_path / "data"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "bàn làm việc").mkdir()
    return tmp_path / "bàn làm việc"


def run(data: Path, *args: str | Path) -> int:
    return main(["add", *map(str, args), "--data", str(data), "--yes"])


def folders(data: Path) -> list[Path]:
    return sorted((data / "documents").iterdir()) if (data / "documents").exists() else []


def test_a_file_is_read_copied_and_described(data: Path, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = desk / "Báo cáo quý (bản cuối).docx"
    file.write_bytes(letter())
    assert run(data, file) == 0
    (folder,) = folders(data)
    assert (folder / "source.docx").read_bytes() == file.read_bytes()
    stated = load_metadata(folder / "metadata.yaml", {})
    assert (stated.type, stated.number, stated.issued_on, stated.signer) == ("Báo cáo", "12-BC/TU", "2024-03-05", "Trần Văn Thử")
    assert stated.original == file.name
    assert stated.added_on == DAY
    out = capsys.readouterr().out
    assert "12-BC/TU" in out
    assert "1 tìm thấy" in out
    assert "build_tools build" in out


def test_the_same_file_and_the_same_document_are_noticed(data: Path, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "a.docx").write_bytes(letter())
    (desk / "b.docx").write_bytes(letter())
    (desk / "c.docx").write_bytes(letter(body=BODY + "Bản khác."))
    assert run(data, desk / "a.docx") == 0
    assert run(data, desk / "b.docx") == 0
    assert "giống hệt" in capsys.readouterr().err
    assert run(data, desk / "c.docx") == 1
    assert "add-exists" in capsys.readouterr().err
    (folder,) = folders(data)
    assert (folder / "source.docx").read_bytes() == (desk / "a.docx").read_bytes()
    metadata = folder / "metadata.yaml"
    metadata.write_text(metadata.read_text(encoding="utf-8").replace(DAY, "2031-01-02"), encoding="utf-8")
    assert run(data, desk / "c.docx", "--replace") == 0
    assert load_metadata(metadata, {}).added_on == "2031-01-02"  # a better file of the same document adds none
    assert [item.name for item in folders(data)] == [folder.name]
    assert (folder / "source.docx").read_bytes() == (desk / "c.docx").read_bytes()


def test_a_folder_of_many_goes_on_past_bad_files(data: Path, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(1, 9):
        (desk / f"{number}.docx").write_bytes(letter(f"{number:02d}-BC/TU"))
    (desk / "hỏng.docx").write_bytes(letter()[:500])
    (desk / "trống.pdf").write_bytes(b"")
    (desk / "~$1.docx").write_bytes(b"khoa")
    (desk / "ghi chú.xyz").write_bytes(b"?")
    assert run(data, desk) == 1
    said = capsys.readouterr()
    assert "8 đã thêm, 0 đã có, 2 hỏng" in said.out
    assert "hỏng.docx" in said.err
    assert "read-empty" in said.err
    assert len(folders(data)) == 8


def test_moving_leaves_only_what_failed(data: Path, desk: Path) -> None:
    (desk / "a.docx").write_bytes(letter())
    (desk / "lặp.docx").write_bytes(letter())
    (desk / "hỏng.docx").write_bytes(letter()[:500])
    assert run(data, desk, "--move") == 1
    assert [item.name for item in desk.iterdir()] == ["hỏng.docx"]
    assert len(folders(data)) == 1


def test_a_dry_run_writes_nothing(data: Path, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "a.docx").write_bytes(letter())
    assert run(data, desk / "*.docx", "--dry-run") == 0
    assert "1 sẽ thêm" in capsys.readouterr().out
    assert os.listdir(data) == ["register"]


def test_what_is_missing_is_said_and_flags_give_it(data: Path, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = desk / "a.docx"
    file.write_bytes(letter(number=""))
    assert run(data, file) == 1
    assert "--number" in capsys.readouterr().err
    assert run(data, file, "--number", "15-BC/TU", "--date", "2024-03-06") == 0
    (folder,) = folders(data)
    stated = load_metadata(folder / "metadata.yaml", {})
    assert (stated.number, stated.issued_on) == ("15-BC/TU", "2024-03-06")


BLANK = "     /BC-UBND"


@pytest.mark.parametrize(
    ("number", "answer", "written"),
    [
        ("", "16-BC/TU", {"number": "16-BC/TU"}),
        (BLANK, "16/BC-UBND", {"number": "16/BC-UBND"}),
        (BLANK, "", {"awaiting_number": True}),
        (BLANK, "không", {"number": None}),
        ("", "không", {"number": None}),
        ("", "", None),
    ],
)
def test_enter_never_says_that_a_document_has_no_number(
    data: Path, desk: Path, monkeypatch: pytest.MonkeyPatch, number: str, answer: str, written: dict[str, object] | None
) -> None:
    file = desk / "a.docx"
    file.write_bytes(letter(number=number))
    monkeypatch.setattr(command, "ask_aloud", lambda question, default: answer if question.startswith("số, ký hiệu") else "")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    assert main(["add", str(file), "--data", str(data)]) == (0 if written else 1)
    if written is None:
        assert folders(data) == []
        return
    (folder,) = folders(data)
    stated = yaml.safe_load((folder / "metadata.yaml").read_text(encoding="utf-8"))
    assert {key: stated.get(key) for key in ("number", "awaiting_number") if key in stated} == written


@pytest.mark.parametrize("number", ["", BLANK])
def test_a_scan_whose_number_was_not_read_is_kept_until_somebody_tells_it(
    data: Path, desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], number: str
) -> None:
    monkeypatch.setattr(add_one, "read_clean", lambda path: replace(read_clean(path), method="ocr"))
    (desk / "quét.docx").write_bytes(letter(number=number))
    assert run(data, desk / "quét.docx") == 0
    assert "chưa đọc được số trên bản quét, chưa đăng [document-awaiting]" in capsys.readouterr().err
    (folder,) = folders(data)
    text = (folder / "metadata.yaml").read_text(encoding="utf-8")
    assert yaml.safe_load(text)["awaiting_number"] is True
    assert re.search("^# number: .*# chưa đọc được trên bản quét$", text, re.MULTILINE)
    (desk / "không rõ cơ quan.docx").write_bytes(docx(p("BÁO CÁO", props=CENTER) + p(BODY)))
    assert run(data, desk / "không rõ cơ quan.docx") == 1, "more than the number is missing"


@pytest.mark.parametrize(
    ("answer", "stated", "unsure"),
    [
        ("", None, ("issued_on",)),
        ("=", "2024-03", ()),
        ("2024-03-05", "2024-03-05", ()),
        ("5/3/2024", "2024-03-05", ()),
        ("ngày 5 tháng 3 năm 2024", "2024-03-05", ()),
        ("04/2024", "2024-04", ()),
        ("hôm qua", None, ("issued_on",)),
        ("31/2/2024", None, ("issued_on",)),
        ("2024-3-5", None, ("issued_on",)),
    ],
)
def test_enter_leaves_what_is_uncertain_uncertain(
    data: Path, desk: Path, monkeypatch: pytest.MonkeyPatch, answer: str, stated: str | None, unsure: tuple[str, ...]
) -> None:
    (desk / "a.docx").write_bytes(letter(date="ngày      tháng 3 năm 2024"))
    monkeypatch.setattr(command, "ask_aloud", lambda question, default: answer if question.startswith("ngày ban hành") else "")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    assert main(["add", str(desk / "a.docx"), "--data", str(data)]) == 0
    (folder,) = folders(data)
    found = load_metadata(folder / "metadata.yaml", {})
    assert (found.issued_on, found.unsure) == (stated, unsure)


def built(data: Path) -> Site:
    return build_site(register_at(data / "register"), load_documents(data, [], {".docx"}).files, jobs=1)


@pytest.mark.slow
def test_what_nobody_confirmed_is_told_until_it_is_stated(data: Path, desk: Path) -> None:
    (desk / "a.docx").write_bytes(letter(date="ngày      tháng 3 năm 2024"))
    assert run(data, desk / "a.docx") == 0
    (folder,) = folders(data)
    site = built(data)
    assert [item.line > 0 for item in site.diagnostics if item.code == "document-unsure"] == [True]
    assert "Chưa ai xác nhận: ngày ban hành" in site.documents[0].notes[-1]
    page = next(page.text for page in render_pages(Lookup(site)) if page.path.startswith("van-ban/12-bc_tu"))
    assert page.count("(chưa chắc)") == 2
    (record,) = (record for record in search_records(Lookup(site)) if record.number == "12-BC/TU")
    assert ("", "chưa chắc: ngày ban hành") in record.meta
    path = folder / "metadata.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("# issued_on", "issued_on"), encoding="utf-8")
    site = built(data)
    assert not [item for item in site.diagnostics if item.code == "document-unsure"]
    assert not any("(chưa chắc)" in page.text for page in render_pages(Lookup(site)))
    assert not any("chưa chắc" in value for record in search_records(Lookup(site)) for _, value in record.meta)


@pytest.mark.parametrize("number", [BLANK, "......../BC-UBND", "   -BC/TU", "………"])
def test_a_document_before_numbering_is_kept_and_not_published(
    data: Path, desk: Path, number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "a.docx").write_bytes(letter(number=number))
    (desk / "b.docx").write_bytes(letter(number=number, body=BODY + "Bản khác."))
    assert run(data, desk / "a.docx") == 0
    assert "document-awaiting" in capsys.readouterr().err
    (folder,) = folders(data)
    assert folder.name.startswith("cho-so--")
    site = built(data)
    assert site.documents == ()
    assert [item.severity for item in site.diagnostics if item.code == "document-awaiting"] == ["warning"]
    assert run(data, desk / "b.docx") == 1, "the same document awaits its number already"
    assert "add-exists" in capsys.readouterr().err
    path = folder / "metadata.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("awaiting_number: true", "number: 31/BC-UBND"), encoding="utf-8")
    site = built(data)
    assert [work.number for work in site.works if work.id == site.documents[0].work] == ["31/BC-UBND"]


@pytest.mark.parametrize("number", ["12-BC/TU", "12 /BC-UBND"])
def test_a_number_that_is_there_is_not_blank(data: Path, desk: Path, number: str) -> None:
    (desk / "a.docx").write_bytes(letter(number=number))
    assert run(data, desk / "a.docx") == 0
    (folder,) = folders(data)
    assert not load_metadata(folder / "metadata.yaml", {}).awaiting_number


def test_a_marked_document_is_refused_unless_allowed_with_a_reason(data: Path, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = desk / "a.docx"
    file.write_bytes(letter(mark="MẬT"))
    assert run(data, file) == 1
    assert "guard-secrecy" in capsys.readouterr().err
    assert folders(data) == []
    assert run(data, file, "--allow-mark", "Mật") == 1
    assert run(data, file, "--allow-mark", "Mật", "--reason", "đã giải mật theo Công văn 3") == 0
    (folder,) = folders(data)
    override = load_metadata(folder / "metadata.yaml", {}).override
    assert override is not None
    assert override.reason == "đã giải mật theo Công văn 3"


def test_a_wrong_ending_is_put_right_in_the_copy(data: Path, desk: Path) -> None:
    file = desk / "báo cáo.doc"
    file.write_bytes(letter())
    assert run(data, file) == 0
    (folder,) = folders(data)
    assert sorted(item.name for item in folder.iterdir()) == ["metadata.yaml", "source.docx"]


def test_of_a_file_that_is_not_what_it_is_called_both_faults_are_told(data: Path, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "báo cáo.docx").write_bytes(b"PK tep nay bi hong, khong con gi de doc")
    assert run(data, desk / "báo cáo.docx", "--quiet") == 1
    told = capsys.readouterr().err
    assert "đuôi tệp là “.docx” nhưng nội dung là văn bản thuần" in told
    assert "xuất lại từ văn bản gốc" in told
    assert told.index("[read-ending]") < told.index("[document-none]")


def test_facts_of_one_document_are_not_given_to_two(data: Path, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.docx", "b.docx"):
        (desk / name).write_bytes(letter())
    assert run(data, desk, "--number", "1-BC/TU") == 1
    assert "add-flags" in capsys.readouterr().err


@pytest.mark.parametrize("pattern", ["không có.docx", "*.không"])
def test_a_pattern_without_files_is_a_fault(data: Path, desk: Path, pattern: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(data, desk / pattern) == 1
    assert "LỖI" in capsys.readouterr().err


def test_an_unforeseen_fault_in_one_file_does_not_stop_the_rest(
    data: Path, desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in (1, 2):
        (desk / f"{number}.docx").write_bytes(letter(f"{number}-BC/TU"))
    real = add_one.read_clean

    def sometimes(path: Path) -> object:
        if path.name == "1.docx":
            raise KeyError("bất ngờ")
        return real(path)

    monkeypatch.setattr(add_one, "read_clean", sometimes)
    assert run(data, desk) == 1
    assert "add-unforeseen" in capsys.readouterr().err
    assert len(folders(data)) == 1


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "."), data)
    return out.getvalue()


def mailed(name: str, data: bytes) -> bytes:
    letter = EmailMessage()
    letter["Subject"] = "gửi văn bản"
    letter.set_content("Kính gửi, xem tệp kèm.")
    letter.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return letter.as_bytes()


ATTACHED, WITHIN = "__attach_version1.0_#00000000", "__substg1.0_3701000D"
BYTES, LONG_NAME, SHORT_NAME = "__substg1.0_37010102", "__substg1.0_3707001F", "__substg1.0_3704001F"


def outlook(data: bytes) -> bytes:
    """A letter as Outlook keeps it: with a file, and with a letter that has another file."""
    other, inner = ATTACHED.replace("0" * 8, "00000001"), f"{ATTACHED.replace('0' * 8, '00000002')}/{WITHIN}/{ATTACHED}"
    return compound({
        "__properties_version1.0": bytes(32), f"{ATTACHED}/{BYTES}": data, f"{ATTACHED}/{LONG_NAME}": "báo cáo.docx".encode("utf-16-le"),
        f"{ATTACHED}/{SHORT_NAME}": "BOCO~1.DOC".encode("utf-16-le"), f"{other}/{BYTES}": b"GIF8" * 2000,
        f"{other}/{SHORT_NAME}": "anh.gif".encode("utf-16-le"), f"{inner}/{BYTES}": letter("13-BC/TU"),
        f"{inner}/{LONG_NAME}": "b.docx".encode("utf-16-le"),
    })  # fmt: skip


def test_an_outlook_letter_is_opened_with_the_letters_in_it(data: Path, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    need("olefile", find_spec("olefile") is not None)
    file = desk / "thư.msg"
    file.write_bytes(outlook(letter()))
    assert run(data, file) == 0
    assert [folder.name.split("--")[0] for folder in folders(data)] == ["12-bc_tu", "13-bc_tu"]
    told = capsys.readouterr().err
    assert "thư.msg › báo cáo.docx" in told
    assert "thư.msg › anh.gif" in told


@pytest.mark.parametrize("file", ["gói.zip", "thư.eml", "thư trong gói.zip"])
def test_the_parts_of_archives_and_letters_are_added_one_by_one(
    data: Path, desk: Path, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    inner = letter()
    contents = {
        "gói.zip": zipped(a__docx=inner, **{"con/b__docx": letter("13-BC/TU"), "anh__gif": b"GIF8", "con/Thumbs__db": b"\0"}),
        "thư.eml": mailed("báo cáo.docx", inner),
        "thư trong gói.zip": zipped(a__eml=mailed("báo cáo.docx", inner)),
    }
    (desk / file).write_bytes(contents[file])
    assert run(data, desk / file) == 0
    assert len(folders(data)) == (2 if file == "gói.zip" else 1)
    assert f"{file} › " in capsys.readouterr().err
    assert (desk / file).exists()


def test_parts_are_spoken_of_by_their_names_and_none_is_passed_over(data: Path, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "gói.zip").write_bytes(zipped(a__docx=letter(number=""), b__docx=letter()[:300], bảng__xls=b"x"))
    assert run(data, desk / "gói.zip") == 1
    said = capsys.readouterr().err
    assert [line.split(": ")[:2] for line in said.splitlines() if "gói.zip" in line] == [
        ["LỖI", f"{desk / 'gói.zip'} › a.docx"], ["LỖI", f"{desk / 'gói.zip'} › b.docx"], ["BỎ QUA", f"{desk / 'gói.zip'} › bảng.xls"],
    ]  # fmt: skip
    assert "/tmp" not in said.replace(str(desk), "")


@pytest.mark.parametrize(("file", "content"), [("a.zip", b"PK\x03\x04 h"), ("a.msg", b"khong phai"), ("b.zip", b"")])
def test_what_cannot_be_opened_is_one_line_and_the_rest_is_added(
    data: Path, desk: Path, file: str, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / file).write_bytes(content)
    (desk / "c.docx").write_bytes(letter())
    assert run(data, desk) == 1
    said = [line for line in capsys.readouterr().err.splitlines() if line.startswith("LỖI")]
    assert len(said) == 1
    assert "[add-parts]" in said[0]
    assert len(folders(data)) == 1


def test_files_of_no_kind_read_here_are_named_and_left(data: Path, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "a.docx").write_bytes(letter())
    (desk / "..b.docx").write_bytes(letter("13-BC/TU"))
    (desk / "bảng lương.gif").write_bytes(b"PK\x03\x04")
    for name in (".ẩn.docx", "~$a.docx", "Thumbs.db", "README.md"):
        (desk / name).write_bytes(b"x")
    assert run(data, desk, "--move") == 0
    said = [line for line in capsys.readouterr().err.splitlines() if "BỎ QUA" in line]
    assert len(said) == 1
    assert "bảng lương.gif" in said[0]
    assert len(folders(data)) == 2
    assert (desk / "bảng lương.gif").exists()


@pytest.mark.parametrize(("flags", "told"), [((), True), (("--redact",), False)])
@pytest.mark.parametrize("many", [False, True])
def test_personal_data_is_told_with_its_place(
    data: Path, desk: Path, flags: tuple[str, ...], told: bool, many: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "a.docx").write_bytes(letter(body="Liên hệ ông Lê Văn Mơ, điện thoại 0912 345 678."))
    for number in range(2, 9 if many else 2):
        (desk / f"{number}.docx").write_bytes(letter(f"{number}-BC/TU"))
    assert run(data, desk, "--quiet", *flags) == 0
    said = [line for line in capsys.readouterr().err.splitlines() if "CHÚ Ý" in line]
    assert len(said) == told
    if told:
        assert re.search(r"a\.docx:\d+:\d+: có .*“091…”", said[0])


def test_what_was_read_is_shown_of_a_document_that_lacks_something(data: Path, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "a.docx").write_bytes(letter(number=""))
    assert run(data, desk / "a.docx") == 1
    shown = capsys.readouterr()
    assert "05/03/2024" in shown.out
    assert "--number" in shown.err


def test_the_hint_on_a_marked_document_names_flags_of_this_command(data: Path, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "a.docx").write_bytes(letter(mark="MẬT"))
    assert run(data, desk / "a.docx") == 1
    assert "--allow-mark" in capsys.readouterr().err
    assert run(data, desk / "a.docx", "--allow-mark", "Mật", "--reason", "đã giải mật", "--quiet") == 0
    assert "đã giải mật" in capsys.readouterr().err


def test_doubtful_values_hold_once_their_mark_is_taken_away(data: Path, desk: Path) -> None:
    (desk / "a.docx").write_bytes(letter(date="tháng 3 năm 2024"))
    assert run(data, desk / "a.docx") == 0
    (folder,) = folders(data)
    written = (folder / "metadata.yaml").read_text(encoding="utf-8")
    assert "# issuer: Tỉnh ủy Sông Mơ  # cơ quan chưa có trong sổ tra cứu\n" in written
    assert keeping._entry("subject", "Báo cáo: “việc này” # gấp\nvà việc kia") == 'subject: "Báo cáo: “việc này” # gấp và việc kia"'
    assert keeping._entry("issued_on", "2024-03") == 'issued_on: "2024-03"'


def test_what_an_editor_wrote_stays_when_the_file_is_replaced(data: Path, desk: Path) -> None:
    (desk / "a.docx").write_bytes(letter())
    (desk / "b.docx").write_bytes(letter(body=BODY + "Bản khác."))
    assert run(data, desk / "a.docx") == 0
    (folder,) = folders(data)
    path = folder / "metadata.yaml"
    mine = "notes:\n  - Đã đối chiếu với bản giấy.\nthemes:\n- neu-guong\nplace: Đá Bạc"
    path.write_text(path.read_text(encoding="utf-8").replace("place: Sông Mơ\n", "") + mine, encoding="utf-8")
    assert run(data, desk / "b.docx", "--replace", "--subject", "tên: mới", "--redact", "--theme", "giam-sat-phan-bien") == 0
    stated = load_metadata(path, {})
    assert (stated.place, stated.notes, stated.original) == ("Đá Bạc", ("Đã đối chiếu với bản giấy.",), "b.docx")
    assert (stated.subject, stated.redact, stated.themes) == ("tên: mới", True, ("giam-sat-phan-bien",))
    assert (folder / "source.docx").read_bytes() == (desk / "b.docx").read_bytes()


def test_a_document_whose_new_file_is_held_stays_what_it_was(
    data: Path, desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On Windows whoever looks a new file over for viruses holds its folder for a moment."""
    (desk / "a.docx").write_bytes(letter())
    (desk / "b.docx").write_bytes(letter(body=BODY + "Bản khác."))
    assert run(data, desk / "a.docx") == 0
    (folder,) = folders(data)
    own = Path.rename

    def held(path: Path, target: Path) -> Path:
        if target == folder and not path.name.endswith(".old"):
            raise PermissionError(errno.EACCES, "denied")
        return own(path, target)

    monkeypatch.setattr(Path, "rename", held)
    assert run(data, desk / "b.docx", "--replace") == 1
    assert "Word" in capsys.readouterr().err
    assert folders(data) == [folder]
    assert (folder / "source.docx").read_bytes() == (desk / "a.docx").read_bytes()


def test_a_subject_is_replaced_whole_and_windows_files_stay_so(data: Path, desk: Path) -> None:
    (desk / "a.docx").write_bytes(letter())
    (desk / "b.docx").write_bytes(letter(body=BODY + "Bản khác."))
    assert run(data, desk / "a.docx") == 0
    (folder,) = folders(data)
    path = folder / "metadata.yaml"
    folded = path.read_text(encoding="utf-8").replace("subject: kết quả", "subject: >-\n\n  kết quả\n\n ")
    assert folded.count("subject: >-") == 1
    path.write_bytes(folded.replace("\n", "\r\n").encode())
    assert run(data, desk / "b.docx", "--replace", "--subject", "mới") == 0
    assert load_metadata(path, {}).subject == "mới"
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")


def test_a_digest_that_gives_way_to_the_full_text_takes_its_metadata_along(data: Path, desk: Path) -> None:
    (desk / "a.docx").write_bytes(letter())
    (desk / "b.docx").write_bytes(letter(body=BODY + "Bản khác."))
    assert run(data, desk / "a.docx", "--kind", "digest") == 0
    assert run(data, desk / "b.docx", "--replace") == 0
    (folder,) = folders(data)
    assert load_metadata(folder / "metadata.yaml", {}).kind is None
