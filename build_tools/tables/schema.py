"""Values against a JSON Schema: each fault with its file, line, and what to try, in Vietnamese."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from build_tools.model.diagnostic import Diagnostic
from build_tools.tables.yaml_text import YamlFile

_TYPES = {
    "string": "chữ",
    "integer": "số nguyên",
    "boolean": "true hoặc false",
    "array": "danh sách",
    "object": "nhóm khóa",
    "null": "trống",
}


def faults(file: YamlFile, validator: Draft202012Validator) -> tuple[Diagnostic, ...]:
    """Every fault of ``file`` against a schema, in the order of the file."""
    errors = sorted(validator.iter_errors(file.value), key=lambda error: [str(part) for part in error.absolute_path])
    found = [diagnostic for error in errors for diagnostic in _diagnose(file, error)]
    return tuple(sorted(found, key=lambda item: item.line))


def _diagnose(file: YamlFile, error: ValidationError) -> Iterable[Diagnostic]:
    place = tuple(error.absolute_path)
    schema: Any = error.schema
    if error.validator == "additionalProperties":
        known = list(schema.get("properties", {}))
        instance: Any = error.instance
        for key in instance:
            if key not in known:
                near = difflib.get_close_matches(key, known, 1)
                hint = f"có phải “{near[0]}”?" if near else f"dùng một trong: {', '.join(known)}"
                yield file.fault("schema-key", (*place, key), f"không có khóa “{key}”", hint)
        return
    yield file.fault(f"schema-{_code(error)}", place, *_words(error, place))


def _code(error: ValidationError) -> str:
    return {"required": "missing", "type": "type"}.get(str(error.validator), "value")


def _words(error: ValidationError, place: tuple[str | int, ...]) -> tuple[str, str]:
    name = next((str(part) for part in reversed(place) if isinstance(part, str)), "tệp")
    schema: Any = error.schema
    instance: Any = error.instance
    wanted: Any = error.validator_value
    told = str(schema.get("description", "")).rstrip(".")
    shown = _short(instance)
    match error.validator:
        case "required":
            missing = next(key for key in wanted if key not in instance)
            return f"thiếu khóa “{missing}”", f"thêm “{missing}: …”"
        case "type":
            kinds = wanted if isinstance(wanted, list) else [wanted]
            hint = "viết giá trị trong dấu ngoặc kép" if "string" in kinds and isinstance(instance, (int, bool)) else told
            return f"“{name}” phải là {' hoặc '.join(_TYPES.get(str(kind), str(kind)) for kind in kinds)}, không phải {shown}", hint
        case "enum":
            known = [str(value) for value in wanted]
            near = difflib.get_close_matches(str(instance), known, 1)
            return f"“{name}” không nhận {shown}", f"có phải “{near[0]}”?" if near else f"dùng một trong: {', '.join(known)}"
        case "pattern":
            return f"“{name}” không đúng dạng: {shown}", told
        case "minItems" | "minLength":
            return f"“{name}” còn trống", told
        case "uniqueItems":
            return f"“{name}” có giá trị lặp lại", "bỏ giá trị lặp"
        case _:
            return f"“{name}” không hợp lệ: {shown}", told


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else text[:59] + "…"
