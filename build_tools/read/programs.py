"""Programs of others that readers call: on the path, or, on Windows, in the folder of their own installer, which puts none on it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

USUAL = {"soffice": "LibreOffice/program/soffice.exe", "tesseract": "Tesseract-OCR/tesseract.exe"}
"""Below the folders that Windows has for programs."""
FOLDERS = ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA")
"""Variables of Windows that name those folders."""
NEEDED = ("SYSTEMROOT", "TEMP", "TMP")
"""Variables without which hardly a program starts there; elsewhere they say nothing."""


def program(*names: str) -> str | None:
    """The first of these programs that is installed; None where none is."""
    for name in names:
        if found := shutil.which(name):
            return found
    for name in names:
        for folder in FOLDERS:
            place = Path(os.environ.get(folder, ""), USUAL.get(name, ""))
            if folder in os.environ and name in USUAL and place.is_file():
                return str(place)
    return None


def environment(**own: str) -> dict[str, str]:
    """What a program is told of this machine: where programs are, what Windows needs, and ``own``; nothing else of this process."""
    return {name: os.environ[name] for name in ("PATH", *NEEDED) if name in os.environ} | own
