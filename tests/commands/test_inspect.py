"""``inspect``: the printed JSON keeps its shape, spans index the source file, the text is readable."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tests.commands.cli import Run, run

SCHEMA = json.loads((Path(__file__).parents[2] / "build_tools/commands/inspect.schema.json").read_text(encoding="utf-8"))

LETTER = """TỈNH ỦY SÔNG MƠ
*
Số 12-CV/TU
V/v chuẩn bị hội nghị

Kính gửi: Các huyện ủy trực thuộc

Thực hiện Kết luận số 90-KL/TW ngày 03/02/2020 của Ban Bí thư, Ban Thường vụ Tỉnh ủy đề nghị các huyện ủy báo cáo trước ngày 15/3/2020.
"""


def inspect(root: Path, file: Path, *options: str) -> Run:
    return run(root, "inspect", str(file), *options)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_json_keeps_its_shape_and_indexes_the_source(root: Path, tmp_path: Path, newline: str) -> None:
    file = tmp_path / "công văn 12.txt"
    file.write_bytes(LETTER.replace("\n", newline).encode())
    out = inspect(root, file, "--format", "json")
    assert out.returncode == 0, out.stderr
    found = json.loads(out.stdout)
    jsonschema.validate(found, SCHEMA)
    source = file.read_bytes().decode("utf-8")
    for kind in ("citations", "events", "tasks", "figures", "terms", "practices"):
        for item in found[kind]:
            assert source[item["start"] : item["end"]] == item["text"], kind


def test_text_is_what_a_reader_reads(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(LETTER, encoding="utf-8")
    out = inspect(root, file)
    assert out.returncode == 0, out.stderr
    assert "Kính gửi: Các huyện ủy trực thuộc" in out.stdout
    assert out.stdout.split() == [word for word in LETTER.split() if word != "*"], "all but the ruled line"


@pytest.mark.parametrize(
    ("name", "told"), [("a.docx", "đuôi tệp là “.docx” nhưng nội dung là văn bản thuần"), ("a.pdf", ".pdf"), ("a.txt", "")]
)
def test_an_ending_that_does_not_fit_is_told_in_one_line(root: Path, tmp_path: Path, name: str, told: str) -> None:
    (tmp_path / name).write_text(LETTER, encoding="utf-8")
    out = inspect(root, tmp_path / name)
    assert (out.returncode, len(out.stderr.splitlines())) == (0, 1 if told else 0)
    assert told in out.stderr
    assert "Kính gửi" in out.stdout


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("thiếu.txt", None, "không"),
        ("la.xyz", b"abc", ".xyz"),
        ("hỏng.txt", "Quyết định".encode("utf-16")[:9] + b"\xff\xfe\x80", ""),
    ],
)
def test_bad_input_is_one_clear_line(root: Path, tmp_path: Path, name: str, data: bytes | None, says: str) -> None:
    file = tmp_path / name
    if data is not None:
        file.write_bytes(data)
    out = inspect(root, file)
    assert out.returncode == 1
    assert name in out.stderr
    assert says in out.stderr
    assert "Traceback" not in out.stderr
    assert len(out.stderr.strip().splitlines()) == 1
