"""Rising lists of numbers, told in bits, with how often what a list is about stands in each.

The number in the middle of a list is told first, in as many bits as it takes to tell it from all others that may stand there; then those in
the middle of both halves, whose bounds are known by then, and so on (binary interpolative coding; Moffat and Stuiver, 2000). Numbers that
stand close together take few bits or none: these lists are a fifth smaller than as deflated steps. ``assets/engine/lists.js`` reads them.
"""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from itertools import accumulate, compress, count
from operator import sub
from typing import NamedTuple

OFTEN = (2, 4)
"""Times from which on a word stands often in a unit, and very often."""


class Row(NamedTuple):
    """A list of one thing: the ``steps`` between rising numbers less one (see ``pack_numbers``), and of each number ``how_often``
    the thing stands there; none where it does not matter."""

    steps: bytes
    often: bytes = b""


how_often: Callable[[int], int] = partial(bisect_right, OFTEN)
"""0 for what stands so many times that it is not ``OFTEN``, then 1 and 2."""


def pack_numbers(numbers: Sequence[int]) -> bytes:
    """Numbers ≥ 0, each in groups of seven bits, the lowest first."""
    if not numbers or max(numbers) < 128:
        return bytes(numbers)
    out = bytearray()
    for number in numbers:
        while number > 127:
            out.append(number & 127 | 128)
            number >>= 7
        out.append(number)
    return bytes(out)


def unpack_numbers(packed: bytes) -> Sequence[int]:
    """What ``pack_numbers`` packed."""
    if packed.isascii():
        return packed
    out, number, shift = list[int](), 0, 0
    for byte in packed:
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            out.append(number)
            number = shift = 0
    return out


def row_of(numbers: Sequence[int]) -> Row:
    """A rising list of numbers ≥ 0."""
    return Row(pack_numbers([*map(sub, numbers, (0, *(number + 1 for number in numbers)))]))


def pack_dictionary(keys: Sequence[str], rows: Sequence[Row], size: int) -> bytes:
    """A dictionary file: deflated, its keys, a line each, a zero byte, and how long each list is; then the bits of the lists, whose numbers
    are less than ``size``. After the length of a list stands in how many of its numbers the thing stands often, and if it does, in
    how many of these very often: each told as a list of places in the one before."""
    counts: list[int] = []
    bits: list[str] = []
    for steps, often in rows:
        missing = [*accumulate(unpack_numbers(steps))]
        counts.append(len(missing))
        bits.append(_told(missing, size - len(missing)))
        for least in range(1, len(OFTEN) + 1):
            known = len(often)
            places = [*compress(count(), map(least.__le__, often))]
            counts.append(len(places))
            if not places:
                break
            bits.append(_told([*map(sub, places, count())], known - len(places)))
            often = bytes(compress(often, map(least.__le__, often)))
    return deflated("\n".join(keys).encode() + b"\0" + pack_numbers(counts)) + _as_bytes("".join(bits))


def deflated(payload: bytes) -> bytes:
    """Raw deflate, the same for the same input."""
    press = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    return press.compress(payload) + press.flush()


def _told(missing: Sequence[int], room: int) -> str:
    """Bits of a list, of which it is told how many lesser numbers are ``missing`` before each of it, of ``room`` in all."""
    if not room:
        return ""
    bounded = (0, *missing, room).__getitem__
    middles, lows, highs = _shape(len(missing) + 1)
    lowest = array("I", map(bounded, lows))
    return "".join(map(_code, map(sub, map(bounded, highs), lowest), map(sub, map(bounded, middles), lowest)))


@lru_cache(maxsize=1 << 11)
def _shape(parts: int) -> tuple[array[int], array[int], array[int]]:
    """Places between bounds that are so many ``parts`` apart, in the order in which they are told, and the places before and behind each
    that are known by then, all from the lower bound on."""
    if parts < 2:
        return _NO_PLACES
    middle = parts // 2
    middles, lows, highs = (
        left + array("I", map(middle.__add__, right)) for left, right in zip(_shape(middle), _shape(parts - middle), strict=True)
    )
    return array("I", (middle,)) + middles, array("I", (0,)) + lows, array("I", (parts,)) + highs


_NO_PLACES = array("I"), array("I"), array("I")


@lru_cache(maxsize=1 << 16)
def _code(most: int, value: int) -> str:
    """A number from 0 to ``most`` in bits, one fewer for those in the middle if not all need as many."""
    numbers = most + 1
    bits = numbers.bit_length() - 1
    short = (2 << bits) - numbers
    turned = (value - (numbers - short) // 2) % numbers
    if turned >= short:
        return f"{turned + short:0{bits + 1}b}"
    return f"{turned:0{bits}b}" if bits else ""


def _as_bytes(bits: str) -> bytes:
    size = -(-len(bits) // 8)
    return int(bits.ljust(size * 8, "0") or "0", 2).to_bytes(size, "big")
