"""Values against a JSON Schema: each fault with its file, line, and what to try, in Vietnamese."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from build_tools.messages import nearest, say
from build_tools.model.diagnostic import Diagnostic
from build_tools.tables.yaml_text import YamlFile

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

    Validator = Draft202012Validator
else:
    Validator = Any


def validator_of(schema: dict[str, Any]) -> Validator:
    """What tells the faults of values. Its package is loaded only where something is to be told: a tenth of a build without changes."""
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema)


def faults(file: YamlFile, validator: Validator) -> tuple[Diagnostic, ...]:
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
                near = nearest(key, known)
                case = "schema-key.near" if near else "schema-key.known"
                yield file.finding(case, (*place, key), key=key, near=near, known=", ".join(known))
        return
    yield _fault(file, error, place)


def _fault(file: YamlFile, error: ValidationError, place: tuple[str | int, ...]) -> Diagnostic:
    name = next((str(part) for part in reversed(place) if isinstance(part, str)), say("data.file"))
    schema: Any = error.schema
    instance: Any = error.instance
    wanted: Any = error.validator_value
    told = str(schema.get("description", "")).rstrip(".")
    shown = _short(instance)
    match error.validator:
        case "required":
            missing = next(key for key in wanted if key not in instance)
            return file.finding("schema-missing", place, key=missing)
        case "type":
            kinds = wanted if isinstance(wanted, list) else [wanted]
            case = "schema-type.quotes" if "string" in kinds and isinstance(instance, (int, bool)) else "schema-type.told"
            named = say("data.or").join(say(f"data.kinds.{kind}") for kind in kinds)
            return file.finding(case, place, name=name, kinds=named, shown=shown, told=told)
        case "enum":
            known = [str(value) for value in wanted]
            near = nearest(str(instance), known)
            case = "schema-value.near" if near else "schema-value.known"
            return file.finding(case, place, name=name, shown=shown, near=near, known=", ".join(known))
        case "pattern":
            return file.finding("schema-value.pattern", place, name=name, shown=shown, told=told)
        case "minItems" | "minLength":
            return file.finding("schema-value.empty", place, name=name, told=told)
        case "uniqueItems":
            return file.finding("schema-value.twice", place, name=name)
        case _:
            return file.finding("schema-value.other", place, name=name, shown=shown, told=told)


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else text[:59] + "…"
