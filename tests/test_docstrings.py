"""Every module can be imported, and the examples in its docstrings hold."""

from __future__ import annotations

import doctest
from importlib import import_module
from pkgutil import walk_packages

import pytest

import build_tools
from tests.conftest import ROOT

MODULES = sorted(found.name for found in walk_packages(build_tools.__path__, "build_tools.") if found.name != "build_tools.__main__")


def with_examples(name: str) -> bool:
    """Whether the source of a module has an example at all: most have none, and need not be searched object by object."""
    path = ROOT.joinpath(*name.split("."))
    return ">>> " in (path.with_suffix(".py") if not path.is_dir() else path / "__init__.py").read_text(encoding="utf-8")


def test_every_module_can_be_imported() -> None:
    assert [name for name in MODULES if import_module(name).__name__ != name] == []


@pytest.mark.parametrize("name", [name for name in MODULES if with_examples(name)])
def test_examples_hold(name: str) -> None:
    result = doctest.testmod(import_module(name), optionflags=doctest.NORMALIZE_WHITESPACE)
    assert result.attempted
    assert result.failed == 0
