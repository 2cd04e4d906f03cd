"""``metadata.yaml`` of a document: read, checked against its schema, and written with stable bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from build_tools.identity import canonical_number
from build_tools.model.diagnostic import InputError
from build_tools.model.metadata import Metadata, Override
from build_tools.model.register import Source
from build_tools.register.rows import real_date
from build_tools.register.schema import SCHEMAS, check
from build_tools.tables.yaml_text import YamlFile, read_yaml

HEAD = "# yaml-language-server: $schema=../../schemas/metadata.schema.json\n"


def load_metadata(path: Path, sources: Mapping[str, Source]) -> Metadata:
    """Read one ``metadata.yaml``; ``sources`` are those of ``data/register/sources.yaml``. Raises ``InputError``."""
    file = read_yaml(path)
    if file.value is None:
        file = YamlFile(path, {}, file.lines)
    if faults := check(file, "metadata"):
        raise InputError(*faults)
    row: dict[str, Any] = file.value
    issued_on = row.get("issued_on")
    if issued_on is not None and not real_date(issued_on):
        raise InputError(
            file.fault("metadata-date", ("issued_on",), f"ngày không có thật: {issued_on}", "viết năm-tháng-ngày, ví dụ 2021-05-18")
        )
    override = row.get("override")
    return Metadata(
        **{
            key: row.get(key)
            for key in ("type", "issued_on", "place", "issuer", "parent", "subject", "signer", "signer_title", "term", "kind")
        },
        number=canonical_number(row["number"]) if row.get("number") else None,
        themes=tuple(row.get("themes", ())),
        sources=_sources(file, row, sources),
        notes=tuple(row.get("notes", ())),
        publish_original=row.get("publish_original", False),
        redact=row.get("redact", False),
        override=Override(override["mark"], override["reason"]) if override else None,
        confirmed=tuple((item["read"], item["value"]) for item in row.get("confirmed", ())),
        original=row.get("original"),
        numberless="number" in row and row["number"] is None,
        path=str(path),
        lines=tuple((str(place[0]), line) for place, line in file.lines.items() if len(place) == 1),
    )


def _sources(file: YamlFile, row: dict[str, Any], known: Mapping[str, Source]) -> tuple[Source, ...]:
    found = []
    for index, ref in enumerate(row.get("sources", ())):
        if isinstance(ref, dict) and "name" in ref:
            found.append(Source(ref["name"], ref.get("url"), ref.get("confidence", "A"), ref.get("as_of"), ref.get("note")))
            continue
        key = ref["ref"] if isinstance(ref, dict) else ref
        if key not in known:
            hint = "thêm nguồn đó vào data/register/sources.yaml, hoặc viết {name: …, url: …} tại đây"
            raise InputError(file.fault("metadata-unknown", ("sources", index), f"không có nguồn “{key}” trong sources.yaml", hint))
        source = known[key]
        if isinstance(ref, dict):
            note = ref.get("note", source.note)
            source = Source(source.name, source.url, ref.get("confidence", source.confidence), source.as_of, note)
        found.append(source)
    return tuple(found)


_PLAIN = re.compile(r"[^\W\d_][^:#{}\[\],&*!|>'\"%@`\n]*\Z")
_WORDS = {"null", "true", "false", "yes", "no", "on", "off", "y", "n", "~"}


def dump_metadata(values: Mapping[str, Any]) -> str:
    """The text of a ``metadata.yaml`` with these values: keys in the schema's order, always the same bytes for the same values.

    ``values`` has the keys of the schema; ``None`` and empty values are left out, except ``number: None``, which states that the document
    bears no number. Raises ``ValueError`` for a key that the schema does not have.
    """
    order = list(json.loads((SCHEMAS / "metadata.schema.json").read_text(encoding="utf-8"))["properties"])
    unknown = sorted(set(values) - set(order))
    if unknown:
        raise ValueError(f"not in the schema: {', '.join(unknown)}")
    lines = [HEAD]
    for key in order:
        if key not in values or (values[key] in (None, "", (), [], False) and not (key == "number" and values[key] is None)):
            continue
        lines.append(_entry(key, values[key], ""))
    return "".join(lines)


def _entry(key: str, value: Any, indent: str) -> str:
    if isinstance(value, Mapping):
        return f"{indent}{key}:\n" + "".join(_entry(inner, item, indent + "  ") for inner, item in value.items() if item is not None)
    if isinstance(value, (list, tuple)):
        text = f"{indent}{key}:\n"
        for item in value:
            if isinstance(item, Mapping):
                body = "".join(_entry(inner, part, indent + "    ") for inner, part in item.items() if part is not None)
                text += f"{indent}  - {body[len(indent) + 4 :]}"
            else:
                text += f"{indent}  - {_scalar(item)}\n"
        return text
    return f"{indent}{key}: {_scalar(value)}\n"


def _scalar(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    if _PLAIN.match(text) and text == text.strip() and text.lower() not in _WORDS:
        return text
    return json.dumps(text, ensure_ascii=False)
