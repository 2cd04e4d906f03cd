"""Which files ``add`` is given: patterns, folders, archives and letters as the files in them."""

from __future__ import annotations

import glob
from pathlib import Path

from build_tools.forms import is_form
from build_tools.intake.safe_name import safe_name
from build_tools.intake.unpack import BESIDE, HOLDERS, parts_of
from build_tools.messages import finding
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.read import ENDED_AS_PICTURES, READABLE, WORD_LOCK, is_read, printable


def unpacked(given: list[Path], aside: Path) -> tuple[list[Path], dict[Path, str], list[Diagnostic], list[str]]:
    """The files given, archives and letters replaced by their readable parts; what parts are called; what could not be opened; the
    names of parts that are of no kind read here."""
    files: list[Path] = []
    names: dict[Path, str] = {}
    faults: list[Diagnostic] = []
    skipped: list[str] = []
    for index, path in enumerate(given):
        if path.suffix.lower() not in HOLDERS or not path.is_file():
            files.append(path)
            continue
        try:
            for at, (name, data) in enumerate(parts_of(path)):
                part = aside / f"{index}-{at}" / safe_name(name)
                if not is_read(part.name, data):
                    skipped.append(f"{printable(path)} › {printable(Path(name))}")
                else:
                    part.parent.mkdir()
                    part.write_bytes(data)
                    files.append(part)
                    names[part] = f"{printable(path)} › {printable(Path(name))}"
        except InputError as error:
            faults += error.diagnostics
    return files, names, faults, skipped


def collect(patterns: list[str]) -> tuple[list[Path], list[Diagnostic], list[Path]]:
    """The files meant, each once, in order; a fault for each pattern that leads to none; files in folders that are of no kind read here."""
    found: dict[Path, None] = {}
    faults: list[Diagnostic] = []
    skipped: dict[Path, None] = {}
    for pattern in patterns:
        path = Path(pattern)
        if path.is_dir():
            inner = [item for item in sorted(path.rglob("*")) if item.is_file() and not _hidden(item, path)]
            inner = [item for item in inner if item.name.lower() not in BESIDE]
            here = [item for item in inner if item.suffix.lower() in READABLE or item.suffix.lower() in HOLDERS or is_form(item)]
            skipped.update(dict.fromkeys(item for item in inner if item not in here))
        elif path.exists() or not glob.has_magic(pattern):
            here = [path]
        else:
            here = [Path(item) for item in sorted(glob.glob(pattern, recursive=True)) if Path(item).is_file()]
        if not here:
            faults.append(finding("add-none", printable(path)))
        found.update(dict.fromkeys(here))
    return list(found), faults, list(skipped)


def own_text_first(files: list[Path]) -> list[Path]:
    """The files in their order, those that hold only pages as they were printed last: a signed copy comes after the text that was signed,
    which is kept, and given the number of its copy."""
    return sorted(files, key=lambda path: path.suffix.lower() == ".pdf" or path.suffix.lower() in ENDED_AS_PICTURES)


def _hidden(item: Path, folder: Path) -> bool:
    parts = item.relative_to(folder).parts
    return any(part.startswith(WORD_LOCK) or (part.startswith(".") and not part.startswith("..")) for part in parts)
