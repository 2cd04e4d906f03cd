"""Where faults are planted: an added letter must be able to change what a run does."""

from __future__ import annotations

import ast

import pytest

from tests.faults.operators import faults


@pytest.mark.parametrize(
    ("source", "planted"),
    [
        ("x.strip('.,')", False), ("x in '.,'", False), ("cut(x, strip='.,')", False), ("'.,'.find(x)", False), ("x.find('.,')", True),
        ("frozenset('.,')", False), ("set('.,')", False), ("tuple('.,')", False),
        ("rf'[.,{x}'", False), ("x.split('.,')", True), ("x == '.,'", True), ("frozenset(('.,',))", True), ("tuple(x.split('.,'))", True),
        ("str('.,')", True), ("x.tuple('.,')", True), ("rf'[{x}].,'", True),
    ],
)  # fmt: skip
def test_letters_of_a_set_are_spared_and_whole_texts_are_not(source: str, planted: bool) -> None:
    assert ("text changed" in {fault.kind for fault in faults(ast.parse(f"y = {source}"))}) is planted
