"""Every module can be imported, and the examples in its docstrings hold."""

from __future__ import annotations

import doctest
from importlib import import_module
from pkgutil import walk_packages

import pytest

import build_tools

MODULES = sorted(found.name for found in walk_packages(build_tools.__path__, "build_tools.") if found.name != "build_tools.__main__")


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name: str) -> None:
    result = doctest.testmod(import_module(name), optionflags=doctest.NORMALIZE_WHITESPACE)
    assert result.failed == 0
