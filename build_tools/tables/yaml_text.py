"""YAML files to plain values, with the line of every value and no way to do harm.

Only mappings, lists, texts, whole numbers, true/false and empty values are taken. Aliases, tags, several documents in one file, very deep
nesting and very large files are refused: data written by hand needs none of them, and each is a known way to exhaust a machine.
Dates stay text ("2021-05-18").
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from build_tools.messages import finding, refusal
from build_tools.messages.system import reason
from build_tools.model.diagnostic import Diagnostic, InputError

MAX_BYTES = 4_000_000
MAX_DEPTH = 24

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The same safe loader, in C where it is there."""

Place = tuple[str | int, ...]
"""The way to a value: keys and list positions from the top."""


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A file as read: ``value`` is plain data; ``lines`` gives the line (from 1) of each value and, for mappings, of each key."""

    path: Path
    value: Any
    lines: dict[Place, int]

    def line(self, place: Place) -> int:
        """The line of the value at ``place``, or of the nearest value above it that is there."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def finding(self, key: str, place: Place, /, **fields: Any) -> Diagnostic:
        """The finding ``key`` of the catalogue at ``place``."""
        return finding(key, str(self.path), self.line(place), **fields)


class _RefusedError(Exception):
    def __init__(self, key: str, line: int, /, **fields: Any) -> None:
        self.key, self.line, self.fields = key, line, fields
        super().__init__(key)


def read_yaml(path: Path) -> YamlFile:
    """Read one YAML file. Raises ``InputError`` with file, line, what is wrong and what to try."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise refusal("yaml-refused.size", str(path), limit=MAX_BYTES // 1_000_000)
        data = path.read_bytes()
    except OSError as error:
        raise refusal("yaml-open", str(path), reason=reason(error)) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise refusal("yaml-utf8", str(path), line) from error
    return parse_yaml(text, path)


def parse_yaml(text: str, path: Path) -> YamlFile:
    """Like ``read_yaml`` for a text at hand; ``path`` is only shown."""
    lines: dict[Place, int] = {}
    try:
        _refuse_tricks(text)
        node = yaml.compose(text, Loader=_LOADER)
        value = None if node is None else _value(node, (), lines)
    except _RefusedError as error:
        raise refusal(error.key, str(path), error.line, **error.fields) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        raise not_yaml(text, path, line) from error
    except yaml.YAMLError as error:
        raise refusal("yaml-syntax.characters", str(path)) from error
    return YamlFile(path, value, lines)


def not_yaml(text: str, path: Path, line: int) -> InputError:
    """The refusal of a text that is no YAML from ``line`` (from 1) on: it shows the last words written up to there."""
    written = [words for words in text.splitlines()[: max(line, 1)] if words.strip()]
    return refusal("yaml-syntax.place", str(path), line, words=written[-1].strip()[:60] if written else "")


def _refuse_tricks(text: str) -> None:
    # the event stream is read before anything is built: aliases are never followed, nesting never recursed into
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        line = event.start_mark.line + 1 if event.start_mark else 0
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _RefusedError("yaml-refused.alias", line)
        tag = getattr(event, "tag", None)
        if tag:
            raise _RefusedError("yaml-refused.tag", line, tag=tag)
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            depth += 1
            if depth > MAX_DEPTH:
                raise _RefusedError("yaml-refused.deep", line, depth=MAX_DEPTH)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            depth -= 1


def _line_of(node: yaml.nodes.Node) -> int:
    return int(node.start_mark.line) + 1


_KNOWN_TAGS = {"str", "int", "bool", "null", "timestamp", "float"}


def _value(node: yaml.nodes.Node, place: Place, lines: dict[Place, int]) -> Any:
    lines.setdefault(place, node.start_mark.line + 1)
    if isinstance(node, yaml.nodes.MappingNode):
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, yaml.nodes.ScalarNode) else None
            if key is None:
                raise _RefusedError("yaml-refused.key", _line_of(key_node))
            if key in found:
                raise _RefusedError("yaml-refused.twice", _line_of(key_node), key=key)
            lines[(*place, key)] = key_node.start_mark.line + 1
            found[key] = _value(value_node, (*place, key), lines)
        return found
    if isinstance(node, yaml.nodes.SequenceNode):
        return [_value(item, (*place, index), lines) for index, item in enumerate(node.value)]
    tag = node.tag.rpartition(":")[2]
    if tag not in _KNOWN_TAGS:
        raise _RefusedError("yaml-refused.value", _line_of(node), tag=tag)
    if tag == "null":
        return None
    if tag == "bool":
        return str(node.value).lower() in {"true", "yes", "on"}
    if tag == "int" and len(node.value) < 16 and node.value.lstrip("+-").isdigit():
        return int(node.value)
    return node.value
