"""What the pages of one thing ask of the site, written down while they are made: as long as all of it is the same, so are they.

A view asks a ``Lookup`` and nothing else. Given a ``recording`` one it may ask anything of it; each answer becomes a *fact*: where it was
asked for and with which words. The next build asks for the same facts and compares digests, which costs a small part of making the view.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from functools import cached_property
from hashlib import blake2b
from types import FunctionType
from typing import Any, cast

from build_tools.cache import spelt
from build_tools.model.site import SiteDocument
from build_tools.views.lookup import Lookup

Fact = tuple[str, ...]
"""Names from the lookup on ("works", "site.register.glossary", "bodies.of"), then the key or the words of the question."""
OF_DOCUMENT = frozenset({"outlines", "anchors", "divided", "_places"})
"""Mappings whose values follow from the document of that key alone."""
DOCUMENTS = "site.documents"
OURS = __name__.partition(".")[0] + "."
"""Objects of this program have values and answers of their own (the register, the glossary), and are never compared whole."""


class Facts:
    """The digests of what one lookup answers; each is made once."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup
        self._known: dict[Fact, bytes] = {}

    def digest(self, facts: Iterable[Fact]) -> str:
        """One digest of all ``facts``, in their order."""
        return blake2b(b"".join(map(self._one, facts)), digest_size=16).hexdigest()

    def _one(self, fact: Fact) -> bytes:
        found = self._known.get(fact)
        if found is None:
            found = self._known[fact] = self._made(fact)
        return found

    def _made(self, fact: Fact) -> bytes:
        path, *words = fact
        if words and path in OF_DOCUMENT:
            return self._one(("documents", *words))
        if path == DOCUMENTS:
            return self._all("documents", (document.work for document in self.lookup.site.documents))
        value: Any = self.lookup
        for name in path.split("."):
            value = getattr(value, name)
        if isinstance(value, Mapping):
            if not words:
                return self._all(path, value)
            return _digest(_told(value[words[0]])) if words[0] in value else b""
        if isinstance(value, frozenset):
            value = sorted(value)  # its order is another one in each process
        return _digest(value(*words) if words else value)

    def _all(self, path: str, keys: Iterable[str]) -> bytes:
        return _digest(tuple((key, self._one((path, key))) for key in keys))


def _told(value: object) -> object:
    """A document by the key of its reading, where it has one: that tells most of it, and is short."""
    if not isinstance(value, SiteDocument) or not value.reading:
        return value
    return tuple(getattr(value, name) for name in _LINKED)


_LINKED = [item.name for item in fields(SiteDocument) if item.name not in ("document", "statements", "own_places")]


def _digest(value: object) -> bytes:
    return blake2b(spelt(value), digest_size=16).digest()


def recording(lookup: Lookup, facts: set[Fact]) -> Lookup:
    """The same lookup; every answer that it gives is added to ``facts``."""
    return cast(Lookup, _Lookup(lookup, facts))


class _Lookup:
    """Has the methods of a lookup, which ask this one in their turn, and records what a lookup holds."""

    def __init__(self, lookup: Lookup, facts: set[Fact]) -> None:
        self._asked = lookup, facts

    def __getattr__(self, name: str) -> Any:
        lookup, facts = self.__dict__["_asked"]
        value = getattr(lookup, name)
        memo = name.startswith("_") and not isinstance(getattr(Lookup, name, None), cached_property)
        found = self.__dict__[name] = value if memo else _recorded(name, value, facts)
        return found


for _name, _item in vars(Lookup).items():
    if isinstance(_item, (FunctionType, property)) and not _name.startswith("__"):
        setattr(_Lookup, _name, _item)


def _recorded(path: str, value: Any, facts: set[Fact]) -> Any:
    """``value`` if it is plain; what asks on where it is a mapping, a question, or has values of its own."""
    if isinstance(value, Mapping):
        return _Mapping(path, value, facts)
    if type(value).__module__.startswith(OURS) and not isinstance(value, tuple):
        return _Holder(path, value, facts)
    if callable(value):
        return _question(path, value, facts)
    facts.add((path,))
    return value


class _Holder:
    """The values and questions of an object."""

    def __init__(self, path: str, value: object, facts: set[Fact]) -> None:
        self._held = path, value, facts

    def __getattr__(self, name: str) -> Any:
        path, value, facts = self.__dict__["_held"]
        found = self.__dict__[name] = _recorded(f"{path}.{name}", getattr(value, name), facts)
        return found


def _question(path: str, asked: Callable[..., Any], facts: set[Fact]) -> Callable[..., Any]:
    def ask(*words: str) -> Any:
        if not all(isinstance(word, str) for word in words):
            raise TypeError(f"{path}: only words can be written down")
        facts.add((path, *words))
        return asked(*words)

    return ask


class _Mapping(Mapping[Any, Any]):
    """Records the keys that are asked for; all of it where it is gone through, or a key is no word."""

    def __init__(self, path: str, value: Mapping[Any, Any], facts: set[Fact]) -> None:
        self._path, self._value, self._facts = path, value, facts

    def _note(self, key: object) -> None:
        self._facts.add((self._path, key) if isinstance(key, str) else (self._path,))

    def __getitem__(self, key: Any) -> Any:
        self._note(key)
        return self._value[key]

    def get(self, key: Any, default: Any = None) -> Any:
        self._note(key)
        return self._value.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._note(key)
        return key in self._value

    def __iter__(self) -> Iterator[Any]:
        self._facts.add((self._path,))
        return iter(self._value)

    def __len__(self) -> int:
        self._facts.add((self._path,))
        return len(self._value)
