"""Comprehensions and small functions within an expression: what has variables of its own."""

from __future__ import annotations

import ast
from collections.abc import Callable

from build_tools.browser.printer import Printer


class Comprehensions(Printer):
    """Prints comprehensions, what asks one for its first or for all of its elements, and lambdas."""

    def _lambda(self, node: ast.Lambda) -> str:
        names = [argument.arg for argument in node.args.args]
        inner = self.inside(names)
        return f"({', '.join(map(inner.local, names))}) => {inner.arrow(node.body)}"

    def _listcomp(self, node: ast.ListComp | ast.GeneratorExp) -> str:
        return self._each(node.generators, lambda inner: inner.of(node.elt))

    _generatorexp = _listcomp

    def _setcomp(self, node: ast.SetComp) -> str:
        return f"R.set({self._each(node.generators, lambda inner: inner.of(node.elt))})"

    def _dictcomp(self, node: ast.DictComp) -> str:
        return f"R.dict({self._each(node.generators, lambda inner: f'[{inner.of(node.key)}, {inner.of(node.value)}]')})"

    def _each(self, generators: list[ast.comprehension], element: Callable[[Printer], str]) -> str:
        """The elements of a comprehension."""
        if len(generators) == 1:
            return self.one_by_one("each", generators[0], element)
        return self.gathered(generators, lambda inner: f"_o.push({element(inner)});", "const _o = []; ", "_o")

    def one_by_one(self, how: str, one: ast.comprehension, element: Callable[[Printer], str], *more: str) -> str:
        """A comprehension over one thing, by a function of the runtime: what is gone through, what is made, what is left out."""
        source = self.of(one.iter)
        inner = self.inside(sorted(names_of(one.target)))
        plain = inner.target(one.target)
        head = f"({plain}) => " if plain.startswith("[") else f"{plain} => "
        tests = " && ".join(map(inner.true, one.ifs))
        made = element(inner)
        made = f"({made})" if made.startswith("{") else made
        parts = [source, f"{head}{made}", *([f"{head}{tests}"] if tests else ["null"] if more else []), *more]
        return f"R.{how}({', '.join(parts)})"

    def gathered(self, generators: list[ast.comprehension], last: Callable[[Printer], str], begin: str, end: str) -> str:
        """A comprehension as a function that is called at once: ``last`` prints what is done with each element."""
        head, tail, inner = "", "", self
        for one in generators:
            source = inner.of(one.iter)
            inner = inner.inside(sorted(names_of(one.target)))
            tests = "".join(f"if (!{inner.true(test)}) continue; " for test in one.ifs)
            head += f"for (const {inner.target(one.target)} of {source}) {{ {tests}"
            tail += " }"
        return f"(() => {{ {begin}{head}{last(inner)}{tail} return {end}; }})()"

    def quantified(self, node: ast.GeneratorExp, name: str) -> str:
        """``any`` and ``all`` stop at the first that decides."""
        if len(node.generators) == 1:
            return self.one_by_one("some" if name == "any" else "every", node.generators[0], lambda inner: inner.true(node.elt))
        if name == "any":
            return self.gathered(node.generators, lambda inner: f"if ({inner.true(node.elt)}) return true;", "", "false")
        return self.gathered(node.generators, lambda inner: f"if (!{inner.true(node.elt)}) return false;", "", "true")


def names_of(node: ast.expr) -> set[str]:
    """The names that an assignment to ``node`` sets."""
    return {item.id for item in ast.walk(node) if isinstance(item, ast.Name)}
