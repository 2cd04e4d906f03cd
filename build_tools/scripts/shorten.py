"""Our scripts as readers get them: no comments, no needless blanks, short names for what only one script can see.

A variable's name becomes another one everywhere in a script or nowhere, so that scopes stay what they are; what is declared nowhere, being
the browser's, stays. Properties, keys and methods keep their names; "{ name }" is both, and told as "{ name: n }".
``tests/scripts/test_shorten.py`` proves that both scripts say the same, by their syntax trees and scopes.

Why this is ours (November 2026): esbuild and terser need Node, which whoever builds a site need not have; minify-html leaves names and
comments as they are; tdewolff-minify (5 % smaller) has no package for Apple's own processors, so a fresh machine could not build.
"""

from __future__ import annotations

import itertools
import re
import string
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(
    r"(?P<blank>[^\S\n]+|//[^\n]*|/\*.*?\*/)|(?P<line>\n)"
    r"|(?P<text>\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*')"
    r"|(?P<name>[A-Za-z_$][\w$]*)|(?P<number>[0-9][\w.]*)"
    r"|(?P<sign>=>|\?\.(?![0-9])|\.\.\.|\+\+|--|.)",
    re.DOTALL,
)
_TEMPLATE = re.compile(r"[`}](?:[^`\\$]|\\.|\$(?!\{))*(?:`|\$\{)", re.DOTALL)
_PATTERN = re.compile(r"/(?![/*])(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
_LANGUAGE = """arguments async await break case catch class const continue default delete do else extends false finally for function get
globalThis if in instanceof let new null of return set static super switch this throw true try typeof undefined var void while with yield"""
_WORDS = frozenset(_LANGUAGE.split())
_BEFORE_OPERAND = frozenset(["return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do", "await"])
_OPENS, _CLOSES = {"(": ")", "[": "]", "{": "}"}, frozenset(")]}")
_DECLARES = frozenset(["const", "let", "var", "function", "class"])
_STATEMENTS = frozenset(["if", "for", "while", "switch", "with"])
_BEFORE_OBJECT = frozenset(["(", ",", "=", ":", "[", "?", "&", "|", "...", "return", "const", "let", "var"])
_TEMPLATE_OPENS = "${"
_GOES_ON = re.compile(r"^(?:[{(\[,;:?=]|=>)$")
"""Signs behind which the end of a line ends no statement; none does before a bracket that closes, either."""


class Role(Enum):
    """What a name is: no variable (a property, a key, a method, a word of the language), a variable, or both a key and a variable."""

    NONE, VARIABLE, BOTH = range(3)


class Token(NamedTuple):
    """A piece of a script: ``kind`` is a group of ``_TOKEN``, "template" or "pattern"; ``line``: a line begins with it."""

    kind: str
    text: str
    line: bool


@lru_cache(maxsize=16)
def shortened(code: str) -> str:
    """The same script in fewer bytes."""
    tokens = list(_tokens(code))
    roles = _roles(tokens)
    names = _short_names(tokens, roles)
    out: list[str] = []
    before = "\n"
    for token, role in zip(tokens, roles, strict=True):
        short = names.get(token.text, token.text)
        text = f"{token.text}:{short}" if role is Role.BOTH and short != token.text else short if role is Role.VARIABLE else token.text
        if token.line and out and not (_GOES_ON.search(before) or (token.kind == "sign" and token.text in _CLOSES)):
            out.append("\n")
        elif _would_join(before, text):
            out.append(" ")
        out.append(text)
        before = text
    return "".join(out) + "\n"


def _tokens(code: str) -> Iterator[Token]:
    at, line, before, open_ = 0, False, Token("line", "", True), list[str]()
    while at < len(code):
        kind, match = _match(code, at, before, open_)
        at = match.end()
        text = match.group()
        if kind in ("blank", "line"):
            line = line or "\n" in text
            continue
        _follow(open_, kind, text)
        before = Token(kind, text, line)
        line = False
        yield before


def _match(code: str, at: int, before: Token, open_: Sequence[str]) -> tuple[str, re.Match[str]]:
    """What stands at a place, given the token before it and the brackets that are open."""
    if code[at] == "`" or (code[at] == "}" and open_ and open_[-1] == _TEMPLATE_OPENS):
        found = _TEMPLATE.match(code, at)
        if found:
            return "template", found
    elif code[at] == "/" and _operand_follows(before):
        found = _PATTERN.match(code, at)
        if found:
            return "pattern", found
    match = _TOKEN.match(code, at)
    assert match is not None
    return match.lastgroup or "sign", match


def _operand_follows(before: Token) -> bool:
    if before.kind == "name":
        return before.text in _BEFORE_OPERAND
    return before.kind in ("sign", "line") and before.text not in (")", "]", "}")


def _follow(open_: list[str], kind: str, text: str) -> None:
    """Brackets that are open after a token."""
    if kind == "template":
        if text[0] == "}":
            open_.pop()
        if text.endswith(_TEMPLATE_OPENS):
            open_.append(_TEMPLATE_OPENS)
    elif kind == "sign" and text in _OPENS:
        open_.append(text)
    elif kind == "sign" and text in _CLOSES:
        open_.pop()


def _would_join(before: str, text: str) -> bool:
    """Would two tokens be another one, without a blank between them?"""
    one, two = before[-1], text[0]
    return (_is_letter(one) and _is_letter(two)) or (one == two and one in "+-/")


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign in "_$"


def _short_names(tokens: Sequence[Token], roles: Sequence[Role]) -> dict[str, str]:
    """What names become, the shortest for those that stand most often."""
    uses = Counter(token.text for token, role in zip(tokens, roles, strict=True) if role in (Role.VARIABLE, Role.BOTH))
    declared = _declared(tokens, roles)
    free = ("".join(found) for size in (1, 2, 3) for found in itertools.product(string.ascii_letters, repeat=size))
    short = (name for name in free if name not in _WORDS and (name in declared or name not in uses))
    chosen = sorted(declared, key=lambda name: (-uses[name], name))
    return dict(zip(chosen, short, strict=False))


def _roles(tokens: Sequence[Token]) -> list[Role]:
    """What each token is as a name."""
    ends = _ends(tokens)
    objects = {at for at in ends if tokens[at].text == "{" and _text(tokens, at - 1) in _BEFORE_OBJECT}
    inside = _inside(tokens, objects, ends)
    out = []
    for at, token in enumerate(tokens):
        before, after = _text(tokens, at - 1), _text(tokens, at + 1)
        if token.kind != "name" or token.text in _WORDS or before in (".", "?."):
            out.append(Role.NONE)
        elif after == "(" and before != "function" and _text(tokens, ends[at + 1] + 1) == "{":
            out.append(Role.NONE)  # a method
        elif inside[at] and before in ("{", ",") and after == ":":
            out.append(Role.NONE)
        else:
            out.append(Role.BOTH if inside[at] and before in ("{", ",") and after in (",", "}", "=") else Role.VARIABLE)
    return out


def _ends(tokens: Sequence[Token]) -> dict[int, int]:
    """Where each bracket ends."""
    open_: list[int] = []
    ends = {}
    for at, token in enumerate(tokens):
        if (token.kind == "sign" and token.text in _CLOSES) or (token.kind == "template" and token.text[0] == "}"):
            ends[open_.pop()] = at
        if (token.kind == "sign" and token.text in _OPENS) or (token.kind == "template" and token.text.endswith(_TEMPLATE_OPENS)):
            open_.append(at)
    return ends


def _inside(tokens: Sequence[Token], objects: set[int], ends: dict[int, int]) -> list[bool]:
    """Is the innermost bracket around each token that of an object, or of a pattern that takes one apart?"""
    out, open_ = [], [-1]
    last = set(ends.values())
    for at in range(len(tokens)):
        if at in last:
            open_.pop()
        out.append(open_[-1] in objects)
        if at in ends:
            open_.append(at)
    return out


def _text(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


def _declared(tokens: Sequence[Token], roles: Sequence[Role]) -> set[str]:
    """Names that the script declares as variables: after a word that does so, after a comma with a value, as parameters, or taken from an
    object."""
    ends = _ends(tokens)
    found: set[str] = set()
    for at, (token, role) in enumerate(zip(tokens, roles, strict=True)):
        before, after = _text(tokens, at - 1), _text(tokens, at + 1)
        if role is Role.BOTH or (role is Role.VARIABLE and (before in _DECLARES or after == "=>" or (before == "," and after == "="))):
            found.add(token.text)
        elif token.kind == "sign" and token.text in ("(", "[") and _takes_names(tokens, at, ends[at]):
            found.update(_listed(tokens, at, ends[at]))
    return found


def _takes_names(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Are parameters, or variables in a row, between these brackets?"""
    if tokens[start].text == "[":
        return _text(tokens, start - 1) in ("const", "let") or (_text(tokens, end + 1) == "=" and _text(tokens, end + 2) != "=")
    return _text(tokens, end + 1) == "=>" or (_text(tokens, end + 1) == "{" and _text(tokens, start - 1) not in _STATEMENTS)


def _listed(tokens: Sequence[Token], start: int, end: int) -> Iterator[str]:
    for at in range(start + 1, end):
        if tokens[at].kind == "name" and _text(tokens, at - 1) in ("(", "[", ",", "...") and _text(tokens, at + 1) in (",", ")", "]", "="):
            yield tokens[at].text
