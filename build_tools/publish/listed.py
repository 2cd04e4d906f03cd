"""The theme brings fourteen thousand icons in a hidden folder, which the generator never copies: they need not be listed at each build."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

from jinja2 import FileSystemLoader


def without_hidden(theme: Any) -> None:
    """Make the environments of a theme list all templates but hidden ones, which the generator sorts out afterwards anyway."""
    make = theme.get_env

    def get_env() -> Any:
        env = make()
        if isinstance(env.loader, FileSystemLoader):
            folders = tuple(map(str, env.loader.searchpath))

            def list_templates(extensions: object = None, filter_func: Callable[[str], bool] | None = None) -> list[str]:
                return sorted({name for folder in folders for name in _below(folder) if filter_func is None or filter_func(name)})

            env.list_templates = list_templates
        return env

    theme.get_env = get_env


def _below(folder: str) -> Iterator[str]:
    for above, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        path = os.path.relpath(above, folder).replace(os.sep, "/")
        yield from (name if path == "." else f"{path}/{name}" for name in names if not name.startswith("."))
