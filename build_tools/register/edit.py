"""YAML written and edited: the one place where text of a ``.yaml`` file is made.

An edit states new values for some keys of a file. Those values change; every other line stays as a person wrote it: comments, order,
quoting, folded texts, line ends, the mark at the start of the file, the line for editors' programs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, SingleQuotedScalarString

from build_tools.messages import refusal
from build_tools.register.schema import SCHEMAS
from build_tools.tables.yaml_text import not_yaml

HEAD = "# yaml-language-server: $schema=../../schemas/metadata.schema.json\n"
BYTE_ORDER_MARK = "\ufeff"
_UNBROKEN = 10**9
"""Columns before a line is broken: never; a subject stays on its line."""
_PLAIN = re.compile(r"[^\W\d_][^:#{}\[\],&*!|>'\"%@`\n]*\Z")
"""Texts that need no quotes in any reader of YAML; all others get double quotes."""
_WORDS = {"null", "true", "false", "yes", "no", "on", "off", "y", "n", "~"}
"""Words that YAML takes for something else than a text."""


def dump_metadata(values: Mapping[str, Any]) -> str:
    """The text of a new ``metadata.yaml``: keys in the schema's order, always the same bytes for the same values.

    ``values`` has the keys of the schema; ``None`` and empty values are left out, except ``number: None``, which states that the document
    bears no number. Raises ``ValueError`` for a key that the schema does not have.
    """
    order = metadata_keys()
    unknown = sorted(set(values) - set(order))
    if unknown:
        raise ValueError(f"not in the schema: {', '.join(unknown)}")
    stated = {key: values[key] for key in order if key in values and (values[key] or (key == "number" and values[key] is None))}
    return HEAD + (_dumped(_styled(stated)) if stated else "")


def scalar(text: str) -> str:
    """A text as a value of YAML: quoted where it must be."""
    return _dumped(CommentedMap(x=_styled(text))).removeprefix("x: ").rstrip("\n")


def block(values: Mapping[str, Any]) -> str:
    """A mapping as lines of YAML; what stands in it as one source or relation is written in braces."""
    made = CommentedMap((key, _styled(value)) for key, value in values.items() if value not in (None, "", [], ()))
    for value in made.values():
        for item in value if isinstance(value, CommentedSeq) else ():
            if isinstance(item, CommentedMap):
                item.fa.set_flow_style()
    return _dumped(made)


def edit_metadata(text: str, values: Mapping[str, Any], path: Path) -> str:
    """The text of a ``metadata.yaml`` in which ``values`` hold. ``path`` is only shown. Raises ``InputError`` when it is no YAML."""
    return edited(text, values, metadata_keys(), path)


def metadata_keys() -> list[str]:
    """The keys of ``metadata.yaml`` in the order in which they are written."""
    return list(json.loads((SCHEMAS / "metadata.schema.json").read_text(encoding="utf-8"))["properties"])


def edited(text: str, values: Mapping[str, Any], order: Sequence[str], path: Path) -> str:
    """The YAML mapping ``text`` with ``values`` in it; lines of keys that are not named stay byte for byte.

    ``text`` as it stands on disk, line ends and byte order mark included. A key that is not there yet comes after those that precede it
    in ``order``. Raises ``InputError``.
    """
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    ends = "\r\n" if "\r\n" in text else "\n"
    old = text.removeprefix(BYTE_ORDER_MARK).replace("\r\n", "\n")
    old = old if old.endswith("\n") or not old else old + "\n"
    there = _loaded(old, path)
    if there is None:
        new = old + _dumped(_styled(values))
    else:
        before = {key: there.lc.key(key)[0] for key in there}
        for key, value in values.items():
            styled = _styled(value, there.get(key))
            if key in there:
                there[key] = styled
            else:
                there.insert(_position(key, there, order), key, styled)
        new = _spliced(old, before, _dumped(there), set(values), path)
    return mark + new.replace("\n", ends)


def _spliced(old: str, old_lines: Mapping[str, int], new: str, changed: set[str], path: Path) -> str:
    """The keys of ``new`` in its order, those not changed with the very lines of ``old``."""
    written = _loaded(new, path)
    assert written is not None
    new_lines = {key: written.lc.key(key)[0] for key in written}
    if len(set(old_lines.values())) < len(old_lines) or len(set(new_lines.values())) < len(new_lines):
        return new  # several keys on a line: {a: b, c: d}
    head, before = _entries(old, old_lines)
    _, after = _entries(new, new_lines)
    text, remarks = head, ""
    for key in written:
        if key in before:
            # a new key stands before the remarks that lead over to the next one
            text, remarks = text + remarks, before[key][1]
        text += after[key][0] if key in changed else before[key][0]
    text += remarks
    return text if _loaded(text, path) == written else new


def _entries(text: str, lines: Mapping[str, int]) -> tuple[str, dict[str, tuple[str, str]]]:
    """What stands before the first key; of each key its entry, and the remarks and empty lines after it."""
    rows = text.splitlines(keepends=True)
    starts = [*lines.values(), len(rows)]
    found = {}
    for (key, start), end in zip(lines.items(), starts[1:], strict=True):
        last = end
        while last > start + 1 and (not rows[last - 1].strip() or rows[last - 1].startswith("#")):
            last -= 1
        found[key] = ("".join(rows[start:last]), "".join(rows[last:end]))
    return "".join(rows[: starts[0]]), found


def _position(key: str, there: CommentedMap, order: Sequence[str]) -> int:
    earlier = set(order[: order.index(key)]) if key in order else set(order)
    return max((place + 1 for place, other in enumerate(there) if other in earlier), default=0)


def _styled(value: Any, before: Any = None) -> Any:
    """A value with the quotes or the brackets that stood there before; without a value before, quotes only where they are needed."""
    if isinstance(value, Mapping):
        made = CommentedMap((key, _styled(item)) for key, item in value.items() if item is not None or key == "number")
        return _bracketed_like(made, before)
    if isinstance(value, (list, tuple)):
        return _bracketed_like(CommentedSeq([_styled(item) for item in value]), before)
    if not isinstance(value, str):
        return value
    if isinstance(before, (SingleQuotedScalarString, DoubleQuotedScalarString)):
        return type(before)(value)
    plain = _PLAIN.match(value) and value == value.strip() and value.lower() not in _WORDS
    return value if plain else DoubleQuotedScalarString(value)


def _bracketed_like(made: Any, before: Any) -> Any:
    if isinstance(before, (CommentedMap, CommentedSeq)) and before.fa.flow_style():
        made.fa.set_flow_style()
    return made


def _yaml() -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = _UNBROKEN
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.representer.add_representer(type(None), lambda representer, _: representer.represent_scalar("tag:yaml.org,2002:null", "null"))
    return yaml


def _loaded(text: str, path: Path) -> CommentedMap | None:
    try:
        found = _yaml().load(text)
    except YAMLError as error:
        line = mark.line + 1 if (mark := getattr(error, "problem_mark", None)) else 0
        raise not_yaml(text, path, line) from error
    if found is not None and not isinstance(found, CommentedMap):
        raise refusal("schema-type.mapping", str(path), 1)
    return found


def _dumped(value: Any) -> str:
    out = StringIO()
    _yaml().dump(value, out)
    return out.getvalue()
