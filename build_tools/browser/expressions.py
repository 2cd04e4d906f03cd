"""Python expressions as JavaScript's. What both languages write alike but mean otherwise (truth, equality, indexes) goes to the runtime."""

from __future__ import annotations

import ast

from build_tools.browser.calls import Calls

_ORDER = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}
_PLAIN = {ast.Mult: "mul", ast.Sub: "sub", ast.BitOr: "or_", ast.BitAnd: "and_", ast.BitXor: "xor", ast.FloorDiv: "div", ast.Mod: "mod"}


class Expressions(Calls):
    """Prints operators, containers and what is taken out of them; calls and comprehensions are the classes above it."""

    def _unaryop(self, node: ast.UnaryOp) -> str:
        if isinstance(node.op, ast.Not):
            return f"!{self.true(node.operand)}"
        if isinstance(node.op, ast.USub):
            return f"-{self.of(node.operand)}"
        raise self.fail(node, type(node.op).__name__)

    def _boolop(self, node: ast.BoolOp) -> str:
        name = "and" if isinstance(node.op, ast.And) else "or"
        if all(isinstance(value, ast.Compare) or self.answers(value) for value in node.values):
            return self.true(node)
        return f"R.{name}({self.of(node.values[0])}, {', '.join(f'() => {self.arrow(value)}' for value in node.values[1:])})"

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
        return f"[{', '.join(map(self.element, node.elts))}]"

    def _list(self, node: ast.List) -> str:
        return f"[{', '.join(map(self.element, node.elts))}]"

    def _set(self, node: ast.Set) -> str:
        return f"R.set([{', '.join(map(self.element, node.elts))}])"

    def _dict(self, node: ast.Dict) -> str:
        pairs = [
            f"...R.items({self.of(value)})" if key is None else f"[{self.of(key)}, {self.of(value)}]"
            for key, value in zip(node.keys, node.values, strict=True)
        ]
        return f"R.dict([{', '.join(pairs)}])"

    def _starred(self, node: ast.Starred) -> str:
        return f"...{self.of(node.value)}"

    def _subscript(self, node: ast.Subscript) -> str:
        known, value = self.known(node.value)
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
