"""Which original files go on the site: only where the metadata says so, and only what can be rid of traces of its authors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from build_tools.messages import finding
from build_tools.messages.system import reason
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.metadata import SourceFile
from build_tools.model.site import Original
from build_tools.read import clean_file


def original_of(source: SourceFile) -> tuple[Original | None, tuple[Diagnostic, ...]]:
    """The original of ``source`` to be published, or a warning why it stays away. None, silently, where nobody asked for it.

    A text with masked personal data never has its original beside it, nor a digest the file in which it was written.
    """
    metadata = source.metadata
    if not metadata.publish_original:
        return None, ()
    if metadata.redact:
        return None, (_refused(source, "original-refused.redacted"),)
    if metadata.kind == "digest":
        return None, (_refused(source, "original-refused.digest"),)
    path = Path(source.path)
    try:
        cleaned = clean_file(path, path.read_bytes())
    except InputError as error:
        return None, tuple(
            _refused(source, "original-refused.unclean", reason=item.message, remedy=item.hint) for item in error.diagnostics
        )
    except OSError as error:
        return None, (_refused(source, "original-refused.unread", reason=reason(error)),)
    return Original(cleaned.ending, len(cleaned.data)), ()


def _refused(source: SourceFile, key: str, **fields: Any) -> Diagnostic:
    line = source.metadata.line("publish_original")
    path = source.metadata.path if line else source.path
    return finding(key, path, line, **fields)
