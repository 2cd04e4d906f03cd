"""Python functions as JavaScript's: their statements, one after another."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Any

from build_tools.browser.expressions import Expressions
from build_tools.browser.world import Scope, World, scope_of


class Statements(Expressions):
    """Prints the statements of one function."""

    def block(self, body: Sequence[ast.stmt]) -> str:
        """Statements, without braces."""
        return " ".join(filter(None, map(self.statement, body)))

    def statement(self, node: ast.stmt) -> str:
        """One statement."""
        method: Callable[[Any], str] | None = getattr(self, f"_do_{type(node).__name__.lower()}", None)
        if method is None:
            raise self.fail(node, type(node).__name__)
        return method(node)

    def _do_pass(self, _: ast.Pass) -> str:
        return ""

    def _do_import(self, _: ast.Import) -> str:
        return ""

    def _do_assert(self, _: ast.Assert) -> str:
        return ""

    def _do_break(self, _: ast.Break) -> str:
        return "break;"

    def _do_continue(self, _: ast.Continue) -> str:
        return "continue;"

    def _do_expr(self, node: ast.Expr) -> str:
        if isinstance(node.value, ast.Constant):
            return ""
        if isinstance(node.value, ast.Yield):
            return f"yield {self.of(node.value.value) if node.value.value else 'null'};"
        if isinstance(node.value, ast.YieldFrom):
            return f"yield* {self.of(node.value.value)};"
        return f"{self.of(node.value)};"

    def _do_return(self, node: ast.Return) -> str:
        return f"return {self.of(node.value) if node.value else 'null'};"

    def _do_raise(self, node: ast.Raise) -> str:
        return f"throw new Error({node.lineno});"

    def _do_if(self, node: ast.If) -> str:
        rest = f" else {{ {self.block(node.orelse)} }}" if node.orelse else ""
        return f"if ({self.condition(node.test)}) {{ {self.block(node.body)} }}{rest}"

    def _do_while(self, node: ast.While) -> str:
        if node.orelse:
            raise self.fail(node, "while … else")
        return f"while ({self.condition(node.test)}) {{ {self.block(node.body)} }}"

    def _do_for(self, node: ast.For) -> str:
        if node.orelse:
            raise self.fail(node, "for … else")
        return f"for ({self.target(node.target)} of {self.of(node.iter)}) {{ {self.block(node.body)} }}"

    def _do_assign(self, node: ast.Assign) -> str:
        value = self.of(node.value)
        if len(node.targets) == 1:
            return self._set_to(node.targets[0], value)
        return " ".join(self._set_to(one, value if index == 0 else self.of(node.targets[0])) for index, one in enumerate(node.targets))

    def _do_annassign(self, node: ast.AnnAssign) -> str:
        return self._set_to(node.target, self.of(node.value)) if node.value else ""

    def _set_to(self, node: ast.expr, value: str) -> str:
        if isinstance(node, ast.Attribute):
            return f"{self.of(node.value)}.{self.world.attribute(node.attr)} = {value};"
        if isinstance(node, ast.Subscript):
            if isinstance(node.slice, ast.Slice):
                return f"R.splice({self.of(node.value)}, {self._bound(node.slice.lower)}, {self._bound(node.slice.upper)}, {value});"
            return f"R.put({self.of(node.value)}, {self.of(node.slice)}, {value});"
        if isinstance(node, ast.Tuple | ast.List):
            plain = all(isinstance(one, ast.Name | ast.Starred) for one in node.elts)
            if not plain:
                parts = "; ".join(self._set_to(one, f"_u[{index}]").rstrip(";") for index, one in enumerate(node.elts))
                return f"{{ const _u = [...{value}]; {parts}; }}"
            return f"{self.target(node)} = {value};"
        return f"{self.target(node)} = {value};"

    def _do_augassign(self, node: ast.AugAssign) -> str:
        operation = ast.BinOp(node.target, node.op, node.value)
        ast.copy_location(operation, node)
        if isinstance(node.op, ast.Add):
            return self._set_to(node.target, f"R.more({self.of(node.target)}, {self.of(node.value)})")
        return self._set_to(node.target, self.of(operation))

    def _do_delete(self, node: ast.Delete) -> str:
        (one,) = node.targets
        if not isinstance(one, ast.Subscript) or isinstance(one.slice, ast.Slice):
            raise self.fail(node, "del")
        return f"R.drop({self.of(one.value)}, {self.of(one.slice)});"

    def _do_try(self, node: ast.Try) -> str:
        (handler,) = node.handlers
        return f"try {{ {self.block(node.body)} }} catch (_) {{ {self.block(handler.body)} }}"

    def _do_match(self, node: ast.Match) -> str:
        made = []
        for case in node.cases:
            made.append(f"if ({self._fits(case.pattern)}) {{ {self.block(case.body)} }}")
        return f"{{ const _w = {self.of(node.subject)}; {' else '.join(made)} }}"

    def _fits(self, pattern: ast.pattern) -> str:
        if isinstance(pattern, ast.MatchValue):
            return f"R.eq(_w, {self.of(pattern.value)})"
        if isinstance(pattern, ast.MatchOr):
            return " || ".join(map(self._fits, pattern.patterns))
        if isinstance(pattern, ast.MatchAs) and pattern.pattern is None and pattern.name is None:
            return "true"
        raise self.fail(pattern, type(pattern).__name__)

    def _do_functiondef(self, node: ast.FunctionDef) -> str:
        return f"{self.local(node.name)} = {function(self.world, self.module, node, self.scopes)};"


def function(world: World, module: ModuleType, node: ast.FunctionDef, scopes: Sequence[Scope] = (), kind: str = "function") -> str:
    """A function, or with ``kind`` a part of a class: "method", "static", "constructor", "get", "once" (an attribute made once)."""
    arguments = [*node.args.args, *node.args.kwonlyargs]
    first = arguments[0].arg if kind != "function" else None
    names = [argument.arg for argument in arguments]
    defaults = [*[None] * (len(node.args.args) - len(node.args.defaults)), *node.args.defaults, *node.args.kw_defaults]
    own = _variables(node)
    printer = Statements(world, module, [*scopes, scope_of([*names, *sorted(own)], scopes)])
    shown = [
        f"{printer.local(name)}{f' = {printer.of(default)}' if default is not None else ''}"
        for name, default in zip(names, defaults, strict=True)
        if name != first
    ]
    if node.args.vararg or node.args.kwarg:
        raise printer.fail(node, "any number of arguments")
    variables = [printer.local(name) for name in sorted(own - set(names))]
    head = f"let {', '.join(variables)}; " if variables else ""
    head += f"const {printer.local(first)} = this; " if first else ""
    star = "*" if _yields(node) else ""
    text = head + printer.block(node.body)
    name = world.attribute(node.name) if kind != "function" else ""
    shapes = {
        "function": f"function{star}({', '.join(shown)}) {{ {text} }}",
        "method": f"{star}{name}({', '.join(shown)}) {{ {text} }}",
        "static": f"static {star}{name}({', '.join(shown)}) {{ {text} }}",
        "constructor": f"constructor({', '.join(shown)}) {{ {text} }}",
        "get": f"get {name}() {{ {text} }}",
        "once": f'get {name}() {{ return R.once(this, "{name}", () => {{ {text} }}); }}',
    }
    return shapes[kind]


def _variables(node: ast.FunctionDef) -> set[str]:
    """The names that a function sets, not counting those of functions and comprehensions in it (but for ":=")."""
    found: set[str] = set()

    def walk(item: ast.AST) -> None:
        for child in ast.iter_child_nodes(item):
            if isinstance(child, ast.FunctionDef):
                found.add(child.name)
                continue
            if isinstance(child, ast.Lambda):
                continue
            if isinstance(child, ast.comprehension):
                for inner in (child.iter, *child.ifs):
                    walk(ast.Expr(inner))
                continue
            if isinstance(child, ast.NamedExpr):
                found.add(child.target.id)
            if isinstance(child, ast.Name) and isinstance(child.ctx, ast.Store):
                found.add(child.id)
            walk(child)

    for statement in node.body:
        walk(ast.Module([statement], []))
    return found


def _yields(node: ast.FunctionDef) -> bool:
    return any(isinstance(item, ast.Yield | ast.YieldFrom) for item in ast.walk(node))


__all__ = ["Statements", "function"]
