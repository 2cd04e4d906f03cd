"""The best labelling of lines under a grammar (dynamic programming over the states that the grammar can be in)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from build_tools.structure.letterhead.roles import Role, State, step

_OVER = 8.0
"""So far below the best, nothing that follows belongs to the header any more: a sentence of running text is worth that much."""


def best_labelling(lines: Iterable[Mapping[Role, float]]) -> tuple[Role, ...]:
    """The roles of the lines up to where the header ends best; empty where no line is worth calling a header.

    ``lines`` gives for each line what each role it can play is worth. Of labellings of equal worth the shortest wins, then the first found.
    """
    paths: dict[State, tuple[float, tuple[Role, ...]]] = {State(): (0.0, ())}
    best: tuple[float, tuple[Role, ...]] = (0.0, ())
    for line in lines:
        following: dict[State, tuple[float, tuple[Role, ...]]] = {}
        for state, (worth, roles) in paths.items():
            for role, points in line.items():
                allowed = step(state, role)
                if allowed is None:
                    continue
                after, place = allowed
                total = worth + points + place
                known = following.get(after)
                if known is None or total > known[0]:
                    following[after] = (total, (*roles, role))
        if not following:
            break
        top = max(following.values(), key=lambda path: path[0])
        if top[0] > best[0]:
            best = top
        elif best[1] and top[0] < best[0] - _OVER:
            break
        paths = following
    return best[1]
