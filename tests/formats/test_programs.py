"""Programs of others are found where people have them, and are told no more of this process than they need."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build_tools.read.programs import environment, program


@pytest.fixture
def windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Programs as their installers leave them on Windows: in a folder that is not on the path."""
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/catdoc" if name == "catdoc" else None)
    for name in ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    (tmp_path / "LibreOffice" / "program").mkdir(parents=True)
    (tmp_path / "LibreOffice" / "program" / "soffice.exe").write_bytes(b"MZ")
    return tmp_path


def test_a_program_is_found_on_the_path_or_where_its_installer_put_it(windows: Path) -> None:
    assert program("soffice", "libreoffice") == str(windows / "LibreOffice" / "program" / "soffice.exe")
    assert program("catdoc") == "/usr/bin/catdoc"
    assert program("tesseract") is None
    (windows / "LibreOffice" / "program" / "soffice.exe").unlink()
    assert program("soffice", "libreoffice") is None


def test_a_program_is_told_what_windows_needs_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYSTEMROOT", "C:\\Windows")
    monkeypatch.setenv("SECRET", "x")
    monkeypatch.delenv("TMP", raising=False)
    told = environment(HOME="h")
    assert (told["SYSTEMROOT"], told["HOME"]) == ("C:\\Windows", "h")
    assert not {"SECRET", "TMP"} & told.keys()
