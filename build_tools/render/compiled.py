"""Compiled templates are kept beside the compiled code of this package, as Python keeps its own: a third of a second for every build.

They are no part of a content folder's cache: what is executed comes from nowhere but where the program is.
"""

from __future__ import annotations

import pickle
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

from jinja2 import BytecodeCache, FileSystemBytecodeCache, __version__
from jinja2.bccache import Bucket

FOLDER = Path(cache_from_source(__file__)).parent


class _Beside(FileSystemBytecodeCache):
    """A folder that cannot be used keeps nothing."""

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError, EOFError, ValueError, TypeError, pickle.PickleError):  # cut off, or of another Python
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            FOLDER.mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)


def compiled() -> BytecodeCache | None:
    """For an environment of Jinja; None where Python is told to write nothing."""
    return None if sys.dont_write_bytecode else _Beside(str(FOLDER), f"jinja-{__version__}-%s.cache")
