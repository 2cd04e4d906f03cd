"""The JSON Schemas of the register's files: made from the row types, and kept beside this module.

``python -m build_tools.register`` writes them; a test holds the files against the row types.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from build_tools.lexicon.words import FILES as WORD_LISTS
from build_tools.lexicon.words import WordList
from build_tools.model.diagnostic import Diagnostic
from build_tools.model.register import DocumentType
from build_tools.register.content import SettingsRow
from build_tools.register.coverage import CoverageRow
from build_tools.register.forms import FormRow
from build_tools.register.tables import TABLES
from build_tools.tables import schema_of
from build_tools.tables.schema import Validator, faults, validator_of
from build_tools.tables.yaml_text import YamlFile

SCHEMAS = Path(__file__).with_name("schemas")
"""The schemas belong to this version of the code; the content folders of all units are held against the same ones."""


@lru_cache(maxsize=1)
def made_schemas() -> dict[str, dict[str, Any]]:
    """Every schema that follows from a row type, under the name of its file."""
    made = {name: schema_of(kind, title, description) for name, (kind, title, description) in TABLES.items()}
    settings = schema_of(SettingsRow, "Thiết lập của trang", "Tệp duy nhất phải sửa để trang là của đơn vị.")
    row = settings.pop("$defs")[SettingsRow.__name__]
    made["chi-nam"] = {**{key: settings[key] for key in ("$schema", "title", "description")}, **row}
    made["types"] = schema_of(DocumentType, "Loại văn bản", "Loại văn bản: tên, mã trong số và ký hiệu, cách dùng.")
    made["coverage"] = schema_of(CoverageRow, "Đối chiếu", "Đoạn nào của báo cáo trả lời việc nào; người biên tập xác nhận, sửa hoặc bác.")
    made["forms"] = schema_of(FormRow, "Biểu mẫu", "Biểu số liệu mà các đơn vị điền; mỗi cột một dòng, kèm phép cộng, tỷ lệ, giới hạn.")
    for name in WORD_LISTS:
        made[f"lexicon-{name}"] = schema_of(WordList, "Chữ trong văn bản", "Danh sách chữ mà các tầng tìm; xem đầu tệp.")
    return made


def write_schemas(data: Path) -> None:
    """Bring ``data/schemas`` up to date: copies for editors' programs, named in the first lines of YAML files; nothing here reads them."""
    folder = data / "schemas"
    folder.mkdir(exist_ok=True)
    for source in sorted(SCHEMAS.glob("*.schema.json")):
        text = source.read_bytes()
        copy = folder / source.name
        if not copy.is_file() or copy.read_bytes() != text:
            copy.write_bytes(text)


@lru_cache(maxsize=32)
def _validator(name: str) -> Validator:
    schema = made_schemas().get(name) or json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    return validator_of(schema)


def check(file: YamlFile, name: str) -> tuple[Diagnostic, ...]:
    """Every fault of ``file`` against the schema of this name, in the order of the file."""
    return faults(file, _validator(name))
