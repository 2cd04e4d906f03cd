"""The recipe "Thêm một cách viện dẫn" of CONTRIBUTING, carried out on a copy: a module and a line of the table."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.recipes.copied import copied, surroundings

pytestmark = pytest.mark.slow

MODULE = r'''"""Village rules cited by the village: "Hương ước làng Đá Bạc"."""

from __future__ import annotations

from build_tools.citations.seen import Seen
from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.pieces import pattern
from build_tools.model.citation import Citation
from build_tools.model.span import Span

_NAME = pattern(rf"Hương ước (?:làng|thôn|bản)(?: [{CAPITALS}]\w*){{1,4}}")


def find_village_rules(seen: Seen) -> list[Citation]:
    """Every rule named with its village."""
    spans = [Span(*found.span()) for found in _NAME.finditer(seen.scan.key)]
    return [Citation(span, "named", type="Hương ước", name=span.of(seen.scan.text)) for span in spans]
'''
TEXT = """ỦY BAN NHÂN DÂN XÃ ĐÁ BẠC

Số: 3/KH-UBND

Đá Bạc, ngày 05 tháng 3 năm 2031

KẾ HOẠCH

Giữ gìn bến nước

1. Các thôn thực hiện khoản 2 Điều 5 Hương ước làng Đá Bạc và soạn hương ước cho bến mới.
"""


def test_a_further_way_to_cite_is_a_module_and_a_line(root: Path, tmp_path: Path) -> None:
    copied(root, tmp_path)
    citations = tmp_path / "build_tools" / "citations"
    (citations / "village_rules.py").write_text(MODULE, encoding="utf-8")
    table = (citations / "finders.py").read_text(encoding="utf-8")
    row, imported = "FULL: tuple[Finder, ...] = (numbered, named, topics", "from build_tools.model.citation import Citation\n"
    assert table.count(row) == table.count(imported) == 1
    table = table.replace(row, f"{row}, find_village_rules")
    table = table.replace(imported, f"from build_tools.citations.village_rules import find_village_rules\n{imported}")
    (citations / "finders.py").write_text(table, encoding="utf-8")
    file = tmp_path / "ke-hoach.txt"
    file.write_text(TEXT, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "build_tools", "inspect", str(file), "--format", "json"],
        cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False, env=surroundings(),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)["citations"]
    assert [(item["kind"], item["name"]) for item in found] == [("named", "Hương ước làng Đá Bạc")]
    assert found[0]["pinpoint"]["article"] == "5"
    recipe = (root / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("### Thêm một cách viện dẫn")[2].partition("\n#")[0]
    assert all(name in recipe for name in ("build_tools/citations/finders.py", "FULL", "LOOKING_BACK", "seen.scan.key", "Seen"))
