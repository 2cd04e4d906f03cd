"""``cites``: each document that a file cites stands under what the register knows of it; the JSON keeps its shape."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tests.commands.cli import run

SCHEMA = json.loads((Path(__file__).parents[2] / "build_tools/commands/cites.schema.json").read_text(encoding="utf-8"))
WORKS = """
- type: quy-dinh
  number: 7-QĐ/TU
  issuer: tinh-uy-song-mo
  dates: [{date: "2024-03-05", sources: [cb]}]
  subject: Làm việc của Tỉnh ủy
  sources: [cb]
- type: quy-dinh
  number: 12-QĐ/TU
  issuer: tinh-uy-song-mo
  dates: [{date: "2026-01-10", sources: [cb]}]
  subject: Làm việc của Tỉnh ủy
  sources: [cb]
  relations: [{predicate: replaces, target: 7-QĐ/TU, sources: [cb]}]
- type: quy-dinh
  number: 30-QĐ/TU
  issuer: tinh-uy-song-mo
  dates: [{date: "2027-02-01", sources: [cb]}]
  subject: Làm việc của Tỉnh ủy
  sources: [cb]
  relations: [{predicate: replaces, target: 12-QĐ/TU, sources: [cb]}]
- {type: ket-luan, number: 9-KL/TU, issuer: tinh-uy-song-mo, dates: [{date: "2022-04-01", sources: [cb]}], subject: Bến bãi, sources: [cb]}
- {type: ket-luan, number: 9-KL/TU, issuer: tinh-uy-song-mo, dates: [{date: "2027-04-01", sources: [cb]}], subject: Đò ngang, sources: [cb]}
"""
LETTER = """TỈNH ỦY SÔNG MƠ
Số 12-CV/TU
Sông Mơ, ngày 05 tháng 3 năm 2028

Kính gửi: Các huyện ủy trực thuộc

Thực hiện Quy định số 7-QĐ/TU ngày 05/3/2024 của Tỉnh ủy Sông Mơ, Kết luận số 9-KL/TU ngày 01/4/2022 của Tỉnh ủy Sông Mơ;
thực hiện Chỉ thị số 88-CT/TU ngày 02/4/2022 của Tỉnh ủy Sông Mơ.

Xem thêm Kết luận số 9-KL/TU.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    register = tmp_path / "data/register"
    register.mkdir(parents=True)
    (tmp_path / "chi-nam.yaml").write_text("name: Sông Mơ\n", encoding="utf-8")
    (register / "issuers.yaml").write_text(
        "- {id: tinh-uy-song-mo, name: Tỉnh ủy Sông Mơ, system: party, codes: [TU], sources: [cb]}\n", encoding="utf-8"
    )
    (register / "sources.yaml").write_text("- {id: cb, name: Công báo tỉnh, as_of: '2026-03-10', confidence: A}\n", encoding="utf-8")
    (register / "works.yaml").write_text(WORKS, encoding="utf-8")
    (tmp_path / "thư.txt").write_text(LETTER, encoding="utf-8")
    return tmp_path


def test_the_text_begins_with_what_asks_for_a_look(root: Path, folder: Path) -> None:
    out = run(root, "cites", str(folder / "thư.txt"), "--content", str(folder))
    assert out.returncode == 0, out.stderr
    heads = [line.split(" (")[0] for line in out.stdout.splitlines() if not line.startswith(" ")]
    assert heads[0].startswith("Đã bị thay thế")
    assert heads[1].startswith("Không có trong sổ")
    assert heads[2].startswith("Nối được")
    assert "được thay thế bởi Quy định 12-QĐ/TU từ ngày 10/01/2026; nguồn: Công báo tỉnh (tra 10/03/2026)" in out.stdout
    further = "Quy định 12-QĐ/TU được thay thế bởi Quy định 30-QĐ/TU từ ngày 01/02/2027; nguồn: Công báo tỉnh (tra 10/03/2026)"
    assert out.stdout.index("từ ngày 10/01/2026") < out.stdout.index(further)
    assert "Chỉ thị số 88-CT/TU ngày 02/4/2022 — dòng 8" in out.stdout
    assert "Kết luận 9-KL/TU — dòng 7, 10" in out.stdout


def test_the_json_keeps_its_shape_and_indexes_the_source(root: Path, folder: Path) -> None:
    out = run(root, "cites", str(folder / "thư.txt"), "--content", str(folder), "--format", "json")
    found = json.loads(out.stdout)
    jsonschema.validate(found, SCHEMA)
    assert [(item["number"], item["state"], item["outdated"]) for item in found["citations"]] == [
        ("7-QĐ/TU", "resolved", True),
        ("9-KL/TU", "resolved", False),
        ("88-CT/TU", "unknown", False),
        ("9-KL/TU", "resolved", False),
    ]
    assert all(LETTER[item["start"] : item["end"]] == item["text"] for item in found["citations"])
    first, then = found["citations"][0]["works"][0]["ended"]
    assert (first["of"], first["by_name"]) == (found["citations"][0]["works"][0]["id"], "Quy định 12-QĐ/TU")
    assert (then["of"], then["by_name"], then["sources"][0]["name"]) == (first["by"], "Quy định 30-QĐ/TU", "Công báo tỉnh")


def test_what_several_documents_fit_stays_ambiguous(root: Path, folder: Path) -> None:
    file = folder / "ngắn.txt"
    file.write_text("Các đơn vị nghiên cứu Kết luận số 9-KL/TU của Tỉnh ủy Sông Mơ.\n", encoding="utf-8")
    out = run(root, "cites", str(file), "--content", str(folder), "--format", "json")
    (cited,) = json.loads(out.stdout)["citations"]
    assert (cited["state"], len(cited["works"]), cited["outdated"]) == ("ambiguous", 2, False)


def test_a_document_that_ends_another_is_not_told_that_it_has_ended(root: Path, folder: Path) -> None:
    file = folder / "mới.txt"
    file.write_text(
        LETTER.split("\n\n")[0].replace("12-CV/TU", "15-QĐ/TU") + "\n\nQUY ĐỊNH\nvề làm việc\n\n"
        "Điều 1. Quy định này thay thế Quy định số 7-QĐ/TU ngày 05/3/2024 của Tỉnh ủy Sông Mơ.\n",
        encoding="utf-8",
    )
    out = run(root, "cites", str(file), "--content", str(folder), "--format", "json")
    assert [(item["number"], item["outdated"]) for item in json.loads(out.stdout)["citations"]] == [("7-QĐ/TU", False)]


def test_a_text_without_citations_is_told_in_one_line(root: Path, folder: Path) -> None:
    file = folder / "không.txt"
    file.write_text("Ngày mai trời nắng.\n", encoding="utf-8")
    out = run(root, "cites", str(file), "--content", str(folder))
    assert (out.returncode, out.stdout.strip()) == (0, "Không thấy văn bản nào được dẫn.")
