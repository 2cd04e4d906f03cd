"""What a function of this project reaches, printed for browsers: one grammar, written once, read by both.

Beginning at an entry, every function, class and table that it reaches is printed: functions from their source, tables as they stand when
the site is built (patterns through ``patterns``). Of classes only the methods and fields that something asks for are kept. What one
language has and the other lacks stands in ``runtime.js``.
"""

from __future__ import annotations

import builtins
import dataclasses
import inspect
import json
import re
import sys
from collections.abc import Callable, Mapping
from functools import cached_property
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType
from typing import Any

from build_tools.browser.characters import classes
from build_tools.browser.functions import function
from build_tools.browser.names import Names, Pieces
from build_tools.browser.objects import CACHED, PACKAGE, definition, fields, fields_with_defaults, methods
from build_tools.browser.tables import Tables, by_pattern, held, usual, written
from build_tools.browser.world import NotTranslatedError


@dataclasses.dataclass(frozen=True, slots=True)
class Method:
    """A method of a class that was reached."""

    owner: type
    name: str


@dataclasses.dataclass(frozen=True)
class Known:
    """What is known before anything is printed.

    ``given``: functions of the project whose value for the one argument that they are called with stands already (what follows from the
    register); ``natives``: functions ("module:name") for which the runtime has its own; ``without``: fields of tables that are only handed
    on; ``open``: attributes that scripts written by hand know by name, or that a text may name; ``loose``: names of methods that may be
    taken from their object before they are called (None: any class's).
    """

    given: Mapping[Callable[..., Any], Any]
    natives: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    open: frozenset[str] = frozenset()
    loose: frozenset[str] | None = None
    often: frozenset[str] | None = None
    """Pieces of patterns that stand in several (None: any may)."""


class Program:
    """What is reached, and how it is printed."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.given = {id(inspect.unwrap(key)): value for key, value in known.given.items()}
        self.attributes: set[str] = set()
        self.called: set[Method] = set()
        """Methods of classes that are called by the name of the class."""
        self.names = Names(known.open)
        self.pieces = Pieces(known.often)
        self.told: dict[int, str] = {}
        """The names of values, by their identity."""
        self.kept: list[Any] = []
        """Values under ``told``, so that no other takes their identity."""
        self.functions: dict[str, str] = {}
        self.classes: dict[type, str] = {}
        self.methods: dict[Method, str] = {}
        self.tables: dict[str, Any] = {}
        self.first: dict[tuple[type, Any], Any] = {}
        self.unhashed: dict[type, list[Any]] = {}
        self.pending: list[Callable[[], None]] = []
        self.left_out: dict[str, str] = {}
        """Methods that nothing should ask for, and why they could not be printed."""

    def script(self, exported: Mapping[str, Any]) -> str:
        """The program with ``exported`` (name → function or class) as the properties of ``chiNam.reader``."""
        names = {name: self.value(value) for name, value in exported.items()}
        before = -1
        while before != (before := self._size()):
            while self.pending:
                self.pending.pop()()
            self._more_methods()
            self._walk_tables()
        tables = Tables(self).printed(self.tables)
        kinds = [self._class(kind, name) for kind, name in self.classes.items()]
        shared = [f"{name} = String.raw`{text}`" for text, name in self.pieces.shared.items()]
        functions = [f"{name} = {text}" for name, text in self.functions.items()]
        functions.sort(key=lambda text: (text[:60].count(","), len(text)))  # what is alike lies near: it is packed better
        tables.sort(key=by_pattern)
        out = ", ".join(f"{name}: {value}" for name, value in names.items())
        ranges = f"R.classes({json.dumps(classes(), ensure_ascii=False)});"
        constants = f"const {', '.join((*functions, *shared, *tables))};"
        head = ("(function () {", '"use strict";', "const R = chiNam.runtime;")
        return "\n".join((*head, *kinds, ranges, constants, f"chiNam.reader = {{ {out} }};", "})();", ""))

    def _size(self) -> int:
        """Grows as long as more is reached."""
        return sum(len(found) for found in (self.functions, self.classes, self.methods, self.attributes, self.tables))

    # what functions ask (see ``expressions.World``)

    def named(self, module: ModuleType, name: str) -> Any:
        """The value of a global name."""
        if hasattr(module, name):
            return getattr(module, name)
        return getattr(builtins, name)

    def attribute(self, name: str) -> str:
        """The name in the script of something's attribute, which is asked for from now on."""
        self.attributes.add(name)
        return self.names.field(name)

    def is_method(self, name: str) -> bool:
        """Whether some class has a method of that name."""
        return name in (methods() if self.known.loose is None else self.known.loose)

    def signature(self, method: str) -> inspect.Signature | None:
        """The parameters of the one method of that name."""
        found = {str(inspect.signature(one)): inspect.signature(one) for one in methods().get(method, ())}
        return next(iter(found.values())) if len(found) == 1 else None

    def value(self, value: Any) -> str:
        """A Python value as JavaScript."""
        text = written(value)
        if text is not None:
            return text
        value = self.one(value)
        if id(value) in self.told:
            return self.told[id(value)]
        if isinstance(value, type):
            return self._class_name(value)
        if isinstance(value, MethodType):
            owner = value.__self__
            self.called.add(Method(owner if isinstance(owner, type) else type(owner), value.__name__))
            return f"{self.value(owner)}.{self.attribute(value.__name__)}"
        if isinstance(value, FunctionType | CACHED):
            return self._function_name(value)
        if isinstance(value, BuiltinFunctionType) or type(value).__name__ == "method_descriptor":
            return f"R.m.{value.__name__}" if type(value).__name__ == "method_descriptor" else f"R.{value.__name__}"
        if isinstance(value, ModuleType):
            raise NotTranslatedError(f"the module {value.__name__}")
        return self._table_name(value)

    def one(self, value: Any) -> Any:
        """The first met of equal patterns and records: how many objects they are hangs on what this process did before."""
        kind = type(value)
        if not (kind is re.Pattern or fields(kind)) or isinstance(value, type):
            return value
        try:
            return self.first.setdefault((kind, value), value)
        except TypeError:  # it holds what has no hash
            others = self.unhashed.setdefault(kind, [])
            found = next((other for other in others if other is value or other == value), None)
            if found is None:
                others.append(value)
            return value if found is None else found

    # functions

    def _remember(self, value: Any, name: str) -> str:
        self.told[id(value)] = name
        self.kept.append(value)
        return name

    def _function_name(self, value: Any) -> str:
        inner = inspect.unwrap(value)  # what decorators of memory wrap
        path = f"{inner.__module__}:{inner.__qualname__}"
        if path in self.known.natives:
            return self._remember(value, f"R.natives.{inner.__name__}")
        name = self._remember(value, self.names.fresh())
        self.functions[name] = ""
        self.pending.append(lambda: self._print_function(value, inner, name))
        return name

    def _print_function(self, value: Any, inner: Any, name: str) -> None:
        if id(inner) in self.given:
            self.functions[name] = f"() => {self.value(self.given[id(inner)])}"
            return
        parameters = inspect.signature(inner).parameters
        if isinstance(value, CACHED) and not parameters:
            self.functions[name] = f"() => {self.value(value())}"
            return
        if isinstance(value, CACHED) and [parameter.annotation for parameter in parameters.values()] == ["bool"]:
            self.functions[name] = f"asked => asked ? {self.value(value(True))} : {self.value(value(False))}"
            return
        text = function(self, sys.modules[inner.__module__], definition(inner))
        if isinstance(value, CACHED):
            text = f"R.memo({text})"
        elif value is not inner:
            text = f"R.same({text})"
        self.functions[name] = text

    # classes

    def _class_name(self, kind: type) -> str:
        if kind in self.classes:
            return self.classes[kind]
        if kind.__module__ == "builtins":
            return f"R.types.{kind.__name__}"
        if not kind.__module__.startswith(PACKAGE):
            raise NotTranslatedError(f"the class {kind.__module__}.{kind.__name__}")
        self.classes[kind] = self.names.fresh()
        return self.classes[kind]

    def _more_methods(self) -> None:
        """Take up methods of reached classes that something asks for."""
        for kind in list(self.classes):
            for name in vars(kind):
                made = Method(kind, name)
                if made in self.methods or not (name in self.attributes or name in ("__init__", "__post_init__", "__len__")):
                    continue
                if isinstance(vars(kind)[name], classmethod) and made not in self.called:
                    continue
                try:
                    text = self._method(kind, name)
                except NotTranslatedError as error:
                    self.left_out[f"{kind.__name__}.{name}"] = str(error)  # it bears the name of one that is asked for, no more
                    continue
                if text:
                    self.methods[made] = text

    def _method(self, kind: type, name: str) -> str:
        value = vars(kind)[name]
        module = sys.modules[kind.__module__]
        if isinstance(value, classmethod):
            return function(self, module, definition(value.__func__), kind="static")
        if isinstance(value, cached_property):
            return function(self, module, definition(value.func), kind="once")
        if isinstance(value, property):
            return function(self, module, definition(value.fget), kind="get")
        if not isinstance(value, FunctionType) or (name in ("__init__",) and fields(kind)) or value.__module__ != kind.__module__:
            return ""
        return function(self, module, definition(value), kind="constructor" if name == "__init__" else "method")

    def _class(self, kind: type, name: str) -> str:
        body = " ".join(text for made, text in self.methods.items() if made.owner is kind)
        if not (shown := " ".join(map(self.names.field, fields(kind)))):
            return f"class {name} {{ {body} }}"
        defaults = {self.names.field(field): usual(value) for field, value in fields_with_defaults(kind).items()}
        told = json.dumps({field: value for field, value in defaults.items() if value is not None}, separators=(",", ":"))
        tuples = ", 1" if issubclass(kind, tuple) else ""
        return f'class {name} extends R.record("{shown}", {told}{tuples}) {{ {body} }}'

    # tables

    def _table_name(self, value: Any) -> str:
        name = self._remember(value, self.names.fresh())
        self.tables[name] = value
        return name

    def _walk_tables(self) -> None:
        """Find the classes and functions that tables hold."""
        seen: set[int] = set()

        def walk(value: Any) -> None:
            if written(value) is not None or id(value) in seen:
                return
            seen.add(id(value))
            if isinstance(value, FunctionType | CACHED | type):
                self.value(value)
                return
            if fields(type(value)):
                self._class_name(type(value))
            for item in held(value, self.asked):
                walk(item)

        for value in list(self.tables.values()):
            walk(value)

    def locate(self, group: Any) -> None:
        """Take note that the place of a pattern's group is asked for (None: of some group)."""
        self.pieces.locate(group)

    def asked(self, kind: type, field: str) -> bool:
        """Whether a field of a table's values is of use."""
        return field in self.attributes and not {field, f"{kind.__name__}.{field}"} & self.known.without


__all__ = ["Known", "Program"]
