"""Markdown's inline patterns are asked only of text that has the sign each of them begins with: a fifth less time, the same HTML.

Python-Markdown asks some fifteen patterns of every line, and most lines of an official document have no sign of any. Patterns that are not
known here are asked of everything, as always.
"""

from __future__ import annotations

import re
from typing import Any

from markdown import Extension, Markdown
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

SIGNS = {
    "backtick": "`", "escape": "\\", "reference": "[", "link": "[", "image_link": "![", "image_reference": "![", "short_reference": "[",
    "short_image_ref": "![", "autolink": "<", "automail": "<", "linebreak": "  \n", "html": "<", "entity": "&",
}  # fmt: skip
"""Name of a pattern → what no match of it is without. The pattern of stars and underscores tells its signs itself."""
_APPLY = "_InlineProcessor__applyPattern"
PRIORITY = 20
"""That of the processor which this one takes the place of."""


class Quick(Extension):  # type: ignore[misc]  # the library has no types
    """For the list of a generator's Markdown extensions."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's own name
        """Put the quick processor in the place of the library's, where that is as it is known here."""
        if hasattr(InlineProcessor, _APPLY) and hasattr(InlineProcessor, "_InlineProcessor__handleInline"):
            md.treeprocessors.register(_Inline(md), "inline", PRIORITY)


class _Inline(InlineProcessor):  # type: ignore[misc]  # the library has no types
    _asked: tuple[tuple[Any, tuple[str, ...]], ...] = ()
    _any: re.Pattern[str] | None = None

    def run(self, tree: Any, ancestors: list[str] | None = None) -> Any:
        patterns = self.md.inlinePatterns
        signs = {id(patterns[name]): (sign,) for name, sign in SIGNS.items() if name in patterns}
        self._asked = tuple((pattern, signs.get(id(pattern), tuple(getattr(pattern, "tokens", ())))) for pattern in patterns)
        known = {sign for _, found in self._asked for sign in found} if all(found for _, found in self._asked) else set()
        self._any = re.compile("|".join(sorted(map(re.escape, known)))) if known else None
        return super().run(tree, ancestors)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 - the library's own name
        if isinstance(data, AtomicString) or (self._any and not self._any.search(data)):
            return data
        apply, at, start = getattr(self, _APPLY), patternIndex, 0
        while at < len(self._asked):
            pattern, signs = self._asked[at]
            if signs and not any(sign in data for sign in signs):
                at, start = at + 1, 0
                continue
            data, matched, start = apply(pattern, data, at, start)
            at += not matched
        return data
