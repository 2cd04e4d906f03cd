"""Document types by the words of titles and the codes of numbers, compiled for a register."""

from __future__ import annotations

import re

from build_tools.identity.number import parse_number
from build_tools.lexicon.keys import strip_marks
from build_tools.lexicon.types import Types as KnownTypes
from build_tools.lexicon.types import types_of as known_types
from build_tools.model.memo import by_identity
from build_tools.model.register import DocumentType, Register

JOINT = "liên tịch"
"""Documents whose title says so are issued by all bodies of the heading together."""
_NOTED = re.compile(r"(?<=[^\W\d_])\d{1,2}$")
"""A footnote's mark that lost its height."""


class Types:
    """Document types by the words a title uses and by the codes of numbers."""

    def __init__(self, types: KnownTypes) -> None:
        names = {word.lower(): types.filed(kind).name for kind in types.rows if "title" in kind.roles for word in kind.words}
        self._types = types
        self._names = names
        self._enclosed = frozenset(types.filed(kind).name for kind in types.rows if {"title", "enclosed"} <= set(kind.roles))
        words = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
        bare: dict[str, set[str]] = {}
        for written, name in names.items():
            bare.setdefault(strip_marks(written), set()).add(name)
        self._bare = {letters: min(found) for letters, found in bare.items() if len(found) == 1}
        self._alone = re.compile(rf"(?P<type>{words})(?: {JOINT})?[ :.]*$", re.IGNORECASE)
        self._begins = re.compile(rf"(?:{words})\b", re.IGNORECASE)

    def alone(self, text: str) -> str | None:
        """The type whose name, in capitals, is all of ``text``; a footnote's mark and "LIÊN TỊCH" after it do not count."""
        match = self._alone.match(_NOTED.sub("", text.rstrip("⁽⁾⁰¹²³⁴⁵⁶⁷⁸⁹* "))) if text.isupper() else None
        return self._names[match["type"].lower()] if match else None

    def misread(self, text: str) -> str | None:
        """Like ``alone`` for recognised text, whose marks may be wrong: the one type whose letters these are ("KÉ HOẠCH")."""
        bare = strip_marks(text.strip(" :.*'")).lower()
        return self._bare.get(bare) if text.isupper() and " " in bare else None

    def begins(self, text: str) -> tuple[str, int] | None:
        """The type that ``text`` begins with and where the words after it begin."""
        match = self._begins.match(text)
        return (self._names[match.group().lower()], match.end()) if match else None

    def encloses(self, text: str) -> tuple[str, int] | None:
        """Like ``begins`` for a title in capitals that goes on ("QUY CHẾ LÀM VIỆC") and whose type is issued with another document."""
        begun = self.begins(text) if text.isupper() else None
        return begun if begun and begun[0] in self._enclosed and begun[1] < len(text.rstrip(" :.")) else None

    def of_code(self, code: str | None, system: str | None = None) -> str | None:
        """The usual type of the documents with this code in their number; ``system`` as the number is written."""
        if not code:
            return None
        fits = self._types.of_code(code, system) or self._types.of_code(code)
        return self._types.filed(fits[0]).name if fits else None

    def of_number(self, number: str | None) -> str | None:
        """The usual type of the documents with such numbers."""
        parts = parse_number(number, self._types.own_codes) if number else None
        return self.of_code(parts.type_code, parts.system) if parts else None

    def may_bear(self, kind: str, number: str | None) -> bool:
        """Whether documents of this type may have such a number."""
        parts = parse_number(number, self._types.own_codes) if number else None
        if parts is None or not parts.type_code:
            return False
        return kind in {self._types.filed(fit).name for fit in self._types.of_code(parts.type_code, parts.system)}


def types_of(register: Register) -> Types:
    """The types of a register and of the lexicon, compiled once."""
    return _types(register.types)


@by_identity
def _types(own: tuple[DocumentType, ...]) -> Types:
    return Types(known_types(own))
