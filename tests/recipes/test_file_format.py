"""The recipe "Thêm một định dạng tệp" of CONTRIBUTING, carried out on a copy: a reader and a row, and the new format is read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.recipes.copied import copied, surroundings

pytestmark = pytest.mark.slow

READER = '''"""Notes of an invented program: a line ``[chữ đậm]`` is bold, everything after ``;;`` is left out."""

from __future__ import annotations

from pathlib import Path

from build_tools.model.reading import Reading, Style
from build_tools.read.source import SourceText


def read(path: Path, data: bytes) -> Reading:
    """Read notes, which the door hands over as UTF-8."""
    out = SourceText()
    for line in data.decode("utf-8").split(";;")[0].splitlines()[1:]:
        bold = line.startswith("[") and line.endswith("]")
        out.paragraph(line.strip("[]"), Style(bold=bold))
    return Reading(str(path), "ghichu", out.source, tuple(out.blocks))
'''
ROW = '    Kind("ghichu", "ghi chú", ("ghichu",), text_begins(b"!ghichu"), "plain.notes", characters="text"),\n'
TEXT = "!ghichu\n[KẾ HOẠCH]\n[làm đường ở xã Đá Bạc]\nĐiều 1. Nhân dân xã Đá Bạc làm đường.\nĐiều 2. Văn phòng xã báo cáo kết quả.\n;;bỏ đi"


def test_a_further_format_is_a_reader_and_a_row(root: Path, tmp_path: Path) -> None:
    copied(root, tmp_path)
    read = tmp_path / "build_tools" / "read"
    (read / "plain" / "notes.py").write_text(READER, encoding="utf-8")
    kinds = (read / "kinds.py").read_text(encoding="utf-8")
    before = '    Kind("html",'
    assert kinds.count(before) == 1
    (read / "kinds.py").write_text(kinds.replace(before, ROW + before), encoding="utf-8")
    file = tmp_path / "làm đường.ghichu"
    for written in (TEXT.encode(), TEXT.encode("utf-16")):
        file.write_bytes(written)
        done = subprocess.run(
            [sys.executable, "-m", "build_tools", "inspect", str(file), "--format", "json"],
            cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False, env=surroundings(),
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        found = json.loads(done.stdout)
        assert found["document"]["type"] == "Kế hoạch"
        assert [item["label"] for item in found["sections"]] == ["Điều 1", "Điều 2"]
        assert "bỏ đi" not in done.stdout
    recipe = (root / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("### Thêm một định dạng tệp")[2].partition("\n#")[0]
    assert all(name in recipe for name in ("build_tools/read/kinds.py", "Kind(", "SourceText", "def read("))
