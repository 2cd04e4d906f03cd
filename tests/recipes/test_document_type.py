"""The recipe "Thêm một loại văn bản" of CONTRIBUTING.md, carried out on a copy of the project: one row, and every stage knows the type."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.recipes.copied import copied, surroundings

pytestmark = pytest.mark.slow

ROW = """- id: ban-cam-ket
  name: Bản cam kết
  systems: [party, state]
  codes: [BCK]
  roles: [cited, title, bare-number]
  examples:
    numbers: [12-BCK/TU]
    citations: [theo Bản cam kết số 12-BCK/TU]
    titles: [BẢN CAM KẾT]
  not:
    citations: [giữ bản cam kết trong tủ]
    titles: [PHÒNG LƯU BẢN CAM KẾT]
  sources: [công thức]
"""
TEXT = """TỈNH ỦY SÔNG MƠ
*
Số 7-BCK/TU

ĐẢNG CỘNG SẢN VIỆT NAM
Sông Mơ, ngày 05 tháng 6 năm 2031

BẢN CAM KẾT
giữ nếp nhà bè

Căn cứ Bản cam kết số 3-BCK/TU ngày 02/3/2030 của Tỉnh ủy Sông Mơ, các bến cam kết giữ nếp nhà bè.

Điều 1. Các bến giữ nếp nhà bè theo Bản cam kết số 3-BCK/TU và Quyết định số 9-QĐ/TU.

Nơi nhận:
- Các bến.

T/M BAN THƯỜNG VỤ
BÍ THƯ

Lò Văn Mẫu
"""
RECIPE = re.compile(r"### Thêm một loại văn bản\n(.*?)(?=\n##)", re.DOTALL)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    made = tmp_path_factory.mktemp("ban-sao")
    copied(root, made, "data", "tests", leave=("documents", "golden", "node_modules"))
    with (made / "build_tools/lexicon/types.yaml").open("a", encoding="utf-8") as types:
        types.write(ROW)
    (made / "van-ban.txt").write_text(TEXT, encoding="utf-8")
    return made


def run(copy: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=copy,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=False,
        env=surroundings(),
    )


def test_a_document_of_the_type_is_read_cited_and_shown(copy: Path) -> None:
    made = run(copy, "build_tools", "inspect", "van-ban.txt", "--format", "json")
    assert made.returncode == 0, made.stderr
    found: dict[str, Any] = json.loads(made.stdout)
    assert (found["document"]["type"], found["document"]["number"]) == ("Bản cam kết", "7-BCK/TU")
    assert found["document"]["subject"] == "giữ nếp nhà bè"
    cited = [(item["type"], item["number"]) for item in found["citations"] if item["number"]]
    assert cited == [("Bản cam kết", "3-BCK/TU"), ("Bản cam kết", "3-BCK/TU"), ("Quyết định", "9-QĐ/TU")]
    assert "Bản cam kết" in run(copy, "build_tools", "inspect", "van-ban.txt").stdout


def test_the_rows_own_examples_are_proved(copy: Path) -> None:
    made = run(copy, "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", "tests/lexicon/test_types.py", "-k", "ban-cam-ket")
    assert made.returncode == 0, made.stdout + made.stderr
    assert "6 passed" in made.stdout


def test_a_wrong_row_is_told(copy: Path) -> None:
    types = copy / "build_tools/lexicon/types.yaml"
    right = types.read_text(encoding="utf-8")
    types.write_text(right.replace("codes: [BCK]", "codes: [NQ]"), encoding="utf-8")
    made = run(copy, "build_tools", "inspect", "van-ban.txt")
    types.write_text(right, encoding="utf-8")
    line = right[: right.index("- id: ban-cam-ket")].count("\n") + 1
    assert made.returncode == 1
    assert f"types.yaml:{line}: mã “NQ” đã là mã của Nghị quyết" in made.stderr
    assert "Traceback" not in made.stderr


def test_the_recipe_names_two_files_at_most(root: Path) -> None:
    told = RECIPE.search((root / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert told is not None
    assert 1 <= len(set(re.findall(r"`([\w/]+\.(?:yaml|py|md|html))`", told[1]))) <= 2
