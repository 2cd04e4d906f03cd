"""Writes the relations into the schemas that editors' and other people's programs read: ``python -m build_tools.lexicon.enums``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from build_tools.lexicon.relations import relations
from build_tools.lexicon.scopes import WHOLE, scopes
from build_tools.model.citation import CITES

_PACKAGE = Path(__file__).resolve().parents[1]
SCHEMAS = (_PACKAGE / "register/schemas/works.schema.json", _PACKAGE / "commands/inspect.schema.json")


def with_relations(schema: Any) -> Any:
    """``schema`` in which each property "predicate" takes the relations of the lexicon; one that left out "cites" goes on doing so."""
    if isinstance(schema, list):
        return [with_relations(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    return {key: _property(key, value) for key, value in schema.items()}


def _property(key: str, value: Any) -> Any:
    if isinstance(value, dict) and "enum" in value:
        if key == "predicate":
            return _predicate(value)
        if key in ("kind", "scope") and (not value["enum"] or WHOLE in value["enum"]):
            rows = [row for row in scopes() if row.states or key == "kind"]
            return value | {"enum": [row.id for row in rows], "description": "phạm vi: " + "; ".join(row.told for row in rows)}
    return with_relations(value)


def _predicate(schema: dict[str, Any]) -> dict[str, Any]:
    rows = [row for row in relations() if row.id != CITES or CITES in schema["enum"]]
    told = {"description": "quan hệ: " + "; ".join(f"{row.id} {row.chip}" for row in rows)}
    return schema | {"enum": [row.id for row in rows]} | told


def main() -> None:
    """Bring both files up to date."""
    for path in SCHEMAS:
        schema = json.loads(path.read_text(encoding="utf-8"))
        path.write_text(json.dumps(with_relations(schema), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
