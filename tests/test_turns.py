"""Who runs beside whom."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from tests.turns import turn


def test_one_that_runs_alone_meets_nobody(tmp_path: Path) -> None:
    """Three workers, twelve tests each, every fourth alone: whoever runs is counted."""
    running: set[str] = set()
    beside: dict[bool, int] = {True: 0, False: 0}
    guard = threading.Lock()

    def worker(name: str) -> None:
        for number in range(12):
            alone = number % 4 == 3
            with turn(tmp_path, name, 3, alone=alone):
                with guard:
                    running.add(name)
                time.sleep(0.01)
                with guard:
                    beside[alone] = max(beside[alone], len(running))
                    running.discard(name)

    workers = [threading.Thread(target=worker, args=(f"gw{number}",)) for number in range(3)]
    for each in workers:
        each.start()
    for each in workers:
        each.join(timeout=60)
    assert not any(each.is_alive() for each in workers)
    assert beside[True] == 1
    assert beside[False] > 1
