"""The editor's desk by its addresses: what is dropped, asked, answered and kept."""

from __future__ import annotations

import json
import re
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
import yaml

from build_tools.commands.main import main
from build_tools.desk.server import Server
from build_tools.desk.sheets import faults_of
from build_tools.graph.reading import read_source
from build_tools.messages.system import port_refused
from build_tools.model.diagnostic import InputError
from build_tools.read import READABLE
from build_tools.register.documents import load_documents
from tests.content import shipped
from tests.desk.opened import Opened, content, opened
from tests.formats.test_add import BLANK, BODY, letter, mailed, zipped
from tests.formats.test_attach import appendix
from tests.formats.test_signed import AWAITING, TEXT, plan, word
from tests.formats.test_split import THREE
from tests.timing import WAIT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return content(tmp_path / "trang")


@pytest.fixture
def desk(folder: Path) -> Iterator[Opened]:
    with opened(folder) as found:
        yield found


def kept(folder: Path) -> dict[str, bytes]:
    documents = folder / "data" / "documents"
    return {str(path.relative_to(documents)): path.read_bytes() for path in sorted(documents.rglob("*")) if path.is_file()}


SHORT = "ngày      tháng 3 năm 2024"


@pytest.mark.parametrize(
    ("file", "flags", "form"),
    [
        (letter(), (), {}),
        (letter(), ("--number", "31-BC/TU", "--place", "Đá Bạc"), {"number": "31-BC/TU", "place": " Đá  Bạc "}),
        (letter(date=SHORT), (), {}),
        (letter(date=SHORT), ("--date", "2024-03-09"), {"issued_on": "2024-03-09"}),
        (letter(date=SHORT), ("--date", "2024-03-09"), {"issued_on": "9/3/2024"}),
        (letter(date=SHORT), ("--date", "2024-03"), {"right": "issued_on"}),
        (letter(number=BLANK), (), {}),
        (letter(number=BLANK), ("--no-number",), {"none": "number"}),
        (letter(number=""), ("--no-number",), {"none": "number"}),
        (letter(), ("--unknown", "signer", "--unknown", "place"), {"signer": "", "place": ""}),
        (letter(), ("--unknown", "number"), {"number": " "}),
        (letter(number=""), ("--number", "8-BC/TU"), {"number": "8-BC/TU"}),
        (letter(body="Liên hệ ông Lê Văn Mơ, điện thoại 0912 345 678."), ("--redact",), {"redact": "1"}),
        (letter(mark="MẬT"), ("--allow-mark", "Mật", "--reason", "đã giải mật"), {"mark": "Mật", "reason": "đã giải mật"}),
    ],
)
def test_the_desk_writes_the_very_files_that_add_writes(
    desk: Opened, folder: Path, tmp_path: Path, file: bytes, flags: tuple[str, ...], form: dict[str, str]
) -> None:
    (one,) = desk.drop("Báo cáo quý (bản cuối).docx", file)
    assert desk.post(one, "keep", **form)[:2] == (303, "")
    other = content(tmp_path / "khac")
    (tmp_path / "Báo cáo quý (bản cuối).docx").write_bytes(file)
    added = ["add", str(tmp_path / "Báo cáo quý (bản cuối).docx"), "--content", str(other), "--yes", "--quiet", *flags]
    assert main(added) == 0
    assert kept(folder) == kept(other)
    assert len(kept(folder)) == 2


def test_going_through_a_page_confirms_nothing(desk: Opened, folder: Path) -> None:
    (one,) = desk.drop("a.docx", letter(date=SHORT, number=""))
    desk.post(one)
    assert desk.desk.table.lying[one].given.answers == {}
    assert desk.post(one, "keep")[1] == f"tep/{one}#loi", "without a number nothing is kept"
    assert "gõ số, ký hiệu" in desk.page(one)
    assert not (folder / "data" / "documents").exists()
    desk.post(one, "keep", number="8-BC/TU")
    (metadata,) = (text for name, text in kept(folder).items() if name.endswith("metadata.yaml"))
    stated = yaml.safe_load(metadata)
    assert stated["unsure"] == ["issued_on"]
    assert "issued_on" not in stated


def test_what_is_asked_comes_first_with_the_words_it_was_read_from(desk: Opened) -> None:
    (one,) = desk.drop("a.docx", letter(date=SHORT))
    page = desk.page(one)
    assert re.findall(r'id="o-(\w+)"', page)[0] == "issued_on"
    assert "thiếu ngày hoặc tháng" in page
    assert '<p class="said">Sông Mơ, <mark>ngày tháng 3 năm 2024</mark></p>' in page
    assert '<mark class="spot number" data-spot="number">12-BC/TU</mark>' in page


def test_an_answer_that_cannot_hold_is_told_at_its_value_and_keeps_nothing(desk: Opened, folder: Path) -> None:
    (one,) = desk.drop("a.docx", letter())
    desk.post(one, issued_on="hôm qua")
    page = desk.page(one)
    assert "“hôm qua” không phải ngày có thật" in page
    assert {fault.code for fault in desk.desk.table.lying[one].wrong.values()} == {"add-answer"}
    assert desk.post(one, "keep", issued_on="hôm qua")[1] == f"tep/{one}#loi"
    with pytest.raises(InputError, match="desk-answers"):
        desk.desk.table.keep(one)
    assert not (folder / "data" / "documents").exists()


@pytest.mark.parametrize("key", ["issued_on", "place", "issuer", "subject", "signer", "signer_title"])
def test_an_emptied_field_says_that_nobody_knows(desk: Opened, folder: Path, key: str) -> None:
    (one,) = desk.drop("a.docx", letter())
    desk.post(one, **{key: ""})
    page = desk.page(one)
    assert "để trống: ghi là chưa rõ" in page
    assert re.search(rf'(?:name="{key}" value=""|name="{key}"[^>]*></textarea>)', page)
    assert desk.post(one, "keep", **{key: " "})[1] == ""
    (stated,) = (yaml.safe_load(text) for name, text in kept(folder).items() if name.endswith("metadata.yaml"))
    assert stated["unknown"] == [key]
    assert key not in stated
    assert key not in stated.get("unsure", ())
    assert main(["check", "--content", str(folder), "--quiet", "--no-cache"]) == 0
    (source,) = load_documents(folder / "data", (), READABLE).files
    read = read_source(source, shipped())
    assert read.document is not None
    header = read.document.header
    told = {"issued_on": header.date, "place": header.place, "issuer": header.issuer or header.issuing_body, "subject": header.subject,
            "signer": header.signature.signer, "signer_title": header.signature.title}  # fmt: skip
    assert [name for name, value in told.items() if value is None] == [key]
    assert (read.own is None) == (key == "issuer")
    assert header.number == "12-BC/TU"


def test_an_emptied_number_is_awaited_and_never_one_that_there_is_not(desk: Opened, folder: Path) -> None:
    (one,) = desk.drop("a.docx", letter())
    assert desk.post(one, "keep", number="")[1] == ""
    (stated,) = (yaml.safe_load(text) for name, text in kept(folder).items() if name.endswith("metadata.yaml"))
    assert (stated["awaiting_number"], stated["unknown"]) == (True, ["number"])
    assert "number" not in stated, "null would say that it bears none"
    (draft,) = desk.desk.table.office.known.drafts
    assert draft.startswith("cho-so--")
    desk.call("cap-so", urlencode({"draft": draft, "number": "21-BC/TU", "day": ""}).encode())
    (source,) = load_documents(folder / "data", (), READABLE).files
    assert source.id.startswith("21-bc_tu")
    read = read_source(source, shipped())
    assert read.document is not None
    assert (read.document.header.number, source.metadata.unknown) == ("21-BC/TU", ())


def test_what_is_unknown_is_remembered_and_can_be_told_later(folder: Path) -> None:
    with opened(folder) as desk:
        (one,) = desk.drop("a.docx", letter())
        desk.post(one, signer="")
    with opened(folder) as desk:
        desk.drop("b.docx", letter("13-BC/TU"))
        assert desk.desk.table.lying[one].given.answers["signer"].said == "unknown"
        assert desk.post(one, "keep", signer="Lê Thị Mới")[0] == 303
    (stated,) = (yaml.safe_load(text) for name, text in kept(folder).items() if name.endswith("metadata.yaml"))
    assert stated["signer"] == "Lê Thị Mới"
    assert "unknown" not in stated


def test_a_serial_alone_completes_the_printed_symbol(desk: Opened) -> None:
    (one,) = desk.drop("a.docx", letter(number=BLANK))
    desk.post(one, number="16")
    proposal = desk.desk.table.lying[one].proposal
    assert proposal is not None
    assert proposal.metadata.number == "16/BC-UBND"


def test_the_same_file_and_the_same_document_are_told(desk: Opened, folder: Path) -> None:
    file = letter()
    (one,) = desk.drop("a.docx", file)
    desk.post(one, "keep")
    (same,) = desk.drop("b.docx", file)
    assert "giống hệt 12-bc_tu" in desk.list()
    desk.post(same, "away")
    newer = letter(body=BODY + "Bản khác.")
    (other,) = desk.drop("c.docx", newer)
    page = desk.page(other)
    assert "đã có văn bản cùng số" in page
    assert re.search(r'id="da-co">', page)
    assert desk.post(other, "keep")[1] == f"tep/{other}#loi"
    assert desk.post(other, "keep", replaces="1")[1] == ""
    assert [text for name, text in kept(folder).items() if name.endswith("source.docx")] == [newer]


def test_a_document_told_from_another_only_by_a_day_it_does_not_state_is_asked_for_its_day(desk: Opened, folder: Path) -> None:
    (one,) = desk.drop("a.docx", letter())
    desk.post(one, "keep")
    (scan,) = desk.drop("b.docx", letter(date="ngày      tháng    năm 2024", body=BODY + "Bản khác."))
    assert "chỉ khác ở chỗ một bên chưa rõ ngày ban hành — xem ngày ban hành trên bản gốc" in desk.page(scan)
    assert "add-undated" in {fault.code for fault in faults_of(desk.desk.table.lying[scan], desk.desk.table.office)}
    assert desk.post(scan, "keep")[1] == f"tep/{scan}#loi"
    assert desk.post(scan, "keep", issued_on="6/7/2024")[1] == "", "another day, another document"
    assert len({name.split("/")[0] for name in kept(folder)}) == 2


def test_marks_and_personal_data_are_shown_in_place(desk: Opened, folder: Path) -> None:
    (one,) = desk.drop("a.docx", letter(mark="MẬT", body="Liên hệ ông Lê Văn Mơ, điện thoại 0912 345 678."))
    page = desk.page(one)
    assert '<mark class="spot secrecy" data-spot="secrecy">MẬT</mark>' in page
    assert '<mark class="spot personal" data-spot="personal">0912 345 678</mark>' in page
    assert "091…" in page
    assert page.index('name="reason"') < page.index('name="number"'), "what stops a file is seen before its values"
    assert "không có gì chưa chắc" not in desk.list()
    assert desk.post(one, "keep", mark="Mật")[1] == f"tep/{one}#loi", "a mark without a reason allows nothing"
    assert not (folder / "data" / "documents").exists()


def test_what_lies_there_is_there_again_when_the_desk_is_opened_anew(folder: Path) -> None:
    with opened(folder) as desk:
        (one,) = desk.drop("a.docx", letter(date=SHORT))
        desk.post(one, issued_on="2024-03-09")
    (folder / ".desk" / "0123456789ab").mkdir()  # begun and never filled
    with opened(folder) as desk:
        desk.drop("b.docx", letter("13-BC/TU"))
        assert 'value="09/03/2024"' in desk.page(one)
        assert "0123456789ab" not in desk.list()
        (folder / ".desk" / one / "answers.json").write_text('{"answers": {"issu', encoding="utf-8")  # cut off
    with opened(folder) as desk:
        desk.drop("c.docx", letter("14-BC/TU"))
        assert 'value="03/2024"' in desk.page(one)
    assert (folder / ".desk" / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_archives_letters_and_what_cannot_be_read(desk: Opened) -> None:
    assert len(desk.drop("gói.zip", zipped(a__docx=letter(), b__docx=letter("13-BC/TU"), anh__gif=b"GIF8"))) == 2
    assert len(desk.drop("thư.eml", mailed("báo cáo.docx", letter("14-BC/TU")))) == 1
    assert desk.drop("trống.zip", zipped()) == ["trống.zip: bên trong không có tệp nào đọc được — xuất ra .docx hoặc .pdf rồi đưa vào lại"]
    assert [line.partition(" — ")[0] for line in desk.drop("lẻ.zip", zipped(a__gif=b"GIF8", b__rar=b"Rar!", c__xls=b"x"))] == [
        "lẻ.zip › a.gif: không đọc loại tệp này",
        "lẻ.zip › b.rar: không mở loại tệp nén này",
        "lẻ.zip › c.xls: không đọc loại tệp đời cũ này",
    ]
    assert desk.drop("a.rar", b"Rar!") == ["a.rar: không mở loại tệp nén này — giải nén, rồi đưa các tệp bên trong vào"]
    told = json.loads(desk.call("tep?ten=ba.zip", zipped(a__docx=letter("15-BC/TU"), b__xls=b"x"))[2])
    assert (len(told["ids"]), [line.partition(":")[0] for line in told["faults"]]) == (1, ["ba.zip › b.xls"])
    with pytest.raises(InputError, match="desk-nothing"):
        desk.desk.table.take("a.gif", b"GIF8")
    (lock,) = desk.drop("~$báo cáo.docx", b"\x05admin" + bytes(150))
    assert "đây là tệp tạm Word đặt ra khi văn bản đang mở" in desk.list()
    desk.post(lock, "away")
    (plain,) = desk.drop("không đuôi", letter("16-BC/TU"))
    assert desk.desk.table.lying[plain].state == "ready"
    assert desk.drop("LICENSE", b"mot tep chu")[0].startswith("LICENSE: không đọc loại tệp này")
    (bad,) = desk.drop("hỏng.docx", letter()[:500])
    assert "hỏng.docx" in desk.list()
    assert desk.page(bad) == "", "a file that was not read has no page"


LONG = "ư" * 300 + ".docx"


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("../../thoat.docx", "thoat.docx"),
        ("a\\b\\c.docx", "c.docx"),
        ("con:<1>?.docx", "con__1__.docx"),
        ("answers.json.docx", "answers.json.docx"),
        (LONG, "ư" * 117 + ".docx"),
    ],
)
def test_a_name_never_leads_out_of_the_desk(desk: Opened, folder: Path, name: str, there: str) -> None:
    desk.drop(name, letter())
    (file,) = (folder / ".desk").rglob("*.docx")
    assert (file.parent.parent, file.name) == (folder / ".desk", there)


def test_nobody_else_is_let_in(desk: Opened) -> None:
    right = desk.address
    assert desk.call()[0] == 200
    assert desk.call(Host="chi-nam.example")[0] == 403
    assert desk.call("tep?ten=a.docx", letter(), Origin="http://chi-nam.example")[0] == 403
    desk.address = right.rstrip("/") + "x/"
    status, _, said = desk.call()
    assert (status, "mã" in said.decode()) == (403, True)
    desk.address = right
    assert desk.call("trang/../../chi-nam.yaml")[0] == 404
    assert desk.call("tep/khong-co")[0] == 404


def test_a_page_that_is_closed_while_it_sends_leaves_no_half_of_a_file_and_no_half_of_an_answer(desk: Opened) -> None:
    (one,) = desk.drop("a.docx", letter())
    desk.post(one, signer="Lê Văn Mơ")
    parts = urlsplit(desk.address)
    for path, body in (("tep?ten=b.txt", b"nua "), (f"tep/{one}", b"signer=L")):
        with socket.create_connection((parts.hostname, parts.port), timeout=WAIT) as line:
            head = f"POST {parts.path}{path} HTTP/1.1\r\nHost: {parts.netloc}\r\nContent-Length: 900\r\n\r\n"
            line.sendall(head.encode() + body)
            line.shutdown(socket.SHUT_WR)
            assert line.recv(100) == b"", "nobody is there to be answered"
    with desk.desk.table.held() as lying:
        assert list(lying) == [one]
        assert lying[one].given.answers["signer"].words == "Lê Văn Mơ"


def test_pages_load_nothing_from_elsewhere(desk: Opened) -> None:
    (one,) = desk.drop("a.docx", letter())
    for page in (desk.list(), desk.page(one)):
        assert not re.search(r"https?://", page)
        assert "style=" not in page


def test_a_port_in_use_is_one_line(desk: Opened) -> None:
    with pytest.raises(InputError, match=r"cổng \d+ đang có chương trình khác dùng") as told:
        Server(int(desk.address.split(":")[2].split("/")[0]), desk.desk, 1)
    assert told.value.diagnostics[0].code == "port-busy"


@pytest.mark.parametrize(
    ("error", "words"), [(OverflowError(), "không có cổng 70000"), (PermissionError(13, ""), "không cho dùng cổng 70000")]
)
def test_a_port_that_cannot_be_is_one_line(error: OSError | OverflowError, words: str) -> None:
    (fault,) = port_refused(error, 70000).diagnostics
    assert words in fault.message
    assert "65535" in (fault.hint or "")


def test_a_port_beyond_all_ports_is_one_line_of_both_commands(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["desk", "--no-browser"], ["serve"]):
        assert main([*command, "--content", str(folder), "--port", "70000"]) == 1
        assert "không có cổng 70000" in capsys.readouterr().err


def test_a_desk_opened_twice_says_where_it_is(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    told: list[str] = []

    class Once(Server):
        def serve_forever(self, poll_interval: float = 0.5) -> None:
            assert main(["desk", "--content", str(folder), "--no-browser"]) == 0
            told.append(self.address)

    monkeypatch.setattr("build_tools.commands.desk.Server", Once)
    assert main(["desk", "--content", str(folder), "--no-browser"]) == 0
    first, second = [line for line in capsys.readouterr().err.splitlines() if "http" in line]
    assert "đang mở ở cửa sổ khác" in second
    assert told[0] in first
    assert told[0] in second
    assert not (folder / ".desk" / ".dang-mo.json").exists()


def test_an_appendix_without_its_document_says_that_the_document_comes_first(desk: Opened) -> None:
    (one,) = desk.drop("phụ lục.docx", appendix())
    assert "lưu văn bản của nó trước, rồi kèm tệp này vào" in desk.page(one)
    (other,) = desk.drop("a.docx", letter())
    desk.post(other, "keep")
    assert "lưu văn bản của nó trước" not in desk.page(one)
    assert 'value="attach"' in desk.page(one)


def test_a_file_that_goes_with_a_document_is_put_beside_it(desk: Opened, folder: Path) -> None:
    (one,) = desk.drop("van ban.docx", letter())
    assert 'id="kem"' not in desk.page(one), "as long as there is no document there is nothing to go with"
    desk.post(one, "keep")
    (other,) = desk.drop("phu luc.docx", appendix())
    page = desk.page(other)
    assert re.search(r'<details class="more attach" id="kem" open>', page)
    assert 'name="parent" value="12-bc_tu--' in page, "the document that the appendix names is offered"
    assert desk.post(other, "attach", parent="99-BC/TU")[1] == f"tep/{other}#kem"
    assert "không có văn bản này trong dữ liệu" in desk.page(other)
    assert desk.post(other, "attach", parent="12-BC/TU")[:2] == (303, "")
    assert next(name for name in kept(folder) if "attachments/" in name).endswith("attachments/phu luc.docx")
    (same,) = desk.drop("ban sao.docx", appendix())
    assert "giống hệt 12-bc_tu" in desk.list()
    desk.post(same, "away")


def test_a_picture_in_which_nothing_can_be_read_can_go_with_a_document_too(desk: Opened, folder: Path) -> None:
    (one,) = desk.drop("van ban.docx", letter())
    desk.post(one, "keep")
    (other,) = desk.drop("12-BC_TU anh.png", b"\x89PNG\r\n\x1a\n hong")
    assert desk.desk.table.lying[other].state == "unreadable"
    assert 'name="parent" value="12-bc_tu--' in desk.list()
    desk.call(f"tep/{other}", b"parent=khac&do=attach")
    assert "không có văn bản này trong dữ liệu" in desk.list()
    desk.call(f"tep/{other}", b"parent=12-BC/TU&do=attach")
    assert next(name for name in kept(folder) if "attachments/" in name).endswith("attachments/12-BC_TU anh.png")
    assert not list((folder / ".desk").glob("0*"))


def test_the_signed_copy_of_a_kept_document_gives_it_its_number(desk: Opened, folder: Path) -> None:
    (one,) = desk.drop("trinh.docx", AWAITING)
    desk.post(one, "keep")
    assert all(name.startswith("cho-so--") for name in kept(folder))
    (other,) = desk.drop("ky.docx", letter(body=TEXT))
    page = desk.page(other)
    assert "bản ký của văn bản đang chờ số cho-so--" in page
    assert desk.post(other, "sign")[:2] == (303, "")
    assert {name.partition("--")[0] for name in kept(folder)} == {"12-bc_tu"}
    assert {name.rpartition("/")[2] for name in kept(folder)} == {"source.docx", "signed.docx", "metadata.yaml"}


def test_several_documents_in_one_file_are_parted(desk: Opened) -> None:
    (one,) = desk.drop("gop.pdf", THREE)
    assert "có vẻ chứa 3 văn bản, bắt đầu ở trang 1, 3, 5" in desk.page(one)
    desk.post(one, "split")
    desk.wait()
    assert [item.name for item in desk.desk.table.lying.values()] == ["gop (trang 1-2).pdf", "gop (trang 3-4).pdf", "gop (trang 5).pdf"]
    assert all(item.state == "ready" and not item.begun for item in desk.desk.table.lying.values())


def test_a_long_scan_can_be_taken_away_while_it_is_read(desk: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    from build_tools.desk import lying
    from build_tools.read.progress import tell

    read, begun, pages = lying.read_clean, threading.Event(), 0

    def slowly(path: Path) -> object:
        nonlocal pages
        if path.name != "dai.docx":
            return read(path)
        for pages in range(1, 10_000):
            tell(pages, 10_000, path.name)
            begun.set()
            time.sleep(0.005)
        return read(path)

    monkeypatch.setattr(lying, "read_clean", slowly)
    (one,) = json.loads(desk.call("tep?ten=dai.docx", letter())[2])["ids"]
    assert begun.wait(20)
    taken = desk.desk.table.lying[one]
    assert f'action="tep/{one}"' in desk.list()
    desk.call(f"tep/{one}", b"do=away")
    (other,) = desk.drop("khac.docx", letter())
    assert desk.desk.table.lying[other].state == "ready"
    assert one not in desk.desk.table.lying
    assert [fault.code for fault in taken.faults] == ["desk-away"]
    assert pages < 9_999, "the rest of it is not read"


def test_what_needs_no_eye_is_kept_in_one_go_and_all_else_stays(desk: Opened, folder: Path) -> None:
    assert "luu-ca" not in desk.list()
    for name, data in {
        "a.docx": letter("21-BC/TU"),
        "b.docx": letter("22-BC/TU"),
        "b lần nữa.docx": letter("22-BC/TU", body=BODY + "Bản khác."),
        "ngày.docx": letter("23-BC/TU", date=SHORT),
        "cá nhân.docx": letter("24-BC/TU", body="Liên hệ ông Lê Văn Mơ, điện thoại 0912 345 678."),
        "mật.docx": letter("25-BC/TU", mark="MẬT"),
        "chờ số.docx": letter(number=BLANK),
        "phụ lục.docx": appendix("(Kèm theo Báo cáo số 21-BC/TU ngày 05 tháng 3 năm 2024 của Tỉnh ủy Sông Mơ)"),
    }.items():
        desk.drop(name, data)
    page = desk.list()
    assert "Lưu cả 3 tệp không có gì chưa chắc" in page
    assert "Có 1 chỗ là thông tin cá nhân" in page
    assert "lưu văn bản của nó trước" in page
    assert desk.call("luu-ca", b"")[1] == ""
    assert sorted({name.split("/")[0].split("--")[0] for name in kept(folder)}) == ["21-bc_tu", "22-bc_tu"]
    page = desk.list()
    left = [item.name for item in desk.desk.table.lying.values() if item.state == "ready"]
    assert left == ["b lần nữa.docx", "ngày.docx", "cá nhân.docx", "mật.docx", "chờ số.docx", "phụ lục.docx"]
    assert "luu-ca" not in page
    assert 'name="parent" value="21-bc_tu--bao-cao--tinh-uy-song-mo-701e--_--2024-03-05"' in page, (
        "the appendix can be put beside its document at once"
    )


def test_keeping_all_is_asked_for_and_never_looked_at(desk: Opened, folder: Path) -> None:
    for number in ("21-BC/TU", "22-BC/TU"):
        desk.drop(f"{number[:2]}.docx", letter(number))
    assert desk.call("luu-ca")[0] == 404
    assert kept(folder) == {}


def test_a_kept_draft_is_given_its_number_at_the_desk(desk: Opened, folder: Path) -> None:
    (one,) = desk.drop("trình.docx", letter(number=BLANK, date=SHORT))
    assert "cap-so" not in desk.list()
    desk.post(one, "keep")
    (draft,) = {name.split("/")[0] for name in kept(folder)}
    assert draft.startswith("cho-so--")
    assert f'name="draft" value="{draft}"' in desk.list()
    assert '<p class="name">trình.docx</p>' in desk.list().partition('id="cho-so"')[2]
    before = kept(folder)
    for number, day in (("", ""), ("31", "2024-13-05")):
        assert desk.call("cap-so", urlencode({"draft": draft, "number": number, "day": day}).encode())[1] == "#cho-so"
        assert kept(folder) == before
    assert "2024-13-05" in desk.list(), "what is wrong is told at the document"
    assert desk.call("cap-so", urlencode({"draft": draft, "number": "31", "day": "2024-03-05"}).encode())[0] == 303
    (text,) = (data.decode() for name, data in kept(folder).items() if name.endswith("metadata.yaml"))
    stated = yaml.safe_load(text)
    assert (stated["number"], stated["issued_on"], stated["awaiting_number"]) == ("31/BC-UBND", "2024-03-05", False)
    assert "# number" not in text
    assert "cap-so" not in desk.list()
    (name,) = {name.split("/")[0] for name in kept(folder)}
    assert name.startswith("31_bc-ubnd--")
    assert desk.call("cap-so", urlencode({"draft": draft, "number": "32", "day": ""}).encode())[0] == 303, "it is no draft any more"
    assert {name.split("/")[0] for name in kept(folder)} == {name}


def test_the_text_of_a_document_that_is_there_as_its_signed_copy(desk: Opened, folder: Path) -> None:
    (copy,) = desk.drop("ky.pdf", plan("Số: 45/KH-UBND"))
    (text,) = desk.drop("trinh.docx", word())
    desk.post(copy, "keep")
    assert "bản trước khi ký của 45_kh-ubnd" in desk.page(text), "though both lay here"
    (later,) = desk.drop("trinh 2.docx", word(body=TEXT + " Thêm."))
    assert "bản trước khi ký của 45_kh-ubnd" in desk.page(later), "and one that comes after"
    assert desk.post(later, "text")[0] == 303
    assert {Path(name).name for name in kept(folder)} == {"metadata.yaml", "signed.pdf", "source.docx"}
    assert "bản trước khi ký" not in desk.page(text), "one text is enough"
    assert desk.post(text, "text")[1] == f"tep/{text}#loi"
