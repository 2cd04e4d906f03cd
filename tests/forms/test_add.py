"""``add`` takes filled forms into the content folder, and says at which cell one is wrong."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import openpyxl

from build_tools.forms import blank_workbook
from build_tools.register.forms import load_forms
from tests.commands.cli import run
from tests.content import DATA


def filled(path: Path, unit: str, members: object) -> Path:
    book = openpyxl.load_workbook(io.BytesIO(blank_workbook(load_forms(DATA)[0])))
    sheet = book.active
    sheet["B3"], sheet["A7"], sheet["B7"], sheet["E7"] = "2031", unit, 40, members
    book.save(path)
    return path


def test_a_filled_form_goes_among_the_figures(root: Path, tmp_path: Path) -> None:
    shutil.copytree(DATA.parent, tmp_path / "office")
    told = run(root, "add", str(filled(tmp_path / "a.xlsx", "Phường Bến Lau", 30)), "--content", str(tmp_path / "office"))
    assert told.returncode == 0, told.stderr
    kept = tmp_path / "office" / "data" / "figures" / "phu-luc-1" / "2031" / "phuong-ben-lau.csv"
    assert kept.read_text(encoding="utf-8").splitlines()[-1].startswith("Phường Bến Lau,40,,,30,")
    assert "1 dòng" in told.stderr
    assert run(root, "check", "--content", str(tmp_path / "office")).returncode == 0


def test_a_wrong_cell_is_named_and_nothing_is_kept(root: Path, tmp_path: Path) -> None:
    shutil.copytree(DATA.parent, tmp_path / "office")
    told = run(root, "add", str(filled(tmp_path / "a.xlsx", "Phường Bến Lau", "ba mươi")), "--content", str(tmp_path / "office"))
    assert told.returncode == 1
    assert "ô E7" in told.stderr
    assert not (tmp_path / "office" / "data" / "figures").exists()
