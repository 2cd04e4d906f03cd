"""Python's regular expressions as JavaScript's: the same matches on the same text, for browsers since 2020.

A pattern is parsed by Python itself and printed anew from its tree, so that no notation of one language is left to mean something else in
the other. Letters and digits are those of Unicode, as in Python, but written as ranges (``classes``): with the flag ``u`` a browser takes
a hundred times as long to get a pattern ready. Case that does not count is written out, or told by a flag where it never does. Every
group has a name (``g1``, ``g2`` …); since browsers of that age do not tell where a group was found, what stands before a group is a group
too (``p1`` …), from whose length the runtime knows it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from re import _constants as sre  # type: ignore[attr-defined]  # the parser of ``re`` has no public name
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from build_tools.browser.cases import Item, Tree, any_case, both_cases, folded, is_either_case, within
from build_tools.browser.characters import class_letter, letter
from build_tools.browser.world import NotTranslatedError

_WORD, _DIGIT, _SPACE, _ALPHABETIC = "@w", "@d", "@s", "@l"
"""Stand for ranges inside a class; the runtime puts those in the place of these (see ``classes``)."""
_LETTER = f"[{_ALPHABETIC}]"
"""What Python's ``[^\\W\\d_]`` is: any letter, and what counts as one there (raised digits among them)."""
_CLASSES = {
    sre.CATEGORY_WORD: _WORD,
    sre.CATEGORY_DIGIT: _DIGIT,
    sre.CATEGORY_SPACE: _SPACE,
}
_NEGATED = {sre.CATEGORY_NOT_WORD: _WORD, sre.CATEGORY_NOT_SPACE: _SPACE, sre.CATEGORY_NOT_DIGIT: _DIGIT}
BLANK = r"\x20\n"
"""The class of a blank or a line end, which most patterns have: it is written as a plain blank, and the runtime puts it back. So is "~"
before a letter of which the capital will do as well."""
_SHARED = 160
"""Alternatives at least so long are written once and named in all patterns that have them."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A pattern for JavaScript. ``groups`` are the numbers of its named groups; ``places``: group → names of what stands before it."""

    source: str
    groups: dict[str, int]
    count: int
    places: dict[int, tuple[str, ...]]
    any_case: bool


@dataclass
class _Printer:
    """Prints one tree. ``share`` takes long alternatives and gives the text that stands for them."""

    flags: int
    share: Callable[[str], str]
    written: bool = True
    """Both cases of a letter are written out; else a flag says that case does not count."""
    located: frozenset[int] = frozenset()
    """Groups whose place is asked for."""
    places: dict[int, tuple[str, ...]] = field(default_factory=dict)
    marks: int = 0

    def sequence(self, tree: Tree, fold: bool, before: tuple[str, ...] | None = None) -> str:
        """The items one after another. ``before``: what leads here, where the place of groups in here can be told; else None."""
        made: list[str] = []
        run: list[str] = []
        items = list(tree)
        for index, item in enumerate(items):
            if before is None or not self._has_group(item):
                run.append(self.item(item, fold))
                continue
            if run:
                mark = self._mark()
                made.append(f"(?<{mark}>{''.join(run)})")
                before, run = (*before, mark), []
            printed, name = self._located(item, fold, before, last=not any(map(self._has_group, items[index + 1 :])))
            made.append(printed)
            before = (*before, name) if name else before
        return "".join((*made, *run))

    def _has_group(self, item: Item) -> bool:
        """Whether an item has a group whose place may be asked for."""
        operation, argument = item
        if operation is sre.SUBPATTERN and argument[0] in self.located:
            return True
        once = operation in (sre.SUBPATTERN, sre.BRANCH) or _is_optional(item)
        return once and any(map(self._has_group, within(item)))

    def _mark(self) -> str:
        self.marks += 1
        return f"p{self.marks}"

    def _located(self, item: Item, fold: bool, before: tuple[str, ...], *, last: bool) -> tuple[str, str]:
        """An item with groups, and the name under which its own length is known to what follows it ("" where nothing does)."""
        operation, argument = item
        if operation is sre.SUBPATTERN and argument[0] is not None and not argument[2]:
            number, inside = argument[0], argument[3]
            self.places[number] = before
            return f"(?<g{number}>{self.sequence(inside, folded(fold, argument), before)})", f"g{number}"
        if _is_optional(item):
            lazy = "?" if operation is sre.MIN_REPEAT else ""
            inside = f"(?:{self.sequence(argument[2], fold, before)})?{lazy}"
        elif operation is sre.BRANCH:
            inside = "(?:" + "|".join(self.sequence(one, fold, before) for one in argument[1]) + ")"
        elif operation is sre.SUBPATTERN and not argument[2]:
            inside = f"(?:{self.sequence(argument[3], folded(fold, argument), before)})"
        else:  # a group inside a repeat or a look-around: where it was found is not told
            inside = self.item(item, fold)
        if last:
            return inside, ""
        mark = self._mark()
        return f"(?<{mark}>{inside})", mark

    def item(self, item: Item, fold: bool) -> str:
        """One item."""
        operation, argument = item
        match operation:
            case sre.LITERAL:
                return self._literal(argument, fold)
            case sre.NOT_LITERAL:
                return f"[^{''.join(map(class_letter, self._cases(argument, fold)))}]"
            case sre.ANY:
                return r"[\s\S]" if self.flags & re.DOTALL else r"[^\n]"
            case sre.IN:
                return self._class(argument, fold)
            case sre.BRANCH:
                return self._branch(argument[1], fold)
            case sre.SUBPATTERN:
                number = argument[0]
                text = self.sequence(argument[3], folded(fold, argument))
                return text if number is None else f"(?<g{number}>{text})"
            case sre.MAX_REPEAT | sre.MIN_REPEAT:
                return self._repeat(argument, fold) + ("?" if operation is sre.MIN_REPEAT else "")
            case sre.ASSERT | sre.ASSERT_NOT:
                behind, inside = argument
                sign = ("<" if behind < 0 else "") + ("=" if operation is sre.ASSERT else "!")
                return f"(?{sign}{self.sequence(inside, fold)})"
            case sre.GROUPREF:
                return rf"\k<g{argument}>"
            case sre.AT:
                return self._at(argument)
        raise NotTranslatedError(f"{operation} in a regular expression")

    def _at(self, place: Any) -> str:
        many = self.flags & re.MULTILINE
        word, none = f"[{_WORD}]", f"[^{_WORD}]"
        match place:
            case sre.AT_BEGINNING:
                return r"(?<![^\n])" if many else "^"
            case sre.AT_BEGINNING_STRING:
                return "^"
            case sre.AT_END:
                return r"(?![^\n])" if many else r"(?=\n?$)"
            case sre.AT_END_STRING:
                return "$"
            case sre.AT_BOUNDARY:
                return f"(?:(?<={word})(?!{word})|(?<!{word})(?={word}))"
            case sre.AT_NON_BOUNDARY:
                return f"(?:(?<={word})(?={word})|(?<!{word})(?!{word}))"
        raise NotTranslatedError(f"{place} in a regular expression {none}")

    def _literal(self, code: int, fold: bool) -> str:
        cases = self._cases(code, fold)
        if len(cases) == 2 and both_cases(cases):
            return f"~{chr(code).lower()}"
        return letter(code) if len(cases) == 1 else f"[{''.join(map(class_letter, cases))}]"

    def _cases(self, code: int, fold: bool) -> tuple[int, ...]:
        letter = chr(code)
        if not fold or not self.written:
            return (code,)
        return tuple(dict.fromkeys(ord(form) for form in (letter, letter.lower(), letter.upper()) if len(form) == 1))

    def _branch(self, branches: Iterable[Tree], fold: bool) -> str:
        text = "|".join(self.sequence(one, fold) for one in branches)
        if len(text) >= _SHARED and (named := self.share(told := _shorter(text))) != told:
            return f"(?:{named})"
        return f"(?:{text})"

    def _repeat(self, argument: tuple[int, Any, Tree], fold: bool) -> str:
        least, most, inside = argument
        text = self.sequence(inside, fold)
        kind = inside[0][0] if len(inside) == 1 else None
        grouped = kind is sre.SUBPATTERN and inside[0][1][0] is not None
        one = grouped or kind in (sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.IN, sre.BRANCH)
        text = text if one else f"(?:{text})"
        if most is sre.MAXREPEAT:
            return text + {0: "*", 1: "+"}.get(least, f"{{{least},}}")
        return text + ("?" if (least, most) == (0, 1) else f"{{{least}}}" if least == most else f"{{{least},{most}}}")

    def _class(self, items: list[Item], fold: bool) -> str:
        if is_either_case(items):
            return self._literal(items[0][1], fold=True).lower()
        negate = items[0][0] is sre.NEGATE
        inside: list[str] = []
        words: list[str] = []
        for operation, argument in items[1:] if negate else items:
            if operation is sre.LITERAL:
                inside += map(class_letter, self._cases(argument, fold))
            elif operation is sre.RANGE:
                inside += self._range(argument, fold)
            elif argument in _CLASSES:
                inside.append(_CLASSES[argument])
            elif argument in _NEGATED:
                words.append(_NEGATED[argument])
            else:
                raise NotTranslatedError(f"{operation} {argument} in a class")
        text = "".join(inside)
        if text == BLANK and not negate and not words:
            return " "
        if not words:
            return f"[{'^' if negate else ''}{text}]"
        if len(words) > 1:
            raise NotTranslatedError("two negated classes in one")
        if negate:  # neither a non-word nor any of the others: a word that is none of them
            return _LETTER if words[0] == _WORD and sorted(inside) == sorted([_DIGIT, "_"]) else f"(?:(?![{text}])[{words[0]}])"
        return f"(?:[{text}]|[^{words[0]}])" if text else f"[^{words[0]}]"

    def _range(self, argument: tuple[int, int], fold: bool) -> list[str]:
        first, last = argument
        found = [f"{class_letter(first)}-{class_letter(last)}"]
        if fold and self.written:
            other = sorted(
                {ord(form) for code in range(first, last + 1) for form in (chr(code).lower(), chr(code).upper()) if len(form) == 1}
            )
            found += [class_letter(code) for code in other if not first <= code <= last]
        return found


def printed(
    pattern: re.Pattern[str], share: Callable[[str], str] = lambda text: text, asked: Callable[[int, str], bool] = lambda *_: True
) -> Printed:
    """``pattern`` for JavaScript. Raises ``NotTranslatedError`` for what it has no counterpart of.

    ``asked``: whether anything asks for the place of a group, by its number and name.
    """
    tree = parser.parse(pattern.pattern, pattern.flags)
    names = {number: name for name, number in pattern.groupindex.items()}
    located = frozenset(number for number in range(1, pattern.groups + 1) if asked(number, names.get(number, "")))
    everywhere = any_case(tree, bool(pattern.flags & re.IGNORECASE))
    printer = _Printer(pattern.flags, share, not everywhere, located)
    source = printer.sequence(tree, bool(pattern.flags & re.IGNORECASE), ())
    return Printed(_shorter(source), dict(pattern.groupindex), pattern.groups, printer.places, everywhere)


def _is_optional(item: Item) -> bool:
    """Whether an item may be there once, or not at all."""
    operation, argument = item
    return operation in (sre.MAX_REPEAT, sre.MIN_REPEAT) and tuple(argument[:2]) == (0, 1)


_PLAIN_GROUP = re.compile(r"(\((?:\?:|\?[=!]|\?<[=!]|\?<\w+>)?|\|)\(\?:([^()\[\]\\{}?*+]+)\)(?=[|)])")
"""A group around some of several words, which the bars around it part as well."""
_EITHER_CASE = re.compile(r"~[^\W\d_](?:[ |()?:]*~[^\W\d_])+")


def _shorter(source: str) -> str:
    """The same pattern in fewer letters: words of several without groups of their own, and a run of letters of either case marked once,
    before and after ("~~bến (?:đò|lau)~~" for "~b~ế~n (?:~đ~ò|~l~a~u)")."""
    while (shorter := _PLAIN_GROUP.sub(r"\1\2", source)) != source:
        source = shorter
    return _EITHER_CASE.sub(lambda run: f"~~{run.group().replace('~', '')}~~", source)
