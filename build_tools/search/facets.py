"""The table behind the facets of the search page: for each group the values of each facet, its kind and its date."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from build_tools.search.groups import Group
from build_tools.search.records import Options


def facet_table(groups: Sequence[Group], options: Options) -> dict[str, Any]:
    """``{"values": {facet: [value, …]}, "rows": {facet: [number | [numbers] | 0, …]}, "dates": […], "kinds": […]}``.

    Value numbers count from 1.
    """
    values: dict[str, list[str]] = {}
    rows: dict[str, list[int | list[int]]] = {}
    for facet, _ in options.facets:
        known = sorted({value for group in groups for name, value in group.record.facets if name == facet})
        number = {value: index + 1 for index, value in enumerate(known)}
        values[facet] = known
        column: list[int | list[int]] = []
        for group in groups:
            own = sorted({number[value] for name, value in group.record.facets if name == facet})
            column.append(own if len(own) > 1 else own[0] if own else 0)
        rows[facet] = column
    kinds = {key: index for index, (key, _) in enumerate(options.kinds)}
    return {
        "values": values,
        "rows": rows,
        "dates": [group.record.dates[0] if group.record.dates else "" for group in groups],
        "kinds": [kinds[group.record.kind] for group in groups],
        "parts": [sorted({kinds[kind] for kind in group.kinds}) or 0 for group in groups],
    }
