"""Word 97-2003, RTF, OpenDocument and Word XML, by way of .docx.

LibreOffice converts; where it is missing or fails, catdoc gives the plain text of a .doc. LibreOffice runs without a screen, with a
throw-away profile in which macros and links to other places are switched off.
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from build_tools.messages import finding, refusal
from build_tools.model.reading import Reading
from build_tools.read.letters.encodings import decode
from build_tools.read.plain import text
from build_tools.read.programs import environment, program
from build_tools.read.word import docx

TIMEOUT = 120
"""Seconds for one file; real ones take two."""

OUTPUT_LIMIT = 100_000_000
"""Bytes of what a converter may hand back."""

ENDINGS = (".doc", ".rtf", ".odt", ".xml")
"""By which LibreOffice knows what it is given; all else is a .doc to it."""

SETTINGS = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),
)
"""What the throw-away profile switches off: macros, links to other places."""


def read(path: Path, data: bytes) -> Reading:
    """Read through LibreOffice, or a .doc through catdoc. Raises ``InputError`` when neither is there or the file is damaged."""
    office = program("soffice", "libreoffice")
    if office:
        converted = to_docx(office, path, data)
        if converted is not None:
            reading = docx.read(path, converted)
            return replace(reading, pages=0)
    if data.startswith(b"\xd0\xcf\x11\xe0") and (catdoc := program("catdoc")):
        return _through_catdoc(catdoc, path, data, bool(office))
    if office:
        raise refusal("doc-damaged.office", str(path))
    raise refusal("read-program", str(path))


def to_docx(office: str, path: Path, data: bytes) -> bytes | None:
    """The file as .docx; ``None`` when LibreOffice cannot open it in time."""
    return converted(office, ((path.suffix, data),))[0]


def converted(office: str, files: Sequence[tuple[str, bytes]]) -> list[bytes | None]:
    """Files, each with its ending, as .docx, by LibreOffice started once; ``None`` for one that it cannot open, for all when it fails."""
    with tempfile.TemporaryDirectory(prefix="chinam-doc-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        profile = folder / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_settings(), encoding="utf-8")
        sources = []
        for number, (ending, data) in enumerate(files):
            sources.append(folder / f"in{number}{ending.lower() if ending.lower() in ENDINGS else '.doc'}")
            sources[-1].write_bytes(data)
        command = [
            office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", "--nolockcheck", "--nodefault",
            "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), *map(str, sources),
        ]  # fmt: skip
        if _run(command, folder, TIMEOUT * len(sources)) is None:
            return [None] * len(files)
        results = [source.with_suffix(".docx") for source in sources]
        return [result.read_bytes() if _whole(result) else None for result in results]


def _whole(result: Path) -> bool:
    return result.is_file() and 0 < result.stat().st_size <= OUTPUT_LIMIT


def _settings() -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in SETTINGS
    )
    return f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'


def _run(command: list[str], folder: Path, seconds: float = TIMEOUT) -> bytes | None:
    """What the program prints; ``None`` when it fails or takes too long (its whole process group is then ended)."""
    told = environment(HOME=str(folder), LANG="C.UTF-8", LC_ALL="C.UTF-8")
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        command, cwd=folder, env=told, stdin=quiet, stdout=subprocess.PIPE, stderr=quiet, start_new_session=True
    ) as process:
        try:
            out, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            process.kill()
            process.communicate()
            return None
        return out if process.returncode == 0 else None


def _through_catdoc(catdoc: str, path: Path, data: bytes, tried: bool) -> Reading:
    """Paragraphs without numbering or tables, said so."""
    with tempfile.TemporaryDirectory(prefix="chinam-doc-") as name:
        source = Path(name) / "in.doc"
        source.write_bytes(data)
        out = _run([catdoc, "-w", "-d", "utf-8", str(source)], Path(name))
    decoded = decode(out[:OUTPUT_LIMIT]) if out else None
    if decoded is None or not decoded.text.strip():
        raise refusal("doc-damaged.catdoc", str(path))
    note = finding("doc-plain.failed" if tried else "doc-plain.absent", str(path))
    reading = text.read(path, decoded.text.encode("utf-8"))
    return replace(reading, diagnostics=(*reading.diagnostics, note))
