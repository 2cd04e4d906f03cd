"""Document types: every word and code by which texts name a kind of document, from ``types.yaml``.

To add a type, add its row to ``types.yaml``. A register may bring types of its own, or add words and codes to one of these
(``data/register/types.yaml``, the same rows); ``types_of`` joins the two.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

import msgspec

from build_tools.lexicon.files import lexicon_rows
from build_tools.lexicon.keys import exact_key
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.memo import by_identity
from build_tools.model.register import DocumentType, Role, System
from build_tools.tables import Rows


@lru_cache(maxsize=1)
def document_types() -> tuple[DocumentType, ...]:
    """The lexicon's types in the order of the file: of two types that share a code the first is the usual one."""
    rows = lexicon_rows("types", DocumentType)
    if faults := type_faults(rows):
        raise InputError(*faults)
    return rows.rows


@lru_cache(maxsize=1)
def type_codes() -> frozenset[str]:
    """Every code of the lexicon that stands for a type."""
    return frozenset(code for kind in document_types() for code in kind.every_code)


@cache
def type_words(role: Role) -> tuple[str, ...]:
    """The words, in lower case, of the lexicon's types that have a role."""
    return tuple(word.lower() for kind in document_types() if role in kind.roles for word in kind.words)


@dataclass(frozen=True, slots=True)
class Types:
    """Document types looked up by id, word, code and role."""

    rows: tuple[DocumentType, ...]
    by_id: dict[str, DocumentType]
    by_word: dict[str, DocumentType]
    """``exact_key`` of each word to its type; the type under which its documents are filed is ``filed``."""
    own_codes: frozenset[str]
    """Codes that a register adds: what reads a number must be told of them."""
    roles: dict[str, frozenset[str]]
    wider: dict[str, str]

    def named(self, word: str) -> DocumentType | None:
        """The type with this name, alias or id, however capitalised, as documents are filed; None when there is none."""
        key = " ".join(word.split())
        kind = self.by_word.get(exact_key(key)) or self.by_id.get(key)
        return self.filed(kind) if kind else None

    def filed(self, kind: DocumentType) -> DocumentType:
        """The type under which documents with the title of ``kind`` are kept."""
        return self.by_id.get(kind.filed_as or "", kind)

    def of_code(self, code: str, system: str | None = None) -> tuple[DocumentType, ...]:
        """The types for which ``code`` stands in numbers of a system (None: of any), the usual one first."""
        return tuple(kind for kind in self.rows if code in kind.codes_in(system))

    def with_role(self, role: Role) -> frozenset[str]:
        """The names of the types with a role."""
        return self.roles.get(role, frozenset())

    @property
    def laws(self) -> frozenset[str]:
        """The names of the types that only a legislature issues."""
        return frozenset(kind.name for kind in self.rows if kind.is_law)

    def widest(self, name: str) -> str:
        """The name of the type whose word may take up the type with this name; the name itself where there is none wider."""
        return self.wider.get(name, name)


@by_identity
def types_of(own: tuple[DocumentType, ...]) -> Types:
    """The lexicon's types with those of a register: an own row under a known id adds to it, any other comes after."""
    added = {kind.id: kind for kind in own}
    known = document_types()
    rows = [_joined(kind, added[kind.id]) if kind.id in added else kind for kind in known]
    here = {kind.id for kind in known}
    rows += [kind for kind in own if kind.id not in here]
    by_word: dict[str, DocumentType] = {}
    for kind in rows:
        for word in kind.words:
            by_word.setdefault(exact_key(word), kind)
    by_id = {kind.id: kind for kind in rows}
    names: dict[str, set[str]] = {}
    for kind in rows:
        for role in kind.roles:
            names.setdefault(role, set()).add(kind.name)
    roles = {role: frozenset(found) for role, found in names.items()}
    wider = {kind.name: by_id[kind.wider].name for kind in rows if kind.wider in by_id}
    own_codes = frozenset(code for kind in rows for code in kind.every_code) - type_codes()
    return Types(tuple(rows), by_id, by_word, own_codes, roles, wider)


def _joined(kind: DocumentType, own: DocumentType) -> DocumentType:
    """A type of the lexicon with the words, codes and systems that a register adds to it."""
    if own is kind:
        return kind
    return msgspec.structs.replace(
        kind,
        systems=_union(kind.systems, own.systems),
        codes=_union(kind.codes, own.codes, without=kind.party_codes),
        aliases=_union(kind.aliases, own.words, without=(kind.name,)),
        party_codes=_union(kind.party_codes, own.party_codes),
    )


def _union(known: tuple[str, ...], more: tuple[str, ...], without: tuple[str, ...] = ()) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*known, *(value for value in more if value not in without))))


def type_faults(rows: Rows[DocumentType], before: tuple[DocumentType, ...] = ()) -> tuple[Diagnostic, ...]:
    """What is wrong with the rows of one file taken together: ids and words claimed twice, codes shared that were not meant to be, ids
    that lead nowhere. ``before`` are the types that are there already; a row with the id of one of them adds to it."""
    found = [
        *rows.claimed_twice(lambda kind: (kind.id,), "mã loại"),
        *rows.claimed_twice(lambda kind: dict.fromkeys(map(exact_key, kind.words)), "tên loại"),
    ]
    known = {kind.id for kind in (*before, *rows.rows)}
    words = {exact_key(word): kind for kind in before for word in kind.words}
    for index, kind in enumerate(rows.rows):
        for key, values in (("filed_as", (kind.filed_as,)), ("wider", (kind.wider,)), ("shares_codes_with", kind.shares_codes_with)):
            found += [rows.unknown(index, key, value, known, "types.yaml") for value in values if value and value not in known]
        for word in kind.words:
            other = words.get(exact_key(word), kind)
            if other.id != kind.id:
                found.append(rows.file.finding("row-twice.type-name", (index,), word=word, other=other.id))
    found += _shared_codes(rows, before)
    return tuple(sorted(dict.fromkeys(found), key=lambda fault: fault.line))


def _shared_codes(rows: Rows[DocumentType], before: tuple[DocumentType, ...]) -> Iterable[Diagnostic]:
    """A code that two types of one system use though neither says so; types of one family share theirs."""
    first: dict[tuple[System, str], tuple[DocumentType, int]] = {}
    shown = [(kind, 0) for kind in before] + [(kind, rows.line(index)) for index, kind in enumerate(rows.rows)]
    for at, (kind, line) in enumerate(shown):
        for system, code in [(each, code) for each in kind.systems for code in kind.codes_in(each)]:
            other, there = first.setdefault((system, code), (kind, line))
            meant = {kind.id, other.id} & {*other.shares_codes_with, *kind.shares_codes_with}
            if other.id != kind.id and (kind.wider or kind.id) != (other.wider or other.id) and not meant:
                case = "row-twice.type-code-line" if there else "row-twice.type-code"
                yield rows.file.finding(case, (at - len(before),), code=code, name=other.name, other=other.id, first=there)
