"""What all printers of Python's expressions as JavaScript's share: variables, names, and where only truth counts."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Sequence
from types import ModuleType
from typing import Any, Self

from build_tools.browser.world import NotTranslatedError, Scope, World, scope_of

BOOLEAN = frozenset(("startswith", "endswith", "isupper", "islower", "isalnum", "isspace", "isdigit", "isdecimal", "isalpha", "isdisjoint"))
"""Methods that answer true or false."""


class Printer:
    """Prints expressions of one function. ``scopes`` are the names that are variables here, innermost last.

    A kind of expression is printed by the method of its name in a class below this one ("_call" for ``ast.Call``).
    """

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
        if isinstance(node, ast.Compare) or self.answers(node):
            return self.of(node)
        return f"R.t({self.of(node)})"

    def condition(self, node: ast.expr) -> str:
        """The same, where brackets stand around it already."""
        text = self.true(node)
        return text[1:-1] if isinstance(node, ast.BoolOp | ast.Compare) else text

    def answers(self, node: ast.expr) -> bool:
        """Whether a call gives true or false in both languages."""
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
        known, value = self.known(node)
        if known:
            return self.world.value(value)
        name = self.world.attribute(node.attr)
        base = self.of(node.value)
        return f'R.b({base}, "{name}")' if self.world.is_method(node.attr) else f"{base}.{name}"

    def known(self, node: ast.expr) -> tuple[bool, Any]:
        """The value that a name, or an attribute of a module or class, has before anything runs."""
        if isinstance(node, ast.Name) and not self.is_local(node.id):
            return True, self.world.named(self.module, node.id)
        if isinstance(node, ast.Attribute):
            known, value = self.known(node.value)
            if known and isinstance(value, ModuleType | type):
                return True, getattr(value, node.attr)
        return False, None

    def element(self, node: ast.expr) -> str:
        """One of several in a list or a call."""
        return f"...{self.of(node.value)}" if isinstance(node, ast.Starred) else self.of(node)

    def arrow(self, node: ast.expr) -> str:
        """What stands behind an arrow: a brace there would begin statements."""
        text = self.of(node)
        return f"({text})" if text.startswith("{") else text

    def inside(self, names: Iterable[str]) -> Self:
        """A printer of the same kind for what has variables of its own."""
        return type(self)(self.world, self.module, [*self.scopes, scope_of(names, self.scopes)])
