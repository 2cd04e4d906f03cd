"""The recipe "Thêm một quan hệ" of CONTRIBUTING.md, carried out on a copy of the project: one row, and both pages show it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.recipes.copied import copied, surroundings

pytestmark = pytest.mark.slow

ROW = """
- id: welcomes
  title: Chào mừng
  passive: Được chào mừng bởi
  chip: chào mừng
  cues: [{words: chào mừng, not_before: [được]}]
  act: own
  weight: 55
  examples:
    - {text: "Nghị định này chào mừng Nghị định số 2/2030/NĐ-CP ngày 01/3/2030 của Chính phủ.", target: 2/2030/NĐ-CP}
  not:
    - {text: "Các xã được chào mừng theo Nghị định số 2/2030/NĐ-CP ngày 01/3/2030 của Chính phủ.", target: 2/2030/NĐ-CP}
"""
HEAD = """CHÍNH PHỦ
-------
Số: {number}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Hà Nội, ngày {date}
"""
OLD = HEAD.format(number="2/2030/NĐ-CP", date="01 tháng 3 năm 2030") + "NGHỊ ĐỊNH\nVề bến đò\nĐiều 1. Bến đò mở cửa từ sáng sớm.\n"
NEW = (
    HEAD.format(number="5/2031/NĐ-CP", date="01 tháng 01 năm 2031")
    + "NGHỊ ĐỊNH\nVề cầu phao\nĐiều 1. Nghị định này chào mừng Nghị định số 2/2030/NĐ-CP ngày 01/3/2030 của Chính phủ.\n"
)
SHOW = """
import json, sys
from pathlib import Path
from build_tools.graph import build_site
from build_tools.model.metadata import SourceFile
from build_tools.register.load import load_register
from build_tools.render import render_site
register = load_register(Path("khong-co"), None)
site = build_site(register, [SourceFile(name, f"{name}.txt", collection="extra") for name in ("old", "new")], jobs=1)
mine = {document.work for document in site.documents}
pages = {page.path: page.text for page in render_site(site)}
print(json.dumps([pages[f"van-ban/{work}/index.md"] for work in sorted(mine)], ensure_ascii=False))
"""


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    copy = copied(root, tmp_path_factory.mktemp("ban-sao"))
    (copy / "old.txt").write_text(OLD, encoding="utf-8")
    (copy / "new.txt").write_text(NEW, encoding="utf-8")
    lexicon = copy / "build_tools/lexicon/relations.yaml"
    lexicon.write_text(lexicon.read_text(encoding="utf-8") + ROW, encoding="utf-8")
    return copy


def run(scratch: Path, *arguments: str) -> str:
    made = subprocess.run([sys.executable, *arguments], cwd=scratch, capture_output=True, text=True, encoding="utf-8", env=surroundings())
    assert made.returncode == 0, made.stderr
    return made.stdout


def test_one_row_is_enough_for_both_pages(scratch: Path) -> None:
    old, new = json.loads(run(scratch, "-c", SHOW))
    assert "### Được chào mừng bởi " in old
    assert "### Chào mừng " in new


def test_the_schemas_are_written_by_a_command(scratch: Path) -> None:
    run(scratch, "-m", "build_tools.lexicon.enums")
    for path in ("build_tools/register/schemas/works.schema.json", "build_tools/commands/inspect.schema.json"):
        assert '"welcomes"' in (scratch / path).read_text(encoding="utf-8")


def test_the_recipe_says_so(root: Path) -> None:
    recipe = (root / "CONTRIBUTING.md").read_text(encoding="utf-8").split("### Thêm một quan hệ", 1)[1].split("###", 1)[0]
    for word in ("build_tools/lexicon/relations.yaml", "python -m build_tools.lexicon.enums", "tests/lexicon/test_relations.py"):
        assert word in recipe
