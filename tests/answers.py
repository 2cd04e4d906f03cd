"""What tesseract and LibreOffice answered to the very same question in an earlier run of the tests.

Real scans and real .doc files take them minutes, and neither is ours to test: each picture and each file is put to them once, until
it, or the program, is another. Invented files are always read anew.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

from filelock import FileLock

from build_tools.read.scan import ocr
from build_tools.read.word import doc

FOLDER = Path(sys.prefix) / "answers" if sys.prefix != sys.base_prefix else None
"""Beside the packages, where these stand apart from the system's."""


@contextmanager
def remembered() -> Iterator[None]:
    """Within, both programs are asked only what they were never asked before."""
    with (
        patch.object(ocr, "run", _remembering(ocr.run, "tesseract")),
        patch.object(doc, "to_docx", _remembering(partial(_converted, doc.to_docx), "soffice")),
    ):
        yield


def _place(program: str, *question: Any, **more: Any) -> Path | None:
    """Where the answer to a question is kept; of the path of a file, only the ending tells the program anything."""
    told = [item.suffix if isinstance(item, Path) else item for item in question]
    key = hashlib.sha256(pickle.dumps((program, _edition(program), told, sorted(more.items())))).hexdigest()
    return FOLDER / key[:2] / key if FOLDER else None


def _keep(place: Path, found: Any) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=place.parent, delete=False) as file:
        file.write(pickle.dumps(found))
    os.replace(file.name, place)


def _converted(alone: Callable[..., bytes | None], office: str, path: Path, data: bytes) -> bytes | None:
    """What LibreOffice makes of a file; all that stands beside it is converted with it, since to start costs more than ten files do."""
    own = _place("soffice", office, path, data)
    if own is None:
        return alone(office, path, data)
    own.parent.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(own.parent.parent / "soffice.lock"):
        if not own.exists():
            files = [file for file in sorted(path.parent.iterdir()) if file.suffix in doc.ENDINGS]
            contents = [file.read_bytes() for file in files]
            made = doc.converted(office, [(file.suffix, content) for file, content in zip(files, contents, strict=True)])
            for file, content, found in zip(files, contents, made, strict=True):
                place = _place("soffice", office, file, content)
                if place is not None and found is not None:
                    _keep(place, found)
    return pickle.loads(own.read_bytes()) if own.exists() else alone(office, path, data)


def _remembering(ask: Callable[..., Any], program: str) -> Callable[..., Any]:
    def answer(*question: Any, **more: Any) -> Any:
        kept = _place(program, *question, **more)
        if kept is not None and kept.exists():
            return pickle.loads(kept.read_bytes())
        found = ask(*question, **more)
        if kept is not None and found is not None:
            _keep(kept, found)
        return found

    return answer


@cache
def _edition(program: str) -> tuple[str, int, int] | None:
    """Which program it is that answers."""
    found = shutil.which(program) or shutil.which("libreoffice" if program == "soffice" else program)
    if found is None:
        return None
    place = Path(found).resolve()
    return str(place), place.stat().st_size, place.stat().st_mtime_ns
