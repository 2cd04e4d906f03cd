"""A whole site built with masks, by the command that people use: no file of it, no line it prints holds what was masked."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools.register.metadata import load_metadata
from tests.commands.cli import run
from tests.content import OFFICE, few_works, own_register
from tests.guards.test_masking import BODY, HEAD, KINDS, PLACES, SIGNED, held, said_as

PACKED = re.compile(rb'"([A-Za-z0-9+/]{24,}={0,2})"')


@pytest.fixture
def data(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The office's register without its works, and none of the nation's: few pages."""
    own_register(tmp_path / "data" / "register")
    (tmp_path / "data" / "documents").mkdir()
    with few_works(tmp_path_factory.mktemp("so") / "national"):
        yield tmp_path / "data"


def contents(path: Path) -> Iterator[str]:
    """What a file says, and what is packed inside it."""
    raw = path.read_bytes()
    yield raw.decode("utf-8", "replace")
    for packed in PACKED.findall(raw):
        try:
            yield zlib.decompress(base64.b64decode(packed), -15).decode("utf-8", "replace")
        except (ValueError, zlib.error):
            continue


def test_a_fault_that_ends_the_build_tells_no_more(data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "dt 0912345678"
    folder.mkdir()
    (folder / "a.txt").write_text("x", encoding="utf-8")
    (folder / "a.metadata.yaml").write_text('redact: có\nnotes: "ĐT 0912 345 678"\n', encoding="utf-8")
    told = run(OFFICE, "build", "--data", str(data), "--sources", str(folder), "--out", str(tmp_path / "trang"), "--redact")
    assert told.returncode == 1
    assert "a.metadata.yaml:1" in told.stderr
    assert held(told.stdout + told.stderr) == []


@pytest.mark.slow
def test_no_file_of_a_masked_site_holds_what_was_masked(data: Path, tmp_path: Path) -> None:
    texts = tmp_path / "toàn văn 0912345678"
    texts.mkdir()
    places = list(PLACES.items())
    for number, (kind, (words, *_)) in enumerate(KINDS.items(), 1):
        place, template = places[number * 5 % len(places)]
        name = re.sub("[ :/]", "-", words)
        (texts / f"{kind}-{place}.txt").write_text(said_as(words, template).replace("{number}", str(number)), encoding="utf-8")
        (texts / f"{name}.txt").write_text(said_as(words, PLACES["subject"]).replace("{number}", str(100 + number)), encoding="utf-8")
        (texts / f"x-{number}.txt").write_text(f"Báo cáo {words}\n\nI- VIỆC ĐÃ LÀM\n\nNhư trên.\n", encoding="utf-8")
        stated = f'type: Báo cáo\nnumber: null\nnotes: ["{words}"]\nsubject: "Báo cáo {words}"\n'
        (texts / f"x-{number}.metadata.yaml").write_text(stated, encoding="utf-8")
        (texts / f"hỏng {name}.docx").write_bytes(b"PK\x03\x04")
    (texts / "bảng.csv").write_bytes(b"1;2")
    out = tmp_path / "trang"
    told = run(OFFICE, "build", "--data", str(data), "--sources", str(texts), "--out", str(out), "--redact", "--keep-going", "--jobs", "1")
    assert told.returncode == 0, told.stderr
    assert held(told.stdout + told.stderr) == []
    assert "documents-other" in told.stderr
    files = [path for path in out.rglob("*") if path.is_file() and path.suffix != ".map"]  # the theme's own, full of digits
    assert sum("████" in text for path in files for text in contents(path)) > len(KINDS)
    found = [
        f"{value} in {path.relative_to(out)}"
        for path in files
        for text in (str(path.relative_to(out)), *contents(path))
        for value in held(text)
    ]
    assert found == []


def test_a_document_added_with_masks_has_them_in_its_folder_too(data: Path, tmp_path: Path) -> None:
    words = KINDS["phone"][0]
    file = tmp_path / f"{words}.txt"
    file.write_text(f"TỈNH ỦY SÔNG MƠ\n\nBÁO CÁO\nTiếp dân, {words}\n\n" + BODY + SIGNED, encoding="utf-8")
    told = run(OFFICE, "add", str(file), "--data", str(data), "--yes", "--redact", "--no-number", "--date", "2031-03-05")
    assert told.returncode == 0, told.stderr
    assert held(told.stdout + told.stderr) == []
    (folder,) = (data / "documents").iterdir()
    assert held(folder.name) == []
    stated = load_metadata(folder / "metadata.yaml", {})
    assert (stated.redact, stated.subject) == (True, None)
    assert words in (folder / f"source{file.suffix}").read_text(encoding="utf-8")
    assert HEAD
