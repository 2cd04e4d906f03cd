"""What is wrong with the catalogues, and with the calls that use them: each fault with its file, line, and what to try.

The calls are read from the source as it stands: a key is a string constant that is a key of the catalogue. Keys put together while the
program runs (``say(f"data.fields.{name}")``) count as a use of every key under the constant part before the first brace.
"""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import yaml

from build_tools.messages.catalogue import BASE, FINDINGS, FOLDER, Row, flat, templates_of
from build_tools.messages.finding import finding, nearest
from build_tools.model.diagnostic import Diagnostic

PLACED = ("path", "line", "column", "start", "end", "severity")
"""Arguments of ``finding`` that are no fields of a message."""


_SAID = re.compile(r"""(?:\bt\(|\belse)\s*["']([^"']+)["']\s*(~)?""")
"""A key in a page template: ``t("pages.row.no-date")``, or the beginning of one: ``t("pages.kind." ~ kind)``."""


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


def _entries(path: Path, faults: list[Diagnostic]) -> Iterator[tuple[str, Entry]]:
    text = path.read_text(encoding="utf-8")
    try:
        value: Any = yaml.safe_load(text) or {}
        lines = dict(_lines(yaml.compose(text)))
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


# --- the calls ----------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Call:
    """A call with the keys that it may use and the fields that it gives; ``open`` where it gives further ones (``**fields``)."""

    path: Path
    line: int
    keys: tuple[str, ...]
    fields: frozenset[str]
    open: bool


MAKER = "finding.py"
"""The one module that makes diagnostics."""
CALLED = {"finding", "refusal", "say", "add_fault", "_refused", "_RefusedError"}
"""Functions that take a key of the catalogue."""


def source_faults(package: Path, folder: Path = FOLDER) -> tuple[Diagnostic, ...]:
    """Every call in ``package`` that the Vietnamese catalogue cannot answer, and every key that no call uses."""
    base = entries(folder / BASE, [])
    faults: list[Diagnostic] = []
    used: set[str] = set()
    begun: set[str] = set()
    for path in sorted(package.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                used.add(node.value)
            elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                begun.add(str(node.values[0].value))
        for call in calls(path, tree):
            faults.extend(_call_faults(call, base))
        if path.name != MAKER:
            faults.extend(finding("messages-made", str(path), line) for line in sorted(_made(tree)))
    for template in sorted(package.rglob("*.j2")):
        for key, more in _SAID.findall(template.read_text(encoding="utf-8")):
            (begun if more else used).add(key)
    starts = tuple(start for start in begun if "." in start)
    for key, entry in base.items():
        if key not in used and not key.startswith(starts):
            faults.append(finding("messages-unused", str(entry.path), entry.line, key=key))
    return tuple(faults)


def calls(path: Path, tree: ast.AST) -> Iterator[Call]:
    """The calls of a module whose key can be read from it: a constant, one of two constants, or a name that was given one just before."""
    chosen = sorted(
        (node.lineno, target.id, _constants(node.value))
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    )
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args or _name(node.func) not in CALLED:
            continue
        first = next((argument for argument in node.args if any("-" in key or "." in key for key in _constants(argument))), node.args[0])
        keys = _constants(first)
        if not keys and isinstance(first, ast.Name):
            keys = next((told for line, name, told in reversed(chosen) if name == first.id and line < node.lineno), ())
        fields = frozenset(item.arg for item in node.keywords if item.arg is not None)
        yield Call(path, node.lineno, keys, fields, any(item.arg is None for item in node.keywords))


def _made(tree: ast.AST) -> Iterator[int]:
    """The lines on which a diagnostic is put together by hand."""
    return (node.lineno for node in ast.walk(tree) if isinstance(node, ast.Call) and _name(node.func) == "Diagnostic")


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""


def _constants(node: ast.expr) -> tuple[str, ...]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return (node.value,)
    if isinstance(node, ast.IfExp):
        return (*_constants(node.body), *_constants(node.orelse))
    return ()


def _call_faults(call: Call, base: dict[str, Entry]) -> Iterator[Diagnostic]:
    wanted: set[str] = set()
    for key in call.keys:
        if key not in base:
            near = nearest(key, base)
            yield finding("messages-unknown.near" if near else "messages-unknown.add", str(call.path), call.line, key=key, near=near)
            return
        wanted |= base[key].fields
        if not call.open:
            for name in sorted(base[key].fields - call.fields):
                yield finding("messages-field.missing", str(call.path), call.line, key=key, field=name)
    if call.keys:
        for name in sorted(call.fields - wanted - set(PLACED)):
            yield finding("messages-field.surplus", str(call.path), call.line, key=call.keys[0], field=name)
