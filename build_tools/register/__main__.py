"""``python -m build_tools.register``: writes the JSON Schemas that follow from the row types into ``schemas``."""

from __future__ import annotations

import json

from build_tools.register.schema import SCHEMAS, made_schemas


def main() -> None:
    """Write the schemas."""
    for name, schema in made_schemas().items():
        text = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        (SCHEMAS / f"{name}.schema.json").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
