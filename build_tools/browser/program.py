"""A function of this project with all that it calls, as one script for browsers: one grammar, written once, read by both.

Beginning at an entry, every function, class and table that it reaches is printed: functions from their source, tables as they stand when
the site is built (patterns through ``patterns``). Of classes only the methods and fields that something asks for are kept. What one
language has and the other lacks stands in ``runtime.js``.
"""

from __future__ import annotations

import ast
import builtins
import dataclasses
import inspect
import json
import re
import string
import sys
import textwrap
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from pathlib import Path
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType
from typing import Any

import msgspec

from build_tools.browser.expressions import BUILT_IN, NotTranslatedError
from build_tools.browser.functions import function
from build_tools.browser.patterns import classes, printed

PACKAGE = "build_tools"
_CACHED = type(lru_cache(maxsize=1)(lambda: None))
_BY_IDENTITY = "by_identity.<locals>.remembered"


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


def compiled(exported: Mapping[str, Any], known: Known) -> str:
    """The script of ``exported`` (name → function, class or table), which stand in ``chiNam.reader``. Printed twice: only then is it known
    which methods there are."""
    first = Program(known)
    first.script(exported)
    loose = frozenset(made.name for made in first.methods if isinstance(vars(made.owner)[made.name], FunctionType))
    plain = Program(dataclasses.replace(known, loose=loose, often=frozenset()))
    plain.script(exported)  # nothing is shared: each piece is told as it stands
    often = frozenset(text for text, uses in plain.uses.items() if uses > 1)
    script = Program(dataclasses.replace(known, loose=loose, often=often)).script(exported)
    if missing := sorted({*re.findall(r"(?<![$\w])R\.(?:(?:m|natives|types)\.)?(\w+)", script)} - _runtime_names()):
        raise NotTranslatedError(f"what the runtime does not have: {', '.join(missing)}")
    return script


@lru_cache(maxsize=1)
def _runtime_names() -> frozenset[str]:
    text = Path(__file__).with_name("assets").joinpath("runtime.js").read_text(encoding="utf-8")
    told = text[text.index("chiNam.runtime = ") :]
    listed = re.findall(r"\w+", told[: told.index("dict: pairs")])
    return frozenset((*listed, *re.findall(r"^    (\w+)[:(]", text, re.MULTILINE), *re.findall(r"\b(\w+),", text)))


class Program:
    """What is reached, and how it is printed."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.given = {id(_unwrapped(key)): value for key, value in known.given.items()}
        self.attributes: set[str] = set()
        self.called: set[Method] = set()
        """Methods of classes that are called by the name of the class."""
        self.located: set[Any] = set()
        self.open = _RUNTIME | known.open
        self.short: dict[str, str] = {}
        self.names: dict[int, str] = {}
        self.kept: list[Any] = []
        """Values under ``names``, so that no other takes their identity."""
        self.functions: dict[str, str] = {}
        self.classes: dict[type, str] = {}
        self.methods: dict[Method, str] = {}
        self.tables: dict[str, Any] = {}
        self.first: dict[tuple[type, Any], Any] = {}
        self.unhashed: dict[type, list[Any]] = {}
        self.pending: list[Callable[[], None]] = []
        self.shared: dict[str, str] = {}
        self.uses: Counter[str] = Counter()
        self.count = 0
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
        tables = self._tables()
        kinds = [self._class(kind, name) for kind, name in self.classes.items()]
        shared = [f"{name} = String.raw`{text}`" for text, name in self.shared.items()]
        functions = [f"{name} = {text}" for name, text in self.functions.items()]
        functions.sort(key=lambda text: (text[:60].count(","), len(text)))  # what is alike lies near: it is packed better
        tables.sort(key=_by_pattern)
        out = ", ".join(f"{name}: {value}" for name, value in names.items())
        ranges = f"R.classes({json.dumps(classes(), ensure_ascii=False)});"
        constants = f"const {', '.join((*functions, *shared, *tables))};"
        head = ("(function () {", '"use strict";', "const R = chiNam.runtime;")
        return tight("\n".join((*head, *kinds, ranges, constants, f"chiNam.reader = {{ {out} }};", "})();", "")))

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
        return self.field(name)

    def field(self, name: str) -> str:
        """The name in the script of an attribute: its own where somebody else calls it by that, else a short one."""
        if name in self.open or name.startswith("__"):
            return name
        if name not in self.short:
            self.short[name] = f"_{_letters(len(self.short))}"
        return self.short[name]

    def is_method(self, name: str) -> bool:
        """Whether some class has a method of that name."""
        return name in (_methods() if self.known.loose is None else self.known.loose)

    def signature(self, method: str) -> inspect.Signature | None:
        """The parameters of the one method of that name."""
        found = {str(inspect.signature(one)): inspect.signature(one) for one in _methods().get(method, ())}
        return next(iter(found.values())) if len(found) == 1 else None

    def value(self, value: Any) -> str:
        """A Python value as JavaScript."""
        simple = _simple(value)
        if simple is not None:
            return simple
        value = self.one(value)
        if id(value) in self.names:
            return self.names[id(value)]
        if isinstance(value, type):
            return self._class_name(value)
        if isinstance(value, MethodType):
            owner = value.__self__
            self.called.add(Method(owner if isinstance(owner, type) else type(owner), value.__name__))
            return f"{self.value(owner)}.{self.attribute(value.__name__)}"
        if isinstance(value, FunctionType | _CACHED):
            return self._function_name(value)
        if isinstance(value, BuiltinFunctionType) or type(value).__name__ == "method_descriptor":
            return f"R.m.{value.__name__}" if type(value).__name__ == "method_descriptor" else f"R.{value.__name__}"
        if isinstance(value, ModuleType):
            raise NotTranslatedError(f"the module {value.__name__}")
        return self._table_name(value)

    def one(self, value: Any) -> Any:
        """The first met of equal patterns and records: how many objects they are hangs on what this process did before."""
        kind = type(value)
        if not (kind is re.Pattern or _fields(kind)) or isinstance(value, type):
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
        self.names[id(value)] = name
        self.kept.append(value)
        return name

    def _function_name(self, value: Any) -> str:
        inner = _unwrapped(value)
        path = f"{inner.__module__}:{inner.__qualname__}"
        if path in self.known.natives:
            return self._remember(value, f"R.natives.{inner.__name__}")
        name = self._remember(value, self._fresh())
        self.functions[name] = ""
        self.pending.append(lambda: self._print_function(value, inner, name))
        return name

    def _fresh(self) -> str:
        """A further name of the script: none of a variable, which have no "$"."""
        self.count += 1
        return f"${_letters(self.count)}"

    def _print_function(self, value: Any, inner: Any, name: str) -> None:
        if id(inner) in self.given:
            self.functions[name] = f"() => {self.value(self.given[id(inner)])}"
            return
        parameters = inspect.signature(inner).parameters
        if isinstance(value, _CACHED) and not parameters:
            self.functions[name] = f"() => {self.value(value())}"
            return
        if isinstance(value, _CACHED) and [parameter.annotation for parameter in parameters.values()] == ["bool"]:
            self.functions[name] = f"asked => asked ? {self.value(value(True))} : {self.value(value(False))}"
            return
        text = function(self, sys.modules[inner.__module__], _definition(inner))
        if isinstance(value, _CACHED):
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
        self.classes[kind] = self._fresh()
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
            return function(self, module, _definition(value.__func__), kind="static")
        if isinstance(value, cached_property):
            return function(self, module, _definition(value.func), kind="once")
        if isinstance(value, property):
            return function(self, module, _definition(value.fget), kind="get")
        if not isinstance(value, FunctionType) or (name in ("__init__",) and _fields(kind)) or value.__module__ != kind.__module__:
            return ""
        return function(self, module, _definition(value), kind="constructor" if name == "__init__" else "method")

    def _class(self, kind: type, name: str) -> str:
        fields = _fields(kind)
        methods = " ".join(text for made, text in self.methods.items() if made.owner is kind)
        if not fields:
            return f"class {name} {{ {methods} }}"
        usual = {self.field(field): _default(value) for field, value in _fields_with_defaults(kind).items()}
        told = json.dumps({field: value for field, value in usual.items() if value is not None}, separators=(",", ":"))
        tuples = ", 1" if issubclass(kind, tuple) else ""
        shown = " ".join(map(self.field, fields))
        return f'class {name} extends R.record("{shown}", {told}{tuples}) {{ {methods} }}'

    # tables

    def _table_name(self, value: Any) -> str:
        name = self._remember(value, self._fresh())
        self.tables[name] = value
        return name

    def _walk_tables(self) -> None:
        """Find the classes and functions that tables hold."""
        seen: set[int] = set()

        def walk(value: Any) -> None:
            if _simple(value) is not None or id(value) in seen:
                return
            seen.add(id(value))
            if isinstance(value, dict):
                for key, item in value.items():
                    walk(key)
                    walk(item)
            elif fields := _fields(type(value)):
                self._class_name(type(value))
                for field in fields:
                    if self.asked(type(value), field):
                        walk(getattr(value, field))
            elif isinstance(value, tuple | list | set | frozenset):
                for item in value:
                    walk(item)
            elif isinstance(value, FunctionType | _CACHED | type):
                self.value(value)

        for value in list(self.tables.values()):
            walk(value)

    def _tables(self) -> list[str]:
        printer = _Tables(self, self._times())
        for name, value in list(self.tables.items()):
            printer.add(name, value)
        return printer.lines

    def _times(self) -> Counter[int]:
        """By how many places each record is held, under its identity: functions that name it are one more."""
        times: Counter[int] = Counter()

        def walk(value: Any) -> None:
            if _simple(value) is not None or isinstance(value, re.Pattern | FunctionType | _CACHED | type):
                return
            fields = _fields(type(value))
            if fields:
                value = self.one(value)
                times[id(value)] += 1
                if times[id(value)] == 1:
                    for field in fields:
                        if self.asked(type(value), field):
                            walk(getattr(value, field))
            else:
                for item in (part for pair in value.items() for part in pair) if isinstance(value, dict) else value:
                    walk(item)

        for value in self.tables.values():
            walk(value)
        return times

    def locate(self, group: Any) -> None:
        """The place of a group is asked for, by its number or name (None: of any)."""
        self.located.add(group)

    def is_located(self, number: int, name: str) -> bool:
        """Whether the place of a group is asked for."""
        return bool(self.located & {number, name, None})

    def asked(self, kind: type, field: str) -> bool:
        """Whether a field of a table's values is of use."""
        return field in self.attributes and not {field, f"{kind.__name__}.{field}"} & self.known.without

    def share(self, text: str) -> str:
        """The name, inside a template, of a long piece of patterns; itself, where it is known to stand but once."""
        self.uses[text] += 1
        if self.known.often is not None and text not in self.known.often:
            return text
        name = self.shared.setdefault(text, f"S{_letters(len(self.shared))}")
        return f"${{{name}}}"


class _Tables:
    """Prints tables, each before those that hold it; what several hold is printed once, a record that one holds where it is held."""

    def __init__(self, program: Program, times: Counter[int]) -> None:
        self.program = program
        self.times = times
        self.lines: list[str] = []
        self.done: dict[int, str] = {}
        self.kept: list[Any] = []

    def add(self, name: str, value: Any) -> None:
        if id(value) not in self.done:
            text = self._text(value)
            self.lines.append(f"{name} = {text}")
            self._keep(value, name)
        elif self.done[id(value)] != name:
            self.lines.append(f"{name} = {self.done[id(value)]}")

    def _keep(self, value: Any, name: str) -> None:
        self.done[id(value)] = name
        self.kept.append(value)

    def _of(self, value: Any) -> str:
        simple = _simple(value)
        if simple is not None:
            return simple
        value = self.program.one(value)
        if id(value) in self.done:
            return self.done[id(value)]
        if isinstance(value, FunctionType | _CACHED | type):
            return self.program.value(value)
        if (isinstance(value, tuple | list) and not hasattr(value, "_fields")) or self._is_held_once(value):
            return self._text(value)
        name = self.program._fresh()
        self.add(name, value)
        return self.done[id(value)]

    def _text(self, value: Any) -> str:
        if isinstance(value, re.Pattern):
            return self._pattern(value)
        if isinstance(value, dict):
            if value and all(_is_letter(key) and isinstance(to, str) and len(to) == 1 for key, to in value.items()):
                keys = "".join(key if isinstance(key, str) else chr(key) for key in value)
                codes = "true" if isinstance(next(iter(value)), int) else "false"
                return f"R.letters({_simple(keys)}, {_simple(''.join(value.values()))}, {codes})"
            if (field := self._index(value)) is not None:
                return f'R.by({self._list(list(value.values()))}, "{self.program.field(field)}")'
            return f"R.flat([{', '.join(self._of(part) for pair in value.items() for part in pair)}])"
        if isinstance(value, set | frozenset):
            return f"R.set([{', '.join(map(self._of, sorted(value)))}])"
        if _fields(type(value)):
            return f"R.make({self.program.classes[type(value)]}, {self._filled(value)})"
        if isinstance(value, tuple | list):
            return self._list(value)
        if type(value).__module__.startswith(PACKAGE):
            raise NotTranslatedError(f"a {type(value).__name__} among the tables")
        raise NotTranslatedError(f"a {type(value).__name__}: {str(value)[:60]}")

    def _is_held_once(self, value: Any) -> bool:
        """Whether nothing but what is printed now holds a record."""
        return self.times[id(self.program.one(value))] == 1 and bool(_fields(type(value)))

    def _list(self, values: Sequence[Any]) -> str:
        """Values one after another; records of one kind that nothing else holds are told by their fields alone."""
        kinds = {type(value) for value in values}
        if len(values) > 1 and len(kinds) == 1 and all(map(self._is_held_once, values)):
            return f"R.rows({self.program.classes[kinds.pop()]}, [{', '.join(map(self._filled, values))}])"
        return f"[{', '.join(map(self._of, values))}]"

    def _filled(self, value: Any) -> str:
        """The fields of a record that are asked for and have another value than usual."""
        kind: Any = type(value)
        usual = _fields_with_defaults(kind)
        filled = {
            self.program.field(field): self._of(getattr(value, field))
            for field in usual
            if self.program.asked(kind, field) and getattr(value, field) not in (None, usual[field])
        }
        return f"{{ {', '.join(f'{name}: {text}' for name, text in filled.items())} }}"

    def _index(self, value: dict[Any, Any]) -> str | None:
        """The field by which a table holds its rows, where it is one of theirs."""
        kinds = {type(row) for row in value.values()}
        if len(kinds) != 1:
            return None
        kind = kinds.pop()
        fields = [field for field in _fields(kind) if self.program.asked(kind, field)]
        return next((field for field in fields if all(getattr(row, field) == key for key, row in value.items())), None)

    def _pattern(self, value: re.Pattern[str]) -> str:
        made = printed(value, self.program.share, self.program.is_located)
        told: list[Any] = [made.count, made.groups, made.places, int(made.any_case)]
        while told and not told[-1]:
            told.pop()
        source = made.source.replace("`", r"\x60")
        return f"R.pattern({', '.join((f'String.raw`{source}`', *(json.dumps(item, separators=(',', ':')) for item in told)))})"


def _by_pattern(line: str) -> tuple[bool, int]:
    """The order of tables: patterns first, which hold nothing else and lie beside what they share, the longest of them before its like."""
    pattern = "R.pattern(" in line[:40]
    return not pattern, -len(line) * pattern


def _is_letter(key: Any) -> bool:
    return isinstance(key, int) or (isinstance(key, str) and len(key) == 1)


_RUNTIME = frozenset(
    (
        *("start", "end", "span", "group", "groups", "groupdict", "match", "search", "fullmatch", "finditer", "findall", "split", "sub"),
        *("get", "set", "has", "setdefault", "pop", "update", "keys", "values", "items", "add", "discard", "isdisjoint", "size"),
        *BUILT_IN,
    )
)
"""Methods of what the runtime makes."""


def _letters(number: int) -> str:
    """The ``number``-th of the short names."""
    signs = string.ascii_letters
    many, rest = divmod(number, len(signs))
    return (_letters(many - 1) if many else "") + signs[rest]


def _simple(value: Any) -> str | None:
    """A value that is written where it stands."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return None


def _default(value: Any) -> Any:
    """The default of a field, for JSON: None is every field's own."""
    if value is dataclasses.MISSING or not (_simple(value) or value in ((), [], {})):
        return None
    return value


def _unwrapped(value: Any) -> Any:
    """The function that a decorator of memory wraps."""
    if isinstance(value, _CACHED):
        return value.__wrapped__
    if isinstance(value, FunctionType) and value.__qualname__ == _BY_IDENTITY and value.__closure__:
        return next(cell.cell_contents for cell in value.__closure__ if isinstance(cell.cell_contents, FunctionType))
    return value


@cache
def _definition(value: Any) -> ast.FunctionDef:
    """The tree of a function's source; nothing changes it."""
    source = textwrap.dedent(inspect.getsource(value))
    start = value.__code__.co_firstlineno
    node = ast.parse(source).body[0]
    if not isinstance(node, ast.FunctionDef):
        raise NotTranslatedError(f"{value.__module__}:{start}: not a function")
    ast.increment_lineno(node, start - 1)
    return node


def _fields(kind: type) -> list[str]:
    """The fields of a dataclass, a named tuple or a struct, in order; none of any other class."""
    return list(_fields_with_defaults(kind))


@cache
def _fields_with_defaults(kind: Any) -> dict[str, Any]:
    if dataclasses.is_dataclass(kind):
        return {
            field.name: field.default if field.default_factory is dataclasses.MISSING else field.default_factory()
            for field in dataclasses.fields(kind)
        }
    if issubclass(kind, tuple) and hasattr(kind, "_fields"):
        named: Any = kind
        return {name: named._field_defaults.get(name, dataclasses.MISSING) for name in named._fields}
    if issubclass(kind, msgspec.Struct):
        return dict.fromkeys(kind.__struct_fields__, None)
    return {}


@lru_cache(maxsize=1)
def _classes() -> tuple[type, ...]:
    found = {
        value
        for name, module in list(sys.modules.items())
        if name.startswith(PACKAGE) and not name.startswith(f"{PACKAGE}.browser")
        for value in vars(module).values()
        if isinstance(value, type) and value.__module__ == name
    }
    return tuple(sorted(found, key=lambda kind: (kind.__module__, kind.__qualname__)))


@lru_cache(maxsize=1)
def _methods() -> dict[str, list[FunctionType]]:
    found: dict[str, list[FunctionType]] = {}
    for kind in _classes():
        for name, value in vars(kind).items():
            inner = value.__func__ if isinstance(value, classmethod) else value
            if isinstance(inner, FunctionType) and not name.startswith("__"):
                found.setdefault(name, []).append(inner)
    return found


_TEXTS = re.compile(r'"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`')
_BLANKS = re.compile(r"\s*([=,;:{}()\[\]?&|<>!])\s*")
_LAST = re.compile(r";(?=\})")
"""The end of a statement that its block ends as well."""


def tight(script: str) -> str:
    """A script without the blanks around its signs; what stands in quotes stays."""
    made, end = [], 0
    for text in _TEXTS.finditer(script):
        made += [_LAST.sub("", _BLANKS.sub(r"\1", script[end : text.start()])), text.group()]
        end = text.end()
    return "".join((*made, _LAST.sub("", _BLANKS.sub(r"\1", script[end:]))))


__all__ = ["Known", "Program", "compiled"]
