"""The address of a task in its document, as coverage files and links name it."""

from __future__ import annotations

from collections import Counter

from build_tools.model.statement import Task


def task_keys(tasks: tuple[Task, ...]) -> tuple[str, ...]:
    """The node of each task; further ones of one node with a number behind ("muc-3", "muc-3~2")."""
    seen: Counter[str] = Counter()
    keys = []
    for task in tasks:
        seen[task.node_id] += 1
        keys.append(task.node_id if seen[task.node_id] == 1 else f"{task.node_id}~{seen[task.node_id]}")
    return tuple(keys)
