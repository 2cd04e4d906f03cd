"""Calls: of methods, of the project's own functions and classes, and of what Python has ready, which the runtime has as well."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable
from typing import Any

from build_tools.browser.comprehensions import Comprehensions
from build_tools.browser.printer import BOOLEAN

BUILT_IN = frozenset(
    (
        *BOOLEAN,
        *("strip", "lstrip", "rstrip", "split", "partition", "rpartition", "find", "rfind", "index", "count", "replace"),
        *("lower", "upper", "casefold", "join", "removeprefix", "removesuffix", "translate", "splitlines"),
        *("append", "extend", "insert", "pop", "clear", "copy", "reverse", "sort", "remove"),
    )
)
"""Methods of strings and lists."""
_KEYWORDS = {"split": ("sep", "maxsplit"), "sort": ("key", "reverse"), "isoformat": ()}


class Calls(Comprehensions):
    """Prints calls."""

    def _call(self, node: ast.Call) -> str:
        called = node.func.value if isinstance(node.func, ast.Subscript) else node.func  # "set[str]()"
        known, value = self.known(called)
        if known and (called is node.func or isinstance(value, type)):
            return self._known(node, value)
        if isinstance(node.func, ast.Attribute):
            return self._method(node, node.func)
        made = "new " if isinstance(node.func, ast.Name) and node.func.id == "cls" else ""
        return f"{made}{self.of(node.func)}({self._arguments(node)})"

    def _arguments(self, node: ast.Call) -> str:
        if node.keywords:
            raise self.fail(node, "keywords of a call that nothing tells")
        return ", ".join(map(self.element, node.args))

    def _method(self, node: ast.Call, func: ast.Attribute) -> str:
        name = self.world.attribute(func.attr)
        if func.attr in ("start", "end", "span") and node.args:
            self.world.locate(node.args[0].value if isinstance(node.args[0], ast.Constant) else None)
        base = self.of(func.value)
        if func.attr in BUILT_IN:
            arguments = self._in_order(node, list(_KEYWORDS.get(func.attr, ())))
            return f"R.m.{func.attr}({', '.join([base, *arguments])})"
        if hasattr(str, func.attr) and not hasattr(dict, func.attr) and not hasattr(set, func.attr) and not self.world.is_method(func.attr):
            raise self.fail(node, f"the method {func.attr} of texts")
        if node.keywords:
            signature = self.world.signature(func.attr)
            if signature is None:
                raise self.fail(node, f"keywords of the method {func.attr}")
            names = [parameter for parameter in signature.parameters if parameter not in ("self", "cls")]
            return f"{base}.{name}({', '.join(self._in_order(node, names))})"
        return f"{base}.{name}({self._arguments(node)})"

    def _in_order(self, node: ast.Call, names: list[str]) -> list[str]:
        """The arguments in the order of the parameters ``names``; what is left out in between is undefined."""
        made = [self.element(argument) for argument in node.args]
        given = {keyword.arg: self.of(keyword.value) for keyword in node.keywords}
        if unknown := [name for name in given if name not in names]:
            raise self.fail(node, f"argument {unknown}")
        for name in names[len(made) :]:
            made.append(given.pop(name, "undefined"))
        while made and made[-1] == "undefined":
            made.pop()
        return made

    def _known(self, node: ast.Call, value: Any) -> str:
        """A call of something that is there before anything runs: a function of the project, a class, or one of Python's own."""
        own: str | None = getattr(value, "__module__", None)
        name = getattr(value, "__name__", "")
        if own == "builtins" or (own is None and isinstance(getattr(value, "__self__", None), type)):
            return self._builtin(node, value, name)
        if own == "re" or (own == "unicodedata"):
            return self._library(node, name)
        if name == "replace" and own in ("dataclasses", "msgspec.structs", "msgspec._core"):
            return f"R.replace({self.of(node.args[0])}, {self._options(node, self.world.attribute)})"
        if own in ("_bisect", "itertools", "collections"):
            return f"R.{name}({self._arguments(node)})"
        if own == "build_tools.messages.catalogue" and name == "say":
            return f"R.say({self.of(node.args[0])}, {self._options(node, str)})"
        told = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
        if told and len(told) == len(node.args) and (own or "").startswith("build_tools.lexicon."):
            return self.world.value(value(*told))  # a list of the lexicon, as it stands now
        if not node.args and not node.keywords and hasattr(value, "cache_info"):
            return self.world.value(value())  # made once and for all: now
        function = self.world.value(value)
        if [keyword.arg for keyword in node.keywords] == [None] and not node.args:
            return f"R.filled({function}, {self.of(node.keywords[0].value)})"
        signature = inspect.signature(value)
        names = list(signature.parameters)
        arguments = ", ".join(self._in_order(node, names)) if node.keywords else self._arguments(node)
        return f"new {function}({arguments})" if isinstance(value, type) else f"{function}({arguments})"

    def _options(self, node: ast.Call, named: Callable[[str], str]) -> str:
        return "{" + ", ".join(f"{named(keyword.arg or '')}: {self.of(keyword.value)}" for keyword in node.keywords) + "}"

    def _library(self, node: ast.Call, name: str) -> str:
        arguments = list(map(self.element, node.args))
        if name == "normalize":
            return f"{arguments[1]}.normalize({arguments[0]})"
        pattern = node.args[0]
        flags = next((argument for argument in node.args[2:]), None)
        if name == "compile":
            return self.world.value(self._pattern(node, pattern, flags))
        first = self.world.value(self._pattern(node, pattern, None)) if isinstance(pattern, ast.Constant) else self.of(pattern)
        return f"{first}.{name}({', '.join(arguments[1:])})"

    def _pattern(self, node: ast.Call, pattern: ast.expr, flags: ast.expr | None) -> Any:
        if flags is not None or not isinstance(pattern, ast.Constant):
            raise self.fail(node, "a regular expression that is put together while the program runs")
        return re.compile(pattern.value)

    def _builtin(self, node: ast.Call, value: Any, name: str) -> str:
        owner = getattr(value, "__self__", None)
        if name == "fromkeys":
            return f"R.fromkeys({self._arguments(node)})"
        if isinstance(owner, type):
            raise self.fail(node, f"{owner.__name__}.{name}")
        if name in ("any", "all") and isinstance(node.args[0], ast.GeneratorExp):
            return self.quantified(node.args[0], name)
        if name == "next" and isinstance(node.args[0], ast.GeneratorExp):
            default = self.of(node.args[1]) if len(node.args) > 1 else "undefined"
            one = node.args[0]
            if len(one.generators) == 1:
                return self.one_by_one("first", one.generators[0], lambda inner: inner.of(one.elt), default)
            return self.gathered(one.generators, lambda inner: f"return {inner.of(one.elt)};", "", default)
        if name == "isinstance":
            return f"R.isinstance({self.of(node.args[0])}, {self._types(node.args[1])})"
        if name in ("min", "max"):
            keywords = {keyword.arg: self.of(keyword.value) for keyword in node.keywords}
            items = self.of(node.args[0]) if len(node.args) == 1 else f"[{', '.join(map(self.element, node.args))}]"
            more = [keywords.get("key", "null"), keywords["default"]] if "default" in keywords else [keywords["key"]] if keywords else []
            return f"R.{name}({', '.join([items, *more])})"
        if name == "sorted":
            return f"R.sorted({', '.join(self._in_order(node, ['iterable', 'key', 'reverse']))})"
        if any(keyword.arg != "strict" for keyword in node.keywords):
            raise self.fail(node, f"keywords of {name}")
        return f"R.{name}({', '.join(map(self.element, node.args))})"

    def _types(self, node: ast.expr) -> str:
        if isinstance(node, ast.BinOp):
            return f"[...{self._types(node.left)}, ...{self._types(node.right)}]"
        if isinstance(node, ast.Tuple):
            return f"[{', '.join(map(self.of, node.elts))}]"
        return f"[{self.of(node)}]"
