"""What is wrong with the catalogues: each fault with its file, its line, and what to try."""

from __future__ import annotations

import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
import yaml

from build_tools.messages.catalogue import BASE, FINDINGS, FOLDER, LOADER, Row, flat, templates_of
from build_tools.messages.finding import finding, nearest
from build_tools.model.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Entry:
    """A template with the place where it is written."""

    path: Path
    line: int
    texts: tuple[str, ...]

    @property
    def fields(self) -> frozenset[str]:
        """The names in braces."""
        return frozenset(name for text in self.texts for name in fields_of(text))


def fields_of(text: str) -> Iterator[str]:
    """The names in braces of a template; "" for braces that cannot be read."""
    try:
        yield from (name for _, name, _, _ in string.Formatter().parse(text) if name is not None)
    except ValueError:
        yield ""


def catalogue_faults(folder: Path = FOLDER) -> tuple[Diagnostic, ...]:
    """Every fault of the catalogues in ``folder``; what another language lacks is a warning."""
    faults: list[Diagnostic] = []
    base = entries(folder / BASE, faults)
    for key, entry in base.items():
        faults.extend(
            finding("messages-field.form", str(entry.path), entry.line, key=key, field=name)
            for name in sorted(entry.fields)
            if not name.isidentifier()
        )
    for other in sorted(path for path in folder.iterdir() if path.is_dir() and path.name != BASE and any(path.rglob("*.yaml"))):
        own = entries(other, faults)
        faults.extend(_against(base, own, other, folder / BASE))
    return tuple(faults)


def _against(base: dict[str, Entry], own: dict[str, Entry], folder: Path, base_folder: Path) -> Iterator[Diagnostic]:
    for key, entry in own.items():
        if key not in base:
            near = nearest(key, base)
            yield finding("messages-unknown.near" if near else "messages-unknown.add", str(entry.path), entry.line, key=key, near=near)
            continue
        for name in sorted(entry.fields - base[key].fields):
            yield finding("messages-field.missing", str(entry.path), entry.line, key=key, field=name)
    for key in base:
        if key not in own:
            file = folder / base[key].path.relative_to(base_folder)
            yield finding("messages-missing", str(base[key].path), base[key].line, language=folder.name, key=key, file=file)


def entries(folder: Path, faults: list[Diagnostic]) -> dict[str, Entry]:
    """Every template of one language under its key; faults of its files are added to ``faults``."""
    found: dict[str, Entry] = {}
    for path in sorted(folder.rglob("*.yaml")):
        for key, entry in _entries(path, faults):
            if key in found:
                first = f"{found[key].path.name}:{found[key].line}"
                faults.append(finding("messages-twice", str(path), entry.line, key=key, first=first))
            found.setdefault(key, entry)
    return found


@lru_cache(maxsize=128)
def _loaded(text: str) -> tuple[Any, dict[str, int]]:
    """What a catalogue says, and the line of each key; nothing changes either. Raises ``YAMLError``."""
    return yaml.load(text, Loader=LOADER) or {}, dict(_lines(yaml.compose(text, Loader=LOADER)))


def _entries(path: Path, faults: list[Diagnostic]) -> Iterator[tuple[str, Entry]]:
    text = path.read_text(encoding="utf-8")
    try:
        value, lines = _loaded(text)
    except yaml.YAMLError as error:
        line = mark.line + 1 if (mark := getattr(error, "problem_mark", None)) else 0
        faults.append(finding("messages-file", str(path), line, problem=getattr(error, "problem", None) or error))
        return
    if path.parent.name != FINDINGS:
        for key, wording in flat(value):
            yield key, Entry(path, lines.get(key, 1), (wording,))
        return
    for code, written in value.items():
        line = lines.get(code, 1)
        try:
            row = msgspec.convert(written, Row)
        except msgspec.ValidationError as error:
            faults.append(finding("messages-file", str(path), line, problem=f"{code}: {error}"))
            continue
        for name in fields_of(row.remedy):
            faults.append(finding("messages-field.remedy", str(path), line, key=code, field=name))
        templates = dict(templates_of(code, row))
        if not templates:
            faults.append(finding("messages-file", str(path), line, problem=f"{code}: message?"))
        for key, template in templates.items():
            place = lines.get(key.replace(".", ".cases.", 1), line)
            yield key, Entry(path, place, (template.message, template.hint))


def _lines(node: Any, above: str = "") -> Iterator[tuple[str, int]]:
    """The line of each key, keys joined by dots."""
    if isinstance(node, yaml.MappingNode):
        for key, item in node.value:
            yield f"{above}{key.value}", key.start_mark.line + 1
            yield from _lines(item, f"{above}{key.value}.")
