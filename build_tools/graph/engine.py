"""Who reads the documents: processes of this machine, or an executor that somebody runs elsewhere.

Any executor of ``concurrent.futures`` will do: it is named by the module and the class that makes it, as "mpi4py.futures:MPIPoolExecutor",
or by the address of a Dask cluster, "dask://10.0.0.5:8786". Its workers need this program in the same version, and the documents under the
same paths.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import closing, contextmanager
from typing import Any

from build_tools.messages import refusal

DASK = "dask://"


@contextmanager
def engine_named(name: str) -> Iterator[Executor]:
    """The executor of that name, until the block ends. Raises ``InputError`` where there is none, or it cannot be reached."""
    if name.startswith(DASK):
        with _cluster(name) as client, client.get_executor() as executor:
            yield executor
        return
    module, _, factory = name.partition(":")
    try:
        made = getattr(importlib.import_module(module), factory)() if module and factory else None
    except (ImportError, AttributeError):
        made = None
    if not isinstance(made, Executor):
        raise refusal("engine-unknown", name)
    with made:
        yield made


@contextmanager
def _cluster(name: str) -> Iterator[Any]:
    try:
        distributed = importlib.import_module("distributed")
    except ImportError:
        raise refusal("engine-missing", name) from None
    try:
        client = distributed.Client(f"tcp://{name.removeprefix(DASK)}")
    except (OSError, ValueError) as error:
        raise refusal("engine-unreachable", name, reason=str(error) or type(error).__name__) from None
    with closing(client):
        yield client
