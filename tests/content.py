"""The content folder of the tests' own: two digests and the register of an office, which stay as they are whatever ``data/`` holds."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from unittest.mock import patch

from build_tools.commands import building
from build_tools.model.register import Register
from build_tools.register.layers import NATIONAL
from build_tools.register.load import load_register

OFFICE = Path(__file__).resolve().parent / "office"
DATA = OFFICE / "data"
REGISTER = DATA / "register"
EMPTY = Register()
"""A register that knows nothing: one value for all tests, as well."""


@cache
def shipped() -> Register:
    """The national register with that office's above it: one value for all tests, so that what is computed of it is computed once."""
    return load_register(REGISTER)


@contextmanager
def few_works(folder: Path) -> Iterator[None]:
    """Within, builds of this process know the nation's bodies and places, whose register is copied to ``folder``, and none of its works.

    A site of three texts has 236 files then, not 984, and takes a quarter of the time; for tests that build it over and over.
    """
    if not folder.exists():
        shutil.copytree(NATIONAL, folder, ignore=shutil.ignore_patterns("works.yaml"))
    with patch.object(building, "load_register", partial(load_register, national=folder)):
        yield


def own_register(folder: Path) -> Path:
    """A copy of the office's register that names no works, and so needs none of the nation's."""
    shutil.copytree(REGISTER, folder)
    for name, empty in (("works", "[]"), ("themes", "[]"), ("redirects", "{}")):
        (folder / f"{name}.yaml").write_text(empty + "\n", encoding="utf-8")
    return folder
