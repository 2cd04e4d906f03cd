"""The catalogues: YAML files of one language to templates under their keys."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any

import msgspec
import yaml

from build_tools.model.diagnostic import Severity

FOLDER = Path(__file__).parent
BASE = "vi"
"""The language in which everything is said; others may lack something."""
SETTING = "CHI_NAM_LANG"
"""The environment variable that chooses a language."""
FINDINGS = "findings"

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The quick one where libyaml is there."""


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way of saying a finding. A hint that is left out is the remedy; a severity that is left out is the finding's."""

    message: str
    hint: str | None = None
    severity: Severity | None = None


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A code of findings: what it is called, why it happens, what to do; one message, or several by case."""

    title: Annotated[str, msgspec.Meta(min_length=1)]
    cause: Annotated[str, msgspec.Meta(min_length=1)]
    severity: Severity
    remedy: str = ""
    message: str | None = None
    hint: str | None = None
    cases: dict[str, Case] = {}


@dataclass(frozen=True, slots=True)
class Template:
    """What a finding says, with ``{fields}`` to fill in."""

    severity: Severity
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Explained:
    """A code as the page of findings shows it."""

    code: str
    severity: Severity
    title: str
    cause: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One language. ``templates`` are under ``code`` or ``code.case``, ``wording`` under its keys joined by dots."""

    rows: dict[str, Row]
    templates: dict[str, Template]
    wording: dict[str, str]


def languages() -> tuple[str, ...]:
    """The languages that have a catalogue."""
    return tuple(sorted(path.name for path in FOLDER.iterdir() if path.is_dir() and any(path.rglob("*.yaml"))))


def language() -> str:
    """The language chosen by ``CHI_NAM_LANG``; Vietnamese where there is no such catalogue."""
    chosen = os.environ.get(SETTING, "") or BASE
    return chosen if chosen == BASE or chosen in languages() else BASE


def say(key: str, /, **fields: object) -> str:
    """The wording under ``key`` with its fields filled in; in Vietnamese where the language chosen lacks it."""
    text = chosen().wording.get(key)
    if text is None:
        text = catalogue(BASE).wording[key]
    return text.format_map(fields) if "{" in text else text


def under(above: str) -> dict[str, str]:
    """All wording whose keys begin with ``above``, by the rest of the key; its fields are not filled in."""
    own = chosen().wording
    return {key[len(above) :]: own.get(key, text) for key, text in catalogue(BASE).wording.items() if key.startswith(above)}


def explained() -> tuple[Explained, ...]:
    """Every code, in alphabetical order."""
    base, own = catalogue(BASE).rows, chosen().rows
    rows = [(code, own.get(code, base[code])) for code in sorted(base)]
    return tuple(Explained(code, base[code].severity, row.title, row.cause, row.remedy.format()) for code, row in rows)


def chosen() -> Catalogue:
    """The catalogue of the language chosen."""
    return catalogue(language())


@lru_cache(maxsize=8)
def catalogue(name: str) -> Catalogue:
    """The catalogue of one language. Raises ``ValueError`` with file and reason for one that cannot be used: see ``lint``."""
    rows: dict[str, Row] = {}
    templates: dict[str, Template] = {}
    wording: dict[str, str] = {}
    for path in sorted((FOLDER / name).rglob("*.yaml")):
        value = yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER) or {}
        if path.parent.name == FINDINGS:
            try:
                found = msgspec.convert(value, dict[str, Row])
            except msgspec.ValidationError as error:
                raise ValueError(f"{path}: {error}") from error
            rows |= found
            for code, row in found.items():
                templates.update(templates_of(code, row))
        else:
            wording.update(flat(value))
    return Catalogue(rows, templates, wording)


def templates_of(code: str, row: Row) -> Iterator[tuple[str, Template]]:
    """What a row says, under its keys: ``code`` for its one message, ``code.case`` for each case."""
    if row.message is not None:
        yield code, Template(row.severity, row.message, row.remedy if row.hint is None else row.hint)
    for name, case in row.cases.items():
        yield f"{code}.{name}", Template(case.severity or row.severity, case.message, row.remedy if case.hint is None else case.hint)


def flat(value: dict[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    """Nested keys joined by dots."""
    for key, item in value.items():
        if isinstance(item, dict):
            yield from flat(item, f"{above}{key}.")
        else:
            yield f"{above}{key}", str(item)
