"""The content folder of the tests' own: two digests and the register of an office, which stay as they are whatever ``data/`` holds."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from build_tools.model.register import Register
from build_tools.register import load_register

OFFICE = Path(__file__).resolve().parent / "office"
DATA = OFFICE / "data"
REGISTER = DATA / "register"
EMPTY = Register()
"""A register that knows nothing: one value for all tests, as well."""


@cache
def shipped() -> Register:
    """The national register with that office's above it: one value for all tests, so that what is computed of it is computed once."""
    return load_register(REGISTER)
