"""Documents whose blocks, tree and sections are written down until somebody asks for them.

As values they take half of the room of a document, and a build that holds a collection looks into few of them at a time.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field, fields
from functools import lru_cache
from typing import Any, TypeVar

import msgspec

from build_tools.model.document import Block, Clean, Document, Node, Paragraph, Section, Table

FEW = 16
"""Documents that are held as values."""
Kind = TypeVar("Kind", bound=Clean | Document)


class _Written(msgspec.Struct, frozen=True, array_like=True):
    """What is written down; ``tables`` by their places among the blocks, the others being ``paragraphs``."""

    paragraphs: tuple[Paragraph, ...]
    tables: tuple[tuple[int, Table], ...]
    root: Node
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    blocks: tuple[Block, ...]
    root: Node
    sections: tuple[Section, ...]


class _Held:
    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        """What was never set, and so is written down."""
        if name in _Told.__slots__:
            return getattr(_read(self.packed), name)
        raise AttributeError(name)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), tuple(getattr(self, item.name) for item in fields(self) if item.init)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class HeldClean(_Held, Clean):
    """A clean text whose blocks are ``packed``."""

    blocks: tuple[Block, ...] = field(init=False)
    packed: bytes = b""


@dataclass(frozen=True, slots=True)
class HeldDocument(_Held, Document):
    """A document whose tree and sections are ``packed``, with the blocks of its text."""

    root: Node = field(init=False)
    sections: tuple[Section, ...] = field(init=False)
    packed: bytes = b""


def held(document: Document) -> Document:
    """The same document, held in less room."""
    blocks = document.clean.blocks
    tables = tuple((place, block) for place, block in enumerate(blocks) if isinstance(block, Table))
    paragraphs = tuple(block for block in blocks if isinstance(block, Paragraph))
    packed = zlib.compress(msgspec.msgpack.encode(_Written(paragraphs, tables, document.root, document.sections)), 1)
    clean = _packed(HeldClean, document.clean, packed)
    return _packed(HeldDocument, document, packed, clean=clean)


def _packed(kind: type[Kind], value: Clean | Document, packed: bytes, **others: Any) -> Kind:
    told = {item.name: getattr(value, item.name) for item in fields(value) if item.name not in _Told.__slots__}
    return kind(**told | others | {"packed": packed})


@lru_cache(maxsize=FEW)
def _read(packed: bytes) -> _Told:
    found = msgspec.msgpack.decode(zlib.decompress(packed), type=_Written)
    blocks: list[Block] = list(found.paragraphs)
    for place, table in found.tables:
        blocks.insert(place, table)
    return _Told(tuple(blocks), found.root, found.sections)
