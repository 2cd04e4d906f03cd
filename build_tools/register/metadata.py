"""``metadata.yaml`` of a document: read and checked against its schema."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from build_tools.identity import canonical_number
from build_tools.model.diagnostic import InputError
from build_tools.model.metadata import Confirmed, Metadata, Override
from build_tools.model.register import Source
from build_tools.register.rows import source_of
from build_tools.register.schema import check
from build_tools.register.tables import SourceRef
from build_tools.tables.yaml_text import YamlFile, read_yaml
from build_tools.vietnamese.dates import real_date


def load_metadata(path: Path, sources: Mapping[str, Source]) -> Metadata:
    """Read one ``metadata.yaml``; ``sources`` are those of ``data/register/sources.yaml``. Raises ``InputError``."""
    file = read_yaml(path)
    if file.value is None:
        file = YamlFile(path, {}, file.lines)
    if faults := check(file, "metadata"):
        raise InputError(*faults)
    row: dict[str, Any] = file.value
    for key in ("issued_on", "added_on"):
        if (day := row.get(key)) is not None and not real_date(day):
            raise InputError(file.finding("metadata-date", (key,), date=day))
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
        confirmed=tuple(Confirmed(**item) for item in row.get("confirmed", ())),
        original=row.get("original"),
        added_on=row.get("added_on"),
        attachments=tuple((item["file"], item["title"]) for item in row.get("attachments", ())),
        awaiting_number=row.get("awaiting_number", False),
        unsure=tuple(key for key in row.get("unsure", ()) if key not in row),  # what is stated has been looked at
        unknown=tuple(key for key in row.get("unknown", ()) if key not in row),
        numberless="number" in row and row["number"] is None,
        path=str(path),
        lines=tuple((str(place[0]), line) for place, line in file.lines.items() if len(place) == 1),
    )


def _sources(file: YamlFile, row: dict[str, Any], known: Mapping[str, Source]) -> tuple[Source, ...]:
    found = []
    for index, ref in enumerate(msgspec.convert(row.get("sources", ()), tuple[str | SourceRef, ...])):
        source = source_of(ref, known, "A")
        if source is None:
            raise InputError(file.finding("metadata-unknown", ("sources", index), id=ref if isinstance(ref, str) else ref.ref))
        found.append(source)
    return tuple(found)
