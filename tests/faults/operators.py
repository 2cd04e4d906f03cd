"""Small faults as a hurried hand makes them: every place of a module where one can be planted, and the module with it.

Neither mutmut (function bodies only, no sample by seed) nor cosmic-ray (a new interpreter for each fault) fits here: tables on module level
carry much of what the stages know, and a fault must cost about as much as the nearest tests.
"""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_CLASS_LEFT_OPEN = re.compile(r"(?<!\\)\[(?:\\.|[^\]\\])*\Z")
FLIPS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.GtE, ast.GtE: ast.Lt, ast.Gt: ast.LtE, ast.LtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
EDGES: dict[type[ast.cmpop], type[ast.cmpop]] = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}


@dataclass(frozen=True, slots=True)
class Fault:
    """One place (the number of its node in reading order) and what is done there."""

    node: int
    kind: str
    line: int

    def planted(self, tree: ast.Module) -> ast.Module:
        """The module with the fault."""
        changed = copy.deepcopy(tree)
        node = list(ast.walk(changed))[self.node]
        _Planter(node, self.kind).visit(changed)
        return ast.fix_missing_locations(changed)


def faults(tree: ast.Module) -> list[Fault]:
    """All faults that can be planted in a module."""
    spared = {id(part) for node in ast.walk(tree) for part in _spared(node)}
    return [
        Fault(number, kind, getattr(node, "lineno", 0))
        for number, node in enumerate(ast.walk(tree))
        if id(node) not in spared
        for kind in _kinds(node)
    ]


def _spared(node: ast.AST) -> Iterator[ast.AST]:
    """What no run depends on: docstrings, annotations, types, decorators, ``__all__``, assertions; ends of texts that are sets of letters.

    A letter that no text has changes nothing in a class of letters that a pattern goes on with ("…[{CAPITALS}…"), among letters to strip,
    where a text is looked for in it, and in a text that is taken apart into its letters.
    """
    whole: list[Any] = []
    if isinstance(node, ast.JoinedStr):
        before = ""
        for part in node.values:
            before += str(part.value) if isinstance(part, ast.Constant) else "x"
            if isinstance(part, ast.Constant) and _CLASS_LEFT_OPEN.search(before):
                whole.append(part)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        whole += filter(_is_text, node.args if node.func.attr in ("strip", "lstrip", "rstrip") else ())
        whole += filter(_is_text, (node.func.value,) if node.func.attr == "find" else ())
    if isinstance(node, ast.keyword) and node.arg == "strip":
        whole += filter(_is_text, (node.value,))
    if isinstance(node, ast.Compare) and isinstance(node.ops[0], (ast.In, ast.NotIn)):
        whole += filter(_is_text, node.comparators[:1])
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("frozenset", "set", "tuple"):
        whole += filter(_is_text, node.args)
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        whole += node.decorator_list
    if isinstance(node, ast.FunctionDef):
        whole.append(node.returns)
    if isinstance(node, (ast.arg, ast.AnnAssign)):
        whole.append(node.annotation)
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "__all__":
        whole.append(node)
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        whole.append(node)
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Literal":
        whole.append(node)
    if isinstance(node, ast.Assert):
        whole.append(node)
    for part in whole:
        if part is not None:
            yield from ast.walk(part)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _kinds(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        yield "comparison turned round"
        if type(node.ops[0]) in EDGES:
            yield "edge moved"
    elif isinstance(node, ast.BoolOp):
        yield "and, or exchanged"
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "not dropped"
    elif isinstance(node, ast.Constant):
        if isinstance(node.value, bool):
            yield "truth turned round"
        elif isinstance(node.value, int):
            yield from ("number plus one", "number less one")
        elif isinstance(node.value, str) and node.value:
            yield "text changed"
    elif isinstance(node, (ast.Expr, ast.AugAssign, ast.Continue, ast.Break)):
        yield "statement dropped"
    elif isinstance(node, ast.Return) and node.value is not None and not _says_no(node.value):
        yield "nothing returned"
    elif isinstance(node, (ast.If, ast.IfExp)):
        yield from ("branch never taken", "branch always taken")


def _says_no(value: ast.expr) -> bool:
    """Whether callers cannot tell this from nothing."""
    return isinstance(value, ast.Constant) and value.value in (None, False)


class _Planter(ast.NodeTransformer):
    def __init__(self, target: ast.AST, kind: str) -> None:
        self.target, self.kind = target, kind

    def visit(self, node: ast.AST) -> Any:
        return self.change(node) if node is self.target else self.generic_visit(node)

    def change(self, node: Any) -> ast.AST:
        match self.kind:
            case "comparison turned round":
                node.ops = [FLIPS[type(node.ops[0])]()]
            case "edge moved":
                node.ops = [EDGES[type(node.ops[0])]()]
            case "and, or exchanged":
                node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            case "not dropped":
                return node.operand  # type: ignore[no-any-return]
            case "truth turned round":
                node.value = not node.value
            case "number plus one" | "number less one":
                node.value += 1 if self.kind.endswith("plus one") else -1
            case "text changed":
                node.value += "\u2042"
            case "statement dropped":
                return ast.copy_location(ast.Pass(), node)
            case "nothing returned":
                node.value = ast.Constant(None)
            case "branch never taken" | "branch always taken":
                node.test = ast.Constant(self.kind.endswith("always taken"))
        return node  # type: ignore[no-any-return]
