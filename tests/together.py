"""Rows of one test run together: where pytest-xdist's workers run, thousands of rows that need nothing but their parameters are items of
``ROWS`` rows each.

An item costs its worker, and the process that gathers reports, more than most rows do. Every row of an item runs, and each that fails is
told under its own name. Where nobody shares out work, or somebody picks rows (``-k``, ``-n 0``, a name with a bracket), each row stays a
test of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

ROWS = 32
"""So many that what an item costs is shared, so few that at the end no worker waits long for another."""


class RowsFailedError(Exception):
    """Which rows of an item failed, each with what it raised."""

    def __init__(self, failed: list[tuple[pytest.Function, pytest.ExceptionInfo[BaseException]]]) -> None:
        super().__init__(", ".join(row.name for row, _ in failed))
        self.failed = failed


class Rows(pytest.Item):
    """Consecutive rows of one parametrised test."""

    def __init__(self, *, rows: list[pytest.Function], **more: Any) -> None:
        super().__init__(**more)
        self.rows = rows
        self.user_properties.append(("rows", len(rows)))

    def runtest(self) -> None:
        """Run every row; then say which failed, or why the last that was skipped was."""
        failed, skipped = [], None
        for row in self.rows:
            try:
                row.obj(**row.callspec.params)
            except pytest.skip.Exception as reason:
                skipped = reason
            except (Exception, pytest.fail.Exception):
                failed.append((row, pytest.ExceptionInfo[BaseException].from_current()))
        if failed:
            raise RowsFailedError(failed)
        if skipped:
            raise skipped

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Each failed row as it would be told alone."""
        if not isinstance(excinfo.value, RowsFailedError):
            return super().repr_failure(excinfo, style)
        return "\n\n".join(f"{row.nodeid}\n{row.repr_failure(info)}" for row, info in excinfo.value.failed)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Where the test stands."""
        _, line, _ = self.rows[0].reportinfo()
        return self.path, line, self.name


def rows_of(reports: Iterable[pytest.TestReport]) -> int:
    """How many rows and other tests reports are about."""
    return sum(int(str(dict(report.user_properties).get("rows", 1))) for report in reports)


def picked(config: pytest.Config) -> bool:
    """Whether somebody may ask for one row."""
    option = config.option
    return not hasattr(config, "workerinput") or bool(option.keyword or option.deselect) or any("[" in name for name in config.args)


def together(found: Iterable[pytest.Item | pytest.Collector]) -> Iterator[pytest.Item | pytest.Collector]:
    """What one name of a module gave, with its plain rows gathered into items of ``ROWS`` rows; the order stays."""
    for plain, group in groupby(enumerate(found, 1), key=lambda numbered: _plain(numbered[1])):
        rows: list[Any] = list(group)
        for some in (rows[start : start + ROWS] for start in range(0, len(rows), ROWS)):
            items = [item for _, item in some]
            if plain and len(items) > 1:
                name = f"{items[0].originalname}[{some[0][0]}-{some[-1][0]}]"
                yield Rows.from_parent(items[0].parent, name=name, rows=items)
            else:
                yield from items


def _plain(item: pytest.Item | pytest.Collector) -> bool:
    """Whether a row is a call of a function that needs nothing but its parameters, and carries no mark of its own or its module."""
    if not isinstance(item, pytest.Function) or not hasattr(item, "callspec") or item.cls is not None:
        return False
    needs_more = set(item.fixturenames) - set(item.callspec.params)
    examples = getattr(item.obj, "is_hypothesis_test", False)
    return not needs_more and not examples and {mark.name for mark in item.iter_markers()} == {"parametrize"}
