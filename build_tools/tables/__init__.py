"""YAML written by hand to typed rows: one row type says the keys, the loader and the page.

A row type is a ``Row`` (a frozen msgspec struct that refuses unknown keys). ``load_rows`` reads a file into rows, or tells every fault
with its file, line, what is wrong and what to try; ``schema_of`` gives the JSON Schema that editors' programs use.
"""

from build_tools.model.row import Row
from build_tools.tables.typed import Rows, load_rows, schema_of
from build_tools.tables.yaml_text import YamlFile, parse_yaml, read_yaml

__all__ = ["Row", "Rows", "YamlFile", "load_rows", "parse_yaml", "read_yaml", "schema_of"]
