"""Stable ASCII addresses of nodes: ``dieu-5-khoan-2-diem-dd``, ``i-1``, ``phu-luc-1``, ``muc-2-p-3``."""

from __future__ import annotations

import re

from build_tools.lexicon.keys import strip_marks
from build_tools.structure.labels import Label
from build_tools.vietnamese.numerals import parse_ordinal

_PLAIN = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """ASCII words of a text joined by hyphens; đ stays apart from d as ``dd`` where it stands alone."""
    if text in {"đ", "Đ"}:
        return "dd"
    return _PLAIN.sub("-", strip_marks(text.lower())).strip("-")


class Addresses:
    """Hands out addresses: each one once, a second taker of the same one gets ``-2``, ``-3`` …"""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def take(self, wanted: str) -> str:
        """``wanted``, or ``wanted-2`` … when it is taken."""
        count = self._taken.get(wanted, 0) + 1
        self._taken[wanted] = count
        if count == 1:
            return wanted
        return self.take(f"{wanted}-{count}")


def address(label: Label, parent: str, inside: str) -> str:
    """The address of a numbered node below ``parent`` ("" at the top); ``inside`` is the prefix of its enclosure or appendix.

    Articles count through a document whatever chapter they stand in, so a chapter is no part of their address; clauses and points
    of an article are named as citations name them.
    """
    if label.rank < 1:
        return _join(inside, "phan-" + _value(label))
    if label.rank == 1:
        return _join(inside, "chuong-" + _value(label))
    if label.rank == 5:
        return _join(inside, "dieu-" + slug(label.text.split(" ", 1)[1]))
    if label.rank in {2, 3}:
        return _join(parent or inside, ("muc-" if label.rank == 2 else "tieu-muc-") + _value(label))
    if label.style[0] in "-+":
        return _join(parent or inside, "g" if label.style[0] == "-" else "c")
    plain = (label.path and "-".join(map(str, label.path))) or slug(label.text.strip("()"))
    if len(label.text) > 1 and label.text[0] == "đ":
        plain = "dd" + label.text[1:]
    if label.style.startswith("1.1"):
        numbers = [str(number) for number in label.path]
        heads = ("-".join(numbers[:size]) for size in range(len(numbers) - 1, 0, -1))
        above = next((head for head in heads if f"-{parent}".endswith(f"-{head}")), None)
        plain = plain.removeprefix(f"{above}-") if above else plain
    if "dieu-" in parent:
        if label.rank == 6 and "khoan-" not in parent:
            return f"{parent}-khoan-{plain}"
        if label.rank == 7:
            return f"{parent}-diem-{plain}"
    if parent in {"", inside} and plain[:1].isdigit():
        plain = "muc-" + plain
    return _join(parent or inside, plain)


def _join(parent: str, name: str) -> str:
    return f"{parent}-{name}" if parent else name


def _value(label: Label) -> str:
    last = label.text.split(" ", 1)[-1].lower().removeprefix("thứ ").removeprefix("mục ")
    ordinal = parse_ordinal(last)
    return str(ordinal if ordinal is not None else label.value) if not last[-1:].isdigit() else slug(last)
