"""The share of the index is measured of a build as it is made now."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.search.bench import share


@pytest.mark.slow
def test_the_index_is_counted_in_a_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "lich.txt").write_text("UBND XÃ SUỐI MƠ\nSố: 3/TB-UBND\nTHÔNG BÁO\nLịch trực bến đò\nBến đò mở cửa từ sáng sớm.\n", "utf-8")
    monkeypatch.setattr("sys.argv", ["share", "--sources", str(tmp_path), "--keep-going", "--quiet"])
    share.main()
    found = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert 0 < found["index"] < found["whole build"]
