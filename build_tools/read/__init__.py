"""Files to readings: one door for all formats. A reader gives blocks; what they mean is for later stages.

What a file is, its bytes tell (the table in ``kinds``); its ending only decides between kinds of text. Nothing in a file is executed
or fetched, and the file itself is opened once, for reading. ``clean_file`` gives a file as it may be published.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from build_tools.messages import finding, refusal
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.reading import Reading
from build_tools.read.kinds import ENDINGS, READ, UNREAD, Detected, Fault, Kind, detect
from build_tools.read.letters.encodings import NAMES, Decoded, decode
from build_tools.read.opening import ending_of, load, printable
from build_tools.read.trust import trusted

READABLE = frozenset(f".{ending}" for ending in ENDINGS)
"""File endings that are read."""

ENDED_AS_PICTURES = frozenset(f".{ending}" for ending in READ["image"].endings)
"""File endings of pictures."""

WORD_LOCK = "~$"
"""How the name of the file begins that Word lays beside a document as long as it is open."""

__all__ = [
    "ENDED_AS_PICTURES",
    "READABLE",
    "WORD_LOCK",
    "Cleaned",
    "clean_file",
    "is_read",
    "printable",
    "read_file",
    "right_ending",
    "unread_kind",
]


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A file as it may be published: its bytes without what tells of its authors, and the ending (no dot) under which to offer it."""

    ending: str
    data: bytes


def read_file(path: Path) -> Reading:
    """Read one file of any known format. Raises ``InputError`` with one diagnostic that gives the true reason when it cannot be read."""
    shown = printable(path)
    if path.name.startswith(WORD_LOCK):
        raise refusal("read-lock", shown)
    data = load(path, shown)
    ending = ending_of(path)
    found = detect(data, ending)
    kind = found.kind
    if kind is None:
        raise _refusal(found, shown)
    if len(data) > kind.limit:
        raise refusal("read-too-long", shown, size=f"{len(data) / 1e6:.0f}", limit=f"{kind.limit / 1e6:.0f}")
    notes: list[Diagnostic] = []
    if ending not in kind.endings:
        notes.append(finding("read-ending.other" if ending else "read-ending.none", shown, ending=ending, kind=kind.title))
    told = 0.0
    if kind.characters:
        decoded = _decode(data, kind.characters == "markup", shown)
        if decoded.converted:
            data = decoded.text.encode("utf-8")
            notes.append(_converted(decoded, shown))
        told = decoded.share if kind.characters == "text" else 0.0
    reading = _read(kind, path, data, shown)
    reading = replace(reading, path=str(path), format=kind.name, diagnostics=(*notes, *reading.diagnostics))
    return trusted(reading, shown, told)


def clean_file(path: Path, data: bytes) -> Cleaned:
    """The bytes of a file as they may be published. Raises ``InputError`` for kinds that cannot be cleaned, and for damaged files.

    A text is published as it is, where its ending says that it is one.
    """
    ending = ending_of(path)
    kind = detect(data, ending).kind
    if kind is None or not kind.cleaner or (kind.characters and ending not in kind.endings):
        raise refusal("original-kind", str(path), ending=path.suffix)
    return Cleaned(kind.offered, kind.clean()(path, data))


def right_ending(format: str, ending: str) -> str:
    """``ending`` (no dot) where it is right for a file of this format (``Reading.format``), else the usual one of the format."""
    fits = READ[format].endings if format in READ else (ending,)
    return ending if ending in fits else fits[0]


def is_read(name: str, data: bytes) -> bool:
    """True for a file of a kind that is read, which its ending says, or of one without ending the sign in its bytes."""
    ending = ending_of(Path(name))
    kind = None if ending else detect(data, "").kind
    return f".{ending}" in READABLE or (kind is not None and not kind.characters)


def unread_kind(name: str) -> str:
    """The code of the finding on a file whose ending (of ``name``) is none that is read: it says what helps."""
    return f"desk-nothing.{UNREAD.get(Path(name).suffix.lower().lstrip('.'), 'kind')}"


_FAULTS: dict[Fault, str] = {"empty": "read-empty.bytes", "password": "read-password", "damaged": "read-damaged"}


def _refusal(found: Detected, shown: str) -> InputError:
    if found.fault:
        return refusal(_FAULTS[found.fault], shown)
    known = ", ".join(f".{kind.endings[0]}" for kind in READ.values())
    return refusal("read-format", shown, kind=found.title, known=known)


def _decode(data: bytes, markup: bool, shown: str) -> Decoded:
    decoded = decode(data, markup=markup)
    if decoded is None:
        try:
            data.decode("utf-8")
            line = 0
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
        raise refusal("read-encoding", shown, line)
    return decoded


def _converted(decoded: Decoded, shown: str) -> Diagnostic:
    if decoded.cut and not decoded.mended:
        return finding("read-cut", shown)
    if decoded.mended:
        return finding("read-converted.parts", shown, count=decoded.mended)
    return finding("read-converted.file", shown, encoding=NAMES[decoded.encoding], share=f"{decoded.share:.0%}")


def _read(kind: Kind, path: Path, data: bytes, shown: str) -> Reading:
    """Run the reader of ``kind``; what a damaged file makes it raise becomes one diagnostic."""
    try:
        return kind.read()(path, data)
    except ModuleNotFoundError as error:
        package = error.name or "?"
        raise refusal("read-extra", shown, package=package, kind=kind.title) from error
    except (MemoryError, RecursionError) as error:
        raise refusal("read-too-complex", shown) from error
    except InputError:
        raise
    except Exception as error:  # a file is foreign matter: whatever it does to a reader is said of the file, and the rest goes on
        raise refusal("read-unforeseen", shown, kind=kind.title, problem=type(error).__name__) from error
