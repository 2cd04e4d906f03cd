"""How long things take, as ratios measured in one run: the figures of a test hold on any machine, also on a busy one.

``units`` compares with plain scanning, ``assert_linear`` with the same work on less text. Both count the CPU time of this process.
"""

from __future__ import annotations

import gc
import re
import statistics
import time
from collections.abc import Callable

NUMBERS = re.compile(r"(?:số\s*)?\d+(?:/\d{4})?[-/]\s*[A-ZĐ][A-ZĐa-z]*(?:[-/][A-ZĐ][A-ZĐa-z]*)*(?:,?\s*ngày\s+[\d/\s\w]{4,24})?")
"""What one would write first to find citations: numbers with a symbol, and a date after them."""

ORDINARY = "Thực hiện Kế hoạch số 12-KH/HU ngày 05/3/2031 của Huyện ủy Đá Bạc, 28 chi bộ bến đò đã mở 1.204 lượt đò trong 6 tháng.\n"
SCANNED = ORDINARY * (100_000 // len(ORDINARY))

GROWTH = 8
SLACK = 2.5
"""A linear call on 8 times the text takes about 8 times as long, one that is quadratic 64 times: 20 tells them apart past the noise."""
ROUNDS = 5
WAIT = 90
"""Seconds after which a browser, a server or a program counts as hung, on however busy a machine: no measure of speed."""
CLOCK = 0.004
"""Seconds below which a measurement says nothing."""


def seconds(call: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    start = time.process_time()
    call()
    return time.process_time() - start


def scan(text: str) -> object:
    """The yardstick: plain scanning for numbers."""
    return [match.group() for match in NUMBERS.finditer(text)]


def scan_and_count(text: str) -> object:
    """The yardstick of reading, which is as much interpreted code as matching: plain scanning, and the words counted one by one.

    How fast a machine does the one beside the other differs: the same readers took 41 plain scannings on one and 54 on another.
    """
    counts: dict[str, int] = {}
    for word in text.split():
        counts[word] = counts.get(word, 0) + 1
    return scan(text), counts


def unit() -> float:
    """CPU seconds that plain scanning of 100,000 ordinary characters takes at this moment."""
    return statistics.median(seconds(lambda: scan(SCANNED)) for _ in range(5))


def least(measure: Callable[[], float], at_most: float) -> float:
    """The least of up to ``ROUNDS`` measurements; none is taken after one that is ``at_most`` so much. What disturbs only adds."""
    found = measure()
    for _ in range(ROUNDS - 1):
        if found <= at_most:
            break
        found = min(found, measure())
    return found


def units(call: Callable[[], object], at_most: float) -> float:
    """What ``call`` costs, in plain scannings of 100,000 characters, the ``least`` of several; the scannings stand on both sides of it."""

    def measure() -> float:
        before = unit()
        spent = seconds(call)
        return spent / max(before, unit())

    return least(measure, at_most)


def assert_linear(work: Callable[[int], Callable[[], object]], size: int, at_most: float = 400) -> None:
    """``work(size)`` prepares what is timed: it must grow with the length of its text only, and cost ``at_most`` so many ``units``.

    A disturbed measurement is taken again. The first call of all is not measured: what it makes ready once (patterns, tables) would make
    the small text dear and hide how the large one grows.
    """
    seen = []
    work(size // GROWTH)()
    gc.freeze()  # what other tests keep in memory must not be walked over again for each collection that the timed work brings about
    try:
        for _ in range(ROUNDS):
            small, large = seconds(work(size // GROWTH)), seconds(work(size))
            cost = large / unit()
            if large <= GROWTH * SLACK * max(small, CLOCK) and cost <= at_most:
                return
            seen.append((round(small, 4), round(large, 4), round(cost)))
    finally:
        gc.unfreeze()
    raise AssertionError(f"{GROWTH} times the text took (seconds before, after; plain scannings): {seen}")
