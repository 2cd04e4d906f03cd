"""Python expressions as JavaScript's. What both languages write alike but mean otherwise (truth, equality, indexes) goes to the runtime."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Iterable, Sequence
from types import ModuleType
from typing import Any, Protocol

BOOLEAN = frozenset(("startswith", "endswith", "isupper", "islower", "isalnum", "isspace", "isdigit", "isdecimal", "isalpha", "isdisjoint"))
"""Methods that answer true or false."""
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
_ORDER = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}
_PLAIN = {ast.Mult: "mul", ast.Sub: "sub", ast.BitOr: "or_", ast.BitAnd: "and_", ast.BitXor: "xor", ast.FloorDiv: "div", ast.Mod: "mod"}


class NotTranslatedError(ValueError):
    """A construct that has no counterpart here: where it stands, and what it is."""


class World(Protocol):
    """What a function may name beside its own variables."""

    def named(self, module: ModuleType, name: str) -> Any:
        """The value of a global name."""
        ...

    def value(self, value: Any) -> str:
        """A Python value as JavaScript."""
        ...

    def attribute(self, name: str) -> str:
        """The name in the script of something's attribute, which is asked for from now on."""
        ...

    def locate(self, group: Any) -> None:
        """Take note that the place of a pattern's group is asked for (None: of some group)."""
        ...

    def is_method(self, name: str) -> bool:
        """Whether some class has a method of that name."""
        ...

    def signature(self, method: str) -> inspect.Signature | None:
        """The parameters of the one method of that name; None where there is none, or several differ."""
        ...


Scope = dict[str, str]
"""The variables of a function, or of a part of one: Python's name → the short one in the script."""
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQSTUVWXYZ"
"""What short names are made of; "R" is the runtime, and names that the printer makes itself begin with an underscore."""


def scope_of(names: Iterable[str], around: Sequence[Scope] = ()) -> Scope:
    """Short names for variables, none of which is taken by those ``around``."""
    start = sum(map(len, around))
    return {name: _short(start + index) for index, name in enumerate(dict.fromkeys(names))}


def _short(number: int) -> str:
    many, rest = divmod(number, len(_LETTERS))
    return (_short(many - 1) if many else "") + _LETTERS[rest] + ("_" if many else "")


class Expressions:
    """Prints expressions of one function. ``scopes`` are the names that are variables here, innermost last."""

    def __init__(self, world: World, module: ModuleType, scopes: Sequence[Scope]) -> None:
        self.world = world
        self.module = module
        self.scopes = list(scopes)

    def fail(self, node: ast.AST, what: str) -> NotTranslatedError:
        """To raise: ``what`` at its file and line."""
        return NotTranslatedError(f"{self.module.__name__}:{getattr(node, 'lineno', '?')}: {what}")

    def is_local(self, name: str) -> bool:
        """Whether a name is a variable of the function or of one around it."""
        return any(name in scope for scope in self.scopes)

    def local(self, name: str) -> str:
        """The short name of a variable."""
        return next(scope[name] for scope in reversed(self.scopes) if name in scope)

    def target(self, node: ast.expr) -> str:
        """What is assigned to, of plain names."""
        if isinstance(node, ast.Name):
            return self.local(node.id)
        if isinstance(node, ast.Tuple | ast.List):
            return f"[{', '.join(map(self.target, node.elts))}]"
        if isinstance(node, ast.Starred):
            return f"...{self.target(node.value)}"
        raise self.fail(node, f"assignment to {type(node).__name__}")

    def of(self, node: ast.expr) -> str:
        """One expression."""
        method: Callable[[Any], str] | None = getattr(self, f"_{type(node).__name__.lower()}", None)
        if method is None:
            raise self.fail(node, type(node).__name__)
        return method(node)

    def true(self, node: ast.expr) -> str:
        """An expression where only its truth counts."""
        if isinstance(node, ast.BoolOp):
            joined = (" && " if isinstance(node.op, ast.And) else " || ").join(map(self.true, node.values))
            return f"({joined})"
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            return f"!{self.true(node.operand)}"
        if isinstance(node, ast.Compare) or self._answers(node):
            return self.of(node)
        return f"R.t({self.of(node)})"

    def condition(self, node: ast.expr) -> str:
        """The same, where brackets stand around it already."""
        text = self.true(node)
        return text[1:-1] if isinstance(node, ast.BoolOp | ast.Compare) else text

    def _answers(self, node: ast.expr) -> bool:
        if not isinstance(node, ast.Call):
            return False
        if isinstance(node.func, ast.Attribute):
            return node.func.attr in BOOLEAN
        return isinstance(node.func, ast.Name) and node.func.id in ("any", "all", "isinstance") and not self.is_local(node.func.id)

    def _constant(self, node: ast.Constant) -> str:
        return self.world.value(node.value)

    def _name(self, node: ast.Name) -> str:
        if self.is_local(node.id):
            return self.local(node.id)
        return self.world.value(self.world.named(self.module, node.id))

    def _attribute(self, node: ast.Attribute) -> str:
        known, value = self._global(node)
        if known:
            return self.world.value(value)
        name = self.world.attribute(node.attr)
        base = self.of(node.value)
        return f'R.b({base}, "{name}")' if self.world.is_method(node.attr) else f"{base}.{name}"

    def _global(self, node: ast.expr) -> tuple[bool, Any]:
        """The value that a name, or an attribute of a module or class, has before anything runs."""
        if isinstance(node, ast.Name) and not self.is_local(node.id):
            return True, self.world.named(self.module, node.id)
        if isinstance(node, ast.Attribute):
            known, value = self._global(node.value)
            if known and isinstance(value, ModuleType | type):
                return True, getattr(value, node.attr)
        return False, None

    def _unaryop(self, node: ast.UnaryOp) -> str:
        if isinstance(node.op, ast.Not):
            return f"!{self.true(node.operand)}"
        if isinstance(node.op, ast.USub):
            return f"-{self.of(node.operand)}"
        raise self.fail(node, type(node.op).__name__)

    def _boolop(self, node: ast.BoolOp) -> str:
        name = "and" if isinstance(node.op, ast.And) else "or"
        if all(isinstance(value, ast.Compare) or self._answers(value) for value in node.values):
            return self.true(node)
        return f"R.{name}({self.of(node.values[0])}, {', '.join(f'() => {self._arrow(value)}' for value in node.values[1:])})"

    def _arrow(self, node: ast.expr) -> str:
        text = self.of(node)
        return f"({text})" if text.startswith("{") else text

    def _ifexp(self, node: ast.IfExp) -> str:
        return f"({self.true(node.test)} ? {self.of(node.body)} : {self.of(node.orelse)})"

    def _namedexpr(self, node: ast.NamedExpr) -> str:
        return f"({self.local(node.target.id)} = {self.of(node.value)})"

    def _compare(self, node: ast.Compare) -> str:
        operands = [node.left, *node.comparators]
        parts = [self._one(op, left, right) for op, left, right in zip(node.ops, operands, operands[1:], strict=False)]
        return f"({' && '.join(parts)})"

    def _one(self, op: ast.cmpop, left: ast.expr, right: ast.expr) -> str:
        one, other = self.of(left), self.of(right)
        if type(op) in _ORDER:
            if isinstance(left, ast.Tuple) or isinstance(right, ast.Tuple):
                return f"R.cmp({one}, {other}) {_ORDER[type(op)]} 0"
            return f"{one} {_ORDER[type(op)]} {other}"
        if isinstance(op, ast.Is | ast.IsNot):
            none = isinstance(right, ast.Constant) and right.value is None
            sign = ("==" if none else "===") if isinstance(op, ast.Is) else ("!=" if none else "!==")
            return f"{one} {sign} {other}"
        if isinstance(op, ast.In | ast.NotIn):
            return f"{'' if isinstance(op, ast.In) else '!'}R.has({other}, {one})"
        if isinstance(left, ast.Constant) or isinstance(right, ast.Constant):
            return f"{one} {'===' if isinstance(op, ast.Eq) else '!=='} {other}"
        return f"{'' if isinstance(op, ast.Eq) else '!'}R.eq({one}, {other})"

    def _binop(self, node: ast.BinOp) -> str:
        left, right = self.of(node.left), self.of(node.right)
        if isinstance(node.op, ast.Add):
            text = any(isinstance(side, ast.JoinedStr | ast.Constant) for side in (node.left, node.right))
            return f"({left} + {right})" if text else f"R.add({left}, {right})"
        numbers = any(isinstance(side, ast.Constant) and isinstance(side.value, int | float) for side in (node.left, node.right))
        if isinstance(node.op, ast.Sub) and numbers:
            return f"({left} - {right})"
        if type(node.op) in _PLAIN:
            return f"R.{_PLAIN[type(node.op)]}({left}, {right})"
        raise self.fail(node, type(node.op).__name__)

    def _tuple(self, node: ast.Tuple) -> str:
        return f"[{', '.join(map(self._element, node.elts))}]"

    def _list(self, node: ast.List) -> str:
        return f"[{', '.join(map(self._element, node.elts))}]"

    def _set(self, node: ast.Set) -> str:
        return f"R.set([{', '.join(map(self._element, node.elts))}])"

    def _dict(self, node: ast.Dict) -> str:
        pairs = [
            f"...R.items({self.of(value)})" if key is None else f"[{self.of(key)}, {self.of(value)}]"
            for key, value in zip(node.keys, node.values, strict=True)
        ]
        return f"R.dict([{', '.join(pairs)}])"

    def _element(self, node: ast.expr) -> str:
        return f"...{self.of(node.value)}" if isinstance(node, ast.Starred) else self.of(node)

    def _subscript(self, node: ast.Subscript) -> str:
        known, value = self._global(node.value)
        if known and isinstance(value, type):
            return self.of(node.value)  # "set[str]()": what is in it is said for readers only
        base = self.of(node.value)
        if isinstance(node.slice, ast.Slice):
            if node.slice.step is not None:
                return f"R.reversed({base})"
            return f"R.sl({base}, {self._bound(node.slice.lower)}, {self._bound(node.slice.upper)})"
        return f"R.at({base}, {self.of(node.slice)})"

    def _bound(self, node: ast.expr | None) -> str:
        return "null" if node is None else self.of(node)

    def _joinedstr(self, node: ast.JoinedStr) -> str:
        made = ""
        for part in node.values:
            if isinstance(part, ast.Constant):
                made += str(part.value).replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${")
            elif isinstance(part, ast.FormattedValue):
                spec = part.format_spec
                told = spec.values[0] if isinstance(spec, ast.JoinedStr) else None
                how = f', "{told.value!s}"' if isinstance(told, ast.Constant) else ""
                made += "${R.str(" + self.of(part.value) + how + ")}"
        return f"`{made}`"

    def _starred(self, node: ast.Starred) -> str:
        return f"...{self.of(node.value)}"

    def _lambda(self, node: ast.Lambda) -> str:
        names = [argument.arg for argument in node.args.args]
        inner = self._inside(names)
        return f"({', '.join(map(inner.local, names))}) => {inner._arrow(node.body)}"

    def _inside(self, names: Iterable[str]) -> Expressions:
        return Expressions(self.world, self.module, [*self.scopes, scope_of(names, self.scopes)])

    def _listcomp(self, node: ast.ListComp | ast.GeneratorExp) -> str:
        return self._each(node.generators, lambda inner: inner.of(node.elt))

    _generatorexp = _listcomp

    def _setcomp(self, node: ast.SetComp) -> str:
        return f"R.set({self._each(node.generators, lambda inner: inner.of(node.elt))})"

    def _dictcomp(self, node: ast.DictComp) -> str:
        return f"R.dict({self._each(node.generators, lambda inner: f'[{inner.of(node.key)}, {inner.of(node.value)}]')})"

    def _each(self, generators: list[ast.comprehension], element: Callable[[Expressions], str]) -> str:
        """The elements of a comprehension."""
        if len(generators) == 1:
            return self._one_by_one("each", generators[0], element)
        return self._gathered(generators, lambda inner: f"_o.push({element(inner)});", "const _o = []; ", "_o")

    def _one_by_one(self, how: str, one: ast.comprehension, element: Callable[[Expressions], str], *more: str) -> str:
        """A comprehension over one thing, by a function of the runtime: what is gone through, what is made, what is left out."""
        source = self.of(one.iter)
        inner = self._inside(sorted(names_of(one.target)))
        plain = inner.target(one.target)
        head = f"({plain}) => " if plain.startswith("[") else f"{plain} => "
        tests = " && ".join(map(inner.true, one.ifs))
        made = element(inner)
        made = f"({made})" if made.startswith("{") else made
        parts = [source, f"{head}{made}", *([f"{head}{tests}"] if tests else ["null"] if more else []), *more]
        return f"R.{how}({', '.join(parts)})"

    def _gathered(self, generators: list[ast.comprehension], last: Callable[[Expressions], str], begin: str, end: str) -> str:
        """A comprehension as a function that is called at once: ``last`` prints what is done with each element."""
        head, tail, inner = "", "", self
        for one in generators:
            source = inner.of(one.iter)
            inner = inner._inside(sorted(names_of(one.target)))
            tests = "".join(f"if (!{inner.true(test)}) continue; " for test in one.ifs)
            head += f"for (const {inner.target(one.target)} of {source}) {{ {tests}"
            tail += " }"
        return f"(() => {{ {begin}{head}{last(inner)}{tail} return {end}; }})()"

    def _call(self, node: ast.Call) -> str:
        called = node.func.value if isinstance(node.func, ast.Subscript) else node.func  # "set[str]()"
        known, value = self._global(called)
        if known and (called is node.func or isinstance(value, type)):
            return self._known(node, value)
        if isinstance(node.func, ast.Attribute):
            return self._method(node, node.func)
        made = "new " if isinstance(node.func, ast.Name) and node.func.id == "cls" else ""
        return f"{made}{self.of(node.func)}({self._arguments(node)})"

    def _arguments(self, node: ast.Call) -> str:
        if node.keywords:
            raise self.fail(node, "keywords of a call that nothing tells")
        return ", ".join(map(self._element, node.args))

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
        made = [self._element(argument) for argument in node.args]
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
        arguments = list(map(self._element, node.args))
        if name == "normalize":
            return f"{arguments[1]}.normalize({arguments[0]})"
        pattern = node.args[0]
        flags = next((argument for argument in node.args[2:]), None)
        if name == "compile":
            return self.world.value(self._pattern(node, pattern, flags))
        first = self.world.value(self._pattern(node, pattern, None)) if isinstance(pattern, ast.Constant) else self.of(pattern)
        return f"{first}.{name}({', '.join(arguments[1:])})"

    def _pattern(self, node: ast.Call, pattern: ast.expr, flags: ast.expr | None) -> Any:
        import re

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
            return self._quantified(node.args[0], name)
        if name == "next" and isinstance(node.args[0], ast.GeneratorExp):
            default = self.of(node.args[1]) if len(node.args) > 1 else "undefined"
            one = node.args[0]
            if len(one.generators) == 1:
                return self._one_by_one("first", one.generators[0], lambda inner: inner.of(one.elt), default)
            return self._gathered(one.generators, lambda inner: f"return {inner.of(one.elt)};", "", default)
        if name == "isinstance":
            return f"R.isinstance({self.of(node.args[0])}, {self._types(node.args[1])})"
        if name in ("min", "max"):
            keywords = {keyword.arg: self.of(keyword.value) for keyword in node.keywords}
            items = self.of(node.args[0]) if len(node.args) == 1 else f"[{', '.join(map(self._element, node.args))}]"
            more = [keywords.get("key", "null"), keywords["default"]] if "default" in keywords else [keywords["key"]] if keywords else []
            return f"R.{name}({', '.join([items, *more])})"
        if name == "sorted":
            return f"R.sorted({', '.join(self._in_order(node, ['iterable', 'key', 'reverse']))})"
        if any(keyword.arg != "strict" for keyword in node.keywords):
            raise self.fail(node, f"keywords of {name}")
        return f"R.{name}({', '.join(map(self._element, node.args))})"

    def _types(self, node: ast.expr) -> str:
        if isinstance(node, ast.BinOp):
            return f"[...{self._types(node.left)}, ...{self._types(node.right)}]"
        if isinstance(node, ast.Tuple):
            return f"[{', '.join(map(self.of, node.elts))}]"
        return f"[{self.of(node)}]"

    def _quantified(self, node: ast.GeneratorExp, name: str) -> str:
        """``any`` and ``all`` stop at the first that decides."""
        if len(node.generators) == 1:
            return self._one_by_one("some" if name == "any" else "every", node.generators[0], lambda inner: inner.true(node.elt))
        if name == "any":
            return self._gathered(node.generators, lambda inner: f"if ({inner.true(node.elt)}) return true;", "", "false")
        return self._gathered(node.generators, lambda inner: f"if (!{inner.true(node.elt)}) return false;", "", "true")


def names_of(node: ast.expr) -> set[str]:
    """The names that an assignment to ``node`` sets."""
    return {item.id for item in ast.walk(node) if isinstance(item, ast.Name)}
