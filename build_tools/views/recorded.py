"""What the pages of one thing ask of the site, written down while they are made: as long as all of it is the same, so are they.

A view asks a ``Lookup`` and nothing else. Given a ``recording`` one it may ask anything of it; each answer becomes a *fact*: where it was
asked for and with which words. The next build asks for the same facts and compares digests, which costs a small part of making the view.

Three kinds of facts are finer than what the lookup holds:

- what a document states is told apart from its text (``("documents", work, "statements.tasks")``): who lists tasks asks for nothing else;
- a ``question`` (see ``lookup``) is a fact by itself (``("?row_of", work)``): a page rests on the answer, and the answer on what it asked
  in its turn. Where all of that is as it was the answer is not worked out, and one that comes out the same makes nothing anew;
- that a document is there at all (``("documents", work, "")``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from hashlib import blake2b
from operator import attrgetter
from typing import Any, Protocol

from build_tools.cache import spelt
from build_tools.model.site import SiteDocument
from build_tools.views.lookup import Lookup
from build_tools.views.questions import QUESTIONS
from build_tools.views.stand_ins import ALL, ASKED, DOCUMENTS, Fact, stand_in

__all__ = ["Fact", "Facts", "Told", "least", "recording"]


SIZE = 16
"""Bytes of a digest."""
Told = tuple[tuple[str, str], ...]
"""Names and digests."""


class Answers(Protocol):
    """Keeps digests of answers with the facts on which they rest."""

    def unchanged(self, name: str) -> Told | None:
        """What was kept under a name, if all those facts are as they were."""
        ...

    def learn(self, name: str, facts: set[Fact], made: Told) -> None:
        """Keep it."""
        ...


class Facts:
    """The digests of what one lookup answers; each is made once. ``answers`` keeps those of questions from build to build."""

    def __init__(self, lookup: Lookup, answers: Answers | None = None) -> None:
        self.lookup = lookup
        self.answers = answers
        self._known: dict[Fact, bytes] = {}
        self._rests: dict[Fact, set[Fact]] = {}
        self._stated: dict[str, dict[str, str]] = {}

    def digest(self, facts: Iterable[Fact]) -> str:
        """One digest of all ``facts``, in their order."""
        return blake2b(b"".join(map(self.one, facts)), digest_size=SIZE).hexdigest()

    def answer(self, name: str, *words: str) -> Any:
        """What a question finds; the facts on which that rests are written down."""
        fact = (ASKED + name, *words)
        if fact not in self._rests:
            facts: set[Fact] = set()
            self.lookup.remembered[name, *words] = QUESTIONS[name](*words, recording(self, facts))
            self._rests[fact] = facts
        return self.lookup.remembered[name, *words]

    def one(self, fact: Fact) -> bytes:
        """The digest of a fact: at most ``SIZE`` bytes."""
        found = self._known.get(fact)
        if found is None:
            found = self._known[fact] = self._made(fact)
        return found

    def _made(self, fact: Fact) -> bytes:
        path, *words = fact
        if path.startswith(ASKED):
            return self._answer(fact)
        if path == ALL:
            return _digest(tuple(document.work for document in self.lookup.site.documents))
        if path == DOCUMENTS and len(words) > 1:
            return self._part(fact)
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

    def _part(self, fact: Fact) -> bytes:
        """A part of a document; of what it states only where it has been read anew."""
        _, work, part = fact
        document = self.lookup.documents.get(work)
        if document is None or not part:
            return b"" if document is None else b"1"
        if "." not in part:
            return _digest(getattr(document, part))
        if work not in self._stated:
            self._stated[work] = dict(self._recalled(*fact[:2]))
        kept = self._stated[work]
        if part not in kept:
            kept[part] = _digest(attrgetter(part)(document)).hex()
            self._keep(fact[:2], {(DOCUMENTS, work)}, tuple(kept.items()))
        return bytes.fromhex(kept[part])

    def _answer(self, fact: Fact) -> bytes:
        kept = self._recalled(*fact)
        if kept:
            return bytes.fromhex(kept[0][1])
        name, *words = fact
        try:
            found = _digest(self.answer(name.removeprefix(ASKED), *words))
        except LookupError:
            return b""  # asked before about what is no more
        self._keep(fact, self._rests[fact], (("", found.hex()),))
        self._rests[fact] = set()  # nobody asks for it again
        return found

    def _recalled(self, *fact: str) -> Told:
        return (self.answers.unchanged("\0".join(fact)) if self.answers else None) or ()

    def _keep(self, fact: Fact, facts: set[Fact], told: Told) -> None:
        if self.answers:
            self.answers.learn("\0".join(fact), facts, told)

    def _all(self, path: str, keys: Iterable[str]) -> bytes:
        return _digest(tuple((key, self.one((path, key))) for key in keys))


def _told(value: object) -> object:
    """A document by the key of its reading, where it has one: that tells most of it, and is short."""
    if not isinstance(value, SiteDocument) or not value.reading:
        return value
    return tuple(getattr(value, name) for name in _LINKED)


_LINKED = [item.name for item in fields(SiteDocument) if item.name not in ("document", "statements", "own_places")]


def _digest(value: object) -> bytes:
    return blake2b(spelt(value), digest_size=SIZE).digest()


def least(facts: Iterable[Fact]) -> list[Fact]:
    """The facts in order, without the parts of documents of which the whole is among them."""
    found = set(facts)
    return sorted(fact for fact in found if fact[0] != DOCUMENTS or len(fact) < 3 or fact[:2] not in found)


def recording(tell: Facts, facts: set[Fact]) -> Lookup:
    """The lookup of ``tell``; every answer that it gives is added to ``facts``."""
    return stand_in(tell.lookup, tell.answer, facts)
