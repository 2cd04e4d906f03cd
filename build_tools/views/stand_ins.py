"""Stand-ins for a lookup and for what it holds: they answer as those do, and write down what they are asked for.

What is written down is read in ``recorded``, which says what a fact is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from types import FunctionType
from typing import Any, cast

from build_tools.model.site import SiteDocument
from build_tools.views.lookup import Lookup

Fact = tuple[str, ...]
"""Names from the lookup on ("works", "site.register.glossary", "bodies.of"), then the key or the words of the question."""
ASKED = "?"
"""Before the name of a question."""
OF_DOCUMENT = frozenset({"outlines", "anchors", "divided", "_places"})
"""Mappings whose values follow from the document of that key alone: who asks them asks for the whole of it."""
DOCUMENTS = "documents"
ALL = "site.documents"
STATED = frozenset({"statements", "document"})
"""Fields of a document that follow from its reading, and are told field by field: of the text itself its ``HEADER`` alone, all else being
asked for with the whole document."""
HEADER = "document.header"
OURS = __name__.partition(".")[0] + "."
"""Objects of this program have values and answers of their own (the register, the glossary), and are never compared whole."""


def stand_in(lookup: Lookup, answer: Callable[..., Any], facts: set[Fact]) -> Lookup:
    """One for ``lookup``, whose questions ``answer`` finds; all that it is asked for is added to ``facts``."""
    return cast(Lookup, _Lookup(lookup, answer, facts))


class _Lookup:
    """Has the methods of a lookup, which ask this one in their turn, and records what a lookup holds."""

    def __init__(self, lookup: Lookup, answer: Callable[..., Any], facts: set[Fact]) -> None:
        self._asked = lookup, answer, facts

    def answer(self, name: str, *words: str) -> Any:
        _, answer, facts = self.__dict__["_asked"]
        facts.add((ASKED + name, *words))
        return answer(name, *words)

    def __getattr__(self, name: str) -> Any:
        lookup, _, facts = self.__dict__["_asked"]
        value = getattr(lookup, name)
        memo = name.startswith("_") and not isinstance(getattr(Lookup, name, None), cached_property)
        found = self.__dict__[name] = value if memo else _recorded(name, value, facts)
        return found


for _name, _item in vars(Lookup).items():
    if isinstance(_item, (FunctionType, property)) and not _name.startswith("__") and not hasattr(_Lookup, _name):
        setattr(_Lookup, _name, _item)


def _recorded(path: str, value: Any, facts: set[Fact]) -> Any:
    """``value`` if it is plain; what asks on where it is a mapping, a question, or has values of its own."""
    if isinstance(value, Mapping):
        return (_Documents if path == DOCUMENTS else _Mapping)(path, value, facts)
    if path == ALL:
        facts.add((ALL,))
        return tuple(_document(document, facts) for document in value)
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
        path = DOCUMENTS if self._path in OF_DOCUMENT else self._path
        self._facts.add((path, key) if isinstance(key, str) else (path,))

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


class _Documents(_Mapping):
    """Records that documents are there, and which of their parts are asked for."""

    def _note(self, key: object) -> None:
        self._facts.add((DOCUMENTS, str(key), ""))

    def __getitem__(self, key: Any) -> Any:
        self._note(key)
        return _document(self._value[key], self._facts)

    def get(self, key: Any, default: Any = None) -> Any:
        self._note(key)
        return _document(self._value[key], self._facts) if key in self._value else default

    def __iter__(self) -> Iterator[Any]:
        self._facts.add((ALL,))
        return iter(self._value)

    def __len__(self) -> int:
        self._facts.add((ALL,))
        return len(self._value)


class _Document:
    """A document; with a ``part`` ("statements.", "document.") what is told field by field."""

    def __init__(self, work: str, part: str, value: object, facts: set[Fact]) -> None:
        self._held = work, part, value, facts

    def __getattr__(self, name: str) -> Any:
        work, part, value, facts = self.__dict__["_held"]
        found = getattr(value, name)
        if name in STATED and not part:
            found = _Document(work, f"{name}.", found, facts)
        elif name != "work":
            whole = name == "own_places" or (part == "document." and part + name != HEADER)
            facts.add((DOCUMENTS, work) if whole else (DOCUMENTS, work, part + name))
        self.__dict__[name] = found
        return found


def _document(document: SiteDocument, facts: set[Fact]) -> Any:
    return _Document(document.work, "", document, facts)
