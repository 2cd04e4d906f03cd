"""The content folder of the tests' own: two digests and the register of an office, which stay as they are whatever ``data/`` holds."""

from __future__ import annotations

from pathlib import Path

OFFICE = Path(__file__).resolve().parent / "office"
DATA = OFFICE / "data"
REGISTER = DATA / "register"
