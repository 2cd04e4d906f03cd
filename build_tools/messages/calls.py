"""Where the source and the Vietnamese catalogue disagree: each fault with its file, its line, and what to try.

The source is read as it stands: a key is a string constant that is a key of the catalogue. Keys put together while the program runs
(``say(f"data.fields.{name}")``) count as a use of every key under the constant part before the first brace.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_tools.messages.catalogue import BASE, FOLDER
from build_tools.messages.finding import finding, nearest
from build_tools.messages.lint import Entry, entries
from build_tools.model.diagnostic import Diagnostic

PLACED = ("path", "line", "column", "start", "end", "severity")
"""Arguments of ``finding`` that are no fields of a message."""
_SAID = re.compile(r"""(?:\bt\(|\belse)\s*["']([a-z][^"']*\.[^"']*)["']\s*(~)?""")
"""A key in a page template: ``t("pages.row.no-date")``, or the beginning of one: ``t("pages.kind." ~ kind)``."""


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


@dataclass(frozen=True, slots=True)
class _Keys:
    """The keys that the program names: whole ones, and what those begin with that are put together while it runs."""

    whole: set[str]
    begun: set[str]

    def of_module(self, nodes: Iterable[ast.AST]) -> None:
        for node in nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                self.whole.add(node.value)
                if node.value.endswith("."):  # all under a key
                    self.begun.add(node.value)
            elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                self.begun.add(str(node.values[0].value))

    def of_template(self, text: str) -> Iterator[tuple[int, str]]:
        """Takes up what a template says; each whole key with its line."""
        for number, line in enumerate(text.splitlines(), 1):
            for key, more in _SAID.findall(line):
                (self.begun if more else self.whole).add(key)
                if not more:
                    yield number, key

    def unused(self, keys: Iterable[str]) -> Iterator[str]:
        starts = tuple(start for start in self.begun if "." in start)
        return (key for key in keys if key not in self.whole and not key.startswith(starts))


def source_faults(package: Path) -> tuple[Diagnostic, ...]:
    """Every call in ``package`` that the Vietnamese catalogue cannot answer, and every key that no call uses."""
    base = entries(FOLDER / BASE, [])
    faults: list[Diagnostic] = []
    named = _Keys(set(), set())
    for path in sorted(package.rglob("*.py")):
        nodes = tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        named.of_module(nodes)
        for call in calls(path, nodes):
            faults.extend(_call_faults(call, base))
        if path.name != MAKER:
            faults.extend(finding("messages-made", str(path), line) for line in sorted(_made(nodes)))
    for path in sorted(package.rglob("*.j2")):
        said = named.of_template(path.read_text(encoding="utf-8"))
        faults.extend(_unknown(path, number, key, base) for number, key in said if key not in base)
    faults.extend(finding("messages-unused", str(base[key].path), base[key].line, key=key) for key in named.unused(base))
    return tuple(faults)


def calls(path: Path, nodes: Sequence[ast.AST]) -> Iterator[Call]:
    """The calls of a module whose key can be read from it: a constant, one of two constants, or a name that was given one just before."""
    chosen = sorted(
        (node.lineno, target.id, _constants(node.value))
        for node in nodes
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    )
    for node in nodes:
        if not isinstance(node, ast.Call) or not node.args or _name(node.func) not in CALLED:
            continue
        first = next((argument for argument in node.args if any("-" in key or "." in key for key in _constants(argument))), node.args[0])
        keys = _constants(first)
        if not keys and isinstance(first, ast.Name):
            keys = next((told for line, name, told in reversed(chosen) if name == first.id and line < node.lineno), ())
        fields = frozenset(item.arg for item in node.keywords if item.arg is not None)
        yield Call(path, node.lineno, keys, fields, any(item.arg is None for item in node.keywords))


def _made(nodes: Sequence[ast.AST]) -> Iterator[int]:
    """The lines on which a diagnostic is put together by hand."""
    return (node.lineno for node in nodes if isinstance(node, ast.Call) and _name(node.func) == "Diagnostic")


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""


def _constants(node: ast.expr) -> tuple[str, ...]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return (node.value,)
    if isinstance(node, ast.IfExp):
        return (*_constants(node.body), *_constants(node.orelse))
    return ()


def _unknown(path: Path, line: int, key: str, base: dict[str, Entry]) -> Diagnostic:
    near = nearest(key, base)
    return finding("messages-unknown.near" if near else "messages-unknown.add", str(path), line, key=key, near=near)


def _call_faults(call: Call, base: dict[str, Entry]) -> Iterator[Diagnostic]:
    wanted: set[str] = set()
    for key in call.keys:
        if key not in base:
            yield _unknown(call.path, call.line, key, base)
            return
        wanted |= base[key].fields
        if not call.open:
            for name in sorted(base[key].fields - call.fields):
                yield finding("messages-field.missing", str(call.path), call.line, key=key, field=name)
    if call.keys:
        for name in sorted(call.fields - wanted - set(PLACED)):
            yield finding("messages-field.surplus", str(call.path), call.line, key=call.keys[0], field=name)
