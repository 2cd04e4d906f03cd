"""The JSON Schemas of the register's files, as editors' programs read them too."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

from jsonschema import Draft202012Validator

from build_tools.lexicon.enums import with_relations
from build_tools.model.diagnostic import Diagnostic
from build_tools.tables.schema import faults
from build_tools.tables.yaml_text import YamlFile

SCHEMAS = Path(__file__).resolve().parents[2] / "data" / "schemas"
"""The schemas belong to this version of the code; data folders elsewhere are held against the same ones."""


@lru_cache(maxsize=32)
def _validator(name: str) -> Draft202012Validator:
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    return Draft202012Validator(with_relations(schema))


def check(file: YamlFile, name: str) -> tuple[Diagnostic, ...]:
    """Every fault of ``file`` against ``data/schemas/<name>.schema.json``, in the order of the file."""
    return faults(file, _validator(name))
