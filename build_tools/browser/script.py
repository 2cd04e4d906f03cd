"""Functions of this project with all that they call, as one short script for browsers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from types import FunctionType
from typing import Any

from build_tools.browser.program import Known, Program
from build_tools.browser.tight import ASSETS, tight
from build_tools.browser.world import NotTranslatedError
from build_tools.scripts import shortened


def compiled(exported: Mapping[str, Any], known: Known) -> str:
    """The script of ``exported`` (name → function, class or table), which stand in ``chiNam.reader``. Printed twice: only then is it known
    which methods there are."""
    first = Program(known)
    first.script(exported)
    loose = frozenset(made.name for made in first.methods if isinstance(vars(made.owner)[made.name], FunctionType))
    plain = Program(replace(known, loose=loose, often=frozenset()))
    plain.script(exported)  # nothing is shared: each piece is told as it stands
    often = frozenset(text for text, uses in plain.pieces.uses.items() if uses > 1)
    script = Program(replace(known, loose=loose, often=often)).script(exported)
    if missing := sorted({*re.findall(r"(?<![$\w])R\.(?:(?:m|natives|types)\.)?(\w+)", script)} - _runtime_names()):
        raise NotTranslatedError(f"what the runtime does not have: {', '.join(missing)}")
    return shortened(tight(script))


@lru_cache(maxsize=1)
def _runtime_names() -> frozenset[str]:
    text = (ASSETS / "runtime.js").read_text(encoding="utf-8")
    told = text[text.index("chiNam.runtime = ") :]
    listed = re.findall(r"\w+", told[: told.index("dict: pairs")])
    return frozenset((*listed, *re.findall(r"^    (\w+)[:(]", text, re.MULTILINE), *re.findall(r"\b(\w+),", text)))
