"""``register``: what is known of documents, recorded with its source; tables, whole or not at all; texts' own clauses."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
import yaml

from build_tools.graph import build_site
from build_tools.register.documents import load_documents
from build_tools.register.load import load_register
from build_tools.register.sheet import COLUMNS
from build_tools.tables.sheet import open_sheet
from tests.commands.cli import Run, run

HEAD = ",".join(COLUMNS)
OLD = ("--type", "Quy định", "--number", "7-QĐ/TU", "--date", "2020-01-02", "--subject", "Việc cũ")
NEW = ("--type", "Quy định", "--number", "12-QĐ/TU", "--date", "2026-03-05", "--subject", "Làm việc: mới")
FROM = ("--source", "Công báo tỉnh", "--as-of", "2026-03-10")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    assert run(tmp_path, "init", "trang").returncode == 0
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    return tmp_path / "trang"


def add(office: Path, *more: str) -> Run:
    return run(office, "register", "add", *more)


def works(office: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = yaml.safe_load((office / "data/register/works.yaml").read_text(encoding="utf-8")) or []
    return found


def test_a_replacement_is_recorded_with_its_source_and_seen(office: Path) -> None:
    assert add(office, *OLD, *FROM).returncode == 0
    out = add(office, *NEW, *FROM, "--replaces", "7-QĐ/TU")
    assert out.returncode == 0, out.stderr
    register = load_register(office / "data" / "register")
    (new,) = (work for work in register.works if work.number == "12-QĐ/TU")
    assert [(item.predicate, item.target.partition("--")[0], item.sources[0].as_of) for item in new.relations] == [
        ("replaces", "7-qdd_tu", "2026-03-10")
    ]
    before = (office / "data/register/works.yaml").read_bytes()
    assert add(office, *NEW, *FROM, "--replaces", "7-QĐ/TU").returncode == 0
    assert (office / "data/register/works.yaml").read_bytes() == before, "what is there is not said twice"
    assert add(office, *NEW, *FROM, "--relation", "implements", "--target", "37-QĐ/TW").returncode == 0
    assert [len(row.get("relations", [])) for row in works(office)] == [0, 2]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((*NEW, "--source", "Báo"), "--as-of còn trống"),
        ((*NEW, "--as-of", "2026-03-10"), "--source còn trống"),
        ((*NEW, *FROM, "--replaces", "99-QĐ/TU"), "không có văn bản “99-QĐ/TU”"),
        ((*NEW, *FROM, "--replaces", "124-QĐ/TW"), "nhiều văn bản mang số"),
        ((*NEW, "--source", "Báo", "--as-of", "2026-02-30"), "ngày không có thật"),
        ((*NEW[2:], *FROM, "--type", "Thơ"), "không có loại văn bản “Thơ”"),
        ((*NEW, *FROM, "--issuer", "Hội yêu thơ"), "chưa có cơ quan"),
        ((*NEW, *FROM, "--replaces", "12-QĐ/TU"), "với chính nó"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_written(office: Path, arguments: tuple[str, ...], says: str) -> None:
    before = (office / "data/register/works.yaml").read_bytes()
    out = add(office, *arguments)
    assert (out.returncode, says in out.stderr) == (1, True), out.stderr
    assert "/tmp" not in out.stderr.replace(str(office), "")
    assert (office / "data/register/works.yaml").read_bytes() == before


@pytest.mark.parametrize(("name", "place"), [("Tỉnh ủy Cao Bằng", "cao-bang"), ("Tỉnh ủy Sông Mơ", "")])
def test_a_body_told_by_its_kind_and_place_and_the_office_itself_need_no_row_before(tmp_path: Path, name: str, place: str) -> None:
    """As README shows it, in a folder that was just made."""
    office = tmp_path / "mới"
    assert run(tmp_path, "init", "mới", "--name", "Trang", "--issuer", "Tỉnh ủy Sông Mơ").returncode == 0
    assert add(office, *NEW, *FROM, "--issuer", name).returncode == 0
    (row,) = yaml.safe_load((office / "data/register/issuers.yaml").read_text(encoding="utf-8"))
    assert (row["name"], row.get("place", ""), row["codes"], row["sources"][0]["as_of"]) == (name, place, ["TU"], "2026-03-10")
    (office / "so.csv").write_text(f"{HEAD}\n{GOOD.replace('Quy định,,', f'Quy định,{name},')}", encoding="utf-8")
    assert run(office, "register", "import", "so.csv").returncode == 0
    assert {row["issuer"] for row in works(office)} == {yaml.safe_load((office / "data/register/issuers.yaml").read_text("utf-8"))[0]["id"]}
    assert add(office, *NEW, *FROM, "--issuer", "Tỉnh ủy Bến Mơ").returncode == 1, "neither the office itself nor at a known place"


def test_remarks_and_other_rows_stay_as_they_are(office: Path) -> None:
    path = office / "data/register/works.yaml"
    path.write_text(
        "# đầu tệp\n- {number: 12-QĐ/TU, type: quy-dinh, subject: Làm việc, sources: [{name: Báo}]}\n\n# ghi chú của mục sau\n"
        "- number: 7-QĐ/TU # gấp\n  type: quy-dinh\n  subject: 'Việc cũ'\n  sources: [{name: Báo}]\n",
        encoding="utf-8",
    )
    assert add(office, *NEW[:4], "--subject", "Làm việc", *FROM, "--replaces", "7-QĐ/TU").returncode == 0
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# đầu tệp\n- number:")
    assert text.endswith(
        "\n\n# ghi chú của mục sau\n- number: 7-QĐ/TU # gấp\n  type: quy-dinh\n  subject: 'Việc cũ'\n  sources: [{name: Báo}]\n"
    )
    assert works(office)[0]["subject"] == "Làm việc"


GOOD = "41-QĐ/TU,Quy định,,XI,2026-03-05,Giữ rừng,,,Báo,,2026-03-10,B,\n"


@pytest.mark.parametrize(
    ("data", "place", "says"),
    [
        (f"{HEAD}\n{GOOD}".encode("utf-16")[:-1], ":2:", "không phải UTF-8"),
        (f"{HEAD}\n{GOOD}".replace("ị", "i\u0323").encode("cp1258", "replace"), ":2:", "không phải UTF-8"),
        (b"", ":1:", "thiếu cột “Số, ký hiệu”, “Loại văn bản”, “Trích yếu”, “Nguồn”, “Ngày tra cứu”"),
        (f"{HEAD},Trich yeu\n{GOOD}".encode(), ":1:14:", "hai cột cùng là “Trích yếu”"),
        (f"Số,Tên\n{GOOD}".encode(), ":1:1:", "không có cột “Số”, “Tên”"),
        (f"{HEAD}\n{GOOD.replace('2026-03-10', '2026-03-10 hoặc 2026-03-11')}".encode(), ":2:11:", "ngày không có thật"),
        (f"{HEAD},thua\n{GOOD}".encode(), ":1:14:", "không có cột “thua”"),
        (f"{HEAD.replace('as_of,', '')}\n{GOOD}".encode(), ":1:", "thiếu cột “Ngày tra cứu”"),
        (f"{HEAD}\n{GOOD}{GOOD.replace('2026-03-05', '2026-13-05').replace('41', '42')}".encode(), ":3:5:", "ngày không có thật"),
        (f"{HEAD}\n{GOOD.replace('Quy định', 'Thơ')}".encode(), ":2:2:", "không có loại"),
        (f"{HEAD}\n{GOOD.replace('Báo', '')}".encode(), ":2:9:", "source còn trống"),
        (f"{HEAD}\n{GOOD.replace('Giữ rừng', 'Giữ rừng, giữ suối')}".encode(), ":2:", ""),
        (f'{HEAD}\n"41-QĐ/TU,Quy định\n'.encode(), ":2:", "hỏng"),
        (f"{HEAD}\n{GOOD.replace('rừng,,', 'rừng,replaces,')}".encode(), ":2:8:", "còn trống"),
        (f"{HEAD}\n{GOOD.replace('rừng,,', 'rừng,replacess,7-QĐ/TU')}".encode(), ":2:7:", "không có quan hệ “replacess”"),
        (f"{HEAD}\n{GOOD.replace(',B,', ',D,')}".encode(), ":2:12:", "độ tin cậy không thể là “D”"),
        (
            f"{HEAD}\n{GOOD}{GOOD.replace('41', '42').replace('rừng,,', 'rừng,replaces,99-QĐ/TU')}".encode(),
            ":3:8:",
            "không có văn bản “99-QĐ/TU”",
        ),
        (f"{HEAD}\n{GOOD.replace('rừng,,', 'rừng,replaces,124-QĐ/TW')}".encode(), ":2:8:", "nhiều văn bản mang số “124-QĐ/TW”"),
    ],
)
def test_a_table_is_taken_whole_or_not_at_all(office: Path, data: bytes, place: str, says: str) -> None:
    before = (office / "data/register/works.yaml").read_bytes()
    (office / "so.csv").write_bytes(data)
    out = run(office, "register", "import", "so.csv")
    assert out.returncode == 1
    assert f"so.csv{place}" in out.stderr
    assert any(f"[{code}]" in out.stderr for code in ("register-sheet", "sheet-encoding", "sheet-broken"))
    assert says in out.stderr
    assert "Traceback" not in out.stderr
    assert (office / "data/register/works.yaml").read_bytes() == before


NAMED = """Số, ký hiệu;Loại văn bản;Ngày ban hành;Trich yeu;Quan hệ;Văn bản kia;NGUỒN;Ngày tra cứu;
;;;;;;;;
42-QĐ/TU;Quy định;05/3/2026 hoặc 06/3/2026;Giữ rừng, giữ suối;Thay thế;41-QĐ/TU;Báo;10/3/2026;
41-QĐ/TU;Quy định;5/2/2021;Việc cũ;;;Báo;2026-03-10;
"""
"""As a Vietnamese spreadsheet writes it: semicolons, days first, an empty column, heads as people call them."""


@pytest.mark.parametrize("name", ["so.csv", "so.xlsx", "so.txt"])
def test_a_table_is_taken_as_a_spreadsheet_gives_it(office: Path, name: str) -> None:
    if name == "so.csv":
        (office / name).write_text(NAMED, encoding="utf-8")
    elif name == "so.txt":
        (office / name).write_text(NAMED.replace(";", "\t"), encoding="utf-16")
    else:
        book = openpyxl.Workbook()
        for line in NAMED.splitlines():
            book.active.append([date(2026, 3, 10) if cell == "10/3/2026" else cell for cell in line.split(";")])
        book.save(office / name)
    out = run(office, "register", "import", name)
    assert out.returncode == 0, out.stderr
    new, old = sorted(works(office), key=lambda row: str(row["number"]), reverse=True)
    assert (new["subject"], [item["date"] for item in new["dates"]]) == ("Giữ rừng, giữ suối", ["2026-03-05", "2026-03-06"])  # type: ignore[attr-defined]
    assert [(item["predicate"], item["sources"][0]["as_of"]) for item in new["relations"]] == [("replaces", "2026-03-10")]  # type: ignore[attr-defined]
    assert [item["date"] for item in old["dates"]] == ["2021-02-05"]  # type: ignore[attr-defined]


def test_a_row_may_lead_to_a_row_of_the_same_table(office: Path) -> None:
    second = GOOD.replace("41", "42").replace("rừng,,", "rừng,replaces,41-QĐ/TU")
    (office / "so.csv").write_text(f"{HEAD}\n{second}{GOOD}", encoding="utf-8")
    assert run(office, "register", "import", "so.csv").returncode == 0
    assert [len(work.get("relations", ())) for work in works(office)] == [1, 0]


def test_what_add_cannot_record_is_told_at_its_flag(office: Path) -> None:
    out = add(office, *NEW, *FROM, "--replaces", "99-QĐ/TU")
    assert (out.returncode, "--replaces: không có văn bản “99-QĐ/TU”" in out.stderr) == (1, True), out.stderr


@pytest.mark.parametrize("name", ["so.csv", "so.xlsx"])
def test_what_is_exported_is_taken_back_without_a_change(office: Path, name: str) -> None:
    assert add(office, *OLD, *FROM).returncode == 0
    assert add(office, *NEW, *FROM, "--replaces", "7-QĐ/TU").returncode == 0
    before = (office / "data/register/works.yaml").read_bytes()
    assert run(office, "register", "export", "--out", name).returncode == 0
    sheet = open_sheet(office / name)
    assert sheet is not None
    assert sheet.rows[0][:2] == ("Số, ký hiệu", "Loại văn bản")
    assert [row[6] for row in sheet.rows[1:]] == ["thay thế", ""]
    data = (office / name).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf" if name == "so.csv" else b"PK")
    assert run(office, "register", "export", "--out", name).returncode == 0
    assert (office / name).read_bytes() == data
    assert run(office, "register", "import", name).returncode == 0
    assert (office / "data/register/works.yaml").read_bytes() == before
    assert run(office, "register", "export", "--all").stdout.count("\n") > 300


TEXT = """TỈNH ỦY SÔNG MƠ
*
Số {number}

Sông Mơ, ngày 05 tháng 3 năm {year}

QUY ĐỊNH
về việc giữ rừng

Điều 1. Nhân dân giữ rừng.

Điều 2. {last}
"""


def pages(office: Path) -> set[str]:
    documents = load_documents(office / "data", [], {".txt"}).files
    return {item.work for item in build_site(load_register(office / "data" / "register"), documents, jobs=1).documents}


def test_a_texts_own_clause_is_proposed_with_its_sentence_and_accepted(office: Path) -> None:
    for number, year, last in (
        ("7-QĐ/TU", "2020", "Quy định này có hiệu lực từ ngày ký."),
        ("12-QĐ/TU", "2026", "Quy định này thay thế Quy định số 7-QĐ/TU ngày 05/3/2020 của Tỉnh ủy Sông Mơ."),
    ):
        folder = office / "data" / "documents" / number.partition("/")[0].lower()
        folder.mkdir()
        (folder / "source.txt").write_text(TEXT.format(number=number, year=year, last=last), encoding="utf-8")
    told = run(office, "register", "proposed").stdout
    code, sentence, last = told.splitlines()
    addresses = pages(office)
    assert "12-QĐ/TU thay thế 7-QĐ/TU" in code
    assert "Quy định này thay thế Quy định số 7-QĐ/TU" in sentence
    assert last.startswith("1 đề nghị")
    name = code.split()[0]
    assert run(office, "register", "proposed", "--accept", name).returncode == 1
    assert "[register-proposal]" in run(office, "register", "proposed", "--accept", "000000", "--as-of", "2026-03-10").stderr
    out = run(office, "register", "proposed", "--accept", name, "--as-of", "2026-03-10")
    assert out.returncode == 0, out.stderr
    assert run(office, "register", "proposed").stdout.startswith("0 đề nghị")
    assert addresses == pages(office)
    assert "0 lỗi" in run(office, "check").stderr


def test_what_the_register_has_already_is_said_to_be_there(office: Path) -> None:
    first = add(office, *OLD, *FROM)
    assert "Đã ghi 1 mục" in first.stdout
    before = works(office)
    again = add(office, *OLD, *FROM)
    assert again.returncode == 0
    assert "Đã ghi" not in again.stdout
    assert "1 mục đã có đủ" in again.stdout
    assert works(office) == before


def test_another_source_of_what_is_known_is_kept_beside_the_first(office: Path) -> None:
    add(office, *OLD, *FROM)
    add(office, *NEW, *FROM, "--replaces", "7-QĐ/TU")
    out = add(office, *NEW, "--source", "Trang của Tỉnh ủy", "--as-of", "2026-04-01", "--replaces", "7-QĐ/TU")
    assert "Đã ghi 1 mục" in out.stdout
    (row,) = (row for row in works(office) if row["number"] == "12-QĐ/TU")
    (relation,), (day,) = row["relations"], row["dates"]  # type: ignore[misc]
    for item in (row, relation, day):
        assert [source["name"] for source in item["sources"]] == ["Công báo tỉnh", "Trang của Tỉnh ủy"]


def test_what_contradicts_the_register_is_one_line_and_nothing_is_written(office: Path) -> None:
    add(office, *OLD, *FROM)
    before = (office / "data/register/works.yaml").read_text(encoding="utf-8")
    out = add(office, *OLD[:-1], "Việc khác hẳn", "--source", "Báo", "--as-of", "2026-04-01", "--replaces", "3-QĐ/TU")
    assert out.returncode == 1
    (line,) = out.stderr.splitlines()
    assert "works.yaml:" in line
    assert "[register-differs]" in line
    assert "“Việc cũ”" in line
    assert (office / "data/register/works.yaml").read_text(encoding="utf-8") == before
    assert add(office, *OLD[:-1], "việc  cũ", *FROM).returncode == 0


def test_one_number_of_two_offices_is_two_works(tmp_path: Path) -> None:
    assert run(tmp_path, "init", "trang", "--issuer", "Tỉnh ủy Sông Mơ").returncode == 0
    office = tmp_path / "trang"
    add(office, *OLD, *FROM, "--issuer", "Tỉnh ủy Sông Mơ")
    out = add(office, *OLD[:-1], "Việc của nơi khác", *FROM, "--issuer", "Tỉnh ủy Đồng Tháp")
    assert out.returncode == 0, out.stderr
    assert len({row["issuer"] for row in works(office)}) == 2


def test_a_kind_that_is_none_is_told_in_words_an_office_can_follow(office: Path) -> None:
    out = add(office, "--type", "Quy địn", *OLD[2:], *FROM)
    assert out.returncode == 1
    assert "build_tools/" not in out.stderr
